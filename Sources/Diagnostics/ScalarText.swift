/// Between texts and their scalars, at once. The standard library's conversions go scalar by scalar through iterators
/// of other modules, which took 7 % of a build.

extension String {
  /// The text of some scalars.
  public init(scalars: ArraySlice<Unicode.Scalar>) {
    self = scalars.withUnsafeBufferPointer(encoded)
  }

  /// The text of some scalars.
  public init(scalars: [Unicode.Scalar]) {
    self = scalars.withUnsafeBufferPointer(encoded)
  }
}

private func encoded(_ scalars: UnsafeBufferPointer<Unicode.Scalar>) -> String {
  var size = 0
  for scalar in scalars { size += scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x1_0000 ? 3 : 4 }
  return String(unsafeUninitializedCapacity: size) { buffer in
    var count = 0
    func put(_ byte: UInt32) {
      buffer[count] = UInt8(truncatingIfNeeded: byte)
      count += 1
    }
    for scalar in scalars {
      let value = scalar.value
      switch value {
      case ..<0x80: put(value)
      case ..<0x800:
        put(0xc0 | value >> 6)
        put(0x80 | value & 0x3f)
      case ..<0x1_0000:
        put(0xe0 | value >> 12)
        put(0x80 | value >> 6 & 0x3f)
        put(0x80 | value & 0x3f)
      default:
        put(0xf0 | value >> 18)
        put(0x80 | value >> 12 & 0x3f)
        put(0x80 | value >> 6 & 0x3f)
        put(0x80 | value & 0x3f)
      }
    }
    return count
  }
}

extension [Unicode.Scalar] {
  /// The scalars of a text.
  public init(of text: String) {
    var text = text
    self = text.withUTF8 { Self(decoding: $0) }
  }

  /// The scalars of a text.
  public init(of text: Substring) {
    var text = text
    self = text.withUTF8 { Self(decoding: $0) }
  }

  /// The scalars of bytes that are known to be valid UTF-8: those of a `SourceFile`, or of a `String`.
  public init(decoding bytes: UnsafeBufferPointer<UInt8>) {
    self.init(unsafeUninitializedCapacity: bytes.count) { scalars, count in
      var index = 0
      func rest(_ place: Int) -> UInt32 { place < bytes.count ? UInt32(bytes[place] & 0x3f) : 0 }
      func put(_ scalar: Unicode.Scalar) {
        scalars.initializeElement(at: count, to: scalar)
        count += 1
      }
      while index < bytes.count {
        let first = bytes[index]
        switch first {
        case ..<0x80:
          put(Unicode.Scalar(first))
          index += 1
        case ..<0xe0:
          put(Unicode.Scalar(UInt32(first & 0x1f) << 6 | rest(index + 1)) ?? "\u{fffd}")
          index += 2
        case ..<0xf0:
          put(Unicode.Scalar(UInt32(first & 0x0f) << 12 | rest(index + 1) << 6 | rest(index + 2)) ?? "\u{fffd}")
          index += 3
        default:
          put(Unicode.Scalar(UInt32(first & 0x07) << 18 | rest(index + 1) << 12 | rest(index + 2) << 6 | rest(index + 3)) ?? "\u{fffd}")
          index += 4
        }
      }
    }
  }
}
