import OfficeActor

extension NoticeParts {
  /// The question about all of a person's bookings for a day, or the reminder of it.
  func attendance(_ recipient: Notice.Recipient, on day: Day, isReminder: Bool) -> NoticeMessage? {
    guard case .employee(let employee) = recipient,
      let question = AttendanceQuestion(scene, of: employee, on: day)
    else { return nil }
    return NoticeMessage(
      text: isReminder ? [words.reminder, question.text].lines() : question.text, rows: question.rows)
  }
}
