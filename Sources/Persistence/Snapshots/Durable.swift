import Foundation

/// Changes of folders that are on the disk when they return.
enum Durable {
  /// An operation that the system refused.
  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ operation: String, _ url: URL) {
      let path = url.path(percentEncoded: false)
      description = "\(operation) \(path): \(String(cString: strerror(errno)))"
    }
  }

  /// Gives a file another name; what had that name is replaced.
  static func move(_ file: URL, to destination: URL) throws {
    try synchronize(file)
    guard rename(file.path(percentEncoded: false), destination.path(percentEncoded: false)) == 0 else {
      throw Failure("rename", file)
    }
    try synchronize(destination.deletingLastPathComponent())
  }

  /// Waits until a file or a folder is on the disk.
  static func synchronize(_ url: URL) throws {
    let descriptor = open(url.path(percentEncoded: false), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure("open", url) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure("fsync", url) }
  }

  /// Does something while no other process that asks for the same folder does.
  static func locking<Result>(_ folder: URL, _ body: () throws -> Result) throws -> Result {
    let descriptor = open(folder.path(percentEncoded: false), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure("open", folder) }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX) == 0 else { throw Failure("lock", folder) }
    return try body()
  }

  /// Removes a database that nobody uses, with what SQLite keeps beside it.
  static func removeDatabase(_ file: URL) throws {
    for url in databaseFiles(file) { try FileManager.default.removeItem(at: url) }
  }

  /// Those files of a database that are there, itself first.
  static func databaseFiles(_ file: URL) -> [URL] {
    ["", "-wal", "-shm", "-journal"].map { URL(filePath: file.path(percentEncoded: false) + $0) }
      .filter { FileManager.default.fileExists(atPath: $0.path(percentEncoded: false)) }
  }
}
