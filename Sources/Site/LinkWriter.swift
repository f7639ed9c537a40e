import CommonMark
import Corpus
import Diagnostics
import Legislation

/// Writes the links of our Markdown on a page: from references to addresses, and labels in the page's language.
struct LinkWriter {
  let context: SiteContext
  let route: Route
  let language: Language
  /// The regulation whose page this is; its own provisions are cited without its name.
  var regulation: String?

  /// Appends a fragment.
  func write(_ fragment: Fragment, to html: inout HTML) {
    html.write { bytes in fragment.write(to: &bytes, attributes: attributes, label: label) }
  }

  func write(_ section: Fragment.Section, to html: inout HTML) {
    html.write { bytes in section.write(to: &bytes, attributes: attributes, label: label) }
  }

  /// The attributes of a link: what follows `<a `.
  func attributes(_ link: Link, _ html: inout [UInt8]) {
    html.append(contentsOf: "href=\"".utf8)
    guard !link.isExternal, let target = LinkTarget(link.destination) else {
      appendEscaped(link.destination, to: &html)
      html.append(contentsOf: "\" rel=\"external noopener\"".utf8)
      return
    }
    appendEscaped(href(target), to: &html)
    html.append(contentsOf: "\"".utf8)
  }

  /// The label of a link that was written without one.
  func label(_ link: Link, _ html: inout [UInt8]) { appendEscaped(label(of: link), to: &html) }

  /// The label of a link that was written without one; empty when it leads nowhere.
  func label(of link: Link) -> String { LinkTarget(link.destination).map(label) ?? "" }

  func href(_ target: LinkTarget) -> String {
    switch target {
    case .text(let reference):
      guard let id = reference.provision else { return href(.regulation(reference.regulation, language)) }
      let anchor = reference.anchor.map { "#\($0)" } ?? ""
      return href(.provision(reference.regulation, id, language)) + anchor
    case .topic(let slug): return href(.topic(slug, language))
    case .term(let id): return href(.glossary(language)) + "#" + id
    case .situation(let slug): return href(.situation(slug, language))
    case .page(let slug): return href(.article(slug, language))
    case .fact(let id): return href(.facts(language)) + "#" + id
    case .lesson(let slug): return href(.lesson(slug, language))
    }
  }

  private func href(_ other: Route) -> String { route.href(to: other) }

  func label(_ target: LinkTarget) -> String {
    let corpus = context.corpus
    switch target {
    case .text(let reference): return label(reference)
    case .topic(let slug): return corpus.topic(slug)?.document.title(in: language) ?? slug
    case .term(let id): return corpus.term(id)?.name[language] ?? id
    case .situation(let slug): return corpus.situation(slug)?.document.title(in: language) ?? slug
    case .page(let slug): return corpus.page(slug)?.title(in: language) ?? slug
    case .fact(let id): return corpus.fact(id)?.title[language] ?? id
    case .lesson(let slug): return corpus.school.lesson(slug)?.document.title(in: language) ?? slug
    }
  }

  private func label(_ reference: Reference) -> String {
    guard let regulation = context.corpus.regulation(reference.regulation) else { return reference.description }
    guard let id = reference.provision else { return regulation.facts.title(in: language) }
    guard let provision = regulation[id] else { return reference.description }
    let place = Citation(provision.original, at: reference.anchor).text(in: language)
    return regulation.id == self.regulation ? place : regulation.facts.cited(place, in: language)
  }
}

extension RegulationFacts {
  /// The title in a language; the Chinese one where there is no translation yet.
  func title(in language: Language) -> String { title[language].isEmpty ? title.zh : title[language] }

  func short(in language: Language) -> String { short[language].isEmpty ? short.zh : short[language] }

  /// The place that the text is for; empty where `regulation.yml` names none.
  func place(in language: Language) -> String { place[language].isEmpty ? place.zh : place[language] }

  /// `南通条例第三十二条`, `Nantong Regulation, Article 32`.
  func cited(_ place: String, in language: Language) -> String {
    short(in: language) + (language == .zh ? "" : ", ") + place
  }
}
