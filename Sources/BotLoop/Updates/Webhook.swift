public import Foundation
import Logging
import ServiceLifecycle
import Telegram

/// Address to which Telegram delivers updates.
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
  /// Told how the way from people fares, as often as Telegram is asked.
  var received: @Sendable (Reception) -> Void = { _ in }
  /// The wall clock.
  var now: @Sendable () -> Date = { Date() }

  /// Deliveries at the same time. As with polling, no more is taken than can be handled.
  static let connectionsMax = 40
  /// How often Telegram is asked whether deliveries arrive; as often as a poll would begin.
  static let watchingPause = Duration.seconds(30)
  /// The same while something waits.
  static let askingPause = Duration.milliseconds(250)
  /// The same after Telegram did not answer.
  static let failurePause = Duration.seconds(1)
  /// Telegram delivers at once: what waits for longer does not arrive.
  static let deliveryMax = Duration.seconds(10)

  var description: String { "webhook" }

  /// - Throws: ``UpdateLoopError`` if Telegram refuses the token.
  func run() async throws {
    try await cancelWhenGracefulShutdown {
      try await register()
      await watch()
    }
    // What waits stays at Telegram until the next start: the webhook stays.
    try? await gracefulShutdown()
  }

  /// Asks Telegram, again and again, whether its deliveries arrive. What is delivered is handled.
  private func watch() async {
    var lastFailure: Date?
    var waitsSince: ContinuousClock.Instant?
    while !Task.isCancelled {
      let (asked, instant) = (now(), ContinuousClock.now)
      var pause = Self.askingPause
      do throws(TelegramError) {
        let info = try await api.call(GetWebhookInfo())
        if info.lastFailureAt != lastFailure { received(.nothing) }
        lastFailure = info.lastFailureAt
        if info.pendingUpdates == 0 {
          waitsSince = nil
          received(.everything(asked: asked))
          pause = Self.watchingPause
        } else {
          let since = waitsSince ?? instant
          waitsSince = since
          if instant - since > Self.deliveryMax { received(.nothing) }
        }
      } catch {
        received(.nothing)
        logger.info("Telegram did not say whether updates wait", metadata: ["error": "\(error)"])
        pause = Self.failurePause
      }
      try? await Task.sleep(for: pause)
    }
  }

  private func register() async throws {
    var failures = PollFailures()
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
        let pause = failures.pause(after: error)
        logger.error(
          "Telegram did not take the webhook's address", metadata: ["error": "\(error)", "pause": "\(pause)"])
        try? await Task.sleep(for: pause)
      }
    }
  }
}
