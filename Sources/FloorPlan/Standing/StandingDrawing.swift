/// A standing picture as an SVG.
struct StandingDrawing {
  static let width = 1280
  static let height = 640

  let picture: StandingPicture

  func drawing() -> Drawing {
    var drawing = Drawing(width: Self.width, height: Self.height, background: Palette.paper)
    let office = TextWidth.shortened(PlainText.clean(picture.office), size: 84, width: 1000)
    drawing.text(Lettering.Line(office, x: 80, baseline: 340, size: 84, color: Palette.ink))
    return drawing
  }
}
