import OfficeActor

extension English: NoticeWords {
  // MARK: Offers

  func offer(_ seat: Markup, on day: Day, for guest: GuestName?, until: String) -> Markup {
    """
    \(self.day(day)): \(seat) is free\(whose(guest)).
    Please answer by \(until): then I offer it to the next in the queue. If you decline, I offer nothing else for \
    that day.
    """
  }
  func offerRanOut(_ seat: Seat.ID, on day: Day, for guest: GuestName?, isFree: Bool) -> Markup {
    """
    Time is up: I no longer hold seat <b>\(seat.rawValue)</b> on \(self.day(day))\(whose(guest)).\
    \(isFree ? " It is still free." : "")
    You keep your place in the queue: I write when another seat becomes free.
    """
  }
  private func whose(_ guest: GuestName?) -> Markup { guest.map { " for your guest: \($0.inText)" } ?? "" }

  // MARK: Bookings

  func released(on day: Day, answerBy: TimeOfDay, only seat: Seat.ID?) -> Markup {
    seat.map {
      "You did not answer by \(answerBy.description), so seat <b>\($0.rawValue)</b> on \(self.day(day)) was released."
    } ?? "You did not answer by \(answerBy.description), so your seats on \(self.day(day)) were released:"
  }
  var takeAgainWhileFree: Markup { "If you are coming after all, take it again while it is free." }
  func takeAgain(_ seat: Seat.ID?) -> String { "Take \(seat.map(self.seat) ?? "the seats") again" }
  func bookedByAdmin(_ line: Markup) -> Markup { "An administrator has booked for you: \(line)." }
  var showBooking: String { "Show the booking" }
  func cancelledByAdmin(_ line: Markup) -> Markup { "An administrator has cancelled your booking: \(line)." }
  func lostSeat(_ line: Markup) -> Markup { "The seat is gone: \(line)." }
  var firstInQueueNow: Markup {
    "Your booking stands without a seat and is first in the queue: I write when a seat becomes free."
  }
  func dayClosed(_ day: Day, bookings: Int) -> Markup {
    "The office is closed on <b>\(self.day(day))</b>, your \(bookings == 1 ? "booking is" : "bookings are") cancelled:"
  }
  var chooseOtherDay: String { "Choose another day" }
  var freeSeatsThere: String { "Free seats" }

  // MARK: Registration

  func requested(_ name: String, _ account: Markup) -> Markup {
    "Registration request: <b>\(name)</b>\nAccount: \(account)"
  }
  func linkedAlready(_ account: Markup) -> Markup {
    "The name is linked already: \(account)\nApproving the request unlinks that account."
  }
  var rivals: Markup { "Other requests for this name:" }
  var approve: String { "Approve" }
  var refuse: String { "Refuse" }
  func requestsWait(_ count: Int) -> Markup {
    """
    \(count.counting("request waits", "requests wait")) for a decision. While there are so many, I do not write about \
    each: all of them are under “Requests”.
    """
  }
  func approvalClosed(_ requests: Int) -> Markup {
    """
    <b>I accept no more requests</b>
    Within 24 hours \(people(requests)) have asked to register who are not approved; those refused count, too. There \
    is room for new requests when you approve somebody, or after 24 hours.
    """
  }
  var requests: String { "Requests" }
  func requestSettled(_ name: String, _ outcome: SettledRequest.Outcome, _ account: Markup) -> Markup {
    let what: Markup =
      switch outcome {
      case .approved: "Request approved: <b>\(name)</b>"
      case .refused: "Request refused: <b>\(name)</b>"
      case .nameGiven: "Request refused, another account got the name: <b>\(name)</b>"
      case .nameRemoved: "Request refused, the name is no longer on the list: <b>\(name)</b>"
      case .withdrawn: "Request withdrawn: <b>\(name)</b>"
      }
    return "\(what)\nAccount: \(account)"
  }
  func requestsSettled(areLeft: Bool) -> Markup {
    areLeft ? "The messages below tell of the requests that wait." : "All requests are settled."
  }
  var newlyRegistered: Markup { "Newly registered:" }
  func unlink(_ name: String) -> String { "Unlink: \(name)" }
  func approved(_ name: String) -> Markup { "Your request was approved, you are registered: <b>\(name)</b>." }
  func refused(_ name: String) -> Markup {
    """
    Your request for the name “\(name)” was refused.
    If this is a mistake, tell an administrator. You can choose another name at once, this one after 24 hours.
    """
  }
  func unlinked(_ name: String, hasLeftGroup: Bool) -> Markup {
    let why: Markup =
      hasLeftGroup
      ? "You are no longer in the company's group, so your account was unlinked from the name “\(name)”."
      : "An administrator has unlinked your account from the name “\(name)”."
    return why + "\nThe bookings stay with the name. To use the bot, register again."
  }
  var registerAgain: String { "Register" }
  func removed(_ name: String) -> Markup {
    "The name “\(name)” was taken off the list of employees and its bookings were cancelled. If this is a mistake, tell an administrator."
  }

  // MARK: The running of the office

  func closedDayHasBookings(_ day: Day, _ count: Int) -> Markup {
    """
    By configuration the office is closed on <b>\(self.day(day))</b>, but that day has \(bookings(count)). Cancel \
    them? Their owners will be told.
    """
  }
  var yesCancelAll: String { "Yes, cancel all" }
  func groupTrouble(_ trouble: GroupTrouble) -> Markup {
    switch trouble {
    case .botOutside:
      """
      <b>I am no longer in the company's group</b>
      Meanwhile I cannot tell who is in it, and nobody new can register. For those who are registered nothing \
      changes. Bring me back into the group and make me an administrator; if the group is another one now, its \
      number has to be corrected in the configuration.
      """
    case .moved(let id):
      """
      <b>The company's group has a new number: <code>\(Int(id))</code></b>
      It became a supergroup. Registration still works: Telegram tells the number by itself. Ask the operator of \
      the server to correct it in the configuration: <code>registration.group</code>.
      """
    }
  }
  func digest(from: String, through: String) -> Markup { "<b>Digest</b> from \(from) to \(through)" }
  var digestErrors: Markup { "Errors:" }
  var digestQuestions: Markup { "Attendance questions that could not be delivered:" }
  func recovered(from: String, through: String) -> Markup {
    """
    The database was damaged or missing; the office was restored from a snapshot.
    What was done from \(from) to \(through) may be lost.
    """
  }
  func clockDoubted(shown: String, lastBelieved: String) -> Markup {
    """
    <b>The server's clock shows \(shown)</b>
    The last time that I believe: \(lastBelieved). Until the clock is confirmed by an hour of running, I delete \
    nothing and take nobody's seat by it; a snapshot of the office is kept in the snapshots' folder. Tell the \
    operator of the server.
    """
  }
  var diskRefusesWrites: Markup {
    """
    <b>The disk refuses writes</b>
    Bookings and changes are not saved at the moment: I ask people to try later. What was saved is safe. I go on by \
    myself when there is room. Tell the operator of the server.
    """
  }
}
