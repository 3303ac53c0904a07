#ifndef PROBITY_CRE2_H
#define PROBITY_CRE2_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern; any number of threads may match it at once.
typedef struct cre2_pattern cre2_pattern;

/// Compiles a pattern of UTF-8, or returns null and says why in `message`, which ends in a zero.
///
/// A pattern that needs more than `program_size` instructions or `memory` bytes is refused.
cre2_pattern *cre2_compile(const char *bytes, size_t count, int program_size, size_t memory,
                           char *message, size_t capacity);

/// Looks for the pattern anywhere in a text, in time linear in the text's length.
///
/// 1 if it is there, 0 if it is not, -1 if the search failed.
int cre2_find(const cre2_pattern *pattern, const char *bytes, size_t count);

void cre2_free(cre2_pattern *pattern);

#ifdef __cplusplus
}
#endif

#endif
