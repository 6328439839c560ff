public import Foundation

/// A message in a chat, reduced to what the bot looks at.
public struct Message: Sendable, Hashable, Identifiable {
  /// Within its chat.
  public let id: MessageID
  /// The chat that it is in.
  public let chat: Chat
  /// The sender; absent in channels.
  public let from: User?
  /// When it was sent; the distant past if that cannot be read.
  public let date: Date
  /// Of a text message, cleaned by Telegram.
  public let text: String?
  /// Under a photo or document.
  public let caption: String?
  /// The same photo in several sizes; empty without a photo.
  public let photo: [PhotoSize]
  /// A file.
  public let document: Document?
  /// Buttons under it.
  public let replyMarkup: InlineKeyboardMarkup?
  /// Whether it is something else that a person sends: a sticker, a voice message, a place…
  /// Service messages ("pinned", "joined") have no content at all.
  public let hasOtherContent: Bool

  /// A message, for tests.
  public init(
    id: MessageID, chat: Chat, from: User? = nil, date: Date, text: String? = nil, caption: String? = nil,
    photo: [PhotoSize] = [], document: Document? = nil, replyMarkup: InlineKeyboardMarkup? = nil,
    hasOtherContent: Bool = false
  ) {
    self.id = id
    self.chat = chat
    self.from = from
    self.date = date
    self.text = text
    self.caption = caption
    self.photo = photo
    self.document = document
    self.replyMarkup = replyMarkup
    self.hasOtherContent = hasOtherContent
  }
}

extension Message {
  /// The photo in the size with the most pixels; of equals the last, which is where Telegram puts it.
  public var largestPhoto: PhotoSize? { photo.reversed().max { $0.pixels < $1.pixels } }
}

extension Message: Decodable {
  enum CodingKeys: String, CodingKey {
    case id = "message_id"
    case chat, from, date, text, caption, photo, document
    case replyMarkup = "reply_markup"
  }

  /// Contents of messages that the bot does not look into.
  enum OtherContent: String, CodingKey, CaseIterable {
    case animation, audio, checklist, contact, dice, game, invoice, location, poll, sticker, story, venue
    case video, voice
    case livePhoto = "live_photo"
    case paidMedia = "paid_media"
    case richMessage = "rich_message"
    case videoNote = "video_note"
  }

  /// Needs no more than its id and its chat's; what else cannot be read is left out, so that an oddity
  /// of no interest does not cost a person the answer.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let others = try decoder.container(keyedBy: OtherContent.self)
    let text = try? fields.decodeIfPresent(String.self, forKey: .text)
    let photo = try? fields.decodeIfPresent([PhotoSize].self, forKey: .photo)
    let document = try? fields.decodeIfPresent(Document.self, forKey: .document)
    // Something was sent, even if it cannot be told what.
    let isUnreadable =
      fields.hasValue(for: .text) && text == nil || fields.hasValue(for: .photo) && photo == nil
      || fields.hasValue(for: .document) && document == nil
    self.init(
      id: try fields.decode(MessageID.self, forKey: .id),
      chat: try fields.decode(Chat.self, forKey: .chat),
      from: try? fields.decodeIfPresent(User.self, forKey: .from),
      date: (try? fields.decode(UInt32.self, forKey: .date)).map {
        Date(timeIntervalSince1970: TimeInterval($0))
      } ?? .distantPast,
      text: text,
      caption: try? fields.decodeIfPresent(String.self, forKey: .caption),
      photo: photo ?? [],
      document: document,
      replyMarkup: try? fields.decodeIfPresent(InlineKeyboardMarkup.self, forKey: .replyMarkup),
      hasOtherContent: isUnreadable || OtherContent.allCases.contains(where: others.hasValue(for:)))
  }
}

extension KeyedDecodingContainer {
  /// Whether the field is there and not null.
  fileprivate func hasValue(for key: Key) -> Bool { (try? decodeNil(forKey: key)) == false }
}
