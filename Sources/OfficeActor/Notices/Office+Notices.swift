public import Foundation

/// What the office owes people.
extension Office {
  /// Whether a notice is to be delivered, and to whom.
  public enum Sense: Sendable, Hashable {
    /// It is to be delivered to this account.
    case deliver(to: AccountID)
    /// Obsolete: what it announced no longer holds.
    case drop(reason: String)
    /// It can no longer be delivered as it should have been.
    case giveUp(reason: DeliveryFailure)
    /// What it comes to rests on the date, and the clock is not believed.
    case wait
  }

  /// Notices that are owed at a moment, oldest first.
  public func noticesDue(at now: Date) -> [Notice] {
    notices.values.filter { $0.isDue(at: now) }.sorted { $0.id < $1.id }
  }

  /// When the next notice that is not due yet will be.
  public func nextNoticeDue(after now: Date) -> Date? {
    notices.values.filter { $0.failure == nil && !$0.isDue(at: now) }.map(\.dueAt).min()
  }

  /// Notices that could not be delivered, newest first.
  public var noticesGivenUp: [Notice] {
    notices.values.filter { $0.failure != nil }.sorted { $0.id > $1.id }
  }

  /// Attendance questions that were given up from one moment to another, newest first.
  public func questionsGivenUp(from start: Date, to end: Date) -> [Notice] {
    noticesGivenUp.filter { notice in
      guard case .attendanceQuestion = notice.content, let failure = notice.failure else { return false }
      return start <= failure.at && failure.at < end
    }
  }

  /// Notices that could not be delivered and were given up before a moment, oldest first.
  public func noticesGivenUp(before moment: Date) -> [Notice] {
    noticesGivenUp.filter { ($0.failure?.at ?? .distantFuture) < moment }.reversed()
  }

  /// What a notice comes to if it is delivered at a moment.
  ///
  /// - Parameter isClockBelieved: whether the moment is the right one, as far as anybody knows. Nobody can undo that
  ///   a notice was dropped or given up.
  public func sense(of notice: Notice, at now: Date, isClockBelieved: Bool = true) -> Sense {
    if let reason = reasonToDrop(notice) { return .drop(reason: reason) }
    if let reason = lateness(of: notice, at: now) { return isClockBelieved ? .drop(reason: reason) : .wait }
    switch notice.recipient {
    case .account(let account): return .deliver(to: account)
    case .employee(let id):
      guard let account = account(of: notice) else { return .giveUp(reason: .notLinked) }
      if case .attendanceQuestion(let day) = notice.content, !isQuestionInTime(to: id, about: day, at: now) {
        return isClockBelieved ? .giveUp(reason: .tooLate) : .wait
      }
      return .deliver(to: account)
    }
  }

  /// Who gets a notice if it goes out now; nil if nobody is linked to the name.
  public func account(of notice: Notice) -> AccountID? {
    switch notice.recipient {
    case .account(let account): account
    case .employee(let id): employees[id]?.account
    }
  }

  /// Why a notice is obsolete, whatever the time is.
  private func reasonToDrop(_ notice: Notice) -> String? {
    switch (notice.recipient, notice.content) {
    case (.account(let account), let content) where content.isForAdmins && !rules.admins.contains(account):
      return "no longer an admin"
    case (.employee(let id), _) where employees[id]?.isRemoved ?? true: return "the name was removed"
    case (_, .offer(let id)):
      guard let offer = offer(id) else { return "the offer is gone" }
      return isClosed(offer.day) ? "the day is closed" : nil
    case (.employee(let id), .attendanceQuestion(let day)), (.employee(let id), .attendanceReminder(let day)):
      if bookingsInQuestion(of: id, on: day).isEmpty { return "nothing is left to ask about" }
      return isClosed(day) ? "the day is closed" : nil
    case (_, .daysBookedByAdmin(let bookings)):
      return bookings.contains { self.booking($0) != nil } ? nil : "the bookings are gone"
    case (.employee(let id), .planned(let outcomes)):
      return outcomes.contains { holds($0, for: id) } ? nil : "it is booked otherwise by now"
    case (.employee(let id), .planRests):
      return plans[id]?.rest == .silence ? nil : "the plan rests no longer"
    case (_, .bookedByAdmin(let booking)): return self.booking(booking) == nil ? "the booking is gone" : nil
    case (_, .registrationRequested(let request)): return requests[request] == nil ? "it is decided" : nil
    case (_, .requestsWait): return requests.isEmpty ? "nobody waits" : nil
    default: return nil
    }
  }

  /// Why a notice comes too late to matter. A question that does is given up instead, so that admins see it.
  private func lateness(of notice: Notice, at now: Date) -> String? {
    let today = rules.today(at: now)
    switch notice.content {
    case .offerRanOut(let booking, _): return booking.day < today ? "the day is over" : nil
    case .attendanceReminder(let day): return day <= today ? "the day has come" : nil
    case .approvalClosed: return isApprovalClosed(at: now) ? nil : "there is room for requests again"
    case .planned(let outcomes): return outcomes.contains { $0.day >= today } ? nil : "the days are over"
    default: return nil
    }
  }

  // MARK: Changing

  mutating func owe(_ content: Notice.Content, to recipient: Notice.Recipient, at now: Date, due: Date? = nil)
  {
    put(
      Notice(
        id: Notice.ID(rawValue: counters.nextNotice), recipient: recipient, content: content, createdAt: now,
        dueAt: due))
    counters.nextNotice += 1
  }

  /// Tells the owner of a booking what somebody else has done with it, if they can be told.
  mutating func tellOwner(
    _ content: Notice.Content, _ owner: Employee, unless principal: Principal, at now: Date
  ) {
    guard let account = owner.account, principal != .person(account) else { return }
    owe(content, to: .employee(owner.id), at: now)
  }

  mutating func oweAdmins(_ content: Notice.Content, at now: Date) {
    for admin in rules.admins.sorted() { owe(content, to: .account(admin), at: now) }
  }

  mutating func tellAdmins(
    _ content: Notice.Content, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    oweAdmins(content, at: now)
    return []
  }

  mutating func settle(
    _ id: Notice.ID, _ outcome: NoticeOutcome, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    guard let notice = notices[id], notice.failure == nil else { return [] }
    guard isAbout(account(of: notice), outcome) else { return [] }
    switch outcome {
    case .delivered(_, let message):
      remove(notice)
      noteDelivery(of: notice, as: message, at: now)
      forgetProfile(ofReceiverOf: notice)
      return []
    case .unclear:
      var repeated = notice
      repeated.unclearAttempts += 1
      repeated.dueAt = now + Notice.rest(afterUnclearAttempts: repeated.unclearAttempts)
      put(repeated)
      return []
    case .dropped:
      remove(notice)
      forgetProfile(ofReceiverOf: notice)
      return []
    case .undeliverable(_, let reason):
      var failed = notice
      failed.failure = Notice.Failure(at: now, reason: reason)
      put(failed)
      forgetProfile(ofReceiverOf: notice)
      let employee: Employee? =
        if case .employee(let id) = notice.recipient { employees[id] } else { nil }
      let passed: [Event] =
        if case .offer(let offer) = notice.content { passOver(offer, at: now) } else { [] }
      return [.noticeUndeliverable(failed, employee)] + passed
    }
  }

  /// Whether an outcome concerns the account that is linked now. An account linked after the notice was sent is
  /// still owed it.
  private func isAbout(_ account: AccountID?, _ outcome: NoticeOutcome) -> Bool {
    switch outcome {
    case .delivered(let receiver, _), .unclear(let receiver): receiver == account
    case .undeliverable(let receiver, _): receiver == account
    case .dropped: true
    }
  }

  private mutating func forgetProfile(ofReceiverOf notice: Notice) {
    if case .account(let account) = notice.recipient { forgetProfile(of: account) }
  }

  /// Outcome and message are noted on the cause.
  private mutating func noteDelivery(of notice: Notice, as message: Int64, at now: Date) {
    switch (notice.content, notice.recipient) {
    case (.offer(let id), _):
      guard var offer = offer(id) else { return }
      offer.deliveredAt = now
      offer.message = message
      offer.runsOutAt = rules.offerRunsOut(for: offer.day, from: now)
      put(offer)
    case (.attendanceQuestion(let day), .employee(let employee)):
      noteReached(employee, about: day, at: now)
    case (.registrationRequested(let id), .account(let admin)):
      noteShown(id, to: admin, as: message, at: now)
    case (.requestsWait, .account(let admin)): noteAllShown(to: admin, as: message, at: now)
    case (.approvalClosed, .account(let admin)): noteClosingTold(to: admin, as: message, at: now)
    default: break
    }
  }

  mutating func forgetNotices(before moment: Date, by principal: Principal) throws(Rejection) -> [Event] {
    try checkBot(principal)
    for notice in noticesGivenUp(before: moment).prefix(Self.forgottenAtOnceMax) { remove(notice) }
    return []
  }
}

extension Notice {
  fileprivate func isDue(at now: Date) -> Bool {
    failure == nil && (dueAt <= now || dueAt > now + Self.putOffMax)
  }
}

extension Notice.Content {
  /// Whether it comes without sound at any hour.
  public var isSilent: Bool { if case .planned = self { true } else { false } }

  /// Whether only admins get such notices.
  public var isForAdmins: Bool {
    switch self {
    case .registrationRequested, .requestsWait, .approvalClosed, .requestSettled, .requestsSettled,
      .registered,
      .closedDayHasBookings, .groupTrouble, .errorDigest, .recovered, .clockDoubted, .announcement:
      true
    case .offer, .offerRanOut, .attendanceQuestion, .attendanceReminder, .released, .bookedByAdmin,
      .cancelledByAdmin, .daysBookedByAdmin, .absenceEnteredByAdmin, .absenceEndedByAdmin, .seatAssigned,
      .seatUnassigned, .planned, .planRests, .lostSeat, .dayClosed, .registrationApproved,
      .registrationRefused, .unlinked,
      .removed:
      false
    }
  }
}
