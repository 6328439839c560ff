import Foundation
import Testing

private enum Screenshots {
  static let folder = ProcessInfo.processInfo.environment["OFFICEBOT_SCREENSHOTS"].map {
    URL(filePath: $0, directoryHint: .isDirectory)
  }
}

/// Takes the pictures of the README and the guide when it is told where to put them; see `scripts/screenshots`.
@Suite(
  "The pictures of the README and the guide", .timeLimit(.minutes(30)),
  .enabled(if: Screenshots.folder != nil, "scripts/screenshots takes them"))
struct ScreenshotTests {
  /// Who else has a seat that day: first name, part of the name on the list, seat.
  private static let others = [
    ("Глеб", "крылов", "3"), ("Марина (админ)", "орлова", "7"), ("Захар", "алексеев", "12"),
    ("Инга", "баранов", "18"),
  ]

  @Test("One registers, one looks for a better seat, one has just booked")
  func booking() async throws {
    try await DemoUnderTest.withRunning { demo in
      let page = try await demo.open(.init(width: 1440, height: 1060, scale: 1.5, isPhone: false))
      for person in ["Анна", "Борис", "Марина (админ)"] { try await page.click(person, in: ".chips") }
      for (person, name, seat) in Self.others {
        try await page.click(person, in: ".chips")
        try await page.opensFloor(person, name)
        try await page.click(seat, inChatOf: person, sees: "Забронировано")
        try await page.click(person, in: ".chips")
      }
      for person in ["Анна", "Борис", "Вера"] { try await page.click(person, in: ".chips") }

      try await page.click("Запустить", inChatOf: "Анна", sees: "Выберите своё имя")
      try await page.type("анна", into: "Сообщение от Анна")
      try await page.sees("По запросу", inChatOf: "Анна")

      try await page.opensFloor("Вера", "белова")
      try await page.click("14", inChatOf: "Вера", sees: "Забронировано")
      try await page.opensFloor("Борис", "волков")
      try await page.click("11", inChatOf: "Борис", sees: "Забронировано")
      try await page.click("Другое место", inChatOf: "Борис", sees: "Ваше место: 11")
      try await take("booking.png", of: page)
    }
  }

  @Test("A floor with its seats on a phone")
  func phone() async throws {
    try await DemoUnderTest.withRunning { demo in
      let page = try await demo.open(.init(width: 390, height: 936, scale: 2, isPhone: true))
      for (person, name, seat) in Self.others + [("Борис", "волков", "10"), ("Вера", "белова", "14")] {
        try await page.click(person, in: ".chips")
        try await page.opensFloor(person, name)
        try await page.click(seat, inChatOf: person, sees: "Забронировано")
      }
      try await page.click("Анна", in: ".chips")
      try await page.opensFloor("Анна", "смирнова")
      try await take("phone.png", of: page)
    }
  }

  @Test("A day as an admin sees it")
  func admin() async throws {
    try await DemoUnderTest.withRunning { demo in
      let page = try await demo.open(.init(width: 390, height: 1010, scale: 2, isPhone: true))
      for (person, name, seat) in Self.others {
        try await page.click(person, in: ".chips")
        try await page.opensFloor(person, name)
        try await page.click(seat, inChatOf: person, sees: "Забронировано")
      }
      let admin = "Марина (админ)"
      try await page.click(admin, in: ".chips")
      try await page.type("/admin", into: "Сообщение от \(admin)")
      try await page.sees("Управление", inChatOf: admin)
      try await page.click("Брони", inChatOf: admin, sees: "сколько броней на день")
      try await page.click(try await page.lastDay(inChatOf: admin).label, inChatOf: admin, sees: "4 брони")
      try await take("admin.png", of: page)
    }
  }

  private func take(_ name: String, of page: Page) async throws {
    let folder = try #require(Screenshots.folder)
    try await page.waits(
      for: "all pictures and the end of all notices",
      "!document.querySelector('.toast, .is-waiting') && [...document.images].every((image) => image.complete)"
    )
    try await page.movesMouseAway()
    let picture = try await page.picture()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try picture.write(to: folder.appending(path: name))
  }
}

extension Page {
  /// Lets a newcomer register and open the floor of the last day on offer.
  fileprivate func opensFloor(_ person: String, _ name: String) async throws {
    try await click("Запустить", inChatOf: person, sees: "Выберите своё имя")
    try await type(name, into: "Сообщение от \(person)")
    try await sees("По запросу", inChatOf: person)
    let messages = quoted(Page.chat(of: person) + " article")
    let found = try await evaluate(
      "[...document.querySelectorAll(\(messages))].at(-1).querySelector('.key').innerText", as: String.self)
    try await click(found, inChatOf: person, sees: "Это вы?")
    try await click("Да, это я", inChatOf: person, sees: "вы зарегистрированы")
    try await click("Забронировать", inChatOf: person, sees: "На какой день?")
    try await click(try await lastDay(inChatOf: person).label, inChatOf: person, sees: "Свободно")
  }
}
