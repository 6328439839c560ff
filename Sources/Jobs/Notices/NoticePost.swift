public import OfficeActor

/// Takes notices to people.
public protocol NoticePost: Sendable {
  /// Sends a notice, at most once, at the pace that the way to people allows. Whether it still holds, and for whom,
  /// is looked at when its turn has come.
  func deliver(_ notice: Notice, to account: AccountID) async -> DeliveryAttempt
}
