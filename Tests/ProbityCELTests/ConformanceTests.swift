import Foundation
import ProbityText
import Testing

@testable import ProbityCEL

private enum Outcome: Hashable {
  case passed
  case failed(String)
  /// Needs a function or type that is not there yet.
  case skipped(String)
}

/// The folder of the specification's cases, if it is at hand.
private let folder: URL? = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let named = ProcessInfo.processInfo.environment["PROBITY_CONFORMANCE"].map { URL(filePath: $0) }
  let folder = (named ?? root.appending(path: "../shared/conformance")).appending(path: "cel")
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

/// All cases; none where they are not at hand, which only a run that must have them holds against it.
private func cases() throws -> [ConformanceCase] {
  guard let folder else {
    print("conformance: skipped, no cases at hand; PROBITY_CONFORMANCE names their folder")
    #expect(ProcessInfo.processInfo.environment["CI"] != "true", "the cases must be at hand")
    return []
  }
  let files = try FileManager.default.contentsOfDirectory(
    at: folder,
    includingPropertiesForKeys: nil
  )
  return try files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.flatMap {
    try JSONDecoder().decode(ConformanceCase.File.self, from: Data(contentsOf: $0)).sections
      .flatMap(\.tests)
  }
}

private func environment(of test: ConformanceCase) -> (Environment, [Value])? {
  var environment = Environment(catalog: TypeCatalog())
  environment.container = test.container ?? ""
  var bindings: [Value] = []
  for declaration in test.typeEnv ?? [] {
    guard declaration.kind == "ident", let type = declaration.type?.type else { return nil }
    environment.declare(declaration.name, type)
    guard let value = test.bindings?[declaration.name] else {
      bindings.append(.null)
      continue
    }
    guard let value = value.celValue else { return nil }
    bindings.append(value)
  }
  return (environment, bindings)
}

private func outcome(of test: ConformanceCase) -> Outcome {
  guard let (environment, bindings) = environment(of: test) else {
    return .skipped("its declarations")
  }
  let text = EmbeddedText(SourceText(name: "case.cel", test.expr))
  var found = DiagnosticList()
  let program =
    test.disableCheck == true
    ? Program.unchecked(text, in: environment, diagnostics: &found)
    : Program.compile(text, expecting: .dyn, in: environment, diagnostics: &found)
  guard let program else { return judged(found.sorted, test) }
  var evaluator = Evaluator(tree: FactTree(), bindings: bindings)
  let value = evaluator.value(of: program, in: FactView(states: []))
  if case .error(let fault) = value, fault.message.contains("time zone is `UTC`") {
    return .skipped("time zone names")
  }
  return judged(value, test)
}

/// A faulty expression: right where an error is expected, unless a function is missing.
private func judged(_ found: [Diagnostic], _ test: ConformanceCase) -> Outcome {
  let missing = found.first { ["cel.unknown-function", "cel.unsupported"].contains($0.id) }
  if let missing { return .skipped(missing.message) }
  return test.expect.error != nil ? .passed : .failed(found.map(\.message).joined(separator: "; "))
}

private func judged(_ value: Value, _ test: ConformanceCase) -> Outcome {
  if case .error(let fault) = value {
    return test.expect.error != nil ? .passed : .failed("fails: \(fault.message)")
  }
  guard let expected = test.expect.value else { return .failed("\(value) instead of an error") }
  return isSame(value, expected) ? .passed : .failed("\(value)")
}

private func isSame(_ value: Value, _ expected: JSONValue) -> Bool {
  switch (value, expected) {
  case (.type(let type), .type(let name)):
    let names = [
      "null_type": "null", "list": "list(dyn)", "map": "map(dyn, dyn)",
      "google.protobuf.Timestamp": "timestamp", "google.protobuf.Duration": "duration",
    ]
    return type.description == names[name] ?? name
  case (.list(let list), .list(let items)):
    return list.isPlain && list.count == items.count && zip(list.values, items).allSatisfy(isSame)
  case (.map(let map), .map(let pairs)):
    return map.keys.count == pairs.count
      && pairs.allSatisfy { pair in
        pair[0].celValue.flatMap { map.value(for: $0) }.map { isSame($0, pair[1]) } ?? false
      }
  case (.double(let value), .value(.double(let expected))):
    return value == expected || (value.isNaN && expected.isNaN)
  case (_, .value(let expected)): return value == expected
  case (_, .list), (_, .map), (_, .type), (_, .other): return false
  }
}

@Test func `the specification's core cases give the specified results`() throws {
  let all = try cases().filter { $0.scope == "in" && $0.tags.contains("core") }
  guard !all.isEmpty else { return }
  var passed = 0
  var skipped: [String: Int] = [:]
  var failures: [String] = []
  for test in all {
    switch outcome(of: test) {
    case .passed: passed += 1
    case .failed(let why): failures.append("\(test.id): \(test.expr): \(why)")
    case .skipped(let why): skipped[why, default: 0] += 1
    }
  }
  let skippedCount = skipped.values.reduce(0, +)
  print("conformance: \(passed) passed, \(failures.count) failed, \(skippedCount) skipped")
  for (why, count) in skipped.sorted(by: { $0.key < $1.key }) {
    print("conformance: not yet supported: \(why) (\(count))")
  }
  #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  #expect(passed >= 754)
}

@Test func `every expression of the specification that is no error parses`() throws {
  let faulty = try cases().filter { $0.expect.error == nil }.compactMap { test -> String? in
    var parser = Parser(EmbeddedText(SourceText(name: "case.cel", test.expr)))
    _ = parser.parse()
    return parser.diagnostics.sorted.first.map { "\(test.id): \(test.expr): \($0.message)" }
  }
  #expect(faulty.isEmpty, "\(faulty.joined(separator: "\n"))")
}
