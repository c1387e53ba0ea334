/*
** CSV and TSV as a stream of records (RFC 4180): the fields of a record point into the bytes as they were read.
** Knows no Lua and no types.
**
** R1  A record ends with LF, CRLF, CR or the end of the text; inside quotes line breaks are data, kept as they are.
** R2  A quote opens only at the start of a field, and closes before a delimiter or a line break; inside, a quote is
**     doubled. Blanks before and behind the quotes are no part of the field. Where quotes are data they mean nothing.
** R3  A line without any byte is no record, unless records have one field: then it is a record with a missing value.
** R4  What is wrong with one record is said of that record (its problem), and the next one is read. What cannot be
**     read on from ends the reading: a quote that is never closed, a record longer than the limit.
** R5  Memory grows with the longest record, never with the file.
** R6  A line that begins with the comment's text where a record could begin is none; quotes in it mean nothing.
**
** Ownership: the caller owns the struct and gives back what it holds with parley_csv_close, also after a failure.
** The input stays the caller's. Fields and raw bytes are valid until the next record is asked for.
*/
#ifndef PARLEY_TEXT_CSV_H
#define PARLEY_TEXT_CSV_H

#include "text/csv_check.h"

/* Opens *csv, which must be all zero; options may be NULL. */
bool parley_csv_open(parley_csv *csv, parley_input *input, const parley_csv_options *options, parley_error *err);

/* The same on UTF-8 text in memory, which is not copied and stays the caller's, as does `name`. */
bool parley_csv_open_memory(parley_csv *csv, const char *name, const char *text, size_t length,
                            const parley_csv_options *options, parley_error *err);

/* Passes over one line, whatever is in it; *over: there was none. */
bool parley_csv_pass_line(parley_csv *csv, bool *over, parley_error *err);

/* Passes over a line "sep=;" where the text stands at one, and takes its delimiter; *found is that, or 0. */
bool parley_csv_take_separator(parley_csv *csv, char *found, parley_error *err);

/* Reads the next record into csv->record. */
parley_record_next parley_csv_next(parley_csv *csv, parley_error *err);

void parley_csv_close(parley_csv *csv);

/* The first start of a record at or after `from`, or `length`; `quoted` says whether `from` lies inside quotes. */
size_t parley_csv_border(const parley_csv_options *options, const char *text, size_t length, size_t from, bool quoted);

#endif
