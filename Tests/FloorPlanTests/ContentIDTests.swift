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

  @Test("A part of a floor has the same id whatever becomes of the other parts' seats")
  func part() {
    var picture = floor(seats: 300, zones: 3)
    picture.part = 1
    let id = renderer.contentID(of: .floor(picture))
    let parts = FloorPart.parts(of: picture.seats)
    picture.seats[parts[0].seats[0]].state = .own
    #expect(renderer.contentID(of: .floor(picture)) == id)
    picture.seats[parts[1].seats[0]].state = .closed
    #expect(renderer.contentID(of: .floor(picture)) != id)
  }

  @Test("Texts that run into each other the same way have different ids")
  func boundaries() {
    func id(_ title: String, _ subtitle: String) -> ContentID {
      renderer.contentID(of: .floor(FloorPicture(title: title, subtitle: subtitle, seats: [])))
    }
    #expect(id("ср 25", "") != id("ср", " 25"))
    #expect(id("", "ср") != id("ср", ""))
  }

  @Test("Ids tell apart all that describes a picture")
  func complete() {
    // Whatever is added to these goes into ids too, or pictures that look different share one.
    func properties(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
    #expect(properties(floor(seats: 1)) == ["title", "subtitle", "seats", "part", "legend"])
    #expect(properties(PictureSeat(id: "1", state: .free)) == ["id", "zone", "state", "label"])
    #expect(properties(StandingPicture(.menu, office: "")) == ["kind", "office", "heading"])
    #expect(
      properties(
        StatisticsPicture(month: "", seats: 0, days: [], usedPercent: [], released: 0, declined: 0))
        == ["month", "seats", "days", "usedPercent", "released", "declined", "labels"])
    #expect(
      properties(
        FortnightPicture(title: "", subtitle: "", weekdays: Array(repeating: "", count: 7), cells: []))
        == ["title", "subtitle", "weekdays", "cells"])
    #expect(
      properties(FortnightPicture.Cell(number: 1, state: .away)) == ["number", "state", "guests", "isToday"])
    #expect(
      properties(StatisticsPicture.Day(number: 1, weekday: 1, presence: 0))
        == ["number", "weekday", "presence", "isClosed"])
  }
}
