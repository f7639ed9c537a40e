import FlyingFox

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where our own script, style and events live; no page of a site starts with an underscore.
enum PreviewAddress {
  static let script = "_mingzhi/preview.js"
  static let style = "_mingzhi/preview.css"
  static let events = "_mingzhi/events"
  /// `?file=content/site.yml` is the file's text.
  static let source = "_mingzhi/source"
  /// The script as pages ask for it: its version behind it, so that a browser need not ask again at every save.
  static let scriptAddress = "/\(script)?\(String(fnv1a(previewScript.utf8), radix: 16))"
}

extension PreviewSite {
  /// The answer to a request for anything but events: a built page, our script and style, or a refusal.
  func answer(to request: HTTPRequest, source: PreviewServer.Source = { _ in nil }) -> HTTPResponse {
    if let refusal = refusal(of: request) { return refusal }
    let isHead = request.method == .HEAD
    switch RequestPath(request.target.path()) {
    case .tooLong: return plain(.uriTooLong, "URI Too Long")
    case .refused: return plain(.badRequest, "Bad Request")
    case .file(PreviewAddress.script):
      return send(Array(previewScript.utf8), type: "a.js", isHead, isLasting: request.query.first != nil)
    case .file(PreviewAddress.style): return send(Array(previewStyle.utf8), type: "a.css", isHead)
    case .file(PreviewAddress.source):
      guard let bytes = request.query.first(where: { $0.name == "file" }).flatMap({ source($0.value) }) else {
        return plain(.notFound, "Not Found")
      }
      return send(bytes, type: "a.txt", isHead)
    case .file(let path):
      if let bytes = self[path] { return send(bytes, type: path, isHead, isLasting: namesItsBytes(path)) }
      if has(path + "/index.html") {
        var response = plain(.movedPermanently, "")
        response.headers[.location] = urlPath(path) + "/"
        return response
      }
      if isEmpty { return send(Array(pageBeforeTheFirst.utf8), type: "a.html", isHead, status: .serviceUnavailable) }
      guard let page = self["404.html"] else { return plain(.notFound, "Not Found") }
      return send(page, type: "404.html", isHead, status: .notFound)
    }
  }

  /// - Parameter isLasting: what stands at the address never changes, so the browser may keep it: loading a page again
  ///   then takes one request.
  private func send(
    _ bytes: [UInt8], type path: String, _ isHead: Bool, status: HTTPStatusCode = .ok, isLasting: Bool = false
  ) -> HTTPResponse {
    let type = contentType(of: path)
    let body = type.hasPrefix("text/html") ? withScript(bytes) : bytes
    var headers = HTTPHeaders()
    headers[.contentType] = type
    headers[.contentLength] = String(body.count)
    headers[HTTPHeader("Cache-Control")] = isLasting ? "max-age=31536000, immutable" : "no-store"
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    return HTTPResponse(statusCode: status, headers: headers, body: isHead ? Data() : Data(body))
  }

  /// The page with our script before its `</body>`, or at its end. It knows which build the page is of.
  private func withScript(_ page: [UInt8]) -> [UInt8] {
    let tag = Array("<script src=\"\(PreviewAddress.scriptAddress)\" data-build=\"\(build)\" defer></script>".utf8)
    let end = Array("</body>".utf8)
    var at = page.count
    var start = page.count - end.count
    while start >= 0 {
      if page[start] == end[0], page[start..<start + end.count].elementsEqual(end) {
        at = start
        break
      }
      start -= 1
    }
    return page[..<at] + tag + page[at...]
  }
}

/// Whether a file's name holds the digest of its bytes: `assets/site-cb1939c58467.css`.
func namesItsBytes(_ path: String) -> Bool {
  guard path.hasPrefix("assets/"), let dot = path.lastIndex(of: "."), let hyphen = path[..<dot].lastIndex(of: "-") else { return false }
  let digest = path[path.index(after: hyphen)..<dot].utf8
  return digest.count == 12 && digest.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 }
}

/// Why a request is not answered, whatever it asks for; nil when it may be.
func refusal(of request: HTTPRequest) -> HTTPResponse? {
  guard request.method == .GET || request.method == .HEAD else {
    return plain(.methodNotAllowed, "GET, HEAD", allow: true)
  }
  // A page elsewhere whose name was turned to this machine (DNS rebinding) asks with its own name.
  return isLocal(request.headers[.host]) ? nil : plain(.misdirectedRequest, "localhost")
}

private func plain(_ status: HTTPStatusCode, _ text: String, allow: Bool = false) -> HTTPResponse {
  var headers = HTTPHeaders()
  headers[.contentType] = "text/plain; charset=utf-8"
  if allow { headers[HTTPHeader("Allow")] = text }
  return HTTPResponse(statusCode: status, headers: headers, body: Data(text.utf8))
}

/// Whether a request names this machine; without a name (HTTP/1.0) it can only have come from here.
private func isLocal(_ host: String?) -> Bool {
  guard let host else { return true }
  let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
  return ["localhost", "127.0.0.1", "[::1]"].contains(name.lowercased())
}

/// Shown while there is no page at all: the first build runs, or failed, and the overlay tells why.
private let pageBeforeTheFirst = """
  <!DOCTYPE html>
  <html lang="zh-Hans"><head><meta charset="utf-8"><title>明质 Mingzhi</title></head>
  <body><p>还没有可以显示的页面。</p><p lang="en">There is no page to show yet.</p></body></html>
  """
