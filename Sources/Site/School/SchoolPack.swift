import Corpus
import Diagnostics

/// Everything for a lesson in one folder, working without the rest of the site.
public enum SchoolPack {
  /// Where a lesson's zip stands on the site; nil when the site has none.
  static func zipRoute(_ lesson: Lesson, _ language: Language, _ context: SiteContext) -> Route? {
    nil
  }
}
