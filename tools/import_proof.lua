-- Imports the real files of a folder with the shipped mappings and prints what came out, as the table of doc/import.md:
--   lua5.4 tools/import_proof.lua ../shared/data
-- Each file goes into a file of its own, twice: the second time nothing may change. Seconds are those the processor
-- spent on the first time.

local parley = require "parley"

local folder = arg[1] or "../shared/data"

-- { file, mapping, table asked for, what is counted, options }; counted are tables, or { words, table, condition }.
local FILES = {
  { "corridors/HC_geocoded.csv", "corridors", "demands", { "demands", "outcomes", "responses" } },
  { "ucdp/ucdp-peace-agreements-221.csv", "ucdp_pa", "documents", { "documents", "provisions", "participants" } },
  { "ceasefires/ceasefires_dataset.csv", "ethprio_ceasefires", "outcomes", {
    { "ceasefires", "outcomes", "part_of is nil" }, { "parts of actors", "outcomes", "part_of is not nil" },
    "talks" } },
  { "icews/events.2018.sample.tab", "icews", "events", { "events" } },
  { "icews/events.2018.sample.tab", "icews", "events", { "events" }, { mirrors = "fold" } },
  { "gdelt/20191024143000.export.CSV", "gdelt2", "events", { "events" } },
  { "cwm/CWM.csv", "cwm", "talks", { "talks", "processes" }, { encoding = "macintosh" } },
}

local function temporary()
  local path = os.tmpname()
  os.remove(path)
  return path
end

local function counted(ds, what)
  if type(what) == "string" then return ("%d %s"):format(ds:table(what):count(), what) end
  return ("%d %s"):format(ds:table(what[2]):where(what[3]):count(), what[1])
end

-- "row 170: med.begins '10/1/993' is no date …" for every row that was set aside.
local function reasons(ds)
  local list = {}
  for row in ds.quarantine:sort("line"):rows() do
    list[#list + 1] = ("line %d: %s"):format(row.line, row.reason)
  end
  return list
end

-- The rows of pragma foreign_key_check and of integrity_check other than "ok".
local function faults(ds)
  local n = 0
  for _ in ds.store:each("PRAGMA foreign_key_check", nil, { "text" }) do n = n + 1 end
  for line in ds.store:each("PRAGMA integrity_check", nil, { "text" }) do n = n + (line == "ok" and 0 or 1) end
  return n
end

local function options_of(entry)
  local options = { mapping = entry[2] }
  for key, value in pairs(entry[5] or {}) do options[key] = value end
  return options
end

local function run(entry)
  local path = temporary()
  local ds = assert(parley.open(path))
  local started = os.clock()
  local report = assert(ds:import(entry[3], folder .. "/" .. entry[1], options_of(entry)))
  local seconds = os.clock() - started
  local again = assert(ds:import(entry[3], folder .. "/" .. entry[1], options_of(entry)))
  assert(again.added == 0 and again.updated == 0, entry[1] .. ": a second import changed something")
  assert(faults(ds) == 0, entry[1] .. ": integrity_check or foreign_key_check found something")
  local result = { report = report, seconds = seconds, made = {}, reasons = reasons(ds) }
  for i, what in ipairs(entry[4]) do result.made[i] = counted(ds, what) end
  ds:close()
  for _, ending in ipairs { "", "-wal", "-shm" } do os.remove(path .. ending) end
  return result
end

local function stated(options)
  local parts = {}
  for key, value in pairs(options or {}) do parts[#parts + 1] = ("%s = \"%s\""):format(key, value) end
  return parts[1] and (", `%s`"):format(table.concat(parts, ", ")) or ""
end

print "| file, mapping | rows read | made of them | set aside | seconds |"
print "|---|---:|---|---|---:|"
for _, entry in ipairs(FILES) do
  local result = run(entry)
  local aside = #result.reasons == 0 and "0" or ("%d: %s"):format(#result.reasons, table.concat(result.reasons, "; "))
  local folded = (result.report.folded or 0) > 0 and ("; %d mirrored folded"):format(result.report.folded) or ""
  print(("| `%s`, %s%s | %d | %s%s | %s | %.2f |"):format(entry[1]:match "[^/]+$", entry[2], stated(entry[5]),
    result.report.read, table.concat(result.made, ", "), folded, aside, result.seconds))
end
