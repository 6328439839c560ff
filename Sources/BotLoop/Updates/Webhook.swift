public import Foundation
import Logging
import ServiceLifecycle
import Telegram

/// Where Telegram delivers updates by itself.
public struct WebhookAddress: Sendable, Hashable {
  /// As Telegram reaches it.
  public let url: URL
  /// What shows that a delivery is Telegram's.
  public let secret: String

  /// An address to be told to Telegram.
  public init(url: URL, secret: String) {
    self.url = url
    self.secret = secret
  }
}

/// Has Telegram deliver updates instead of polling for them.
///
/// They come one by one, a chat's in order, and come again until they are taken; so that is said only when they
/// are handled.
struct Webhook: Service, CustomStringConvertible {
  let api: any BotAPI
  let address: WebhookAddress
  let logger: Logger
  /// Told once, when what waited at Telegram at the start is handled.
  var caughtUp: @Sendable () -> Void = {}

  /// Deliveries at the same time. As with polling, no more is taken than can be handled.
  static let connectionsMax = 40
  /// How often Telegram is asked whether anything waits still.
  static let askingPause = Duration.milliseconds(250)

  var description: String { "webhook" }

  /// - Throws: ``UpdateLoopError`` if Telegram refuses the token.
  func run() async throws {
    try await cancelWhenGracefulShutdown {
      try await register()
      await catchUp()
    }
    // What waits stays at Telegram until the next start: the webhook stays.
    try? await gracefulShutdown()
  }

  /// What is delivered is handled: waits until nothing waits any more.
  private func catchUp() async {
    do {
      while try await api.call(GetWebhookInfo()).pendingUpdates > 0 {
        try await Task.sleep(for: Self.askingPause)
      }
      caughtUp()
    } catch {
      logger.info("Telegram did not say whether updates wait", metadata: ["error": "\(error)"])
    }
  }

  private func register() async throws {
    var backoff = PollBackoff()
    while !Task.isCancelled {
      do throws(TelegramError) {
        _ = try await api.call(
          SetWebhook(
            url: address.url, secretToken: address.secret, maxConnections: Self.connectionsMax,
            allowedUpdates: GetUpdates.AllowedUpdate.allCases))
        return logger.info("Telegram delivers updates", metadata: ["url": "\(address.url)"])
      } catch .tokenRefused {
        throw UpdateLoopError.tokenRefused
      } catch .cancelled {
        return
      } catch {
        let pause = backoff.pause(after: error)
        logger.error(
          "Telegram did not take the webhook's address", metadata: ["error": "\(error)", "pause": "\(pause)"])
        try? await Task.sleep(for: pause)
      }
    }
  }
}
