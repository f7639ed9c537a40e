import Corpus
import Diagnostics

/// The search index of one language, in pieces that a browser loads when it needs them.
struct SearchIndex {
  let groups: [SearchGroup]
  /// Postings by piece: for each term the documents that hold it, and how much it says of them.
  let termPieces: [[UInt8]]
  /// The documents themselves, `documentsInPiece` each, for titles and excerpts.
  let textPieces: [[UInt8]]

  /// Documents whose texts stand in one piece: about 25 KB of our corpus, 8 KB on the wire. A page of results shows
  /// ten documents, so that much larger pieces would load what nobody sees.
  static let documentsInPiece = 16
  /// Postings in one piece, about: 32 KB, so that a word costs one short load and a site of 150 provisions has eight.
  private static let termPieceSize = 32 << 10

  /// Builds the index. The same corpus gives the same bytes, whatever the number of cores.
  init(_ context: SiteContext, _ language: Language) {
    let groups = SearchGroup.all(in: context, language)
    self.groups = groups
    let places = groups.indices.flatMap { group in (0..<groups[group].count).map { (group, $0) } }
    let pieces = (places.count + Self.documentsInPiece - 1) / Self.documentsInPiece
    let home = Route.search(language)
    let read = concurrentMap(Array(0..<pieces)) { piece in
      let numbers = piece * Self.documentsInPiece..<min(places.count, (piece + 1) * Self.documentsInPiece)
      let documents = numbers.map { groups[places[$0].0].document(places[$0].1) }
      return (
        text: textPiece(documents, from: home),
        postings: zip(numbers, documents).flatMap { postings(of: $1, number: UInt32($0)) }
      )
    }
    textPieces = read.map(\.text)
    termPieces = Self.termPieces(read.map(\.postings))
  }

  /// Sorts postings by term and parts them into pieces; a power of two, so that small edits keep the parting.
  private static func termPieces(_ read: [[Posting]]) -> [[UInt8]] {
    // A posting takes about three bytes, its share of the term's spelling included.
    let size = read.reduce(0) { $0 + $1.count } * 3
    var count = 1
    while count * termPieceSize < size { count *= 2 }
    var parted = [[Posting]](repeating: [], count: count)
    for posting in read.joined() { parted[posting.term.piece(of: count)].append(posting) }
    return concurrentMap(parted) { written($0.sorted { ($0.term, $0.document) < ($1.term, $1.document) }) }
  }
}

/// A term in a document, with its share in what the document is about: from 1 to `Posting.mostWeight`.
struct Posting: Sendable {
  let term: SearchTerm
  let document: UInt32
  let weight: UInt8

  static let mostWeight = 63.0
}

/// The postings of a document, in no particular order.
///
/// The weight is the term's part of BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009): counts
/// are summed over title, keywords and texts with a boost for each, long texts are damped, and the sum saturates. It
/// hangs on nothing outside the document, so that an edit changes few pieces; the browser adds the rarity of the term.
func postings(of document: SearchDocument, number: UInt32) -> [Posting] {
  var counts: [(term: SearchTerm, count: Double)] = []
  func add(_ text: String, boost: Double, usual: Double?) {
    let terms = SearchTerm.all(in: text)
    let damping = usual.map { 0.5 + 0.5 * Double(terms.count) / $0 } ?? 1
    for term in terms { counts.append((term, boost / damping)) }
  }
  add(document.title, boost: 5, usual: nil)
  for keyword in document.keywords { add(keyword, boost: 2.5, usual: nil) }
  for text in document.texts {
    // The usual lengths are those of our corpus, in terms.
    switch text.source {
    case .law: add(text.text, boost: 2, usual: 120)
    case .ours: add(text.text, boost: 1, usual: 250)
    }
  }
  counts.sort { $0.term < $1.term }
  var postings: [Posting] = []
  var index = 0
  while index < counts.count {
    let term = counts[index].term
    var sum = 0.0
    while index < counts.count, counts[index].term == term {
      sum += counts[index].count
      index += 1
    }
    let weight = (sum / (sum + 1.5) * Posting.mostWeight).rounded()
    postings.append(Posting(term: term, document: number, weight: UInt8(max(1, weight))))
  }
  return postings
}

/// A piece of postings: `term:…,term:…`, and for each document its distance from the one before and its weight.
///
/// Numbers are written in digits of 64: a distance five bits a digit, the sixth bit saying that more follow; a weight
/// in one digit.
private func written(_ postings: [Posting]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(postings.count * 4)
  var term: SearchTerm?
  var next: UInt32 = 0
  for posting in postings {
    if posting.term != term {
      if term != nil { bytes.append(UInt8(ascii: ",")) }
      posting.term.append(to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      term = posting.term
      next = 0
    }
    var distance = posting.document - next
    while distance >= 32 {
      bytes.append(digits[Int(32 + distance % 32)])
      distance /= 32
    }
    bytes.append(digits[Int(distance)])
    bytes.append(digits[Int(posting.weight)])
    next = posting.document + 1
  }
  return bytes
}

private let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

/// Documents as a JSON list: address from the search page, title, and the texts with their sources.
private func textPiece(_ documents: [SearchDocument], from home: Route) -> [UInt8] {
  var json = JSONText()
  json.list(documents) { json, document in
    json.raw("[")
    json.string(home.href(to: document.route) + document.anchor)
    json.raw(",")
    json.string(document.title)
    for text in document.texts {
      json.raw(",")
      json.string(text.source.rawValue + text.text)
    }
    json.raw("]")
  }
  return json.bytes
}
