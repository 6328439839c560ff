/// The floor of a day on the office's own plan.
struct OwnPlanDrawing {
  let picture: FloorPicture
  let plan: OwnPlan

  func drawing() -> Drawing {
    let footer = picture.legend == nil ? FloorLayout.margin : FloorLayout.legendHeight
    let height = max(FloorLayout.heights.lowerBound, plan.frame.maxY + footer)
    var drawing = Drawing(width: FloorLayout.width, height: height, background: Palette.paper)
    Heading(title: picture.title, subtitle: picture.subtitle).draw(on: &drawing)
    let seats = picture.seats.filter { plan.places[$0.id] != nil }
    drawing.underlay = PlanUnderlay(plan: plan, seats: seats)
    let desks = seats.compactMap { seat in plan.places[seat.id].map { Desk(seat: seat, frame: $0) } }
    DeskDrawing(desks).drawNumbers(on: &drawing)
    if let legend = picture.legend, !seats.isEmpty {
      Legend(legend, of: seats.map(\.state)).draw(
        on: &drawing, centredOn: height - FloorLayout.legendHeight / 2)
    }
    return drawing
  }
}
