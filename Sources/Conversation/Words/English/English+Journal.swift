import OfficeActor

extension English: JournalWords {
  var noEntries: Markup { "No entries." }
  var byEmployee: String { "Employee" }
  var byDay: String { "Day" }
  var byKind: String { "Kind" }
  var bySeat: String { "Seat" }
  var resetFilters: String { "Reset filters" }
  var newer: String { "‹ Newer" }
  var older: String { "Older ›" }
  func only(_ filters: String) -> Markup { "Only: \(filters)" }
  var whichEntries: Markup { "Which entries to show?" }
  var whoseEntries: Markup { "<b>Entries about whom?</b>" }
  var entriesOfDay: Markup {
    "Which day? You get the entries of that day and those about it. Type another day: 24 November or 24.11."
  }
  var entriesOfSeat: Markup { "<b>Entries about which seat?</b>\nYou can type its number." }
  var all: String { "All" }
  var allDays: String { "All days" }
  var allSeats: String { "All seats" }
  func noDay(_ typed: String) -> Markup {
    "I do not understand the day “\(typed)”. Type, for example: 24 November or 24.11."
  }
  func topic(_ topic: JournalTopic) -> String {
    switch topic {
    case .bookings: "Bookings"
    case .queue: "Queue"
    case .attendance: "Attendance"
    case .plans: "My days and absences"
    case .employees: "Employees"
    case .closings: "Closings"
    case .other: "Other"
    }
  }
  func kind(_ kind: JournalRecord.Kind) -> String {
    switch kind {
    case .booked: "booking"
    case .moved: "move"
    case .cancelled: "cancellation"
    case .released: "released without an answer"
    case .lostSeat: "seat closed under a booking"
    case .offered: "offer"
    case .offerAccepted: "offer accepted"
    case .offerDeclined: "offer declined"
    case .offerRanOut: "offer ran out"
    case .offerPassedOn: "offer passed on"
    case .attendanceAsked: "attendance question"
    case .attendanceReminded: "reminder"
    case .attendanceConfirmed: "attendance confirmed"
    case .restored: "booking given back"
    case .planChanged: "my days"
    case .planPaused: "my days paused"
    case .planResumed: "my days resumed"
    case .absent: "absence"
    case .absenceEnded: "absence ended"
    case .preferencesChanged: "preferences"
    case .seatAssigned: "seat assigned"
    case .seatUnassigned: "seat unassigned"
    case .registered: "registration"
    case .registrationRequested: "request"
    case .registrationRefused: "request refused"
    case .unlinked: "unlinked"
    case .employeeAdded: "name added"
    case .renamed: "renamed"
    case .employeeRemoved: "name removed"
    case .dayClosed: "day closed"
    case .dayOpened: "day opened"
    case .seatClosed: "seat closed"
    case .seatOpened: "seat opened"
    case .seatAdded: "seat added"
    case .seatRemoved: "seat removed"
    case .administrationRefused: "not permitted"
    case .noticeUndeliverable: "undeliverable"
    }
  }
  var bot: String { "bot" }
  func admin(_ account: AccountID) -> String { "admin \(account.rawValue)" }

  func sentence(_ record: JournalRecord) -> String {
    let who = record.employeeName ?? "somebody"
    let guest = record.guest.map { " (guest: \($0))" } ?? ""
    let day = record.day.map(self.day) ?? "some day"
    let seat = record.seat.map(self.seat) ?? withoutSeat
    let before = record.seatBefore.map(self.seat) ?? withoutSeat
    let detail = record.detail.flatMap { $0.isEmpty ? nil : $0 }
    func about(_ what: String) -> String { "\(who): \(what)\(guest)" }
    func account(_ detail: String?) -> String { detail.map { " (id \($0))" } ?? "" }
    func through(_ detail: String?) -> String {
      detail.flatMap { Day(iso: $0) }.map { " through \(self.day($0))" } ?? ""
    }
    switch record.kind {
    case .booked:
      let how =
        switch detail {
        case JournalRecord.plan: " by “My days”"
        case JournalRecord.assigned: ", assigned"
        default: ""
        }
      return about("booked \(day), \(seat)\(how)")
    case .restored: return about("booking given back, \(day), \(seat)")
    case .moved: return about("moved on \(day), \(before) → \(seat)")
    case .cancelled:
      let why =
        detail.map {
          switch $0 {
          case JournalRecord.inQuestion: ", answered “Not coming”"
          case JournalRecord.absence: ", away"
          default: ", reason: \($0)"
          }
        } ?? ""
      return about("booking cancelled for \(day), \(seat)\(why)")
    case .released: return about("booking for \(day) released without an answer, \(seat)")
    case .lostSeat: return about("without a seat on \(day): \(before) was closed")
    case .offered: return about("offered \(seat) on \(day)")
    case .offerAccepted: return about("offer accepted, \(day), \(seat)")
    case .offerDeclined: return about("offer declined, \(day), \(seat)")
    case .offerRanOut: return about("offer ran out, \(day), \(seat)")
    case .offerPassedOn: return about("offer passed on, \(day), \(seat)")
    case .attendanceAsked: return about("asked whether they come, \(day)")
    case .attendanceReminded: return about("reminded of the question, \(day)")
    case .attendanceConfirmed: return about("attendance confirmed, \(day)")
    case .planChanged: return about("my days, \(planned(detail ?? ""))")
    case .planPaused:
      return about("my days paused" + (detail == Plan.Rest.silence.rawValue ? ": no answers" : ""))
    case .planResumed: return about("my days resumed")
    case .absent: return about("away from \(day)\(through(detail))")
    case .absenceEnded: return about("absence ended from \(day)\(through(detail))")
    case .preferencesChanged: return about("preferences: \(detail ?? "any seat")")
    case .seatAssigned: return about("\(seat) assigned" + (detail.map { ", \(weekdays(in: $0))" } ?? ""))
    case .seatUnassigned: return about("\(seat) unassigned")
    case .registered: return about("registered")
    case .registrationRequested: return about("asked to register" + account(detail))
    case .registrationRefused: return about("request refused" + account(detail))
    case .unlinked: return about("Telegram unlinked" + account(detail))
    case .employeeAdded: return about("name added to the list")
    case .renamed: return about("renamed, before: \(detail ?? "?")")
    case .employeeRemoved: return about("name removed from the list")
    case .dayClosed: return "Day closed: \(day)" + (detail.map { ", reason: \($0)" } ?? "")
    case .dayOpened: return "Day opened: \(day)"
    case .seatClosed: return "Closed \(seat) \(closed(record))"
    case .seatOpened: return "Opened \(seat)"
    case .seatAdded: return "New in the configuration: \(seat)"
    case .seatRemoved: return "Gone from the configuration: \(seat)"
    case .administrationRefused:
      return "Tried to manage without the right to" + (record.employeeName.map { ": \($0)" } ?? "")
    case .noticeUndeliverable:
      let why = detail.map { ", " + undelivered(DeliveryFailure(code: $0)) } ?? ""
      return "A notice was not delivered" + (record.employeeName.map { ": \($0)" } ?? "") + why
    }
  }

  var plannedAnySeat: String { "any seat" }
  var plannedNoLonger: String { "no longer coming" }

  /// «from Sat 28 to Mon 30 November: repairs».
  private func closed(_ record: JournalRecord) -> String {
    let detail = ClosureDetail(record.detail ?? "")
    let reason = detail.reason.isEmpty ? "" : ": \(detail.reason)"
    guard let from = record.day else { return reason }
    let span =
      switch detail.end {
      case .through(let last)?: self.span(from, last, untilOpened: "")
      case .opened?: self.span(from, nil, untilOpened: "until it is opened")
      case nil: "from \(day(from))"
      }
    return span + reason
  }

  func detail(_ record: JournalRecord) -> String {
    guard let detail = record.detail, !detail.isEmpty else { return "" }
    return switch (record.kind, detail) {
    case (.seatClosed, _): ClosureDetail(detail).reason
    case (.planChanged, _): planned(detail)
    case (.seatAssigned, _), (.seatUnassigned, _): weekdays(in: detail)
    case (.absent, _), (.absenceEnded, _): Day(iso: detail).map(day) ?? detail
    case (.noticeUndeliverable, _): undelivered(DeliveryFailure(code: detail))
    case (.cancelled, JournalRecord.inQuestion): "answered “Not coming”"
    case (.cancelled, JournalRecord.absence): "absence"
    case (.booked, JournalRecord.plan): "by “My days”"
    case (.booked, JournalRecord.assigned): "assigned seat"
    default: detail
    }
  }

  var journalColumns: [String] {
    ["Time", "Who", "What happened", "Kind", "Employee", "Day", "Seat", "Seat before", "Guest", "Details"]
  }
  func onlyLatest(_ count: Int) -> String { "Only the latest entries are shown: \(count)" }
  func journalCaption(_ count: Int, isCut: Bool) -> Markup {
    isCut ? "Journal, only the latest entries." : "Journal: \(count.counting("entry", "entries"))."
  }
  var journalUnreadable: Markup { "The journal cannot be read. Please try again a little later." }
}
