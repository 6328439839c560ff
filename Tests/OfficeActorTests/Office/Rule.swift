import Foundation
import Testing

@testable import OfficeActor

/// What the office does in one situation.
struct Rule: Sendable, CustomTestStringConvertible {
  let name: String
  let setting: Setting
  let given: [Step]
  let when: Step
  let then: Answer
  /// The notices that the office owes because of it.
  let owes: [String]
  var testDescription: String { name }

  init(
    _ name: String, in setting: Setting = Setting(), given: [Step] = [], when: Step, then: Answer,
    owes: String...
  ) {
    self.name = name
    self.setting = setting
    self.given = given
    self.when = when
    self.then = then
    self.owes = owes
  }

  enum Answer: Hashable, Sendable {
    case happens(Event)
    /// Several events, in the words of the journal.
    case story([String])
    /// Nothing, or nothing that the journal tells.
    case alreadySo
    case no(Rejection)

    static func tells(_ events: String...) -> Answer { .story(events) }
  }

  /// The office that a situation begins with.
  struct Setting: Sendable {
    var seats: [Seat.ID] = ["1", "2", "3", "A-1"]
    var rules = OfficeRules.sample

    /// One seat, so that somebody waits soon.
    static let oneSeat = Setting(seats: ["1"])
    static let twoSeats = Setting(seats: ["1", "2"])

    func with<Value>(_ path: WritableKeyPath<OfficeRules, Value>, _ value: Value) -> Setting {
      var setting = self
      setting.rules[keyPath: path] = value
      return setting
    }
  }

  /// Every refusal leaves the office as it was.
  func check() throws {
    var office = try Office(
      rules: setting.rules, seats: setting.seats.map { Seat(id: $0) }, records: Office.sample().records)
    for step in given {
      let before = office
      _ = try office.take(step)
      #expect(office != before, "\(step.command) is to change something")
    }
    _ = office.takeChanges()
    let before = office
    do {
      let events = try office.take(when)
      switch then {
      case .happens(let event): #expect(events == [event])
      case .story(let story): #expect(events.map(words) == story)
      case .alreadySo: #expect(events == [])
      case .no: #expect(then == .story(events.map(words)))
      }
      #expect(events.isEmpty || office != before)
    } catch {
      #expect(then == .no(error))
      #expect(office == before)
    }
    let new = office.notices.values.filter { $0.id.rawValue >= before.counters.nextNotice }
    #expect(new.sorted { $0.id < $1.id }.map(words) == owes)
  }

  // MARK: In words

  private func words(_ event: Event) -> String {
    let record = JournalRecord(event)
    let what = record.booking.map { "#\($0.rawValue)" } ?? record.employee.map(name)
    let seat = record.seat.map { "at \($0)" }
    return [record.kind.rawValue, what, record.seatBefore.map { "from \($0)" }, seat].compactMap { $0 }
      .joined(separator: " ")
  }

  private func words(_ notice: Notice) -> String {
    let whom =
      switch notice.recipient {
      case .employee(let id): name(id)
      case .account(let account): name(account)
      }
    return "\(whom): \(words(notice.content))"
  }

  private func words(_ content: Notice.Content) -> String {
    switch content {
    case .offer(let offer): "offer \(offer.rawValue)"
    case .offerRanOut(_, let seat): "offer of \(seat) ran out"
    case .attendanceQuestion: "question"
    case .attendanceReminder: "reminder"
    case .released(let bookings): "released \(seats(bookings))"
    case .bookedByAdmin(let booking): "booked #\(booking.rawValue)"
    case .cancelledByAdmin(let booking, let reason):
      "cancelled \(seats([booking]))\(reason.isEmpty ? "" : " \(reason.text)")"
    case .lostSeat(let booking, let reason): "lost \(seats([booking])) \(reason.text)"
    case .daysBookedByAdmin(let bookings):
      "booked \(bookings.map { "#\($0.rawValue)" }.joined(separator: ", "))"
    case .absenceEnteredByAdmin(let from, let through, let bookings):
      "absent \(from) to \(through): \(seats(bookings))"
    case .absenceEndedByAdmin(let from, let through): "present \(from) to \(through)"
    case .seatAssigned(let seat, let weekdays):
      "assigned \(seat) on \(weekdays.map(\.rawValue).joined(separator: ","))"
    case .seatUnassigned(let seat): "unassigned \(seat)"
    case .planned(let outcomes): outcomes.map(words).joined(separator: "; ")
    case .planRests: "plan rests"
    case .dayClosed(_, let bookings, let reason):
      "day closed \(seats(bookings))\(reason.map { " \($0.text)" } ?? "")"
    case .registrationRequested(let request): "request \(request.rawValue)"
    case .requestsWait: "requests wait"
    case .approvalClosed: "approval closed"
    case .requestSettled(let request, let message):
      "message \(message): \(request.outcome.rawValue) \(request.name)"
    case .requestsSettled(let message): "message \(message): settled"
    case .registered(let employees): "registered \(employees.map(name).joined(separator: ", "))"
    case .registrationApproved: "approved"
    case .registrationRefused(let name): "refused \(name)"
    case .unlinked(let name, let hasLeftGroup): "unlinked \(name)\(hasLeftGroup ? ", left the group" : "")"
    case .removed(let name): "removed \(name)"
    case .closedDayHasBookings, .groupTrouble, .errorDigest, .recovered, .clockDoubted, .announcement:
      "\(content)"
    }
  }

  private func words(_ outcome: PlanOutcome) -> String {
    let reason: String? =
      switch outcome.reason {
      case nil: nil
      case .satThereMoreOften(let other): "\(name(other)) sat there more often"
      case .wishedEarlier(let other): "\(name(other)) wished earlier"
      case .assigned(let other): "assigned to \(name(other))"
      case .booked(let other): "booked by \(name(other))"
      case .held: "held"
      case .closed: "closed"
      case .gone: "gone"
      }
    let got = "\(outcome.seat?.rawValue ?? "queue") for \(outcome.wanted?.rawValue ?? "any")"
    return [got, reason].compactMap { $0 }.joined(separator: ", ")
  }

  private func seats(_ bookings: [BookingSummary]) -> String {
    bookings.map { "\($0.seat?.rawValue ?? "-")\($0.guest.map { " \($0)" } ?? "")" }.joined(separator: ", ")
  }

  private static let cast: [(name: String, person: Person)] = [
    ("anna", .anna), ("boris", .boris), ("vera", .vera), ("chief", .chief), ("gleb", .gleb),
    ("admin", .admin),
    ("stranger", .stranger),
  ]

  private func name(_ id: Employee.ID) -> String {
    Self.cast.first { $0.person.employee?.id == id }?.name ?? "\(id.rawValue)"
  }

  private func name(_ account: AccountID) -> String {
    Self.cast.first { $0.person.principal == .person(account) }?.name ?? "\(account.rawValue)"
  }
}
