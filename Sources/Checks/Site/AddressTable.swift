/// Finds the number of an address of the site from its bytes, without making a text of them: a page has hundreds of
/// links, and most of them are sound.
struct AddressTable: Sendable {
  /// All addresses, one after the other.
  private let bytes: [UInt8]
  /// Where each address ends in `bytes`.
  private let ends: [Int32]
  /// Open addressing with linear probing: numbers of addresses, -1 where there is none. Never more than half full.
  private let slots: [Int32]

  /// Of addresses that stand here twice the first one counts.
  init(_ addresses: [String]) {
    var bytes: [UInt8] = []
    var ends: [Int32] = []
    var slots = [Int32](repeating: -1, count: max(16, (addresses.count * 2).nextPowerOfTwo))
    for (number, address) in addresses.enumerated() {
      bytes += address.utf8
      ends.append(Int32(bytes.count))
      var slot = Int(truncatingIfNeeded: siteHash(address.utf8)) & (slots.count - 1)
      while slots[slot] >= 0, addresses[Int(slots[slot])] != address { slot = (slot + 1) & (slots.count - 1) }
      if slots[slot] < 0 { slots[slot] = Int32(number) }
    }
    (self.bytes, self.ends, self.slots) = (bytes, ends, slots)
  }

  subscript(address: String) -> Int32? {
    var address = address
    return address.withUTF8 { self[$0[0..<0], $0[...]] }
  }

  /// The number of the address that these two stretches make together.
  subscript(folder: Slice<UnsafeBufferPointer<UInt8>>, rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int32? {
    let length = folder.count + rest.count
    var slot = Int(truncatingIfNeeded: siteHash(rest, siteHash(folder))) & (slots.count - 1)
    return bytes.withUnsafeBufferPointer { bytes in
      while slots[slot] >= 0 {
        let number = Int(slots[slot])
        let start = number == 0 ? 0 : Int(ends[number - 1])
        if Int(ends[number]) - start == length, isSame(bytes, start, folder), isSame(bytes, start + folder.count, rest) { return slots[slot] }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  private func isSame(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let end = part.endIndex
    var index = part.startIndex
    while index < end, bytes[start + index - part.startIndex] == part[index] { index += 1 }
    return index == end
  }
}

/// The hash of an address or an id (FNV-1a, 64 bits); with `start`, of bytes that go on from others.
func siteHash(_ bytes: some Sequence<UInt8>, _ start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
  var hash = start
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return hash
}

extension Int {
  /// The least power of two that is no less.
  fileprivate var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
