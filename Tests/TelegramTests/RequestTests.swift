import Foundation
import Testing

@testable import Telegram

@Suite("Requests", .timeLimit(.minutes(30)))
struct RequestTests {
  private static let message =
    #"{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"}}}"#
  private let chat = ChatID(5)

  private func request<M: BotMethod>(_ method: M, answer: String = message) async throws -> Request {
    let server = try TestServer.answering(200, answer)
    _ = try await TelegramClient.testing(server.url).call(method)
    return try #require(server.requests.first)
  }

  @Test("are JSON to the method's address, without what is absent")
  func plain() async throws {
    let request = try await request(SendMessage(chat: chat, text: "Место 12 / «ср»", parseMode: nil))
    #expect(request.line == "POST /bot\(tokenText)/sendMessage HTTP/1.1")
    #expect(request.headers["content-type"] == "application/json")
    #expect(String(decoding: request.body, as: UTF8.self) == #"{"chat_id":5,"text":"Место 12 / «ср»"}"#)
  }

  @Test("of no method hold a null, at any depth")
  func noNulls() async throws {
    let keyboard = InlineKeyboardMarkup(rows: [
      [.init(text: "12", action: .callback(data: "x")), .init(text: "u", action: .open(url: "https://a.b"))]
    ])
    let methods: [any BotMethod] = [
      GetMe(), DeleteWebhook(), GetWebhookInfo(), GetUpdates(offset: nil, timeout: .zero),
      SendMessage(chat: chat, text: "t"),
      SendMessage(chat: chat, text: "t", replyMarkup: keyboard),
      SendPhoto(chat: chat, photo: .fileID(FileID("f"))),
      SendDocument(chat: chat, document: .fileID(FileID("f"))),
      EditMessageMedia(chat: chat, message: MessageID(1), photo: .fileID(FileID("f"))),
      EditMessageText(chat: chat, message: MessageID(1), text: "t"),
      EditMessageReplyMarkup(chat: chat, message: MessageID(1)),
      AnswerCallbackQuery(query: CallbackQueryID("q")), GetFile(fileID: FileID("f")),
      SetMyCommands(commands: [BotCommand(command: "menu", description: "Меню")]),
      SetMyCommands(commands: [], scope: .allPrivateChats), GetChatMember(chat: chat, user: UserID(5)),
    ]
    for method in methods {
      let json = String(decoding: try JSONEncoder.botAPI.encode(method), as: UTF8.self)
      #expect(!json.contains("null"), "\(type(of: method)): \(json)")
    }
  }

  @Test("colour buttons and give each exactly one action")
  func keyboard() async throws {
    let keyboard = InlineKeyboardMarkup(rows: [
      [.init(text: "Да", action: .callback(data: "y"), style: .success)],
      [.init(text: "?", action: .open(url: "https://a.b/c"))],
    ])
    let body = try await request(
      EditMessageReplyMarkup(chat: chat, message: MessageID(3), replyMarkup: keyboard)
    ).body.fields
    let rows = try #require(
      (body["reply_markup"] as? [String: Any])?["inline_keyboard"] as? [[[String: String]]])
    #expect(
      rows == [
        [["text": "Да", "callback_data": "y", "style": "success"]], [["text": "?", "url": "https://a.b/c"]],
      ])
    #expect(body["message_id"] as? Int == 3)
  }

  @Test("with a photo that Telegram has name it inside the media")
  func media() async throws {
    let edit = EditMessageMedia(
      chat: chat, message: MessageID(3), photo: .fileID(FileID("f")), caption: "<b>ср</b>")
    let media = try await request(edit).body.fields["media"] as? [String: String]
    #expect(media == ["type": "photo", "media": "f", "caption": "<b>ср</b>", "parse_mode": "HTML"])
  }

  @Test("with a new photo carry its exact bytes, found through attach://")
  func upload() async throws {
    let bytes = Data((0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }) + Data("\r\n--officebot".utf8)
    let edit = EditMessageMedia(
      chat: chat, message: MessageID(3), photo: .upload(bytes: bytes, name: "план.png"), caption: "Этаж «3»",
      replyMarkup: InlineKeyboardMarkup(rows: []))
    let form = try Multipart(try await request(edit))
    #expect(Set(form.parts.keys) == ["chat_id", "message_id", "media", "reply_markup", "photo"])
    #expect(form.parts["chat_id"]?.text == "5")
    #expect(form.parts["media"]?.body.fields["media"] as? String == "attach://photo")
    #expect(form.parts["media"]?.body.fields["caption"] as? String == "Этаж «3»")
    #expect(form.parts["reply_markup"]?.text == #"{"inline_keyboard":[]}"#)
    #expect(form.parts["photo"]?.body == bytes)
  }

  @Test("with a file carry it as the parameter itself, whatever it is called")
  func document() async throws {
    let csv = Data("день;место\nср;12\n".utf8)
    let method = SendDocument(
      chat: chat, document: .upload(bytes: csv, name: "журнал \"2026\"\r\n.csv"), caption: "12 & 13")
    let form = try Multipart(try await request(method))
    #expect(form.parts["document"]?.body == csv)
    #expect(
      form.parts["document"]?.disposition.hasSuffix(#"filename="журнал %222026%22%0D%0A.csv""#) == true)
    #expect(form.parts["caption"]?.text == "12 & 13")
    #expect(form.parts["parse_mode"]?.text == "HTML")
  }

  @Test("for updates wait in whole seconds and confirm by the offset")
  func poll() async throws {
    let poll = GetUpdates(
      offset: UpdateID(41).next, limit: 100, timeout: .seconds(70),
      allowedUpdates: GetUpdates.AllowedUpdate.allCases)
    let body = try await request(poll, answer: #"{"ok":true,"result":[]}"#).body.fields
    #expect(body["offset"] as? Int == 42 && body["timeout"] as? Int == 50 && body["limit"] as? Int == 100)
    #expect(body["allowed_updates"] as? [String] == ["message", "callback_query", "my_chat_member"])
  }

  @Test("for a file go to its path and end at the agreed length")
  func download() async throws {
    let server = try TestServer.answering(200, "день;место")
    let client = try TelegramClient.testing(server.url)
    let file = File(fileID: FileID("f"), filePath: "documents/file 1.csv")
    #expect(try await client.download(file, bytesMax: 100) == Data("день;место".utf8))
    #expect(server.requests.first?.line == "GET /file/bot\(tokenText)/documents/file%201.csv HTTP/1.1")
    let large = try TestServer.answering(200, String(repeating: "x", count: 9000))
    for (served, bytesMax) in [(server, 5), (large, 5000)] {
      let client = try TelegramClient.testing(served.url)
      await #expect(
        throws: TelegramError.fileRefused(
          .tooBig, description: "the file is too long", method: "file download")
      ) { try await client.download(file, bytesMax: bytesMax) }
    }
  }

  @Test("for a file that is not there say so, and do not blame the token")
  func lostFile() async throws {
    let server = try TestServer.answering(404, #"{"ok":false,"error_code":404,"description":"Not Found"}"#)
    let client = try TelegramClient.testing(server.url)
    await #expect(
      throws: TelegramError.fileRefused(.gone, description: "not there", method: "file download")
    ) {
      try await client.download(File(fileID: FileID("f"), filePath: "documents/1.csv"), bytesMax: 5)
    }
  }

  @Test("for a file of a server in local mode read it where it lies, no further than agreed")
  func localFile() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "local-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let client = try TelegramClient.testing("http://127.0.0.1:1")
    func failure(_ file: URL, bytesMax: Int = 100) async -> TelegramError? {
      do throws(TelegramError) {
        _ = try await client.download(File(fileID: FileID("f"), filePath: file.path), bytesMax: bytesMax)
        return nil
      } catch {
        #expect(!"\(error)".contains(folder.path), "the path has the token in it")
        return error
      }
    }
    let names = folder.appending(path: "file 0.csv")
    try Data("день;место".utf8).write(to: names)
    let file = File(fileID: FileID("f"), filePath: names.path)
    #expect(try await client.download(file, bytesMax: 100) == Data("день;место".utf8))
    let empty = folder.appending(path: "empty.csv")
    try Data().write(to: empty)
    #expect(await failure(empty) == nil)
    guard case .fileRefused(.tooBig, _, _) = await failure(names, bytesMax: 5) else {
      Issue.record("not too big")
      return
    }
    let pipe = folder.appending(path: "pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    for unseen in [folder.appending(path: "elsewhere.csv"), folder, pipe] {
      guard case .fileRefused(.outOfReach, _, _) = await failure(unseen) else {
        Issue.record("\(unseen) was read")
        continue
      }
    }
  }

  @Test("that went well have their typed answer, unknown fields ignored")
  func answers() async throws {
    let server = try TestServer.answering(
      200, #"{"ok":true,"result":{"id":7,"is_bot":true,"first_name":"b","username":"u","new":[1]}}"#)
    let me = try await TelegramClient.testing(server.url + "/").call(GetMe())
    #expect(me == User(id: UserID(7), isBot: true, firstName: "b", username: "u"))
  }
}
