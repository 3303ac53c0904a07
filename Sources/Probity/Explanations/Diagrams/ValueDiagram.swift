import ProbityCEL
package import ProbityText

/// The text of a condition, with what each of its parts came to.
package struct ValueDiagram: Sendable {
  /// What stands under a part.
  package enum Label: Sendable, Hashable {
    /// The value, as short as it can be told.
    case value(String)
    /// Known to be none.
    case none
    /// Open: why the first of the facts that it waits for is unknown, and how many there are.
    case unknown(Gap, facts: Int)
    /// The evaluation failed there.
    case failed(String)
  }

  /// Why a fact is unknown, in one word.
  package enum Gap: String, Sendable, Hashable, CaseIterable {
    case notAnswered = "not_answered"
    case declined
    case belowStandard = "below_standard"
    case stale
    case conflicting
    /// No fact would settle it: imprecise dates overlap.
    case imprecise
  }

  package struct Part: Sendable {
    /// The part, and what its value is written under: UTF-8 offsets in the text.
    package var range: Range<Int>
    package var anchor: Range<Int>
    package var label: Label
    package var isWhole: Bool

    package init(range: Range<Int>, anchor: Range<Int>, label: Label, isWhole: Bool) {
      self.range = range
      self.anchor = anchor
      self.label = label
      self.isWhole = isWhole
    }
  }

  package var text: EmbeddedText
  package var parts: [Part]

  /// Whether the whole is settled though its parts leave it open: however the open facts turn
  /// out, it comes to this.
  package var isSettledByCases = false
  /// Whether there were more parts than are shown.
  package var isCut = false

  package init(text: EmbeddedText, parts: [Part]) {
    self.text = text
    self.parts = parts
  }
}

extension ValueDiagram {
  /// The diagram of a trace, in the words of a dossier's facts as they stand in a resolution.
  init(_ trace: ValueTrace, in dossier: Dossier, _ resolution: Resolution) {
    self.init(trace, ValueWords(dossier: dossier, view: resolution.view)) {
      resolution.outcome(of: $0).gap.map(Gap.init)
    }
  }

  /// The diagram of a trace, where it is told of each unknown fact why it is unknown.
  init(_ trace: ValueTrace, _ words: ValueWords, gap: (FactID) -> Gap?) {
    text = trace.text
    isCut = trace.isCut
    parts = trace.parts.map { part in
      Part(
        range: part.range,
        anchor: part.anchor,
        label: Self.label(part.value, part.type, words, gap),
        isWhole: part.isWhole
      )
    }
  }

  private static func label(
    _ value: Value,
    _ type: CELType,
    _ words: ValueWords,
    _ gap: (FactID) -> Gap?
  ) -> Label {
    switch value {
    case .unknown(let facts):
      let gaps = facts.facts.compactMap(gap)
      return .unknown(gaps.first ?? .imprecise, facts: facts.facts.count)
    case .error(let fault): return fault.isAbsence ? .none : .failed(fault.message)
    default: return .value(words.text(value, type))
    }
  }
}

extension ValueDiagram.Gap {
  /// The same without its numbers.
  package init(_ gap: Resolution.Gap) {
    switch gap {
    case .notAnswered: self = .notAnswered
    case .declined: self = .declined
    case .belowStandard: self = .belowStandard
    case .stale: self = .stale
    case .conflicting: self = .conflicting
    }
  }
}

extension Trial {
  /// A condition's text with the values of its parts, in one of the two runs.
  ///
  /// The whole comes to what the trial's own evaluation says. Nil if the pack is none that the
  /// rule's conditions compile with, which is a fault of ours.
  package func diagram(
    of leaf: Condition.Leaf,
    in resolution: Resolution,
    packs: [PackHead]
  ) -> ValueDiagram? {
    guard let head = packs.first(where: { $0.id == rule.pack }) else { return nil }
    var environment = RuleVariables.environment(of: head, dossier.vocabulary)
    for step in rule.scope { environment.declare(step.variable, .record(step.element)) }
    let trace = ValueTrace.of(
      leaf.program.text,
      in: environment,
      tree: dossier.tree,
      bindings: bindings,
      view: resolution.view
    )
    guard let trace else { return nil }
    let truth = evaluation(of: leaf, in: resolution.view).evaluation.truth
    guard truth.isDefinite, case .unknown? = trace.whole?.value else {
      return ValueDiagram(trace, in: dossier, resolution)
    }
    var diagram = ValueDiagram(trace.settling(.bool(truth == .yes)), in: dossier, resolution)
    diagram.isSettledByCases = true
    return diagram
  }
}
