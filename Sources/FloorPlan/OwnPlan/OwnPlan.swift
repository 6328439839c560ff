import Foundation

/// The office's own drawing of its floor: an SVG in which a seat is an element with the id `seat-<id>`.
///
/// The renderer colours that element and everything in it, hides texts in it, and writes number,
/// sign and name over its middle.
public struct OwnPlan: Sendable, Hashable {
  /// Larger files are refused, so that no drawing takes the machine.
  public static let bytesMax = 2 << 20

  /// Why a file cannot be the office's plan.
  public enum LoadingError: Error, Sendable, Hashable {
    /// The file cannot be read, in the system's words.
    case unreadable(String)
    /// The file has more than ``OwnPlan/bytesMax`` bytes.
    case tooLarge
    /// The file is not an SVG with a `viewBox`, in the drawing library's words.
    case notAPlan(String)
  }

  let document: String
  let digest: String
  /// Where the document goes on a picture.
  let frame: Frame
  /// Where the seats' elements are on a picture, by seat id.
  let places: [String: Frame]

  /// A plan from a file.
  public init(contentsOfFile path: String) throws(LoadingError) {
    guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable("no file at \(path)") }
    let data: Data?
    do { data = try file.read(upToCount: Self.bytesMax + 1) } catch { throw .unreadable("\(error)") }
    guard let document = String(data: data ?? Data(), encoding: .utf8) else { throw .notAPlan("not UTF-8") }
    try self.init(svg: document)
  }

  /// A plan from an SVG document.
  public init(svg document: String) throws(LoadingError) {
    guard document.utf8.count <= Self.bytesMax else { throw .tooLarge }
    let parsed: ParsedSVG
    do { parsed = try ParsedSVG(document) } catch { throw .notAPlan(error.reason) }
    guard let aspect = parsed.aspect, (0.2...5).contains(aspect) else {
      throw .notAPlan("it has no viewBox, or one more than five times as long as wide")
    }
    let frame = Self.frame(aspect: aspect)
    var places: [String: Frame] = [:]
    for id in Self.seatIDs(in: document) {
      places[id] = parsed.place(ofElement: Self.element(id), in: frame)
    }
    self.document = document
    self.digest = ContentID(ofText: document).rawValue
    self.frame = frame
    self.places = places
  }

  /// The seats that the plan has no element for.
  public func missing(of seats: [String]) -> [String] {
    seats.filter { places[$0] == nil }
  }

  /// The plan's elements `seat-<id>` that are none of these seats, by id.
  public func superfluous(besides seats: [String]) -> [String] {
    Set(places.keys).subtracting(seats).sorted()
  }

  static func element(_ seat: String) -> String { "seat-" + seat }

  /// As wide as pictures are, unless that would be higher than they are.
  private static func frame(aspect: Double) -> Frame {
    let space = FloorLayout.heights.upperBound - FloorLayout.headerHeight - FloorLayout.legendHeight
    let wide = FloorLayout.width - 2 * FloorLayout.margin
    let height = min(space, Int(Double(wide) / aspect))
    let width = min(wide, Int(Double(height) * aspect))
    return Frame(
      x: (FloorLayout.width - width) / 2, y: FloorLayout.headerHeight, width: width, height: height)
  }

  /// The values of attributes `id="seat-…"`; librsvg finds elements by id but does not list them.
  private static func seatIDs(in document: String) -> [String] {
    document.matches(of: /\sid\s*=\s*(?:"seat-([^"&<]+)"|'seat-([^'&<]+)')/).compactMap {
      ($0.output.1 ?? $0.output.2).map(String.init)
    }
  }
}
