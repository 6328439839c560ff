/// A text that must not be seen: printing, interpolating, dumping or logging it shows three dots.
package struct Secret: Sendable, Hashable {
  /// The text itself, for the one place that needs it.
  package let value: String

  package init(value: String) { self.value = value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "…" }
  package var debugDescription: String { "…" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
