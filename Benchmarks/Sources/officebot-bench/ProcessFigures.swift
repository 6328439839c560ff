import Foundation

/// What the kernel says of a process.
struct ProcessFigures {
  /// Memory that is really there (`VmRSS`), in megabytes.
  let residentMegabytes: Double
  /// Open descriptors that are not connections.
  let files: Int
  let sockets: Int
  /// Time on a processor so far, in seconds.
  let processorSeconds: Double

  init(of pid: Int32) throws {
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    guard let resident = status.firstMatch(of: /VmRSS:\s+(\d+) kB/).flatMap({ Double($0.1) }) else {
      throw RunningBot.Failure(description: "process \(pid) is gone")
    }
    residentMegabytes = resident / 1024
    let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd")
      .compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/fd/\($0)") }
    sockets = descriptors.filter { $0.hasPrefix("socket:") }.count
    files = descriptors.count - sockets
    // The name in brackets may contain blanks; utime and stime are the 12th and 13th of what follows.
    let stat = try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
    let ticks = (Double(fields[12]) ?? 0) + (Double(fields[13]) ?? 0)
    processorSeconds = ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}
