import Foundation
import Sandbox
import ServiceLifecycle

/// Keeps who has started the bot, so that a demo that was closed or killed goes on where it was.
struct PeopleKeeper: Service, CustomStringConvertible {
  private static let interval = Duration.seconds(2)

  let sandbox: Sandbox
  let file: URL

  var description: String { "people" }

  func run() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      // Ends early when the demo ends; then it is time to save in any case.
      try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
      await sandbox.save(to: file)
    }
  }
}
