/// The way to a screen: the places one came through, the screen itself last. «‹ Назад» goes one back.
package struct Trail: Sendable, Hashable {
  /// The places before the screen, nearest last.
  private(set) var behind: [Place]
  /// The screen.
  private(set) var place: Place

  /// A screen that one comes to directly; back from it is the menu.
  init(_ place: Place) {
    behind = []
    self.place = place
  }

  /// Deeper ways than this are cut at their beginning.
  static let depthMax = 6

  /// The way on to another place. A place already on the way is gone back to, so ways do not grow in circles.
  func to(_ next: Place) -> Trail {
    var trail = self
    if next.isSameScreen(as: place) {
      trail.place = next
    } else if let index = behind.firstIndex(where: { $0.isSameScreen(as: next) }) {
      trail.behind.removeSubrange(index...)
      trail.place = next
    } else {
      trail.behind = (behind + [place]).suffix(Self.depthMax - 1)
      trail.place = next
    }
    return trail
  }

  /// The way back.
  var back: Trail {
    guard let last = behind.last else { return Trail(.menu) }
    var trail = self
    trail.behind.removeLast()
    trail.place = last
    return trail
  }

  /// The same way with its beginning forgotten, or nil if it has none.
  var shortened: Trail? {
    guard !behind.isEmpty else { return nil }
    var trail = self
    trail.behind.removeFirst()
    return trail
  }

  var code: String { (behind + [place]).map(\.code).joined(separator: ".") }

  init?(code: Substring) {
    let parts = code.split(separator: ".", omittingEmptySubsequences: false)
    let places = parts.compactMap(Place.init(code:))
    guard let last = places.last, places.count == parts.count, places.count <= Self.depthMax else {
      return nil
    }
    behind = places.dropLast()
    place = last
  }
}

extension Place {
  /// Whether two places are one screen, perhaps at another page or part of it.
  fileprivate func isSameScreen(as other: Place) -> Bool {
    switch (self, other) {
    case (.names, .names), (.people, .people), (.bookings, .bookings): true
    case (.day(let day, let part), .day(let otherDay, let otherPart)):
      // A part of a day is a step further in than the day.
      day == otherDay && (part == nil) == (otherPart == nil)
    case (.guestDay(let day, let part), .guestDay(let otherDay, let otherPart)):
      day == otherDay && (part == nil) == (otherPart == nil)
    case (.moving(let booking, let part), .moving(let other, let otherPart)):
      booking == other && (part == nil) == (otherPart == nil)
    case (.colleague(let employee, _), .colleague(let other, _)): employee == other
    case (.admin(let place), .admin(let other)): place.isSameScreen(as: other)
    default: self == other
    }
  }
}
