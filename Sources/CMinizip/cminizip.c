#include "cminizip.h"

#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>

struct cminizip_archive {
  const uint8_t *bytes;
  size_t count;
  size_t offset;
  unzFile file;
};

// The library reads through these as if the bytes were a file.

static void *open_bytes(void *opaque, const void *name, int mode) {
  (void)name;
  (void)mode;
  return opaque;
}

static uLong read_bytes(void *opaque, void *stream, void *buffer, uLong size) {
  (void)stream;
  struct cminizip_archive *archive = opaque;
  size_t left = archive->count - archive->offset;
  size_t length = size < left ? size : left;
  memcpy(buffer, archive->bytes + archive->offset, length);
  archive->offset += length;
  return length;
}

static uLong write_bytes(void *opaque, void *stream, const void *buffer, uLong size) {
  (void)opaque;
  (void)stream;
  (void)buffer;
  (void)size;
  return 0;
}

static ZPOS64_T tell(void *opaque, void *stream) {
  (void)stream;
  return ((struct cminizip_archive *)opaque)->offset;
}

static long seek(void *opaque, void *stream, ZPOS64_T offset, int origin) {
  (void)stream;
  struct cminizip_archive *archive = opaque;
  size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? archive->offset
                : origin == ZLIB_FILEFUNC_SEEK_END ? archive->count
                                                   : 0;
  if (offset > archive->count - base) return -1;
  archive->offset = base + offset;
  return 0;
}

static int nothing(void *opaque, void *stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

cminizip_archive *cminizip_open(const uint8_t *bytes, size_t count) {
  struct cminizip_archive *archive = calloc(1, sizeof *archive);
  if (archive == NULL) return NULL;
  archive->bytes = bytes;
  archive->count = count;
  zlib_filefunc64_def functions = {open_bytes, read_bytes, write_bytes, tell,
                                   seek,       nothing,    nothing,     archive};
  archive->file = unzOpen2_64("", &functions);
  if (archive->file != NULL) return archive;
  free(archive);
  return NULL;
}

uint64_t cminizip_count(const cminizip_archive *archive) {
  unz_global_info64 info;
  return unzGetGlobalInfo64(archive->file, &info) == UNZ_OK ? info.number_entry : 0;
}

int cminizip_first(cminizip_archive *archive) {
  if (cminizip_count(archive) == 0) return 0;
  return unzGoToFirstFile(archive->file) == UNZ_OK ? 1 : -1;
}

int cminizip_next(cminizip_archive *archive) {
  int status = unzGoToNextFile(archive->file);
  return status == UNZ_OK ? 1 : status == UNZ_END_OF_LIST_OF_FILE ? 0 : -1;
}

int cminizip_describe(cminizip_archive *archive, cminizip_entry *entry, char *name,
                      size_t capacity) {
  unz_file_info64 info;
  if (unzGetCurrentFileInfo64(archive->file, &info, name, capacity, NULL, 0, NULL, 0) != UNZ_OK) {
    return -1;
  }
  entry->compressed = info.compressed_size;
  entry->uncompressed = info.uncompressed_size;
  entry->method = (uint32_t)info.compression_method;
  entry->is_encrypted = info.flag & 1;
  entry->name_length = (uint32_t)info.size_filename;
  return 1;
}

int64_t cminizip_read(cminizip_archive *archive, uint8_t *bytes, size_t capacity) {
  if (unzOpenCurrentFile(archive->file) != UNZ_OK) return -1;
  size_t length = 0;
  int status = 1;
  while (status > 0 && length < capacity) {
    size_t room = capacity - length < 1 << 20 ? capacity - length : 1 << 20;
    status = unzReadCurrentFile(archive->file, bytes + length, (unsigned)room);
    if (status > 0) length += (size_t)status;
  }
  uint8_t more;
  int is_longer = status >= 0 && length == capacity &&
                  unzReadCurrentFile(archive->file, &more, 1) > 0;
  // The sum is known only once all of it was read.
  int closed = unzCloseCurrentFile(archive->file);
  if (is_longer) return -2;
  return status < 0 || closed != UNZ_OK ? -1 : (int64_t)length;
}

void cminizip_close(cminizip_archive *archive) {
  unzClose(archive->file);
  free(archive);
}
