import NameLists
import OfficeActor

/// «Управление»: for admins only, whatever the button says.
extension Scene {
  /// A screen of «Управление», or a polite no.
  func administration(at trail: Trail) -> Step {
    isAdmin ? withAdminScreen(at: trail) { .show($0) } : refuseAdministration
  }

  /// Says no, and tells the journal.
  var refuseAdministration: Step {
    let line = text(of: .adminsOnly)
    return .refuseAdministration(
      Reply(forgettingEntry.screen(at: Trail(.menu)).saying(line), toast: line))
  }

  // MARK: Doing

  func step(on action: AdminAction, from trail: Trail) -> Step {
    guard isAdmin else { return refuseAdministration }
    switch action {
    case .delete(let booking, let hasReason): return delete(booking, hasReason, trail)
    case .move(let booking, let seat, let isConfirmed):
      return moveForOwner(booking, to: seat, isConfirmed: isConfirmed, trail)
    case .book(let seat, let day, let employee):
      return book(seat, on: day, for: employee, trail)
    case .decide(let decision): return decide(decision, from: trail)
    case .closeDayWithReason(let day):
      let reason = typed(at: .closing(day))
      return reason.isEmpty
        ? forgotten(trail.to(.admin(.closing(day)))) : close(day, because: Reason(reason), trail)
    case .openDay(let day):
      return change(.openDay(day), trail.to(.admin(.day(day)))) {
        $1.dayOpened(day, isDone: !$0.isEmpty)
      }
    case .remove(let id):
      let name = name(id)
      return change(.removeEmployee(id), trail.to(.admin(.employees()))) { $1.removed(fromList: name) }
    case .closeSeat(let seat, let through, let hasReason):
      return close(seat, through: through, hasReason, trail)
    case .tickSeat(let seat, let isTicked): return tick([seat], isTicked, trail)
    case .tickZone(let seat, let isTicked):
      let zone = office.seat(seat)?.zone
      return tick(office.seats.filter { $0.zone == zone }.map(\.id), isTicked, trail)
    case .closeTicked(let tag, let through): return close(tag, through: through, trail)
    case .openSeat(let seat):
      return change(.openSeat(seat), trail.to(.admin(.seat(seat)))) {
        $1.seatOpened(seat, isDone: !$0.isEmpty)
      }
    case .beAbsent(let id, let from, let through): return beAbsent(id, from, through, trail)
    case .endAbsence(let id): return endAbsenceForOwner(id, trail)
    case .assignSeat(let seat, let id, let weekdays): return assign(seat, to: id, on: weekdays, trail)
    case .unassignSeat(let seat):
      return change(.unassignSeat(seat), trail.to(.admin(.seat(seat)))) { _, words in words.unassigned(seat) }
    case .addNames(let number): return addNames(kept: number, trail)
    case .downloadJournal(let filter): return journalDocument(filter)
    case .downloadErrors:
      return .read(
        .errors { scene, groups in
          scene.send(ErrorsScreen(scene: scene.admin(trail), groups: groups, page: 0).document())
        })
    case .downloadExpected:
      return send(ExpectedScreen(scene: admin(trail), page: 0).document())
    case .downloadStatistics(let month):
      return statistics(of: month) { scene, found in scene.send(found?.month.document(scene.words)) }
    }
  }

  private func delete(
    _ id: Booking.ID, _ hasReason: Bool, _ trail: Trail
  ) -> Step {
    let reason = typed(at: .deleting(id))
    guard !hasReason || !reason.isEmpty else {
      return forgotten(trail.to(.admin(.deleting(id))))
    }
    var after = trail
    while case .admin(.deleting(id)) = after.place { after = after.back }
    if after.place == .admin(.booking(id)) { after = after.back }
    let line = office.booking(id).map { AdminBookingLine($0, in: self).text }
    return change(.cancel(id, reason: hasReason ? Reason(reason) : ""), after) { $1.deleted(line) }
  }

  private func moveForOwner(
    _ id: Booking.ID, to seat: Seat.ID, isConfirmed: Bool, _ trail: Trail
  ) -> Step {
    .perform(.move(id, to: seat, isConfirmed: isConfirmed)) { scene, outcome in
      switch outcome {
      case .failure(.rejected(.moveNeedsConfirming(let id, let left, let seat))):
        scene.confirmMove(of: id, from: left, to: seat, trail)
      case .failure(let refusal): scene.refused(refusal, trail.to(.admin(.moving(id))))
      case .success(let outcome):
        scene.show(
          trail.to(.admin(.booking(id))),
          saying: scene.words.seatGiven(seat, isDone: outcome.isDone))
      }
    }
  }

  private func book(
    _ seat: Seat.ID?, on day: Day, for id: Employee.ID, _ trail: Trail
  ) -> Step {
    .perform(.book(seat, on: day, for: .employee(id))) { scene, outcome in
      switch outcome {
      case .failure(.rejected(.moveNeedsConfirming(let booking, let left, let seat))):
        return scene.confirmMove(of: booking, from: left, to: seat, trail)
      case .failure(let refusal): return scene.refused(refusal, trail.to(.admin(.seatFor(id, on: day))))
      case .success(let outcome):
        guard let booking = scene.office.bookings(on: day).booking(ownedBy: id) else {
          return scene.show(trail, saying: scene.words.alreadyDone)
        }
        let line = AdminBookingLine(booking, in: scene).text
        return scene.show(
          trail.to(.admin(.booking(booking.id))),
          saying: scene.words.bookedFor(line, isDone: outcome.isDone))
      }
    }
  }

  private func confirmMove(
    of id: Booking.ID, from left: Seat.ID, to seat: Seat.ID, _ trail: Trail
  ) -> Step {
    guard let booking = office.booking(id) else {
      let line = text(of: .bookingGone(id))
      return .show(screen(at: Trail(.menu)).saying(line), toast: line)
    }
    return .show(
      AdminMovingScreen(
        scene: admin(trail.to(.admin(.moving(id)))), booking: booking, left: left, seat: seat
      ).render())
  }

  // MARK: Documents

  /// - Parameter document: nil if the journal could not be read.
  private func send(_ document: OutgoingDocument?) -> Step {
    .show(nil, toast: document == nil ? words.journalUnreadable : words.sendingFile, document: document)
  }

  private func journalDocument(_ filter: JournalFilter) -> Step {
    let max = JournalScreen.documentLinesMax
    return .read(
      .journal(JournalQuery(filter), atMost: max + 1) { scene, found in
        guard case .success(let lines) = found else { return scene.send(nil) }
        return scene.send(
          JournalScreen.document(Array(lines.prefix(max)), in: scene, isCut: lines.count > max))
      })
  }

  // MARK: Typed text and documents

  func step(onTyped text: String, at trail: Trail) -> Step {
    guard isAdmin else { return refuseAdministration }
    let line = text.onOneLine
    guard case .admin(let place) = trail.place else { return show(trail) }
    switch place {
    case .adding: return add(NameList(typed: text), trail)
    case .renaming(let id): return rename(id, to: line, trail)
    case .reason(let id), .deleting(let id):
      return show(trail.to(.admin(.deleting(id))), typed: Reason(line).text)
    case .closing(let day): return show(trail.to(.admin(.closing(day))), typed: Reason(line).text)
    case .closingSeat(let seat):
      let until = AdminPlace.closingSeatUntil(seat, hasReason: true)
      return show(trail.to(.admin(until)), typed: Reason(line).text)
    case .closingSeatUntil(let seat, let hasReason), .closingSeatThrough(let seat, _, let hasReason):
      return closing(untilTyped: line, trail) { .closingSeatThrough(seat, $0, hasReason: hasReason) }
    case .tickingSeats: return tick(typed: line, trail)
    case .closingTicked: return closeTicked(because: Reason(line), trail)
    case .closingTickedUntil, .closingTickedThrough:
      return closing(untilTyped: line, trail) { .closingTickedThrough($0) }
    case .days, .daysBefore:
      guard let day = TypedPlace.day(line, today: today) else {
        return show(trail, saying: words.noDay(line.shortened(to: 50)))
      }
      return show(trail.to(.admin(.day(day))))
    case .moving(let id, _):
      guard let booking = office.booking(id) else { return show(trail) }
      guard let seat = seat(line) else { return noSeat(line, on: booking.day, trail) }
      return moveForOwner(id, to: seat, isConfirmed: false, trail.back)
    case .seatFor(let id, let day, _):
      guard let seat = seat(line) else { return noSeat(line, on: day, trail) }
      return book(seat, on: day, for: id, trail.back)
    case .absence(let id, let from): return absence(typed: line, of: id, from: from, trail)
    case .absenceQuestion(let id, _, _): return absence(typed: line, of: id, from: nil, trail)
    case .seats:
      guard let seat = seat(line) else {
        return show(trail, saying: words.noSuchSeat(line.shortened(to: 50)))
      }
      return show(trail.to(.admin(.seat(seat))))
    case .journalSeats(let filter):
      guard let seat = seat(line) else {
        return show(trail, saying: words.noSuchSeat(line.shortened(to: 50)))
      }
      var wanted = filter
      wanted.seat = seat
      return show(trail.to(.admin(.journal(JournalPage(filter: wanted)))))
    case .journalDays(let filter):
      guard let day = TypedPlace.day(line, today: today) else {
        return show(trail, saying: words.noDay(line.shortened(to: 50)))
      }
      var wanted = filter
      wanted.day = day
      return show(trail.to(.admin(.journal(JournalPage(filter: wanted)))))
    default:
      // Lists: what was typed narrows them.
      return show(
        trail.to(.admin(place.firstPage)), typed: line.shortened(to: TextEntry.typedCharactersMax))
    }
  }

  /// A document with names, where some are about to be added.
  func step(onDocument document: SentDocument) -> Step {
    guard case .admin(_, let trail) = viewer.entry, viewer.awaitsDocument else { return thanks }
    guard isAdmin else { return refuseAdministration }
    let name: Markup =
      document.name.map { "<b>\($0.onOneLine.shortened(to: Self.fileNameCodePointsMax))</b>\n" } ?? ""
    guard document.size ?? 0 <= NameList.bytesMax else {
      return result(name + words.documentFailed(.tooBig, bytesMax: NameList.bytesMax), at: trail)
    }
    return .read(
      .document(document, bytesMax: NameList.bytesMax) { scene, found in
        do throws(DocumentFailure) {
          let bytes = try found.get()
          do throws(NoText) {
            return scene.add(try NameList(document: bytes), of: name, trail)
          } catch {
            return scene.result(name + scene.words.noText(error), at: trail)
          }
        } catch {
          return scene.result(
            name + scene.words.documentFailed(error, bytesMax: NameList.bytesMax), at: trail)
        }
      })
  }

  private static let fileNameCodePointsMax = 60

  private func rename(_ id: Employee.ID, to text: String, _ trail: Trail) -> Step {
    guard let name = EmployeeName(text) else {
      return show(trail, saying: words.nameLength(EmployeeName.lengths))
    }
    let before = self.name(id)
    return .perform(.rename(id, to: name)) { scene, outcome in
      switch outcome {
      case .failure(let refusal): scene.refused(refusal, trail)
      case .success(let outcome):
        scene.show(
          trail.to(.admin(.employee(id))),
          saying: scene.words.renamed(name.text, before: before, isDone: outcome.isDone))
      }
    }
  }

  private func noSeat(_ typed: String, on day: Day, _ trail: Trail) -> Step {
    let line = RefusalText(scene: self).noSuchSeat(typed.shortened(to: 50), on: day)
    return show(trail, saying: line)
  }

  // MARK: Showing

  /// Carries out a command, and says what became of it.
  ///
  /// - Parameter line: says what happened; without events everything was already so.
  func change(
    _ command: Command, _ trail: Trail?, line: @escaping ([Event], any Words) -> Markup
  ) -> Step {
    .perform(command) { scene, outcome in
      switch outcome {
      case .success(.done(let events)): scene.tell(line(events, scene.words), at: trail)
      case .success(.alreadySo): scene.tell(line([], scene.words), at: trail)
      case .success(.alreadyHandled): scene.tell(scene.words.alreadyDone, at: trail)
      case .failure(let refusal): scene.refused(refusal, trail)
      }
    }
  }

  func refused(_ refusal: Refusal, _ trail: Trail?) -> Step {
    // Taken off the list between the look and the command.
    if case .rejected(.adminsOnly) = refusal { return refuseAdministration }
    return tell(text(of: refusal), at: trail)
  }

  /// Says what came of something on a screen, or, without a way to one, as what a notice turns into.
  private func tell(_ line: Markup, at trail: Trail?) -> Step {
    if let trail { return show(trail, saying: line) }
    return .show(OutcomeScreen(scene: self, outcome: line).render(), toast: line)
  }

  /// What was typed for a button is no longer known: it is asked for again.
  func forgotten(_ trail: Trail) -> Step {
    show(trail, saying: words.reasonForgotten)
  }

  /// A result that stays in the chat, with the buttons of the screen at which it was asked for.
  func result(_ line: Markup, at trail: Trail) -> Step {
    withAdminScreen(at: trail) { shown in
      var screen = shown
      screen.caption = line
      screen.isResult = true
      return .show(screen, toast: line)
    }
  }

  func show(_ trail: Trail, saying line: Markup? = nil) -> Step {
    withAdminScreen(at: trail) { .show($0.saying(line), toast: line) }
  }

  /// Shows the screen that what was typed is for.
  private func show(_ trail: Trail, typed: String) -> Step {
    waiting(for: .admin(typed: typed, at: trail)).withAdminScreen(at: trail) { .show($0) }
  }

  func name(_ id: Employee.ID) -> String { office.employees[id]?.name.text ?? "—" }
}

extension Outcome {
  fileprivate var isDone: Bool { if case .done = self { true } else { false } }
}

extension AdminPlace {
  /// A list from its beginning.
  fileprivate var firstPage: AdminPlace {
    switch self {
    case .employees(let links, _): .employees(links)
    default: self
    }
  }
}
