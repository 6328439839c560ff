/// The grid of weeks: a heading, the names of the weekdays, a card for each day.
///
/// Letters are at least 12 pixels high on a phone 390 wide, where the picture is shown at less than a third of its size.
struct FortnightDrawing {
  static let width = 1280
  static let margin = 36
  static let gap = 12
  static let headerHeight = 118
  static let weekdaysHeight = 58
  static let cellHeight = 150
  static let textSizeMin = 40
  private static let radius = 22

  let picture: FortnightPicture

  func composition() -> Composition {
    let sheet = FortnightSheet(
      title: picture.title, subtitle: picture.subtitle, weekdays: picture.weekdays,
      weeks: picture.cells.count / 7)
    return Composition(
      base: .fortnight(sheet),
      cells: picture.cells.enumerated().map { Cell(frame: Self.frame($0), face: .day($1)) })
  }

  /// Where the cell of a day is.
  static func frame(_ index: Int) -> Frame {
    let room = width - 2 * margin + gap
    let (left, right) = (index % 7 * room / 7, (index % 7 + 1) * room / 7)
    return Frame(
      x: margin + left, y: headerHeight + weekdaysHeight + index / 7 * (cellHeight + gap),
      width: right - left - gap, height: cellHeight)
  }

  /// Draws a day's card.
  static func draw(_ cell: FortnightPicture.Cell, in frame: Frame, on drawing: inout Drawing) {
    let colors = colors(of: cell.state)
    let edge = cell.isToday ? Palette.ink : colors.edge
    drawing.rectangles(
      [frame], radius: radius, fill: colors.fill, edge: edge, edgeWidth: cell.isToday ? 6 : 3)
    let isOutside = cell.state == .outside
    drawing.text(
      Lettering.Line(
        "\(min(max(cell.number, 1), 31))", x: frame.x + 16, centredOn: frame.y + 34, size: textSizeMin,
        weight: .normal, color: isOutside ? Palette.desk(.closed).edge : colors.label))
    if cell.guests > 0 { drawGuests(cell.guests, in: frame, colors.sign, on: &drawing) }
    let below = Frame(x: frame.x + 12, y: frame.y + 58, width: frame.width - 24, height: frame.height - 66)
    switch cell.state {
    case .seat(let seat): drawWords(seat, .check, in: below, colors, on: &drawing)
    case .offered(let seat): drawWords(seat, .star, in: below, colors, on: &drawing)
    case .queue(let place): drawWords("\(place)", .clock, in: below, colors, on: &drawing)
    case .free(0): drawSign(.person, in: below, colors.sign, on: &drawing)
    case .free(let count): drawWords("\(min(count, 9_999))", nil, in: below, colors, on: &drawing)
    case .closed: drawSign(.lock, in: below, colors.sign, on: &drawing)
    case .away: drawSign(.suitcase, in: below, colors.sign, on: &drawing)
    case .outside: break
    }
  }

  private static func colors(of state: FortnightPicture.State) -> Palette.Desk {
    switch state {
    case .seat: Palette.desk(.own)
    case .offered: Palette.desk(.heldForYou)
    case .queue: Palette.desk(.held)
    case .free(0): Palette.desk(.taken)
    case .free: Palette.desk(.free)
    case .away, .closed, .outside: Palette.desk(.closed)
    }
  }

  /// What a day is about, with a sign before it if it has one.
  private static func drawWords(
    _ words: String, _ sign: Sign?, in frame: Frame, _ colors: Palette.Desk, on drawing: inout Drawing
  ) {
    let signSize = sign == nil ? 0 : 36
    let room = frame.width - (sign == nil ? 0 : signSize + 8)
    let words = PlainText.clean(words)
    let size = max(textSizeMin, TextWidth.size(of: words, width: room, upTo: 60))
    let text = TextWidth.shortened(words, size: size, width: room)
    let width = TextWidth.of(text, size: size) + (sign == nil ? 0 : signSize + 8)
    let x = frame.midX - width / 2
    if let sign {
      drawing.sign(sign, x: x, y: frame.midY - signSize / 2, size: signSize, color: colors.sign)
    }
    drawing.text(
      Lettering.Line(
        text, x: x + width - TextWidth.of(text, size: size), centredOn: frame.midY, size: size,
        color: colors.number, bounds: frame))
  }

  private static func drawSign(_ sign: Sign, in frame: Frame, _ color: Color, on drawing: inout Drawing) {
    drawing.sign(sign, x: frame.midX - 24, y: frame.midY - 24, size: 48, color: color)
  }

  /// «+2» and a person, in the upper right corner.
  private static func drawGuests(_ count: Int, in frame: Frame, _ color: Color, on drawing: inout Drawing) {
    drawing.sign(.person, x: frame.maxX - 44, y: frame.y + 18, size: 32, color: color)
    drawing.text(
      Lettering.Line(
        "+\(min(count, 9))", x: frame.maxX - 50, centredOn: frame.y + 34, size: textSizeMin,
        weight: .normal, color: color, anchor: .end))
  }
}
