import CommonMark
import Diagnostics
import Legislation

/// A Markdown file of ours in one language: a note, a topic, a situation, a page.
///
/// An immutable object, so that what holds it copies one reference and not its fields.
public final class Document: Sendable {
  public let file: String
  /// The file as it was read, front matter included: rules that judge characters and columns need the very bytes.
  public let source: SourceFile
  public let language: Language
  /// Empty for a note, whose page is titled by its provision.
  public let title: String
  /// What the text was made from, when its front matter says so.
  public let stamp: Stamp?
  public let body: Fragment
  /// Digest of title and body: what a stamp on a translation of this document must carry.
  public let digest: String
  /// The first line of the front matter, for findings about the whole file.
  public var place: SourceRange { SourceRange(file: file, line: 1, length: 3) }

  init(
    file: String, source: SourceFile, language: Language, title: String, stamp: Stamp?, body: Fragment, digest: String
  ) {
    self.file = file
    self.source = source
    self.language = language
    self.title = title
    self.stamp = stamp
    self.body = body
    self.digest = digest
  }
}

/// A document in both languages; the Chinese one comes first, and the English one may still be missing.
public struct BilingualDocument: Sendable {
  /// The file name without language and `.md`, and the name in addresses.
  public let slug: String
  public let zh: Document
  public let en: Document?

  public subscript(language: Language) -> Document? { language == .zh ? zh : en }

  /// The title in a language, or the Chinese one where there is none.
  public func title(in language: Language) -> String { self[language]?.title ?? zh.title }
}

extension Document {
  /// A document without a title of its own stands inside another page, so its headings move down one level.
  /// Reads the keys that every document has, hands the object to `more` for its own, and renders the body.
  static func load(
    _ file: SourceFile, language: Language, titled: Bool, _ diagnostics: inout [Diagnostic],
    more: (inout YAMLObject, inout [Diagnostic]) -> Void = { _, _ in }
  ) -> Document {
    let front = FrontMatter(file, &diagnostics)
    var title = ""
    var stamp: Stamp?
    if let node = front.yaml.parse(&diagnostics), var object = YAMLObject(node, in: front.yaml, &diagnostics) {
      if titled { title = object.string("title", required: true, &diagnostics) ?? "" }
      stamp = object.stamp(&diagnostics)
      more(&object, &diagnostics)
      object.finish(&diagnostics)
    }
    let rendered = render(markdown: front.body, file: file.path, firstLine: front.bodyLine, options: RenderOptions(headingShift: titled ? 0 : 1))
    diagnostics += rendered.diagnostics
    let body = String(decoding: front.body, as: UTF8.self)
    return Document(
      file: file.path, source: file, language: language, title: title, stamp: stamp, body: rendered.fragment,
      digest: Legislation.digest(of: title + body))
  }
}

extension YAMLObject {
  /// `of:` and `review:`; a review without a digest is a draft of something unnamed and is reported.
  fileprivate mutating func stamp(_ diagnostics: inout [Diagnostic]) -> Stamp? {
    let review = choice("review", as: Stamp.Review.self, &diagnostics)
    guard let of = string("of", &diagnostics) else { return nil }
    guard of.utf8.count == 12, of.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else {
      diagnostics.append(
        Diagnostic(
          .badStamp, at: range("of"), Bilingual(zh: "\(of) 不是摘要", en: "'\(of)' is not a digest"),
          help: Bilingual(zh: "用 mingzhi stamp 写入", en: "let mingzhi stamp write it")))
      return nil
    }
    return Stamp(of: of, review: review ?? .draft, line: range("of").start.line)
  }
}
