--- Assignments: what is to be coded by whom, and how far it has come, as far as the claims tell.
-- A state that somebody has stated (a claim about the row of `coding`) stands: done. Else a coder who has claimed
-- anything from the source has started. Late is what was to be done before a day that the call states; nothing is told
-- of what has no such day, nor where none is asked about.

local claim_rows = require "parley.analysis.claim_rows"
local coding_progress = require "parley.storage.statements.coding_progress"
local dates = require "parley.base.dates"
local core = require "parley.core"
local errors = require "parley.base.errors"
local from_rows = require "parley.frame.from_rows"
local options = require "parley.base.options"
local references = require "parley.claims.references"

local assignments = {}

local COLUMNS = { { "id", "text" }, { "source", "text" }, { "coder", "text" }, { "state", "text" }, { "due", "date" },
  { "late", "boolean" }, { "claims", "integer" }, { "first", "text" }, { "last", "text" }, { "assigned", "text" },
  { "by", "text" }, { "note", "text" } }

local PROGRESS = { { "coder", "text" }, { "sources", "integer" }, { "assigned", "integer" }, { "started", "integer" },
  { "done", "integer" }, { "late", "integer" }, { "claims", "integer" } }

local STATES = { "assigned", "started", "done" }

-- Claims by source and coder, but for those about who codes what.
local function coded(ds)
  local infos, found = {}, {}
  for _, info in ipairs((claim_rows.tables(ds))) do
    if info.name ~= "coding" then
      ds:ensure(info.name)
      infos[#infos + 1] = info
    end
  end
  for source, coder, n, first, last in coding_progress.each(ds.store, infos, ds:view().policy) do
    found[source] = found[source] or {}
    found[source][coder] = { n, first, last }
  end
  return found
end

-- When, and by whom, each was assigned: by the first claim about it.
local function made_by(ds)
  local found = {}
  for id, at, by in ds:table("coding"):claims():sort("claim"):each("id", "recorded_at", "entered_by") do
    found[id] = found[id] or { at, by }
  end
  return found
end

local function state_of(stated, claims)
  if stated == "done" then return "done" end
  return claims > 0 and "started" or stated or "assigned"
end

local function is_late(state, due, day)
  if not (due and day) then return nil end
  local _, last = core.date(due)
  return state ~= "done" and math.type(last) == "integer" and last < day
end

local function rows_of(ds, day, done)
  local made, rows = made_by(ds), {}
  local q = ds:table("coding"):sort "id"
  for id, source, coder, stated, due, note in q:each("id", "source", "coder", "state", "due", "note") do
    local of = done[source] and done[source][coder] or { 0 }
    local state, by = state_of(stated, of[1]), made[id] or {}
    rows[#rows + 1] = { id, source, coder, state, due, is_late(state, due, day), of[1], of[2], of[3], by[1], by[2],
      note }
  end
  return rows
end

local function is_wanted(row, given)
  return (given.coder == nil or row[3] == given.coder) and (given.state == nil or row[4] == given.state)
    and (given.source == nil or row[2] == given.source)
end

-- Refuses the name of a coder who has neither been assigned nor coded anything.
local function check_coder(name, rows, done)
  local known, seen = {}, {}
  local function add(coder)
    if coder and not seen[coder] then known[#known + 1], seen[coder] = coder, true end
  end
  for _, row in ipairs(rows) do add(row[3]) end
  for _, of in pairs(done) do
    for coder in pairs(of) do add(coder) end
  end
  if seen[name] then return end
  table.sort(known)
  errors.raise("no_name.assigned", { name = tostring(name), known = known })
end

-- How far each coder has come.
local function progress(rows, day)
  local of, list = {}, {}
  for _, row in ipairs(rows) do
    local coder = row[3] or ""
    if not of[coder] then
      of[coder] = { row[3], 0, 0, 0, 0, day and 0 or nil, 0 }
      list[#list + 1] = of[coder]
    end
    local one = of[coder]
    local at = row[4] == "done" and 5 or row[4] == "started" and 4 or 3
    one[2], one[at], one[7] = one[2] + 1, one[at] + 1, one[7] + row[7]
    if row[6] then one[6] = one[6] + 1 end
  end
  table.sort(list, function(a, b) return (a[1] or "") < (b[1] or "") end)
  return list
end

--- The assignments, or how far each coder has come.
---@param ds parley.Dataset
---@param given table?
---@return parley.Frame
function assignments.of_dataset(ds, given)
  given = options.check(given, "assignments{}", { "coder", "state", "source", "on", "by" })
  options.one_of(given.state, STATES, { key = "choice_for", option = "state" })
  options.one_of(given.by, { "coder" }, { key = "choice_for", option = "by" })
  local day = given.on and dates.last_day(given.on, "assignments{on = …}")
  ds:ensure "coding"
  if given.source ~= nil then references.id(ds, "sources", given.source) end
  local rows, done = {}, coded(ds)
  local all = rows_of(ds, day, done)
  if given.coder ~= nil then check_coder(given.coder, all, done) end
  for _, row in ipairs(all) do
    if is_wanted(row, given) then rows[#rows + 1] = row end
  end
  if given.by then return from_rows.lists(PROGRESS, progress(rows, day)) end
  return from_rows.lists(COLUMNS, rows)
end

return assignments
