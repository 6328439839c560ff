public import Foundation
import OfficeActor

/// Notes of what the process has in hand, in a file that outlives it, so that a start knows under what its
/// predecessor died.
///
/// A note is one small write into space that the file has already, and does not wait for the disk: what the kernel
/// was given survives a process, however that ends. After a power cut notes may be missing or left over, which
/// costs one death more or an apology too many.
public actor InHandNotes {
  /// What the file knows of a piece of work.
  public enum Standing: UInt8, Sendable, Hashable {
    /// The process never died under it.
    case innocent = 1
    /// It died once while this was in hand, perhaps with other work.
    case suspected
    /// It died twice: this is not to be done again.
    case condemned
    /// Condemned, and the person who asked for it has been told.
    case settled
  }

  /// Notes at the same time at the most; what is begun beyond that goes without one.
  public static let notesMax = 4_096
  /// What is known from earlier processes takes this many places at the most, so that there is room for notes. Of
  /// more, the longest known is forgotten: what nobody has asked for since is not asked for any more. The bound is
  /// a number and no time, for no clock is to lose a death (rule 25).
  static let rememberedMax = notesMax / 2

  /// How many pieces of work were in hand when the process before this one died.
  public nonisolated let diedUnder: Int

  private let descriptor: Int32
  private let failed: @Sendable (_ reason: String) -> Void
  private var notes: [UInt64: Note] = [:]
  private var freePlaces: [Int]
  private var hasFailed = false
  private let executor = BlockingExecutor(label: "in hand")

  /// Reads the notes in a data folder and counts a death for each piece of work that was begun and never ended.
  ///
  /// - Parameter failed: told when notes can no longer be written; work goes on without them.
  /// - Throws: ``OpeningError`` if the file cannot be read or written.
  public init(
    folder: URL, failed: @escaping @Sendable (_ reason: String) -> Void
  ) throws(OpeningError) {
    let path = Self.path(in: folder)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotUse(path, reason: String(cString: strerror(errno))) }
    var bytes = [UInt8](repeating: 0, count: Self.notesMax * Note.bytesCount)
    _ = pread(descriptor, &bytes, bytes.count, 0)
    let (notes, diedUnder) = Self.afterDeath(bytes)
    // Written whole, so that no later note needs space on the disk.
    bytes = [UInt8](repeating: 0, count: bytes.count)
    for note in notes.values {
      let begin = note.place * Note.bytesCount
      bytes.replaceSubrange(begin..<(begin + Note.bytesCount), with: note.bytes)
    }
    guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw .cannotUse(path, reason: reason)
    }
    self.descriptor = descriptor
    self.failed = failed
    self.diedUnder = diedUnder
    self.notes = notes
    let taken = Set(notes.values.map(\.place))
    freePlaces = (0..<Self.notesMax).reversed().filter { !taken.contains($0) }
  }

  deinit { close(descriptor) }

  static func path(in folder: URL) -> String {
    folder.appending(path: "in-hand").path(percentEncoded: false)
  }

  /// Executor of the actor: a thread of its own, because files block.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Notes that work begins, unless it is suspected or settled.
  ///
  /// - Parameter isWatched: whether a suspect is begun too, for nothing else that is suspected is in hand.
  /// - Returns: what is known of it.
  public func begin(_ key: UInt64, isWatched: Bool = false) -> Standing {
    let standing = notes[key]?.standing ?? .innocent
    switch standing {
    case .innocent, .condemned: hold(key)
    case .suspected: if isWatched { hold(key) }
    case .settled: break
    }
    return standing
  }

  /// Notes that work has ended, whatever came of it.
  public func end(_ key: UInt64) {
    guard var note = notes[key], note.holders > 0 else { return }
    note.holders -= 1
    guard note.holders == 0 else {
      notes[key] = note
      return
    }
    switch note.standing {
    case .innocent, .suspected: return forget(key)
    case .condemned, .settled:
      note.standing = .settled
      notes[key] = note
      write(note.bytes, at: note.place)
    }
  }

  /// Forgets what is known of a piece of work.
  public func forget(_ key: UInt64) {
    guard let note = notes.removeValue(forKey: key) else { return }
    freePlaces.append(note.place)
    write(Note.free, at: note.place)
  }

  /// At an orderly end: what is not ended did not end the process.
  public func finish() {
    for (key, note) in notes where note.holders > 0 {
      notes[key]?.holders = 1
      end(key)
    }
  }

  private func hold(_ key: UInt64) {
    if notes[key] == nil {
      guard let place = freePlaces.popLast() else { return }
      notes[key] = Note(key: key, place: place, standing: .innocent)
    }
    notes[key]?.holders += 1
    guard let note = notes[key], note.holders == 1 else { return }
    write(note.bytes, at: note.place)
  }

  private func write(_ bytes: [UInt8], at place: Int) {
    guard pwrite(descriptor, bytes, bytes.count, off_t(place * Note.bytesCount)) != bytes.count else {
      hasFailed = false
      return
    }
    if !hasFailed { failed(String(cString: strerror(errno))) }
    hasFailed = true
  }

  /// What is known after the end of a process that did not end in order.
  private static func afterDeath(_ bytes: [UInt8]) -> ([UInt64: Note], diedUnder: Int) {
    var known: [Note] = []
    var diedUnder = 0
    for place in 0..<notesMax {
      let begin = place * Note.bytesCount
      guard var note = Note(bytes[begin..<(begin + Note.bytesCount)], place: place) else { continue }
      if note.holders > 0 {
        diedUnder += 1
        note.standing = Standing(rawValue: note.standing.rawValue + 1) ?? .settled
        note.holders = 0
        note.starts = 0
      } else {
        note.starts &+= 1
      }
      if note.standing != .innocent { known.append(note) }
    }
    let remembered = known.sorted { $0.starts < $1.starts }.prefix(rememberedMax)
    return (Dictionary(remembered.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }), diedUnder)
  }
}

/// One note, in a place of its own.
private struct Note {
  let key: UInt64
  let place: Int
  var standing: InHandNotes.Standing
  /// How often a process has started since one died under it. Files of earlier versions have seconds here, which
  /// makes their notes the longest known.
  var starts: UInt64 = 0
  /// How often it is in hand, which is once unless Telegram brings an update while it is being handled.
  var holders = 0

  static let bytesCount = 32
  static let free = [UInt8](repeating: 0, count: bytesCount)

  init(key: UInt64, place: Int, standing: InHandNotes.Standing) {
    (self.key, self.place, self.standing) = (key, place, standing)
  }

  /// Nil for a place that is free, or that holds nothing of ours.
  init?(_ bytes: ArraySlice<UInt8>, place: Int) {
    let bytes = Array(bytes)
    guard let standing = InHandNotes.Standing(rawValue: bytes[16]), bytes[17] <= 1 else { return nil }
    let number = { (range: Range<Int>) in bytes[range].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    self.init(key: number(0..<8), place: place, standing: standing)
    starts = number(8..<16)
    holders = Int(bytes[17])
  }

  var bytes: [UInt8] {
    var bytes = Self.free
    for index in 0..<8 {
      bytes[index] = UInt8(truncatingIfNeeded: key >> (8 * UInt64(index)))
      bytes[8 + index] = UInt8(truncatingIfNeeded: starts >> (8 * UInt64(index)))
    }
    bytes[16] = standing.rawValue
    bytes[17] = holders > 0 ? 1 : 0
    return bytes
  }
}
