import CZlib

/// The files of a zip archive, in the order of its directory; nil when it is no archive, or one of a kind that is not
/// read here (ZIP64, encrypted, another compression than deflate).
public func zipContents(_ archive: [UInt8]) -> [(path: String, contents: [UInt8])]? {
  // The end of the directory (4.3.16) stands last, behind it at most a comment.
  guard archive.count >= 22,
    let end = stride(from: archive.count - 22, through: max(0, archive.count - 22 - 0xffff), by: -1)
      .first(where: { archive.long($0) == 0x0605_4b50 })
  else { return nil }
  var place = archive.long(end + 16)
  var files: [(String, [UInt8])] = []
  for _ in 0..<archive.short(end + 10) {
    guard place + 46 <= archive.count, archive.long(place) == 0x0201_4b50 else { return nil }
    let (method, packed, size) = (archive.short(place + 10), archive.long(place + 20), archive.long(place + 24))
    let (name, extra, comment) = (archive.short(place + 28), archive.short(place + 30), archive.short(place + 32))
    let header = archive.long(place + 42)
    guard place + 46 + name <= archive.count, header + 30 <= archive.count else { return nil }
    let path = String(decoding: archive[place + 46..<place + 46 + name], as: UTF8.self)
    // The lengths of name and extra field may differ from those in the directory.
    let start = header + 30 + archive.short(header + 26) + archive.short(header + 28)
    guard start + packed <= archive.count else { return nil }
    switch method {
    case 0: files.append((path, Array(archive[start..<start + packed])))
    case 8:
      guard let contents = inflated(archive[start..<start + packed], size) else { return nil }
      files.append((path, contents))
    default: return nil
    }
    place += 46 + name + extra + comment
  }
  return files
}

private func inflated(_ packed: ArraySlice<UInt8>, _ size: Int) -> [UInt8]? {
  // Deflate makes a file at most about 1032 times smaller: a size beyond that is a lie.
  guard size > 0, size <= packed.count * 1040 else { return size == 0 ? [] : nil }
  var stream = z_stream()
  guard mingzhi_inflate_init(&stream) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  var result: Int32 = Z_OK
  let contents = [UInt8](unsafeUninitializedCapacity: size) { output, count in
    packed.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(size)
      result = inflate(&stream, Z_FINISH)
    }
    count = size - Int(stream.avail_out)
  }
  return result == Z_STREAM_END && contents.count == size ? contents : nil
}

extension [UInt8] {
  fileprivate func short(_ place: Int) -> Int { place + 2 <= count ? Int(self[place]) | Int(self[place + 1]) << 8 : 0 }

  fileprivate func long(_ place: Int) -> Int { short(place) | short(place + 2) << 16 }
}
