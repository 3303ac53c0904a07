/// A list at run time: elements that are certainly or possibly in it, and whether there are more.
package struct ListValue: Sendable, Hashable {
  /// The elements in order; one may itself be unknown, or a field that is none.
  package private(set) var values: [Value]

  /// For each element the facts that its being there waits for, nil if it certainly is.
  ///
  /// Empty as long as every element is certain.
  private var doubts: [FactSet?] = []

  /// The facts that the list's being complete waits for; nil once it is.
  package var openness: FactSet?

  /// The facts that the order of its elements waits for; nil where each has its place.
  package var disorder: FactSet?

  /// Why it is open whether some element is in it, where that waits for no fact but failed.
  package var fault: EvaluationFault? {
    get { faults.first }
    set { faults = newValue.map { [$0] } ?? [] }
  }

  private var faults: [EvaluationFault] = []

  /// How many elements there are, with those of lists and maps within it.
  ///
  /// A list that is an element twice counts twice: whoever walks the whole walks it twice.
  private(set) var weight = 0

  /// A closed list of certain elements.
  package init(_ values: [Value] = []) {
    self.values = values
    for value in values { weight = weight.added(value.weight) }
  }

  package var count: Int { values.count }

  /// Whether elements, their number and their places are all certain.
  package var isPlain: Bool { openness == nil && doubts.isEmpty && disorder == nil }

  /// Whether it is complete and all its elements are certain, in whatever order.
  var hasCertainElements: Bool { openness == nil && doubts.isEmpty }

  /// Whether its elements stand one after the other as they are listed, those that are there.
  var isOrdered: Bool { openness == nil && disorder == nil }

  /// The elements that are certainly there.
  package var certainCount: Int { doubts.isEmpty ? count : doubts.count { $0 == nil } }

  /// The facts that an element's being there waits for; nil if it certainly is there.
  package func doubt(at index: Int) -> FactSet? { doubts.isEmpty ? nil : doubts[index] }

  /// Adds an element that is there, or that may be, once some facts are known.
  package mutating func append(_ value: Value, doubt: FactSet? = nil) {
    if doubts.isEmpty, doubt != nil {
      doubts = Array(repeating: nil, count: values.count)
      doubts.append(doubt)
    } else if !doubts.isEmpty {
      doubts.append(doubt)
    }
    values.append(value)
    weight = weight.added(value.weight)
  }

  /// Adds all elements of another list; the result is open if either is.
  package mutating func append(contentsOf other: ListValue) {
    for index in other.values.indices {
      append(other.values[index], doubt: other.doubt(at: index))
    }
    if let further = other.openness { openness = openness?.union(further) ?? further }
    if let further = other.disorder { disorder = disorder?.union(further) ?? further }
    fault = fault ?? other.fault
  }

  /// The facts that further elements wait for; nil where there are none, or where only a failure
  /// keeps it open whether there are.
  package var waitsForMore: FactSet? {
    guard let openness else { return nil }
    return openness.isEmpty && fault != nil ? nil : openness
  }

  /// Whether it certainly has no element.
  package var isEmpty: Bool { values.isEmpty && openness == nil }

  /// The same elements from the last to the first.
  var reversed: ListValue {
    var list = self
    list.values = values.reversed()
    list.doubts = doubts.reversed()
    return list
  }

  /// The facts that it waits for which element stands where.
  var waitsForPlaces: FactSet { disorder.map(waitsForCount.union) ?? waitsForCount }

  /// The facts that the number of elements waits for.
  package var waitsForCount: FactSet {
    var facts = openness ?? FactSet()
    for doubt in doubts { if let doubt { facts.formUnion(doubt) } }
    return facts
  }
}

extension Value {
  /// How many values it takes to walk the whole of it.
  var weight: Int {
    switch self {
    case .list(let list): list.weight.added(1)
    case .map(let map): map.weight.added(1)
    case .optional(let value?): value.weight.added(1)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .date, .timestamp, .duration, .type,
      .optional(nil), .node, .unknown, .error:
      1
    }
  }
}

extension Int {
  /// The sum, or the largest number where it does not fit.
  func added(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
