import OfficeActor

/// What admins decide with one tap.
extension Scene {
  /// Carries out a decision and says what came of it.
  ///
  /// - Parameter trail: the way the button stands at; none on a notice.
  func decide(_ decision: AdminDecision, from trail: Trail?) -> Step {
    guard isAdmin else { return refuseAdministration }
    switch decision {
    case .approve(let id):
      let name = requestedName(id)
      return change(
        .approveRegistration(id, onNotice: trail == nil), trail ?? way(pastDecided: id)
      ) { $1.approvedRequest(name) }
    case .refuse(let id):
      let name = requestedName(id)
      return change(
        .refuseRegistration(id, onNotice: trail == nil), trail ?? way(pastDecided: id)
      ) { $1.refusedRequest(name) }
    case .unlink(let id, nil) where trail == nil:
      // Earlier notices did not say from which account: who is linked by now is not unlinked unasked.
      return administration(at: Trail(.menu).to(.admin(.unlinking(id))))
    case .unlink(let id, let account):
      let name = name(id)
      return change(.unlink(id, from: account), trail?.to(.admin(.employee(id)))) {
        $1.unlinked(name, isDone: !$0.isEmpty)
      }
    case .closeDay(let day): return close(day, because: "", trail)
    }
  }

  func close(_ day: Day, because reason: Reason, _ trail: Trail?) -> Step {
    change(.closeDay(day, reason: reason), trail?.to(.admin(.day(day)))) { events, words in
      let cancelled = events.count { if case .cancelled = $0 { true } else { false } }
      return words.dayClosed(day, cancelled: cancelled, isDone: !events.isEmpty)
    }
  }

  /// Where a notice leads whose request waits no longer while others do: the account may have asked for another name.
  private func way(pastDecided id: RegistrationRequest.ID) -> Trail? {
    let requests = office.requests
    guard requests[id] == nil, !requests.isEmpty else { return nil }
    return Trail(.menu).to(.admin(.menu)).to(.admin(.requests()))
  }

  private func requestedName(_ id: RegistrationRequest.ID) -> String {
    office.requests[id].map { name($0.employee) } ?? "—"
  }
}
