import Foundation
import GRDB
import OfficeActor

/// Why the data cannot be used. Nothing of it was changed.
public enum OpeningError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another process works on the same data; nil if it did not say which.
  case heldByProcess(Int32?, folder: String)
  /// A file or folder that cannot be read or written.
  case cannotUse(String, reason: String)
  /// The file is not a database, or parts of it are broken or missing.
  case damaged(String, reason: String)
  /// The database was written by a newer version of the program.
  case newerThanProgram(String)
  /// The records contradict each other or the configuration.
  case contradiction(String, reason: String)

  /// As text.
  public var description: String {
    switch self {
    case .heldByProcess(let pid, let folder):
      "the data in \(folder) is in use by " + (pid.map { "process \($0)" } ?? "another process")
    case .cannotUse(let path, let reason): "cannot use \(path): \(reason)"
    case .damaged(let path, let reason): "\(path) is damaged: \(reason); it was left untouched"
    case .newerThanProgram(let path):
      "\(path) was written by a newer version of officebot; it was left untouched"
    case .contradiction(let path, let reason): "\(path): \(reason); it was left untouched"
    }
  }
}

extension OpeningError {
  /// What an error says about a file that was to be opened or read.
  init(_ error: any Error, path: String) {
    self =
      switch error {
      case let error as OpeningError: error
      case let error as DatabaseError: OpeningError(sqlite: error, path: path)
      case let error as OfficeLoadingError: .contradiction(path, reason: "\(error)")
      default: .cannotUse(path, reason: "\(error)")
      }
  }

  /// What the system says of the file.
  ///
  /// - Throws: ``OpeningError/cannotUse(_:reason:)`` with the true reason: not there is one of several.
  static func status(of path: String) throws(OpeningError) -> stat {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let reason = errno == ENOENT ? "there is no such file" : String(cString: strerror(errno))
      throw .cannotUse(path, reason: reason)
    }
    return status
  }

  private init(sqlite error: DatabaseError, path: String) {
    let reason = error.message ?? "\(error.resultCode)"
    self =
      switch error.resultCode {
      // SQLITE_ERROR: a table or a column that should be there is not.
      case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR: .damaged(path, reason: reason)
      default: .cannotUse(path, reason: reason)
      }
  }
}
