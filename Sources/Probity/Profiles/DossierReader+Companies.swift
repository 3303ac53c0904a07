import ProbityCEL
package import ProbityYAML

/// Who belongs to the vendor's group: computed from the relations of all profiles on file.
extension DossierReader {
  /// Adds an unanswered record for each controlled company without a profile.
  mutating func addMissingParties() {
    if dossier.edges.isEmpty { return }
    let known = Set(dossier.files.map(\.vendorID))
    let group = dossier.affiliations.controlled(by: dossier.vendor.vendorID)
    for party in group.subtracting(known).sorted() {
      file = dossier.files.count
      sourcePositions = [:]
      let root = readRecord(nil, type: "vendor", Context(base: party + ":", record: "vendor"))
      dossier.files.append(Dossier.File(vendorID: party, name: party, root: root))
      dossier.companyNames.append((party, party))
    }
  }

  /// Gives the vendor's control group its members: itself and what it controls.
  mutating func fillControlGroups() {
    guard let record = dossier.vocabulary.record("vendor"),
      let slot = record.fields.firstIndex(where: \.isControlGroup)
    else { return }
    let field = record.fields[slot]
    let list = dossier.tree.field(slot, of: dossier.vendor.root).node
    var members = [FactTree.Child(dossier.vendor.root)]
    var closures = closures(ofFile: 0)
    for (position, chain) in controlChains() {
      let existence = addDerived(
        .existence,
        path: "\(field.name)[\(dossier.files[position].vendorID)]",
        chain,
        field
      )
      members.append(FactTree.Child(dossier.files[position].root, existence: existence))
      closures += self.closures(ofFile: position)
    }
    dossier.tree.setElements(of: list, to: members)
    if let closure = dossier.tree.node(list).fact {
      dossier.facts[Int(closure.index)].ground = .derived(closures)
    }
  }

  private mutating func addDerived(
    _ kind: FactTree.FactKind,
    path: String,
    _ parts: [FactID],
    _ field: Vocabulary.Field
  ) -> FactID {
    let fact = dossier.tree.addFact(kind)
    append(
      FactRecord(
        id: fact,
        kind: kind,
        base: path,
        name: "",
        record: "vendor",
        field: field,
        ground: .derived(parts),
        file: 0,
        span: dossier.fact(parts[0]).span
      )
    )
    return fact
  }

  /// The relation lists of a company; a party without a profile has none that could be closed.
  private func closures(ofFile position: Int) -> [FactID] {
    let slot = dossier.vocabulary.record("vendor")?.fields.firstIndex(where: \.isRelationList)
    guard let slot else { return [] }
    let list = dossier.tree.field(slot, of: dossier.files[position].root).node
    return dossier.tree.node(list).fact.map { [$0] } ?? []
  }

  /// Each controlled company with the relations that lead to it, nearest first.
  private func controlChains() -> [(position: Int, chain: [FactID])] {
    if dossier.edges.isEmpty { return [] }
    let affiliations = dossier.affiliations
    var chains: [(position: Int, chain: [FactID])] = []
    var reached: Set = [dossier.vendor.vendorID]
    var waiting: [(company: String, chain: [FactID])] = [(dossier.vendor.vendorID, [])]
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      for (edge, owned) in affiliations.controlEdges(from: next.company) {
        guard reached.insert(owned).inserted,
          let position = dossier.files.firstIndex(where: { $0.vendorID == owned })
        else { continue }
        let chain = next.chain + [edge.existence]
        chains.append((position, chain))
        waiting.append((owned, chain))
      }
    }
    return chains
  }

  /// The companies that a profile names as its relations or as makers of its products.
  static func partiesNamed(in profile: Node) -> [String] {
    let vendor = profile["vendor"]
    let lists =
      [vendor?["relations"]] + (elements(of: vendor?["products"]).map { $0["lineage"] })
    return lists.flatMap { list in
      elements(of: list).compactMap { relation in
        let party = relation["party"]
        return (party?["is"] ?? party)?.scalar?.text
      }
    }
  }

  private static func elements(of list: Node?) -> [Node] {
    list?.items ?? list?["items"]?.items ?? []
  }

  /// Those profiles among some that the relations on file tie to a vendor.
  package static func related(to profile: Node, among others: [Node]) -> [Node] {
    var reached = Set(partiesNamed(in: profile))
    var ids: Set = [vendorID(of: profile)]
    var chosen: [Int] = []
    var grows = true
    while grows {
      grows = false
      for (position, other) in others.enumerated() where !chosen.contains(position) {
        let id = vendorID(of: other)
        let named = partiesNamed(in: other)
        guard !ids.contains(id), reached.contains(id) || named.contains(where: ids.contains)
        else { continue }
        chosen.append(position)
        ids.insert(id)
        reached.formUnion(named)
        grows = true
      }
    }
    return chosen.sorted().map { others[$0] }
  }

  package static func vendorID(of profile: Node) -> String {
    profile["vendor"]?["id"]?.scalar?.text ?? ""
  }
}
