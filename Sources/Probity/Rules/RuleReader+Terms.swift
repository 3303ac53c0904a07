import ProbityCEL
import ProbityText
import ProbityYAML

/// On which terms a rule is proven, binds, and may be set aside.
extension RuleReader {
  mutating func readStandards(
    _ reader: inout MappingReader
  ) -> (adverse: StandardOfProof, clear: StandardOfProof)? {
    guard let node = reader.required("standard"),
      var standards = MappingReader(node, what: "`standard`", into: &diagnostics)
    else { return nil }
    let adverse = standards.requiredChoice(
      "adverse",
      of: StandardOfProof.self,
      into: &diagnostics
    )
    let clear = standards.requiredChoice("clear", of: StandardOfProof.self, into: &diagnostics)
    standards.finish(into: &diagnostics)
    guard let adverse, let clear else { return nil }
    if adverse < .reasonableGrounds {
      diagnostics.error(
        "rule.weak-standard",
        "`adverse` must be `reasonable_grounds` or stricter",
        at: node["adverse"]?.span
      )
    }
    if clear < .balance || clear < adverse {
      diagnostics.error(
        "rule.weak-standard",
        "`clear` must be `balance` or stricter, and not below `adverse`",
        at: node["clear"]?.span
      )
    }
    return (adverse, clear)
  }

  mutating func readMechanism(_ reader: inout MappingReader) -> String {
    guard let node = reader.required("mechanism"),
      let mechanism = node.string("`mechanism`", into: &diagnostics)
    else { return "" }
    let codes = vocabulary.enumeration("mechanism")?.codes.map(\.code)
    if let codes, !codes.contains(mechanism) {
      diagnostics.error(
        "rule.unknown-mechanism",
        "there is no mechanism `\(mechanism)`",
        at: node.span,
        help: didYouMean(mechanism, among: codes)
      )
    }
    return mechanism
  }

  mutating func readInForce(_ reader: inout MappingReader) -> Rule.InForce? {
    guard let node = reader.required("in_force"),
      var dates = MappingReader(node, what: "`in_force`", into: &diagnostics)
    else { return nil }
    let from = dates.requiredDay("from", into: &diagnostics)
    let to = dates.optionalDay("to", into: &diagnostics)
    dates.finish(into: &diagnostics)
    return from.map { Rule.InForce(from: $0, to: to) }
  }

  mutating func readAges(
    _ reader: inout MappingReader
  ) -> (lookback: CalendarPeriod?, clearWithin: CalendarPeriod?) {
    let lookback = reader.optionalPeriod("lookback", into: &diagnostics) ?? head.lookback
    let clearWithin =
      reader.optionalPeriod("clear_within", into: &diagnostics) ?? head.clearWithin
    // The pack's own periods were checked with its head.
    if let place = reader.node["clear_within"]?.span ?? reader.node["lookback"]?.span {
      PackReader.refuseLongClearing(clearWithin, lookback, at: place, into: &diagnostics)
    }
    return (lookback, clearWithin)
  }

  mutating func readBasis(_ reader: inout MappingReader) -> [Rule.Provision] {
    let items = reader.required("basis")?.list("`basis`", into: &diagnostics)
    return (items ?? []).compactMap { item in
      guard var reader = MappingReader(item, what: "a provision", into: &diagnostics) else {
        return nil
      }
      let instrument = reader.required("instrument")?
        .string("`instrument`", into: &diagnostics)
      let provision = reader.required("provision")?
        .writtenText("`provision`", into: &diagnostics)
      let url = reader.optionalString("url", into: &diagnostics)
      let status = reader.optionalChoice(
        "status",
        of: ProvisionStatus.self,
        into: &diagnostics
      )
      reader.finish(into: &diagnostics)
      guard let instrument, let provision else { return nil }
      return Rule.Provision(
        instrument: instrument,
        provision: provision,
        url: url,
        isVerified: status == .verified
      )
    }
  }

  mutating func readRemedies(
    _ reader: inout MappingReader
  ) -> (vendor: LocalizedText?, buyer: LocalizedText?) {
    guard let node = reader.required("remedy"),
      var remedies = MappingReader(node, what: "`remedy`", into: &diagnostics)
    else { return (nil, nil) }
    let vendor = remedies.optionalText("vendor", into: &diagnostics)
    let buyer = remedies.optionalText("buyer", into: &diagnostics)
    remedies.finish(into: &diagnostics)
    return (vendor, buyer)
  }

  mutating func readWaiver(_ reader: inout MappingReader) -> Rule.WaiverPolicy? {
    guard let node = reader.required("waiver") else { return nil }
    if node.scalar?.text == "never" { return .never }
    guard var policy = MappingReader(node, what: "`waiver`", into: &diagnostics) else {
      return nil
    }
    if let statute = policy.optionalString("statutory", into: &diagnostics) {
      policy.finish(into: &diagnostics)
      return .statutory(statute)
    }
    let role = policy.optional("role")?
      .string("`role`", into: &diagnostics)
    let max = policy.optionalPeriod("max", into: &diagnostics)
    policy.finish(into: &diagnostics)
    guard let role, let max else {
      diagnostics.error(
        "rule.bad-waiver",
        "`waiver` must be `never`, `{role, max}` or `{statutory: text}`",
        at: node.span
      )
      return nil
    }
    return .role(role, max: max)
  }
}

/// Whether somebody has read a provision's own text for the rule.
private enum ProvisionStatus: String, CaseIterable {
  case verified
  case toVerify = "to_verify"
}
