import Foundation
import Hummingbird

/// `/control/…`: what the page and scripts can do. Bodies and answers are JSON; what cannot be
/// done is 409 with `{"error": …}`.
///
/// | call | body |
/// |---|---|
/// | `GET people`, `chats/<id>`, `log?after=<id>`, `refusals`, `faults`, `clock`, `bot` | |
/// | `POST people` | `name`, `id`?, `username`? |
/// | `POST chats/<id>/start` | `payload`? |
/// | `POST chats/<id>/text` | `text`, `from`? (in a group) |
/// | `POST chats/<id>/tap` | `label` or `data`; `message`?, `wait`? (seconds, for the answer) |
/// | `POST chats/<id>/photo`, `document`, `sticker`, `voice` | `base64` or `content`; `name`?, `mediaType`?, `caption`? |
/// | `POST chats/<id>/delete` | `message` |
/// | `POST chats/<id>/block`, `unblock` | |
/// | `POST faults` | `kind`; `method`?, `chat`?, `times`?, `probability`?, `milliseconds`?, `retryAfter`? |
/// | `DELETE faults`, `faults/<id>` | |
/// | `POST clock` | `advance` (seconds) |
/// | `POST updates/redeliver` | `last` |
/// | `POST bot/start`, `stop`, `kill` | |
struct ControlEndpoint {
  private static let ownOrigins = ["http://127.0.0.1:", "http://localhost:"]
  private static let bodyBytesMax = 32 * 1_048_576
  private static let tapWaitMax = 60.0
  private static let advanceMax = 366.0 * 86_400

  let world: World
  let processes: ProcessSlot
  let state: PageState

  func respond(_ path: [String], _ request: Request) async throws -> Response {
    // A page from elsewhere in the same browser has no business here.
    if let origin = request.headers[.origin], !Self.ownOrigins.contains(where: origin.hasPrefix) {
      return .json(["error": "another site's page"], status: 403)
    }
    let buffer = try await request.body.collect(upTo: Self.bodyBytesMax)
    let body = (try? JSONParser.parse(String(buffer: buffer))) ?? [:]
    do throws(SandboxError) {
      guard
        let answer = try await answer(
          request.method.rawValue, path, body, query: request.uri.queryParameters["after"].map(String.init))
      else { return .json(["error": "there is no such thing here"], status: 404) }
      return .json(answer)
    } catch {
      return .json(["error": .string(error.description)], status: 409)
    }
  }

  private func answer(
    _ method: String, _ path: [String], _ body: JSON, query: String?
  ) async throws(SandboxError) -> JSON? {
    switch (method, path.first ?? "", path.dropFirst().first) {
    case ("GET", "people", _): return await state.people()
    case ("POST", "people", nil): return await addPerson(body)
    case ("GET", "chats", let id?): return try await chat(id)
    case ("POST", "chats", let id?): return try await act(path.last ?? "", inChat: id, body)
    case ("GET", "log", _): return .array(await state.log(after: query.flatMap { Int($0) } ?? 0))
    case ("GET", "refusals", _): return .array(await state.log(after: 0, refusedOnly: true))
    case ("GET", "faults", _): return state.faults()
    case ("POST", "faults", _): return .integer(world.faults.switchOn(try FaultJSON.fault(body)))
    case ("DELETE", "faults", let id): return switchOff(id)
    case ("GET", "clock", _): return state.clock()
    case ("POST", "clock", _): return try advance(body)
    case ("POST", "updates", "redeliver"?):
      await world.redeliver(last: Int(body["last"]?.int ?? 1))
      return true
    case ("GET", "bot", _): return state.bot()
    case ("POST", "bot", let action?): return try steer(action)
    default: return nil
    }
  }

  // MARK: People

  private func addPerson(_ body: JSON) async -> JSON {
    let account = await world.addAccount(
      id: body["id"]?.int, firstName: body["name"]?.string ?? "Гость", username: body["username"]?.string,
      languageCode: body["language"]?.string ?? "ru")
    return ["id": .integer(account.id)]
  }

  private func chat(_ id: String) async throws(SandboxError) -> JSON {
    guard let id = Int64(id), let chat = await state.chat(id) else {
      throw SandboxError("there is no chat \(id)")
    }
    return chat
  }

  private func act(_ action: String, inChat id: String, _ body: JSON) async throws(SandboxError) -> JSON? {
    guard let chat = Int64(id) else { throw SandboxError("there is no chat \(id)") }
    let person = body["from"]?.int ?? chat
    let message = Int(body["message"]?.int ?? 0)
    switch action {
    case "start": return .integer(try await world.pressStart(person, body["payload"]?.string))
    case "text": return .integer(try await world.write(person, in: chat, .text, body["text"]?.string ?? ""))
    case "photo", "document", "sticker", "voice": return try await sendFile(action, person, chat, body)
    case "tap": return try await tap(person, chat, body)
    case "delete":
      try await world.deleteByPerson(message, in: chat)
      return true
    case "block", "unblock":
      try await world.setBlocked(person, action == "block")
      return true
    default: return nil
    }
  }

  private func sendFile(
    _ action: String, _ person: Int64, _ chat: Int64, _ body: JSON
  ) async throws(SandboxError) -> JSON {
    let kinds: [String: StoredFile.Kind] = [
      "photo": .photo, "document": .document, "sticker": .sticker, "voice": .voice,
    ]
    let bytes =
      body["base64"]?.string.flatMap { Data(base64Encoded: $0) }
      ?? Data((body["content"]?.string ?? " ").utf8)
    return .integer(
      try await world.writeFile(
        person, in: chat, kinds[action] ?? .document, name: body["name"]?.string ?? "file.txt",
        mediaType: body["mediaType"]?.string ?? "text/plain", bytes: bytes,
        caption: body["caption"]?.string ?? ""))
  }

  /// Taps by data, or by label on a given or the newest message that has it. With `wait` seconds
  /// the answer to the tap is waited for.
  private func tap(_ person: Int64, _ chat: Int64, _ body: JSON) async throws(SandboxError) -> JSON {
    let view = try await world.view(of: chat)
    var message = body["message"]?.int.map { Int($0) }
    var data = body["data"]?.string
    if let label = body["label"]?.string {
      let found = message.map { id in view.messages.first { $0.id == id } } ?? view.message(withButton: label)
      message = found?.id
      data = found?.button(label)?.data
    }
    guard let message, let data else { throw SandboxError("there is no such button. \(view)") }
    let tap = try await world.tap(person, in: chat, message: message, data: data)
    let wait = min(body["wait"]?.double ?? 0, Self.tapWaitMax)
    let deadline = ContinuousClock.now + .seconds(wait)
    while true {
      let version = world.changes.version
      let answer = await world.tap(tap, in: chat)?.answer
      let left = ContinuousClock.now.duration(to: deadline)
      if answer != nil || left <= .zero || world.changes.isClosed {
        return .compact([
          "id": .string(tap), "isAnswered": .bool(answer != nil), "text": answer?.text.map { .string($0) },
          "isAlert": answer.map { .bool($0.isAlert) },
        ])
      }
      await world.changes.wait(after: version, atMost: left)
    }
  }

  // MARK: The rest

  private func switchOff(_ id: String?) -> JSON {
    if let id = id.flatMap({ Int($0) }) { world.faults.switchOff(id) } else { world.faults.switchOff() }
    return true
  }

  private func advance(_ body: JSON) throws(SandboxError) -> JSON {
    guard let seconds = body["advance"]?.double, seconds >= 0, seconds <= Self.advanceMax else {
      throw SandboxError("the clock goes forward only, by `advance` seconds")
    }
    world.settings.clock.advance(by: .seconds(seconds))
    world.changes.note(.clock)
    return state.clock()
  }

  private func steer(_ action: String) throws(SandboxError) -> JSON? {
    guard let process = processes.process else { throw SandboxError("the bot's process is not ours") }
    switch action {
    case "start": process.start()
    case "stop": process.stop()
    case "kill": process.kill()
    default: return nil
    }
    return true
  }
}
