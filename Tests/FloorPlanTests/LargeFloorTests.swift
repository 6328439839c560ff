import Testing

@testable import FloorPlan

// One after the other, for each keeps a processor busy that other tests wait for.
@Suite("Floors of any size", .serialized)
struct LargeFloorTests {
  /// Sizes around every limit, up to the largest office and beyond.
  static let sizes = [0, 1, 88, 89, 180, 250, 400, 401, 1_000, 2_000, 5_000]

  /// How seats stand in zones and what they are called.
  enum Arrangement: CaseIterable {
    case noZones, oneZone, twoZones, scatteredZones, sixtyZones, fourHundredZones, aZoneEach, longNames

    func seats(_ count: Int, label: String? = nil) -> [PictureSeat] {
      (0..<count).map { index in
        let zone =
          switch self {
          case .noZones: ""
          case .oneZone: "Окно"
          case .twoZones: index * 3 < count ? "Окно" : "Проход"
          case .scatteredZones: "Зона \(index % 7)"
          case .sixtyZones: "Зона \(index * 60 / count)"
          case .fourHundredZones: "Зона \(index * 400 / max(count, 400))"
          case .aZoneEach: "Зона \(index)"
          case .longNames: String(repeating: "Щ", count: 31) + "\(index % 9)"
          }
        return PictureSeat(
          id: self == .longNames ? "ЩЩЩЩЩЩЩЩ\(1_000 + index)" : "\(index + 1)", zone: zone,
          state: SeatState.allCases[index % SeatState.allCases.count], label: label)
      }
    }
  }

  @Test("Every floor is a picture that Telegram takes", arguments: Arrangement.allCases)
  func picture(arrangement: Arrangement) async throws {
    let renderer = FloorPlanRenderer()
    for size in [88, 401, 2_000] {
      // Large ones with people's names, for they are the most that can be asked for.
      let seats = arrangement.seats(size, label: size > 88 ? "Константинопольский В." : nil)
      for part in size == 2_000 ? [nil, FloorPart.parts(of: seats).indices.last, 100_000] : [nil] {
        let picture = Picture.floor(
          FloorPicture(
            title: "ср 25 ноября", subtitle: "Свободно 7 из \(size)", seats: seats, part: part,
            showsLegend: size != 401))
        let file = try await renderer.png(of: picture)
        let image = try DecodedPNG(file)
        #expect(image.width == FloorLayout.width && FloorLayout.heights.contains(image.height))
        #expect(file.count < 1_000_000)
      }
    }
  }

  @Test("Every seat is in one part, and parts are few and small", arguments: sizes, Arrangement.allCases)
  func parts(size: Int, arrangement: Arrangement) {
    let seats = arrangement.seats(size)
    let parts = FloorPart.parts(of: seats)
    #expect(parts.flatMap(\.seats).sorted() == Array(0..<size))
    #expect(parts.count <= FloorPart.countMax)
    if size <= 2_000 {
      #expect(parts.allSatisfy { (1...FloorPart.seatsMax(of: seats)).contains($0.seats.count) })
    }
    #expect(Set(parts.map(\.name)).count == parts.count)
    // The seats of a part are told apart, each with its own desk.
    for part in [parts.first, parts.last].compactMap(\.self) where size <= 2_000 {
      let zones = part.seats.map { seats[$0].zone }
      #expect(FloorLayout(zones: zones)?.desks.count == part.seats.count)
      #expect(FloorLayout(zones: zones, hasNames: true)?.desks.count == part.seats.count)
    }
  }

  @Test("Blocks keep off each other and inside the picture", arguments: 0...FloorPart.countMax)
  func blocks(count: Int) {
    for footer in [FloorLayout.legendHeight, FloorLayout.margin] {
      let frames = FloorOverview.frames(count, footer: footer)
      let space = Frame(
        x: FloorLayout.margin, y: FloorLayout.headerHeight, width: FloorLayout.width - 2 * FloorLayout.margin,
        height: FloorLayout.heights.upperBound - FloorLayout.headerHeight - footer)
      #expect(frames.count == count)
      #expect(frames.allSatisfy(space.contains))
      #expect(
        !frames.indices.contains { index in frames[(index + 1)...].contains { $0.overlaps(frames[index]) } })
      #expect(frames.allSatisfy { $0.height >= 64 && $0.width >= 170 })
    }
  }

  @Test("An overview tells by number, colour and sign how its parts are")
  func overview() async throws {
    var seats = Arrangement.fourHundredZones.seats(2_000)
    for index in seats.indices {
      seats[index].zone = "Зона \(index / 80)"
      seats[index].state =
        switch index / 80 {
        case 0: index < 12 ? .free : .taken
        case 1: .taken
        case 2: .closed
        case 3: index == 240 ? .held : .taken
        case 4: index == 320 ? .own : .taken
        case 5: index == 400 ? .heldForYou : .closed
        default: .free
        }
    }
    let overview = FloorOverview(picture: FloorPicture(title: "ср 25 ноября", seats: seats), seats: seats)
    #expect(
      overview.blocks.prefix(7).map {
        "\($0.part.name): \($0.free) \($0.count) \($0.state) \($0.badge.map { "\($0)" } ?? "")"
      }
        == [
          "Зона 0: 12 80 free ", "Зона 1: 0 80 taken ", "Зона 2: 0 80 closed ", "Зона 3: 0 80 held ",
          "Зона 4: 0 80 taken own", "Зона 5: 0 80 taken heldForYou", "Зона 6: 80 80 free ",
        ])
    let drawing = Picture.floor(FloorPicture(title: "ср 25 ноября", seats: seats)).drawing()
    #expect(drawing.texts.contains { $0.text == "12/80" })
    #expect(drawing.texts.contains { $0.text == "Зона 24" })
    let image = try DecodedPNG(try await FloorPlanRenderer().png(of: .floor(overview.picture)))
    let frames = FloorOverview.frames(overview.blocks.count, footer: FloorLayout.legendHeight)
    for (block, frame) in zip(overview.blocks, frames) {
      let colors = image.colors(x: frame.x..<frame.maxX, y: frame.y..<frame.maxY)
      #expect(colors.max { $0.value < $1.value }?.key == Palette.desk(block.state).fill.rgb)
      if let badge = block.badge { #expect(colors[Palette.desk(badge).fill.rgb, default: 0] > 400) }
    }
  }

  @Test("A part of a large floor is drawn with its own desks")
  func part() throws {
    let seats = Arrangement.oneZone.seats(2_000)
    let drawing = Picture.floor(FloorPicture(title: "ср", seats: seats, part: 1)).drawing()
    for number in [89, 120, 176] { #expect(drawing.texts.contains { $0.text == "\(number)" }) }
    for number in [88, 177] { #expect(!drawing.texts.contains { $0.text == "\(number)" }) }
  }

  @Test("The office's own drawing is drawn however many seats it has", arguments: [1, 88, 401, 2_000])
  func ownPlan(size: Int) async throws {
    let seats = Arrangement.oneZone.seats(size, label: "Константинопольский В.")
    let desks = seats.indices.map {
      "<rect id=\"seat-\($0 + 1)\" x=\"\($0 % 50 * 20)\" y=\"\($0 / 50 * 25)\" width=\"18\" height=\"20\"/>"
    }
    let plan = try OwnPlan(
      svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 1000\">\(desks.joined())</svg>")
    #expect(plan.findings(for: seats.map(\.id)).allSatisfy { !$0.isMistake })
    let picture = FloorPicture(title: "ср 25 ноября", seats: seats, part: size > 88 ? 0 : nil)
    let file = try await FloorPlanRenderer(plan: plan).png(of: .floor(picture))
    let image = try DecodedPNG(file)
    #expect(image.width == FloorLayout.width && FloorLayout.heights.contains(image.height))
    #expect(file.count < 1_000_000)
  }

  @Test("A number that is nothing but accents is drawn like any other")
  func accents() async throws {
    let plan = try OwnPlan(
      svg: """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">
        <rect id="seat-\u{301}" x="0" y="0" width="4" height="300"/></svg>
        """)
    let picture = FloorPicture(
      title: "\u{301}", seats: [PictureSeat(id: "\u{301}", state: .taken, label: "\u{302}")])
    _ = try await FloorPlanRenderer(plan: plan).png(of: .floor(picture))
    _ = try await FloorPlanRenderer().png(of: .floor(picture))
  }
}
