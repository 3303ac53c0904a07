extension Glossary {
  /// What is read, and what it is made of.
  static let files: [Word] = [
    Word(
      "vendor profile",
      "what is known of one vendor and its products, as YAML",
      "ce qui est connu d'un fournisseur et de ses produits, en YAML",
      "lo que se sabe de un proveedor y de sus productos, en YAML",
      see: ["source", "claim", "fact"]
    ),
    Word(
      "vocabulary",
      "the record types, fields, codes and question texts that profiles and rules use",
      "les types, champs, codes et questions que profils et règles emploient",
      "los tipos, campos, códigos y preguntas que usan perfiles y reglas",
      see: ["fact"]
    ),
    Word(
      "source",
      "a document or statement that claims rest on",
      "un document ou une déclaration sur quoi reposent des affirmations",
      "un documento o declaración en que se apoyan afirmaciones",
      see: ["claim", "level", "as known by"]
    ),
    Word(
      "claim",
      "a value for a field, with the evidence for it",
      "une valeur pour un champ, avec ce qui l'appuie",
      "un valor para un campo, con lo que lo respalda",
      see: ["fact", "source"]
    ),
    Word(
      "fact",
      "a field after its claims are settled at a standard: true, false, another value, or "
        + "unknown",
      "un champ une fois ses affirmations réglées à un degré de preuve : vrai, faux, une "
        + "autre valeur ou inconnu",
      "un campo una vez resueltas sus afirmaciones a un estándar: verdadero, falso, otro "
        + "valor o desconocido",
      see: ["claim", "standard", "unknown"]
    ),
    Word(
      "unknown",
      "not answered, declined, below the standard, too old or conflicting; never the same "
        + "as false",
      "sans réponse, refusé, sous le degré, trop ancien ou contradictoire ; jamais la même "
        + "chose que faux",
      "sin respuesta, rechazado, bajo el estándar, demasiado antiguo o contradictorio; "
        + "nunca lo mismo que falso",
      see: ["fact", "undetermined"]
    ),
    Word(
      "level",
      "how firmly a value stands, from 0 to 4, by kind, independence and age of its sources",
      "la solidité d'une valeur, de 0 à 4, selon le genre, l'indépendance et l'âge de ses "
        + "sources",
      "la solidez de un valor, de 0 a 4, según tipo, independencia y edad de sus fuentes",
      see: ["standard", "source"]
    ),
    Word(
      "standard",
      "how firmly a fact must be established before a rule may rest on it",
      "la solidité qu'un fait doit avoir pour qu'une règle s'y appuie",
      "la solidez que debe tener un hecho para que una regla se apoye en él",
      see: [
        "level", "alleged", "reasonable_grounds", "balance", "clear_and_convincing", "conclusive",
      ]
    ),
    Word(
      "rule",
      "what must not be, or must be there, as a condition with standards, law, remedy and "
        + "examples",
      "ce qui ne doit pas être, ou doit être là : une condition avec degrés, droit, remède "
        + "et exemples",
      "lo que no debe ser, o debe estar: una condición con estándares, derecho, remedio y "
        + "ejemplos",
      see: ["rule pack", "finding", "exception"]
    ),
    Word(
      "rule pack",
      "rules that are issued together, with a version and parameters",
      "des règles publiées ensemble, avec version et paramètres",
      "reglas publicadas juntas, con versión y parámetros",
      see: ["rule", "parameter"]
    ),
    Word(
      "parameter",
      "a number, date or text of a rule pack that changes with time",
      "un nombre, une date ou un texte d'un lot de règles qui change avec le temps",
      "un número, fecha o texto de un paquete de reglas que cambia con el tiempo",
      see: ["rule pack", "as of"]
    ),
    Word(
      "procurement",
      "the buyer's side: who buys what, where and for which use",
      "le côté de l'acheteur : qui achète quoi, où et pour quel usage",
      "el lado del comprador: quién compra qué, dónde y para qué uso",
      see: ["vendor profile"]
    ),
    Word(
      "subject",
      "what a rule ran on: the vendor, a product, a capability",
      "ce sur quoi une règle a porté : le fournisseur, un produit, une capacité",
      "aquello a lo que se aplicó una regla: el proveedor, un producto, una capacidad",
      see: ["finding"]
    ),
    Word(
      "finding",
      "one rule on one subject: violated, satisfied, undetermined or not applicable",
      "une règle sur un sujet : violée, satisfaite, indéterminée ou sans objet",
      "una regla sobre un sujeto: incumplida, cumplida, indeterminada o no aplicable",
      see: ["violated", "satisfied", "undetermined", "not_applicable"]
    ),
  ]
}
