import Foundation
import Testing

@testable import Sandbox

@Suite("Messages are edited and deleted as Telegram allows")
struct EditingTests {
  private static let notModified =
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the "
    + "same as a current content and reply markup of the message"

  @Test("The same text, keyboard or picture again is not a modification")
  func notModified() async throws {
    try await withSandbox { _, bot, _ async throws in
      let keys = keyboard(("Да", "yes"))
      let text = try await bot.text("раз", to: 501, markup: keys)
      let edit: JSON = ["chat_id": 501, "message_id": .integer(text), "text": " раз ", "reply_markup": keys]
      #expect(try await bot.call("editMessageText", edit).refusal == Self.notModified)
      #expect(try await bot.call("editMessageReplyMarkup", edit).refusal == Self.notModified)

      let photo = try await bot.photo(Pictures.png(), to: 501, caption: "план", markup: keys)
      let fields = [
        "chat_id": "501", "message_id": "\(photo["message_id"]?.int ?? 0)", "reply_markup": keys.text,
        "media":
          "{\"type\":\"photo\",\"media\":\"attach://p\",\"caption\":\"<b></b>план\",\"parse_mode\":\"HTML\"}",
      ]
      #expect(
        try await bot.upload("editMessageMedia", fields, ["p": Pictures.png()]).refusal == Self.notModified)
      let other = try await bot.upload("editMessageMedia", fields, ["p": Pictures.png(tag: 1)])
      #expect(other.result?["edit_date"] != nil)
    }
  }

  @Test("An edit without a keyboard removes the keyboard")
  func keyboardGoes() async throws {
    try await withSandbox { _, bot, anna async throws in
      let id = try await bot.text("раз", to: 501, markup: keyboard(("Да", "yes")))
      try await bot.result("editMessageText", ["chat_id": 501, "message_id": .integer(id), "text": "два"])
      #expect(try await anna.sees("два").keyboard == nil)
    }
  }

  @Test("A text becomes a photo, and nothing turns it back")
  func textToPhoto() async throws {
    try await withSandbox { _, bot, anna async throws in
      let id = try await bot.text("раз", to: 501)
      let target: JSON = ["chat_id": 501, "message_id": .integer(id)]
      #expect(
        try await bot.call("editMessageCaption", target.with(["caption": "x"])).refusal
          == "400 Bad Request: there is no caption in the message to edit")
      let answer = try await bot.upload(
        "editMessageMedia",
        ["chat_id": "501", "message_id": "\(id)", "media": "{\"type\":\"photo\",\"media\":\"attach://p\"}"],
        ["p": Pictures.jpeg(900, 600)])
      #expect(answer.result?["photo"]?.array?.last?["width"]?.int == 900)
      #expect(try await anna.chat.last?.picture == Pictures.jpeg(900, 600))
      #expect(
        try await bot.call("editMessageText", target.with(["text": "x"])).refusal
          == "400 Bad Request: there is no text in the message to edit")
      try await bot.result("editMessageCaption", target.with(["caption": "подпись"]))
      #expect(try await anna.sees("подпись").picture != nil)
    }
  }

  @Test("Too long a new text or caption is refused in its own words")
  func limits() async throws {
    try await withSandbox { _, bot, _ async throws in
      let text = try await bot.text("раз", to: 501)
      let long = JSON.string(String(repeating: "я", count: 4_097))
      #expect(
        try await bot.call("editMessageText", ["chat_id": 501, "message_id": .integer(text), "text": long])
          .refusal
          == "400 Bad Request: MESSAGE_TOO_LONG")
      let photo = try await bot.photo(Pictures.png(), to: 501)
      let edit: JSON = ["chat_id": 501, "message_id": photo["message_id"] ?? 0, "caption": long]
      #expect(
        try await bot.call("editMessageCaption", edit).refusal == "400 Bad Request: MEDIA_CAPTION_TOO_LONG")
    }
  }

  @Test("What is not there cannot be edited or deleted, nor can another's message be edited")
  func missing() async throws {
    try await withSandbox { _, bot, anna async throws in
      let gone = try await bot.text("раз", to: 501)
      try await anna.delete(gone)
      let target: JSON = ["chat_id": 501, "message_id": .integer(gone), "text": "x"]
      #expect(
        try await bot.call("editMessageText", target).refusal == "400 Bad Request: message to edit not found")
      #expect(
        try await bot.call("deleteMessage", target).refusal == "400 Bad Request: message to delete not found")
      let own = try await anna.write("моё")
      #expect(
        try await bot.call("editMessageText", target.with(["message_id": .integer(own)])).refusal
          == "400 Bad Request: message can't be edited")
    }
  }

  @Test(
    "A message sent with a reply keyboard can never be edited",
    arguments: [
      ["keyboard": [[["text": "x"]]]] as JSON, ["remove_keyboard": true], ["force_reply": true],
    ])
  func replyKeyboard(markup: JSON) async throws {
    try await withSandbox { _, bot, _ async throws in
      let id = try await bot.text("раз", to: 501, markup: markup)
      let answer = try await bot.call(
        "editMessageText", ["chat_id": 501, "message_id": .integer(id), "text": "два"])
      #expect(answer.refusal == "400 Bad Request: message can't be edited")
    }
  }

  @Test("A message can be deleted for 48 hours, and edited for ever")
  func deleting() async throws {
    try await withSandbox(standing()) { sandbox, bot, anna async throws in
      let old = try await bot.text("раз", to: 501)
      sandbox.advance(by: .seconds(48 * 3_600 + 1))
      let target: JSON = ["chat_id": 501, "message_id": .integer(old), "text": "два"]
      #expect(
        try await bot.call("deleteMessage", target).refusal
          == "400 Bad Request: message can't be deleted for everyone")
      #expect(try await bot.call("editMessageText", target).status == 200)
      let new = try await bot.text("три", to: 501)
      try await bot.result("deleteMessages", ["chat_id": 501, "message_ids": [.integer(new), 1]])
      #expect(try await anna.chat.last?.text == "два")
    }
  }
}
