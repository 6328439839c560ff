import Testing

@testable import Sandbox

@Suite("Inline keyboards are checked as Telegram checks them")
struct KeyboardTests {
  private static func oneButton(_ button: JSON) -> JSON { ["inline_keyboard": [[button]]] }

  private static let badKeyboards: [(JSON, String)] = [
    ("[]" as JSON, "object expected as reply markup"),
    ("{", "can't parse reply keyboard markup JSON object"),
    (["inline_keyboard": "x"], "field \"inline_keyboard\" must be of type Array"),
    (
      ["inline_keyboard": [["text": "x"]]],
      "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays"
    ),
    (oneButton("x"), "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
    (oneButton(["callback_data": "x"]), "can't parse inline keyboard button: Can't find field \"text\""),
    (
      oneButton(["text": .null, "callback_data": "x"]),
      "can't parse inline keyboard button: Field \"text\" must be of type String"
    ),
    (
      oneButton(["text": "x", "callback_data": .null]),
      "can't parse inline keyboard button: Field \"callback_data\" must be of type String"
    ),
    (
      oneButton(["text": "x"]),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    ),
    (
      oneButton(["text": "x", "callback_data": ""]),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    ),
    (
      oneButton(["text": "x", "callback_data": "a", "url": "https://example.org"]),
      "can't parse inline keyboard button: exactly one action must be specified in an InlineKeyboardButton"
    ),
    (
      oneButton(["text": "x", "callback_data": "a", "style": "green"]),
      "can't parse inline keyboard button: invalid button style specified"
    ),
    (
      oneButton(["text": "x", "callback_data": .string(String(repeating: "ы", count: 33))]),
      "BUTTON_DATA_INVALID"
    ),
    (
      oneButton(["text": "x", "url": "http://localhost/"]),
      "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL"
    ),
  ]

  @Test("A bad keyboard is refused with the whole message", arguments: badKeyboards)
  func refusals(markup: JSON, refusal: String) async throws {
    try await withSandbox { _, bot, _ async throws in
      let answer = try await bot.call("sendMessage", ["chat_id": 501, "text": "x", "reply_markup": markup])
      #expect(answer.refusal == "400 Bad Request: \(refusal)")
    }
  }

  @Test("64 bytes of data and every style are taken", arguments: ["danger", "success", "primary"])
  func taken(style: String) async throws {
    try await withSandbox { _, bot, anna async throws in
      let data = String(repeating: "ы", count: 32)
      let id = try await bot.text(
        "x", to: 501,
        markup: Self.oneButton(["text": "Да", "callback_data": .string(data), "style": .string(style)]))
      let button = try await anna.sees("x").button("Да")
      #expect(button?.data == data)
      #expect(button?.style?.rawValue == style)
      #expect(id > 0)
    }
  }

  @Test("Buttons beyond twelve in a row or three hundred in all are dropped, and so are nameless ones")
  func dropped() async throws {
    try await withSandbox { _, bot, anna async throws in
      let row = JSON.array((0..<14).map { ["text": .string("\($0)"), "callback_data": "x"] })
      _ = try await bot.text(
        "ряды", to: 501, markup: ["inline_keyboard": .array(Array(repeating: row, count: 30))])
      let labels = try await anna.sees("ряды").labels
      #expect(labels.allSatisfy { $0.count == 12 })
      #expect(labels.joined().count == 300)
      _ = try await bot.text("пусто", to: 501, markup: Self.oneButton(["text": "", "callback_data": "x"]))
      #expect(try await anna.sees("пусто").keyboard == nil)
    }
  }

  @Test("A keyboard that is too long is refused")
  func tooLong() async throws {
    try await withSandbox { _, bot, _ async throws in
      let row = JSON.array(
        (0..<8).map { _ in
          ["text": "Место у окна", "callback_data": .string(String(repeating: "x", count: 64))]
        })
      let answer = try await bot.call(
        "sendMessage",
        [
          "chat_id": 501, "text": "x",
          "reply_markup": ["inline_keyboard": .array(Array(repeating: row, count: 20))],
        ])
      #expect(answer.refusal == "400 Bad Request: reply markup is too long")
    }
  }
}
