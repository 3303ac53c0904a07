import Synchronization

/// A value that is worked out once, by whoever comes first: whoever asks for it, or a helper who
/// has time before that.
///
/// The work may depend on nothing but the values that it was given, so that nobody can tell from
/// what comes out who did it, when, or in which order.
package final class Forthcoming<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)
  private let work: @Sendable () -> Value

  /// Offers the work to a helper, who may take it up at any time or never.
  package init(_ helper: borrowing Helper, _ work: @escaping @Sendable () -> Value) {
    self.work = work
    helper.offer { self.workAhead() }
  }

  /// The value, worked out now unless it is there; waits if somebody is at it.
  package var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = work()
      known = value
      return value
    }
  }

  /// Works out the value unless it is there or somebody is at it.
  package func workAhead() {
    _ = known.withLockIfAvailable { known in
      if known == nil { known = work() }
    }
  }
}

extension Array {
  /// All values in their order.
  ///
  /// A helper begins with what was offered first, so whoever asks begins at the other end.
  package func values<Value>() -> [Value] where Element == Forthcoming<Value> {
    for element in reversed() { element.workAhead() }
    return map(\.value)
  }
}
