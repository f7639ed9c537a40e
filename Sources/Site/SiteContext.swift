import Corpus
import Diagnostics
import Insights

/// What every page is drawn from; shared by all and never changed.
public struct SiteContext: Sendable {
  public let corpus: Corpus
  public let insights: Insights
  public let templates: TemplateLibrary
  /// Address of the site's root, ending in a slash; empty when the site does not know where it will stand.
  public let baseURL: String

  public init(corpus: Corpus, insights: Insights, templates: TemplateLibrary, baseURL: String? = nil) {
    self.corpus = corpus
    self.insights = insights
    self.templates = templates
    let url = baseURL ?? corpus.settings.url
    self.baseURL = url.isEmpty || url.hasSuffix("/") ? url : url + "/"
  }

  func words(_ language: Language) -> Wording { templates.wording(language) }
}
