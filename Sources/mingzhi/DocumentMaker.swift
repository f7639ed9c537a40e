import Diagnostics
import Editing
import Publishing
import Site

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes PDF, PPTX and DOCX of school materials with programs that may or may not be there: Chromium and pandoc.
struct DocumentMaker {
  struct Document: Sendable {
    /// In the pack: `documents/worksheet-two-rulers-zh.pdf`.
    let path: String
    let bytes: [UInt8]
  }

  /// The published pack.
  private let folder: String
  /// Where the programs write.
  private let workshop: String
  private let terminal: Terminal

  init(folder: String, terminal: Terminal) throws(Failure) {
    let home = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((home + "/mingzhi-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      let system = String(cString: strerror(errno))
      throw .machine(Bilingual(zh: "无法在 \(home) 建临时文件夹：\(system)", en: "cannot make a temporary folder in \(home): \(system)"))
    }
    workshop = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    self.folder = folder
    self.terminal = terminal
  }

  /// Removes what the programs have written.
  func tidy() { _ = output(of: ["rm", "-rf", "--", workshop]) }

  /// Every document that the programs at hand can make; says which program is missing.
  func documents(of pack: SchoolPack, in context: SiteContext) throws(Failure) -> [Document] {
    let chromium = ["chromium", "chromium-browser", "google-chrome"].first { output(of: [$0, "--version"])?.status == 0 }
    let hasPandoc = output(of: ["pandoc", "--version"])?.status == 0
    if chromium == nil {
      terminal.note(Bilingual(zh: "没有找到 Chromium，不生成 PDF；网页都在", en: "Chromium is not here, so there are no PDFs; the pages are all there"))
    }
    if !hasPandoc {
      terminal.note(Bilingual(zh: "没有找到 pandoc，不生成 PPTX 和 DOCX；网页都在", en: "pandoc is not here, so there are no PPTX and DOCX files; the pages are all there"))
    }
    var made: [Document] = []
    for (index, printable) in pack.printables.enumerated() {
      terminal.progress(index + 1, of: pack.printables.count, printable.name)
      if let chromium, let bytes = pdf(printable, chromium) {
        made.append(Document(path: "documents/\(printable.name).pdf", bytes: bytes))
      }
      if hasPandoc, let editable = context.editable(printable), let bytes = pandoc(printable.name, editable) {
        made.append(Document(path: "documents/\(printable.name).\(editable.ending)", bytes: bytes))
      }
    }
    return made
  }

  private func pdf(_ printable: SchoolPack.Printable, _ chromium: String) -> [UInt8]? {
    guard let page = realpath(folder + "/" + printable.route.path, nil) else { return nil }
    defer { free(page) }
    let target = workshop + "/page.pdf"
    unlink(target)
    // Chromium's sandbox does not work for root; the pages are our own.
    let sandbox = getuid() == 0 ? ["--no-sandbox"] : []
    let run = output(
      of: [chromium, "--headless", "--disable-gpu", "--no-first-run", "--user-data-dir=\(workshop)/profile"] + sandbox
        + ["--no-pdf-header-footer", "--print-to-pdf=\(target)", "file://" + percentEncoded(String(cString: page))])
    return finished(run, target, printable.name + ".pdf")
  }

  private func pandoc(_ name: String, _ editable: (ending: String, html: [UInt8])) -> [UInt8]? {
    let source = workshop + "/source.html"
    let target = workshop + "/document." + editable.ending
    unlink(target)
    guard write(editable.html, to: source) else { return nil }
    let form = editable.ending == "pptx" ? ["--slide-level=2"] : []
    let run = output(of: ["pandoc", "--from=html", "--to=" + editable.ending, "--output=" + target] + form + [source])
    return finished(run, target, name + "." + editable.ending)
  }

  private func finished(_ run: (status: Int32, bytes: [UInt8])?, _ target: String, _ name: String) -> [UInt8]? {
    if run?.status == 0, let bytes = fileBytes(target), !bytes.isEmpty { return bytes }
    terminal.note(Bilingual(zh: "\(name) 没有做成", en: "\(name) could not be made"))
    return nil
  }

  private func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let written = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && written == bytes.count
  }

  private func fileBytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}

/// A path in a file: URL.
private func percentEncoded(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"):
      bytes.append(byte)
    default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

extension Terminal {
  /// Something worth knowing that is no error.
  func note(_ message: Bilingual) {
    guard !talk.quiet else { return }
    emit("mingzhi: " + message[language] + "\n", to: STDERR_FILENO)
  }

  /// How far long work has come; only on a terminal.
  func progress(_ done: Int, of all: Int, _ name: String) {
    guard !talk.quiet, isatty(STDERR_FILENO) == 1 else { return }
    emit("\r\u{1b}[K\(done)/\(all) \(name)" + (done == all ? "\n" : ""), to: STDERR_FILENO)
  }
}
