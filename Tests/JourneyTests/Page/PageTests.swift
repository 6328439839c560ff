import Foundation
import Testing

@Suite(
  "The demo's page", .timeLimit(.minutes(30)),
  .enabled(if: Browser.isThere, "there is no Chromium here; scripts/bootstrap --browser installs one"))
struct PageTests {
  @Test("A person books on the page, sees it live, and a killed bot goes on where it was")
  func desktop() async throws {
    try await DemoUnderTest.withRunning { demo in
      let page = try await demo.open()
      _ = try await page.evaluate("window.isFirstLoad = true", as: Bool.self)

      try await page.click("Запустить", inChatOf: "Анна", sees: "Выберите своё имя")
      try await page.type("смирн", into: "Сообщение от Анна")
      try await page.sees("По запросу «смирн»", inChatOf: "Анна")
      try await page.click("Смирнова Анна Сергеевна", inChatOf: "Анна", sees: "Это вы?")
      try await page.click("Да, это я", inChatOf: "Анна", sees: "вы зарегистрированы")
      try await page.click("Забронировать", inChatOf: "Анна", sees: "На какой день?")
      let day = try await page.lastDay(inChatOf: "Анна")
      try await page.click(day.label, inChatOf: "Анна", sees: "Свободно 24 из 24")
      // The floor is taller than the calendar's picture; its buttons stay in sight all the same.
      try await page.waits(for: "the floor, with its buttons in sight", page.isFloorInSight(inChatOf: "Анна"))
      let floor = try await page.picture(inChatOf: "Анна")
      try await page.click("14", inChatOf: "Анна", sees: "Забронировано")
      try await page.waits(
        for: "the floor with her seat", "\(page.picture(of: "Анна")) !== \(page.quoted(floor))")

      // Somebody else's chat on the same page.
      try await page.click("Запустить", inChatOf: "Борис", sees: "Выберите своё имя")
      try await page.type("волков", into: "Сообщение от Борис")
      try await page.sees("По запросу", inChatOf: "Борис")
      try await page.click("Волков Борис Андреевич", inChatOf: "Борис", sees: "Это вы?")
      try await page.click("Да, это я", inChatOf: "Борис", sees: "вы зарегистрированы")
      try await page.click("Забронировать", inChatOf: "Борис", sees: "На какой день?")
      try await page.click("\(day.name) · 23", inChatOf: "Борис", sees: "Свободно 23 из 24")

      // The operator is rude; nobody loses anything, and the number typed next is still understood.
      try await page.click("Бот и сбои")
      try await page.click("Убить бота (kill -9)")
      try await page.waits(for: "the end of the bot", page.isEnabled("Запустить", in: "#panel"))
      try await page.click("Запустить", in: "#panel")
      try await page.waits(for: "the bot", page.isEnabled("Остановить", in: "#panel"))
      try await page.click("Закрыть", in: "#panel")
      try await page.type("14", into: "Сообщение от Борис")
      try await page.sees("занято: Смирнова Анна Сергеевна", inChatOf: "Борис")
      try await page.type("15", into: "Сообщение от Борис")
      try await page.sees("Забронировано", inChatOf: "Борис")
      try await page.click("Меню", inChatOf: "Анна", sees: "Ближайшая бронь: \(day.name)")

      let isFirstLoad = try await page.evaluate("window.isFirstLoad === true", as: Bool.self)
      #expect(isFirstLoad, "the page was never loaded again")
      let forgotten = try await page.evaluate(
        "document.querySelectorAll('.is-forgotten').length", as: Int.self)
      #expect(forgotten == 0)
    }
  }

  @Test("On a phone there is one chat, as wide as the phone, and every button can be tapped")
  func phone() async throws {
    try await DemoUnderTest.withRunning { demo in
      let page = try await demo.open(.phone)
      try await page.click("Запустить", inChatOf: "Анна", sees: "Выберите своё имя")
      try await page.click("Алексеев Пётр Николаевич", inChatOf: "Анна", sees: "Это вы?")
      try await page.click("Да, это я", inChatOf: "Анна", sees: "вы зарегистрированы")
      try await page.click("Забронировать", inChatOf: "Анна", sees: "На какой день?")
      let day = try await page.lastDay(inChatOf: "Анна")
      try await page.click(day.label, inChatOf: "Анна", sees: "Свободно 24 из 24")
      let widths = try await page.evaluate(
        "[document.documentElement.scrollWidth, document.querySelectorAll('section.chat').length]",
        as: [Int].self)
      #expect(widths == [390, 1], "nothing sticks out at the side, and one chat is shown")
      let smallest = try await page.evaluate(
        """
        Math.min(...[...document.querySelectorAll('.key')].filter((key) => key.offsetParent)
          .map((key) => Math.min(key.getBoundingClientRect().width, key.getBoundingClientRect().height)))
        """, as: Double.self)
      #expect(smallest >= 30, "buttons are large enough for a thumb")
      try await page.click("24", inChatOf: "Анна", sees: "Забронировано")
    }
  }
}

extension Page {
  /// The last day that the calendar in a chat offers: no other test changes it, and midnight does not either.
  func lastDay(inChatOf person: String) async throws -> (label: String, name: String) {
    let keys = quoted(Page.chat(of: person) + " .key")
    let label = try await evaluate(
      "[...document.querySelectorAll(\(keys))].map((key) => key.innerText).filter((text) => text.includes(' · ')).at(-1)",
      as: String.self)
    return (label, label.split(separator: " · ").first.map(String.init) ?? label)
  }

  /// Whether the newest picture is a floor's, which is about as high as wide, and all below it can be seen.
  func isFloorInSight(inChatOf person: String) -> String {
    let (images, keys, foot) = (
      quoted(Page.chat(of: person) + " img.picture"), quoted(Page.chat(of: person) + " .key"),
      quoted(Page.chat(of: person) + " footer")
    )
    return """
      [...document.querySelectorAll(\(images))].at(-1).clientHeight > 350
        && [...document.querySelectorAll(\(keys))].at(-1).getBoundingClientRect().bottom
        <= document.querySelector(\(foot)).getBoundingClientRect().top
      """
  }

  /// Where the newest picture in a chat comes from, as an expression.
  func picture(of person: String) -> String {
    "[...document.querySelectorAll(\(quoted(Page.chat(of: person) + " img.picture")))].at(-1).src"
  }

  func picture(inChatOf person: String) async throws -> String {
    try await evaluate(picture(of: person), as: String.self)
  }

  /// Whether a button can be clicked, as an expression.
  func isEnabled(_ label: String, in part: String) -> String {
    "[...document.querySelectorAll(\(quoted(part + " button")))]"
      + ".some((button) => !button.disabled && button.innerText.trim() === \(quoted(label)))"
  }
}
