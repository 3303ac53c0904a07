import ProbityCEL
import Testing

@testable import Probity

@Test func `every field of the shipped vocabulary has a type that is checked beforehand`() throws {
  let vocabulary = try ShippedFiles.rulebook().vocabulary
  let fields = vocabulary.records.flatMap { record in
    record.fields.map { (name: "\(record.name).\($0.name)", type: $0.type) }
  }
  #expect(fields.count > 100)
  #expect(fields.filter { $0.type.description.contains("dyn") }.map(\.name) == [])
}
