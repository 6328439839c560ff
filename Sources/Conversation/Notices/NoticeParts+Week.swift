import OfficeActor

/// What people hear about plans, absences and assigned seats.
extension NoticeParts {
  func daysBookedByAdmin(_ ids: [Booking.ID]) -> NoticeMessage? {
    let bookings = ids.compactMap { office.booking($0) }.map(BookingSummary.init)
    guard !bookings.isEmpty else { return nil }
    return NoticeMessage(text: [words.bookedForYou, days(bookings)].lines(), rows: [menu])
  }

  func absenceEntered(_ from: Day, _ through: Day, _ bookings: [BookingSummary]) -> NoticeMessage {
    NoticeMessage(
      text: [
        words.adminSetAbsence(from, through), bookings.isEmpty ? "" : words.cancelledFor, days(bookings),
      ].lines(), rows: [menu])
  }

  func absenceEnded(_ from: Day, _ through: Day) -> NoticeMessage {
    NoticeMessage(text: words.adminEndedAbsence(from, through), rows: [menu])
  }

  func seatAssigned(_ seat: Seat.ID) -> NoticeMessage {
    NoticeMessage(text: words.seatIsAssigned(self.seat(seat)), rows: [menu])
  }

  func seatUnassigned(_ seat: Seat.ID) -> NoticeMessage {
    NoticeMessage(text: words.seatIsUnassigned(self.seat(seat)), rows: [menu])
  }

  func planned(_ outcomes: [PlanOutcome]) -> NoticeMessage {
    NoticeMessage(
      text: outcomes.map { outcome in
        words.planned(outcome.day, seat(outcome.seat), wanted: outcome.wanted, why: why(outcome))
      }.lines(),
      rows: [[ScreenButton(words.myDays, .open(Trail(.menu).to(.week).to(.plan)))], menu])
  }

  func planRests() -> NoticeMessage {
    NoticeMessage(
      text: words.planRests, rows: [[ScreenButton(words.resume, .resumePlan, .success)], menu])
  }

  private func days(_ bookings: [BookingSummary]) -> Markup {
    bookings.map { "• \(line($0))" }.fitting(within: NoticeMessage.listCodePointsMax, andMore).lines()
  }
}

extension SceneView {
  /// Why a plan did not get the wanted seat; empty if it did.
  func why(_ outcome: PlanOutcome) -> Markup {
    outcome.reason.map { reason in
      words.why(reason) { office.employees[$0]?.name.text ?? "—" }
    } ?? ""
  }
}
