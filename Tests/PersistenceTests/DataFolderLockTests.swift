import Foundation
import TestSupport
import Testing

@testable import Persistence

@Suite("The lock of the data folder")
struct DataFolderLockTests {
  @Test("refuses a second one on the same data and names the process that has it")
  func second() throws {
    let folder = try TemporaryFolder()
    let lock = try DataFolderLock(folder: folder.url)
    let held = OpeningError.heldByProcess(getpid(), folder: folder.url.path)
    for _ in 0..<3 { #expect(throws: held) { try DataFolderLock(folder: folder.url) } }
    #expect(held.description.contains("\(getpid())"))
    withExtendedLifetime(lock) {}
  }

  @Test("goes with the one who has it, and can be taken again")
  func released() throws {
    let folder = try TemporaryFolder()
    for _ in 0..<3 { _ = try DataFolderLock(folder: folder.url) }
    let text = try String(contentsOf: folder.url.appendingPathComponent("office.lock"), encoding: .utf8)
    #expect(text == "\(getpid())\n")
  }

  @Test("held by one who did not say who still holds", arguments: ["", "кто-то", "99999999999999999999"])
  func anonymous(text: String) throws {
    let folder = try TemporaryFolder()
    let lock = try DataFolderLock(folder: folder.url)
    try Data(text.utf8).write(to: folder.url.appendingPathComponent("office.lock"), options: [])
    #expect(throws: OpeningError.heldByProcess(nil, folder: folder.url.path)) {
      try DataFolderLock(folder: folder.url)
    }
    withExtendedLifetime(lock) {}
  }

  @Test("takes over the file of a process that is gone, whatever is in it")
  func stale() throws {
    let folder = try TemporaryFolder()
    try Data("1234567\nmore\n".utf8).write(to: folder.url.appendingPathComponent("office.lock"))
    let lock = try DataFolderLock(folder: folder.url)
    #expect(throws: OpeningError.heldByProcess(getpid(), folder: folder.url.path)) {
      try DataFolderLock(folder: folder.url)
    }
    withExtendedLifetime(lock) {}
  }

  @Test("makes the folder if it is not there, and says so if it cannot")
  func folders() throws {
    let folder = try TemporaryFolder()
    let deep = folder.url.appendingPathComponent("a/b/c")
    withExtendedLifetime(try DataFolderLock(folder: deep)) {}
    let file = deep.appendingPathComponent("office.lock")
    let error = #expect(throws: OpeningError.self) { try DataFolderLock(folder: file) }
    guard case .cannotUse = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
