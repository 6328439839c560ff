import Foundation
import TestSupport

@testable import OfficeActor

/// Delivers what is owed, as well as Telegram and people let it; and remembers what became of each notice.
struct SimulatedCourier {
  private(set) var faults: [String] = []
  private(set) var outcomes: [Notice.ID: NoticeOutcome] = [:]
  /// Nothing gets through.
  var isTelegramDown = false
  /// Whoever has blocked the bot.
  var blocked: Set<AccountID> = []
  private var messages: Int64 = 0

  /// What becomes of a notice now; nil if it is tried again later.
  mutating func outcome(of notice: Notice, in office: Office, at now: Date, by random: inout SeededRandom)
    -> NoticeOutcome?
  {
    let outcome: NoticeOutcome
    switch office.sense(of: notice, at: now) {
    case .wait: return nil
    case .drop(let reason): outcome = .dropped(reason: reason)
    case .giveUp(let reason): outcome = .undeliverable(to: office.account(of: notice), reason: reason)
    case .deliver(let account):
      if case .employee(let id) = notice.recipient, office.employees[id]?.account != account {
        faults.append("notice \(notice.id.rawValue) for \(id) went to somebody else")
      }
      if isTelegramDown || Int.random(in: 0..<6, using: &random) == 0 { return nil }
      messages += 1
      outcome =
        blocked.contains(account)
        ? .undeliverable(to: account, reason: .blocked) : .delivered(to: account, message: messages)
    }
    if outcomes.updateValue(outcome, forKey: notice.id) != nil {
      faults.append("notice \(notice.id.rawValue) had an outcome already")
    }
    return outcome
  }

  /// Every notice was delivered, dropped with a reason, given up with one, or is still owed.
  mutating func checkNothingIsLost(in office: Office) {
    for number in 1..<office.counters.nextNotice {
      let id = Notice.ID(rawValue: number)
      let isOwed = office.notices[id].map { $0.failure == nil } ?? false
      switch outcomes[id] {
      case nil where !isOwed: faults.append("notice \(number) was lost")
      case .dropped(reason: ""): faults.append("notice \(number): no reason")
      case .some where isOwed: faults.append("notice \(number) is still owed")
      default: break
      }
    }
  }
}
