import CFuzzer
import Foundation
import Probity
import ProbityText

/// Reads any bytes as a rule pack or a profile beside what the repository ships, and decides.
@main
enum FuzzRules {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv
    unsafe exit(
      LLVMFuzzerRunDriver(&count, &arguments) { data, size in
        unsafe check(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
      }
    )
  }
}

private func check(_ bytes: [UInt8]) {
  let source = SourceText(name: "fuzz.yaml", bytes: bytes)
  // Reading a pack reads the vocabulary anew: only what may be one is worth the time.
  if String(decoding: bytes.prefix(200), as: UTF8.self).contains("rule-pack/1") {
    var diagnostics = DiagnosticList()
    _ = Rulebook(reading: Shipped.vocabulary + [source], into: &diagnostics)
    _ = Excerpt.text(for: diagnostics.sorted)
  } else {
    checkProfile(source)
  }
}

private func checkProfile(_ source: SourceText) {
  do throws(InvalidSource) {
    let profile = try Shipped.book.profile(source)
    guard let day = CalendarDate("2026-11-23") else { return }
    _ = Shipped.book.decision(on: profile, asOf: day)
  } catch {
    _ = Excerpt.text(for: error.diagnostics)
  }
}

/// The vocabulary and the rules of this repository.
private enum Shipped {
  static let vocabulary = sources(in: "rules/vocabulary")

  static let book: Rulebook = {
    var diagnostics = DiagnosticList()
    let book = Rulebook(reading: vocabulary + sources(in: "rules/core"), into: &diagnostics)
    precondition(diagnostics.isFreeOfErrors, Excerpt.text(for: diagnostics.sorted))
    return book
  }()

  private static func sources(in folder: String) -> [SourceText] {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let url = root.appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? []
    return names.compactMap { name in
      guard let data = try? Data(contentsOf: url.appendingPathComponent(name)) else { return nil }
      return SourceText(name: name, bytes: [UInt8](data))
    }
  }
}
