/// The text without what may differ between a publication and our edition: Unicode white space, `**`, and the
/// width of round brackets. Two texts with the same folding have the same law in them.
public func folded(_ text: some StringProtocol) -> String {
  var scalars = String.UnicodeScalarView()
  var star = false
  for scalar in text.unicodeScalars {
    if scalar == "*" {
      if star { star = false } else { star = true }
      continue
    }
    if star {
      scalars.append("*")
      star = false
    }
    switch scalar {
    case "(": scalars.append("（")
    case ")": scalars.append("）")
    // A byte order mark and what word processors put between letters: as invisible as white space.
    case "\u{200b}"..."\u{200f}", "\u{2060}", "\u{feff}": break
    case _ where scalar.properties.isWhitespace: break
    default: scalars.append(scalar)
    }
  }
  if star { scalars.append("*") }
  return String(scalars)
}
