import Foundation
import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Booking, moving, offers")
struct BookingTests {
  private let anna = TestOffice.anna
  private let boris = TestOffice.boris
  private let day = TestOffice.tomorrow
  private let way = Trail(.menu).to(.calendar).to(.day(TestOffice.tomorrow))
  private let mine = Booking.ID(rawValue: 6)

  /// Boris has seat 1, Anna waits.
  private func queued(offers: [Offer] = []) throws -> TestOffice {
    let bookings = [
      TestOffice.booking(2, of: 2, "1"), TestOffice.booking(3, of: 2, "2", guest: "Ваня"),
      TestOffice.booking(6, of: 1, nil),
    ]
    return try TestOffice(
      seats: TestOffice.seats.filter { ["1", "2", "3"].contains($0.id.rawValue) },
      bookings: offers.isEmpty ? bookings + [TestOffice.booking(4, of: 3, "3")] : bookings, offers: offers)
  }

  private func expectSound(_ reply: Reply, sourceLocation: SourceLocation = #_sourceLocation) throws -> Screen
  {
    let screen = try #require(reply.screen, sourceLocation: sourceLocation)
    try screen.expectSound(sourceLocation: sourceLocation)
    return screen
  }

  // MARK: Without a seat

  @Test("whoever finds no seat comes without one, and sees their place in the queue")
  func seatless() async throws {
    let full = TestOffice.full + [TestOffice.booking(5, of: 4, nil)]
    let office = try TestOffice(bookings: full, closures: [TestOffice.closure])
    let floor = office.screen(at: way, for: office.asking(anna))
    let button = try floor.button("Приду без места")
    let reply = await office.reply(to: button, from: office.asking(anna))
    #expect(reply.toast == "Вы 2-й в очереди на ср 25 ноября. Прийти можно и без места.")
    try expect(
      reply.screen,
      shows: """
        (ср 25 ноября | Свободно 0 из 4 | taken 1,2,3; closed A-4)
        Вы 2-й в очереди на <b>ср 25 ноября</b>. Прийти можно и без места.
        Когда место освободится, предложу его по очереди.
        [!Отменить] [Выбрать место]
        [‹ Назад] [Меню]
        """)
    #expect(try reply.screen?.button("‹ Назад") == .open(way))
    let again = await office.reply(to: button, from: office.asking(anna, 2))
    #expect(again.toast == "Уже обработано.")
    #expect(try expectSound(again).caption.plain.contains("2-й в очереди"))
    #expect(office.storage.commits.count == 1)
  }

  @Test("nobody comes without a seat while there are seats: they are shown")
  func seatsAreFree() async throws {
    let office = try TestOffice(bookings: [])
    let reply = await office.reply(
      to: .book(nil, on: day, from: Trail(.menu)), from: office.asking(anna))
    let line = "На ср 25 ноября есть свободные места. Свободны: 1, 2, 3, A-4."
    #expect(reply.toast == line)
    let screen = try expectSound(reply)
    #expect(screen.caption.plain.hasPrefix(line + "\n\nср 25 ноября"))
    #expect(try screen.button("A-4") == .book(Seat.ID("A-4"), on: day, from: Trail(.menu).to(.day(day))))
  }

  // MARK: Moving

  @Test("a seat that somebody waits for is left only after «Да, пересесть»")
  func confirmed() async throws {
    let bookings = [TestOffice.booking(1, of: 1, "2"), TestOffice.booking(5, of: 2, nil)]
    for tapped in [
      Button.book(Seat.ID("3"), on: day, from: way),
      .move(Booking.ID(rawValue: 1), to: Seat.ID("3"), isConfirmed: false, from: way),
    ] {
      let office = try TestOffice(bookings: bookings)
      let question = await office.reply(to: tapped, from: office.asking(anna))
      try expect(
        question.screen,
        shows: """
          (ср 25 ноября | Свободно 3 из 4 | free 1,3,A-4; own 2)
          <b>Место 2 уйдёт очереди.</b> Пересесть на место 3 на ср 25 ноября?
          [+Да, пересесть] [‹ Назад]
          """)
      #expect(question.toast == nil)
      #expect(office.storage.commits.isEmpty)
      #expect(try question.screen?.button("‹ Назад") == .open(way))
      let yes = try #require(question.screen).button("Да, пересесть")
      let moved = await office.reply(to: yes, from: office.asking(anna, 2))
      #expect(moved.toast == "ср 25 ноября: место 3 вместо 2.")
      #expect(office.office.bookings(on: day).offer(of: Seat.ID("2"))?.booking == Booking.ID(rawValue: 5))
      let again = await office.reply(to: yes, from: office.asking(anna, 3))
      #expect(again.toast == "Уже обработано.")
      #expect(
        try expectSound(again).caption.plain == "Уже обработано.\n\nВаша бронь: ср 25 ноября, место 3 (Окно)")
    }
  }

  @Test("a guest is moved by the host, by a tap or by typing")
  func guest() async throws {
    let bookings = [TestOffice.booking(6, of: 1, "1", guest: "Ваня"), TestOffice.booking(7, of: 1, "2")]
    let office = try TestOffice(bookings: bookings)
    let floor = Trail(.menu).to(.booking(mine)).to(.moving(mine))
    let shown = office.screen(at: floor, for: office.asking(anna))
    let reply = await office.reply(to: try shown.button("3"), from: office.asking(anna))
    #expect(reply.toast == "ср 25 ноября: место 3 вместо 1.")
    #expect(
      try expectSound(reply).caption.plain.hasPrefix(
        "✅ Забронировано: ср 25 ноября, место 3 (Окно)\nГость: Ваня"))
    let typed = await office.reply(toText: "a-4", from: office.asking(anna, 2, entry: shown.awaits))
    #expect(office.office.booking(mine)?.seat == Seat.ID("A-4"))
    #expect(try expectSound(typed).caption.plain.contains("место A-4"))
    let nonsense = await office.reply(toText: "77", from: office.asking(anna, 3, entry: shown.awaits))
    #expect(try expectSound(nonsense).caption.plain.hasPrefix("Места «77» нет. Свободны: 1, 3."))
    let taken = await office.reply(toText: "2", from: office.asking(anna, 4, entry: shown.awaits))
    #expect(
      try expectSound(taken).caption.plain.hasPrefix(
        "Место 2 на ср 25 ноября занято: Смирнова Анна. Свободны: 1, 3."))
    // Anna herself sits where she sat.
    #expect(office.office.booking(Booking.ID(rawValue: 7))?.seat == Seat.ID("2"))
  }

  // MARK: Offers

  @Test("an offer is accepted by its button, by tapping or by typing the seat", arguments: [0, 1, 2])
  func accepting(how: Int) async throws {
    let office = try queued(offers: [TestOffice.offer(to: 6)])
    let floor = office.screen(at: way, for: office.asking(anna))
    let reply =
      switch how {
      case 0: await office.reply(to: try floor.button("Занять место 3"), from: office.asking(anna))
      case 1:
        await office.reply(to: .book(Seat.ID("3"), on: day, from: way), from: office.asking(anna))
      default: await office.reply(toText: "3", from: office.asking(anna, entry: floor.awaits))
      }
    #expect(reply.toast == "Место 3 на ср 25 ноября — ваше.")
    try expect(
      reply.screen,
      shows: """
        (ср 25 ноября | Свободно 0 из 3 | taken 1,2; own 3)
        ✅ Забронировано: <b>ср 25 ноября, место 3 (Окно)</b>
        Накануне в 12:00 спрошу, придёте ли вы. Не ответите до 19:00 — место освободится.
        [!Отменить] [Другое место]
        [Ещё дни с местом 3]
        [‹ Назад] [Меню]
        """)
    for (request, again) in [(2, "Занять место 3"), (3, "Спасибо, не нужно")] {
      let second = await office.reply(
        to: try floor.button(again), from: office.asking(anna, Int64(request)))
      #expect(
        second.toast
          == (again.hasPrefix("З") ? "Уже обработано." : "Место 3 уже ваше: если не нужно, отмените бронь."))
      #expect(try expectSound(second).caption.plain.contains("Ваша бронь: ср 25 ноября, место 3"))
    }
    #expect(office.storage.commits.count == 1)
  }

  @Test("an offer declined leaves one in the queue; declining again changes nothing")
  func declining() async throws {
    let office = try queued(offers: [TestOffice.offer(to: 6)])
    let no = try office.screen(.booking(mine)).button("Спасибо, не нужно")
    let reply = await office.reply(to: no, from: office.asking(anna))
    #expect(reply.toast == "Хорошо. На ср 25 ноября больше ничего не предложу; свободное можно занять самим.")
    #expect(try expectSound(reply).caption.plain.contains("без места, 1-й в очереди"))
    #expect(office.office.booking(mine)?.hasDeclined == true)
    let again = await office.reply(to: no, from: office.asking(anna, 2))
    #expect(again.toast == "Уже обработано: место 3 на ср 25 ноября за вами не держу.")
    #expect(office.storage.commits.count == 1)
  }

  @Test("accepted too late: the answer says so and shows what is free now")
  func tooLate() async throws {
    let office = try queued()
    let late = Button.acceptOffer(Offer.ID(rawValue: 5), of: Seat.ID("3"), on: day, from: Trail(.menu))
    let reply = await office.reply(to: late, from: office.asking(anna))
    let line =
      "Время вышло: место 3 на ср 25 ноября за вами больше не держу. Свободных мест на этот день нет."
    #expect(reply.toast == line)
    try expect(
      reply.screen,
      shows: """
        (ср 25 ноября | Свободно 0 из 3 | taken 1,2,3)
        \(line)
        <b>ср 25 ноября</b>
        Свободных мест на этот день нет. Вы пока без места, 1-й в очереди.
        [*Моя бронь: без места]
        [‹ Назад] [Меню]
        ⌨ место на ср 25
        """)
    #expect(office.storage.commits.isEmpty)
  }

  @Test("an offer is its owner's to answer")
  func othersOffer() async throws {
    let office = try queued(offers: [TestOffice.offer(to: 6)])
    let before = office.office
    for (request, button) in [
      Button.acceptOffer(Offer.ID(rawValue: 5), of: Seat.ID("3"), on: day, from: Trail(.menu)),
      .declineOffer(Offer.ID(rawValue: 5), of: Seat.ID("3"), on: day, from: Trail(.menu)),
    ].enumerated() {
      let reply = await office.reply(to: button, from: office.asking(boris, Int64(request)))
      #expect(reply.toast?.hasPrefix("Это чужая бронь") == true)
      _ = try expectSound(reply)
    }
    #expect(office.office == before)
  }

  @Test("a seat held for somebody else is refused, with what is free")
  func held() async throws {
    let office = try TestOffice(
      bookings: [TestOffice.booking(6, of: 1, nil)], offers: [TestOffice.offer(to: 6)])
    let reply = await office.reply(
      to: .book(Seat.ID("3"), on: day, from: way), from: office.asking(boris))
    #expect(
      reply.toast == "Место 3 на ср 25 ноября предложено тому, кто ждёт в очереди. Свободны: 1, 2, A-4.")
    #expect(try expectSound(reply).buttons.map(\.label).contains("A-4"))
  }

  @Test("a seat that an admin has closed is refused, with what is free")
  func closed() async throws {
    let office = try TestOffice(bookings: [], closures: [TestOffice.closure])
    let reply = await office.reply(
      to: .book(Seat.ID("A-4"), on: day, from: way), from: office.asking(boris))
    #expect(reply.toast == "Место A-4 на ср 25 ноября закрыто. Свободны: 1, 2, 3.")
    #expect(try expectSound(reply).buttons.map(\.label).contains("3"))
  }

  // MARK: Cancelling

  @Test("who cancels while their guests still come is offered to cancel them too")
  func cancelGuests() async throws {
    let bookings =
      TestOffice.bookings + [
        TestOffice.booking(7, of: 1, "3", guest: "Ваня"),
        TestOffice.booking(8, of: 1, "A-4", guest: "<b>Петя"),
      ]
    let office = try TestOffice(bookings: bookings)
    let annas = Booking.ID(rawValue: 1)
    let cancelling = Trail(.menu).to(.bookings()).to(.booking(annas)).to(.cancelling(annas))
    let yes = try office.screen(at: cancelling, for: office.asking(anna)).button("Да, отменить")
    let reply = await office.reply(to: yes, from: office.asking(anna))
    try expect(
      reply.screen,
      shows: """
        (СПБ: Ваши гости)
        Отменено: ср 25 ноября, место 2 (Окно).

        <b>На ср 25 ноября остались ваши гости:</b>
        Ваня
        &lt;b&gt;Петя
        [Вернуть место 2]
        [!Отменить и гостей]
        [‹ Назад] [Меню]
        """)
    #expect(try reply.screen?.button("‹ Назад") == .open(Trail(.menu).to(.bookings())))
    let both = try #require(reply.screen).button("Отменить и гостей")
    let done = await office.reply(to: both, from: office.asking(anna, 2))
    #expect(done.toast == "Отменено: 2 гостя на ср 25 ноября.")
    #expect(try expectSound(done).caption.plain.hasSuffix("Мои брони\nБроней пока нет."))
    let again = await office.reply(to: both, from: office.asking(anna, 3))
    #expect(again.toast == "Уже обработано: гостей на ср 25 ноября у вас нет.")
    #expect(office.office.bookings(on: day).all.map(\.owner.rawValue) == [2])
  }

  @Test("cancelling a guest leaves one's own booking, and asks nothing")
  func cancelGuest() async throws {
    let office = try TestOffice(
      bookings: TestOffice.bookings + [
        TestOffice.booking(7, of: 1, "3", guest: "Ваня"), TestOffice.booking(8, of: 1, "A-4", guest: "Петя"),
      ])
    let reply = await office.reply(
      to: .cancel(Booking.ID(rawValue: 7), from: Trail(.bookings())), from: office.asking(anna))
    #expect(reply.toast == "Отменено: ср 25 ноября, место 3 (Окно), гость: Ваня.")
    #expect(try expectSound(reply).caption.plain.contains("Мои брони\n2 брони."))
  }

  // MARK: Taps

  @Test("the usual seat on the next day without a booking is one tap from the menu")
  func usual() async throws {
    let past = [7, 14, 21].map {
      TestOffice.booking(Int64(50 + $0), of: 1, $0 == 21 ? "1" : "A-4", on: TestOffice.today + -$0)
    }
    let today = TestOffice.booking(49, of: 1, "2", on: TestOffice.today)
    let office = try TestOffice(bookings: TestOffice.bookings + past + [today])
    let menu = office.screen(.menu)
    #expect(menu.rows.first?.map(\.label) == ["Как обычно: чт 26, место A-4"])
    #expect(menu.rows.first?.first?.style == .success)
    let tap = try menu.button("Как обычно: чт 26, место A-4")
    let reply = await office.reply(to: tap, from: office.asking(anna))
    #expect(reply.toast == "Место A-4 на чт 26 ноября — ваше.")
    #expect(try reply.screen?.button("‹ Назад") == .open(Trail(.menu)))
    #expect(office.screen(.menu).rows.first?.map(\.label) == ["Как обычно: пт 27, место A-4"])
    // Tapped again on the old menu, it books no further day.
    let again = await office.reply(to: tap, from: office.asking(anna, 2))
    #expect(again.toast == "Уже обработано.")
    #expect(office.storage.commits.count == 1)
  }

  @Test("the usual seat, gone in the meantime, leads to what is free that day")
  func usualTaken() async throws {
    let office = try TestOffice(bookings: [TestOffice.booking(2, of: 2, "1")])
    let reply = await office.reply(
      to: .book(Seat.ID("1"), on: day, from: Trail(.menu)), from: office.asking(anna))
    let screen = try expectSound(reply)
    #expect(
      screen.caption.plain.hasPrefix(
        "Место 1 на ср 25 ноября занято: Орлов Борис. Свободны: 2, 3, A-4.\n\nср 25 ноября"))
    #expect(try screen.button("‹ Назад") == .open(Trail(.menu)))
  }

  @Test("a day that cannot be booked leads to the days that can, wherever one was", arguments: [-1, 3, 14])
  func closedDay(offset: Int) async throws {
    let day = TestOffice.today + offset
    let office = try TestOffice(closedByAdmin: [TestOffice.today + 3])
    for (request, way) in [Trail(.menu), Trail(.menu).to(.calendar).to(.day(day))].enumerated() {
      let reply = await office.reply(
        to: .book(Seat.ID("1"), on: day, from: way), from: office.asking(anna, Int64(request)))
      let line = try #require(reply.toast)
      let caption = try expectSound(reply).caption.plain
      #expect(caption.hasPrefix(line + "\n\nНа какой день?"))
      #expect(try reply.screen?.button("‹ Назад") == .open(Trail(.menu)))
    }
  }
}
