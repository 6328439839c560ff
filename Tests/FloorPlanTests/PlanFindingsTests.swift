import Foundation
import Testing

@testable import FloorPlan

@Suite("What is found about a drawing")
struct PlanFindingsTests {
  typealias Flaw = PlanFinding.Flaw

  private static let other = "<rect id=\"seat-2\" x=\"300\" y=\"200\" width=\"180\" height=\"80\"/>"

  @Test(
    "Of a seat that is not shown, the true cause",
    arguments: [
      ("", .missing), ("<g class=\"seat-1\"/>", .missing), ("<text> id=\"seat-1\" </text>", .missing),
      ("<defs>\(DeskRow.desk)</defs>", .undrawn(container: "defs")),
      ("<g><symbol><g>\(DeskRow.desk)</g></symbol></g>", .undrawn(container: "symbol")),
      ("<clipPath id=\"c\">\(DeskRow.desk)</clipPath>", .undrawn(container: "clipPath")),
      ("<symbol id=\"seat-1\"><rect \(DeskRow.box)/></symbol>", .undrawn(container: "symbol")),
      ("<g display=\"none\"><g>\(DeskRow.desk)</g></g>", .hidden),
      ("<rect id=\"seat-1\" \(DeskRow.box) style=\"display:none !important\"/>", .hidden),
      ("<style>#seat-1 * { visibility: hidden }</style><g id=\"seat-1\"><rect \(DeskRow.box)/></g>", .hidden),
      ("<g opacity=\"0\">\(DeskRow.desk)</g>", .hidden),
      ("<g id=\"seat-1\"><rect \(DeskRow.box) style=\"opacity:0\"/></g>", .hidden),
      ("<mask id=\"m\"><g/></mask><g mask=\"url(#m)\">\(DeskRow.desk)</g>", .hidden),
      ("<switch><g/>\(DeskRow.desk)</switch>", .hidden),
      ("<g id=\"seat-1\"/>", .empty), ("<g id=\"seat-1\"><title>1</title></g>", .empty),
      ("<rect id=\"seat-1\" x=\"60\" y=\"40\"/>", .empty), ("<path id=\"seat-1\"/>", .empty),
      ("<use id=\"seat-1\" href=\"#nowhere\"/>", .empty),
      ("<rect id=\"seat-1\" x=\"700\" y=\"40\" width=\"180\" height=\"80\"/>", .offPage),
      ("<g transform=\"translate(0 -500)\">\(DeskRow.desk)</g>", .offPage),
    ] as [(String, Flaw)])
  func unseen(content: String, flaw: Flaw) throws {
    let findings = try OwnPlan(svg: DeskRow.page(content + Self.other)).findings(for: ["1", "2"])
    #expect(findings == [PlanFinding(seat: "1", flaw: flaw)])
    #expect(findings.allSatisfy { $0.isMistake })
  }

  @Test("A seat under another one is told with that one, a mere corner is not")
  func overlaps() throws {
    func findings(x: Int, y: Int) throws -> [PlanFinding] {
      try OwnPlan(
        svg: DeskRow.page(
          DeskRow.desk + "<rect id=\"seat-2\" x=\"\(x)\" y=\"\(y)\" width=\"180\" height=\"80\"/>")
      ).findings(for: ["1", "2"])
    }
    #expect(try findings(x: 60, y: 40) == [PlanFinding(seat: "1", flaw: .covered(by: "2"))])
    #expect(try findings(x: 150, y: 40) == [PlanFinding(seat: "1", flaw: .overlapped(by: "2"))])
    #expect(try findings(x: 238, y: 118).isEmpty)
    #expect(PlanFinding(seat: "1", flaw: .covered(by: "2")).isMistake)
    #expect(!PlanFinding(seat: "1", flaw: .overlapped(by: "2")).isMistake)
  }

  @Test("A seat inside another one's element lies on top of it, and each has its number")
  func nested() async throws {
    let plan = try OwnPlan(
      svg: DeskRow.page(
        "<g id=\"seat-room\"><rect x=\"30\" y=\"20\" width=\"540\" height=\"360\"/>\(DeskRow.desk)</g>"))
    let place = try #require(plan.places["room"])
    let desk = plan.frame.share(Frame(x: 10, y: 10, width: 30, height: 20))
    #expect(!place.overlaps(desk.inset(by: 2)))
    let picture = FloorPicture(
      title: "", seats: [PictureSeat(id: "1", state: .own), PictureSeat(id: "room", state: .free)])
    let image = try DecodedPNG(try await FloorPlanRenderer(plan: plan).png(of: .floor(picture)))
    let areColored = [
      image.isColored(desk.inset(by: 6), by: .own), image.isColored(place.inset(by: 8), by: .free),
    ]
    #expect(areColored == [true, true])
  }

  @Test("An id given twice is told with its lines, and one that is drawn counts before one that is not")
  func doubled() throws {
    let twice = DeskRow.desk + "\n" + Self.other.replacing("seat-2", with: "seat-1")
    #expect(
      try OwnPlan(svg: DeskRow.page("\n" + twice)).findings(for: ["1"]) == [
        PlanFinding(seat: "1", flaw: .doubled(lines: [2, 3]))
      ])
    let hidden = "<g display=\"none\">\(DeskRow.desk)</g><defs>\(DeskRow.desk)</defs>\(DeskRow.desk)"
    #expect(try OwnPlan(svg: DeskRow.page(hidden)).findings(for: ["1"]).isEmpty)
  }

  @Test("A desk too small for its number is told, and its number does not leave it")
  func small() async throws {
    let plan = try OwnPlan(
      svg: DeskRow.page(
        Self.other + "<rect id=\"seat-1234\" x=\"60\" y=\"40\" width=\"10\" height=\"6\"/>"
          + "<rect id=\"seat-3\" x=\"100\" y=\"40\" width=\"0.5\" height=\"0.5\"/>"))
    #expect(
      plan.findings(for: ["2", "1234", "3"]) == [
        PlanFinding(seat: "1234", flaw: .tooSmall), PlanFinding(seat: "3", flaw: .tooSmall),
      ])
    for id in ["1234", "3"] {
      let picture = FloorPicture(
        title: "", seats: [PictureSeat(id: id, state: .held), PictureSeat(id: "2", state: .free)],
        showsLegend: false)
      let image = try DecodedPNG(try await FloorPlanRenderer(plan: plan).png(of: .floor(picture)))
      let desk = try #require(plan.places[id])
      let ink = [Palette.desk(.held).number, Palette.desk(.held).sign].compactMap {
        image.extent(of: $0.rgb)?.frame
      }
      #expect(ink.allSatisfy { desk.contains($0) })
    }
  }

  @Test("One tiny desk does not make the other numbers small")
  func sizes() throws {
    let desks = (1...6).map {
      "<rect id=\"seat-\($0)\" x=\"\($0 * 80)\" y=\"40\" width=\"70\" height=\"50\"/>"
    }
    func sizes(_ more: String) throws -> [Int] {
      let plan = try OwnPlan(svg: DeskRow.page(desks.joined() + more))
      let picture = FloorPicture(
        title: "", seats: plan.seats.map { PictureSeat(id: $0.id, state: .free, label: "Ли А.") },
        showsLegend: false)
      let texts = Picture.floor(picture).drawing(plan: plan).texts
      return (1...6).compactMap { id in texts.first { $0.text == "\(id)" }?.size }
    }
    let without = try sizes("")
    #expect(without.count == 6 && Set(without).count == 1)
    #expect(try sizes("<rect id=\"seat-7\" x=\"80\" y=\"200\" width=\"12\" height=\"8\"/>") == without)
  }

  @Test(
    "What is no drawing of a known size is refused with the cause",
    arguments: [
      ("", "empty"), ("plan", "line 1"), ("<svg", "line 1"), ("<html/>", "not <svg>"),
      (DeskRow.page("", root: ""), "viewBox"), (DeskRow.page("<rect>"), "line 1"),
      (DeskRow.page("", root: "viewBox=\"0 0 600 0\""), "viewBox"),
      (DeskRow.page(DeskRow.desk, root: "viewBox=\"0 0 600 10\""), "five times"),
      (DeskRow.page(String(repeating: "<g id=\"seat-1\"/>", count: 4001)), "4000"),
    ])
  func refused(svg: String, cause: String) {
    #expect {
      try OwnPlan(svg: svg)
    } throws: { error in
      "\(error)".contains(cause)
    }
  }

  @Test("Entities that grow without bound are refused, and none is read from a file")
  func entities() async throws {
    let laughs = (1...12).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }
    let bomb =
      "<!DOCTYPE svg [<!ENTITY a0 \"<g/>\">\(laughs.joined())]>" + DeskRow.page(DeskRow.desk + "&a12;")
    #expect(throws: OwnPlan.LoadingError.self) { try OwnPlan(svg: bomb) }
    let long = String(repeating: "<g/>", count: 20_000)
    let wide =
      "<!DOCTYPE svg [<!ENTITY a \"\(long)\">]>"
      + DeskRow.page(DeskRow.desk + String(repeating: "&a;", count: 20_000))
    #expect(throws: OwnPlan.LoadingError.self) { try OwnPlan(svg: wide) }

    let secret = FileManager.default.temporaryDirectory.appending(path: "floor-plan-\(UUID()).txt")
    try Data(DeskRow.desk.utf8).write(to: secret)
    defer { try? FileManager.default.removeItem(at: secret) }
    for declaration in [
      "<!ENTITY e SYSTEM \"\(secret.absoluteString)\">", "<!ENTITY e SYSTEM \"\(secret.path)\">",
      "<!ENTITY % p SYSTEM \"\(secret.path)\">%p;<!ENTITY e \"\">",
    ] {
      let plan = try? OwnPlan(svg: "<!DOCTYPE svg [\(declaration)]>" + DeskRow.page("&e;" + Self.other))
      #expect(plan?.places["1"] == nil)
    }
  }

  @Test("Two thousand seats are found and drawn")
  func many() async throws {
    let desks = (0..<2000).map { desk in
      "<g id=\"seat-\(desk + 1)\"><rect x=\"\(desk % 40 * 50 + 5)\" y=\"\(desk / 40 * 40 + 5)\" width=\"42\" height=\"32\"/></g>"
    }
    let plan = try OwnPlan(
      svg: DeskRow.page(desks.joined(), root: "viewBox=\"0 0 2000 2000\""))
    #expect(plan.places.count == 2000)
    let picture = FloorPicture(
      title: "", seats: plan.seats.map { PictureSeat(id: $0.id, state: .free) }, showsLegend: false)
    let image = try DecodedPNG(try await FloorPlanRenderer(plan: plan).png(of: .floor(picture)))
    let others = plan.places.values.filter { image[$0.x + 3, $0.y + 3] != Palette.desk(.free).fill.rgb }
    #expect(others.isEmpty)
  }
}
