/// Inviting guests.
protocol GuestWords {
  func whoToInvite(charactersMax: Int) -> Markup
  var guestNameEmpty: Markup { get }
  func guestNameTooLong(charactersMax: Int) -> Markup
  var guestForgotten: Markup { get }
}
