package import ProbityText
import ProbityYAML

/// A source that is read as YAML once, however often its content is asked for.
package struct SourceDocument: Sendable {
  /// What a file says that it is.
  package enum Format: String, CaseIterable, Sendable {
    case vocabulary = "vocabulary/1"
    case translation = "vocabulary-translation/1"
    case rulePack = "rule-pack/1"
    case profile = "vendor-profile/1"
    case procurement = "procurement/1"
    case questionnaire = "questionnaire/1"
    case ruleTests = "rule-tests/1"
  }

  /// What came of reading, and what is wrong with it.
  struct Reading {
    var content: (node: Node, format: Format)?
    /// What it says, if it is a part of a vocabulary: this depends on no other file.
    var vocabulary: VocabularyReader?
    /// What it says, if it translates a vocabulary.
    var translation: VocabularyTranslation?
    var faults = DiagnosticList()
  }

  package let source: SourceText
  let reading: Forthcoming<Reading>

  /// Names a source; a helper may read it ahead.
  package init(_ source: SourceText, helper: Helper = .none) {
    self.source = source
    reading = Forthcoming(helper) { Self.read(source) }
  }

  /// What the file says that it is; nil if it can't be read or says nothing that is known.
  package var format: Format? { reading.value.content?.format }

  /// What is wrong with it as a text.
  func tellFaults(to diagnostics: inout DiagnosticList) {
    diagnostics.append(contentsOf: reading.value.faults)
  }

  private static func read(_ source: SourceText) -> Reading {
    var reading = Reading()
    if let node = YAMLDocument.read(source, into: &reading.faults),
      let format = format(of: node, into: &reading.faults)
    {
      reading.content = (node, format)
      switch format {
      case .vocabulary: reading.vocabulary = VocabularyReader.part(node)
      case .translation:
        reading.translation = VocabularyTranslation.part(node, into: &reading.faults)
      case .rulePack, .profile, .procurement, .questionnaire, .ruleTests: break
      }
    }
    return reading
  }

  /// The document, if it is of one of the formats that are wanted.
  func node(
    of wanted: [Format],
    into diagnostics: inout DiagnosticList
  ) -> (node: Node, format: Format)? {
    let reading = reading.value
    diagnostics.append(contentsOf: reading.faults)
    guard let content = reading.content else { return nil }
    if wanted.contains(content.format) { return content }
    let words = wanted.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    diagnostics.error(
      "probity.wrong-format",
      "a file of format \(words) is wanted here",
      at: content.node["probity"]?.span ?? content.node.span
    )
    return nil
  }

  private static func format(
    of node: Node,
    into diagnostics: inout DiagnosticList
  ) -> Format? {
    guard let mark = node["probity"] else {
      diagnostics.error(
        "probity.no-format",
        "a file must begin with what it is, such as `probity: vendor-profile/1`",
        at: node.span.firstLine
      )
      return nil
    }
    return mark.choice("`probity`", of: Format.self, into: &diagnostics)
  }
}

extension SourceSpan {
  /// The span cut at the end of its first line, for messages about a whole document.
  fileprivate var firstLine: SourceSpan {
    let line = source.byteRange(ofLine: start.line)
    return source.span(lowerBound..<min(upperBound, max(lowerBound, line.upperBound)))
  }
}
