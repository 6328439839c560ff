import Testing

@testable import FloorPlan

@Suite("Frames that overlap")
struct FrameGroupTests {
  @Test("Those that keep off each other stay alone")
  func apart() {
    let frames = (0..<9).map { Frame(x: $0 % 3 * 10, y: $0 / 3 * 10, width: 10, height: 10) }
    let groups = FrameGroup.disjoint(frames)
    #expect(groups.map(\.members).sorted { $0[0] < $1[0] } == frames.indices.map { [$0] })
  }

  @Test("Those connected by others are one group, and so is what lies in its frame")
  func connected() {
    let groups = FrameGroup.disjoint([
      Frame(x: 0, y: 0, width: 10, height: 10), Frame(x: 8, y: 8, width: 10, height: 10),
      Frame(x: 16, y: 16, width: 10, height: 10), Frame(x: 20, y: 2, width: 2, height: 2),
      Frame(x: 40, y: 0, width: 5, height: 50),
    ])
    #expect(groups.count == 2)
    #expect(
      groups.contains(FrameGroup(frame: Frame(x: 0, y: 0, width: 26, height: 26), members: [0, 1, 2, 3])))
  }

  @Test("However they lie, every frame is inside its group and no two groups overlap", arguments: 0..<20)
  func random(seed: UInt64) {
    var state = seed
    func number(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let frames = (0..<80).map { _ in
      Frame(x: number(900), y: number(900), width: 1 + number(60), height: 1 + number(60))
    }
    let groups = FrameGroup.disjoint(frames)
    #expect(groups.flatMap(\.members).sorted() == Array(frames.indices))
    #expect(groups.allSatisfy { group in group.members.allSatisfy { group.frame.contains(frames[$0]) } })
    for (index, group) in groups.enumerated() {
      #expect(!groups[(index + 1)...].contains { $0.frame.overlaps(group.frame) })
    }
  }
}
