import FloorPlan
import Foundation

extension Configuration {
  /// Reads and checks the file as ``load(from:environment:noting:)`` does, then tries what a start will need: a day
  /// is drawn, and every folder and address is had for a moment. Nothing is left behind.
  ///
  /// - Parameter isDrawn: whether the day is drawn; a start does that when it takes updates.
  static func rehearsed(
    from path: String, environment: [String: String], isDrawn: Bool = true,
    noting note: (ConfigurationFinding) -> Void
  ) async throws(ConfigurationMistakes) -> Configuration {
    let reader = ConfigurationReader(file: path, environment: environment)
    let configuration = try reader.readFile(noting: note) { Configuration(reading: $0) }
    let rehearsal = Rehearsal(configuration: configuration, reader: reader)
    try await rehearsal.run(isDrawn: isDrawn, noting: note)
    return configuration
  }
}

/// Tries what a start with a configuration will need.
private struct Rehearsal {
  let configuration: Configuration
  let reader: ConfigurationReader

  func run(
    isDrawn: Bool, noting note: (ConfigurationFinding) -> Void
  ) async throws(ConfigurationMistakes) {
    rehearseToken()
    rehearseFolders(noting: note)
    rehearseAddresses(noting: note)
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

  private func rehearseFolders(noting note: (ConfigurationFinding) -> Void) {
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

  private func rehearseAddresses(noting note: (ConfigurationFinding) -> Void) {
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
        if error.isInUse, isBotRunning {
          note(reader.finding("\(error), perhaps by the bot that runs on this data", key: key))
        } else {
          add("\(error)", key)
        }
      }
    }
    withExtendedLifetime(held) {}
  }

  private var isBotRunning: Bool {
    (try? HealthCommand.health(of: configuration.data, within: .seconds(2))) != nil
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
