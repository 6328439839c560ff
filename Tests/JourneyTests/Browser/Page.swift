import Foundation

/// A page in the browser, used as a person uses it: by what it says, with real clicks and keys.
struct Page: Sendable {
  /// What the page is looked at on.
  struct Screen: Sendable {
    let width: Int
    let height: Int
    /// Pixels of the screen for one of the page.
    let scale: Double
    let isPhone: Bool

    static let desktop = Screen(width: 1360, height: 900, scale: 1, isPhone: false)
    static let phone = Screen(width: 390, height: 844, scale: 2, isPhone: true)
  }

  /// How long one waits for the page.
  static let patience = Duration.seconds(120)

  let pipe: DevToolsPipe
  let session: String

  func call(_ method: String, _ parameters: some Encodable & Sendable) async throws -> Data {
    try await pipe.call(method, parameters, session: session)
  }

  func show(on screen: Screen) async throws {
    struct Metrics: Encodable {
      let width: Int
      let height: Int
      let deviceScaleFactor: Double
      let mobile: Bool
    }
    _ = try await call(
      "Emulation.setDeviceMetricsOverride",
      Metrics(
        width: screen.width, height: screen.height, deviceScaleFactor: screen.scale, mobile: screen.isPhone))
  }

  /// The screen as a PNG.
  func picture() async throws -> Data {
    struct Captured: Decodable { struct Result: Decodable { let data: Data }; let result: Result }
    return try JSONDecoder().decode(
      Captured.self, from: await call("Page.captureScreenshot", ["format": "png"])
    ).result.data
  }

  // MARK: Looking

  /// Waits until an expression is true of the page.
  func waits(
    for what: String, _ expression: String, within patience: Duration = Self.patience
  ) async throws {
    let isSo = try await evaluate(
      """
      new Promise((resolve) => {
        const isSo = () => { try { return Boolean(\(expression)); } catch { return false; } };
        const watch = () => {
          if (isSo()) resolve(true); else if (performance.now() > end) resolve(false); else setTimeout(watch, 20);
        };
        const end = performance.now() + \(patience / .milliseconds(1));
        watch();
      })
      """, as: Bool.self)
    guard isSo else {
      let text = try await evaluate("document.body?.innerText ?? ''", as: String.self)
      throw DevToolsPipe.Failure(
        description: "waited \(patience) for \(what) in vain; the page says:\n\(text.prefix(3_000))")
    }
  }

  /// What an expression is, after its promise has been kept.
  func evaluate<Value: Decodable>(_ expression: String, as type: Value.Type) async throws -> Value {
    let answer = try await call("Runtime.evaluate", Evaluate(expression: expression))
    let outcome = try JSONDecoder().decode(Evaluated<Nothing>.self, from: answer).result
    if let exception = outcome.exceptionDetails {
      throw DevToolsPipe.Failure(
        description: "\(exception.exception?.description ?? exception.text): \(expression)")
    }
    guard let value = try JSONDecoder().decode(Evaluated<Value>.self, from: answer).result.result.value else {
      throw DevToolsPipe.Failure(description: "no value: \(expression)")
    }
    return value
  }

  // MARK: Doing

  /// Clicks the last button in a part of the page that says something, in its last line if it has several, with the mouse.
  ///
  /// - Parameter part: a CSS selector.
  func click(_ label: String, in part: String = "body") async throws {
    let button =
      "[...document.querySelectorAll(\(quoted(part + " button")))]"
      + ".filter((button) => !button.disabled && button.offsetParent"
      + " && (button.innerText.trim().split(\"\\n\").at(-1) === \(quoted(label)) || button.ariaLabel === \(quoted(label)))).at(-1)"
    try await click(button, what: "the button «\(label)» in \(part)")
  }

  /// Clicks what an expression gives, in its middle.
  private func click(_ expression: String, what: String) async throws {
    try await waits(for: what, expression)
    struct Point: Codable {
      let x: Double
      let y: Double
    }
    let point = try await evaluate(
      """
      (async () => {
        // Nobody hits a button that still moves: pictures above it come in, the chat scrolls, lists are
        // drawn anew.
        let before, still = 0;
        const end = performance.now() + \(Self.patience / .milliseconds(1));
        while (still < 6 && performance.now() < end) {
          const node = \(expression);
          node?.scrollIntoView({ block: "nearest", behavior: "instant" });
          await new Promise((next) => setTimeout(next, 16));
          const box = node?.getBoundingClientRect() ?? new DOMRect();
          const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          const isHit = node?.isConnected && node.contains(document.elementFromPoint(point.x, point.y));
          still = isHit && point.x === before?.x && point.y === before?.y ? still + 1 : 0;
          before = point;
        }
        if (still < 6) {
          const there = document.elementFromPoint(before.x, before.y);
          throw new Error(`it cannot be hit at ${before.x}, ${before.y}: ${there?.outerHTML}`);
        }
        return before;
      })()
      """, as: Point.self)
    for type in ["mousePressed", "mouseReleased"] {
      _ = try await call("Input.dispatchMouseEvent", Mouse(type: type, x: point.x, y: point.y))
    }
  }

  /// Leaves no button looking as if it were pointed at.
  func movesMouseAway() async throws {
    _ = try await call("Input.dispatchMouseEvent", Mouse(type: "mouseMoved", x: 1, y: 1, button: "none"))
  }

  /// Types a text into the field with a label, and presses Enter.
  func type(_ text: String, into label: String) async throws {
    try await click(
      "document.querySelector(\(quoted("[aria-label=\"\(label)\"]")))", what: "the field «\(label)»")
    _ = try await call("Input.insertText", ["text": text])
    struct Key: Encodable {
      let type: String
      let key = "Enter"
      let code = "Enter"
      let windowsVirtualKeyCode = 13
    }
    for type in ["rawKeyDown", "keyUp"] { _ = try await call("Input.dispatchKeyEvent", Key(type: type)) }
  }

  /// A text as JavaScript writes it.
  func quoted(_ text: String) -> String {
    (try? String(decoding: JSONEncoder().encode(text), as: UTF8.self)) ?? "\"\""
  }
}

private struct Mouse: Encodable {
  let type: String
  let x: Double
  let y: Double
  var button = "left"
  let clickCount = 1
}

private struct Evaluate: Encodable {
  let expression: String
  let awaitPromise = true
  let returnByValue = true
}

/// Any value, not looked at.
private struct Nothing: Decodable {
  init(from decoder: any Decoder) {}
}

private struct Evaluated<Value: Decodable>: Decodable {
  struct Outcome: Decodable {
    let value: Value?
    let description: String?
  }
  struct Exception: Decodable {
    let text: String
    let exception: Evaluated<Nothing>.Outcome?
  }
  struct Result: Decodable {
    let result: Outcome
    let exceptionDetails: Exception?
  }
  let result: Result
}
