public import Foundation

extension Sandbox {
  /// Keeps in a file what people must not lose between two runs: who has started and who has
  /// blocked the bot, and how far the ids have come. Messages are not kept.
  public func save(to file: URL) async {
    let memory = await world.memory
    // Without it people press Start once more; that is all.
    try? Data(memory.text.utf8).write(to: file, options: .atomic)
  }

  /// Reads what ``save(to:)`` has kept; changes nothing when there is no such file.
  public func restore(from file: URL) async {
    guard let data = try? Data(contentsOf: file),
      let memory = try? JSONParser.parse(String(decoding: data, as: UTF8.self))
    else { return }
    await world.remember(memory)
  }
}

extension World {
  fileprivate var memory: JSON {
    let people = accounts.values.map { account -> JSON in
      [
        "id": .integer(account.id), "isStarted": .bool(account.hasStarted),
        "isBlocked": .bool(account.hasBlocked),
      ]
    }
    return [
      "people": .array(people), "messageID": .integer(lastMessageID), "updateID": .integer(queue.next),
    ]
  }

  fileprivate func remember(_ memory: JSON) {
    for person in memory["people"]?.array ?? [] {
      guard let id = person["id"]?.int, accounts[id] != nil else { continue }
      accounts[id]?.hasStarted = person["isStarted"]?.bool ?? false
      accounts[id]?.hasBlocked = person["isBlocked"]?.bool ?? false
    }
    if let id = memory["messageID"]?.int { skipMessageIDs(to: Int(id)) }
    if let id = memory["updateID"]?.int, id > 0 {
      queue = UpdateQueue(firstID: { Int(id) })
    }
    changes.note(.people)
  }
}
