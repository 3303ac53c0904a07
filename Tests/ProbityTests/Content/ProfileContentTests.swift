import Probity
import ProbityCEL
import Testing

/// What a real company may be said to have done: sourced, dated, short, with its reply beside it.
@Suite struct ProfileContentTests {
  static func dossiers() throws -> [Dossier] {
    let book = try ShippedFiles.rulebook()
    return try ShippedFiles.profiles(by: book).map(\.dossier)
  }

  @Test func `every answer about a real company has evidence`() throws {
    for dossier in try Self.dossiers() where !dossier.vendor.isFictional {
      for fact in dossier.facts where fact.ground == .evidence && fact.kind == .value {
        for claim in fact.claims {
          #expect(
            !claim.evidence.isEmpty,
            "\(dossier.vendor.vendorID): \(fact.path) has no source"
          )
        }
      }
    }
  }

  @Test func `every source names its publisher and its day`() throws {
    for dossier in try Self.dossiers() {
      for source in dossier.sources {
        #expect(source.publisher != nil, "\(source.id) has no publisher")
        #expect(source.date != nil, "\(source.id) has no date")
        #expect(source.grading != nil, "\(source.id) is not graded")
        #expect(source.interest != nil, "\(source.id) does not say whose interest it serves")
      }
    }
  }

  @Test func `no quotation is longer than 25 words`() throws {
    for dossier in try Self.dossiers() {
      let cited = dossier.facts.flatMap(\.claims).flatMap(\.evidence).compactMap(\.quote)
      let replied = dossier.files.flatMap(\.replies).compactMap(\.quote)
      for quote in cited + replied {
        #expect(quote.split(separator: " ").count <= 25, "too long: \(quote)")
      }
    }
  }

  @Test func `each report on a real company has its reply or the note that none was found`() throws
  {
    for dossier in try Self.dossiers() where !dossier.vendor.isFictional {
      let answered = Set(dossier.files.flatMap(\.replies).flatMap(\.to))
      for fact in dossier.facts {
        for item in fact.claims.flatMap(\.evidence) {
          let source = dossier.sources[item.source]
          guard source.interest == Source.Interest.none, source.kind != .official else { continue }
          #expect(answered.contains(item.source), "\(source.id), cited for \(fact.path): no reply")
        }
      }
    }
  }

  @Test func `fictional vendors are recognisable and real ones carry a notice`() throws {
    for dossier in try Self.dossiers() {
      if dossier.vendor.isFictional {
        #expect(["ZZ", "XZ"].contains(dossier.jurisdiction), "\(dossier.vendor.vendorID)")
        for source in dossier.sources {
          #expect(source.url.map { $0.contains(".example") } ?? true, "\(source.id) is a real link")
        }
      } else {
        #expect(dossier.vendor.notice != nil, "\(dossier.vendor.vendorID) has no notice")
      }
    }
  }

  @Test(arguments: ["2020-12-18", "2026-11-23"])
  func `no real vendor passes`(_ day: String) throws {
    let book = try ShippedFiles.rulebook()
    let date = try #require(CalendarDate(day))
    for profile in try ShippedFiles.profiles(by: book) where !profile.dossier.vendor.isFictional {
      let decision = book.decision(on: profile, asOf: date, packs: ["core"])
      #expect(decision.verdict != .pass, "\(profile.vendorID)")
    }
  }
}

extension Dossier {
  /// The vendor's country; invented vendors sit in codes that ISO 3166 leaves to its users.
  fileprivate var jurisdiction: String {
    let fact = facts.first { $0.path == "jurisdiction" }
    guard case .known(.string(let code))? = fact?.claims.first?.value else { return "" }
    return code.description
  }
}
