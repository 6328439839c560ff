import Foundation
import Glibc
import Sockets

/// Tries whether the program can write into a folder as it will, and leaves nothing behind.
///
/// What is there is not opened: a process that uses a database loses its locks on it when it closes the file once
/// more, and another one is not to be disturbed.
struct FolderRehearsal {
  struct Problem: Error, CustomStringConvertible {
    let description: String
    /// A full disk keeps nothing from starting: people can still look, and space may be made.
    var isPassing = false
  }

  /// May not exist yet.
  let folder: URL
  /// Files that the program writes; those that are there have to let it.
  var files: [String] = []
  /// Whether a socket is put there.
  var hasSocket = false

  func rehearse() throws(Problem) {
    let existing = try nearestExisting()
    try makeFile(in: existing)
    if hasSocket { try makeSocket(in: existing) }
    guard existing == folder.pathWithoutSlash else { return }
    for name in files { try checkFile(existing + "/" + name) }
  }

  /// The folder itself, or the one in which the program makes what is missing.
  private func nearestExisting() throws(Problem) -> String {
    var url = folder
    while true {
      do throws(PathFailure) {
        guard try FileKind(at: url) == .folder else { throw PathFailure(ENOTDIR) }
        return url.pathWithoutSlash
      } catch {
        let parent = url.deletingLastPathComponent().standardizedFileURL
        guard error.isMissing, parent.pathWithoutSlash != url.pathWithoutSlash else {
          throw Problem(description: "\(url.pathWithoutSlash) cannot be used: \(error)")
        }
        url = parent
      }
    }
  }

  private func makeFile(in existing: String) throws(Problem) {
    let path = Self.passingName(in: existing)
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw problem(in: existing, "cannot be written to") }
    defer { close(descriptor) }
    unlink(path)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw problem(in: existing, "has no file locks") }
  }

  private func makeSocket(in existing: String) throws(Problem) {
    let path = Self.passingName(in: existing)
    defer { unlink(path) }
    do {
      close(try UnixSocket.open(path) { bind($0, $1, $2) == 0 })
    } catch {
      throw Problem(description: "\(existing) cannot hold a socket: \(error.reason)")
    }
  }

  private func checkFile(_ path: String) throws(Problem) {
    guard access(path, F_OK) == 0 else { return }
    guard access(path, R_OK | W_OK) == 0 else {
      throw Problem(description: "\(path) cannot be written to: \(PathFailure())")
    }
  }

  private func problem(in existing: String, _ what: String) -> Problem {
    let failure = PathFailure()
    // Where nothing can be made at all, as in /proc, the system calls the new file one that is not there.
    let reason = failure.code == ENOENT ? "nothing can be made there" : "\(failure)"
    return Problem(
      description: "\(existing) \(what): \(reason)", isPassing: [ENOSPC, EDQUOT].contains(failure.code))
  }

  /// Of a file that is gone as soon as it was made; hidden, and taken by nobody.
  private static func passingName(in folder: String) -> String {
    "\(folder)/.officebot-\(getpid())-\(UInt32.random(in: 0 ... .max))"
  }
}
