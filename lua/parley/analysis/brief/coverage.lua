--- What an account is about: the rows that belong to a talk, or that lie in a span of time.
-- Of a talk: the talk and those that prepare it, its participants and papers, the demands made for it or answered at
-- it, all answers to these demands and papers, its outcomes with their parts, what was delivered of them, and
-- statements about it that set a day. Of a span: what is dated within it, whole or in part; undated rows where their
-- talk is; answers to its demands up to its end; outcomes of its talks, and others that are due or delivered in it.
-- Without either it is everything. Rows come by id, so that nothing depends on how they were found.

local core = require "parley.core"
local dates = require "parley.base.dates"
local options = require "parley.base.options"
local errors = require "parley.base.errors"

local coverage = {}

-- Rows by id -------------------------------------------------------------------------------------------------

-- Adds the rows of a query that are not there yet.
local function add(list, q)
  for row in q:rows() do
    if not list[row.id] then
      list[row.id], list[#list + 1] = row, row
    end
  end
  return list
end

local function by_id(a, b) return a.id < b.id end

local function ids_of(list, column)
  local ids, seen = {}, {}
  for _, row in ipairs(list) do
    local id = row[column or "id"]
    if id and not seen[id] then seen[id], ids[#ids + 1] = true, id end
  end
  return ids
end

-- Adds the rows in which a column holds one of some ids.
local function add_where(ds, list, name, column, ids)
  if #ids > 0 then add(list, ds:table(name):where { [column] = ids }) end
  return list
end

-- The parts of some outcomes, and the parts of these.
local function add_parts(ds, outcomes)
  local from = 0
  while from < #outcomes do
    local new = table.move(outcomes, from + 1, #outcomes, 1, {})
    from = #outcomes
    add_where(ds, outcomes, "outcomes", "part_of", ids_of(new))
  end
end

-- Talks, spans, everything -------------------------------------------------------------------------------------

-- What hangs on the rows found so far: demands that were answered, answers, parts, deliveries, participants.
local function complete(ds, found)
  add_where(ds, found.participants, "participants", "talk", ids_of(found.talks))
  add_where(ds, found.demands, "demands", "id", ids_of(found.responses, "demand"))
  add_where(ds, found.responses, "responses", "demand", ids_of(found.demands))
  add_where(ds, found.responses, "responses", "document", ids_of(found.documents))
  add_where(ds, found.documents, "documents", "id", ids_of(found.responses, "document"))
  add_parts(ds, found.outcomes)
  add_where(ds, found.deliveries, "deliveries", "outcome", ids_of(found.outcomes))
end

local TABLES = { "talks", "participants", "documents", "demands", "responses", "outcomes", "deliveries", "statements" }

local function nothing()
  local found = { elsewhere = {} }
  for _, name in ipairs(TABLES) do found[name] = {} end
  return found
end

local function of_talk(ds, id)
  local found = nothing()
  add(found.talks, ds:table("talks"):where { id = id })
  for _, name in ipairs { "documents", "demands", "responses", "outcomes" } do
    add(found[name], ds:table(name):where { talk = id })
  end
  complete(ds, found)
  add(found.talks, ds:table("talks"):where { prepares = id })
  add(found.statements, ds:table("statements"):where { about = id }:where "deadline is not nil")
  return found
end

-- Adds what a span holds of a table: rows dated in it and, of the undated ones, those of its talks.
local function add_dated(ds, found, name, column, span)
  local q = ds:table(name)
  add(found[name], q:where(("overlaps(%s, ?)"):format(column), span))
  if q.info.by_name.talk then
    add_where(ds, found[name], name, "talk", ids_of(found.talks))
  end
end

-- Without what is surely dated outside the span, or, for answers, after its end.
local function keep_within(list, column, first, last)
  local kept = {}
  for _, row in ipairs(list) do
    local from, to
    if row[column] then from, to = core.date(row[column]) end
    if not (from and from > last) and not (to and to < first) then kept[#kept + 1], kept[row.id] = row, row end
  end
  return kept
end

local function of_span(ds, given, first, last)
  local found = nothing()
  local span = (given.from and core.day_text(first) or "..") .. "/" .. (given.to and core.day_text(last) or "..")
  add(found.talks, ds:table("talks"):where("overlaps(coalesce(date, planned_date), ?)", span))
  add_dated(ds, found, "documents", "handed_over", span)
  add_dated(ds, found, "demands", "made", span)
  add_dated(ds, found, "responses", "date", span)
  found.documents = keep_within(found.documents, "handed_over", first, last)
  found.demands = keep_within(found.demands, "made", first, last)
  found.responses = keep_within(found.responses, "date", first, last)
  add_where(ds, found.outcomes, "outcomes", "talk", ids_of(found.talks))
  add_parts(ds, found.outcomes)
  local here = #found.outcomes
  add(found.outcomes, ds:table("outcomes"):where("overlaps(due, ?)", span))
  add(found.deliveries, ds:table("deliveries"):where("overlaps(date, ?)", span))
  add_where(ds, found.outcomes, "outcomes", "id", ids_of(found.deliveries, "outcome"))
  complete(ds, found)
  for i = here + 1, #found.outcomes do found.elsewhere[found.outcomes[i].id] = true end
  found.responses = keep_within(found.responses, "date", math.mininteger, last)
  found.deliveries = keep_within(found.deliveries, "date", math.mininteger, last)
  add(found.statements, ds:table("statements"):where("overlaps(deadline, ?)", span))
  return found
end

local function everything(ds)
  local found = nothing()
  for _, name in ipairs(TABLES) do
    local q = ds:table(name)
    add(found[name], name == "statements" and q:where "deadline is not nil" or q)
  end
  return found
end

-- First and last day asked for; nil when no span is.
local function span_of(given)
  if given.from == nil and given.to == nil then return nil end
  local first = given.from ~= nil and dates.days(given.from, options.of("brief{}", "from")) or math.mininteger
  local last = given.to ~= nil and select(2, dates.days(given.to, options.of("brief{}", "to"))) or math.maxinteger
  if first > last then errors.raise("bad_date.brief_period", { from = given.from, to = given.to }) end
  return first, last
end

--- The rows an account is about, by table; each list also has its rows by id. `elsewhere` has the ids of outcomes that
--- are due or delivered in a span, but come from talks outside of it. `last` is the last day asked for.
---@param ds parley.Dataset
---@param given { talk: string?, from: string?, to: string? }
---@return table<string, table[]> found, integer? last
function coverage.of(ds, given)
  local first, last = span_of(given)
  if given.talk ~= nil and first then
    errors.raise "bad_argument.talk_and_period"
  end
  local found
  if given.talk ~= nil then
    found = of_talk(ds, given.talk)
  elseif first then
    found = of_span(ds, given, first, last)
  else
    found = everything(ds)
  end
  for _, name in ipairs(TABLES) do table.sort(found[name], by_id) end
  return found, given.to ~= nil and last < math.maxinteger and last or nil
end

return coverage
