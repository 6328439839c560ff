import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Screens")
struct ScreenTests {
  private let tomorrow = TestOffice.tomorrow
  private let booking = Booking.ID(rawValue: 1)

  @Test("the menu says who one is and what is next")
  func menu() throws {
    try expect(
      TestOffice().screen(.menu),
      shows: """
        (СПБ: Меню | 23:- 24:4 25:[2] 26:3 27:4 28:4 29:4 30:4 1:4 2:4 3:4 4:4 5:4 6:4 7:4 8:- 9:- 10:- 11:- 12:- 13:-)
        <b>Смирнова Анна</b>
        Ближайшая бронь: ср 25 ноября, место 2 (Окно)
        [*Забронировать] [Моя неделя]
        [Мои брони] [Кто в офисе]
        [Пригласить гостя] [Настройки]
        """)
    try expect(
      TestOffice(bookings: []).screen(.menu),
      shows: """
        (СПБ: Меню | 23:- 24:4 25:4 26:4 27:4 28:4 29:4 30:4 1:4 2:4 3:4 4:4 5:4 6:4 7:4 8:- 9:- 10:- 11:- 12:- 13:-)
        <b>Смирнова Анна</b>
        Броней пока нет.
        Накануне в 12:00 спрошу, придёте ли вы. Не ответите до 19:00 — место освободится.
        [*Забронировать] [Моя неделя]
        [Мои брони] [Кто в офисе]
        [Пригласить гостя] [Настройки]
        """)
  }

  @Test("help fits on one screen")
  func help() throws {
    try expect(
      TestOffice().screen(.help),
      shows: """
        (СПБ: Как это работает)
        Место бронируют на день, на 14 дней вперёд: <b>Забронировать</b>, день, место на плане. Можно и написать: «завтра 12», «вт», «место 12».

        Накануне в 12:00 спрошу, придёте ли вы. Не ответите до 19:00 — место освободится.

        Другое место на тот же день — пересадка: прежнее освободится само. Если всё занято, встаньте в очередь: освободится место — предложу.

        /book — забронировать
        /week — моя неделя
        /my — мои брони
        /who — кто в офисе
        /guest — пригласить гостя
        /menu — меню
        /cancel — прервать ввод
        [Меню]
        """)
  }

  @Test("the calendar counts free seats for fourteen days, marks one's own and what is closed")
  func calendar() throws {
    try expect(
      TestOffice(closed: [tomorrow + 2]).screen(.calendar),
      shows: """
        (СПБ: Выберите день | 23:- 24:4 25:[2] 26:3 27:x 28:4 29:4 30:4 1:4 2:4 3:4 4:4 5:4 6:4 7:4 8:- 9:- 10:- 11:- 12:- 13:-)
        <b>На какой день?</b>
        Число после точки — сколько мест свободно, ✓ — день, на который у вас есть бронь.
        [вт 24 · 4] [✓ ср 25 · 2]
        [чт 26 · 3] [пт 27 · закрыт]
        [сб 28 · 4] [вс 29 · 4]
        [пн 30 · 4] [вт 1 · 4]
        [ср 2 · 4] [чт 3 · 4]
        [пт 4 · 4] [сб 5 · 4]
        [вс 6 · 4] [пн 7 · 4]
        [Несколько дней]
        [‹ Назад]
        """)
  }

  @Test("a day shows the floor, and a button for every free seat")
  func day() throws {
    try expect(
      TestOffice().screen(.day(tomorrow + 1)),
      shows: """
        (чт 26 ноября | Свободно 3 из 4 | free 1,2,A-4; taken 3)
        <b>чт 26 ноября</b>
        Свободно 3 из 4.
        Нажмите номер места или напишите его.
        [+1] [+2] [+A-4]
        [‹ Назад] [Меню]
        ⌨ место на чт 26
        """)
  }

  @Test("a day one has booked shows one's own seat, and another is a move")
  func ownDay() throws {
    try expect(
      TestOffice().screen(.day(tomorrow)),
      shows: """
        (ср 25 ноября | Свободно 2 из 4 | free 3,A-4; taken 1; own 2)
        <b>ср 25 ноября</b>
        Свободно 2 из 4. Ваше место: <b>2</b>.
        Нажмите другой номер, чтобы пересесть.
        [*Моя бронь: место 2]
        [+3] [+A-4]
        [‹ Назад] [Меню]
        ⌨ место на ср 25
        """)
  }

  @Test("a day without a free seat says so")
  func fullDay() throws {
    try expect(
      TestOffice(seats: Array(TestOffice.seats.prefix(1)), bookings: [TestOffice.bookings[1]]).screen(
        .day(tomorrow)),
      shows: """
        (ср 25 ноября | Свободно 0 из 1 | taken 1)
        <b>ср 25 ноября</b>
        Все места заняты, в очереди никого. Встаньте первым: освободится место — предложу.
        [*Приду без места]
        [‹ Назад] [Меню]
        ⌨ место на ср 25
        """)
  }

  @Test("a closed day can be looked at, with what one has there")
  func closedDay() throws {
    try expect(
      TestOffice(closed: [tomorrow]).screen(.day(tomorrow)),
      shows: """
        (ср 25 ноября | Офис закрыт | taken 1; own 2; closed 3,A-4)
        <b>ср 25 ноября</b>
        Офис в этот день закрыт.
        Ваше место: <b>2</b>.
        [*Моя бронь: место 2]
        [‹ Назад] [Меню]
        """)
  }

  @Test("a day outside of the window is the calendar, with the reason", arguments: [-1, 14])
  func outside(offset: Int) throws {
    let screen = try TestOffice().screen(.day(TestOffice.today + offset))
    try screen.expectSound()
    let reason =
      offset < 0
      ? "Этот день уже прошёл: пн 23 ноября. Выберите другой."
      : "вт 8 декабря пока не открыт: бронировать можно по пн 7 декабря включительно."
    #expect(screen.caption.html.hasPrefix(reason + "\n\n<b>На какой день?</b>"))
  }

  @Test("«Мои брони» lists them soonest first")
  func bookings() throws {
    let more = TestOffice.bookings + [TestOffice.booking(4, anna: true, "A-4", on: TestOffice.today)]
    try expect(
      TestOffice(bookings: more).screen(.bookings()),
      shows: """
        (СПБ: Мои брони | 23:- 24:[A-4] 25:[2] 26:3 27:4 28:4 29:4 30:4 1:4 2:4 3:4 4:4 5:4 6:4 7:4 8:- 9:- 10:- 11:- 12:- 13:-)
        <b>Мои брони</b>
        2 брони. Нажмите, чтобы посмотреть или отменить.
        [вт 24 · место A-4]
        [ср 25 · место 2]
        [‹ Назад]
        """)
    try expect(
      TestOffice(bookings: []).screen(.bookings()),
      shows: """
        (СПБ: Мои брони | 23:- 24:4 25:4 26:4 27:4 28:4 29:4 30:4 1:4 2:4 3:4 4:4 5:4 6:4 7:4 8:- 9:- 10:- 11:- 12:- 13:-)
        <b>Мои брони</b>
        Броней пока нет.
        [*Забронировать]
        [‹ Назад]
        """)
  }

  @Test("a booking can be cancelled, after a question")
  func cancelling() throws {
    try expect(
      TestOffice().screen(.booking(booking)),
      shows: """
        (ср 25 ноября | Свободно 2 из 4 | free 3,A-4; taken 1; own 2)
        Ваша бронь: <b>ср 25 ноября, место 2 (Окно)</b>
        [!Отменить бронь] [Другое место]
        [‹ Назад] [Меню]
        """)
    try expect(
      TestOffice().screen(.cancelling(booking)),
      shows: """
        (ср 25 ноября | Свободно 2 из 4 | free 3,A-4; taken 1; own 2)
        Отменить бронь: <b>ср 25 ноября, место 2 (Окно)</b>?
        [!Да, отменить] [‹ Назад]
        """)
  }

  @Test("a booking that is gone, past or somebody else's is one's list, with the reason")
  func noBooking() throws {
    let past = TestOffice.booking(9, anna: true, "2", on: TestOffice.today + -1)
    let office = try TestOffice(bookings: TestOffice.bookings + [past])
    for id in [2, 9, 50] as [Int64] {
      for place in [Place.booking(Booking.ID(rawValue: id)), .cancelling(Booking.ID(rawValue: id))] {
        try expect(
          office.screen(place),
          shows: """
            (СПБ: Мои брони | 23:- 24:4 25:[2] 26:3 27:4 28:4 29:4 30:4 1:4 2:4 3:4 4:4 5:4 6:4 7:4 8:- 9:- 10:- 11:- 12:- 13:-)
            Этой брони больше нет.

            <b>Мои брони</b>
            1 бронь. Нажмите, чтобы посмотреть или отменить.
            [ср 25 · место 2]
            [‹ Назад]
            """)
      }
    }
  }

  @Test("names with signs of markup in them are shown as they are")
  func markup() throws {
    let office = try TestOffice(
      seats: [Seat(id: Seat.ID("2"), zone: "<i>&")], names: ["</b>Смирнова & <Анна>"],
      bookings: [TestOffice.bookings[0]])
    for place in [
      Place.menu, .calendar, .day(tomorrow), .bookings(), .booking(booking), .cancelling(booking),
    ] {
      try office.screen(place).expectSound()
    }
    try TestOffice(names: ["Анна", "Борис", "<b>&amp;"], bookings: []).screen(
      .names(page: 0), for: TestOffice.stranger
    )
    .expectSound()
  }
}
