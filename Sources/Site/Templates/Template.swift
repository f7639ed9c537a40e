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

  /// One step of drawing. Numbers alone: a page takes hundreds of steps, and none of them counts references.
  private enum Step {
    case markup(Range<Int>)
    /// The number of a name.
    case value(Int)
    /// The number of a name, and how many of the following steps stand in the section.
    case section(Int, length: Int)
    case inverted(Int, length: Int)
  }

  private var steps: [Step] = []
  private var markup: [UInt8] = []
  private var names: [String] = []

  init(nodes: [Node]) { add(nodes) }

  private mutating func add(_ nodes: [Node]) {
    for node in nodes {
      switch node {
      case .markup(let bytes):
        steps.append(.markup(markup.count..<markup.count + bytes.count))
        markup += bytes
      case .value(let name): steps.append(.value(number(of: name)))
      case .section(let name, let inner): add(inner, name) { .section($0, length: $1) }
      case .inverted(let name, let inner): add(inner, name) { .inverted($0, length: $1) }
      }
    }
  }

  private mutating func add(_ inner: [Node], _ name: String, as step: (_ name: Int, _ length: Int) -> Step) {
    let place = steps.count
    let number = number(of: name)
    steps.append(step(number, 0))
    add(inner)
    steps[place] = step(number, steps.count - place - 1)
  }

  private mutating func number(of name: String) -> Int {
    if let known = names.firstIndex(of: name) { return known }
    names.append(name)
    return names.count - 1
  }

  /// Appends the template with the values of a view.
  func write(_ view: View, to html: inout [UInt8]) {
    steps.withUnsafeBufferPointer { steps in
      markup.withUnsafeBufferPointer { markup in
        var drawing = Drawing(steps: steps, markup: markup, names: names, scopes: [view])
        drawing.write(steps.indices, to: &html)
      }
    }
  }

  /// A template being drawn.
  private struct Drawing {
    let steps: UnsafeBufferPointer<Step>
    let markup: UnsafeBufferPointer<UInt8>
    let names: [String]
    /// The views around a step, the outermost first.
    var scopes: [View]

    mutating func write(_ range: Range<Int>, to html: inout [UInt8]) {
      var index = range.lowerBound
      while index < range.upperBound {
        let step = steps[index]
        index += 1
        switch step {
        case .markup(let bytes): html.append(contentsOf: UnsafeBufferPointer(rebasing: markup[bytes]))
        case .value(let name): lookUp(name)?.write(to: &html)
        case .inverted(let name, let length):
          if !(lookUp(name)?.isShown ?? false) { write(index..<index + length, to: &html) }
          index += length
        case .section(let name, let length):
          switch lookUp(name) {
          case .views(let views)?:
            for view in views {
              scopes.append(view)
              write(index..<index + length, to: &html)
              scopes.removeLast()
            }
          case let value?: if value.isShown { write(index..<index + length, to: &html) }
          case nil: break
          }
          index += length
        }
      }
    }

    /// The value of a name, looked up from the inside out.
    private func lookUp(_ name: Int) -> View.Value? {
      for index in scopes.indices.reversed() { if let value = scopes[index][names[name]] { return value } }
      return nil
    }
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
