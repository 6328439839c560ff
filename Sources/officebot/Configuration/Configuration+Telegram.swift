import Foundation

extension Configuration {
  /// How the bot reaches Telegram.
  struct Telegram: Sendable, Hashable {
    /// Where the Bot API is served: http or https, without a slash at its end.
    var apiURL = Self.publicAPI
    var updates = Updates.polling

    /// How the bot learns what people did.
    enum Updates: String, Sendable, CaseIterable {
      case polling
    }

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
    if let entry = section.entry("updates") {
      if entry.text == "webhook" {
        entry.addMistake("`webhook` is not available in this version; use `polling`")
      } else {
        updates = entry.read(.word()) ?? updates
      }
    }
  }
}
