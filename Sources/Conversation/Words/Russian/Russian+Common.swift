import Foundation
import OfficeActor

extension Russian: CommonWords {
  var back: String { "‹ Назад" }
  var menu: String { "Меню" }
  var refresh: String { "Обновить" }

  var alreadyDone: Markup { "Уже обработано." }
  var buttonIsObsolete: Markup { "Эта кнопка устарела. Вот что есть сейчас." }
  var onlyButtonsAndText: Markup { "Спасибо! Но я понимаю только кнопки и текст." }
  var troubleHeading: String { "Что-то пошло не так" }
  var trouble: Markup {
    "Не получилось показать этот экран. Я уже записал ошибку; всё остальное работает."
  }
  var passedOver: Markup {
    "Простите, на этом я дважды сломался и больше не пробую. Что успело сохраниться, покажет меню."
  }

  func andMore(_ count: Int) -> Markup { "… и ещё \(count)" }
  func seat(_ seat: Seat.ID) -> String { "место \(seat.rawValue)" }
  func boldSeat(_ seat: Seat.ID) -> Markup { "место <b>\(seat.rawValue)</b>" }
  var withoutSeat: String { "без места" }
  func inQueue(_ place: Int) -> String { "\(place)-й в очереди" }
  func guest(_ name: GuestName) -> Markup { "гость: \(name.inText)" }
  func reason(_ reason: String) -> Markup { "Причина: \(reason)" }
  func people(_ count: Int) -> String { count.counting("человек", "человека", "человек") }
  func bookings(_ count: Int) -> String { count.counting("бронь", "брони", "броней") }
  func names(_ count: Int) -> String { count.counting("имя", "имени", "имён") }
  func rowsLeftOut(_ count: Int) -> String { "Не поместилось строк: \(count)" }
}

extension Russian: DayWords {
  func weekday(_ weekday: Weekday) -> String {
    switch weekday {
    case .mon: "пн"
    case .tue: "вт"
    case .wed: "ср"
    case .thu: "чт"
    case .fri: "пт"
    case .sat: "сб"
    case .sun: "вс"
    }
  }

  func day(_ day: Day) -> String { "\(dayOnButton(day)) \(genitive(of: day.month))" }
  func month(_ month: Month) -> String { "\(nominative(of: month.month)) \(month.year)" }
  func dated(_ time: TimeOfDay, _ day: Day) -> String { "\(time) \(self.day(day)) \(day.year)" }
  func after(_ time: TimeOfDay, _ day: Day) -> String { "\(self.day(day)) после \(time)" }

  /// «ноябрь», of a month from 1 to 12.
  func nominative(of month: Int) -> String { Self.months[month - 1].name }

  /// «ноября», of a month from 1 to 12.
  func genitive(of month: Int) -> String { Self.months[month - 1].genitive }

  private static let months = [
    (name: "январь", genitive: "января"), (name: "февраль", genitive: "февраля"),
    (name: "март", genitive: "марта"), (name: "апрель", genitive: "апреля"),
    (name: "май", genitive: "мая"), (name: "июнь", genitive: "июня"), (name: "июль", genitive: "июля"),
    (name: "август", genitive: "августа"), (name: "сентябрь", genitive: "сентября"),
    (name: "октябрь", genitive: "октября"), (name: "ноябрь", genitive: "ноября"),
    (name: "декабрь", genitive: "декабря"),
  ]
}

extension Int {
  /// The form of a Russian noun that goes with the number: 1 место, 2 места, 5 мест.
  func counting(_ one: String, _ few: String, _ many: String) -> String {
    let (tens, units) = (self % 100, self % 10)
    let form = (11...14).contains(tens) ? many : units == 1 ? one : (2...4).contains(units) ? few : many
    return "\(self) \(form)"
  }
}
