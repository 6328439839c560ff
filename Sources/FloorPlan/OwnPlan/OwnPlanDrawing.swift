/// The floor of a day on the office's own plan.
struct OwnPlanDrawing {
  let picture: FloorPicture
  let plan: OwnPlan

  func composition() -> Composition {
    let footer = picture.legend == nil ? FloorLayout.margin : FloorLayout.legendHeight
    let height = max(FloorLayout.heights.lowerBound, plan.frame.maxY + footer)
    var positions: [Int] = []
    var desks: [Desk] = []
    for seat in picture.seats {
      guard let position = plan.positions[seat.id] else { continue }
      positions.append(position)
      desks.append(
        Desk(seat: seat, frame: plan.seats[position].place.moved(x: plan.frame.x, y: plan.frame.y)))
    }
    var shown = [PlanCellFace.Seat?](repeating: nil, count: plan.seats.count)
    for (index, face) in DeskFace.faces(of: desks).enumerated() where shown[positions[index]] == nil {
      shown[positions[index]] = PlanCellFace.Seat(
        position: positions[index], place: desks[index].frame, face: face)
    }
    var cells = Heading(title: picture.title, subtitle: picture.subtitle).cells
    for cell in plan.cells {
      let seats = cell.members.compactMap { shown[$0] }
      if !seats.isEmpty {
        cells.append(Cell(frame: cell.frame, face: .planSeats(PlanCellFace(seats: seats))))
      }
    }
    if let legend = picture.legend, !desks.isEmpty {
      cells.append(Legend(legend, of: desks.map(\.seat.state)).cell(below: height))
    }
    let kept = zip(plan.seats, shown).filter { $1 == nil }.map(\.0.group)
    return Composition(base: .plan(plan, height: height, keptGroups: kept), cells: cells)
  }
}
