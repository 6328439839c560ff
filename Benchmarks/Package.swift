// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "officebot-benchmarks",
  dependencies: [
    .package(name: "officebot", path: ".."),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .executableTarget(
      name: "officebot-bench",
      dependencies: [
        .product(name: "OfficeActor", package: "officebot"),
        .product(name: "Persistence", package: "officebot"),
        .product(name: "FloorPlan", package: "officebot"),
        .product(name: "Sandbox", package: "officebot"),
        .product(name: "TestSupport", package: "officebot"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
      ])
  ],
  swiftLanguageModes: [.v6]
)
