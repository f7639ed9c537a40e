import Corpus
import Diagnostics
import Foundation
import Insights
import Testing

@testable import Site

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

private func context() throws -> SiteContext {
  let corpus = try #require(try Corpus.load(from: root + "/Tests/Fixtures/School").corpus)
  let templates = try TemplateLibrary.load(from: root + "/templates", declarations: PageKind.declarations)
  return SiteContext(
    corpus: corpus, insights: Insights.derive(from: corpus), templates: try #require(templates.library),
    baseURL: "https://sample.example/")
}

private func page(_ path: String, in context: SiteContext) throws -> String {
  let planned = try #require(context.plannedPages.first { $0.route.path == path })
  return String(decoding: context.render(planned).bytes, as: UTF8.self)
}

@Suite struct SchoolPagesTests {
  @Test func optionsAreMixedAndTheKeyFitsThem() throws {
    let context = try context()
    let question = try #require(context.corpus.school.quiz("towels")?.questions.first)
    let place = try #require(question.shownOptions.firstIndex { $0.isRight })
    let key = try page("zh/school/quizzes/key/towels.html", in: context)
    #expect(key.contains("<strong>\(letter(place))</strong> 鼓励不是必须。"))
    for question in context.corpus.school.quiz("towels")?.questions ?? [] where question.kind == .order || question.kind == .match {
      #expect(question.shownPlaces.sorted() == Array(question.shownPlaces.indices))
      #expect(question.shownPlaces != question.shownPlaces.sorted(), "the order gives \(question.id) away")
    }
  }

  @Test func theSheetHasNoAnswers() throws {
    let context = try context()
    let sheet = try page("zh/school/quizzes/sheet/towels.html", in: context)
    #expect(sheet.contains("条文要企业公开检验报告吗？"))
    #expect(!sheet.contains("鼓励不是必须。"))
    #expect(!sheet.contains("data-right"))
  }

  @Test func blanksBecomeRuledLines() throws {
    let sheet = try page("zh/school/worksheets/towels.html", in: try context())
    #expect(sheet.components(separatedBy: "<p class=\"blank\"></p>").count == 3)
    #expect(!sheet.contains("<p>＿"))
  }

  @Test func aBilingualSheetHasTwelveWordsAndBothLanguages() throws {
    let sheet = try page("en/school/worksheets/bilingual/towels.html", in: try context())
    #expect(sheet.components(separatedBy: "<dt lang=\"zh-Hans\">").count == 13)
    #expect(sheet.contains("1. 记录"))
    #expect(sheet.contains("1. Record"))
  }

  @Test func aLessonTellsMachinesWhatItIs() throws {
    let lesson = try page("en/school/towels.html", in: try context())
    #expect(lesson.contains("\"@type\":\"LearningResource\",\"name\":\"Two paper towels, one report\""))
    #expect(lesson.contains("\"timeRequired\":\"PT40M\""))
  }

  @Test func aProvisionLeadsToItsLessons() throws {
    let provision = try page("en/demo/2.html", in: try context())
    #expect(provision.contains("<a data-relation=\"lesson\" href=\"../school/towels.html\">Two paper towels, one report</a>"))
  }

  @Test func linksToLessonsCarryTheirTitles() throws {
    let guide = try page("zh/school/guide/start.html", in: try context())
    #expect(guide.contains("<a href=\"../towels.html\">两种纸巾，一份报告</a>"))
  }

  @Test func aPackWorksWithoutTheSite() throws {
    let context = try context()
    let pack = try #require(context.schoolPack(regulation: "demo", level: .junior))
    let paths = Set(pack.files.map(\.route.path))
    for path in ["开始.html", "start.html", "zh/school/origin.html", "en/school/slides/origin.html", "zh/demo/3.html"] {
      #expect(paths.contains(path), "\(path)")
    }
    #expect(!paths.contains("zh/school/towels.html"))
    for file in pack.files where file.route.path.hasSuffix(".html") {
      let html = String(decoding: file.bytes, as: UTF8.self)
      for piece in html.components(separatedBy: " href=\"").dropFirst() {
        let link = String(piece.prefix { $0 != "\"" })
        guard !link.contains(":"), !link.hasPrefix("#"), !link.isEmpty else { continue }
        let target = file.route.resolving(link.prefix { $0 != "#" && $0 != "?" })
        #expect(target.map { paths.contains($0.path) } == true, "\(file.route.path): \(link)")
      }
    }
  }

  @Test func aPackOfNothingIsNone() throws {
    #expect(try context().schoolPack(regulation: "demo", level: .senior) == nil)
  }

  @Test func textOfPostersIsText() throws {
    let context = try context()
    let poster = try #require(context.corpus.school.posters.first)
    let svg = context.drawing(of: poster, .zh).svg.string
    #expect(svg.contains(">先问来源</text>"))
    #expect(svg.contains("“消费者有权了解商品的来源。”"))
    #expect(!svg.contains("style="))
  }

  @Test func quotationsOfPostersBreakAtPausesAndBeforeModals() {
    #expect(PosterDrawing.phrases(of: "“根据企业授权可以行使权利”") == ["“根据企业授权", "可以行使权利”"])
    #expect(PosterDrawing.phrases(of: "“鼓励老年人、残疾人等参加，不得收费”") == ["“鼓励老年人、", "残疾人等参加，", "不得收费”"])
  }

  @Test(arguments: [
    ("消费者有权了解商品的来源。", 8.0, ["消费者有权了解", "商品的来源。"]), ("Ask where it comes from", 8.0, ["Ask where it ", "comes from"]),
    ("短", 8.0, ["短"]),
  ])
  func wordsAreWrapped(text: String, ems: Double, lines: [String]) {
    #expect(PosterDrawing.wrapped(text, ems: ems) == lines)
  }
}
