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
      { "lua", "readline" },
    },
    -- Files beside the rooms: the header for host programs is above all.
    files = { ["parley.h"] = "lua" },
    -- What names begin with, after parley_: their room, or one of its ideas. Each word belongs to one room, and the
    -- longest counts (tools/headers.lua): parley_lua_frame_push is of `lua`, parley_frame_find of `frame`.
    prefixes = {
      ["base"] = "alloc ascii bit bits buffer bytes clock error fail file hash machine memory merge no_memory path "
        .. "printf run scan sha256 substring threads utf8",
      ["value"] = "aggregate aggregates any boolean calendar call clean collation comparison content date day "
        .. "display edtf field fold function functions inference integer lua_pattern missing number "
        .. "numeral odd_field operation operations layout parse quantile reading resample rolling "
        .. "scalar statistic text type types value voice window_kind window_kinds",
      ["frame"] = "arrow code_at column dictionary frame integer_at lookup number_at packing rows unpack values",
      ["engine/expr"] = "do expr expression kernel like node pattern program set slot step table tables vector "
        .. "worker",
      ["engine/group"] = "accumulator accumulators cells digit group groups key list measure partition",
      ["engine/sort"] = "bucket sort sorter splitter splitters word",
      ["engine/join"] = "join",
      ["engine/window"] = "window",
      ["engine"] = "plan",
      ["text"] = "archive copy_rows csv input json load profile record sheet xlsx",
      ["text/parallel"] = "chunk column_parser column_state columns delimiter_index intern interned_text parallel read "
        .. "record_block sample survey",
      ["postgres"] = "pg",
      ["sqlite"] = "cursor readonly_guard sql sqlite store user_call user_function",
      ["lua"] = "api canceller embedded interrupt limits lua push raise refuse return store_handle take",
    },
    -- What hosts call is named in parley.h.
    exports = { luaopen_parley_core = true, luaopen_parley_readline = true,
      luaopen_parley_postgres = true, parley_preload = true,
      parley_pushdataset = true, parley_setlimits = true, parley_setprogress = true, parley_getcanceller = true,
      parley_cancel = true, parley_interrupt = true, parley_embedded = true,
      parley_sql_do_none = true },          -- entries of functions.def name it, in its own file alone
    knows = {
      { what = "lua.h", pattern = "#include%s*<l[ua][ua][xal]?[ul]?i?b?%.h>",
        only = { "lua", "readline", "parley.h" } },
      { what = "readline's headers", pattern = "#include%s*<[re][ed][ai][dt]l?i?n?e?/", only = { "readline" } },
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
      { "pictures", "coding" },
      { "repl", "report" },
      { "repl/command", "bundled" },
      { "." },
      { "sandbox" },
    },
    files = {},
    -- Arrows that point up without a require, through objects that come from above; --lent prints them.
    lent = {
      -- What a dataset is called where it is handed in.
      names = { ds = true, home = true, owner = true, view = true },
      -- Class, and the rooms with methods for it (base/attachments.lua says why); `all` are those that print.
      supplied = {
        all = "repl",
        ["parley.Frame"] = "export pictures query/columns query/sql",
        ["parley.Query"] = "analysis export pictures query/sql",
      },
      -- Room, and what it asks of a dataset that it was handed: needed, since what is shown as of a day, what is not
      -- yet stored of a bundle, and the words a user added are known above. A method more is a reason to ask whether
      -- the room could take the answer as an argument.
      asked = {
        analysis = "claims_info ensure ensure_all is_open table table_info tables term_codes view",
        claims = "check_open ensure ensure_all has_term term_codes view",
        coding = "ensure ensure_all table table_info tables term_codes view",
        export = "cite claims_info close ensure_all has_term table term_codes view",
        import = "ensure term_codes",
        pictures = "as_of check_open disagreements evidence ledger network table table_info timeline",
        query = "check_open claims_info engine ensure has_term is_open meant some_word table table_info "
          .. "term_codes view",
        ["query/sql"] = "rows_sql view",
        repl = "as_of claims_info is_open row_count table table_info tables term_codes view",
        ["repl/command"] = "adjudications as_coder as_of assignments backup brief candidates cite close compare "
          .. "compare_coders concessions describe disagreements dump evidence import "
          .. "import_sheet ledger lint log overdue plot reliability report resolved resting_on save_as "
          .. "save_package search sql table table_info tables template with_policy",
        report = "as_of check_open table tables term_codes view",
        storage = "ensure_all has_stored_index rows_sql table_info tables view",
      },
    },
    -- Type definitions and the data of bundled datasets are no modules of the house.
    skip = { "^meta/", "^bundled/istanbul%-2025%.lua$", "^bundled/russia%-ukraine%-talks" },
    -- The reference of calls shows examples, some of which are of SQL.
    knows = {
      { what = "SQL text", only = { "query/sql", "query/sql/dialect", "storage", "repl/reference.lua" }, strings = true,
        pattern = { "%f[%u]SELECT%f[%U]%s", "%f[%u]INSERT%f[%U]%s", "%f[%u]UPDATE%f[%U]%s", "%f[%u]DELETE%f[%U]%s+FROM",
          "%f[%u]CREATE%f[%U]%s", "%f[%u]DROP%f[%U]%s", "%f[%u]PRAGMA%f[%U]%s", "%f[%u]SAVEPOINT%f[%U]",
          "%f[%u]WHERE%f[%U]%s", "%f[%u]ORDER BY%f[%U]", "%f[%u]FROM%f[%U]%s", "%f[%u]JOIN%f[%U]%s", "%f[%u]NULL%f[%U]",
          "%f[%u]CASE%f[%U]%s", "%f[%u]VALUES%f[%U]%s", "json_each", "sqlite_master", "edtf_%l" } },
      { what = "SQLite's own words", only = { "query/sql/dialect" }, strings = true,
        pattern = { "%f[%w_]rowid%f[^%w_]", "json_each", "json_extract", "json_group", "sqlite_%l", "pragma_%l",
          "%f[%u]PRAGMA%f[%U]", "%f[%u]SAVEPOINT%f[%U]", "%f[%u]AUTOINCREMENT%f[%U]", "strftime", "julianday" } },
      { what = "the dialect", only = { "query/sql", "query/sql/dialect", "storage" }, strings = true,
        pattern = "parley%.query%.sql%.dialect" },
    },
  },
}
