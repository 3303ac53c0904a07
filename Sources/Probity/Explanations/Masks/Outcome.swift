/// What is asked of a trial again and again, with ever other facts hidden.
package enum Outcome: Sendable {
  /// The rule is violated, as long as no exception is proven.
  case violated
  /// The violation is excluded, or an exception is proven.
  case cleared
  /// The rule does not concern the subject.
  case notApplicable
  /// One condition is true.
  case holds(Condition.Leaf)
  /// One condition is false.
  case fails(Condition.Leaf)
}
