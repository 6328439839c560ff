import FloorPlan
package import Foundation
import Sockets

extension Configuration {
  /// Reads and checks the file as ``load(from:environment:noting:)`` does, then tries what a start will need: a day
  /// is drawn, and every folder and address is had for a moment. Nothing is left behind.
  ///
  /// - Parameters:
  ///   - path: as the operator gave it; messages repeat it.
  ///   - isDrawn: whether the day is drawn; a start does that when people are answered.
  ///   - isBotRunning: whether a bot runs on a data folder and may thus use an address that is taken.
  ///   - note: called with what an operator should know though nothing is wrong.
  /// - Throws: everything that is wrong, at once.
  package static func rehearsed(
    from path: String, environment: [String: String], isDrawn: Bool = true, isBotRunning: (URL) -> Bool,
    noting note: (Finding) -> Void
  ) async throws(Mistakes) -> Configuration {
    let reader = Reader(file: path, environment: environment)
    let configuration = try reader.readFile(noting: note) { Configuration(reading: $0) }
    let rehearsal = Rehearsal(configuration: configuration, reader: reader)
    try await rehearsal.run(isBotRunning, isDrawn: isDrawn, noting: note)
    return configuration
  }
}

/// Tries what a start with a configuration will need.
private struct Rehearsal {
  let configuration: Configuration
  let reader: Reader

  func run(
    _ isBotRunning: (URL) -> Bool, isDrawn: Bool, noting note: (Configuration.Finding) -> Void
  ) async throws(Configuration.Mistakes) {
    rehearseToken()
    rehearseFolders(noting: note)
    rehearseAddresses(isBotRunning, noting: note)
    if isDrawn { await rehearseDrawing() }
    try reader.throwMistakes()
  }

  /// `check-config` needs no token, but one that is given has to be right.
  private func rehearseToken() {
    let names = ["BOT_TOKEN", "BOT_TOKEN_FILE"]
    guard names.contains(where: { reader.environment[$0]?.isEmpty == false }) else { return }
    do { _ = try Secrets.botToken(environment: reader.environment) } catch {
      reader.addMistake(error.message)
    }
  }

  private func rehearseFolders(noting note: (Configuration.Finding) -> Void) {
    let databases = ["office.db", "chats.db", "errors.db"].flatMap { file in
      ["", "-wal", "-shm"].map { file + $0 }
    }
    let folders: [(key: String, FolderRehearsal)] = [
      (
        "data",
        FolderRehearsal(
          folder: configuration.data, files: ["office.lock", "in-hand"] + databases, hasSocket: true)
      ),
      ("snapshots.folder", FolderRehearsal(folder: configuration.snapshots.folder)),
      (
        "logs.folder",
        FolderRehearsal(folder: configuration.logs.folder, files: ["events.jsonl", "errors.jsonl"])
      ),
    ]
    for (key, rehearsal) in folders {
      do throws(FolderRehearsal.Problem) {
        try rehearsal.rehearse()
      } catch {
        if error.isPassing { note(reader.finding("\(error)", key: key)) } else { add("\(error)", key) }
      }
    }
  }

  private func rehearseAddresses(
    _ isBotRunning: (URL) -> Bool, noting note: (Configuration.Finding) -> Void
  ) {
    // Both at once, for they may be the same.
    var held: [HeldAddress] = []
    let addresses = [
      ("http.listen", configuration.http.listen),
      ("telegram.webhook.listen", configuration.telegram.webhook?.listen),
    ]
    for case (let key, let address?) in addresses {
      do throws(HeldAddress.Problem) {
        held.append(try HeldAddress(address))
      } catch {
        if error.isInUse, isBotRunning(configuration.data) {
          note(reader.finding("\(error), perhaps by the bot that runs on this data", key: key))
        } else {
          add("\(error)", key)
        }
      }
    }
    withExtendedLifetime(held) {}
  }

  private func rehearseDrawing() async {
    do {
      _ = try await configuration.drawTrialDay(
        with: FloorPlanRenderer(plan: configuration.floorPlan))
    } catch {
      add("a day cannot be drawn: \(error)", configuration.floorPlan == nil ? "seats" : "floor_plan")
    }
  }

  private func add(_ message: String, _ key: String) { reader.add(reader.finding(message, key: key)) }
}
