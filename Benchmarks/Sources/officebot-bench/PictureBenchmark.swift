import FloorPlan
import Foundation
import OfficeActor

/// What one picture costs a core: identified, laid out, drawn and encoded as PNG by the renderer's one thread.
enum PictureBenchmark {
  /// An office of sixty seats in four zones, and the largest one, whose floor is an overview of its parts; the
  /// largest on a drawing of its own, too.
  static func figures() async throws -> [Figure] {
    let plan = try ownPlan(seats: Office.seatsMax)
    return try await figures("60seats", seats: 60)
      + figures("\(Office.seatsMax)seats", seats: Office.seatsMax)
      + figures("\(Office.seatsMax)seats_own_plan", seats: Office.seatsMax, plan)
  }

  private static func figures(
    _ name: String, seats: Int, _ plan: OwnPlan? = nil
  ) async throws -> [Figure] {
    // The first picture of a process.
    var first: [Double] = []
    for number in 0..<9 {
      first.append(try await draw(day(number, seats: seats), by: FloorPlanRenderer(plan: plan)).milliseconds)
    }
    let renderer = FloorPlanRenderer(plan: plan)
    // Each day is another picture.
    var days: [Double] = []
    var bytes = 0
    for number in 0..<100 {
      let picture = try await draw(day(number, seats: seats), by: renderer)
      days.append(picture.milliseconds)
      bytes = picture.bytes
    }
    // Each differs from the one before by a booking.
    var next: [Double] = []
    var floor = day(0, seats: seats)
    for number in 0..<100 {
      let seat = number * 37 % seats
      floor.seats[seat].state = floor.seats[seat].state == .taken ? .free : .taken
      floor.subtitle = "Свободно \(floor.seats.count { $0.state == .free }) из \(seats)"
      next.append(try await draw(floor, by: renderer).milliseconds)
    }
    return [
      Figure(name: "picture.\(name).first_ms", value: median(first), unit: "ms"),
      Figure(name: "picture.\(name).median_ms", value: median(days), unit: "ms"),
      Figure(name: "picture.\(name).next_ms", value: median(next), unit: "ms"),
      Figure(name: "picture.\(name).bytes", value: Double(bytes), unit: "B"),
    ]
  }

  private static func draw(
    _ floor: FloorPicture, by renderer: FloorPlanRenderer
  ) async throws -> (milliseconds: Double, bytes: Int) {
    let start = processTime()
    _ = renderer.contentID(of: .floor(floor))
    let bytes = try await renderer.png(of: .floor(floor)).count
    return ((processTime() - start).seconds * 1000, bytes)
  }

  /// The time that cores gave to this process: what else the machine does meanwhile is not the picture's.
  private static func processTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// A day that is half taken, with a few seats in every other state.
  private static func day(_ number: Int, seats: Int) -> FloorPicture {
    let zones = ["Окно", "Тихая", "Проход", "Переговорная"]
    return FloorPicture(
      title: "ср 25 ноября", subtitle: "Свободно \(number)",
      seats: (0..<seats).map { seat in
        let state: SeatState =
          switch (seat * 7 + number) % 60 {
          case 0: .own
          case 1: .heldForYou
          case 2...4: .held
          case 5...7: .closed
          case 8...34: .taken
          default: .free
          }
        return PictureSeat(id: "\(seat + 1)", zone: zones[seat * zones.count / seats], state: state)
      },
      legend: FloorLegend(
        free: "свободно", taken: "занято", own: "ваше", heldForYou: "предложено вам", held: "предложено",
        closed: "закрыто"))
  }

  /// Rows of fifty desks.
  private static func ownPlan(seats: Int) throws -> OwnPlan {
    let desks = (0..<seats).map {
      "<rect id=\"seat-\($0 + 1)\" x=\"\($0 % 50 * 20)\" y=\"\($0 / 50 * 25)\" width=\"18\" height=\"20\"/>"
    }
    return try OwnPlan(
      svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 1000\">\(desks.joined())</svg>")
  }
}
