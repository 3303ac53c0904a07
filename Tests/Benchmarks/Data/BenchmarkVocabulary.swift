import ProbityCEL

/// The record types and codes of the generated profiles.
enum BenchmarkVocabulary {
  static let catalog: TypeCatalog = {
    var catalog = TypeCatalog()
    let enumerations = lines(codes)
    let names = Set(enumerations.map(\.name))
    for (name, codes) in enumerations {
      catalog.add(TypeCatalog.Enumeration(name: name, codes: codes))
    }
    for (name, fields) in lines(records) {
      catalog.add(TypeCatalog.Record(name: name, fields: fields.map { field($0, codes: names) }))
    }
    return catalog
  }()

  private static let codes = """
    country CN US DE GB FR IL JP KR IN RU AE SG
    region Xinjiang Tibet Guangdong Bavaria Texas Ile-de-France Kanto Dubai
    category video-analytics biometrics cloud-vision access-control smart-city
    capability_kind face-recognition face-attribute person-reid licence-plate crowd-density \
    object-detection gait-recognition emotion-inference loitering-detection
    attribute age gender glasses mask clothing hair ethnicity religion race
    target staff visitors vehicles shoplifters uyghur tibetan rohingya journalists
    capability_status shipping internal-test announced withdrawn
    risk low medium high
    grade admitted government-finding court investigative-report allegation vendor-statement
    customer_kind police state-security detention municipality school hospital retail airport bank
    list us-entity-list eu-consolidated uk-sanctions un-1267 ndaa-889
    recipient client operator police vendor
    owner_kind private public fund state
    modality face-images video text gait
    remediation_status open done verified
    scope products customers supply-chain training-data
    language en zh ug bo ar de
    """

  /// `field` alone is a text, `field:type` anything else, `field:[type]` a list.
  private static let records = """
    vendor id schema asOf identity:identity ownership:[owner] products:[product] \
    trainingData:[training_set] deployments:[deployment] sources:[source] \
    evidence:[evidence_item] policies:policies sanctions:sanctions remediations:[remediation]
    identity legalName tradingName country:country registration founded:int website \
    aliases:[string]
    owner owner kind:owner_kind country:country sharePct:int lists:[list] source
    sanctions lists:[list] checked
    product id name category:category version oem:bool released capabilities:[capability]
    capability id kind:capability_kind status:capability_status risk:risk \
    attributes:[attribute] targets:[target] humanReview:bool alerting:alerting description \
    firstSeen sources:[string] accuracyAudit
    alerting enabled:bool recipients:[recipient]
    training_set id dataset modality:modality size:int consent:bool ethnicLabels:bool \
    collected usedBy:[string] source
    deployment id product customer:customer cameras:int start end sources:[string]
    customer name kind:customer_kind country:country region:region
    source id title publisher url published retrieved grade:grade sha256
    evidence_item id capability claim confidence:int disputed:bool sources:[string] \
    response:response
    response date text
    remediation id finding capability action status:remediation_status completed
    policies humanRights:human_rights dueDiligence:due_diligence grievance:grievance \
    dataProtection:data_protection
    human_rights published:bool adopted ungps:bool url
    due_diligence lastAssessment:timestamp scope:[scope]
    grievance exists:bool languages:[language]
    data_protection retentionDays:int dpo:bool
    """

  /// The first word of each line, and the others.
  private static func lines(_ text: String) -> [(name: String, words: [String])] {
    text.split(separator: "\n").map { line in
      let words = line.split(separator: " ").map(String.init)
      return (words[0], Array(words.dropFirst()))
    }
  }

  private static func field(_ text: String, codes: Set<String>) -> TypeCatalog.Field {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return TypeCatalog.Field(name: text, type: .string) }
    let isList = parts[1].hasPrefix("[")
    let element = type(isList ? String(parts[1].dropFirst().dropLast()) : parts[1], codes: codes)
    return TypeCatalog.Field(name: parts[0], type: isList ? .list(element) : element)
  }

  private static func type(_ name: String, codes: Set<String>) -> CELType {
    switch name {
    case "string": .string
    case "int": .int
    case "bool": .bool
    case "timestamp": .timestamp
    default: codes.contains(name) ? .enumeration(name) : .record(name)
    }
  }
}
