/// A standing picture: the office's name beside desks, one of which has grown and carries the screen's sign.
///
/// Twice as wide as high, so that the buttons below it stay on a phone's screen.
struct StandingDrawing {
  static let width = 1280
  static let height = 640
  private static let left = 84
  private static let textWidth = 600
  private static let desk = (width: 148, height: 100, gap: 24, radius: 20)
  /// Where the desks begin; the last column and row run off the picture, as a floor goes on.
  private static let origin = (x: 732, y: 22)
  private static let states: [SeatState?] = [
    .free, nil, .taken, .free,
    nil, .free, .free, .taken,
    .taken, .free, nil, .free,
    .free, nil, .free, .taken,
    .taken, .free, .free, nil,
  ]

  let picture: StandingPicture

  func drawing() -> Drawing {
    var drawing = Drawing(width: Self.width, height: Self.height, background: Palette.paper)
    drawDesks(on: &drawing)
    drawSign(on: &drawing)
    drawText(on: &drawing)
    return drawing
  }

  private static func frame(column: Int, row: Int, columns: Int = 1, rows: Int = 1) -> Frame {
    Frame(
      x: origin.x + column * (desk.width + desk.gap), y: origin.y + row * (desk.height + desk.gap),
      width: columns * (desk.width + desk.gap) - desk.gap, height: rows * (desk.height + desk.gap) - desk.gap)
  }

  private func drawDesks(on drawing: inout Drawing) {
    for (index, state) in Self.states.enumerated() {
      let frame = Self.frame(column: index % 4, row: index / 4)
      let colors = state.map(Palette.desk)
      let fill = colors?.fill ?? Palette.room
      drawing.rectangles([frame], radius: Self.desk.radius, fill: fill, edge: fill, edgeWidth: 0)
    }
  }

  private func drawSign(on drawing: inout Drawing) {
    let frame = Self.frame(column: 1, row: 1, columns: 2, rows: 3)
    let isTrouble = picture.kind == .trouble
    let colors = Palette.desk(isTrouble ? .held : .own)
    drawing.rectangles(
      [frame.inset(by: -Self.desk.gap)], radius: 44, fill: Palette.paper, edge: Palette.paper, edgeWidth: 0)
    drawing.rectangles([frame], radius: 40, fill: colors.fill, edge: colors.fill, edgeWidth: 0)
    let size = 176
    drawing.sign(
      Sign.of(picture.kind), x: frame.midX - size / 2, y: frame.midY - size / 2, size: size,
      color: colors.number)
  }

  private func drawText(on drawing: inout Drawing) {
    let office = PlainText.clean(picture.office)
    let heading = PlainText.clean(picture.heading)
    guard !heading.isEmpty else {
      drawLarge(office, centredOn: Self.height / 2, on: &drawing)
      return
    }
    let size = 40
    drawing.text(
      Lettering.Line(
        TextWidth.shortened(office, size: size, width: Self.textWidth), x: Self.left, centredOn: 262,
        size: size,
        color: Palette.accent))
    drawLarge(heading, centredOn: 350, on: &drawing)
  }

  private func drawLarge(_ text: String, centredOn y: Int, on drawing: inout Drawing) {
    let size = max(44, TextWidth.size(of: text, width: Self.textWidth, upTo: 84))
    drawing.text(
      Lettering.Line(
        TextWidth.shortened(text, size: size, width: Self.textWidth), x: Self.left, centredOn: y, size: size,
        color: Palette.ink))
  }
}
