extension English: GuestWords {
  func whoToInvite(charactersMax: Int) -> Markup {
    "<b>Whom do you invite?</b>\nType your guest's name, up to \(charactersMax) characters."
  }
  var guestNameEmpty: Markup { "The guest's name is empty." }
  func guestNameTooLong(charactersMax: Int) -> Markup {
    "The guest's name is too long: it may have at most \(charactersMax) characters."
  }
  var guestForgotten: Markup { "This button is for a guest whose name I no longer remember. Type it again." }
}
