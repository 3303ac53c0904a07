import ProbityText

@testable import ProbityYAML

/// The events of a source in the notation of the YAML test suite; nil if it is refused.
func eventNotation(of source: SourceText) -> [String]? {
  var diagnostics = DiagnosticList()
  guard SourceCheck.passes(source, limits: .standard, into: &diagnostics) else { return nil }
  guard var reader = StrictEventReader(source) else { return nil }
  let bytes = source.bytes
  var lines: [String] = []
  do throws(SyntaxFailure) {
    while true {
      let event = try reader.next(in: bytes.span, into: &diagnostics)
      lines.append(reader.notation(of: event))
      if event.kind == .streamEnd { return diagnostics.isFreeOfErrors ? lines : nil }
    }
  } catch {
    return nil
  }
}

extension StrictEventReader {
  /// The latest event in the suite's notation.
  fileprivate func notation(of event: Event) -> String {
    switch event.kind {
    case .streamStart: "+STR"
    case .streamEnd: "-STR"
    case .documentStart(let isExplicit): "+DOC" + (isExplicit ? " ---" : "")
    case .documentEnd(let isExplicit): "-DOC" + (isExplicit ? " ..." : "")
    case .alias: "=ALI *\(latest.anchor ?? "")"
    case .scalar(let style):
      "=VAL\(properties(of: event)) " + mark(of: style) + escaped(latest.string)
    case .sequenceStart(let isFlow): "+SEQ\(isFlow ? " []" : "")\(properties(of: event))"
    case .sequenceEnd: "-SEQ"
    case .mappingStart(let isFlow): "+MAP\(isFlow ? " {}" : "")\(properties(of: event))"
    case .mappingEnd: "-MAP"
    }
  }

  private func properties(of event: Event) -> String {
    (latest.anchor.map { " &\($0)" } ?? "") + (latest.tag(of: event).map { " <\($0)>" } ?? "")
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

extension EventDetails {
  /// The scalar's text.
  var string: String {
    var bytes: [UInt8] = []
    appendText(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
