import Foundation
import OfficeActor

/// What admins hear about the running of the office.
extension NoticeParts {
  func closedDayHasBookings(_ day: Day) -> NoticeMessage? {
    let count = office.bookings(on: day).all.count
    guard count > 0 else { return nil }
    return NoticeMessage(
      text: words.closedDayHasBookings(day, count),
      rows: [[ScreenButton(words.yesCancelAll, .decide(.closeDay(day)), .danger)]])
  }

  func groupTrouble(_ trouble: GroupTrouble) -> NoticeMessage {
    NoticeMessage(text: words.groupTrouble(trouble))
  }

  func errorDigest(_ from: Date, _ through: Date, _ groups: [ErrorGroup]) -> NoticeMessage? {
    let undelivered = office.questionsGivenUp(from: from, to: through)
    guard !groups.isEmpty || !undelivered.isEmpty else { return nil }
    let errors = groups.map { group in
      """
      • <b>\(words.text(of: Trouble(group)))</b> × \(group.count), \(text(group.first)) – \(text(group.last))
      <i>\(group.kind): \(group.example.shortened(to: Self.exampleCodePointsMax))</i>
      """ as Markup
    }
    let questions = undelivered.compactMap { notice -> Markup? in
      guard case .employee(let id) = notice.recipient, let failure = notice.failure else { return nil }
      return "• \(office.employees[id]?.name.text ?? "—"): \(words.undelivered(failure.reason))"
    }
    let part = NoticeMessage.listCodePointsMax / 2
    return NoticeMessage(
      text: [
        words.digest(from: text(from), through: text(through)),
        errors.isEmpty ? "" : words.digestErrors,
        errors.fitting(within: part, andMore).lines(),
        questions.isEmpty ? "" : words.digestQuestions,
        questions.fitting(within: part, andMore).lines(),
      ].lines())
  }

  private static let exampleCodePointsMax = 200

  func recovered(_ snapshotAt: Date, _ through: Date) -> NoticeMessage {
    NoticeMessage(text: words.recovered(from: text(snapshotAt), through: text(through)))
  }

  func clockDoubted(_ shown: Date, _ lastBelieved: Date) -> NoticeMessage {
    NoticeMessage(text: words.clockDoubted(shown: dated(shown), lastBelieved: dated(lastBelieved)))
  }

  /// «12:00 25 февраля 2027», whatever day it is.
  private func dated(_ moment: Date) -> String {
    let zone = office.rules.timeZone
    return words.dated(moment.timeOfDay(in: zone), Day(containing: moment, in: zone))
  }

  func announcement(_ words: String) -> NoticeMessage {
    NoticeMessage(text: "\(words.shortened(to: NoticeMessage.listCodePointsMax))")
  }
}
