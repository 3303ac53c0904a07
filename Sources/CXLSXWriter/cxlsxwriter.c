#define _GNU_SOURCE
#include "cxlsxwriter.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

// Each function of the library that is used; their types are those of its header.
#define FUNCTIONS(use)                \
  use(lxw_version_id)                 \
  use(workbook_new_opt)               \
  use(workbook_add_worksheet)         \
  use(workbook_add_format)            \
  use(workbook_set_properties)        \
  use(workbook_close)                 \
  use(worksheet_write_string)         \
  use(worksheet_write_blank)          \
  use(worksheet_set_column_opt)       \
  use(worksheet_set_row)              \
  use(worksheet_freeze_panes)         \
  use(worksheet_repeat_rows)          \
  use(worksheet_protect)              \
  use(worksheet_hide)                 \
  use(worksheet_set_landscape)        \
  use(worksheet_set_paper)            \
  use(worksheet_fit_to_pages)         \
  use(worksheet_data_validation_cell) \
  use(format_set_text_wrap)           \
  use(format_set_align)               \
  use(format_set_bold)                \
  use(format_set_font_size)           \
  use(format_set_bg_color)            \
  use(format_set_border)              \
  use(format_set_border_color)        \
  use(format_set_num_format_index)    \
  use(format_set_unlocked)

#define DECLARE(name) __typeof__(&name) name;
static struct {
  FUNCTIONS(DECLARE)
} library;
#undef DECLARE

static int is_at_hand;

static void load(void) {
  static const char *const names[] = {"libxlsxwriter.so", "libxlsxwriter.so.4",
                                      "libxlsxwriter.so.5", "libxlsxwriter.so.6",
                                      "libxlsxwriter.so.7", "libxlsxwriter.dylib"};
  void *handle = NULL;
  for (size_t index = 0; handle == NULL && index < sizeof names / sizeof *names; index += 1) {
    handle = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  }
  if (handle == NULL) return;
#define FIND(name)                                              \
  *(void **)&library.name = dlsym(handle, #name);               \
  if (library.name == NULL) return;
  FUNCTIONS(FIND)
#undef FIND
  // The layout of what is passed to it is that of the header.
  is_at_hand = library.lxw_version_id() == LXW_VERSION_ID;
}

int cxlsxwriter_is_at_hand(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_at_hand;
}

struct cxlsxwriter_book {
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *looks[CXLSXWRITER_ANSWER + 1];
  // The library writes files only: this one is in memory.
  int descriptor;
};

static lxw_format *look(lxw_workbook *workbook, cxlsxwriter_look kind) {
  lxw_format *format = library.workbook_add_format(workbook);
  if (format == NULL) return NULL;
  library.format_set_text_wrap(format);
  library.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (kind == CXLSXWRITER_TITLE) library.format_set_font_size(format, 16);
  if (kind == CXLSXWRITER_TITLE || kind == CXLSXWRITER_HEAD) library.format_set_bold(format);
  if (kind == CXLSXWRITER_HEAD) library.format_set_bg_color(format, 0xD9E2EC);
  if (kind == CXLSXWRITER_ANSWER) {
    library.format_set_bg_color(format, 0xFFF8DC);
    library.format_set_unlocked(format);
    // As text: what is typed stays what it is, be it a date, a version or something with `=`.
    library.format_set_num_format_index(format, 49);
  }
  if (kind == CXLSXWRITER_HEAD || kind == CXLSXWRITER_ANSWER) {
    library.format_set_border(format, LXW_BORDER_THIN);
    library.format_set_border_color(format, 0x9AA5B1);
  }
  return format;
}

static int set_up(cxlsxwriter_book *book, const char *title, int64_t created) {
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", book->descriptor);
  lxw_workbook_options options = {.constant_memory = LXW_FALSE, .tmpdir = NULL, .use_zip64 = 0};
  book->workbook = library.workbook_new_opt(path, &options);
  if (book->workbook == NULL) return 0;
  char *copy = strdup(title);
  lxw_doc_properties properties = {.title = copy, .created = created};
  int status = copy == NULL ? LXW_ERROR_MEMORY_MALLOC_FAILED
                            : library.workbook_set_properties(book->workbook, &properties);
  free(copy);
  for (int kind = 0; kind <= CXLSXWRITER_ANSWER; kind += 1) {
    book->looks[kind] = look(book->workbook, kind);
    if (book->looks[kind] == NULL) return 0;
  }
  return status == LXW_NO_ERROR;
}

cxlsxwriter_book *cxlsxwriter_open(const char *title, int64_t created) {
  if (!cxlsxwriter_is_at_hand()) return NULL;
  cxlsxwriter_book *book = calloc(1, sizeof *book);
  if (book == NULL) return NULL;
  book->descriptor = memfd_create("probity.xlsx", MFD_CLOEXEC);
  if (book->descriptor >= 0 && set_up(book, title, created)) return book;
  size_t count;
  free(cxlsxwriter_close(book, &count));
  return NULL;
}

int cxlsxwriter_add_sheet(cxlsxwriter_book *book, const char *name, int is_hidden) {
  book->sheet = library.workbook_add_worksheet(book->workbook, name);
  if (book->sheet != NULL && is_hidden) library.worksheet_hide(book->sheet);
  return book->sheet != NULL;
}

int cxlsxwriter_write(cxlsxwriter_book *book, uint32_t row, uint16_t column, const char *text,
                      cxlsxwriter_look kind) {
  lxw_format *format = book->looks[kind];
  if (*text == 0) {
    return library.worksheet_write_blank(book->sheet, row, column, format) == LXW_NO_ERROR;
  }
  return library.worksheet_write_string(book->sheet, row, column, text, format) == LXW_NO_ERROR;
}

void cxlsxwriter_set_column(cxlsxwriter_book *book, uint16_t column, double width, int is_hidden) {
  lxw_row_col_options options = {.hidden = is_hidden != 0};
  library.worksheet_set_column_opt(book->sheet, column, column, width, NULL, &options);
}

void cxlsxwriter_set_row(cxlsxwriter_book *book, uint32_t row, double height) {
  library.worksheet_set_row(book->sheet, row, height, NULL);
}

void cxlsxwriter_freeze(cxlsxwriter_book *book, uint32_t rows) {
  library.worksheet_freeze_panes(book->sheet, rows, 0);
  library.worksheet_repeat_rows(book->sheet, 0, rows - 1);
}

void cxlsxwriter_protect(cxlsxwriter_book *book) {
  lxw_protection options = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};
  library.worksheet_protect(book->sheet, NULL, &options);
}

void cxlsxwriter_set_page(cxlsxwriter_book *book, int is_landscape) {
  if (is_landscape) library.worksheet_set_landscape(book->sheet);
  library.worksheet_set_paper(book->sheet, 9);
  library.worksheet_fit_to_pages(book->sheet, 1, 0);
}

int cxlsxwriter_offer(cxlsxwriter_book *book, uint32_t row, uint16_t column, const char *reference,
                      int is_strict, const char *title, const char *message) {
  lxw_data_validation offer = {.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                               .ignore_blank = LXW_VALIDATION_ON,
                               .show_input = LXW_VALIDATION_ON,
                               .show_error = is_strict ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF,
                               .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
                               .dropdown = LXW_VALIDATION_ON};
  offer.value_formula = strdup(reference);
  offer.error_title = strdup(title);
  offer.error_message = strdup(message);
  int is_done = offer.value_formula != NULL && offer.error_title != NULL &&
                offer.error_message != NULL &&
                library.worksheet_data_validation_cell(book->sheet, row, column, &offer) ==
                    LXW_NO_ERROR;
  free(offer.value_formula);
  free(offer.error_title);
  free(offer.error_message);
  return is_done;
}

static uint8_t *content(int descriptor, size_t *count) {
  off_t end = lseek(descriptor, 0, SEEK_END);
  uint8_t *bytes = end > 0 ? malloc((size_t)end) : NULL;
  *count = 0;
  while (bytes != NULL && *count < (size_t)end) {
    ssize_t length = pread(descriptor, bytes + *count, (size_t)end - *count, (off_t)*count);
    if (length <= 0) {
      free(bytes);
      return NULL;
    }
    *count += (size_t)length;
  }
  return bytes;
}

uint8_t *cxlsxwriter_close(cxlsxwriter_book *book, size_t *count) {
  uint8_t *bytes = NULL;
  if (book->workbook != NULL && library.workbook_close(book->workbook) == LXW_NO_ERROR) {
    bytes = content(book->descriptor, count);
  }
  if (book->descriptor >= 0) close(book->descriptor);
  free(book);
  return bytes;
}

void cxlsxwriter_free(uint8_t *bytes) { free(bytes); }
