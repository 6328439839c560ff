import Foundation
import Testing

@testable import Sandbox

@Suite("What the sandbox answers has the documented shape")
struct SpecificationTests {
  private static let specification = Result { try BotAPISpecification.bundled() }

  /// Everything that is wrong with a value as one of a type; unknown fields included.
  private func mistakes(in value: JSON, as type: String) throws -> [String] {
    let specification = try Self.specification.get()
    if type.hasPrefix("Array of ") {
      return try (value.array ?? []).flatMap { try mistakes(in: $0, as: String(type.dropFirst(9))) }
    }
    switch specification.types[type] {
    case nil:
      let isObject =
        type.first?.isUppercase == true && !["String", "Integer", "Boolean", "Float", "True"].contains(type)
      return isObject ? [] : [specification.mistake(in: value, at: type, as: type)].compactMap { $0 }
    case .oneOf(let choices):
      let results = try choices.map { try mistakes(in: value, as: $0) }
      return results.contains([]) ? [] : results.min { $0.count < $1.count } ?? []
    case .object(let fields):
      let names = Set(fields.map(\.name))
      var found = (value.object ?? [:]).keys.filter { !names.contains($0) }.map { "\(type) has no \($0)" }
      for field in fields {
        guard let member = value[field.name] else {
          if field.isRequired { found.append("\(type) lacks \(field.name)") }
          continue
        }
        if let constant = field.constant, member.string != constant {
          found.append("\(field.name) is not \(constant)")
        }
        let results = try field.types.map { try mistakes(in: member, as: $0) }
        if !results.contains([]) { found += results[0] }
      }
      return found
    }
  }

  @Test("Updates of every kind are as documented")
  func updates() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      let group = try await sandbox.group("Компания", members: [anna])
      let id = try await bot.text("Да?", to: 501, markup: keyboard(("Да", "yes")))
      try await bot.result(
        "getUpdates", ["allowed_updates": ["message", "callback_query", "my_chat_member", "chat_member"]])
      _ = try await anna.startTap(data: "yes", on: id)
      try await anna.delete(id)
      _ = try await anna.startTap(data: "yes", on: id)
      try await anna.send(photo: Pictures.png(), caption: "/menu")
      try await anna.send(document: Data("x".utf8), name: "x.csv")
      try await anna.sendSticker()
      try await anna.sendVoice()
      try await anna.write("привет", in: group)
      try await group.set(.administrator, for: anna)
      try await anna.block()
      let updates = try await bot.updates(offset: -50)
      #expect(updates.count >= 10)
      for update in updates { #expect(try mistakes(in: update, as: "Update") == [], "\(update.text)") }
    }
  }

  @Test("Results are as documented")
  func results() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      let group = try await sandbox.group("Компания", members: [anna])
      let photo = try await bot.photo(
        Pictures.png(), to: 501, caption: "план", markup: keyboard(("Да", "yes")))
      #expect(try mistakes(in: photo, as: "Message") == [])
      #expect(try mistakes(in: try await bot.result("getMe"), as: "User") == [])
      #expect(try mistakes(in: try await bot.result("getWebhookInfo"), as: "WebhookInfo") == [])
      let id = photo["photo"]?[0]?["file_id"] ?? ""
      #expect(try mistakes(in: try await bot.result("getFile", ["file_id": id]), as: "File") == [])
      for status in [GroupStatus.creator, .administrator, .member, .left, .kicked] {
        try await group.set(status, for: anna)
        let member = try await bot.result("getChatMember", ["chat_id": .integer(group.id), "user_id": 501])
        #expect(try mistakes(in: member, as: "ChatMember") == [], "\(status)")
      }
    }
  }

  @Test("The extract knows every method that the sandbox serves, and no other")
  func methods() throws {
    let specification = try Self.specification.get()
    #expect(specification.methods.count == 22)
    #expect(specification.types["InlineKeyboardButton"] != nil)
  }
}
