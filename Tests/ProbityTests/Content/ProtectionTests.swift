import Testing

@testable import Probity

/// Who protects what: a trait stands in the set of each instrument that lists it, and in no other.
@Suite struct ProtectionTests {
  static let instruments = ["icerd_1_1", "iccpr_26", "gdpr_9", "ai_act_5_1_g", "charter_21"]

  static func codes(_ set: String) throws -> Set<String> {
    let sets = try ShippedFiles.rulebook().vocabulary.sets
    return Set(try #require(sets.first { $0.name == set }, "there is no set \(set)").codes)
  }

  @Test(
    arguments: [
      ("race", ["icerd_1_1", "iccpr_26", "gdpr_9", "ai_act_5_1_g", "charter_21"]),
      ("colour", ["icerd_1_1", "iccpr_26", "charter_21"]),
      ("descent", ["icerd_1_1", "iccpr_26"]),
      ("caste", ["icerd_1_1", "iccpr_26"]),
      ("ethnic_origin", ["icerd_1_1", "iccpr_26", "gdpr_9", "charter_21"]),
      ("national_minority", ["icerd_1_1", "iccpr_26", "charter_21"]),
      ("religion", ["iccpr_26", "gdpr_9", "ai_act_5_1_g", "charter_21"]),
      ("trade_union_membership", ["iccpr_26", "gdpr_9", "ai_act_5_1_g"]),
      ("sexual_orientation", ["iccpr_26", "gdpr_9", "ai_act_5_1_g", "charter_21"]),
      ("disability", ["iccpr_26", "charter_21"]),
      ("health", ["iccpr_26", "gdpr_9", "charter_21"]),
      ("age", ["iccpr_26", "charter_21"]),
      ("gender_identity", []),
      ("migration_status", ["iccpr_26"]),
    ]
  )
  func `a trait is protected by the instruments that list it`(
    trait: String,
    by protectors: [String]
  ) throws {
    let found = try Self.instruments.filter { try Self.codes($0).contains(trait) }
    #expect(found == protectors)
  }

  @Test func `age and sex are for each pack to decide, and never sorted out by the baseline`()
    throws
  {
    for set in ["protected", "protected_wide"] {
      #expect(try Self.codes(set).isDisjoint(with: ["age", "sex"]))
    }
  }

  @Test func `the wide reading of the AI Act adds what race may mean, and nothing else`() throws {
    let added = try Self.codes("ai_act_5_1_g_wide").subtracting(try Self.codes("ai_act_5_1_g"))
    #expect(added == ["ethnic_origin", "colour", "descent"])
  }

  @Test func `the baseline covers all that ICERD lists`() throws {
    let racial = try Self.codes("icerd_1_1")
    #expect(try Self.codes("protected").isSuperset(of: racial))
    #expect(try Self.codes("racial") == racial.union(["nationality"]))
  }

  @Test func `every stand-in of the vocabulary is in the set that rules name`() throws {
    let vocabulary = try ShippedFiles.rulebook().vocabulary
    let known = try #require(vocabulary.enumeration("proxy")).codes.map(\.code)
    #expect(try Self.codes("proxies") == Set(known))
  }
}
