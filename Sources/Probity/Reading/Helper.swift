/// Takes work that will be needed and may do it on another thread before somebody waits for it.
///
/// The library itself starts nothing: whoever embeds it says who helps, if anybody.
package struct Helper: Sendable {
  private let take: @Sendable (@escaping @Sendable () -> Void) -> Void

  /// A helper who hands work on.
  package init(_ take: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void) {
    self.take = take
  }

  /// Nobody: all work is done by whoever asks for what comes of it.
  package static let none = Helper { _ in }

  func offer(_ work: @escaping @Sendable () -> Void) { take(work) }
}
