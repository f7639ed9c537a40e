import Corpus
import Diagnostics

/// A poster as SVG: a field of colour, our own drawing, big words, the words of the law. Its sides are as 1 to √2, so
/// that it fills A4 and A3 alike. Text is text, in the reader's fonts.
struct PosterDrawing {
  let poster: Poster
  let language: Language
  /// Where the words of the law stand.
  let source: String
  let site: String

  /// Units of the drawing: 1000 across, 1414 down.
  private static let width = 1000.0
  private static let margin = 80.0

  var svg: HTML {
    let palette = PosterPalette(poster.colour)
    var html = HTML()
    html.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 1414\" role=\"img\" lang=\"\(language.tag)\" aria-label=\"")
    html.text(poster.title[language])
    html.raw("\" font-family=\"system-ui, 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Helvetica Neue', Arial, sans-serif\">\n")
    html.raw("<rect width=\"1000\" height=\"1414\" fill=\"\(palette.deep)\"/>\n")
    html.raw("<circle cx=\"500\" cy=\"416\" r=\"356\" fill=\"\(palette.mid)\"/>\n")
    html.raw("<circle cx=\"500\" cy=\"416\" r=\"384\" fill=\"none\" stroke=\"\(palette.mid)\" stroke-width=\"6\"/>\n")
    // Drawings that reach beyond the disc are cut off at its edge.
    html.raw("<clipPath id=\"disc\"><circle cx=\"300\" cy=\"300\" r=\"357\"/></clipPath>\n")
    html.raw("<g transform=\"translate(200 116)\">\n\(poster.motif.drawing(palette))\n</g>\n")
    bigWords(palette, &html)
    law(palette, &html)
    html.raw("</svg>\n")
    return html
  }

  /// The lines, as large as their room allows; a line too long for its size goes on in the next row.
  private func bigWords(_ palette: PosterPalette, _ html: inout HTML) {
    let room = (top: 822.0, bottom: 1188.0)
    var size = 116.0
    var rows: [(text: String, line: Int)] = []
    repeat {
      rows = poster.lines.enumerated().flatMap { number, line in
        Self.wrapped(line[language], ems: (Self.width - 1.6 * Self.margin) / size).map { ($0, number) }
      }
      if Double(rows.count) * size * 1.2 <= room.bottom - room.top { break }
      size -= 2
    } while size > 24
    let step = min(size * 1.36, (room.bottom - room.top) / Double(max(1, rows.count)))
    // The block stands in the middle of its room; letters reach about 0.86 of their size above the line.
    let top = room.top + (room.bottom - room.top - step * Double(rows.count)) / 2
    for (index, row) in rows.enumerated() {
      let y = top + step * Double(index) + (step - size) / 2 + size * 0.86
      let fill = row.line == 0 ? palette.accent : palette.cream
      text(row.text, x: 500, y: y, size: size, fill: fill, weight: 800, anchor: "middle", &html)
    }
  }

  /// The band at the foot: quotation, source, site.
  private func law(_ palette: PosterPalette, _ html: inout HTML) {
    html.raw("<rect y=\"1204\" width=\"1000\" height=\"210\" fill=\"\(palette.cream)\"/>\n")
    html.raw("<rect y=\"1204\" width=\"1000\" height=\"8\" fill=\"\(palette.accent)\"/>\n")
    let quote = language == .zh ? "“\(poster.quotation.text.value)”" : "“\(poster.quotation.translation.value)”"
    let (size, lines) = quotation(quote)
    var y = 1228 + (122 - size * 1.35 * Double(lines.count)) / 2 + size
    for line in lines {
      text(line, x: Self.margin, y: y, size: size, fill: palette.ink, weight: 500, anchor: "start", &html)
      y += size * 1.35
    }
    // On one line with the site's name: smaller when it is long.
    let room = Self.width - 2 * Self.margin - 25 * Self.ems(site) - 30
    text(source, x: Self.margin, y: 1386, size: min(25, room / Self.ems(source)), fill: palette.deep, weight: 600, anchor: "start", &html)
    text(site, x: Self.width - Self.margin, y: 1386, size: 25, fill: palette.deep, weight: 600, anchor: "end", &html)
  }

  /// The quotation in lines, at most as large that it stands clear of its source. Chinese is broken at its pauses and before
  /// 应当 and the like where that costs little of its size: no word is torn apart then.
  private func quotation(_ quote: String) -> (size: Double, lines: [String]) {
    let fitted = Self.fitted(Self.pieces(of: quote), narrowness: language == .zh ? 1 : 0.88)
    guard language == .zh else { return fitted }
    let phrases = Self.fitted(Self.phrases(of: quote), narrowness: 1)
    return phrases.size >= 0.85 * fitted.size ? phrases : fitted
  }

  /// Pieces of a quotation in lines, as large as the band allows. Letters of its weight are narrower than those of big words.
  private static func fitted(_ pieces: [String], narrowness: Double) -> (size: Double, lines: [String]) {
    var size = 40.0
    while true {
      let limit = (width - 2 * margin) / size / narrowness
      let lines = wrapped(pieces, ems: limit)
      if size <= 16 || lines.count * Int(size * 1.35) <= 122 && lines.allSatisfy({ ems($0) <= limit }) { return (size, lines) }
      size -= 2
    }
  }

  private func text(
    _ words: String, x: Double, y: Double, size: Double, fill: String, weight: Int, anchor: String, _ html: inout HTML
  ) {
    html.raw("<text x=\"\(short(x))\" y=\"\(short(y))\" font-size=\"\(short(size))\" font-weight=\"\(weight)\" fill=\"\(fill)\" text-anchor=\"\(anchor)\">")
    html.text(words)
    html.raw("</text>\n")
  }

  /// About how wide a line of bold sans serif is, in ems: Han and full-width characters one, capitals and broad
  /// letters more than others. Rather a little too wide than too narrow.
  static func ems(_ line: String) -> Double {
    line.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x2e80...0xffef, 0x2014, 0x2018...0x201d, 0x2026: sum + 1
      case 0x41...0x5a: sum + 0.75
      case 0x20, 0x2c, 0x2e, 0x69, 0x6c, 0x3a: sum + 0.36
      case 0x6d, 0x77: sum + 0.95
      default: sum + 0.64
      }
    }
  }

  /// The text in lines of at most `ems`: English breaks between words, Chinese anywhere but before punctuation.
  static func wrapped(_ text: String, ems limit: Double) -> [String] { wrapped(pieces(of: text), ems: limit) }

  private static func wrapped(_ pieces: [String], ems limit: Double) -> [String] {
    let width = ems(pieces.joined())
    let rows = (width / limit).rounded(.up)
    // As even as the pieces allow: first with a narrower limit, then with the whole one.
    let even = filled(pieces, ems: min(limit, max(width / max(rows, 1) * 1.12, pieces.map(ems).max() ?? 0)))
    return Double(even.count) <= rows ? even : filled(pieces, ems: limit)
  }

  private static let closing: Set<Unicode.Scalar> = ["，", "。", "、", "；", "：", "”", "）", "！", "？", "》"]

  /// What must stay together: a word, or a character with the punctuation behind it.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x2e80 || closing.contains(scalar) {
        if !word.isEmpty, word != "“" { pieces.append(word); word = "" }
        if closing.contains(scalar), !pieces.isEmpty, word.isEmpty {
          pieces[pieces.count - 1].unicodeScalars.append(scalar)
        } else {
          pieces.append(word + String(scalar))
          word = ""
        }
      } else {
        word.unicodeScalars.append(scalar)
        if scalar == " " { pieces.append(word); word = "" }
      }
    }
    return word.isEmpty ? pieces : pieces + [word]
  }

  /// Chinese text cut after its pauses and before the words that say how strongly something is asked.
  static func phrases(of text: String) -> [String] {
    var phrases: [String] = []
    var phrase = ""
    for piece in pieces(of: text) {
      phrase += piece
      if let last = piece.unicodeScalars.last, ["，", "、", "；", "。", "："].contains(last) {
        phrases.append(phrase)
        phrase = ""
      } else if let modal = ["应当", "不得", "禁止", "可以", "必须", "鼓励"].first(where: phrase.hasSuffix), phrase.count > modal.count + 1 {
        phrases.append(String(phrase.dropLast(modal.count)))
        phrase = modal
      }
    }
    return phrase.isEmpty ? phrases : phrases + [phrase]
  }

  private static func filled(_ pieces: [String], ems limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      if !line.isEmpty, ems(line + piece) > limit {
        lines.append(line)
        line = ""
      }
      line += piece
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// With one decimal, the same on every machine.
  private func short(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
  }
}

/// The colours of a poster. Words on `deep` and on `cream` keep a contrast of at least 4.5 (WCAG 2.2, 1.4.3).
struct PosterPalette {
  /// The ground.
  let deep: String
  /// The disc behind the drawing.
  let mid: String
  let accent: String
  let cream: String
  /// Lines and dark shapes.
  let ink: String

  init(_ colour: Poster.Colour) {
    switch colour {
    case .red: (deep, mid, accent, cream, ink) = ("#9f1f24", "#c5443b", "#ffc857", "#fff6e6", "#3d0c0f")
    case .blue: (deep, mid, accent, cream, ink) = ("#123f73", "#2a6db0", "#ffc94d", "#f6f9ff", "#0a2140")
    case .green: (deep, mid, accent, cream, ink) = ("#14513d", "#2c8463", "#ffd166", "#f5fbf3", "#0a2b20")
    case .amber: (deep, mid, accent, cream, ink) = ("#8a4706", "#c9791b", "#ffe08a", "#fff8e8", "#3a1d02")
    }
  }
}
