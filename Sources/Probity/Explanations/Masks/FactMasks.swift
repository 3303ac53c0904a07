package import ProbityCEL

/// Hides facts of a resolution.
package struct FactMasks {
  private let resolution: Resolution
  private let dossier: Dossier

  package init(_ resolution: Resolution, dossier: Dossier) {
    self.resolution = resolution
    self.dossier = dossier
  }

  /// The resolution with all facts hidden but some.
  package func view(keeping kept: [FactID]) -> FactView {
    var view = resolution.view
    view.hidden = FactSet(allOf: dossier.facts.count).subtracting(FactSet(kept))
    return view
  }
}
