import Diagnostics

extension Language {
  /// How a stretch begins that `mingzhi new` put in and an editor is to write over.
  public var placeholder: String { self == .zh ? "待写：" : "To be written: " }
}
