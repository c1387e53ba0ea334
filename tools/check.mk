# The deeper checks of `make check`. Each step is a target of its own, to be run alone while mending: make check-asan.
# `make check` runs all of them, tells of each how it ended, and fails at the end if one did.

# The slowest first: two run at a time.
CHECKS := lua55 threads valgrind hosts cancel fuzz warnings lint browser pages

.PHONY: check check-asan check-queries check-postgres check-writers check-server-faults check-server-queries \
  check-merges \
  $(addprefix check-,$(CHECKS))

# What two steps build is built before.
check: deps-check
	@$(MAKE) --no-print-directory -j2 all hosts $(HOSTS:%=$(BUILD)/asan/host/%)
	@MAKE="$(MAKE)" bash tools/check.sh $(addprefix check-,$(CHECKS))

# Style, arrows between the rooms, how long things are, the names of C, and examples against what editors know of types.
check-lint: all
	luacheck --quiet .
	$(LUA) tools/layers.lua
	$(LUA) tools/measure.lua
	$(LUA) tools/copies.lua
	$(LUA) tools/headers.lua . $(BUILD)/obj
	@$(USE_BUILD) $(LUA) tools/diagnostics.lua examples/*.lua

# Every C file, under the warnings of two compilers.
WARNED := $(foreach cc,gcc clang,$(BUILD)/$(cc)/libparley.a \
  $(filter %readline.so %postgres.so,$(MODULES:%=$(BUILD)/$(cc)/parley/%.so)) $(HOSTS:%=$(BUILD)/$(cc)/host/%))
check-warnings: $(WARNED) $(FUZZERS:%=$(BUILD)/clang/obj/%.fuzz.o)

$(BUILD)/clang/obj/%.fuzz.o: fuzz/%.c Makefile
	@mkdir -p $(@D)
	clang $(ALL_CFLAGS) -O2 -Werror -c -o $@ $<

# The interpreter is no sanitized program, so the runtime has to be there before it. Leaks are the hosts' business:
# busted and the interpreter keep memory to the end. check-hosts runs the hosts, so specs that only run one (#host) are
# left out here, as are those of the sources themselves (#tools), of what a browser makes of them (#browser), and of what a
# server makes of SQL that was sent to it (#server).
ASAN_RUNTIME = $(shell $(CC) -print-file-name=libasan.so)
STRICT = UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
# What `make` builds for core.so serves this one too.
ASAN_BUILT := $(BUILT:%=$(BUILD)/asan/parley/%)
$(ASAN_BUILT): $(BUILD)/asan/parley/%: $(BUILD)/parley/%
	@mkdir -p $(@D)
	@install -m 644 $< $@

check-asan: $(MODULES:%=$(BUILD)/asan/parley/%.so) $(ASAN_BUILT) $(HOSTS:%=$(BUILD)/asan/host/%) all
	@$(USE_BUILD) LUA_CPATH="$(ROOT)/$(BUILD)/asan/?.so;$$LUA_CPATH" PARLEY_BUILD="$(ROOT)/$(BUILD)/asan" \
	  LD_PRELOAD="$(ASAN_RUNTIME)" ASAN_OPTIONS=detect_leaks=0 $(STRICT) PARLEY_CASES=250 $(LUA) tools/spec.lua --ignore-lua \
	  --exclude-tags=host,tools,browser,server $(SPECS)

# Reports in a real browser.
check-browser: all
	@$(USE_BUILD) $(LUA) tools/spec.lua --ignore-lua spec/report/browser_spec.lua

# $(call points,HOST,POINTS): the argument of the host that cancels calls, which sanitizers make slow.
points = $$(case $(1) in *cancel_host) echo $(2);; esac)

# Programs that embed Parley; each says itself what is wrong and ends with a status.
check-hosts: $(HOSTS:%=$(BUILD)/asan/host/%)
	@set -e; for host in $^; do echo "$$host"; \
	  ASAN_OPTIONS=detect_leaks=1:quarantine_size_mb=1:malloc_context_size=8 $(STRICT) $$host $(call points,$$host,5); done

# Whatever starts threads, under the thread sanitizer.
THREADED := $(filter column_% cancel_host round_host,$(HOSTS))
check-threads: $(THREADED:%=$(BUILD)/tsan/host/%)
	@set -e; for host in $^; do echo "$$host"; TSAN_OPTIONS=halt_on_error=1 $$host $(call points,$$host,once); done

# Specs that know no store, with their datasets on a PostgreSQL server; those of a file (#file) are left out.
ON_SERVER := $(addsuffix _spec.lua,$(addprefix spec/claims/,add_column best_reading claims coders content_ids \
  correcting measures own_quantities planned policy quantities references several transactions views writing) \
  $(addprefix spec/analysis/,brief brief_after_brief brief_plurals brief_wording changes cite compare concessions \
  disagreements evidence interval ledger ledger_lateness lint network positions search shown_reading sides ties \
  timeline total wholes_and_parts why) \
  $(addprefix spec/query/,aggregates bind complete constants dates diff ends join join_partners left_decides nearest \
  negations open_bounds parameters pivot query record row_key sample spans split ties twins union verbs windows within) \
  $(addprefix spec/cases/,dates days readings) $(addprefix spec/export/,export graphs workbook) \
  $(addprefix spec/import/,import mappings quarantine source_block staging values))
check-postgres: all
	@$(USE_BUILD) PARLEY_STORE=postgres LUA=$(LUA) SPEC_OPTIONS=--exclude-tags=file sh tools/specs.sh $(ON_SERVER)

# Twelve processes that claim a thousand times each about fifty things, on a PostgreSQL server.
WRITERS ?= 12 1000 50
check-writers: all
	@$(USE_BUILD) PARLEY_WRITERS="$(WRITERS)" $(LUA) tools/spec.lua --ignore-lua spec/postgres/writers_spec.lua

# Connections cut, and messages changed, at many more points of the protocol than a run of the specs has; the messages that
# are changed once more under the sanitizers. And random queries of a server: make check-server-queries SEEDS="101 102".
FAULTS ?= 200
SERVER_CASES ?= 2000
check-server-faults: all $(MODULES:%=$(BUILD)/asan/parley/%.so) $(ASAN_BUILT)
	@$(USE_BUILD) PARLEY_FAULTS=$(FAULTS) LUA=$(LUA) sh tools/specs.sh spec/postgres/faults_spec.lua \
	  spec/postgres/fault_points_spec.lua spec/postgres/garbled_spec.lua spec/postgres/own_server_spec.lua
	@$(USE_BUILD) LUA_CPATH="$(ROOT)/$(BUILD)/asan/?.so;;" PARLEY_BUILD="$(ROOT)/$(BUILD)/asan" LD_PRELOAD="$(ASAN_RUNTIME)" \
	  ASAN_OPTIONS=detect_leaks=0 $(STRICT) PARLEY_FAULTS=$(FAULTS) LUA=$(LUA) sh tools/specs.sh spec/postgres/garbled_spec.lua
check-server-queries: all
	@set -e; for seed in $(SEEDS); do echo "seed $$seed, $(SERVER_CASES) queries"; $(USE_BUILD) PARLEY_SEED=$$seed \
	  PARLEY_SERVER_CASES=$(SERVER_CASES) LUA=$(LUA) sh tools/specs.sh spec/postgres/random_queries_spec.lua; done

# Merges of a thousand random histories: make check-merges MERGES=200.
MERGES ?= 1000
check-merges: all
	@$(USE_BUILD) PARLEY_MERGES=$(MERGES) $(LUA) tools/spec.lua --ignore-lua spec/coding/merging_property_spec.lua

# Random queries on every engine, far more than a run of the specs has: make check-queries SEEDS="101 102" CASES=10000.
SEEDS ?= 1
CASES ?= 10000
check-queries: all
	@set -e; for seed in $(SEEDS); do echo "seed $$seed, $(CASES) queries"; $(USE_BUILD) PARLEY_SEED=$$seed \
	  PARLEY_CASES=$(CASES) $(LUA) tools/spec.lua --ignore-lua spec/query/engines_spec.lua \
	  spec/query/own_functions_spec.lua; done

# Each long call, cancelled from a second thread at up to 200 points; CANCEL_POINTS=200 at so many of every call.
check-cancel: $(BUILD)/host/cancel_host
	$< $(CANCEL_POINTS)

# The newer Lua, with a build of its own: the example, the hosts that need no minutes, and the specs of check-asan, so that
# one long run serves both; SPECS=... others. busted and what it needs are those of Lua 5.4. Fetches and builds Lua 5.5
# where there is none; where it cannot be had, it says so, which .ci/run counts as skipped, and this Lua runs check-asan.
LUA55_HOSTS := $(filter-out alloc_host cancel_host column_order_host duckdb_host,$(HOSTS))
check-lua55: deps-test
	@settings=$$(sh tools/lua55.sh $(BUILD)/lua5.5); status=$$?; \
	if [ $$status -eq 3 ]; then echo "skipped: no Lua 5.5"; $(MAKE) --no-print-directory check-asan; exit; \
	elif [ $$status -ne 0 ]; then exit 1; fi; set -e; \
	run() { eval "$(MAKE) --no-print-directory BUILD=$(BUILD)/lua5.5 $$settings \"\$$@\""; }; \
	run all $(LUA55_HOSTS:%=$(BUILD)/lua5.5/host/%) run-demo; \
	for host in $(LUA55_HOSTS); do echo $$host; $(BUILD)/lua5.5/host/$$host once; done; \
	if [ ! -f $(BUILD)/lua5.5/lfs.so ]; then \
	  echo "skipped: the specs, no LuaFileSystem for Lua 5.5"; $(MAKE) --no-print-directory check-asan; exit; fi; \
	run check-asan "BESIDE=$$($(LUA) -e 'io.write(package.path)')"

VALGRIND := valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite
check-valgrind: all $(HOSTS:%=$(BUILD)/host/%)
	@set -e; for host in $(HOSTS:%=$(BUILD)/host/%); do echo "$$host once"; $(VALGRIND) $$host once; done
	@$(USE_BUILD) $(VALGRIND) $(LUA) spec/host/smoke.lua

# The seeds of each fuzz target are copied, so that what it finds stays in build/.
$(eval $(call variant,$(BUILD)/fuzz,clang,$(subst =fuzzer,=fuzzer-no-link,$(FUZZ_SANITIZE))))
$(BUILD)/fuzz/%_fuzz: fuzz/%_fuzz.c $(BUILD)/fuzz/libparley.a
	clang $(ALL_CFLAGS) $(FUZZ_SANITIZE) -o $@ $< $(BUILD)/fuzz/libparley.a $(LUA_LIBS) $(DEP_LIBS) $(EXPAT_LIBS) $(SYSTEM_LIBS)

check-fuzz: $(FUZZERS:%=$(BUILD)/fuzz/%)
	@set -e; for name in $(FUZZERS); do \
	  mkdir -p $(BUILD)/fuzz/corpus/$$name; \
	  if [ -d fuzz/corpus/$$name ]; then cp fuzz/corpus/$$name/* $(BUILD)/fuzz/corpus/$$name/; fi; \
	  dictionary=; if [ -f fuzz/$$name.dict ]; then dictionary=-dict=fuzz/$$name.dict; fi; \
	  echo "$$name, $(FUZZ_TIME) s"; \
	  $(BUILD)/fuzz/$$name $$dictionary -max_total_time=$(FUZZ_TIME) -timeout=10 -verbosity=0 -print_final_stats=1 \
	    -artifact_prefix=$(BUILD)/fuzz/ $(BUILD)/fuzz/corpus/$$name; done

check-pages: all
	@$(USE_BUILD) for pair in $(WRITTEN); do \
	  $(LUA) "tools/$${pair%%:*}.lua" | diff -u "$${pair#*:}" - \
	    || { echo "$${pair#*:} is not what tools/$${pair%%:*}.lua writes: make docs"; exit 1; }; done
