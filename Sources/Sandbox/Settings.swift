public import Foundation

/// How a sandbox is set up.
public struct Settings: Sendable {
  /// A token in the right form that opens nothing anywhere else.
  public static let defaultToken = "7000000001:SANDBOX_this_token_opens_nothing_00"

  /// The port on loopback; 0 takes any free one.
  public var port = 0
  /// The token that the bot has to use. Its part before the colon is the bot's id.
  public var token = Settings.defaultToken
  /// The bot's name as people see it.
  public var botName = "Офис"
  /// The bot's username, without the at sign.
  public var botUsername = "office_sandbox_bot"
  /// How much the bot may send; unlimited if `nil`.
  public var flood: FloodLimits? = .telegram
  /// How long after a tap its query can be answered. Observed are 10 to 30 seconds.
  public var answerWindow = Duration.seconds(15)
  /// The seed of everything random about faults.
  public var seed: UInt64 = 1
  /// The time zone of people's phones on the page, by its IANA name.
  public var timeZone = "Europe/Moscow"
  /// The sandbox's time.
  public var clock = SandboxClock()

  /// Whether updates are delivered to plain http too, as a server of one's own does it that runs with `--local`.
  public var allowsPlainWebhooks = true

  /// Where files lie if `getFile` is to give their paths on this machine, as a server of one's own does it that runs
  /// with `--local`. They are not served over HTTP then.
  public var localFiles: URL?

  /// The defaults: any port, limits like Telegram's.
  public init() {}

  /// The bot's id.
  var botID: Int64 { Int64(token.prefix { $0 != ":" }) ?? 0 }

  /// The sandbox reaches nobody but who is on this machine.
  func delivers(to url: URL) -> Bool { ["127.0.0.1", "localhost"].contains(url.host ?? "") }
}
