import Dispatch

/// Runs an actor on a dispatch queue of its own, so that waiting for the disk takes no thread from the
/// cooperative pool.
public final class BlockingExecutor: SerialExecutor {
  private let queue: DispatchQueue

  /// An executor with a queue of that name.
  public init(label: String) {
    queue = DispatchQueue(label: label, qos: .userInitiated)
  }

  /// Runs a job of the actor on the queue.
  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  /// Runs `work` after what is queued already. What it runs may assume the isolation of the actor.
  func async(_ work: @escaping @Sendable () -> Void) {
    queue.async(execute: work)
  }

  /// Stops the program when it does not run on the queue.
  public func checkIsolated() {
    dispatchPrecondition(condition: .onQueue(queue))
  }
}
