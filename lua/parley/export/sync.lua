--- Two datasets brought together: what either holds, both hold after it, wherever they lie. Claims keep their keys,
-- with their sources, coders and retractions; one that was taken back on one side is taken back on both. A key that
-- means one claim here and another one there is a conflict, as is a row without claims, or a column of one's own, that
-- reads otherwise: nothing is written where there is one that is not decided. What follows from claims is worked out
-- anew.
-- Both are gone through twice: what is to be done is counted, and told where it cannot be; then it is done, some rows
-- at a time, so that memory holds no more than these and the conflicts.

local adding = require "parley.claims.add_column"
local atomic = require "parley.claims.transactions"
local claim_fields = require "parley.claims.claim_fields"
local claim_keys = require "parley.storage.statements.claim_keys"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local claims = require "parley.storage.statements.claims"
local errors = require "parley.base.errors"
local insertion = require "parley.claims.insertion"
local meet = require "parley.export.met_rows"
local own_columns = require "parley.storage.own_columns"
local rows = require "parley.storage.statements.rows"
local schema = require "parley.storage.schema"
local sync_mended = require "parley.export.sync_mended"

local sync = {}

local OTHER = { a = "b", b = "a" }

local PIECE <const>, RESOLVED <const> = 1000, 20000          -- rows that are written, and claims resolved, at a time

-- What there is to do -------------------------------------------------------------------------------------------------

-- What is found in a comparison: conflicts, how much each side is to be given, and what is done with it, if anything:
-- `take[what](side, info, row)` of what the other side has.
local function new_plan()
  return { a = { columns = {} }, b = { columns = {} }, conflicts = {}, known = {}, counts = {}, take = {} }
end

local function count(plan, what, name, side, n)
  local of = plan.counts[name] or {}
  plan.counts[name] = of
  of[what] = of[what] or { a = 0, b = 0 }
  of[what][side] = of[what][side] + (n or 1)
end

-- Notes what a side is to be given, or gives it.
local function give(plan, what, side, info, row)
  local take = plan.take[what]
  if take then return take(side, info, row) end
  count(plan, what, info.name, side)
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
  give(plan, "retractions", from_a and "b" or "a", info, from_a and a or b)
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
    return function(after, most)
      return claim_lookup.after(sides[side].store, info, fields.names, fields.types, after, most)
    end
  end
  meet("claim", each "a", each "b", function(a, b)
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
    give(plan, "claims", side, info, row)
  end)
end

local function compare_rows(plan, sides, info)
  local names, types = {}, {}
  for i, column in ipairs(info.columns) do names[i], types[i] = column.name, column.type end
  local function each(side)
    return function(after, most) return rows.after(sides[side].store, info.name, names, types, after, most) end
  end
  meet("id", each "a", each "b", function(a, b)
    if a and b then
      local field = differing(names, a, b)
      if field then conflict(plan, "row", info, a.id, a, b, field) end
      return
    end
    give(plan, "rows", a and "b" or "a", info, a or b)
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
        count(plan, "columns", column.table, OTHER[side])
      elseif field and side == "a" then
        conflict(plan, "column", sides.a.schema.by_name[column.table], column.name, column, other, field)
      end
    end
  end
end

-- Writing -------------------------------------------------------------------------------------------------------------

local function add_columns(ds, list)
  for _, column in ipairs(list) do adding.put_kept(ds, column) end
end

local function insert_claim(ds, info, row)
  claim_keys.keep_key(ds.store, row.claim, info.name)
  insertion.put(ds, info, row)
end

local function insert_rows(ds, info, list)
  local ids = {}
  rows.insert_all(ds.store, info, list)
  for i, row in ipairs(list) do ids[i] = row.id end
  require("parley.storage.full_text").update_all(ds.store, info, ids)
end

local function retract(ds, info, row)
  claims.retract(ds.store, info, row.claim, row.retracted_at, row.retraction, row.retracted_by)
  atomic.touch(ds, info.name, row.id)
end

-- Claims are resolved now and then, as what is to be resolved is kept in memory.
local function new_resolver(ds)
  local claimed = 0
  return function()
    claimed = claimed + 1
    if claimed % RESOLVED == 0 then atomic.flush_all(ds) end
  end
end

-- Rows of one table, some at a time.
local function new_inserter(ds, info)
  local list = {}
  local function flush()
    if #list > 0 then insert_rows(ds, ds.schema.by_name[info.name], list) end
    list = {}
  end
  return function(row)
    list[#list + 1] = row
    if #list == PIECE then flush() end
  end, flush
end

-- Conflicts -----------------------------------------------------------------------------------------------------------

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

-- Where a claim that was given a new key stood, it goes on standing.
local function renumbered(row, key, keys)
  local copy = {}
  for name, value in pairs(row) do copy[name] = value end
  copy.claim, copy.entry = key, row.entry or row.claim
  copy.restates, copy.decides = keys[row.restates] or row.restates, keys[row.decides] or row.decides
  return copy
end

-- New keys for the claims of one side that share theirs with one of the other: old key -> new one, and the old ones in
-- order.
local function new_keys(plan, sides)
  local last = math.max(claim_lookup.last_key(sides.a.store) or 0, claim_lookup.last_key(sides.b.store) or 0)
  local keys, order = {}, {}
  for _, one in ipairs(plan.conflicts) do
    if one.kind == "claim" and not keys[one.key] then
      last = last + 1
      keys[one.key], order[#order + 1] = last, one.key
    end
  end
  return keys, order
end

-- Gives them these keys: both sides are given both. `restating` are claims of that side that restate or
-- decide for one of them.
local function renumber(sides, side, keys, order, restating)
  local mine, other = sides[side], sides[OTHER[side]]
  local to_mine, to_other = {}, {}
  for _, one in ipairs(restating) do
    claim_keys.drop(mine.store, mine.schema.by_name[one.info.name], one.row.claim)
    one.row.restates = keys[one.row.restates] or one.row.restates
    one.row.decides = keys[one.row.decides] or one.row.decides
    table.insert(to_mine, one)
    table.insert(to_other, one)
  end
  for _, key in ipairs(order) do
    local info, row = row_of(mine, key)
    local their_info, their_row = row_of(other, key)
    claim_keys.drop(mine.store, info, key)
    atomic.touch(mine, info.name, row.id)
    local moved = { info = info, row = renumbered(row, keys[key], keys) }
    table.insert(to_mine, moved)
    table.insert(to_other, moved)
    table.insert(to_mine, { info = their_info, row = their_row })
  end
  insert_claims(mine, to_mine)
  insert_claims(other, to_other)
  sync_mended.renumber(mine, keys)
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

local KINDS <const> = { "columns", "claims", "retractions", "rows", "mended" }

local function counts(plan, sides)
  local list = {}
  for _, name in ipairs(sides.a.schema.names) do
    for _, what in ipairs(KINDS) do
      local to = (plan.counts[name] or {})[what]
      if to and to.a + to.b > 0 then list[#list + 1] = { table = name, what = what, to_a = to.a, to_b = to.b } end
    end
  end
  return require("parley.frame.from_rows").frame(list, { columns = { "table", "what", "to_a", "to_b" } })
end

-- Tables whose rows others point at come first, and sources before all that they say.
local function in_order(schema_of_a)
  local list = schema.tables(schema_of_a)
  local place = {}
  for i, info in ipairs(list) do place[info] = i + (info.claims and (info.name == "sources" and 1000 or 2000) or 0) end
  table.sort(list, function(x, y) return place[x] < place[y] end)
  return list
end

local function compare(plan, sides)
  for _, info in ipairs(in_order(sides.a.schema)) do
    (info.claims and compare_claims or compare_rows)(plan, sides, info)
  end
end

-- Brings what was mended of either side to the other, or counts it.
local function bring_mended(plan, sides, only_told)
  for side, ds in pairs(sides) do
    local brought = sync_mended.bring(sides[OTHER[side]], ds, only_told)
    if only_told then count(plan, "mended", "quarantine", side, brought) end
  end
end

-- Gives each side what the other has, table by table.
local function write(plan, sides, side, keys, order)
  local restating, resolve = {}, { a = new_resolver(sides.a), b = new_resolver(sides.b) }
  function plan.take.claims(to, info, row)
    local is_old = side and to ~= side and (keys[row.restates] or keys[row.decides])
    if is_old then
      restating[#restating + 1] = { info = info, row = row }
      return count(plan, "claims", info.name, side)
    end
    insert_claim(sides[to], sides[to].schema.by_name[info.name], row)
    resolve[to]()
  end
  function plan.take.retractions(to, info, row) retract(sides[to], sides[to].schema.by_name[info.name], row) end
  for _, info in ipairs(in_order(sides.a.schema)) do
    if info.claims then
      compare_claims(plan, sides, info)
    else
      local put, flush = {}, {}
      for name, ds in pairs(sides) do put[name], flush[name] = new_inserter(ds, info) end
      function plan.take.rows(to, _, row) put[to](row) end
      compare_rows(plan, sides, info)
      for name in pairs(sides) do flush[name]() end
    end
  end
  if side then renumber(sides, side, keys, order, restating) end
  bring_mended(plan, sides)
end

-- Keys go on after those of both.
local function follow_keys(sides)
  local last = math.max(claim_lookup.last_key(sides.a.store) or 0, claim_lookup.last_key(sides.b.store) or 0)
  for _, ds in pairs(sides) do claim_lookup.set_last_key(ds.store, last) end
end

local NOTHING <const> = {}          -- what undoes a comparison that was only to be told

local function find(plan, sides)
  compare_columns(plan, sides)
  if #plan.conflicts > 0 then return end
  for side, ds in pairs(sides) do add_columns(ds, plan[side].columns) end
  plan.last = { a = claim_lookup.last_key(sides.a.store) or 0, b = claim_lookup.last_key(sides.b.store) or 0 }
  compare(plan, sides)
  bring_mended(plan, sides, true)
end

-- What claims get new keys makes more to be given: each claim of a conflict to the side that lacks it.
local function count_renumbered(plan, side, order, sides)
  for _, key in ipairs(order) do
    local own = claim_lookup.table_of_key(sides[side].store, key)
    local theirs = claim_lookup.table_of_key(sides[OTHER[side]].store, key)
    count(plan, "claims", own, side)
    count(plan, "claims", own, OTHER[side])
    count(plan, "claims", theirs, side)
  end
end

local function run(sides, options)
  local plan, side, keys, order = new_plan(), nil, nil, nil
  find(plan, sides)
  local report = { conflicts = frame_of(plan.conflicts) }
  if options.plan then
    report.changes = counts(plan, sides)
    error({ NOTHING, report }, 0)
  end
  local err = undecided(plan, options)
  if err then error(err, 0) end
  if #plan.conflicts > 0 then
    side = options.renumber
    keys, order = new_keys(plan, sides)
    count_renumbered(plan, side, order, sides)
  end
  write(plan, sides, side, keys, order)
  follow_keys(sides)
  report.changes = counts(plan, sides)
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
