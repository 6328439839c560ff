import OfficeActor

/// What a message told about its reader's affairs, to see later whether that still holds.
package struct Statement: Sendable, Hashable {
  let subjects: [Subject]
  /// Of how all of them stood.
  let digest: UInt64
  /// The screen that told it; nil for a notice.
  let trail: Trail?
  /// Whether its buttons may still be there.
  var hasButtons = true

  /// As the chat's memory keeps it.
  package var code: String {
    [
      hasButtons ? "1" : "0", String(digest, radix: 36), subjects.map(\.code).joined(separator: ","),
      trail?.code ?? "",
    ].joined(separator: "|")
  }

  init(_ subjects: [Subject], digest: UInt64, trail: Trail?, hasButtons: Bool = true) {
    self.subjects = subjects
    self.digest = digest
    self.trail = trail
    self.hasButtons = hasButtons
  }

  /// The statement with a code, or nil if it is not one of ours (any more).
  package init?(code: String) {
    let fields = code.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
    guard fields.count == 4, let digest = UInt64(fields[1], radix: 36) else { return nil }
    let codes = fields[2].split(separator: ",", omittingEmptySubsequences: false)
    self.init(
      codes.compactMap(Subject.init), digest: digest,
      trail: fields[3].isEmpty ? nil : Trail(code: fields[3]), hasButtons: fields[0] == "1")
    guard subjects.count == codes.count, (trail == nil) == fields[3].isEmpty else { return nil }
  }

  /// Days about which it wants an answer.
  var daysInQuestion: Set<Day> { Set(subjects.compactMap(\.dayInQuestion)) }
}
