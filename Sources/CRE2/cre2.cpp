#include "cre2.h"

#include <re2/re2.h>

#include <cstdio>
#include <exception>
#include <memory>

struct cre2_pattern {
  RE2 regex;

  cre2_pattern(const re2::StringPiece &pattern, const RE2::Options &options)
      : regex(pattern, options) {}
};

namespace {

RE2::Options options(size_t memory) {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingUTF8);
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(static_cast<int64_t>(memory));
  return options;
}

void say(const char *text, char *message, size_t capacity) {
  if (capacity > 0) std::snprintf(message, capacity, "%s", text);
}

}  // namespace

// No exception may reach the caller, which could not unwind it.

cre2_pattern *cre2_compile(const char *bytes, size_t count, int program_size, size_t memory,
                           char *message, size_t capacity) {
  try {
    auto pattern = std::make_unique<cre2_pattern>(re2::StringPiece(bytes, count), options(memory));
    if (!pattern->regex.ok()) {
      say(pattern->regex.error().c_str(), message, capacity);
      return nullptr;
    }
    if (pattern->regex.ProgramSize() > program_size) {
      say("pattern too large", message, capacity);
      return nullptr;
    }
    return pattern.release();
  } catch (const std::exception &) {
    say("out of memory", message, capacity);
    return nullptr;
  }
}

int cre2_find(const cre2_pattern *pattern, const char *bytes, size_t count) {
  try {
    return RE2::PartialMatch(re2::StringPiece(bytes, count), pattern->regex) ? 1 : 0;
  } catch (const std::exception &) {
    return -1;
  }
}

void cre2_free(cre2_pattern *pattern) { delete pattern; }
