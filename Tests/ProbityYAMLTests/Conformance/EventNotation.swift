import ProbityText

@testable import ProbityYAML

/// The events of a source in the notation of the YAML test suite; nil if it is refused.
func eventNotation(of source: SourceText) -> [String]? {
  var diagnostics = DiagnosticList()
  guard SourceCheck.passes(source, limits: .standard, into: &diagnostics) else { return nil }
  guard var reader = StrictEventReader(source) else { return nil }
  var lines: [String] = []
  do throws(SyntaxFailure) {
    while true {
      let event = try reader.next(into: &diagnostics)
      lines.append(event.notation)
      if event.kind == .streamEnd { return diagnostics.isFreeOfErrors ? lines : nil }
    }
  } catch {
    return nil
  }
}

extension Event {
  var notation: String {
    switch kind {
    case .streamStart: "+STR"
    case .streamEnd: "-STR"
    case .documentStart(let isExplicit): "+DOC" + (isExplicit ? " ---" : "")
    case .documentEnd(let isExplicit): "-DOC" + (isExplicit ? " ..." : "")
    case .alias(let name): "=ALI *\(name)"
    case .scalar(let text, let style): "=VAL\(properties) " + mark(of: style) + escaped(text)
    case .sequenceStart(let isFlow): "+SEQ\(isFlow ? " []" : "")\(properties)"
    case .sequenceEnd: "-SEQ"
    case .mappingStart(let isFlow): "+MAP\(isFlow ? " {}" : "")\(properties)"
    case .mappingEnd: "-MAP"
    }
  }

  private var properties: String {
    (anchor.map { " &\($0)" } ?? "") + (tag.map { " <\($0)>" } ?? "")
  }

  private func mark(of style: Node.Scalar.Style) -> String {
    switch style {
    case .plain: ":"
    case .singleQuoted: "'"
    case .doubleQuoted: "\""
    case .literal: "|"
    case .folded: ">"
    }
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case "\r": escaped += "\\r"
      case "\u{8}": escaped += "\\b"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
