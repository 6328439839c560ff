import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Persistence

@Suite("Notes of what is in hand")
struct InHandNotesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What a process finds; it dies when the notes are opened again.
  private func start() throws -> InHandNotes {
    try InHandNotes(folder: folder.url, failed: { Issue.record("\($0)") })
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

  @Test("keep a suspect whatever the clock shows, and however often the process starts meanwhile")
  func old() async throws {
    _ = await (try start()).begin(7)
    #expect(try start().diedUnder == 1)
    // What an earlier version wrote: the second in which the process died, by a clock that was years ahead or behind.
    for seconds in [0, 1_795_600_000, 4_000_000_000, UInt64.max] {
      try write(seconds, at: 8)
      for _ in 1...20 { #expect(await (try start()).begin(7) == .suspected) }
    }
    _ = await (try start()).begin(7, isWatched: true)
    #expect(await (try start()).begin(7) == .condemned)
  }

  /// Writes a number into the first note that the file has.
  private func write(_ number: UInt64, at offset: Int) throws {
    let file = folder.url.appending(path: "in-hand")
    var bytes = try Data(contentsOf: file)
    let note = try #require(stride(from: 0, to: bytes.count, by: 32).first { bytes[$0] != 0 })
    for index in 0..<8 {
      bytes[note + offset + index] = UInt8(truncatingIfNeeded: number >> (8 * UInt64(index)))
    }
    try bytes.write(to: file)
  }

  @Test("of more suspects than there is room for forget those known longest, and keep room for notes")
  func manySuspects() async throws {
    let half = UInt64(InHandNotes.rememberedMax)
    for keys in [1...half, (half + 1)...(half + 10)] {
      let notes = try start()
      for key in keys { _ = await notes.begin(key) }
    }
    let notes = try start()
    #expect(notes.diedUnder == 10)
    for key in (half + 1)...(half + 10) { #expect(await notes.begin(key) == .suspected) }
    var forgotten = 0
    for key in 1...half { forgotten += await notes.begin(key) == .innocent ? 1 : 0 }
    #expect(forgotten == 10)
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
