import ProbityCEL
public import ProbityText
import ProbityYAML

/// Rules that were read, checked against their vocabulary and compiled; immutable, free to share.
public struct Rulebook: Sendable {
  /// The rules, by pack, then in the order of the files.
  public let rules: [Rule]

  /// What reading found that is not wrong enough to stop.
  public let warnings: [Diagnostic]

  package let vocabulary: Vocabulary
  package let packs: [PackHead]

  /// Reads rule packs and the vocabulary that they were written for; every example must hold.
  ///
  /// - Throws: `InvalidSource` with all faults of all sources.
  public init(_ sources: some Sequence<SourceText>) throws(InvalidSource) {
    var diagnostics = DiagnosticList()
    self.init(reading: Array(sources), into: &diagnostics)
    try diagnostics.throwIfErrors()
  }

  /// Reads what can be read, so that profiles can be checked even beside a faulty rule.
  ///
  /// With errors in the diagnostics the rules must not decide anything.
  package init(reading sources: [SourceText], into diagnostics: inout DiagnosticList) {
    var reader = RulebookReader()
    reader.read(sources.map { SourceDocument($0) }, into: &diagnostics)
    reader.examples.finish(into: &diagnostics)
    self.init(reader, diagnostics)
  }

  /// Reads the same without waiting for the examples.
  ///
  /// What the rules decide must not be told to anybody before these have finished without errors.
  package static func reading(
    _ documents: [SourceDocument],
    helper: Helper,
    into diagnostics: inout DiagnosticList
  ) -> (rulebook: Rulebook, examples: ExampleRuns) {
    var reader = RulebookReader(helper: helper)
    reader.read(documents, into: &diagnostics)
    return (Rulebook(reader, diagnostics), reader.examples)
  }

  private init(_ reader: RulebookReader, _ diagnostics: DiagnosticList) {
    rules = reader.rules
    packs = reader.packs
    vocabulary = reader.vocabulary
    warnings = diagnostics.sorted.filter { $0.severity == .warning }
  }

  /// The ids of the packs.
  public var packIDs: [String] { packs.map(\.id) }

  /// Reads a vendor's profile with those of its parties and the buyer's side.
  ///
  /// Of the parties' profiles, those that relations tie to the vendor are used; one that mentions
  /// neither the vendor nor anyone whom it is tied to is not read.
  ///
  /// - Throws: `InvalidSource` with all faults of all sources that are read.
  public func profile(
    _ source: SourceText,
    parties: [SourceText] = [],
    procurement: SourceText? = nil
  ) throws(InvalidSource) -> Profile {
    var diagnostics = DiagnosticList()
    let profile = readProfile(
      source,
      parties: parties,
      procurement: procurement,
      into: &diagnostics
    )
    try diagnostics.throwIfErrors()
    guard let profile else { throw InvalidSource(diagnostics.sorted) }
    return profile
  }

  /// Reads a profile; nil, with errors in the diagnostics, if it can't be read.
  package func readProfile(
    _ source: SourceText,
    parties: [SourceText],
    procurement: SourceText?,
    into diagnostics: inout DiagnosticList
  ) -> Profile? {
    readProfile(
      SourceDocument(source),
      parties: parties.map { SourceDocument($0) },
      procurement: procurement.map { SourceDocument($0) },
      into: &diagnostics
    )
  }

  /// Reads a profile from documents that may have been read before.
  package func readProfile(
    _ source: SourceDocument,
    parties: [SourceDocument],
    procurement: SourceDocument?,
    into diagnostics: inout DiagnosticList
  ) -> Profile? {
    let node = source.node(of: [.profile], into: &diagnostics)?.node
    var files = PartyFiles(parties)
    let others = node.map { files.profiles(around: $0, into: &diagnostics) } ?? []
    let buyer = procurement.flatMap { $0.node(of: [.procurement], into: &diagnostics)?.node }
    // Without a vocabulary nothing in a profile has a meaning that could be checked.
    guard let node, vocabulary.record("vendor") != nil else { return nil }
    let related = DossierReader.related(to: node, among: others)
    refuseRepeats(of: [node] + related, among: others, into: &diagnostics)
    let dossier = DossierReader.read(
      node,
      parties: related,
      procurement: buyer,
      parameters: parameters,
      vocabulary: vocabulary,
      into: &diagnostics
    )
    return Profile(dossier: dossier)
  }

  /// Two profiles of one vendor could answer the same question differently.
  private func refuseRepeats(
    of used: [Node],
    among others: [Node],
    into diagnostics: inout DiagnosticList
  ) {
    for profile in used {
      let id = DossierReader.vendorID(of: profile)
      for other in others where DossierReader.vendorID(of: other) == id {
        guard other.span != profile.span, let place = other["vendor"]?["id"]?.span else { continue }
        diagnostics.error(
          "profile.vendor-twice",
          "the vendor `\(id)` must have one profile",
          at: place,
          notes: [Diagnostic.Note("it is described here as well", at: profile["vendor"]?.span)]
        )
      }
    }
  }

  /// Decides by the rules of some packs that are in force on a day.
  ///
  /// Total: a fault inside a rule makes its finding *undetermined*. Packs are named by their ids;
  /// nil stands for all. With `knownBy`, sources that came out, were observed or were retrieved
  /// after that day do not count: what could have been decided then, of whatever day.
  public func decision(
    on profile: Profile,
    asOf date: CalendarDate,
    knownBy: CalendarDate? = nil,
    packs chosen: [String]? = nil
  ) -> Decision {
    let packs = packs.filter { chosen?.contains($0.id) ?? true }
    let dossier = knownBy.map(profile.dossier.asKnown) ?? profile.dossier
    var deciding = Deciding(dossier, asOf: date)
    let rules = rules.filter { rule in packs.contains { $0.id == rule.pack } }
    return deciding.decision(by: rules, of: packs)
  }

  private var parameters: [String: [DossierReader.Parameter]] {
    Dictionary(packs.map { ($0.id, $0.parameters) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A vendor's profile, read and checked, with its parties and the buyer's side.
public struct Profile: Sendable {
  package let dossier: Dossier

  package init(dossier: Dossier) { self.dossier = dossier }

  /// The vendor's id.
  public var vendorID: String { dossier.vendor.vendorID }

  /// The vendor's name.
  public var vendorName: String { dossier.vendor.name }
}
