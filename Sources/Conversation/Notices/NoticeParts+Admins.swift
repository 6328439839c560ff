import Foundation
import OfficeActor

/// What admins hear about the running of the office.
extension NoticeParts {
  func closedDayHasBookings(_ day: Day) -> NoticeMessage? {
    let count = office.bookings(on: day).all.count
    guard count > 0 else { return nil }
    return NoticeMessage(
      text: """
        По настройкам офис <b>\(day.inText)</b> закрыт, но на этот день есть \
        \(count.counting("бронь", "брони", "броней")). Отменить их? Владельцы узнают об этом.
        """,
      rows: [[ScreenButton("Да, отменить все", .decide(.closeDay(day)), .danger)]])
  }

  func groupTrouble(_ trouble: GroupTrouble) -> NoticeMessage {
    let text: Markup =
      switch trouble {
      case .botOutside:
        """
        <b>Я больше не в группе компании</b>
        Пока это так, я не узнаю, кто в ней состоит, и никто новый не зарегистрируется. У тех, кто уже \
        зарегистрирован, всё как прежде. Верните меня в группу и сделайте администратором; если группа теперь \
        другая, её номер нужно исправить в настройках.
        """
      case .moved(let id):
        """
        <b>У группы компании новый номер: <code>\(Int(id))</code></b>
        Она стала супергруппой. Регистрация пока работает: номер Telegram подсказывает сам. Попросите того, кто \
        следит за сервером, исправить его в настройках: <code>registration.group</code>.
        """
      }
    return NoticeMessage(text: text)
  }

  func errorDigest(_ from: Date, _ through: Date, _ groups: [ErrorGroup]) -> NoticeMessage? {
    let undelivered = office.questionsGivenUp(from: from, to: through)
    guard !groups.isEmpty || !undelivered.isEmpty else { return nil }
    let errors = groups.map { group in
      """
      • <b>\(group.kind)</b> × \(group.count), \(text(group.first)) – \(text(group.last))
      \(group.example.shortened(to: Self.exampleCodePointsMax))
      """ as Markup
    }
    let questions = undelivered.compactMap { notice -> Markup? in
      guard case .employee(let id) = notice.recipient, let failure = notice.failure else { return nil }
      return "• \(office.employees[id]?.name.text ?? "—"): \(failure.reason)"
    }
    let part = NoticeMessage.listCodePointsMax / 2
    return NoticeMessage(
      text: [
        "<b>Сводка</b> с \(text(from)) по \(text(through))",
        errors.isEmpty ? "" : "Ошибки:",
        errors.fitting(part) { "… и ещё \($0)" }.lines(),
        questions.isEmpty ? "" : "Вопрос о приходе не доставлен:",
        questions.fitting(part) { "… и ещё \($0)" }.lines(),
      ].lines())
  }

  private static let exampleCodePointsMax = 200

  func recovered(_ snapshotAt: Date, _ through: Date) -> NoticeMessage {
    NoticeMessage(
      text: """
        База была повреждена или пропала; офис восстановлен из снимка.
        Могло пропасть то, что сделано с \(text(snapshotAt)) по \(text(through)).
        """)
  }

  func clockDoubted(_ shown: Date, _ lastBelieved: Date) -> NoticeMessage {
    NoticeMessage(
      text: """
        <b>Часы сервера показывают \(dated(shown))</b>
        Последнее время, которому я верю: \(dated(lastBelieved)). Пока часы не подтвердятся, час работы подряд, я по \
        ним ничего не удаляю и ни у кого не забираю место; снимок офиса отложен в папке снимков. Скажите тому, кто \
        следит за сервером.
        """)
  }

  /// «12:00 25 февраля 2027», whatever day it is.
  private func dated(_ moment: Date) -> Markup {
    let day = Day(containing: moment, in: timeZone)
    return "\(moment.timeOfDay(in: timeZone).description) \(day.inText) \(day.year)"
  }

  func announcement(_ words: String) -> NoticeMessage {
    NoticeMessage(text: "\(words.shortened(to: NoticeMessage.listCodePointsMax))")
  }
}
