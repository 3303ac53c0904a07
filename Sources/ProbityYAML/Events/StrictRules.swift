import ProbityText

/// Refuses what libyaml 0.2.5 reads although YAML 1.2 forbids it or reads it otherwise.
///
/// All that the rules need are the places of the events and the text between them.
struct StrictRules {
  /// A collection whose end was not yet read.
  private struct Open {
    let isFlow: Bool
    let isMapping: Bool

    /// The column, from 0, of the innermost block collection from here outwards; -1 outside all.
    let column: Int
    var expectsKey: Bool
  }

  private let source: SourceText

  /// The innermost collection, and those around it.
  private var top = Open(isFlow: false, isMapping: false, column: -1, expectsKey: false)
  private var outer: [Open] = []

  /// Whether anything was refused; what libyaml says later may then be a consequence only.
  private(set) var hasRefused = false

  /// Past the last byte that belongs to an event.
  private var last = 0

  init(_ source: SourceText) {
    self.source = source
  }

  private var isInFlow: Bool { top.isFlow }
  private var column: Int { top.column }

  /// Checks the next event and the text before it.
  @inline(__always)
  mutating func check(_ event: Event, in layout: Layout, into diagnostics: inout DiagnosticList) {
    let gap = last..<max(last, event.range.lowerBound)
    let before = last..<max(last, event.content)
    let marks = layout.marks(in: last..<max(before.upperBound, event.endOfDirectives))
    if marks.contains(.comment) { checkComments(in: before, layout, into: &diagnostics) }
    if marks.contains(.percent) {
      checkDirectives(before: event.endOfDirectives, in: layout, into: &diagnostics)
    }
    if isInFlow {
      if marks.contains(.question) { checkQuestionMarks(in: gap, layout, into: &diagnostics) }
      if marks.contains(.lineBreak) {
        checkLines(before, layout, skippingComments: true, into: &diagnostics)
      }
    } else {
      let hasMark = marks.contains(.question) && !layout.questionMarks(in: gap).isEmpty
      checkColumn(of: event, layout, hasMark: hasMark, into: &diagnostics)
    }
    checkName(of: event, layout, into: &diagnostics)
    checkContent(of: event, layout, into: &diagnostics)
    follow(event, in: layout)
    last = max(last, event.range.upperBound)
  }

  @inline(__always)
  private mutating func follow(_ event: Event, in layout: Layout) {
    switch event.kind {
    case .mappingStart(let isFlow): start(event, in: layout, isFlow: isFlow, isMapping: true)
    case .sequenceStart(let isFlow): start(event, in: layout, isFlow: isFlow, isMapping: false)
    case .mappingEnd, .sequenceEnd:
      if let last = outer.popLast() { top = last }
      finishNode()
    case .scalar, .alias: finishNode()
    case .streamStart, .streamEnd, .documentStart, .documentEnd: break
    }
  }

  private mutating func start(_ event: Event, in layout: Layout, isFlow: Bool, isMapping: Bool) {
    let column = isFlow ? column : layout.column(of: event.content)
    outer.append(top)
    top = Open(isFlow: isFlow, isMapping: isMapping, column: column, expectsKey: isMapping)
  }

  private mutating func finishNode() {
    if top.isMapping { top.expectsKey.toggle() }
  }

  /// A directive may begin no line between nodes.
  @inline(never)
  mutating func checkDirectives(
    before end: Int,
    in layout: Layout,
    into diagnostics: inout DiagnosticList
  ) {
    // Byte by byte: looking for the end of each line is quadratic where all is on one.
    for offset in last..<max(last, min(end, layout.count))
    where layout.at(offset) == UInt8(ascii: "%") && layout.isStartOfLine(offset) {
      refuse(.directive, offset..<layout.endOfLine(from: offset), &diagnostics)
    }
  }

  /// A `#` between nodes begins a comment only behind a blank or at the start of a line.
  @inline(never)
  private mutating func checkComments(
    in range: Range<Int>,
    _ layout: Layout,
    into diagnostics: inout DiagnosticList
  ) {
    var offset = range.lowerBound
    while offset < min(range.upperBound, layout.count) {
      guard layout.at(offset) == UInt8(ascii: "#") else {
        offset += 1
        continue
      }
      if !layout.isStartOfLine(offset), !layout.isBlankOrBreak(offset - 1) {
        refuse(.gluedComment, offset..<(offset + 1), &diagnostics)
      }
      offset = layout.endOfLine(from: offset)
    }
  }

  /// Within brackets libyaml drops a `?` that belongs to the text.
  @inline(never)
  private mutating func checkQuestionMarks(
    in gap: Range<Int>,
    _ layout: Layout,
    into diagnostics: inout DiagnosticList
  ) {
    for offset in layout.questionMarks(in: gap) where !layout.isBlankOrBreak(offset + 1) {
      refuse(.gluedQuestionMark, offset..<(offset + 1), &diagnostics)
    }
  }

  /// An anchor's name ends at a blank, or within brackets at a bracket or comma.
  @inline(__always)
  private mutating func checkName(
    of event: Event,
    _ layout: Layout,
    into diagnostics: inout DiagnosticList
  ) {
    guard event.hasAnchor else { return }
    let end: Int?
    switch event.kind {
    case .alias: end = event.range.upperBound
    default: end = layout.properties(in: event.range).endOfAnchor
    }
    guard let end, !layout.isBlankOrBreak(end) else { return }
    if isInFlow, layout.isFlowIndicator(end) { return }
    refuse(.anchorName, end..<(end + 1), &diagnostics)
  }

  @inline(__always)
  private mutating func checkContent(
    of event: Event,
    _ layout: Layout,
    into diagnostics: inout DiagnosticList
  ) {
    let range = event.content..<max(event.content, event.range.upperBound)
    switch event.kind {
    case .scalar(.plain):
      guard isInFlow else { return }
      if range.count == 1, layout.at(range.lowerBound) == UInt8(ascii: "-") {
        refuse(.loneDash, range, &diagnostics)
      }
      if event.isOneLine { return }
      checkLines(range, layout, skippingComments: false, into: &diagnostics)
    case .scalar(.singleQuoted), .scalar(.doubleQuoted):
      if event.isOneLine { return }
      checkLines(range, layout, skippingComments: false, into: &diagnostics)
    case .scalar: checkBlock(range, layout, into: &diagnostics)
    case .mappingStart(isFlow: true):
      guard isInFlow, layout.at(event.content) == UInt8(ascii: "?") else { return }
      if !event.range.isEmpty, !layout.isBlankOrBreak(event.content + 1) {
        refuse(.gluedQuestionMark, event.content..<(event.content + 1), &diagnostics)
      }
    default: break
    }
  }

  /// What begins in a range must be indented deeper than the block that it stands in.
  @inline(never)
  private mutating func checkLines(
    _ range: Range<Int>,
    _ layout: Layout,
    skippingComments: Bool,
    into diagnostics: inout DiagnosticList
  ) {
    var rest = range
    while let start = layout.nextLine(in: rest) {
      rest = start..<max(start, range.upperBound)
      let text = layout.endOfSpaces(from: start)
      let beyondBlanks = layout.endOfBlanks(from: text)
      if layout.isBreak(beyondBlanks) || text - start > column { continue }
      if skippingComments, layout.at(beyondBlanks) == UInt8(ascii: "#") { continue }
      let isTab = layout.at(text) == UInt8(ascii: "\t")
      refuse(isTab ? .tab : .continuation, text..<(text + 1), &diagnostics)
    }
  }

  /// A value on a line of its own stands deeper than its parent, but for lists under their key.
  @inline(__always)
  private mutating func checkColumn(
    of event: Event,
    _ layout: Layout,
    hasMark: Bool,
    into diagnostics: inout DiagnosticList
  ) {
    guard event.isNode, !event.range.isEmpty || event.isBlockCollection else { return }
    if top.isMapping, top.expectsKey, !hasMark { return }
    let isList = top.isMapping && event.kind == .sequenceStart(isFlow: false)
    let lower = min(event.range.lowerBound, event.content)
    let isLowerSound = isDeepEnough(lower, layout, isList: isList)
    let upper = max(event.range.lowerBound, event.content)
    if isLowerSound, lower == upper || isDeepEnough(upper, layout, isList: isList) { return }
    let place = isLowerSound ? upper : lower
    refuse(.valueIndentation, place..<(place + 1), &diagnostics)
  }

  private func isDeepEnough(_ place: Int, _ layout: Layout, isList: Bool) -> Bool {
    guard let own = layout.ownColumn(of: place) else { return true }
    return own > column || (own == column && isList)
  }

  /// A block text's header takes no glued comment, and no empty line before it is too long.
  @inline(never)
  private mutating func checkBlock(
    _ range: Range<Int>,
    _ layout: Layout,
    into diagnostics: inout DiagnosticList
  ) {
    var offset = range.lowerBound + 1
    var hasDigit = false
    while layout.isBlockIndicator(offset) {
      hasDigit = hasDigit || (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(layout.at(offset))
      offset += 1
    }
    if layout.at(offset) == UInt8(ascii: "#") {
      refuse(.gluedComment, offset..<(offset + 1), &diagnostics)
    }
    if !hasDigit {
      checkLeadingLines(from: layout.endOfLine(from: offset) + 1, layout, into: &diagnostics)
    }
  }

  private mutating func checkLeadingLines(
    from start: Int,
    _ layout: Layout,
    into diagnostics: inout DiagnosticList
  ) {
    var longest = start..<start
    var line = start
    while line < layout.count {
      let text = layout.endOfSpaces(from: line)
      if layout.isBreak(text) {
        if text - line > longest.count { longest = line..<text }
        line = layout.endOfLine(from: text) + 1
        continue
      }
      if text - line > column, longest.count > text - line {
        refuse(.leadingLine, longest, &diagnostics)
      }
      return
    }
  }

  @inline(never)
  private mutating func refuse(
    _ fault: Fault,
    _ range: Range<Int>,
    _ diagnostics: inout DiagnosticList
  ) {
    hasRefused = true
    diagnostics.error(
      "yaml." + fault.rawValue,
      fault.message,
      at: source.span(range),
      help: fault.help
    )
  }
}

extension Event {
  fileprivate var isNode: Bool {
    switch kind {
    case .scalar, .alias, .sequenceStart, .mappingStart: true
    case .streamStart, .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd: false
    }
  }

  /// The start of a document covers its directives.
  fileprivate var endOfDirectives: Int {
    if case .documentStart = kind { range.upperBound } else { range.lowerBound }
  }

  fileprivate var isBlockCollection: Bool {
    kind == .sequenceStart(isFlow: false) || kind == .mappingStart(isFlow: false)
  }
}
