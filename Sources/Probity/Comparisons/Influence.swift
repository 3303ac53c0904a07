package import ProbityCEL

/// Something that may bear on a decision otherwise on another day.
package enum Influence: Sendable, Hashable {
  /// A source, by its position in the dossier: it comes out, goes stale, or is taken back.
  case source(Int)
  /// A rule, by its id: it comes into force, or is no longer.
  case rule(String)
  /// A parameter of a pack, by its fact.
  case parameter(FactID)
  /// The day itself, which conditions read as `as_of`.
  case day

  /// A fixed order: rules, parameters, the day, then sources as they stand in the profile.
  var rank: (Int, Int, String) {
    switch self {
    case .rule(let id): (0, 0, id)
    case .parameter(let fact): (1, Int(fact.index), "")
    case .day: (2, 0, "")
    case .source(let position): (3, position, "")
    }
  }
}

/// What becomes of a source from one day to another, for one rule.
package enum SourceTurn: Sendable, Hashable {
  /// It was out, or in hand, on the second day only.
  case comesOut
  /// It was not out yet on the second day.
  case isNotOutYet
  /// It is too old to accuse with.
  case tooOldToAccuse(CalendarPeriod)
  /// It is too old to clear with.
  case tooOldToClear(CalendarPeriod)
  /// It is not yet too old to accuse or clear with.
  case isFreshAgain
  /// Its publisher took it back.
  case isRetracted
  /// It had not been taken back yet.
  case isNotRetractedYet
}

/// How the sources of a dossier stand on two days.
struct SourceTurns {
  private let dossier: Dossier
  private let dates: [SourceDates]
  private let days: (from: CalendarDate, to: CalendarDate)

  init(_ dossier: Dossier, from: CalendarDate, to: CalendarDate) {
    self.dossier = dossier
    dates = Provenance(of: dossier.sources).dates
    days = (from, to)
  }

  /// What becomes of a source for a rule; nothing if it stands as it did.
  func turns(of source: Int, for rule: Rule) -> [SourceTurn] {
    turns(of: source, lookback: rule.lookback, clearWithin: rule.clearWithin)
  }

  private func turns(
    of source: Int,
    lookback: CalendarPeriod?,
    clearWithin: CalendarPeriod?
  ) -> [SourceTurn] {
    var turns: [SourceTurn] = []
    let out = isLive(dates[source], nil)
    if out.from != out.to { turns.append(isMore(out) ? .comesOut : .isNotOutYet) }
    let accusing = isLive(dates[source], lookback)
    let clearing = isLive(dates[source], clearWithin)
    if turns.isEmpty, accusing.from != accusing.to || clearing.from != clearing.to {
      if accusing.from != accusing.to, let lookback {
        turns.append(isMore(accusing) ? .isFreshAgain : .tooOldToAccuse(lookback))
      } else if let clearWithin {
        turns.append(isMore(clearing) ? .isFreshAgain : .tooOldToClear(clearWithin))
      }
    }
    if case .on(let date) = dossier.sources[source].retraction {
      let fallen = isLive(SourceDates(known: date, age: date), nil)
      if fallen.from != fallen.to {
        turns.append(isMore(fallen) ? .isRetracted : .isNotRetractedYet)
      }
    }
    return turns
  }

  private func isLive(
    _ dates: SourceDates,
    _ reach: CalendarPeriod?
  ) -> (from: Truth, to: Truth) {
    func truth(_ day: CalendarDate) -> Truth {
      LivenessWindow(asOf: day, reach: reach, knownBy: dossier.knownBy).contains(dates)
    }
    return (truth(days.from), truth(days.to))
  }

  private func isMore(_ truths: (from: Truth, to: Truth)) -> Bool {
    truths.to == .yes || truths.from == .no
  }
}
