import FloorPlan
import OfficeActor

/// «Заявки»: registrations that wait for an admin, the oldest first.
struct RequestsScreen {
  let scene: AdminScene
  let page: Int

  static let pageSize = 6

  func render() -> Screen {
    let requests = scene.office.requests.values.sorted { $0.id < $1.id }
    let page = Page(page, of: requests, size: Self.pageSize)
    let lines = page.items.enumerated().map { index, request in
      "\(index + 1). <b>\(scene.name(request.employee).shortened(to: 80))</b> — \(request.createdAt.inText(scene.office.rules.timeZone)), id \("\(request.account.rawValue)")"
        as Markup
    }
    let rows = page.items.enumerated().map { index, request in
      [
        scene.button("\(index + 1). Принять", .decide(.approve(request.id)), .success),
        scene.button("\(index + 1). Отклонить", .decide(.refuse(request.id)), .danger),
      ]
    }
    return scene.screen(
      "Заявки", .people,
      caption: (["<b>Заявки</b>"] + (lines.isEmpty ? ["Никто не ждёт."] : lines)).lines(),
      rows: rows + [scene.pages(page.index, of: page.count) { .requests(page: $0) }])
  }
}
