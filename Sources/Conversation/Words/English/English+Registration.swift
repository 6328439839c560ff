import OfficeActor

extension English: RegistrationWords {
  var welcome: String { "Welcome" }
  func greeting(_ office: String) -> Markup {
    "Hello! This is where seats in the office “\(office)” are booked."
  }
  var chooseName: Markup { "<b>Choose your name</b>, or type part of it and the list gets shorter." }
  func typeName(lettersMin: Int) -> Markup {
    "<b>Type your name</b>: at least \(lettersMin) letters of it, or all of a short one."
  }
  func nameTooShort(_ typed: String, lettersMin: Int) -> Markup {
    "“\(typed)” is too short: type at least \(lettersMin) letters of your name, or all of a short one."
  }
  func noSuchName(_ typed: String) -> Markup {
    "“\(typed)”: no such name on the list. Try another spelling, or ask an administrator."
  }
  func noFreeName(_ typed: String) -> Markup {
    "“\(typed)”: no such name is free. Try another spelling, or ask an administrator."
  }
  func namesFound(_ count: Int, _ typed: String, shown: Int) -> Markup {
    let found: Markup = "\(names(count)) found for “\(typed)”"
    return count > shown
      ? found + ", the first \(shown) are shown. Choose yours or type more letters."
      : found + ". Choose yours or try another spelling."
  }
  var allNamesTaken: Markup {
    "All names on the list are taken. If one of them is yours, ask an administrator."
  }
  var allNames: String { "All names" }
  var toRequest: String { "‹ To my request" }

  var isThisYou: String { "Is this you?" }
  func nameWillBeYours(needsApproval: Bool) -> Markup {
    needsApproval
      ? "Is this you? An administrator gets your request; once it is approved, the name belongs to your Telegram account."
      : "Is this you? The name will belong to your Telegram account."
  }
  var yesThatIsMe: String { "Yes, that's me" }
  var registered: Markup { "Done, you are registered. Have a good day!" }
  func youAre(_ name: String) -> Markup { "Already done: you are \(name)." }
  var youAreNotRegistered: Markup { "Already done: you are not registered." }

  var requestIsSent: Markup { "Your request is sent." }
  var requestSent: String { "Request sent" }
  func waiting(since time: TimeOfDay, _ day: Day) -> Markup {
    """
    Your request was sent on \(self.day(day)) at \(time.description) and waits for an administrator.

    Once it is approved, the menu appears here.
    """
  }
  var chooseOtherName: String { "Choose another name" }

  func noNames(isAdmin: Bool) -> Markup {
    isAdmin
      ? """
      The office has no names yet. There are two ways to add people:

      • “Manage” → “Employees” → “Add”;
      • the file that the configuration names under <code>employees</code>, one full name a line: \
      enter the names and start the bot again.
      """
      : "The office is not ready yet: the list of employees is empty. Ask an administrator and come back later."
  }
  var checkAgain: String { "Check again" }
  func obstacle(_ obstacle: Obstacle, _ office: String) -> Markup {
    switch obstacle {
    case .notInGroup:
      """
      Seats in the office “\(office)” are booked by members of the company's group. You are not in it yet.

      Join the group and come back, or ask an administrator.
      """
    case .membershipUnknown:
      "Telegram did not say whether you are in the company's group. Please try again a little later."
    case .botOutsideGroup:
      """
      Seats in the office “\(office)” are booked by members of the company's group. I am not in it myself right now, \
      so I cannot check.

      The administrators know. Please try again later.
      """
    case .noLink:
      """
      Seats in the office “\(office)” are booked by people who came by an invitation link.

      Ask an administrator for it and open it: it leads back here.
      """
    case .wrongLink: "This link is no longer valid. Ask an administrator for a new one and open it."
    }
  }
}
