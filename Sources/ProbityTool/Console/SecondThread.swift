import Glibc
import Probity
import Synchronization

/// One more thread, which does work ahead in the order in which it is offered.
///
/// It ends with the process. Where it can't be started nobody works ahead, and nothing else changes.
final class SecondThread: Sendable {
  /// A semaphore of the system at a place that never moves.
  ///
  /// INVARIANT: allocated and initialised in `init` and never freed, as the thread never ends.
  @safe private struct Signal: @unchecked Sendable {
    private let semaphore: UnsafeMutablePointer<sem_t>

    init() {
      unsafe semaphore = .allocate(capacity: 1)
      unsafe sem_init(semaphore, 0, 0)
    }

    func send() { unsafe sem_post(semaphore) }

    func await() {
      while unsafe sem_wait(semaphore) != 0 {}
    }
  }

  private struct Queue {
    var waiting: [@Sendable () -> Void] = []
    var next = 0
  }

  /// As much as the first thread has: what recurses over input has the same room on both.
  private static let stackSize = 8 << 20

  private let queue = Mutex(Queue())
  private let offered = Signal()

  /// A helper that hands work to a new thread.
  static func start() -> Helper {
    let thread = SecondThread()
    guard thread.run() else { return .none }
    return Helper { thread.take($0) }
  }

  private func take(_ work: @escaping @Sendable () -> Void) {
    queue.withLock { $0.waiting.append(work) }
    offered.send()
  }

  private func next() -> (@Sendable () -> Void)? {
    queue.withLock { queue in
      guard queue.next < queue.waiting.count else { return nil }
      defer { queue.next += 1 }
      return queue.waiting[queue.next]
    }
  }

  private func work() {
    while true {
      offered.await()
      next()?()
    }
  }

  private func run() -> Bool {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, Self.stackSize)
    var thread = pthread_t()
    let retained = unsafe Unmanaged.passRetained(self)
    let status = unsafe pthread_create(
      &thread,
      &attributes,
      { pointer in
        if let pointer = unsafe pointer {
          unsafe Unmanaged<SecondThread>.fromOpaque(pointer).takeUnretainedValue().work()
        }
        return nil
      },
      retained.toOpaque()
    )
    if status != 0 { unsafe retained.release() }
    return status == 0
  }
}
