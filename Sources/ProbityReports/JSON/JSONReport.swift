import Probity

extension DecisionReport {
  /// The version of the JSON that `json` gives; only additions keep it.
  package static let schema = "probity-decision/1"

  /// The decision as JSON: everything that the text shows, with the place of every fact.
  ///
  /// The run says whether it treats an undetermined decision as not passed.
  package func json(undeterminedBlocks: Bool = true) -> JSONValue {
    .object([
      "schema": .string(Self.schema),
      "verdict": .string(verdict.rawValue),
      "undetermined_blocks": .bool(undeterminedBlocks),
      "vendor": .object([
        "id": .string(vendorID), "name": .string(vendorName), "fictional": .bool(isFictional),
        "profile": .string(profile), "notice": JSONValue(notice),
      ]),
      "as_of": .string(asOf),
      "known_by": JSONValue(knownBy),
      "language": .string(language),
      "engine": .object([
        "name": .string("probity"), "version": .string(probityVersion),
      ]),
      "packs": .array(
        packs.map { .object(["id": .string($0.id), "version": .string($0.version)]) }
      ),
      "counts": .object([
        "violated": .int(counts.violated), "undetermined": .int(counts.undetermined),
        "satisfied": .int(counts.satisfied), "not_applicable": .int(counts.notApplicable),
        "open_and_blocking": .int(openFindingCount),
      ]),
      "findings": .array(findings.map(\.json)),
      "ask_for": .array(advice.map(\.json)),
      "rests_on": .array(reliance.map(\.json)),
      "facts_that_decide": .array(supports.map(\.json)),
      "questions": .array(questions.map(\.json)),
      "questions_complete": .bool(hasAllQuestions),
      "does_not_matter": JSONValue(irrelevant),
      "not_in_force": JSONValue(notInForce),
    ])
  }
}

extension DecisionReport.Advice {
  fileprivate var json: JSONValue {
    .object([
      "document": .string(document), "title": .string(title),
      "definition": JSONValue(definition), "from": .string(from),
      "could_settle": .int(settledCount), "bears_on": .int(touchedCount),
      "rules": JSONValue(rules),
    ])
  }
}

extension FindingReport {
  var json: JSONValue {
    .object([
      "rule": .string(rule), "title": .string(title), "at": rulePlace.json,
      "subject": .string(subject), "unnamed_rest": .bool(isUnnamedRest),
      "status": .string(status.rawValue), "blocks": .bool(blocks),
      "severity": .string(severity), "burden": .string(burden), "mechanism": .string(mechanism),
      "standard": .object([
        "adverse": .string(adverseStandard), "clear": .string(clearStandard),
      ]),
      "when": when?.json ?? .null,
      isRequirement ? "required" : "violated_if": condition?.json ?? .null,
      "unless": .array(exceptions.map(\.json)),
      "reason": reason?.json ?? .null,
      "also_enough": .array(proof.otherReasons.map(\.json)),
      "hangs_on": .array(proof.pivots.map(\.json)),
      "would_clear": .array(proof.repairs.map(\.json)),
      "beyond_vendor": .bool(proof.isBeyondVendor),
      "answers_that_clear": .array(proof.clearing.map { .array($0.map(\.json)) }),
      "answers_that_violate": .array(proof.violating.map { .array($0.map(\.json)) }),
      "explained": .object([
        "complete": .bool(proof.isComplete), "exact": .bool(proof.isExact),
      ]),
      "open": .array(open.map(\.json)), "exact": .bool(isExact),
      "faults": JSONValue(faults),
      "basis": .array(basis.map(\.json)),
      "remedy": .object(["vendor": JSONValue(vendorRemedy), "buyer": JSONValue(buyerRemedy)]),
    ])
  }
}

extension FindingReport.Place {
  fileprivate var json: JSONValue {
    .object(["file": .string(file), "line": .int(line), "column": .int(column)])
  }
}

extension FindingReport.Provision {
  fileprivate var json: JSONValue {
    .object([
      "instrument": .string(instrument), "provision": .string(provision),
      "url": JSONValue(url), "status": .string(isVerified ? "verified" : "to_verify"),
    ])
  }
}

extension FindingReport.Condition {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      JSONValue.Member(name: "kind", value: .string(kind)),
      JSONValue.Member(name: "truth", value: .string(truth)),
    ]
    if let needed { members.append(JSONValue.Member(name: "n", value: .int(needed))) }
    if kind == "leaf" {
      members.append(JSONValue.Member(name: "label", value: JSONValue(label)))
      members.append(JSONValue.Member(name: "facts", value: JSONValue(facts)))
    } else {
      members.append(JSONValue.Member(name: "of", value: .array(parts.map(\.json))))
    }
    return .object(members)
  }
}

extension FindingReport.Reason {
  fileprivate var json: JSONValue {
    .object([
      "facts": .array(facts.map(\.json)),
      "and_no_exception_is_proven": .bool(needsNoException),
      "exception": JSONValue(exception),
    ])
  }
}

extension FactReport {
  fileprivate var json: JSONValue {
    .object([
      "path": .string(path), "label": .string(label), "kind": .string(kind),
      "value": JSONValue(value), "level": .int(level), "contradiction": .int(contradiction),
      "standard": .string(standard), "meets": JSONValue(meets),
      "at": place?.json ?? .null,
      "evidence": .array(evidence.map(\.json)),
      "denials": .array(
        denials.map {
          .object(["value": .string($0.value), "evidence": .array($0.evidence.map(\.json))])
        }
      ),
      "replies": .array(replies.map(\.json)),
      "gap": JSONValue(gap), "question": JSONValue(question), "document": JSONValue(document),
    ])
  }
}

extension FactReport.Reply {
  fileprivate var json: JSONValue {
    .object([
      "publisher": JSONValue(publisher), "date": JSONValue(date), "source": JSONValue(source),
      "quote": JSONValue(quote), "none_found": JSONValue(noneFound),
    ])
  }
}

extension CitationReport {
  fileprivate var json: JSONValue {
    .object([
      "manner": .string(manner), "carries": .bool(carries), "quote": JSONValue(quote),
      "locator": JSONValue(locator), "source": source.json,
    ])
  }
}

extension SourceReport {
  var json: JSONValue {
    .object([
      "id": .string(id), "kind": .string(kind), "publisher": JSONValue(publisher),
      "title": JSONValue(title), "published": JSONValue(published),
      "observed": JSONValue(observed), "url": JSONValue(url),
      "reliability": JSONValue(reliability), "limits": JSONValue(limits),
    ])
  }
}
