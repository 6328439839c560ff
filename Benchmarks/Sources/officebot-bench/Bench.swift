/// Measures the product and prints figures; ratios are of figures of the same run. With the argument `soak` it
/// uses the bot for some minutes and tells what that left behind; with `start`, `largest`, `pictures`, `visits` or
/// `morning` it only measures starts, the largest office, pictures, visits or a morning.
@main
struct Bench {
  static func main() async throws {
    switch CommandLine.arguments.dropFirst().first {
    case "soak": report(try await SoakBenchmark.figures(taps: 50_000))
    case "start": report(try await StartBenchmark.figures())
    case "pictures": report(try await PictureBenchmark.figures())
    case "visits": report(try await VisitsBenchmark.figures())
    case "morning": report(try await MorningBenchmark.figures())
    case "largest": report(try await LargestOfficeBenchmark.figures())
    default:
      report(
        try await commits() + ReleaseBenchmark.figures() + PictureBenchmark.figures()
          + StartBenchmark.figures() + LargestOfficeBenchmark.figures() + TapBenchmark.figures()
          + VisitsBenchmark.figures() + MorningBenchmark.figures() + SoakBenchmark.figures(taps: 8_000))
    }
  }

  /// Commits beside what the disk can do. Disks drift, so each is measured several times in turn.
  private static func commits() async throws -> [Figure] {
    let clients = [1, 8, 64, 512]
    var fdatasync: [Double] = []
    var insert: [Double] = []
    var commits: [Int: [Double]] = [:]
    var ratios: [Int: [Double]] = [:]
    for _ in 0..<7 {
      let before = try await DiskBenchmark.fdatasyncsPerSecond()
      insert.append(try await DiskBenchmark.sqliteInsertsPerSecond())
      for count in clients {
        commits[count, default: []].append(try await CommitBenchmark.bookingsPerSecond(clients: count))
      }
      let after = try await DiskBenchmark.fdatasyncsPerSecond()
      let disk = (before + after) / 2
      fdatasync.append(disk)
      for count in clients { ratios[count, default: []].append((commits[count]?.last ?? 0) / disk) }
    }
    var figures = [
      Figure(name: "disk.fdatasync_per_second", value: median(fdatasync), unit: "1/s"),
      Figure(name: "disk.sqlite_insert_per_second", value: median(insert), unit: "1/s"),
    ]
    for count in clients {
      figures.append(
        Figure(
          name: "commit.clients\(count).bookings_per_second", value: median(commits[count] ?? []), unit: "1/s"
        ))
      figures.append(
        Figure(
          name: "commit.clients\(count).per_fdatasync", value: median(ratios[count] ?? []), unit: "ratio"))
    }
    return figures
  }
}
