import FloorPlan
import OfficeActor

/// How a month was in the office.
struct MonthStatistics: Sendable {
  let month: Month
  let seats: Int
  let days: [Line]
  /// Bookings that were released, and given up with «Не приду», by the journal.
  let released: Int
  let declined: Int
  /// The booking window, in the month of today; empty in any other.
  let coming: [Line]
  /// On how many days each seat was taken, as far as bookings are kept; in the order of the configuration.
  let usedSeats: [(seat: Seat.ID, days: Int)]

  /// One day.
  struct Line: Sendable {
    let day: Day
    /// Guests and those without a seat included.
    let presence: Int
    let taken: Int
    let isClosed: Bool
    /// Whether it is over or today.
    let hasBegun: Bool
  }

  /// - Parameter earlier: presence on days whose bookings are no longer kept, by the journal.
  init(
    _ office: Office, month: Month, today: Day, window: ClosedRange<Day>, released: Int, declined: Int,
    earlier: [Day: DayCount] = [:]
  ) {
    self.month = month
    self.released = released
    self.declined = declined
    seats = office.seats.count
    func line(_ day: Day) -> Line {
      let bookings = office.bookings(on: day).all
      let before = bookings.isEmpty ? earlier[day] : nil
      return Line(
        day: day, presence: before?.people ?? bookings.count,
        taken: before?.seats ?? bookings.count { $0.seat != nil }, isClosed: office.isClosed(day),
        hasBegun: day <= today)
    }
    days = month.days.map(line)
    coming = month == Month(of: today) ? window.days.map(line) : []
    let begun = month.days.filter { $0 <= today }.map(office.bookings(on:))
    usedSeats = office.seats.map { seat in (seat.id, begun.count { $0.booking(of: seat.id) != nil }) }
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
    func row(_ line: Line) -> [String] {
      [
        line.day.iso, words.weekday(line.day.weekday), "\(line.presence)", "\(line.taken)", "\(seats)",
        line.isClosed ? words.yes : "",
      ]
    }
    let bySeat = usedSeats.map { [words.used($0.seat), "", "\($0.days)"] }
    let byWeekday = zip(Weekday.allCases, usedPercent).compactMap { weekday, percent in
      percent.map { [words.usedOn(weekday), "", "\($0)"] }
    }
    let table = CSVTable(
      header: words.statisticsColumns,
      rows: days.map(row) + byWeekday + bySeat + [
        [words.releasedRow, "", "\(released)"], [words.declinedRow, "", "\(declined)"],
      ] + (coming.isEmpty ? [] : [[words.comingTwoWeeks]]) + coming.map(row), leftOut: words.rowsLeftOut)
    return OutgoingDocument(
      name: "statistics-\(month.year)-\(month.month < 10 ? "0" : "")\(month.month).csv", bytes: table.bytes,
      caption: words.statistics(of: month))
  }
}

/// «Статистика»: a month as a picture.
struct StatisticsScreen: AdminView {
  let scene: AdminScene
  let statistics: MonthStatistics
  /// Since the first day of the office.
  let months: ClosedRange<Month>

  func render() -> Screen {
    let begun = statistics.days.filter(\.hasBegun)
    let presence = begun.reduce(0) { $0 + $1.presence }
    return Screen(
      picture: .statistics(statistics.picture(words)),
      caption: [
        words.statistics(of: statistics.month), words.visits(presence),
        words.given(released: statistics.released, declined: statistics.declined),
        statistics.coming.isEmpty
          ? "" : words.coming(statistics.coming.map { (day: $0.day, people: $0.presence) }),
      ].lines(),
      rows: [
        .step(words.month(statistics.month), back: step(-1), on: step(1)),
        [scene.button(words.download, .downloadStatistics(statistics.month))], scene.wayBack,
      ])
  }

  private func step(_ count: Int) -> Button? {
    let month = statistics.month + count
    return months.contains(month) ? .open(scene.trail.to(.admin(.statistics(month)))) : nil
  }
}
