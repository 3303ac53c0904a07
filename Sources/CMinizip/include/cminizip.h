#ifndef PROBITY_CMINIZIP_H
#define PROBITY_CMINIZIP_H

#include <stddef.h>
#include <stdint.h>

/// A zip archive in memory that others own; one thread may read it at a time.
typedef struct cminizip_archive cminizip_archive;

/// What the archive's directory says of an entry.
typedef struct {
  uint64_t compressed;
  uint64_t uncompressed;
  /// 0 is stored, 8 is deflated.
  uint32_t method;
  uint32_t is_encrypted;
  /// Without the zero at its end; more than fits the name's room is a fault of the reader.
  uint32_t name_length;
} cminizip_entry;

/// Opens an archive of `count` bytes, which must outlive it; null if they are none.
cminizip_archive *cminizip_open(const uint8_t *bytes, size_t count);

/// Entries according to the directory.
uint64_t cminizip_count(const cminizip_archive *archive);

/// Goes to the first entry, or from there to the next: 1 if there is one, 0 at the end, -1 if the
/// archive is damaged.
int cminizip_first(cminizip_archive *archive);
int cminizip_next(cminizip_archive *archive);

/// Describes the entry that was gone to: 1, or -1 if the archive is damaged.
int cminizip_describe(cminizip_archive *archive, cminizip_entry *entry, char *name,
                      size_t capacity);

/// Reads the entry that was gone to, at most `capacity` bytes, and checks its sum.
///
/// The number of bytes; -1 if it is damaged, -2 if it is longer.
int64_t cminizip_read(cminizip_archive *archive, uint8_t *bytes, size_t capacity);

void cminizip_close(cminizip_archive *archive);

#endif
