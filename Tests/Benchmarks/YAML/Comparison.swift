import CLibYAML
import Glibc
import ProbityText
import ProbityYAML

/// Both readers on one workload, by turns, so that what else the machine does meets both.
struct Comparison: CustomStringConvertible {
  private static let rounds = 15

  private let workload: Workload
  private var libyaml: [Double] = []
  private var probity: [Double] = []

  init(of workload: Workload) {
    self.workload = workload
    // A round takes at least about 50 ms: small files are read often.
    let repeats = max(1, 4_000_000 / workload.byteCount)
    for _ in 0..<Self.rounds {
      libyaml.append(seconds(repeats) { countEvents(in: $0) })
      probity.append(seconds(repeats) { read($0) })
    }
  }

  var description: String {
    let ratios = zip(libyaml, probity).map { $0 / $1 }.sorted()
    let columns = [
      workload.name.padded(to: 26), decimal(Double(workload.byteCount) / 1e6).leftPadded(to: 6),
      speed(libyaml).leftPadded(to: 14), speed(probity).leftPadded(to: 14),
    ]
    let spread = [ratios.first, ratios[ratios.count / 2], ratios.last].compactMap(\.self)
    return columns.joined() + "  " + spread.map(decimal).joined(separator: " / ")
  }

  /// The processor time of one pass over the workload.
  private func seconds(_ repeats: Int, _ body: ([UInt8]) -> Int) -> Double {
    let start = clock()
    var sum = 0
    for _ in 0..<repeats {
      for file in workload.files { sum += body(file) }
    }
    let time = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    precondition(sum > 0, "every file of a workload must be sound")
    return time / Double(repeats)
  }

  private func speed(_ times: [Double]) -> String {
    decimal(Double(workload.byteCount) / 1e6 / times.sorted()[times.count / 2])
  }
}

/// From bytes to a checked document with places.
private func read(_ bytes: [UInt8]) -> Int {
  var diagnostics = DiagnosticList()
  let source = SourceText(name: "benchmark.yaml", bytes: bytes)
  let node = YAMLDocument.read(source, into: &diagnostics)
  precondition(node != nil, Excerpt.text(for: diagnostics.sorted))
  return 1
}

/// libyaml alone: makes and frees every event, and looks at none.
private func countEvents(in bytes: [UInt8]) -> Int {
  var parser = unsafe yaml_parser_t()
  unsafe yaml_parser_initialize(&parser)
  defer { unsafe yaml_parser_delete(&parser) }
  return unsafe bytes.withUnsafeBufferPointer { input in
    unsafe yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
    var count = 0
    var isDone = false
    while !isDone {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(&parser, &event) == 1 else { return 0 }
      isDone = unsafe event.type == YAML_STREAM_END_EVENT
      count += 1
      unsafe yaml_event_delete(&event)
    }
    return count
  }
}

private func decimal(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let fraction = hundredths % 100
  return "\(hundredths / 100)." + (fraction < 10 ? "0" : "") + "\(fraction)"
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
