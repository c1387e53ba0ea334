/* By code where one says more than its class (the first two characters), else by class. */
#include "postgres/sqlstate.h"

#include <string.h>

typedef struct sqlstate_entry {
  const char *state;
  parley_error_code code;
} sqlstate_entry;

/* The first entry that a code begins with counts. */
static const sqlstate_entry entries[] = {
    {"08", PARLEY_ERROR_NO_SERVER},      /* connections */
    {"22003", PARLEY_ERROR_OVERFLOW},
    {"22012", PARLEY_ERROR_SQL},         /* division by zero */
    {"22021", PARLEY_ERROR_BAD_ENCODING},
    {"22P05", PARLEY_ERROR_BAD_ENCODING},
    {"22", PARLEY_ERROR_BAD_VALUE},
    {"23505", PARLEY_ERROR_DUPLICATE},
    {"23", PARLEY_ERROR_CONSTRAINT},
    {"25006", PARLEY_ERROR_PERMISSION},  /* a transaction that may only read */
    {"25P03", PARLEY_ERROR_NO_SERVER},   /* was idle in a transaction for too long, and is gone */
    {"28", PARLEY_ERROR_PERMISSION},     /* passwords, pg_hba.conf */
    {"3D000", PARLEY_ERROR_NO_NAME},     /* no such database */
    {"3F000", PARLEY_ERROR_NO_NAME},     /* no such schema */
    {"40", PARLEY_ERROR_BUSY},           /* serialisation, deadlock */
    {"42501", PARLEY_ERROR_PERMISSION},
    {"53100", PARLEY_ERROR_FULL},
    {"53200", PARLEY_ERROR_OUT_OF_MEMORY},
    {"53300", PARLEY_ERROR_BUSY},        /* too many connections */
    {"53", PARLEY_ERROR_FULL},
    {"54", PARLEY_ERROR_TOO_LARGE},
    {"55006", PARLEY_ERROR_BUSY},
    {"55P03", PARLEY_ERROR_BUSY},        /* a lock that was not had in time */
    {"57014", PARLEY_ERROR_CANCELLED},
    {"57P", PARLEY_ERROR_NO_SERVER},     /* the server ends, or is not ready yet */
    {"58", PARLEY_ERROR_IO},
    {"XX001", PARLEY_ERROR_CORRUPT},
    {"XX002", PARLEY_ERROR_CORRUPT},
};

parley_error_code parley_pg_sqlstate_code(const char *sqlstate) {
  for (size_t i = 0; sqlstate != NULL && i < sizeof entries / sizeof *entries; i++) {
    if (strncmp(sqlstate, entries[i].state, strlen(entries[i].state)) == 0) return entries[i].code;
  }
  return PARLEY_ERROR_SQL;
}

static bool is_state_character(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

/* A verbose message writes "SEVERITY:  STATE: words", whatever language its words are in. */
bool parley_pg_sqlstate_find(const char *verbose, char out[6]) {
  for (const char *at = strstr(verbose, ":  "); at != NULL; at = strstr(at + 1, ":  ")) {
    const char *state = at + 3;
    size_t length = 0;
    while (length < 5 && is_state_character(state[length])) length++;
    if (length < 5 || (state[5] != ':' && state[5] != '\0' && state[5] != '\n')) continue;
    memcpy(out, state, 5);
    out[5] = '\0';
    return true;
  }
  return false;
}
