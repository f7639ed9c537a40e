import Corpus
import Diagnostics
import Editing
import Publishing
import Site
import Synchronization

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
    let editables = hasPandoc ? pack.printables.compactMap { printable in context.editable(printable).map { (printable, $0) } } : []
    let all = editables.count + (chromium == nil ? 0 : pack.printables.count)
    let done = Counter()
    @Sendable func step(_ name: String) { terminal.progress(done.next(), of: all, name) }
    let edited = concurrentMap(editables) { printable, editable -> Document? in
      defer { step(printable.name) }
      return pandoc(printable, editable).map { Document(path: "documents/\(printable.name).\(editable.ending)", bytes: $0) }
    }
    let printed = chromium.map { program in
      let printer = ChromiumPrinter(program, arguments: chromiumArguments)
      defer { printer?.end() }
      return pack.printables.map { printable -> Document? in
        defer { step(printable.name) }
        return pdf(printable, program, printer).map { Document(path: "documents/\(printable.name).pdf", bytes: $0) }
      }
    }
    return (edited + (printed ?? [])).compactMap(\.self)
  }

  /// Chromium's sandbox does not work for root; the pages are our own.
  private var chromiumArguments: [String] {
    ["--disable-gpu", "--user-data-dir=\(workshop)/profile"] + (getuid() == 0 ? ["--no-sandbox"] : [])
  }

  /// By the browser that runs, or, where that fails, by one of its own.
  private func pdf(_ printable: SchoolPack.Printable, _ chromium: String, _ printer: ChromiumPrinter?) -> [UInt8]? {
    guard let page = realpath(folder + "/" + printable.route.path, nil) else { return nil }
    defer { free(page) }
    let address = "file://" + percentEncoded(String(cString: page))
    if let bytes = printer?.pdf(address), !bytes.isEmpty { return bytes }
    let target = workshop + "/page.pdf"
    unlink(target)
    let run = output(
      of: [chromium, "--headless", "--no-first-run", "--user-data-dir=\(workshop)/single"] + chromiumArguments.filter { !$0.hasPrefix("--user") }
        + ["--no-pdf-header-footer", "--print-to-pdf=\(target)", address])
    return finished(run, target, printable.name + ".pdf")
  }

  private func pandoc(_ printable: SchoolPack.Printable, _ editable: (ending: String, html: [UInt8])) -> [UInt8]? {
    let source = "\(workshop)/\(printable.name).html"
    let target = "\(workshop)/\(printable.name).\(editable.ending)"
    guard write(editable.html, to: source) else { return nil }
    let form = editable.ending == "pptx" ? ["--slide-level=2"] : []
    let run = output(of: ["pandoc", "--from=html", "--to=" + editable.ending, "--output=" + target] + form + [source])
    return finished(run, target, "\(printable.name).\(editable.ending)").map {
      dressed($0, ending: editable.ending, language: printable.language)
    }
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

/// Counts on several threads.
private final class Counter: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
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
    emit("\r\u{1b}[K" + (done == all ? "" : "\(done)/\(all) \(name)"), to: STDERR_FILENO)
  }
}
