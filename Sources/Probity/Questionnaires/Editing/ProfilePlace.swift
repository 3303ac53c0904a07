import ProbityYAML

/// Where in a profile's document an answer belongs.
struct ProfilePlace: Sendable, Hashable {
  enum Step: Sendable, Hashable {
    case field(String)
    case item(Int)
  }

  var steps: [Step] = []

  func adding(_ step: Step) -> ProfilePlace { ProfilePlace(steps: steps + [step]) }
}

/// Why an answer can't be put where it belongs.
package enum AnswerObstacle: Error, Sendable, Hashable {
  /// The vendor declined to answer, which is on file.
  case declined
  /// There are answers by now, which a refusal doesn't take away.
  case answered
  /// The record above is answered as a whole.
  case wholeRecord
  /// Neither a field nor an element stands there.
  case unexpected
  /// The same answer of the same source is on file.
  case repeated
}

/// What an answer adds to a profile.
enum ProfileChange: Sendable, Hashable {
  /// A claim of a value, or that something exists.
  case claim(YAMLTree, evidence: YAMLTree)
  /// The same for an element of a list or a record behind a field.
  case existence(Bool, evidence: YAMLTree)
  /// That a list is whole, once these elements are on it.
  case closure(adding: [YAMLTree], evidence: YAMLTree)
  /// A refusal, with the day.
  case refusal(String, evidence: YAMLTree)
}

extension YAMLTree {
  /// The document with a change at a place.
  func applying(
    _ change: ProfileChange,
    at place: some Collection<ProfilePlace.Step>
  ) throws(AnswerObstacle) -> YAMLTree {
    guard let step = place.first else { return try changed(by: change) }
    let rest = place.dropFirst()
    switch step {
    case .field(let name):
      guard isUnanswered || entries != nil else { throw .unexpected }
      guard !isAnswer else { throw .wholeRecord }
      let value = self[name] ?? .word("unknown")
      return setting(name, try value.applying(change, at: rest))
    case .item(let index):
      let items = items ?? self["items"]?.items ?? []
      guard index < items.count else { throw .unexpected }
      var changed = items
      var element = items[index]
      // What exists is said of an element inside of it, even if nothing else is said.
      if rest.isEmpty, case .existence = change, element.isUnanswered { element = .map([]) }
      changed[index] = try element.applying(change, at: rest)
      return self.items == nil ? setting("items", .list(changed)) : .list(changed)
    }
  }

  private var isAnswer: Bool { Node.answerWords.contains { self[$0] != nil } }

  private func changed(by change: ProfileChange) throws(AnswerObstacle) -> YAMLTree {
    switch change {
    case .claim(let value, let evidence): return try adding(value, evidence)
    case .existence(let exists, let evidence):
      let value = YAMLTree.word(exists ? "true" : "false")
      if entries != nil, !isAnswer {
        return setting("exists", try (self["exists"] ?? .word("unknown")).adding(value, evidence))
      }
      return try adding(value, evidence)
    case .closure(let added, let evidence): return try closed(adding: added, evidence)
    case .refusal(let day, let evidence): return try refused(day, evidence)
    }
  }

  /// One more claim beside those that are there.
  private func adding(
    _ value: YAMLTree,
    _ evidence: YAMLTree
  ) throws(AnswerObstacle) -> YAMLTree {
    let claim = YAMLTree.map(["is": value, "evidence": .list([evidence])])
    if isUnanswered { return .map(["claims": .list([claim])]) }
    if self["declined"] != nil { throw .declined }
    if let claims = self["claims"]?.items {
      if claims.contains(claim) { throw .repeated }
      return setting("claims", .list(claims + [claim]))
    }
    if self["is"] != nil { return .map(["claims": .list([self, claim])]) }
    guard case .scalar = self else { throw .unexpected }
    return .map(["claims": .list([.map(["is": self]), claim])])
  }

  private func closed(
    adding added: [YAMLTree],
    _ evidence: YAMLTree
  ) throws(AnswerObstacle) -> YAMLTree {
    let closing = YAMLTree.map(["evidence": .list([evidence])])
    if isUnanswered { return .map(["items": .list(added), "complete": closing]) }
    if let items { return .map(["items": .list(items + added), "complete": closing]) }
    guard entries != nil else { throw .unexpected }
    if self["declined"] != nil { throw .declined }
    var list = self
    if !added.isEmpty || self["items"] == nil {
      list = setting("items", .list((self["items"]?.items ?? []) + added))
    }
    guard let sources = self["complete"]?["evidence"]?.items else {
      return list.setting("complete", closing)
    }
    if sources.contains(evidence) { throw .repeated }
    return list.setting("complete", .map(["evidence": .list(sources + [evidence])]))
  }

  private func refused(_ day: String, _ evidence: YAMLTree) throws(AnswerObstacle) -> YAMLTree {
    let refusal: KeyValuePairs = ["declined": YAMLTree.text(day), "evidence": .list([evidence])]
    if isUnanswered { return .map(refusal) }
    if self["declined"] != nil { throw .declined }
    throw .answered
  }
}
