public import Foundation

/// Holds a data folder for one process: a second one on the same data is refused.
///
/// An advisory lock of the operating system on `office.lock`, which also says which process holds it.
/// The lock goes with the process, however that ends.
public final class DataFolderLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock, making the folder if it is not there.
  ///
  /// - Throws: ``OpeningError/heldByProcess(_:folder:)`` if another process has it.
  public init(folder: URL) throws(OpeningError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotUse(folder.path, reason: error.localizedDescription)
    }
    let path = folder.appendingPathComponent("office.lock").path
    // Becomes the object's only at the end: once it is, a throw runs `deinit`, which would close it twice.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotUse(path, reason: String(cString: strerror(errno))) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = (try? String(contentsOfFile: path, encoding: .utf8))?
        .trimmingCharacters(in: .whitespacesAndNewlines)
      close(descriptor)
      throw .heldByProcess(holder.flatMap(Int32.init), folder: folder.path)
    }
    let pid = Array("\(getpid())\n".utf8)
    guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, pid, pid.count, 0) == pid.count else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw .cannotUse(path, reason: reason)
    }
    self.descriptor = descriptor
  }

  deinit {
    // The file stays: removing it would let two processes lock two files of the same name.
    close(descriptor)
  }
}
