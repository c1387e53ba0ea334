--- The floors of the house: which rooms there are, from the ground up, and what only some of them may know.
-- tools/layers.lua checks the code against it and draws it. Rooms of one floor do not know each other; a room knows
-- itself and every floor below. A room inside another (`engine/sort`) has a floor of its own where it is listed, else
-- it belongs to the room around it.

return {
  {
    name = "C", root = "csrc", extensions = { "c", "h", "def" },
    floors = {
      { "base" },
      { "value" },
      { "frame" },
      { "engine/expr", "engine/group", "engine/sort" },
      { "engine/join", "engine/window" },
      { "engine", "text" },
      { "text/parallel" },
      { "sqlite", "postgres" },
      { "lua" },
    },
    -- Files beside the rooms: the header for host programs is above all.
    files = { ["parley.h"] = "lua" },
    -- What names begin with, after parley_: each word belongs to one room, and the longest counts (tools/headers.lua).
    prefixes = {
      ["base"] = "alloc bit bits buffer code error fail hash job memory most_threads no_memory parallel printf "
        .. "run scan substring utf8 workers",
      ["value"] = "aggregate aggregate_entry aggregates any boolean date display edtf fold function functions "
        .. "inference integer measure_entry missing number numeral operation operations operator_entry "
        .. "parse quantile_of scalar text type value window_entry",
      ["frame"] = "arrow code_at column dictionary frame integer_at lookup number_at packing rows unpack "
        .. "value_size values",
      ["engine/expr"] = "all_or arg batch both_valid compare_texts dates_of do evaluate expr expression fill grain "
        .. "is_textual kernel like many_columns no_column node pattern program set slot span spans spread_bits step "
        .. "step_operations table tables vector worker",
      ["engine/group"] = "batch_integers batch_numbers batch_there best cell_group cells count digit entry "
        .. "fill_count_distinct fill_list fill_quantile fill_tallied first group groups has_text key "
        .. "last list max mean measure min observer ordered_bits partition quantile seal_numbers source "
        .. "sum tallies tally",
      ["engine/sort"] = "big_endian count_bits day_word days_word decimal field fields integer_word number_word order "
        .. "sort sorter splitter splitters stretch text_compare text_order text_word top",
      ["engine/join"] = "anti inner join key_block key_part key_side key_slot key_table keys keys_left left part semi",
      ["engine"] = "plan",
      ["text"] = "csv input json profile record",
      ["text/parallel"] = "chunk column_state columns delimiter_index fields_no_memory fields_read fields_unsound "
        .. "intern interned_text parallel_fields parallel_read parallel_size parallel_source read "
        .. "record_block sample survey target",
      ["sqlite"] = "cursor functions_register load readonly_guard sql_value sqlite store user_call user_function",
      ["lua"] = "api embedded limits lua push raise refuse return_failure take_sql_value",
    },
    -- What hosts call is named in parley.h.
    exports = { luaopen_parley_core = true, parley_preload = true, parley_pushdataset = true, parley_setlimits = true,
      parley_embedded = true },
    knows = {
      { what = "lua.h", pattern = "#include%s*<l[ua][ua][xal]?[ul]?i?b?%.h>", only = { "lua", "parley.h" } },
      { what = "sqlite3.h", pattern = "#include%s*[<\"]sqlite3%.h", only = { "sqlite", "parley.h" } },
      { what = "SQLite's types and codes", pattern = "%f[%w_]sqlite3_[%w_]+", only = { "sqlite", "parley.h" } },
      { what = "SQLite's types and codes", pattern = "%f[%w_]SQLITE_[%u_]+", only = { "sqlite", "parley.h" } },
      { what = "libpq-fe.h", pattern = "#include%s*[<\"]libpq%-fe%.h", only = { "postgres" } },
    },
  },
  {
    name = "Lua", root = "lua/parley", extensions = { "lua" },
    floors = {
      { "base" },
      { "query/sql/dialect" },
      { "codebook" },
      { "storage" },
      { "claims" },
      { "query", "frame" },
      { "query/sql", "query/columns" },
      { "export", "import", "analysis" },
      { "pictures", "report", "coding" },
      { "repl" },
      { "command", "bundled" },
      { "." },
    },
    files = {},
    -- Type definitions and the data of bundled datasets are no modules of the house.
    skip = { "^meta/", "^bundled/istanbul%-2025%.lua$" },
    knows = {
      { what = "SQL text", only = { "query/sql", "query/sql/dialect", "storage" }, strings = true,
        pattern = { "%f[%u]SELECT%f[%U]%s", "%f[%u]INSERT%f[%U]%s", "%f[%u]UPDATE%f[%U]%s", "%f[%u]DELETE%f[%U]%s+FROM",
          "%f[%u]CREATE%f[%U]%s", "%f[%u]DROP%f[%U]%s", "%f[%u]PRAGMA%f[%U]%s", "%f[%u]SAVEPOINT%f[%U]",
          "%f[%u]WHERE%f[%U]%s", "%f[%u]ORDER BY%f[%U]", "%f[%u]FROM%f[%U]%s", "%f[%u]JOIN%f[%U]%s", "%f[%u]NULL%f[%U]",
          "%f[%u]CASE%f[%U]%s", "%f[%u]VALUES%f[%U]%s", "json_each", "sqlite_master", "edtf_%l" } },
      { what = "the dialect", only = { "query/sql", "query/sql/dialect", "storage" }, strings = true,
        pattern = "parley%.query%.sql%.dialect" },
    },
  },
}
