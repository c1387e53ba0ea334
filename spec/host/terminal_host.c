/*
** A terminal without a screen: runs a program on a pseudo-terminal, sends it keys and hands over what it writes, with
** the time each answer took. spec/support/terminal.lua writes the script and reads the answer.
**
**   terminal_host SCRIPT COLUMNS ROWS PROGRAM ARGUMENT…
**   terminal_host                 checks itself with cat; so does `terminal_host once`
**
** A line of the script is a word, milliseconds, and a text in which \n, \t, \\ and \xHH stand for bytes:
**
**   send 0 TEXT     types
**   until MS TEXT   waits until TEXT has been written since the last send
**   ends MS TEXT    waits until what has been written since then ends with TEXT, which is how a prompt looks
**   quiet MS        waits until nothing has been written for so long
**   size 0 COLS ROWS
**   close MS        waits until the program has ended
**
** Waiting looks at the text without escape sequences and carriage returns. For each line `@ WORD ok|late MICROSECONDS
** BYTES` is printed, and as many bytes as came since the line before, raw; at the end `@ status N`.
*/
#define _XOPEN_SOURCE 600 /* posix_openpt */
#define _DEFAULT_SOURCE   /* TIOCSCTTY, struct winsize */
#define _DARWIN_C_SOURCE
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/clock.h"

#define MOST (1 << 22) /* bytes of one session */

typedef struct terminal {
  int fd;
  pid_t child;
  bool closed;
  char raw[MOST], plain[MOST];
  size_t raw_size, plain_size;
  size_t told; /* raw bytes printed so far */
  size_t mark; /* plain bytes at the last send */
  int escape;  /* within an escape sequence: 0 no, 1 after ESC, 2 in CSI, 3 in OSC */
  int64_t last; /* when something came */
} terminal;

static terminal term;

/* Escape sequences and carriage returns are left out of the plain text. */
static void put_plain(terminal *t, char c) {
  switch (t->escape) {
    case 1: t->escape = c == '[' ? 2 : c == ']' ? 3 : 0; return;
    case 2: if (c >= '@' && c <= '~') t->escape = 0; return;
    case 3: if (c == '\a' || c == '\\') t->escape = 0; return;
    default: break;
  }
  if (c == '\033') t->escape = 1;
  else if (c != '\r' && c != '\a') t->plain[t->plain_size++] = c;
}

/* Reads what comes within `ms`; false when nothing did. */
static bool take(terminal *t, int ms) {
  struct pollfd wanted = {.fd = t->fd, .events = POLLIN};
  char piece[4096];
  if (t->closed || poll(&wanted, 1, ms) <= 0) return false;
  ssize_t n = read(t->fd, piece, sizeof piece);
  if (n <= 0) { /* EIO: nobody has the other side open any more */
    t->closed = n == 0 || errno != EINTR;
    return false;
  }
  t->last = parley_clock_now();
  for (ssize_t i = 0; i < n && t->raw_size < MOST; i++) {
    t->raw[t->raw_size++] = piece[i];
    put_plain(t, piece[i]);
  }
  return true;
}

static bool has(const terminal *t, const char *text, size_t length, bool at_end) {
  size_t size = t->plain_size - t->mark;
  const char *from = t->plain + t->mark;
  if (size < length) return false;
  if (at_end) return memcmp(from + size - length, text, length) == 0;
  for (size_t i = 0; i + length <= size; i++) {
    if (memcmp(from + i, text, length) == 0) return true;
  }
  return false;
}

static bool wait_for(terminal *t, const char *text, size_t length, bool at_end, int ms) {
  int64_t until = parley_clock_now() + (int64_t)ms * 1000000;
  while (!has(t, text, length, at_end)) {
    int64_t left = (until - parley_clock_now()) / 1000000;
    if (left <= 0 || t->closed) return false;
    take(t, left > 50 ? 50 : (int)left + 1);
  }
  return true;
}

static bool wait_quiet(terminal *t, int ms) {
  t->last = parley_clock_now();
  while (!t->closed && parley_clock_now() - t->last < (int64_t)ms * 1000000) take(t, ms);
  return true;
}

/* A pty takes no more than a few kilobytes before they are read, and echoes them meanwhile. */
static bool send_keys(terminal *t, const char *keys, size_t length) {
  t->mark = t->plain_size;
  while (length > 0) {
    ssize_t n = write(t->fd, keys, length > 256 ? 256 : length);
    if (n < 0 && errno != EAGAIN && errno != EINTR) return false;
    if (n > 0) keys += n, length -= (size_t)n;
    if (length > 0) take(t, 5);
  }
  return true;
}

static bool resize(terminal *t, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(t->fd, TIOCSWINSZ, &size) == 0;
}

/* The program's own session, with the terminal as its own: Ctrl-C reaches it as SIGINT. */
static void become(const char *name, char **program) {
  setsid();
  int fd = open(name, O_RDWR);
  if (fd < 0 || ioctl(fd, TIOCSCTTY, 0) != 0) _exit(126);
  for (int i = 0; i < 3; i++) dup2(fd, i);
  if (fd > 2) close(fd);
  signal(SIGINT, SIG_DFL);
  execvp(program[0], program);
  _exit(127);
}

static bool start(terminal *t, int columns, int rows, char **program) {
  t->fd = posix_openpt(O_RDWR | O_NOCTTY);
  if (t->fd < 0 || grantpt(t->fd) != 0 || unlockpt(t->fd) != 0 || !resize(t, columns, rows)) return false;
  const char *name = ptsname(t->fd);
  fcntl(t->fd, F_SETFD, FD_CLOEXEC);
  fflush(stdout);
  t->child = fork();
  if (t->child == 0) become(name, program);
  return t->child > 0;
}

/* Its status: of a signal 128 and its number. One that does not end is killed. */
static int finish(terminal *t, int ms) {
  int status = 0;
  int64_t until = parley_clock_now() + (int64_t)ms * 1000000;
  pid_t ended = 0;
  if (t->child == 0) return -1;
  while ((ended = waitpid(t->child, &status, WNOHANG)) == 0 && parley_clock_now() < until) take(t, 5);
  while (take(t, 5)) {}
  if (ended == 0) {
    kill(t->child, SIGKILL);
    waitpid(t->child, &status, 0);
  }
  t->child = 0;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* \n, \t, \\ and \xHH become bytes, in place. */
static size_t unescape(char *text) {
  char *to = text;
  for (const char *from = text; *from != '\0'; from++) {
    if (*from != '\\') {
      *to++ = *from;
      continue;
    }
    from++;
    if (*from == 'x') {
      char digits[3] = {from[1], from[2], '\0'};
      *to++ = (char)strtol(digits, NULL, 16);
      from += 2;
    } else {
      *to++ = (char)(*from == 'n' ? '\n' : *from == 't' ? '\t' : *from);
    }
  }
  *to = '\0';
  return (size_t)(to - text);
}

static bool do_line(terminal *t, const char *word, int ms, char *text, int *status) {
  if (strcmp(word, "size") == 0) {
    int columns = 0, rows = 0;
    return sscanf(text, "%d %d", &columns, &rows) == 2 && resize(t, columns, rows);
  }
  size_t length = unescape(text);
  if (strcmp(word, "send") == 0) return send_keys(t, text, length);
  if (strcmp(word, "until") == 0) return wait_for(t, text, length, false, ms);
  if (strcmp(word, "ends") == 0) return wait_for(t, text, length, true, ms);
  if (strcmp(word, "quiet") == 0) return wait_quiet(t, ms);
  if (strcmp(word, "close") == 0) return (*status = finish(t, ms)) >= 0;
  return false;
}

static void run_script(terminal *t, FILE *script) {
  static char line[1 << 16], word[16];
  int status = -1;
  while (fgets(line, sizeof line, script) != NULL) {
    int ms = 0, at = 0;
    line[strcspn(line, "\n")] = '\0';
    if (sscanf(line, "%15s %d%n", word, &ms, &at) < 2) continue;
    char *text = line + at;
    if (*text == ' ') text++;
    int64_t started = parley_clock_now();
    bool done = do_line(t, word, ms, text, &status);
    printf("@ %s %s %lld %zu\n", word, done ? "ok" : "late", (long long)((parley_clock_now() - started) / 1000),
           t->raw_size - t->told);
    fwrite(t->raw + t->told, 1, t->raw_size - t->told, stdout);
    printf("\n");
    t->told = t->raw_size;
  }
  if (t->child != 0) status = finish(t, 0);
  printf("@ status %d\n", status);
}

/* cat gives back what it is sent, and ends at the end of input or by Ctrl-C. */
static void check_itself(terminal *t) {
  char *program[] = {(char *)"cat", NULL};
  if (!CHECK(start(t, 80, 24, program))) return;
  CHECK(send_keys(t, "one\n", 4));
  CHECK(wait_for(t, "one\none\n", 8, true, 20000));
  CHECK(send_keys(t, "\003", 1));
  CHECK(finish(t, 20000) == 128 + SIGINT);
  char text[] = "a\\x1b\\\\n\\n";
  CHECK(unescape(text) == 5);
  CHECK_TEXT("a\033\\n\n", text);
}

int main(int count, char **arguments) {
  if (count < 5) {
    check_itself(&term);
    return check_result("terminal_host");
  }
  FILE *script = fopen(arguments[1], "r");
  if (script == NULL || !start(&term, atoi(arguments[2]), atoi(arguments[3]), arguments + 4)) {
    perror("terminal_host");
    return 1;
  }
  run_script(&term, script);
  fclose(script);
  return 0;
}
