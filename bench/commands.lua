--- What `make bench` measures with whole processes, as data: the first program is Parley's, the others are its peers.
--
--   id, work      what CASES selects by, and what the table says
--   rounds, cold  how many (else ROUNDS); cold: no round before those that count
--   programs      title, command; goal (the largest ratio), scale (how many times our work theirs is smaller), needs (a
--                 shell command that succeeds where the program is there), memory (goal in MiB), memory_above (goal in
--                 MiB above the second program)
--   of_processor    user and system time in place of the wall clock
--   answer          the first word that ours has to print
--   database      the SQLite file of events is needed
--   same          a function(programs' indices that are there) that raises when results differ; without it, what the
--                 programs print first must be equal; false: nothing to compare

local compare = dofile "bench/compare.lua"

local capture = dofile("bench/tools.lua").capture

-- Sums over every column of imported events; the shell leaves empty text where a value is missing.
local DIGEST = [[SELECT count(*), sum(CAST(id AS INTEGER)), min(date), max(date), count(DISTINCT source_party),
  count(DISTINCT target_party), count(DISTINCT code), sum(quad), round(sum(goldstein), 2), CAST(sum(mentions) AS INTEGER),
  count(nullif(mentions, '')), count(DISTINCT place), sum(length(text)) FROM events]]

local function same_imports(ours, theirs)
  local mine = capture(('sqlite3 %s "%s"'):format(ours, DIGEST))
  local other = capture(('sqlite3 %s "%s"'):format(theirs, DIGEST))
  if mine ~= other or mine == "" then error(("%s holds %s; %s holds %s"):format(ours, mine, theirs, other), 0) end
end

local HAS_SQLITE3, HAS_UTILS = "command -v sqlite3", "command -v sqlite-utils"

local function thousands(n)
  local text = tostring(n):reverse():gsub("(%d%d%d)", "%1,"):reverse()
  return (text:gsub("^,", ""))
end

--- The cases, for files of events: env has lua, python, tools, dir, db, csv, small_csv, rows.
return function(env)
  local lua, dir, db, csv, rows = env.lua, env.dir, env.db, env.csv, env.rows
  local grouped = "'local n = 0 for row in require(\"parley\").open().demands:by(\"topic\"):count():rows() do "
    .. "n = n + row.count end print(n)'"
  local python_sqlite = ("%s bench/peers/python_rows.py %s"):format(env.python, db)
  return {
    { id = "start", work = "start, open() and a grouped count", rounds = 60, same = false, answer = "28",
      of_processor = true, programs = {
        { "Parley", lua .. " -e " .. grouped, memory_above = 4 }, { "bare `lua5.4 -e ''`", lua .. " -e ''", goal = 5.0 } } },
    { id = "start_tables", work = "`parley tables`", rounds = 60, same = false, answer = "istanbul-2025:",
      of_processor = true, programs = {
        { "Parley", lua .. " bin/parley tables", memory_above = 4 }, { "bare `lua5.4 -e ''`", lua .. " -e ''", goal = 6.0 } } },
    { id = "sqlite_rows", work = "named rows from SQLite", database = true, programs = {
      { "Parley", ("%s bench/peers/parley_rows.lua %s"):format(lua, db) },
      { "LuaSQL", ("%s bench/peers/luasql_rows.lua sqlite3 events %s"):format(lua, db), goal = 0.80,
        needs = lua .. " -e 'require \"luasql.sqlite3\"'" },
      { "Python sqlite3", python_sqlite, goal = 0.65, needs = "command -v python3" },
      { "plain C loop", ("%s/loop %s"):format(env.tools, db), goal = 1.60 } } },
    { id = "sqlite_frame", work = "SQLite to a Frame", database = true, programs = {
      { "Parley", ("%s bench/peers/parley_frame.lua %s"):format(lua, db) },
      { "plain C loop", ("%s/loop %s"):format(env.tools, db), goal = 1.30 } } },
    { id = "export", work = "SQLite to a CSV file", database = true,
      same = function(there)
        if there[2] then assert(compare.files(dir .. "/parley.csv", dir .. "/shell.csv", true)) end
      end,
      programs = {
        { "Parley", ("%s bench/peers/parley_csv.lua %s %s/parley.csv"):format(lua, db, dir) },
        { "`sqlite3 -csv`", ("sh -c 'sqlite3 -csv -header %s \"select * from events\" > %s/shell.csv'"):format(db, dir),
          goal = 0.70, needs = HAS_SQLITE3 } } },
    { id = "import", work = "CSV file into a Parley file, with its indexes", rounds = 3, cold = true,
      same = function(there)
        if not os.execute(HAS_SQLITE3 .. " >/dev/null") then return end
        if there[2] then same_imports(dir .. "/parley_import.db", dir .. "/shell_import.db") end
        if there[4] then same_imports(dir .. "/small_import.db", dir .. "/utils_import.db") end
      end,
      programs = {
        { "Parley", ("%s bench/peers/parley_import.lua %s %s/parley_import.db"):format(lua, csv, dir), memory = 64 },
        { "`sqlite3` .import", ("sh bench/peers/shell_import.sh %s %s/shell_import.db"):format(csv, dir), goal = 1.0,
          needs = HAS_SQLITE3 },
        { ("Parley, %s rows, × 10"):format(thousands(rows // 10)),
          ("%s bench/peers/parley_import.lua %s %s/small_import.db"):format(lua, env.small_csv, dir), scale = 10,
          goal = 1.2 },
        { ("`sqlite-utils insert`, %s rows, × 10"):format(thousands(rows // 10)),
          ("sh bench/peers/utils_import.sh %s %s/utils_import.db"):format(env.small_csv, dir), scale = 10, rounds = 1,
          needs = HAS_UTILS } } },
  }
end
