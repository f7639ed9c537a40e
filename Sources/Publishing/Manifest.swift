/// The hidden file in the site that lists the files we made, so that others are left alone.
let manifestName = ".mingzhi-manifest"

private let firstLine = "mingzhi 1: the files that `mingzhi build` made here"

/// The manifest's bytes: a line of title, then a path a line, sorted.
func manifestBytes(of paths: some Collection<String>) -> [UInt8] {
  var bytes = Array(firstLine.utf8)
  for path in paths.sorted() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: path.utf8)
  }
  bytes.append(UInt8(ascii: "\n"))
  return bytes
}

/// The paths in a manifest; nil when it is not one. Paths are only ever compared with files found in the folder,
/// so that a manifest changed by hand cannot lead out of it.
func manifestPaths(in bytes: [UInt8]) -> Set<String>? {
  var lines = bytes.split(separator: UInt8(ascii: "\n"))[...]
  guard lines.popFirst().map({ $0.elementsEqual(firstLine.utf8) }) == true else { return nil }
  return Set(lines.map { String(decoding: $0, as: UTF8.self) })
}
