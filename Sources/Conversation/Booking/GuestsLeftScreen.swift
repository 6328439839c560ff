import FloorPlan
import OfficeActor

/// Asked after somebody has cancelled their own booking while their guests still come.
struct GuestsLeftScreen: SceneView {
  let scene: Scene
  let day: Day
  let guests: [Booking]
  /// Where one was before; that is also the way on.
  let trail: Trail

  func render() -> Screen {
    Screen(
      picture: standing(.guest, words.yourGuests),
      caption: ([words.guestsLeft(on: day)]
        + guests.compactMap { $0.guest.map { "\($0.inText)" } }.fitting(more)).lines(),
      rows: [
        [ScreenButton(words.cancelGuestsToo, .cancelGuests(on: day, from: trail), .danger)],
        [ScreenButton(words.back, .open(trail)), menu],
      ])
  }
}
