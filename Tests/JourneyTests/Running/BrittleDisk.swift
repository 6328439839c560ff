import Foundation

/// A disk of its own that can hang, and that can fail so that its file system turns read-only.
///
/// Nothing else makes a file system read-only that a process writes to: the kernel does not remount one on which
/// files are open for writing.
struct BrittleDisk {
  private static let folders = ["/usr/sbin", "/sbin", "/usr/bin", "/bin"]
  private static let programs = ["mkfs.ext4", "mount", "umount", "losetup", "fsfreeze"]
  private static let bytes: UInt64 = 64 << 20

  let folder: URL
  /// «loop0».
  private let device: String

  /// Whether this machine lets the tests have one.
  static let isPermitted: Bool = {
    guard SmallDisk.isPermitted, programs.allSatisfy({ path($0) != nil }) else { return false }
    let probe = FileManager.default.temporaryDirectory.appending(path: "officebot-disk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: probe) }
    guard let disk = try? mount(at: probe) else { return false }
    defer { disk.unmount() }
    return FileManager.default.isWritableFile(atPath: disk.errorTrigger.path)
  }()

  /// Mounts it there, empty, for the length of `body`; it is whole afterwards, in the folder.
  static func mounted(at folder: URL, _ body: (BrittleDisk) async throws -> Void) async throws {
    let disk = try mount(at: folder)
    defer {
      _ = run("fsfreeze", "--unfreeze", folder.path)
      disk.unmount()
    }
    try await body(disk)
  }

  /// Nothing that is written returns until ``goOn()``.
  func hang() throws { try Self.must("fsfreeze", "--freeze", folder.path) }

  /// What hung is done now.
  func goOn() throws { try Self.must("fsfreeze", "--unfreeze", folder.path) }

  /// The kernel finds an error, and lets nobody write from now on.
  func fail() throws {
    let trigger = open(errorTrigger.path, O_WRONLY)
    guard trigger >= 0, write(trigger, "1", 1) == 1, close(trigger) == 0 else {
      throw ChildProcess.Failure(description: "the disk at \(folder.path) does not fail")
    }
  }

  /// Mounts the file system anew, which nobody may use now, as after a repair.
  func repair() throws {
    try Self.must("umount", folder.path)
    try Self.must("mount", "-o", "loop,errors=remount-ro", Self.image(of: folder).path, folder.path)
  }

  private var errorTrigger: URL { URL(filePath: "/sys/fs/ext4/\(device)/trigger_fs_error") }

  private static func image(of folder: URL) -> URL { folder.appendingPathExtension("img") }

  private static func mount(at folder: URL) throws -> BrittleDisk {
    let image = image(of: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data().write(to: image)
    let file = try FileHandle(forWritingTo: image)
    try file.truncate(atOffset: bytes)
    try file.close()
    try must("mkfs.ext4", "-q", "-F", image.path)
    try must("mount", "-o", "loop,errors=remount-ro", image.path, folder.path)
    let mounts = try String(contentsOfFile: "/proc/mounts", encoding: .utf8)
    guard let line = mounts.split(separator: "\n").first(where: { $0.contains(" \(folder.path) ") }),
      let device = line.split(separator: " ").first?.split(separator: "/").last
    else { throw ChildProcess.Failure(description: "\(folder.path) is not mounted") }
    return BrittleDisk(folder: folder, device: String(device))
  }

  private func unmount() {
    _ = Self.run("umount", "--lazy", folder.path)
    try? FileManager.default.removeItem(at: Self.image(of: folder))
  }

  private static func path(_ program: String) -> String? {
    folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func run(_ program: String, _ arguments: String...) -> Bool { run(program, arguments) }

  private static func must(_ program: String, _ arguments: String...) throws {
    guard run(program, arguments) else {
      throw ChildProcess.Failure(description: "failed: \(program) \(arguments.joined(separator: " "))")
    }
  }

  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    guard let path = path(program) else { return false }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
