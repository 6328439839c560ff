import Testing

@testable import FloorPlan

@Suite("Statistics of a month")
struct StatisticsTests {
  let renderer = FloorPlanRenderer()

  /// November 2026 began on a Sunday; the 4th was a holiday.
  private static func november(seats: Int = 60, presence: Int = 42, days: Int = 30) -> StatisticsPicture {
    StatisticsPicture(
      month: "ноябрь 2026", seats: seats,
      days: (0..<days).map { day in
        StatisticsPicture.Day(
          number: day + 1, weekday: (day + 6) % 7 + 1, presence: day == 3 ? 0 : presence, isClosed: day == 3)
      }, usedPercent: [62, 78, 91, 74, 38, nil, nil], released: 7, declined: 23)
  }

  @Test("A month is drawn whatever its numbers, in one size, in letters of nine pixels on a phone 390 wide")
  func drawn() async throws {
    let months = [
      Self.november(), Self.november(seats: 0), Self.november(seats: 0, presence: 0, days: 0),
      Self.november(presence: 0), Self.november(seats: 2000, presence: 1987, days: 31),
      Self.november(presence: 90, days: 31), Self.november(seats: .max, presence: .min, days: 500),
      StatisticsPicture(
        month: "", seats: -1, days: [.init(number: .max, weekday: .min, presence: .max)], usedPercent: [],
        released: .min, declined: .max),
    ]
    for month in months {
      let drawing = Picture.statistics(month).drawing()
      #expect(drawing.texts.allSatisfy { $0.size * 390 / drawing.width >= 9 })
      let lefts = drawing.texts.map { line in
        line.x - Int(line.anchor.share * Double(TextWidth.of(line.text, size: line.size)))
      }
      #expect(lefts.allSatisfy { $0 >= 0 })
      #expect(
        zip(lefts, drawing.texts).allSatisfy { $0 + TextWidth.of($1.text, size: $1.size) <= drawing.width })
      let image = try DecodedPNG(try await renderer.png(of: .statistics(month)))
      #expect(image.width == FloorLayout.width && image.height == StatisticsDrawing.height)
    }
  }

  @Test("A bar is as high as its number on the scale, and the line of all seats stands above it")
  func bars() async throws {
    let image = try DecodedPNG(try await renderer.png(of: .statistics(Self.november(presence: 30))))
    // A column through the middle of the 3rd, a Tuesday: seats' line at 60, a bar from 30 down to 0.
    let column = Self.column(of: 3, in: image)
    let bar = column.indices.filter { column[$0] == Palette.accent.rgb }
    let line = try #require(column.firstIndex(of: Palette.ink.rgb))
    let (top, bottom) = (try #require(bar.first), try #require(bar.last))
    #expect(abs((bottom - line) - 2 * (bottom - top)) <= 4)
  }

  @Test("Weekends and closed days look unlike working days")
  func days() async throws {
    let image = try DecodedPNG(try await renderer.png(of: .statistics(Self.november())))
    let working = Set(Self.column(of: 3, in: image))
    let sunday = Set(Self.column(of: 1, in: image))
    let closed = Set(Self.column(of: 4, in: image))
    #expect(working.contains(Palette.accent.rgb))
    #expect(sunday.isSuperset(of: [Palette.accentAtWeekends.rgb, Palette.paper.rgb]))
    #expect(!sunday.contains(Palette.accent.rgb))
    #expect(closed.contains(Palette.desk(.closed).edge.rgb))
    #expect(closed.isDisjoint(with: [Palette.accent.rgb, Palette.accentAtWeekends.rgb]))
    for vision in ColorVision.allCases {
      #expect(vision.difference(Palette.accent, Palette.accentAtWeekends) > 30)
    }
  }

  @Test("Months, seats, weekdays and figures are written out; what does not occur is not in the legend")
  func texts() {
    func texts(_ picture: StatisticsPicture) -> Set<String> {
      Set(Picture.statistics(picture).drawing().texts.map(\.text))
    }
    let november = texts(Self.november())
    #expect(
      november.isSuperset(of: [
        "Статистика", "ноябрь 2026", "всего мест: 60", "выходные", "закрыто", "пн 2", "пн 30", "пн", "вс",
        "91%",
        "–", "7", "23",
      ]))
    let empty = texts(Self.november(seats: 0, days: 0))
    #expect(empty.isDisjoint(with: ["всего мест: 0", "выходные", "закрыто"]))
    #expect(empty.contains("Никого не было"))
  }

  @Test("Whatever changes on a month's picture changes its id")
  func ids() {
    let base = Self.november()
    var pictures = [base]
    func change(_ change: (inout StatisticsPicture) -> Void) {
      var picture = base
      change(&picture)
      pictures.append(picture)
    }
    change { $0.month = "декабрь 2026" }
    change { $0.seats = 59 }
    change { $0.days[1].presence = 41 }
    change { $0.days[1].isClosed = true }
    change { $0.days[1].weekday = 7 }
    change { $0.days[1].number = 3 }
    change { $0.days.removeLast() }
    change { $0.usedPercent[0] = 63 }
    change { $0.usedPercent[0] = nil }
    change { $0.released = 8 }
    change { $0.declined = 22 }
    #expect(Set(pictures.map { renderer.contentID(of: .statistics($0)) }).count == pictures.count)
    #expect(renderer.contentID(of: .statistics(base)) == FloorPlanRenderer().contentID(of: .statistics(base)))
  }

  @Test(
    "A month of any Unicode is drawn",
    arguments: ["<b>ноябрь</b>", "🎉", "נובמבר 2026", "а\nб\u{0}", String(repeating: "Щ", count: 500)])
  func hostile(month: String) async throws {
    var picture = Self.november()
    picture.month = month
    _ = try DecodedPNG(try await renderer.png(of: .statistics(picture)))
  }

  @Test(
    "Scales go up to a round number, with four steps at most",
    arguments: [
      (0, 1, 1), (1, 1, 1), (4, 4, 1), (5, 6, 2), (9, 10, 5), (60, 60, 20), (81, 100, 50), (2000, 2000, 500),
      (99_999, 100_000, 50_000),
    ])
  func scale(largest: Int, top: Int, step: Int) {
    let scale = Scale(upTo: largest)
    #expect(scale.top == top && scale.step == step)
    #expect(scale.marks.last == top)
  }

  /// The colours of a day's column of the first chart, from the top of the plot down.
  private static func column(of day: Int, in image: DecodedPNG) -> [UInt32] {
    let plot = PresenceChart.plot(on: StatisticsDrawing.presence)
    let x = plot.x + plot.width * (2 * day - 1) / (2 * StatisticsPicture.daysMax)
    return (plot.y - 4..<plot.maxY).map { image[x, $0] }
  }
}
