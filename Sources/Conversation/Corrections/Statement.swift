import OfficeActor

/// What a message told about its reader's affairs, to see later whether that still holds.
package struct Statement: Sendable, Hashable {
  /// At least one.
  let subjects: [Subject]
  /// Of how all of them stood.
  let digest: UInt64
  /// The screen that told it; nil for a notice.
  let trail: Trail?
  /// Whether its buttons may still be there.
  var hasButtons = true

  /// Days about which it wants an answer.
  var daysInQuestion: Set<Day> { Set(subjects.compactMap(\.dayInQuestion)) }
}

extension Statement {
  /// As the chat's memory keeps it.
  package var code: String { Self.table.code(of: self) }

  package init?(code: String) {
    guard let statement = Self.table.value(of: code) else { return nil }
    self = statement
  }
}

extension Statement: Coded {
  static let table = CodeTable<Statement> {
    Case(
      "s", { Statement(subjects: $2, digest: $1, trail: $3, hasButtons: $0) }, .flag, .number(),
      .bar(.subjects), .ifAny(.bar(.trail))
    ) { ($0.hasButtons, $0.digest, $0.subjects, $0.trail) }
  }
}
