--- What happened when: the dated rows of all tables in one order.
-- Method. Every date column of the codebook gives an entry for each row that has a date there. A row without a day
-- of its own that belongs to a talk is placed on the talk's date (field "talk.date"): so outcomes stand beside the
-- round that brought them. Order: by first day, then last day, then table (in the codebook's order), then id. A date
-- whose start is open or unknown is placed by its last day, the only one there is; one without an end comes after
-- those with the same first day; `../..` comes last. Nothing is rounded: `date` is what was written, `day` the day
-- an entry is placed by, `exact` whether one single day is meant without doubt.
--
-- `mark` tells what happened from what was only ahead when it was said: a day that is wanted, promised, due or set
-- as a deadline never reads as an event, whatever became of it (`status` says that).

local core = require "parley.core"
local dates = require "parley.dates"
local errors = require "parley.errors"
local options = require "parley.options"
local scope = require "parley.analysis.scope"

local timeline = {}

local COLUMNS = { { "date", "date" }, { "what", "text" }, { "table", "text" }, { "id", "text" }, { "party", "text" },
  { "person", "text" }, { "topic", "text" }, { "status", "text" }, { "mark", "text" }, { "text", "text" },
  { "field", "text" }, { "day", "date" }, { "exact", "boolean" } }

-- Date columns that look ahead, with their mark. All others are days of something done or said.
local AHEAD = { due = "due", wanted = "wanted", deadline = "deadline" }

-- What a talk's status makes of its date.
local TALK_MARKS = { held = "happened", scheduled = "planned", postponed = "planned", proposed = "proposed",
  invited = "proposed", supported = "proposed", cancelled = "off", declined = "off", lapsed = "off" }

-- Kinds of outcomes by which one side alone binds itself: their due day is a promise.
local PROMISES = { pledge = true, commitment = true }

-- Columns that stand in for each other, the best first.
local TEXTS, STATES = { "text", "name", "title", "label" }, { "status", "kind", "act" }

-- References to parties that do not say whom a row is about.
local NOT_ABOUT = { announced_by = true, host = true }

-- What a table offers -------------------------------------------------------------------------------------

local function date_columns(info)
  local list = {}
  for _, column in ipairs(info.columns) do
    if column.type == "date" then list[#list + 1] = column.name end
  end
  return list
end

local function references_to(info, target)
  local list = {}
  for _, column in ipairs(info.columns) do
    if column.references == target and column.name ~= "announced_by" then list[#list + 1] = column.name end
  end
  return list
end

-- Paths to the thing a row is about: "demand" of an answer, "outcome" of a delivery.
local function things_about(ds, info)
  local list = {}
  for _, column in ipairs(info.columns) do
    local target = column.references
    if target and target ~= info.name and target ~= "talks" and target ~= "sources" then
      list[#list + 1] = { path = column.name, info = ds:table_info(target) }
    end
  end
  return list
end

-- Where the parties a row concerns can be found: its own columns, and those of the thing it is about.
local function party_paths(ds, info)
  local paths = references_to(info, "parties")
  for _, thing in ipairs(things_about(ds, info)) do
    if thing.info.name ~= "parties" then
      for _, name in ipairs(references_to(thing.info, "parties")) do paths[#paths + 1] = thing.path .. "." .. name end
    end
  end
  for _, name in ipairs { "source_party", "target_party" } do
    if info.by_name[name] then paths[#paths + 1] = name end
  end
  return paths
end

local function topic_path(ds, info)
  if info.by_name.topic then return "topic" end
  for _, thing in ipairs(things_about(ds, info)) do
    if thing.info.by_name.topic then return thing.path .. ".topic" end
  end
end

-- The party to show: who acts, asks, gives or speaks.
local function main_party(paths)
  for _, path in ipairs(paths) do
    if not NOT_ABOUT[path] then return path end
  end
end

local function present(info, names)
  local list = {}
  for _, name in ipairs(names) do
    if info.by_name[name] then list[#list + 1] = name end
  end
  return list
end

-- Reading ---------------------------------------------------------------------------------------------------

local function either(paths)
  if #paths < 2 then return paths[1] or "nil" end
  return ("coalesce(%s)"):format(table.concat(paths, ", "))
end

-- What is asked of a table, in the order the reader takes it.
local function plan_of(ds, name, with_parties)
  local info = ds:table_info(name)
  local parties = party_paths(ds, info)
  local talk = info.by_name.talk and "talk." or name ~= "talks" and "" or nil
  local plan = { name = name, dates = date_columns(info), parties = with_parties and parties or {} }
  local belongs = info.by_name.talk ~= nil
  plan.select = { "id", either(present(info, STATES)) .. " as state", either(present(info, TEXTS)) .. " as text",
    (topic_path(ds, info) or "nil") .. " as topic", (main_party(parties) or "nil") .. " as party",
    (references_to(info, "people")[1] or "nil") .. " as person", (info.by_name.kind and "kind" or "nil") .. " as kind",
    (belongs and "talk.date" or "nil") .. " as talk_day", (belongs and "talk.status" or "nil") .. " as talk_state" }
  return plan, talk
end
