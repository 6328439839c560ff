package import Foundation
package import Sockets

extension Configuration.Telegram {
  /// Address to which Telegram delivers updates.
  package struct Webhook: Sendable, Hashable {
    /// As Telegram reaches it, and as it is told.
    package var url: URL
    /// Address to which the operator's proxy, which does TLS, forwards deliveries.
    package var listen: ListenAddress
    /// What Telegram shows with each delivery; nil for one by chance at every start.
    package var secret: Secret?

    /// Path at which deliveries arrive at `listen`.
    package var path: WebhookPath { WebhookPath(ofRequest: url.path(percentEncoded: true)) }
  }
}

/// The path of a delivery, the same however it is written: proxies encode and decode what is not ASCII as they like,
/// and put a slash at the end or take it away.
package struct WebhookPath: Sendable, Hashable {
  private let decoded: String

  /// - Parameter path: as a request has it, with or without percent signs, and without a query.
  package init(ofRequest path: String) {
    let text = path.removingPercentEncoding ?? path
    let trimmed = text.reversed().drop { $0 == "/" }.reversed()
    decoded = String(trimmed)
  }
}

extension Configuration.Telegram.Webhook {
  /// Nil if something is missing, which is then noted as a mistake.
  init?(reading section: Section) {
    let url = section.entry("url")?.read(.webhookAddress)
    let listen = section.entry("listen")?.read(.listenAddress)
    if section.entry("url") == nil {
      section.addMistake(
        "is needed with `updates: webhook`: an address such as https://bot.example.org/spb", key: "url")
    }
    if section.entry("listen") == nil {
      section.addMistake(
        "is needed with `updates: webhook`: an address of this machine such as 127.0.0.1:8443", key: "listen")
    }
    do {
      let secret = try Secrets.webhookSecret(environment: section.reader.environment)
      guard let url, let listen else { return nil }
      self.init(url: url, listen: listen, secret: secret)
    } catch {
      section.addMistake(error.message, key: "url", at: section.place)
      return nil
    }
  }
}
