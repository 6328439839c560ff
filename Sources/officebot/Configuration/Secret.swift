/// A text that must not be seen: printing, interpolating, dumping or logging it shows three dots.
struct Secret: Sendable, Hashable {
  /// The text itself, for the one place that needs it.
  let value: String
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  var description: String { "…" }
  var debugDescription: String { "…" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
