package import ProbityText

extension Node {
  /// A text in a document, as decoded from one of the five styles.
  package struct Scalar: Sendable, Hashable {
    package enum Style: UInt8, Sendable, Hashable, BitwiseCopyable {
      case plain
      case singleQuoted
      case doubleQuoted
      case literal
      case folded
    }

    /// The decoded text.
    package let text: String

    package let style: Style

    /// The tag in its long form, such as `tag:yaml.org,2002:str`; nil if none was written.
    package let tag: String?

    /// All that was written, quotes and block header included; for an alias, the anchored text.
    package let written: SourceSpan

    package init(text: String, style: Style, tag: String? = nil, written: SourceSpan) {
      self.text = text
      self.style = style
      self.tag = tag
      self.written = written
    }

    /// The value by the YAML 1.2 core schema: `NO` and `2020-12` are texts.
    package var value: CoreValue { CoreValue(of: self) ?? .string(text) }

    /// The text with the way back to the file, for languages that are written inside scalars.
    ///
    /// - Complexity: O(*n*), computed anew each time.
    package var embedded: EmbeddedText {
      EmbeddedText(text: text, source: written.source, map: ScalarOffsets.map(of: self))
    }
  }
}
