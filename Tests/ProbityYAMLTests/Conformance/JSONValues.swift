import Foundation
import ProbityYAML

/// Whether a node has a JSON value; keys of JSON are texts whatever they look like.
func isEqual(_ node: Node, _ json: Any) -> Bool {
  switch node.content {
  case .sequence(let items):
    guard let list = json as? [Any], list.count == items.count else { return false }
    return zip(items, list).allSatisfy { isEqual($0, $1) }
  case .mapping(let entries):
    guard let object = json as? [String: Any], object.count == entries.count else { return false }
    return entries.allSatisfy { entry in
      object[entry.name].map { isEqual(entry.value, $0) } ?? false
    }
  case .scalar(let scalar): return isEqual(scalar.value, json)
  }
}

private func isEqual(_ value: CoreValue, _ json: Any) -> Bool {
  switch value {
  case .null: json is NSNull
  case .bool(let value): (json as? Bool) == value
  case .int(let value): (json as? NSNumber)?.int64Value == value
  case .float(let value): (json as? NSNumber)?.doubleValue == value
  case .string(let value): (json as? String).map { $0.utf8.elementsEqual(value.utf8) } ?? false
  case .intOverflow: false
  }
}
