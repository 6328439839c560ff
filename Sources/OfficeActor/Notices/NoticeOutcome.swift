/// What became of the delivery of a notice.
public enum NoticeOutcome: Sendable, Hashable {
  /// Telegram has it, as the message with this id in the chat with an account.
  case delivered(to: AccountID, message: Int64)
  /// It was sent to an account, and nothing says whether it arrived: it is sent again, later.
  case unclear(to: AccountID)
  /// Obsolete: what it announced no longer holds.
  case dropped(reason: String)
  /// It can never be delivered to an account; none if nobody is linked to the name.
  case undeliverable(to: AccountID?, reason: DeliveryFailure)
}

/// How one attempt to deliver a notice ended.
public enum DeliveryAttempt: Sendable, Hashable {
  /// The office is to be told.
  case settled(NoticeOutcome)
  /// Nothing was sent: what the notice was to say, or to whom, changed while it waited for its turn.
  case outdated
  /// Nothing arrived, for a reason that passes.
  case failed(reason: String)
}
