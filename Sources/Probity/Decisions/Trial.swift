package import ProbityCEL

/// One rule on one subject, with the facts that establish and those that clear.
package struct Trial {
  /// What the trials of one rule on all its subjects have in common.
  ///
  /// It is a class because findings are copied often, and all this would be copied with them.
  final class Ground: Sendable {
    let rule: Rule
    let dossier: Dossier
    let adverse: Resolution
    let clear: Resolution

    init(_ rule: Rule, in dossier: Dossier, adverse: Resolution, clear: Resolution) {
      self.rule = rule
      self.dossier = dossier
      self.adverse = adverse
      self.clear = clear
    }
  }

  private let ground: Ground
  package let subject: Subject
  let asOf: CalendarDate
  /// The values of the variables of its conditions.
  let bindings: [Value]
  /// The most ways of filling in open facts that one reading tries.
  private var splitCap = 4096

  package var rule: Rule { ground.rule }
  package var dossier: Dossier { ground.dossier }
  package var adverse: Resolution { ground.adverse }
  package var clear: Resolution { ground.clear }

  init(_ ground: Ground, on subject: Subject, asOf: CalendarDate) {
    self.ground = ground
    self.subject = subject
    self.asOf = asOf
    bindings =
      RuleVariables.bindings(of: ground.dossier, pack: ground.rule.pack, asOf: asOf)
      + subject.nodes.map(Value.node)
  }

  package init(
    _ rule: Rule,
    on subject: Subject,
    in dossier: Dossier,
    adverse: Resolution,
    clear: Resolution,
    asOf: CalendarDate
  ) {
    let ground = Ground(rule, in: dossier, adverse: adverse, clear: clear)
    self.init(ground, on: subject, asOf: asOf)
  }

  /// A rule on a subject of which nothing at all is known.
  package static func onNothing(
    _ rule: Rule,
    vocabulary: Vocabulary,
    parameters: [String: [DossierReader.Parameter]],
    asOf: CalendarDate
  ) -> Trial {
    let (dossier, nodes) = DossierReader.blank(
      vocabulary: vocabulary,
      parameters: parameters,
      elements: rule.scope.map(\.element)
    )
    let unknown = Resolution.Outcome(state: .unknown, gap: .notAnswered)
    let outcomes = Array(repeating: unknown, count: dossier.facts.count)
    let ground = Ground(
      rule,
      in: dossier,
      adverse: Resolution(outcomes, of: dossier.tree, terms: rule.adverseTerms),
      clear: Resolution(outcomes, of: dossier.tree, terms: rule.clearTerms)
    )
    return Trial(ground, on: Subject(nodes: nodes, path: "vendor"), asOf: asOf)
  }

  /// The same trial with other facts.
  package func replacing(adverse: Resolution, clear: Resolution) -> Trial {
    Trial(rule, on: subject, in: dossier, adverse: adverse, clear: clear, asOf: asOf)
  }

  /// The same trial, cheaper to read: for searches that read it many times.
  package func splitting(atMost cap: Int) -> Trial {
    var trial = self
    trial.splitCap = cap
    return trial
  }

  /// What an evaluation came to, and which facts it consulted.
  package struct Reading {
    package var evaluation: Evaluation
    package var reads: FactSet
    /// Those consulted more than once where an answer stayed open, but for those that are only
    /// asked in one direction.
    var rereads = FactSet()
    /// Whether an open answer may be decided all the same, other than for these.
    var isApproximate = false
    /// Whether an unknown is certain to be one: two ways of filling it in differ.
    package var isExact: Bool
  }

  /// Whether any exception is established at the standard of clearing: yes or no, never unknown.
  package var exceptions: Truth {
    var reads = FactSet()
    return exceptions(noting: &reads)
  }

  func exceptions(noting reads: inout FactSet) -> Truth {
    if rule.exceptions.isEmpty { return .no }
    var evaluator = Evaluator(tree: dossier.tree, bindings: bindings)
    let truth = evaluator.evaluating(in: clear.view) { session in
      rule.exceptions.contains { session.bareTruth(of: $0.program) == .yes }
    }
    reads.formUnion(evaluator.reads)
    return Truth(truth)
  }

  /// Whether a single condition is certain in a view.
  package func holds(_ leaf: Condition.Leaf, in view: FactView) -> Bool {
    var evaluator = Evaluator(tree: dossier.tree, bindings: bindings)
    return evaluator.truth(of: leaf.program, in: view).truth == .yes
  }

  /// The truth of a single condition in a view.
  package func evaluation(of leaf: Condition.Leaf, in view: FactView) -> Reading {
    settled(in: view, leaf.program.coherent) { _, session in session.truth(of: leaf.program) }
  }

  /// Whether the rule applies: the subject exists and `when` holds.
  package func application(in view: FactView) -> Reading {
    settled(in: view, rule.coherence.application, after: subject.existence) { view, session in
      applies(in: view, &session)
    }
  }

  /// Whether the rule is violated, given whether an exception holds.
  package func violation(in view: FactView, exceptions: Truth) -> Reading {
    settled(in: view, rule.coherence.violation, after: subject.existence) { view, session in
      let applies = applies(in: view, &session)
      guard applies.truth != .no, exceptions != .yes else { return Evaluation(truth: .no) }
      let broken = isBroken(&session)
      return applies && broken && Evaluation(truth: !exceptions)
    }
  }

  private func applies(in view: FactView, _ session: inout Evaluator.Session) -> Evaluation {
    var result = Evaluation(truth: .yes)
    for fact in subject.existence {
      let truth = view.existence(fact, in: dossier.tree)
      result = result && Evaluation(truth: truth, waitsFor: FactSet([fact]))
    }
    if let when = rule.when, result.truth != .no {
      result = result && session.truth(of: when.program)
    }
    return result
  }

  private func isBroken(_ session: inout Evaluator.Session) -> Evaluation {
    var waitsFor = FactSet()
    var faults: [EvaluationFault] = []
    let truth = rule.condition.truth { leaf in
      let evaluation = session.truth(of: leaf.program)
      waitsFor.formUnion(evaluation.waitsFor)
      faults += evaluation.faults
      return evaluation.truth
    }
    return Evaluation(
      truth: rule.isRequirement ? !truth : truth,
      waitsFor: truth == .unknown ? waitsFor : FactSet(),
      faults: truth == .unknown ? faults : []
    )
  }

  /// Evaluates, and where Kleene logic leaves it open splits on facts that are read twice, unless
  /// they are of a sort that is coherent.
  ///
  /// `existence` has been looked at before.
  private func settled(
    in view: FactView,
    _ coherent: Set<FieldRole>,
    after existence: [FactID] = [],
    _ evaluate: (FactView, inout Evaluator.Session) -> Evaluation
  ) -> Reading {
    var reads = FactSet(subject.existence)
    var first = Evaluator(tree: dossier.tree, bindings: bindings)
    let kleene = first.evaluating(in: view) { evaluate(view, &$0) }
    let consulted = first.reads
    reads.formUnion(consulted)
    guard kleene.truth == .unknown else {
      return Reading(evaluation: kleene, reads: reads, isExact: true)
    }
    let again = first.rereads.union(FactSet(existence).intersection(consulted))
    let rereads = dossier.facts(again, notOf: coherent)
    let isApproximate = first.isApproximate
    guard !rereads.isEmpty else {
      return Reading(
        evaluation: kleene,
        reads: reads,
        isApproximate: isApproximate,
        isExact: !isApproximate
      )
    }
    let settled = settledTruth(
      view: view,
      candidates: rereads,
      isApproximate: isApproximate,
      domains: { dossier.domain(of: $0, in: view) },
      cap: splitCap,
      evaluate: { view in
        first.resetReads()
        let evaluation = first.evaluating(in: view) { evaluate(view, &$0) }
        reads.formUnion(first.reads)
        return evaluation
      }
    )
    return Reading(
      evaluation: settled.evaluation,
      reads: reads,
      rereads: rereads,
      isApproximate: isApproximate,
      isExact: settled.isExact
    )
  }
}

extension Evaluation {
  /// Both: no if either is no, and open as long as either is open.
  fileprivate static func && (left: Evaluation, right: Evaluation) -> Evaluation {
    let truth = left.truth && right.truth
    guard truth == .unknown else { return Evaluation(truth: truth) }
    let open = [left, right].filter { $0.truth == .unknown }
    return Evaluation(
      truth: truth,
      waitsFor: open.reduce(FactSet()) { $0.union($1.waitsFor) },
      faults: open.flatMap(\.faults)
    )
  }
}

extension Dossier {
  /// The same, as long as what it belongs to is certain to be there.
  ///
  /// The record behind a field must be known to be there, hidden or not: else that it is not there is
  /// one more way. (Of an element that is not there, nothing is asked.) Nor must it be hidden that
  /// either is there, as a value would give that away.
  package func domain(of fact: FactID, in view: FactView) -> [Value]? {
    let mayLackRecord = tree.existences(above: fact).contains { existence in
      let isKnown = view[existence] == .known(.bool(true))
      if isKnown, view.existence(existence, in: tree) != .yes { return true }
      guard case .record? = self.fact(existence).field?.type else { return false }
      return !isKnown
    }
    return mayLackRecord ? nil : domain(of: fact)
  }

  /// Every value that a fact may turn out to have, where these are few; nil where they are not.
  package func domain(of fact: FactID) -> [Value]? {
    let record = self.fact(fact)
    guard record.kind == .value, let field = record.field, !field.allowsNone else { return nil }
    switch field.type {
    case .bool: return [.bool(false), .bool(true)]
    case .enumeration(let name):
      return vocabulary.enumeration(name)?.codes.map { Value.string($0.code) }
    default: return nil
    }
  }
}
