import FloorPlan
import OfficeActor

/// How a month was in the office.
struct MonthStatistics: Sendable, Hashable {
  let month: Month
  let seats: Int
  let days: [Line]
  /// Bookings that were released, and given up with «Не приду», by the journal.
  let released: Int
  let declined: Int

  /// One day.
  struct Line: Sendable, Hashable {
    let day: Day
    /// Guests and those without a seat included.
    let presence: Int
    let taken: Int
    let isClosed: Bool
    /// Whether it is over or today.
    let hasBegun: Bool
  }

  init(_ office: Office, month: Month, today: Day, released: Int, declined: Int) {
    self.month = month
    self.released = released
    self.declined = declined
    seats = office.seats.count
    days = month.days.map { day in
      let bookings = office.bookings(on: day).all
      return Line(
        day: day, presence: bookings.count, taken: bookings.count { $0.seat != nil },
        isClosed: office.isClosed(day), hasBegun: day <= today)
    }
  }

  /// Of a hundred seats, by weekday, how many were used on days that were open; nil where there was none.
  var usedPercent: [Int?] {
    Weekday.allCases.map { weekday in
      let open = days.filter { $0.day.weekday == weekday && $0.hasBegun && !$0.isClosed }
      guard !open.isEmpty, seats > 0 else { return nil }
      return Int((Double(open.reduce(0) { $0 + $1.taken }) * 100 / Double(open.count * seats)).rounded())
    }
  }

  func picture(_ words: any Words) -> StatisticsPicture {
    StatisticsPicture(
      month: words.month(month), seats: seats,
      days: days.map { line in
        StatisticsPicture.Day(
          number: line.day.dayOfMonth,
          weekday: (Weekday.allCases.firstIndex(of: line.day.weekday) ?? 0) + 1, presence: line.presence,
          isClosed: line.isClosed)
      }, usedPercent: usedPercent, released: released, declined: declined,
      labels: words.statistics)
  }

  func document(_ words: any Words) -> OutgoingDocument {
    let byDay = days.map { line in
      [
        line.day.iso, words.weekday(line.day.weekday), "\(line.presence)", "\(line.taken)", "\(seats)",
        line.isClosed ? words.yes : "",
      ]
    }
    let byWeekday = zip(Weekday.allCases, usedPercent).compactMap { weekday, percent in
      percent.map { [words.usedOn(weekday), "", "\($0)"] }
    }
    let table = CSVTable(
      header: words.statisticsColumns,
      rows: byDay + byWeekday + [
        [words.releasedRow, "", "\(released)"], [words.declinedRow, "", "\(declined)"],
      ], leftOut: words.rowsLeftOut)
    return OutgoingDocument(
      name: "statistics-\(month.year)-\(month.month < 10 ? "0" : "")\(month.month).csv", bytes: table.bytes,
      caption: words.statistics(of: month))
  }
}

/// «Статистика»: a month as a picture.
struct StatisticsScreen: AdminView {
  let scene: AdminScene
  let statistics: MonthStatistics

  func render() -> Screen {
    let begun = statistics.days.filter(\.hasBegun)
    let presence = begun.reduce(0) { $0 + $1.presence }
    return Screen(
      picture: .statistics(statistics.picture(words)),
      caption: [
        words.statistics(of: statistics.month), words.visits(presence),
        words.given(released: statistics.released, declined: statistics.declined),
      ].lines(),
      rows: [
        [step(-1, "‹"), ScreenButton(words.month(statistics.month), .label), step(1, "›")],
        [scene.button(words.download, .downloadStatistics(statistics.month))], scene.wayBack,
      ])
  }

  private func step(_ months: Int, _ label: String) -> ScreenButton {
    let month = statistics.month + months
    guard Self.months(of: scene).contains(month) else { return ScreenButton(label, .label) }
    return scene.button(label, .statistics(month))
  }

  /// From the oldest booking that is kept to the end of the booking window.
  static func months(of scene: AdminScene) -> ClosedRange<Month> {
    let first = scene.office.bookedDays.min().map { min($0, scene.today) } ?? scene.today
    return Month(of: first)...Month(of: scene.window.upperBound)
  }
}
