import FloorPlan
import OfficeActor

/// «Пригласить гостя»: type the guest's name.
struct GuestNameScreen: SceneView {
  let scene: Scene
  let trail: Trail

  func render() -> Screen {
    Screen(
      picture: standing(.guest, words.inviteGuest),
      caption: words.whoToInvite(charactersMax: GuestName.charactersMax),
      rows: [[back(trail), menu]],
      awaits: .guestName(from: trail))
  }
}
