import OfficeActor

extension NoticeParts {
  /// The question about all of a person's bookings for a day, or the reminder of it.
  func attendance(_ recipient: Notice.Recipient, on day: Day, isReminder: Bool) -> NoticeMessage? {
    guard case .employee(let employee) = recipient,
      let question = AttendanceQuestion(office, of: employee, on: day, at: now)
    else { return nil }
    return NoticeMessage(
      text: isReminder ? "Напоминаю: ответа ещё нет.\n" + question.text : question.text, rows: question.rows)
  }
}
