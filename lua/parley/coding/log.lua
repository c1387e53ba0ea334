--- The log: who did what when, as the claims tell; plain rows, such as events, leave no trail.

local claim_rows = require "parley.analysis.claim_rows"
local core = require "parley.core"
local dates = require "parley.base.dates"
local done = require "parley.storage.statements.done"
local from_rows = require "parley.frame.from_rows"
local options = require "parley.base.options"

local log = {}

local COLUMNS = { { "at", "text" }, { "by", "text" }, { "did", "text" }, { "table", "text" }, { "id", "text" },
  { "claim", "integer" }, { "of", "integer" }, { "reason", "text" }, { "source", "text" }, { "coder", "text" },
  { "count", "integer" } }

-- What making a claim was.
local function made(name, of)
  if of.old_id and of.old_id ~= of.id then return "renamed" end
  if of.decides then return "adjudicated" end
  if of.restates then
    return of.rank == "preferred" and of.old_rank ~= "preferred" and "preferred" or "amended"
  end
  if of.claim ~= of.first then return "claimed" end
  return name == "coding" and "assigned" or "added"
end

local function add_table(ds, info, rows)
  ds:ensure(info.name)
  for kind, claim, id, coder, by, at, restates, decides, rank, note, source, of_id, of_rank, count, first in
    done.each(ds.store, info, ds:view().policy) do
    local did, reason = kind == "taken" and "retracted" or kind, note
    if kind == "made" then
      did = made(info.name, { id = id, claim = claim, restates = restates, decides = decides, rank = rank,
        old_id = of_id, old_rank = of_rank, first = first })
      reason = (restates or decides) and note or nil
      if did == "renamed" then by = nil else by = by or coder end          -- nobody notes who renames
    elseif kind == "imported" then
      by = by or coder
    end
    local second = at and (at:gsub("%.%d+Z$", "Z"))
    rows[#rows + 1] = { second, by, did, info.name, id, count == nil and claim or nil, decides or restates, reason,
      source, coder, count, place = claim }
  end
end

local function earlier(a, b)
  if a[1] ~= b[1] then return (a[1] or "") < (b[1] or "") end
  if a.place ~= b.place then return a.place < b.place end
  return a[3] < b[3]          -- what was made was made before it was taken back: "added" < "retracted"
end

-- The days that are asked for, as times are written.
local function limits(given)
  local since, till
  if given.since ~= nil then since = core.day_text((dates.days(given.since, "log{since = …}"))) end
  if given["until"] ~= nil then till = core.day_text(dates.last_day(given["until"], "log{until = …}")) .. "T24" end
  return since, till
end

--- What was done, the latest last.
---@param ds parley.Dataset
---@param given { since: string?, by: string?, table: string? }?
---@return parley.Frame
function log.of_dataset(ds, given)
  given = options.check(given, "log{}", { "since", "until", "by", "table" })
  local tables, names = claim_rows.tables(ds)
  options.one_of(given.table, names, { key = "claims_table" })
  local since, till = limits(given)
  local all, rows = {}, {}
  for _, info in ipairs(tables) do
    if not given.table or given.table == info.name then add_table(ds, info, all) end
  end
  table.sort(all, earlier)
  for _, row in ipairs(all) do
    local at = row[1] or ""
    if (not since or at >= since) and (not till or at < till) and (given.by == nil or row[2] == given.by) then
      rows[#rows + 1] = row
    end
  end
  return from_rows.lists(COLUMNS, rows)
end

return log
