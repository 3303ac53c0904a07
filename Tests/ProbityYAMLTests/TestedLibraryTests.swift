import Foundation
import ProbityTestSupport
import ProbityText
import Testing

@testable import ProbityYAML

struct TestedLibraryTests {
  @Test(
    arguments: [
      ([0, 2, 5], true, true), ([0, 2, 5], false, false), ([0, 2, 4], true, false),
      ([0, 2, 6], true, false), ([0, 3, 5], true, false), ([1, 2, 5], true, false),
      ([0, 0, 0], true, false),
    ] as [([Int32], Bool, Bool)]
  )
  func `a text is lent to the tested library alone`(version: [Int32], layout: Bool, isLent: Bool) {
    #expect(TestedLibrary.isTested(version: version, hasTestedLayout: layout) == isLent)
  }

  @Test func `the choice is made by the library that runs`() {
    let isTested = TestedLibrary.runningVersion == [0, 2, 5] && TestedLibrary.hasTestedLayout
    #expect(TestedLibrary.isInUse == isTested)
    #expect(TestedLibrary.runningVersion.count == 3 && TestedLibrary.runningVersion != [0, 0, 0])
  }

  @Test(arguments: [
    "", "a", "a: 1", "a: [1, 2]\n", "é: {阿里云: 😀}\n", "a: |\n  b\n  c  ", "'it''s': \"\\u00e9\"",
    "\u{FEFF}a: b\n", "- &x 1\n- *x\n- !!str 2\n", "--- >\n folded\n text\n...\n", "a: [\n",
    "a: \"b",
    "\t", "a: b: c\n", "&", "*a", "!<", "%YAML 1.2\n", "? ", "-\r\n- a\r\n", "'\n\n",
    "a:\n  - b\n c",
  ])
  func `lent or copied, a text has the same events and the same fault`(text: String) {
    let bytes = Array(text.utf8)
    #expect(transcript(of: bytes, isLent: true) == transcript(of: bytes, isLent: false))
  }

  @Test func `lent or copied, changed profiles have the same events and the same fault`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.profiles,
      includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    try #require(!files.isEmpty)
    var generator = SeededGenerator(seed: 20_261_125)
    var faults = 0
    for file in files {
      let bytes = try Array(Data(contentsOf: file))
      #expect(transcript(of: bytes, isLent: true) == transcript(of: bytes, isLent: false))
      for _ in 0..<20 {
        let changed = changed(bytes, using: &generator)
        let lent = transcript(of: changed, isLent: true)
        #expect(lent == transcript(of: changed, isLent: false))
        faults += lent.last?.hasPrefix("fault") == true ? 1 : 0
      }
    }
    #expect(faults > 0, "some of the changed profiles must be faulty")
  }

  /// What a reader says from the first event to the last, or to the fault.
  private func transcript(of bytes: [UInt8], isLent: Bool) -> [String] {
    guard var reader = EventReader(bytes, isLent: isLent) else { return ["no memory"] }
    var lines: [String] = []
    do throws(SyntaxFailure) {
      while true {
        let event = try reader.next()
        let text = if case .scalar = event.kind { reader.latest.string } else { "" }
        let names = [reader.latest.anchor, reader.latest.tag]
        lines.append("\(event) \(text.debugDescription) \(names)")
        if event.kind == .streamEnd { return lines }
      }
    } catch {
      return lines + ["fault \(error)"]
    }
  }

  private func changed(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    let marks = Array("ab:-[]{},?&*!|>'\"#%@ \n".utf8)
    // Cut anywhere, only ASCII stays valid; the text in front makes places differ from bytes.
    var bytes = Array(bytes.prefix(1_500).filter { $0 < 0x80 })
    for _ in 0..<3 {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] = marks.randomElement(using: &generator) ?? 0x20
    }
    return Array("é: 阿\n".utf8) + bytes.prefix(Int.random(in: 1...bytes.count, using: &generator))
  }

  private static var profiles: URL {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("vendors")
  }
}
