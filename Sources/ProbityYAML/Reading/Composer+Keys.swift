import ProbityText

/// What is refused about the keys of mappings.
extension Composer {
  mutating func checkKey(
    _ key: Int,
    in mapping: KeyTable.Mark,
    into diagnostics: inout DiagnosticList
  ) {
    let record = tape.records[tape.resolved(key)]
    guard record.kind == .scalar else {
      diagnostics.error(
        "yaml.key-not-text",
        "a key must be a text, not a list or a mapping",
        at: tape.span(of: key)
      )
      return
    }
    if record.text.count == 2, record.style == .plain, tape.string(key) == "<<" {
      diagnostics.error(
        "yaml.merge-key",
        "merge keys `<<` are not part of YAML 1.2 and are not read",
        at: tape.span(of: key),
        help: "write the fields out, so that readers see what is there"
      )
    }
    if let first = keys.insert(key, of: tape, in: mapping) {
      diagnostics.append(duplicate(of: first, key: key))
    }
  }

  private func duplicate(of first: Int, key: Int) -> Diagnostic {
    let text = tape.string(key)
    let isSameSpelling = tape.string(first).utf8.elementsEqual(text.utf8)
    return Diagnostic(
      .error,
      id: "yaml.duplicate-key",
      isSameSpelling
        ? "the key `\(text)` must not be given twice"
        : "the key `\(text)` must not be given twice; the two look the same but are spelt with "
          + "different characters",
      at: tape.span(of: key),
      notes: [Diagnostic.Note("it is given first here", at: tape.span(of: first))]
    )
  }
}
