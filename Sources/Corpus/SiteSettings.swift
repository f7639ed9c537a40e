import Diagnostics

/// What `site.yml` says of the whole site.
public struct SiteSettings: Sendable {
  public let file: String
  public let title: Bilingual
  /// One sentence below the title on the home page.
  public let tagline: Bilingual
  /// Address of the site for canonical links and the sitemap, ending in a slash.
  public let url: String
  /// Address of the repository on its web host, for links to a page's source; empty when there is none.
  public let repository: String
  /// Ids of the regulations in the order in which lists show them; those not named follow by id.
  public let order: [Located<String>]
  /// Ids of the regulations that the topic matrix compares.
  public let compared: [Located<String>]
}

extension SiteSettings {
  static func load(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> SiteSettings? {
    let source = YAMLSource(file: file.path, firstLine: 1, text: file.text)
    guard let node = source.parse(&diagnostics), var object = YAMLObject(node, in: source, &diagnostics) else { return nil }
    let title = object.bilingual("title", required: true, &diagnostics)
    let tagline = object.bilingual("tagline", &diagnostics)
    var url = object.string("url", &diagnostics) ?? ""
    let repository = object.string("repository", &diagnostics) ?? ""
    for key in ["url", "repository"] where object.has(key) {
      let value = key == "url" ? url : repository
      if !value.isEmpty, !value.hasPrefix("https://"), !value.hasPrefix("http://") {
        diagnostics.append(
          Diagnostic(
            .unknownValue, at: object.range(key), Bilingual(zh: "\(value) 不是网址", en: "'\(value)' is not a web address"),
            help: Bilingual(zh: "以 https:// 开头", en: "begin it with https://")))
      }
    }
    if !url.isEmpty, !url.hasSuffix("/") { url += "/" }
    let settings = SiteSettings(
      file: file.path, title: title ?? Bilingual(zh: "", en: ""), tagline: tagline ?? Bilingual(zh: "", en: ""), url: url,
      repository: repository, order: object.strings("regulations", &diagnostics),
      compared: object.strings("compared", &diagnostics))
    object.finish(&diagnostics)
    return settings
  }
}
