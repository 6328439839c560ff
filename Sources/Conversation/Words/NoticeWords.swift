import OfficeActor

/// What the bot tells by itself.
protocol NoticeWords {
  // Offers.
  func offer(_ seat: Markup, on day: Day, for guest: GuestName?, until: String) -> Markup
  func offerRanOut(_ seat: Seat.ID, on day: Day, for guest: GuestName?, isFree: Bool) -> Markup

  // Bookings.
  func released(on day: Day, answerBy: TimeOfDay, only seat: Seat.ID?) -> Markup
  var takeAgainWhileFree: Markup { get }
  func takeAgain(_ seat: Seat.ID?) -> String
  func bookedByAdmin(_ line: Markup) -> Markup
  var showBooking: String { get }
  func cancelledByAdmin(_ line: Markup) -> Markup
  func lostSeat(_ line: Markup) -> Markup
  var firstInQueueNow: Markup { get }
  func dayClosed(_ day: Day, bookings: Int) -> Markup
  var chooseOtherDay: String { get }
  var freeSeatsThere: String { get }

  // Registration.
  func requested(_ name: String, _ account: Markup) -> Markup
  func linkedAlready(_ account: Markup) -> Markup
  var rivals: Markup { get }
  var approve: String { get }
  var refuse: String { get }
  func requestsWait(_ count: Int) -> Markup
  func approvalClosed(_ requests: Int) -> Markup
  var requests: String { get }
  func requestSettled(_ name: String, _ outcome: SettledRequest.Outcome, _ account: Markup) -> Markup
  func requestsSettled(areLeft: Bool) -> Markup
  var newlyRegistered: Markup { get }
  func unlink(_ name: String) -> String
  func approved(_ name: String) -> Markup
  func refused(_ name: String) -> Markup
  func unlinked(_ name: String, hasLeftGroup: Bool) -> Markup
  var registerAgain: String { get }
  func removed(_ name: String) -> Markup

  // The running of the office.
  func closedDayHasBookings(_ day: Day, _ count: Int) -> Markup
  var yesCancelAll: String { get }
  func groupTrouble(_ trouble: GroupTrouble) -> Markup
  func digest(from: String, through: String) -> Markup
  var digestErrors: Markup { get }
  var digestQuestions: Markup { get }
  func recovered(from: String, through: String) -> Markup
  func clockDoubted(shown: String, lastBelieved: String) -> Markup
  var diskRefusesWrites: Markup { get }
}
