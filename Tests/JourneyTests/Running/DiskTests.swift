import Foundation
import Sandbox
import Testing

@Suite(
  "A disk that takes nothing",
  .enabled(if: SmallDisk.isPermitted, "mounting a small file system is not permitted here"),
  .timeLimit(.minutes(30)))
struct DiskTests {
  @Test("On a full disk bookings are refused kindly, the rest goes on, and with space so does everything")
  func full() async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      try await SmallDisk.mounted(at: bot.folder.root.appending(path: "data")) { disk in
        try await bot.start()
        let admin = await bot.sandbox.person("Админ", id: OfficeSetup.admin)
        try await admin.pressStart()
        try await admin.sees("Выберите своё имя")
        let anna = try await bot.anna()
        let kept = try await anna.books(1, onDay: 1)

        try disk.fill()
        try await anna.opensDay(2)
        try await anna.taps("5", sees: "Не получилось сохранить, ничего не изменилось")
        try await admin.sees("Диск не принимает записи")
        // What needs no saving goes on, and what was saved is there.
        #expect(try await anna.bookings() == ["\(kept.onButton) · место 1"])
        try await anna.opensDay(3)
        try await anna.taps("6", sees: "Не получилось сохранить, ничего не изменилось")
        let (sick, words) = try await bot.run(["health"], token: nil)
        #expect(sick == .status(1))
        #expect(words.contains("the last change could not be saved"))

        try disk.empty()
        let later = try await anna.books(7, onDay: 4)
        let expected = ["\(kept.onButton) · место 1", "\(later.onButton) · место 7"]
        #expect(try await anna.bookings() == expected)
        #expect(try await bot.run(["health"], token: nil).exit == .status(0))
        let alarms = try await admin.chat.messages.filter { $0.text.contains("Диск не принимает") }
        #expect(alarms.count == 1)

        // Nothing half done is found by the next start either.
        try await bot.kill()
        try await bot.start()
        #expect(try await anna.bookings() == expected)
        try await bot.stop()
      }
    }
  }

  @Test("On a read-only file system it does not start, says why, and sets nothing aside")
  func readOnly() async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      try await SmallDisk.mounted(at: bot.folder.root.appending(path: "data")) { disk in
        try await bot.start()
        let anna = try await bot.anna()
        let day = try await anna.books(1)
        try await bot.stop()
        let files = try FileManager.default.contentsOfDirectory(atPath: disk.folder.path).sorted()
        try disk.setReadOnly(true)
        let (exit, words) = try await bot.run(["run"])
        #expect(exit == .status(1))
        #expect(words.contains("Read-only file system"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder.path).sorted() == files)
        try disk.setReadOnly(false)
        try await bot.start()
        #expect(try await anna.bookings() == ["\(day.onButton) · место 1"])
        try await bot.stop()
      }
    }
  }

  @Test(
    "On a disk that hangs a booking waits, and is made when the disk goes on",
    .enabled(if: BrittleDisk.isPermitted, "mounting a disk image is not permitted here"))
  func hanging() async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      try await BrittleDisk.mounted(at: bot.data) { disk in
        try await bot.start()
        let anna = try await bot.anna()
        let day = try await anna.opensDay(1)
        let message = try await anna.lastMessage
        let seat = try #require(message.button("5")?.data)

        try disk.hang()
        let tap = try await anna.startTap(data: seat, on: message.id)
        // As long as a slow disk may take, or longer.
        try await Task.sleep(for: .seconds(2))
        #expect(try await anna.chat.taps.last { $0.id == tap }?.answer == nil)
        try disk.goOn()
        #expect(try await anna.answer(to: tap).text?.hasSuffix("— ваше.") == true)
        try await bot.handlesEverything()
        try await bot.kill()
        try await bot.start()
        #expect(try await anna.bookings() == ["\(day.onButton) · место 5"])
        try await bot.stop()
      }
    }
  }

  @Test(
    "When the file system turns read-only, bookings are refused kindly, the rest goes on, and nothing is lost",
    .enabled(if: BrittleDisk.isPermitted, "mounting a disk image is not permitted here"))
  func turnsReadOnly() async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      try await BrittleDisk.mounted(at: bot.data) { disk in
        try await bot.start()
        let admin = try await bot.admin()
        let anna = try await bot.anna()
        let kept = try await anna.books(1, onDay: 1)

        try disk.fail()
        for (day, seat) in [(2, "5"), (3, "6")] {
          try await anna.opensDay(day)
          try await anna.taps(seat, sees: "Не получилось сохранить, ничего не изменилось")
          #expect(try await anna.bookings() == ["\(kept.onButton) · место 1"])
        }
        try await admin.sees("Диск не принимает записи")
        #expect(try await admin.chat.messages.count { $0.text.contains("Диск не принимает") } == 1)
        let (sick, words) = try await bot.run(["health"], token: nil)
        #expect(sick == .status(1))
        #expect(words.contains("the last change could not be saved"))

        try await bot.kill()
        try disk.repair()
        try await bot.start()
        #expect(try await anna.bookings() == ["\(kept.onButton) · место 1"])
        try await anna.books(7, onDay: 4)
        try await bot.stop()
      }
    }
  }
}
