import Foundation
import Testing

@testable import Sandbox

@Suite("What the bot sends is refused as Telegram refuses it")
struct SendingTests {
  private static let limitedTexts: [(String, String?)] = [
    (String(repeating: "я", count: 4_096), nil),
    (String(repeating: "я", count: 4_097), "400 Bad Request: message is too long"),
    (String(repeating: "я", count: 16_385), "400 Bad Request: text is too long"),
    ("", "400 Bad Request: message text is empty"),
    (" \n\t ", "400 Bad Request: text must be non-empty"),
  ]

  @Test("Texts and captions have limits", arguments: limitedTexts)
  func textLimits(text: String, refusal: String?) async throws {
    try await withSandbox { _, bot, _ async throws in
      let answer = try await bot.call("sendMessage", ["chat_id": 501, "text": .string(text)])
      if let refusal { #expect(answer.refusal == refusal) } else { #expect(answer.status == 200) }
    }
  }

  @Test("A caption is counted after parsing, in code points")
  func captionLimits() async throws {
    try await withSandbox { _, bot, _ async throws in
      func send(_ caption: String) async throws -> TestBot.Answer {
        try await bot.upload(
          "sendPhoto", ["chat_id": "501", "caption": caption, "parse_mode": "HTML"], ["photo": Pictures.png()]
        )
      }
      let longest = String(repeating: "🙂", count: 1_024)
      #expect(try await send("<b>\(longest)</b>").status == 200)
      #expect(try await send(longest + "x").refusal == "400 Bad Request: message caption is too long")
    }
  }

  private static let requiredOnes: [(String, JSON, String)] = [
    ("sendMessage", ["text": "x"] as JSON, "chat_id is empty"),
    ("sendPhoto", ["chat_id": 501], "there is no photo in the request"),
    ("sendDocument", ["chat_id": 501], "there is no document in the request"),
    ("editMessageMedia", ["chat_id": 501, "message_id": 1], "parameter \"media\" is required"),
    ("editMessageReplyMarkup", ["chat_id": 501], "message identifier is not specified"),
    ("deleteMessages", ["chat_id": 501], "message identifiers are not specified"),
    ("getFile", [:], "file_id not specified"),
    ("sendChatAction", ["chat_id": 501], "wrong parameter action in request"),
    ("setMyCommands", [:], "parameter \"commands\" is required"),
  ]

  @Test("What is required is required", arguments: requiredOnes)
  func required(method: String, parameters: JSON, refusal: String) async throws {
    try await withSandbox { _, bot, _ async throws in
      #expect(try await bot.call(method, parameters).refusal == "400 Bad Request: \(refusal)")
    }
  }

  private static let typedOnes: [(String, JSON, String)] = [
    ("disable_notification", "maybe" as JSON, "parameter \"disable_notification\" must be of type Boolean"),
    ("message_thread_id", "x", "parameter \"message_thread_id\" must be of type Integer"),
    ("reply_parameters", ["message_id": "x"], "field \"message_id\" must be of type Integer"),
    ("reply_parameters", [:], "can't find field \"message_id\" of ReplyParameters"),
    ("link_preview_options", ["is_disabled": "да"], "field \"is_disabled\" must be of type Boolean"),
    ("entities", [["type": "bold", "offset": 0]], "can't find field \"length\" of MessageEntity"),
  ]

  @Test("What has a type has that type, inside objects too", arguments: typedOnes)
  func types(parameter: String, value: JSON, refusal: String) async throws {
    try await withSandbox { _, bot, _ async throws in
      let answer = try await bot.call(
        "sendMessage", .compact(["chat_id": 501, "text": "x", parameter: value]))
      #expect(answer.refusal == "400 Bad Request: \(refusal)")
    }
  }

  private static let badMedia: [(JSON, String)] = [
    (["media": "x"] as JSON, "can't parse InputMedia: Can't find field \"type\""),
    (["type": "photo"], "can't parse InputMedia: media not found"),
    (["type": "poster", "media": "x"], "can't parse InputMedia: type \"poster\" is unsupported"),
    (["type": "photo", "media": "attach://nothing"], "can't parse InputMedia: media not found"),
    (
      ["type": "photo", "media": "x", "caption": .null],
      "can't parse InputMedia: Field \"caption\" must be of type String"
    ),
  ]

  @Test("Media say what they are", arguments: badMedia)
  func inputMedia(media: JSON, refusal: String) async throws {
    try await withSandbox { _, bot, _ async throws in
      let id = try await bot.text("x", to: 501)
      let answer = try await bot.call(
        "editMessageMedia", ["chat_id": 501, "message_id": .integer(id), "media": media])
      #expect(answer.refusal == "400 Bad Request: \(refusal)")
    }
  }

  @Test("Message ids come from one counter for all chats")
  func messageIDs() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      let boris = await sandbox.person("Борис", id: 502)
      try await boris.pressStart()
      let first = try await bot.text("раз", to: anna.id)
      let second = try await bot.text("два", to: boris.id)
      let third = try await anna.write("три")
      #expect(second == first + 1)
      #expect(third == first + 2)
    }
  }

  @Test("A reply needs its message")
  func reply() async throws {
    try await withSandbox { _, bot, _ async throws in
      let missing: JSON = ["chat_id": 501, "text": "x", "reply_parameters": ["message_id": 1]]
      #expect(
        try await bot.call("sendMessage", missing).refusal
          == "400 Bad Request: message to be replied not found")
      let forgiving = missing.with([
        "reply_parameters": ["message_id": 1, "allow_sending_without_reply": true]
      ])
      #expect(try await bot.call("sendMessage", forgiving).status == 200)
      let id = try await bot.text("y", to: 501)
      let reply = try await bot.result(
        "sendMessage", ["chat_id": 501, "text": "x", "reply_parameters": ["message_id": .integer(id)]])
      #expect(reply["reply_to_message"]?["message_id"]?.int == Int64(id))
    }
  }
}
