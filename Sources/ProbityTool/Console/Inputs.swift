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
    guard !isFolder(path) else { return refuse(path, "is a folder, not a file") }
    return bytes(from: descriptor, path).map {
      SourceText(name: path == "-" ? "standard input" : path, bytes: $0)
    }
  }

  private mutating func bytes(from descriptor: Int32, _ path: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      var count = 0
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
        filled = max(0, count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        return refuse(path, "can't be read: \(reason(errno))")
      }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > Self.byteLimit {
        return refuse(path, "is larger than \(Self.byteLimit >> 20) MiB")
      }
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
    let paths = names.filter(isData).sorted().map { base == "." ? $0 : base + $0 }
    for path in paths where isSpecial(path) {
      complain("input.unreadable", "`\(path)` is neither a file nor a folder")
    }
    return paths.filter { !isFolder($0) && !isSpecial($0) }
  }

  /// What lies in a folder, and below it if asked, in no order; nil if not all can be listed.
  private func names(in folder: String, recursive: Bool) -> [String]? {
    guard let stream = unsafe opendir(folder),
      let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name)
    else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let text = unsafe UnsafeRawPointer(entry) + nameOffset
      let name = unsafe String(cString: text.assumingMemoryBound(to: CChar.self))
      if name == "." || name == ".." { continue }
      names.append(name)
      let path = folder + "/" + name
      guard recursive, isFolder(path), !isLink(path) else { continue }
      guard let below = self.names(in: path, recursive: true) else { return nil }
      names += below.map { name + "/" + $0 }
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

  func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether reading might wait for ever: a pipe or a device that lies in a folder.
  private func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  private func isData(_ name: String) -> Bool {
    let file = name.split(separator: "/").last ?? ""
    return !file.hasPrefix(".")
      && [".yaml", ".yml", ".json"].contains { file.hasSuffix($0) }
  }

  private mutating func refuse<Value>(_ path: String, _ problem: String) -> Value? {
    complain("input.unreadable", "`\(path)` \(problem)")
    return nil
  }

  private func reason(_ number: Int32) -> String { unsafe String(cString: strerror(number)) }
}
