package import Foundation
import OfficeActor

/// What the bot has to say to a tap or to something typed.
package struct Reply: Sendable, Hashable {
  /// The screen to show; nil leaves the one there is.
  package var screen: Screen?
  /// The little answer above the chat, for taps only.
  package var toast: String?
  /// A file to send besides.
  package var document: OutgoingDocument?

  /// Telegram takes no longer answers to a tap, in characters.
  static let toastCharactersMax = 200

  init(_ screen: Screen?, toast: Markup? = nil, document: OutgoingDocument? = nil) {
    self.screen = screen
    self.document = document
    self.toast = toast?.plain.shortened(to: Self.toastCharactersMax)
  }
}

/// A file that the bot sends.
package struct OutgoingDocument: Sendable, Hashable {
  package var name: String
  package var bytes: Data
  package var caption: Markup
}
