import Testing

@testable import FloorPlan

@Suite("Drawing")
struct RenderingTests {
  let renderer = FloorPlanRenderer()

  @Test("A floor is a PNG of the size its layout has", arguments: [1, 24, 60, 200])
  func size(seats: Int) async throws {
    let picture = floor(seats: seats, zones: 3)
    let file = try await renderer.png(of: .floor(picture))
    let image = try DecodedPNG(file)
    #expect(image.width == FloorLayout.width)
    #expect(image.height == FloorLayout(zones: picture.seats.map(\.zone))?.height)
    #expect(file.count < 150_000)
  }

  @Test("Every kind of screen has a standing picture", arguments: StandingPicture.Kind.allCases)
  func standing(kind: StandingPicture.Kind) async throws {
    let picture = StandingPicture(kind, office: "СПБ", heading: "Кто в офисе")
    let image = try DecodedPNG(try await renderer.png(of: .standing(picture)))
    #expect(image.width == 1280 && image.height == 640)
  }

  @Test("Seats in different states have different colours, exactly those of the palette")
  func colours() async throws {
    let picture = floor(seats: SeatState.allCases.count)
    let image = try DecodedPNG(try await renderer.png(of: .floor(picture)))
    let desks = try #require(FloorLayout(zones: picture.seats.map(\.zone))).desks
    var seen: Set<UInt32> = []
    for (seat, desk) in zip(picture.seats, desks) {
      let counts = image.colors(x: desk.x..<desk.maxX, y: desk.y..<desk.maxY)
      let most = try #require(counts.max { $0.value < $1.value })
      #expect(most.key == Palette.desk(seat.state).fill.rgb)
      seen.insert(most.key)
    }
    #expect(seen.count == SeatState.allCases.count)
  }

  @Test("Seats in different states have different signs: in black and white they differ too")
  func signs() async throws {
    // Around the sign, left of the number, the share of ink tells the states apart.
    let picture = floor(seats: SeatState.allCases.count)
    let image = try DecodedPNG(try await renderer.png(of: .floor(picture)))
    let desks = try #require(FloorLayout(zones: picture.seats.map(\.zone))).desks
    var shapes: Set<[Bool]> = []
    for (seat, desk) in zip(picture.seats, desks) {
      let inner = desk.inset(by: desk.height / 5)
      let fill = Palette.desk(seat.state).fill.rgb
      var shape: [Bool] = []
      for y in inner.y..<inner.maxY { for x in inner.x..<inner.midX { shape.append(image[x, y] == fill) } }
      shapes.insert(shape)
    }
    #expect(shapes.count == SeatState.allCases.count)
  }

  @Test("Cyrillic letters are drawn, each its own, not as boxes")
  func letters() async throws {
    func ink(_ name: String) async throws -> [Int: Int] {
      let picture = FloorPicture(title: name, seats: [])
      let image = try DecodedPNG(try await renderer.png(of: .floor(picture)))
      var columns: [Int: Int] = [:]
      for x in 0..<image.width {
        let count = (20..<140).count { image[x, $0] == Palette.ink.rgb }
        if count > 0 { columns[x] = count }
      }
      return columns
    }
    let one = try await ink("Жук")
    let other = try await ink("Щит")
    #expect(one.values.reduce(0, +) > 800)
    #expect(one != other)
    let hebrew = try await ink("שלום")
    let nothing = try await ink("")
    #expect(!hebrew.isEmpty)
    #expect(nothing.isEmpty)
  }

  @Test(
    "A hostile label is drawn like any other",
    arguments: [
      "<b>Анна</b>", "]]>&lt;/svg>", "\"/><script>", "\u{0}\u{1}\u{8}", "🎉👨‍👩‍👧‍👦", "שלום עולם", "مرحبا\u{202E}",
      "e" + String(repeating: "\u{301}", count: 5000), String(repeating: "Щ", count: 100), "%s%n", "\u{FFFF}",
      " ",
      "&#0;", "а\u{2028}б",
    ])
  func hostile(label: String) async throws {
    var picture = floor(seats: 6, zones: 2, label: label)
    picture.title = label
    picture.subtitle = label
    picture.seats[0].id = label
    picture.seats[0].zone = label
    let image = try DecodedPNG(try await renderer.png(of: .floor(picture)))
    #expect(image.width == FloorLayout.width)
    let standing = StandingPicture(.menu, office: label, heading: label)
    _ = try DecodedPNG(try await renderer.png(of: .standing(standing)))
  }

  @Test("What is drawn does not depend on what was drawn before")
  func independent() async throws {
    let picture = Picture.floor(floor(seats: 24, zones: 2))
    let first = try await FloorPlanRenderer().png(of: picture)
    _ = try await renderer.png(of: .floor(floor(seats: 200)))
    _ = try await renderer.png(of: .standing(StandingPicture(.menu, office: "СПБ")))
    let second = try await renderer.png(of: picture)
    #expect(first == second)
  }
}
