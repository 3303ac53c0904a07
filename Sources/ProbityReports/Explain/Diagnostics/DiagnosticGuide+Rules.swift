extension DiagnosticGuide {
  /// What is wrong with profiles, vocabularies, packs and rules.
  static let rules = #"""
    profile.no-id
      means the vendor has no `id`
      do give it one
      such vendor: {name: Acme}
    profile.vendor-twice
      means two profiles in the folders that are read are about one vendor
      do merge them, or move one away
      such id: acme   (in two files of the folder)
    profile.too-large
      means more sources, citations or facts than are read
      do split the profile, or leave out what no answer rests on
      such a product list of many thousand elements
    profile.unknown-source
      means evidence or a reply names a source that is not under `sources`
      do add it, or check its spelling
      such evidence: [leter]
    profile.unknown-code
      means the field does not know this code
      do take one of those listed
      such basis: imago
    profile.not-a-date
      means no day, month or year
      do write `2020-12-16`, `2020-12` or `2020`
      such published: 2026-13
    profile.not-a-day
      means a month or year where one day is wanted
      do write the day
      such as_of: 2026-05
    profile.not-a-link
      means an address that is not a web link
      do begin it with `https://` or `http://`
      such url: ftp://example.org
    profile.not-a-list
      means a list is wanted
      do write `[…]`, `{items: […], complete: …}` or `unknown`
      such products: Lobby Cam
    profile.no-party
      means a relation does not name its `party`
      do name the other company by id
      such relations: [{kind: subsidiary_of}]
    profile.computed-field
      means a field that the engine computes was given
      do remove it; give `relations`
      such control_group: []
    vocabulary.declared-twice
      means a record or enum is declared twice
      do keep one
      such records: {vendor: …}   (in two files)
    vocabulary.reserved-name
      means a field has a name that profiles use, such as `is` or `evidence`
      do rename it
      such fields: {evidence: {type: bool}}
    vocabulary.no-label
      means a judged field has no `label`
      do add one, for people
      such fields: {audited: {type: bool}}
    vocabulary.cost
      means the `cost` of a change is not from 1 to 5
      do 1 is a paper that exists, 5 another company
      such cost: 7
    vocabulary.unknown-type
      means a field's type does not exist
      do name a type, enum or record that does
      such type: bolean
    vocabulary.unknown-key
      means `key` of a record is not one of its fields
      do name one
      such key: nmae
    vocabulary.unknown-document
      means a field points at a document that does not exist
      do declare it under `documents`
      such document: inventory_of_all
    vocabulary.unknown-enum
      means a set is made of an enum that does not exist
      do check `of`
      such sets: {live: {of: stages}}
    vocabulary.unknown-code
      means a set has a code that its enum does not have
      do check its spelling
      such codes: [ofered]
    vocabulary.endless-record
      means a record holds itself
      do use a list
      such box: {fields: {inner: {type: box}}}
    vocabulary.translated-twice
      means a text is given twice in one language
      do keep the one in the translation
      such vendor: {title: fournisseur}   (and `fr` in the vocabulary itself)
    vocabulary.nothing-to-translate
      means a translation of something that the vocabulary does not have, or has without a text
      do check its spelling, or write the English text first
      such enums: {biometic: {title: …}}
    vocabulary.translation-language
      means a translation that does not say in which language it is, or another than its name
      do name the file by the language that it gives
      such language: es   (in translations/fr.yaml)
    rules.no-vocabulary
      means no vocabulary among the rules
      do check `--rules`
      such probity check vendors --rules rules/core
    rules.no-vendor
      means the vocabulary has no record `vendor`
      do declare it
      such a vocabulary without `records: {vendor: …}`
    rules.no-pack
      means no pack among the rules
      do check `--rules`
      such probity check vendors --rules rules/vocabulary
    pack.twice
      means a pack has two heads
      do keep one; other files name the pack by its id
      such pack: {id: core, …}   (in two files)
    pack.unknown
      means a file names a pack that has no head
      do check its spelling
      such pack: cor
    pack.wrong-vocabulary
      means the pack is written for another vocabulary or version
      do adapt the pack
      such vocabulary: surveillance/2
    pack.not-a-period
      means no period
      do write `P5Y`, `P18M` or `P90D`
      such lookback: 5 years
    pack.clearing-too-old
      means `clear_within` is missing beside `lookback`, or longer
      do shorten it
      such lookback: P3Y\nclear_within: P5Y
    pack.parameter-type
      means a parameter of another type than the five that there are
      do take one of them
      such type: list(int)
    rule.foreign-id
      means the id does not begin with the pack's id
      do rename the rule
      such id: other/rule   (in the pack core)
    rule.id-twice
      means two rules have one id
      do rename one
      such two rules with one id
    rule.bad-scope
      means a path of `for_each` does not begin with a variable or lead to a list of records
      do correct the path
      such for_each: {p: products}
    rule.unknown-field
      means a path of `for_each` has a field that does not exist
      do check its spelling
      such for_each: {p: vendor.prodcts}
    rule.variable-twice
      means a variable of `for_each` has a name that is taken
      do rename it
      such for_each: {vendor: vendor.products}
    rule.one-condition
      means neither or both of `violated_if` and `required`
      do keep one
      such violated_if: …\nrequired: …
    rule.one-group
      means a condition is none or several of the forms that there are
      do take one
      such violated_if: {all: […], any: […]}
    rule.empty-group
      means a group or `unless` without conditions
      do add one, or remove it
      such violated_if: {all: []}
    rule.impossible-number
      means `n` of `at_least` is not between 1 and the number of conditions
      do correct it
      such at_least: {n: 3, of: [a, b]}
    rule.too-deep
      means groups nested deeper than 16
      do flatten them
      such all: [{any: [{all: …}]}]   seventeen deep
    rule.weak-standard
      means `adverse` below `reasonable_grounds`, or `clear` below `balance` or `adverse`
      do raise it
      such standard: {adverse: alleged, clear: balance}
    rule.unknown-mechanism
      means a mechanism that the vocabulary does not have
      do check its spelling
      such mechanism: exclude
    rule.bad-waiver
      means a waiver of another form than the three that there are
      do write `never`, `{role, max}` or `{statutory: text}`
      such waiver: sometimes
    rule.missing-example
      means no example is violated, satisfied or undetermined
      do add the one that is named
      such examples: []
    rule.example-date
      means an example without a day
      do give it `as_of`, or the pack `example_as_of`
      such an example without as_of, in a pack without example_as_of
    rule.example-fails
      means an example does not come out as it says
      do the notes say what is open; correct the example or the rule
      such expect: satisfied   (of a profile that answers nothing)
    rule.constant
      means the rule is decided with nothing known
      do make it depend on the profile
      such violated_if: {label: {en: always}, cel: 1 == 1}
    """#
}
