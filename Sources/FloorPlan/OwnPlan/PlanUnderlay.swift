import CRsvg

/// The office's own plan with its seats in the colours of their states, without numbers.
struct PlanUnderlay {
  let plan: OwnPlan
  private let states: [String: SeatState]

  /// - Parameter seats: the seats to paint; the plan's other seats look as the drawing has them.
  init(plan: OwnPlan, seats: [PictureSeat]) {
    self.plan = plan
    states = Dictionary(seats.map { ($0.id, $0.state) }) { first, _ in first }
  }

  /// Everything that decides what it looks like.
  var description: String {
    plan.digest + plan.seats.map { " \(states[$0.id]?.rawValue ?? "")" }.joined()
  }

  /// Groups of seats that are not painted.
  var keptGroups: [String] { plan.seats.filter { states[$0.id] == nil }.map(\.group) }

  /// Paints the seats, larger ones first.
  func paintSeats(on context: OpaquePointer) {
    for seat in plan.seats {
      guard let state = states[seat.id] else { continue }
      let colors = Palette.desk(state)
      if colors.edge != colors.fill {
        seat.whole.paint(colors.edge, on: context, movedBy: (plan.frame.x, plan.frame.y))
        seat.inner.paint(colors.fill, on: context, movedBy: (plan.frame.x, plan.frame.y))
      } else {
        seat.whole.paint(colors.fill, on: context, movedBy: (plan.frame.x, plan.frame.y))
      }
    }
  }
}
