import Probity
import ProbityCEL

/// What a profile of a real company owes its readers and the company: who said it, when, in few
/// words, and what the company replied.
enum ProfileAudit {
  /// Everything that is wanting, a line each.
  static func faults(of dossier: Dossier) -> [String] {
    sourceFaults(dossier) + quoteFaults(dossier) + factFaults(dossier) + listingFaults(dossier)
  }

  /// Words that one may quote at most.
  static let longestQuote = 25

  private static func sourceFaults(_ dossier: Dossier) -> [String] {
    dossier.sources.flatMap { source in
      [
        source.publisher == nil ? "\(source.id): no publisher" : nil,
        source.date == nil ? "\(source.id): no day" : nil,
        source.grading == nil ? "\(source.id): not graded" : nil,
        source.interest == nil ? "\(source.id): no interest" : nil,
        source.title == nil ? "\(source.id): no title" : nil,
      ].compactMap(\.self)
    }
  }

  private static func quoteFaults(_ dossier: Dossier) -> [String] {
    let cited = dossier.facts.flatMap(\.claims).flatMap(\.evidence).compactMap(\.quote)
    let replied = dossier.files.flatMap(\.replies).compactMap(\.quote)
    return (cited + replied).filter { $0.split(separator: " ").count > longestQuote }
      .map { "too long: \($0)" }
  }

  /// A fact without a source, and what somebody else says without what the company says to it.
  ///
  /// An authority, a court and a list are somebody else, too.
  private static func factFaults(_ dossier: Dossier) -> [String] {
    let answered = Set(
      dossier.files.flatMap(\.replies)
        .filter { $0.source != nil || $0.noneFound != nil }.flatMap(\.to)
    )
    return dossier.facts.filter { $0.ground == .evidence }.flatMap { fact in
      fact.claims.flatMap { claim in
        if claim.evidence.isEmpty && fact.kind == .value { return ["\(fact.path): no source"] }
        return claim.evidence.filter { item in
          dossier.sources[item.source].interest == Source.Interest.none
            && !answered.contains(item.source)
        }
        .map { "\(fact.path): no reply beside \(dossier.sources[$0.source].id)" }
      }
    }
  }

  /// An entry on a list says on which, and since when.
  private static func listingFaults(_ dossier: Dossier) -> [String] {
    let told = Set(dossier.facts.filter { !$0.claims.isEmpty }.map(\.path))
    let entries = dossier.facts.map(\.path).filter { path in
      path.hasPrefix("listings[") && path.hasSuffix("]") && path.filter { $0 == "[" }.count == 1
    }
    return Set(entries).sorted().flatMap { entry in
      ["list", "listed"].filter { !told.contains("\(entry).\($0)") }
        .map { "\(entry): nothing about its \($0)" }
    }
  }
}
