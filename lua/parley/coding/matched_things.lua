--- Matched things: the units of several coders, table after table, so that a reference to what was paired is the same
--- reference whichever coder's id it has. Tables come in the codebook's order, those that are referred to first.

local coded_units = require "parley.coding.coded_units"
local unit_matching = require "parley.coding.unit_matching"

local matched_things = {}

-- ## Things that are one

--- Which ids are one thing.
---@class parley.SameThings
---@field has fun(name: string): boolean whether any things of a table were paired under two ids
---@field id fun(name: string, id: string): string the id that stands for all of them

-- Ids that stand for each other, of each table; the first in order stands for all (union-find).
local function new_same()
  local parents, same = {}, {}
  function same.has(name) return parents[name] ~= nil end
  function same.id(name, id)
    local of = parents[name]
    if not of then return id end
    while of[id] do id = of[id] end
    return id
  end
  function same.pair(name, a, b)
    a, b = same.id(name, a), same.id(name, b)
    if a == b then return end
    parents[name] = parents[name] or {}
    if b < a then a, b = b, a end
    parents[name][b] = a
  end
  return same
end

-- ## Tables

-- Names of the tables that some tables refer to, and theirs.
local function reached(ds, infos)
  local set, queue = {}, {}
  for i, info in ipairs(infos) do set[info.name], queue[i] = true, info end
  while #queue > 0 do
    for _, column in ipairs(table.remove(queue).columns) do
      local other = column.references and column.references ~= "sources" and ds:table_info(column.references)
      if other and other.claims and not set[other.name] then
        set[other.name], queue[#queue + 1] = true, other
      end
    end
  end
  return set
end

local function pair_ids(same, name, groups)
  for _, group in ipairs(groups) do
    for _, unit in pairs(group.units) do
      if unit.id ~= group.head.id then same.pair(name, group.head.id, unit.id) end
    end
  end
end

-- What was read of a table's own things before they were paired is read again.
local function forget_own(case, name)
  for at, field in ipairs(case.fields) do
    if field.references == name then case.read[at], case.read[-at] = nil, nil end
  end
end

-- All sources are matched: what is asked of one may refer to what stands in another.
local function match_table(ds, info, given, found)
  local lists, used = coded_units.read(ds, info, given.scope)
  local matcher = unit_matching.new { fields = used, canonical = found.canonical, same = found.same,
    pairs = given.pairs[info.name] or {}, apart = given.apart[info.name] or {} }
  for i, coder in ipairs(given.coders) do
    if lists[coder] then matcher:add(lists[coder], i == #given.coders) end
  end
  pair_ids(found.same, info.name, matcher.groups)
  if found.same.has(info.name) then forget_own(matcher.case, info.name) end
  return { info = info, case = matcher.case, groups = matcher.groups }
end

--- The groups of units of some tables, each with the `units` of the coders by name.
---@param ds parley.Dataset
---@param infos table[] the tables that are asked for
---@param given { coders: string[], scope: parley.CodedScope, pairs: table, apart: table }  coders sorted
---@return table<string, { info: table, case: table, groups: table[] }> by_name
function matched_things.of(ds, infos, given)
  local set, by_name = reached(ds, infos), {}
  local found = { same = new_same(), canonical = require("parley.analysis.compared_text").of(ds) }
  for _, name in ipairs(ds:tables()) do
    if set[name] then by_name[name] = match_table(ds, ds:table_info(name), given, found) end
  end
  return by_name
end

-- ## Scope

--- What a call about coders is about, from its options: tables, and the scope of their claims.
---@param ds parley.Dataset
---@param given { table: string|string[]|nil, source: string|string[]|nil }
---@return table[] infos, parley.CodedScope scope, table<string, true>? sources only of these
function matched_things.scope(ds, given)
  local options = require "parley.base.options"
  local scope_of = require "parley.analysis.scope"
  local all, names = require("parley.analysis.claim_rows").tables(ds)
  local wanted, infos = scope_of.list(given.table, "table"), {}
  for _, name in ipairs(wanted or {}) do options.one_of(name, names, { key = "claims_table" }) end
  for _, info in ipairs(all) do
    local is_asked = not wanted or require("parley.base.suggest").contains(wanted, info.name)
    if is_asked then infos[#infos + 1] = info end
  end
  local sources = given.source ~= nil and {} or nil
  for _, id in ipairs(scope_of.list(given.source, "source") or {}) do
    sources[require("parley.claims.references").id(ds, "sources", id)] = true
  end
  return infos, { policy = ds:view().policy, day = ds:view().as_of }, sources
end

return matched_things
