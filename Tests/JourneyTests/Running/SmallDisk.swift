import Foundation

/// A file system of its own, so small that it is soon full.
struct SmallDisk {
  let folder: URL

  private static let mount = "/usr/bin/mount"
  /// How much is free at first.
  private static let freeMegabytes = 4

  /// Whether this machine lets the tests mount something.
  static let isPermitted: Bool = {
    guard getuid() == 0, FileManager.default.isExecutableFile(atPath: mount) else { return false }
    let probe = FileManager.default.temporaryDirectory.appending(path: "officebot-mount-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: probe) }
    guard (try? FileManager.default.createDirectory(at: probe, withIntermediateDirectories: true)) != nil,
      run(mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", probe.path)
    else { return false }
    return run("/usr/bin/umount", probe.path)
  }()

  /// Mounts an empty one there for the length of `body`.
  static func mounted<Result>(
    at folder: URL, megabytes: Int = freeMegabytes, _ body: (SmallDisk) async throws -> Result
  ) async throws -> Result {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    guard run(mount, "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", folder.path) else {
      throw ChildProcess.Failure(description: "could not mount at \(folder.path)")
    }
    // A process that is still there keeps it, but out of the way of those who tidy up.
    defer { _ = run("/usr/bin/umount", "--lazy", folder.path) }
    return try await body(SmallDisk(folder: folder))
  }

  /// Mounts one there with the files that the folder has, and leaves in the folder those that it then has.
  static func carrying(_ folder: URL, _ body: (SmallDisk) async throws -> Void) async throws {
    let carried = folder.deletingLastPathComponent().appending(path: "carried-\(UUID().uuidString)")
    let bytes = try copyFiles(of: folder, to: carried)
    try await mounted(at: folder, megabytes: freeMegabytes + bytes >> 20) { disk in
      try copyFiles(of: carried, to: folder)
      try FileManager.default.removeItem(at: carried)
      try await body(disk)
      try copyFiles(of: folder, to: carried)
    }
    try FileManager.default.removeItem(at: folder)
    try FileManager.default.moveItem(at: carried, to: folder)
  }

  /// - Returns: how many bytes there are in them.
  @discardableResult
  private static func copyFiles(of folder: URL, to destination: URL) throws -> Int {
    try FileManager.default.createDirectory(at: destination, withIntermediateDirectories: true)
    let keys: Set<URLResourceKey> = [.isRegularFileKey, .fileSizeKey]
    var bytes = 0
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      let values = try file.resourceValues(forKeys: keys)
      guard values.isRegularFile == true else { continue }
      try FileManager.default.copyItem(at: file, to: destination.appending(path: file.lastPathComponent))
      bytes += values.fileSize ?? 0
    }
    return bytes
  }

  /// Leaves no byte free.
  func fill() throws {
    let filler = open(self.filler.path, O_WRONLY | O_CREAT, 0o600)
    guard filler >= 0 else { throw ChildProcess.Failure(description: "cannot fill \(folder.path)") }
    defer { close(filler) }
    for size in [65_536, 4096, 1] {
      let bytes = [UInt8](repeating: 0, count: size)
      _ = lseek(filler, 0, SEEK_END)
      while write(filler, bytes, size) > 0 {}
    }
  }

  /// Takes away what filled it.
  func empty() throws { try FileManager.default.removeItem(at: filler) }

  /// Lets nobody write, or everybody again.
  func setReadOnly(_ isReadOnly: Bool) throws {
    guard Self.run(Self.mount, "-o", "remount,\(isReadOnly ? "ro" : "rw")", folder.path) else {
      throw ChildProcess.Failure(description: "could not remount \(folder.path)")
    }
  }

  private var filler: URL { folder.appending(path: "filler") }

  private static func run(_ program: String, _ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
