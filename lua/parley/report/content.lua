--- The content of a report: the things of each table with what was shown of them when, and the claims behind them.
-- Everything a page shows comes from here: rows that the dataset has resolved (as it is, and as of every day), and
-- claims. Nothing is decided again.

local claim_rows = require "parley.analysis.claim_rows"
local claim_units = require "parley.analysis.claim_units"
local compared_text = require "parley.analysis.compared_text"
local core = require "parley.core"
local day_rows = require "parley.storage.statements.day_rows"
local errors = require "parley.base.errors"
local lists = require "parley.base.lists"
local readings = require "parley.analysis.readings"
local redaction = require "parley.report.redaction"
local selection = require "parley.report.selection"
local values = require "parley.report.values"
local wholes_and_parts = require "parley.analysis.wholes_and_parts"
local writing = require "parley.report.writing"

local content = {}

--- The most claims that a page carries before a browser gets slow.
content.MOST_CLAIMS = 50000

-- Provenance beyond what every analysis reads, after the values.
local MORE = { "chain", "modality", "stated", "reported", "coder", "note" }

-- Rows ------------------------------------------------------------------------------------------------------

-- The tables with claims.
local function tables_of(ds)
  local list, by_name = {}, {}
  for _, info in ipairs((claim_rows.tables(ds))) do
    local of = { name = info.name, info = info, units = claim_units.of_table(info), rows = {}, things = {}, by_id = {},
      read = {}, read_by_id = {} }
    list[#list + 1], by_name[info.name] = of, of
  end
  return list, by_name
end

-- Reads the rows that are shown of them.
local function add_rows(c)
  for _, of in ipairs(c.tables) do
    for row in c.ds:table(of.name):sort("id"):rows() do of.rows[#of.rows + 1] = row end
  end
end

-- The things told of; `read` has beside them, where there are wholes and parts, those by which these are judged.
local function add_things(of, kept)
  for _, row in ipairs(of.rows) do
    local told = not kept or kept[row.id]
    if told or wholes_and_parts.has(of.info) then
      local thing = { table = of, id = row.id, row = row, days = {}, claims = {}, in_order = {}, told = told,
        at = #of.read + 1 }
      of.read[thing.at], of.read_by_id[row.id] = thing, thing
      if told then of.things[#of.things + 1], of.by_id[row.id] = thing, thing end
    end
  end
end

-- Claims ----------------------------------------------------------------------------------------------------

-- Refuses a page with the number of its claims, and says from which talks and days to choose.
local function refuse(c)
  local dates, id = {}, nil
  for talk, date in c.ds:table("talks"):sort("date", "id"):each("id", "date") do
    id = id or talk
    if date and date ~= core.null then dates[#dates + 1] = date:match "^[%d-]+" end
  end
  local facts = { claims = c.claims, most = content.MOST_CLAIMS }
  if #dates < 2 then errors.raise("too_large.report_claims", facts) end
  facts.talks, facts.id, facts.first, facts.last = c.ds:table("talks"):count(), id, dates[1], dates[#dates]
  facts.middle = dates[#dates // 2 + 1]
  errors.raise("too_large.report", facts)
end

-- Before anything is read: what is too much for a page takes no time.
local function check_size(c)
  for _, of in ipairs(c.tables) do c.claims = c.claims + c.ds:table(of.name):claims():count() end
  if c.claims > content.MOST_CLAIMS then refuse(c) end
  c.claims = 0
end

-- Reads the claims about the things of a table: the weightiest first, and what each says of each unit.
local function add_claims(c, of, is_part)
  local names = claim_units.names(of.units)
  local from = #names
  table.move(MORE, 1, #MORE, from + 1, names)
  local scope = { day = c.ds:view().as_of, ids = is_part and lists.field(of.read, "id") or nil }
  claim_rows.each_thing(c.ds, of.info, names, scope, function(id, claims)
    local thing = of.read_by_id[id]
    if not thing then return end
    thing.in_order = claims
    if not thing.told then return end
    for _, claim in ipairs(claims) do
      claim.more = {}
      for i, name in ipairs(MORE) do claim.more[name] = claim[from + i] end
    end
    thing.readings = {}
    for i, unit in ipairs(of.units) do thing.readings[i] = readings.of_all(unit, claims, c.canonical) end
    thing.claims = readings.standing({}, claims)
    c.claims = c.claims + #claims
  end)
  if c.claims > content.MOST_CLAIMS then refuse(c) end
end

-- Days ------------------------------------------------------------------------------------------------------

local function add_days(c, of, seen)
  local view = c.ds:view()
  for row in day_rows.each(c.ds.store, of.info, view.policy, view.as_of) do
    local thing = of.read_by_id[row.id]
    if thing then
      thing.days[#thing.days + 1] = row
      if thing.told then seen[row.known] = true end
    end
  end
end

--- The position from which something that was reported by a day is known; nil on every one.
---@param c table
---@param day integer?
---@return integer
function content.position(c, day)
  if not day then return c.last end
  local known = c.positions[day]
  if known then return known end
  local first, last = 1, #c.days + 1
  while first < last do
    local middle = (first + last) // 2
    if c.days[middle] >= day then last = middle else first = middle + 1 end
  end
  c.positions[day] = first
  return first
end

-- Turns the days of things into positions: each state of a thing is { position, row }, the last one what is shown.
local function place_days(c, seen)
  for day in pairs(seen) do c.days[#c.days + 1] = day end
  table.sort(c.days)
  c.last = #c.days + 1
  for _, of in ipairs(c.tables) do
    for _, thing in ipairs(of.read) do
      thing.states = {}
      for i, row in ipairs(thing.days) do thing.states[i] = { content.position(c, row.known), row } end
      thing.states[#thing.states + 1] = { c.last, thing.row }
      thing.first = thing.states[1][1]
      thing.days = nil
    end
  end
end

-- Names -----------------------------------------------------------------------------------------------------

-- What a thing is called: how somebody is called is no news, so that it is the same on every day.
local function name_of(c, name, id)
  if name == "sources" then return c.source_name(id) end
  local of = c.by_name[name]
  local thing = of and of.by_id[id]
  return thing and thing.row.name or id
end

local function source_namer(c)
  local rows = {}
  for _, row in ipairs(c.by_name.sources.rows) do rows[row.id] = row end
  return function(id)
    if c.withheld[id] then return c.withheld[id] end
    local row = rows[id]
    return row and (row.outlet or row.title or row.label) or id
  end
end

-- The id of a thing in an address: that of a withheld source, and one that names such a source, is another.
local function address_of(c, name, id, field)
  if name == "sources" and c.withheld[id] then
    id = c.withheld[id]
  elseif c.redact then
    local key = name .. "\0" .. id
    if not c.aliases[key] then
      local told = c.redact(id)
      c.aliases.count = c.aliases.count + (told ~= id and 1 or 0)
      c.aliases[key] = told == id and id or told .. "-" .. c.aliases.count
    end
    id = c.aliases[key]
  end
  return c.write.address(name, id, field)
end

local function link_to(c, name, id, label)
  local html, of = c.write:words(label), c.by_name[name]
  if not (of and of.by_id[id] and c.printed[name]) then return html end
  return c.write.inside(address_of(c, name, id), html)
end

local function set_names(c, withheld)
  local sources = c.by_name.sources.rows
  c.withheld = redaction.labels(sources, withheld)
  c.redact, c.leak = redaction.of(sources, withheld)
  c.aliases = { count = 0 }
  c.write = writing.new(c.redact)
  c.source_name = source_namer(c)
  c.label = values.labels(c.ds)
  function c.name(name, id) return name_of(c, name, id) end
  function c.link(name, id, label) return link_to(c, name, id, label or name_of(c, name, id)) end
  function c.address(name, id, field) return address_of(c, name, id, field) end
end

-- The whole -------------------------------------------------------------------------------------------------

-- The sources of the claims, and those that these rest on.
local function cited_sources(c)
  local kept, rows = {}, {}
  for _, row in ipairs(c.by_name.sources.rows) do rows[row.id] = row end
  local function keep(id)
    if not id or kept[id] or not rows[id] then return end
    kept[id] = true
    keep(rows[id].rests_on)
    keep(rows[id].copy_of)
  end
  for _, of in ipairs(c.tables) do
    for _, thing in ipairs(of.things) do
      for _, claim in ipairs(thing.claims) do keep(claim.source) end
    end
  end
  return kept
end

local function set_of(list)
  local set = {}
  for _, item in ipairs(list or {}) do set[item] = true end
  return set
end

--- Reads what a report tells of.
---@param ds parley.Dataset
---@param given { talks: string[]?, from: string?, to: string?, tables: string[]?, redactions: string[]? }
---@return table
function content.of(ds, given)
  local c = { ds = ds, claims = 0, days = {}, positions = {}, canonical = compared_text.of(ds) }
  c.tables, c.by_name = tables_of(ds)
  if not (given.talks or given.from or given.to) then check_size(c) end
  add_rows(c)
  c.printed = given.tables and set_of(given.tables) or set_of(ds:tables())
  set_names(c, set_of(given.redactions))
  local kept, seen = selection.of(ds, c.tables, given), {}
  local sources = c.by_name.sources
  for _, of in ipairs(c.tables) do
    if of ~= sources then
      add_things(of, kept and kept[of.name])
      add_claims(c, of, kept ~= nil)
    end
  end
  add_things(sources, kept and cited_sources(c))
  add_claims(c, sources, kept ~= nil)
  for _, of in ipairs(c.tables) do add_days(c, of, seen) end
  place_days(c, seen)
  return c
end

--- A day as it is written.
---@param c table
---@param position integer
---@return string?
function content.day(c, position) return c.days[position] and core.day_text(c.days[position]) end

return content
