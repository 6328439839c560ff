import FloorPlan
import Logging
import ServiceLifecycle

/// Draws a day of the office when the bot has begun to work.
struct TrialDay: Service, CustomStringConvertible {
  let logger: Logger
  let draw: @Sendable () async throws(RenderingError) -> Void

  var description: String { "trial day" }

  func run() async throws {
    do throws(RenderingError) { try await draw() } catch {
      logger.error(
        "a day of this office cannot be drawn; people see it in words", metadata: ["error": "\(error)"])
    }
    try await gracefulShutdown()
  }
}
