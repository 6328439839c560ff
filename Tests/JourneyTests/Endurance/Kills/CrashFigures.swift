/// What a crash test did, and how long starts took.
struct CrashFigures {
  var rounds: [Round: Int] = [:]
  var kills = 0
  var snapshots = 0
  var restores = 0
  /// Changes that were acknowledged after the snapshot from which the office was restored.
  var lost = 0
  /// Milliseconds from a start to the first answer, each.
  var starts: [Double] = []
  /// The same of starts that had to restore the office first.
  var restoringStarts: [Double] = []
}

extension CrashTest {
  func printFigures() async {
    for round in Round.allCases {
      let name = round.rawValue.replacing(" ", with: "_")
      printFigure("crash.rounds.\(name)", Double(figures.rounds[round] ?? 0), "")
    }
    if !SmallDisk.isPermitted {
      print("Nothing was tried on a full disk: mounting a small file system is not permitted here.")
    }
    printFigure("crash.kills", Double(figures.kills), "")
    printFigure("crash.snapshots", Double(figures.snapshots), "")
    printFigure("crash.restores", Double(figures.restores), "")
    printFigure("crash.changes", Double(await sum { await $0.done }), "")
    printFigure("crash.changes_lost_by_restores", Double(figures.lost), "")
    printFigure("crash.refusals", Double(await sum { await $0.refusals }), "")
    printFigure("crash.refusals_on_full_disk", Double(await sum { await $0.unsavedCount }), "")
    printFigure("crash.starts", Double(figures.starts.count), "")
    printFigure("crash.start_to_answer_p50_ms", figures.starts.percentile(0.5), "ms")
    printFigure("crash.start_to_answer_max_ms", figures.starts.max() ?? 0, "ms")
    printFigure("crash.starts_over_1s", Double(figures.starts.count { $0 > 1000 }), "")
    printFigure("crash.restoring_start_to_answer_max_ms", figures.restoringStarts.max() ?? 0, "ms")
  }
}
