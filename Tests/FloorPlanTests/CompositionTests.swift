import Testing

@testable import FloorPlan

@Suite("A floor put together from what was drawn before", .serialized)
struct CompositionTests {
  /// Floors that differ in everything that decides how they are put together.
  enum Kind: CaseIterable {
    case numbers, names, unusualLetters, noLegend, part, longHeading

    func picture(seats: Int) -> FloorPicture {
      var picture = floor(seats: seats, zones: 4)
      switch self {
      case .numbers: break
      case .names: for seat in picture.seats.indices { picture.seats[seat].label = "Смирнова \(seat)" }
      case .unusualLetters: for seat in picture.seats.indices { picture.seats[seat].label = "שלום 王小" }
      case .noLegend: picture.legend = nil
      case .part: picture.part = 1
      case .longHeading:
        picture.title = "Ёлочка №12, Йошкар-Ола, (щрудц)"
        picture.subtitle = "Йод, ЁЖ и щука: свободно \(seats)"
      }
      return picture
    }
  }

  @Test(
    "It looks as if librsvg had drawn all of it at once",
    arguments: Kind.allCases.map { (60, $0) } + [
      (1, Kind.numbers), (401, .names), (2_000, .numbers), (2_000, .part),
    ])
  func rows(seats: Int, kind: Kind) async throws {
    try await expectAsDrawnWhole(.floor(kind.picture(seats: seats)), by: FloorPlanRenderer())
  }

  @Test(
    "So does one on the office's own plan",
    arguments: [
      (1, Kind.numbers), (60, .numbers), (60, .names), (60, .noLegend), (401, .names), (2_000, .numbers),
    ])
  func ownPlan(seats: Int, kind: Kind) async throws {
    let plan = try OwnPlan(svg: Self.plan(seats: seats))
    try await expectAsDrawnWhole(.floor(kind.picture(seats: seats)), by: FloorPlanRenderer(plan: plan), plan)
  }

  @Test("So does one whose seats overlap, or are left as the drawing has them")
  func overlapping() async throws {
    let plan = try OwnPlan(
      svg: """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">
        <rect width="400" height="400" fill="#fff4dd"/><path d="M0 0L400 400" stroke="#8a2be2" stroke-width="9"/>
        <circle id="seat-1" cx="100" cy="100" r="80"/><circle id="seat-2" cx="160" cy="120" r="30"/>
        <path id="seat-3" d="M220 20l150 40l-40 120z" fill="#0a0"/><rect id="seat-4" x="20" y="300" width="90" height="60"/>
        <rect id="seat-5" x="100" y="350" width="90" height="40"/><rect id="seat-6" x="300" y="300" width="60" height="60"/>
        </svg>
        """)
    let renderer = FloorPlanRenderer(plan: plan)
    for left in ["", "3", "6"] {
      let seats = (1...6).map { PictureSeat(id: "\($0)", state: SeatState.allCases[$0 - 1]) }
      let picture = FloorPicture(title: "ср", seats: seats.filter { $0.id != left })
      try await expectAsDrawnWhole(.floor(picture), by: renderer, plan)
    }
  }

  @Test("So do the coming weeks of one person after those of another")
  func weeks() async throws {
    let renderer = FloorPlanRenderer()
    for person in 0..<3 {
      let cells = (0..<21).map { day in
        let state: FortnightPicture.State =
          switch (day + 5 * person) % 9 {
          case 0: .seat("A-\(day)")
          case 1: .offered("12")
          case 2: .queue(3)
          case 3: .away
          case 4: .free(0)
          case 5: .closed
          case 6: .outside
          default: .free(day + person)
          }
        return FortnightPicture.Cell(
          number: day + 1, state: state, guests: (day + person) % 3, isToday: day == 8)
      }
      let picture = FortnightPicture(
        title: "Меню", subtitle: "СПБ", weekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"], cells: cells)
      try await expectAsDrawnWhole(.fortnight(picture), by: renderer)
    }
  }

  @Test("Nothing of earlier days is left on it", arguments: [nil, 60])
  func afterOthers(planned: Int?) async throws {
    let plan = try planned.map { try OwnPlan(svg: Self.plan(seats: $0)) }
    let renderer = FloorPlanRenderer(plan: plan)
    var picture = floor(seats: 60, zones: 4)
    for day in 0..<6 {
      for seat in picture.seats.indices where (seat + day) % 3 == 0 {
        picture.seats[seat].state = SeatState.allCases[(seat + 5 * day) % SeatState.allCases.count]
        picture.seats[seat].label = day % 4 == 3 ? "Ли \(seat)" : nil
      }
      picture.subtitle = "Свободно \(day)"
      try await expectAsDrawnWhole(.floor(picture), by: renderer, plan)
    }
  }

  @Test("After a booking nearly all of the file is what it was before", arguments: [60, 2_000])
  func bands(seats: Int) async throws {
    let renderer = FloorPlanRenderer()
    var picture = floor(seats: seats, zones: 4)
    let before = try await Set(Self.chunks(of: renderer.png(of: .floor(picture))))
    picture.seats[0].state = .taken
    picture.subtitle = "Свободно 6 из \(seats)"
    let after = try await Self.chunks(of: renderer.png(of: .floor(picture)))
    // The line with the number, the seat, and the check sum at the end.
    #expect((2...4).contains(after.count { !before.contains($0) }))
    #expect(after.count > 12)
  }

  @Test("Own plans keep colours of their own beside those of the seats")
  func colours() async throws {
    // A sweep of colours, as on a photograph.
    let stops = (0..<40).map {
      "<rect x=\"\($0 * 10)\" y=\"200\" width=\"10\" height=\"200\" fill=\"rgb(\($0 * 6),\(255 - $0 * 6),\($0 * 3))\"/>"
    }
    let plan = try OwnPlan(
      svg: """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">\(stops.joined())
        <rect id="seat-1" x="20" y="20" width="90" height="60"/></svg>
        """)
    let picture = FloorPicture(title: "ср", seats: [PictureSeat(id: "1", state: .held)])
    let image = try DecodedPNG(try await FloorPlanRenderer(plan: plan).png(of: .floor(picture)))
    for stop in 0..<40 {
      let color = UInt32(stop * 6) << 16 | UInt32(255 - stop * 6) << 8 | UInt32(stop * 3)
      let x = plan.frame.x + (stop * 10 + 5) * plan.frame.width / 400
      #expect(image[x, plan.frame.y + plan.frame.height * 3 / 4] == color)
    }
  }

  // MARK: Helpers

  /// No pixel may be further from the true one than the shades of a palette are from each other, and hardly any is
  /// more than a shade that nobody sees.
  private func expectAsDrawnWhole(
    _ picture: Picture, by renderer: FloorPlanRenderer, _ plan: OwnPlan? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let image = try DecodedPNG(try await renderer.png(of: picture))
    let canvas = Canvas()
    try canvas.draw(picture.drawing(plan: plan))
    #expect(image.width == canvas.width && image.height == canvas.height, sourceLocation: sourceLocation)
    var (largest, off) = (0, 0)
    try canvas.withPixels { pixels in
      for y in 0..<image.height {
        for x in 0..<image.width {
          let (one, other) = (image[x, y], pixels[y * image.width + x] & 0xFF_FFFF)
          if one == other { continue }
          let difference = DecodedPNG.difference(one, other)
          largest = max(largest, difference)
          if difference > 16 { off += 1 }
        }
      }
    }
    #expect(largest <= 40, sourceLocation: sourceLocation)
    #expect(off * 400 <= image.width * image.height, sourceLocation: sourceLocation)
  }

  private static func plan(seats: Int) -> String {
    let columns = max(1, Int(Double(seats).squareRoot()))
    let side = 1000 / columns
    let desks = (0..<seats).map { seat in
      let (x, y) = (seat % columns * side + side / 10, seat / columns * side + side / 10)
      return "<rect id=\"seat-\(seat + 1)\" x=\"\(x)\" y=\"\(y)\" width=\"\(side * 7 / 10)\""
        + " height=\"\(side * 6 / 10)\" rx=\"\(side / 20)\" fill=\"#abc\"/>"
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 1100\">"
      + "<rect width=\"1000\" height=\"1100\" fill=\"#f3e9d8\"/>\(desks.joined())</svg>"
  }

  /// The chunks of a PNG file, each as it stands there.
  private static func chunks(of file: [UInt8]) -> [[UInt8]] {
    var chunks: [[UInt8]] = []
    var start = 8
    while start < file.count {
      let length = file[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      chunks.append(Array(file[start..<start + length + 12]))
      start += length + 12
    }
    return chunks
  }
}
