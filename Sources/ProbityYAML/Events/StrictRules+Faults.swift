extension StrictRules {
  /// What the rules refuse; the raw value is the end of the diagnostic's id.
  enum Fault: String {
    case anchorName = "anchor-name"
    case continuation = "continuation-indentation"
    case directive = "directive"
    case gluedComment = "comment-without-blank"
    case gluedQuestionMark = "question-mark"
    case leadingLine = "leading-empty-line"
    case loneDash = "lone-dash"
    case tab = "tab-indentation"
    case valueIndentation = "value-indentation"

    var message: String {
      switch self {
      case .anchorName: "the name of an anchor must be of letters, digits, `_` and `-` alone"
      case .continuation:
        "the further lines of a quoted text or a bracket must be indented deeper than the key or "
          + "dash that they belong to"
      case .directive: "directives such as `%YAML` are not read"
      case .gluedComment: "a blank must stand before the `#` of a comment"
      case .gluedQuestionMark: "within brackets a text must not begin with `?`"
      case .leadingLine:
        "an empty line at the start of a block text must not be longer than the indentation of "
          + "the text"
      case .loneDash: "within brackets a text must not be a lone `-`"
      case .tab: "lines must be indented with spaces; this one begins with a tab"
      case .valueIndentation:
        "a value must be indented deeper than the key or dash that it belongs to"
      }
    }

    var help: String? {
      switch self {
      case .anchorName: "put a blank behind the name"
      case .continuation, .valueIndentation: "put two more spaces at the start of the line"
      case .directive: "remove the line"
      case .gluedComment: "put a blank before it, or put the text in quotes"
      case .gluedQuestionMark, .loneDash: "put the text in quotes"
      case .leadingLine: "remove the blanks of the empty line"
      case .tab: "use spaces"
      }
    }
  }
}
