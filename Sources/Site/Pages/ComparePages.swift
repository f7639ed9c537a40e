import Corpus
import Diagnostics
import Insights
import Legislation

extension Route {
  static func comparisons(_ language: Language) -> Route { Route(language, "compare/index.html") }
  /// `compare/nantong-xuzhou.html`; two hyphens when an id has one itself, so that no two pairs meet.
  static func comparison(_ names: String, _ language: Language) -> Route { Route(language, "compare/\(names).html") }
}

extension SiteContext {
  /// The name of the page that compares two regulations; nil when there is none.
  func comparison(_ a: Int, _ b: Int) -> String? { insights.pairs.pair(a, b).map(name) }

  func name(_ pair: RegulationPair) -> String {
    let (a, b) = (corpus.regulations[pair.first].id, corpus.regulations[pair.second].id)
    return a + (a.utf8.contains(UInt8(ascii: "-")) || b.utf8.contains(UInt8(ascii: "-")) ? "--" : "-") + b
  }
}

extension PageKind {
  /// Doors to every comparison, and the heat map of shared wording.
  static let comparisons = PageKind(
    template: "compare",
    fields: [
      "doors": .section(["label": .text, "hint": .text, "href": .text]), "heatMap": .html, "table": .html,
      "groups": .section([
        "name": .section(["name": .text]), "pairs": .section(["title": .text, "href": .text, "isVersion": .flag]),
      ]),
    ]
  ) { _ in
    Language.allCases.map { language in
      PlannedPage(route: .comparisons(language)) { CompareIndex(context: $0, language: language).page }
    }
  }
}

private struct CompareIndex {
  let context: SiteContext
  let language: Language
  var route: Route { .comparisons(language) }

  var page: Page {
    let words = context.words(language)
    var body = View()
    body.section("doors", doors(words))
    let overlaps = context.insights.wording.overlaps
    let names = overlaps.regulations.map { context.corpus.regulations[$0].facts.short(in: language) }
    var map = HTML()
    HeatMap(
      id: "wording", title: words[.heatTitle], description: words[.heatDescription],
      labels: overlaps.regulations.enumerated().map { number, index in
        "\(number + 1) \(context.corpus.regulations[index].facts.place(in: language))"
      },
      shares: overlaps.regulations.indices.map { here in
        overlaps.regulations.indices.map { there in here == there ? nil : share(here, there) }
      }
    ).write(to: &map)
    body.html("heatMap", map)
    var table = HTML()
    DataTable(
      caption: words[.heatTitle], columns: [words[.regulation]] + names,
      rows: overlaps.regulations.indices.map { here in
        [labelWithStatus(context.corpus.regulations[overlaps.regulations[here]], language, context)].map(escaped)
          + overlaps.regulations.indices.map { there in
            guard here != there else { return "—" }
            let text = HeatMap.text(share(here, there))
            let pair = context.comparison(overlaps.regulations[here], overlaps.regulations[there])
            return pair.map { anchor(route.href(to: .comparison($0, language)), text) } ?? text
          }
      }
    ).write(to: &table)
    body.html("table", table)
    body.section("groups", groups)
    var page = Page(kind: "compare", route: route, language: language, title: words[.titleCompare], body: body)
    page.description = words[.descriptionCompare]
    page.trail = [(context.corpus.settings.title[language], .home(language))]
    page.counterpart = .comparisons(language.other)
    page.section = .menuCompare
    return page
  }

  /// All pairs; where there are many, under the first regulation of each.
  private var groups: [View] {
    let pairs = context.insights.pairs.all
    func group(_ name: String?, _ members: [RegulationPair]) -> View {
      var view = View()
      view.section("name", name.map { View(text: ["name": $0]) })
      view.section("pairs", members.map { pair in
        var view = View(text: [
          "title": title(of: pair, language, context),
          "href": route.href(to: .comparison(context.name(pair), language)),
        ])
        view.flag("isVersion", pair.isVersion)
        return view
      })
      return view
    }
    guard context.corpus.regulations.count > 12 else { return [group(nil, pairs)] }
    return context.corpus.regulations.indices.compactMap { index in
      let members = pairs.filter { $0.first == index }
      return members.isEmpty ? nil : group(context.corpus.regulations[index].facts.short(in: language), members)
    }
  }

  /// Percent of one regulation's text that another has as well.
  private func share(_ here: Int, _ there: Int) -> Double {
    let overlaps = context.insights.wording.overlaps
    return Double(overlaps.characters(of: here, in: there)) * 100 / Double(max(1, overlaps.characters[here]))
  }

  private func doors(_ words: Wording) -> [View] {
    var doors: [(Word, Word, Route)] = [
      (.titleTopics, .doorTopics, .topics(language)), (.titleDuties, .doorDuties, .duties(language)),
      (.titleTimeline, .doorTimeline, .timeline(language)), (.titleLaws, .doorLaws, .laws(language)),
    ]
    if context.hasTargets { doors.append((.titleTargets, .doorTargets, .targets(language))) }
    if context.hasDepartments { doors.append((.titleDepartments, .doorDepartments, .departments(language))) }
    return doors.map { label, hint, target in
      View(text: ["label": words[label], "hint": words[hint], "href": route.href(to: target)])
    }
  }
}

/// `南通条例 · 珠海条例`
func title(of pair: RegulationPair, _ language: Language, _ context: SiteContext) -> String {
  let names = [pair.first, pair.second].map { context.corpus.regulations[$0].facts.short(in: language) }
  return context.words(language)[.comparisonTitle, ["first": names[0], "second": names[1]]]
}
