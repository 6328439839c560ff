import Foundation
import OfficeActor
import Testing

@testable import Conversation

@Suite("«Управление» in English")
struct AdminTests {
  /// Anna had seat 2 yesterday.
  private func admin() throws -> Dialogue {
    try Dialogue(of: Dialogue.admin, language: .english) { office, zone in
      let yesterday = Dialogue.today + -1
      _ = try office.perform(
        .book(Seat.ID("2"), on: yesterday), by: .person(Dialogue.employee),
        at: yesterday.start(in: zone).addingTimeInterval(36_000))
    }
  }

  @Test("several seats are closed after a question that says what it costs, as for one")
  func closing() throws {
    var admin = try admin()
    try admin.taps("Manage", "Seats", "Close several", "Whole zone Window", "Close 3 seats")
    #expect(
      admin.text == """
        Close seats 1, 2, A-3
        These seats have 3 bookings (Wed 25). Whom this concerns goes first in the queue and is told.
        Type the reason: those whom it concerns will read it.
        """)
    try admin.taps("Without a reason", "Today")
    #expect(
      admin.text == """
        Close seats 1, 2, A-3 on Tue 24 November?
        There are no bookings on these days.
        """)
    try admin.taps("‹ Back", "Until I open it")
    #expect(
      admin.text == """
        Close seats 1, 2, A-3 from Tue 24 November until you open it?
        3 bookings will be without a seat, and 2 people will be told. They go first in the queue.
        """)
    try admin.taps("Yes, close")
    #expect(admin.toast == "Closed: 3 seats. Now in the queue: 3 bookings.")
    #expect(admin.office.closures.count == 3)
    try admin.taps("✕ 2", "Open seat", "Close seat", "Without a reason")
    admin.act(.text("tomorrow"))
    #expect(admin.text.hasPrefix("Close seat 2 from Tue 24 to Wed 25 November?"))
  }

  @Test("a seat is assigned to somebody on the weekdays that are ticked, and taken back with one tap")
  func assigning() throws {
    var admin = try admin()
    try admin.taps("Manage", "Seats", "2", "Assign")
    admin.act(.text("smi"))
    try admin.taps("Smith Anna")
    #expect(admin.labels.first == "☑ Every day")
    try admin.taps("☑ Every day")
    #expect(!admin.labels.contains("Yes, assign"), "no weekday is ticked")
    try admin.taps("☐ Mon", "☐ Thu", "Yes, assign")
    #expect(admin.toast?.hasPrefix("Seat 2 is assigned to Smith Anna.") == true)
    let assigned = try #require(admin.office.assignedSeats[Seat.ID("2")])
    #expect(assigned.weekdays == [.mon, .thu])
    #expect(admin.text.contains("Assigned to Smith Anna (Mon, Thu)"))
    try admin.taps("Unassign")
    #expect(admin.office.assignedSeats.isEmpty)
    #expect(admin.toast == "Seat 2 is no longer assigned.")
    #expect(admin.labels.contains("Assign"))
  }

  @Test("somebody's absence is entered and ended on their behalf, in days that are typed")
  func absence() throws {
    var admin = try admin()
    try admin.taps("Manage", "Employees", "● Smith Anna", "I'm away")
    admin.act(.text("tomorrow"))
    #expect(admin.text.hasPrefix("Smith Anna: away on Wed 25 November?"))
    try admin.taps("Yes, away")
    #expect(admin.toast?.hasPrefix("Noted: Smith Anna is away on Wed 25 November.") == true)
    let away = try #require(admin.office.employee(linkedTo: Dialogue.employee))
    #expect(admin.office.absence(of: away.id, on: Dialogue.today + 1) != nil)
    try admin.taps("I'm away", "End")
    #expect(admin.toast?.hasPrefix("The absence is over.") == true)
    #expect(admin.office.absence(of: away.id, on: Dialogue.today + 1) == nil)
  }

  @Test("what is ticked is a part of the chat's memory: a restart forgets nothing")
  func restart() throws {
    let ticked = TickedSeats(seats: [Seat.ID("1"), Seat.ID("A-3")], reason: "repairs | paint")
    let entry = TextEntry.closingSeats(ticked, at: Trail(.menu).to(.admin(.closingTickedThrough(nil))))
    #expect(TextEntry(code: entry.code) == entry)
    #expect(ticked.tag != TickedSeats(seats: ticked.seats).tag)
    #expect(ticked.tag != TickedSeats(seats: [Seat.ID("1")], reason: ticked.reason).tag)
  }

  @Test("days that are over and who sat at a seat are found")
  func past() throws {
    var admin = try admin()
    try admin.taps("Manage", "Bookings", "‹ Earlier")
    #expect(
      admin.text == """
        Past days
        Bookings are kept since Mon 23 November. Type another day: 24 November or 24.11.
        """)
    #expect(admin.labels == ["Mon 23 · 1", "‹ Back", "Menu"])
    try admin.taps("Mon 23", "2 · Smith Anna")
    #expect(admin.text.hasPrefix("Smith Anna\nMon 23 November, seat 2 (Window)."))
    try admin.taps("Menu", "Manage", "Seats", "2", "History")
    #expect(admin.text == "History: seat 2\nMon 23 November — Smith Anna")
  }

  @Test("a day is closed with a reason, and everybody who is expected today is on one list")
  func day() throws {
    var admin = try admin()
    try admin.taps("Manage", "Bookings", "Who's in the office now")
    #expect(admin.text == "Today, Tue 24 November, nobody is expected")
    try admin.taps("‹ Back", "Wed 25", "Close the day")
    admin.act(.text("Water damage"))
    #expect(
      admin.text == """
        Close Wed 25 November?
        4 bookings will be cancelled; 2 people will be told.
        Reason: Water damage
        """)
    try admin.taps("Yes, close")
    #expect(admin.toast == "Wed 25 November is closed, cancelled: 4 bookings.")
  }
}
