import BotLoop
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import OfficeConfiguration
import ServiceLifecycle
import Sockets
import Telegram
import Vitals

/// Takes what Telegram delivers.
///
/// «Taken» is said only when an update is handled: what is not, Telegram delivers again.
struct WebhookPage: Service, CustomStringConvertible {
  let listen: ListenAddress
  let path: WebhookPath
  let secret: Secret
  let vitals: Vitals
  let taps: TapWatch
  let logger: Logger
  /// Handles an update; false if it cannot be taken now.
  let take: @Sendable (Update) async -> Bool

  /// Far above any update; parameters of more than a mebibyte Telegram does not take either.
  static let bodyBytesMax = 1 << 20

  var description: String { "webhook page" }

  func run() async throws {
    // No router: to that, a path is a pattern, and is compared as it is written.
    let responder = CallbackResponder<BasicRequestContext> { request, _ in
      guard request.method == .post, WebhookPath(ofRequest: request.uri.path) == path else {
        return Response(status: .notFound)
      }
      return Response(status: try await status(of: request))
    }
    try await Application(
      responder: responder,
      configuration: ApplicationConfiguration(address: .hostname(listen.host, port: listen.port)),
      logger: logger.forServices
    ).run(listeningOn: listen)
  }

  /// Errors that carry an answer, as that of a body that is too large, are that answer.
  private func status(of request: Request) async throws -> HTTPResponse.Status {
    do { return try await receive(request) } catch let error as any HTTPResponseError { return error.status }
  }

  private func receive(_ request: Request) async throws -> HTTPResponse.Status {
    guard let header = HTTPField.Name(SetWebhook.secretHeader),
      request.headers[header]?.isSame(asSecret: secret.value) == true
    else {
      logger.notice("something that is not Telegram's came to the webhook")
      return .unauthorized
    }
    // Throws if the body is too large.
    let body = try await request.body.collect(upTo: Self.bodyBytesMax)
    guard let update = try? JSONDecoder().decode(Update.self, from: Data(body.readableBytesView)) else {
      // Refused, it would come again for a day.
      logger.error("an update without an id was delivered; it is skipped")
      return .ok
    }
    taps.begin([update])
    guard await take(update) else { return .serviceUnavailable }
    vitals.noteUpdates(handled: taps.takeUpdates())
    return .ok
  }
}

extension String {
  /// Whether it is the secret, in a time that does not tell how much of it is right.
  func isSame(asSecret secret: String) -> Bool {
    let (own, other) = (Array(utf8), Array(secret.utf8))
    var difference = own.count ^ other.count
    for index in other.indices { difference |= Int(other[index] ^ (index < own.count ? own[index] : 0)) }
    return difference == 0
  }
}

extension Secret {
  /// As long as nobody can guess it: 43 characters carry 256 bits.
  static var random: Secret {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
    return Secret(value: String((0..<43).compactMap { _ in letters.randomElement() }))
  }
}
