import Foundation
import OfficeActor
import Persistence

/// An office in Moscow with four seats and one admin, account 900, at noon on 25 November 2026.
enum SampleOffice {
  static let zone = TimeZone(secondsFromGMT: 3 * 3600) ?? .gmt
  static let noon = Date(timeIntervalSince1970: 1_795_597_200)
  static let today = Day(containing: noon, in: zone)
  static let admin = Principal.person(AccountID(rawValue: 900))
  static let rules = OfficeRules(
    timeZone: zone, admins: [AccountID(rawValue: 900)], registration: .open)
  static let seats = ["1", "2", "3", "A-1"].map { Seat(id: Seat.ID($0)) }

  /// The account of an employee with that number on the list.
  static func person(_ number: Int64) -> Principal { .person(AccountID(rawValue: 100 + number)) }

  static func names(_ texts: String...) -> [EmployeeName] { texts.compactMap { EmployeeName($0) } }

  static func state(
    _ loaded: OfficeDatabase.Loaded, _ database: OfficeDatabase,
    now: @escaping @Sendable () -> Date = { noon }
  ) -> OfficeState {
    OfficeState(loaded.office, handled: loaded.handled, storage: database, now: now)
  }
}

extension Office {
  /// Whether a loaded office is the other one, with ids that the other one has not given yet.
  func continues(_ other: Office) -> Bool {
    rules == other.rules && seats == other.seats && employees == other.employees
      && Set(allBookings) == Set(other.allBookings)
      && counters.nextEmployee >= other.counters.nextEmployee
      && counters.nextBooking >= other.counters.nextBooking
  }
}

extension SampleOffice {
  /// Something of each kind: two names, one registered, with two bookings, one moved and one cancelled by request
  /// number 7. Seven entries of the journal.
  static func fill(_ database: OfficeDatabase) async throws {
    let state = state(try database.loadSample(), database)
    let anna = person(1)
    for (command, principal) in [
      (Command.addEmployees(names("Смирнова Анна", "Волков Борис")), Principal.bot),
      (.register(as: Employee.ID(rawValue: 1)), anna), (.book(Seat.ID("A-1"), on: today), anna),
      (.book(Seat.ID("1"), on: today + 1), anna), (.book(Seat.ID("2"), on: today + 1), anna),
    ] {
      _ = try await state.perform(command, by: principal)
    }
    _ = try await state.perform(.cancel(Booking.ID(rawValue: 1)), by: admin, request: RequestID(rawValue: 7))
  }
}

extension OfficeDatabase {
  /// What the sample office finds in it.
  func loadSample() throws -> Loaded {
    try load(rules: SampleOffice.rules, seats: SampleOffice.seats)
  }
}
