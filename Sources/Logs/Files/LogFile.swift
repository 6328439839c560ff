import Foundation
import Synchronization

/// A file of lines, `events.jsonl`; when it is large or old it becomes `events-20261125T083000.123Z.jsonl` and
/// a new one begins.
///
/// After a failure it is opened anew for the next lines, so it goes on by itself when the disk does.
final class LogFile: LineDestination {
  private struct Opened {
    let descriptor: Int32
    var size: Int
    /// When the first line was written.
    let begun: Date
  }

  private let url: URL
  private let rotation: LogRotation
  private let now: @Sendable () -> Date
  private let isClockBelieved: @Sendable () -> Bool
  private let opened = Mutex<Opened?>(nil)

  /// - Parameters:
  ///   - url: its extension is `jsonl`; the folder may not exist yet.
  ///   - isClockBelieved: whether old files may be removed by it.
  init(
    _ url: URL, rotation: LogRotation, now: @escaping @Sendable () -> Date,
    isClockBelieved: @escaping @Sendable () -> Bool = { true }
  ) {
    self.url = url
    self.rotation = rotation
    self.now = now
    self.isClockBelieved = isClockBelieved
  }

  deinit { opened.withLock { if let opened = $0 { close(opened.descriptor) } } }

  /// Writes all of the lines or nothing.
  func write(_ lines: [UInt8]) throws(SystemFailure) {
    try opened.withLock { opened throws(SystemFailure) in
      do throws(SystemFailure) {
        if let file = opened, !isInPlace(file) { forget(&opened) }
        if isFull(try file(&opened), with: lines) {
          forget(&opened)
          try rotate()
        }
        try append(lines, to: try file(&opened))
        opened?.size += lines.count
      } catch {
        forget(&opened)
        throw error
      }
    }
  }

  private func file(_ opened: inout Opened?) throws(SystemFailure) -> Opened {
    if let opened { return opened }
    let file = try open()
    opened = file
    return file
  }

  private func append(_ lines: [UInt8], to file: Opened) throws(SystemFailure) {
    do throws(SystemFailure) {
      try writeAll(lines, to: file.descriptor)
    } catch {
      // A disk that is full may have taken part of a line.
      _ = ftruncate(file.descriptor, off_t(file.size))
      throw error
    }
  }

  private func isFull(_ file: Opened, with lines: [UInt8]) -> Bool {
    file.size > 0
      && (file.size + lines.count > rotation.bytesMax
        || now().timeIntervalSince(file.begun) >= rotation.ageMax.timeInterval)
  }

  // MARK: Opening

  private func open() throws(SystemFailure) -> Opened {
    try? FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    let descriptor = Glibc.open(url.path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw SystemFailure("open") }
    do throws(SystemFailure) {
      return try opened(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
  }

  private func opened(_ descriptor: Int32) throws(SystemFailure) -> Opened {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemFailure("fstat") }
    var size = Int(status.st_size)
    guard size > 0 else { return Opened(descriptor: descriptor, size: 0, begun: now()) }
    // A process that was killed may have left part of a line; what follows it must be lines of their own.
    if bytes(of: descriptor, at: size - 1, count: 1) != [UInt8(ascii: "\n")] {
      try writeAll([UInt8(ascii: "\n")], to: descriptor)
      size += 1
    }
    return Opened(descriptor: descriptor, size: size, begun: begun(descriptor))
  }

  /// The time of the first line; without one the file counts as begun long ago, and the next line begins a new one.
  private func begun(_ descriptor: Int32) -> Date {
    let beginning = Array(#"{"time":""#.utf8)
    let timeBytes = Date.distantPast.logText.utf8.count
    let time = bytes(of: descriptor, at: beginning.count, count: timeBytes)
    return Date(logText: String(decoding: time, as: UTF8.self)) ?? .distantPast
  }

  private func bytes(of descriptor: Int32, at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
    }
  }

  /// Whether the path still leads to the file: somebody may have moved or deleted it.
  private func isInPlace(_ file: Opened) -> Bool {
    var (atPath, atHand) = (stat(), stat())
    return stat(url.path, &atPath) == 0 && fstat(file.descriptor, &atHand) == 0
      && atPath.st_ino == atHand.st_ino && atPath.st_dev == atHand.st_dev
  }

  private func forget(_ opened: inout Opened?) {
    if let opened { close(opened.descriptor) }
    opened = nil
  }

  // MARK: Old files

  private var folder: URL { url.deletingLastPathComponent() }
  private var name: String { url.deletingPathExtension().lastPathComponent }

  private func rotate() throws(SystemFailure) {
    var moment = now()
    while access(oldFile(at: moment).path, F_OK) == 0 { moment += 0.001 }
    guard rename(url.path, oldFile(at: moment).path) == 0 else { throw SystemFailure("rename") }
    removeOldFiles()
  }

  private func oldFile(at moment: Date) -> URL {
    folder.appending(path: "\(name)-\(moment.logFileText).jsonl")
  }

  /// What cannot be removed is tried again when the next file begins.
  private func removeOldFiles() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let old = names.filter { isOldFile($0) }.sorted()
    let expired = oldFile(at: now() - rotation.keptFor.timeInterval).lastPathComponent
    let isBelieved = isClockBelieved()
    for (index, name) in old.enumerated()
    where index < old.count - rotation.filesMax || isBelieved && name < expired {
      unlink(folder.appending(path: name).path)
    }
  }

  /// Other files that people keep here are not ours to remove.
  private func isOldFile(_ file: String) -> Bool {
    file.hasPrefix("\(name)-")
      && file.dropFirst(name.count + 1).wholeMatch(of: /\d{8}T\d{6}\.\d{3}Z\.jsonl/) != nil
  }
}

extension Duration {
  /// In seconds.
  var timeInterval: TimeInterval { self / .seconds(1) }
}
