import Foundation
import Testing

@testable import Telegram

@Suite("Updates")
struct UpdateTests {
  private func read(_ json: String) throws -> [Update] {
    try JSONDecoder().decode(UpdateBatch.self, from: Data(json.utf8)).updates
  }

  private let person = #"{"id":5,"is_bot":false,"first_name":"Анна"}"#
  private let chat = #"{"id":5,"type":"private","first_name":"Анна"}"#

  @Test("a text, a photo, a sticker, a document and a service message are told apart")
  func messages() throws {
    let head = #""date":1764000000,"chat":\#(chat),"from":\#(person)"#
    let updates = try read(
      """
      [{"update_id":1,"message":{"message_id":11,\(head),"text":"12"}},
       {"update_id":2,"message":{"message_id":12,\(head),"caption":"c","photo":[
         {"file_id":"a","file_unique_id":"u","width":1,"height":2},
         {"file_id":"b","file_unique_id":"v","width":3,"height":4}]}},
       {"update_id":3,"message":{"message_id":13,\(head),"sticker":{}}},
       {"update_id":4,"message":{"message_id":14,\(head),"document":{"file_id":"d","file_unique_id":"u"}}},
       {"update_id":5,"message":{"message_id":15,\(head),"pinned_message":{}}}]
      """)
    let messages = updates.compactMap { update in
      if case .message(let message) = update.content { message } else { nil }
    }
    #expect(messages.map(\.text) == ["12", nil, nil, nil, nil])
    #expect(messages.map(\.photo.last?.fileID) == [nil, FileID("b"), nil, nil, nil])
    #expect(messages.map(\.hasOtherContent) == [false, false, true, false, false])
    #expect(messages.map(\.document?.fileID) == [nil, nil, nil, FileID("d"), nil])
    #expect(messages[0].from?.id == UserID(5) && messages[0].chat.kind == .private)
    #expect(messages[0].date == Date(timeIntervalSince1970: 1_764_000_000))
  }

  @Test("a tap comes with its message, or with where the message was")
  func taps() throws {
    let updates = try read(
      """
      [{"update_id":1,"callback_query":{"id":"q","from":\(person),"chat_instance":"i","data":"d",
         "message":{"message_id":9,"date":1,"chat":\(chat),"reply_markup":{"inline_keyboard":[[
           {"text":"12","callback_data":"d","style":"success"}]]}}}},
       {"update_id":2,"callback_query":{"id":"r","from":\(person),"chat_instance":"i",
         "message":{"message_id":9,"date":0,"chat":\(chat)}}}]
      """)
    guard case .callbackQuery(let seen) = updates[0].content,
      case .callbackQuery(let lost) = updates[1].content
    else { throw Unexpected.success }
    guard case .accessible(let message) = seen.message else { throw Unexpected.success }
    #expect(
      message.replyMarkup?.rows[0][0] == .init(text: "12", action: .callback(data: "d"), style: .success))
    #expect(lost.message == .inaccessible(chat: Chat(id: ChatID(5)), id: MessageID(9)) && lost.data == nil)
  }

  @Test("blocking the bot is seen")
  func blocked() throws {
    let updates = try read(
      """
      [{"update_id":1,"my_chat_member":{"chat":\(chat),"from":\(person),"date":1,
        "old_chat_member":{"user":\(person),"status":"member"},
        "new_chat_member":{"user":\(person),"status":"kicked","until_date":0}}}]
      """)
    guard case .myChatMember(let change) = updates[0].content else { throw Unexpected.success }
    #expect(change.newMember.status == .kicked && !change.newMember.isInside)
  }

  @Test(
    "one that cannot be read costs only itself, and says where without saying what",
    arguments: [
      #"{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":"СЕКРЕТ","type":"private"}}}"#,
      #"{"update_id":7,"message":{"message_id":1,"date":1}}"#,
      #"{"update_id":7,"message":"СЕКРЕТ"}"#,
      #"{"update_id":7,"message":{"message_id":1,"date":99999999999999999999999,"chat":{}}}"#,
      #"{"update_id":7,"message":{"chat":{"id":5}}}"#,
      #"{"update_id":7,"callback_query":{"id":5}}"#,
      #"{"update_id":7,"callback_query":"СЕКРЕТ"}"#,
    ])
  func unreadable(json: String) throws {
    let good = #"{"update_id":8,"message":{"message_id":1,"date":1,"chat":\#(chat),"text":"ok"}}"#
    let updates = try read("[\(json),\(good)]")
    #expect(updates.map(\.id) == [UpdateID(7), UpdateID(8)])
    #expect(updates[0].content == nil)
    #expect(updates[0].defect?.contains("СЕКРЕТ") == false)
    #expect(updates[1].content != nil && updates[1].defect == nil)
  }

  struct OddTap: Sendable {
    let message: String
    let id: MessageID?
    let kind: Chat.Kind

    init(_ message: String, _ id: Int?, _ kind: Chat.Kind = .private) {
      self.message = message
      self.id = id.map(MessageID.init(rawValue:))
      self.kind = kind
    }
  }

  @Test(
    "a tap is of use if it tells whose it is, however odd its message",
    arguments: [
      OddTap(#"{"message_id":9,"chat":{"id":5}}"#, 9),
      OddTap(#"{"message_id":9,"chat":{"id":5,"type":7}}"#, 9),
      OddTap(#"{"message_id":9,"chat":{"id":5,"type":"private","title":7}}"#, 9),
      OddTap(#"{"message_id":9,"chat":{"id":-5}}"#, 9, .unknown),
      OddTap(#"{"message_id":9,"chat":{"id":5,"type":"newer"}}"#, 9, .unknown),
      OddTap(#"{"message_id":9,"date":"x","chat":{"id":5},"from":{"id":1}}"#, 9),
      OddTap(#"{"message_id":9,"date":-1,"chat":{"id":5},"from":{"is_bot":true}}"#, 9),
      OddTap(#"{"message_id":9,"date":9223372036854775807,"chat":{"id":5}}"#, 9),
      OddTap(#"{"message_id":9,"chat":{"id":5},"text":7,"photo":{},"document":1}"#, 9),
      OddTap(#"{"message_id":9,"chat":{"id":5},"reply_markup":7,"caption":7}"#, 9),
      OddTap(#"{"message_id":9,"chat":{}}"#, nil),
      OddTap(#"{"message_id":9}"#, nil),
      OddTap(#"{"chat":{"id":5}}"#, nil),
      OddTap(#"{"date":0,"message_id":9}"#, nil),
      OddTap("{}", nil), OddTap("7", nil), OddTap("null", nil),
    ])
  func oddTaps(_ odd: OddTap) throws {
    let query = #"{"id":"q","from":{"id":5},"data":"d","message":\#(odd.message)}"#
    let update = try #require(try read(#"[{"update_id":1,"callback_query":\#(query)}]"#).first)
    guard case .callbackQuery(let tap) = update.content else { throw Unexpected.success }
    #expect(tap.id == CallbackQueryID("q") && tap.data == "d" && update.defect == nil)
    #expect(tap.from == User(id: UserID(5), isBot: false, firstName: ""))
    #expect(tap.message?.id == odd.id)
    guard let message = tap.message else { return }
    guard case .accessible(let message) = message else { throw Unexpected.success }
    #expect(message.date == .distantPast && message.chat.kind == odd.kind)
  }

  @Test(
    "a tap of which nobody knows whose it is can still be answered",
    arguments: [
      #"{"id":"q"}"#, #"{"id":"q","from":null}"#, #"{"id":"q","from":{"id":"СЕКРЕТ"},"data":"d"}"#,
      #"{"id":"q","from":{"first_name":"СЕКРЕТ"}}"#,
    ])
  func unreadableTaps(query: String) throws {
    let update = try #require(try read(#"[{"update_id":1,"callback_query":\#(query)}]"#).first)
    #expect(update.content == .unreadableQuery(CallbackQueryID("q")))
    #expect(update.defect?.contains("callback_query") == true)
    #expect(update.defect?.contains("СЕКРЕТ") == false)
  }

  struct OddMessage: Sendable {
    let rest: String
    let text: String?
    let from: UserID?
    let isOther: Bool

    init(_ rest: String, _ text: String?, from: Int64?, isOther: Bool) {
      self.rest = rest
      self.text = text
      self.from = from.map(UserID.init(rawValue:))
      self.isOther = isOther
    }
  }

  @Test(
    "a message is of use if it tells its chat; what was sent in a way that cannot be read counts as sent",
    arguments: [
      OddMessage(#""text":"12""#, "12", from: nil, isOther: false),
      OddMessage(#""text":"12","from":{"id":5}"#, "12", from: 5, isOther: false),
      OddMessage(
        #""text":"12","from":{"id":5,"is_bot":7,"first_name":null,"last_name":7}"#, "12", from: 5,
        isOther: false),
      OddMessage(#""text":"12","from":{},"date":null"#, "12", from: nil, isOther: false),
      OddMessage(#""text":"\ud800""#, nil, from: nil, isOther: true),
      OddMessage(#""photo":[7]"#, nil, from: nil, isOther: true),
      OddMessage(#""document":{}"#, nil, from: nil, isOther: true),
      OddMessage(#""text":null,"photo":null,"document":null,"sticker":null"#, nil, from: nil, isOther: false),
    ])
  func oddMessages(_ odd: OddMessage) throws {
    let updates = try read(#"[{"update_id":1,"message":{"message_id":1,"chat":{"id":5},\#(odd.rest)}}]"#)
    guard case .message(let message) = updates.first?.content else { throw Unexpected.success }
    #expect(message.text == odd.text && message.from?.id == odd.from)
    #expect(message.hasOtherContent == odd.isOther)
    #expect(message.chat == Chat(id: ChatID(5)) && message.photo.isEmpty && message.document == nil)
  }

  @Test("the largest size of a photo is the one with the most pixels, wherever it stands")
  func largestPhoto() throws {
    let sizes = [
      ("[]", nil),
      (#"[{"file_id":"a","width":9,"height":9},{"file_id":"b","width":3,"height":4}]"#, "a"),
      (#"[{"file_id":"a","width":3,"height":4},{"file_id":"b","width":4,"height":3}]"#, "b"),
      (#"[{"file_id":"a"},{"file_id":"b","width":"x"}]"#, "b"),
      (
        #"[{"file_id":"a","width":9223372036854775807,"height":9223372036854775807},{"file_id":"b"}]"#,
        "a"
      ),
    ]
    for (photo, largest) in sizes {
      let json = #"{"message_id":1,"chat":{"id":5},"photo":\#(photo)}"#
      let message = try JSONDecoder().decode(Message.self, from: Data(json.utf8))
      #expect(message.largestPhoto?.fileID == largest.map(FileID.init(rawValue:)), "\(photo)")
    }
  }

  @Test("one of no interest has an id and nothing else; one without an id is left out")
  func ofNoInterest() throws {
    let updates = try read(#"[{"update_id":1,"poll":{}},{"poll":{}},null,3,{"update_id":2,"message":null}]"#)
    #expect(updates == [Update(id: UpdateID(1), content: nil), Update(id: UpdateID(2), content: nil)])
  }
}
