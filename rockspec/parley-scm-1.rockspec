-- Written by tools/rockspec.lua; after adding or removing a file: make rockspec
rockspec_format = "3.0"
package = "parley"
version = "scm-1"
source = {
  url = "git+file://.",
}
description = {
  summary = "Peace talks, demands and outcomes as a queryable dataset, with the sources behind every value",
  detailed = [[
Parley keeps what sources claim about peace talks in SQLite, and shows it as plain tables: one row for each talk,
demand and outcome, each value the best-supported one. Analysts filter, group and print in Lua, see where sources
disagree and what was known on a given day. The talks of Istanbul in 2025 are bundled.]],
  license = "MIT",
  labels = { "sqlite", "dataset", "politics", "history" },
}
supported_platforms = { "unix" }
dependencies = { "lua >= 5.4, < 5.5" }
external_dependencies = {
  SQLITE = { header = "sqlite3.h", library = "sqlite3" },
  UTF8PROC = { header = "utf8proc.h", library = "utf8proc" },
  ZLIB = { header = "zlib.h", library = "z" },
}
build = {
  type = "builtin",
  modules = {
    ["parley.analysis.claim_rows"] = "lua/parley/analysis/claim_rows.lua",
    ["parley.analysis.compare"] = "lua/parley/analysis/compare.lua",
    ["parley.analysis.disagreements"] = "lua/parley/analysis/disagreements.lua",
    ["parley.analysis.interval"] = "lua/parley/analysis/interval.lua",
    ["parley.analysis.positions"] = "lua/parley/analysis/positions.lua",
    ["parley.analysis.quantity"] = "lua/parley/analysis/quantity.lua",
    ["parley.analysis.readings"] = "lua/parley/analysis/readings.lua",
    ["parley.analysis.scope"] = "lua/parley/analysis/scope.lua",
    ["parley.analysis.threads"] = "lua/parley/analysis/threads.lua",
    ["parley.analysis.timeline"] = "lua/parley/analysis/timeline.lua",
    ["parley.atomic"] = "lua/parley/atomic.lua",
    ["parley.bundled"] = "lua/parley/bundled.lua",
    ["parley.check"] = "lua/parley/check.lua",
    ["parley.claims"] = "lua/parley/claims.lua",
    ["parley.codebook"] = "lua/parley/codebook.lua",
    ["parley.crosswalk"] = "lua/parley/crosswalk.lua",
    ["parley.data.istanbul-2025"] = "lua/parley/data/istanbul-2025.lua",
    ["parley.dataset"] = "lua/parley/dataset.lua",
    ["parley.datasets"] = "lua/parley/datasets.lua",
    ["parley.dates"] = "lua/parley/dates.lua",
    ["parley.defining"] = "lua/parley/defining.lua",
    ["parley.describing"] = "lua/parley/describing.lua",
    ["parley.errors"] = "lua/parley/errors.lua",
    ["parley.explain"] = "lua/parley/explain.lua",
    ["parley.export"] = "lua/parley/export.lua",
    ["parley.expr"] = "lua/parley/expr.lua",
    ["parley.foreign"] = "lua/parley/foreign.lua",
    ["parley.frame"] = "lua/parley/frame.lua",
    ["parley.from_rows"] = "lua/parley/from_rows.lua",
    ["parley"] = "lua/parley/init.lua",
    ["parley.meta.core"] = "lua/parley/meta/core.lua",
    ["parley.migration"] = "lua/parley/migration.lua",
    ["parley.opening"] = "lua/parley/opening.lua",
    ["parley.options"] = "lua/parley/options.lua",
    ["parley.plain"] = "lua/parley/plain.lua",
    ["parley.policy"] = "lua/parley/policy.lua",
    ["parley.print"] = "lua/parley/print.lua",
    ["parley.query"] = "lua/parley/query.lua",
    ["parley.record"] = "lua/parley/record.lua",
    ["parley.references"] = "lua/parley/references.lua",
    ["parley.schema"] = "lua/parley/schema.lua",
    ["parley.search"] = "lua/parley/search.lua",
    ["parley.sql"] = "lua/parley/sql.lua",
    ["parley.sql.claims"] = "lua/parley/sql/claims.lua",
    ["parley.sql.join"] = "lua/parley/sql/join.lua",
    ["parley.sql.level"] = "lua/parley/sql/level.lua",
    ["parley.sql.pivot"] = "lua/parley/sql/pivot.lua",
    ["parley.sql.search"] = "lua/parley/sql/search.lua",
    ["parley.sqlexpr"] = "lua/parley/sqlexpr.lua",
    ["parley.suggest"] = "lua/parley/suggest.lua",
    ["parley.vocabularies"] = "lua/parley/vocabularies.lua",
    ["parley.writing"] = "lua/parley/writing.lua",
    ["parley.core"] = {
      sources = {
        "csrc/csv.c",
        "csrc/edtf.c",
        "csrc/fold.c",
        "csrc/frame.c",
        "csrc/functions.c",
        "csrc/input.c",
        "csrc/json.c",
        "csrc/lframe.c",
        "csrc/lhost.c",
        "csrc/lparley.c",
        "csrc/lstore.c",
        "csrc/ltext.c",
        "csrc/numeral.c",
        "csrc/reads.c",
        "csrc/store.c",
      },
      incdirs = { "csrc", "$(SQLITE_INCDIR)", "$(UTF8PROC_INCDIR)", "$(ZLIB_INCDIR)" },
      libdirs = { "$(SQLITE_LIBDIR)", "$(UTF8PROC_LIBDIR)", "$(ZLIB_LIBDIR)" },
      libraries = { "sqlite3", "utf8proc", "z", "m" },
    },
  },
  copy_directories = { "doc", "examples" },
}
test = { type = "busted" }
