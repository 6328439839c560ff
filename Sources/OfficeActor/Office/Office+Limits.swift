// How large an office may be: what the configuration accepts is stored, drawn, listed and booked.
extension Office {
  /// Seats that a configuration may have.
  public static let seatsMax = 2_000
  /// Names that the list may have.
  public static let employeesMax = 10_000
}
