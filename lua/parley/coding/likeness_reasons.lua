--- What speaks for two things being one beside their names, and against it, each with its share of the score.
-- Method. For: +.15 offices of one party, or membership in one whole; +.05 the same parent. Against: -.3 both in one
-- talk, or speaking in one statement; -.4 one belongs to the other; -.2 another kind. An external id (a code of a
-- country, a number of another dataset, a column of the user's own called wikidata, viaf, isni, gnd or lei) that is the
-- same makes the score .98 at least; one that differs, .1 at most. Ids of another kind of party say nothing.

local codebook = require "parley.codebook.tables"
local item_lists = require "parley.base.item_lists"

local likeness_reasons = {}

likeness_reasons.SHARES = { office = 0.15, whole = 0.15, parent = 0.05, together = -0.3, part = -0.4, kind = -0.2 }
--- The same in words.
likeness_reasons.WORDS = { office = "both held an office of %s", whole = "both belong to %s",
  parent = "both are below %s", together = "both in %s", part = "one belongs to the other, %s", kind = "two kinds, %s" }

likeness_reasons.SAME_ID, likeness_reasons.OTHER_ID = 0.98, 0.1

local EXTERNAL = { iso3 = true, cow = true, gwno = true, fips = true, pax = true, ucdp = true, wikidata = true,
  viaf = true, isni = true, gnd = true, lei = true, geonames = true }

--- The columns of a table that hold ids of other datasets.
---@param info table
---@return string[]
function likeness_reasons.external(info)
  local names = {}
  for _, column in ipairs(info.columns) do
    local is_one = EXTERNAL[column.name] or column.name:find "_wikidata$"
    if is_one and codebook.by_name[info.name] then names[#names + 1] = column.name end
  end
  return names
end

-- thing -> a set of what it is met in.
local function add(sets, id, other)
  if not id or not other then return end
  for one in item_lists.each(id) do
    sets[one] = sets[one] or {}
    sets[one][other] = true
  end
end

local function set_of(ds, name, of, other)
  local sets = {}
  if not ds:table_info(name) then return sets end
  for _, id, with in ds:table(name):each("id", of, other) do add(sets, id, with) end
  return sets
end

--- What is known of the things of a table beside their names.
---@param ds parley.Dataset
---@param name string
---@return table
function likeness_reasons.known(ds, name)
  local known = { office = {}, whole = {}, together = {}, spoken = {} }
  if name == "people" then
    known.office = set_of(ds, "offices", "person", "party")
    known.together = set_of(ds, "participants", "person", "talk")
    known.spoken = set_of(ds, "statements", "speaker", "id as statement")
  elseif name == "parties" then
    known.whole = set_of(ds, "memberships", "party", "whole")
    known.together = set_of(ds, "participants", "party", "talk")
  end
  return known
end

local function shared(sets, a, b)
  local of_a, of_b, first = sets[a], sets[b], nil
  if not of_a or not of_b then return nil end
  for other in pairs(of_a) do
    if of_b[other] and (not first or other < first) then first = other end
  end
  return first
end

local function belongs(known, a, b)
  return a.parent == b.id or b.parent == a.id or known.whole[a.id] and known.whole[a.id][b.id]
    or known.whole[b.id] and known.whole[b.id][a.id]
end

-- Whether ids are the same ("same"), or differ, and which column tells.
local function by_ids(columns, a, b)
  local differs
  if a.kind and b.kind and a.kind ~= b.kind then return nil end
  for _, name in ipairs(columns) do
    if a[name] ~= nil and a[name] == b[name] then return "same", name end
    if a[name] ~= nil and b[name] ~= nil then differs = differs or name end
  end
  if differs then return "differs", differs end
end

--- The reasons for and against two things being one: what and of what in turns, or nil where there are none.
---@param known table
---@param a table  a row
---@param b table
---@return string[]?
function likeness_reasons.of(known, a, b)
  local list
  local function note(what, of)
    list = list or {}
    list[#list + 1], list[#list + 2] = what, of
  end
  local left, right = a.id, b.id
  local office, whole = known.office, known.whole
  local one = office[left] and office[right] and shared(office, left, right)
  if one then note("office", one) end
  one = whole[left] and whole[right] and shared(whole, left, right)
  if one then note("whole", one) end
  if a.parent ~= nil and a.parent == b.parent then note("parent", a.parent) end
  one = shared(known.together, left, right) or shared(known.spoken, left, right)
  if one then note("together", one) end
  if belongs(known, a, b) then note("part", a.parent == right and right or left) end
  if a.kind and b.kind and a.kind ~= b.kind then note("kind", ("%s, %s"):format(a.kind, b.kind)) end
  return list
end

--- What ids of other datasets say of two things: "same" or "differs", and the column that tells; nil: nothing.
likeness_reasons.by_ids = by_ids

return likeness_reasons
