import Diagnostics

/// What may differ from page to page in rendering.
public struct RenderOptions: Hashable, Sendable {
  /// Added to each heading's level: 1 makes `##` an `<h3>`. No heading passes `<h6>`.
  public var headingShift: Int

  public init(headingShift: Int = 0) { self.headingShift = headingShift }
}

/// Renders Markdown of ours: CommonMark, and our extensions (emphasis and soft line breaks in Chinese text, no raw
/// HTML, no dangerous links, limits).
///
/// - Parameters:
///   - bytes: The Markdown, without front matter.
///   - file: The path to show in diagnostics.
///   - firstLine: The line of the file that `bytes` begins on.
/// - Returns: The fragment, and what is wrong with the source. After an error that makes the source unreadable (not
///   UTF-8, over a limit) the fragment is empty.
public func render(
  markdown bytes: [UInt8], file: String, firstLine: Int = 1, options: RenderOptions = RenderOptions()
) -> (fragment: Fragment, diagnostics: [Diagnostic]) {
  let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  let bytes = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
  var (source, inspection) = inspect(bytes, file: file, firstLine: firstLine)
  guard inspection.isReadable else { return (.empty, inspection.diagnostics) }

  var builder = FragmentBuilder(source, options)
  var document = MarkdownDocument(parsing: source.bytes)
  builder.read(&document)
  if !builder.insertions.isEmpty && !inspection.hasSentinel {
    let mended = Sentinel.inserted(into: source.bytes, at: builder.insertions.sorted())
    source = SourceText(
      bytes: mended, lineStarts: SourceText.lineStarts(of: mended), file: file, firstLine: firstLine,
      hasSentinels: true)
    builder = FragmentBuilder(source, options)
    document = MarkdownDocument(parsing: mended)
    builder.read(&document)
  }
  return (builder.fragment(of: document), inspection.diagnostics + builder.diagnostics)
}

/// Renders a part of a file: what follows its front matter.
public func render(
  markdown bytes: ArraySlice<UInt8>, file: String, firstLine: Int = 1, options: RenderOptions = RenderOptions()
) -> (fragment: Fragment, diagnostics: [Diagnostic]) {
  render(markdown: Array(bytes), file: file, firstLine: firstLine, options: options)
}
