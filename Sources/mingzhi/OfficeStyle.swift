import Diagnostics
import Publishing

/// How slides and worksheets look that pandoc has made: its files know no Chinese fonts, no A4 and no colour of ours.
/// A file whose inside is not as expected stays as it is.
func dressed(_ document: [UInt8], ending: String, language: Language) -> [UInt8] {
  guard let files = zipContents(document) else { return document }
  let entries = files.map { file in
    let changes = ending == "pptx" ? slideChanges(file.path, language) : textChanges(file.path, language)
    var contents = file.contents
    for (old, new) in changes { contents.replace(old, with: new) }
    return ZipEntry(path: file.path, contents: contents)
  }
  return zipArchive(entries) ?? document
}

/// Fonts that come with Windows and the Chinese office programs; others find the nearest they have.
private let (sans, serif) = ("微软雅黑", "宋体")

private func slideChanges(_ path: String, _ language: Language) -> [(String, String)] {
  // As wide as the title, and no further in.
  let subtitle = [("x=\"1371600\"", "x=\"685800\""), ("cx=\"6400800\"", "cx=\"7772400\"")]
  switch path {
  case "ppt/theme/theme1.xml":
    return [
      ("<a:ea typeface=\"\"", "<a:ea typeface=\"\(sans)\""),
      ("1F497D", "123F35"), ("4F81BD", "17584A"), ("0000FF", "17584A"), ("800080", "17584A"),
    ]
  case "ppt/slideMasters/slideMaster1.xml":
    // A bar of colour at the top, as on the page; titles to the left, in colour.
    let bar = """
      <p:sp><p:nvSpPr><p:cNvPr id="90" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>\
      <a:ext cx="9144000" cy="137160"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>\
      <a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>
      """
    let colour = ("><a:solidFill><a:schemeClr val=\"tx1\"", " b=\"1\"><a:solidFill><a:schemeClr val=\"tx2\"")
    // Programs write attributes in one order or the other.
    let titles = ["kern=\"1200\" sz=\"3300\"", "sz=\"3300\" kern=\"1200\""].map { ($0 + colour.0, $0 + colour.1) }
    return titles + [
      ("</p:grpSpPr>", "</p:grpSpPr>" + bar), ("algn=\"ctr\"", "algn=\"l\""), ("sz=\"3300\"", "sz=\"3200\""),
      ("sz=\"2400\"", "sz=\"2600\""), ("<a:spcPct val=\"20000\"", "<a:spcPct val=\"40000\""),
      // Room for a title of two lines between the bar and the text.
      ("y=\"205979\"", "y=\"228600\""), ("cy=\"857250\"", "cy=\"960120\""),
    ]
  case "ppt/slideLayouts/slideLayout1.xml":
    // Title and subtitle to the left as well, the subtitle in full ink: a projector makes grey paler still.
    return [("algn=\"ctr\"", "algn=\"l\""), ("<a:tint val=\"75000\"", "<a:tint val=\"100000\"")] + subtitle
  case _ where path.hasPrefix("ppt/slides/slide"):
    let tag = language == .zh ? "lang=\"zh-CN\" altLang=\"en-US\"" : "lang=\"en-GB\" altLang=\"zh-CN\""
    return subtitle + [
      ("<a:rPr />", "<a:rPr \(tag)/>"), ("<a:rPr>", "<a:rPr \(tag)>"),
      // Quotations: a small indent instead of a wide one.
      ("marL=\"1270000\"", "marL=\"228600\""), ("<a:rPr sz=\"2000\" />", "<a:rPr \(tag) sz=\"\(language == .zh ? "2600" : "2400")\"/>"),
      // Where the words stand: smaller.
      ("<a:rPr \(tag)><a:hlinkClick", "<a:rPr \(tag) sz=\"1600\"><a:hlinkClick"),
    ]
  default: return []
  }
}

private func textChanges(_ path: String, _ language: Language) -> [(String, String)] {
  switch path {
  case "word/styles.xml":
    // A Chinese document takes quotation marks and dashes, which both writings have, from the Chinese font.
    let hint = language == .zh ? " w:hint=\"eastAsia\"" : ""
    return [
      ("w:eastAsiaTheme=\"minorHAnsi\"", "w:eastAsia=\"\(serif)\"" + hint),
      ("w:eastAsiaTheme=\"majorEastAsia\"", "w:eastAsia=\"\(sans)\"" + hint), ("w:eastAsia=\"en-US\"", "w:eastAsia=\"zh-CN\""),
      ("345A8A", "123F35"), ("4F81BD", "17584A"),
      // One sheet of paper: less room round titles and paragraphs.
      ("w:before=\"480\"", "w:before=\"0\""), ("w:after=\"240\"", "w:after=\"120\""), ("w:before=\"180\"", "w:before=\"90\""),
      ("w:after=\"180\"", "w:after=\"90\""), ("w:val=\"24\"", "w:val=\"22\""),
    ]
  case "word/theme/theme1.xml": return [("4F81BD", "17584A"), ("Cambria", "Calibri")]
  case "word/document.xml":
    // A4, 20 mm at the sides.
    return [
      (
        "<w:sectPr />",
        "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"964\" w:right=\"1134\" w:bottom=\"907\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
      )
    ]
  default: return []
  }
}

extension [UInt8] {
  /// Every occurrence.
  fileprivate mutating func replace(_ old: String, with new: String) {
    let (old, new) = (Array(old.utf8), Array(new.utf8))
    var from = startIndex
    while let range = self[from...].firstRange(of: old) {
      replaceSubrange(range, with: new)
      from = range.lowerBound + new.count
    }
  }
}
