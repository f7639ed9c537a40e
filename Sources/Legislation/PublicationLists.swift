/// Items that run on in one line: `包括：（一）甲；（二）乙。`
struct RunningList {
  /// What stands before the first item; the text of the item that the line began with.
  var opening: String
  var items: [(label: PublishedLabel, text: String)]
}

/// Parts a list that runs on, when its numbers count up and each follows a stop; nil when there is none.
/// - Parameter item: the item that the line began with, whose list goes on.
func runningList(in text: String, after item: PublishedLabel?) -> RunningList? {
  if let item, item.label.kind != .item(1) { return nil }
  guard text.unicodeScalars.contains(where: { $0 == "（" || $0 == "(" }) else { return nil }
  var next = (item?.label.numbers.first ?? 0) + 1
  let scalars = text.unicodeScalars
  var cuts: [(place: String.Index, label: PublishedLabel)] = []
  var last: Unicode.Scalar = " "
  var depth = 0
  for index in scalars.indices {
    let scalar = scalars[index]
    if scalar == "“" { depth += 1 }
    if scalar == "”" { depth -= 1 }
    if scalar == "（" || scalar == "(", depth == 0, isListStop(last, isFirst: next == 1), let label = publishedLabel(text[index...]),
      label.label == Label(.item(1), [next]), !citesItem(label.rest)
    {
      cuts.append((index, label))
      next += 1
    }
    if !isWhiteSpace(scalar) { last = scalar }
  }
  guard let first = cuts.first, cuts.count >= (item == nil ? 2 : 1) else { return nil }
  var items: [(label: PublishedLabel, text: String)] = []
  for (order, cut) in cuts.enumerated() {
    let end = order + 1 < cuts.count ? cuts[order + 1].place : text.endIndex
    guard let label = publishedLabel(trimming(text[cut.place..<end])) else { return nil }
    items.append((label, label.rest))
  }
  return RunningList(opening: String(trimming(text[..<first.place])), items: items)
}

private func isListStop(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
  isFirst ? scalar == "：" || scalar == ":" : ["；", ";", "。", "，", "、"].contains(scalar)
}

/// `（二）项规定的…`, `（一）至（三）项…`: a citation of items, not an item; 项目 and 款项 are words of their own.
func citesItem(_ rest: String) -> Bool {
  if rest.hasPrefix("项") { return !rest.hasPrefix("项目") }
  if rest.hasPrefix("款") { return !rest.hasPrefix("款项") }
  return ["、（", "至（", "至第（", "和（", "或（", "或者（"].contains(where: rest.hasPrefix)
}
