import Foundation
import Testing

/// A headless Chromium for the length of a test.
final class Browser: Sendable {
  /// Whether there is one. In CI there has to be.
  static var isThere: Bool {
    Executables.browser != nil || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  private static let timeToEnd = Duration.seconds(60)

  let pipe: DevToolsPipe

  private init(pipe: DevToolsPipe) { self.pipe = pipe }

  /// Runs a browser with a profile of its own, which goes with it.
  static func withRunning(_ body: @Sendable (Browser) async throws -> Void) async throws {
    let executable = try #require(
      Executables.browser, "there is no Chromium here; scripts/bootstrap --browser installs one")
    let profile = FileManager.default.temporaryDirectory.appending(
      path: "officebot-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    let pipe = try DevToolsPipe()
    let output = profile.appending(path: "output.log")
    let process = try await ChildProcess.start(
      executable,
      [
        "--headless=new", "--remote-debugging-pipe", "--user-data-dir=\(profile.path)", "--no-sandbox",
        "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-extensions",
        "--hide-scrollbars", "--lang=ru", "--force-color-profile=srgb", "--font-render-hinting=none",
        "about:blank",
      ],
      environment: [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": profile.path,
        "LANG": "C.UTF-8",
      ], output: output, inheriting: pipe.ends)
    pipe.begin()
    var failure: (any Error)?
    do {
      try await body(Browser(pipe: pipe))
    } catch {
      failure = error
    }
    pipe.finish()
    if (try? await process.exit(within: timeToEnd)) == nil {
      process.send(SIGKILL)
      _ = try? await process.exit(within: timeToEnd)
    }
    try? FileManager.default.removeItem(at: profile)
    if let failure { throw failure }
  }

  /// Opens a page in a tab of its own and waits until it has loaded.
  func open(_ address: String, _ screen: Page.Screen) async throws -> Page {
    struct Created: Decodable { struct Result: Decodable { let targetId: String }; let result: Result }
    struct Attached: Decodable { struct Result: Decodable { let sessionId: String }; let result: Result }
    struct Attach: Encodable { let targetId: String; let flatten = true }
    let created = try JSONDecoder().decode(
      Created.self, from: await pipe.call("Target.createTarget", ["url": "about:blank"]))
    let attached = try JSONDecoder().decode(
      Attached.self,
      from: await pipe.call("Target.attachToTarget", Attach(targetId: created.result.targetId)))
    let page = Page(pipe: pipe, session: attached.result.sessionId)
    try await page.show(on: screen)
    _ = try await page.call("Page.navigate", ["url": address])
    try await page.waits(
      for: "the page", "document.readyState === 'complete' && location.href !== 'about:blank'")
    return page
  }
}
