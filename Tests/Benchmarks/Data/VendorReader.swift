import ProbityCEL
import ProbityYAML

/// Makes the tree of one profile: all lists closed, everything that is not there known to be none.
///
/// Each fact has an evidence level: 2 to 4 where a rule may ask for it, 0 to 4 elsewhere.
struct VendorReader {
  private let fieldsRead: Set<FieldName>
  private var vendor = BenchmarkVendor()
  private var faults: [String] = []

  static func vendor(from node: Node, fieldsRead: Set<FieldName>) throws -> BenchmarkVendor {
    var reader = VendorReader(fieldsRead: fieldsRead)
    reader.vendor.id = node["id"]?.scalar?.text ?? ""
    reader.vendor.root = reader.record(node, "vendor")
    guard reader.faults.isEmpty else {
      throw BenchmarkFolder.Fault(description: reader.faults.joined(separator: "\n"))
    }
    return reader.vendor
  }

  private init(fieldsRead: Set<FieldName>) { self.fieldsRead = fieldsRead }

  private mutating func record(_ node: Node?, _ type: String) -> NodeID {
    let fields = BenchmarkVocabulary.catalog.records[type]?.fields ?? []
    let names = Set(fields.map(\.name))
    for entry in node?.entries ?? [] where !names.contains(entry.name) {
      faults.append("\(entry.key.span): `\(type)` has no field `\(entry.name)`")
    }
    let children = fields.map { field in
      child(
        node?[field.name],
        field.type,
        isGiven: node != nil,
        isRead: fieldsRead.contains(FieldName(record: type, field: field.name))
      )
    }
    return vendor.tree.addRecord(children)
  }

  private mutating func child(
    _ node: Node?,
    _ type: CELType,
    isGiven: Bool,
    isRead: Bool
  ) -> FactTree.Child {
    switch type {
    case .record(let name):
      let existence = vendor.tree.addFact(.existence)
      know(node == nil ? .absent : .known(.bool(true)), isRead: true)
      let record = record(node, name)
      vendor.tree.endFacts(below: existence)
      return FactTree.Child(record, existence: existence)
    case .list(let element):
      let elements = (node?.items ?? []).map {
        child($0, element, isGiven: true, isRead: isRead)
      }
      let list = vendor.tree.addList(elements)
      know(.known(.bool(true)), isRead: true)
      return FactTree.Child(list)
    default:
      let leaf = vendor.tree.addScalar()
      know(isGiven ? node.map { state($0, type) } ?? .absent : .unknown, isRead: isRead)
      return FactTree.Child(leaf)
    }
  }

  private mutating func know(_ state: FactView.State, isRead: Bool) {
    let number = UInt64(vendor.states.count) &* 0x9E37_79B9_7F4A_7C15 >> 33
    vendor.levels.append(UInt8(isRead ? 2 + number % 3 : number % 5))
    vendor.states.append(state)
  }

  /// The first second of a day in UTC, which is all that the profiles have.
  private func midnight(_ text: String) -> Timestamp? {
    guard text.hasSuffix("T00:00:00Z"), let day = PartialDate(String(text.dropLast(10))) else {
      return nil
    }
    return Timestamp(seconds: Int64(day.firstDay) * 86_400)
  }

  private mutating func state(_ node: Node, _ type: CELType) -> FactView.State {
    switch (node.scalar?.value, type) {
    case (.bool(let bool)?, .bool): return .known(.bool(bool))
    case (.int(let int)?, .int): return .known(.int(int))
    case (.string(let text)?, .string): return .known(.string(text))
    case (.string(let text)?, .timestamp):
      if let midnight = midnight(text) { return .known(.timestamp(midnight)) }
    case (.string(let code)?, .enumeration(let name)):
      if BenchmarkVocabulary.catalog.enumerations[name]?.codes.contains(code) == true {
        return .known(.string(code))
      }
    default: break
    }
    faults.append("\(node.span): \(node.kindInWords) is not of type \(type)")
    return .unknown
  }
}
