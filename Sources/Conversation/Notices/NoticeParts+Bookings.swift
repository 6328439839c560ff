import OfficeActor

/// What became of bookings without their owner's doing, and offers.
extension NoticeParts {
  func offer(_ id: Offer.ID) -> NoticeMessage? {
    guard let offer = office.offer(id), let booking = office.booking(offer.booking) else { return nil }
    let whose: Markup = booking.guest.map { " для гостя: \($0.text)" } ?? ""
    // The time to answer begins with the delivery.
    let until = office.rules.offerRunsOut(for: offer.day, from: now)
    let trail = Trail(.menu).to(.day(offer.day))
    return NoticeMessage(
      text: """
        Освободилось \(seat(offer.seat)) на \(offer.day.inText)\(whose).
        Ответьте до \(text(until)): потом место предложат следующему в очереди.
        """,
      rows: [
        [
          ScreenButton(
            "Занять место \(offer.seat.rawValue)",
            .acceptOffer(offer.id, of: offer.seat, on: offer.day, from: trail), .success)
        ],
        [
          ScreenButton(
            "Спасибо, не нужно", .declineOffer(offer.id, of: offer.seat, on: offer.day, from: trail))
        ],
      ])
  }

  func offerRanOut(_ booking: BookingSummary, _ seat: Seat.ID) -> NoticeMessage {
    let whose: Markup = booking.guest.map { " для гостя: \($0.text)" } ?? ""
    return NoticeMessage(
      text: """
        Место <b>\(seat.rawValue)</b> на \(booking.day.inText)\(whose) больше не держится за вами.
        Очередь сохраняется: освободится другое место — напишу.
        """,
      rows: waysOn(from: booking.day))
  }

  func released(_ bookings: [BookingSummary]) -> NoticeMessage? {
    guard let first = bookings.first else { return nil }
    let seat = bookings.count == 1 ? first.seat.map { "место \($0.rawValue)" } : nil
    let again = ScreenButton(
      "Снова занять \(seat ?? "места")", .confirmAttendance(on: first.day), .success)
    return NoticeMessage(
      text: [
        "Ответа «Приду» на \(first.day.inText) не было, и места освободились:", list(bookings),
        "Если вы всё-таки придёте, место можно занять снова, пока оно свободно.",
      ].lines(),
      rows: [[again]] + waysOn(from: first.day))
  }

  func bookedByAdmin(_ id: Booking.ID) -> NoticeMessage? {
    guard let booking = office.booking(id) else { return nil }
    return NoticeMessage(
      text: "Администратор забронировал для вас: \(line(BookingSummary(booking))).",
      rows: [[ScreenButton("Показать бронь", .open(Trail(.menu).to(.booking(id))))], [.menu]])
  }

  func cancelledByAdmin(_ booking: BookingSummary, reason: Reason) -> NoticeMessage {
    NoticeMessage(
      text: ["Администратор отменил бронь: \(line(booking)).", self.reason(reason)].lines(),
      rows: waysOn(from: booking.day))
  }

  func lostSeat(_ booking: BookingSummary, reason: Reason) -> NoticeMessage {
    NoticeMessage(
      text: [
        "Места больше нет: \(line(booking)).", self.reason(reason),
        "Бронь сохранилась без места и стоит первой в очереди: освободится место — напишу.",
      ].lines(),
      rows: waysOn(from: booking.day))
  }

  func dayClosed(_ day: Day, _ bookings: [BookingSummary]) -> NoticeMessage {
    NoticeMessage(
      text: ["Офис <b>\(day.inText)</b> закрыт, брони на этот день отменены:", list(bookings)].lines(),
      rows: [[ScreenButton("Выбрать другой день", .open(Trail(.menu).to(.calendar)))], [.menu]])
  }
}
