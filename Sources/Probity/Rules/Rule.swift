package import ProbityCEL
package import ProbityText
import ProbityYAML

/// What an open finding or a violation of a rule means for the purchase.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  /// What must not be.
  case prohibit
  /// What must be there.
  case require
  /// Advice: reported, never decisive.
  case advise
}

/// Who must bring the evidence, and so what an undetermined finding does.
public enum Burden: String, Sendable, Hashable, CaseIterable {
  /// Undetermined blocks.
  case vendor
  /// Undetermined is reported, and blocks once an adverse fact is alleged.
  case buyer
  /// Undetermined blocks and asks both.
  case shared
}

/// One written rule, checked against its vocabulary and compiled.
public struct Rule: Sendable, Identifiable {
  /// The pack's folder name, a slash and the rule's own name.
  public let id: String

  /// What holds where the rule is kept, as one sentence.
  public let title: LocalizedText

  /// What a violation or an open finding means.
  public let severity: Severity

  /// The standard that facts must reach to establish a violation.
  public let adverseStandard: StandardOfProof

  /// The standard that facts must reach to clear; never below the adverse one.
  public let clearStandard: StandardOfProof

  /// Who must bring the evidence.
  public let burden: Burden

  /// What procurement law lets a buyer do with the finding, by its code.
  public let mechanism: String

  package let pack: String
  package let scope: [ScopeStep]
  package let when: Condition.Leaf?
  package let condition: Condition
  /// Whether the condition must hold (`required`) or must not (`violated_if`).
  package let isRequirement: Bool
  package let exceptions: [Condition.Leaf]
  package let inForce: InForce
  package let lookback: CalendarPeriod?
  package let clearWithin: CalendarPeriod?
  package let basis: [Provision]
  package let vendorRemedy: LocalizedText?
  package let buyerRemedy: LocalizedText?
  package let waiver: WaiverPolicy
  package let span: SourceSpan
  package let coherence: RuleCoherence
  /// The text that it is written in.
  package var source: SourceText { span.source }
  /// The examples as they are written.
  let exampleNodes: [Node]

  /// A profile that its author gives for an outcome, and that was tried when the rule was read.
  package struct Example: Sendable, Hashable {
    package var name: String
    package var expected: String
    package var span: SourceSpan
  }

  /// The examples that came with it.
  package var examples: [Example] {
    exampleNodes.map { node in
      Example(
        name: node["name"]?.scalar?.text ?? "",
        expected: node["expect"]?.scalar?.text ?? "",
        span: node["name"]?.span ?? node.span
      )
    }
  }

  /// A step of `for_each`: a variable that runs over a list.
  package struct ScopeStep: Sendable {
    package var variable: String
    /// The slot of the variable that the path begins with.
    package var base: Int
    /// Slots of the fields from there to the list.
    package var slots: [Int]
    package var path: String
    /// The record type of the list's elements.
    package var element: String
    /// The list.
    package var list: FieldName
  }

  /// From when to when the rule binds.
  package struct InForce: Sendable, Hashable {
    package var from: CalendarDate
    package var to: CalendarDate?

    package func contains(_ date: CalendarDate) -> Bool {
      from <= date && to.map { date <= $0 } ?? true
    }
  }

  /// A provision that the rule rests on.
  package struct Provision: Sendable, Hashable {
    package var instrument: String
    package var provision: String
    package var url: String?
    /// Whether somebody has read the provision's own text for this rule.
    package var isVerified: Bool
  }

  /// Who may set the rule aside.
  package enum WaiverPolicy: Sendable, Hashable {
    case never
    case statutory(String)
    case role(String, max: CalendarPeriod)
  }

  /// The terms on which facts establish a violation.
  package var adverseTerms: Resolution.Terms {
    Resolution.Terms(.adverse, adverseStandard, lookback: lookback, clearWithin: clearWithin)
  }

  /// The terms on which facts clear.
  package var clearTerms: Resolution.Terms {
    Resolution.Terms(.clear, clearStandard, lookback: lookback, clearWithin: clearWithin)
  }

  /// The fields that any of its conditions reads.
  package var fieldsRead: Set<FieldName> {
    let leaves = condition.leaves + exceptions + (when.map { [$0] } ?? [])
    return leaves.reduce(into: []) { $0.formUnion($1.program.fieldsRead) }
  }

  /// The lists that it runs over, as fields of records.
  package func listsRunOver(in vocabulary: Vocabulary) -> [FieldName] {
    scope.compactMap { step in
      let place = step.base - RuleVariables.count
      var type = place < 0 ? RuleVariables.types[step.base].type : .record(scope[place].element)
      var name: FieldName?
      for slot in step.slots {
        guard case .record(let record) = type, let field = vocabulary.record(record)?.fields[slot]
        else { return nil }
        name = FieldName(record: record, field: field.name)
        type = field.type
      }
      return name
    }
  }

  /// Whether the rule takes part in the verdict.
  package var isDecisive: Bool { severity != .advise }
}
