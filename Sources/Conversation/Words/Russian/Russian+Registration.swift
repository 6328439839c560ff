import OfficeActor

extension Russian: RegistrationWords {
  var welcome: String { "Добро пожаловать" }
  func greeting(_ office: String) -> Markup { "Здравствуйте! Здесь бронируют места в офисе «\(office)»." }
  var chooseName: Markup { "<b>Выберите своё имя</b> — или напишите его часть, и список станет короче." }
  func typeName(lettersMin: Int) -> Markup {
    "<b>Напишите своё имя</b> — хотя бы \(lettersMin) буквы; короткое имя — целиком."
  }
  func nameTooShort(_ typed: String, lettersMin: Int) -> Markup {
    "«\(typed)» — слишком коротко: напишите хотя бы \(lettersMin) буквы своего имени, а короткое — целиком."
  }
  func noSuchName(_ typed: String) -> Markup {
    "«\(typed)»: такого имени в списке нет. Напишите иначе или спросите администратора."
  }
  func noFreeName(_ typed: String) -> Markup {
    "«\(typed)»: такого свободного имени нет. Напишите иначе или спросите администратора."
  }
  func namesFound(_ count: Int, _ typed: String, shown: Int) -> Markup {
    let found: Markup = "По запросу «\(typed)» — \(names(count))"
    return count > shown
      ? found + ", показаны первые \(shown). Выберите своё или напишите больше букв."
      : found + ". Выберите своё или напишите иначе."
  }
  var allNamesTaken: Markup {
    "Все имена из списка уже заняты. Если среди них ваше, обратитесь к администратору."
  }
  var allNames: String { "Все имена" }
  var toRequest: String { "‹ К заявке" }

  var isThisYou: String { "Это вы?" }
  func nameWillBeYours(needsApproval: Bool) -> Markup {
    needsApproval
      ? "Это вы? Администратор получит заявку, и когда он её примет, имя закрепится за вашим аккаунтом Telegram."
      : "Это вы? Имя закрепится за вашим аккаунтом Telegram."
  }
  var yesThatIsMe: String { "Да, это я" }
  var registered: Markup { "Готово, вы зарегистрированы. Приятной работы!" }
  func youAre(_ name: String) -> Markup { "Уже обработано: вы — \(name)." }
  var youAreNotRegistered: Markup { "Уже обработано: вы не зарегистрированы." }

  var requestIsSent: Markup { "Заявка отправлена." }
  var requestSent: String { "Заявка отправлена" }
  func waiting(since time: TimeOfDay, _ day: Day) -> Markup {
    """
    Заявка отправлена \(self.day(day)) в \(time.description) и ждёт администратора.

    Когда её примут, здесь появится меню.
    """
  }
  var chooseOtherName: String { "Выбрать другое имя" }

  func noNames(isAdmin: Bool) -> Markup {
    isAdmin
      ? """
      В офисе ещё нет ни одного имени. Есть два способа добавить людей:

      • «Управление» → «Сотрудники» → «Добавить»;
      • файл, который назван в конфигурации ключом <code>employees</code>, по одному ФИО в строке: \
      впишите имена и запустите бота снова.
      """
      : "Офис ещё не готов: список сотрудников пуст. Обратитесь к администратору и загляните позже."
  }
  var checkAgain: String { "Проверить ещё раз" }
  func obstacle(_ obstacle: Obstacle, _ office: String) -> Markup {
    switch obstacle {
    case .notInGroup:
      """
      Здесь бронируют места в офисе «\(office)» те, кто состоит в группе компании. Вас в ней пока нет.

      Вступите в группу и вернитесь сюда или обратитесь к администратору.
      """
    case .membershipUnknown:
      "Не получилось узнать у Telegram, состоите ли вы в группе компании. Попробуйте ещё раз чуть позже."
    case .botOutsideGroup:
      """
      Здесь бронируют места в офисе «\(office)» те, кто состоит в группе компании. Сейчас меня самого в ней \
      нет, поэтому проверить это я не могу.

      Администраторы об этом знают. Попробуйте позже.
      """
    case .noLink:
      """
      Здесь бронируют места в офисе «\(office)» те, кто пришёл по ссылке-приглашению.

      Попросите её у администратора и откройте: она приведёт обратно сюда.
      """
    case .wrongLink: "Эта ссылка больше не действует. Попросите у администратора новую и откройте её."
    }
  }
}
