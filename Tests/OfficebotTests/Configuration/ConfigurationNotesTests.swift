import Foundation
import Testing

@testable import officebot

@Suite("What is noted about a configuration without being wrong")
struct ConfigurationNotesTests {
  @Test("elements of the drawing that are no seats, while a seat without an element is a mistake")
  func floorPlan() throws {
    let folder = try TemporaryFolder()
    let elements = ["1", "2", "A-3"].map { "<rect id='seat-\($0)' width='5' height='5'/>" }.joined()
    try folder.write(
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>\(elements)</svg>", to: "floor.svg")
    let rest = "floor_plan: floor.svg\nadmins: [1]\nregistration: { mode: open }\n"
    #expect(
      try folder.notes("seats: [{ id: 1 }]\n" + rest) == [
        "office.yaml:2:13: floor_plan: has elements that are no seats: `seat-2`, `seat-A-3`"
      ])
    #expect(try folder.load("seats: [{ id: 1 }]\n" + rest).floorPlan != nil)
    #expect(try folder.notes("seats: [{ id: 1 }, { id: 2 }]\nremoved_seats: [A-3]\n" + rest).isEmpty)
    #expect(
      try folder.mistakes("seats: [{ id: 1 }, { id: 9 }]\n" + rest) == [
        "office.yaml:2:13: floor_plan: has no element for `seat-9`"
      ])
  }
}
