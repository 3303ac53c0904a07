extension Vocabulary.Enumeration {
  /// The code that somebody means by itself, or by its label in any language; nil for a text that
  /// means none or several.
  package func code(meantBy text: String) -> Vocabulary.Code? {
    if let code = codes.first(where: { $0.code == text }) { return code }
    let folded = text.lowercased()
    let meant = codes.filter { code in
      code.label.texts.values.contains { $0.lowercased() == folded }
    }
    return meant.count == 1 ? meant[0] : nil
  }

  /// A code by its label in a language, or by itself where the label could mean something else.
  package func name(of code: Vocabulary.Code, in language: String) -> String {
    let label = code.label[language]
    let isClear = self.code(meantBy: label)?.code == code.code && AnswerWord(written: label) == nil
    return isClear ? label : code.code
  }
}
