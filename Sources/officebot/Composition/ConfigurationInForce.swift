import Logging
import Logs
import OfficeActor
import OfficeConfiguration
import ServiceLifecycle
import Synchronization
import UnixSignals

/// The configuration that the bot goes by: that of the start, with what could be taken over since.
///
/// On SIGHUP the file is read again. What can change in an office that is open counts from then on; the log names
/// what needs a restart. A file with mistakes changes nothing.
final class ConfigurationInForce: Service, CustomStringConvertible {
  private let configuration: Mutex<Configuration>
  private let state: OfficeState
  private let logs: ProcessLogs
  private let load: @Sendable () throws(Configuration.Mistakes) -> Configuration
  private let rulesChanged: @Sendable () -> Void
  private let logger: Logger

  /// - Parameters:
  ///   - configuration: that of the start, whose rules the office has.
  ///   - load: reads and checks the file as it is now.
  ///   - rulesChanged: told when the office goes by other rules.
  init(
    _ configuration: Configuration, of state: OfficeState, logs: ProcessLogs,
    load: @escaping @Sendable () throws(Configuration.Mistakes) -> Configuration,
    rulesChanged: @escaping @Sendable () -> Void = {}, logger: Logger
  ) {
    self.configuration = Mutex(configuration)
    self.state = state
    self.logs = logs
    self.load = load
    self.rulesChanged = rulesChanged
    self.logger = logger
  }

  var description: String { "configuration" }

  var current: Configuration { configuration.withLock { $0 } }

  func run() async throws {
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { await reload() }
  }

  func reload() async {
    do throws(Configuration.Mistakes) {
      await adopt(try load())
    } catch {
      logger.error(
        "the configuration cannot be read again; everything stays as it was",
        metadata: ["mistakes": "\(error.mistakes.count)"])
      for mistake in error.mistakes { logger.warning("\(mistake)") }
    }
  }

  private func adopt(_ read: Configuration) async {
    let before = current
    let adopted = before.adopting(read)
    configuration.withLock { $0 = adopted }
    logs.level = adopted.logs.level
    await state.adopt(adopted.rules)
    rulesChanged()
    let (admins, adminsBefore) = (adopted.rules.admins, before.rules.admins)
    logger.notice(
      "the configuration was read again",
      metadata: [
        "applied": "\(Self.list(adopted.keys(differingFrom: before)))",
        "admins_added": "\(Self.list(admins.subtracting(adminsBefore).map(\.rawValue).sorted()))",
        "admins_removed": "\(Self.list(adminsBefore.subtracting(admins).map(\.rawValue).sorted()))",
      ])
    let waiting = read.keys(differingFrom: adopted)
    if !waiting.isEmpty {
      logger.warning("some changes need a restart", metadata: ["keys": "\(Self.list(waiting))"])
    }
    do {
      _ = try await state.perform(.tellOfClosedDays, by: .bot)
    } catch {
      logger.error(
        "admins were not told of bookings on closed days; the next start tells them",
        metadata: ["error": "\(error)"])
    }
  }

  private static func list(_ items: [some CustomStringConvertible]) -> String {
    items.isEmpty ? "none" : items.map(\.description).joined(separator: ", ")
  }
}
