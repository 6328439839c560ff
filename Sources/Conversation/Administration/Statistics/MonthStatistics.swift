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

  var picture: StatisticsPicture {
    StatisticsPicture(
      month: month.inText, seats: seats,
      days: days.map { line in
        StatisticsPicture.Day(
          number: line.day.dayOfMonth,
          weekday: (Weekday.allCases.firstIndex(of: line.day.weekday) ?? 0) + 1, presence: line.presence,
          isClosed: line.isClosed)
      }, usedPercent: usedPercent, released: released, declined: declined)
  }

  func document() -> OutgoingDocument {
    let byDay = days.map { line in
      [
        line.day.iso, line.day.weekday.russian, "\(line.presence)", "\(line.taken)", "\(seats)",
        line.isClosed ? "да" : "",
      ]
    }
    let byWeekday = zip(Weekday.allCases, usedPercent).compactMap { weekday, percent in
      percent.map { ["Занято мест, \(weekday.russian), %", "", "\($0)"] }
    }
    let table = CSVTable(
      header: ["День", "День недели", "Людей", "Мест занято", "Мест всего", "Закрыт"],
      rows: byDay + byWeekday + [
        ["Снято без ответа", "", "\(released)"], ["Отказы «Не приду»", "", "\(declined)"],
      ])
    return OutgoingDocument(
      name: "statistics-\(month.year)-\(month.month < 10 ? "0" : "")\(month.month).csv", bytes: table.bytes,
      caption: "Статистика: \(month.inText)")
  }
}

/// «Статистика»: a month as a picture.
struct StatisticsScreen {
  let scene: AdminScene
  let statistics: MonthStatistics

  func render() -> Screen {
    let begun = statistics.days.filter(\.hasBegun)
    let presence = begun.reduce(0) { $0 + $1.presence }
    return Screen(
      picture: .statistics(statistics.picture),
      caption: [
        "<b>Статистика: \(statistics.month.inText)</b>",
        "Посещений по сегодня: \(presence).",
        "Снято без ответа: \(statistics.released), отказов «Не приду»: \(statistics.declined).",
      ].lines(),
      rows: [
        [step(-1, "‹"), ScreenButton(statistics.month.inText, .label), step(1, "›")],
        [scene.button("Скачать", .downloadStatistics(statistics.month))], [.back(scene.trail), .menu],
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
