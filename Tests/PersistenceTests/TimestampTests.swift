import Foundation
import TestSupport
import Testing

@testable import Persistence

@Suite("A stored moment")
struct TimestampTests {
  @Test(
    "is written in UTC to the millisecond",
    arguments: [
      (0, "1970-01-01 00:00:00.000"), (1_795_597_200, "2026-11-25 09:00:00.000"),
      (1_795_597_199.9994, "2026-11-25 08:59:59.999"), (1_795_597_199.9996, "2026-11-25 09:00:00.000"),
      (951_782_399.042, "2000-02-28 23:59:59.042"), (-0.001, "1969-12-31 23:59:59.999"),
    ])
  func text(seconds: Double, text: String) {
    #expect(Timestamp.text(Date(timeIntervalSince1970: seconds)) == text)
  }

  @Test("is read back as it was, and sorts as it passes", arguments: 0..<4)
  func roundTrip(_: Int) {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    var texts: [String] = []
    for _ in 0..<1_000 {
      let milliseconds = Int.random(in: 0...4_000_000_000_000, using: &random)
      let moment = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      texts.append(Timestamp.text(moment))
      #expect(Timestamp.moment(Timestamp.text(moment)) == moment, "seed \(seed)")
    }
    #expect(
      texts.sorted()
        == texts.sorted { (Timestamp.moment($0) ?? .distantPast) < (Timestamp.moment($1) ?? .distantPast) })
  }

  @Test(
    "is not read from anything else",
    arguments: [
      "", " ", "2026-11-25", "2026-11-25 09:00:00", "2026-11-25T09:00:00.000", "2026-11-25 9:00:00.000",
      "2026-11-25 24:00:00.000", "2026-11-25 23:60:00.000", "2026-11-25 -1:00:00.000",
      "2026-11-25 +1:00:00.000", "2026-11-25 09.00:00.000", "2026-11-25 09:00:00.000 ",
      "2026-11-25  09:00:00.000", "2026-11-25 99999999999999999999:00:00.000", "2026-02-30 09:00:00.000",
    ])
  func others(text: String) {
    #expect(Timestamp.moment(text) == nil)
  }
}
