import Foundation
import Logs
import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

/// An office as a value, in which things happen at times of a day that a test names. Tuesday, 24 November 2026,
/// is its first day.
struct NoticeOffice {
  var office: Office

  static let anna = Employee.ID(rawValue: 1)
  static let boris = Employee.ID(rawValue: 2)
  static let tuesday = TestOffice.today
  static let wednesday = tuesday + 1

  /// Seats 12 and 14, Anna and Boris linked, two more not; Anna's and Boris's bookings for tomorrow are a day old.
  init(seats: [String] = ["12", "14"], adjust: (inout OfficeRules) -> Void = { _ in }) throws {
    let moscow = try #require(TimeZone(identifier: "Europe/Moscow"))
    var rules = OfficeRules(timeZone: moscow, admins: [TestOffice.admin], registration: .open)
    adjust(&rules)
    let names = ["Смирнова Анна", "Орлов Борис", "Ёлкин Пётр", "Котова <Вера>"]
    let accounts = [TestOffice.anna, TestOffice.boris, nil, nil]
    let employees = try zip(names, accounts).enumerated().map { index, person in
      Employee(
        id: Employee.ID(rawValue: Int64(index + 1)), name: try #require(EmployeeName(person.0)),
        account: person.1)
    }
    office = try Office(
      rules: rules, seats: seats.map { Seat(id: Seat.ID($0), zone: $0 == "12" ? "Окно" : "") },
      records: OfficeRecords(employees: employees, counters: Counters(nextEmployee: 5)))
  }

  static func moment(_ time: String, on day: Day = tuesday) throws -> Date {
    let moscow = try #require(TimeZone(identifier: "Europe/Moscow"))
    return try #require(TimeOfDay(time)).moment(on: day, in: moscow)
  }

  /// Something happens; the bot does it unless somebody is named.
  mutating func perform(
    _ command: Command, by account: AccountID? = nil, at time: String = "10:00", on day: Day = tuesday
  ) throws {
    _ = try office.perform(
      command, by: account.map(Principal.person) ?? .bot, at: try Self.moment(time, on: day))
  }

  mutating func book(
    _ seat: String?, for presence: Presence = .oneself, by account: AccountID = TestOffice.anna,
    on booked: Day = wednesday, at time: String = "10:00", of day: Day = tuesday + -1
  ) throws {
    try perform(
      .book(seat.map { Seat.ID($0) }, on: booked, for: presence), by: account, at: time, on: day)
  }

  /// The newest notice as it reads if it is delivered at a time.
  func newest(at time: String, on day: Day = tuesday) throws -> NoticeMessage? {
    let notice = try #require(office.notices.values.max { $0.id < $1.id })
    return NoticeMessage(notice, in: scene(of: notice, at: try Self.moment(time, on: day)))
  }

  /// Something that is told to Anna, as it reads at a time.
  func message(
    _ content: Notice.Content, to recipient: Notice.Recipient = .employee(anna), at time: String = "10:00",
    digest: [ErrorGroup] = []
  ) throws -> NoticeMessage? {
    let now = try Self.moment(time)
    let notice = Notice(
      id: Notice.ID(rawValue: 1), recipient: recipient, content: content, createdAt: now)
    return NoticeMessage(notice, in: scene(of: notice, at: now), digest: digest)
  }

  /// What the receiver of a notice looks at.
  func scene(of notice: Notice, at now: Date) -> Scene {
    let receiver = office.account(of: notice) ?? TestOffice.stranger
    return Scene(office: office, officeName: "СПБ", now: now, viewer: Scene.Viewer(account: receiver))
  }
}

/// Compares a notice with its stored text and holds it to what Telegram takes.
func expect(
  _ message: NoticeMessage?, reads stored: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let message = try #require(message, sourceLocation: sourceLocation)
  try message.expectSound(sourceLocation: sourceLocation)
  #expect(message.stored == stored, sourceLocation: sourceLocation)
}

extension NoticeMessage {
  /// Text and rows of buttons, as in the stored texts of screens.
  var stored: String {
    ([text.html]
      + rows.filter { !$0.isEmpty }.map { row in
        row.map { "[\($0.style.sign)\($0.label)]" }.joined(separator: " ")
      }).joined(separator: "\n")
  }

  func expectSound(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let read = try TelegramHTML.text(of: text.html)
    #expect(
      (1...Self.textCodePointsMax).contains(read.unicodeScalars.count), sourceLocation: sourceLocation)
    let buttons = rows.flatMap { $0 }
    #expect(buttons.count <= Screen.buttonsMax, sourceLocation: sourceLocation)
    #expect(try JSONEncoder().encode(rows.keyboard).count < 10_000, sourceLocation: sourceLocation)
    for button in buttons {
      #expect(Button(data: button.button.data) == button.button, sourceLocation: sourceLocation)
      #expect(
        (1...ScreenButton.labelCodePointsMax).contains(button.label.unicodeScalars.count),
        sourceLocation: sourceLocation)
    }
  }
}
