package import ProbityCEL
import ProbityText

/// A condition of a rule, whose answer may decide what comes of the rule.
package struct Term: Sendable {
  /// What the rule asks it for.
  package enum Role: String, Sendable, Hashable {
    /// Whether the rule concerns the subject.
    case application = "when"
    /// Whether the subject keeps it.
    case condition
    /// Whether a violation is excused.
    case exception = "unless"
  }

  package var role: Role
  package var leaf: Condition.Leaf

  /// The answers that tests must show deciding: an exception that is not established counts as not
  /// holding, so that *unknown* is no answer of its own.
  package var answers: [Truth] { role == .exception ? [.yes, .no] : [.yes, .no, .unknown] }
}

extension Rule {
  /// All its conditions in the order of a reader: whether it applies, what it asks, what excuses.
  package var conditions: [Term] {
    (when.map { [Term(role: .application, leaf: $0)] } ?? [])
      + condition.leaves.map { Term(role: .condition, leaf: $0) }
      + exceptions.map { Term(role: .exception, leaf: $0) }
  }
}

/// The answers to all terms of a rule on one subject, in both directions.
struct TermAnswers: Sendable, Hashable {
  /// An answer from the facts that accuse and one from those that clear.
  struct Pair: Sendable, Hashable {
    var adverse: Truth
    var clear: Truth

    init(_ both: Truth) { (adverse, clear) = (both, both) }

    init(adverse: Truth, clear: Truth) {
      self.adverse = adverse
      self.clear = clear
    }
  }

  /// Whether the subject is there.
  var existence: Pair
  /// One a term.
  var answers: [Pair]

  /// The answers that a finding rests on; nil where it is on the unnamed rest of a list, or on
  /// nothing at all.
  init?(_ finding: Finding) {
    let trial = finding.trial
    guard finding.subject.openList == nil, finding.subject.emptyLists.isEmpty else { return nil }
    func existence(in view: FactView) -> Truth {
      finding.subject.existence.reduce(.yes) { truth, fact in
        truth && view.existence(fact, in: trial.dossier.tree)
      }
    }
    self.existence = Pair(
      adverse: existence(in: trial.adverse.view),
      clear: existence(in: trial.clear.view)
    )
    answers = finding.rule.conditions.map { term in
      if term.role == .exception {
        return Pair(Truth(trial.holds(term.leaf, in: trial.clear.view)))
      }
      return Pair(
        adverse: trial.evaluation(of: term.leaf, in: trial.adverse.view).evaluation.truth,
        clear: trial.evaluation(of: term.leaf, in: trial.clear.view).evaluation.truth
      )
    }
  }

  /// Whether a term has an answer in either direction.
  func has(_ answer: Truth, at term: Int) -> Bool {
    answers[term].adverse == answer || answers[term].clear == answer
  }

  /// What comes of the rule, by the answers alone.
  func status(of rule: Rule) -> Finding.Status {
    if violation(of: rule, \.adverse) == .yes { return .violated }
    guard violation(of: rule, \.clear) == .no else { return .undetermined }
    return application(of: rule, \.clear) == .no ? .notApplicable : .satisfied
  }

  /// What would come of the rule if one term had another answer and all else stayed as it is.
  func status(of rule: Rule, with answer: Truth, at term: Int) -> Finding.Status {
    var other = self
    other.answers[term] = Pair(answer)
    return other.status(of: rule)
  }

  /// Whether, if a term had an answer, it would be this answer that decides.
  ///
  /// *Yes* decides where *no* would give another result, and the other way round; *unknown* where
  /// the result is open and would not be with one of the two.
  func decides(_ answer: Truth, at term: Int, of rule: Rule) -> Bool {
    let status = status(of: rule, with: answer, at: term)
    switch answer {
    case .yes, .no: return status != self.status(of: rule, with: !answer, at: term)
    case .unknown:
      return status == .undetermined
        && [Truth.yes, .no].contains { self.status(of: rule, with: $0, at: term) != status }
    }
  }

  // MARK: The rule over its answers

  private func application(of rule: Rule, _ run: KeyPath<Pair, Truth>) -> Truth {
    let exists = existence[keyPath: run]
    return rule.when == nil ? exists : exists && answers[0][keyPath: run]
  }

  private func violation(of rule: Rule, _ run: KeyPath<Pair, Truth>) -> Truth {
    let applies = application(of: rule, run)
    let first = rule.when == nil ? 0 : 1
    let isExcused = answers.suffix(rule.exceptions.count).contains { $0.clear == .yes }
    guard applies != .no, !isExcused else { return .no }
    var rest = answers.dropFirst(first)
    let truth = rule.condition.truth { _ in
      rest.popFirst()?[keyPath: run] ?? .unknown
    }
    return applies && (rule.isRequirement ? !truth : truth)
  }
}
