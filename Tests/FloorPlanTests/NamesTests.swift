import Testing

@testable import FloorPlan

@Suite("Names on seats")
struct NamesTests {
  private static let names = [
    "Смирнова А.", "Ли А.", "Константинопольский В.", "Римская-Корсакова М.", "Жуковский Щ.", "O’Connor S.",
    "ЩЩЩЩЩЩЩЩЩЩ Щ.", String(repeating: "Ж", count: 100), "IIIIIIIIIIIIIIIIIIIIII I.",
  ]

  @Test(
    "Names are as wide as their desks at most, on floors of any size", arguments: [1, 6, 24, 60, 120, 200])
  func laidOut(seats: Int) throws {
    for zones in [0, 1, 4] {
      var picture = floor(seats: seats, zones: zones)
      for seat in picture.seats.indices { picture.seats[seat].label = Self.names[seat % Self.names.count] }
      let layout = try #require(FloorLayout(zones: picture.seats.map(\.zone), hasNames: true))
      try expectNames(of: picture, on: layout.desks, in: Picture.floor(picture).drawing())
    }
  }

  @Test("Names are as wide as their desks at most on the office's own plan, whose desks differ")
  func ownPlan() throws {
    let plan = try OwnPlan(
      svg: """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">
        <rect id="seat-1" x="0" y="0" width="200" height="100"/><rect id="seat-2" x="200" y="0" width="60" height="40"/>
        <circle id="seat-3" cx="300" cy="300" r="60"/><rect id="seat-4" x="0" y="300" width="30" height="90"/></svg>
        """)
    for name in Self.names {
      let seats = ["1", "2", "3", "4"].map { PictureSeat(id: $0, state: .taken, label: name) }
      let picture = FloorPicture(title: "ср", seats: seats)
      let desks = try seats.map { try #require(plan.places[$0.id]) }
      try expectNames(of: picture, on: desks, in: Picture.floor(picture).drawing(plan: plan))
    }
  }

  @Test(
    "A guest's name is shown as it is, on one line, as far as our fonts go",
    arguments: [
      ("<b>Ли</b>", "<b>Ли</b>"), ("&amp; Ко", "&amp; Ко"), ("Ли\n\tАнна", "Ли Анна"), ("Анна 🎉", "Анна"),
      ("👨‍👩‍👧‍👦", "•"),
      ("שלום", "שלום"), ("مرحبا", "مرحبا"), ("\u{202E}Иванов", "Иванов"), ("Ñandú Þór", "Ñandú Þór"),
      (
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}",
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}"
      ),
    ])
  func guests(name: String, shown: String) {
    let picture = FloorPicture(title: "", seats: [PictureSeat(id: "1", state: .taken, label: name)])
    #expect(
      Picture.floor(picture).drawing().texts.map { Array($0.text.unicodeScalars) }.contains(
        Array(shown.unicodeScalars)))
  }

  @Test(
    "No name leaves the lower half of its seat, whatever it is made of",
    arguments: [
      "<b>Ли</b>", "שלום עולם", "مرحبا بالعالم", "王小明王小明王小明", "﷽﷽﷽﷽", "𒐫𒈙𒐫", "नमस्ते दुनिया", "𝕬𝖓𝖓𝖆 𝕬𝖓𝖓𝖆 𝕬𝖓𝖓𝖆",
      "ǄǱ‱₧", String(repeating: "⟷", count: 20), String(repeating: "⨌", count: 20),
      "</text><rect width=\"999\" height=\"999\"/>", String(repeating: "Z̸̛̛̜̜͙͙̈́̈́", count: 20),
      String(repeating: "\u{1F3FD}Щ", count: 64),
    ])
  func names(name: String) async throws {
    var picture = floor(seats: 12, zones: 2, label: "")
    picture.seats[0].label = name
    let layout = try #require(FloorLayout(zones: picture.seats.map(\.zone), hasNames: true))
    let renderer = FloorPlanRenderer()
    let named = try DecodedPNG(try await renderer.png(of: .floor(picture)))
    picture.seats[0].label = "."
    let other = try DecodedPNG(try await renderer.png(of: .floor(picture)))
    let desk = layout.desks[0]
    let lower = Frame(x: desk.x, y: desk.midY, width: desk.width, height: desk.maxY - desk.midY)
    let changes = named.differences(from: other)
    let inside = changes.count { lower.contains(Frame(x: $0.x, y: $0.y, width: 1, height: 1)) }
    #expect(inside > 50)
    #expect(inside == changes.count)
  }

  /// After the heading each seat has its number and its name, before the legend.
  private func expectNames(of picture: FloorPicture, on desks: [Frame], in drawing: Drawing) throws {
    for (seat, desk) in zip(picture.seats, desks) {
      let number = try #require(drawing.texts.firstIndex { $0.text == seat.id && desk.holds($0) })
      let line = drawing.texts[number + 1]
      let label = try #require(seat.label)
      #expect(desk.holds(line))
      #expect(line.text == label || line.text.hasSuffix("…") && label.hasPrefix(line.text.dropLast()))
      #expect(drawing.texts[number].baseline < line.baseline - line.size * 72 / 100)
    }
  }
}

extension Frame {
  fileprivate func holds(_ line: Lettering.Line) -> Bool {
    let width = TextWidth.of(line.text, size: line.size)
    let left = line.anchor == .middle ? line.x - width / 2 : line.x
    return left >= x && left + width <= maxX && line.baseline - line.size * 73 / 100 >= y
      && line.baseline + line.size / 4 <= maxY
  }
}
