import FloorPlan

/// How things work.
struct HelpScreen {
  let officeName: String

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.help, office: officeName, heading: "Как это работает")),
      caption: """
        Место бронируют на день, не дальше чем на две недели вперёд: <b>Забронировать</b>, день, место на плане. \
        Номер места можно и написать.

        Другое место на тот же день — это пересадка: прежнее освободится само. Если свободных мест нет, приходите без места: \
        освободившиеся предлагают по очереди, и вам придёт сообщение.

        /book — забронировать
        /my — мои брони
        /who — кто в офисе
        /guest — пригласить гостя
        /menu — меню
        /cancel — прервать ввод
        /help — эта подсказка
        """,
      rows: [[.menu]])
  }
}
