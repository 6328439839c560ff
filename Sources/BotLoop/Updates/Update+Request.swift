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
    return RequestID(rawValue: Int64(bitPattern: Self.digest("\(id) \(content)")))
  }

  /// FNV-1a: stable from start to start, which Swift's own hashes are not.
  private static func digest(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
