# Parley: build, test, check, install. Everything that is made goes into build/.
#
#   make            build/parley/core.so (the Lua module) and build/libparley.a (for C hosts); with readline on this
#                   machine build/parley/readline.so, for the prompt (READLINE=libedit takes that, none: READLINE=),
#                   and with libpq build/parley/postgres.so, for datasets on a server (none: POSTGRES=);
#                   with expat core.so reads workbooks of Excel (none: EXPAT=)
#   make demo       install what is missing, build, run the example
#   make test       install what is missing, build, run every spec
#   make check      lint, warnings as errors, sanitizers, valgrind, short fuzz runs, fresh pages
#   make env        print exports for using the build in place: eval "$(make -s env)"
#   make install PREFIX=/usr/local    make uninstall    make bench    make docs    make clean

PREFIX  ?= /usr/local
DESTDIR ?=
ROOT    := $(CURDIR)
BUILD   := build
COMMA   := ,

# --- What this machine has -------------------------------------------------------------------------------------------

LUA := $(shell for lua in lua5.4 lua-5.4 lua54 lua; do \
  $$lua -e 'os.exit(_VERSION == "Lua 5.4")' >/dev/null 2>&1 && echo $$lua && break; done)
LUA_PC := $(shell for pc in lua5.4 lua-5.4 lua54 lua; do \
  pkg-config --exists "$$pc >= 5.4" "$$pc < 5.5" 2>/dev/null && echo $$pc && break; done)
LUA_CFLAGS := $(if $(LUA_PC),$(shell pkg-config --cflags $(LUA_PC)))
LUA_LIBS   := $(if $(LUA_PC),$(shell pkg-config --libs $(LUA_PC)))
DEP_CFLAGS := $(shell pkg-config --cflags sqlite3 libutf8proc zlib 2>/dev/null)
DEP_LIBS   := $(shell pkg-config --libs sqlite3 libutf8proc zlib 2>/dev/null)

# Line editing at the prompt is a module of its own, so that a machine without it lacks nothing else.
READLINE ?= $(shell pkg-config --exists readline 2>/dev/null && echo readline)
ifneq ($(READLINE),)
READLINE_CFLAGS := $(shell pkg-config --cflags $(READLINE)) $(if $(filter libedit,$(READLINE)),-DPARLEY_LIBEDIT)
READLINE_LIBS   := $(shell pkg-config --libs $(READLINE))
endif

# So are datasets on PostgreSQL.
POSTGRES ?= $(shell pkg-config --exists libpq 2>/dev/null && echo libpq)
ifneq ($(POSTGRES),)
POSTGRES_CFLAGS := $(shell pkg-config --cflags $(POSTGRES))
POSTGRES_LIBS   := $(shell pkg-config --libs $(POSTGRES))
endif

# XML, of which workbooks of Excel are made. Without it everything is built, and reading one says what is missing.
EXPAT ?= $(shell pkg-config --exists expat 2>/dev/null && echo expat)
ifneq ($(EXPAT),)
EXPAT_CFLAGS := $(shell pkg-config --cflags $(EXPAT)) -DPARLEY_EXPAT
EXPAT_LIBS   := $(shell pkg-config --libs $(EXPAT))
endif

# A Lua module takes the interpreter's Lua symbols when it is loaded, so it links no Lua of its own.
ifeq ($(shell uname -s),Darwin)
MODULE_LDFLAGS := -bundle -undefined dynamic_lookup
SYSTEM_LIBS := -liconv -lm
else
# ICU, which makes sort keys, is looked for when the first is asked for.
MODULE_LDFLAGS := -shared -pthread
SYSTEM_LIBS := -ldl -lm -pthread
# A module that starts threads which nobody waits for is not unloaded under them.
STAYS := -Wl,-z,nodelete
# This host makes the C code's own allocations fail as well.
FLAGS_alloc_host := -DWRAPPED_HEAP $(patsubst %,-Wl$(COMMA)--wrap=%,malloc calloc realloc aligned_alloc)
endif

WARNINGS := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wpedantic
CFLAGS   ?= -O2 -g
ALL_CFLAGS = -std=c11 -pthread -fPIC -fvisibility=hidden $(WARNINGS) -MMD -MP -Icsrc $(LUA_CFLAGS) $(DEP_CFLAGS) $(CPPFLAGS)
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -O1 -g
FUZZ_SANITIZE := -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -O1 -g

# --- What there is to build ------------------------------------------------------------------------------------------

# embed.c needs the Lua files embedded as text, so it is for host programs only.
HOST_ONLY   := csrc/lua/embed.c
READLINE_C  := $(wildcard csrc/readline/*.c)
POSTGRES_C  := $(wildcard csrc/postgres/*.c) csrc/lua/open_postgres.c
MODULES     := core $(if $(READLINE),readline) $(if $(POSTGRES),postgres)
MODULE_C    := $(filter-out $(HOST_ONLY) $(READLINE_C) $(POSTGRES_C),$(sort $(wildcard csrc/*/*.c csrc/*/*/*.c)))
MODULE_OBJ  := $(MODULE_C:csrc/%.c=%.o)
LIBRARY_OBJ := $(MODULE_OBJ) $(HOST_ONLY:csrc/%.c=%.o) embedded.o
POSTGRES_O  := $(POSTGRES_C:csrc/%.c=%.o)
LUA_FILES   := $(sort $(foreach depth,* */* */*/* */*/*/*,$(wildcard lua/parley/$(depth).lua)))
LUA_DIRS    := $(sort $(dir $(LUA_FILES)))
EMBEDDED    := $(filter-out lua/parley/meta/%,$(LUA_FILES))
BUILT       := compiled.luac bundled.images
HOSTS       := $(notdir $(basename $(wildcard spec/host/*.c)))
FUZZERS     := $(notdir $(basename $(wildcard fuzz/*_fuzz.c)))
FUZZ_TIME   ?= 15

.PHONY: all modules hosts demo run-demo test run-test env deps deps-test deps-check deps-bench docs written floors bench \
  bench-before bench-postgres install install-modules uninstall clean
.DELETE_ON_ERROR:

all: modules $(BUILD)/libparley.a
	$(if $(POSTGRES),,@echo "skipped: build/parley/postgres.so, no libpq (pkg-config libpq)" >&2)
modules: $(MODULES:%=$(BUILD)/parley/%.so) $(BUILT:%=$(BUILD)/parley/%)
hosts: $(HOSTS:%=$(BUILD)/host/%)

# $(call variant,DIRECTORY,COMPILER,FLAGS): a module and a library of their own in DIRECTORY.
define variant
$(1)/obj/%.o: csrc/%.c Makefile
	@mkdir -p $$(@D)
	$(2) $$(ALL_CFLAGS) $(3) -c -o $$@ $$<
$(1)/obj/embedded.o: $(BUILD)/embedded.c Makefile
	@mkdir -p $$(@D)
	$(2) $$(ALL_CFLAGS) $(3) -c -o $$@ $$<
$(1)/parley/core.so: $(addprefix $(1)/obj/,$(MODULE_OBJ))
	@mkdir -p $$(@D)
	$(2) $(3) $$(MODULE_LDFLAGS) $$(LDFLAGS) -o $$@ $$^ $$(DEP_LIBS) $$(EXPAT_LIBS) $$(SYSTEM_LIBS)
$(1)/parley/readline.so: $(READLINE_C) Makefile
	@mkdir -p $$(@D)
	$(2) $$(ALL_CFLAGS) $$(READLINE_CFLAGS) $(3) $$(MODULE_LDFLAGS) $$(LDFLAGS) -o $$@ $(READLINE_C) $$(READLINE_LIBS)
$(1)/obj/text/xlsx_xml.o: ALL_CFLAGS += $$(EXPAT_CFLAGS)
$(1)/obj/postgres/%.o $(1)/obj/lua/open_postgres.o: ALL_CFLAGS += $$(POSTGRES_CFLAGS)
$(1)/parley/postgres.so: $(addprefix $(1)/obj/,$(POSTGRES_O)) $(1)/libparley.a
	@mkdir -p $$(@D)
	$(2) $(3) $$(MODULE_LDFLAGS) $$(STAYS) $$(LDFLAGS) -o $$@ $$^ $$(POSTGRES_LIBS) -lm
$(1)/libparley.a: $(addprefix $(1)/obj/,$(LIBRARY_OBJ))
	@rm -f $$@
	$$(AR) qcs $$@ $$^
$(1)/host/%: spec/host/%.c $(1)/libparley.a
	@mkdir -p $$(@D)
	$(2) $$(ALL_CFLAGS) $(3) $$(LDFLAGS) $$(FLAGS_$$*) -o $$@ $$< $(1)/libparley.a $$(LUA_LIBS) $$(DEP_LIBS) $$(EXPAT_LIBS) $$(SYSTEM_LIBS)
-include $$(wildcard $$(addprefix $(1)/obj/,$$(LIBRARY_OBJ:.o=.d) $$(POSTGRES_O:.o=.d)) $(1)/host/*.d $(1)/parley/*.d)
endef

$(eval $(call variant,$(BUILD),$$(CC),$$(CFLAGS)))
$(eval $(call variant,$(BUILD)/asan,$$(CC),$$(SANITIZE)))
$(eval $(call variant,$(BUILD)/tsan,$$(CC),-fsanitize=thread -O1 -g))
$(eval $(call variant,$(BUILD)/gcc,gcc,-O2 -Werror))
$(eval $(call variant,$(BUILD)/clang,clang,-O2 -Werror))

# The folders are prerequisites too: a file that is added or removed changes them.
$(BUILD)/embedded.c: tools/embed.lua $(EMBEDDED) $(LUA_DIRS)
	@mkdir -p $(@D)
	@$(LUA) tools/embed.lua $@ $(EMBEDDED)

# What takes long at a start is made once, by the Lua and with the SQLite that are here: modules compiled, and the tables of
# the bundled datasets. They lie beside core.so, and none is needed.
$(BUILD)/parley/compiled.luac: tools/compile.lua tools/thin_dump.lua $(EMBEDDED) $(LUA_DIRS) $(BUILD)/parley/core.so
	@$(USE_BUILD) $(LUA) tools/compile.lua $@ $(EMBEDDED) >/dev/null
$(BUILD)/parley/bundled.images: tools/images.lua $(EMBEDDED) $(LUA_DIRS) $(BUILD)/parley/core.so
	@$(USE_BUILD) $(LUA) tools/images.lua $@

# --- Using it --------------------------------------------------------------------------------------------------------

# The dependencies may appear only now, so the build is a make of its own that looks for them afresh.
deps:
	@sh tools/deps.sh
deps-test deps-check deps-bench:
	@sh tools/deps.sh $(@:deps-%=%)

# BESIDE: where modules of others are looked for instead of in the usual places.
USE_BUILD = unset LUA_PATH_5_4 LUA_CPATH_5_4 LUA_PATH_5_5 LUA_CPATH_5_5 LUA_INIT LUA_INIT_5_4 LUA_INIT_5_5; \
  LUA_PATH="$(ROOT)/lua/?.lua;$(ROOT)/lua/?/init.lua;$(BESIDE);" LUA_CPATH="$(ROOT)/$(BUILD)/?.so;;" \
  PARLEY_BUILD="$(ROOT)/$(BUILD)"; export LUA_PATH LUA_CPATH PARLEY_BUILD;

demo: deps
	@$(MAKE) --no-print-directory run-demo
	@$(USE_BUILD) $(LUA) -e 'assert(require("parley").open("istanbul-2025"):report("$(BUILD)/istanbul-2025.html"))'
	@echo "The report of these talks, for a browser: $(BUILD)/istanbul-2025.html"
run-demo: all
	@$(USE_BUILD) $(LUA) examples/istanbul.lua

test: deps-test
	@$(MAKE) --no-print-directory run-test
run-test: all hosts
	@$(USE_BUILD) LUA=$(LUA) SPEC_OPTIONS="$(SPEC_OPTIONS)" sh tools/specs.sh $(SPECS)

# Lua 5.4 reads LUA_PATH_5_4 before LUA_PATH, so whichever is set is set again. For sh, bash, zsh and fish: each line
# ends with a semicolon, since `eval (make -s env)` of fish makes one line of all.
env:
	@set_path() { eval "own=\$${$$1_5_4+_5_4}"; eval "now=\$${$$1$$own:-;}"; \
	  printf "export %s='%s;%s';\n" "$$1$$own" "$$2" "$$now"; }; \
	set_path LUA_PATH "$(ROOT)/lua/?.lua;$(ROOT)/lua/?/init.lua"; set_path LUA_CPATH "$(ROOT)/$(BUILD)/?.so"; \
	printf "export PATH='%s';\n" "$(ROOT)/bin:$$PATH"

# What tools write of the tables in the sources, as TOOL:FILE.
WRITTEN := codebook_page:doc/codebook.md functions_page:doc/expressions.md errors_page:doc/errors.md \
  short_forms:lua/parley/meta/short_forms.lua reference:lua/parley/repl/reference.lua \
  table_types:lua/parley/meta/tables.lua frame_types:lua/parley/meta/frames.lua reference_page:doc/reference.md
written: $(BUILD)/parley/core.so
	@$(USE_BUILD) set -e; for pair in $(WRITTEN); do made=$(BUILD)/$$(basename "$${pair#*:}"); \
	  $(LUA) "tools/$${pair%%:*}.lua" > "$$made"; \
	  cmp -s "$$made" "$${pair#*:}" || cp "$$made" "$${pair#*:}"; done

docs: all written
	@mkdir -p doc/pictures
	@$(USE_BUILD) $(LUA) tools/gallery.lua doc/pictures

# A page draws the rooms that the files stand in; a spec fails when one is missing.
floors:
	@$(LUA) tools/layers.lua --page

# ROWS, ROUNDS, CASES, PEERS and BENCH_LARGE say how much of it: doc/performance.md.
BENCH_TOOLS := $(addprefix $(BUILD)/bench/,generate measure loop bench_clock.so)

bench: deps-bench
	@$(MAKE) --no-print-directory --silent all $(BENCH_TOOLS)
	@$(USE_BUILD) LUA_CPATH="$(ROOT)/$(BUILD)/bench/?.so;$$LUA_CPATH" $(LUA) bench/run.lua

# The same on a PostgreSQL server of this checkout's own: doc/scale.md. ROWS, CLAIMS, ROUNDS and CASES say how much.
# SHARD_ROWS: of the table over nodes, whose figures and model go into that page.
bench-postgres: all $(BENCH_TOOLS)
	@$(USE_BUILD) $(LUA) bench/postgres.lua
	@$(USE_BUILD) $(LUA) bench/shards.lua $(or $(SHARD_ROWS),1000000) --write

# BEFORE is an earlier checkout in which `make` has run: how much slower or faster is this one?
bench-before: all $(BENCH_TOOLS)
	@LUA_CPATH="$(ROOT)/$(BUILD)/bench/?.so;;" BEFORE="$(BEFORE)" $(LUA) bench/before.lua

$(BUILD)/bench/%: bench/%.c
	@mkdir -p $(@D)
	$(CC) -O2 $(DEP_CFLAGS) -o $@ $< $(DEP_LIBS)
$(BUILD)/bench/bench_clock.so: bench/clock.c
	@mkdir -p $(@D)
	$(CC) -O2 -fPIC $(MODULE_LDFLAGS) $(LUA_CFLAGS) -o $@ $<

clean:
	rm -rf $(BUILD)

# --- Checks: each can be run by itself -------------------------------------------------------------------------------

include tools/check.mk

# --- Installing ------------------------------------------------------------------------------------------------------

# LuaRocks says itself where modules go, and with which compiler, Lua and libraries they are built (rockspec/).
SHARE := $(DESTDIR)$(PREFIX)/share/lua/5.4
LIB   := $(DESTDIR)$(PREFIX)/lib
CLIB  := $(LIB)/lua/5.4
BIN   := $(DESTDIR)$(PREFIX)/bin/parley
MAN   := $(DESTDIR)$(PREFIX)/share/man/man1/parley.1

# The manual page and the completion of shells are made of the program's own table of commands, as its help is.
SHELLS := bash zsh fish
FOR_bash := $(DESTDIR)$(PREFIX)/share/bash-completion/completions/parley
FOR_zsh  := $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_parley
FOR_fish := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/parley.fish
MADE     := $(BUILD)/parley.1 $(SHELLS:%=$(BUILD)/completion.%)

$(BUILD)/parley.1: $(BUILD)/parley/core.so $(LUA_FILES) bin/parley
	@$(USE_BUILD) $(LUA) bin/parley help --man > $@
$(BUILD)/completion.%: $(BUILD)/parley/core.so $(LUA_FILES) bin/parley
	@$(USE_BUILD) $(LUA) bin/parley help --completion $* > $@

install-modules: modules
	@set -e; for file in $(LUA_FILES:lua/%=%); do \
	  mkdir -p "$(SHARE)/$$(dirname $$file)"; install -m 644 "lua/$$file" "$(SHARE)/$$file"; done
	@mkdir -p "$(CLIB)/parley"
	@set -e; for module in $(MODULES); do \
	  install -m 755 "$(BUILD)/parley/$$module.so" "$(CLIB)/parley/$$module.so"; done
	install -m 644 $(BUILT:%=$(BUILD)/parley/%) "$(CLIB)/parley"

# The program finds the modules beside it, wherever that is: its first lines are the interpreter and their place.
install: all $(MADE) install-modules
	@mkdir -p "$(LIB)/pkgconfig" "$(DESTDIR)$(PREFIX)/include" \
	  "$(dir $(BIN))" "$(dir $(MAN))" $(foreach shell,$(SHELLS),"$(dir $(FOR_$(shell)))")
	install -m 644 $(BUILD)/libparley.a "$(LIB)/libparley.a"
	install -m 644 csrc/parley.h "$(DESTDIR)$(PREFIX)/include/parley.h"
	@sed 's|@PREFIX@|$(PREFIX)|; s|@LUA@|$(LUA_PC)|; s| *@EXPAT@|$(EXPAT:%= %)|' tools/parley.pc.in > "$(LIB)/pkgconfig/parley.pc"
	@{ echo '#!/usr/bin/env $(LUA)'; \
	  echo 'package.path = "$(PREFIX)/share/lua/5.4/?.lua;$(PREFIX)/share/lua/5.4/?/init.lua;" .. package.path'; \
	  echo 'package.cpath = "$(PREFIX)/lib/lua/5.4/?.so;" .. package.cpath'; \
	  sed 1d bin/parley; } > "$(BIN)"; chmod 755 "$(BIN)"
	install -m 644 $(BUILD)/parley.1 "$(MAN)"
	@$(foreach shell,$(SHELLS),install -m 644 $(BUILD)/completion.$(shell) "$(FOR_$(shell))" &&) true
	@echo "Installed. Where '$(LUA)' or the shell does not find it yet (for sh, bash, zsh and fish):"
	@echo "  export PATH='$(PREFIX)/bin':\"\$$PATH\";"
	@echo "  export LUA_PATH='$(PREFIX)/share/lua/5.4/?.lua;$(PREFIX)/share/lua/5.4/?/init.lua;;';"
	@echo "  export LUA_CPATH='$(PREFIX)/lib/lua/5.4/?.so;;';"

uninstall:
	rm -rf "$(SHARE)/parley" "$(CLIB)/parley"
	rm -f "$(LIB)/libparley.a" "$(LIB)/pkgconfig/parley.pc" "$(DESTDIR)$(PREFIX)/include/parley.h" \
	  "$(BIN)" "$(MAN)" $(foreach shell,$(SHELLS),"$(FOR_$(shell))")
