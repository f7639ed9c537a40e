/// The media type of a file of the site, by its name.
func contentType(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
  return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
}

private let types = [
  "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
  "json": "application/json; charset=utf-8", "jsonld": "application/ld+json; charset=utf-8",
  "csv": "text/csv; charset=utf-8", "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
  "xml": "application/xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8",
  "ics": "text/calendar; charset=utf-8", "svg": "image/svg+xml; charset=utf-8", "png": "image/png",
  "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "ico": "image/vnd.microsoft.icon",
  "pdf": "application/pdf", "zip": "application/zip", "woff2": "font/woff2",
  "webmanifest": "application/manifest+json; charset=utf-8",
  "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
]
