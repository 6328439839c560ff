import Foundation
import Testing

/// What the kernel says of a process.
struct ProcessFigures {
  /// Memory that is really there (`VmRSS`), in megabytes.
  let residentMegabytes: Double
  /// Open files that are not connections.
  let files: Int
  /// Open connections and the like.
  let sockets: Int

  init(of pid: pid_t) throws {
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let resident = try #require(status.firstMatch(of: /VmRSS:\s+(\d+) kB/).flatMap { Double($0.1) })
    residentMegabytes = resident / 1024
    let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd")
      // One that is gone by now was none that stays.
      .compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/fd/\($0)") }
    sockets = descriptors.count { $0.hasPrefix("socket:") }
    files = descriptors.count - sockets
  }
}

/// Prints a figure in the same form as `make bench FORMAT=tsv`.
func printFigure(_ name: String, _ value: Double, _ unit: String) {
  print("\(name)\t\(String(format: "%.1f", value))\t\(unit)")
}

extension Duration {
  var milliseconds: Double { self / .milliseconds(1) }
}

extension [Double] {
  /// The value that so large a part of all does not exceed; 0 of none.
  func percentile(_ part: Double) -> Double {
    let sorted = sorted()
    guard let last = sorted.indices.last else { return 0 }
    return sorted[Int((Double(last) * part).rounded())]
  }
}
