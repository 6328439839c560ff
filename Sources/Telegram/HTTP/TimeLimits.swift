/// How long a call may take before it counts as failed.
public struct TimeLimits: Sendable, Hashable {
  /// Until a connection stands, name, proxy and TLS included.
  public var connect: Duration
  /// Without a byte in either direction. Telegram sits out flood waits of up to 8 seconds.
  public var silence: Duration
  /// From start to the answer's last byte; uploads get more, by their size.
  public var overall: Duration

  /// What suits the Bot API.
  public static let standard = TimeLimits(
    connect: .seconds(10), silence: .seconds(20), overall: .seconds(60))

  /// The slowest line on which an upload may still succeed.
  static let uploadBytesPerSecondMin = 32 * 1024
  /// Sent bytes that stay unacknowledged for so long end their connection.
  static let unacknowledgedMax = Duration.seconds(30)

  /// Limits of one's own.
  public init(connect: Duration, silence: Duration, overall: Duration) {
    self.connect = connect
    self.silence = silence
    self.overall = overall
  }

  /// The limits of a call that the server may leave unanswered for `wait` and that uploads `uploadBytes` bytes.
  func allowing(wait: Duration, uploadBytes: Int) -> TimeLimits {
    let upload = Duration.seconds(uploadBytes / Self.uploadBytesPerSecondMin)
    return TimeLimits(connect: connect, silence: silence + wait, overall: overall + wait + upload)
  }
}

extension TimeLimits {
  /// The same, for a call as it is; `timeout` goes before everything else that limits the whole of it.
  func fitting(_ method: some BotMethod, timeout: Duration? = nil) -> TimeLimits {
    var limits = allowing(
      wait: method.serverWait, uploadBytes: method.uploads.reduce(0) { $0 + $1.bytes.count })
    limits.overall = timeout ?? min(limits.overall, method.timeLimit ?? limits.overall)
    return limits
  }
}

extension Duration {
  /// Whole milliseconds, for libcurl; at least one, because zero means "no limit" there.
  var curlMilliseconds: Int {
    max(1, Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000))
  }
}
