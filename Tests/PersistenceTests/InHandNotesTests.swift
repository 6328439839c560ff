import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Persistence

@Suite("Notes of what is in hand")
struct InHandNotesTests {
  private let folder: TemporaryFolder
  private let noon = Date(timeIntervalSince1970: 1_795_600_000)

  init() throws { folder = try TemporaryFolder() }

  /// What a process finds; it dies when the notes are opened again.
  private func start(_ after: TimeInterval = 0) throws -> InHandNotes {
    let now = noon + after
    return try InHandNotes(folder: folder.url, now: { now }, failed: { Issue.record("\($0)") })
  }

  @Test("count one death for all that was begun and not ended")
  func deaths() async throws {
    let first = try start()
    #expect(first.diedUnder == 0)
    for key in [7, 8, 9] as [UInt64] { #expect(await first.begin(key) == .innocent) }
    await first.end(8)

    let second = try start()
    #expect(second.diedUnder == 2)
    #expect(await second.begin(8) == .innocent)
    #expect(await second.begin(7) == .suspected)
    #expect(await second.begin(9, isWatched: true) == .suspected)

    let third = try start()
    #expect(third.diedUnder == 2, "8 and 9; 7 was only asked about")
    #expect(await third.begin(7) == .suspected)
    #expect(await third.begin(8) == .suspected)
    #expect(await third.begin(9) == .condemned)

    let fourth = try start()
    #expect(fourth.diedUnder == 1, "under the apology")
    #expect(await fourth.begin(9) == .settled)
  }

  @Test("forget what was survived, and remember what was passed over")
  func survived() async throws {
    _ = await (try start()).begin(7)
    let second = try start()
    _ = await second.begin(7, isWatched: true)
    await second.end(7)
    #expect(await second.begin(7) == .innocent)
    await second.finish()

    for _ in 1...2 { _ = await (try start()).begin(8, isWatched: true) }
    let third = try start()
    #expect(await third.begin(8) == .condemned)
    await third.end(8)
    #expect(await third.begin(8) == .settled)
    #expect(await (try start()).begin(8) == .settled)
  }

  @Test("of an orderly end count nothing, whatever was still in hand")
  func orderly() async throws {
    let first = try start()
    _ = await first.begin(7)
    await first.finish()
    let second = try start()
    #expect(second.diedUnder == 0)
    #expect(await second.begin(7) == .innocent)
  }

  @Test("forget a suspect that nobody asked about for two days")
  func old() async throws {
    _ = await (try start()).begin(7)
    #expect(try start().diedUnder == 1)
    #expect(await (try start(47 * 3600)).begin(7) == .suspected)
    #expect(await (try start(49 * 3600)).begin(7) == .innocent)
  }

  @Test("take what twice is in hand for one, until both have ended")
  func twice() async throws {
    let notes = try start()
    _ = await notes.begin(7)
    _ = await notes.begin(7)
    await notes.end(7)
    #expect(try start().diedUnder == 1)
  }

  @Test("have a bound, beyond which work goes on without")
  func bound() async throws {
    let notes = try start()
    for key in 1...UInt64(InHandNotes.notesMax + 10) { #expect(await notes.begin(key) == .innocent) }
    #expect(try start().diedUnder == InHandNotes.notesMax)
  }

  @Test("are begun anew over a file that holds something else")
  func damaged() async throws {
    try Data(repeating: 0x58, count: 100_000).write(to: folder.url.appending(path: "in-hand"))
    #expect(try start().diedUnder == 0)
  }
}
