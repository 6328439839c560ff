/// The way to a screen: the places one came through, the screen itself last. «‹ Назад» goes one back.
package struct Trail: Sendable, Hashable {
  /// The places before the screen, nearest last.
  private(set) var behind: [Place]
  /// The screen.
  private(set) var place: Place

  /// A screen; back from one that is come to directly is the menu.
  init(_ place: Place, behind: [Place] = []) {
    self.behind = behind
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
}

extension Field where Value == Trail {
  /// A trail, as much of it as there is room for: it is cut at its beginning. Instead of a place that is too long even
  /// alone, the menu.
  static var trail: Field {
    Field(
      write: { trail, writer in
        var codes = (trail.behind + [trail.place]).map { Place.table.code(of: $0) }
        var bytes = writer.text.utf8.count + codes.reduce(codes.count - 1) { $0 + $1.utf8.count }
        while codes.count > 1, bytes > writer.bytesWanted {
          bytes -= codes.removeFirst().utf8.count + 1
        }
        if bytes > writer.bytesMax { codes = [Place.table.code(of: .menu)] }
        writer.append(codes.joined(separator: "."))
      },
      read: { reader throws(UnreadableCode) in
        var places = [try Place.table.read(from: &reader)]
        while places.count < Trail.depthMax, reader.skip(".") {
          places.append(try Place.table.read(from: &reader))
        }
        return Trail(places.removeLast(), behind: places)
      })
  }

  /// A trail behind what a button is about.
  static var andTrail: Field { .bar(.trail) }
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
