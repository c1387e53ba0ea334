-- Line editing for the prompt, a rock of its own: GNU readline has a licence of its own, and Parley runs without it.
--   luarocks make rockspec/readline/parley-readline-scm-1.rockspec
rockspec_format = "3.0"
package = "parley-readline"
version = "scm-1"
source = {
  url = "git+file://.",
}
description = {
  summary = "Completion and a history for Parley's prompt, by readline",
  license = "MIT",
}
supported_platforms = { "unix" }
dependencies = { "lua >= 5.4, < 5.5" }
external_dependencies = {
  READLINE = { header = "readline/readline.h", library = "readline" },
}
build = {
  type = "builtin",
  modules = {
    ["parley.readline"] = {
      sources = { "csrc/readline/readline.c" },
      incdirs = { "$(READLINE_INCDIR)" },
      libdirs = { "$(READLINE_LIBDIR)" },
      libraries = { "readline" },
    },
  },
}
