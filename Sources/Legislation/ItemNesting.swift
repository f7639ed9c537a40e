import Diagnostics

/// An item as it stands in the source, before it is put under the one it belongs to.
struct FlatItem {
  var label: Label
  var printed: String
  var text: String
  var line: Int

  var level: Int { if case .item(let level) = label.kind { level } else { 1 } }
}

/// Puts sub-items under their items: （一） holds 1., which holds （1）.
func nested(_ flat: [FlatItem]) -> [Item] {
  var index = 0
  // Levels grow with every call and there are four of them.
  func children(of level: Int) -> [Item] {
    var items: [Item] = []
    while index < flat.count, flat[index].level > level {
      let item = flat[index]
      index += 1
      items.append(
        Item(label: item.printed, text: item.text, items: children(of: item.level), line: item.line))
    }
    return items
  }
  return children(of: -1)
}

/// English letters double as Roman numerals: `(i)` after `(h)` is a letter, under `(a)` it is a numeral.
func resolvingRoman(_ label: Label, after earlier: [FlatItem]) -> Label {
  guard label.kind == .item(2), let letter = label.numbers.first, let previous = earlier.last,
    let value = [9: 1, 22: 5, 24: 10][letter]
  else { return label }
  let isNumeral =
    previous.level == 3 ? previous.label.numbers == [value - 1]
    : previous.level == 2 && value == 1 && previous.label.numbers != [letter - 1]
  return isNumeral ? Label(.item(3), [value]) : label
}
