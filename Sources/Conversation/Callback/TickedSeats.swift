import OfficeActor

/// Seats that an admin has ticked to be closed together, and why; the chat keeps them, over a restart, too.
package struct TickedSeats: Sendable, Hashable {
  /// At most ``Office/seatsMax``.
  var seats: Set<Seat.ID> = []
  /// Empty if not said.
  var reason: Reason = ""

  /// Stands for them in buttons, which have no room for them: a button of an older message does not close what was
  /// ticked since.
  package struct Tag: Sendable, Hashable, RawRepresentable {
    /// A digest of the seats and the reason.
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }
  }

  var tag: Tag { Tag(rawValue: UInt32(truncatingIfNeeded: code.stableDigest)) }
}

extension TickedSeats {
  /// The reason, then a seat a line.
  fileprivate var code: String {
    ([reason.text] + seats.map(\.rawValue).sorted()).joined(separator: "\n")
  }

  fileprivate init?(code: String) {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let reason = lines.first, lines.count <= Office.seatsMax + 1 else { return nil }
    self.init(seats: Set(lines.dropFirst().map { Seat.ID($0) }), reason: Reason(reason))
  }
}

extension Field where Value == TickedSeats {
  static var ticked: Field { Field<String>.rest.map({ TickedSeats(code: $0) }, { $0.code }) }
}
