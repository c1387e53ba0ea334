--- Two datasets brought together: what either holds, both hold after it, wherever they lie. Claims keep their keys,
-- with their sources, coders and retractions; one that was taken back on one side is taken back on both. A key that
-- means one claim here and another one there is a conflict, as is a row without claims, or a column of one's own, that
-- reads otherwise: nothing is written where there is one that is not decided. What follows from claims is worked out
-- anew.

local adding = require "parley.claims.add_column"
local atomic = require "parley.claims.transactions"
local claim_fields = require "parley.claims.claim_fields"
local claim_keys = require "parley.storage.statements.claim_keys"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local claims = require "parley.storage.statements.claims"
local errors = require "parley.base.errors"
local own_columns = require "parley.storage.own_columns"
local rows = require "parley.storage.statements.rows"
local schema = require "parley.storage.schema"
local side_by_side = require "parley.export.side_by_side"

local sync = {}

local OTHER = { a = "b", b = "a" }

-- What there is to do -------------------------------------------------------------------------------------------------

-- What is found in a comparison: for each side, claims, rows and retractions that the other has; and conflicts.
local function new_plan()
  return { a = { claims = {}, rows = {}, retractions = {}, columns = {} }, conflicts = {}, known = {},
    b = { claims = {}, rows = {}, retractions = {}, columns = {} } }
end

local function conflict(plan, kind, info, key, a, b, field)
  local mark = kind .. " " .. key
  if kind == "claim" and plan.known[mark] then return end          -- met in the other table
  plan.known[mark] = true
  plan.conflicts[#plan.conflicts + 1] = { kind = kind, table = info.name, key = key, a = a, b = b, info = info,
    field = field }
end

local RETRACTION = { retracted_at = true, retraction = true, retracted_by = true }

-- The first column of which two claims of one key say different things, but for whether they were taken back.
local function differing(names, a, b)
  for _, name in ipairs(names) do
    if not RETRACTION[name] and a[name] ~= b[name] then return name end
  end
end

-- Claims of one key that are the same: taken back on one side, or on both, where the earlier time stands.
local function meet_retractions(plan, info, a, b)
  if a.retracted_at == b.retracted_at and a.retraction == b.retraction then return end
  local from_a = a.retracted_at and (not b.retracted_at or a.retracted_at < b.retracted_at
    or a.retracted_at == b.retracted_at and (a.retraction or "") < (b.retraction or ""))
  local to, row = plan[from_a and "b" or "a"].retractions, from_a and a or b
  to[#to + 1] = { info = info, id = row.id, key = row.claim, at = row.retracted_at, reason = row.retraction,
    by = row.retracted_by }
end

local function with_own_day(row)
  if row.source_day then row.reported = nil end
  return row
end

-- The row of a claim of a key, in whatever table.
local function row_of(ds, key)
  local info = ds.schema.by_name[claim_lookup.table_of_key(ds.store, key)]
  local fields = claim_fields(info)
  return info, with_own_day(claim_lookup.row(ds.store, info, key, fields.names, fields.types))
end

-- A key is unique over all tables, so the claims of a table that only one side has may meet one of another table.
local function compare_claims(plan, sides, info)
  local fields = claim_fields(info)
  local function each(side)
    return function() return claim_lookup.all(sides[side].store, info, fields.names, fields.types) end
  end
  side_by_side.meet("claim", each "a", each "b", function(a, b)
    if a then with_own_day(a) end
    if b then with_own_day(b) end
    if a and b then
      local field = differing(fields.names, a, b)
      if field then return conflict(plan, "claim", info, a.claim, a, b, field) end
      return meet_retractions(plan, info, a, b)
    end
    local side, row = a and "b" or "a", a or b
    local elsewhere = row.claim <= plan.last[side] and claim_lookup.table_of_key(sides[side].store, row.claim)
    if elsewhere then
      local there = select(2, row_of(sides[side], row.claim))
      there.of = elsewhere
      return conflict(plan, "claim", info, row.claim, a or there, b or there, "table")
    end
    local list = plan[side].claims
    list[#list + 1] = { info = info, row = row }
  end)
end

local function compare_rows(plan, sides, info)
  local names, types = {}, {}
  for i, column in ipairs(info.columns) do names[i], types[i] = column.name, column.type end
  local function each(side)
    return function() return rows.all(sides[side].store, info.name, names, types) end
  end
  side_by_side.meet("id", each "a", each "b", function(a, b)
    if a and b then
      local field = differing(names, a, b)
      if field then conflict(plan, "row", info, a.id, a, b, field) end
      return
    end
    local list = plan[a and "b" or "a"].rows
    list[#list + 1] = { info = info, row = a or b }
  end)
end

-- Columns that only one side has; those that differ.
local function compare_columns(plan, sides)
  local there = { a = {}, b = {} }
  for side in pairs(there) do
    for _, column in ipairs(own_columns.all(sides[side].store)) do
      there[side][column.table .. "." .. column.name] = column
    end
  end
  for _, side in ipairs { "a", "b" } do
    for _, column in ipairs(own_columns.all(sides[side].store)) do
      local other = there[OTHER[side]][column.table .. "." .. column.name]
      local field = other and differing(own_columns.fields, column, other)
      if not other then
        local list = plan[OTHER[side]].columns
        list[#list + 1] = column
      elseif field and side == "a" then
        conflict(plan, "column", sides.a.schema.by_name[column.table], column.name, column, other, field)
      end
    end
  end
end

-- Writing -------------------------------------------------------------------------------------------------------------

local function add_columns(ds, list)
  for _, column in ipairs(list) do
    local given = {}
    for _, name in ipairs(own_columns.fields) do given[name] = column[name] end
    given.kind = given.kind or false
    adding.put(ds, column.table, column.name, given)
  end
end

-- A claim as the statements take it, from the row in which it stands.
local function claim_of(info, row)
  local fields, claim = claim_fields(info), { key = row.claim, id = row.id, values = {}, provenance = {} }
  for i, name in ipairs(fields.values) do claim.values[name] = row[fields.value_names[i]] end
  for i = 2, #fields.provenance do claim.provenance[fields.provenance[i]] = row[fields.provenance_names[i]] end
  claim.provenance.source_day = row.source_day or nil
  return claim
end

-- A claim whose day is its source's has the one that its source has here.
local function insert_claim(ds, info, row)
  local claim = claim_of(info, row)
  if row.source_day and row.source then claim.provenance.reported = atomic.published(ds, row.source) end
  claim_keys.keep_key(ds.store, claim.key, info.name)
  claims.insert(ds.store, info, claim.key, claim.id, claim.values, claim.provenance)
  atomic.touch(ds, info.name, claim.id)
end

-- Sources first: the days of other claims are theirs.
local function insert_claims(ds, list)
  for _, wants_sources in ipairs { true, false } do
    for _, one in ipairs(list) do
      if (one.info.name == "sources") == wants_sources then
        insert_claim(ds, ds.schema.by_name[one.info.name], one.row)
      end
    end
  end
end

local function insert_rows(ds, list)
  local by_table, order = {}, {}
  for _, one in ipairs(list) do
    local name = one.info.name
    if not by_table[name] then by_table[name], order[#order + 1] = {}, name end
    table.insert(by_table[name], one.row)
  end
  local full_text = require "parley.storage.full_text"
  for _, name in ipairs(order) do
    local info, ids = ds.schema.by_name[name], {}
    rows.insert_all(ds.store, info, by_table[name])
    for i, row in ipairs(by_table[name]) do ids[i] = row.id end
    full_text.update_all(ds.store, info, ids)
  end
end

local function retract(ds, list)
  for _, one in ipairs(list) do
    claims.retract(ds.store, ds.schema.by_name[one.info.name], one.key, one.at, one.reason, one.by)
    atomic.touch(ds, one.info.name, one.id)
  end
end

local function write(ds, of)
  insert_rows(ds, of.rows)
  insert_claims(ds, of.claims)
  retract(ds, of.retractions)
end

-- Conflicts -----------------------------------------------------------------------------------------------------------

-- Where a claim that was given a new key stood, it goes on standing.
local function renumbered(row, key, keys)
  local copy = {}
  for name, value in pairs(row) do copy[name] = value end
  copy.claim, copy.entry = key, row.entry or row.claim
  copy.restates, copy.decides = keys[row.restates] or row.restates, keys[row.decides] or row.decides
  return copy
end

-- Gives claims of one side, which share their key with one of the other, new keys: both sides are given both.
local function renumber(plan, sides, side)
  local mine, other = sides[side], sides[OTHER[side]]
  local last = math.max(claim_lookup.last_key(mine.store) or 0, claim_lookup.last_key(other.store) or 0)
  local keys, order = {}, {}
  for _, one in ipairs(plan.conflicts) do
    if one.kind == "claim" and not keys[one.key] then
      last = last + 1
      keys[one.key], order[#order + 1] = last, one.key
    end
  end
  local to_mine, to_other = plan[side], plan[OTHER[side]]
  for _, one in ipairs(to_other.claims) do
    if keys[one.row.restates] or keys[one.row.decides] then
      claim_keys.drop(mine.store, mine.schema.by_name[one.info.name], one.row.claim)
      one.row.restates = keys[one.row.restates] or one.row.restates
      one.row.decides = keys[one.row.decides] or one.row.decides
      table.insert(to_mine.claims, one)
    end
  end
  for _, key in ipairs(order) do
    local info, row = row_of(mine, key)
    local their_info, their_row = row_of(other, key)
    claim_keys.drop(mine.store, info, key)
    atomic.touch(mine, info.name, row.id)
    local moved = { info = info, row = renumbered(row, keys[key], keys) }
    table.insert(to_mine.claims, moved)
    table.insert(to_other.claims, moved)
    table.insert(to_mine.claims, { info = their_info, row = their_row })
  end
  plan.renumbered = #order
end

-- What a side of a conflict is, in a word or two.
local function shown(one, row)
  if one.kind == "claim" then
    local source = row.source and (" (%s%s)"):format(row.source, row.coder and ", " .. row.coder or "") or ""
    return ("%s %s%s"):format(row.of or one.table, row.id, source)
  end
  return ("%s = %s"):format(one.field, tostring(row[one.field]))
end

local function frame_of(list)
  local out = {}
  for i, one in ipairs(list) do
    out[i] = { kind = one.kind, table = one.table, key = tostring(one.key), field = one.field, a = shown(one, one.a),
      b = shown(one, one.b) }
  end
  return require("parley.frame.from_rows").frame(out, { columns = { "kind", "table", "key", "field", "a", "b" } })
end

local UNDECIDED = { claim = "exists.sync_claim", row = "exists.sync_row", column = "exists.sync_column" }

-- The first conflict that is not decided, as a failure.
local function undecided(plan, options)
  local left = {}
  for _, one in ipairs(plan.conflicts) do
    if one.kind ~= "claim" or not options.renumber then left[#left + 1] = one end
  end
  if #left == 0 then return nil end
  local one = left[1]
  return errors.new(UNDECIDED[one.kind], { key = one.key, table = one.table, field = one.field,
    a = shown(one, one.a), b = shown(one, one.b), more = #left - 1 })
end

-- The whole -----------------------------------------------------------------------------------------------------------

local function counts(plan, sides)
  local list = {}
  local function add(name, what, field)
    local to = { a = 0, b = 0 }
    for side in pairs(to) do
      for _, one in ipairs(plan[side][field]) do
        if (one.info and one.info.name or one.table) == name then to[side] = to[side] + 1 end
      end
    end
    if to.a + to.b > 0 then list[#list + 1] = { table = name, what = what, to_a = to.a, to_b = to.b } end
  end
  for _, name in ipairs(sides.a.schema.names) do
    for _, field in ipairs { "columns", "claims", "retractions", "rows" } do add(name, field, field) end
  end
  return require("parley.frame.from_rows").frame(list, { columns = { "table", "what", "to_a", "to_b" } })
end

local function compare(plan, sides)
  plan.last = { a = claim_lookup.last_key(sides.a.store) or 0, b = claim_lookup.last_key(sides.b.store) or 0 }
  for _, info in ipairs(schema.tables(sides.a.schema)) do
    (info.claims and compare_claims or compare_rows)(plan, sides, info)
  end
end

-- Keys go on after those of both.
local function follow_keys(sides)
  local last = math.max(claim_lookup.last_key(sides.a.store) or 0, claim_lookup.last_key(sides.b.store) or 0)
  for _, ds in pairs(sides) do claim_lookup.set_last_key(ds.store, last) end
end

local NOTHING <const> = {}          -- what undoes a comparison that was only to be told

local function run(sides, options)
  local plan = new_plan()
  compare_columns(plan, sides)
  local columns = { a = plan.a.columns, b = plan.b.columns }
  if #plan.conflicts == 0 then
    for side, ds in pairs(sides) do add_columns(ds, columns[side]) end
    compare(plan, sides)
  end
  local report = { changes = counts(plan, sides), conflicts = frame_of(plan.conflicts) }
  if options.plan then error({ NOTHING, report }, 0) end
  local err = undecided(plan, options)
  if err then error(err, 0) end
  if #plan.conflicts > 0 then
    renumber(plan, sides, options.renumber)
    report.changes = counts(plan, sides)
  end
  write(sides.a, plan.a)
  write(sides.b, plan.b)
  follow_keys(sides)
  return report
end

--- Brings two datasets together, in one transaction on each side.
---@param a parley.Dataset
---@param b parley.Dataset
---@param options parley.SyncOptions
---@return { changes: parley.Frame, conflicts: parley.Frame }? report, parley.Error? err, string? code
function sync.run(a, b, options)
  local done, report = pcall(atomic.run, a, atomic.run, b, run, { a = a, b = b }, options)
  if done then return report end
  for _, ds in ipairs { a, b } do          -- columns that were undone
    if ds.store:is_open() then ds.schema.by_name = own_columns.schema(ds.store).by_name end
  end
  if type(report) == "table" and report[1] == NOTHING then return report[2] end
  return errors.results(errors.caught(report), { key = "cannot_sync" })
end

return sync
