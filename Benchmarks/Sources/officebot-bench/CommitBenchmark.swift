import Foundation
import OfficeActor
import Persistence

/// Durable bookings per second: through the actor, with the journal and the handled update, to the disk.
enum CommitBenchmark {
  /// An office of a hundred people and seats, more if there are more clients; every booking is a new one, with
  /// a request as far from the others as a digest is.
  ///
  /// - Parameters:
  ///   - clients: how many ask at the same time, each waiting for the answer before asking again.
  ///   - days: how many days each person books.
  static func bookingsPerSecond(clients: Int, days: Int = 50) async throws -> Double {
    try await withScratchFolder { folder in
      let people = max(100, clients)
      let seats = (0..<people).map { Seat(id: Seat.ID("\($0)")) }
      let rules = OfficeRules(timeZone: .gmt, bookingWindowDays: days, registration: .open)
      let database = try OfficeDatabase(folder: folder)
      let state = OfficeState(
        try database.load(rules: rules, seats: seats).office, storage: database, now: { Date() })
      _ = try await state.perform(
        .addEmployees((0..<people).compactMap { EmployeeName("Сотрудник \($0)") }), by: .bot)
      for (index, employee) in state.office.employees.all.enumerated() {
        _ = try await state.perform(
          .register(as: employee.id), by: .person(AccountID(rawValue: Int64(index))))
      }
      let today = rules.today(at: Date())
      let elapsed = try await ContinuousClock().measure {
        try await withThrowingTaskGroup { group in
          for client in 0..<clients {
            group.addTask {
              for day in 0..<days {
                for person in stride(from: client, to: people, by: clients) {
                  let outcome = try await state.perform(
                    .book(seats[person].id, on: today + day),
                    by: .person(AccountID(rawValue: Int64(person))),
                    request: RequestID(rawValue: .random(in: .min ... .max)))
                  guard case .done = outcome else { throw BenchmarkError.unexpected("\(outcome)") }
                }
              }
            }
          }
          try await group.waitForAll()
        }
      }
      try database.close()
      return Double(people * days) / elapsed.seconds
    }
  }
}

enum BenchmarkError: Error {
  case unexpected(String)
}
