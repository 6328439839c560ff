import Foundation

/// What the page shows, as JSON.
struct PageState {
  /// The page shows so many of a chat's messages.
  static let messagesShown = 60
  /// The page shows so many of a chat's taps.
  static let tapsShown = 20
  /// The page shows so many calls.
  static let callsShown = 200
  /// Longer values of parameters are cut in the log.
  private static let valueLengthShown = 600

  let world: World
  let processes: ProcessSlot

  /// Everything but the chats and the log.
  func people() async -> JSON {
    var people: [JSON] = []
    for id in await world.order {
      guard let account = try? await world.account(id), account.isShown else { continue }
      people.append(
        .compact([
          "id": .integer(id), "name": .string(account.firstName),
          "username": account.username.map { .string($0) }, "isStarted": .bool(account.hasStarted),
          "isBlocked": .bool(account.hasBlocked),
        ]))
    }
    let bot: JSON = [
      "name": .string(world.settings.botName), "username": .string(world.settings.botUsername),
      "commands": await world.defaultCommands ?? [],
    ]
    return ["people": .array(people), "bot": bot]
  }

  /// One chat.
  func chat(_ id: Int64) async -> JSON? {
    guard let view = try? await world.view(of: id) else { return nil }
    if let account = try? await world.account(id), !account.isShown { return nil }
    let window = world.settings.answerWindow / .seconds(1)
    let now = world.settings.clock.now
    return [
      "id": .integer(id), "title": .string(view.title), "isStarted": .bool(view.isStarted),
      "isBlocked": .bool(view.isBlocked),
      "messages": .array(view.messages.suffix(Self.messagesShown).map { Self.json($0, in: id) }),
      "taps": .array(
        view.taps.suffix(Self.tapsShown).map {
          Self.json($0, secondsLeft: window - now.timeIntervalSince($0.date))
        }),
    ]
  }

  /// Calls after one, oldest first.
  func log(after id: Int, refusedOnly: Bool = false) async -> [JSON] {
    let calls = await refusedOnly ? world.refusals : world.records
    return calls.suffix(Self.callsShown).filter { $0.id > id }.map(Self.json)
  }

  /// The faults that are switched on.
  func faults() -> JSON { .array(world.faults.active.map(FaultJSON.json)) }

  /// The sandbox's clock.
  func clock() -> JSON {
    let clock = world.settings.clock
    return [
      "now": World.unix(clock.now), "ahead": .integer(Int(clock.ahead.rounded())),
      "timeZone": .string(world.settings.timeZone),
    ]
  }

  /// The bot's process, or null.
  func bot() -> JSON {
    guard let status = processes.process?.status else { return .null }
    return .compact([
      "pid": status.pid.map { .integer($0) }, "text": .string(status.text),
      "lines": .array(status.lines.map { .string($0) }),
    ])
  }

  // MARK: Parts

  private static func json(_ message: Message, in chat: Int64) -> JSON {
    var file: JSON?
    if let stored = message.file {
      file = .compact([
        "kind": .string(stored.kind.rawValue), "name": stored.name.map { .string($0) },
        "url": .string("/pictures/\(stored.uniqueID)"), "width": .integer(stored.width),
        "height": .integer(stored.height), "size": .integer(stored.bytes.count),
      ])
    }
    var from: JSON?
    if case .person(let id) = message.author { from = .integer(id) }
    return .compact([
      "id": .integer(message.id), "from": from, "date": World.unix(message.date),
      "edited": message.editDate.map { World.unix($0) }, "text": .string(message.text),
      "entities": .array(message.formatted.entities.map(\.json)), "file": file,
      "keyboard": message.keyboard.map { .array($0.rows.map { .array($0.map(\.json)) }) },
      "isSilent": message.isSilent ? true : nil,
    ])
  }

  private static func json(_ tap: Tap, secondsLeft: Double) -> JSON {
    .compact([
      "id": .string(tap.id), "message": .integer(tap.message), "data": .string(tap.data),
      "label": .string(tap.label), "secondsLeft": .integer(Int(secondsLeft.rounded(.up))),
      "answer": tap.answer.map { answer in
        .compact([
          "text": answer.text.map { .string($0) }, "isAlert": .bool(answer.isAlert),
          "url": answer.url.map { .string($0) },
        ])
      },
    ])
  }

  private static func json(_ record: CallRecord) -> JSON {
    var parameters = record.parameters.mapValues { JSON.string(String($0.prefix(valueLengthShown))) }
    for (name, size) in record.files { parameters[name] = .string("файл, \(size) байт") }
    return .compact([
      "id": .integer(record.id), "date": World.unix(record.date), "method": .string(record.method),
      "status": .integer(record.status), "refusal": record.refusal.map { .string($0) },
      "fault": record.fault.map { .string($0) },
      "milliseconds": .integer(Int(record.took / .milliseconds(1))),
      "parameters": .object(parameters), "unknown": .array(record.unknownParameters.map { .string($0) }),
      "answer": .string(String(record.answer.text.prefix(valueLengthShown))),
    ])
  }
}
