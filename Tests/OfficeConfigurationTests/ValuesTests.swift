import FloorPlan
import Foundation
import Logging
import OfficeActor
import TestSupport
import Testing

@testable import OfficeConfiguration

@Suite("A configuration")
struct ValuesTests {
  typealias Time = TimeOfDay

  @Test("has a default for everything but admins and seats")
  func defaults() throws {
    let folder = try TemporaryFolder()
    let configuration = try folder.load("admins: [1]\nseats: [{ id: a }]\noffice:\njobs: ~\n")
    let above = folder.url.deletingLastPathComponent()
    #expect(
      configuration
        == Configuration(
          rules: OfficeRules(
            timeZone: try #require(TimeZone(identifier: "Europe/Moscow")), admins: [AccountID(rawValue: 1)]),
          seats: [Seat(id: Seat.ID("a"))],
          snapshots: Configuration.Snapshots(folder: above.appending(path: "snapshots/")),
          data: above.appending(path: "data/"),
          logs: Configuration.Logs(folder: above.appending(path: "logs/"))))
    #expect(configuration.telegram.apiURL.absoluteString == "https://api.telegram.org")
    #expect(configuration.rules.timeZone.identifier == "Europe/Moscow")
    #expect(configuration.rules.bookingWindowDays == 14)
    #expect(configuration.rules.guestsPerDay == 5)
    #expect(configuration.rules.registration == .approval)
    #expect(configuration.rules.requestsPerDay == 3)
    #expect(configuration.rules.attendance.askAt.description == "12:00")
    #expect(configuration.rules.attendance.minimumTimeToAnswer == .seconds(3600))
    #expect(configuration.rules.offers.answerWithin == .seconds(1800))
    #expect(configuration.rules.offers.quietHours.end.description == "08:00")
    #expect(configuration.snapshots.keepDaily == 14)
    #expect(configuration.retention.journalDays == 365)
  }

  @Test("says what the file says")
  func everything() throws {
    let folder = try TemporaryFolder()
    let plan = ["007", "12", "20", "21", "22", "A-3", "13"].enumerated()
      .map { "<rect id='seat-\($1)' x='\($0 * 10)' width='9' height='9'/>" }.joined()
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 70 40'>\(plan)</svg>"
    try folder.write(drawing, to: "floor.svg")
    try folder.write("Иванов Пётр\n", to: "people.txt")
    let configuration = try folder.load(
      """
      telegram: { api_url: "http://127.0.0.1:8081/bots//", updates: polling }
      office:
        name: " СПБ "
        time_zone: Asia/Yekaterinburg
        booking_window_days: 60
        guests_per_day: 0
        closed_weekdays: [sat, sun]
        closed_days: [2027-01-01, "2028-02-29"]
      admins: [4503599627370495, 1]
      registration: { mode: group, group: -1001234567890, requests_per_day: 7 }
      employees: people.txt
      seats:
        - { id: "007", zone: Окно, features: [монитор, у окна] }
        - { id: 12, assigned: "Иванов Пётр", assigned_on: [mon, thu] }
        - { from: 20, to: 22, zone: Тихая }
        - { id: A-3 }
      floor_plan: floor.svg
      removed_seats: [1, "13"]
      attendance: { enabled: false, ask_at: 09:05, remind_at: 10:00, answer_by: 23:59, minimum_time_to_answer: 90s }
      offers: { answer_within: 1h30m, answer_within_today: 1m, today_until: 00:00, quiet_hours: 21:30 - 07:15 }
      jobs: { cleanup_at: 01:02, digest_at: 08:00 }
      snapshots: { folder: /var/snapshots, every: 7d, keep_hourly: 1, keep_daily: 0 }
      retention: { bookings_days: 56, journal_days: 2, errors_days: 3, notices_days: 4 }
      data: state
      logs: { folder: ./logs, level: debug }
      """)
    let own = try OwnPlan(svg: drawing)
    func seat(_ id: String, _ zone: String = "", features: [String] = []) -> Seat {
      // Where the drawing has it.
      let middle = own.middles[id].map { SeatPoint(x: $0.x, y: $0.y) }
      return Seat(id: Seat.ID(id), zone: zone, features: features, middle: middle)
    }
    let expected = Configuration(
      telegram: Configuration.Telegram(apiURL: try #require(URL(string: "http://127.0.0.1:8081/bots"))),
      office: Configuration.Office(name: "СПБ"),
      rules: OfficeRules(
        timeZone: try #require(TimeZone(identifier: "Asia/Yekaterinburg")), bookingWindowDays: 60,
        guestsPerDay: 0,
        closedDays: [try #require(Day(iso: "2027-01-01")), try #require(Day(iso: "2028-02-29"))],
        closedWeekdays: [.sat, .sun], removedSeats: [Seat.ID("1"), Seat.ID("13")],
        admins: [AccountID(rawValue: 4_503_599_627_370_495), AccountID(rawValue: 1)], registration: .group,
        requestsPerDay: 7,
        offers: OfferRules(
          answerWithin: .seconds(5400), answerWithinToday: .seconds(60), todayUntil: Time(hour: 0, minute: 0),
          quietHours: QuietHours(start: Time(hour: 21, minute: 30), end: Time(hour: 7, minute: 15))),
        attendance: AttendanceRules(
          isEnabled: false, askAt: Time(hour: 9, minute: 5), remindAt: Time(hour: 10, minute: 0),
          answerBy: Time(hour: 23, minute: 59), minimumTimeToAnswer: .seconds(90))),
      registration: Configuration.Registration(group: -1_001_234_567_890),
      employees: EmployeesFile(
        file: folder.url.appending(path: "people.txt"),
        names: [try #require(EmployeeName("Иванов Пётр"))]),
      seats: [
        seat("007", "Окно", features: ["монитор", "у окна"]), seat("12"), seat("20", "Тихая"),
        seat("21", "Тихая"), seat("22", "Тихая"), seat("A-3"),
      ],
      assignments: [
        ConfiguredAssignment(
          seat: Seat.ID("12"), name: try #require(EmployeeName("Иванов Пётр")), weekdays: [.mon, .thu])
      ],
      floorPlan: own,
      jobs: Configuration.Jobs(
        cleanupAt: Time(hour: 1, minute: 2), digestAt: Time(hour: 8, minute: 0)),
      snapshots: Configuration.Snapshots(
        folder: URL(filePath: "/var/snapshots/"), every: .seconds(7 * 86_400), keepHourly: 1, keepDaily: 0),
      retention: Configuration.Retention(bookingsDays: 56, journalDays: 2, errorsDays: 3, noticesDays: 4),
      data: folder.url.appending(path: "state/"),
      logs: Configuration.Logs(folder: folder.url.appending(path: "logs/"), level: .debug))
    #expect(configuration == expected)
  }

  @Test("may be named by a path from where the program was started")
  func relative() throws {
    let folder = try TemporaryFolder()
    try folder.write("admins: [1]\nseats: [{ id: a }]\ndata: state\n", to: "office.yaml")
    let above = URL(filePath: FileManager.default.currentDirectoryPath).pathComponents.dropFirst().map { _ in
      ".."
    }
    let path = above.joined(separator: "/") + folder.path("office.yaml")
    let configuration = try Configuration.load(from: path, environment: [:]) { _ in }
    #expect(configuration.data == folder.url.appending(path: "state/"))
  }

  @Test("hides the secret of the invitation link when it is printed")
  func invite() throws {
    let folder = try TemporaryFolder()
    let configuration = try folder.load(
      "registration: { mode: invite }\nadmins: [1]\nseats: [{ id: a }]\n",
      environment: ["REGISTRATION_INVITE": "Spring-2027_x"])
    #expect(configuration.registration.invite == Secret(value: "Spring-2027_x"))
    var dumped = ""
    dump(configuration, to: &dumped)
    #expect(!(dumped + "\(configuration)" + String(reflecting: configuration)).contains("Spring"))
  }

  @Test(
    "takes spans of time with their units, largest first",
    arguments: [
      ("90s", .seconds(90)), ("30m", .seconds(1800)), ("1h", .seconds(3600)), ("1h30m", .seconds(5400)),
      ("1d2h3m4s", .seconds(93_784)), ("0s", .zero), ("", nil), ("30", nil), ("m", nil), ("30m1h", nil),
      ("1h1h", nil), ("1h30", nil), ("-1h", nil), ("1,5h", nil), ("1 h", nil), ("9999999s", nil), ("１h", nil),
      ("99999999999999999999s", nil),
    ] as [(String, Duration?)])
  func spans(text: String, duration: Duration?) {
    #expect(Duration(configured: text) == duration)
  }
}
