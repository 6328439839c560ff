/// A drawing's seats with their places, after overlaps and shared ids are resolved.
struct PlanSeats: Sendable {
  /// A seat that can be shown.
  struct Seat: Sendable {
    let id: String
    /// Id of the group around its element.
    let group: String
    /// The pixels of the page that it covers.
    let whole: Coverage
    /// The same without its edge.
    let inner: Coverage
    /// Where its number goes on the page.
    let place: Frame
  }

  /// A desk that fills this much of its frame uses the whole frame: rounded corners leave room for a number.
  private static let nearlyAllPercent = 93
  /// Overlaps smaller than this are ignored: lines of neighbours often touch.
  private static let overlapPercentMin = 5
  /// A seat of which less than this is visible cannot be recognised.
  private static let visiblePercentMin = 25
  /// Width of a desk's edge as a share of its shorter side, and its limits in pixels. Smaller desks than the least
  /// side have no edge.
  private static let edge = (share: 14, widths: 1...4, sideMin: 6)

  /// In painting order: larger ones first, so that small ones lie on top.
  private(set) var seats: [Seat] = []
  private(set) var flaws: [String: [PlanFinding.Flaw]] = [:]

  /// - Parameter page: the page in pixels, its origin at 0.
  init(_ readings: [PlanSurvey.Reading], page: Frame) {
    let shapes = settle(readings)
    var floor = Floor(page: page)
    for (index, shape) in shapes.enumerated() { floor.lay(shape.coverage, index: index) }
    for (index, shape) in shapes.enumerated() {
      let hidden = floor.hidden[index, default: [:]]
      let hiddenArea = hidden.values.reduce(0, +)
      if let most = hidden.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
        let other = shapes[most.key]
        if (shape.area - hiddenArea) * 100 < shape.area * Self.visiblePercentMin {
          flaws[shape.seat, default: []].append(.covered(by: other.seat))
        } else if hiddenArea * 100 >= other.area * Self.overlapPercentMin {
          flaws[shape.seat, default: []].append(.overlapped(by: other.seat))
        }
      }
      let frame = shape.coverage.frame
      let isFrame =
        hiddenArea * 100 < shape.area * Self.overlapPercentMin
        && shape.area * 100 >= frame.width * frame.height * Self.nearlyAllPercent
      guard let place = isFrame ? frame : floor.roomiestRectangle(of: index, in: shape.coverage) else {
        continue
      }
      let edge = Self.edgeWidth(of: place)
      seats.append(
        Seat(
          id: shape.seat, group: shape.group, whole: shape.coverage, inner: shape.coverage.eroded(by: edge),
          place: place))
    }
  }

  private static func edgeWidth(of place: Frame) -> Int {
    let side = min(place.width, place.height)
    if side < edge.sideMin { return 0 }
    return min(edge.widths.upperBound, max(edge.widths.lowerBound, side / edge.share))
  }

  /// What a seat's element covers of the page.
  private struct Shape {
    let seat: String
    let group: String
    let coverage: Coverage
    let area: Int
  }

  /// One shape for each seat that has any, larger ones first; equal ones in the order of the file.
  private mutating func settle(_ readings: [PlanSurvey.Reading]) -> [Shape] {
    var shapes: [(position: Int, shape: Shape)] = []
    for (seat, readings) in Dictionary(grouping: readings.enumerated(), by: \.element.element.seat) {
      let shown = readings.filter { $0.element.shape != nil }
      if shown.count > 1 { flaws[seat] = [.doubled(lines: shown.map(\.element.element.line))] }
      if let (position, first) = shown.first, let coverage = first.shape,
        case .drawn(let group) = first.element.stand
      {
        let shape = Shape(seat: seat, group: group, coverage: coverage, area: coverage.area)
        shapes.append((position, shape))
      } else if let flaw = readings.lazy.compactMap(\.element.flaw).first {
        flaws[seat] = [flaw]
      }
    }
    return shapes.sorted { ($1.shape.area, $0.position) < ($0.shape.area, $1.position) }.map(\.shape)
  }
}

/// Which seat each pixel shows.
private struct Floor {
  private let page: Frame
  private static let nobody: UInt16 = .max
  private var owners: [UInt16]
  /// For each seat, how many of its pixels each other seat hides.
  private(set) var hidden: [Int: [Int: Int]] = [:]

  init(page: Frame) {
    self.page = page
    owners = [UInt16](repeating: Self.nobody, count: page.width * page.height)
  }

  /// Lays a seat over those before it.
  mutating func lay(_ shape: Coverage, index: Int) {
    let frame = shape.frame
    for y in 0..<frame.height {
      for x in 0..<frame.width where shape.isInside(x, y) {
        let pixel = (frame.y + y) * page.width + frame.x + x
        let below = owners[pixel]
        if below != Self.nobody { hidden[Int(below), default: [:]][index, default: 0] += 1 }
        owners[pixel] = UInt16(index)
      }
    }
  }

  /// The rectangle with most room for a number among the pixels that show a seat.
  func roomiestRectangle(of index: Int, in shape: Coverage) -> Frame? {
    let frame = shape.frame
    let found = shape.roomiestRectangle { x, y in
      owners[(frame.y + y) * page.width + frame.x + x] == UInt16(index)
    }
    return found.map {
      Frame(x: frame.x + $0.x, y: frame.y + $0.y, width: $0.width, height: $0.height)
    }
  }
}
