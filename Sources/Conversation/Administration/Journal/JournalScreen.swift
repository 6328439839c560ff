import FloorPlan
import OfficeActor

/// «Журнал»: business events, the newest first.
struct JournalScreen: AdminView {
  let scene: AdminScene
  let page: JournalPage
  /// The entries of the page and one more on the side that was read towards, if there is one.
  let lines: [JournalLine]

  static let pageSize = 10
  /// A longer sentence is shortened where not all of them fit.
  private static let lengths = stride(from: 160, through: 40, by: -10)

  func render() -> Screen {
    let shown = shown
    let zone = office.rules.timeZone
    let sentences = shown.map { JournalSentence($0, in: scene.scene).whole }
    let heading: [Markup] = ["<b>\(words.journal)</b>", filters]
    let pages = Self.lengths.lazy.map { length in
      heading
        + zip(shown, sentences).map { "<b>\($0.at.inText(zone))</b> \($1.shortened(to: length))" as Markup }
    }
    let entries = pages.first { $0.codePoints <= Self.captionCodePointsMax } ?? heading
    return scene.screen(
      words.journal, .journal,
      caption: (entries + (shown.isEmpty ? [words.noEntries] : [])).lines(),
      rows: [
        steps(shown),
        [
          scene.button(words.byEmployee, .journalEmployees(page.filter)),
          scene.button(words.bySeat, .journalSeats(page.filter)),
        ],
        [
          scene.button(words.byDay, .journalDays(page.filter)),
          scene.button(words.byKind, .journalTopics(page.filter)),
        ],
        page.filter == JournalFilter() ? [] : [scene.button(words.resetFilters, .journal(JournalPage()))],
        [scene.button(words.download, .downloadJournal(page.filter))],
      ])
  }

  /// What is said above a screen has room, too.
  private static let captionCodePointsMax = 980

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
    func step(_ label: String, _ position: JournalPosition) -> ScreenButton {
      scene.button(label, .journal(JournalPage(filter: page.filter, position: position)))
    }
    return (hasNewer ? [step(words.newer, .after(newest.id))] : [])
      + (hasOlder ? [step(words.older, .before(oldest.id))] : [])
  }

  private var filters: Markup {
    let parts = [
      page.filter.employee.map(scene.name), page.filter.day.map(words.day),
      page.filter.topic.map(words.topic), page.filter.seat.map(words.seat),
    ].compactMap { $0 }
    return parts.isEmpty ? "" : words.only(parts.joined(separator: ", ").shortened(to: 150))
  }

  /// The entries as a document.
  static func document(_ lines: [JournalLine], in scene: Scene, isCut: Bool) -> OutgoingDocument {
    let words = scene.words
    let zone = scene.office.rules.timeZone
    let rows = lines.map { line -> [String] in
      let record = line.record
      let sentence = JournalSentence(line, in: scene)
      return [
        line.at.inTable(zone), sentence.actor, sentence.text, words.kind(record.kind),
        record.employeeName ?? "",
        record.day?.iso ?? "", record.seat?.rawValue ?? "", record.seatBefore?.rawValue ?? "",
        record.guest ?? "", words.detail(record),
      ]
    }
    let cut = isCut ? [[words.onlyLatest(lines.count)]] : []
    let table = CSVTable(
      header: words.journalColumns, rows: rows + cut, leftOut: words.rowsLeftOut)
    return OutgoingDocument(
      name: "journal.csv", bytes: table.bytes,
      caption: words.journalCaption(lines.count, isCut: isCut || table.rowsLeftOut > 0))
  }

  /// Entries in a document at the most.
  static let documentLinesMax = 50_000
}

/// Which kinds of entries the journal shows.
struct JournalTopicsScreen: AdminView {
  let scene: AdminScene
  let filter: JournalFilter

  func render() -> Screen {
    scene.screen(
      words.journal, .journal, caption: words.whichEntries,
      rows: ([nil] + JournalTopic.allCases.map { Optional($0) }).map { topic in
        var wanted = filter
        wanted.topic = topic
        return scene.button(topic.map(words.topic) ?? words.all, .journal(JournalPage(filter: wanted)))
      }.rows(of: 2))
  }
}

/// Of which seat the journal shows entries.
struct JournalSeatsScreen: AdminView {
  let scene: AdminScene
  let filter: JournalFilter

  /// In a larger office the number is typed.
  private static let seatsMax = 48

  func render() -> Screen {
    let seats = office.seats.count <= Self.seatsMax ? office.seats.map(\.id) : []
    return scene.screen(
      words.journal, .journal, caption: words.entriesOfSeat,
      rows: [[button(words.allSeats, nil)]]
        + seats.map { button($0.rawValue, $0) }.rows(of: min(5, SeatButtons.inRow(seats))),
      awaitsText: true)
  }

  private func button(_ label: String, _ seat: Seat.ID?) -> ScreenButton {
    var wanted = filter
    wanted.seat = seat
    return scene.button(label, .journal(JournalPage(filter: wanted)))
  }
}

/// Of which day the journal shows entries: those of the day and those about it.
struct JournalDaysScreen: AdminView {
  let scene: AdminScene
  let filter: JournalFilter

  /// So many days back.
  private static let pastDays = 27

  func render() -> Screen {
    let days = ((scene.today + -Self.pastDays)...scene.window.upperBound).days
    return scene.screen(
      words.journal, .journal, caption: words.entriesOfDay,
      rows: [[button(words.allDays, nil)]] + rows(of: days), awaitsText: true)
  }

  /// Names with a month need more room.
  private func rows(of days: [Day]) -> [[ScreenButton]] {
    let names = days.map { words.dayOnButton($0, today: scene.today, beside: days) }
    let isShort = names == days.map(words.dayOnButton)
    return zip(names, days).map { button($0, $1) }.rows(of: isShort ? 6 : 3)
  }

  private func button(_ label: String, _ day: Day?) -> ScreenButton {
    var wanted = filter
    wanted.day = day
    return scene.button(label, .journal(JournalPage(filter: wanted)))
  }
}
