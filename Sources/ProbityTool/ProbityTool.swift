import ArgumentParser

@main
struct ProbityTool: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "probity")
}
