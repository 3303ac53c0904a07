#ifndef PROBITY_CXLSXWRITER_H
#define PROBITY_CXLSXWRITER_H

#include <stddef.h>
#include <stdint.h>

/// A workbook that is being written into memory; texts are UTF-8 and end in a zero.
typedef struct cxlsxwriter_book cxlsxwriter_book;

/// How cells look; only answers can be written into once their sheet is protected.
typedef enum {
  CXLSXWRITER_TITLE,
  CXLSXWRITER_TEXT,
  CXLSXWRITER_HEAD,
  CXLSXWRITER_ANSWER,
} cxlsxwriter_look;

/// Whether the library is there, in the version for which this was built.
///
/// It is looked for on first use, as it brings others that take longer to load than a whole run
/// of those who need no spreadsheet.
int cxlsxwriter_is_at_hand(void);

/// Begins a workbook with a fixed date of making, in seconds since 1970; null without the library
/// or memory.
cxlsxwriter_book *cxlsxwriter_open(const char *title, int64_t created);

/// Adds a sheet and makes it the one that the following functions are about; 0 if it can't be.
int cxlsxwriter_add_sheet(cxlsxwriter_book *book, const char *name, int is_hidden);

/// Writes a text, which is never taken for a formula, a number or a link; 0 if it can't be.
int cxlsxwriter_write(cxlsxwriter_book *book, uint32_t row, uint16_t column, const char *text,
                      cxlsxwriter_look look);

void cxlsxwriter_set_column(cxlsxwriter_book *book, uint16_t column, double width, int is_hidden);

/// Sets a row's height in points.
void cxlsxwriter_set_row(cxlsxwriter_book *book, uint32_t row, double height);

/// Keeps the first rows in sight.
void cxlsxwriter_freeze(cxlsxwriter_book *book, uint32_t rows);

/// Lets nobody change a cell that is no answer; no password is needed to lift it.
void cxlsxwriter_protect(cxlsxwriter_book *book);

/// Prints a sheet as wide as one page.
void cxlsxwriter_set_page(cxlsxwriter_book *book, int is_landscape);

/// Offers a list that stands at a reference; nothing else can be answered if it is strict.
int cxlsxwriter_offer(cxlsxwriter_book *book, uint32_t row, uint16_t column, const char *reference,
                      int is_strict, const char *title, const char *message);

/// Ends the workbook and frees it, whatever comes of it: all its bytes, or null.
uint8_t *cxlsxwriter_close(cxlsxwriter_book *book, size_t *count);

/// Frees the bytes of a workbook.
void cxlsxwriter_free(uint8_t *bytes);

#endif
