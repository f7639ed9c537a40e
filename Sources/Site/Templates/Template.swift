/// A template ready to be drawn: what stays the same, and where the values of a page go.
///
/// The language is Mustache's (mustache(5)), less what would keep a name from being checked: no lambdas, no changed
/// delimiters, no recursion. White space before a partial that stands alone on its line is dropped, not repeated.
struct Template: Sendable {
  indirect enum Node: Sendable {
    /// Copied as it stands.
    case markup([UInt8])
    /// `{{name}}` or `{{{name}}}`: a `View` knows which of its values need escaping.
    case value(String)
    /// `{{#name}}…{{/name}}`
    case section(String, [Node])
    /// `{{^name}}…{{/name}}`
    case inverted(String, [Node])
  }

  let nodes: [Node]

  /// Appends the template with the values of a view.
  func write(_ view: View, to html: inout [UInt8]) {
    var scopes = [view]
    write(nodes, &scopes, to: &html)
  }

  private func write(_ nodes: [Node], _ scopes: inout [View], to html: inout [UInt8]) {
    for node in nodes {
      switch node {
      case .markup(let bytes): html.append(contentsOf: bytes)
      case .value(let name): lookUp(name, scopes)?.write(to: &html)
      case .inverted(let name, let inner):
        if !(lookUp(name, scopes)?.isShown ?? false) { write(inner, &scopes, to: &html) }
      case .section(let name, let inner):
        switch lookUp(name, scopes) {
        case .views(let views)?:
          for view in views {
            scopes.append(view)
            write(inner, &scopes, to: &html)
            scopes.removeLast()
          }
        case let value?: if value.isShown { write(inner, &scopes, to: &html) }
        case nil: break
        }
      }
    }
  }

  /// The value of a name, looked up from the inside out.
  private func lookUp(_ name: String, _ scopes: [View]) -> View.Value? {
    for scope in scopes.reversed() { if let value = scope[name] { return value } }
    return nil
  }
}

/// Reads the nodes of a template out of its tags. The tags have been checked: they are closed, known and in order.
struct TemplateReader {
  let source: [UInt8]
  /// The markup of a word of the interface or of an asset's address; nil for a value of the page.
  let constant: (TemplateTag) -> [UInt8]?
  /// The nodes of a partial.
  let partial: (String) -> [Template.Node]

  func nodes(_ tags: [TemplateTag]) -> [Template.Node] {
    var tags = tags[...]
    var index = 0
    return nodes(&tags, from: &index)
  }

  /// Up to the tag that closes the section, or to the end.
  private func nodes(_ tags: inout ArraySlice<TemplateTag>, from index: inout Int) -> [Template.Node] {
    var nodes: [Template.Node] = []
    /// Markup that follows markup is one node.
    func add(_ markup: some Collection<UInt8>) {
      if case .markup(let before)? = nodes.last {
        nodes[nodes.count - 1] = .markup(before + markup)
      } else if !markup.isEmpty {
        nodes.append(.markup(Array(markup)))
      }
    }
    while let tag = tags.popFirst() {
      let line = tag.kind == .text || tag.kind == .html ? nil : lineOfItsOwn(tag)
      add(source[index..<(line ?? tag.bytes).lowerBound])
      index = (line ?? tag.bytes).upperBound
      switch tag.kind {
      case .text, .html: if let markup = constant(tag) { add(markup) } else { nodes.append(.value(tag.name)) }
      case .section: nodes.append(.section(tag.name, self.nodes(&tags, from: &index)))
      case .inverted: nodes.append(.inverted(tag.name, self.nodes(&tags, from: &index)))
      case .partial:
        for node in partial(tag.name) {
          if case .markup(let bytes) = node { add(bytes) } else { nodes.append(node) }
        }
      case .end: return nodes
      case .comment, .refused: break
      }
    }
    add(source[index...])
    index = source.count
    return nodes
  }

  /// The whole line of a tag that stands alone on it: such a line leaves no trace.
  private func lineOfItsOwn(_ tag: TemplateTag) -> Range<Int>? {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var start = tag.bytes.lowerBound
    while start > 0, isBlank(source[start - 1]) { start -= 1 }
    guard start == 0 || source[start - 1] == UInt8(ascii: "\n") else { return nil }
    var end = tag.bytes.upperBound
    while end < source.count, isBlank(source[end]) { end += 1 }
    guard end < source.count else { return start..<end }
    if source[end] == UInt8(ascii: "\r") { end += 1 }
    guard end < source.count, source[end] == UInt8(ascii: "\n") else { return nil }
    return start..<end + 1
  }
}
