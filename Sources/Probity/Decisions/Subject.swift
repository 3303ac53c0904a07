package import ProbityCEL

/// What a rule ran on: the vendor, or one element of each list that the rule runs over.
package struct Subject: Sendable {
  /// One node a variable, in the order of `for_each`.
  package var nodes: [NodeID] = []
  /// Facts that must hold for the subject to exist.
  package var existence: [FactID] = []
  /// The path of the innermost element, or of the list whose unnamed rest this is.
  package var path: String
  /// The closure that is missing, if this is the unnamed rest of a list.
  package var openList: FactID?
  /// Closures that show that there is no subject at all.
  package var emptyLists: [FactID] = []

  /// The list that a step of `for_each` runs over.
  func list(of step: Rule.ScopeStep, in dossier: Dossier) -> NodeID {
    let variable = step.base - RuleVariables.count
    var node =
      variable >= 0 ? nodes[variable] : Self.root(RuleVariables.types[step.base].name, of: dossier)
    for slot in step.slots { node = dossier.tree.field(slot, of: node).node }
    return node
  }

  /// Where a path begins that does not begin with a variable of `for_each`.
  private static func root(_ name: String, of dossier: Dossier) -> NodeID {
    guard name == "procurement" else { return dossier.vendor.root }
    guard let procurement = dossier.procurement else {
      preconditionFailure("every dossier has a buyer's side, if only of open questions")
    }
    return procurement
  }
}

/// Finds what a rule has to run on in a dossier.
package struct SubjectSearch {
  private let dossier: Dossier
  private let rule: Rule
  private let clear: Resolution
  private var found: [Subject] = []
  private var empty: [FactID] = []

  /// Every subject of a rule; a list that is not closed at the clear standard adds its rest.
  package static func subjects(
    of rule: Rule,
    in dossier: Dossier,
    clear: Resolution
  ) -> [Subject] {
    guard !rule.scope.isEmpty else { return [Subject(path: "vendor")] }
    var search = SubjectSearch(dossier: dossier, rule: rule, clear: clear)
    search.walk(step: 0, Subject(path: "vendor"))
    guard search.found.isEmpty else { return search.found }
    var nothing = Subject(path: rule.scope.map(\.path).joined(separator: ", "))
    nothing.emptyLists = search.empty
    return [nothing]
  }

  private init(dossier: Dossier, rule: Rule, clear: Resolution) {
    self.dossier = dossier
    self.rule = rule
    self.clear = clear
  }

  private mutating func walk(step: Int, _ subject: Subject) {
    guard step < rule.scope.count else {
      found.append(subject)
      return
    }
    let list = subject.list(of: rule.scope[step], in: dossier)
    guard let closure = dossier.tree.node(list).fact else { return }
    for child in dossier.tree.children(of: list) {
      walk(step: step + 1, extended(subject, by: child))
    }
    if clear.view.isClosed(closure) {
      empty.append(closure)
    } else {
      var rest = subject
      rest.openList = closure
      rest.path = dossier.fact(closure).path
      found.append(rest)
    }
  }

  private func extended(_ subject: Subject, by child: FactTree.Child) -> Subject {
    var next = subject
    next.nodes.append(child.node)
    if let existence = child.existence {
      next.existence.append(existence)
      next.path = dossier.fact(existence).path
    }
    return next
  }
}
