import Corpus
import Diagnostics
import Legislation

/// The order in which a question shows its entries: mixed, but the same in every build and in both languages, so that
/// the letters of the key always fit.
extension Question {
  /// The options, mixed.
  var shownOptions: [Option] { mixed(options) { $0.text.zh } }

  /// Places, from 0, of the right sides (match) or of the sequence (order) as they are shown.
  var shownPlaces: [Int] {
    let texts = kind == .match ? pairs.map(\.right.zh) : sequence.map(\.zh)
    return mixed(Array(texts.indices)) { texts[$0] }
  }

  private func mixed<Entry>(_ entries: [Entry], _ text: (Entry) -> String) -> [Entry] {
    let keys = entries.map { digest(of: id + text($0)) }
    var order = entries.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    // An order that is right already would give the answer away.
    if kind == .order || kind == .match, order == Array(entries.indices), let first = order.first {
      order.removeFirst()
      order.append(first)
    }
    return order.map { entries[$0] }
  }
}

/// `A`, `B` … for the options of a printed question.
func letter(_ index: Int) -> String { String(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(index, 25)))) }
