import Foundation
import Testing

@testable import Sandbox

@Suite("Files are taken, kept and reused as Telegram does")
struct FileTests {
  private static let photoHeads: [(Data, String?)] = [
    (Pictures.png(9_000, 1_000), nil), (Pictures.jpeg(1_280, 720), nil),
    (Pictures.png(9_000, 1_001), "PHOTO_INVALID_DIMENSIONS"),
    (Pictures.png(2_100, 100), "PHOTO_INVALID_DIMENSIONS"),
    (Pictures.png().dropLast(), "IMAGE_PROCESS_FAILED"), (Data("GIF89a".utf8), "IMAGE_PROCESS_FAILED"),
    (Data(), "file must be non-empty"),
    (
      Pictures.png(padding: 10_485_760),
      "file of size 10485793 bytes is too big for a photo; the maximum size is 10485760 bytes"
    ),
  ]

  @Test("A photo is checked by its head", arguments: photoHeads)
  func photos(bytes: Data, refusal: String?) async throws {
    try await withSandbox { _, bot, _ async throws in
      let answer = try await bot.upload("sendPhoto", ["chat_id": "501"], ["photo": bytes])
      if let refusal {
        #expect(answer.refusal == "400 Bad Request: \(refusal)")
      } else {
        #expect(answer.status == 200)
      }
    }
  }

  @Test("Equal bytes are one file, and its id sends it again")
  func reuse() async throws {
    try await withSandbox { _, bot, anna async throws in
      let first = try await bot.photo(Pictures.png(), to: 501)
      let second = try await bot.photo(Pictures.png(), to: 501)
      let id = try #require(first["photo"]?.array?.last?["file_id"])
      #expect(second["photo"]?.array?.last?["file_id"] == id)
      let again = try await bot.result("sendPhoto", ["chat_id": 501, "photo": id])
      #expect(again["photo"] == first["photo"])
      #expect(try await anna.chat.last?.picture == Pictures.png())
      let thumbnail = try #require(first["photo"]?[0]?["file_id"])
      #expect(try await bot.call("sendPhoto", ["chat_id": 501, "photo": thumbnail]).status == 200)
    }
  }

  @Test(
    "An id belongs to its type and to its bot",
    arguments: [
      ("нет", "wrong remote file identifier specified: Wrong character in the string"),
      ("abc", "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"),
      ("AgACAgIAAxkOTHERBOTSFILEIDQ", "wrong file identifier/HTTP URL specified"),
      ("https://example.org/a.png", "failed to get HTTP URL content"),
    ])
  func wrongID(id: String, refusal: String) async throws {
    try await withSandbox { _, bot, _ async throws in
      let answer = try await bot.call("sendPhoto", ["chat_id": 501, "photo": .string(id)])
      #expect(answer.refusal == "400 Bad Request: \(refusal)")
    }
  }

  @Test("A document's id is not a photo's")
  func documentAsPhoto() async throws {
    try await withSandbox { _, bot, _ async throws in
      let sent = try await bot.upload("sendDocument", ["chat_id": "501"], ["document": Data("a;b".utf8)])
      let id = try #require(sent.result?["document"]?["file_id"])
      #expect(
        try await bot.call("sendPhoto", ["chat_id": 501, "photo": id]).refusal
          == "400 Bad Request: can't use file of type Document as Photo")
      #expect(try await bot.call("sendDocument", ["chat_id": 501, "document": id]).status == 200)
    }
  }

  @Test("The bot downloads what a person sends")
  func download() async throws {
    try await withSandbox { _, bot, anna async throws in
      try await anna.send(document: Data("Смирнова Анна\n".utf8), name: "список.csv")
      let update = try #require(try await bot.updates().last)
      let document = try #require(update["message"]?["document"])
      #expect(document["file_name"] == "список.csv")
      let file = try await bot.result("getFile", ["file_id": document["file_id"] ?? ""])
      let path = try #require(
        file["file_path"]?.string?.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed))
      let bytes = try await bot.get("/file/bot\(bot.token)/\(path)").body
      #expect(String(decoding: bytes, as: UTF8.self) == "Смирнова Анна\n")
      #expect(try await bot.get("/file/bot\(bot.token)/documents/none").status == 404)
      #expect(try await bot.call("getFile", ["file_id": "x"]).refusal == "400 Bad Request: invalid file_id")
    }
  }

  @Test("A file of more than 20 MB cannot be downloaded")
  func tooBigToDownload() async throws {
    try await withSandbox { _, bot, anna async throws in
      try await anna.send(document: Data(count: 20 * 1_024 * 1_024 + 1), name: "big.bin")
      let id = try #require(try await bot.updates().last?["message"]?["document"]?["file_id"])
      #expect(try await bot.call("getFile", ["file_id": id]).refusal == "400 Bad Request: file is too big")
    }
  }

  @Test("In local mode a file of any size has a path on this machine, and is not served")
  func localMode() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sandbox-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var settings = Settings()
    settings.localFiles = folder
    try await withSandbox(settings) { _, bot, anna async throws in
      try await anna.send(document: Data(count: 20 * 1_024 * 1_024 + 1), name: "big.bin")
      let id = try #require(try await bot.updates().last?["message"]?["document"]?["file_id"])
      let path = try #require(try await bot.result("getFile", ["file_id": id])["file_path"]?.string)
      #expect(path.hasPrefix("/") && path.contains(bot.token))
      #expect(try Data(contentsOf: URL(filePath: path)).count == 20 * 1_024 * 1_024 + 1)
      #expect(try await bot.get("/file/bot\(bot.token)\(path)").status == 404)
    }
  }
}
