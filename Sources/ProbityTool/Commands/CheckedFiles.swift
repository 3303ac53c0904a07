import Probity
import ProbityText

/// Files that are examined, with the rules that they need.
struct CheckedFiles {
  /// Those that were named, or lie in folders that were.
  let named: [SourceDocument]
  /// The other files of the folder of rules.
  let others: [SourceDocument]
  /// Paths that can't be read.
  let faults: DiagnosticList

  /// Reads what stands at paths, without any the folder of rules.
  ///
  /// A vocabulary among it means that the rules are complete; else that folder is read as well.
  static func read(_ paths: [String], rules folder: String?) -> CheckedFiles {
    let usual = folder ?? Terminal.environment("PROBITY_RULES") ?? "rules"
    var inputs = Inputs()
    var read: Set<String> = []
    let named = documents(at: paths.isEmpty ? [usual] : paths, &inputs, &read)
    let isWhole = named.contains { $0.format == .vocabulary }
    // An error is not told twice: where nothing was read there is nothing to complete.
    let others =
      isWhole || !inputs.diagnostics.isFreeOfErrors ? [] : documents(at: [usual], &inputs, &read)
    return CheckedFiles(named: named, others: others, faults: inputs.diagnostics)
  }

  private static func documents(
    at paths: [String],
    _ inputs: inout Inputs,
    _ read: inout Set<String>
  ) -> [SourceDocument] {
    let files = paths.flatMap { inputs.someFiles(at: $0, recursive: true) }
    let fresh = files.filter { read.insert(inputs.identity(of: $0)).inserted }
    return fresh.compactMap { inputs.text(at: $0) }.map { SourceDocument($0) }
  }
}
