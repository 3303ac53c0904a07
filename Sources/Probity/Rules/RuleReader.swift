import ProbityCEL
package import ProbityText
package import ProbityYAML

/// Reads one rule, checks it against the vocabulary and compiles its conditions.
package struct RuleReader {
  /// A rule with its examples, which are run once all packs are read.
  package struct Read {
    package var rule: Rule
    package var examples: [Node]
  }

  private let head: PackHead
  private let vocabulary: Vocabulary
  private var environment: Environment
  private var variables: [(name: String, type: CELType)]
  private var diagnostics = DiagnosticList()

  /// Reads a rule; nil, with errors in the diagnostics, if it can't be used.
  package static func read(
    _ node: Node,
    of head: PackHead,
    vocabulary: Vocabulary,
    into diagnostics: inout DiagnosticList
  ) -> Read? {
    var reader = RuleReader(head, vocabulary)
    let read = reader.read(node)
    let isSound = reader.diagnostics.isFreeOfErrors
    diagnostics.append(contentsOf: reader.diagnostics)
    return isSound ? read : nil
  }

  private init(_ head: PackHead, _ vocabulary: Vocabulary) {
    self.head = head
    self.vocabulary = vocabulary
    var catalog = vocabulary.catalog
    catalog.add(
      TypeCatalog.Record(
        name: "parameters",
        fields: head.parameters.map {
          TypeCatalog.Field(name: $0.name, type: $0.type, declaration: $0.span)
        }
      )
    )
    environment = Environment(catalog: catalog)
    variables = [
      ("vendor", .record("vendor")), ("procurement", .record("procurement")),
      ("params", .record("parameters")), ("as_of", .date),
    ]
    for (name, type) in variables { environment.declare(name, type) }
    for set in vocabulary.sets {
      environment.define(
        "sets.\(set.name)",
        .list(.enumeration(set.enumeration)),
        .list(set.codes.map { Value.string($0) }),
        at: set.span
      )
    }
  }

  private mutating func read(_ node: Node) -> Read? {
    guard var reader = MappingReader(node, what: "a rule", into: &diagnostics) else { return nil }
    let idNode = reader.required("id", into: &diagnostics)
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
    let ages = readAges(&reader, at: node.span)
    let basis = readBasis(&reader)
    let remedies = readRemedies(&reader)
    let waiver = readWaiver(&reader)
    let examples = reader.required("examples", into: &diagnostics)?
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
      span: idNode?.span ?? node.span
    )
    return Read(rule: rule, examples: examples ?? [])
  }

  // MARK: Scope and conditions

  private mutating func readScope(_ reader: inout MappingReader) -> [Rule.ScopeStep] {
    reader.entries("for_each", into: &diagnostics).compactMap { entry in
      guard let path = entry.value.string("`\(entry.name)`", into: &diagnostics) else {
        return nil
      }
      if variables.contains(where: { $0.name == entry.name }) {
        diagnostics.error(
          "rule.variable-twice",
          "`\(entry.name)` already means something else",
          at: entry.key.span
        )
      }
      guard let step = scopeStep(entry.name, path, at: entry.value.span) else { return nil }
      return step
    }
  }

  private mutating func scopeStep(
    _ name: String,
    _ path: String,
    at span: SourceSpan
  ) -> Rule.ScopeStep? {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let base = variables.firstIndex(where: { $0.name == parts[0] }), parts.count > 1 else {
      diagnostics.error(
        "rule.bad-scope",
        "a path of `for_each` must begin with `vendor` or an earlier variable, such as "
          + "`vendor.products`",
        at: span,
        help: didYouMean(parts[0], among: variables.map(\.name))
      )
      return nil
    }
    var type = variables[base].type
    var slots: [Int] = []
    for part in parts.dropFirst() {
      guard case .record(let name) = type, let record = vocabulary.record(name),
        let slot = record.fields.firstIndex(where: { $0.name == part })
      else {
        refuseField(part, of: type, at: span)
        return nil
      }
      slots.append(slot)
      type = record.fields[slot].type
    }
    guard case .list(.record(let element)) = type else {
      diagnostics.error(
        "rule.bad-scope",
        "a path of `for_each` must lead to a list of records; "
          + "`\(path)` is a \(type)",
        at: span
      )
      return nil
    }
    variables.append((name, .record(element)))
    environment.declare(name, .record(element))
    return Rule.ScopeStep(variable: name, base: base, slots: slots, path: path, element: element)
  }

  private mutating func refuseField(_ name: String, of type: CELType, at span: SourceSpan) {
    var fields: [String] = []
    if case .record(let record) = type {
      fields = vocabulary.record(record)?.fields.map(\.name) ?? []
    }
    diagnostics.error(
      "rule.unknown-field",
      "`\(type)` has no field `\(name)`",
      at: span,
      help: didYouMean(name, among: fields)
    )
  }

  private mutating func readCondition(
    _ reader: inout MappingReader,
    at span: SourceSpan
  ) -> (tree: Condition, isRequirement: Bool)? {
    let violatedIf = reader.optional("violated_if")
    let required = reader.optional("required")
    switch (violatedIf, required) {
    case (let node?, nil): return condition(node, depth: 0).map { ($0, false) }
    case (nil, let node?): return condition(node, depth: 0).map { ($0, true) }
    default:
      diagnostics.error(
        "rule.one-condition",
        "a rule must have either `violated_if` or `required`",
        at: required?.span ?? reader.node.entries?.first?.key.span ?? span
      )
      return nil
    }
  }

  private mutating func condition(_ node: Node, depth: Int) -> Condition? {
    guard var reader = MappingReader(node, what: "a condition", into: &diagnostics) else {
      return nil
    }
    if reader.optional("cel") != nil || reader.optional("label") != nil {
      return readLeaf(node).map(Condition.leaf)
    }
    var found: [Condition] = []
    for kind in ["all", "any", "none", "at_least"] {
      guard let parts = reader.optional(kind) else { continue }
      if let group = group(kind, parts, depth: depth) { found.append(group) }
    }
    reader.finish(into: &diagnostics)
    guard found.count == 1 else {
      if diagnostics.isFreeOfErrors {
        diagnostics.error(
          "rule.one-group",
          "a condition must be one of `all`, `any`, `none`, `at_least`, or a `label` with `cel`",
          at: node.entries?.first?.key.span ?? node.span
        )
      }
      return nil
    }
    return found[0]
  }

  private mutating func group(_ kind: String, _ node: Node, depth: Int) -> Condition? {
    guard depth < 16 else {
      diagnostics.error(
        "rule.too-deep",
        "conditions must not be nested deeper than 16",
        at: node.span
      )
      return nil
    }
    var needed = 0
    var list: Node? = node
    if kind == "at_least" {
      guard var reader = MappingReader(node, what: "`at_least`", into: &diagnostics) else {
        return nil
      }
      let number = reader.required("n", into: &diagnostics)
      needed = Int(number?.int("`n`", into: &diagnostics) ?? 0)
      list = reader.required("of", into: &diagnostics)
      reader.finish(into: &diagnostics)
    }
    guard let list, let items = list.list("`\(kind)`", into: &diagnostics) else { return nil }
    if items.isEmpty {
      diagnostics.error(
        "rule.empty-group",
        "`\(kind)` must have at least one condition",
        at: list.span
      )
    } else if kind == "at_least", !(1...items.count).contains(needed) {
      diagnostics.error(
        "rule.impossible-number",
        "`n` must be between 1 and \(items.count)",
        at: node.span
      )
    }
    let parts = items.compactMap { condition($0, depth: depth + 1) }
    guard parts.count == items.count else { return nil }
    switch kind {
    case "all": return .all(parts)
    case "any": return .any(parts)
    case "none": return .none(parts)
    default: return .atLeast(needed, parts)
    }
  }

  private mutating func readLeaf(_ node: Node) -> Condition.Leaf? {
    guard var reader = MappingReader(node, what: "a condition", into: &diagnostics) else {
      return nil
    }
    let label = reader.requiredText("label", into: &diagnostics)
    let text = reader.required("cel", into: &diagnostics)
    reader.finish(into: &diagnostics)
    return text.flatMap { compiled($0, label: label) }
  }

  private mutating func compiled(_ node: Node, label: LocalizedText) -> Condition.Leaf? {
    guard let scalar = node.scalar, node.string("a condition", into: &diagnostics) != nil,
      let program = Program.compile(
        scalar.embedded,
        expecting: .bool,
        in: environment,
        diagnostics: &diagnostics
      )
    else { return nil }
    return Condition.Leaf(label: label, program: program, span: node.span)
  }

  private mutating func readExceptions(_ reader: inout MappingReader) -> [Condition.Leaf] {
    guard let node = reader.optional("unless"),
      let items = node.list("`unless`", into: &diagnostics)
    else { return [] }
    if items.isEmpty {
      diagnostics.error(
        "rule.empty-group",
        "`unless` must have at least one condition",
        at: node.span
      )
    }
    return items.compactMap { readLeaf($0) }
  }

  // MARK: Terms

  private mutating func readStandards(
    _ reader: inout MappingReader
  ) -> (adverse: StandardOfProof, clear: StandardOfProof)? {
    guard let node = reader.required("standard", into: &diagnostics),
      var standards = MappingReader(node, what: "`standard`", into: &diagnostics)
    else { return nil }
    let adverse = standards.requiredChoice(
      "adverse",
      of: StandardOfProof.self,
      into: &diagnostics
    )
    let clear = standards.requiredChoice("clear", of: StandardOfProof.self, into: &diagnostics)
    standards.finish(into: &diagnostics)
    guard let adverse, let clear else { return nil }
    if adverse < .reasonableGrounds {
      diagnostics.error(
        "rule.weak-standard",
        "`adverse` must be `reasonable_grounds` or stricter",
        at: node["adverse"]?.span
      )
    }
    if clear < .balance || clear < adverse {
      diagnostics.error(
        "rule.weak-standard",
        "`clear` must be `balance` or stricter, and not below `adverse`",
        at: node["clear"]?.span
      )
    }
    return (adverse, clear)
  }

  private mutating func readMechanism(_ reader: inout MappingReader) -> String {
    guard let node = reader.required("mechanism", into: &diagnostics),
      let mechanism = node.string("`mechanism`", into: &diagnostics)
    else { return "" }
    let codes = vocabulary.enumeration("mechanism")?.codes.map(\.code)
    if let codes, !codes.contains(mechanism) {
      diagnostics.error(
        "rule.unknown-mechanism",
        "there is no mechanism `\(mechanism)`",
        at: node.span,
        help: didYouMean(mechanism, among: codes)
      )
    }
    return mechanism
  }

  private mutating func readInForce(_ reader: inout MappingReader) -> Rule.InForce? {
    guard let node = reader.required("in_force", into: &diagnostics),
      var dates = MappingReader(node, what: "`in_force`", into: &diagnostics)
    else { return nil }
    let from = dates.requiredDay("from", into: &diagnostics)
    let to = dates.optionalDay("to", into: &diagnostics)
    dates.finish(into: &diagnostics)
    return from.map { Rule.InForce(from: $0, to: to) }
  }

  private mutating func readAges(
    _ reader: inout MappingReader,
    at span: SourceSpan
  ) -> (lookback: CalendarPeriod?, clearWithin: CalendarPeriod?) {
    let lookback = reader.optionalPeriod("lookback", into: &diagnostics) ?? head.lookback
    let clearWithin =
      reader.optionalPeriod("clear_within", into: &diagnostics) ?? head.clearWithin
    PackReader.refuseLongClearing(
      clearWithin,
      lookback,
      at: reader.node["clear_within"]?.span ?? span,
      into: &diagnostics
    )
    return (lookback, clearWithin)
  }

  private mutating func readBasis(_ reader: inout MappingReader) -> [Rule.Provision] {
    let items = reader.required("basis", into: &diagnostics)?.list("`basis`", into: &diagnostics)
    return (items ?? []).compactMap { item in
      guard var reader = MappingReader(item, what: "a provision", into: &diagnostics) else {
        return nil
      }
      let instrument = reader.required("instrument", into: &diagnostics)?
        .string("`instrument`", into: &diagnostics)
      let provision = reader.required("provision", into: &diagnostics)?
        .writtenText("`provision`", into: &diagnostics)
      let url = reader.optionalString("url", into: &diagnostics)
      let status = reader.optionalChoice(
        "status",
        of: ProvisionStatus.self,
        into: &diagnostics
      )
      reader.finish(into: &diagnostics)
      guard let instrument, let provision else { return nil }
      return Rule.Provision(
        instrument: instrument,
        provision: provision,
        url: url,
        isVerified: status == .verified
      )
    }
  }

  private mutating func readRemedies(
    _ reader: inout MappingReader
  ) -> (vendor: LocalizedText?, buyer: LocalizedText?) {
    guard let node = reader.required("remedy", into: &diagnostics),
      var remedies = MappingReader(node, what: "`remedy`", into: &diagnostics)
    else { return (nil, nil) }
    let vendor = remedies.optionalText("vendor", into: &diagnostics)
    let buyer = remedies.optionalText("buyer", into: &diagnostics)
    remedies.finish(into: &diagnostics)
    return (vendor, buyer)
  }

  private mutating func readWaiver(_ reader: inout MappingReader) -> Rule.WaiverPolicy? {
    guard let node = reader.required("waiver", into: &diagnostics) else { return nil }
    if node.scalar?.text == "never" { return .never }
    guard var policy = MappingReader(node, what: "`waiver`", into: &diagnostics) else {
      return nil
    }
    if let statute = policy.optionalString("statutory", into: &diagnostics) {
      policy.finish(into: &diagnostics)
      return .statutory(statute)
    }
    let role = policy.required("role", into: &diagnostics)?
      .string("`role`", into: &diagnostics)
    let max = policy.optionalPeriod("max", into: &diagnostics)
    policy.finish(into: &diagnostics)
    guard let role, let max else {
      diagnostics.error(
        "rule.bad-waiver",
        "`waiver` must be `never`, `{role, max}` or `{statutory: text}`",
        at: node.span
      )
      return nil
    }
    return .role(role, max: max)
  }
}

/// Whether somebody has read a provision's own text for the rule.
private enum ProvisionStatus: String, CaseIterable {
  case verified
  case toVerify = "to_verify"
}
