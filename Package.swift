// swift-tools-version: 6.2
import PackageDescription

/// How every Swift target of ours is compiled: strict about existentials, imports and warnings.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
  name: "officebot",
  products: [
    .executable(name: "officebot", targets: ["officebot"]),
    .executable(name: "officebot-demo", targets: ["officebot-demo"]),
    // For the package in Benchmarks/, which measures them.
    .library(name: "OfficeActor", targets: ["OfficeActor"]),
    .library(name: "Persistence", targets: ["Persistence"]),
    .library(name: "FloorPlan", targets: ["FloorPlan"]),
    .library(name: "Sandbox", targets: ["Sandbox"]),
    .library(name: "TestSupport", targets: ["TestSupport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
  ],
  targets: [
    // The product.
    .target(name: "OfficeActor", swiftSettings: strict),
    .target(name: "NameLists", dependencies: ["OfficeActor"], swiftSettings: strict),
    .target(
      name: "Persistence",
      dependencies: [
        "OfficeActor", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "Telegram", dependencies: ["CCurl", "Waiting", logging], swiftSettings: strict),
    .systemLibrary(
      name: "CRsvg", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),
    .systemLibrary(
      name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "FloorPlan", dependencies: ["CRsvg", "CXML", "Digests"], swiftSettings: strict),
    .target(name: "Sockets", swiftSettings: strict),
    .target(name: "Waiting", dependencies: [lifecycle], swiftSettings: strict),
    .target(
      name: "Digests", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(
      name: "OfficeConfiguration",
      dependencies: ["OfficeActor", "NameLists", "FloorPlan", "Sockets", "Yams", logging],
      swiftSettings: strict),
    .systemLibrary(name: "CMalloc"),
    .target(
      name: "Conversation", dependencies: ["OfficeActor", "NameLists", "FloorPlan"], swiftSettings: strict),
    .target(
      name: "BotLoop",
      dependencies: [
        "OfficeActor", "Conversation", "Persistence", "Telegram", "FloorPlan", "Logs", "Digests", "Waiting",
        logging, lifecycle,
      ],
      swiftSettings: strict),
    .target(
      name: "Jobs", dependencies: ["OfficeActor", "Persistence", "Waiting", logging, lifecycle],
      swiftSettings: strict),
    .target(
      name: "Logs",
      dependencies: ["OfficeActor", logging, .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(name: "Vitals", swiftSettings: strict),
    .executableTarget(
      name: "officebot",
      dependencies: [
        "OfficeActor", "OfficeConfiguration", "Conversation", "Persistence", "Telegram", "FloorPlan",
        "BotLoop", "Jobs", "Logs", "Vitals", "Sockets", "CMalloc", logging, lifecycle,
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // The stand-in for Telegram that the demo and the tests run against.
    .target(
      name: "Sandbox",
      dependencies: [.product(name: "Hummingbird", package: "hummingbird"), logging, lifecycle],
      resources: [.copy("Resources")],
      swiftSettings: strict),
    .executableTarget(
      name: "officebot-demo",
      dependencies: [
        "Sandbox", logging, lifecycle,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["OfficeActor", "OfficeConfiguration", "Persistence"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "OfficeActorTests", dependencies: ["OfficeActor", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NameListsTests", dependencies: ["NameLists", "OfficeActor", "TestSupport"], swiftSettings: strict
    ),
    .testTarget(
      name: "OfficeConfigurationTests",
      dependencies: [
        "OfficeConfiguration", "OfficeActor", "NameLists", "FloorPlan", "Sockets", "TestSupport", logging,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PersistenceTests",
      dependencies: [
        "OfficeActor", "Persistence", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures/Schemas"], swiftSettings: strict),
    .testTarget(
      name: "TelegramTests", dependencies: ["Telegram", "Waiting", "TestSupport", logging],
      swiftSettings: strict),
    .testTarget(
      name: "FloorPlanTests", dependencies: ["FloorPlan"], exclude: ["Drawings"], swiftSettings: strict),
    .testTarget(
      name: "ConversationTests", dependencies: ["Conversation", "OfficeActor", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "BotLoopTests",
      dependencies: [
        "BotLoop", "Conversation", "OfficeActor", "NameLists", "Persistence", "Telegram", "FloorPlan", "Logs",
        "Waiting", "TestSupport", logging, lifecycle,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "JobsTests", dependencies: ["Jobs", "OfficeActor", "Persistence", logging, lifecycle],
      swiftSettings: strict),
    .testTarget(
      name: "LogsTests",
      dependencies: ["Logs", "OfficeActor", logging, .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(name: "WaitingTests", dependencies: ["Waiting"], swiftSettings: strict),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: strict),
    .testTarget(name: "VitalsTests", dependencies: ["Vitals"], swiftSettings: strict),
    .testTarget(
      name: "OfficebotTests",
      dependencies: [
        "officebot", "OfficeActor", "OfficeConfiguration", "Persistence", "Telegram", "BotLoop", "Logs",
        "Vitals", "Yams", "TestSupport", logging, lifecycle,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SandboxTests", dependencies: ["Sandbox"], swiftSettings: strict),
    .testTarget(
      name: "JourneyTests",
      dependencies: [
        "Sandbox", "officebot", "officebot-demo", "OfficeActor", "Persistence", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
