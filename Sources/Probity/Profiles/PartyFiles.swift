import ProbityText
import ProbityYAML

/// Of many profiles those that may have to do with one vendor, so that only these are read.
///
/// A profile is tied to another by an id that stands in both. Where an id is not even among the
/// bytes of a file nothing in the file can name it: no file is left out that would have counted.
struct PartyFiles {
  private var waiting: [(position: Int, document: SourceDocument)]
  private var read: [(position: Int, node: Node)] = []
  private var names: Set<String> = []

  init(_ documents: [SourceDocument]) {
    waiting = documents.enumerated().map { ($0.offset, $0.element) }
  }

  /// The profiles that mention a vendor or a company that it names, and so on, in their order.
  mutating func profiles(
    around vendor: Node,
    into diagnostics: inout DiagnosticList
  ) -> [Node] {
    note(vendor)
    var grows = true
    while grows {
      grows = false
      let candidates = waiting.filter { mentionsAny($0.document.source) }
      waiting.removeAll { waiting in candidates.contains { $0.position == waiting.position } }
      for (position, document) in candidates {
        guard let node = document.node(of: [.profile], into: &diagnostics)?.node else { continue }
        read.append((position, node))
        note(node)
        grows = true
      }
    }
    return read.sorted { $0.position < $1.position }.map(\.node)
  }

  private mutating func note(_ profile: Node) {
    names.insert(DossierReader.vendorID(of: profile))
    names.formUnion(DossierReader.partiesNamed(in: profile))
    names.remove("")
  }

  /// Where characters may be written by their numbers anything may be meant.
  private func mentionsAny(_ source: SourceText) -> Bool {
    source.mentions(anyOf: names + ["\\"])
  }
}
