package import ProbityText

/// A text with marks such as `①` in it: tests name places by mark, never by line number.
///
/// The marks ①…⑳ are taken out; what stands right behind a mark is the place it names.
package struct MarkedText {
  package let source: SourceText
  private var offsets: [Character: Int] = [:]

  package init(_ marked: String, name: String = "test.yaml") {
    var text = ""
    for character in marked {
      if "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".contains(character) {
        offsets[character] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    source = SourceText(name: name, text)
  }

  /// The mark that a span begins at, or nil.
  package func mark(at span: SourceSpan?) -> Character? {
    offsets.first { $0.value == span?.lowerBound }?.key
  }

  /// The diagnostics as `① some.id: message`, in order; `?` where no mark stands at the place.
  package func lines(for diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
      "\(mark(at: diagnostic.span).map(String.init) ?? "?") \(diagnostic.id): \(diagnostic.message)"
    }
  }
}
