import ProbityCEL
package import ProbityText

/// A question in the expression language, put to data, to a vendor's profile, or to both.
package struct Inquiry {
  /// A vendor to ask about, and what counts as known of it.
  package struct Vendor: Sendable {
    package var rulebook: Rulebook
    package var profile: Profile
    /// The pack whose parameters and limits of age count.
    package var pack: String
    package var asOf: CalendarDate
    /// Facts below it are unknown, as they are to a rule that accuses.
    package var standard: StandardOfProof

    package init(
      rulebook: Rulebook,
      profile: Profile,
      pack: String,
      asOf: CalendarDate,
      standard: StandardOfProof
    ) {
      self.rulebook = rulebook
      self.profile = profile
      self.pack = pack
      self.asOf = asOf
      self.standard = standard
    }
  }

  private var environment: Environment
  private var bindings: [Value] = []
  private var dossier: Dossier?
  private var resolution: Resolution?
  private var openPaths: [String] = []
  private var view: FactView

  /// The answer; nil, with errors in the diagnostics, where there is none.
  package static func answer(
    to expression: SourceText,
    data: SourceText? = nil,
    on vendor: Vendor? = nil,
    drawing: Bool = false,
    into diagnostics: inout DiagnosticList
  ) -> InquiryAnswer? {
    var inquiry = Inquiry(vendor)
    var found = DiagnosticList()
    if let data { inquiry.add(data, into: &found) }
    let isSound = found.isFreeOfErrors
    diagnostics.append(contentsOf: found)
    guard isSound else { return nil }
    var answer = inquiry.answer(to: expression, into: &diagnostics)
    if drawing { answer?.diagram = inquiry.diagram(of: expression) }
    return answer
  }

  /// The expression with the values of its parts; the whole comes to what the answer says.
  private func diagram(of expression: SourceText) -> ValueDiagram? {
    let text = EmbeddedText(expression)
    let found = ValueTrace.of(text, in: environment, tree: tree, bindings: bindings, view: view)
    var none = DiagnosticList()
    guard let found,
      let program = Program.compile(text, expecting: .dyn, in: environment, diagnostics: &none)
    else { return nil }
    let value = value(of: program).value
    var isSettled = false
    if case .bool = value, case .unknown? = found.whole?.value { isSettled = true }
    let words = ValueWords(dossier: dossier ?? Dossier(vocabulary: Vocabulary()), view: view)
    let trace = isSettled ? found.settling(value) : found
    var diagram = ValueDiagram(trace, words) { fact in
      let isOfData = Int(fact.index) >= tree.factCount
      return isOfData
        ? .notAnswered : resolution?.outcome(of: fact).gap.map(ValueDiagram.Gap.init)
    }
    diagram.isSettledByCases = isSettled
    return diagram
  }

  private init(_ vendor: Vendor?) {
    guard let vendor, let head = vendor.rulebook.packs.first(where: { $0.id == vendor.pack })
    else {
      environment = Environment(catalog: TypeCatalog())
      view = FactView(unknownFactsOf: FactTree())
      return
    }
    environment = RuleVariables.environment(of: head, vendor.rulebook.vocabulary)
    let dossier = vendor.profile.dossier
    bindings = RuleVariables.bindings(of: dossier, pack: head.id, asOf: vendor.asOf)
    let resolution = Resolver(dossier, asOf: vendor.asOf).resolution(
      Resolution.Terms(
        .adverse,
        vendor.standard,
        lookback: head.lookback,
        clearWithin: head.clearWithin
      )
    )
    view = resolution.view
    self.resolution = resolution
    self.dossier = dossier
  }

  private var tree: FactTree { dossier?.tree ?? FactTree() }

  private mutating func add(_ data: SourceText, into diagnostics: inout DiagnosticList) {
    let reader = DataReader.read(data, firstFact: tree.factCount, into: &diagnostics)
    openPaths = reader.openPaths
    for variable in reader.variables {
      if environment.declarations[variable.name] != nil {
        diagnostics.error(
          "eval.variable-twice",
          "`\(variable.name)` already means something else",
          at: variable.span,
          help: "rename it; the profile gives vendor, procurement, params and as_of"
        )
      }
      environment.declare(variable.name, .dyn, at: variable.span)
      bindings.append(variable.value)
    }
  }

  // MARK: Answering

  private func answer(
    to expression: SourceText,
    into diagnostics: inout DiagnosticList
  ) -> InquiryAnswer? {
    let compiled = Program.compile(
      EmbeddedText(expression),
      expecting: .dyn,
      in: environment,
      diagnostics: &diagnostics
    )
    guard let program = compiled else { return nil }
    let (value, isExact) = value(of: program)
    if case .error(let fault) = value {
      diagnostics.error("eval.failed", fault.message, at: fault.span)
      return nil
    }
    let page = ValuePrinter.page(
      of: value,
      type: program.type,
      tree: tree,
      view: view,
      catalog: environment.catalog
    )
    guard let page else {
      diagnostics.error(
        "eval.too-long",
        "the result must not be longer than \(ValuePrinter.textLimit) bytes as a text",
        at: expression.span(0..<expression.bytes.count)
      )
      return nil
    }
    return InquiryAnswer(
      text: page.text,
      isOpen: page.isOpen,
      isExact: isExact,
      openFacts: page.waitsFor.facts.map(openFact)
    )
  }

  /// A condition is answered as a rule's is: exactly, where its facts have few values.
  private func value(of program: Program) -> (value: Value, isExact: Bool) {
    var evaluator = Evaluator(tree: tree, bindings: bindings)
    guard program.type == .bool, let dossier else {
      return (evaluator.value(of: program, in: view), true)
    }
    let first = evaluator.truth(of: program, in: view)
    guard first.truth == .unknown, first.faults.isEmpty else { return (first.value, true) }
    let rereads = dossier.facts(evaluator.rereads, notOf: program.coherent)
    guard !rereads.isEmpty else { return (first.value, !evaluator.isApproximate) }
    let settled = settledTruth(
      view: view,
      candidates: rereads,
      isApproximate: evaluator.isApproximate,
      domains: { dossier.domain(of: $0, in: view) },
      evaluate: { view in
        var evaluator = Evaluator(tree: tree, bindings: bindings)
        return evaluator.truth(of: program, in: view)
      }
    )
    return (settled.evaluation.value, settled.isExact)
  }

  private func openFact(_ fact: FactID) -> InquiryAnswer.OpenFact {
    let place = Int(fact.index) - tree.factCount
    guard place < 0, let dossier, let resolution else {
      return InquiryAnswer.OpenFact(path: openPaths[place], kind: .value)
    }
    let record = dossier.fact(fact)
    let isOwn =
      record.file == 0
      && !["procurement.", "params."].contains { record.path.hasPrefix($0) }
    return InquiryAnswer.OpenFact(
      path: (isOwn ? "vendor." : "") + record.path,
      kind: record.kind,
      gap: resolution.outcome(of: fact).gap,
      terms: resolution.terms
    )
  }
}

extension Evaluation {
  fileprivate var value: Value {
    switch truth {
    case .yes: .bool(true)
    case .no: .bool(false)
    case .unknown: faults.first.map(Value.error) ?? .unknown(waitsFor)
    }
  }
}
