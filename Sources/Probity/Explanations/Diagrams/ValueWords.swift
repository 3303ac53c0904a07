import ProbityCEL
import ProbityText

/// Tells values shortly: records by what they are called, lists by their elements.
struct ValueWords {
  /// Cells that the elements of a list may take; the first one is told in any case.
  private static let listWidth = 30

  let dossier: Dossier
  let view: FactView

  func text(_ value: Value, _ type: CELType) -> String {
    switch value {
    case .node(let node): text(node)
    case .list(let list): text(list, type)
    case .unknown: "unknown"
    case .error: "error"
    default: simple(value, type)
    }
  }

  private func simple(_ value: Value, _ type: CELType) -> String {
    let page = ValuePrinter.page(
      of: value,
      type: type,
      tree: dossier.tree,
      view: view,
      catalog: dossier.vocabulary.catalog,
      limit: 4096
    )
    return page?.text ?? "…"
  }

  private func text(_ list: ListValue, _ type: CELType) -> String {
    let element: CELType
    if case .list(let inner) = type { element = inner } else { element = .dyn }
    let elements = list.values.enumerated().map { place, value in
      text(value, element) + (list.doubt(at: place) == nil ? "" : "?")
    }
    return brackets(elements, isOpen: list.openness != nil)
  }

  private func brackets(_ elements: [String], isOpen: Bool) -> String {
    var parts: [String] = []
    var taken = 0
    for element in elements {
      taken += displayWidth(of: element) + 2
      if !parts.isEmpty, taken > Self.listWidth { break }
      parts.append(element)
    }
    let more = elements.count - parts.count
    if more > 0 { parts.append("… +\(more)") }
    if isOpen { parts.append("...") }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  // MARK: Records and lists of the tree

  private func text(_ node: NodeID) -> String {
    switch dossier.tree.node(node).kind {
    case .record: return name(of: node)
    case .scalar: return "?"
    case .list: break
    }
    let elements = dossier.tree.children(of: node).compactMap(element)
    let isClosed = dossier.tree.node(node).fact.map(view.isClosed) ?? true
    return brackets(elements, isOpen: !isClosed)
  }

  /// An element of a list; nil if it is certainly not there.
  private func element(_ child: FactTree.Child) -> String? {
    let existence = child.existence.map { view.existence($0, in: dossier.tree) } ?? .yes
    guard existence != .no else { return nil }
    let node = dossier.tree.node(child.node)
    let doubt = existence == .yes ? "" : "?"
    guard node.kind == .scalar, let fact = node.fact else { return key(of: child.node) + doubt }
    switch view.state(of: fact) {
    case .unknown: return "unknown" + doubt
    case .absent: return nil
    case .known(let value): return simple(value, .dyn) + doubt
    }
  }

  /// The last step of a record's path, such as `capabilities[alerting]`.
  private func name(of node: NodeID) -> String {
    guard let base = base(of: node) else { return "{...}" }
    guard let step = lastStep(of: base), !step.isEmpty else { return "vendor" }
    return step
  }

  /// What stands in brackets of a record's path.
  private func key(of node: NodeID) -> String {
    guard let base = base(of: node), base.hasSuffix("]") else { return "{...}" }
    let step = lastStep(of: base) ?? base
    return step.firstIndex(of: "[").map { String(step[step.index(after: $0)...].dropLast()) }
      ?? step
  }

  /// The path of a record: what its fields' facts stand in.
  private func base(of node: NodeID) -> String? {
    for child in dossier.tree.children(of: node) {
      if let fact = child.existence ?? dossier.tree.node(child.node).fact {
        let record = dossier.fact(fact)
        if !record.name.isEmpty { return record.base }
      }
    }
    return nil
  }

  /// The part of a path behind the last dot that stands outside of brackets.
  private func lastStep(of path: String) -> String? {
    var depth = 0
    var start = path.startIndex
    for index in path.indices {
      switch path[index] {
      case "[": depth += 1
      case "]": depth -= 1
      case "." where depth == 0: start = path.index(after: index)
      default: break
      }
    }
    return String(path[start...])
  }
}
