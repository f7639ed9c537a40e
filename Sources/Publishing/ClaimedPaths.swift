import Diagnostics

/// The paths that pages of one build have taken, so that no two of them meet on any disk.
///
/// Compared without case and by canonical equivalence, as the disks of macOS and Windows do.
struct ClaimedPaths: Sendable {
  private struct Claim { var path: String, isFolder: Bool }
  private var claims: [String: Claim] = [:]
  private var folders: Set<String> = []

  /// Takes `path` for one file and its folders for folders.
  /// Returns the folder the file is in, "" for the root.
  /// - Throws: `PB101` when it is no plain relative path, `PB102` when it is taken.
  mutating func claim(_ path: String) throws(Failure) -> String {
    guard isPlain(path) else {
      throw .content([
        Diagnostic(
          .unusableAddress, at: nil,
          Bilingual(zh: "“\(path)”不能用作页面地址", en: "\"\(path)\" cannot be a page's address"),
          help: Bilingual(zh: "请修改内容中的编号", en: "change the id in the content"))
      ])
    }
    let folder = parentFolder(of: path)
    if !folders.contains(folder) { try claimFolders(of: folder) }
    let claim = Claim(path: path, isFolder: false)
    if let other = claims.updateValue(claim, forKey: path.lowercased()) { throw collision(claim, other) }
    return folder
  }

  private mutating func claimFolders(of folder: String) throws(Failure) {
    var ancestor = folder
    while !ancestor.isEmpty, folders.insert(ancestor).inserted {
      let claim = Claim(path: ancestor, isFolder: true)
      if let other = claims.updateValue(claim, forKey: ancestor.lowercased()),
        !other.isFolder || other.path != ancestor
      {
        throw collision(claim, other)
      }
      ancestor = parentFolder(of: ancestor)
    }
  }

  private func collision(_ one: Claim, _ other: Claim) -> Failure {
    let message =
      if one.path != other.path {
        Bilingual(
          zh: "\(one.path) 与 \(other.path) 在许多磁盘上是同一个名字",
          en: "\(one.path) and \(other.path) are one name on many disks")
      } else if one.isFolder != other.isFolder {
        Bilingual(
          zh: "\(one.path) 既是页面，又是页面所在的文件夹", en: "\(one.path) is both a page and a folder of pages")
      } else {
        Bilingual(zh: "两个页面都要写入 \(one.path)", en: "two pages are written to \(one.path)")
      }
    return .content([
      Diagnostic(
        .sharedAddress, at: nil, message,
        help: Bilingual(zh: "请修改其中一个页面的编号", en: "change the id of one of the pages"))
    ])
  }
}

/// The folder part of a relative path: `zh/nantong` of `zh/nantong/1.html`, "" of `index.html`.
func parentFolder(of path: String) -> String {
  let bytes = path.utf8
  guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "" }
  return String(path[..<slash])
}

/// Whether `path` is a relative path without `.`, `..` or empty parts, short enough for any disk (255 bytes a
/// name, 1,024 in all) and free of what Windows and FAT disks refuse: the site travels on USB sticks.
private func isPlain(_ path: String) -> Bool {
  guard path.utf8.count <= 1024, path != manifestName else { return false }
  var length = 0
  var dots = 0
  func isName() -> Bool { length > 0 && length <= 255 && !(length == dots && dots <= 2) }
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "/"):
      guard isName() else { return false }
      (length, dots) = (0, 0)
      continue
    case 0..<0x20, 0x7f, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "\""),
      UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "\\"):
      return false
    case UInt8(ascii: "."): dots += 1
    default: break
    }
    length += 1
  }
  return isName()
}
