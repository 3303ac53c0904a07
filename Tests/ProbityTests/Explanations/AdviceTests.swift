import Probity
import Testing

/// Which document to ask for, and which sources a verdict rests on.
@Suite struct AdviceTests {
  static func decision(on name: String, as day: String) throws -> Decision {
    let book = try ShippedFiles.core()
    let profile = try ShippedFiles.profiles(by: book).first { $0.vendorID == name }
    return book.decision(
      on: try #require(profile),
      asOf: try #require(CalendarDate(day))
    )
  }

  @Test func `the inventory is what would settle most of the founding case today`() throws {
    let advice = try Self.decision(on: "alibaba-cloud", as: "2026-11-23").advice
    let first = try #require(advice.first)
    #expect(first.document.id == "capability_inventory")
    #expect(first.rules.contains("core/protected-attribute-inference"))
    #expect(advice.dropFirst().allSatisfy { $0.settledCount <= first.settledCount })
    #expect(advice.allSatisfy { $0.settledCount <= $0.touchedCount })
  }

  @Test func `a decision that is open nowhere asks for nothing`() throws {
    #expect(try Self.decision(on: "fjordglass-optics", as: "2026-11-23").advice.isEmpty)
  }

  @Test func `a pass rests on sources that it falls without`() throws {
    let decision = try Self.decision(on: "fjordglass-optics", as: "2026-11-23")
    #expect(!decision.reliance.isEmpty)
    for reliance in decision.reliance {
      #expect(reliance.verdictWithout == .undetermined)
      let without = decision.dossier.withholding(reliance.withheld)
      let cited = without.facts.flatMap(\.claims).flatMap(\.evidence)
      #expect(!cited.contains { reliance.withheld.sources.contains($0.source) })
    }
  }

  @Test func `a fail that several sources carry rests on none alone`() throws {
    let decision = try Self.decision(on: "alibaba-cloud", as: "2020-12-18")
    #expect(decision.verdict == .fail)
    #expect(decision.reliance.allSatisfy { $0.verdictWithout != .pass })
  }
}
