import Checks
import CommonMark
import Corpus
import Diagnostics
import Editing
import Legislation
import Publishing
import Site

extension Rule {
  /// Every rule of every target, by code. Tests hold the list against the sources and docs/checks/ against the list.
  static let all: [Rule] = [
    // What a file must be.
    readableFile, fileSize, utf8, linkInside, unknownFile,
    yamlSyntax, duplicateKey, unknownKey, missingKey, wrongType, badDate, unknownValue, frontMatter, repeatedName,
    reservedName, badStamp, originalMissing, caseCollision, takenAddress,
    encoding, limits, rawHTML, dangerousLink,
    // The law.
    unknownHeading, headingDepth, numbering, badComment, strayText, title, hiddenItem, emptyDivision, brokenNumber,
    fidelity, statusAndDates, succession, deadCitation, idleOverride, targetQuotation, unknownDepartment,
    // Its translation.
    skeleton, missingTranslation, staleStamp, missingStamp, translatedFigure, translatedBound, modalityLost, modalityAdded, smallWord, endMark, samePlaces,
    termRendering, twoRenderings, untranslated, latinInChinese,
    // Notes, facts, links, topics.
    missingNote, shortNote, overstatedNote, unlinkedCitation, foreignFigure, repeatedParagraph, draftAsLaw, addedRight,
    targetAsResult, keptForce, noteSections, repeatedEntry,
    unusedFact, outdatedFact, unsourcedFact,
    unknownTarget, vagueLink, wrongLanguageLink, externalLink, mismatchedLabel, unsignedBlank, signedAndFilled, staleBlank,
    // School materials.
    questionAnswer, schoolQuotation, lessonSections, lessonMinutes, lessonStep, lessonStepParts, lessonLanguages, lessonWords,
    calendarWeeks, themeSource, pocketPanels,
    // Typography of our own words.
    halfWidthPunctuation, fullWidthPunctuation, straightQuote, dash, spacing, literalEmphasis, trailingSpace, badCharacter,
    normalization, lookAlike, pairedMarks, repeatedMark, repeatedWords, traditionalCharacter, finalStop,
    // Templates and rendered pages.
    templateSyntax, templateVariable, missingPartial, missingWord, unusedWord, missingTemplate,
    deadLink, uniqueID, deadAnchor, foreignAsset, inlineStyle, uniqueTitle, languagePair, orphanPage, sameAddress,
    headingOrder, pageLanguage, alternativeText, controlLabel, securityPolicy, pageWeight, tagOrder, emptyControl,
    unusableAddress, sharedAddress,
    // Imports, what is not yet written, the preview.
    joinedLine, droppedLine, splitParagraph, doubtfulLine, importChanged, untoldFact, movedLine, noProvisions, reviewedLaw, placeholder, leftover, unbuildable,
    // Exemptions.
    idleExemption, badExemption, forbiddenExemption,
  ].sorted { $0.code < $1.code }

  /// The page of docs/checks/ on a rule: both languages, a bad and a good example.
  var page: String {
    """
    # \(code) \(title.zh)

    \(title.en)

    \(severityName.zh) · \(severityName.en)

    ## 说明

    \(explanation.zh)

    ## What it is about

    \(explanation.en)

    ## 不好 · Bad

    ```text
    \(bad)
    ```

    ## 好 · Good

    ```text
    \(good.isEmpty ? "（删去）" : good)
    ```

    """
  }

  /// The rule as `mingzhi check --explain` prints it.
  func explained(in language: Language) -> String {
    let words = language == .zh ? ("不好：", "好：") : ("Bad:", "Good:")
    func indented(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
    }
    let severity = language == .zh ? "（\(severityName.zh)）：" : " (\(severityName.en)): "
    return "\(code)\(severity)\(title[language])\n\n\(explanation[language])\n\n\(words.0)\n\(indented(bad))\n\n\(words.1)\n\(indented(good))\n"
  }

  private var severityName: Bilingual {
    switch severity {
    case .error: Bilingual(zh: "错误", en: "error")
    case .warning: Bilingual(zh: "警告", en: "warning")
    case .note: Bilingual(zh: "提示", en: "note")
    }
  }

  /// The contents page of docs/checks/.
  static var contents: String {
    var text = "# 检查规则 · The rules of the checker\n\n由 `mingzhi check --explain all` 生成，不要手改。 Written by `mingzhi check --explain all`; do not edit.\n\n"
    for rule in all { text += "- [\(rule.code)](\(rule.code).md) \(rule.title.zh) · \(rule.title.en)\n" }
    return text
  }
}
