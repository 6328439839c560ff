import Logging
import NameLists
import OfficeActor
import Persistence
import Telegram

/// «Управление»: for admins only, whatever the button says.
extension Router {
  /// A screen of «Управление», or a polite no.
  func reply(toAdministration trail: Trail, from asking: Asking) async -> Reply {
    guard isAdmin(asking) else { return await refuseAdministration(asking) }
    return Reply(await adminScreen(at: trail, for: asking))
  }

  /// Says no, and tells the journal.
  func refuseAdministration(_ asking: Asking) async -> Reply {
    let line = RefusalText(office: state.office).text(of: .adminsOnly)
    if attempts.isNews(asking.account, at: now()) {
      // Whether it could be noted changes nothing about the answer.
      _ = try? await state.perform(.noteRefusedAdministration, by: .person(asking.account))
    }
    return Reply(screen(at: Trail(.menu), for: asking.forgettingEntry).saying(line), toast: line)
  }

  // MARK: Doing

  func reply(to action: AdminAction, from trail: Trail, _ asking: Asking) async -> Reply {
    guard isAdmin(asking) else { return await refuseAdministration(asking) }
    switch action {
    case .delete(let booking, let hasReason): return await delete(booking, hasReason, trail, asking)
    case .move(let booking, let seat, let isConfirmed):
      return await moveForOwner(booking, to: seat, isConfirmed: isConfirmed, trail, asking)
    case .book(let seat, let day, let employee):
      return await book(seat, on: day, for: employee, trail, asking)
    case .decide(let decision): return await decide(decision, from: trail, asking)
    case .openDay(let day):
      return await change(.openDay(day), trail.to(.admin(.day(day))), asking) {
        $0.isEmpty ? "Уже обработано: \(day.inText) открыт." : "\(day.inText) открыт."
      }
    case .remove(let id):
      let name = name(id)
      return await change(.removeEmployee(id), trail.to(.admin(.employees())), asking) { _ in
        "Удалено из списка: \(name)."
      }
    case .closeSeat(let seat, let through, let hasReason):
      return await close(seat, through: through, hasReason, trail, asking)
    case .openSeat(let seat):
      return await change(.openSeat(seat), trail.to(.admin(.seat(seat))), asking) {
        $0.isEmpty
          ? "Уже обработано: место \(seat.rawValue) открыто." : "Место \(seat.rawValue) открыто."
      }
    case .addNames(let number): return await addNames(kept: number, trail, asking)
    case .downloadJournal(let filter): return send(await journalDocument(filter))
    case .downloadErrors:
      return send(ErrorsScreen(scene: scene(trail, asking), groups: records.errors(), page: 0).document())
    case .downloadStatistics(let month): return send(await statistics(of: month)?.document())
    }
  }

  private func delete(
    _ id: Booking.ID, _ hasReason: Bool, _ trail: Trail, _ asking: Asking
  ) async -> Reply {
    let reason = typed(at: .deleting(id), asking)
    guard !hasReason || !reason.isEmpty else {
      return await forgotten(trail.to(.admin(.deleting(id))), asking)
    }
    var after = trail
    while case .admin(.deleting(id)) = after.place { after = after.back }
    if after.place == .admin(.booking(id)) { after = after.back }
    let line = state.office.booking(id).map { AdminBookingLine($0, in: state.office).text }
    return await change(.cancel(id, reason: hasReason ? Reason(reason) : ""), after, asking) { _ in
      "Удалено: \(line ?? "бронь")."
    }
  }

  private func moveForOwner(
    _ id: Booking.ID, to seat: Seat.ID, isConfirmed: Bool, _ trail: Trail, _ asking: Asking
  ) async -> Reply {
    switch await perform(.move(id, to: seat, isConfirmed: isConfirmed), asking) {
    case .failure(.rejected(.moveNeedsConfirming(let id, let left, let seat))):
      return confirmMove(of: id, from: left, to: seat, trail, asking)
    case .failure(let refusal):
      return await refused(refusal, trail.to(.admin(.moving(id))), asking)
    case .success(let outcome):
      let line: Markup =
        outcome.isDone ? "Место \(seat.rawValue) — готово." : "Уже обработано: место \(seat.rawValue)."
      return await show(trail.to(.admin(.booking(id))), asking, saying: line)
    }
  }

  private func book(
    _ seat: Seat.ID?, on day: Day, for id: Employee.ID, _ trail: Trail, _ asking: Asking
  ) async -> Reply {
    switch await perform(.book(seat, on: day, for: .employee(id)), asking) {
    case .failure(.rejected(.moveNeedsConfirming(let booking, let left, let seat))):
      return confirmMove(of: booking, from: left, to: seat, trail, asking)
    case .failure(let refusal):
      return await refused(refusal, trail.to(.admin(.seatFor(id, on: day))), asking)
    case .success(let outcome):
      let booking = state.office.bookings(on: day).booking(ownedBy: id)
      let line: Markup =
        booking.map { booking in
          let line = AdminBookingLine(booking, in: state.office).text
          return outcome.isDone ? "Забронировано: \(line)." : "Уже обработано: \(line)."
        } ?? "Уже обработано."
      return await show(
        booking.map { trail.to(.admin(.booking($0.id))) } ?? trail, asking, saying: line)
    }
  }

  private func confirmMove(
    of id: Booking.ID, from left: Seat.ID, to seat: Seat.ID, _ trail: Trail, _ asking: Asking
  ) -> Reply {
    guard let booking = state.office.booking(id) else {
      let line = RefusalText(office: state.office).text(of: .bookingGone(id))
      return Reply(screen(at: Trail(.menu), for: asking).saying(line), toast: line)
    }
    return Reply(
      AdminMovingScreen(
        scene: scene(trail.to(.admin(.moving(id))), asking), booking: booking, left: left, seat: seat
      ).render())
  }

  private func close(
    _ seat: Seat.ID, through: Day?, _ hasReason: Bool, _ trail: Trail, _ asking: Asking
  ) async -> Reply {
    let place = AdminPlace.closingSeatUntil(seat, hasReason: hasReason)
    let reason = typed(at: place, asking)
    guard !hasReason || !reason.isEmpty else {
      return await forgotten(trail.to(.admin(.closingSeat(seat))), asking)
    }
    let closure = SeatClosure(
      seat: seat, from: state.office.rules.today(at: now()), through: through,
      reason: hasReason ? Reason(reason) : "")
    return await change(.closeSeat(closure), trail.to(.admin(.seat(seat))), asking) { events in
      let lost = events.count { if case .lostSeat = $0 { true } else { false } }
      if events.isEmpty { return "Уже обработано: место \(seat.rawValue) закрыто." }
      return lost == 0
        ? "Место \(seat.rawValue) закрыто."
        : "Место \(seat.rawValue) закрыто. Встали в очередь: \(lost.counting("бронь", "брони", "броней"))."
    }
  }

  // MARK: Documents

  /// - Parameter document: nil if the journal could not be read.
  private func send(_ document: OutgoingDocument?) -> Reply {
    Reply(nil, toast: document == nil ? Self.unreadable : "Отправляю файл.", document: document)
  }

  private func journalDocument(_ filter: JournalFilter) async -> OutgoingDocument? {
    let max = JournalScreen.documentLinesMax
    let lines = await reading {
      try await records.journal(JournalQuery(filter), state.office.rules.timeZone, max + 1)
    }
    return lines.map {
      JournalScreen.document(Array($0.prefix(max)), of: state.office, isCut: $0.count > max)
    }
  }

  // MARK: Typed text and documents

  func reply(toTyped text: String, at trail: Trail, from asking: Asking) async -> Reply {
    guard isAdmin(asking) else { return await refuseAdministration(asking) }
    let line = text.onOneLine
    guard case .admin(let place) = trail.place else {
      return Reply(await adminScreen(at: trail, for: asking))
    }
    switch place {
    case .adding: return await add(NameList(typed: text), trail, asking)
    case .renaming(let id): return await rename(id, to: line, trail, asking)
    case .reason(let id), .deleting(let id):
      return await show(trail.to(.admin(.deleting(id))), asking, typed: Reason(line).text)
    case .closingSeat(let seat):
      let until = AdminPlace.closingSeatUntil(seat, hasReason: true)
      return await show(trail.to(.admin(until)), asking, typed: Reason(line).text)
    case .moving(let id, _):
      guard let booking = state.office.booking(id) else { return await show(trail, asking) }
      guard let seat = seat(line) else { return await noSeat(line, on: booking.day, trail, asking) }
      return await moveForOwner(id, to: seat, isConfirmed: false, trail.back, asking)
    case .seatFor(let id, let day, _):
      guard let seat = seat(line) else { return await noSeat(line, on: day, trail, asking) }
      return await book(seat, on: day, for: id, trail.back, asking)
    case .seats:
      guard let seat = seat(line) else {
        return await show(trail, asking, saying: "Места «\(line.shortened(to: 50))» нет.")
      }
      return await show(trail.to(.admin(.seat(seat))), asking)
    case .journalDays(let filter):
      guard let day = Day(iso: line) else {
        return await show(
          trail, asking, saying: "«\(line.shortened(to: 50))» — не день. Напишите так: 2026-11-24.")
      }
      var wanted = filter
      wanted.day = day
      return await show(trail.to(.admin(.journal(JournalPage(filter: wanted)))), asking)
    default:
      // Lists: what was typed narrows them.
      return await show(
        trail.to(.admin(place.firstPage)), asking, typed: line.shortened(to: TextEntry.typedCharactersMax))
    }
  }

  /// A document with names, for whoever is about to add some.
  func reply(toDocument document: Document, from asking: Asking) async -> Reply {
    guard case .admin(_, let trail) = asking.entry, asking.awaitsDocument else {
      return replyToOtherContent(from: asking)
    }
    guard isAdmin(asking) else { return await refuseAdministration(asking) }
    let name: Markup =
      document.fileName.map { "<b>\($0.onOneLine.shortened(to: Self.fileNameCodePointsMax))</b>\n" } ?? ""
    guard document.fileSize ?? 0 <= NameList.bytesMax else {
      return await result(name + Self.tooBig, at: trail, asking)
    }
    do throws(TelegramError) {
      let bytes = try await records.document(document.fileID, NameList.bytesMax)
      let list: NameList
      do throws(NoText) { list = try NameList(document: bytes) } catch {
        return await result(name + error.inText, at: trail, asking)
      }
      return await add(list, of: name, trail, asking)
    } catch {
      return await result(name + whyNotFetched(error), at: trail, asking)
    }
  }

  private func whyNotFetched(_ error: TelegramError) -> Markup {
    let metadata: Logger.Metadata = ["error": "\(error)"]
    switch error {
    case .fileRefused(.tooBig, _, _): return Self.tooBig
    case .fileRefused(.outOfReach, _, _):
      logger.error(
        "the Bot API server keeps files where the bot cannot read them; let both see one folder under one path",
        metadata: metadata)
      return """
        Файл дошёл до сервера Bot API, но прочитать его там я не могу. Скажите тому, кто следит за сервером, \
        а имена пока пришлите текстом.
        """
    case .fileRefused, .refused:
      logger.warning("a document could not be fetched", metadata: metadata)
      return "Этого файла у Telegram уже нет. Пришлите его ещё раз."
    default:
      logger.warning("a document could not be fetched", metadata: metadata)
      return "Telegram сейчас не отдаёт файл. Пришлите его ещё раз чуть позже."
    }
  }

  private static let tooBig: Markup =
    "Файл слишком большой: не больше \(NameList.bytesMax / 1_000_000) МБ."
  private static let fileNameCodePointsMax = 60

  private func rename(_ id: Employee.ID, to text: String, _ trail: Trail, _ asking: Asking) async -> Reply {
    guard let name = EmployeeName(text) else {
      return await show(
        trail, asking,
        saying:
          "Так назвать нельзя: нужно от \(EmployeeName.lengths.lowerBound) до \(EmployeeName.lengths.upperBound) символов."
      )
    }
    let before = self.name(id)
    switch await perform(.rename(id, to: name), asking) {
    case .failure(let refusal): return await refused(refusal, trail, asking)
    case .success(let outcome):
      return await show(
        trail.to(.admin(.employee(id))), asking,
        saying: outcome.isDone ? "Теперь: \(name.text). Раньше: \(before)." : "Уже обработано: \(name.text).")
    }
  }

  private func noSeat(_ typed: String, on day: Day, _ trail: Trail, _ asking: Asking) async -> Reply {
    let line = RefusalText(office: state.office).noSuchSeat(typed.shortened(to: 50), on: day)
    return await show(trail, asking, saying: line)
  }

  // MARK: Showing

  /// Carries out a command, and says what became of it.
  ///
  /// - Parameter line: says what happened; without events everything was already so.
  func change(
    _ command: Command, _ trail: Trail?, _ asking: Asking, line: ([Event]) -> Markup
  ) async -> Reply {
    switch await perform(command, asking) {
    case .success(.done(let events)): return await tell(line(events), at: trail, asking)
    case .success(.alreadySo): return await tell(line([]), at: trail, asking)
    case .success(.alreadyHandled): return await tell("Уже обработано.", at: trail, asking)
    case .failure(let refusal): return await refused(refusal, trail, asking)
    }
  }

  func refused(_ refusal: Refusal, _ trail: Trail?, _ asking: Asking) async -> Reply {
    // Taken off the list between the look and the command.
    if case .rejected(.adminsOnly) = refusal { return await refuseAdministration(asking) }
    return await tell(text(of: refusal), at: trail, asking)
  }

  /// Says what came of something on a screen, or, without a way to one, as what a notice turns into.
  private func tell(_ line: Markup, at trail: Trail?, _ asking: Asking) async -> Reply {
    if let trail { return await show(trail, asking, saying: line) }
    return Reply(OutcomeScreen(officeName: officeName, outcome: line).render(), toast: line)
  }

  /// What was typed for a button is no longer known: it is asked for again.
  private func forgotten(_ trail: Trail, _ asking: Asking) async -> Reply {
    await show(trail, asking, saying: "Причина забылась. Напишите её ещё раз или обойдитесь без неё.")
  }

  /// A result that stays in the chat, with the buttons of the screen at which it was asked for.
  func result(_ line: Markup, at trail: Trail, _ asking: Asking) async -> Reply {
    var screen = await adminScreen(at: trail, for: asking)
    screen.caption = line
    screen.isResult = true
    return Reply(screen, toast: line)
  }

  func show(_ trail: Trail, _ asking: Asking, saying line: Markup? = nil) async -> Reply {
    Reply(await adminScreen(at: trail, for: asking).saying(line), toast: line)
  }

  /// Shows the screen that what was typed is for.
  private func show(_ trail: Trail, _ asking: Asking, typed: String) async -> Reply {
    Reply(await adminScreen(at: trail, for: asking.waiting(for: .admin(typed: typed, at: trail))))
  }

  func name(_ id: Employee.ID) -> String { state.office.employees[id]?.name.text ?? "—" }
}

extension Outcome {
  fileprivate var isDone: Bool { if case .done = self { true } else { false } }
}

extension Router.Asking {
  /// Whether the chat waits for a list of names, which may come as a document.
  var awaitsDocument: Bool {
    if case .admin(_, let trail) = entry { trail.place == .admin(.adding) } else { false }
  }
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
