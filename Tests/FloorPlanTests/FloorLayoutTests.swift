import Testing

@testable import FloorPlan

@Suite("Laying out a floor")
struct FloorLayoutTests {
  @Test(
    "Desks stay in their rooms and off each other, whatever the office",
    arguments: [1, 2, 5, 24, 60, 61, 88, 113, 150], [0, 1, 2, 3, 5, 8, 12])
  func nothingOverlaps(seats: Int, zones: Int) throws {
    for hasNames in [false, true] {
      let names = floor(seats: seats, zones: zones).seats.map(\.zone)
      let layout = try #require(FloorLayout(zones: names, hasNames: hasNames))
      let canvas = Frame(x: 0, y: 0, width: FloorLayout.width, height: layout.height)
      #expect(FloorLayout.heights.contains(layout.height))
      #expect(layout.desks.count == seats)
      #expect(layout.rooms.allSatisfy { canvas.contains($0.frame) })
      #expect(!Self.overlap(layout.rooms.map(\.frame)))
      #expect(!Self.overlap(layout.desks))
      #expect(layout.desks.allSatisfy { $0.width >= 40 && $0.height >= 36 })
      let isHome = zip(layout.desks, names).allSatisfy { desk, name in
        layout.rooms.contains { $0.frame.contains(desk) && $0.zone == name }
      }
      #expect(isHome || layout.rooms.map(\.zone) == [""])
    }
  }

  private static func overlap(_ frames: [Frame]) -> Bool {
    frames.indices.contains { index in frames[(index + 1)...].contains { $0.overlaps(frames[index]) } }
  }

  @Test("An office of sixty has numbers of at least fifteen pixels on a phone 390 wide")
  func numbersAreLarge() throws {
    for zones in [0, 1, 4] {
      let layout = try #require(FloorLayout(zones: floor(seats: 60, zones: zones).seats.map(\.zone)))
      let desk = try #require(layout.desks.first)
      #expect(desk.height * 54 / 100 * 390 / FloorLayout.width >= 15)
    }
  }

  @Test("A seat keeps its place when states change")
  func placesAreStable() {
    let zones = floor(seats: 60, zones: 4).seats.map(\.zone)
    #expect(FloorLayout(zones: zones) == FloorLayout(zones: zones))
  }

  @Test("Zones that are not neighbours on the list are still one room")
  func zonesAreGathered() throws {
    let layout = try #require(FloorLayout(zones: ["Окно", "Проход", "Окно", "Проход", "Окно"]))
    #expect(layout.rooms.map(\.zone) == ["Окно", "Проход"])
  }

  @Test("More zones than fit become one room without a name")
  func tooManyZones() throws {
    let layout = try #require(FloorLayout(zones: (0..<88).map { "Зона \($0)" }))
    #expect(layout.rooms.map(\.zone) == [""])
    #expect(layout.desks.count == 88)
  }

  @Test("Desks that nobody could read are not laid out", arguments: [500, 2_000, 100_000], [1, 400])
  func tooManySeats(seats: Int, zones: Int) {
    #expect(FloorLayout(zones: floor(seats: seats, zones: zones).seats.map(\.zone)) == nil)
  }

  @Test("An office without seats is an empty floor")
  func noSeats() throws {
    #expect(try #require(FloorLayout(zones: [])).desks.isEmpty)
  }
}
