import Foundation
import OfficeActor
import TestSupport
import Testing

@testable import Persistence

@Suite("What jobs need of the database")
struct UpkeepTests {
  private let folder: TemporaryFolder
  private let database: OfficeDatabase

  init() throws {
    folder = try TemporaryFolder()
    database = try OfficeDatabase(folder: folder.url)
  }

  @Test("knows the last moment at which anything happened, or at which the clock was believed")
  func lastKnownMoment() async throws {
    #expect(try database.lastKnownMoment() == nil)
    try await SampleOffice.fill(database)
    #expect(try database.lastKnownMoment() == SampleOffice.noon)
    try database.remember(run: SampleOffice.noon + 60, of: "snapshot")
    #expect(try database.lastKnownMoment() == SampleOffice.noon + 60)
    // A clock that is wrong may have dated all of that.
    try database.remember(run: SampleOffice.noon - 60, of: OfficeDatabase.clock)
    #expect(try database.lastKnownMoment() == SampleOffice.noon - 60)
  }

  @Test("keeps what silence has cost, and until when an answer is awaited, over a restart")
  func attendance() async throws {
    let eve = SampleOffice.noon - 86_400
    try await perform(
      [
        (.addEmployees(SampleOffice.names("Смирнова Анна")), .bot),
        (.register(as: Employee.ID(rawValue: 1)), SampleOffice.person(1)),
        (.book(Seat.ID("1"), on: SampleOffice.today + 1), SampleOffice.person(1)),
      ], at: eve)
    try await perform(
      [
        (.askAttendance(on: SampleOffice.today), .bot)
      ], at: SampleOffice.noon)
    let question = try #require(
      try database.loadSample().office.notices.values.first {
        if case .attendanceQuestion = $0.content { true } else { false }
      })
    let arrival = NoticeOutcome.delivered(to: AccountID(rawValue: 101), message: 1)
    try await perform([(.settle(question.id, arrival), .bot)], at: SampleOffice.noon)
    let answerBy = SampleOffice.noon + 7 * 3_600
    #expect(try database.loadSample().office.allBookings.map(\.attendance.answerBy) == [answerBy])
    try await perform([(.releaseUnconfirmed(dueBy: answerBy), .bot)], at: answerBy)
    let office = try database.loadSample().office
    #expect(office.allBookings.isEmpty)
    #expect(office.records.released.map(\.seat) == [Seat.ID("1")])
    try await perform(
      [(.confirmAttendance(on: SampleOffice.today + 1), SampleOffice.person(1))], at: answerBy + 60)
    let taken = try database.loadSample().office
    #expect(taken.allBookings.map(\.seat) == [Seat.ID("1")])
    #expect(taken.records.released.isEmpty)
  }

  /// In another life of the process each time.
  private func perform(_ steps: [(Command, Principal)], at moment: Date) async throws {
    let state = SampleOffice.state(try database.loadSample(), database) { moment }
    for (command, principal) in steps { _ = try await state.perform(command, by: principal) }
  }
}
