import OfficeActor

extension Russian: NoticeWords {
  // MARK: Offers

  func offer(_ seat: Markup, on day: Day, for guest: GuestName?, until: String) -> Markup {
    """
    \(self.day(day)): освободилось \(seat)\(whose(guest)).
    Ответьте до \(until): потом место предложу следующему в очереди. Откажетесь — на этот день больше не предложу.
    """
  }
  func offerRanOut(_ seat: Seat.ID, on day: Day, for guest: GuestName?, isFree: Bool) -> Markup {
    """
    Время вышло: место <b>\(seat.rawValue)</b> на \(self.day(day))\(whose(guest)) за вами больше не держу.\
    \(isFree ? " Оно пока свободно." : "")
    Очередь сохраняется: освободится другое место — напишу.
    """
  }
  private func whose(_ guest: GuestName?) -> Markup { guest.map { " для гостя: \($0.inText)" } ?? "" }

  // MARK: Bookings

  func released(on day: Day, answerBy: TimeOfDay, only seat: Seat.ID?) -> Markup {
    seat.map {
      "Вы не ответили до \(answerBy.description), и место <b>\($0.rawValue)</b> на \(self.day(day)) освободилось."
    } ?? "Вы не ответили до \(answerBy.description), и места на \(self.day(day)) освободились:"
  }
  var takeAgainWhileFree: Markup { "Если вы всё-таки придёте, займите снова, пока свободно." }
  func takeAgain(_ seat: Seat.ID?) -> String { "Снова занять \(seat.map(self.seat) ?? "места")" }
  func bookedByAdmin(_ line: Markup) -> Markup { "Администратор забронировал для вас: \(line)." }
  var showBooking: String { "Показать бронь" }
  func cancelledByAdmin(_ line: Markup) -> Markup { "Администратор отменил вашу бронь: \(line)." }
  func lostSeat(_ line: Markup) -> Markup { "Места больше нет: \(line)." }
  var firstInQueueNow: Markup {
    "Бронь сохранилась без места и стоит первой в очереди: освободится место — напишу."
  }
  func dayClosed(_ day: Day, bookings: Int) -> Markup {
    "<b>\(self.day(day))</b> офис закрыт, \(bookings == 1 ? "ваша бронь отменена" : "ваши брони отменены"):"
  }
  var chooseOtherDay: String { "Выбрать другой день" }
  var freeSeatsThere: String { "Свободные места" }

  // MARK: Registration

  func requested(_ name: String, _ account: Markup) -> Markup {
    "Заявка на регистрацию: <b>\(name)</b>\nАккаунт: \(account)"
  }
  func linkedAlready(_ account: Markup) -> Markup {
    "Имя уже привязано: \(account)\nЕсли принять заявку, тот аккаунт будет отвязан."
  }
  var rivals: Markup { "Ещё заявки на это имя:" }
  var approve: String { "Принять" }
  var refuse: String { "Отклонить" }
  func requestsWait(_ count: Int) -> Markup {
    """
    \(count.counting("заявка ждёт", "заявки ждут", "заявок ждут")) решения. Пока их столько, о каждой отдельно \
    не пишу: все они в «Заявках».
    """
  }
  func approvalClosed(_ requests: Int) -> Markup {
    """
    <b>Новых заявок больше не принимаю</b>
    За сутки о регистрации попросили \(people(requests)), которые не приняты; отклонённые тоже считаются. Место для \
    новых заявок появится, когда вы кого-нибудь примете или пройдут сутки.
    """
  }
  var requests: String { "Заявки" }
  func requestSettled(_ name: String, _ outcome: SettledRequest.Outcome, _ account: Markup) -> Markup {
    let what: Markup =
      switch outcome {
      case .approved: "Заявка принята: <b>\(name)</b>"
      case .refused: "Заявка отклонена: <b>\(name)</b>"
      case .nameGiven: "Заявка отклонена, имя досталось другому аккаунту: <b>\(name)</b>"
      case .nameRemoved: "Заявка отклонена, имени больше нет в списке: <b>\(name)</b>"
      case .withdrawn: "Заявка отозвана: <b>\(name)</b>"
      }
    return "\(what)\nАккаунт: \(account)"
  }
  func requestsSettled(areLeft: Bool) -> Markup {
    areLeft ? "О заявках, которые ждут, рассказывают сообщения ниже." : "Заявки разобраны."
  }
  var newlyRegistered: Markup { "Зарегистрировались:" }
  func unlink(_ name: String) -> String { "Отвязать: \(name)" }
  func approved(_ name: String) -> Markup { "Заявка принята, вы зарегистрированы: <b>\(name)</b>." }
  func refused(_ name: String) -> Markup {
    """
    Заявка на имя «\(name)» отклонена.
    Если это ошибка, скажите администратору. Другое имя можно выбрать сразу, это же — через сутки.
    """
  }
  func unlinked(_ name: String, hasLeftGroup: Bool) -> Markup {
    let why: Markup =
      hasLeftGroup
      ? "Вы больше не в группе компании, поэтому аккаунт отвязан от имени «\(name)»."
      : "Администратор отвязал ваш аккаунт от имени «\(name)»."
    return why + "\nБрони остались за этим именем. Чтобы пользоваться ботом, зарегистрируйтесь снова."
  }
  var registerAgain: String { "Зарегистрироваться" }
  func removed(_ name: String) -> Markup {
    "Имя «\(name)» убрано из списка сотрудников, брони отменены. Если это ошибка, скажите администратору."
  }

  // MARK: The running of the office

  func closedDayHasBookings(_ day: Day, _ count: Int) -> Markup {
    """
    По настройкам офис <b>\(self.day(day))</b> закрыт, но на этот день есть \(bookings(count)). Отменить их? \
    Владельцы узнают об этом.
    """
  }
  var yesCancelAll: String { "Да, отменить все" }
  func groupTrouble(_ trouble: GroupTrouble) -> Markup {
    switch trouble {
    case .botOutside:
      """
      <b>Я больше не в группе компании</b>
      Пока это так, я не узнаю, кто в ней состоит, и никто новый не зарегистрируется. У тех, кто уже \
      зарегистрирован, всё как прежде. Верните меня в группу и сделайте администратором; если группа теперь \
      другая, её номер нужно исправить в настройках.
      """
    case .moved(let id):
      """
      <b>У группы компании новый номер: <code>\(Int(id))</code></b>
      Она стала супергруппой. Регистрация пока работает: номер Telegram подсказывает сам. Попросите того, кто \
      следит за сервером, исправить его в настройках: <code>registration.group</code>.
      """
    }
  }
  func digest(from: String, through: String) -> Markup { "<b>Сводка</b> с \(from) по \(through)" }
  var digestErrors: Markup { "Ошибки:" }
  var digestQuestions: Markup { "Вопрос о приходе не доставлен:" }
  func recovered(from: String, through: String) -> Markup {
    """
    База была повреждена или пропала; офис восстановлен из снимка.
    Могло пропасть то, что сделано с \(from) по \(through).
    """
  }
  func clockDoubted(shown: String, lastBelieved: String) -> Markup {
    """
    <b>Часы сервера показывают \(shown)</b>
    Последнее время, которому я верю: \(lastBelieved). Пока часы не подтвердятся, час работы подряд, я по \
    ним ничего не удаляю и ни у кого не забираю место; снимок офиса отложен в папке снимков. Скажите тому, кто \
    следит за сервером.
    """
  }
  var diskRefusesWrites: Markup {
    """
    <b>Диск не принимает записи</b>
    Брони и изменения сейчас не сохраняются: прошу людей попробовать позже. То, что уже сохранено, цело. Когда \
    место появится, продолжу сам. Скажите тому, кто следит за сервером.
    """
  }
}
