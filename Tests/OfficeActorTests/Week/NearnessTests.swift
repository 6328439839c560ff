import Foundation
import Testing

@testable import OfficeActor

@Suite("The nearest seat")
struct NearnessTests {
  @Test("is by the middles on the drawing; without one in the same zone, then first in the configuration")
  func nearest() throws {
    let drawn = try office(
      Seat(id: "1", zone: "Окно", middle: SeatPoint(x: 0, y: 0)),
      Seat(id: "2", zone: "Окно", middle: SeatPoint(x: 90, y: 0)),
      Seat(id: "3", zone: "Зал", middle: SeatPoint(x: 20, y: 20)))
    #expect(drawn.nearestFreeSeat(to: "1", on: .today) == "1")
    #expect(nearest(to: "1", in: drawn) == "3")
    #expect(nearest(to: "3", in: drawn) == "1")
    #expect(drawn.nearestFreeSeat(to: nil, on: .today) == "1")
    // Of a seat that is gone nobody knows where it was.
    #expect(drawn.nearestFreeSeat(to: "77", on: .today) == "1")
    let listed = try office(
      Seat(id: "1", zone: "Зал"), Seat(id: "2", zone: "Окно"), Seat(id: "3", zone: "Окно"),
      Seat(id: "4", zone: "Окно"))
    #expect(nearest(to: "3", in: listed) == "2")
    #expect(nearest(to: "1", in: listed) == "2")
  }

  @Test("has all wanted features first, then the wanted zone, then it is near")
  func preferences() throws {
    var office = try office(
      Seat(id: "1", zone: "Окно"), Seat(id: "2", zone: "Окно", features: ["монитор"]),
      Seat(id: "3", zone: "Зал", features: ["монитор", "у окна"]), Seat(id: "4", zone: "Зал"))
    #expect(office.features == ["монитор", "у окна"] && office.zones == ["Окно", "Зал"])
    func nearest() -> Seat.ID? { office.nearestFreeSeat(to: "1", on: .today, for: 1) }
    #expect(nearest() == "1")
    _ = try office.take(Person.anna.does(.prefer(features: [], zone: "Зал")))
    #expect(nearest() == "3")
    _ = try office.take(Person.anna.does(.prefer(features: ["монитор"], zone: nil)))
    #expect(nearest() == "2")
    _ = try office.take(Person.anna.does(.prefer(features: ["монитор"], zone: "Зал")))
    #expect(nearest() == "3")
    // Beside a colleague only the distance counts.
    #expect(office.nearestFreeSeat(to: "1", on: .today) == "1")
    // What no seat has is not wanted; nothing new is nothing.
    #expect(try office.take(Person.anna.does(.prefer(features: ["монитор", "кофе"], zone: "Зал"))) == [])
    _ = try office.take(Person.anna.does(.prefer(features: ["кофе"], zone: "Крыша")))
    #expect(office.preferences(of: 1).isEmpty && office.records.preferences.isEmpty)
  }

  private func nearest(to seat: Seat.ID, in office: Office) -> Seat.ID? {
    var office = office
    _ = try? office.take(Person.boris.books(seat.rawValue, .today))
    return office.nearestFreeSeat(to: seat, on: .today)
  }

  private func office(_ seats: Seat...) throws -> Office {
    try Office(rules: .sample, seats: seats, records: Office.sample().records)
  }
}
