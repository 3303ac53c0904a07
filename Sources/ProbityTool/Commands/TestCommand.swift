import ArgumentParser
import Probity
import ProbityReports
import ProbityText

/// `probity test`: runs the examples of rules and the suites beside them.
struct TestCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of rules and suites of tests, and say what no test shows.",
    usage: "probity test [<rules> ...] [<options>]",
    discussion: """
      Runs the examples in rules, and the tests in files named x.test.yaml beside them. With \
      --coverage it says of each condition of a rule whether a test shows each of its answers (yes, \
      no, not known) deciding: where another answer to this condition alone would change what comes \
      of the rule. What is missing is written out as tests to paste.

      Exit codes: 0 all passed; 1 a test failed, or the coverage is below --threshold; 2 rules or \
      suites that can't be read; 64 wrong command line.
      """
  )

  @Argument(help: "Rule files or folders of them (default: all of --rules).")
  var paths: [String] = []

  @Option(help: "The folder of rules and vocabulary (default: $PROBITY_RULES, else rules).")
  var rules: String?

  @Flag(help: "Say which answers to which conditions no test shows deciding.")
  var coverage = false

  @Option(help: "With --coverage: fail below so many of 100.")
  var threshold: Int?

  @Option(help: "text or json.")
  var format = Format.text

  @Option(help: "The language of labels and headings: en, fr or es.")
  var lang = "en"

  mutating func validate() throws {
    if !["en", "fr", "es"].contains(lang) {
      throw ValidationError("--lang must be en, fr or es; `\(lang)` is neither")
    }
    if let threshold {
      if !coverage { throw ValidationError("--threshold needs --coverage") }
      if !(0...100).contains(threshold) {
        throw ValidationError("--threshold must be from 0 to 100; `\(threshold)` is not")
      }
    }
  }

  mutating func run() throws {
    let subject = RulesUnderTest.read(paths, rules: rules)
    var faults = subject.faults
    let bench = TestBench(subject.rulebook)
    var suites: [RuleTest] = []
    if faults.isFreeOfErrors {
      for suite in subject.suites {
        suites += SuiteReader.tests(in: suite, on: bench, into: &faults)
      }
    }
    if faults.isFreeOfErrors, subject.rules.isEmpty {
      faults.append(
        Diagnostic(.error, id: "test.no-rule", "there is no rule among the files", at: nil)
      )
    }
    guard faults.isFreeOfErrors else {
      Terminal.complain(about: faults)
      throw ExitStatus.noDecision
    }
    let run = bench.run(
      subject.rules,
      suites: suites,
      measuringCoverage: coverage,
      writingMissing: coverage
    )
    for result in run.results {
      for diagnostic in result.diagnostics { faults.append(diagnostic) }
    }
    Terminal.complain(about: faults)
    let report = TestReport(run, threshold: threshold, language: lang)
    switch format {
    case .text: Terminal.write(report.text(width: Terminal.width))
    case .json: Terminal.write(report.json.text)
    }
    throw run.isGood(threshold: threshold) ? ExitStatus.pass : .fail
  }
}
