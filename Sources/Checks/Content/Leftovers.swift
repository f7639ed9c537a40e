import Corpus
import Diagnostics

extension Rule {
  public static let leftover = Rule(
    "ED402", .error, title: Bilingual(zh: "没有留下编辑的痕迹", en: "Nothing is left over from editing"),
    explanation: Bilingual(
      zh: "合并冲突的标记（<<<<<<<、>>>>>>>）、TODO、TBD、FIXME、XXX、“待补充”“待核实”“待翻译”、Lorem ipsum、翻译工具或者聊天程序的话、乱码，都不该给读者看到。全部内容文件都查。",
      en: "Marks of a merge conflict (<<<<<<<, >>>>>>>), TODO, TBD, FIXME, XXX, 待补充, 待核实, 待翻译, Lorem ipsum, what a translator or a chat program says of itself, and garbled text are not for readers. Every file of content is read."),
    bad: "（待核实）企业……", good: "企业……")
}

extension ContentCheck {
  static let leftovers = ContentCheck(.leftover) { corpus, _ in
    let files = corpus.documents.map(\.source) + corpus.regulations.compactMap(\.translationSource) + corpus.dataFiles
    return concurrentMap(files, judge).flatMap { $0 }
  }
}

private let signs = CueWords([
  "todo", "tbd", "fixme", "xxx", "xxx公司", "lorem ipsum", "as an ai", "i hope this helps", "here is the translation", "to be confirmed", "translator's note",
  "待补充", "（待补）", "（待补", "待核实", "待翻译", "待确认", "待完善", "未完待续", "作为一个人工智能", "以下是修改后的", "××部门", "××公司", "锟斤拷", "烫烫烫", "â€", "ï¿½",
])

private func judge(_ file: SourceFile) -> [Diagnostic] {
  func report(_ line: Int, _ range: Range<Int>, _ words: String) -> Diagnostic {
    Diagnostic(
      .leftover, at: SourceRange(file: file.path, line: line, column: range.lowerBound + 1, length: range.count),
      Bilingual(zh: "这里还留着“\(words)”", en: "“\(words)” was left here"), help: Bilingual(zh: "写完，或者删去", en: "finish it or delete it"))
  }
  return file.bytes.withUnsafeBufferPointer { bytes in
    var found: [Diagnostic] = []
    bytes.forEachLine { number, line in
      guard !isConflictMark(line) else {
        found.append(report(number, 0..<7, String(decoding: line.prefix(7), as: UTF8.self)))
        return
      }
      let scalars = [Unicode.Scalar](decoding: line)
      found += signs.places(in: scalars).map { report(number, $0, String(scalars: scalars[$0])) }
    }
    return found
  }
}

/// `<<<<<<< HEAD`, `>>>>>>> branch`; a line of seven equals signs alone.
private func isConflictMark(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
  guard line.count >= 7, let first = line.first, "<>=|".utf8.contains(first), line.prefix(7).allSatisfy({ $0 == first }) else { return false }
  return first == UInt8(ascii: "=") ? line.count == 7 : line.count == 7 || line[7] == UInt8(ascii: " ")
}
