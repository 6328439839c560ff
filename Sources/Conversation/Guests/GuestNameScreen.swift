import FloorPlan
import OfficeActor

/// «Пригласить гостя»: type the guest's name.
struct GuestNameScreen {
  let officeName: String
  let trail: Trail

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.guest, office: officeName, heading: "Пригласить гостя")),
      caption: "<b>Кого пригласить?</b>\nНапишите имя гостя, до \(GuestName.charactersMax) символов.",
      rows: [[.back(trail), .menu]],
      awaits: .guestName(from: trail))
  }
}
