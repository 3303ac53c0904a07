import ProbityCEL
import ProbityText
import ProbityYAML

/// Reads one rule, checks it against the vocabulary and compiles its conditions.
package struct RuleReader {
  /// A rule with its examples, which are run once all packs are read.
  struct Read: Sendable {
    var rule: Rule
    var examples: [Node]
  }

  /// What came of reading a rule: nothing, with errors, if it can't be used.
  struct Outcome: Sendable {
    var rule: Read?
    var faults: DiagnosticList
  }

  let head: PackHead
  let vocabulary: Vocabulary
  var environment: Environment
  var variables: [(name: String, type: CELType)]
  var diagnostics = DiagnosticList()

  /// Reads a rule.
  static func read(_ node: Node, of head: PackHead, vocabulary: Vocabulary) -> Outcome {
    var reader = RuleReader(head, vocabulary)
    let read = reader.read(node)
    let isSound = reader.diagnostics.isFreeOfErrors
    return Outcome(rule: isSound ? read : nil, faults: reader.diagnostics)
  }

  private init(_ head: PackHead, _ vocabulary: Vocabulary) {
    self.head = head
    self.vocabulary = vocabulary
    environment = RuleVariables.environment(of: head, vocabulary)
    variables = RuleVariables.types
  }

  private mutating func read(_ node: Node) -> Read? {
    guard var reader = MappingReader(node, what: "a rule", into: &diagnostics) else { return nil }
    let idNode = reader.required("id")
    let id = idNode?.string("`id` of a rule", into: &diagnostics) ?? ""
    if let idNode, !id.hasPrefix(head.id + "/") {
      diagnostics.error(
        "rule.foreign-id",
        "the id of a rule must begin with its pack: `\(head.id)/…`",
        at: idNode.span
      )
    }
    let title = reader.requiredText("title", into: &diagnostics)
    let scope = readScope(&reader)
    let when = reader.optional("when").flatMap { compiled($0, label: title) }
    let condition = readCondition(&reader, at: node.span)
    let exceptions = readExceptions(&reader)
    let standards = readStandards(&reader)
    let severity = reader.requiredChoice("severity", of: Severity.self, into: &diagnostics)
    let burden = reader.requiredChoice("burden", of: Burden.self, into: &diagnostics)
    let mechanism = readMechanism(&reader)
    let inForce = readInForce(&reader)
    let ages = readAges(&reader)
    let basis = readBasis(&reader)
    let remedies = readRemedies(&reader)
    let waiver = readWaiver(&reader)
    let examples = reader.required("examples")?
      .list("`examples`", into: &diagnostics)
    reader.finish(into: &diagnostics)
    guard let condition, let standards, let severity, let burden, let inForce, let waiver else {
      return nil
    }
    let rule = Rule(
      id: id,
      title: title,
      severity: severity,
      adverseStandard: standards.adverse,
      clearStandard: standards.clear,
      burden: burden,
      mechanism: mechanism,
      pack: head.id,
      scope: scope,
      when: when,
      condition: condition.tree,
      isRequirement: condition.isRequirement,
      exceptions: exceptions,
      inForce: inForce,
      lookback: ages.lookback,
      clearWithin: ages.clearWithin,
      basis: basis,
      vendorRemedy: remedies.vendor,
      buyerRemedy: remedies.buyer,
      waiver: waiver,
      span: idNode?.span ?? node.span,
      coherence: RuleCoherence(scope, when, condition.tree, isRequirement: condition.isRequirement),
      exampleNodes: examples ?? []
    )
    return Read(rule: rule, examples: examples ?? [])
  }
}
