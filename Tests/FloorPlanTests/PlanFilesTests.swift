import Foundation
import Testing

@testable import FloorPlan

/// A file in `Drawings/`, written as a program writes it, and where its desks are, in hundredths of the page.
struct DrawingFile: CustomTestStringConvertible, Sendable {
  let name: String
  let desks: [String: Frame]
  var flaws: [String: PlanFinding.Flaw] = [:]

  var testDescription: String { name }

  var path: String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Drawings/\(name).svg").path
  }
}

@Suite("Drawings of programs")
struct PlanFilesTests {
  static let files = [
    DrawingFile(
      name: "inkscape",
      desks: [
        "1": Frame(x: 9, y: 14, width: 12, height: 9), "2": Frame(x: 29, y: 14, width: 12, height: 9),
        "3": Frame(x: 62, y: 21, width: 9, height: 5), "А-4": Frame(x: 9, y: 43, width: 12, height: 9),
        "5": Frame(x: 63, y: 47, width: 14, height: 7),
      ], flaws: ["6": .hidden]),
    DrawingFile(
      name: "figma",
      desks: [
        "1": Frame(x: 8, y: 12, width: 10, height: 9), "2": Frame(x: 26, y: 11, width: 11, height: 10),
        "3": Frame(x: 8, y: 32, width: 10, height: 9), "4": Frame(x: 26, y: 31, width: 11, height: 10),
        "5": Frame(x: 58, y: 18, width: 10, height: 12), "6": Frame(x: 76, y: 16, width: 13, height: 12),
        "7": Frame(x: 76, y: 39, width: 13, height: 11),
      ], flaws: ["8": .hidden]),
    DrawingFile(
      name: "drawio",
      desks: [
        "1": Frame(x: 9, y: 14, width: 24, height: 15), "2": Frame(x: 47, y: 14, width: 20, height: 15),
        "3": Frame(x: 16, y: 49, width: 9, height: 26), "4": Frame(x: 47, y: 51, width: 22, height: 22),
      ]),
    DrawingFile(
      name: "illustrator",
      desks: [
        "1": Frame(x: 10, y: 14, width: 15, height: 11), "2": Frame(x: 39, y: 14, width: 16, height: 12),
        "3": Frame(x: 66, y: 14, width: 16, height: 12), "4": Frame(x: 9, y: 43, width: 16, height: 12),
        "5": Frame(x: 43, y: 58, width: 15, height: 11), "6": Frame(x: 68, y: 58, width: 9, height: 8),
      ]),
    DrawingFile(
      name: "visio",
      desks: [
        "1": Frame(x: 11, y: 18, width: 13, height: 9), "2": Frame(x: 37, y: 16, width: 5, height: 14),
        "3": Frame(x: 60, y: 47, width: 6, height: 10),
      ]),
  ]

  @Test("Each desk has its state's colour", arguments: files)
  func colours(file: DrawingFile) async throws {
    let plan = try OwnPlan(contentsOfFile: file.path)
    let ids = file.desks.keys.sorted()
    for turn in [0, 3] {
      let seats = ids.enumerated().map { number, id in
        PictureSeat(id: id, state: SeatState.allCases[(number + turn) % SeatState.allCases.count])
      }
      let image = try await image(of: plan, seats: seats)
      for seat in seats {
        let desk = plan.frame.share(try #require(file.desks[seat.id])).inset(by: 6)
        let isColored = image.isColored(desk, by: seat.state)
        #expect(isColored, "\(seat)")
      }
    }
  }

  @Test("Each number is inside its desk", arguments: files)
  func numbers(file: DrawingFile) async throws {
    let plan = try OwnPlan(contentsOfFile: file.path)
    let free = file.desks.keys.sorted().map { PictureSeat(id: $0, state: .free) }
    for id in file.desks.keys.sorted() {
      // The only number in this colour.
      let seats = free.map { $0.id == id ? PictureSeat(id: id, state: .held) : $0 }
      let desk = plan.frame.share(try #require(file.desks[id])).inset(by: -12)
      let image = try await image(of: plan, seats: seats)
      let ink = image.extent(of: Palette.desk(.held).number.rgb)
      #expect((ink?.count ?? 0) > 20, "\(id)")
      #expect(ink.map { desk.contains($0.frame) } ?? false, "\(id)")
    }
  }

  @Test("What keeps a desk from being shown is told", arguments: files)
  func findings(file: DrawingFile) throws {
    let plan = try OwnPlan(contentsOfFile: file.path)
    let seats = (Array(file.desks.keys) + Array(file.flaws.keys)).sorted()
    #expect(
      plan.findings(for: seats)
        == file.flaws.map { PlanFinding(seat: $0.key, flaw: $0.value) }.sorted { $0.seat < $1.seat })
    #expect(plan.superfluous(besides: seats).isEmpty)
  }

  @Test("What draw.io writes about texts is left out of the drawing")
  func notice() throws {
    let file = try #require(Self.files.first { $0.name == "drawio" })
    let plan = try OwnPlan(contentsOfFile: file.path)
    #expect(!String(decoding: plan.document, as: UTF8.self).contains("cannot display"))
  }

  @Test(
    "A file may be in any encoding that it declares, or that its first bytes tell",
    arguments: [
      (String.Encoding.utf8, "UTF-8", [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, "UTF-16", [0xFF, 0xFE]),
      (.utf16BigEndian, "UTF-16", [0xFE, 0xFF]), (.windowsCP1251, "windows-1251", []), (.utf8, "utf-8", []),
    ] as [(String.Encoding, String, [UInt8])])
  func encodings(encoding: String.Encoding, name: String, mark: [UInt8]) throws {
    let svg =
      "<?xml version=\"1.0\" encoding=\"\(name)\"?>"
      + DeskRow.page("<g id=\"seat-Ж1\"><rect \(DeskRow.box)/></g>")
    let file = FileManager.default.temporaryDirectory.appending(path: "floor-plan-\(UUID()).svg")
    try (Data(mark) + (try #require(svg.data(using: encoding)))).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try OwnPlan(contentsOfFile: file.path).findings(for: ["Ж1"]).isEmpty)
  }

  private func image(of plan: OwnPlan, seats: [PictureSeat]) async throws -> DecodedPNG {
    let picture = FloorPicture(title: "", seats: seats, showsLegend: false)
    return try DecodedPNG(try await FloorPlanRenderer(plan: plan).png(of: .floor(picture)))
  }
}
