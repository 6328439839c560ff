import FloorPlan

/// An office without names: nobody can register yet.
struct NotReadyScreen {
  let officeName: String
  let isAdmin: Bool

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.welcome, office: officeName, heading: "Добро пожаловать")),
      caption: isAdmin
        ? """
        В офисе ещё нет ни одного имени. Есть два способа добавить людей:

        • «Управление» → «Сотрудники» → «Добавить»;
        • файл, который назван в конфигурации ключом <code>employees</code>, по одному ФИО в строке: \
        впишите имена и запустите бота снова.
        """
        : "Офис ещё не готов: список сотрудников пуст. Обратитесь к администратору и загляните позже.",
      rows: [[ScreenButton("Обновить", .open(Trail(.menu)))]])
  }
}
