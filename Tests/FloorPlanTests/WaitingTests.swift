import FloorPlan
import Testing

@Suite("Waiting for the drawing thread", .timeLimit(.minutes(30)))
struct WaitingTests {
  @Test("Fifty pictures asked for at once are all drawn, each its own")
  func fifty() async throws {
    let renderer = FloorPlanRenderer()
    let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for seats in 1...50 { group.addTask { try await renderer.png(of: .floor(floor(seats: seats))) } }
      return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(files.count == 50)
  }

  @Test("More than may wait are refused at once, and later ones are drawn again")
  func bound() async throws {
    let renderer = FloorPlanRenderer()
    let asked = FloorPlanRenderer.waitingMax * 3
    let outcomes = await withTaskGroup(of: RenderingError?.self) { group in
      for _ in 0..<asked {
        group.addTask {
          do throws(RenderingError) {
            _ = try await renderer.png(of: .floor(floor(seats: 24)))
            return nil
          } catch { return error }
        }
      }
      return await group.reduce(into: [RenderingError?]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == nil } >= FloorPlanRenderer.waitingMax)
    #expect(outcomes.contains(.tooManyWaiting))
    #expect(outcomes.allSatisfy { $0 == nil || $0 == .tooManyWaiting })
    _ = try await renderer.png(of: .standing(StandingPicture(.menu, office: "СПБ")))
  }

  @Test("A cancelled task's picture is not drawn")
  func cancelled() async {
    let renderer = FloorPlanRenderer()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await renderer.png(of: .floor(floor(seats: 24)))
    }
    await #expect(throws: RenderingError.cancelled) { try await task.value }
  }

  @Test("A renderer that nobody needs any more takes its thread with it")
  func manyRenderers() async throws {
    for _ in 0..<50 {
      _ = try await FloorPlanRenderer().png(of: .standing(StandingPicture(.menu, office: "СПБ")))
    }
  }
}
