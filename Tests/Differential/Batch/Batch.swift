import Foundation
import ProbityCEL
import ProbityText

/// Reads `{"expr": …, "data": {name: [type, value]}}`, a line each, and writes each result.
@main
enum Batch {
  static func main() throws {
    var output = ""
    while let line = readLine() {
      let question = try JSONDecoder().decode(Question.self, from: Data(line.utf8))
      output += try question.answer.line + "\n"
      if output.utf8.count > 1 << 16 {
        try FileHandle.standardOutput.write(contentsOf: Data(output.utf8))
        output = ""
      }
    }
    try FileHandle.standardOutput.write(contentsOf: Data(output.utf8))
  }
}

/// An expression with its inputs.
struct Question: Decodable {
  struct Input: Decodable {
    var type: String
    var value: Notation
  }

  var expr: String
  var data: [String: Input]

  /// The value, an error, or that the expression is refused.
  var answer: Notation {
    get throws {
      var environment = Environment(catalog: TypeCatalog())
      var bindings: [Value] = []
      for (name, input) in data.sorted(by: { $0.key < $1.key }) {
        environment.declare(name, try CELType(notation: input.type))
        bindings.append(try input.value.celValue)
      }
      var diagnostics = DiagnosticList()
      let program = Program.compile(
        EmbeddedText(SourceText(name: "expression", expr)),
        expecting: .dyn,
        in: environment,
        diagnostics: &diagnostics
      )
      guard let program else {
        return Notation(
          "invalid",
          [.text(diagnostics.sorted.map(\.message).joined(separator: "; "))]
        )
      }
      var evaluator = Evaluator(tree: FactTree(), bindings: bindings, zones: zones)
      return try Notation(evaluator.value(of: program, in: FactView(unknownFactsOf: FactTree())))
    }
  }
}

/// The zones that this machine knows.
private let zones = TimeZones { name, instant in
  TimeZone(identifier: name).map {
    Int64($0.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds))))
  }
}

extension CELType {
  /// `int`, `list(int)`, `map(string, int)` and the like.
  init(notation: String) throws {
    let simple: [String: CELType] = [
      "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
      "bytes": .bytes, "timestamp": .timestamp, "duration": .duration, "dyn": .dyn,
    ]
    if let type = simple[notation] {
      self = type
    } else if notation.hasPrefix("list("), notation.hasSuffix(")") {
      self = .list(try CELType(notation: String(notation.dropFirst(5).dropLast())))
    } else if notation.hasPrefix("map("), notation.hasSuffix(")") {
      let parts = notation.dropFirst(4).dropLast().split(separator: ",", maxSplits: 1)
      guard parts.count == 2 else { throw BadNotation(text: notation) }
      let value = parts[1].drop { $0 == " " }
      self = .map(
        key: try CELType(notation: String(parts[0])),
        value: try CELType(notation: String(value))
      )
    } else {
      throw BadNotation(text: notation)
    }
  }
}
