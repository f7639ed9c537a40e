import Corpus

extension RegulationFacts {
  /// The place as people say it: 湖北 for 湖北省, 南通 for 南通市.
  var shortPlace: String {
    var name = place.zh.unicodeScalars
    if name.count > 2, let last = name.last, ["省", "市", "县", "区", "州"].contains(last) { name.removeLast() }
    return String(name)
  }
}
