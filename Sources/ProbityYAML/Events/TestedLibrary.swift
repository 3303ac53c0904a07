import CLibYAML

/// The one libyaml to which a text may be lent through fields that its header calls private.
///
/// With any other, libyaml copies the text by its public functions: slower, otherwise the same.
enum TestedLibrary {
  /// Whether the library that runs, and the header that this was built with, are the tested ones.
  static let isInUse = isTested(version: runningVersion, hasTestedLayout: hasTestedLayout)

  static func isTested(version: [Int32], hasTestedLayout: Bool) -> Bool {
    version == [0, 2, 5] && hasTestedLayout
  }

  /// Of the library that was found when the program started, which may not be the header's.
  static var runningVersion: [Int32] {
    var (major, minor, patch) = (Int32(0), Int32(0), Int32(0))
    unsafe yaml_get_version(&major, &minor, &patch)
    return [major, minor, patch]
  }

  /// Whether the header has the private fields where they were when this was tested.
  static var hasTestedLayout: Bool { probity_yaml_has_tested_layout() != 0 }
}
