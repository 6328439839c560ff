package import FloorPlan
import OfficeActor

extension Configuration {
  /// Draws one day of the office as people will see it: every seat, in every state in turn, with names.
  ///
  /// - Parameter renderer: has this configuration's plan.
  /// - Returns: a PNG.
  /// - Throws: ``RenderingError`` if it cannot be drawn.
  package func drawTrialDay(with renderer: FloorPlanRenderer) async throws(RenderingError) -> [UInt8] {
    try await renderer.png(of: .floor(trialDay))
  }

  private var trialDay: FloorPicture {
    let seats = zip(0..., self.seats).map { number, seat in
      let state = SeatState.allCases[number % SeatState.allCases.count]
      return PictureSeat(
        id: seat.id.rawValue, zone: seat.zone, state: state, label: state == .taken ? "Смирнова А." : nil)
    }
    let words = FloorLegend(
      free: "free", taken: "taken", own: "own", heldForYou: "held for you", held: "held", closed: "closed")
    return FloorPicture(title: office.name, subtitle: "\(seats.count)", seats: seats, legend: words)
  }
}
