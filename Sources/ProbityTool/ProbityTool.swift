import ArgumentParser
import ProbityReports

/// The command line: reads, asks the library, writes, and says how it went by its exit code.
@main
struct ProbityTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probity",
    abstract: "May a public body buy this surveillance product? Decides, and shows why.",
    discussion: """
      Exit codes: 0 pass, 1 fail, 2 no decision was made (bad input or a fault), \
      3 undetermined, 64 wrong command line.
      """,
    version: "probity \(probityVersion)",
    subcommands: [
      Check.self, Explain.self, Eval.self, QuestionnaireCommand.self, AnswersCommand.self,
      TestCommand.self, LintCommand.self,
    ]
  )

  /// Nothing but a decided fail exits 1: whatever is thrown ends here.
  static func main() {
    RulesFolder.readAhead(for: CommandLine.arguments)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      status.exit()
    } catch {
      exitForParsing(error)
    }
  }

  /// Help and version succeed; everything else that parsing throws is a wrong command line.
  private static func exitForParsing(_ error: any Error) {
    let isHelp = exitCode(for: error).isSuccess
    let message = fullMessage(for: error)
    if !message.isEmpty {
      if isHelp { Terminal.write(message + "\n") } else { Terminal.complain(message + "\n") }
    }
    (isHelp ? ExitStatus.pass : .usage).exit()
  }
}
