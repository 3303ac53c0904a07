import Probity
import ProbityTestSupport
import Testing

/// What can be wrong with a translation of a vocabulary.
let translationFaults = [
  Fault(
    .translation,
    "language: fr",
    "language: ①de",
    "① vocabulary.translation-language: `language` must be `fr` or `es`; `de` is given"
  ),
  Fault(
    .translation,
    "language: fr",
    "language: ①en",
    "① vocabulary.translation-language: `language` must be `fr` or `es`; `en` is given"
  ),
  Fault(
    .translation,
    "probity: vocabulary-translation/1\nlanguage: fr",
    "probity: ①vocabulary-translation/1",
    "① yaml.missing-field: a translation of a vocabulary must have `language`"
  ),
  Fault(
    .translation,
    "  sheet: {title: une fiche}",
    "  ①sheat: {title: une fiche}",
    "① vocabulary.nothing-to-translate: the vocabulary has no document `sheat`"
  ),
  Fault(
    .translation,
    "  colour:\n",
    "  ①color:\n",
    "① vocabulary.nothing-to-translate: the vocabulary has no enum `color`"
  ),
  Fault(
    .translation,
    "      red: {label: rouge}",
    "      ①read: {label: rouge}",
    "① vocabulary.nothing-to-translate: the vocabulary has no code `read` in enum `colour` in `fr`"
  ),
  Fault(
    .translation,
    "  warm: {title",
    "  ①warn: {title",
    "① vocabulary.nothing-to-translate: the vocabulary has no set `warn`"
  ),
  Fault(
    .translation,
    "  part: {title",
    "  ①pert: {title",
    "① vocabulary.nothing-to-translate: the vocabulary has no record `pert`"
  ),
  Fault(
    .translation,
    "      painted: {label: peint}",
    "      ①paited: {label: peint}",
    "① vocabulary.nothing-to-translate: the vocabulary has no field `paited` in record `vendor` in "
      + "`fr`"
  ),
  Fault(
    .translation,
    "painted: {label: peint}",
    "painted: {label: peint, question: ①Est-ce peint ?}",
    "① vocabulary.nothing-to-translate: `question` of field `painted` of record `vendor` in `fr` has "
      + "no English text that it would translate"
  ),
  Fault(
    .translation,
    "{label: rouge}",
    "{①labl: rouge}",
    "① yaml.unknown-field: code `red` of enum `colour` in `fr` has no field `labl`"
  ),
  Fault(
    .translation,
    "{label: rouge}",
    "{label: ①3}",
    "① yaml.wrong-type: `label` of code `red` of enum `colour` in `fr` must be a text; the number "
      + "`3` is given"
  ),
  Fault(
    .translation,
    "{title: une fiche}",
    "①une fiche",
    "① yaml.not-a-mapping: document `sheet` in `fr` must be a mapping of fields; the text `une fiche` "
      + "is given"
  ),
  Fault(
    .translation,
    "sets:",
    "①set: {}\nsets:",
    "① yaml.unknown-field: a translation of a vocabulary has no field `set`"
  ),
  Fault(
    .vocabulary,
    "red: {label: {en: red}}",
    "red: {label: {en: red, fr: rouge}}",
    "? vocabulary.translated-twice: `label` of code `red` of enum `colour` in `fr` must be given once"
  ),
]

/// What translations come to, wherever their texts stand.
@Suite struct TranslationReadingTests {
  static func vocabulary(_ sources: SourceText...) throws -> Vocabulary {
    let world = [
      SourceText(name: "vocabulary.yaml", SmallWorld.vocabulary),
      SourceText(name: "pack.yaml", SmallWorld.pack),
    ]
    return try Rulebook(world + sources).vocabulary
  }

  static let french = SourceText(name: "translations/fr.yaml", SmallWorld.translation)

  @Test func `texts of a translation stand beside the English ones`() throws {
    let vocabulary = try Self.vocabulary(Self.french)
    let vendor = try #require(vocabulary.record("vendor"))
    let red = try #require(vocabulary.enumeration("colour")?.codes.first)
    #expect(vocabulary.title.texts == ["en": "Small", "fr": "Petit"])
    #expect(vocabulary.document("sheet")?.title["fr"] == "une fiche")
    #expect(vocabulary.enumeration("colour")?.title["fr"] == "couleur")
    #expect(red.label.texts == ["en": "red", "fr": "rouge"])
    #expect(vocabulary.sets.first?.title["fr"] == "couleurs chaudes")
    #expect(vendor.title["fr"] == "fournisseur")
    #expect(vendor.fields.first { $0.name == "painted" }?.label["fr"] == "peint")
  }

  @Test func `the order of the files makes no difference`() throws {
    let after = try Self.vocabulary(Self.french)
    let before = try Rulebook([
      Self.french, SourceText(name: "vocabulary.yaml", SmallWorld.vocabulary),
      SourceText(name: "pack.yaml", SmallWorld.pack),
    ]).vocabulary
    #expect(before.records.map(\.title) == after.records.map(\.title))
    #expect(before.enumerations.map(\.title) == after.enumerations.map(\.title))
  }

  @Test func `without a translation people read English`() throws {
    let vocabulary = try Self.vocabulary()
    #expect(vocabulary.title["fr"] == "Small")
    #expect(vocabulary.enumeration("colour")?.codes.first?.label.texts == ["en": "red"])
  }

  @Test func `a text that two translations give is refused`() {
    let more = SourceText(
      name: "more.yaml",
      "probity: vocabulary-translation/1\nlanguage: fr\nvocabulary: {title: Menu}\n"
    )
    #expect {
      try Self.vocabulary(Self.french, more)
    } throws: { error in
      (error as? InvalidSource)?.diagnostics.map(\.id) == ["vocabulary.translated-twice"]
    }
  }

  @Test func `two translations may share what there is to translate`() throws {
    let more = SourceText(
      name: "more.yaml",
      """
      probity: vocabulary-translation/1
      language: fr
      records: {vendor: {fields: {since: {label: depuis}}}}

      """
    )
    let vendor = try #require(try Self.vocabulary(Self.french, more).record("vendor"))
    let translated = vendor.fields.filter { $0.label.texts["fr"] != nil }
    #expect(translated.map(\.name) == ["painted", "since"])
  }

  @Test(
    arguments: [
      ("rules/vocabulary/translations/fr.yaml", "fr"), ("translations/es.json", "es"),
      ("rules/vocabulary/translations/fr.part-2.yaml", "fr"), ("rules/vocabulary/fr.yaml", nil),
      ("translations/en.yaml", nil), ("translations/french.yaml", nil), ("fr.yaml", nil), ("", nil),
      ("rules/translations", nil),
    ]
  )
  func `a file of translations is known by its name`(path: String, language: String?) {
    #expect(SourceDocument.translationLanguage(ofFile: path) == language)
  }

  @Test func `a file must be in the language of its name`() {
    let named = SourceText(name: "translations/es.yaml", SmallWorld.translation)
    #expect {
      try Self.vocabulary(named)
    } throws: { error in
      (error as? InvalidSource)?.diagnostics.map(\.message) == [
        "`language` must be `es` in a file of that name; `fr` is given"
      ]
    }
  }
}
