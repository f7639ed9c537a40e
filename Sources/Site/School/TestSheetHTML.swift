import Corpus
import Diagnostics

/// Writes the questions of a quiz for paper, and the key with the letters that the paper shows.
struct TestSheetHTML {
  let questions: QuestionHTML
  let words: Wording
  let language: Language

  func write(_ question: Question, to html: inout HTML) {
    html.raw("<li class=\"printed-question\"><p class=\"ask\">")
    html.text(question.ask[language])
    html.raw(" <span class=\"hint\">")
    html.text(words[question.kind.hint])
    html.raw("</span></p>\n")
    switch question.kind {
    case .single, .multiple: lettered(question.shownOptions.map(\.text[language]), "lettered", &html)
    case .trueFalse: lettered([words[.quizTrue], words[.quizFalse]], "lettered short", &html)
    case .match:
      html.raw("<div class=\"sides\"><ul class=\"lefts\">\n")
      for pair in question.pairs {
        html.raw("<li>")
        html.text(pair.left[language])
        html.raw(" <span class=\"gap\"></span></li>\n")
      }
      html.raw("</ul>\n")
      lettered(question.shownPlaces.map { question.pairs[$0].right[language] }, "lettered", &html)
      html.raw("</div>\n")
    case .order:
      lettered(question.shownPlaces.map { question.sequence[$0][language] }, "lettered", &html)
      html.raw("<p class=\"order-gaps\">")
      for index in question.sequence.indices { html.raw((index > 0 ? " → " : "") + "<span class=\"gap\"></span>") }
      html.raw("</p>\n")
    }
    html.raw("</li>\n")
  }

  private func lettered(_ entries: [String], _ style: String, _ html: inout HTML) {
    html.raw("<ul class=\"\(style)\">\n")
    for (index, entry) in entries.enumerated() {
      html.raw("<li><span class=\"letter\">\(letter(index))</span> ")
      html.text(entry)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  /// An entry of the key.
  func writeKey(_ question: Question, to html: inout HTML) {
    html.raw("<li><p><strong>")
    html.text(solution(question))
    html.raw("</strong> ")
    html.text(question.explanation[language])
    html.raw("</p>\n")
    questions.reasons(question, &html)
    questions.law(question.quotation, &html)
    html.raw("</li>\n")
  }

  private func solution(_ question: Question) -> String {
    switch question.kind {
    case .single, .multiple:
      let letters = question.shownOptions.enumerated().filter(\.element.isRight).map { letter($0.offset) }
      return letters.joined(separator: language.listSeparator)
    case .trueFalse: return (question.answer == true ? "A " : "B ") + questions.rightAnswer(question)
    case .match:
      let places = question.shownPlaces
      return question.pairs.enumerated().map { place, pair in
        pair.left[language] + " → " + letter(places.firstIndex(of: place) ?? 0)
      }.joined(separator: language == .zh ? "；" : "; ")
    case .order:
      let places = question.shownPlaces
      return question.sequence.indices.map { letter(places.firstIndex(of: $0) ?? 0) }.joined(separator: " → ")
    }
  }
}
