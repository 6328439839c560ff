import FloorPlan

extension Screen {
  /// What a person sees when a screen could not be shown through a mistake of ours.
  package static func trouble(officeName: String) -> Screen {
    Screen(
      picture: .standing(StandingPicture(.trouble, office: officeName, heading: "Что-то пошло не так")),
      caption: "Не получилось показать этот экран. Мы уже знаем об этом; всё остальное работает.",
      rows: [[.menu]])
  }
}
