import FloorPlan
import OfficeActor

/// «Журнал»: business events, the newest first.
struct JournalScreen {
  let scene: AdminScene
  let page: JournalPage
  /// The entries of the page and one more on the side that was read towards, if there is one.
  let lines: [JournalLine]

  static let pageSize = 6
  private static let lineCharactersMax = 100

  func render() -> Screen {
    let shown = shown
    let zone = scene.office.rules.timeZone
    let entries = shown.map { line -> Markup in
      let sentence = JournalSentence(line, in: scene.office).whole.shortened(to: Self.lineCharactersMax)
      return "<b>\(line.at.inText(zone))</b> \(sentence)"
    }
    return scene.screen(
      "Журнал", .journal,
      caption: (["<b>Журнал</b>", filters] + (entries.isEmpty ? ["Записей нет."] : entries))
        .lines(),
      rows: [
        steps(shown),
        [
          scene.button("Сотрудник", .journalEmployees(page.filter)),
          scene.button("День", .journalDays(page.filter)), scene.button("Вид", .journalTopics(page.filter)),
        ],
        page.filter == JournalFilter() ? [] : [scene.button("Сбросить фильтры", .journal(JournalPage()))],
        [scene.button("Скачать", .downloadJournal(page.filter))],
      ])
  }

  private var isUpwards: Bool { if case .after = page.position { true } else { false } }
  private var isMore: Bool { lines.count > Self.pageSize }
  private var shown: ArraySlice<JournalLine> {
    isUpwards ? lines.suffix(Self.pageSize) : lines.prefix(Self.pageSize)
  }

  /// Newer entries to the left, older ones to the right.
  private func steps(_ shown: ArraySlice<JournalLine>) -> [ScreenButton] {
    guard let newest = shown.first, let oldest = shown.last else { return [] }
    let hasNewer = isUpwards ? isMore : page.position != .newest
    let hasOlder = isUpwards || isMore
    guard hasNewer || hasOlder else { return [] }
    func step(_ label: String, _ position: JournalPosition, _ isThere: Bool) -> ScreenButton {
      let place = AdminPlace.journal(JournalPage(filter: page.filter, position: position))
      return isThere ? scene.button(label, place) : ScreenButton(label, .label)
    }
    return [
      step("‹ Новее", .after(newest.id), hasNewer), step("Старее ›", .before(oldest.id), hasOlder),
    ]
  }

  private var filters: Markup {
    let parts = [
      page.filter.employee.map(scene.name), page.filter.day?.inText, page.filter.topic?.label,
    ].compactMap { $0 }
    return parts.isEmpty ? "" : "Только: \(parts.joined(separator: ", ").shortened(to: 150))"
  }

  /// The entries as a document.
  static func document(_ lines: [JournalLine], of office: Office, isCut: Bool) -> OutgoingDocument {
    let zone = office.rules.timeZone
    let rows = lines.map { line -> [String] in
      let record = line.record
      let sentence = JournalSentence(line, in: office)
      return [
        line.at.inTable(zone), sentence.actor, sentence.text, record.kind.rawValue, record.employeeName ?? "",
        record.day?.iso ?? "", record.seat?.rawValue ?? "", record.seatBefore?.rawValue ?? "",
        record.guest ?? "", record.detail ?? "",
      ]
    }
    let cut = isCut ? [["Показаны только последние записи: \(lines.count)"]] : []
    let table = CSVTable(
      header: [
        "Время", "Кто", "Что произошло", "Вид", "Сотрудник", "День", "Место", "Прежнее место", "Гость",
        "Подробности",
      ], rows: rows + cut)
    return OutgoingDocument(
      name: "journal.csv", bytes: table.bytes,
      caption: isCut || table.rowsLeftOut > 0
        ? "Журнал, только последние записи."
        : "Журнал: \(lines.count.counting("запись", "записи", "записей"))."
    )
  }

  /// Entries in a document at the most.
  static let documentLinesMax = 50_000
}

/// Which kinds of entries the journal shows.
struct JournalTopicsScreen {
  let scene: AdminScene
  let filter: JournalFilter

  func render() -> Screen {
    scene.screen(
      "Журнал", .journal, caption: "Какие записи показать?",
      rows: ([nil] + JournalTopic.allCases.map { Optional($0) }).map { topic in
        var wanted = filter
        wanted.topic = topic
        return scene.button(topic?.label ?? "Все", .journal(JournalPage(filter: wanted)))
      }.rows(of: 2))
  }
}

/// Of which day the journal shows entries: those of the day and those about it.
struct JournalDaysScreen {
  let scene: AdminScene
  let filter: JournalFilter

  /// So many days back.
  private static let pastDays = 27

  func render() -> Screen {
    let days = ((scene.today + -Self.pastDays)...scene.window.upperBound).days
    return scene.screen(
      "Журнал", .journal,
      caption: "За какой день? Будут записи этого дня и записи о нём. Другой день напишите: 2026-11-24.",
      rows: [[button("Все дни", nil)]] + rows(of: days), awaitsText: true)
  }

  /// Names with a month need more room.
  private func rows(of days: [Day]) -> [[ScreenButton]] {
    let names = days.map { $0.onButton(today: scene.today, beside: days) }
    let isShort = names == days.map(\.onButton)
    return zip(names, days).map { button($0, $1) }.rows(of: isShort ? 6 : 3)
  }

  private func button(_ label: String, _ day: Day?) -> ScreenButton {
    var wanted = filter
    wanted.day = day
    return scene.button(label, .journal(JournalPage(filter: wanted)))
  }
}
