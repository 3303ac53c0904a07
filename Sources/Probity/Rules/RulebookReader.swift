import ProbityCEL
package import ProbityText
package import ProbityYAML

/// Reads a folder of rules: vocabularies first, then the packs' heads, then their rules.
package struct RulebookReader {
  /// What a file says that it is.
  package enum Format: String, CaseIterable {
    case vocabulary = "vocabulary/1"
    case rulePack = "rule-pack/1"
    case profile = "vendor-profile/1"
    case procurement = "procurement/1"
  }

  package private(set) var vocabulary = Vocabulary()
  package private(set) var packs: [PackHead] = []
  package private(set) var rules: [Rule] = []

  package init() {}

  /// Reads all sources; what others found before does not stop it.
  package mutating func read(_ sources: [SourceText], into diagnostics: inout DiagnosticList) {
    var found = DiagnosticList()
    readAll(sources, into: &found)
    diagnostics.append(contentsOf: found)
  }

  private mutating func readAll(_ sources: [SourceText], into diagnostics: inout DiagnosticList) {
    var vocabularies: [Node] = []
    var packFiles: [Node] = []
    for source in sources {
      guard let node = YAMLDocument.read(source, into: &diagnostics),
        let format = Self.format(of: node, into: &diagnostics)
      else { continue }
      switch format {
      case .vocabulary: vocabularies.append(node)
      case .rulePack: packFiles.append(node)
      case .profile, .procurement:
        Self.refuse(format, wanted: [.vocabulary, .rulePack], at: node, into: &diagnostics)
      }
    }
    let read = VocabularyReader.read(vocabularies, into: &diagnostics)
    // What is wrong with the vocabulary would be told again at every use of it.
    guard diagnostics.isFreeOfErrors else { return }
    vocabulary = read
    refuseEmptiness(vocabularies, packFiles, into: &diagnostics)
    readPacks(packFiles, into: &diagnostics)
  }

  private func refuseEmptiness(
    _ vocabularies: [Node],
    _ packFiles: [Node],
    into diagnostics: inout DiagnosticList
  ) {
    if vocabularies.isEmpty {
      diagnostics.error("rules.no-vocabulary", "the rules must come with a vocabulary", at: nil)
    } else if vocabulary.record("vendor") == nil {
      diagnostics.error(
        "rules.no-vendor",
        "a vocabulary must declare the record `vendor`",
        at: nil
      )
    }
    if packFiles.isEmpty {
      diagnostics.error("rules.no-pack", "there is no rule pack among the rules", at: nil)
    }
  }

  private mutating func readPacks(_ files: [Node], into diagnostics: inout DiagnosticList) {
    var readers = files.compactMap {
      MappingReader($0, what: "a rule pack", into: &diagnostics)
    }
    for index in readers.indices { readHead(&readers[index], into: &diagnostics) }
    var examples: [(rule: Rule, nodes: [Node])] = []
    for index in readers.indices {
      for read in readRules(&readers[index], into: &diagnostics) {
        if let known = rules.first(where: { $0.id == read.rule.id }) {
          diagnostics.error(
            "rule.id-twice",
            "the rule id `\(known.id)` must be used once",
            at: read.rule.span,
            notes: [Diagnostic.Note("it is used here first", at: known.span)]
          )
        }
        rules.append(read.rule)
        examples.append((read.rule, read.examples))
      }
      readers[index].finish(into: &diagnostics)
    }
    guard diagnostics.isFreeOfErrors else { return }
    for head in packs {
      let provenance = Provenance(of: head.exampleSources)
      for (rule, nodes) in examples where rule.pack == head.id {
        let runner = ExampleRunner(
          rule: rule,
          head: head,
          vocabulary: vocabulary,
          provenance: provenance
        )
        runner.run(nodes, into: &diagnostics)
      }
    }
  }

  private mutating func readHead(
    _ reader: inout MappingReader,
    into diagnostics: inout DiagnosticList
  ) {
    _ = reader.required("probity")
    guard let node = reader.required("pack"), node.isMapping,
      let head = PackReader.head(
        node,
        of: &reader,
        vocabulary: vocabulary,
        into: &diagnostics
      )
    else { return }
    if packs.contains(where: { $0.id == head.id }) {
      diagnostics.error(
        "pack.twice",
        "the pack `\(head.id)` must have one head",
        at: node.span
      )
    }
    packs.append(head)
  }

  private mutating func readRules(
    _ reader: inout MappingReader,
    into diagnostics: inout DiagnosticList
  ) -> [RuleReader.Read] {
    let node = reader.node["pack"]
    let id = node?["id"]?.scalar?.text ?? node?.scalar?.text ?? ""
    guard let rules = reader.optional("rules"), !id.isEmpty else { return [] }
    guard let head = packs.first(where: { $0.id == id }) else {
      diagnostics.error(
        "pack.unknown",
        "there is no pack `\(id)`",
        at: node?.span,
        help: didYouMean(id, among: packs.map(\.id))
      )
      return []
    }
    return (rules.list("`rules`", into: &diagnostics) ?? []).compactMap {
      RuleReader.read($0, of: head, vocabulary: vocabulary, into: &diagnostics)
    }
  }

  // MARK: Formats

  /// Reads a document that must be of one format.
  package static func document(
    _ source: SourceText,
    format wanted: Format,
    into diagnostics: inout DiagnosticList
  ) -> Node? {
    guard let node = YAMLDocument.read(source, into: &diagnostics),
      let format = format(of: node, into: &diagnostics)
    else { return nil }
    if format == wanted { return node }
    refuse(format, wanted: [wanted], at: node, into: &diagnostics)
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

  private static func refuse(
    _ format: Format,
    wanted: [Format],
    at node: Node,
    into diagnostics: inout DiagnosticList
  ) {
    let words = wanted.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    diagnostics.error(
      "probity.wrong-format",
      "a file of format \(words) is wanted here",
      at: node["probity"]?.span ?? node.span
    )
  }
}

extension SourceSpan {
  /// The span cut at the end of its first line, for messages about a whole document.
  fileprivate var firstLine: SourceSpan {
    let line = source.byteRange(ofLine: start.line)
    return source.span(lowerBound..<min(upperBound, max(lowerBound, line.upperBound)))
  }
}
