import Foundation
import Testing

@testable import OfficeActor

@Suite("Who may do what")
struct RightsTests {
  /// The first hurdle that a kind of asking person meets.
  enum Answer: Hashable, Sendable { case may, notRegistered, adminsOnly, notAllowed, registrationNotOpen }

  struct Right: Sendable, CustomTestStringConvertible {
    let command: Command
    let stranger, employee, admin, bot: Answer
    var testDescription: String { "\(command)" }

    init(_ command: Command, stranger: Answer, employee: Answer, admin: Answer, bot: Answer) {
      self.command = command
      self.stranger = stranger
      self.employee = employee
      self.admin = admin
      self.bot = bot
    }
  }

  @Test("is decided by who asks alone", arguments: rights)
  func decided(right: Right) throws {
    // The admin is no employee: what needs a name is not theirs.
    for (person, answer) in [
      (Person.stranger, right.stranger), (.gleb, right.employee), (.admin, right.admin), (.bot, right.bot),
    ] {
      var office = try Self.office()
      let before = office
      do {
        _ = try office.perform(right.command, by: person.principal, at: .noon)
        #expect(answer == .may, "\(person.principal)")
      } catch {
        #expect(Self.answer(error) == answer, "\(person.principal): \(error)")
        #expect(office == before)
      }
    }
  }

  @Test("ends for an admin who is taken off the list")
  func formerAdmin() throws {
    var office = try Self.office()
    var rules = office.rules
    rules.admins = []
    office.adopt(rules)
    #expect(throws: Rejection.adminsOnly) {
      try office.perform(.closeDay(.tomorrow), by: Person.admin.principal, at: .noon)
    }
    #expect(throws: Rejection.notAllowed) {
      try office.perform(.cancel(1), by: Person.chief.principal, at: .noon)
    }
  }

  /// Anna has booking 1 of tomorrow, Boris waits with booking 3 for the other seat, offer 1; a request waits. Booking 2
  /// was cancelled by Dina, who is away on Monday: absence 1.
  private static func office() throws -> Office {
    var rules = OfficeRules.sample
    rules.registration = .approval
    var office = try Office(
      rules: rules, seats: [Seat(id: "1"), Seat(id: "2")], records: Office.sample().records)
    for step in [
      Person.anna.books("1", .tomorrow), Person.chief.books("2", .tomorrow), Person.boris.waits(.tomorrow),
      Person.chief.cancels(2), Person.vera.asks(for: 3), Person.chief.isAway(.monday, .monday),
    ] {
      _ = try office.take(step)
    }
    return office
  }

  /// Which hurdle a refusal is; whatever is not about the person counts as none.
  private static func answer(_ rejection: Rejection) -> Answer {
    switch rejection {
    case .notRegistered: .notRegistered
    case .adminsOnly: .adminsOnly
    case .notAllowed: .notAllowed
    case .registrationNotOpen: .registrationNotOpen
    default: .may
    }
  }

  // swift-format-ignore
  private static let rights: [Right] = [
    Right(.book("1", on: .today), stranger: .notRegistered, employee: .may, admin: .notRegistered, bot: .notRegistered),
    Right(.book("1", on: .today, for: .employee(1)), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.move(1, to: "2"), stranger: .notRegistered, employee: .notAllowed, admin: .may, bot: .notRegistered),
    Right(.cancel(1), stranger: .notRegistered, employee: .notAllowed, admin: .may, bot: .notRegistered),
    Right(.cancelGuests(on: .tomorrow), stranger: .notRegistered, employee: .may, admin: .notRegistered, bot: .notRegistered),
    Right(.restore(3), stranger: .notRegistered, employee: .may, admin: .may, bot: .notRegistered),
    Right(.restore(2), stranger: .notRegistered, employee: .notAllowed, admin: .may, bot: .notRegistered),
    Right(.bookDays(SeveralDays([.today])), stranger: .notRegistered, employee: .may, admin: .notRegistered, bot: .notRegistered),
    Right(.bookDays(SeveralDays([.today], for: .employee(1))), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.planDay(.wed, .any), stranger: .notRegistered, employee: .may, admin: .notRegistered, bot: .notRegistered),
    Right(.planEveryDay("1"), stranger: .notRegistered, employee: .may, admin: .notRegistered, bot: .notRegistered),
    Right(.bookPlannedDays, stranger: .notRegistered, employee: .may, admin: .notRegistered, bot: .notRegistered),
    Right(.pausePlan, stranger: .notRegistered, employee: .may, admin: .notRegistered, bot: .notRegistered),
    Right(.resumePlan, stranger: .notRegistered, employee: .may, admin: .notRegistered, bot: .notRegistered),
    Right(.openNextDay, stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.beAbsent(.today ... .tomorrow), stranger: .notRegistered, employee: .may, admin: .notRegistered, bot: .notRegistered),
    Right(.beAbsent(.today ... .tomorrow, of: 1), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.endAbsence(1), stranger: .notRegistered, employee: .notAllowed, admin: .may, bot: .notRegistered),
    Right(.prefer(features: [], zone: nil), stranger: .notRegistered, employee: .may, admin: .notRegistered, bot: .notRegistered),
    Right(.assignSeat("1", to: 1, on: [.wed]), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.unassignSeat("1"), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.adoptAssignments([]), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.forgetPlanning(before: .today), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.acceptOffer(1), stranger: .notRegistered, employee: .notAllowed, admin: .notRegistered, bot: .notRegistered),
    Right(.declineOffer(1), stranger: .notRegistered, employee: .notAllowed, admin: .notRegistered, bot: .notRegistered),
    Right(.runOutOffers(dueBy: .noon), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.resumeDeadlines, stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.confirmAttendance(on: .tomorrow), stranger: .notRegistered, employee: .may, admin: .notRegistered, bot: .notRegistered),
    Right(.askAttendance(on: .today), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.remindAttendance(on: .today), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.releaseUnconfirmed(dueBy: .noon), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.register(as: 3), stranger: .registrationNotOpen, employee: .may, admin: .may, bot: .notAllowed),
    Right(.requestRegistration(as: 3, typing: "котова"), stranger: .may, employee: .may, admin: .may, bot: .notAllowed),
    Right(.approveRegistration(1), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.refuseRegistration(1), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.unlink(1), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .may),
    Right(.addEmployees([]), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .may),
    Right(.rename(1, to: Person.boris.onTheList.name), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.removeEmployee(1), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.closeDay(.tomorrow), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.openDay(.tomorrow), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.closeSeats([SeatClosure(seat: "1", from: .today, through: nil)]), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.openSeat("1"), stranger: .adminsOnly, employee: .adminsOnly, admin: .may, bot: .adminsOnly),
    Right(.adoptSeats, stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.tellOfClosedDays, stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.settle(1, .delivered(to: AccountID(rawValue: 102), message: 1)), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.tellAdmins(.announcement("")), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.forgetBookings(before: .today), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.noteProfile(AccountProfile(id: AccountID(rawValue: 105), name: "Глеб")), stranger: .notAllowed, employee: .may, admin: .notAllowed, bot: .notAllowed),
    Right(.noteProfile(AccountProfile(id: AccountID(rawValue: 500), name: "Кто-то")), stranger: .notRegistered, employee: .notAllowed, admin: .notAllowed, bot: .notAllowed),
    Right(.forgetReleased(before: .today), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.forgetRequests(settledBefore: .noon), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
    Right(.forgetNotices(before: .noon), stranger: .notAllowed, employee: .notAllowed, admin: .notAllowed, bot: .may),
  ]
}
