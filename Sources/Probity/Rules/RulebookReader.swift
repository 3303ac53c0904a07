import ProbityCEL
package import ProbityText
import ProbityYAML

/// Reads a folder of rules: vocabularies first, then the packs' heads, then their rules.
package struct RulebookReader {
  package private(set) var vocabulary = Vocabulary()
  package private(set) var packs: [PackHead] = []
  package private(set) var rules: [Rule] = []
  /// The rules' examples, run only as far as a helper had time for them.
  package private(set) var examples = ExampleRuns()

  private let helper: Helper

  package init(helper: Helper = .none) { self.helper = helper }

  /// Reads all sources; what others found before does not stop it.
  package mutating func read(
    _ sources: [SourceDocument],
    into diagnostics: inout DiagnosticList
  ) {
    var found = DiagnosticList()
    readAll(sources, into: &found)
    diagnostics.append(contentsOf: found)
  }

  private mutating func readAll(
    _ sources: [SourceDocument],
    into diagnostics: inout DiagnosticList
  ) {
    var vocabularies: [VocabularyReader] = []
    var translations: [VocabularyTranslation] = []
    var packFiles: [Node] = []
    _ = sources.sorted { $0.source.bytes.count > $1.source.bytes.count }.map(\.reading).values()
    for source in sources {
      let wanted: [SourceDocument.Format] = [
        .vocabulary, .rulePack, .translation, .ruleTests,
      ]
      guard let content = source.node(of: wanted, into: &diagnostics) else { continue }
      let reading = source.reading.value
      switch content.format {
      case .vocabulary: reading.vocabulary.map { vocabularies.append($0) }
      case .translation: reading.translation.map { translations.append($0) }
      case .rulePack: packFiles.append(content.node)
      case .profile, .procurement, .questionnaire, .ruleTests: break
      }
    }
    let read = VocabularyReader.vocabulary(
      of: vocabularies,
      in: translations,
      into: &diagnostics
    )
    // What is wrong with the vocabulary would be told again at every use of it.
    guard diagnostics.isFreeOfErrors else { return }
    vocabulary = read
    refuseEmptiness(vocabularies.count, packFiles, into: &diagnostics)
    readPacks(packFiles, into: &diagnostics)
  }

  private func refuseEmptiness(
    _ vocabularyCount: Int,
    _ packFiles: [Node],
    into diagnostics: inout DiagnosticList
  ) {
    if vocabularyCount == 0 {
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
    let pending = readers.indices.map { readRules(&readers[$0], into: &diagnostics) }
    _ = pending.flatMap(\.self).values()
    for (index, read) in zip(readers.indices, pending) {
      for read in read.map(\.value) {
        diagnostics.append(contentsOf: read.faults)
        guard let read = read.rule else { continue }
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
    run(examples)
  }

  private mutating func run(_ examples: [(rule: Rule, nodes: [Node])]) {
    self.examples = ExampleRuns(
      packs.flatMap { head in
        let shared = DossierReader.SharedSources(head.exampleSources)
        let provenance = Provenance(of: head.exampleSources)
        return examples.filter { $0.rule.pack == head.id }.map { rule, nodes in
          ExampleRunner(
            rule: rule,
            head: head,
            vocabulary: vocabulary,
            shared: shared,
            provenance: provenance
          ).run(nodes, helper: helper)
        }
      }
    )
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
  ) -> [Forthcoming<RuleReader.Outcome>] {
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
    return (rules.list("`rules`", into: &diagnostics) ?? []).map { [vocabulary] rule in
      Forthcoming(helper) { RuleReader.read(rule, of: head, vocabulary: vocabulary) }
    }
  }
}
