/// The office of the demo.
enum SampleOffice {
  /// Somebody in the demo with a Telegram account.
  struct Someone {
    let id: Int64
    let firstName: String
    let username: String?
  }

  static let name = "Офис на Невском"

  /// The admin's Telegram id.
  static let adminID: Int64 = 100_200_300

  /// Employees-to-be, the admin, and two strangers who are not on the list of employees.
  static let people = [
    Someone(id: 500_000_001, firstName: "Анна", username: "anna_s"),
    Someone(id: 500_000_002, firstName: "Борис", username: "boris_v"),
    Someone(id: 500_000_003, firstName: "Вера", username: nil),
    Someone(id: 500_000_004, firstName: "Глеб", username: "gleb_k"),
    Someone(id: adminID, firstName: "Марина (админ)", username: "marina_office"),
    Someone(id: 500_000_005, firstName: "Захар", username: nil),
    Someone(id: 500_000_006, firstName: "Инга", username: "inga_x"),
  ]

  static let employees = [
    "Смирнова Анна Сергеевна", "Волков Борис Андреевич", "Белова Вера Павловна", "Крылов Глеб Ильич",
    "Орлова Марина Викторовна", "Алексеев Пётр Николаевич", "Андреева Дарья Олеговна",
    "Баранов Кирилл Денисович", "Васильева Ольга Игоревна", "Григорьев Степан Романович",
    "Данилова Ксения Юрьевна", "Егоров Матвей Алексеевич", "Жукова Полина Артёмовна",
    "Зайцев Илья Максимович", "Иванова Мария Петровна", "Калинин Фёдор Сергеевич",
    "Лебедева Наталья Дмитриевна", "Макаров Арсений Павлович", "Никитина Елена Владимировна",
    "Осипов Тимофей Егорович", "Павлова Софья Антоновна", "Романов Никита Валерьевич",
    "Соколова Алиса Михайловна", "Титов Георгий Львович", "Ушакова Юлия Константиновна",
    "Фролов Даниил Вадимович", "Хохлова Варвара Степановна", "Цветков Марк Евгеньевич",
    "Шестакова Алёна Руслановна", "Яковлев Роман Тимурович",
  ]

  /// Who has a seat for tomorrow when a new demo begins: all seats but two.
  static var colleagues: ArraySlice<String> { employees.suffix(22) }

  /// The bot's configuration file.
  static func configuration(port: Int) -> String {
    """
    # Настройки примера. Пишутся заново при каждом запуске officebot-demo.
    telegram: { api_url: "http://127.0.0.1:\(port)", updates: polling }
    office:
      name: \(name)
      time_zone: Europe/Moscow
    admins: [\(adminID)]
    registration: { mode: open }
    employees: employees.csv
    seats:
      - { from: 1, to: 8, zone: Окно }
      - { from: 9, to: 16, zone: Центр }
      - { from: 17, to: 24, zone: Тихая }
    snapshots: { folder: snapshots }
    data: data
    logs: { folder: logs }

    """
  }
}
