import ArgumentParser
import Foundation
import OfficeActor
import OfficeConfiguration
import Persistence

/// `officebot verify <file>`: whether the office could be restored from a snapshot.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say what is in a snapshot and whether the office could be restored from it.")

  @Argument(help: "The snapshot.")
  var file: String

  @OptionGroup var config: ConfigurationOption

  func run() async throws {
    try await reportingFailure {
      let configuration = try config.load()
      let snapshot = try Snapshot(file: URL(filePath: file))
      let now = Date()
      let office = try snapshot.verified(rules: configuration.rules, seats: configuration.seats).office
      let vanished = office.bookingsOfVanishedSeats(at: now)
      guard vanished.isEmpty else { throw StartFailure(vanishedSeatsOf: vanished, in: office) }
      print(
        "\(file): all is well: taken \(snapshot.takenAt.ISO8601Format()), \(office.summary(at: now))")
    }
  }
}

extension Office {
  /// «4 names, 3 of them registered; 12 bookings, …».
  fileprivate func summary(at now: Date) -> String {
    let today = rules.today(at: now)
    let bookings = allBookings
    return [
      "\(employees.count) names, \(employees.all.count { $0.account != nil }) of them registered",
      "\(bookings.count) bookings, \(bookings.count { $0.day >= today }) of them from \(today) on, "
        + "\(bookings.count { $0.seat == nil }) without a seat",
      "\(offers.count) offers", "\(noticesDue(at: .distantFuture).count) notices owed",
    ].joined(separator: "; ")
  }
}
