import OfficeActor
import Persistence
import Telegram
import TestSupport
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("A button's data")
struct ButtonTests {
  private static let bytesMax = InlineKeyboardButton.callbackDataBytesMax
  private static let day = Day(number: 20_782)

  /// One of every kind, and how it has been written since buttons were first sent: old messages keep them.
  static let samples: [(Button, String)] = [
    (.open(Trail(.menu)), "om"),
    (.open(Trail(.help)), "oh"),
    (.open(Trail(.calendar)), "oc"),
    (.open(Trail(.bookings())), "oy"),
    (.open(Trail(.names(page: 36))), "on10"),
    (.open(Trail(.name(Employee.ID(rawValue: 35)))), "oez"),
    (.open(Trail(.day(day))), "odg1a"),
    (.open(Trail(.day(day, part: 3))), "odg1a-3"),
    (.open(Trail(.booking(Booking.ID(rawValue: 7)))), "ob7"),
    (.open(Trail(.cancelling(Booking.ID(rawValue: 7)))), "ox7"),
    (.open(Trail(.menu).to(.calendar).to(.day(day))), "om.c.dg1a"),
    (.register(Employee.ID(rawValue: .max)), "r1y2p0ij32e8e7"),
    (.book(Seat.ID("A.3|б"), on: day, from: Trail(.menu).to(.calendar)), "bg1a.A.3|б|m.c"),
    (.book(nil, on: day, from: Trail(.calendar)), "bg1a.|c"),
    (
      .bookGuest(GuestTag(rawValue: 36), Seat.ID("A.3"), on: day, from: Trail(.guestCalendar)),
      "g10.g1a.A.3|k"
    ),
    (.bookGuest(GuestTag(rawValue: .max), nil, on: day, from: Trail(.guestDay(day))), "g1z141z3.g1a.|lg1a"),
    (.move(Booking.ID(rawValue: 7), to: Seat.ID("A.3"), isConfirmed: false, from: Trail(.menu)), "m7.A.3|m"),
    (.move(Booking.ID(rawValue: 7), to: Seat.ID("12"), isConfirmed: true, from: Trail(.menu)), "v7.12|m"),
    (.cancelGuests(on: day, from: Trail(.bookings())), "kg1a|y"),
    (.acceptOffer(Offer.ID(rawValue: 9), of: Seat.ID("12"), on: day, from: Trail(.menu)), "a9.g1a.12|m"),
    (.declineOffer(Offer.ID(rawValue: 9), of: Seat.ID("12"), on: day, from: Trail(.menu)), "n9.g1a.12|m"),
    (.open(Trail(.bookings(page: 1))), "oy1"),
    (.open(Trail(.guest)), "og"),
    (.open(Trail(.guestCalendar)), "ok"),
    (.open(Trail(.guestDay(day, part: 2))), "olg1a-2"),
    (.open(Trail(.moving(Booking.ID(rawValue: 7)))), "ov7"),
    (.open(Trail(.moving(Booking.ID(rawValue: 7), part: 2))), "ov7-2"),
    (.cancel(Booking.ID(rawValue: 71), from: Trail(.bookings())), "x1z|y"),
    (.confirmAttendance(on: day), "Yg1a."),
    (.declineAttendance(on: day), "Ng1a"),
    (.decide(.approve(RegistrationRequest.ID(rawValue: 35))), "Az"),
    (.decide(.refuse(RegistrationRequest.ID(rawValue: 36))), "R10"),
    (
      .decide(.unlink(Employee.ID(rawValue: .max), from: AccountID(rawValue: .max))),
      "U1y2p0ij32e8e7-1y2p0ij32e8e7"
    ),
    (.decide(.unlink(Employee.ID(rawValue: 5), from: nil)), "U5"),
    (.decide(.closeDay(day)), "Cg1a"),
    (.open(Trail(.attendance(day))), "oqg1a"),
    (.open(Trail(.admin(.menu))), "oAm"),
    (.open(Trail(.admin(.days))), "oAd"),
    (.open(Trail(.admin(.day(day, page: 2)))), "oADg1a-2"),
    (.open(Trail(.admin(.booking(Booking.ID(rawValue: 71))))), "oAb1z"),
    (.open(Trail(.admin(.deleting(Booking.ID(rawValue: 71))))), "oAx1z"),
    (.open(Trail(.admin(.reason(Booking.ID(rawValue: 71))))), "oAr1z"),
    (.open(Trail(.admin(.moving(Booking.ID(rawValue: 71))))), "oAv1z-"),
    (.open(Trail(.admin(.moving(Booking.ID(rawValue: 71), part: 3)))), "oAv1z-3"),
    (.open(Trail(.admin(.closing(day)))), "oAcg1a"),
    (.open(Trail(.admin(.bookingFor(day)))), "oAwg1a"),
    (.open(Trail(.admin(.seatFor(Employee.ID(rawValue: 5), on: day)))), "oAp5-g1a-"),
    (.open(Trail(.admin(.dayFor(Employee.ID(rawValue: 5))))), "oAf5"),
    (.open(Trail(.admin(.employees(.linked, page: 1)))), "oAel1"),
    (.open(Trail(.admin(.adding))), "oAn"),
    (.open(Trail(.admin(.employee(Employee.ID(rawValue: 5))))), "oAE5"),
    (.open(Trail(.admin(.bookings(of: Employee.ID(rawValue: 5))))), "oAB5-0"),
    (.open(Trail(.admin(.renaming(Employee.ID(rawValue: 5))))), "oAR5"),
    (.open(Trail(.admin(.unlinking(Employee.ID(rawValue: 5))))), "oAU5"),
    (.open(Trail(.admin(.removing(Employee.ID(rawValue: 5))))), "oAX5"),
    (.open(Trail(.admin(.requests()))), "oAq0"),
    (.open(Trail(.admin(.seats()))), "oAs0"),
    (.open(Trail(.admin(.seat(Seat.ID("A-3"))))), "oASA-3"),
    (.open(Trail(.admin(.closingSeat(Seat.ID("A.3|~"))))), "oACA~13~2~0"),
    (.open(Trail(.admin(.closingSeatUntil(Seat.ID("12"), hasReason: true)))), "oAu112"),
    (.open(Trail(.admin(.journal(JournalPage())))), "oAjn0---"),
    (
      .open(
        Trail(
          .admin(
            .journal(
              JournalPage(
                filter: JournalFilter(employee: Employee.ID(rawValue: 5), day: day, topic: .queue),
                position: .before(36)))))), "oAjb10-5-g1a-q"
    ),
    (.open(Trail(.admin(.journalTopics(JournalFilter())))), "oAt--"),
    (.open(Trail(.admin(.journalDays(JournalFilter())))), "oAy--"),
    (.open(Trail(.admin(.journalEmployees(JournalFilter())))), "oAk--"),
    (.open(Trail(.admin(.errors()))), "oAz0"),
    (.open(Trail(.admin(.statistics(Month(of: day))))), "oAgirm"),
    (.admin(.delete(Booking.ID(rawValue: 71), hasReason: true), from: Trail(.menu)), "Mx11z|m"),
    (.admin(.move(Booking.ID(rawValue: 71), to: Seat.ID("A-3")), from: Trail(.menu)), "Mv01z-A-3|m"),
    (
      .admin(.book(Seat.ID("A-3"), on: day, for: Employee.ID(rawValue: 5)), from: Trail(.menu)),
      "Mbg1a-5-A-3|m"
    ),
    (.admin(.book(nil, on: day, for: Employee.ID(rawValue: 5)), from: Trail(.menu)), "Mbg1a-5-|m"),
    (.admin(.decide(.closeDay(day)), from: Trail(.menu)), "Mcg1a|m"),
    (.admin(.openDay(day), from: Trail(.menu)), "Mog1a|m"),
    (.admin(.decide(.unlink(Employee.ID(rawValue: 5), from: nil)), from: Trail(.menu)), "MU5|m"),
    (
      .admin(
        .decide(.unlink(Employee.ID(rawValue: 5), from: AccountID(rawValue: 71))), from: Trail(.menu)),
      "MU5-1z|m"
    ),
    (.admin(.remove(Employee.ID(rawValue: 5)), from: Trail(.menu)), "MX5|m"),
    (.admin(.decide(.approve(RegistrationRequest.ID(rawValue: 9))), from: Trail(.menu)), "My9|m"),
    (.admin(.decide(.refuse(RegistrationRequest.ID(rawValue: 9))), from: Trail(.menu)), "Mn9|m"),
    (.admin(.closeSeat(Seat.ID("12"), through: day, hasReason: false), from: Trail(.menu)), "MC0g1a-12|m"),
    (.admin(.closeSeat(Seat.ID("12"), through: nil, hasReason: true), from: Trail(.menu)), "MC1-12|m"),
    (.admin(.openSeat(Seat.ID("12")), from: Trail(.menu)), "MO12|m"),
    (
      .admin(
        .assignSeat(Seat.ID("A-3"), to: Employee.ID(rawValue: 5), on: [.mon, .sun]), from: Trail(.menu)),
      "Ma1t-5-A-3|m"
    ),
    (.admin(.unassignSeat(Seat.ID("12")), from: Trail(.menu)), "MA12|m"),
    (
      .admin(.beAbsent(Employee.ID(rawValue: 5), from: day, through: day), from: Trail(.menu)),
      "Mf5-g1a-g1a|m"
    ),
    (.admin(.endAbsence(Absence.ID(rawValue: 7)), from: Trail(.menu)), "MF7|m"),
    (.open(Trail(.admin(.absence(of: Employee.ID(rawValue: 5))))), "oAl5-"),
    (.open(Trail(.admin(.absence(of: Employee.ID(rawValue: 5), from: day)))), "oAl5-g1a"),
    (
      .open(Trail(.admin(.absenceQuestion(of: Employee.ID(rawValue: 5), from: day, through: day)))),
      "oAL5-g1a-g1a"
    ),
    (.open(Trail(.admin(.assigning(Seat.ID("A.3"))))), "oAaA~13"),
    (.open(Trail(.admin(.assigningDays(Seat.ID("12"), to: Employee.ID(rawValue: 5), [])))), "oAA0-5-12"),
    (.admin(.downloadJournal(JournalFilter(topic: .bookings)), from: Trail(.menu)), "Mj--b|m"),
    (.admin(.downloadErrors, from: Trail(.menu)), "Mz|m"),
    (.admin(.downloadExpected, from: Trail(.menu)), "Mi|m"),
    (.admin(.closeDayWithReason(day), from: Trail(.menu)), "Mdg1a|m"),
    (.admin(.tickSeat(Seat.ID("A.3"), true), from: Trail(.menu)), "Mt1A~13|m"),
    (.admin(.tickZone(of: Seat.ID("A-3"), false), from: Trail(.menu)), "MT0A-3|m"),
    (
      .admin(.closeTicked(TickedSeats.Tag(rawValue: .max), through: day), from: Trail(.menu)),
      "MK1z141z3-g1a|m"
    ),
    (.admin(.closeTicked(TickedSeats.Tag(rawValue: 36), through: nil), from: Trail(.menu)), "MK10-|m"),
    (.open(Trail(.admin(.daysBefore(day)))), "oAPg1a"),
    (.open(Trail(.admin(.expected(page: 1)))), "oAi1"),
    (.open(Trail(.admin(.closingSeatThrough(Seat.ID("A.3"), day, hasReason: true)))), "oAG1g1a-A~13"),
    (.open(Trail(.admin(.closingSeatThrough(Seat.ID("12"), nil, hasReason: false)))), "oAG0-12"),
    (.open(Trail(.admin(.tickingSeats(page: 2)))), "oAT2"),
    (.open(Trail(.admin(.closingTicked))), "oAW"),
    (.open(Trail(.admin(.closingTickedUntil))), "oAI"),
    (.open(Trail(.admin(.closingTickedThrough(day)))), "oAHg1a"),
    (.open(Trail(.admin(.closingTickedThrough(nil)))), "oAH"),
    (.open(Trail(.admin(.seatHistory(Seat.ID("A-3"), page: 1)))), "oAh1-A-3"),
    (.open(Trail(.admin(.journalSeats(JournalFilter())))), "oAK--"),
    (.open(Trail(.admin(.journalSeats(JournalFilter(seat: Seat.ID("A.3")))))), "oAK---A~13"),
    (.open(Trail(.admin(.journalDays(JournalFilter(topic: .queue, seat: Seat.ID("12")))))), "oAy--q-12"),
    (.admin(.downloadStatistics(Month(of: day)), from: Trail(.menu)), "Mgirm|m"),
    (.admin(.addNames(36), from: Trail(.menu)), "Ml10|m"),
    (.open(Trail(.people(day))), "owg1a"),
    (.open(Trail(.people(day, page: 2))), "owg1a-2"),
    (.open(Trail(.search)), "of"),
    (.open(Trail(.colleague(Employee.ID(rawValue: 5), page: 1))), "op5-1"),
    (.open(Trail(.seatDays(Seat.ID("A-3")))), "otA-3"),
    (.open(Trail(.week)), "ou"),
    (.open(Trail(.severalDays)), "or"),
    (.open(Trail(.wantedSeat)), "oo"),
    (.open(Trail(.plan)), "oa"),
    (.open(Trail(.planDay(.wed))), "oj2"),
    (.open(Trail(.away())), "oz"),
    (.open(Trail(.away(from: day))), "ozg1a"),
    (.open(Trail(.awayQuestion(from: day, through: day + 1))), "oZg1a-g1b"),
    (.open(Trail(.settings)), "os"),
    (.open(Trail(.language)), "oi"),
    (.chooseLanguage(.english), "len"),
    (.restore(Booking.ID(rawValue: 71), from: Trail(.bookings())), "z1z|y"),
    (.choose(.day(day), from: Trail(.severalDays)), "hdg1a|r"),
    (.choose(.week(of: day), from: Trail(.severalDays)), "hwg1a|r"),
    (.choose(.onlyThisSeat, from: Trail(.severalDays)), "ho|r"),
    (.choose(.seatlessIfFull, from: Trail(.severalDays)), "hq|r"),
    (.choose(.seat(nil), from: Trail(.severalDays)), "hs|r"),
    (.choose(.seat(Seat.ID("A.3|")), from: Trail(.severalDays)), "hsA.3||r"),
    (.choose(.daysWith(Seat.ID("12")), from: Trail(.severalDays)), "hb12|r"),
    (.choose(.guest, from: Trail(.guest)), "hg|g"),
    (.choose(.employee(Employee.ID(rawValue: 5)), from: Trail(.severalDays)), "he5|r"),
    (.bookDays(from: Trail(.severalDays)), "d|r"),
    (.bookUsualWeek(from: Trail(.menu)), "u|m"),
    (.planDay(.wed, .any, from: Trail(.plan)), "p2.a|a"),
    (.planDay(.sun, .seat(Seat.ID("12")), from: Trail(.plan)), "p6.s12|a"),
    (.planDay(.mon, .remove, from: Trail(.plan)), "p0.x|a"),
    (.planEveryDay(Seat.ID("12"), from: Trail(.plan)), "q12|a"),
    (.planEveryDay(nil, from: Trail(.plan)), "q|a"),
    (.bookPlannedDays(from: Trail(.plan)), "e|a"),
    (.pausePlan, "P"),
    (.resumePlan, "E"),
    (.beAway(since: day, through: day + 1, withGuests: true, from: Trail(.week)), "wg1a.g1b.1|u"),
    (.endAbsence(Absence.ID(rawValue: 9), from: Trail(.week)), "i9|u"),
    (.label, "-"),
  ]

  @Test("is what it has always been, for every kind of button", arguments: samples)
  func written(button: Button, data: String) {
    #expect(button.data == data)
    #expect(Button(data: data) == button)
  }

  @Test("differs between all kinds of buttons")
  func distinct() {
    #expect(Set(Self.samples.map(\.1)).count == Self.samples.count)
  }

  @Test("comes back as the same button within 64 bytes; only the beginning of a way is ever lost")
  func roundTrip() throws {
    for seed in 1...2_000 as ClosedRange<UInt64> {
      var buttons = RandomButtons(seed: seed)
      let button = buttons.button()
      let data = button.data
      #expect((1...Self.bytesMax).contains(data.utf8.count), "seed \(seed)")
      let read = try #require(Button(data: data), "seed \(seed): \(data)")
      // The longest way that fits: longer ones come out as the same data.
      let ways = Array(sequence(first: button, next: \.forgettingTheBeginning))
      #expect(read == ways.last { $0.data == data }, "seed \(seed): \(data)")
    }
  }

  @Test("keeps what it does and where one is, however long the way")
  func longest() throws {
    let seat = Seat.ID("ЖЖЖЖЖЖЖЖЖЖЖЖ")
    let id = Booking.ID(rawValue: .max)
    let way = [
      Place.menu, .bookings(), .booking(id), .cancelling(id), .calendar,
      .day(Day(number: 100_000), part: 100_000),
    ]
    .reduce(Trail(.help)) { $0.to($1) }
    guard
      case .book(seat, on: Self.day, let left)? = Button(
        data: Button.book(seat, on: Self.day, from: way).data)
    else {
      Issue.record("not a booking")
      return
    }
    #expect(left.place == way.place && left.behind == way.behind.suffix(left.behind.count))
    #expect(
      Button(data: Button.cancel(id, from: Trail(.booking(id))).data)
        == .cancel(id, from: Trail(.booking(id))))
  }

  @Test(
    "is nobody's when it is not exactly what the bot writes",
    arguments: [
      "", " ", "o", "O", "om ", " om", "om.", "o.m", "om..c", "ox", "ob", "ob-1", "ob+1", "ob 1", "oB7",
      "ob07", "ob1Z",
      "ob1y2p0ij32e8e8", "obzzzzzzzzzzzzzzzzzzzzzzzzzz", "od", "od-", "od-3", "odg1a-", "odg1a--3",
      "odg1a-3-4",
      "od255t", "odzzzzzzzzzzzz", "od-g1a", "odg1a-255t", "on", "on-1", "on255t", "onzzzzzzzzzzzz", "oe",
      "od٣", "on１",
      "om.c.y.h.n1.n2.n3", "mm", "m", "r", "r-1", "r+5", "r5|m", "r1y2p0ij32e8e8", "b", "b|", "b|m",
      "bg1a|m",
      "b.12|m", "b.g1a.12|m", "bg1a.12", "bg1a.12|", "bg1a.12|q", "b-1.12|m", "bzzzzzzzzzzzz.12|m",
      "x", "x|",
      "x|m", "x1", "x1|", "x1|B", "x-1|m", "x1y2p0ij32e8e8|m", "x1||m", "oy0", "ov7-", "k|m", "kg1a", "m7.|m",
      "m.12|m", "v7|m", "g.g1a.12|m", "g1z141z4.g1a.12|m",
      "g10.g1a|m", "a9.g1a.|m", "a9.12|m", "n.g1a.12|m",
      "Y", "Yg1a", "Y.12", "Y-1.12", "N", "N-1", "Ng1a.", "A", "A-1", "R01", "U", "U1 ", "U1-", "U1-2-3",
      "U-2", "C", "C255t", "oq",
      "--", "-m", "\u{0}", "o\u{301}m",
      "om\u{301}",
      "oA", "oAm-", "oADg1a", "oADg1a-", "oADg1a-0-", "oADg1a-00", "oAb07", "oAe1", "oAel", "oAex1", "oAq",
      "oAq01",
      "oAS", "oASA|", "oAS~3", "oAS~", "oAu1", "oAu2A", "oAv1z", "oAp5-g1a", "oAjn1---", "oAjn0--",
      "oAjn0---x",
      "oAjn0---qq", "oAjb-5--q", "oAt-", "oAt---", "oAg", "oAgb", "oAg2kln", "owg1a-0", "op5-0", "op5-", "M",
      "M|m",
      "Mz", "Mz|", "Mz |m", "Mz|m|m", "Mx1|m", "Mx21z|m", "Mx01z-|m", "Mv01z|m", "Mv01z-|m", "Mbg1a-5|m",
      "MC0g1a|m", "l", "lfr", "lru ", "z|m", "h|r", "hd|r", "hz|r", "ho1|r", "hb|r", "he|r", "d", "u", "p2|a",
      "p7.a|a", "p2a|a",
      "p2.s|a", "q12", "e", "Pm", "E|m", "wg1a.1|u", "wg1a.g1b|u", "wg1a.g1b.2|u", "i|u", "ot", "oj7",
      "oZg1a", "MC0255t-12|m", "MU5-|m", "Ml|m", "Ml-1|m", "MO|m", "Mj-|m",
      "\u{FEFF}om", "🙂", "book:12", "{\"a\":1}",
    ])
  func nearMisses(data: String) {
    #expect(Button(data: data) == nil)
  }

  @Test("is nobody's when it is longer than Telegram allows")
  func tooLong() {
    #expect(Button(data: "bg1a." + String(repeating: "1", count: Self.bytesMax) + "|m") == nil)
  }

  @Test("may be anything at all: it is a button of ours written as the bot writes it, or none")
  func hostile() {
    let alphabet = Array("obMrxmchyndegqYNARUC0123459azZ.|-+ \u{0}\u{301}\u{200D}٣Ж🙂")
    for seed in 1...5_000 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      let length = Int.random(in: 0...70, using: &random)
      let isAnyBytes = Bool.random(using: &random)
      let data =
        isAnyBytes
        ? String(decoding: (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
        : String((0..<(length % 12)).map { _ in alphabet.randomElement(using: &random) ?? "o" })
      guard let button = Button(data: data) else { continue }
      // Earlier versions named a seat there.
      if case .confirmAttendance = button { continue }
      #expect(button.data == data, "seed \(seed)")
    }
  }
}

@Suite("What a chat waits for")
struct TextEntryTests {
  private static let day = Day(number: 20_782)

  /// One of every kind, and how it has always been stored.
  static let samples: [(TextEntry, String)] =
    [
      (.name(typed: "Смир"), "nСмир"),
      (.name(typed: "\u{301}я"), "n\u{301}я"),
      (.seat(on: day, from: Trail(.menu).to(.day(day))), "sg1a|m.dg1a"),
      (.otherSeat(of: Booking.ID(rawValue: 71), from: Trail(.menu)), "o1z|m"),
      (.guestName(from: Trail(.menu).to(.guest)), "gm.g"),
      (.colleague(typed: "|", from: Trail(.search)), "cf||"),
      (.admin(typed: "", at: Trail(.admin(.adding))), "AAn|"),
      (.severalDays(DaysDraft(), from: Trail(.severalDays)), "dr||000|||"),
      (
        .severalDays(
          DaysDraft(
            days: [day + 1, day], seat: Seat.ID("A|3"), onlyThisSeat: true,
            whom: .employee(Employee.ID(rawValue: 5))), from: Trail(.severalDays)),
        "dr|g1a,g1b,|100|5|A~23|"
      ),
      (.planDay(.wed, from: Trail(.plan)), "p2|a"),
      (.away(since: nil, from: Trail(.away())), "w|z"),
      (.away(since: day, from: Trail(.away(from: day))), "wg1a|zg1a"),
      (.closingSeats(TickedSeats(), at: Trail(.admin(.tickingSeats()))), "CAT0|"),
      (
        .closingSeats(
          TickedSeats(seats: [Seat.ID("A|3"), Seat.ID("12")], reason: "ремонт | пол"),
          at: Trail(.admin(.closingTicked))), "CAW|ремонт | пол\n12\nA|3"
      ),
    ]
    + [GuestName("a|b")].compactMap { $0 }.flatMap { guest in
      [
        (.guest(guest, on: day, from: Trail(.guest)), "vg1a|g|a|b"),
        (.guest(guest, on: nil, from: Trail(.guest)), "v|g|a|b"),
        (.severalDays(DaysDraft(whom: .guest(guest)), from: Trail(.guest)), "dg||000|||a|b"),
      ]
    }

  @Test("is stored as it has always been", arguments: samples)
  func written(entry: TextEntry, code: String) {
    #expect(Array(entry.code.utf8) == Array(code.utf8))
    #expect(TextEntry(code: code) == entry)
  }

  @Test("comes back from the store as it was")
  func roundTrip() {
    for seed in 1...2_000 as ClosedRange<UInt64> {
      var buttons = RandomButtons(seed: seed)
      let entry = buttons.entry()
      #expect(TextEntry(code: entry.code) == entry, "seed \(seed): \(entry.code)")
    }
    #expect(TextEntry(code: TextEntry.name(typed: "").code) == .name(typed: ""))
  }

  @Test(
    "is forgotten when an earlier version wrote it otherwise",
    arguments: [
      "", "s", "s|", "sg1a", "sg1a|", "s|m", "s|g1a|m", "sg1a|q", "s-1|m", "szzzzzzzzzzzz|m", "z", "S",
      "sg1a|m|", "sg1a|m.c.y.h.n1.n2.n3", "o", "o|m", "o07|m", "g", "gm|", "v", "v|m", "v|m|", "v-1|m|Иван",
      "c",
      "cm", "A", "AAn", "AA|", "d", "dr", "dr|", "dr|g1a|000|||", "dr||0000|||", "dr||200|||", "dr||000|-|||",
      "p7|a", "p|a", "w",
    ])
  func unreadable(code: String) {
    #expect(TextEntry(code: code) == nil)
  }
}

extension Button {
  /// The same with the first place of its way left out, if it has one to leave out.
  fileprivate var forgettingTheBeginning: Button? {
    switch self {
    case .open(let trail): trail.shorter.map { .open($0) }
    case .book(let seat, let day, let trail): trail.shorter.map { .book(seat, on: day, from: $0) }
    case .bookGuest(let guest, let seat, let day, let trail):
      trail.shorter.map { .bookGuest(guest, seat, on: day, from: $0) }
    case .move(let booking, let seat, let isConfirmed, let trail):
      trail.shorter.map { .move(booking, to: seat, isConfirmed: isConfirmed, from: $0) }
    case .cancel(let booking, let trail): trail.shorter.map { .cancel(booking, from: $0) }
    case .cancelGuests(let day, let trail): trail.shorter.map { .cancelGuests(on: day, from: $0) }
    case .acceptOffer(let offer, let seat, let day, let trail):
      trail.shorter.map { .acceptOffer(offer, of: seat, on: day, from: $0) }
    case .declineOffer(let offer, let seat, let day, let trail):
      trail.shorter.map { .declineOffer(offer, of: seat, on: day, from: $0) }
    case .admin(let action, let trail): trail.shorter.map { .admin(action, from: $0) }
    case .restore(let booking, let trail): trail.shorter.map { .restore(booking, from: $0) }
    case .choose(let choice, let trail): trail.shorter.map { .choose(choice, from: $0) }
    case .bookDays(let trail): trail.shorter.map { .bookDays(from: $0) }
    case .bookUsualWeek(let trail): trail.shorter.map { .bookUsualWeek(from: $0) }
    case .planDay(let weekday, let change, let trail):
      trail.shorter.map { .planDay(weekday, change, from: $0) }
    case .planEveryDay(let seat, let trail): trail.shorter.map { .planEveryDay(seat, from: $0) }
    case .bookPlannedDays(let trail): trail.shorter.map { .bookPlannedDays(from: $0) }
    case .beAway(let first, let last, let withGuests, let trail):
      trail.shorter.map { .beAway(since: first, through: last, withGuests: withGuests, from: $0) }
    case .endAbsence(let absence, let trail): trail.shorter.map { .endAbsence(absence, from: $0) }
    case .register, .confirmAttendance, .declineAttendance, .decide, .chooseLanguage, .pausePlan, .resumePlan,
      .label:
      nil
    }
  }
}

extension Trail {
  /// The same with its beginning forgotten; what has none leads to the menu at last.
  fileprivate var shorter: Trail? {
    guard behind.isEmpty else { return Trail(place, behind: Array(behind.dropFirst())) }
    return place == .menu ? nil : Trail(.menu)
  }
}
