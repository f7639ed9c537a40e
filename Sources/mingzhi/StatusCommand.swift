import ArgumentParser
import Corpus
import Diagnostics
import Editing

/// `mingzhi status`
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say how far translations and notes are. 看翻译和注解的进度。",
    discussion: """
      Counts, for each regulation, the provisions that are translated and annotated, and the translations and notes that
      are stale (their original changed), drafts, or checked by a second reader.

      Examples:
        mingzhi status
        mingzhi status --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case console, json }

  @Option(help: "Form of the table: console, json. 表格的格式。")
  var format = Format.console
  @OptionGroup var sources: ContentOption
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    do throws(Failure) {
      let loaded = try Corpus.load(from: sources.content)
      guard let corpus = loaded.corpus else { throw .content(loaded.diagnostics) }
      let status = EditingStatus(corpus)
      switch format {
      case .json: print(json(of: status), terminator: "")
      case .console: print(table(status, terminal.language).text, terminator: "")
      }
      // What cannot be read is missing from the table: say so.
      let errors = loaded.diagnostics.filter { $0.severity == .error }
      if !errors.isEmpty { throw .content(errors) }
    } catch {
      throw ExitCode(terminal.status(of: error))
    }
  }

  private func table(_ status: EditingStatus, _ language: Language) -> Table {
    let head = [
      Bilingual(zh: "法规", en: "regulation"), Bilingual(zh: "名称", en: "title"), Bilingual(zh: "条文", en: "entries"),
      Bilingual(zh: "已译", en: "translated"), Bilingual(zh: "已注", en: "annotated"), Bilingual(zh: "过时", en: "stale"),
      Bilingual(zh: "草稿", en: "draft"), Bilingual(zh: "已校", en: "checked"), Bilingual(zh: "编辑", en: "editing"),
    ].map { $0[language] }
    let rows = (status.regulations + status.documents).map { row in
      let isDocument = row.title.isEmpty && row.editing.isEmpty
      return [
        row.id, row.title, "\(row.entries)", "\(row.translated)", isDocument ? "" : "\(row.annotated)", "\(row.stale)",
        "\(row.draft)", "\(row.checked)", row.editing,
      ]
    }
    return Table(rows: [head] + rows, textColumns: [0, 1, 8])
  }
}
