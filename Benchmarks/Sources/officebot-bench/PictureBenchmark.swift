import FloorPlan
import Foundation
import OfficeActor

/// What one picture costs a core: laid out, drawn and encoded as PNG by the renderer's one thread.
enum PictureBenchmark {
  /// Days of an office of sixty seats in four zones, and of the largest one, each day another picture.
  static func figures(pictures: Int = 200) async throws -> [Figure] {
    [
      try await figure(seats: 60, pictures), try await figure(seats: Office.seatsMax, pictures),
    ]
  }

  private static func figure(seats: Int, _ pictures: Int) async throws -> Figure {
    let renderer = FloorPlanRenderer()
    var milliseconds: [Double] = []
    for number in 0..<pictures {
      let picture = Picture.floor(day(number, seats: seats))
      let start = processTime()
      _ = renderer.contentID(of: picture)
      _ = try await renderer.png(of: picture)
      milliseconds.append((processTime() - start).seconds * 1000)
    }
    return Figure(name: "picture.\(seats)seats.median_ms", value: median(milliseconds), unit: "ms")
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
      })
  }
}
