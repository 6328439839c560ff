import Conversation
import Foundation
import OfficeActor
import Telegram

extension Update {
  /// What the update asks for, the same however often it is delivered.
  ///
  /// Not the update's id alone: after a silent week Telegram's ids may begin anew, and what comes then must not
  /// be taken for what was handled before.
  var request: RequestID {
    let content =
      switch content {
      case .callbackQuery(let query): query.id.rawValue
      case .message(let message): "\(message.id) \(Int64(message.date.timeIntervalSince1970))"
      default: ""
      }
    return RequestID(rawValue: Int64(bitPattern: "\(id) \(content)".stableDigest))
  }

  /// Names the update in the notes of what is in hand.
  var crashKey: UInt64 { UInt64(bitPattern: request.rawValue) }
}
