import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Design, section 3.2: weight of an item, interest and direction.
///
/// The level of a lone item tells its weight: 3 reaches 4, 2 reaches 2, 1 reaches 1.
@Suite struct WeightTests {
  private func levels(
    _ source: Source,
    _ change: (inout CitedEvidence) -> Void = { _ in }
  ) throws -> [Int] {
    var bench = try EvidenceBench()
    bench.claim(true, source, change)
    return bench.levels
  }

  @Test(arguments: [
    (Source.Kind.judgment, 4), (.official, 2), (.listing, 2), (.primary, 2), (.test, 2),
    (.investigation, 2), (.attestation, 2), (.testimony, 1), (.media, 1), (.allegation, 1),
    (.statement, 1),
  ])
  func `a kind of source has its weight both ways`(_ kind: Source.Kind, _ level: Int) throws {
    #expect(try levels(.sound("lab", kind)) == [level, level])
  }

  @Test(arguments: [
    (Source.Reliability.a, [4, 4]), (.b, [4, 4]), (.c, [4, 4]), (.d, [1, 1]), (.e, [0, 0]),
    (.f, [1, 1]),
  ])
  func `reliability caps the weight`(_ reliability: Source.Reliability, _ levels: [Int]) throws {
    #expect(try self.levels(.sound("court", .judgment) { $0.reliability = reliability }) == levels)
  }

  @Test func `a source of unexamined reliability accuses, and never clears`() throws {
    #expect(try levels(.sound("lab", .test) { $0.reliability = nil }) == [2, 0])
  }

  @Test(arguments: [
    (Source.Retraction.none, [2, 2]), (.notStated, [2, 0]), (.on(day("2026-06-30")), [0, 0]),
    // A retraction to come is not one yet, but nobody clears on such a source.
    (.on(day("2026-07-01")), [2, 0]), (.on(day("2026-06")), [0, 0]), (.on(day("2026")), [0, 0]),
  ])
  func `what was retracted, perhaps even, supports nothing`(
    _ retraction: Source.Retraction,
    _ levels: [Int]
  ) throws {
    #expect(try self.levels(.sound("lab", .test) { $0.retraction = retraction }) == levels)
  }

  @Test(arguments: [
    ("2026-03-01", [0, 0]), ("2026-07-01", [2, 2]), ("2026", [0, 0]),
    // The successor is older than what accuses: the first version counts again.
    ("2019-01-01", [2, 2]),
  ])
  func `what was superseded weighs nothing while its successor is live`(
    _ published: String,
    _ levels: [Int]
  ) throws {
    var bench = try EvidenceBench()
    bench.lookback = CalendarPeriod("P5Y")
    bench.clearWithin = CalendarPeriod("P3Y")
    bench.add(.sound("second", .test) { $0.published = day(published) })
    bench.claim(true, .sound("first", .test) { $0.supersededBy = "second" })
    #expect(bench.levels == levels)
  }

  @Test(arguments: [Source.Kind.judgment, .official, .test, .attestation, .statement])
  func `an ungraded source weighs 1 whatever it says of itself`(_ kind: Source.Kind) throws {
    #expect(try levels(.sound("lab", kind) { $0.grading = nil }) == [1, 1])
  }

  @Test func `an ungraded source is not set back by what it says of itself either`() throws {
    let source = Source.sound("lab", .test) { source in
      source.grading = nil
      source.reliability = .e
      source.retraction = .on(day("2026-02-01"))
    }
    #expect(try levels(source) == [1, 0])
  }

  @Test(arguments: [
    (Source.Interest?.none, 1), (.some(.none), 4), (.vendor, 1), (.party("anybody"), 1),
  ])
  func `whoever is not graded disinterested weighs 1 when clearing`(
    _ interest: Source.Interest?,
    _ level: Int
  ) throws {
    #expect(try levels(.sound("court", .judgment) { $0.interest = interest }) == [4, level])
  }

  @Test(arguments: [
    (Source.Kind.primary, [2, 1]), (.test, [2, 1]), (.judgment, [4, 1]), (.statement, [1, 1]),
    (.attestation, [2, 2]),
  ])
  func `the vendor's own word weighs 1 when clearing, its attestation 2`(
    _ kind: Source.Kind,
    _ levels: [Int]
  ) throws {
    #expect(try self.levels(.own("word", kind)) == levels)
    // Calling itself disinterested does not help: the publisher is known.
    let posing = Source.own("word", kind) { $0.interest = Source.Interest.none }
    #expect(try self.levels(posing) == levels)
  }

  @Test func `an admission weighs 3 to accuse and nothing more to clear`() throws {
    #expect(try levels(.own("word", .statement)) { $0.admits = true } == [4, 1])
  }

  @Test func `an admission counts only of whom it binds, graded, on the spot and with its words`()
    throws
  {
    #expect(try levels(.sound("gazette", .media)) { $0.admits = true } == [1, 1])
    #expect(try levels(.own("word", .statement) { $0.grading = nil }) { $0.admits = true }[0] == 1)
    let unquoted = try levels(.own("word", .statement)) { item in
      item.admits = true
      item.quote = nil
    }
    #expect(unquoted == [1, 0])
    let inherited = try levels(.own("word", .statement)) { item in
      item.admits = true
      item.placement = .inherited
    }
    #expect(inherited == [1, 0])
    let unreliable = Source.own("word", .statement) { $0.reliability = .d }
    #expect(try levels(unreliable) { $0.admits = true } == [1, 1])
  }

  @Test(arguments: [
    (CitedEvidence.Placement.value, true, [2, 2]), (.value, false, [2, 0]),
    (.record, true, [2, 0]), (.inherited, true, [2, 0]),
  ])
  func `what clears stands on the value, with a quote or locator`(
    _ placement: CitedEvidence.Placement,
    _ isPinpointed: Bool,
    _ levels: [Int]
  ) throws {
    let quoted = try self.levels(.sound("lab", .test)) { item in
      item.placement = placement
      item.quote = isPinpointed ? "q" : nil
    }
    let located = try self.levels(.sound("lab", .test)) { item in
      item.placement = placement
      item.quote = nil
      item.locator = isPinpointed ? "p. 1" : nil
    }
    #expect(quoted == levels)
    #expect(located == levels)
  }

  @Test(arguments: [
    (CitedEvidence.Placement.value, true, 2), (.value, false, 0), (.record, true, 0),
  ])
  func `to close a list needs the same, even to accuse`(
    _ placement: CitedEvidence.Placement,
    _ isPinpointed: Bool,
    _ level: Int
  ) throws {
    var bench = try EvidenceBench()
    bench.claim(true, .sound("lab", .test)) { item in
      item.placement = placement
      item.quote = isPinpointed ? "q" : nil
    }
    bench.change { $0.kind = .closure }
    #expect(bench.levels == [level, level])
  }

  @Test func `nobody clears without saying who it is`() throws {
    #expect(try levels(.sound("lab", .test) { $0.publisher = nil }) == [2, 0])
  }
}
