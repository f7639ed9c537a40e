import ArgumentParser
import Corpus
import Diagnostics
import Publishing

/// `mingzhi pack`: what others carry away, in one file. Each kind of package is a subcommand and a line here.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Pack for use without a connection. 打包，离线使用。",
    subcommands: [PackSiteCommand.self, PackSchoolCommand.self])
}

/// `mingzhi pack site`
struct PackSiteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: "Pack the built site into one zip file. 把建好的网站打成一个 zip 文件。",
    discussion: """
      Unpacked on a disk or a USB stick, 开始.html or start.html opens the site in any browser, search included. The same
      site gives the same bytes.

      Examples:
        mingzhi build && mingzhi pack site
        mingzhi pack site --site /srv/www/law --output law.zip
      """)

  @Option(help: "Folder of the built site. 建好的网站。")
  var site = "public"
  @Option(help: "The file to write. 写入的文件。")
  var output = "mingzhi-site.zip"
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let terminal = Terminal(talk: talk)
    do throws(Failure) {
      let site = try PublishedSite(site)
      let count = try pack(startPages, site, into: output)
      terminal.say(
        Bilingual(
          zh: "\(output)：\(count) 个文件；解压后打开 开始.html", en: "\(output): \(count) files; unpack it and open start.html"))
    } catch {
      throw ExitCode(terminal.status(of: error))
    }
  }

  /// Where a reader begins, one page a language, above the folder of the site.
  private var startPages: [ZipEntry] {
    [("start.html", Language.en, "Open the site"), ("开始.html", .zh, "打开网站")].map { name, language, label in
      let home = "site/\(language.rawValue)/index.html"
      let page = """
        <!DOCTYPE html>
        <html lang="\(language.tag)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="0; url=\(home)">
        <title>\(label)</title>
        </head>
        <body><p><a href="\(home)">\(label)</a></p></body>
        </html>

        """
      return ZipEntry(path: name, contents: Array(page.utf8))
    }
  }
}

/// Writes files first, then the whole site under `site/`; compresses on every core, a few files at a time, so that
/// memory holds only those. Gives the number of files.
private func pack(_ first: [ZipEntry], _ site: PublishedSite, into path: String) throws(Failure) -> Int {
  var zip = try ZipFile(path)
  for entry in first { try zip.add(entry) }
  var rest = site.files[...]
  while !rest.isEmpty {
    let some = Array(rest.prefix(256))
    rest = rest.dropFirst(256)
    let entries = concurrentMap(some) { file -> Result<ZipEntry, Failure> in
      do throws(Failure) {
        return .success(ZipEntry(path: "site/" + file, contents: try site.contents(of: file)))
      } catch {
        return .failure(error)
      }
    }
    for entry in entries { try zip.add(entry.get()) }
  }
  try zip.finish()
  return first.count + site.files.count
}
