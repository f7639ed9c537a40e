/// The headers of a zip archive, and its directory, as files are added.
struct ZipDirectory {
  private var directory: [UInt8] = []
  private var count = 0
  private var offset = 0

  /// Section 4.4.22 of the note: counts and offsets have 16 and 32 bits.
  private static let mostFiles = 0xffff
  private static let mostBytes = 0xffff_ffff
  /// 1980-01-01 00:00, the earliest time there is (4.4.6).
  private static let time: [UInt8] = [0x00, 0x00, 0x21, 0x00]

  /// What stands before the data of the next file; nil when the archive would grow too large.
  mutating func header(of entry: ZipEntry) -> [UInt8]? {
    let name = Array(entry.path.utf8)
    guard count < Self.mostFiles, offset + entry.data.count + name.count + 30 < Self.mostBytes else { return nil }
    // Local file header (4.3.7) and central directory header (4.3.12) share what is between version and names.
    var common: [UInt8] = [20, 0]
    common.append(short: 0x0800)
    common.append(short: entry.isDeflated ? 8 : 0)
    common += Self.time
    common.append(long: Int(entry.crc))
    common.append(long: entry.data.count)
    common.append(long: entry.size)
    common.append(short: name.count)
    common.append(short: 0)
    directory.append(long: 0x0201_4b50)
    // Made on Unix, for the rights of the file: rw-r--r--.
    directory += [20, 3] + common
    directory.append(short: 0)
    directory.append(short: 0)
    directory.append(short: 0)
    directory.append(long: 0o100644 << 16)
    directory.append(long: offset)
    directory += name
    var header: [UInt8] = []
    header.append(long: 0x0403_4b50)
    header += common + name
    count += 1
    offset += header.count + entry.data.count
    return header
  }

  /// What stands behind the last file.
  var end: [UInt8] {
    var end = directory
    end.append(long: 0x0605_4b50)
    end.append(long: 0)
    end.append(short: count)
    end.append(short: count)
    end.append(long: directory.count)
    end.append(long: offset)
    end.append(short: 0)
    return end
  }
}

/// A whole archive in memory; nil when it would pass the limits of the format.
public func zipArchive(_ entries: [ZipEntry]) -> [UInt8]? {
  var directory = ZipDirectory()
  var bytes: [UInt8] = []
  for entry in entries {
    guard let header = directory.header(of: entry) else { return nil }
    bytes += header
    bytes += entry.data
  }
  return bytes + directory.end
}

extension [UInt8] {
  /// Appends 16 bits of a number, lowest byte first.
  fileprivate mutating func append(short number: Int) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
  }

  fileprivate mutating func append(long number: Int) {
    append(short: number & 0xffff)
    append(short: number >> 16)
  }
}
