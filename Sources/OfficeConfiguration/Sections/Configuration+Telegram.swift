package import Foundation

extension Configuration {
  /// How the bot reaches Telegram.
  package struct Telegram: Sendable, Hashable {
    /// Address of the Bot API: http or https, without a slash at its end.
    package var apiURL = Self.publicAPI
    package var updates = Updates.polling

    /// How the bot learns what people did.
    package enum Updates: Sendable, Hashable {
      case polling
      case webhook(Webhook)
    }

    /// The webhook; nil where updates are polled for.
    package var webhook: Webhook? { if case .webhook(let webhook) = updates { webhook } else { nil } }

    private static let publicAPI: URL = {
      guard let url = URL(string: "https://api.telegram.org") else { preconditionFailure("a valid URL") }
      return url
    }()
  }
}

extension Configuration.Telegram {
  init(reading section: Section) {
    self.init()
    apiURL = section.read("api_url", .serverAddress, or: apiURL)
    let kind = section.read("updates", .word(), or: UpdatesKind.polling)
    let webhook = section.entry("webhook")
    switch kind {
    case .polling:
      // Kept in the file for another time, it must be right all the same.
      if webhook != nil { _ = section.section("webhook") { Webhook(reading: $0) } }
    case .webhook:
      if let webhook = section.section("webhook", { Webhook(reading: $0) }) { updates = .webhook(webhook) }
    }
  }

  private enum UpdatesKind: String, CaseIterable {
    case polling, webhook
  }
}
