import OfficeActor

extension AttendanceRules {
  init(reading section: Section) {
    self.init()
    let mistakesBefore = section.reader.mistakeCount
    isEnabled = section.read("enabled", .flag, or: isEnabled)
    askAt = section.read("ask_at", .timeOfDay, or: askAt)
    remindAt = section.read("remind_at", .timeOfDay, or: remindAt)
    answerBy = section.read("answer_by", .timeOfDay, or: answerBy)
    minimumTimeToAnswer = section.read(
      "minimum_time_to_answer", .duration(.seconds(60)...(.seconds(12 * 3600))), or: minimumTimeToAnswer)
    guard section.reader.mistakeCount == mistakesBefore else { return }
    if askAt >= remindAt {
      refuse("remind_at", "\(remindAt) must be later than `ask_at`, \(askAt)", in: section)
    }
    if remindAt >= answerBy {
      refuse("answer_by", "\(answerBy) must be later than `remind_at`, \(remindAt)", in: section)
    }
    if askAt < answerBy, minimumTimeToAnswer > answerBy - askAt {
      refuse("minimum_time_to_answer", "is longer than the time from `ask_at` to `answer_by`", in: section)
    }
  }

  private func refuse(_ key: String, _ message: String, in section: Section) {
    section.addMistake(message, key: key, at: section.entry(key)?.place)
  }
}
