/// A month's statistics: heading, presence by day, weekdays beside two figures, each on a card.
struct StatisticsDrawing {
  static let cardRadius = 22
  /// Between a card's edge and what stands on it.
  static let padding = 28
  private static let gap = 24
  private static let weekdaysHeight = 392
  private static let figuresWidth = 320
  /// The card with presence by day.
  static let presence = Frame(
    x: FloorLayout.margin, y: FloorLayout.headerHeight, width: FloorLayout.width - 2 * FloorLayout.margin,
    height: 500)
  static let height = presence.maxY + gap + weekdaysHeight + FloorLayout.margin

  let picture: StatisticsPicture

  func drawing() -> Drawing {
    var drawing = Drawing(width: FloorLayout.width, height: Self.height, background: Palette.paper)
    Heading(title: picture.labels.title, subtitle: picture.month).draw(on: &drawing)
    PresenceChart(picture: picture, card: Self.presence).draw(on: &drawing)

    let y = Self.presence.maxY + Self.gap
    let weekdays = Frame(
      x: Self.presence.x, y: y, width: Self.presence.width - Self.figuresWidth - Self.gap,
      height: Self.weekdaysHeight)
    WeekdayChart(labels: picture.labels, usedPercent: picture.usedPercent, card: weekdays).draw(on: &drawing)

    let figureHeight = (Self.weekdaysHeight - Self.gap) / 2
    for (index, figure) in [
      (picture.released, picture.labels.released), (picture.declined, picture.labels.declined),
    ].enumerated() {
      let card = Frame(
        x: weekdays.maxX + Self.gap, y: y + index * (figureHeight + Self.gap), width: Self.figuresWidth,
        height: figureHeight)
      Self.draw(figure.0, figure.1, on: card, of: &drawing)
    }
    return drawing
  }

  /// A card with its title.
  static func drawCard(_ card: Frame, title: String, on drawing: inout Drawing) {
    drawing.rectangle(card, radius: cardRadius, fill: Palette.room)
    drawing.text(
      Lettering.Line(
        title, x: card.x + padding, centredOn: card.y + padding + 14, size: 30, color: Palette.ink))
  }

  /// Where a card's content goes, below its title.
  static func content(of card: Frame) -> Frame {
    let inner = card.inset(by: padding)
    return Frame(x: inner.x, y: inner.y + 44, width: inner.width, height: inner.height - 44)
  }

  private static func draw(_ figure: Int, _ words: String, on card: Frame, of drawing: inout Drawing) {
    drawing.rectangle(card, radius: cardRadius, fill: Palette.room)
    let x = card.x + padding
    let number = "\(StatisticsPicture.drawn(figure))"
    let size = TextWidth.size(of: number, width: card.width - 2 * padding, upTo: 76)
    drawing.text(Lettering.Line(number, x: x, centredOn: card.y + 72, size: size, color: Palette.ink))
    drawing.text(
      Lettering.Line(
        words, x: x, centredOn: card.maxY - 42, size: 28, weight: .normal, color: Palette.quietInk))
  }
}
