import Testing
import Waiting

@Suite("Waiting")
struct WaitingTests {
  @Test(
    "Pauses double up to the longest, and chance takes away no more than the spread",
    arguments: [(1, 0.5), (2, 1), (3, 2), (7, 30), (1000, 30)] as [(Int, Double)])
  func backoff(failures: Int, seconds: Double) {
    let backoff = Backoff(first: .milliseconds(500), longest: .seconds(30), spread: 0.25)
    #expect(backoff.pause(after: failures, fraction: 0) == .seconds(seconds))
    #expect(backoff.pause(after: failures, fraction: 1) == .seconds(seconds) * 0.75)
    for _ in 1...100 {
      let pause = backoff.pause(after: failures)
      #expect(.seconds(seconds) * 0.75 <= pause && pause <= .seconds(seconds))
    }
  }

  @Test(
    "A race ends with the first of two, and the other one is cancelled and awaited", arguments: [true, false])
  func race(isFirst: Bool) async {
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    let endless: @Sendable () async -> String = {
      for await _ in ends {}
      return Task.isCancelled ? "cancelled" : "ended"
    }
    let winner = await isFirst ? Waiting.race({ "first" }, endless) : Waiting.race(endless, { "second" })
    #expect(winner == (isFirst ? "first" : "second"))
    withExtendedLifetime(end) {}
  }
}
