import Probity

/// A small vocabulary, one rule, and a vendor whose names were chosen to harm whoever reads them.
enum PaintShop {
  static let vocabulary = """
    probity: vocabulary/1
    vocabulary: {id: paint, version: 1, title: {en: Paint}}
    documents:
      sheet: {title: {en: "a signed, tested sheet", fr: une fiche signée}, from: vendor}
    enums:
      colour:
        title: {en: colour}
        codes:
          red: {label: {en: red, fr: rouge}}
          blue: {label: {en: "blue, or nearly so", fr: bleu}}
      relation_kind: {title: {en: kind}, codes: {subsidiary_of: {label: {en: subsidiary}, control: owner}}}
      mechanism: {title: {en: mechanism}, codes: {specification: {label: {en: specification}}}}
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
          painted: {type: bool, label: {en: painted}, question: {en: Is it painted?, fr: Est-ce peint ?}, document: sheet}
          checked: {type: date, none: true, label: {en: checked}, question: {en: When was it checked?}, asked_of: third_party}
          parts: {type: list(part), label: {en: parts, fr: pièces}, question: {en: Which parts are there?}}
          box: {type: box, label: {en: the box}}
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
          colour: {type: colour, label: {en: colour}, question: {en: Which colour is it?, fr: De quelle couleur ?}}
          tints: {type: list(colour), label: {en: tints}, question: {en: Which tints does it take?}}
      box:
        title: {en: box}
        fields:
          weight: {type: int, label: {en: weight}, question: {en: What does it weigh?}, asked_of: buyer}
          maker: {type: string, label: {en: maker}, question: {en: Who made it?}}
          ratio: {type: double, label: {en: ratio}, question: {en: What is its ratio?}}

    """

  /// One small rule a kind of answer.
  static let pack = """
    probity: rule-pack/1
    pack: {id: paint, version: 1.0.0, vocabulary: paint/1, title: {en: Paint}}
    example_as_of: 2026-01-01
    example_sources:
      seen: {kind: judgment, publisher: Court, interest: none, published: 2025-05-05, reliability: A, retracted: none}
    rules:

    """
    + rule("painted", "vendor.painted", "painted", "true", "false")
    + rule("checked", "vendor.checked < date('2020-01-01')", "checked", "2019-01-01", "2025-05-05")
    + rule("heavy", "vendor.box.weight > 10", "box", "11", "3", below: "weight")
    + rule("maker", "vendor.box.maker == 'Bad'", "box", "Bad", "Good", below: "maker")
    + rule("ratio", "vendor.box.ratio > 0.5", "box", "0.75", "0.25", below: "ratio")
      + """
        - id: paint/warm
          title: {en: No part is warm, fr: Aucune pièce n'est chaude}
          for_each: {part: vendor.parts}
          violated_if:
            any:
              - {label: {en: it is warm}, cel: part.colour in sets.warm}
              - {label: {en: it takes red}, cel: 'part.tints.exists(t, t == "red")'}
          severity: prohibit
          standard: {adverse: balance, clear: clear_and_convincing}
          burden: vendor
          mechanism: specification
          in_force: {from: 2020-01-01}
          basis: [{instrument: Paint Act, provision: s. 1}]
          remedy: {vendor: {en: Strip it.}}
          waiver: never
          examples:
            - {name: warm, expect: violated, profile: {vendor: {id: a, parts: [{id: x, colour: {is: red, evidence: [{source: seen, quote: red}]}}]}}}
            - name: cold
              expect: satisfied
              profile:
                vendor:
                  id: a
                  relations: {items: [], complete: {evidence: [{source: seen, quote: all}]}}
                  parts:
                    items:
                      - id: x
                        colour: {is: blue, evidence: [{source: seen, quote: blue}]}
                        tints: {items: [], complete: {evidence: [{source: seen, quote: all}]}}
                    complete: {evidence: [{source: seen, quote: all}]}
            - {name: silence, expect: undetermined, profile: {vendor: {id: a, parts: [unknown]}}}

      """

  private static func rule(
    _ name: String,
    _ condition: String,
    _ field: String,
    _ bad: String,
    _ good: String,
    below inner: String? = nil
  ) -> String {
    func profile(_ value: String) -> String {
      let answer = "{is: \(value), evidence: [{source: seen, quote: so}]}"
      let whole = inner.map { "{\($0): \(answer)}" } ?? answer
      return "{vendor: {id: a, relations: {items: [], complete: {evidence: [{source: seen, "
        + "quote: all}]}}, \(field): \(whole)}}"
    }
    return """
        - id: paint/\(name)
          title: {en: Nothing is \(name), fr: Rien n'est \(name)}
          violated_if: {all: [{label: {en: it is \(name)}, cel: "\(condition)"}]}
          severity: prohibit
          standard: {adverse: balance, clear: clear_and_convincing}
          burden: vendor
          mechanism: specification
          in_force: {from: 2020-01-01}
          basis: [{instrument: Paint Act, provision: s. 1}]
          remedy: {vendor: {en: Strip it.}}
          waiver: never
          examples:
            - {name: bad, expect: violated, profile: \(profile(bad))}
            - {name: good, expect: satisfied, profile: \(profile(good))}
            - {name: silence, expect: undetermined, profile: {vendor: {id: a}}}

      """
  }

  /// Formulas, escapes, mark-up and lines of their own, wherever a profile can put a text.
  static let hostileProfile = """
    probity: vendor-profile/1
    vendor:
      id: =SUM(A1)
      name: "=cmd|'/c calc'!A0 <img src=x onerror=alert(1)>\\nanswer: yes\\u202e"
      parts:
        - {id: "door\\n- injected: [x](javascript:alert(1))", colour: red}
        - {id: "@SUM(1)\\u001b[31m, \\"quoted\\"; https://evil.example", tints: [red]}
        - unknown
    """

  static func rulebook() throws -> Rulebook {
    try Rulebook([
      SourceText(name: "vocabulary.yaml", vocabulary), SourceText(name: "pack.yaml", pack),
    ])
  }

  static let day = CalendarDate(daysSince1970: 20_780)

  static func questionnaire(
    on profile: String,
    firstRoundOnly: Bool = false
  ) throws -> Questionnaire {
    let book = try rulebook()
    let profile = try book.profile(SourceText(name: "profile.yaml", profile))
    return Questionnaire(book.decision(on: profile, asOf: day), firstRoundOnly: firstRoundOnly)
  }
}
