import Probity
import Synchronization
import Testing

/// Who helps, and when, changes nothing about what comes of reading.
@Suite struct HelperTests {
  /// Ways of doing work ahead.
  enum Help: CaseIterable {
    /// As soon as it is offered.
    case atOnce
    /// On any thread, while others go on.
    case meanwhile
    /// Half of it at once, the other half never.
    case byHalves

    var helper: Helper {
      switch self {
      case .atOnce: return Helper { $0() }
      case .meanwhile: return Helper { work in Task.detached { work() } }
      case .byHalves:
        let isTurn = Mutex(false)
        return Helper { work in
          let isMine = isTurn.withLock { turn in
            turn.toggle()
            return turn
          }
          if isMine { work() }
        }
      }
    }
  }

  /// Texts of a pack with faults of different kinds, and whether its rules may decide.
  static let packs: [(text: String, isSound: Bool)] = [
    pack("", ""), pack("name: yes, expect: violated", "name: yes, expect: satisfied"),
    pack("cel: vendor.painted}", "cel: vendor.pianted}"), pack("rules:", "rule:"),
    pack("cel: vendor.painted}", "cel: 'true'}"),
  ]

  private static func pack(_ old: String, _ new: String) -> (text: String, isSound: Bool) {
    let isSound = old.isEmpty
    return (isSound ? SmallWorld.pack : SmallWorld.pack.replacing(old, with: new), isSound)
  }

  private func read(_ pack: String, _ helper: Helper) -> [Diagnostic] {
    let sources = [("vocabulary.yaml", SmallWorld.vocabulary), ("pack.yaml", pack)]
    let documents = sources.map { name, text in
      SourceDocument(SourceText(name: name, text), helper: helper)
    }
    var found = DiagnosticList()
    let (_, examples) = Rulebook.reading(documents, helper: helper, into: &found)
    examples.finish(into: &found)
    return found.sorted
  }

  @Test(arguments: Help.allCases, packs.indices)
  func `faults come in the same order whoever helps`(_ help: Help, _ index: Int) {
    let (text, isSound) = Self.packs[index]
    let alone = read(text, .none)
    #expect(alone.isEmpty == isSound)
    for _ in 0..<20 { #expect(read(text, help.helper) == alone) }
  }

  @Test func `faults of examples come only once these have finished`() {
    let pack = Self.packs[1].text
    let documents = [SmallWorld.vocabulary, pack].enumerated().map {
      SourceDocument(SourceText(name: "\($0).yaml", $1))
    }
    var found = DiagnosticList()
    let (_, examples) = Rulebook.reading(documents, helper: .none, into: &found)
    #expect(found.isFreeOfErrors)
    examples.finish(into: &found)
    #expect(found.sorted.map(\.id) == ["rule.example-fails"])
  }

  @Test(arguments: Help.allCases)
  func `work is done once`(_ help: Help) {
    let count = Mutex(0)
    let values = (0..<100).map { number in
      Forthcoming(help.helper) {
        count.withLock { $0 += 1 }
        return number
      }
    }
    #expect(values.values() == Array(0..<100))
    #expect(values.map(\.value) == Array(0..<100))
    #expect(count.withLock { $0 } == 100)
  }
}
