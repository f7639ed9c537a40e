import Corpus
import Publishing
import Site

/// The zip of each lesson, for teachers who take it away from the site; nil bytes where one passes the limits of zip.
func lessonPackArchives(_ context: SiteContext, drawn: [SiteFile] = []) -> [(route: Route, bytes: [UInt8]?)] {
  let packs = context.lessonPacks(drawn)
  // Styles, scripts and pictures are the same in every pack: compressed once. Pages differ by where their links lead.
  var shared: [Route: SiteFile] = [:]
  for file in packs.flatMap(\.files) where !file.route.path.hasSuffix(".html") { shared[file.route] = file }
  let compressed = concurrentMap(shared.values.sorted { $0.route.path < $1.route.path }) { file in
    (file.route, ZipEntry(path: file.route.path, contents: file.bytes))
  }
  let entries = Dictionary(uniqueKeysWithValues: compressed)
  let archives = concurrentMap(packs) { pack in
    zipArchive(pack.files.map { entries[$0.route] ?? ZipEntry(path: $0.route.path, contents: $0.bytes) })
  }
  return Array(zip(context.lessonPackRoutes, archives))
}
