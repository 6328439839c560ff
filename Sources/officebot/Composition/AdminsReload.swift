import Logging
import OfficeActor
import ServiceLifecycle
import UnixSignals

/// Reads the configuration file again on SIGHUP. Its list of admins counts from then on, everything else in it
/// at the next start.
struct AdminsReload: Service, CustomStringConvertible {
  let state: OfficeState
  /// What the process was started with.
  let configuration: Configuration
  /// Reads and checks the file as it is now.
  let load: @Sendable () throws -> Configuration
  let logger: Logger

  var description: String { "reload" }

  func run() async throws {
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { await reload() }
  }

  func reload() async {
    let read: Configuration
    do {
      read = try load()
    } catch {
      logger.error(
        "the configuration cannot be read again; everything stays as it was", metadata: ["error": "\(error)"])
      return
    }
    var rules = state.office.rules
    let before = rules.admins
    rules.admins = read.rules.admins
    await state.adopt(rules)
    logger.notice(
      "the list of admins was read again",
      metadata: [
        "added": "\(Self.list(rules.admins.subtracting(before)))",
        "removed": "\(Self.list(before.subtracting(rules.admins)))",
      ])
    let waiting = configuration.keys(differingFrom: read)
    if !waiting.isEmpty {
      logger.warning(
        "other changes of the configuration need a restart",
        metadata: ["keys": "\(waiting.joined(separator: ", "))"])
    }
  }

  private static func list(_ accounts: Set<AccountID>) -> String {
    accounts.isEmpty ? "none" : accounts.sorted().map { "\($0.rawValue)" }.joined(separator: ", ")
  }
}

extension Configuration {
  /// Keys of the file, `admins` left out, in which two configurations differ.
  func keys(differingFrom other: Configuration) -> [String] {
    func key(_ name: String, _ value: KeyPath<Configuration, some Equatable>) -> String? {
      self[keyPath: value] == other[keyPath: value] ? nil : name
    }
    return [
      key("telegram", \.telegram), key("office", \.office), key("registration", \.registration),
      key("employees", \.employees), key("seats", \.seats), key("floor_plan", \.floorPlan),
      key("removed_seats", \.removedSeats), key("attendance", \.attendance), key("offers", \.offers),
      key("jobs", \.jobs), key("snapshots", \.snapshots), key("http", \.http), key("retention", \.retention),
      key("data", \.data),
      key("logs", \.logs),
    ].compactMap { $0 }
  }
}
