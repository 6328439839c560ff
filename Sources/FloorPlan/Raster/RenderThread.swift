import Dispatch
import Foundation
import Synchronization

/// The one thread that draws.
///
/// Pango and cairo keep their font caches per thread, so drawing on a pool of threads would fill
/// them anew on each. An actor with this executor runs here and nowhere else.
final class RenderThread: SerialExecutor {
  private struct Work {
    var jobs: [UnownedJob] = []
    var isFinished = false
  }

  private let work = Mutex(Work())
  private let arrivals = DispatchSemaphore(value: 0)

  init() {
    // The thread holds the executor, not the other way round; `finish` ends both.
    let thread = Thread { self.run() }
    thread.name = "floor-plan"
    thread.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    work.withLock { $0.jobs.append(job) }
    arrivals.signal()
  }

  /// Ends the thread once the jobs that wait are done.
  func finish() {
    work.withLock { $0.isFinished = true }
    arrivals.signal()
  }

  private func run() {
    while true {
      arrivals.wait()
      let (jobs, isFinished) = work.withLock { work in
        defer { work.jobs.removeAll(keepingCapacity: true) }
        return (work.jobs, work.isFinished)
      }
      for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
      if isFinished { return }
    }
  }
}
