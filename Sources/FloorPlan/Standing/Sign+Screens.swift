extension Sign {
  /// The sign of a kind of screen.
  static func of(_ kind: StandingPicture.Kind) -> Sign {
    switch kind {
    case .welcome: line("M4 12h11M10.5 7l5 5-5 5M14 3h4a2.5 2.5 0 0 1 2.5 2.5v13A2.5 2.5 0 0 1 18 21h-4")
    case .menu: line(square(3.5, 3.5) + square(13.5, 3.5) + square(3.5, 13.5) + square(13.5, 13.5))
    case .calendar: line(rounded(3, 4.5, 18, 16.5) + "M3 10h18M8 2.5v4M16 2.5v4")
    case .bookings: line("M6 3h12v18l-6-4.5L6 21zM9.2 9.2l2 2 3.8-3.8")
    case .people:
      line(
        circle(9, 8, 3.8)
          + "M2 20.5c0-4 3-6 7-6s7 2 7 6M16 4.6a3.8 3.8 0 0 1 0 6.8M18.6 15c2 .8 3.4 2.6 3.4 5.5")
    case .guest: line(circle(9.5, 8, 3.8) + "M2.5 20.5c0-4 3-6 7-6s7 2 7 6M19 7v6M16 10h6")
    case .question:
      line(
        "M5.5 3.5h13A2.5 2.5 0 0 1 21 6v8.5a2.5 2.5 0 0 1-2.5 2.5H12l-5 4.5V17H5.5A2.5 2.5 0 0 1 3 14.5V6a2.5 2.5 0 0 1 2.5-2.5zM8 10.3h.01M12 10.3h.01M16 10.3h.01"
      )
    case .done: line("M4 13l5.5 5.5L20 6.5")
    case .admin: line("M3 7h9M18 7h3M3 17h3M12 17h9" + circle(15, 7, 2.6) + circle(9, 17, 2.6))
    case .journal: line("M4 20.5h16M6.5 16v-5M12 16V5M17.5 16V8.5")
    case .help: line(circle(12, 12, 9.2) + "M12 11.2v5.3M12 7.4h.01")
    case .trouble: line("M12 3.8l9.2 16.4H2.8zM12 10v4.5M12 17.3h.01")
    }
  }

  private static func line(_ path: String) -> Sign {
    Sign(shapes: strokes(path, width: 2.1))
  }

  private static func square(_ x: Double, _ y: Double) -> String {
    rounded(x, y, 7, 7)
  }

  private static func rounded(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let (across, down) = (width - 3, height - 3)
    return "M\(x + 1.5) \(y)h\(across)a1.5 1.5 0 0 1 1.5 1.5v\(down)a1.5 1.5 0 0 1-1.5 1.5h\(-across)"
      + "a1.5 1.5 0 0 1-1.5-1.5v\(-down)a1.5 1.5 0 0 1 1.5-1.5z"
  }
}
