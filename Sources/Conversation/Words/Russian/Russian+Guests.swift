extension Russian: GuestWords {
  func whoToInvite(charactersMax: Int) -> Markup {
    "<b>Кого пригласить?</b>\nНапишите имя гостя, до \(charactersMax) символов."
  }
  var guestNameEmpty: Markup { "Имя гостя пустое." }
  func guestNameTooLong(charactersMax: Int) -> Markup {
    "Имя гостя слишком длинное: нужно не больше \(charactersMax) символов."
  }
  var guestForgotten: Markup { "Эта кнопка — для гостя, чьё имя уже не помню. Напишите его ещё раз." }
}
