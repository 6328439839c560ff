import FloorPlan
import Testing

@Suite("Content ids")
struct ContentIDTests {
  let renderer = FloorPlanRenderer()

  @Test("Equal pictures have equal ids, also from another renderer")
  func equal() {
    let picture = Picture.floor(floor(seats: 24))
    #expect(renderer.contentID(of: picture) == FloorPlanRenderer().contentID(of: picture))
    #expect(renderer.contentID(of: picture).rawValue.count == 64)
  }

  @Test("Whatever changes on a picture changes its id")
  func different() {
    let base = floor(seats: 24)
    var pictures = [base]
    func change(_ change: (inout FloorPicture) -> Void) {
      var picture = base
      change(&picture)
      pictures.append(picture)
    }
    change { $0.title = "чт 26 ноября" }
    change { $0.subtitle = "Свободно 6" }
    change { $0.seats[0].state = .taken }
    change { $0.seats[0].id = "100" }
    change { $0.seats[0].zone = "Другая" }
    change { $0.seats[0].label = "Ли А." }
    change { $0.seats.removeLast() }
    change { $0.seats.swapAt(0, 1) }
    change { $0.legend = nil }
    var ids = Set(pictures.map { renderer.contentID(of: .floor($0)) })
    #expect(ids.count == pictures.count)
    for kind in StandingPicture.Kind.allCases {
      ids.insert(renderer.contentID(of: .standing(StandingPicture(kind, office: "СПБ"))))
      ids.insert(renderer.contentID(of: .standing(StandingPicture(kind, office: "МСК"))))
    }
    #expect(ids.count == pictures.count + 2 * StandingPicture.Kind.allCases.count)
  }
}
