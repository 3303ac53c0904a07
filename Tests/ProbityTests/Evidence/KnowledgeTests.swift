import Probity
import ProbityCEL
import ProbityTestSupport
import Testing

/// What counts as known by a day: design, sections 1 and 3.2.
///
/// The day of the decision is 2026-06-30; nothing is too old.
@Suite struct KnowledgeTests {
  private func bench(knownBy day: String?) throws -> EvidenceBench {
    var bench = try EvidenceBench()
    bench.knownBy = day.flatMap { CalendarDate($0) }
    return bench
  }

  @Test(
    arguments: [
      ("2026-03-01", nil, nil, [2, 2]), ("2026-03-02", nil, nil, [0, 0]),
      ("2026-03", nil, nil, [0, 0]), ("2026-02", nil, nil, [2, 2]),
      // What was seen in time and told later was not known.
      ("2026-03-02", "2026-01-16", nil, [0, 0]),
      // What came out in time and was seen, or fetched, later was not in hand.
      ("2026-01-16", "2026-03-02", nil, [0, 0]), ("2026-01-16", nil, "2026-03-02", [0, 0]),
      ("2026-01-16", "2026-03-01", "2026-03-01", [2, 2]), (nil, "2026-03-01", nil, [2, 2]),
      (nil, nil, "2026-03-01", [0, 0]),
    ] as [(String?, String?, String?, [Int])]
  )
  func `a source counts if it came out, was observed and was retrieved in time`(
    _ published: String?,
    _ observed: String?,
    _ retrieved: String?,
    _ levels: [Int]
  ) throws {
    var bench = try bench(knownBy: "2026-03-01")
    let source = Source.sound("lab", .test) { source in
      source.published = published.map(day)
      source.observed = observed.map(day)
      source.retrieved = retrieved.map(day)
    }
    bench.claim(true, source)
    #expect(bench.levels == levels)
  }

  @Test(arguments: [("2026-03", 2), ("2026-04", 0)])
  func `what may have been known contradicts`(_ published: String, _ level: Int) throws {
    var bench = try bench(knownBy: "2026-03-01")
    bench.claim(true, .sound("lab", .test) { $0.published = day(published) })
    #expect(bench.contradiction(by: true, in: .clear) == level)
  }

  @Test func `what came to light later undoes nothing before`() throws {
    for (known, levels) in [(nil, 2), ("2026-06-01", 2), ("2026-05-31", 0)] as [(String?, Int)] {
      var bench = try bench(knownBy: known)
      bench.claim(false, .sound("lab", .test) { $0.published = day("2026-01-01") })
      bench.claim(true, .sound("authority", .official) { $0.published = day("2026-06-01") })
      #expect(bench.outcome(.clear).contradiction == levels)
      #expect((bench.outcome(.clear).state == .known(.bool(false))) == (levels == 0))
    }
  }

  @Test func `a retraction that came later had not happened`() throws {
    for (known, levels) in [(nil, [0, 0]), ("2026-05-31", [2, 2]), ("2026-06-01", [0, 0])]
      as [(String?, [Int])]
    {
      var bench = try bench(knownBy: known)
      let source = Source.sound("lab", .test) { source in
        source.published = day("2026-01-01")
        source.retraction = .on(day("2026-06-01"))
      }
      bench.claim(true, source)
      #expect(bench.levels == levels, "\(known ?? "")")
    }
  }

  @Test func `a successor that came later had replaced nothing`() throws {
    for (known, levels) in [(nil, [0, 0]), ("2026-05-31", [2, 2])] as [(String?, [Int])] {
      var bench = try bench(knownBy: known)
      bench.add(.sound("second", .test) { $0.published = day("2026-06-01") })
      let source = Source.sound("first", .test) { source in
        source.published = day("2026-01-01")
        source.supersededBy = "second"
      }
      bench.claim(true, source)
      #expect(bench.levels == levels, "\(known ?? "")")
    }
  }

  @Test func `a refusal that came later is not told`() throws {
    for (known, gap) in [
      (nil, .declined(day("2026-06-01"))), ("2026-06-01", .declined(day("2026-06-01"))),
      ("2026-05-31", .notAnswered),
    ] as [(String?, Resolution.Gap)] {
      var bench = try bench(knownBy: known)
      bench.change { $0.declined = day("2026-06-01") }
      #expect(bench.outcome(.clear).gap == gap)
    }
  }

  @Test func `what rests on nothing stays, and what rests on later sources alone goes`() throws {
    let world = try TinyWorld(TinyRule())
    let dossier = try world.profile("a: true\nb: {is: true, evidence: [lab]}").dossier
    let before = dossier.asKnown(by: try #require(CalendarDate("2026-01-14")))
    #expect(before.knownBy?.description == "2026-01-14")
    let claims = { (path: String) in before.facts.first { $0.path == path }?.claims.count }
    #expect(claims("a") == 1)
    #expect(claims("b") == 0)
  }

  @Test func `a tie that only later sources tell of gives nobody an interest`() throws {
    let relations = "relations: [{kind: owned_by, party: parent, evidence: [lab]}]"
    let world = try TinyWorld(TinyRule())
    let dossier = try world.profile(relations).dossier
    let day = { (text: String) throws in try #require(CalendarDate(text)) }
    #expect(dossier.asKnown(by: try day("2026-01-15")).edges.count == 1)
    #expect(dossier.asKnown(by: try day("2026-01-14")).edges.isEmpty)
  }

  @Test func `a reply that came later, or answers what came later, is not shown`() throws {
    var dossier = try TinyWorld(TinyRule()).profile("a: {is: true, evidence: [lab, word]}").dossier
    let position = { (id: String) throws in
      try #require(dossier.sources.firstIndex { $0.id == id })
    }
    let (lab, word) = (try position("lab"), try position("word"))
    let reply = Dossier.Reply(to: [lab], source: word, span: EvidenceBench.span)
    let none = Dossier.Reply(to: [lab], noneFound: day("2026-02-01"), span: EvidenceBench.span)
    dossier.files[0].replies = [reply, none]
    for (text, count) in [("2026-02-01", 2), ("2026-01-31", 1), ("2026-01-14", 0)] {
      let known = dossier.asKnown(by: try #require(CalendarDate(text)))
      #expect(known.files[0].replies.count == count, "\(text)")
    }
  }
}
