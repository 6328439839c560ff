import FloorPlan
import OfficeActor

/// «Закрыть несколько»: seats are ticked one by one, or a zone at once.
struct TickingSeatsScreen: AdminView {
  let scene: AdminScene
  let ticked: Set<Seat.ID>
  let page: Int

  func render() -> Screen {
    let page = Page(page, of: office.seats, size: AdminSeatsScreen.pageSize)
    let seats = page.items.map { seat in
      let isTicked = ticked.contains(seat.id)
      return scene.button((isTicked ? "☑ " : "☐ ") + seat.id.rawValue, .tickSeat(seat.id, !isTicked))
    }
    let count = office.seats.count { ticked.contains($0.id) }
    let subtitle = words.tickedSummary(count)
    return Screen(
      picture: .floor(
        FloorPicture(title: words.closeSeveral, subtitle: subtitle, seats: picture, legend: words.legend)),
      caption: "<b>\(words.closeSeveral)</b>\n\(subtitle). \(words.tickSeats)",
      rows: seats.rows(of: min(4, SeatButtons.inRow(page.items.map(\.id)))) + zones(page.items).rows(of: 2)
        + [
          scene.pages(page.index, of: page.count) { .tickingSeats(page: $0) },
          count > 0 ? [scene.button(words.closeTicked(count), .closingTicked, .primary)] : [], scene.wayBack,
        ], awaits: scene.entry)
  }

  /// The floor as it would be.
  private var picture: [PictureSeat] {
    office.seats.map { seat in
      let isClosed = ticked.contains(seat.id) || office.closure(of: seat.id, on: scene.today) != nil
      return PictureSeat(id: seat.id.rawValue, zone: seat.zone, state: isClosed ? .closed : .free)
    }
  }

  /// The zones of a page's seats; a zone of one seat is ticked by that.
  private func zones(_ seats: ArraySlice<Seat>) -> [ScreenButton] {
    var shown: Set<String> = [""]
    return seats.filter { shown.insert($0.zone).inserted }.compactMap { seat in
      let zone = office.seats.filter { $0.zone == seat.zone }
      guard zone.count > 1 else { return nil }
      let isTicked = zone.allSatisfy { ticked.contains($0.id) }
      return scene.button(
        (isTicked ? "☑ " : "") + words.wholeZone(seat.zone), .tickZone(of: seat.id, !isTicked))
    }
  }
}
