import FloorPlan
import NameLists
import OfficeActor

/// One employee.
struct EmployeeScreen {
  let scene: AdminScene
  let employee: Employee

  func render() -> Screen {
    let bookings = scene.office.bookings(of: employee.id, from: scene.today)
    return scene.screen(
      "Сотрудник", .people,
      caption: [
        "<b>\(employee.name.text)</b>",
        employee.account.map { "Telegram привязан: \(AccountLine($0, in: scene.office).text)." }
          ?? "Telegram не привязан.",
        bookings.isEmpty
          ? "Будущих броней нет."
          : "Будущие брони: \(bookings.count). Ближайшая: \(BookingLine(bookings[0], in: scene.office).text).",
      ].lines(),
      rows: [
        [
          scene.button("Брони · \(bookings.count)", .bookings(of: employee.id)),
          scene.button("Забронировать", .dayFor(employee.id)),
        ],
        [scene.button("Журнал", .journal(JournalPage(filter: JournalFilter(employee: employee.id))))],
        [scene.button("Переименовать", .renaming(employee.id))]
          + (employee.account == nil
            ? [] : [scene.button("Отвязать Telegram", .unlinking(employee.id), .danger)]),
        [scene.button("Удалить сотрудника", .removing(employee.id), .danger)],
      ])
  }
}

/// Somebody's bookings from today on.
struct EmployeeBookingsScreen {
  let scene: AdminScene
  let employee: Employee
  let page: Int

  func render() -> Screen {
    let office = scene.office
    let page = Page(
      page, of: office.bookings(of: employee.id, from: scene.today), size: AdminDayScreen.pageSize)
    var rows = page.items.map { booking in
      [scene.button(BookingLine(booking, in: office).onButton(today: scene.today), .booking(booking.id))]
    }
    rows.append(scene.pages(page.index, of: page.count) { .bookings(of: employee.id, page: $0) })
    rows.append([scene.button("Забронировать", .dayFor(employee.id), .primary)])
    return scene.screen(
      "Брони", .bookings,
      caption: [
        "<b>\(employee.name.text)</b>",
        page.items.isEmpty ? "Будущих броней нет." : "Брони с сегодняшнего дня.",
      ]
      .lines(), rows: rows)
  }
}

/// «Переименовать».
struct RenamingScreen {
  let scene: AdminScene
  let employee: Employee

  func render() -> Screen {
    scene.screen(
      "Переименовать", .people,
      caption: "<b>\(employee.name.text)</b>\nНапишите новое имя. Брони останутся.", rows: [],
      awaitsText: true)
  }
}

/// «Отвязать Telegram?»
struct UnlinkingScreen {
  let scene: AdminScene
  let employee: Employee

  func render() -> Screen {
    scene.question(
      "Отвязать Telegram?",
      caption: """
        Отвязать Telegram: <b>\(employee.name.text)</b>?
        Человек узнает об этом и сможет зарегистрироваться снова. Брони останутся за именем.
        """,
      yes: scene.button("Да, отвязать", .decide(.unlink(employee.id, from: employee.account)), .danger))
  }
}

/// «Удалить сотрудника?», with what it costs.
struct RemovingScreen {
  let scene: AdminScene
  let employee: Employee

  func render() -> Screen {
    let bookings = scene.office.bookings(of: employee.id, from: scene.today)
    let guests = bookings.count { $0.guest != nil }
    let future = bookings.count.counting(
      "будущая бронь будет отменена", "будущие брони будут отменены", "будущих броней будет отменено")
    return scene.question(
      "Удалить сотрудника?",
      caption: [
        "Удалить сотрудника: <b>\(employee.name.text)</b>?",
        bookings.isEmpty
          ? "Будущих броней нет." : "\(future)\(guests > 0 ? ", из них гостей: \(guests)" : "").",
        employee.account == nil ? "" : "Человек узнает об этом, и его Telegram будет отвязан.",
      ].lines(),
      yes: scene.button("Да, удалить", .remove(employee.id), .danger))
  }
}

/// «Добавить».
struct AddingScreen {
  let scene: AdminScene

  func render() -> Screen {
    scene.screen(
      "Добавить", .people,
      caption: """
        <b>Кого добавить?</b>
        Напишите имя или несколько, по одному в строке, — или пришлите файл CSV или TXT: из Excel, 1С или Google \
        Таблиц, с заголовком «ФИО» или «Фамилия», «Имя», «Отчество» — или одни имена. Не больше \
        \(NameList.namesMax) имён.
        """, rows: [], awaitsText: true)
  }
}
