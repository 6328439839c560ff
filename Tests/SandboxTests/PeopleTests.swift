import Foundation
import Testing

@testable import Sandbox

@Suite("People come, go and block the bot")
struct PeopleTests {
  private static func send(_ bot: TestBot, to chat: Int64) async throws -> String {
    try await bot.call("sendMessage", ["chat_id": .integer(chat), "text": "x"]).refusal
  }

  @Test("The bot can write to nobody who has not pressed Start")
  func notStarted() async throws {
    try await withSandbox { sandbox, bot, _ async throws in
      #expect(try await Self.send(bot, to: 999) == "400 Bad Request: chat not found")
      let stranger = await sandbox.person("Захар", id: 502)
      #expect(try await Self.send(bot, to: stranger.id) == "400 Bad Request: chat not found")
      _ = try await sandbox.group("Компания", members: [stranger])
      #expect(
        try await Self.send(bot, to: stranger.id)
          == "403 Forbidden: bot can't initiate conversation with a user")
    }
  }

  @Test("Blocking is told to the bot and refuses what it sends; Start unblocks")
  func blocking() async throws {
    try await withSandbox { _, bot, anna async throws in
      let id = try await bot.text("раз", to: 501)
      try await anna.block()
      let blocked = try #require(try await bot.updates(offset: -1).last?["my_chat_member"])
      #expect(blocked["new_chat_member"]?["status"] == "kicked")
      #expect(blocked["new_chat_member"]?["user"]?["id"]?.int == 7_000_000_001)
      #expect(try await Self.send(bot, to: 501) == "403 Forbidden: bot was blocked by the user")
      #expect(
        try await bot.call("sendChatAction", ["chat_id": 501, "action": "typing"]).refusal
          == "403 Forbidden: bot was blocked by the user")
      #expect(
        try await bot.call("editMessageText", ["chat_id": 501, "message_id": .integer(id), "text": "два"])
          .status == 200)
      await #expect(throws: SandboxError.self) { try await anna.write("не могу") }
      try await anna.pressStart()
      let updates = try await bot.updates(offset: -2)
      #expect(updates[0]["my_chat_member"]?["new_chat_member"]?["status"] == "member")
      #expect(updates[1]["message"]?["text"] == "/start")
      #expect(try await bot.text("снова", to: 501) > id)
    }
  }

  @Test("A deleted account is refused for good")
  func deactivated() async throws {
    try await withSandbox { _, bot, anna async throws in
      try await anna.deleteAccount()
      #expect(try await Self.send(bot, to: 501) == "403 Forbidden: user is deactivated")
    }
  }

  @Test("Start brings its payload, and commands are marked as such")
  func start() async throws {
    try await withSandbox { sandbox, bot, _ async throws in
      let boris = await sandbox.person("Борис", id: 502, username: "boris")
      try await boris.pressStart("secret")
      let message = try #require(try await bot.updates(offset: -1).last?["message"])
      #expect(message["text"] == "/start secret")
      #expect(message["entities"] == [["type": "bot_command", "offset": 0, "length": 6]])
      #expect(message["from"]?["username"] == "boris")
      #expect(message["chat"]?["type"] == "private")
    }
  }

  @Test("Photos, stickers and voice messages reach the bot")
  func kinds() async throws {
    try await withSandbox { _, bot, anna async throws in
      try await anna.send(photo: Pictures.png(), caption: "вот")
      try await anna.sendSticker()
      try await anna.sendVoice()
      let messages = try await bot.updates(offset: -3).compactMap { $0["message"] }
      #expect(messages[0]["photo"]?.array?.count == 2)
      #expect(messages[0]["caption"] == "вот")
      #expect(messages[1]["sticker"] != nil)
      #expect(messages[2]["voice"] != nil)
    }
  }

  @Test("Membership of a group can be asked for, and changes are told to an administrator")
  func group() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      let boris = await sandbox.person("Борис", id: 502)
      let group = try await sandbox.group("Компания", members: [anna])
      func status(_ user: Int64) async throws -> JSON? {
        try await bot.result("getChatMember", ["chat_id": .integer(group.id), "user_id": .integer(user)])[
          "status"]
      }
      #expect(try await status(anna.id) == "member")
      #expect(try await status(boris.id) == "left")
      #expect(
        try await bot.call("getChatMember", ["chat_id": .integer(group.id), "user_id": 9]).refusal
          == "400 Bad Request: PARTICIPANT_ID_INVALID")
      try await bot.result("getUpdates", ["allowed_updates": ["chat_member", "message"], "offset": -1])
      try await group.set(.member, for: boris)
      let change = try await bot.updates(offset: -2).last?["chat_member"]
      #expect(change?["new_chat_member"]?["user"]?["id"]?.int == 502)
      try await boris.write("всем привет", in: group)
      let message = try await bot.updates(offset: -3).last?["message"]
      #expect(message?["chat"]?["type"] == "supergroup")
      #expect(message?["from"]?["id"]?.int == 502)
      try await group.setBot(.kicked)
      #expect(
        try await Self.send(bot, to: group.id) == "403 Forbidden: bot was kicked from the supergroup chat")
    }
  }

  @Test("A group that becomes a supergroup is there under its new id, and the old one leads to it")
  func upgrade() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      let group = try await sandbox.group("Отдел", id: -77, members: [anna])
      let supergroup = try await group.upgrade(to: -1_001_000_000_077)
      let old = try await bot.call("getChatMember", ["chat_id": -77, "user_id": .integer(anna.id)])
      #expect(old.refusal == "400 Bad Request: group chat was upgraded to a supergroup chat")
      #expect(old.json["parameters"]?["migrate_to_chat_id"]?.int == supergroup.id)
      let member = try await bot.result(
        "getChatMember", ["chat_id": .integer(supergroup.id), "user_id": .integer(anna.id)])
      #expect(member["status"] == "member")
    }
  }

  @Test("Commands are kept by scope and checked")
  func commands() async throws {
    try await withSandbox { sandbox, bot, _ async throws in
      let list: JSON = [["command": "menu", "description": "Меню"]]
      try await bot.result("setMyCommands", ["commands": list])
      #expect(try await bot.result("getMyCommands") == list)
      #expect(try await bot.result("getMyCommands", ["scope": ["type": "chat", "chat_id": 501]]) == [])
      #expect(await sandbox.commands == list)
      let wrong: JSON = ["commands": [["command": "Меню", "description": "x"]]]
      #expect(try await bot.call("setMyCommands", wrong).refusal == "400 Bad Request: BOT_COMMAND_INVALID")
    }
  }
}
