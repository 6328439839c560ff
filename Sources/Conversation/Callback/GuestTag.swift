import OfficeActor

/// Stands for a guest's name in buttons, which have no room for it: the name itself is in the chat's memory,
/// and a button of an older message does not book a newer name.
package struct GuestTag: Sendable, Hashable, RawRepresentable {
  /// A digest of the name.
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ name: GuestName) {
    self.init(rawValue: UInt32(truncatingIfNeeded: name.text.stableDigest))
  }
}
