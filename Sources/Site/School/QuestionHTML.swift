import Corpus
import Diagnostics

/// Writes the questions of a quiz for the screen: choices that a script marks at once, and the answer folded away for
/// readers without one.
struct QuestionHTML {
  let links: LinkWriter
  let words: Wording
  private var language: Language { links.language }

  func write(_ question: Question, number: Int, to html: inout HTML) {
    html.raw("<li class=\"question\" id=\"q-\(question.id)\" data-kind=\"\(question.kind.rawValue)\">\n<fieldset>\n<legend>")
    html.raw("<span class=\"number\">\(number)</span> ")
    html.text(question.ask[language])
    html.raw(" <span class=\"hint\">")
    html.text(words[question.kind.hint])
    html.raw("</span></legend>\n")
    choices(question, &html)
    html.raw("</fieldset>\n<p class=\"verdict\" role=\"status\"></p>\n<details class=\"solution\"><summary>")
    html.text(words[.quizAnswer])
    html.raw("</summary>\n")
    answer(question, &html)
    html.raw("</details>\n</li>\n")
  }

  private func choices(_ question: Question, _ html: inout HTML) {
    switch question.kind {
    case .single, .multiple:
      let type = question.kind == .single ? "radio" : "checkbox"
      html.raw("<ul class=\"options\">\n")
      for (index, option) in question.shownOptions.enumerated() {
        input(question.id, index, type, option.text[language], option.isRight, &html)
      }
      html.raw("</ul>\n")
    case .trueFalse:
      html.raw("<ul class=\"options\">\n")
      input(question.id, 0, "radio", words[.quizTrue], question.answer == true, &html)
      input(question.id, 1, "radio", words[.quizFalse], question.answer == false, &html)
      html.raw("</ul>\n")
    case .match:
      let choices = question.shownPlaces.map { (place: $0, text: question.pairs[$0].right[language]) }
      let lefts = question.pairs.enumerated().map { (place: $0, text: $1.left[language]) }
      selects(question.id, lefts, choices, &html)
    case .order:
      let choices = question.sequence.indices.map { (place: $0, text: String($0 + 1)) }
      let things = question.shownPlaces.map { (place: $0, text: question.sequence[$0][language]) }
      selects(question.id, things, choices, &html)
    }
  }

  private func input(
    _ name: String, _ index: Int, _ type: String, _ text: String, _ isRight: Bool, _ html: inout HTML
  ) {
    let id = "\(name)-\(index)"
    html.raw("<li\(isRight ? " data-right" : "")><label for=\"\(id)\"><input id=\"\(id)\" type=\"\(type)\" name=\"\(name)\"> <span>")
    html.text(text)
    html.raw("</span></label></li>\n")
  }

  /// One list to choose from for each entry.
  private func selects(
    _ name: String, _ entries: [(place: Int, text: String)], _ choices: [(place: Int, text: String)],
    _ html: inout HTML
  ) {
    html.raw("<ul class=\"pairs\">\n")
    for (number, entry) in entries.enumerated() {
      html.raw("<li data-right=\"\(entry.place)\"><label for=\"\(name)-\(number)\">")
      html.text(entry.text)
      html.raw("</label> <select id=\"\(name)-\(number)\"><option value=\"\">—</option>")
      for choice in choices {
        html.raw("<option value=\"\(choice.place)\">")
        html.text(choice.text)
        html.raw("</option>")
      }
      html.raw("</select></li>\n")
    }
    html.raw("</ul>\n")
  }

  /// The right answer, why others are wrong, the explanation, and the words of the law.
  private func answer(_ question: Question, _ html: inout HTML) {
    html.raw("<p class=\"right-answer\"><strong>")
    html.text(rightAnswer(question))
    html.raw("</strong></p>\n")
    reasons(question, &html)
    html.raw("<p>")
    html.text(question.explanation[language])
    html.raw("</p>\n")
    law(question.quotation, &html)
  }

  /// What the options of a question teach when they are wrong.
  func reasons(_ question: Question, _ html: inout HTML) {
    let wrong = question.shownOptions.filter { $0.why != nil }
    guard !wrong.isEmpty else { return }
    html.raw("<ul class=\"reasons\">\n")
    for option in wrong {
      html.raw("<li><span class=\"option\">")
      html.text(option.text[language])
      html.raw("</span> ")
      html.text(option.why?[language] ?? "")
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  /// The words of the law in the page's language, with their place.
  func law(_ quotation: LegalQuotation, _ html: inout HTML) {
    html.raw("<blockquote class=\"law-quote\"><p>")
    html.text(language == .zh ? quotation.text.value : quotation.translation.value)
    html.raw("</p></blockquote>\n<p class=\"law-source\">")
    if let reference = quotation.reference { html.link(links.href(.text(reference)), links.label(.text(reference))) }
    html.raw("</p>\n")
  }

  func rightAnswer(_ question: Question) -> String {
    let comma = language == .zh ? "；" : "; "
    switch question.kind {
    case .single, .multiple:
      return question.shownOptions.filter(\.isRight).map(\.text[language]).joined(separator: comma)
    case .trueFalse: return words[question.answer == true ? .quizTrue : .quizFalse]
    case .match: return question.pairs.map { $0.left[language] + " → " + $0.right[language] }.joined(separator: comma)
    case .order: return question.sequence.map { $0[language] }.joined(separator: " → ")
    }
  }
}

extension Question.Kind {
  /// What a reader does: "choose one".
  var hint: Word {
    switch self {
    case .single: .quizSingle
    case .multiple: .quizMultiple
    case .trueFalse: .quizTrueFalse
    case .match: .quizMatch
    case .order: .quizOrder
    }
  }
}
