--- References between things: whether what they point at exists, said with the name that was meant.
-- `check` runs at the end of a transaction. It asks for each reference written in it, and for each row
-- that lost its last claim whether somebody still points at it. Retracted claims may point anywhere.

local core = require "parley.core"
local errors = require "parley.base.errors"
local rows = require "parley.storage.statements.rows"
local schema = require "parley.storage.schema"
local speaking = require "parley.claims.speaking"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local suggest = require "parley.base.suggest"

local references = {}

--- What one row of a table is called.
function references.singular(name)
  if name == "people" then return "person" end
  if name == "processes" then return "process" end
  return (name:gsub("ies$", "y"):gsub("s$", ""))
end

--- ## Suggestions

local MOST_COMPARED = 5000        -- rows looked through for a suggestion

-- Whether one of the names in "a; b; c" is the folded `wanted`.
local function among(names, wanted)
  for name in (names or ""):gmatch "[^;]+" do
    if core.fold(name:match "^%s*(.-)%s*$") == wanted then return true end
  end
  return false
end

-- What a thing is called by: its id, name, aliases and code of a country, the id again where there is none of them.
local function name_columns(info)
  local names = { "id", "name", "aliases", "iso3" }
  for i, name in ipairs(names) do names[i] = info.by_name[name] and name or "id" end
  return names
end

--- The id that a wrong one was probably meant to be: by id, name or alias, else the nearest id.
---@return string?
function references.nearest(ds, target, given)
  local info, ids, wanted = ds.schema.by_name[target], {}, core.fold(given)
  local names = name_columns(info)
  for id, name, aliases, iso3 in rows.each(ds.store, target, names,
    { most = MOST_COMPARED, policy = speaking.policy(ds), info = info }) do
    local is_called = core.fold(id) == wanted or core.fold(name or "") == wanted or among(aliases, wanted)
    if is_called or among(iso3, wanted) then return id end
    ids[#ids + 1] = id
  end
  return suggest.nearest(given, ids)
end

local MOST_LISTED = 20          -- ids

-- Which ids there are, where they are few.
local function listed_ids(ds, target)
  local ids = {}
  for id in rows.each(ds.store, target, { "id" }, { most = MOST_LISTED + 1, policy = speaking.policy(ds),
    info = ds.schema.by_name[target] }) do
    ids[#ids + 1] = id
  end
  return #ids > 0 and #ids <= MOST_LISTED and { key = "known", names = suggest.listed(ids) } or nil
end

--- The table that has a row with this id, in the order of the codebook; or nil.
---@param ds parley.Dataset
---@param id any
---@return string?
function references.table_of(ds, id)
  if type(id) ~= "string" then return nil end
  ds:ensure_all()
  for _, name in ipairs(ds.schema.names) do
    if ds.schema.by_name[name].by_name.id and references.exists(ds, name, id) then return name end
  end
end

--- The hint for an id that a table has not: the one that was meant, the table that has it, or which there are.
---@param ds parley.Dataset
---@param target string  a table's name
---@param id any
---@return parley.Hint?
function references.hint(ds, target, id)
  if type(id) ~= "string" then return nil end
  local near = references.nearest(ds, target, id)
  if near then return suggest.meant(near) end
  local other = references.table_of(ds, id)
  return other and { key = "row_of_table", table = other, id = id } or listed_ids(ds, target)
end

-- Raises about what is not there, with the one that was meant: "no party 'Turkey'; did you mean 'turkiye'?"
local function fail_missing(ds, key, arguments, target)
  arguments.singular = references.singular(target)
  arguments.hint = suggest.meant(references.nearest(ds, target, arguments.value))
    or { key = "add_first", table = target, id = arguments.value }
  errors.raise(key, arguments)
end

--- ## Existence

--- Whether a table has a row with this id.
function references.exists(ds, target, id)
  local info, p = ds.schema.by_name[target], speaking.policy(ds)
  if p and info.claims then return claim_lookup.is_seen(ds.store, info, id, p, true) end
  return rows.exists(ds.store, target, id)
end

-- Calls a function as who spoke when something was noted.
local function as(ds, voice, fn, ...)
  local before = ds.speaking
  ds.speaking = voice
  local results = table.pack(pcall(fn, ...))
  ds.speaking = before
  if not results[1] then error(results[2], 0) end
  return table.unpack(results, 2, results.n)
end

--- The value of an option, when it is the id of a row of that table or nil; names and aliases serve as suggestions.
---@param ds parley.Dataset
---@param target string  a table's name
---@param value any
function references.id(ds, target, value)
  if value == nil then return nil end
  ds:ensure(target)
  if type(value) == "string" and references.exists(ds, target, value) then return value end
  errors.raise("no_row.option", { singular = references.singular(target), value = value,
    hint = references.hint(ds, target, value) })
end

--- The value of an option, when it is a word of a vocabulary of the dataset or nil.
---@param ds parley.Dataset
---@param vocabulary string
---@param value any
function references.term(ds, vocabulary, value)
  if value == nil or (type(value) == "string" and ds:has_term(vocabulary, value)) then return value end
  errors.raise("bad_term.option", { vocabulary = vocabulary, name = value, known = ds:term_codes(vocabulary) })
end

--- Raises unless the thing exists; `where` says who refers to it.
function references.need(ds, target, id, where)
  if references.exists(ds, target, id) then return end
  fail_missing(ds, "no_row.reference", { where = where, value = id }, target)
end

local function check_written(ds)
  local seen = {}
  for _, r in ipairs(ds.transaction.references) do
    local key = ("%s\0%s\0%s"):format(r.target, r.value, r.voice and r.voice.blind and r.voice.coder or "")
    if not seen[key] then
      as(ds, r.voice, references.need, ds, r.target, r.value, ("%s.%s of '%s'"):format(r.table, r.column, r.id))
      seen[key] = true
    end
  end
end

--- What a thing is called that had this id before it was renamed, or before that was undone; the id itself where it is
--- in use, or nothing is known of it.
---@param ds parley.Dataset
---@param target string
---@param id string?
---@return string?
function references.now(ds, target, id)
  local info, seen, list = ds.schema.by_name[target], {}, { id }
  if not id or not info.claims then return id end
  for _, one in ipairs(list) do                                        -- it grows on the way
    if references.exists(ds, target, one) then return one end
    seen[one] = true
    for _, other in ipairs(claim_lookup.other_ids(ds.store, info, one)) do
      if not seen[other] then list[#list + 1] = other end
    end
  end
  return id
end

--- ## Rows that went away

--- Tables and columns that can refer to a table.
---@param ds parley.Dataset
---@param target string
---@return { table: table, column: string, stored: string, several: true?, provenance: boolean? }[]
function references.referring(ds, target)
  local found = {}
  for _, info in ipairs(schema.tables(ds.schema)) do
    for _, column in ipairs(info.columns) do
      if column.references == target then
        local stored = info.claims and column.claim_name or column.name
        found[#found + 1] = { table = info, column = column.name, stored = stored, several = column.several }
      end
    end
    if info.claims and target == "sources" then
      found[#found + 1] = { table = info, column = "source", stored = "source", provenance = true }
    end
  end
  return found
end

local function referrer(ds, at, id)
  if not at.table.claims then return rows.referring(ds.store, at.table.name, at.stored, id) end
  return claim_lookup.referring(ds.store, at.table, at, id)
end

local function refuse_removal(target, id, at, holder, claim)
  local singular, other = references.singular(target), references.singular(at.table.name)
  if at.provenance then
    errors.raise("referred_to.claim", { singular = singular, id = id, claim = claim, other = other, holder = holder })
  end
  errors.raise("referred_to.row", { singular = singular, id = id, other = other, holder = holder, name = at.table.name,
    column = at.column })
end

local function check_removed(ds)
  for _, gone in ipairs(ds.transaction.removed) do
    local target, id = gone[1], gone[2]
    if not rows.exists(ds.store, target, id) then
      for _, at in ipairs(references.referring(ds, target)) do
        local holder, claim = referrer(ds, at, id)
        if holder and gone.voice and gone.voice.blind then
          errors.raise("referred_to.unseen", { singular = references.singular(target), id = id })
        end
        if holder then refuse_removal(target, id, at, holder, claim) end
      end
    end
  end
end

--- Raises for a foreign key that keeps a transaction from ending: one that was broken past Parley's verbs.
function references.name_violation(ds)
  local name, column, id, target, value = rows.violation(ds.store)
  if not name then return end
  fail_missing(ds, "no_row.reference_late", { name = name, column = column, id = id, value = value }, target)
end

--- ## Circles

-- Wholes by member, as the tables stand.
local function wholes_of(ds)
  local above, info = {}, ds.schema.by_name.memberships
  local seen = { policy = speaking.policy(ds), info = info }
  for party, whole in rows.each(ds.store, "memberships", { "party", "whole" }, seen) do
    if party and whole then
      above[party] = above[party] or {}
      table.insert(above[party], whole)
    end
  end
  return above
end

-- The way from a party up to `wanted`, where there is one.
local function way_up(above, from, wanted, seen)
  if from == wanted then return from end
  if seen[from] then return nil end
  seen[from] = true
  for _, whole in ipairs(above[from] or {}) do
    local way = way_up(above, whole, wanted, seen)
    if way then return from .. ", " .. way end
  end
end

-- A whole that belongs to itself, near or far, has no members that could be told.
local function check_circles(ds)
  local above
  for _, r in ipairs(ds.transaction.references) do
    if r.table == "memberships" then
      above = above or as(ds, r.voice, wholes_of, ds)
      for _, whole in ipairs(above[r.value] or {}) do
        local way = way_up(above, whole, r.value, {})
        if way then errors.raise("bad_value.circle", { id = r.id, whole = r.value, way = way }) end
      end
    end
  end
end

--- Checks what a transaction has written and taken away; raises at the first fault.
function references.check(ds)
  check_written(ds)
  check_removed(ds)
  check_circles(ds)
end

return references
