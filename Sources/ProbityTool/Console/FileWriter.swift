import Glibc

/// Writes whole files: either all of a text is there afterwards, or nothing has changed.
enum FileWriter {
  /// Writes a file that must not exist yet by way of a new one; what keeps it from being written,
  /// if anything does.
  static func create(_ path: String, _ bytes: [UInt8]) -> String? {
    let draft = draftName(path)
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return "`\(path)` can't be written: \(reason(errno))" }
    var problem = finish(descriptor, draft, bytes)
    // Unlike renaming, a link never takes the place of a file.
    if problem == nil, unsafe link(draft, path) != 0 {
      problem = "`\(path)` can't be written: \(reason(errno))"
    }
    unsafe unlink(draft)
    return problem
  }

  private static func draftName(_ path: String) -> String { path + ".probity-\(getpid())" }

  /// Puts other bytes into the place of a file by way of a new one, which gets its permissions.
  ///
  /// Of a link it is the file behind it that changes.
  static func replace(_ path: String, _ bytes: [UInt8]) -> String? {
    guard let resolved = unsafe realpath(path, nil) else {
      return "`\(path)` can't be found: \(reason(errno))"
    }
    defer { unsafe free(resolved) }
    let target = unsafe String(cString: resolved)
    var status = stat()
    guard unsafe stat(target, &status) == 0 else {
      return "`\(path)` can't be looked at: \(reason(errno))"
    }
    let draft = draftName(target)
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return "`\(draft)` can't be written: \(reason(errno))" }
    let hasMode = fchmod(descriptor, status.st_mode & 0o7777) == 0
    var problem = hasMode ? nil : "`\(draft)` can't be given its permissions: \(reason(errno))"
    problem = finish(descriptor, draft, bytes) ?? problem
    if problem == nil, unsafe rename(draft, target) != 0 {
      problem = "`\(path)` can't be replaced: \(reason(errno))"
    }
    if problem != nil { unsafe unlink(draft) }
    return problem
  }

  /// Writes all, waits until it is on the disk, and closes.
  private static func finish(_ descriptor: Int32, _ path: String, _ bytes: [UInt8]) -> String? {
    guard writeAll(bytes, to: descriptor) else {
      let problem = reason(errno)
      close(descriptor)
      return "`\(path)` can't be written: \(problem)"
    }
    let isKept = fsync(descriptor) == 0
    let problem = reason(errno)
    guard close(descriptor) == 0, isKept else { return "`\(path)` can't be written: \(problem)" }
    return nil
  }
}
