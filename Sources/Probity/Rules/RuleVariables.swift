import ProbityCEL

/// The variables that every rule sees, in slot order; those of `for_each` come after them.
package enum RuleVariables {
  /// Their names and types.
  static let types: [(name: String, type: CELType)] = [
    ("vendor", .record("vendor")), ("procurement", .record("procurement")),
    ("params", .record("parameters")), ("as_of", .date),
  ]

  package static var count: Int { types.count }

  /// The names that the rules of a pack may use: these variables, and the vocabulary's sets.
  static func environment(of head: PackHead, _ vocabulary: Vocabulary) -> Environment {
    var catalog = vocabulary.catalog
    catalog.add(
      TypeCatalog.Record(
        name: "parameters",
        fields: head.parameters.map {
          TypeCatalog.Field(name: $0.name, type: $0.type, declaration: $0.span)
        }
      )
    )
    var environment = Environment(catalog: catalog)
    for (name, type) in types { environment.declare(name, type) }
    for set in vocabulary.sets {
      environment.define(
        "sets.\(set.name)",
        .list(.enumeration(set.enumeration)),
        .list(set.codes.map { Value.string($0) }),
        at: set.span
      )
    }
    return environment
  }

  /// Their values for a dossier on a day, by a pack's parameters.
  static func bindings(of dossier: Dossier, pack: String, asOf: CalendarDate) -> [Value] {
    [
      .node(dossier.vendor.root), dossier.procurement.map(Value.node) ?? .null,
      dossier.parameters[pack].map(Value.node) ?? .null, .date(asOf.date),
    ]
  }
}
