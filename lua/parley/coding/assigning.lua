--- Assigning: who is to code which source, as evenly as can be, and never twice.
-- Sources are gone through in an order that the seed gives; each is given to those of the coders who have least to do,
-- what was assigned before included, the seed deciding between equals. A source that has as many coders as it is to
-- have gets none.

local atomic = require "parley.claims.transactions"
local errors = require "parley.base.errors"
local from_rows = require "parley.frame.from_rows"
local options = require "parley.base.options"
local references = require "parley.claims.references"
local rows = require "parley.storage.statements.rows"
local speaking = require "parley.claims.speaking"
local writing = require "parley.claims.writing"

local assigning = {}

-- ## Chance

-- Numbers from 1 to n that follow from a seed on every machine (splitmix64).
local function chance_of(seed)
  local state = seed
  return function(n)
    state = state + 0x9e3779b97f4a7c15
    local z = (state ~ (state >> 30)) * 0xbf58476d1ce4e5b9
    z = (z ~ (z >> 27)) * 0x94d049bb133111eb
    return ((z ~ (z >> 31)) >> 1) % n + 1
  end
end

local function shuffled(list, chance)
  local order = table.move(list, 1, #list, 1, {})
  for i = #order, 2, -1 do
    local j = chance(i)
    order[i], order[j] = order[j], order[i]
  end
  return order
end

-- ## What is asked

local function names_of(given, key)
  if type(given) == "string" then given = { given } end
  if type(given) ~= "table" or #given == 0 then errors.raise(key, { got = type(given) }) end
  local list, seen = {}, {}
  for _, name in ipairs(given) do
    if type(name) ~= "string" or not name:find "%S" then
      errors.raise(key, { got = type(name) })
    end
    if not seen[name] then seen[name], list[#list + 1] = true, name end
  end
  return list
end

-- The sources, each once: all of them, those of a list, or those of rows with an id.
local function sources_of(ds, given)
  local list = {}
  if given == nil then given = ds:table "sources" end
  if type(given) ~= "table" and type(given) ~= "string" or type(given) == "table" and getmetatable(given) then
    for id in given:each "id" do list[#list + 1] = id end
    given = list
  end
  list = names_of(given, "bad_argument.assign_sources")
  for _, id in ipairs(list) do references.id(ds, "sources", id) end
  return list
end

local function checked(ds, given)
  given = options.check(given, "assign{}", { "sources", "coders", "each", "seed", "due", "note" })
  local coders = names_of(given.coders, "bad_argument.assign_coders")
  local each = given.each == nil and math.min(2, #coders) or given.each
  if math.type(each) ~= "integer" or each < 1 or each > #coders then
    errors.raise("bad_argument.assign_each", { got = tostring(each), coders = #coders })
  end
  local seed = given.seed or 1
  if math.type(seed) ~= "integer" then errors.raise("bad_argument.assign_seed", { got = tostring(seed) }) end
  return { sources = sources_of(ds, given.sources), coders = coders, each = each, chance = chance_of(seed),
    due = given.due, note = given.note }
end

-- ## Who gets what

-- Who has each source already, and how many each coder has.
local function taken(ds)
  local has, load, count = {}, {}, {}
  ds:ensure "coding"
  for _, source, coder in rows.each(ds.store, "coding", { "id", "source", "coder" }) do
    if source and coder then
      has[source] = has[source] or {}
      if not has[source][coder] then count[source] = (count[source] or 0) + 1 end
      has[source][coder], load[coder] = true, (load[coder] or 0) + 1
    end
  end
  return has, load, count
end

-- Of those who have not got a source, the one who has least to do; the first of equals, in an order of chance.
local function next_coder(order, has, load)
  local best
  for _, coder in ipairs(order) do
    if not has[coder] and (not best or (load[coder] or 0) < (load[best] or 0)) then best = coder end
  end
  return best
end

local function assigned(ds, asked)
  local has, load, count = taken(ds)
  local made, provenance = {}, { entered_by = speaking.who(ds) }
  for _, source in ipairs(shuffled(asked.sources, asked.chance)) do
    has[source] = has[source] or {}
    local order = shuffled(asked.coders, asked.chance)
    for _ = (count[source] or 0) + 1, asked.each do
      local coder = next_coder(order, has[source], load)
      if not coder then break end
      local id = source .. "/" .. coder
      has[source][coder], load[coder] = true, (load[coder] or 0) + 1
      provenance.source = source
      writing.add(ds, "coding", { id = id, source = source, coder = coder, due = asked.due, state = "assigned",
        note = asked.note }, provenance)
      made[#made + 1] = { id, source, coder, asked.due }
    end
  end
  table.sort(made, function(a, b) return a[1] < b[1] end)
  return made
end

--- Assigns sources to coders; those assignments that are new.
---@param ds parley.Dataset
---@param given table
---@return parley.Frame
function assigning.run(ds, given)
  local made = atomic.run(ds, assigned, ds, checked(ds, given))
  return from_rows.lists({ { "id", "text" }, { "source", "text" }, { "coder", "text" }, { "due", "date" } }, made)
end

return assigning
