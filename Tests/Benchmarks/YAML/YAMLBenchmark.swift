import Foundation

/// Compares reading documents with libyaml's own loop over the events of the same bytes.
///
/// Arguments are files or folders of YAML; without any, the shipped profiles are read, each as it
/// is and all together as one large list.
@main
enum YAMLBenchmark {
  static func main() {
    let paths = Array(CommandLine.arguments.dropFirst())
    let workloads = paths.isEmpty ? Workload.shipped : paths.map(Workload.init(path:))
    print("workload                      MB  libyaml MB/s  Probity MB/s  ratio min/median/max")
    for workload in workloads where workload.byteCount > 0 {
      print(Comparison(of: workload).description)
    }
  }
}

/// Files that are read one after another.
struct Workload {
  var name: String
  var files: [[UInt8]]
  var byteCount: Int { files.reduce(0) { $0 + $1.count } }
}

extension Workload {
  init(path: String) {
    let files = Self.files(at: URL(fileURLWithPath: path))
    self.init(name: String(path.suffix(26)), files: files)
  }

  /// The shipped profiles as they are, and repeated in one list of at least 1 and 4 MB.
  static var shipped: [Workload] {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let files = files(at: root.appendingPathComponent("vendors"))
    return [
      Workload(name: "shipped profiles", files: files),
      Workload(name: "one list of 1 MB", files: [list(of: files, atLeast: 1_000_000)]),
      Workload(name: "one list of 4 MB", files: [list(of: files, atLeast: 4_000_000)]),
    ]
  }

  private static func files(at url: URL) -> [[UInt8]] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    let urls = names.map { $0.map { url.appendingPathComponent($0) } } ?? [url]
    return urls.filter { $0.pathExtension == "yaml" }.compactMap { try? Data(contentsOf: $0) }
      .map { [UInt8]($0) }
  }

  private static func list(of files: [[UInt8]], atLeast count: Int) -> [UInt8] {
    var list: [UInt8] = []
    while list.count < count, !files.isEmpty {
      for file in files {
        list += "-\n".utf8
        for line in file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
          if !line.isEmpty { list += "  ".utf8 }
          list += line
          list.append(UInt8(ascii: "\n"))
        }
      }
    }
    return list
  }
}
