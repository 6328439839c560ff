/// Why a call did not succeed, told by what to do next. Carries the method, never an address.
public enum TelegramError: Error, Sendable, Hashable {
  /// Too fast: leave that chat alone for so long, then repeat.
  case retryAfter(Duration, method: String)
  /// Telegram or the way to it is in trouble: try again later, mind the effect.
  case unavailable(reason: String, effect: Effect, method: String)
  /// This person or chat cannot be written to: stop writing.
  case personUnreachable(Unreachable, method: String)
  /// The message to edit or delete is lost or cannot be changed: send a new one.
  case messageGone(method: String)
  /// It looks like that already: success.
  case notModified(method: String)
  /// The tap can no longer be answered: nothing to do.
  case queryTooOld(method: String)
  /// The file or file id is not accepted, or cannot be fetched: upload it again, or do without.
  case fileRefused(FileProblem = .notAccepted, description: String, method: String)
  /// The token is wrong or revoked: stop the program.
  case tokenRefused(method: String)
  /// Another process polls with this token: pause, try again, tell the operator.
  case secondPoller(method: String)
  /// A webhook is set: delete it, then poll.
  case webhookActive(method: String)
  /// The group has a new id: use that.
  case chatMigrated(to: ChatID, method: String)
  /// A mistake of ours: log it, do not repeat.
  case refused(code: Int, description: String, method: String)
  /// A newer edit of the same message took its place before it was sent: nothing to do.
  case superseded(method: String)
  /// The task was cancelled; a call under way may have been carried out.
  case cancelled(method: String)

  /// Whether an unanswered request was carried out.
  public enum Effect: Sendable, Hashable {
    /// It did not reach the server: repeating it is safe.
    case didNotHappen
    /// It may have been carried out: repeating it may do it twice.
    case unknown
  }

  /// What is wrong with a file.
  public enum FileProblem: Sendable, Hashable {
    /// Telegram does not take it, or not under this id.
    case notAccepted
    /// It is longer than Telegram or the caller allows.
    case tooBig
    /// Telegram does not have it (any more).
    case gone
    /// A Bot API server of one's own keeps it where this process cannot read it.
    case outOfReach
  }

  /// Why somebody cannot be written to.
  public enum Unreachable: String, Sendable, Hashable {
    /// The person blocked the bot.
    case blocked = "the person blocked the bot"
    /// The account is deleted.
    case deactivated = "the account is deleted"
    /// The person never pressed Start.
    case neverStarted = "the person never pressed Start"
    /// This bot has never seen the chat, or the id is wrong.
    case chatNotFound = "chat not found"
    /// The person asked about is not in the chat.
    case memberNotFound = "not a member of the chat"
    /// The bot was removed from the group or may not write there.
    case botNotInChat = "the bot may not write in the chat"
  }
}

extension TelegramError: CustomStringConvertible {
  /// `sendMessage: retry after 5 s`; never an address or a token.
  public var description: String {
    switch self {
    case .retryAfter(let wait, let method): "\(method): too fast, retry after \(wait.components.seconds) s"
    case .unavailable(let reason, .didNotHappen, let method): "\(method): unavailable, not done: \(reason)"
    case .unavailable(let reason, .unknown, let method): "\(method): unavailable, perhaps done: \(reason)"
    case .personUnreachable(let reason, let method): "\(method): \(reason.rawValue)"
    case .messageGone(let method): "\(method): the message is gone or cannot be changed"
    case .notModified(let method): "\(method): nothing to change"
    case .queryTooOld(let method): "\(method): the tap is too old to answer"
    case .fileRefused(_, let description, let method): "\(method): file refused: \(description)"
    case .tokenRefused(let method): "\(method): Telegram refused the bot's token"
    case .secondPoller(let method): "\(method): another process polls with the same token"
    case .webhookActive(let method): "\(method): a webhook is set"
    case .chatMigrated(let chat, let method): "\(method): the group is now \(chat)"
    case .refused(let code, let description, let method): "\(method): refused with \(code): \(description)"
    case .superseded(let method): "\(method): superseded by a newer edit"
    case .cancelled(let method): "\(method): cancelled"
    }
  }
}
