package import Probity

extension Article {
  /// A standard of proof: the level that it needs, what may stand against it, where it is from.
  package init(_ standard: StandardOfProof, language: String) {
    let words = ExplainWords(language)
    self.init("standard", standard.rawValue, words.title(of: standard), language)
    add("needs", words.needs, [words.level(of: standard), words.contradiction(of: standard)])
    add("anchor", words.anchor, [words.anchor(of: standard)])
    add("use", words.readBy, [words.use(of: standard)])
  }
}

extension ExplainWords {
  fileprivate func title(of standard: StandardOfProof) -> String {
    switch standard {
    case .alleged: say("somebody says so", "quelqu'un le dit", "alguien lo dice")
    case .reasonableGrounds:
      say("reasonable grounds to believe", "motifs raisonnables de croire", "motivos razonables")
    case .balance:
      say("more likely than not", "plus probable que non", "más probable que no")
    case .clearAndConvincing:
      say("clear and convincing", "clair et convaincant", "claro y convincente")
    case .conclusive:
      say("found or admitted", "jugé ou admis", "juzgado o admitido")
    }
  }

  fileprivate func level(of standard: StandardOfProof) -> String {
    let level = (0...4).first { standard.isMet(level: $0, contradiction: 0) } ?? 4
    let words =
      switch level {
      case 1: say("one item of weight 1", "un élément de poids 1", "un elemento de peso 1")
      case 2:
        say(
          "one item of weight 2, or an independent pair of weight 1",
          "un élément de poids 2, ou deux indépendants de poids 1",
          "un elemento de peso 2, o dos independientes de peso 1"
        )
      case 3:
        say(
          "an independent pair of weight 2",
          "deux éléments indépendants de poids 2",
          "dos elementos independientes de peso 2"
        )
      default:
        say(
          "an item of weight 3: a final judgment or an admission",
          "un élément de poids 3 : un jugement définitif ou un aveu",
          "un elemento de peso 3: sentencia firme o admisión"
        )
      }
    return say("level \(level) of 4", "niveau \(level) sur 4", "nivel \(level) de 4") + ": " + words
  }

  fileprivate func contradiction(of standard: StandardOfProof) -> String {
    let most = (0...4).last { standard.isMet(level: 4, contradiction: $0) } ?? 0
    let grows = (0...4).contains { standard.isMet(level: 4, contradiction: $0) && $0 > 1 }
    if most == 4, standard == .alleged {
      return say("against it: any level", "contre : tout niveau", "en contra: cualquier nivel")
    }
    guard grows else {
      return say(
        "against it: level \(most) at most",
        "contre : niveau \(most) au plus",
        "en contra: nivel \(most) como máximo"
      )
    }
    return most == 4
      ? say(
        "against it: no higher level",
        "contre : aucun niveau supérieur",
        "en contra: ningún nivel superior"
      )
      : say(
        "against it: a lower level",
        "contre : un niveau inférieur",
        "en contra: un nivel inferior"
      )
  }

  fileprivate func anchor(of standard: StandardOfProof) -> String {
    switch standard {
    case .alleged:
      say("a trigger for diligence", "déclenche la vigilance", "activa la diligencia")
    case .reasonableGrounds:
      say(
        "the usual standard of human-rights fact-finding (OHCHR guidance, 2015)",
        "le critère usuel des enquêtes sur les droits humains (HCDH, 2015)",
        "el criterio usual de las investigaciones de derechos humanos (ACNUDH, 2015)"
      )
    case .balance:
      say(
        "preponderance of the evidence (2 CFR 180.850)",
        "prépondérance de la preuve (2 CFR 180.850)",
        "preponderancia de la prueba (2 CFR 180.850)"
      )
    case .clearAndConvincing:
      say(
        "the rebuttal of the UFLPA, section 3(b)",
        "le renversement de présomption de l'UFLPA, section 3(b)",
        "la refutación de la UFLPA, sección 3(b)"
      )
    case .conclusive:
      say(
        "a final judgment, or an admission",
        "un jugement définitif, ou un aveu",
        "una sentencia firme, o una admisión"
      )
    }
  }

  fileprivate func use(of standard: StandardOfProof) -> String {
    switch standard {
    case .alleged:
      say(
        "no rule may find or clear by it; it makes an open finding of the buyer's burden block",
        "aucune règle ne peut s'en contenter ; il fait bloquer un constat ouvert à charge de l'acheteur",
        "ninguna regla puede bastarse con él; hace que bloquee un hallazgo abierto a cargo del comprador"
      )
    case .reasonableGrounds:
      say(
        "a rule may find by it, not clear",
        "une règle peut constater par lui, non écarter",
        "una regla puede constatar con él, no descartar"
      )
    case .balance, .clearAndConvincing, .conclusive:
      say(
        "a rule may find and clear by it; its standard to clear is never below that to find",
        "une règle peut constater et écarter par lui ; on n'écarte jamais à moins qu'on ne constate",
        "una regla puede constatar y descartar con él; nunca se descarta con menos que se constata"
      )
    }
  }
}
