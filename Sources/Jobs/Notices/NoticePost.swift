public import OfficeActor

/// Takes notices to people.
public protocol NoticePost: Sendable {
  /// Delivers a notice, at the pace that the way to people allows.
  ///
  /// - Returns: what became of it for good.
  /// - Throws: if it failed in passing and is worth another try. It may then have been delivered.
  func deliver(_ notice: Notice, to account: AccountID) async throws -> NoticeOutcome
}
