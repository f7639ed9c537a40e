// swift-tools-version: 6.1
import PackageDescription

/// The rooms of the house, in order: a target imports only targets above it. A target also names those whose types are
/// laid out inside the types it uses: else a change of layout does not build it anew.
let package = Package(
  name: "mingzhi",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "mingzhi", targets: ["mingzhi"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CSystem"),
    .target(name: "Diagnostics"),
    .target(name: "CommonMark", dependencies: ["CCmark", "Diagnostics"]),
    .target(name: "Legislation", dependencies: ["Diagnostics"]),
    .target(
      name: "Corpus",
      dependencies: ["Diagnostics", "CommonMark", "Legislation", .product(name: "Yams", package: "Yams")]),
    .target(name: "Insights", dependencies: ["Diagnostics", "CommonMark", "Legislation", "Corpus"]),
    .target(
      name: "Site",
      dependencies: [
        "Diagnostics", "CommonMark", "Legislation", "Corpus", "Insights",
      ]),
    .target(
      name: "Checks",
      dependencies: ["Diagnostics", "CommonMark", "Legislation", "Corpus", "Insights", "Site"]),
    .target(name: "Editing", dependencies: ["Diagnostics", "CommonMark", "Legislation", "Corpus"]),
    .target(name: "Publishing", dependencies: ["CSystem", "CZlib", "Diagnostics"]),
    .target(
      name: "Preview",
      dependencies: [
        "Diagnostics", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "mingzhi",
      dependencies: [
        "Diagnostics", "CommonMark", "Legislation", "Corpus", "Insights", "Site", "Checks", "Editing", "Publishing",
        "Preview", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], path: "Tests/Diagnostics"),
    .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark"], path: "Tests/CommonMark"),
    .testTarget(name: "LegislationTests", dependencies: ["Legislation"], path: "Tests/Legislation", exclude: ["Fixtures"]),
    .testTarget(name: "CorpusTests", dependencies: ["Corpus", "CommonMark", "Legislation", "Diagnostics"], path: "Tests/Corpus"),
    .testTarget(name: "InsightsTests", dependencies: ["Insights", "Corpus", "CommonMark", "Legislation"], path: "Tests/Insights"),
    .testTarget(
      name: "SiteTests",
      dependencies: ["Site", "Corpus", "CommonMark", "Insights", "Legislation", .product(name: "Mustache", package: "swift-mustache")],
      path: "Tests/Site"),
    .testTarget(
      name: "ChecksTests", dependencies: ["Checks", "Site", "Corpus", "CommonMark", "Insights", "Legislation"], path: "Tests/Checks"),
    .testTarget(name: "EditingTests", dependencies: ["Editing", "Corpus", "CommonMark", "Legislation", "Diagnostics"], path: "Tests/Editing"),
    .executableTarget(name: "publish-probe", dependencies: ["Publishing"], path: "Tests/PublishProbe"),
    .testTarget(
      name: "PublishingTests", dependencies: ["Publishing", "CSystem", "publish-probe"], path: "Tests/Publishing"),
    .testTarget(name: "PreviewTests", dependencies: ["Preview"], path: "Tests/Preview"),
    .testTarget(
      name: "mingzhiTests", dependencies: ["mingzhi"], path: "Tests/mingzhi"),
  ],
  swiftLanguageModes: [.v6]
)
