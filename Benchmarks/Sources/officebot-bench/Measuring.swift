import Foundation

/// How many times per second `step` can be done: the median of several rounds.
func ratePerSecond(rounds: Int, steps: Int, _ step: () throws -> Void) rethrows -> Double {
  var rates: [Double] = []
  for _ in 0..<rounds {
    let elapsed = try ContinuousClock().measure { for _ in 0..<steps { try step() } }
    rates.append(Double(steps) / elapsed.seconds)
  }
  return median(rates)
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

/// A folder of its own on the disk that is measured; `BENCH_FOLDER` names another place than the current one.
func withScratchFolder<Result>(
  isolation: isolated (any Actor)? = #isolation, _ body: (URL) async throws -> Result
) async throws -> Result {
  let parent = ProcessInfo.processInfo.environment["BENCH_FOLDER"] ?? FileManager.default.currentDirectoryPath
  let folder = URL(fileURLWithPath: parent).appendingPathComponent(".build-bench-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}
