/// How many people were there on each day, with all seats as a line across.
///
/// Weekends stand on a band; closed days are hatched, so that a day without people tells why.
struct PresenceChart {
  private static let textSize = 26
  /// Room for ``StatisticsPicture/figureMax``.
  private static let axisWidth = 104
  private static let labelsHeight = 44
  private static let legendHeight = 46
  private static let swatch = (width: 34, height: 26)

  let picture: StatisticsPicture
  let card: Frame

  private var days: ArraySlice<StatisticsPicture.Day> { picture.days.prefix(StatisticsPicture.daysMax) }
  private var seats: Int { StatisticsPicture.drawn(picture.seats) }

  func draw(on drawing: inout Drawing) {
    StatisticsDrawing.drawCard(card, title: picture.labels.presence, on: &drawing)
    let plot = Self.plot(on: card)
    let presences = days.map { StatisticsPicture.drawn($0.presence) }
    let scale = Scale(upTo: max(seats, presences.max() ?? 0))
    let columns = columns(of: plot)
    drawBackgrounds(columns, on: &drawing)
    drawMarks(scale, plot, on: &drawing)
    drawBars(presences.map { scale.height(of: $0, on: plot.height) }, columns, on: &drawing)
    if seats > 0 {
      let y = plot.maxY - scale.height(of: seats, on: plot.height)
      drawing.lines(Self.dashes(from: plot.x, to: plot.maxX, y: y), color: Palette.ink, width: 4)
    }
    if presences.allSatisfy({ $0 == 0 }) {
      drawing.text(
        Lettering.Line(
          picture.labels.nobody, x: plot.midX, centredOn: plot.midY, size: 34, weight: .normal,
          color: Palette.quietInk, anchor: .middle))
    }
    drawDates(columns, on: &drawing)
    drawLegend(
      x: plot.x, centredOn: plot.maxY + Self.labelsHeight + Self.legendHeight - Self.swatch.height / 2,
      on: &drawing)
  }

  /// Where the bars are, without what is written around them.
  static func plot(on card: Frame) -> Frame {
    let inner = StatisticsDrawing.content(of: card)
    return Frame(
      x: inner.x + axisWidth, y: inner.y + 12, width: inner.width - axisWidth,
      height: inner.height - 12 - labelsHeight - legendHeight)
  }

  /// A column for each day, as wide as those of the longest month, so that months can be compared.
  private func columns(of plot: Frame) -> [Frame] {
    days.indices.map { day in
      let left = plot.x + plot.width * day / StatisticsPicture.daysMax
      let right = plot.x + plot.width * (day + 1) / StatisticsPicture.daysMax
      return Frame(x: left, y: plot.y, width: right - left, height: plot.height)
    }
  }

  private func drawBackgrounds(_ columns: [Frame], on drawing: inout Drawing) {
    for (day, column) in zip(days, columns) where day.isWeekend {
      drawing.rectangle(column, fill: Palette.paper)
    }
    drawing.stripes(
      zip(days, columns).filter(\.0.isClosed).map(\.1), step: 14, color: Palette.desk(.closed).edge, width: 3)
  }

  private func drawMarks(_ scale: Scale, _ plot: Frame, on drawing: inout Drawing) {
    for mark in scale.marks {
      let y = plot.maxY - mark * plot.height / scale.top
      drawing.lines("M\(plot.x) \(y)H\(plot.maxX)", color: Palette.grid, width: 2)
      drawing.text(
        Lettering.Line(
          "\(mark)", x: plot.x - 12, centredOn: y, size: Self.textSize, weight: .normal,
          color: Palette.quietInk, anchor: .end))
    }
  }

  private func drawBars(_ heights: [Int], _ columns: [Frame], on drawing: inout Drawing) {
    let bars = zip(heights, columns).map { height, column in
      Frame(x: column.x + 4, y: column.maxY - height, width: column.width - 8, height: height)
    }
    for isWeekend in [false, true] {
      let shown = zip(days, bars).filter { $0.0.isWeekend == isWeekend && $0.1.height > 0 }.map(\.1)
      let color = isWeekend ? Palette.accentAtWeekends : Palette.accent
      for bar in shown { drawing.rectangle(bar, radius: min(5, bar.height / 2), fill: color) }
    }
  }

  /// Mondays' dates: each week has room for one.
  private func drawDates(_ columns: [Frame], on drawing: inout Drawing) {
    for (day, column) in zip(days, columns) where day.weekday == 1 {
      let date = "\(picture.labels.weekdays[0]) \(min(max(day.number, 1), StatisticsPicture.daysMax))"
      let last = card.maxX - StatisticsDrawing.padding - TextWidth.of(date, size: Self.textSize)
      drawing.text(
        Lettering.Line(
          date, x: min(column.x + 2, last), centredOn: column.maxY + 26, size: Self.textSize, weight: .normal,
          color: Palette.quietInk))
    }
  }

  private func drawLegend(x: Int, centredOn y: Int, on drawing: inout Drawing) {
    var x = x
    func entry(_ words: String, _ swatch: (inout Drawing, Frame) -> Void) {
      let frame = Frame(
        x: x, y: y - Self.swatch.height / 2, width: Self.swatch.width, height: Self.swatch.height)
      swatch(&drawing, frame)
      let line = Lettering.Line(
        words, x: frame.maxX + 10, centredOn: y, size: Self.textSize, weight: .normal,
        color: Palette.quietInk)
      drawing.text(line)
      x = line.x + TextWidth.of(words, size: Self.textSize) + 34
    }
    if seats > 0 {
      entry("\(picture.labels.allSeats): \(seats)") { drawing, frame in
        drawing.lines(
          Self.dashes(from: frame.x, to: frame.maxX, y: frame.midY), color: Palette.ink, width: 4)
      }
    }
    if days.contains(where: \.isWeekend) {
      entry(picture.labels.weekend) { drawing, frame in
        drawing.rectangle(frame, fill: Palette.paper)
        let bar = Frame(
          x: frame.x + 6, y: frame.midY - 2, width: frame.width - 12, height: frame.height / 2 + 2)
        drawing.rectangle(bar, radius: 5, fill: Palette.accentAtWeekends)
      }
    }
    if days.contains(where: \.isClosed) {
      entry(picture.labels.closed) {
        $0.stripes([$1], step: 14, color: Palette.desk(.closed).edge, width: 3)
      }
    }
  }

  private static func dashes(from start: Int, to end: Int, y: Int) -> String {
    stride(from: start, to: end, by: 20).map { "M\($0) \(y)H\(min($0 + 13, end))" }.joined()
  }
}

extension StatisticsPicture.Day {
  fileprivate var isWeekend: Bool { weekday > 5 }
}
