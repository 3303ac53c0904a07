import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Design, section 3.2: the table of standards, and two values that contradict each other.
@Suite struct StandardTests {
  /// For each level the highest contradiction that the standard bears; -1 if it is not reached.
  @Test(arguments: [
    (StandardOfProof.alleged, [-1, 4, 4, 4, 4]), (.reasonableGrounds, [-1, -1, 2, 3, 4]),
    (.balance, [-1, -1, 1, 2, 3]), (.clearAndConvincing, [-1, -1, -1, 1, 1]),
    (.conclusive, [-1, -1, -1, -1, 1]),
  ])
  func `the standards are those of the table`(_ standard: StandardOfProof, _ bears: [Int]) {
    for level in 0...4 {
      for contradiction in 0...4 {
        #expect(
          standard.isMet(level: level, contradiction: contradiction)
            == (contradiction <= bears[level]),
          "level \(level) against \(contradiction)"
        )
      }
    }
  }

  @Test func `the standards rise`() {
    #expect(StandardOfProof.allCases.sorted() == StandardOfProof.allCases)
  }

  /// A bench on which the true value has some items and the false one others.
  private func bench(_ forIt: [Source], _ against: [Source]) throws -> EvidenceBench {
    var bench = try EvidenceBench()
    for source in forIt { bench.claim(true, source) }
    for source in against { bench.claim(false, source) }
    return bench
  }

  private let known = FactView.State.known(.bool(true))

  @Test func `a contradiction is weighed in the other direction`() throws {
    let bench = try bench([.sound("lab", .test)], [.own("word", .primary)])
    // Against an accusation the vendor's paper weighs 1; against a clearance it accuses with 2.
    #expect(bench.outcome(.adverse).state == known)
    #expect(bench.outcome(.adverse).contradiction == 1)
    #expect(bench.outcome(.clear).state == .unknown)
    #expect(bench.outcome(.clear).gap == .belowStandard(level: 2, contradiction: 2))
  }

  @Test func `all other values speak against a value together`() throws {
    var bench = try bench([.sound("lab", .test), .sound("hub", .test)], [.sound("one", .media)])
    #expect(bench.outcome(.clear, .clearAndConvincing).state == known)
    bench.change { fact in
      var other = fact.claims[1]
      other.value = .absent
      other.evidence[0].source += 1
      fact.claims.append(other)
    }
    bench.add(.sound("two", .media))
    #expect(bench.outcome(.clear, .clearAndConvincing).contradiction == 2)
    #expect(bench.outcome(.clear, .clearAndConvincing).state == .unknown)
    #expect(bench.outcome(.clear).state == known)
  }

  @Test func `claims of one value are weighed together`() throws {
    var bench = try bench([.sound("lab", .test), .sound("hub", .test)], [])
    bench.change { fact in
      let items = fact.claims[0].evidence
      fact.claims = items.map { Claim(.known(.bool(true)), evidence: [$0]) }
    }
    #expect(bench.levels == [3, 3])
  }

  @Test func `two values that reach the standard are conflicting`() throws {
    let bench = try bench([.sound("lab", .test)], [.sound("hub", .test)])
    #expect(bench.outcome(.adverse, .reasonableGrounds).gap == .conflicting)
    #expect(bench.outcome(.adverse, .reasonableGrounds).state == .unknown)
    #expect(bench.outcome(.adverse, .balance).gap == .belowStandard(level: 2, contradiction: 2))
  }
}
