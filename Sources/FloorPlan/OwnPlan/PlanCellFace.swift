/// Seats on the office's own plan that are drawn together, for their frames overlap; usually one.
struct PlanCellFace: Sendable, Hashable {
  struct Seat: Sendable, Hashable {
    /// In the plan's seats.
    let position: Int
    /// Where its number goes.
    let place: Frame
    let face: DeskFace

    /// The plan says where a seat's number goes.
    func hash(into hasher: inout Hasher) {
      hasher.combine(position)
      hasher.combine(face)
    }
  }

  /// In the order in which they are painted.
  let seats: [Seat]

  func draw(on drawing: inout Drawing) {
    for seat in seats {
      drawing.underlay?.paint(seat.position, seat.face.state)
      seat.face.write(in: seat.place, on: &drawing)
    }
  }
}
