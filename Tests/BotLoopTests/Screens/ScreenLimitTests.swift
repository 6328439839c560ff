import Foundation
import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Screens of the largest offices")
struct ScreenLimitTests {
  /// What the seats of an office are called and how many zones they stand in.
  static let offices: [(seats: Int, zones: Int, isLongest: Bool)] = [
    (1, 1, false), (60, 1, true), (61, 1, true), (88, 1, false), (89, 1, false), (200, 1, false),
    (200, 4, true),
    (400, 1, false), (401, 1, false), (401, 3, true), (1_000, 1, false), (1_000, 12, true),
    (2_000, 1, false), (2_000, 1, true), (2_000, 2, false), (2_000, 20, true), (2_000, 48, false),
    (2_000, 48, true), (2_000, 49, true), (2_000, 60, true), (2_000, 88, false), (2_000, 400, false),
    (2_000, 400, true), (2_000, 2_000, true),
  ]

  private func office(seats: Int, zones: Int, isLongest: Bool) throws -> TestOffice {
    let all = (0..<seats).map { index in
      // 12 characters and 24 bytes, a zone of 32 characters.
      let number = String(format: "%04d", index)
      let digits = number.map { Character(UnicodeScalar(0x0430 + (UInt32($0.wholeNumberValue ?? 0))) ?? "а") }
      let id = isLongest ? String(repeating: "Ж", count: 8) + String(digits) : "\(index + 1)"
      return Seat(
        id: Seat.ID(id),
        zone: zones == 1 ? "" : String(repeating: "Ю", count: 28) + String(format: "%04d", index % zones))
    }
    return try TestOffice(seats: all, names: Self.names, bookings: [])
  }

  /// 500 names of 100 letters.
  private static let names = (0..<500).map { String(repeating: "Щ", count: 96) + String(format: "%04d", $0) }

  @Test("a day fits into Telegram's limits, and every free seat is two taps away", arguments: offices)
  func day(seats: Int, zones: Int, isLongest: Bool) throws {
    let office = try office(seats: seats, zones: zones, isLongest: isLongest)
    let day = office.screen(.day(TestOffice.tomorrow))
    try day.expectSound()
    var found = Set<Seat.ID>()
    for button in day.buttons {
      switch button.button {
      case .book(let seat?, on: TestOffice.tomorrow, _): found.insert(seat)
      case .open(let trail):
        guard case .day(TestOffice.tomorrow, part: .some) = trail.place else { continue }
        let part = office.screen(at: trail, for: office.asking(TestOffice.anna))
        try part.expectSound()
        #expect(trail.back.place == .day(TestOffice.tomorrow))
        for case .book(let seat?, on: TestOffice.tomorrow, _) in part.buttons.map(\.button) {
          found.insert(seat)
        }
      default: break
      }
    }
    #expect(found == Set(office.office.seats.map(\.id)))
  }

  @Test("refusals and typed nonsense fit above the largest day")
  func lines() async throws {
    let office = try office(seats: 60, zones: 4, isLongest: true)
    let entry = TextEntry.seat(on: TestOffice.tomorrow, from: Trail(.day(TestOffice.tomorrow)))
    for typed in [
      String(repeating: "&", count: 4_096), String(repeating: "е\u{301}\u{302}", count: 1_000),
      String(repeating: "👩‍👩‍👧‍👦", count: 500),
    ] {
      let reply = await office.reply(toText: typed, from: office.asking(TestOffice.anna, entry: entry))
      try #require(reply.screen).expectSound()
    }
    let seat = office.office.seats[0].id
    _ = await office.reply(
      to: .book(seat, on: TestOffice.tomorrow, from: Trail(.calendar)),
      from: office.asking(TestOffice.boris, 1))
    let refused = await office.reply(
      to: .book(seat, on: TestOffice.tomorrow, from: Trail(.day(TestOffice.tomorrow))),
      from: office.asking(TestOffice.anna, 2))
    try #require(refused.screen).expectSound()
    #expect((refused.toast ?? "").unicodeScalars.count <= 200)
  }

  @Test("500 of the longest names fit into pages, typed part included")
  func names() throws {
    let office = try office(seats: 1, zones: 1, isLongest: true)
    for page in [0, 30, 62, 99] {
      for typed in ["", "щ", String(repeating: "щ", count: 96)] {
        try office.screen(.names(page: page), for: TestOffice.stranger, entry: .name(typed: typed))
          .expectSound()
      }
    }
    try office.screen(.name(Employee.ID(rawValue: 400)), for: TestOffice.stranger).expectSound()
    try office.screen(.menu).expectSound()
  }

  @Test("everybody who is in the office fits, with the longest names on the longest seats")
  func people() throws {
    let empty = try office(seats: 200, zones: 4, isLongest: true)
    let bookings = empty.office.seats.enumerated().map { index, seat in
      Booking(
        id: Booking.ID(rawValue: Int64(index + 1)), day: TestOffice.tomorrow,
        owner: Employee.ID(rawValue: Int64(index + 1)), seat: seat.id, createdAt: empty.now)
    }
    let mine = (2..<14).map { day in
      Booking(
        id: Booking.ID(rawValue: Int64(1_000 + day)), day: TestOffice.today + day,
        owner: Employee.ID(rawValue: 1), seat: empty.office.seats[day].id, createdAt: empty.now)
    }
    let office = try TestOffice(
      seats: empty.office.seats, names: Self.names, bookings: bookings + mine, nextBooking: 2_000)
    try office.screen(.people(TestOffice.tomorrow)).expectSound()
    try office.screen(.colleague(Employee.ID(rawValue: 1))).expectSound()
    let typed = String(repeating: "щ", count: 96)
    try office.screen(.search, entry: .colleague(typed: typed, from: Trail(.search))).expectSound()
    #expect(office.screen(.people(TestOffice.tomorrow)).buttons.contains { $0.label == "1/34" })
  }

  // MARK: A crowd

  /// 64 characters of four code points each.
  private static func guest(_ number: Int) -> String {
    String(format: "%04d", number) + String(repeating: "Щ\u{300}\u{301}\u{302}", count: 60)
  }

  /// Who comes tomorrow: every host with five guests, as long as there are seats, then without.
  private func crowd(in seats: [Seat]) -> [Booking] {
    (0..<500).map { index in
      TestOffice.booking(
        Int64(index + 1), of: Int64(index / 6 + 1),
        seats.indices.contains(index) ? seats[index].id.rawValue : nil,
        guest: index % 6 == 0 ? nil : Self.guest(index))
    }
  }

  @Test("a crowd of the longest names with five guests each fits on every screen")
  func crowd() throws {
    let seats = try office(seats: 200, zones: 4, isLongest: true).office.seats
    let more = (2..<14).flatMap { day in
      (0..<6).map { guest in
        TestOffice.booking(
          Int64(1_000 + day * 10 + guest), of: 1, seats[guest].id.rawValue,
          guest: guest == 0 ? nil : Self.guest(guest), on: TestOffice.today + day)
      }
    }
    let office = try TestOffice(
      seats: seats, names: Self.names, bookings: crowd(in: seats) + more, nextBooking: 2_000)
    let guests = [2, 6].map { Booking.ID(rawValue: $0) }
    for place in [.menu, .calendar, .day(TestOffice.tomorrow), .people(TestOffice.tomorrow), .guest]
      as [Place]
      + (0..<10).map({ .bookings(page: $0) })
      + guests.flatMap({ [.booking($0), .cancelling($0), .moving($0)] as [Place] })
      + [.colleague(Employee.ID(rawValue: 1)), .colleague(Employee.ID(rawValue: 80))]
    {
      try office.screen(place).expectSound()
    }
    let name = try #require(GuestName(Self.guest(9_999)))
    for place in [Place.guestCalendar, .guestDay(TestOffice.tomorrow), .guestDay(TestOffice.today)] {
      try office.screen(place, entry: .guest(name, on: nil, from: Trail(.guestCalendar))).expectSound()
    }
  }

  @Test("refusals, questions and outcomes fit too, with the longest names")
  func crowdedReplies() async throws {
    let seats = try office(seats: 200, zones: 4, isLongest: true).office.seats
    // The day after, Anna's guest has a seat that Boris waits for.
    let moving = TestOffice.booking(
      1_001, of: 1, seats[0].id.rawValue, guest: Self.guest(1), on: TestOffice.today + 2)
    let waiting = TestOffice.booking(1_002, of: 2, nil, on: TestOffice.today + 2)
    let office = try TestOffice(
      seats: seats, names: Self.names, bookings: crowd(in: seats) + [moving, waiting],
      nextBooking: 2_000)
    let day = TestOffice.tomorrow
    let way = Trail(.menu).to(.guest).to(.guestCalendar).to(.guestDay(day))
    let boriss = try #require(GuestName(Self.guest(7)))
    let own = Trail(.menu).to(.bookings()).to(.booking(Booking.ID(rawValue: 1)))
    for (request, (button, account)) in [
      // A guest of that name is there already; one too many; a taken seat; a move that takes a seat from the queue.
      (Button.bookGuest(GuestTag(boriss), seats[100].id, on: day, from: way), TestOffice.boris),
      (.bookGuest(GuestTag(boriss), nil, on: day, from: way), TestOffice.anna),
      (.book(seats[100].id, on: day, from: Trail(.menu)), TestOffice.anna),
      (
        .move(moving.id, to: seats[1].id, isConfirmed: false, from: Trail(.moving(moving.id))),
        TestOffice.anna
      ),
      (.cancel(Booking.ID(rawValue: 1), from: own), TestOffice.anna),
      (.cancelGuests(on: day, from: own), TestOffice.anna),
    ].enumerated() {
      let reply = await office.reply(
        to: button,
        from: office.asking(account, Int64(request), entry: .guest(boriss, on: day, from: way)))
      try #require(reply.screen).expectSound()
      #expect((reply.toast ?? "").unicodeScalars.count <= 200)
    }
  }

  // MARK: Taps

  @Test(
    "any seat on any day is three taps from the menu where its seats fit on one screen", arguments: [4, 88])
  func threeTaps(seats: Int) throws {
    let office = try office(seats: seats, zones: 1, isLongest: false)
    var reached: [Day: Set<Seat.ID>] = [:]
    for first in office.screen(.menu).buttons {
      guard case .open(let calendar) = first.button, calendar.place == .calendar else { continue }
      for second in office.screen(at: calendar, for: office.asking(TestOffice.anna)).buttons {
        guard case .open(let floor) = second.button, case .day = floor.place else { continue }
        for third in office.screen(at: floor, for: office.asking(TestOffice.anna)).buttons {
          guard case .book(let seat?, let day, _) = third.button else { continue }
          reached[day, default: []].insert(seat)
        }
      }
    }
    let window = office.office.rules.bookingWindow(at: office.now).days
    #expect(
      reached == Dictionary(uniqueKeysWithValues: window.map { ($0, Set(office.office.seats.map(\.id))) }))
  }

  @Test("in a larger office it is two taps and the seat's number")
  func number() async throws {
    let office = try office(seats: 200, zones: 4, isLongest: true)
    let day = office.screen(.day(TestOffice.today + 13))
    for (request, seat) in office.office.seats.enumerated() {
      let asking = office.asking(TestOffice.anna, Int64(request), entry: day.awaits)
      _ = await office.reply(toText: seat.id.rawValue, from: asking)
      #expect(office.office.bookings(on: TestOffice.today + 13).booking(of: seat.id) != nil)
    }
  }
}
