import Foundation
import TestSupport
import Testing

@testable import OfficeConfiguration

/// A snippet of the file, and what is wrong with it. What is needed besides stands below the snippet.
struct MistakesRow: Sendable, CustomTestStringConvertible {
  let yaml: String
  let mistakes: [String]
  var environment: [String: String] = [:]

  init(_ yaml: String, _ mistakes: String..., environment: [String: String] = [:]) {
    self.yaml = yaml
    self.mistakes = mistakes
    self.environment = environment
  }

  var testDescription: String { yaml }
}

@Suite("What is wrong with a configuration")
struct MistakesTests {
  private static let needed = """

    admins: [100200300]
    seats: [{ id: "1" }]
    """

  @Test(
    "is named with its place",
    arguments: [
      // telegram
      MistakesRow(
        "telegram: { api_url: ftp://x }",
        "office.yaml:1:22: telegram.api_url: expected an address such as https://api.telegram.org, not «ftp://x»"
      ),
      MistakesRow(
        "telegram: { api_url: 'http://' }",
        "office.yaml:1:22: telegram.api_url: expected an address such as https://api.telegram.org, not «http://»"
      ),
      MistakesRow(
        "telegram:\n  updates: poling",
        "office.yaml:2:12: telegram.updates: «poling» is not one of polling, webhook; did you mean `polling`?"
      ),
      MistakesRow(
        "telegram:\n  updates: webhook\n  webhook: { url: 'https://bot.example.org/spb' }",
        "office.yaml:3:12: telegram.webhook.listen: is needed with `updates: webhook`: an address of this machine "
          + "such as 127.0.0.1:8443"),
      MistakesRow(
        "telegram:\n  updates: webhook\n  webhook:\n    url:\n    listen: 127.0.0.1:8443",
        "office.yaml:4:5: telegram.webhook.url: is needed with `updates: webhook`: an address such as "
          + "https://bot.example.org/spb"),
      MistakesRow(
        "telegram: { updates: webhook, webhook: { url: 'https://bot.example.org/spb?a=1', listen: '[::1]:8443' } }",
        "office.yaml:1:47: telegram.webhook.url: expected an address such as https://bot.example.org/spb, without "
          + "`?` and `#`, not «https://bot.example.org/spb?a=1»"),
      MistakesRow(
        "http: { listen: 9100 }",
        "office.yaml:1:17: http.listen: expected an address of this machine with a port, such as 127.0.0.1:9100, "
          + "not «9100»"),
      MistakesRow(
        "telegram: polling", "office.yaml:1:11: telegram: expected keys with values, not «polling»"),
      // office
      MistakesRow(
        "office:\n  time_zone: Europe/Moskow",
        "office.yaml:2:14: office.time_zone: «Europe/Moskow» is not a time zone; did you mean Europe/Moscow?"),
      MistakesRow(
        "office: { time_zone: моё }",
        "office.yaml:1:22: office.time_zone: «моё» is not a time zone such as Europe/Moscow"),
      MistakesRow(
        "office: { name: '  ' }",
        "office.yaml:1:17: office.name: expected text of 1 to 64 characters on one line, not «  »"),
      MistakesRow(
        "office: { name: \"а\\nб\" }",
        "office.yaml:1:17: office.name: expected text of 1 to 64 characters on one line, not «а\u{FFFD}б»"),
      MistakesRow(
        "office:\n  booking_window_days: 61\n  guests_per_day: many",
        "office.yaml:2:24: office.booking_window_days: expected a whole number from 1 to 60, not «61»",
        "office.yaml:3:19: office.guests_per_day: expected a whole number from 0 to 50, not «many»"),
      MistakesRow(
        "office: { guests_per_day: 1.5 }",
        "office.yaml:1:27: office.guests_per_day: expected a whole number from 0 to 50, not «1.5»"),
      MistakesRow(
        "office: { closed_weekdays: [sat, son, sat] }",
        "office.yaml:1:34: office.closed_weekdays: «son» is not one of mon, tue, wed, thu, fri, sat, sun; "
          + "did you mean `mon`?",
        "office.yaml:1:39: office.closed_weekdays: «sat» is already on line 1"),
      MistakesRow(
        "office: { closed_weekdays: [mon, tue, wed, thu, fri, sat, sun] }",
        "office.yaml:1:28: office.closed_weekdays: closes every day of the week"),
      MistakesRow(
        "office: { closed_weekdays: sat }",
        "office.yaml:1:28: office.closed_weekdays: expected a list, `[…]` or lines `- …`, not «sat»"),
      MistakesRow(
        "office:\n  closed_days:\n    - 2027-02-29\n    - 2028-02-29\n    - 1.1.2027\n    - 2027-13-01\n    - 2028-02-29",
        "office.yaml:3:7: office.closed_days: «2027-02-29» is not a day of the calendar",
        "office.yaml:5:7: office.closed_days: expected a date such as 2027-01-31, not «1.1.2027»",
        "office.yaml:6:7: office.closed_days: «2027-13-01» is not a day of the calendar",
        "office.yaml:7:7: office.closed_days: «2028-02-29» is already on line 4"),
      // registration
      MistakesRow(
        "registration: { mode: aproval }",
        "office.yaml:1:23: registration.mode: «aproval» is not one of open, approval, group, invite; "
          + "did you mean `approval`?"),
      MistakesRow(
        "registration:\n  mode: group",
        "office.yaml:2:3: registration.group: is needed with `mode: group`: the group's chat id, "
          + "such as -1001234567890"),
      MistakesRow(
        "registration: { requests_per_day: 0 }",
        "office.yaml:1:35: registration.requests_per_day: expected a whole number from 1 to 100, not «0»"),
      MistakesRow(
        "registration: { mode: group, group: 100 }",
        "office.yaml:1:37: registration.group: expected a whole number from -4503599627370495 to -1, not «100»"
      ),
      MistakesRow(
        "registration: { mode: invite }",
        "office.yaml:1:23: registration.mode: `invite` needs the secret of the link in the environment variable "
          + "REGISTRATION_INVITE, or in a file that REGISTRATION_INVITE_FILE names"),
      MistakesRow(
        "registration: { mode: invite }",
        "office.yaml:1:23: registration.mode: REGISTRATION_INVITE must be 8 to 64 of the characters A–Z, a–z, 0–9, "
          + "`_` and `-`",
        environment: ["REGISTRATION_INVITE": "short"]),
      // files and folders
      MistakesRow("employees: absent.csv", "office.yaml:1:12: employees: «absent.csv» there is no such file"),
      MistakesRow("employees: .", "office.yaml:1:12: employees: «.» is a folder, not a file"),
      MistakesRow("floor_plan: absent.svg", "office.yaml:1:13: floor_plan: there is no file «absent.svg»"),
      MistakesRow(
        "floor_plan: office.yaml/x.svg",
        "office.yaml:1:13: floor_plan: «office.yaml/x.svg» cannot be read: a part of its path is a file, not a folder"
      ),
      MistakesRow(
        "employees: office.yaml/x.csv",
        "office.yaml:1:12: employees: «office.yaml/x.csv» cannot be read: a part of its path is a file, not a folder"
      ),
      MistakesRow("floor_plan: ..", "office.yaml:1:13: floor_plan: «..» is a folder, not a file"),
      MistakesRow(
        "floor_plan: office.yaml",
        "office.yaml:1:13: floor_plan: is no drawing that can be used: "
          + "line 1: Start tag expected, '<' not found"
      ),
      MistakesRow("data: office.yaml", "office.yaml:1:7: data: «office.yaml» is a file, not a folder"),
      MistakesRow(
        "data: [a]", "office.yaml:1:7: data: expected text of 1 to 4096 characters on one line, not a list"),
      // attendance, offers, jobs
      MistakesRow(
        "attendance: { ask_at: \"25:00\", remind_at: noon, answer_by: 9:00 }",
        "office.yaml:1:23: attendance.ask_at: «25:00» is not written as a time of day from 00:00 to 23:59",
        "office.yaml:1:43: attendance.remind_at: expected a time of day such as \"09:30\", not «noon»",
        "office.yaml:1:60: attendance.answer_by: «9:00» is not written as a time of day from 00:00 to 23:59"),
      MistakesRow(
        "attendance:\n  ask_at: 17:00\n  remind_at: 17:00\n  answer_by: 17:00",
        "office.yaml:3:14: attendance.remind_at: 17:00 must be later than `ask_at`, 17:00",
        "office.yaml:4:14: attendance.answer_by: 17:00 must be later than `remind_at`, 17:00"),
      MistakesRow(
        "attendance:\n  ask_at: 18:00",
        "office.yaml:2:3: attendance.remind_at: 17:00 must be later than `ask_at`, 18:00"),
      MistakesRow(
        "attendance:\n  minimum_time_to_answer: 8h",
        "office.yaml:2:27: attendance.minimum_time_to_answer: is longer than the time from `ask_at` to `answer_by`"
      ),
      MistakesRow(
        "attendance: { enabled: yes please }",
        "office.yaml:1:24: attendance.enabled: expected true or false, not «yes please»"),
      MistakesRow(
        "offers: { answer_within: 30, answer_within_today: 10s, quiet_hours: 22:00 }",
        "office.yaml:1:26: offers.answer_within: expected a span of time from 1m to 1d, such as 1h30m, not «30»",
        "office.yaml:1:51: offers.answer_within_today: expected a span of time from 1m to 1d, such as 1h30m, "
          + "not «10s»",
        "office.yaml:1:69: offers.quiet_hours: expected two different times of day such as \"22:00-08:00\", "
          + "not «22:00»"),
      MistakesRow(
        "offers: { quiet_hours: 08:00-08:00 }",
        "office.yaml:1:24: offers.quiet_hours: expected two different times of day such as \"22:00-08:00\", "
          + "not «08:00-08:00»"),
      MistakesRow(
        "jobs: { digest_at: 24:00 }",
        "office.yaml:1:20: jobs.digest_at: «24:00» is not written as a time of day from 00:00 to 23:59"),
      // snapshots, retention, logs
      MistakesRow(
        "snapshots: { every: 8d, keep_hourly: 0, keep_daily: -1 }",
        "office.yaml:1:21: snapshots.every: expected a span of time from 1m to 7d, such as 1h30m, not «8d»",
        "office.yaml:1:38: snapshots.keep_hourly: expected a whole number from 1 to 1000, not «0»",
        "office.yaml:1:53: snapshots.keep_daily: expected a whole number from 0 to 1000, not «-1»"),
      MistakesRow(
        "retention: { bookings_days: 55 }",
        "office.yaml:1:29: retention.bookings_days: expected a whole number from 56 to 3650, not «55»"),
      MistakesRow(
        "logs: { level: verbose }",
        "office.yaml:1:16: logs.level: «verbose» is not one of trace, debug, info, notice, warning, error, "
          + "critical"),
      // keys
      MistakesRow(
        "ofice: {}\noffers:\n  anser_within: 5m\nwhatever: [1]",
        "office.yaml:1:1: ofice: is not a key that is known here; did you mean `office`?",
        "office.yaml:3:3: offers.anser_within: is not a key that is known here; did you mean `answer_within`?",
        "office.yaml:4:1: whatever: is not a key that is known here"),
      MistakesRow(
        "office: { name: А }\njobs: {}\noffice: { name: Б }\noffice: {}",
        "office.yaml:3:1: office: is already given on line 1",
        "office.yaml:4:1: office: is already given on line 1"),
      MistakesRow(
        "office:\n  name: А\n  \"name\": Б\n  guests_per_day: 51\n\"jobs\": {}\n'jobs': {}",
        "office.yaml:3:3: office.name: is already given on line 2",
        "office.yaml:4:19: office.guests_per_day: expected a whole number from 0 to 50, not «51»",
        "office.yaml:6:1: jobs: is already given on line 5"),
      MistakesRow(
        "office: { name: а\(String(repeating: "\u{301}", count: 200)) }",
        "office.yaml:1:17: office.name: expected text of 1 to 64 characters on one line, not "
          + "«а\(String(repeating: "\u{301}", count: 200))»"),
      MistakesRow(
        "office: { &a name: А, &b name: Б }", "office.yaml:1:11: given twice: «name»"),
      MistakesRow(
        "bogus: 1\nlgos: {}\njbs: {}\njo: 1",
        "office.yaml:1:1: bogus: is not a key that is known here",
        "office.yaml:2:1: lgos: is not a key that is known here; did you mean `logs`?",
        "office.yaml:3:1: jbs: is not a key that is known here; did you mean `jobs`?",
        "office.yaml:4:1: jo: is not a key that is known here"),
      MistakesRow("? [a]\n: 1", "office.yaml:1:3: a key must be one word"),
    ])
  func named(row: MistakesRow) throws {
    let folder = try TemporaryFolder()
    let mistakes = try folder.mistakes(row.yaml + Self.needed, environment: row.environment)
    #expect(mistakes == row.mistakes)
  }

  @Test(
    "is named with its place, in the lists that must be given",
    arguments: [
      MistakesRow(
        "office: {}",
        "office.yaml:1:1: admins: is missing; list the Telegram user id of at least one administrator",
        "office.yaml:1:1: seats: is missing; list at least one seat: `- { id: \"1\" }`"),
      MistakesRow(
        "admins: []\nseats:\n",
        "office.yaml:1:9: admins: is missing; list the Telegram user id of at least one administrator",
        "office.yaml:2:1: seats: is missing; list at least one seat: `- { id: \"1\" }`"),
      MistakesRow(
        "office: {}\nadmins: ~\nseats: []",
        "office.yaml:2:1: admins: is missing; list the Telegram user id of at least one administrator",
        "office.yaml:3:8: seats: is missing; list at least one seat: `- { id: \"1\" }`"),
      MistakesRow(
        "admins: {}\nseats: {}",
        "office.yaml:1:9: admins: expected a list, `[…]` or lines `- …`, not keys with values",
        "office.yaml:2:8: seats: expected a list, `[…]` or lines `- …`, not keys with values"),
      MistakesRow(
        "admins: [1]\nseats:\n- { id: }\n- {}\n- { id: 1 }",
        "office.yaml:3:3: seats: expected either `id` or `from` and `to`",
        "office.yaml:4:3: seats: expected either `id` or `from` and `to`"),
      MistakesRow(
        "admins: [\"@vera\", https://t.me/vera]\nseats: [{ id: 1 }]",
        "office.yaml:1:10: admins: expected a user id, which is a number, not «@vera»: names change hands. "
          + "@userinfobot in Telegram tells everybody who writes to it their id",
        "office.yaml:1:19: admins: expected a user id, which is a number, not «https://t.me/vera»: names change hands. "
          + "@userinfobot in Telegram tells everybody who writes to it their id"),
      MistakesRow(
        "admins:\n- 1\n- 0\n- 4503599627370496\n- \"1\"\n- Анна\nseats: [{ id: 1 }]",
        "office.yaml:3:3: admins: expected a whole number from 1 to 4503599627370495, not «0»",
        "office.yaml:4:3: admins: expected a whole number from 1 to 4503599627370495, not «4503599627370496»",
        "office.yaml:5:3: admins: «1» is already on line 2",
        "office.yaml:6:3: admins: expected a whole number from 1 to 4503599627370495, not «Анна»"),
      MistakesRow(
        """
        admins: [1]
        seats:
          - { id: 1 }
          - 2
          - { id: "1", zone: Окно }
          - { from: 0, to: 3 }
          - { from: 5, to: 4 }
          - { id: 7, from: 1, to: 2 }
          - { from: 1 }
          - { id: "A 1" }
          - { id: 1.5 }
          - { id: тринадцатьбук }
          - { id: 😀😀😀😀😀😀😀 }
          - { id: 8, zoen: Окно }
          - { id: 9, zone: [] }
          - { id: 9 }
          - { id: "10\\u200B" }
        removed_seats: [8, 99, 99, "a/b"]
        """,
        "office.yaml:4:5: seats: expected keys with values, not «2»",
        "office.yaml:5:5: seats: «1» is already on line 3",
        "office.yaml:6:5: seats: «1» is already on line 3",
        "office.yaml:7:20: seats.to: is less than `from`, 5",
        "office.yaml:8:5: seats: expected either `id` or `from` and `to`",
        "office.yaml:9:5: seats: expected either `id` or `from` and `to`",
        "office.yaml:10:11: seats.id: «A 1»: a seat's id has no spaces, nothing invisible and none of | . , : /",
        "office.yaml:11:11: seats.id: «1.5»: a seat's id has no spaces, nothing invisible and none of | . , : /",
        "office.yaml:12:11: seats.id: «тринадцатьбук»: a seat's id has 1 to 12 characters and at most 24 bytes",
        "office.yaml:13:11: seats.id: «😀😀😀😀😀😀😀»: a seat's id has 1 to 12 characters and at most 24 bytes",
        "office.yaml:14:14: seats.zoen: is not a key that is known here; did you mean `zone`?",
        "office.yaml:15:20: seats.zone: expected text of 1 to 32 characters on one line, not a list",
        "office.yaml:16:5: seats: «9» is already on line 15",
        "office.yaml:17:11: seats.id: «10\u{FFFD}»: a seat's id has no spaces, nothing invisible and none of | . , : /",
        "office.yaml:18:17: removed_seats: «8» is also in `seats`",
        "office.yaml:18:24: removed_seats: «99» is already on line 18",
        "office.yaml:18:28: removed_seats: «a/b»: a seat's id has no spaces, nothing invisible and none of | . , : /"
      ),
      MistakesRow(
        "admins: [1]\nseats:\n- { from: 1, to: 5 }\n- { from: 3, to: 9 }",
        "office.yaml:4:3: seats: «3» is already on line 3, and 2 more of this range are given already"),
      MistakesRow(
        "admins: [1]\nseats:\n- { id: A-1 }\n- { id: a-1 }",
        "office.yaml:4:3: seats: «a-1» is already on line 3 as «A-1», and neither case nor alphabet counts where "
          + "letters look alike"),
      MistakesRow(
        "admins: [1]\nseats:\n- { id: A-1 }\n- { id: А-1 }\n- { id: с-2 }\n- { id: C-2 }",
        "office.yaml:4:3: seats: «А-1» is already on line 3 as «A-1», and neither case nor alphabet counts where "
          + "letters look alike",
        "office.yaml:6:3: seats: «C-2» is already on line 5 as «с-2», and neither case nor alphabet counts where "
          + "letters look alike"),
      MistakesRow(
        "admins: [1]\nseats:\n- { from: 1, to: 1999 }\n- { id: a }\n- { id: b }",
        "office.yaml:5:3: seats: makes more than 2000 seats"),
      MistakesRow(
        "admins: [1]\nseats:\n- { from: 1, to: 5, assigned: Анна }\n- { id: a, assigned: Анна, assigned_on: [moon] }\n"
          + "- { id: b, assigned_on: [mon] }\n- { id: c, assigned: Анна, assigned_on: [mon] }",
        "office.yaml:3:31: seats.assigned: is for one seat, not for a range",
        "office.yaml:4:42: seats.assigned_on: «moon» is not one of mon, tue, wed, thu, fri, sat, sun; did you mean "
          + "`mon`?",
        "office.yaml:5:25: seats.assigned_on: says on which days the seat is somebody's; `assigned` says whose",
        "office.yaml:6:22: seats.assigned: «Анна» has «a» on some of these days"),
      MistakesRow(
        "admins: [1]\nseats: [{ from: 0, to: 999999 }]",
        "office.yaml:2:9: seats: makes more than 2000 seats"),
    ])
  func namedInLists(row: MistakesRow) throws {
    let folder = try TemporaryFolder()
    let mistakes = try folder.mistakes(row.yaml)
    #expect(mistakes == row.mistakes)
  }

  @Test("is not listed without end")
  func bounded() throws {
    let folder = try TemporaryFolder()
    let keys = (0..<1000).map { "key\($0): 1" }.joined(separator: "\n")
    #expect(try folder.mistakes(keys).count == Reader.mistakesMax)
  }
}
