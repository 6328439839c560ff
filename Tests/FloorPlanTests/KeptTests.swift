import Testing

@testable import FloorPlan

@Suite("What is kept for later")
struct KeptTests {
  @Test("What is used stays, and all together cost no more than they may")
  func bound() {
    var kept = Kept<Int, String>(costMax: 100)
    kept.keep("used", for: -1, cost: 10)
    for number in 0..<1_000 {
      kept.keep("\(number)", for: number, cost: 10)
      #expect(kept[-1] == "used")
    }
    #expect(kept[999] == "999")
    #expect((0..<1_000).count { kept[$0] != nil } <= 10)
  }

  @Test("What costs too much is not kept, and pushes nothing out")
  func tooMuch() {
    var kept = Kept<Int, String>(costMax: 100)
    kept.keep("small", for: 1, cost: 1)
    kept.keep("large", for: 2, cost: 51)
    #expect(kept[1] == "small")
    #expect(kept[2] == nil)
  }
}
