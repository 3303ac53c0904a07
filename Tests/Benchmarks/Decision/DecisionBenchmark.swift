import BenchmarkData
import Glibc

/// Measures decisions on generated profiles, and that each of them is right.
///
/// Arguments are the folder that `prepare.py` has filled and, beside peers, `--json`.
@main
enum DecisionBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let path = arguments.first else {
      print("usage: DecisionBenchmark FOLDER [--json]")
      exit(64)
    }
    let benchmark = try BenchmarkCase(BenchmarkFolder(path: path), vendors: 400)
    guard Agreement(benchmark).isComplete else { exit(1) }
    if arguments.contains("--json") {
      Report(benchmark).printJSON()
    } else {
      try Report(benchmark).printTables()
    }
  }
}
