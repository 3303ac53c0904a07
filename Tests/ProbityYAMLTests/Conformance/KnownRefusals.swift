/// Valid cases of the suite that are refused, with an error, for the simplicity of reading alone.
///
/// The list is exact: a case that is read one day must be taken out. Directives apart, these are
/// the cases that libyaml itself refuses, and the three that it would read differently if it were
/// let: `Y2GN`, `652Z` and `HM87/01`. None is written in a profile or a rule.
enum KnownRefusals {
  static let all = (directives + tabs + keys + anchors + documents + strict).sorted()

  /// Directives are not read.
  private static let directives = [
    "27NA", "5TYM", "6CK3", "6LVF", "6WLZ", "6ZKB", "9DXL", "9WXW", "C4HZ", "CC74", "MUS6/02",
    "MUS6/03", "MUS6/05", "MUS6/06", "P76L", "RTP8", "U3C3",
  ]

  /// Tabs where libyaml takes spaces alone, in `96NN/01` at the start of a block text's line.
  private static let tabs = [
    "6BCT", "6CA3", "96NN/01", "A2M4", "DK95/00", "DK95/03", "DK95/04", "Q5MG", "R4YG",
    "Y79Y/001", "Y79Y/010",
  ]

  /// Empty keys, keys over several lines (in `9SA2` a quoted one) and colons glued to brackets.
  private static let keys = [
    "4ABK", "4MUZ/00", "4MUZ/01", "5MUD", "6M2F", "9SA2", "CFD4", "FRK4", "HM87/00", "K3WX",
    "M2N8/00", "NHX8", "NJ66", "NKF9", "S3PD", "SM9W/01", "UT92",
  ]

  /// Unusual characters in the names of anchors.
  ///
  /// Of `&an:chor` in `Y2GN` libyaml takes `an` for the name and the rest for the value.
  private static let anchors = ["2SXE", "8XYN", "Y2GN"]

  /// Bare documents behind `...`, and block texts without any indentation.
  private static let documents = ["7Z25", "DK3J", "FP8R", "HWV9", "M7A3", "QT73", "W4TN"]

  /// A text within brackets that begins with `?`, which libyaml drops.
  private static let strict = ["652Z", "HM87/01"]
}
