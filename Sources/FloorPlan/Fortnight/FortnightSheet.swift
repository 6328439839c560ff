/// What a picture of the coming weeks shows besides the days: a heading and the names of the weekdays.
struct FortnightSheet: Sendable, Hashable {
  let title: String
  let subtitle: String
  let weekdays: [String]
  let weeks: Int

  func drawing() -> Drawing {
    let height =
      FortnightDrawing.headerHeight + FortnightDrawing.weekdaysHeight
      + weeks * (FortnightDrawing.cellHeight + FortnightDrawing.gap)
      + FortnightDrawing.margin - FortnightDrawing.gap
    var drawing = Drawing(width: FortnightDrawing.width, height: height, background: Palette.paper)
    drawHeading(on: &drawing)
    for (column, name) in weekdays.enumerated() {
      drawing.text(
        Lettering.Line(
          PlainText.clean(name), x: FortnightDrawing.frame(column).midX,
          centredOn: FortnightDrawing.headerHeight + FortnightDrawing.weekdaysHeight / 2,
          size: FortnightDrawing.textSizeMin, weight: .normal, color: Palette.quietInk, anchor: .middle))
    }
    return drawing
  }

  private func drawHeading(on drawing: inout Drawing) {
    let (width, margin) = (FortnightDrawing.width, FortnightDrawing.margin)
    let title = TextWidth.shortened(PlainText.clean(title), size: 56, width: 700)
    let room = width - 2 * margin - TextWidth.of(title, size: 56) - 40
    drawing.text(Lettering.Line(title, x: margin + 4, centredOn: 62, size: 56, color: Palette.ink))
    let size = FortnightDrawing.textSizeMin
    drawing.text(
      Lettering.Line(
        TextWidth.shortened(PlainText.clean(subtitle), size: size, width: room), x: width - margin - 4,
        centredOn: 64, size: size, weight: .normal, color: Palette.quietInk, anchor: .end))
  }
}
