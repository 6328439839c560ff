import BotLoop
import FloorPlan

extension Configuration {
  /// Draws one day of the office as people will see it: every seat, in every state in turn, with names.
  ///
  /// - Parameter renderer: has this configuration's plan.
  /// - Returns: a PNG.
  func drawTrialDay(with renderer: FloorPlanRenderer) async throws(RenderingError) -> [UInt8] {
    try await renderer.png(of: .floor(trialDay))
  }

  private var trialDay: FloorPicture {
    let seats = zip(0..., self.seats).map { number, seat in
      let state = SeatState.allCases[number % SeatState.allCases.count]
      return PictureSeat(
        id: seat.id, zone: seat.zone ?? "", state: state, label: state == .taken ? "Смирнова А." : nil)
    }
    return FloorPicture(title: office.name, subtitle: "\(seats.count)", seats: seats)
  }
}
