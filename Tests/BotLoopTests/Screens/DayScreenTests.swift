import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("A day's screen")
struct DayScreenTests {
  private let tomorrow = TestOffice.tomorrow

  @Test("tells what is held for somebody, and what an admin has closed, from what is free and taken")
  func states() throws {
    let bookings = [
      TestOffice.booking(2, of: 2, "1"), TestOffice.booking(4, of: 3, nil),
      TestOffice.booking(7, of: 1, "2", guest: "Ваня"),
    ]
    try expect(
      TestOffice(bookings: bookings, offers: [TestOffice.offer(to: 4)], closures: [TestOffice.closure])
        .screen(.day(tomorrow)),
      shows: """
        (ср 25 ноября | Свободно 0 из 4 | taken 1; own 2; held 3; closed A-4)
        <b>ср 25 ноября</b>
        Все места заняты, в очереди 1 человек. Встаньте в неё: освободится место — предложу.
        [*Приду без места]
        [‹ Назад] [Меню]
        ⌨ место на ср 25
        """)
  }

  @Test("says which place in the queue one has, and offers nothing twice")
  func waiting() throws {
    let bookings = TestOffice.full + [TestOffice.booking(5, of: 4, nil), TestOffice.booking(6, of: 1, nil)]
    try expect(
      TestOffice(bookings: bookings, closures: [TestOffice.closure]).screen(.day(tomorrow)),
      shows: """
        (ср 25 ноября | Свободно 0 из 4 | taken 1,2,3; closed A-4)
        <b>ср 25 ноября</b>
        Свободных мест на этот день нет. Вы пока без места, 2-й в очереди.
        [*Моя бронь: без места]
        [‹ Назад] [Меню]
        ⌨ место на ср 25
        """)
  }

  @Test("lets whoever waits take a seat that is free")
  func waitingWithFreeSeat() throws {
    let bookings = [TestOffice.booking(2, of: 2, "1"), TestOffice.booking(6, of: 1, nil, hasDeclined: true)]
    try expect(
      TestOffice(seats: Array(TestOffice.seats.prefix(2)), bookings: bookings).screen(.day(tomorrow)),
      shows: """
        (ср 25 ноября | Свободно 1 из 2 | free 2; taken 1)
        <b>ср 25 ноября</b>
        Свободно 1 из 2. Вы пока без места, 1-й в очереди.
        Нажмите номер места или напишите его.
        [*Моя бронь: без места]
        [+2]
        [‹ Назад] [Меню]
        ⌨ место на ср 25
        """)
  }

  @Test("asks about the seat that is held for oneself")
  func offered() throws {
    let bookings = [
      TestOffice.booking(2, of: 2, "1"), TestOffice.booking(6, of: 1, nil), TestOffice.booking(7, of: 3, "2"),
    ]
    try expect(
      TestOffice(bookings: bookings, offers: [TestOffice.offer(to: 6)], closures: [TestOffice.closure])
        .screen(.day(tomorrow)),
      shows: """
        (ср 25 ноября | Свободно 0 из 4 | taken 1,2; heldForYou 3; closed A-4)
        <b>ср 25 ноября</b>
        Свободных мест на этот день нет. Вам предложено место <b>3</b>.
        [+Занять место 3] [Спасибо, не нужно]
        [Моя бронь: без места]
        [‹ Назад] [Меню]
        ⌨ место на ср 25
        """)
  }

  @Test("is closed whoever closed it, and takes no bookings")
  func closed() throws {
    let screens = [
      try TestOffice(closed: [tomorrow]).screen(.day(tomorrow)),
      try TestOffice(closedByAdmin: [tomorrow]).screen(.day(tomorrow)),
    ]
    for screen in screens {
      try expect(
        screen,
        shows: """
          (ср 25 ноября | Офис закрыт | taken 1; own 2; closed 3,A-4)
          <b>ср 25 ноября</b>
          Офис в этот день закрыт.
          Ваше место: <b>2</b>.
          [*Моя бронь: место 2]
          [‹ Назад] [Меню]
          """)
    }
  }

  @Test("of the calendar counts no closed seat and none that is held")
  func calendar() throws {
    let bookings = [TestOffice.booking(4, of: 3, nil), TestOffice.booking(6, of: 1, nil, on: tomorrow + 1)]
    let screen = try TestOffice(
      bookings: bookings, offers: [TestOffice.offer(to: 4)], closures: [TestOffice.closure],
      closedByAdmin: [tomorrow + 2]
    ).screen(.calendar)
    #expect(
      screen.buttons.prefix(4).map(\.label) == ["вт 24 · 3", "ср 25 · 2", "✓ чт 26 · 3", "пт 27 · закрыт"])
  }
}

@Suite("A booking's screen")
struct BookingScreenTests {
  private let mine = Booking.ID(rawValue: 6)

  @Test("says one's place in the queue, and what will be")
  func seatless() throws {
    let bookings = TestOffice.full + [TestOffice.booking(5, of: 4, nil), TestOffice.booking(6, of: 1, nil)]
    let office = try TestOffice(bookings: bookings, closures: [TestOffice.closure])
    try expect(
      office.screen(.booking(mine)),
      shows: """
        (ср 25 ноября | Свободно 0 из 4 | taken 1,2,3; closed A-4)
        Ваша бронь: <b>ср 25 ноября, без места, 2-й в очереди</b>
        Когда место освободится, предложу его по очереди.
        [!Отменить бронь] [Выбрать место]
        [‹ Назад] [Меню]
        """)
    try expect(
      office.screen(.menu),
      shows: """
        (СПБ: Меню | 23:- 24:3 25:2. 26:3 27:3 28:3 29:3 30:3 1:3 2:3 3:3 4:3 5:3 6:3 7:3 8:- 9:- 10:- 11:- 12:- 13:-)
        <b>Смирнова Анна</b>
        Ближайшая бронь: ср 25 ноября, без места, 2-й в очереди
        [*Забронировать] [Моя неделя]
        [Мои брони] [Кто в офисе]
        [Пригласить гостя] [Настройки]
        """)
    try expect(
      office.screen(.cancelling(mine)),
      shows: """
        (ср 25 ноября | Свободно 0 из 4 | taken 1,2,3; closed A-4)
        Отменить бронь: <b>ср 25 ноября, без места, 2-й в очереди</b>?
        [!Да, отменить] [‹ Назад]
        """)
  }

  @Test("asks about the offer it holds, as the list of bookings does")
  func offered() throws {
    let bookings = [TestOffice.booking(6, of: 1, nil), TestOffice.booking(7, of: 1, "1", guest: "Ваня")]
    let office = try TestOffice(bookings: bookings, offers: [TestOffice.offer(to: 6)])
    try expect(
      office.screen(.booking(mine)),
      shows: """
        (ср 25 ноября | Свободно 2 из 4 | free 2,A-4; own 1; heldForYou 3)
        Ваша бронь: <b>ср 25 ноября, без места, 1-й в очереди</b>
        Вам предложено место <b>3</b>.
        [+Занять место 3] [Спасибо, не нужно]
        [!Отменить бронь] [Выбрать место]
        [‹ Назад] [Меню]
        """)
    try expect(
      office.screen(.bookings()),
      shows: """
        (СПБ: Мои брони | 23:- 24:4 25:3?+1 26:4 27:4 28:4 29:4 30:4 1:4 2:4 3:4 4:4 5:4 6:4 7:4 8:- 9:- 10:- 11:- 12:- 13:-)
        <b>Мои брони</b>
        2 брони. Нажмите, чтобы посмотреть или отменить.
        [ср 25 · предложено место 3]
        [+Занять место 3] [Спасибо, не нужно]
        [ср 25 · место 1 · Ваня]
        [‹ Назад]
        """)
  }

  @Test("is honest to who said no to an offer")
  func declined() throws {
    let office = try TestOffice(bookings: [TestOffice.booking(6, of: 1, nil, hasDeclined: true)])
    #expect(
      office.screen(.booking(mine)).caption.plain.hasSuffix(
        "Больше места на этот день не предложу; свободное можно занять самим."))
  }

  @Test("names the guest, whose seat is changed on a floor of its own")
  func guest() throws {
    let bookings = [TestOffice.booking(6, of: 1, "1", guest: "Ваня"), TestOffice.booking(7, of: 2, "2")]
    let office = try TestOffice(bookings: bookings)
    try expect(
      office.screen(.booking(mine)),
      shows: """
        (ср 25 ноября | Свободно 2 из 4 | free 3,A-4; taken 2; own 1)
        Бронь гостя: <b>ср 25 ноября, место 1 (Окно)</b>
        Гость: <b>Ваня</b>
        [!Отменить бронь] [Другое место]
        [‹ Назад] [Меню]
        """)
    #expect(
      try office.screen(.booking(mine)).button("Другое место")
        == .open(Trail(.menu).to(.booking(mine)).to(.moving(mine))))
    try expect(
      office.screen(.moving(mine)),
      shows: """
        (ср 25 ноября | Свободно 2 из 4 | free 3,A-4; taken 2; own 1)
        <b>ср 25 ноября</b>
        Гость: <b>Ваня</b>
        Свободно 2 из 4. Сейчас — место <b>1</b>.
        Нажмите другой номер, чтобы пересесть.
        [+3] [+A-4]
        [‹ Назад] [Меню]
        ⌨ другое место
        """)
    // Somebody else's guest is none of one's business.
    #expect(
      office.screen(.moving(mine), for: TestOffice.boris).caption.plain.hasPrefix("Этой брони больше нет."))
  }

  @Test("is one of several pages where there are many; a page is no step on the way back")
  func pages() throws {
    let bookings = (1...10).map { TestOffice.booking($0, of: 1, nil, guest: "Гость \($0)") }
    let office = try TestOffice(bookings: bookings)
    let first = office.screen(.bookings())
    #expect(first.buttons.map(\.label).suffix(3) == ["1/2", "›", "‹ Назад"])
    #expect(try first.button("›") == .open(Trail(.menu).to(.bookings(page: 1))))
    let second = office.screen(.bookings(page: 1))
    #expect(
      second.buttons.map(\.label).prefix(2) == [
        "ср 25 · 9-й в очереди · Гость 9", "ср 25 · 10-й в очереди · Гость 10",
      ])
    #expect(try second.button("‹ Назад") == .open(Trail(.menu)))
    try second.expectSound()
  }
}
