import Corpus
import Diagnostics

/// The search index of one language, in pieces that a browser loads when it needs them.
struct SearchIndex {
  let groups: [SearchGroup]
  /// Postings by piece: for each term the documents that hold it, and how much it says of them.
  let termPieces: [[UInt8]]
  /// The documents themselves, for titles and excerpts, and how many of them each piece holds.
  let textPieces: [(json: [UInt8], count: Int)]

  /// Bytes of documents in one piece, about: 25 KB on the wire. A page of results shows ten documents, so that much
  /// larger pieces would load what nobody sees; much smaller ones compress badly.
  private static let textPieceSize = 64 << 10
  /// Bytes of postings in one piece, about: a word costs one short load, and a site of 170 provisions has eight.
  private static let termPieceSize = 32 << 10

  /// Builds the index. The same corpus gives the same bytes, whatever the number of cores.
  init(_ context: SiteContext, _ language: Language) {
    let groups = SearchGroup.all(in: context, language)
    self.groups = groups
    let places = groups.indices.flatMap { group in (0..<groups[group].count).map { (group, $0) } }
    let home = Route.search(language)
    // Some documents at a time, so that a reader meets many words again.
    let starts = Array(stride(from: 0, to: places.count, by: 64))
    let read = concurrentMap(starts) { start in
      var reader = TermReader()
      var postings: [Posting] = []
      let texts = places[start..<min(start + 64, places.count)].enumerated().map { number, place in
        let document = groups[place.0].document(place.1)
        postings += document.postings(number: UInt32(start + number), &reader)
        return document.json(from: home)
      }
      return (texts: texts, postings: PostingRuns(postings))
    }
    textPieces = Self.textPieces(read.lazy.flatMap(\.texts))
    termPieces = Self.termPieces(read.map(\.postings))
  }

  /// Joins documents to lists of about the same size.
  private static func textPieces(_ documents: some Sequence<[UInt8]>) -> [(json: [UInt8], count: Int)] {
    var pieces: [(json: [UInt8], count: Int)] = []
    for document in documents {
      if let last = pieces.last, last.json.count + document.count <= textPieceSize {
        pieces[pieces.count - 1].json += ",\n".utf8 + document
        pieces[pieces.count - 1].count += 1
      } else {
        pieces.append((Array("[".utf8) + document, 1))
      }
    }
    return pieces.map { ($0.json + "]".utf8, $0.count) }
  }

  /// Parts the postings into pieces by term; a power of two, so that small edits keep the parting.
  private static func termPieces(_ read: [PostingRuns]) -> [[UInt8]] {
    // A posting takes about three bytes, its share of the term's spelling included.
    let size = read.reduce(0) { $0 + $1.count } * 3
    var count = 1
    while count * termPieceSize < size { count *= 2 }
    var parted = [[PostingRuns.Place]](repeating: [], count: count)
    for (number, runs) in read.enumerated() {
      for (index, term) in runs.terms.enumerated() {
        parted[term.piece(of: count)].append(PostingRuns.Place(term: term, runs: Int32(number), index: Int32(index)))
      }
    }
    return concurrentMap(parted) { places in
      written(places.sorted { ($0.term, $0.runs) < ($1.term, $1.runs) }.lazy.flatMap { read[Int($0.runs)].postings(at: Int($0.index)) })
    }
  }
}

/// The postings of some documents, each term once: four bytes a posting.
private struct PostingRuns: Sendable {
  /// Where a term's postings stand among those of all documents.
  struct Place {
    let term: SearchTerm
    let runs: Int32
    let index: Int32
  }

  private(set) var terms: [SearchTerm] = []
  /// Where the postings of each term end in `values`.
  private var ends: [Int32] = []
  /// Documents, times the levels, plus the level.
  private var values: [UInt32] = []

  var count: Int { values.count }

  init(_ postings: [Posting]) {
    values.reserveCapacity(postings.count)
    for posting in postings.sorted(by: { ($0.term, $0.document) < ($1.term, $1.document) }) {
      if posting.term != terms.last {
        terms.append(posting.term)
        ends.append(Int32(values.count))
      }
      values.append(posting.document * Posting.levels + posting.level)
      ends[ends.count - 1] = Int32(values.count)
    }
  }

  func postings(at index: Int) -> [Posting] {
    values[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])].map { value in
      Posting(term: terms[index], document: value / Posting.levels, level: value % Posting.levels)
    }
  }
}

/// A term in a document, with its share in what the document is about: from 0 to `Posting.levels` - 1.
struct Posting: Equatable, Sendable {
  let term: SearchTerm
  let document: UInt32
  let level: UInt32

  static let levels: UInt32 = 4
}

extension SearchDocument {
  /// The postings of the document, in the order of their terms.
  ///
  /// The weight is the term's part of BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009): counts
  /// are summed over title, keywords and texts with a boost for each, long texts are damped, and the sum saturates. It
  /// hangs on nothing outside the document, so that an edit changes few pieces; the browser adds the rarity of the term.
  func postings(number: UInt32, _ reader: inout TermReader) -> [Posting] {
    var counts: [(term: SearchTerm, count: Double)] = []
    func add(_ terms: [SearchTerm], boost: Double, usual: Double? = nil) {
      let damping = usual.map { 0.5 + 0.5 * Double(terms.count) / $0 } ?? 1
      for term in terms { counts.append((term, boost / damping)) }
    }
    add(reader.terms(of: title), boost: 5)
    for keyword in keywords { add(reader.terms(of: keyword), boost: 2.5) }
    for text in texts {
      let terms = reader.terms(of: text.text)
      // The usual lengths are those of our corpus, in terms.
      switch text.source {
      case .law: add(terms, boost: 2, usual: 120)
      case .ours: add(terms.filter { !$0.hasParticle }, boost: 1, usual: 200)
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
      let level = sum / (sum + 1.5) * Double(Posting.levels)
      postings.append(Posting(term: term, document: number, level: UInt32(level)))
    }
    return postings
  }

  /// Address from the search page, title, and the texts, each with a letter for its source.
  func json(from home: Route) -> [UInt8] {
    var json = JSONText()
    json.raw("[")
    json.string(home.href(to: route) + anchor)
    for text in [title] + texts.map({ $0.source.rawValue + ($0.shown ?? $0.text) }) {
      json.raw(",")
      json.string(text)
    }
    json.raw("]")
    return json.bytes
  }
}

/// A piece of postings, sorted by term.
///
/// Each group of terms begins with a comma: `,召回Ab去Cd` holds 召回 and 召去, `,recall:Ab` a Latin word; a space
/// stands for no second character. A posting is the distance from the document before it, times the levels, plus its
/// level: a number in digits of 64, five bits a digit, the sixth bit saying that more follow.
func written(_ postings: some Sequence<Posting>) -> [UInt8] {
  var bytes: [UInt8] = []
  var term: SearchTerm?
  var next: UInt32 = 0
  for posting in postings {
    if posting.term != term {
      posting.term.append(to: &bytes, after: term)
      term = posting.term
      next = 0
    }
    var number = (posting.document - next) * Posting.levels + posting.level
    while number >= 32 {
      bytes.append(digits[Int(32 + number % 32)])
      number /= 32
    }
    bytes.append(digits[Int(number)])
    next = posting.document + 1
  }
  return bytes
}

private let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
