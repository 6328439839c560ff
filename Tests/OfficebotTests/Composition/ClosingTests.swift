import Testing

@testable import officebot

@Suite("Closing the office")
struct ClosingTests {
  private struct Failure: Error, Equatable { let number: Int }

  @Test("goes on after a step that failed, names each that did, and hands back the first")
  func everyStep() async {
    var done: [Int] = []
    var failed: [String] = []
    let closing = Closing(steps: [
      ("one", { done.append(1) }),
      ("two", { throw Failure(number: 2) }),
      ("three", { throw Failure(number: 3) }),
      ("four", { done.append(4) }),
    ])
    let failure = await closing.run { what, _ in failed.append(what) }
    #expect(done == [1, 4])
    #expect(failed == ["two", "three"])
    #expect(failure as? Failure == Failure(number: 2))
  }
}
