public import Foundation

/// How the way from people to the bot fares.
public enum Reception: Sendable, Hashable {
  /// Everything that Telegram had when it was asked is handled.
  case everything(asked: Date)
  /// Updates do not arrive.
  case nothing
}
