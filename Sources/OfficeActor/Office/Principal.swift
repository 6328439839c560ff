/// The person or program that gives a command.
public enum Principal: Sendable, Hashable {
  /// A person with a Telegram account, registered or not.
  case person(AccountID)
  /// The bot itself: start-up and jobs.
  case bot
}
