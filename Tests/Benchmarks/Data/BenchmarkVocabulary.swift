import ProbityCEL

/// The record types and codes of the generated profiles.
enum BenchmarkVocabulary {
  static let catalog: TypeCatalog = {
    var catalog = TypeCatalog()
    for (name, codes) in enumerations {
      catalog.add(
        TypeCatalog.Enumeration(name: name, codes: codes.split(separator: " ").map(String.init))
      )
    }
    for record in vendorRecords + factRecords + policyRecords { catalog.add(record) }
    return catalog
  }()

  private static let enumerations: [(name: String, codes: String)] = [
    ("country", "CN US DE GB FR IL JP KR IN RU AE SG"),
    ("region", "Xinjiang Tibet Guangdong Bavaria Texas Ile-de-France Kanto Dubai"),
    ("category", "video-analytics biometrics cloud-vision access-control smart-city"),
    (
      "capability_kind",
      "face-recognition face-attribute person-reid licence-plate crowd-density object-detection "
        + "gait-recognition emotion-inference loitering-detection"
    ),
    ("attribute", "age gender glasses mask clothing hair ethnicity religion race"),
    ("target", "staff visitors vehicles shoplifters uyghur tibetan rohingya journalists"),
    ("capability_status", "shipping internal-test announced withdrawn"),
    ("risk", "low medium high"),
    (
      "grade",
      "admitted government-finding court investigative-report allegation vendor-statement"
    ),
    (
      "customer_kind",
      "police state-security detention municipality school hospital retail airport bank"
    ),
    ("list", "us-entity-list eu-consolidated uk-sanctions un-1267 ndaa-889"),
    ("recipient", "client operator police vendor"),
    ("owner_kind", "private public fund state"),
    ("modality", "face-images video text gait"),
    ("remediation_status", "open done verified"),
    ("scope", "products customers supply-chain training-data"),
    ("language", "en zh ug bo ar de"),
  ]

  private static let vendorRecords = [
    record(
      "vendor",
      ("id", .string),
      ("schema", .string),
      ("asOf", .string),
      ("identity", .record("identity")),
      ("ownership", .list(.record("owner"))),
      ("products", .list(.record("product"))),
      ("trainingData", .list(.record("training_set"))),
      ("deployments", .list(.record("deployment"))),
      ("sources", .list(.record("source"))),
      ("evidence", .list(.record("evidence_item"))),
      ("policies", .record("policies")),
      ("sanctions", .record("sanctions")),
      ("remediations", .list(.record("remediation")))
    ),
    record(
      "identity",
      ("legalName", .string),
      ("tradingName", .string),
      ("country", .enumeration("country")),
      ("registration", .string),
      ("founded", .int),
      ("website", .string),
      ("aliases", .list(.string))
    ),
    record(
      "owner",
      ("owner", .string),
      ("kind", .enumeration("owner_kind")),
      ("country", .enumeration("country")),
      ("sharePct", .int),
      ("lists", .list(.enumeration("list"))),
      ("source", .string)
    ),
    record("sanctions", ("lists", .list(.enumeration("list"))), ("checked", .string)),
    record(
      "product",
      ("id", .string),
      ("name", .string),
      ("category", .enumeration("category")),
      ("version", .string),
      ("oem", .bool),
      ("released", .string),
      ("capabilities", .list(.record("capability")))
    ),
    record(
      "capability",
      ("id", .string),
      ("kind", .enumeration("capability_kind")),
      ("status", .enumeration("capability_status")),
      ("risk", .enumeration("risk")),
      ("attributes", .list(.enumeration("attribute"))),
      ("targets", .list(.enumeration("target"))),
      ("humanReview", .bool),
      ("alerting", .record("alerting")),
      ("description", .string),
      ("firstSeen", .string),
      ("sources", .list(.string)),
      ("accuracyAudit", .string)
    ),
    record("alerting", ("enabled", .bool), ("recipients", .list(.enumeration("recipient")))),
  ]

  private static let factRecords = [
    record(
      "training_set",
      ("id", .string),
      ("dataset", .string),
      ("modality", .enumeration("modality")),
      ("size", .int),
      ("consent", .bool),
      ("ethnicLabels", .bool),
      ("collected", .string),
      ("usedBy", .list(.string)),
      ("source", .string)
    ),
    record(
      "deployment",
      ("id", .string),
      ("product", .string),
      ("customer", .record("customer")),
      ("cameras", .int),
      ("start", .string),
      ("end", .string),
      ("sources", .list(.string))
    ),
    record(
      "customer",
      ("name", .string),
      ("kind", .enumeration("customer_kind")),
      ("country", .enumeration("country")),
      ("region", .enumeration("region"))
    ),
    record(
      "source",
      ("id", .string),
      ("title", .string),
      ("publisher", .string),
      ("url", .string),
      ("published", .string),
      ("retrieved", .string),
      ("grade", .enumeration("grade")),
      ("sha256", .string)
    ),
    record(
      "evidence_item",
      ("id", .string),
      ("capability", .string),
      ("claim", .string),
      ("confidence", .int),
      ("disputed", .bool),
      ("sources", .list(.string)),
      ("response", .record("response"))
    ),
    record("response", ("date", .string), ("text", .string)),
    record(
      "remediation",
      ("id", .string),
      ("finding", .string),
      ("capability", .string),
      ("action", .string),
      ("status", .enumeration("remediation_status")),
      ("completed", .string)
    ),
  ]

  private static let policyRecords = [
    record(
      "policies",
      ("humanRights", .record("human_rights")),
      ("dueDiligence", .record("due_diligence")),
      ("grievance", .record("grievance")),
      ("dataProtection", .record("data_protection"))
    ),
    record(
      "human_rights",
      ("published", .bool),
      ("adopted", .string),
      ("ungps", .bool),
      ("url", .string)
    ),
    record(
      "due_diligence",
      ("lastAssessment", .string),
      ("scope", .list(.enumeration("scope")))
    ),
    record("grievance", ("exists", .bool), ("languages", .list(.enumeration("language")))),
    record("data_protection", ("retentionDays", .int), ("dpo", .bool)),
  ]

  private static func record(
    _ name: String,
    _ fields: (name: String, type: CELType)...
  ) -> TypeCatalog.Record {
    TypeCatalog.Record(
      name: name,
      fields: fields.map { TypeCatalog.Field(name: $0.name, type: $0.type) }
    )
  }
}
