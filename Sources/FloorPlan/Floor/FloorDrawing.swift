/// The floor of a day as an SVG, laid out from the list of seats.
struct FloorDrawing {
  let picture: FloorPicture

  func drawing() -> Drawing {
    let layout = FloorLayout(zones: picture.seats.map(\.zone), showsLegend: picture.showsLegend)
    var drawing = Drawing(width: FloorLayout.width, height: layout.height)
    drawing.rectangle(Frame(x: 0, y: 0, width: drawing.width, height: drawing.height), fill: Palette.paper)
    drawHeading(on: &drawing)
    for room in layout.rooms { draw(room, on: &drawing) }
    let desks = DeskDrawing(seats: picture.seats, frames: layout.desks)
    desks.draw(on: &drawing)
    if picture.showsLegend {
      Legend(seats: picture.seats).draw(on: &drawing, centredOn: layout.height - FloorLayout.legendHeight / 2)
    }
    return drawing
  }

  private func drawHeading(on drawing: inout Drawing) {
    let width = FloorLayout.width - 2 * FloorLayout.margin
    let title = PlainText.clean(picture.title)
    let size = max(36, TextWidth.size(of: title, width: width, upTo: 60))
    let subtitle = TextWidth.shortened(PlainText.clean(picture.subtitle), size: 32, width: width)
    let x = FloorLayout.margin + 4
    drawing.text(
      TextWidth.shortened(title, size: size, width: width), x: x, baseline: subtitle.isEmpty ? 98 : 78,
      size: size, weight: .bold, color: Palette.ink)
    drawing.text(subtitle, x: x, baseline: 124, size: 32, weight: .medium, color: Palette.quietInk)
  }

  private func draw(_ room: FloorLayout.Room, on drawing: inout Drawing) {
    drawing.rectangle(room.frame, radius: 22, fill: Palette.room)
    guard let name = room.name else { return }
    let size = name.height * 56 / 100
    drawing.text(
      TextWidth.shortened(PlainText.clean(room.zone), size: size, width: name.width), x: name.x + 2,
      baseline: Drawing.baseline(centring: size, on: name.midY + 1), size: size, weight: .semibold,
      color: Palette.quietInk)
  }
}
