import Foundation

/// The office's own drawing of its floor: an SVG in which a seat is an element with the id `seat-<id>`.
///
/// Where the seats are is found once, when the file is read. On a picture the drawing is drawn without them; the
/// renderer paints each with the colour of its state, and writes number, sign and name where it has most room.
public struct OwnPlan: Sendable {
  /// Larger files are refused: a drawing is read at every start.
  public static let bytesMax = 8 << 20

  /// Why a file cannot be the office's plan.
  public enum LoadingError: Error, Sendable, Hashable {
    /// The file cannot be read, in the system's words.
    case unreadable(String)
    /// The file has more than ``OwnPlan/bytesMax`` bytes.
    case tooLarge
    /// The file is not an SVG of a known size; the reason in words.
    case notAPlan(String)
  }

  /// Width divided by height that a page may have.
  private static let aspects = 0.2...5

  /// The drawing with its seats in groups, as librsvg reads it.
  let document: [UInt8]
  let digest: String
  /// Where the drawing goes on a picture.
  let frame: Frame
  /// The seats that can be shown, in the order in which they are painted.
  let seats: [PlanSeats.Seat]
  /// Where each seat is in ``seats``, by id.
  let positions: [String: Int]
  /// Where the seats' numbers go on a picture, by seat id.
  let places: [String: Frame]
  /// The parts of a picture that change by themselves, each with the positions of its seats in ``seats``.
  let cells: [FrameGroup]
  private let flaws: [String: [PlanFinding.Flaw]]

  /// A plan from a file.
  ///
  /// - Throws: ``LoadingError`` if the file cannot be read or is no usable drawing.
  public init(contentsOfFile path: String) throws(LoadingError) {
    guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable("no file at \(path)") }
    let data: Data?
    do { data = try file.read(upToCount: Self.bytesMax + 1) } catch { throw .unreadable("\(error)") }
    try self.init([UInt8](data ?? Data()), encoding: nil)
  }

  /// A plan from an SVG document.
  ///
  /// - Throws: ``LoadingError`` if it is no usable drawing.
  public init(svg document: String) throws(LoadingError) {
    try self.init([UInt8](document.utf8), encoding: "UTF-8")
  }

  /// - Parameter encoding: overrides what the document says of itself.
  private init(_ bytes: [UInt8], encoding: String?) throws(LoadingError) {
    guard bytes.count <= Self.bytesMax else { throw .tooLarge }
    guard !bytes.starts(with: [0x1F, 0x8B]) else {
      throw .notAPlan("it is compressed; save it as plain SVG")
    }
    do {
      let parsed = try PlanDocument(bytes, encoding: encoding)
      guard let page = try ParsedSVG(parsed.written()).page else {
        throw PlanDocument.Refusal(reason: "it has neither a viewBox nor a width and a height")
      }
      guard Self.aspects.contains(page.width / page.height) else {
        throw PlanDocument.Refusal(reason: "its page is more than five times as long as wide")
      }
      parsed.showPage("\(page.x) \(page.y) \(page.width) \(page.height)")
      frame = Self.frame(aspect: page.width / page.height)
      parsed.scaleStrokes(unitsPerPixel: page.width / Double(frame.width))
      document = parsed.written()
      digest = ContentID(of: document).rawValue
      let origin = Frame(x: 0, y: 0, width: frame.width, height: frame.height)
      let found = PlanSeats(try PlanSurvey(parsed, page: origin).readings, page: origin)
      seats = found.seats
      flaws = found.flaws
    } catch let refusal as PlanDocument.Refusal {
      throw .notAPlan(refusal.reason)
    } catch let refusal as ParsedSVG.Refusal {
      throw .notAPlan(refusal.reason)
    } catch {
      throw .notAPlan("\(error)")
    }
    positions = Dictionary(uniqueKeysWithValues: zip(seats.map(\.id), 0...))
    let frame = frame
    places = positions.mapValues { [seats] in seats[$0].place.moved(x: frame.x, y: frame.y) }
    cells = FrameGroup.disjoint(seats.map { $0.whole.frame.moved(x: frame.x, y: frame.y) })
  }

  /// What is wrong or looks wrong with the elements of these seats, seat by seat.
  public func findings(for seats: [String]) -> [PlanFinding] {
    seats.flatMap { seat in
      var found = flaws[seat] ?? []
      if let place = places[seat] {
        if !DeskFace.hasRoom(for: seat, in: place) { found.append(.tooSmall) }
      } else if found.isEmpty {
        found.append(.missing)
      }
      return found.map { PlanFinding(seat: seat, flaw: $0) }
    }
  }

  /// The plan's elements `seat-<id>` that are none of these seats, by id.
  public func superfluous(besides seats: [String]) -> [String] {
    Set(positions.keys).subtracting(seats).sorted()
  }

  /// As wide as pictures are, unless that would be higher than they are.
  private static func frame(aspect: Double) -> Frame {
    let space = FloorLayout.heights.upperBound - FloorLayout.headerHeight - FloorLayout.legendHeight
    let wide = FloorLayout.width - 2 * FloorLayout.margin
    let height = min(space, Int(Double(wide) / aspect))
    let width = min(wide, Int(Double(height) * aspect))
    return Frame(
      x: (FloorLayout.width - width) / 2, y: FloorLayout.headerHeight, width: width, height: height)
  }
}

extension OwnPlan: Hashable {
  /// The same document has the same seats in the same places.
  public static func == (one: OwnPlan, other: OwnPlan) -> Bool { one.digest == other.digest }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
