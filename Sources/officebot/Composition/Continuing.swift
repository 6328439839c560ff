import ServiceLifecycle
import UnixSignals

/// Notices that the process was stopped (SIGSTOP) and goes on.
struct Continuing: Service, CustomStringConvertible {
  /// Told of it as soon as the process goes on.
  let continued: @Sendable () -> Void

  var description: String { "continuing" }

  func run() async throws {
    for await _ in await UnixSignalsSequence(trapping: .sigcont).cancelOnGracefulShutdown() { continued() }
  }
}
