import OfficeActor

extension Russian: BookingWords {
  // MARK: The calendar

  var chooseDay: String { "Выберите день" }
  var whichDay: Markup { "<b>На какой день?</b>" }
  func calendarHint(hasOwn: Bool) -> Markup {
    "Число после точки — сколько мест свободно\(hasOwn ? ", ✓ — день, на который у вас есть бронь" : "")."
  }
  var closed: String { "закрыт" }

  func whichDay(forSeat seat: Seat.ID) -> Markup {
    "<b>Место \(seat.rawValue): на какой день?</b>\nЗдесь дни, на которые оно свободно."
  }
  func neverFree(_ seat: Seat.ID) -> Markup {
    "Место \(seat.rawValue) занято на все дни, что сейчас открыты. Выберите другое."
  }

  // MARK: A day's floor

  var officeIsClosed: String { "Офис закрыт" }
  func free(_ free: Int, of all: Int) -> String { "Свободно \(free) из \(all)" }
  var officeIsClosedThatDay: Markup { "Офис в этот день закрыт." }
  func nothingFree(inQueue count: Int) -> Markup {
    count == 0
      ? "Все места заняты, в очереди никого. Встаньте первым: освободится место — предложу."
      : "Все места заняты, в очереди \(people(count)). Встаньте в неё: освободится место — предложу."
  }
  func offered(_ seat: Seat.ID) -> Markup { "Вам предложено место <b>\(seat.rawValue)</b>." }
  func offeredOnButton(_ seat: Seat.ID) -> String { "предложено место \(seat.rawValue)" }
  func yourSeat(_ seat: Seat.ID) -> Markup { "Ваше место: <b>\(seat.rawValue)</b>." }
  func presentSeat(_ seat: Seat.ID) -> Markup { "Сейчас — место <b>\(seat.rawValue)</b>." }
  func withoutSeatYet(isOwn: Bool, inQueue: String) -> Markup {
    isOwn ? "Вы пока без места, \(inQueue)." : "Пока без места, \(inQueue)."
  }
  var tapSeat: Markup { "Нажмите номер места или напишите его." }
  var tapOtherSeat: Markup { "Нажмите другой номер, чтобы пересесть." }
  var choosePart: Markup { "Выберите часть офиса или напишите номер места." }
  func myBooking(_ seat: Seat.ID?) -> String { "Моя бронь: \(seat.map(self.seat) ?? withoutSeat)" }
  var comeWithoutSeat: String { "Приду без места" }
  var guestWithoutSeat: String { "Гость без места" }

  // MARK: A booking

  func booked(_ presence: Markup) -> Markup { "✅ Забронировано: <b>\(presence)</b>" }
  func queued(_ day: Day, place: Int?, guest: GuestName?) -> Markup {
    switch (place, guest) {
    case (1?, nil): "Вы первый в очереди на <b>\(self.day(day))</b>. Прийти можно и без места."
    case (let place?, nil): "Вы \(inQueue(place)) на <b>\(self.day(day))</b>. Прийти можно и без места."
    case (let place?, _?): "Гость \(inQueue(place)) на <b>\(self.day(day))</b>. Прийти можно и без места."
    case (nil, _): "<b>\(self.day(day))</b>, без места."
    }
  }
  func yourBooking(_ presence: Markup) -> Markup { "Ваша бронь: <b>\(presence)</b>" }
  func guestBooking(_ presence: Markup) -> Markup { "Бронь гостя: <b>\(presence)</b>" }
  func guestLine(_ name: GuestName) -> Markup { "Гость: <b>\(name.inText)</b>" }
  var nothingMoreOffered: Markup {
    "Больше места на этот день не предложу; свободное можно занять самим."
  }
  var willBeOffered: Markup { "Когда место освободится, предложу его по очереди." }
  func askedBefore(askAt: TimeOfDay, answerBy: TimeOfDay) -> Markup {
    """
    Накануне в \(askAt.description) спрошу, придёте ли вы. Не ответите до \(answerBy.description) — место \
    освободится.
    """
  }
  var cancel: String { "Отменить" }
  var cancelBooking: String { "Отменить бронь" }
  var chooseSeat: String { "Выбрать место" }
  var otherSeat: String { "Другое место" }
  func bookingsHint(_ count: Int) -> Markup { "\(bookings(count)). Нажмите, чтобы посмотреть или отменить." }
  var bookingIsGone: Markup { "Этой брони больше нет." }

  // MARK: Booking and moving

  func booked(_ seat: Seat.ID, on day: Day, for guest: GuestName?) -> Markup {
    guest.map { "Место \(seat.rawValue) на \(self.day(day)) — для гостя: \($0.inText)." }
      ?? "Место \(seat.rawValue) на \(self.day(day)) — ваше."
  }
  func moved(from left: Seat.ID, to seat: Seat.ID, on day: Day) -> Markup {
    "\(self.day(day)): место \(seat.rawValue) вместо \(left.rawValue)."
  }
  func goesToQueue(_ left: Seat.ID, movingTo seat: Seat.ID, on day: Day) -> Markup {
    "<b>Место \(left.rawValue) уйдёт очереди.</b> Пересесть на место \(seat.rawValue) на \(self.day(day))?"
  }
  var yesMove: String { "Да, пересесть" }

  // MARK: Cancelling

  func cancelQuestion(_ line: Markup) -> Markup { "Отменить бронь: <b>\(line)</b>?" }
  var yesCancel: String { "Да, отменить" }
  func cancelled(_ line: Markup) -> Markup { "Отменено: \(line)." }
  func bookingStands(on day: Day) -> Markup { "Уже обработано: бронь на \(self.day(day)) на месте." }
  var yourGuests: String { "Ваши гости" }
  func guestsLeft(on day: Day) -> Markup { "<b>На \(self.day(day)) остались ваши гости:</b>" }
  var cancelGuestsToo: String { "Отменить и гостей" }
  func guestsCancelled(_ count: Int, on day: Day) -> Markup {
    "Отменено: \(count.counting("гость", "гостя", "гостей")) на \(self.day(day))."
  }
  func noGuests(on day: Day) -> Markup { "Уже обработано: гостей на \(self.day(day)) у вас нет." }

  // MARK: Offers

  func takeSeat(_ seat: Seat.ID) -> String { "Занять место \(seat.rawValue)" }
  var noThanks: String { "Спасибо, не нужно" }
  func offerDeclined(_ seat: Seat.ID, on day: Day) -> Markup {
    """
    Хорошо. На \(self.day(day)) больше ничего не предложу; свободное можно занять самим.
    """
  }
  func offerNotHeld(_ seat: Seat.ID, on day: Day) -> Markup {
    "Уже обработано: место \(seat.rawValue) на \(self.day(day)) за вами не держу."
  }
  func seatIsYours(_ seat: Seat.ID) -> Markup {
    "Место \(seat.rawValue) уже ваше: если не нужно, отмените бронь."
  }
  func offerPreview(_ seat: Seat.ID, on day: Day, until: String) -> Markup {
    """
    <b>\(self.day(day)): освободилось место \(seat.rawValue).</b> Держу его до \(until). Откажетесь — на этот день \
    больше не предложу.
    """
  }
}
