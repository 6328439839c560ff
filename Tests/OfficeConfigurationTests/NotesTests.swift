import Foundation
import TestSupport
import Testing

@testable import OfficeConfiguration

@Suite("What is noted about a configuration without being wrong")
struct NotesTests {
  @Test("elements of the drawing that are no seats, while a seat without an element is a mistake")
  func floorPlan() throws {
    let folder = try TemporaryFolder()
    let elements = ["1", "2", "A-3"].enumerated()
      .map { "<rect id='seat-\($1)' x='\($0 * 10)' width='9' height='9'/>" }.joined()
    try folder.write(
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20'>\(elements)</svg>", to: "floor.svg")
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

  @Test("what looks wrong on the drawing, while a seat that people would not find is a mistake")
  func drawing() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 600 400'>
      <g display='none'><rect id='seat-hidden' width='60' height='40'/></g>
      <defs><rect id='seat-kept' width='60' height='40'/></defs>
      <g id='seat-empty'/>
      <rect id='seat-out' x='900' width='60' height='40'/>
      <rect id='seat-under' x='100' y='100' width='60' height='40'/>
      <rect id='seat-over' x='100' y='100' width='60' height='40'/>
      <rect id='seat-twice' x='200' y='100' width='60' height='40'/>
      <rect id='seat-twice' x='300' y='100' width='60' height='40'/>
      <rect id='seat-left' x='100' y='200' width='60' height='40'/>
      <rect id='seat-right' x='140' y='200' width='60' height='40'/>
      <rect id='seat-small' x='300' y='200' width='6' height='4'/>
      </svg>
      """, to: "floor.svg")
    func file(_ seats: String, removed: String) -> String {
      "seats: [\(seats.split(separator: " ").map { "{ id: \($0) }" }.joined(separator: ", "))]\n"
        + "floor_plan: floor.svg\nremoved_seats: [\(removed)]\nadmins: [1]\nregistration: { mode: open }\n"
    }
    let begin = "office.yaml:2:13: floor_plan: "
    #expect(
      try folder.mistakes(
        file("absent hidden kept empty out under over twice left right small", removed: "")) == [
          begin + "has no element for `seat-absent`",
          begin + "has elements that are hidden, or stand in a hidden group or layer: `seat-hidden`",
          begin + "has elements in <defs>, whose content is not drawn: `seat-kept`",
          begin + "has elements without a shape: `seat-empty`",
          begin + "has elements off the page, or too small to be seen: `seat-out`",
          begin + "has desks that overlap, so that one cannot be seen: `seat-under` under `seat-over`",
          begin + "has several elements with one id: `seat-twice` (lines 8, 9)",
        ])
    #expect(
      try folder.notes(file("over left right small", removed: "under, twice")) == [
        begin + "has desks that overlap: `seat-left` under `seat-right`",
        begin + "has desks too small for their numbers: `seat-small`",
      ])
  }
}
