/// Something that goes wrong between the bot and Telegram, on purpose.
public struct Fault: Hashable, Sendable, Identifiable {
  /// What goes wrong.
  public enum Kind: Hashable, Sendable {
    /// The answer takes longer, by a time picked between two.
    case latency(from: Duration, to: Duration)
    /// 429, with or without `retry_after` in seconds.
    case tooManyRequests(retryAfter: Int?)
    /// 500.
    case internalError
    /// 502 with an HTML page.
    case badGateway
    /// 409, as from a second poller.
    case conflict
    /// 401, as with a revoked token.
    case unauthorized
    /// The connection breaks before the call is handled.
    case reset
    /// The call is handled, then the connection breaks.
    case answerLost
    /// The call is handled, half the answer comes, then the connection breaks.
    case halfBody
    /// The call is not handled; after a long silence the connection breaks.
    case stall(Duration)
    /// Not a call: a person's tap arrives twice, as two queries.
    case duplicateTap
  }

  /// Given when the fault is switched on.
  public internal(set) var id = 0
  /// What goes wrong.
  public var kind: Kind
  /// For this method only.
  public var method: String?
  /// For calls about this chat only.
  public var chat: Int64?
  /// So many times; until switched off if `nil`.
  public var times: Int?
  /// How likely it is each time.
  public var probability: Double

  /// A fault.
  public init(
    _ kind: Kind, method: String? = nil, chat: Int64? = nil, times: Int? = nil, probability: Double = 1
  ) {
    self.kind = kind
    self.method = method
    self.chat = chat
    self.times = times
    self.probability = probability
  }
}

extension Fault.Kind {
  /// A short name, as the page and the log use it.
  public var name: String {
    switch self {
    case .latency: "latency"
    case .tooManyRequests: "tooManyRequests"
    case .internalError: "internalError"
    case .badGateway: "badGateway"
    case .conflict: "conflict"
    case .unauthorized: "unauthorized"
    case .reset: "reset"
    case .answerLost: "answerLost"
    case .halfBody: "halfBody"
    case .stall: "stall"
    case .duplicateTap: "duplicateTap"
    }
  }
}
