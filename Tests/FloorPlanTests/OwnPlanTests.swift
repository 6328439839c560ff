import Foundation
import Testing

@testable import FloorPlan

@Suite("The office's own plan")
struct OwnPlanTests {
  private static let plan = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">
      <rect width="200" height="200" fill="#ffffff"/>
      <rect id="seat-1" x="0" y="0" width="100" height="100" style="fill:#ff0000"/>
      <g id='seat-A 2'><rect x="100" y="0" width="100" height="100" fill="#ff0000"/><text x="120" y="50">2</text></g>
      <rect id="seat-9" x="0" y="100" width="50" height="50" fill="#00ffff"/>
    </svg>
    """

  @Test("Seats without an element and elements without a seat are told")
  func differences() throws {
    let plan = try OwnPlan(svg: Self.plan)
    #expect(plan.findings(for: ["1", "A 2", "3"]) == [PlanFinding(seat: "3", flaw: .missing)])
    #expect(plan.superfluous(besides: ["1", "A 2", "3"]) == ["9"])
  }

  @Test("Seats are coloured by state, whatever colours the file gives them")
  func colours() async throws {
    let plan = try OwnPlan(svg: Self.plan)
    let picture = FloorPicture(
      title: "ср 25 ноября",
      seats: [PictureSeat(id: "1", state: .own), PictureSeat(id: "A 2", state: .held, label: "<Ли & Ко>")])
    let image = try DecodedPNG(try await FloorPlanRenderer(plan: plan).png(of: .floor(picture)))
    for (id, color) in [
      ("1", Palette.desk(.own).fill), ("A 2", Palette.desk(.held).fill), ("9", Color(0x00FFFF)),
    ] {
      let place = try #require(plan.places[id])
      #expect(image[place.x + 12, place.y + 12] == color.rgb)
    }
  }

  @Test("A picture's id depends on the plan and on the states")
  func ids() throws {
    let renderer = FloorPlanRenderer(plan: try OwnPlan(svg: Self.plan))
    let picture = FloorPicture(title: "ср", seats: [PictureSeat(id: "1", state: .closed)])
    var other = picture
    other.seats[0].state = .free
    let repainted = try OwnPlan(svg: Self.plan.replacingOccurrences(of: "#00ffff", with: "#00fffe"))
    let ids = [
      renderer.contentID(of: .floor(picture)), renderer.contentID(of: .floor(other)),
      FloorPlanRenderer().contentID(of: .floor(picture)),
      FloorPlanRenderer(plan: repainted).contentID(of: .floor(picture)),
    ]
    #expect(Set(ids).count == ids.count)
  }

  @Test(
    "A file that is no plan is refused",
    arguments: ["", "plan", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"])
  func noPlan(document: String) {
    #expect(throws: OwnPlan.LoadingError.self) { try OwnPlan(svg: document) }
  }

  @Test("A file that is too large or not there is refused")
  func unreadable() {
    #expect(throws: OwnPlan.LoadingError.tooLarge) {
      try OwnPlan(svg: String(repeating: " ", count: OwnPlan.bytesMax + 1))
    }
    #expect(throws: OwnPlan.LoadingError.self) { try OwnPlan(contentsOfFile: "/nowhere/plan.svg") }
  }

  @Test("Nothing outside the file is loaded")
  func nothingOutside() async throws {
    let secret = FileManager.default.temporaryDirectory.appendingPathComponent("floor-plan-\(UUID()).svg")
    let green =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\" fill=\"#00ff00\"/></svg>"
    try Data(green.utf8).write(to: secret)
    defer { try? FileManager.default.removeItem(at: secret) }
    let plan = try OwnPlan(
      svg: """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">
        <image width="100" height="100" xlink:href="\(secret.absoluteString)" href="\(secret.absoluteString)"/></svg>
        """)
    let picture = FloorPicture(title: "ср", seats: [])
    let image = try DecodedPNG(try await FloorPlanRenderer(plan: plan).png(of: .floor(picture)))
    #expect(image[plan.frame.midX, plan.frame.midY] == Palette.paper.rgb)
  }

  @Test("The example has every seat of the example configuration")
  func example() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let plan = try OwnPlan(contentsOfFile: root.appendingPathComponent("config/floor-plan.example.svg").path)
    let seats = (1...20).map(String.init) + ["A-1", "A-2"]
    #expect(plan.findings(for: seats).isEmpty)
    #expect(plan.superfluous(besides: seats).isEmpty)
  }
}
