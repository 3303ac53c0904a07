package import ProbityCEL

/// Who is tied to whom by the relations on file: the ground of interest and of independence.
///
/// A relation that is merely alleged already makes an interest; an accuser loses independence
/// only through a relation that is established at the standard of clearing.
package struct Affiliations: Sendable {
  /// One company's tie to another, as somebody claims it.
  package struct Edge: Sendable, Hashable {
    package enum Tie: String, Sendable, CaseIterable {
      /// The other company controls this one.
      case owner
      /// This company controls the other one.
      case owned
      /// The other company made the product.
      case maker
    }

    package var subject: String
    package var tie: Tie
    package var party: String
    /// The fact that the relation exists.
    package var existence: FactID

    package init(subject: String, tie: Tie, party: String, existence: FactID) {
      self.subject = subject
      self.tie = tie
      self.party = party
      self.existence = existence
    }
  }

  private(set) var edges: [Edge]
  /// What a company may be called, folded, and its id.
  private var idsByName: [String: String] = [:]

  package init(edges: [Edge], names: [(id: String, name: String)]) {
    self.edges = edges
    for id in edges.flatMap({ [$0.subject, $0.party] }) { idsByName[foldedName(id)] = id }
    for (id, name) in names { idsByName[foldedName(name)] = id }
    for (id, _) in names { idsByName[foldedName(id)] = id }
  }

  /// The company that speaks in a source, by its stated interest or its publisher's name.
  package func party(of source: Source, vendor: String) -> String? {
    party(source.interest, by: source.publisher.map(foldedName), vendor: vendor)
  }

  /// The same where the publisher's name was folded before, for all companies at once.
  func party(
    _ interest: Source.Interest?,
    by publisher: String?,
    vendor: String
  ) -> String? {
    if let publisher, let id = idsByName[publisher] { return id }
    switch interest {
    case .vendor: return vendor
    case .party(let id): return id
    case .none?, nil: return nil
    }
  }

  /// The companies that control a company, itself included.
  package func controllers(of company: String) -> Set<String> {
    closure(of: company) { edge in
      switch edge.tie {
      case .owner: (edge.subject, edge.party)
      case .owned: (edge.party, edge.subject)
      case .maker: nil
      }
    }
  }

  /// The companies that a company controls, itself included.
  package func controlled(by company: String) -> Set<String> {
    closure(of: company) { edge in
      switch edge.tie {
      case .owner: (edge.party, edge.subject)
      case .owned: (edge.subject, edge.party)
      case .maker: nil
      }
    }
  }

  /// The vendor, whoever controls it, is controlled by it or shares its controller, and makers.
  package func interestedGroup(of company: String) -> Set<String> {
    if edges.isEmpty { return [company] }
    var group: Set<String> = []
    for controller in controllers(of: company) {
      group.formUnion(controlled(by: controller))
    }
    for edge in edges where edge.tie == .maker && group.contains(edge.subject) {
      group.insert(edge.party)
    }
    return group
  }

  /// The same ties without those that a condition does not hold for.
  package func keeping(_ condition: (Edge) -> Bool) -> Affiliations {
    var kept = self
    kept.edges = edges.filter(condition)
    return kept
  }

  /// Whether no company is tied to another one.
  var isEmpty: Bool { edges.isEmpty }

  /// The control ties through which a company reaches those that it controls, nearest first.
  package func controlEdges(from company: String) -> [(edge: Edge, owned: String)] {
    edges.compactMap { edge in
      switch edge.tie {
      case .owner: edge.party == company ? (edge, edge.subject) : nil
      case .owned: edge.subject == company ? (edge, edge.party) : nil
      case .maker: nil
      }
    }
  }

  private func closure(of company: String, step: (Edge) -> (from: String, to: String)?) -> Set<
    String
  > {
    var reached: Set = [company]
    var grows = !edges.isEmpty
    while grows {
      grows = false
      for edge in edges {
        guard let (from, to) = step(edge), reached.contains(from) else { continue }
        if reached.insert(to).inserted { grows = true }
      }
    }
    return reached
  }
}

/// Company names compared without case, blanks and hyphens; legal forms are left to screening.
func foldedName(_ name: String) -> String {
  if let folded = foldedASCII(name) { return folded }
  return name.lowercased().split { $0.isWhitespace || $0 == "-" }.joined(separator: " ")
}

/// The same for names in ASCII, which most are, without a look at any property of Unicode.
private func foldedASCII(_ name: String) -> String? {
  var folded: [UInt8] = []
  folded.reserveCapacity(name.utf8.count)
  var isBetweenWords = false
  for byte in name.utf8 {
    switch byte {
    case 0x80...: return nil
    case 0x09...0x0D, UInt8(ascii: " "), UInt8(ascii: "-"): isBetweenWords = true
    default:
      if isBetweenWords, !folded.isEmpty { folded.append(UInt8(ascii: " ")) }
      isBetweenWords = false
      let isUppercase = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      folded.append(isUppercase ? byte | 0x20 : byte)
    }
  }
  return String(decoding: folded, as: UTF8.self)
}
