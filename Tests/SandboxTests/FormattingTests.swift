import Testing

@testable import Sandbox

@Suite("Formatted texts are read as Telegram reads them")
struct FormattingTests {
  @Test("Markup becomes plain text and entities")
  func entities() async throws {
    try await withSandbox { _, bot, anna async throws in
      let html =
        "🙂 <b>Анна <i>С.</i></b>, <a href=\"https://example.org/a?b=1&amp;c\">план</a> "
        + "<pre><code class=\"language-swift\">x</code></pre><blockquote expandable>q</blockquote>"
      try await bot.result("sendMessage", ["chat_id": 501, "text": .string(html), "parse_mode": "HTML"])
      let message = try await anna.sees("Анна")
      #expect(message.text == "🙂 Анна С., план xq")
      #expect(
        message.formatted.entities == [
          TextEntity(type: "bold", offset: 3, length: 7), TextEntity(type: "italic", offset: 8, length: 2),
          TextEntity(type: "text_link", offset: 12, length: 4, argument: "https://example.org/a?b=1&c"),
          TextEntity(type: "pre", offset: 17, length: 1, argument: "swift"),
          TextEntity(type: "expandable_blockquote", offset: 18, length: 1),
        ])
    }
  }

  @Test(
    "Only four names and numbers are decoded",
    arguments: [
      ("&lt;b&gt; &amp;amp; &quot;&#1071;&#x42F;", "<b> &amp; \"ЯЯ"), ("&nbsp;&copy;", "&nbsp;&copy;"),
      ("a & b", "a & b"), ("&lt без конца", "< без конца"), ("&#0;", "&#0;"),
    ])
  func references(html: String, text: String) async throws {
    #expect(try HTMLText.parse(html).text == text)
  }

  @Test(
    "Markup that is none is refused with the place",
    arguments: [
      ("A<3", "Unclosed start tag at byte offset 1"),
      ("Я <br> x", "Unsupported start tag \"br\" at byte offset 3"),
      ("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0"),
      ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
      ("x</b>", "Unexpected end tag at byte offset 1"),
      ("<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""),
      ("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
      ("<b =1>x</b>", "Empty attribute name in the tag \"b\" at byte offset 0"),
      ("<a href=x!>x</a>", "Unexpected end of name token at byte offset 8"),
      ("<a href=\"x", "Unclosed start tag at byte offset 0"),
    ])
  func mistakes(html: String, mistake: String) async throws {
    try await withSandbox { _, bot, _ async throws in
      let answer = try await bot.call(
        "sendMessage", ["chat_id": 501, "text": .string(html), "parse_mode": "HTML"])
      #expect(answer.refusal == "400 Bad Request: can't parse entities: \(mistake)")
    }
  }

  @Test(
    "Texts are cleaned",
    arguments: [
      ("  \n a\tb\r\nc\u{7}d \n ", "a b\nc d"), ("a\u{2028}b\u{202E}c", "abc"), ("й ё", "й ё"),
    ])
  func cleaning(raw: String, text: String) {
    #expect(FormattedText(raw).cleaned().text == text)
  }

  @Test("Cleaning moves entities along, and blank ones go")
  func cleaningEntities() throws {
    let text = try HTMLText.parse("  \r<b>жир</b> <i> </i> <u>под </u> ").cleaned()
    #expect(text.text == "жир   под")
    #expect(
      text.entities == [
        TextEntity(type: "bold", offset: 0, length: 3), TextEntity(type: "underline", offset: 6, length: 3),
      ])
  }

  @Test("A link that leads nowhere is plain text")
  func badLink() throws {
    #expect(try HTMLText.parse("<a href=\"http://localhost/\">x</a>").entities.isEmpty)
  }

  @Test("Commands become entities, and a mention works for people whom the bot has seen")
  func completed() async throws {
    try await withSandbox { _, bot, anna async throws in
      let html = "/menu: <a href=\"tg://user?id=501\">Анна</a>, <a href=\"tg://user?id=9\">кто-то</a>"
      try await bot.result("sendMessage", ["chat_id": 501, "text": .string(html), "parse_mode": "HTML"])
      #expect(
        try await anna.sees("кто-то").formatted.entities == [
          TextEntity(type: "bot_command", offset: 0, length: 5),
          TextEntity(type: "text_mention", offset: 7, length: 4, argument: "501"),
        ])
    }
  }

  @Test("Entities may be given instead of markup")
  func givenEntities() async throws {
    try await withSandbox { _, bot, anna async throws in
      try await bot.result(
        "sendMessage",
        ["chat_id": 501, "text": "раз два", "entities": [["type": "bold", "offset": 4, "length": 3]]])
      #expect(
        try await anna.sees("раз").formatted.entities == [TextEntity(type: "bold", offset: 4, length: 3)])
    }
  }
}
