/* Words of codes, and codes of the system's numbers: no other file knows both. */
#include "base/error.h"

#include <errno.h>
#include <string.h>

bool parley_no_memory(parley_error *err) { return parley_fail(err, PARLEY_ERROR_OUT_OF_MEMORY, "out of memory"); }

/* The words are formatted first, because an argument may point into *err, which is written afterwards. */
bool parley_fail_at(parley_error *err, const char *place, parley_error_code code, const char *fmt, ...) {
  char words[sizeof err->message];
  va_list args;
  va_start(args, fmt);
  vsnprintf(words, sizeof words, fmt, args);
  va_end(args);
  parley_fail(err, code, "%s: %s", place, words);
  size_t length = strlen(place) + 2;
  err->place = (int)(length < sizeof err->message ? length : strlen(err->message));
  return false;
}

const char *parley_error_word(parley_error_code code) {
  static const char *const words[] = {
#define PARLEY_WORD(name, word) word,
      PARLEY_ERROR_LIST(PARLEY_WORD)
#undef PARLEY_WORD
  };
  return words[code];
}

/* What no case names is IO: a failure of the world that a program cannot tell apart any further. */
parley_error_code parley_error_of_errno(int number) {
  switch (number) {
    case ENOENT: return PARLEY_ERROR_MISSING_FILE;
    case ENOTDIR: return PARLEY_ERROR_MISSING_FOLDER;
    case EISDIR: return PARLEY_ERROR_IS_FOLDER;
    case EEXIST: return PARLEY_ERROR_EXISTS;
    case ENOTEMPTY: return PARLEY_ERROR_NOT_EMPTY;
    case ESPIPE: return PARLEY_ERROR_NOT_SEEKABLE;
    case EACCES:
    case EPERM:
    case EROFS: return PARLEY_ERROR_PERMISSION;
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
    case EFBIG: return PARLEY_ERROR_FULL;
    case EBUSY:
    case EAGAIN: return PARLEY_ERROR_BUSY;
    case ENOMEM: return PARLEY_ERROR_OUT_OF_MEMORY;
    default: return PARLEY_ERROR_IO;
  }
}
