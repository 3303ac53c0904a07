import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// Design, section 3.2: time.
///
/// The day is 2026-06-30, so P5Y reaches to 2021-06-30 and P3Y to 2023.
@Suite struct TimeTests {
  private func bench(_ lookback: String? = "P5Y", _ clearWithin: String? = "P3Y") throws
    -> EvidenceBench
  {
    var bench = try EvidenceBench()
    bench.lookback = lookback.flatMap(CalendarPeriod.init)
    bench.clearWithin = clearWithin.flatMap(CalendarPeriod.init)
    return bench
  }

  @Test(
    arguments: [
      ("2021-06-29", .no), ("2021-06-30", .yes), ("2026-06-30", .yes), ("2026-07-01", .no),
      ("2021-06", .unknown), ("2021-07", .yes), ("2021", .unknown), ("2020", .no),
      ("2026-06", .yes), ("2026", .unknown), ("2027", .no),
    ] as [(String, Truth)]
  )
  func `a partial date is live for certain, perhaps, or not`(_ date: String, _ live: Truth) throws {
    let today = try #require(CalendarDate(TinyWorld.today))
    let window = LivenessWindow(asOf: today, reach: CalendarPeriod("P5Y"))
    #expect(window.contains(SourceDates(known: day(date), age: day(date))) == live)
    #expect(window.contains(SourceDates(known: nil, age: day(date))) == .unknown)
    #expect(window.contains(SourceDates(known: day(date), age: nil)) == .unknown)
  }

  @Test(arguments: [
    ("2021-06-29", [0, 0]), ("2021-06-30", [2, 0]), ("2023-06-29", [2, 0]), ("2023-06-30", [2, 2]),
    ("2023", [2, 0]), ("2021", [0, 0]), ("2026", [0, 0]), ("2026-07-01", [0, 0]),
  ])
  func `old evidence first stops clearing, then accusing`(
    _ published: String,
    _ levels: [Int]
  ) throws {
    var bench = try bench()
    bench.claim(true, .sound("lab", .test) { $0.published = day(published) })
    #expect(bench.levels == levels)
  }

  @Test func `nothing goes stale where no pack says so, and tomorrow is still unknown`() throws {
    for (published, levels) in [("1999", [2, 2]), ("2026-07-01", [0, 0])] {
      var bench = try bench(nil, nil)
      bench.claim(true, .sound("lab", .test) { $0.published = day(published) })
      #expect(bench.levels == levels)
    }
  }

  @Test func `an event stays true, but what clears it must still be fresh`() throws {
    var bench = try bench()
    bench.claim(true, .sound("lab", .test) { $0.published = day("2010-01-01") })
    bench.change { $0.isEvent = true }
    #expect(bench.levels == [2, 0])
  }

  @Test func `the undated supports nothing and may contradict`() throws {
    var bench = try bench()
    bench.claim(true, .sound("lab", .test) { $0.published = nil })
    #expect(bench.levels == [0, 0])
    #expect(bench.contradiction(by: true, in: .clear) == 2)
    #expect(bench.contradiction(by: true, in: .adverse) == 2)
  }

  @Test func `a contradiction counts as long as it may be live`() throws {
    for (published, level) in [("2021", 2), ("2020", 0)] {
      var bench = try bench()
      bench.claim(true, .sound("lab", .test) { $0.published = day(published) })
      #expect(bench.contradiction(by: true, in: .clear) == level)
    }
  }

  @Test(
    arguments: [
      (nil, "2026-01-15", [2, 2]), ("2022-01-15", "2026-01-15", [2, 0]),
      ("2020-01-15", "2026-01-15", [0, 0]), ("2026-01-15", nil, [2, 2]),
      // What was seen before, and published after the day, was not known on the day.
      ("2026-01-15", "2026-08-01", [0, 0]),
    ] as [(String?, String?, [Int])]
  )
  func `the age runs from what was observed, the knowledge from what was published`(
    _ observed: String?,
    _ published: String?,
    _ levels: [Int]
  ) throws {
    var bench = try bench()
    let source = Source.sound("lab", .test) { source in
      source.observed = observed.map(day)
      source.published = published.map(day)
    }
    bench.claim(true, source)
    #expect(bench.levels == levels)
  }

  @Test(arguments: [("2025-01-01", [2, 2]), ("2022-01-01", [2, 0]), ("2019-01-01", [0, 0])])
  func `the age runs from the earliest of the transitive origins`(
    _ published: String,
    _ levels: [Int]
  ) throws {
    var bench = try bench()
    bench.add(.sound("first", .test) { $0.published = day(published) })
    bench.add(.sound("second", .media) { $0.origins = ["first"] })
    bench.claim(true, .sound("third", .test) { $0.origins = ["second"] })
    #expect(bench.levels == levels)
  }

  @Test func `a document that draws on an undated one clears nothing`() throws {
    var bench = try bench()
    bench.add(.sound("first", .test) { $0.published = nil })
    bench.claim(true, .sound("second", .test) { $0.origins = ["first"] })
    #expect(bench.levels == [2, 0])
  }

  @Test func `an ungraded origin makes an ungraded item's age uncertain, no more`() throws {
    var bench = try bench()
    bench.add(.sound("first", .test) { $0.published = day("2010-01-01") })
    let second = Source.sound("second", .test) { source in
      source.origins = ["first"]
      source.grading = nil
    }
    bench.claim(true, second)
    #expect(bench.levels == [0, 0])
    #expect(bench.contradiction(by: true, in: .clear) == 1)
  }

  @Test func `what would do if it were fresher is called stale`() throws {
    var bench = try bench()
    bench.claim(true, .sound("lab", .test) { $0.published = day("2019-01-01") })
    #expect(bench.outcome(.adverse).gap == .stale)
    #expect(bench.outcome(.clear).gap == .stale)
    bench.lookback = nil
    #expect(bench.outcome(.adverse).gap == nil)
    #expect(bench.outcome(.adverse, .conclusive).gap == .belowStandard(level: 2, contradiction: 0))
  }
}
