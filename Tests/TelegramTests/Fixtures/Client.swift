import Foundation
import Testing

@testable import Telegram

/// A token that is easily recognised wherever it leaks.
let tokenText = "1234567890:LEAKED-secret_LEAKED"

extension TimeLimits {
  /// Whoever waits for so long waits in vain, however busy the machine is.
  static let patient = TimeLimits(connect: .seconds(120), silence: .seconds(120), overall: .seconds(120))
}

extension TelegramClient {
  static func testing(
    _ url: String, proxy: Proxy = .direct, limits: TimeLimits = .patient
  ) throws -> TelegramClient {
    TelegramClient(token: try #require(BotToken(tokenText)), apiURL: url, proxy: proxy, limits: limits)
  }
}

/// Makes the call, expects it to fail, and expects the token in nothing that the error says of itself.
func failure<M: BotMethod>(
  of method: M, with client: TelegramClient, timeout: Duration? = nil,
  _ location: SourceLocation = #_sourceLocation
) async throws -> TelegramError {
  do {
    _ = try await client.call(method, timeout: timeout)
  } catch {
    var dumped = ""
    dump(error, to: &dumped)
    for text in [
      error.description, "\(error)", String(reflecting: error), dumped, error.localizedDescription,
    ] {
      #expect(!text.contains("LEAKED") && !text.contains("1234567890"), sourceLocation: location)
      #expect(!text.contains("127.0.0.1") && !text.contains("http://"), sourceLocation: location)
    }
    #expect(error.description.hasPrefix(M.name), sourceLocation: location)
    return error
  }
  throw Unexpected.success
}

enum Unexpected: Error { case success, timedOut }

/// Waits until something that happens on another thread has happened; two minutes in vain are a failure.
func eventually(_ isTrue: () async -> Bool) async throws {
  let deadline = ContinuousClock.now + .seconds(120)
  while await !isTrue() {
    guard ContinuousClock.now < deadline else { throw Unexpected.timedOut }
    try await Task.sleep(for: .milliseconds(1))
  }
}

extension Data {
  /// A JSON object's fields.
  var fields: [String: Any] {
    (try? JSONSerialization.jsonObject(with: self)) as? [String: Any] ?? [:]
  }
}
