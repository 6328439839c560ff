import FloorPlan
import NameLists
import OfficeActor

/// One employee.
struct EmployeeScreen: AdminView {
  let scene: AdminScene
  let employee: Employee

  func render() -> Screen {
    let bookings = office.bookings(of: employee.id, from: scene.today)
    return scene.screen(
      words.employeeHeading, .people,
      caption: [
        "<b>\(employee.name.text)</b>",
        words.telegram(employee.account.map { AccountLine($0, in: office).text }),
        words.futureBookings(
          bookings.count, nearest: bookings.first.map { BookingLine($0, in: scene.scene).text }),
      ].lines(),
      rows: [
        [
          scene.button(words.bookingsButton(bookings.count), .bookings(of: employee.id)),
          scene.button(words.book, .dayFor(employee.id)),
        ],
        [scene.button(words.away, .absence(of: employee.id))],
        [scene.button(words.journal, .journal(JournalPage(filter: JournalFilter(employee: employee.id))))],
        [scene.button(words.rename, .renaming(employee.id))]
          + (employee.account == nil
            ? [] : [scene.button(words.unlinkTelegram, .unlinking(employee.id), .danger)]),
        [scene.button(words.removeEmployee, .removing(employee.id), .danger)],
      ])
  }
}

/// Somebody's bookings from today on.
struct EmployeeBookingsScreen: AdminView {
  let scene: AdminScene
  let employee: Employee
  let page: Int

  func render() -> Screen {
    let page = Page(
      page, of: office.bookings(of: employee.id, from: scene.today), size: AdminDayScreen.pageSize)
    var rows = page.items.map { booking in
      [scene.button(BookingLine(booking, in: scene.scene).onButton, .booking(booking.id))]
    }
    rows.append(scene.pages(page.index, of: page.count) { .bookings(of: employee.id, page: $0) })
    rows.append([scene.button(words.book, .dayFor(employee.id), .primary)])
    return scene.screen(
      words.bookings, .bookings,
      caption: [
        "<b>\(employee.name.text)</b>",
        page.items.isEmpty ? words.futureBookings(0, nearest: nil) : words.bookingsFromToday,
      ].lines(), rows: rows)
  }
}

/// «Переименовать».
struct RenamingScreen: AdminView {
  let scene: AdminScene
  let employee: Employee

  func render() -> Screen {
    scene.screen(
      words.rename, .people, caption: ["<b>\(employee.name.text)</b>", words.typeNewName].lines(), rows: [],
      awaitsText: true)
  }
}

/// «Отвязать Telegram?»
struct UnlinkingScreen: AdminView {
  let scene: AdminScene
  let employee: Employee

  func render() -> Screen {
    scene.question(
      words.unlinkHeading, caption: words.unlinkQuestion(employee.name.text),
      yes: scene.button(words.yesUnlink, .decide(.unlink(employee.id, from: employee.account)), .danger))
  }
}

/// «Удалить сотрудника?», with what it costs.
struct RemovingScreen: AdminView {
  let scene: AdminScene
  let employee: Employee

  func render() -> Screen {
    let bookings = office.bookings(of: employee.id, from: scene.today)
    return scene.question(
      words.removeHeading,
      caption: [
        words.removeQuestion(employee.name.text),
        words.bookingsLost(bookings.count, guests: bookings.count { $0.guest != nil }),
        employee.account == nil ? "" : words.personIsTold,
      ].lines(),
      yes: scene.button(words.yesDelete, .remove(employee.id), .danger))
  }
}

/// «Добавить».
struct AddingScreen: AdminView {
  let scene: AdminScene

  func render() -> Screen {
    scene.screen(
      words.add, .people, caption: words.whomToAdd(namesMax: NameList.namesMax), rows: [], awaitsText: true)
  }
}
