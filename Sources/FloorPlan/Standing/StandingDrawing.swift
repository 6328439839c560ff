/// A standing picture as an SVG.
struct StandingDrawing {
  static let width = 1280
  static let height = 640

  let picture: StandingPicture

  func drawing() -> Drawing {
    var drawing = Drawing(width: Self.width, height: Self.height)
    drawing.rectangle(Frame(x: 0, y: 0, width: drawing.width, height: drawing.height), fill: Palette.paper)
    let office = TextWidth.shortened(PlainText.clean(picture.office), size: 84, width: 1000)
    drawing.text(office, x: 80, baseline: 340, size: 84, weight: .bold, color: Palette.ink)
    return drawing
  }
}
