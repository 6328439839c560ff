import FloorPlan

/// What stands in the way of a stranger, and what to do about it.
struct EntranceScreen {
  let officeName: String
  let obstacle: Obstacle

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.welcome, office: officeName, heading: "Добро пожаловать")),
      caption: caption, rows: [[ScreenButton("Проверить ещё раз", .open(Trail(.menu)))]])
  }

  private var caption: Markup {
    switch obstacle {
    case .notInGroup:
      """
      Здесь бронируют места в офисе «\(officeName)» те, кто состоит в группе компании. Вас в ней пока нет.

      Вступите в группу и вернитесь сюда или обратитесь к администратору.
      """
    case .membershipUnknown:
      "Не получилось узнать у Telegram, состоите ли вы в группе компании. Попробуйте ещё раз чуть позже."
    case .botOutsideGroup:
      """
      Здесь бронируют места в офисе «\(officeName)» те, кто состоит в группе компании. Сейчас меня самого в ней \
      нет, поэтому проверить это я не могу.

      Администраторы об этом знают. Попробуйте позже.
      """
    case .noLink:
      """
      Здесь бронируют места в офисе «\(officeName)» те, кто пришёл по ссылке-приглашению.

      Попросите её у администратора и откройте: она приведёт обратно сюда.
      """
    case .wrongLink:
      "Эта ссылка больше не действует. Попросите у администратора новую и откройте её."
    }
  }
}
