import Glibc
import Probity

/// Reads files and folders, with what is wrong as diagnostics; never more than a limit of a file.
struct Inputs {
  /// The most that is read of one file; more is refused before it is looked at.
  static let byteLimit = 16 << 20

  private(set) var diagnostics = DiagnosticList()

  /// A file's text, or standard input for `-`; nil, with an error, if it can't be read.
  mutating func text(at path: String) -> SourceText? {
    let descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return refuse(path, "can't be opened: \(reason(errno))") }
    defer { if descriptor != 0 { close(descriptor) } }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    let kind = isKnown ? Kind(status) : .special
    if kind == .folder { return refuse(path, "is a folder, not a file") }
    let size = kind == .file ? Int(status.st_size) : nil
    return bytes(from: descriptor, path, size: size).map {
      SourceText(name: path == "-" ? "standard input" : path, bytes: $0)
    }
  }

  /// All bytes; of a file whose size is known nearly always in one piece.
  private mutating func bytes(
    from descriptor: Int32,
    _ path: String,
    size: Int?
  ) -> [UInt8]? {
    // Where less comes than there is room for, a file has ended.
    let room = min(size.map { $0 + 1 } ?? 1 << 16, Self.byteLimit + 1)
    var bytes: [UInt8] = []
    while true {
      var count = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
        filled = max(0, count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return refuse(path, "can't be read: \(reason(errno))")
      }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > Self.byteLimit {
        return refuse(path, "is larger than \(Self.byteLimit >> 20) MiB")
      }
      if count == 0 || (size != nil && count < room) { return bytes }
    }
  }

  /// The YAML and JSON files at a path: the file itself, or those in the folder, sorted by name.
  mutating func files(at path: String, recursive: Bool) -> [String] {
    guard isFolder(path) else { return [path] }
    let base = path == "." || path.hasSuffix("/") ? path : path + "/"
    guard let names = names(in: base, recursive: recursive) else {
      let nothing: [String]? = refuse(path, "can't be listed")
      return nothing ?? []
    }
    var files: [String] = []
    for (name, kind) in names.filter({ isData($0.name) }).sorted(by: { $0.name < $1.name }) {
      let path = base == "." ? name : base + name
      switch kind {
      case .file: files.append(path)
      case .folder: break
      case .special: complain("input.unreadable", "`\(path)` is neither a file nor a folder")
      }
    }
    return files
  }

  /// The same, of which there must be one at least.
  mutating func someFiles(at path: String, recursive: Bool) -> [String] {
    let files = files(at: path, recursive: recursive)
    if files.isEmpty {
      complain("input.nothing", "there is no .yaml or .json file in `\(path)`")
    }
    return files
  }

  /// What lies at a path, links followed.
  private enum Kind {
    case file
    case folder
    /// Reading might wait for ever: a pipe or a device.
    case special

    init(_ status: stat) {
      switch status.st_mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .folder
      default: self = .special
      }
    }

    /// What cannot be looked at counts as a file, so that reading it says why.
    init(at path: String) {
      var status = stat()
      self = unsafe stat(path, &status) == 0 ? Kind(status) : .file
    }
  }

  /// What lies in a folder, and below it if asked, in no order; nil if not all can be listed.
  private func names(in folder: String, recursive: Bool) -> [(name: String, kind: Kind)]? {
    guard let stream = unsafe opendir(folder),
      let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name)
    else { return nil }
    defer { unsafe closedir(stream) }
    var names: [(name: String, kind: Kind)] = []
    while let entry = unsafe readdir(stream) {
      let text = unsafe UnsafeRawPointer(entry) + nameOffset
      let name = unsafe String(cString: text.assumingMemoryBound(to: CChar.self))
      if name == "." || name == ".." { continue }
      let path = folder + "/" + name
      // Most systems say here already what most entries are: plain files.
      let isFile = unsafe Int(entry.pointee.d_type) == Int(DT_REG)
      let kind = isFile ? Kind.file : Kind(at: path)
      names.append((name, kind))
      guard recursive, kind == .folder, !isLink(path) else { continue }
      guard let below = self.names(in: path, recursive: true) else { return nil }
      names += below.map { (name + "/" + $0.name, $0.kind) }
    }
    return names
  }

  private func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Says that something was expected and is not there.
  mutating func complain(_ id: String, _ message: String) {
    diagnostics.append(Diagnostic(.error, id: id, message, at: nil))
  }

  /// What two paths of one file have in common.
  func identity(of path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  func isFolder(_ path: String) -> Bool { Kind(at: path) == .folder }

  private func isData(_ name: String) -> Bool {
    let file = name.split(separator: "/").last ?? ""
    return !file.hasPrefix(".")
      && [".yaml", ".yml", ".json"].contains { file.hasSuffix($0) }
  }

  private mutating func refuse<Value>(_ path: String, _ problem: String) -> Value? {
    complain("input.unreadable", "`\(path)` \(problem)")
    return nil
  }
}
