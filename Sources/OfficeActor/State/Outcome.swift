/// What became of a command that was not refused.
public enum Outcome: Sendable, Hashable {
  /// It was carried out, and is durable.
  case done([Event])
  /// There was nothing to do: everything was already so.
  case alreadySo
  /// The same request arrived before and was carried out or refused then.
  case alreadyHandled
}

/// Why a command was not carried out. The office is as it was.
public enum Refusal: Error, Sendable, Hashable {
  /// The rules say no.
  case rejected(Rejection)
  /// It could not be made durable; worth another try.
  case notSaved(CommitFailure)
  /// Too much is waiting already; worth another try.
  case overloaded
}
