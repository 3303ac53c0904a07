import Probity
import ProbityTestSupport

/// A vocabulary with a translation, a pack and a profile that are sound; tests break one line of one of them.
enum SmallWorld {
  static let vocabulary = """
    probity: vocabulary/1
    vocabulary: {id: small, version: 1, title: {en: Small}}
    documents:
      sheet: {title: {en: a data sheet}, from: vendor}
    enums:
      colour:
        title: {en: colour}
        codes:
          red: {label: {en: red}}
          blue: {label: {en: blue}}
      relation_kind:
        title: {en: kind of relation}
        codes:
          subsidiary_of: {label: {en: subsidiary of}, control: owner}
      mechanism:
        title: {en: mechanism}
        codes:
          specification: {label: {en: technical specification}}
    sets:
      warm: {of: colour, title: {en: warm colours}, codes: [red]}
    records:
      vendor:
        title: {en: vendor}
        fields:
          id: {type: string, identity: true}
          name: {type: string, identity: true}
          fictional: {type: bool, identity: true}
          relations: {type: list(relation), label: {en: relations}}
          painted: {type: bool, label: {en: painted}, document: sheet}
          since: {type: date, label: {en: since}}
          count: {type: int, label: {en: count}}
          parts: {type: list(part), label: {en: parts}}
          family: {type: list(vendor), label: {en: family}, derived: controlled}
      relation:
        title: {en: relation}
        fields:
          kind: {type: relation_kind, label: {en: kind}}
          party: {type: string, identity: true}
      part:
        title: {en: part}
        key: id
        fields:
          id: {type: string, identity: true}
          colour: {type: colour, label: {en: colour}}

    """

  static let translation = """
    probity: vocabulary-translation/1
    language: fr
    vocabulary: {title: Petit}
    documents:
      sheet: {title: une fiche}
    enums:
      colour:
        title: couleur
        codes:
          red: {label: rouge}
          blue: {label: bleu}
    sets:
      warm: {title: couleurs chaudes}
    records:
      vendor:
        title: fournisseur
        fields:
          painted: {label: peint}
      part: {title: pièce}

    """

  static let pack = """
    probity: rule-pack/1
    pack: {id: small, version: 1.0.0, vocabulary: small/1, title: {en: Small}, lookback: P5Y, clear_within: P3Y}
    parameters:
      limit: {type: int, title: {en: limit}, values: [{from: 2020-01-01, is: 3}]}
    example_as_of: 2026-01-01
    example_sources:
      seen: {kind: judgment, publisher: Court, interest: none, published: 2025-05-05, reliability: A, retracted: none}
    rules:
      - id: small/unpainted
        title: {en: Nothing is painted}
        violated_if:
          all:
            - {label: {en: it is painted}, cel: vendor.painted}
        severity: prohibit
        standard: {adverse: balance, clear: clear_and_convincing}
        burden: vendor
        mechanism: specification
        in_force: {from: 2020-01-01}
        basis: [{instrument: Paint Act, provision: s. 1}]
        remedy: {vendor: {en: Strip it.}}
        waiver: never
        examples:
          - {name: yes, expect: violated, profile: {vendor: {id: a, painted: {is: true, evidence: [{source: seen, quote: it is}]}}}}
          - {name: "no", expect: satisfied, profile: {vendor: {id: a, relations: {items: [], complete: {evidence: [{source: seen, quote: all}]}}, painted: {is: false, evidence: [{source: seen, quote: not}]}}}}
          - {name: silence, expect: undetermined, profile: {vendor: {id: a}}}

    """

  static let profile = """
    probity: vendor-profile/1
    graded: {by: reviewers, on: 2026-01-01}
    vendor:
      id: acme
      name: Acme
      relations: [{kind: subsidiary_of, party: mother, evidence: [report]}]
      painted: {is: true, evidence: [report]}
      since: 2020-12
      count: 3
      parts: [{id: door, colour: red, evidence: [report]}]
    sources:
      report:
        kind: investigation
        publisher: Gazette
        published: 2025-05-05
        url: https://gazette.example/1
    replies: [{to: [report], none_found: 2026-01-01}]

    """

  /// One of the files, by its name in a test.
  enum File: String, CaseIterable {
    case vocabulary
    case translation
    case pack
    case profile

    var text: String {
      switch self {
      case .vocabulary: SmallWorld.vocabulary
      case .translation: SmallWorld.translation
      case .pack: SmallWorld.pack
      case .profile: SmallWorld.profile
      }
    }
  }

  /// Reads all files, of which one may have been changed; the diagnostics in order.
  static func diagnostics(with changed: SourceText, as file: File) -> [Diagnostic] {
    func source(_ other: File) -> SourceText {
      file == other ? changed : SourceText(name: "\(other.rawValue).yaml", other.text)
    }
    var found = DiagnosticList()
    let rules: [File] = [.vocabulary, .translation, .pack]
    let book = Rulebook(reading: rules.map(source), into: &found)
    _ = book.readProfile(source(.profile), parties: [], procurement: nil, into: &found)
    return found.sorted
  }
}
