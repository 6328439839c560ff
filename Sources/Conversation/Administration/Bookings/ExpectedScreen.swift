import FloorPlan
import Foundation
import OfficeActor

/// «Кто сейчас в офисе»: who is expected today, guests with their hosts.
struct ExpectedScreen: AdminView {
  let scene: AdminScene
  let page: Int

  private var presence: DayPresence {
    DayPresence(scene: scene.scene, day: scene.today) { $0.name.text }
  }

  func render() -> Screen {
    let count = presence.all.count
    let page = presence.lists.page(page)
    return scene.screen(
      words.whoIsExpected, .people,
      caption: ([words.expected(count, on: scene.today)] + page.items.joined()).lines(),
      rows: [
        scene.pages(page.index, of: page.count) { .expected(page: $0) },
        count > 0 ? [scene.button(words.download, .downloadExpected)] : [],
      ])
  }

  /// Everybody in one table.
  func document() -> OutgoingDocument {
    let table = CSVTable(
      header: words.expectedColumns,
      rows: presence.all.map { booking in
        let owner = presence.owner(of: booking)
        return [
          booking.seat?.rawValue ?? words.withoutSeat, booking.seat.flatMap(office.seat)?.zone ?? "",
          booking.guest?.text ?? owner, booking.guest == nil ? "" : owner,
        ]
      }, leftOut: words.rowsLeftOut)
    return OutgoingDocument(
      name: "expected-\(scene.today.iso).csv", bytes: table.bytes,
      caption: words.expected(presence.all.count, on: scene.today))
  }
}
