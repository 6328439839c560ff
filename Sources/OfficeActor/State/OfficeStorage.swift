public import Foundation

/// Durable storage for the records of an office.
public protocol OfficeStorage: Sendable {
  /// Makes all of a transaction durable, or nothing of it. Returns when it would survive a power cut.
  ///
  /// Called from one thread at a time; may block.
  func commit(_ transaction: Transaction) throws(CommitFailure)
}

/// What one commit makes durable.
public struct Transaction: Sendable, Hashable {
  /// To be carried out in this order: a seat may be left and taken within one transaction.
  public var changes: [RecordChange] = []
  /// What people will read about it.
  public var journal: [JournalEntry] = []
  /// Requests that must not be carried out again.
  public var handled: [HandledRequest] = []
  /// Requests so old that they cannot arrive again.
  public var forgotten: [RequestID] = []
  /// The counters as they are after the changes.
  public var counters = Counters()

  /// An empty transaction.
  public init() {}
}

/// Why nothing was made durable.
public enum CommitFailure: Error, Sendable, Hashable {
  /// The records contradict what is stored: one of the commands must not be carried out.
  case constraint(String)
  /// The disk is full, gone, read-only, or fails.
  case storage(String)
}

/// A business event with who did it and when.
public struct JournalEntry: Sendable, Hashable {
  /// Moment of the event.
  public let at: Date
  /// The person or program that caused it.
  public let principal: Principal
  /// What happened.
  public let event: Event

  /// An entry of the journal.
  public init(at: Date, principal: Principal, event: Event) {
    self.at = at
    self.principal = principal
    self.event = event
  }
}

/// Names a request that may arrive twice: a digest of the update it came with.
public struct RequestID: Sendable, Hashable, RawRepresentable {
  /// As stored.
  public let rawValue: Int64
  /// Wraps the stored form.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A request that must not be carried out again, because it was carried out or refused.
public struct HandledRequest: Sendable, Hashable {
  /// Identifier of the request.
  public let id: RequestID
  /// Moment at which it was handled.
  public let at: Date

  /// A request handled at a moment.
  public init(id: RequestID, at: Date) {
    self.id = id
    self.at = at
  }
}
