import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Design, section 3.2: level of a claimed value, and independence.
@Suite struct PairTests {
  private func levels(_ sources: Source..., others: [Source] = []) throws -> [Int] {
    var bench = try EvidenceBench()
    for source in others { bench.add(source) }
    for source in sources { bench.claim(true, source) }
    return bench.levels
  }

  @Test func `the levels are those of the table`() throws {
    #expect(try EvidenceBench().levels == [0, 0])
    #expect(try levels(.sound("lab", .media)) == [1, 1])
    #expect(try levels(.sound("lab", .test)) == [2, 2])
    #expect(try levels(.sound("lab", .media), .sound("hub", .testimony)) == [2, 2])
    #expect(try levels(.sound("lab", .test), .sound("hub", .media)) == [2, 2])
    #expect(try levels(.sound("lab", .test), .sound("hub", .official)) == [3, 3])
    #expect(try levels(.sound("lab", .judgment)) == [4, 4])
    let four = (1...4).map { Source.sound("hub\($0)", .media) }
    #expect(try levels(four[0], four[1], four[2], four[3]) == [2, 2])
  }

  @Test func `one source cited twice is no pair`() throws {
    #expect(try levels(.sound("lab", .test), .sound("lab", .test)) == [2, 2])
  }

  @Test func `an allegation and an interested party's unattested word count in no pair`() throws {
    #expect(try levels(.sound("lab", .media), .sound("hub", .allegation)) == [1, 1])
    #expect(try levels(.sound("lab", .test), .own("word", .primary)) == [2, 2])
    #expect(try levels(.sound("lab", .test), .own("oath", .attestation)) == [3, 3])
    let doubtful = Source.sound("hub", .test) { $0.interest = nil }
    #expect(try levels(.sound("lab", .test), doubtful) == [3, 2])
  }

  /// Two sources of weight 2 and what is changed about the second.
  @Test(
    arguments: [
      ("nothing", [], [3, 3]), ("shared label", ["lab-files"], [2, 2]),
      ("the other source itself", ["lab"], [2, 2]), ("none stated", [], [3, 3]),
      ("by way of a third one", ["agency"], [2, 2]),
    ] as [(String, [String], [Int])]
  )
  func `items with one origin are one, however far up it stands`(
    _ name: String,
    _ origins: [String],
    _ levels: [Int]
  ) throws {
    let agency = Source.sound("agency", .media) { $0.origins = ["lab-files"] }
    let second = Source.sound("hub", .test) { source in
      if !origins.isEmpty { source.origins = origins }
    }
    #expect(try self.levels(.sound("lab", .test), second, others: [agency]) == levels)
  }

  @Test func `an origin that nobody states is in doubt, directly or further up`() throws {
    let unstated = Source.sound("hub", .test) { $0.origins = [] }
    #expect(try levels(.sound("lab", .test), unstated) == [2, 2])
    let second = Source.sound("hub", .test) { $0.origins = ["agency"] }
    let silent = Source.sound("agency", .media) { $0.origins = [] }
    let ungraded = Source.sound("agency", .media) { $0.grading = nil }
    #expect(try levels(.sound("lab", .test), second, others: [silent]) == [2, 2])
    #expect(try levels(.sound("lab", .test), second, others: [ungraded]) == [2, 2])
    #expect(try levels(.sound("lab", .test), second, others: [.sound("agency", .media)]) == [3, 3])
  }

  @Test(arguments: ["The lab", "THE LAB", "the  lab", "the-lab"])
  func `one publisher is one, however it is written`(_ name: String) throws {
    let second = Source.sound("hub", .test) { $0.publisher = name }
    #expect(try levels(.sound("lab", .test), second) == [2, 2])
  }

  @Test func `without a publisher there is no pair`() throws {
    let second = Source.sound("hub", .test) { $0.publisher = nil }
    #expect(try levels(.sound("lab", .test), second) == [2, 2])
  }

  /// What speaks against a value is independent unless it is known not to be.
  @Test(
    arguments: [
      (nil, ["hub-files"], 3), ("The hub", [], 3), ("The hub", ["lab-files"], 2),
      ("The lab", ["hub-files"], 2),
    ] as [(String?, [String], Int)]
  )
  func `in doubt contradictions are independent`(
    _ publisher: String?,
    _ origins: [String],
    _ level: Int
  ) throws {
    var bench = try EvidenceBench()
    bench.claim(false, .sound("lab", .test))
    let second = Source.sound("hub", .test) { source in
      source.publisher = publisher
      source.origins = origins
    }
    bench.claim(false, second)
    #expect(bench.contradiction(by: false, in: .clear) == level)
  }

  @Test(arguments: [true, false])
  func `an ungraded item can't make two contradictions one`(_ isGraded: Bool) throws {
    var bench = try EvidenceBench()
    bench.claim(false, .sound("lab", .media))
    let second = Source.sound("hub", .media) { source in
      source.origins = ["lab-files"]
      if !isGraded { source.grading = nil }
    }
    bench.claim(false, second)
    #expect(bench.contradiction(by: false, in: .clear) == (isGraded ? 1 : 2))
  }

  @Test func `sources with the same name in other files are not mixed up`() throws {
    let other = Source(id: "agency", kind: .media, span: TinyWorld.vocabulary.span(0..<1))
    let second = Source.sound("hub", .test) { $0.origins = ["agency"] }
    #expect(
      try levels(.sound("lab", .test), second, others: [other, .sound("agency", .media)]) == [3, 3]
    )
  }
}
