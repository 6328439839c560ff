import FloorPlan
import OfficeActor

/// Asked after somebody has cancelled their own booking while their guests still come.
struct GuestsLeftScreen {
  let officeName: String
  let day: Day
  let guests: [Booking]
  /// Where one was before; that is also the way on.
  let trail: Trail

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.guest, office: officeName, heading: "Ваши гости")),
      caption: (["<b>На \(day.inText) остались ваши гости:</b>"]
        + guests.compactMap { $0.guest.map { "\($0.inText)" } }.fitting { "и ещё \($0)" }).lines(),
      rows: [
        [ScreenButton("Отменить и гостей", .cancelGuests(on: day, from: trail), .danger)],
        [ScreenButton("‹ Назад", .open(trail)), .menu],
      ])
  }
}
