import Probity

extension ProofReport.Facts {
  var json: JSONValue {
    .object([
      "facts": JSONValue(paths), "no_exception_is_proven": .bool(needsNoException),
      "exception": JSONValue(exception),
    ])
  }
}

extension ProofReport.Answer {
  var json: JSONValue {
    .object([
      "path": .string(path), "label": .string(label), "kind": .string(kind),
      "value": .string(value), "example": .bool(isExample),
    ])
  }
}

extension ProofReport.Repair {
  var json: JSONValue {
    .object([
      "steps": .array(
        steps.map { step in
          .object([
            "do": .string(step.kind), "by": .string(step.actor), "answer": step.answer.json,
          ])
        }
      ),
      "standard": .string(standard), "cost": .int(cost),
    ])
  }
}

extension DecisionReport.Reliance {
  var json: JSONValue {
    .object([
      "source": publisher == nil ? sources.first?.json ?? .null : .null,
      "publisher": JSONValue(publisher), "sources": JSONValue(sources.map(\.id)),
      "verdict_without": .string(verdictWithout.rawValue),
    ])
  }
}

extension DecisionReport.Support {
  var json: JSONValue {
    .object([
      "path": .string(path), "rule": .string(rule), "level": .int(level),
      "falls_without": JSONValue(soleSources), "vendors_word_alone": .bool(isVendorsWordAlone),
    ])
  }
}

extension DecisionReport.Question {
  var json: JSONValue {
    .object([
      "path": .string(path), "label": .string(label), "question": JSONValue(question),
      "asked_of": .string(askedOf), "document": JSONValue(document),
      "first_round": .bool(isInFirstRound), "bears_on": JSONValue(bearsOn),
      "can_clear_alone": JSONValue(clearsAlone), "can_violate_alone": JSONValue(violatesAlone),
    ])
  }
}
