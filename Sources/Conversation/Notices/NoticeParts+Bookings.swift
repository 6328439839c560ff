import OfficeActor

/// What became of bookings without their owner's doing, and offers.
extension NoticeParts {
  func offer(_ id: Offer.ID) -> NoticeMessage? {
    guard let offer = office.offer(id), let booking = office.booking(offer.booking) else { return nil }
    // The time to answer begins with the delivery.
    let until = office.rules.offerRunsOut(for: offer.day, from: scene.now)
    return NoticeMessage(
      text: words.offer(seat(offer.seat), on: offer.day, for: booking.guest, until: text(until)),
      rows: [ScreenButton].answers(to: offer, from: Trail(.menu).to(.day(offer.day)), words).map { [$0] })
  }

  func offerRanOut(_ booking: BookingSummary, _ seat: Seat.ID) -> NoticeMessage {
    let isFree = office.freeSeats(on: booking.day).contains { $0.id == seat }
    return NoticeMessage(
      text: words.offerRanOut(seat, on: booking.day, for: booking.guest, isFree: isFree),
      rows: waysOn(from: booking.day))
  }

  func released(_ bookings: [BookingSummary]) -> NoticeMessage? {
    guard let first = bookings.first else { return nil }
    let only = bookings.count == 1 && first.guest == nil ? first.seat : nil
    let again = ScreenButton(
      words.takeAgain(bookings.count == 1 ? first.seat : nil), .confirmAttendance(on: first.day), .success)
    return NoticeMessage(
      text: [
        words.released(on: first.day, answerBy: office.rules.attendance.answerBy, only: only),
        only == nil ? list(bookings) : "", words.takeAgainWhileFree,
      ].lines(),
      rows: [[again]] + waysOn(from: first.day))
  }

  func bookedByAdmin(_ id: Booking.ID) -> NoticeMessage? {
    guard let booking = office.booking(id) else { return nil }
    return NoticeMessage(
      text: words.bookedByAdmin(line(BookingSummary(booking))),
      rows: [[ScreenButton(words.showBooking, .open(Trail(.menu).to(.booking(id))))], menu])
  }

  func cancelledByAdmin(_ booking: BookingSummary, reason: Reason) -> NoticeMessage {
    NoticeMessage(
      text: [words.cancelledByAdmin(line(booking)), self.reason(reason)].lines(),
      rows: waysOn(from: booking.day))
  }

  func lostSeat(_ booking: BookingSummary, reason: Reason) -> NoticeMessage {
    NoticeMessage(
      text: [words.lostSeat(line(booking)), self.reason(reason), words.firstInQueueNow].lines(),
      rows: waysOn(from: booking.day))
  }

  func dayClosed(_ day: Day, _ bookings: [BookingSummary], reason: Reason) -> NoticeMessage {
    NoticeMessage(
      text: [words.dayClosed(day, bookings: bookings.count), list(bookings), self.reason(reason)].lines(),
      rows: [[ScreenButton(words.chooseOtherDay, .open(Trail(.menu).to(.calendar)))], menu])
  }
}
