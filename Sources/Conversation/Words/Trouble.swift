import OfficeActor

/// What went wrong, as an office manager thinks of it. The log's own text is for whoever looks after the server.
enum Trouble: Sendable, Hashable, CaseIterable {
  /// Telegram, or the way to it.
  case telegram
  /// Telegram refuses a screen or a notice that it should take.
  case refusedByTelegram
  case pictures
  /// An input, a notice or a job under which the process died.
  case endedProcess
  /// Something that a job or a deadline does by itself.
  case jobs
  /// The disk takes no changes of the office.
  case disk
  /// What is kept beside the office: chats, pictures, errors, notes of what is in hand.
  case memory
  case journal
  case documents
  case clock
  case group
  case registration
  case configuration
  case restored
  case stopping
  case other

  init(_ group: ErrorGroup) {
    self =
      Self.byKind[group.kind]
      ?? (group.kind.hasPrefix(Self.whileStopping) ? .stopping : Self.byModule(of: group.place))
  }

  /// Begins what is logged of a step of an orderly stop.
  private static let whileStopping = "could not "

  /// By the log's messages, which are constant texts.
  private static let byKind: [String: Trouble] = [
    "Telegram did not take the webhook's address": .telegram,
    "an update without an id was delivered; it is skipped": .telegram,
    "a screen was refused": .refusedByTelegram,
    "a notice was refused": .refusedByTelegram,
    "pictures do not get through; screens come without them": .pictures,
    "a day of this office cannot be drawn; people see it in words": .pictures,
    "a picture was not drawn": .pictures,
    "an update ended the process twice; it is passed over": .endedProcess,
    "a notice ended the process twice; it is given up": .endedProcess,
    "a job ended the process twice; it is left out this time": .endedProcess,
    "the bot cannot go on": .endedProcess,
    "a job failed; it is tried again": .jobs,
    "a deadline could not be dealt with; it is tried again": .jobs,
    "what became of a notice was not saved; it may be delivered again": .disk,
    "the disk takes no changes; people are told to try again": .disk,
    "what is in hand cannot be noted; work goes on": .memory,
    "what the bot remembered of chats is damaged; it was moved aside, and a new store begun": .memory,
    "the store of chats failed; the chat goes on with a new message": .memory,
    "the store of pictures failed; pictures are uploaded again": .memory,
    "the error log cannot be kept; it stays in memory": .memory,
    "the error log was damaged; it was moved aside, and a new one begun": .memory,
    "a log takes no lines": .memory,
    "names to be asked about could not be kept": .memory,
    "names that were asked about could not be read": .memory,
    "the journal could not be read": .journal,
    "the Bot API server keeps files where the bot cannot read them; let both see one folder under one path":
      .documents,
    "the clock is not believed: for an hour nothing is removed, released or passed on by it": .clock,
    "what the clock shows was not noted; it is tried again": .clock,
    "the company's group is not as it was": .group,
    "admins were not told of the company's group": .group,
    "nobody else is looked up in the group today: Telegram does not say who is in it": .group,
    "it could not be remembered that somebody came by the link; they have to open it again": .registration,
    "the configuration cannot be read again; everything stays as it was": .configuration,
    "admins were not told of bookings on closed days; the next start tells them": .configuration,
    "the office was restored from a snapshot; what happened since may be lost": .restored,
  ]

  /// What an earlier or later version logged, or a library: by where it happened.
  private static func byModule(of place: String) -> Trouble {
    switch place.prefix(while: { $0 != "/" }) {
    case "Telegram": .telegram
    case "FloorPlan": .pictures
    case "Persistence": .disk
    case "Jobs": .jobs
    case "Logs": .memory
    default: .other
    }
  }
}
