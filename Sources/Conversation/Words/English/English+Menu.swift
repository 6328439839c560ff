import OfficeActor

extension English: MenuWords {
  var book: String { "Book" }
  var myBookings: String { "My bookings" }
  var whoIsIn: String { "Who's in" }
  var inviteGuest: String { "Invite a guest" }
  var settings: String { "Settings" }
  var manage: String { "Manage" }
  func usual(_ day: String, _ seat: Seat.ID) -> String { "As usual: \(day), \(self.seat(seat))" }
  func nearestBooking(_ line: Markup) -> Markup { "Next booking: \(line)" }
  var noBookings: Markup { "No bookings yet." }

  var howItWorks: String { "How it works" }
  func help(_ facts: HelpFacts) -> Markup {
    let asked: Markup =
      facts.attendance.map {
        """
        At \($0.askAt.description) the day before I ask whether you are coming. Without an answer by \
        \($0.answerBy.description) your seat is released.


        """
      } ?? ""
    let admins: Markup =
      facts.admins.isEmpty
      ? "" : "\n\nAdministrators: \(facts.admins.joined(separator: ", "))."
    return """
      A seat is booked for a day, up to \(facts.windowDays.counting("day", "days")) ahead: <b>Book</b>, the day, the seat \
      on the plan. You can type it too: “tomorrow 12”, “Tue”, “seat 12”.

      \(asked)Another seat on the same day is a move: the one you had becomes free. If everything is taken, join the \
      queue: I offer you what becomes free.

      /book — book a seat
      /week — my week
      /my — my bookings
      /who — who's in
      /guest — invite a guest
      /menu — menu
      /cancel — stop typing\(admins)
      """
  }

  var languageHeading: String { "Language" }
  func languageName(_ language: Language) -> String {
    switch language {
    case .russian: "Русский"
    case .english: "English"
    }
  }
  func languageChosen(_ language: Language) -> Markup { "I speak English now." }
  var settingsHint: Markup { "What concerns only you is set here." }

  func description(of command: ChatCommand) -> String {
    switch command {
    case .start, .menu, .unknown: "Menu"
    case .book: "Book a seat"
    case .week: "My week"
    case .my: "My bookings"
    case .who: "Who's in"
    case .guest: "Invite a guest"
    case .admin: "Manage"
    case .cancel: "Stop typing"
    case .help: "How it works"
    }
  }

  func botDescription(_ office: String) -> String {
    """
    I book seats in the office “\(office)”: pick a day and a seat on the plan, done. The day before I ask whether \
    you are coming, and when everything is taken I offer you what becomes free.
    """
  }
  var botShortDescription: String { "Office seats: book one, find colleagues, invite a guest" }
}
