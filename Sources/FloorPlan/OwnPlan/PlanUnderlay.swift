import CRsvg

/// The office's own plan with seats in the colours of their states, without numbers.
struct PlanUnderlay {
  let plan: OwnPlan
  /// Groups of the seats that look as the drawing has them.
  let keptGroups: [String]
  /// States by position in the plan's seats.
  private var states: [Int: SeatState] = [:]

  /// More seats than that have no colours that others do not have.
  private static let sampledMax = 120

  init(plan: OwnPlan, keptGroups: [String]) {
    self.plan = plan
    self.keptGroups = keptGroups
  }

  /// Lets a seat be painted in the colour of a state.
  mutating func paint(_ seat: Int, _ state: SeatState) { states[seat] = state }

  /// The plan with all states among some of its seats, to see which colours come of that.
  func sample(height: Int) -> Drawing {
    var drawing = Drawing(width: FloorLayout.width, height: height, background: Palette.paper)
    var sample = self
    let step = max(1, plan.seats.count / Self.sampledMax)
    for (number, position) in stride(from: 0, to: plan.seats.count, by: step).enumerated() {
      sample.paint(position, SeatState.allCases[number % SeatState.allCases.count])
    }
    drawing.underlay = sample
    return drawing
  }

  /// Paints the seats, larger ones first.
  func paintSeats(on context: OpaquePointer) {
    for (position, state) in states.sorted(by: { $0.key < $1.key }) {
      let seat = plan.seats[position]
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
