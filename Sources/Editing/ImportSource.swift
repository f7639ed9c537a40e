import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file to import, as text.
struct ImportSource {
  /// What the grammar reads.
  var text: String
  /// The bytes of `published.txt`.
  var published: [UInt8]
  /// The file itself, when `published.txt` is made from it.
  var original: (name: String, bytes: [UInt8])?
  /// Lines of `text` that a web page sets beside its main text.
  var asides: Set<Int> = []
  /// For each line of `text`, the line of the file it comes from; empty where they are the same.
  var sourceLines: [Int] = []
}

/// A file larger than this is no legal text.
private let sizeLimit = 4 << 20

func readSource(_ path: String) throws(Failure) -> ImportSource {
  let bytes = try readFile(path)
  if path.hasSuffix(".docx") || path.hasSuffix(".DOCX") {
    let text = try textOfWord(path)
    return ImportSource(text: text, published: Array(text.utf8), original: ("published.docx", bytes))
  }
  guard let decoded = decodedText(bytes) else {
    throw .usage(
      Bilingual(zh: "\(path) 不是 UTF-8、UTF-16 或 GB 18030 文本", en: "\(path) is not text in UTF-8, UTF-16 or GB 18030"))
  }
  if looksLikeHTML(decoded.text) {
    let page = textOfHTML(decoded.text)
    return ImportSource(
      text: page.text, published: Array(page.text.utf8), original: ("published.html", bytes), asides: page.asides,
      sourceLines: page.sourceLines)
  }
  if let text = endingLinesInLF(decoded.text) {
    return ImportSource(text: text, published: Array(text.utf8), original: ("published.original", bytes))
  }
  guard decoded.encoding == .utf8 else {
    return ImportSource(text: decoded.text, published: Array(decoded.text.utf8), original: ("published.original", bytes))
  }
  return ImportSource(text: decoded.text, published: bytes)
}

/// A text whose lines end in CR alone, as old Macintosh files do, with LF instead; nil for any other.
private func endingLinesInLF(_ text: String) -> String? {
  var output: [UInt8] = []
  var hasLoneCR = false
  for byte in text.utf8 {
    if output.last == 13, byte != 10 {
      output[output.count - 1] = 10
      hasLoneCR = true
    }
    output.append(byte)
  }
  if output.last == 13 {
    output[output.count - 1] = 10
    hasLoneCR = true
  }
  return hasLoneCR ? String(decoding: output, as: UTF8.self) : nil
}

private func readFile(_ path: String) throws(Failure) -> [UInt8] {
  var status = stat()
  guard stat(path, &status) == 0 else { throw cannot("读取", "read", path) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw .usage(Bilingual(zh: "\(path) 不是文件", en: "\(path) is not a file"))
  }
  guard status.st_size <= sizeLimit else {
    throw .usage(Bilingual(zh: "\(path) 超过 4 MB", en: "\(path) is larger than 4 MB"))
  }
  guard let file = fopen(path, "rb") else { throw cannot("读取", "read", path) }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
  let count = fread(&bytes, 1, bytes.count, file)
  return Array(bytes[..<count])
}

/// Throws when the folder holds anything.
func refuseToOverwrite(_ folder: String) throws(Failure) {
  guard access(folder, F_OK) == 0, rmdir(folder) != 0 else { return }
  throw .usage(
    Bilingual(zh: "\(folder) 已经存在，不覆盖；请换一个名称", en: "\(folder) is there already and is not overwritten; choose another id"))
}

/// Writes the files into a new folder that appears whole or not at all.
func writeFolder(_ folder: String, _ files: [(name: String, bytes: [UInt8])]) throws(Failure) {
  let parent = folder.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  let name = folder.split(separator: "/").last.map(String.init) ?? "text"
  let staging = parent + "/." + name + ".importing-\(getpid())"
  var path = ""
  for component in staging.split(separator: "/", omittingEmptySubsequences: false) {
    path += path.isEmpty && component.isEmpty ? "/" : (path.isEmpty || path == "/" ? "" : "/") + component
    if mkdir(path, 0o777) != 0, errno != EEXIST, errno != EISDIR { throw cannot("建立", "create", path) }
  }
  let inner = Set(files.compactMap { file in file.name.contains("/") ? file.name.split(separator: "/").first.map(String.init) : nil })
  do throws(Failure) {
    for name in inner { guard mkdir(staging + "/" + name, 0o777) == 0 else { throw cannot("建立", "create", staging + "/" + name) } }
    for file in files {
      guard let output = fopen(staging + "/" + file.name, "wbx") else { throw cannot("写入", "write", staging + "/" + file.name) }
      let count = fwrite(file.bytes, 1, file.bytes.count, output)
      let closed = fclose(output)
      guard count == file.bytes.count, closed == 0 else { throw cannot("写入", "write", folder + "/" + file.name) }
    }
    guard rename(staging, folder) == 0 else { throw cannot("建立", "create", folder) }
  } catch {
    for file in files { unlink(staging + "/" + file.name) }
    for name in inner { rmdir(staging + "/" + name) }
    rmdir(staging)
    throw error
  }
}

private func cannot(_ zh: String, _ en: String, _ path: String) -> Failure {
  let number = errno
  let reason = String(cString: strerror(number))
  if number == ENOENT || number == ENOTDIR, en == "read" {
    return .usage(Bilingual(zh: "没有文件 \(path)", en: "there is no file \(path)"))
  }
  return .machine(Bilingual(zh: "无法\(zh) \(path)：\(reason)", en: "cannot \(en) \(path): \(reason)"))
}

/// The words of a Word file, through pandoc, a line for each paragraph.
private func textOfWord(_ path: String) throws(Failure) -> String {
  // Of the tables that pandoc draws, only those with a grid keep every cell apart.
  let form = "--to=plain-simple_tables-multiline_tables-pipe_tables+grid_tables"
  guard let pandoc = output(of: ["pandoc", "--from=docx", form, "--wrap=none", argument(path)]) else {
    throw .usage(
      Bilingual(zh: "读取 Word 文件需要 pandoc：请安装，或另存为纯文本", en: "a Word file needs pandoc: install it, or save the file as plain text"))
  }
  guard pandoc.status == 0, pandoc.bytes.count <= sizeLimit else {
    throw .usage(Bilingual(zh: "pandoc 读不了 \(path)", en: "pandoc cannot read \(path)"))
  }
  return String(decoding: pandoc.bytes, as: UTF8.self)
}

/// Writes a file that nobody else reads yet.
func writeWhole(_ bytes: [UInt8], to path: String) throws(Failure) {
  guard let file = fopen(path, "wb") else { throw cannot("写入", "write", path) }
  let count = fwrite(bytes, 1, bytes.count, file)
  guard fclose(file) == 0, count == bytes.count else { throw cannot("写入", "write", path) }
}

func removeFile(_ path: String) { unlink(path) }
