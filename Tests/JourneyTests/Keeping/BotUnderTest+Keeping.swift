import Foundation
import Sandbox

extension BotUnderTest {
  /// Where the bot keeps its snapshots.
  var snapshotFolder: URL { folder.root.appending(path: "snapshots") }

  /// The snapshots that are there, the oldest first.
  func snapshots() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: snapshotFolder.path).sorted()
      .map { snapshotFolder.appending(path: $0) }
  }

  /// The admin of the configuration, whom the bot may write to.
  func admin() async throws -> Person {
    let admin = await sandbox.person("Админ", id: OfficeSetup.admin)
    try await admin.pressStart()
    try await admin.sees("Выберите своё имя")
    return admin
  }
}
