import Foundation

extension Configuration.Telegram {
  /// Where Telegram delivers updates by itself.
  struct Webhook: Sendable, Hashable {
    /// As Telegram reaches it.
    var url: URL
    /// Where a proxy of the operator's, which does TLS, passes deliveries on to.
    var listen: ListenAddress
    /// What Telegram shows with each delivery; nil for one by chance at every start.
    var secret: Secret?

    /// Where they arrive at `listen`.
    var path: String { url.path.isEmpty ? "/" : url.path }
  }
}

extension Configuration.Telegram.Webhook {
  /// Nil if something is missing, which is then noted as a mistake.
  init?(reading section: Section) {
    let url = section.entry("url")?.read(.serverAddress)
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
