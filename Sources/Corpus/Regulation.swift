import Diagnostics
import Legislation

/// A regulation, a draft or a plan: what `regulation.yml` says of it, its text, its translation and our notes.
///
/// An immutable object, so that what holds it copies one reference and not its fields.
public final class Regulation: Sendable {
  /// Folder name, and the name in addresses and references.
  public let id: String
  public let facts: RegulationFacts
  /// The law, in Chinese.
  public let original: LegalText
  /// The unofficial translation; nil when there is none yet.
  public let translation: LegalText?
  /// The text as published, untouched.
  public let published: SourceFile
  /// Every provision in reading order, with its translation and notes.
  public let provisions: [AnnotatedProvision]
  /// Figures that a plan aims at; empty for a law.
  public let targets: [Target]
  /// Digest of the whole original, which signed blanks carry.
  public let digest: String
  /// Position of each provision in `provisions`.
  let index: [ProvisionID: Int]

  public subscript(id: ProvisionID) -> AnnotatedProvision? { index[id].map { provisions[$0] } }

  /// Where the texts stand, for findings.
  public let originalFile: String
  public let translationFile: String
  /// The editions as they were read.
  public let originalSource: SourceFile
  public let translationSource: SourceFile?

  init(
    id: String, facts: RegulationFacts, original: LegalText, translation: LegalText?, published: SourceFile,
    provisions: [AnnotatedProvision], targets: [Target], digest: String, index: [ProvisionID: Int], originalFile: String,
    translationFile: String, originalSource: SourceFile, translationSource: SourceFile?
  ) {
    self.id = id
    self.facts = facts
    self.original = original
    self.translation = translation
    self.published = published
    self.provisions = provisions
    self.targets = targets
    self.digest = digest
    self.index = index
    self.originalFile = originalFile
    self.translationFile = translationFile
    self.originalSource = originalSource
    self.translationSource = translationSource
  }
}

/// A provision with everything we have on it.
///
/// An immutable object, so that what holds it copies one reference and not its fields.
public final class AnnotatedProvision: Sendable {
  public let id: ProvisionID
  public let original: Provision
  /// Digest of the original: what stamps on its translation and its Chinese note must carry.
  public let digest: String
  public let translation: Provision?
  public let noteZh: Note?
  public let noteEn: Note?
  /// The parts around it, outermost first.
  public let path: [Part]

  public func note(in language: Language) -> Note? { language == .zh ? noteZh : noteEn }

  init(
    id: ProvisionID, original: Provision, digest: String, translation: Provision?, noteZh: Note?, noteEn: Note?, path: [Part]
  ) {
    self.id = id
    self.original = original
    self.digest = digest
    self.translation = translation
    self.noteZh = noteZh
    self.noteEn = noteEn
    self.path = path
  }
}

/// Our annotation of a provision in one language.
public struct Note: Sendable {
  public let document: Document
  /// Slugs of the topics it belongs to; stated once, in the Chinese note.
  public let topics: [Located<String>]
  /// Further provisions worth reading beside it; stated once, in the Chinese note.
  public let related: [Located<String>]
  /// Where the rules misread who is asked what; stated once, in the Chinese note.
  public let duties: [DutyOverride]
}
