--- A planned merge written into a copy of the base, in one transaction.
-- New claims have new keys, and keep their place among the claims of their side (`entry`), by which those of one voice
-- are held against each other. A claim that refers to what the other side has taken back cannot stand: the merge takes
-- it back too, and tells.

local adding = require "parley.claims.add_column"
local atomic = require "parley.claims.transactions"
local byte_order = require "parley.base.byte_order"
local claim_keys = require "parley.storage.statements.claim_keys"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local claims = require "parley.storage.statements.claims"
local dependency_order = require "parley.base.dependency_order"
local errors = require "parley.base.errors"
local full_text = require "parley.storage.full_text"
local insertion = require "parley.claims.insertion"
local merge_marks = require "parley.coding.merge_marks"
local merged_rows = require "parley.coding.merged_rows"
local own_columns = require "parley.storage.own_columns"
local public_call = require "parley.base.public_call"
local rows = require "parley.storage.statements.rows"
local schema = require "parley.storage.schema"

local merge_writing = {}

-- Columns of one's own ----------------------------------------------------------------------------------------------

local function columns_of(ds)
  local list, by_name = own_columns.all(ds.store), {}
  for _, column in ipairs(list) do by_name[column.table .. "." .. column.name] = column end
  return list, by_name
end

-- Raises where one column means two things.
local function check_same(column, other)
  for _, field in ipairs(own_columns.fields) do
    if field ~= "meaning" and column[field] ~= other[field] then
      errors.raise("exists.merge_column", { table = column.table, name = column.name, field = field,
        ours = tostring(column[field]), theirs = tostring(other[field]) })
    end
  end
end

--- The columns that either side has added and the base has not; raises where the two differ.
---@param plan parley.MergePlan
---@return table[]
function merge_writing.columns(plan)
  local _, before = columns_of(plan.base.ds)
  local ours, mine = columns_of(plan.ours.ds)
  local theirs, others = columns_of(plan.theirs.ds)
  local list = {}
  for _, column in ipairs(ours) do
    local name = column.table .. "." .. column.name
    if others[name] then check_same(column, others[name]) end
    if not before[name] then list[#list + 1] = column end
  end
  for _, column in ipairs(theirs) do
    local name = column.table .. "." .. column.name
    if not (before[name] or mine[name]) then list[#list + 1] = column end
  end
  table.sort(list, function(a, b)
    if a.table ~= b.table then return byte_order.before(a.table, b.table) end
    if a.name ~= b.name then return byte_order.before(a.name, b.name) end
    return false
  end)
  return list
end

local function add_columns(ds, list)
  -- what stands beside a quantity comes after it
  for _, beside in ipairs { false, true } do
    for _, column in ipairs(list) do
      if (column.beside ~= nil) == beside then adding.put_kept(ds, column) end
    end
  end
end

-- Rows --------------------------------------------------------------------------------------------------------------

local function put_rows(ds, list)
  for _, one in ipairs(list) do
    local info, ids = ds.schema.by_name[one.info.name], {}
    rows.remove_all(ds.store, info.name, one.removed)
    rows.insert_all(ds.store, info, one.put, true)
    for i, row in ipairs(one.put) do ids[i] = row.id end
    table.move(one.removed, 1, #one.removed, #ids + 1, ids)
    if #ids > 0 then full_text.update_all(ds.store, info, ids) end
  end
end

-- Claims ------------------------------------------------------------------------------------------------------------

-- New claims in the order of their places, each after the one that it restates, and after one that is alike.
local function in_order(plan)
  local list, new, ours, theirs = {}, plan.new, plan.ours.ids.after, plan.theirs.ids.after
  for id, row in pairs(new) do
    row.content = id
    list[#list + 1] = row
  end
  public_call.sort(list, function(a, b)
    if a.entry ~= b.entry then return a.entry < b.entry end
    if a.recorded_at ~= b.recorded_at then return byte_order.before(a.recorded_at, b.recorded_at) end
    return a.content ~= b.content and byte_order.before(a.content, b.content)
  end)
  return dependency_order(list, function(row, i)
    if i == 1 then return row.restates_content and new[row.restates_content] or false end
    if i == 2 then return row.decides_content and new[row.decides_content] or false end
    if i == 3 then return new[ours[row.content] or theirs[row.content]] or false end
  end)
end

-- When, why and by whom a claim is taken back; the mark of one that stands.
local function state_of(plan, id)
  local gone, ours = plan.retracted[id], plan.ours
  if gone then return gone.at, gone.why, gone.by end
  if gone == false then return nil, nil, plan.made[id] and merge_marks.MADE or nil end
  local side = ours.key[id] and ours or plan.base
  return side.retracted[id], side.why[id], side.by[id]
end

-- Sources first: the days of other claims are theirs.
local function put_claims(ds, plan, keys)
  local ordered, last = in_order(plan), 0
  for _, wants_sources in ipairs { true, false } do
    for _, row in public_call.each(ordered) do
      if (row.of.name == "sources") == wants_sources then
        local info = ds.schema.by_name[row.of.name]
        row.claim = claim_keys.new_key(ds.store, info.name)
        keys[row.content], last = row.claim, math.max(last, row.claim, row.entry)
        if row.entry == row.claim then row.entry = nil end
        row.restates = row.restates_content and keys[row.restates_content] or nil
        row.decides = row.decides_content and keys[row.decides_content] or nil
        row.retracted_at, row.retraction, row.retracted_by = state_of(plan, row.content)
        insertion.put(ds, info, row)
      end
    end
  end
  if last > 0 then claim_lookup.set_last_key(ds.store, last) end
end

local function take_back(ds, info, key, at, why, by)
  local id = claim_lookup.find(ds.store, info, key)
  claims.retract(ds.store, info, key, at, why, by)
  atomic.touch(ds, info.name, id)
  return id
end

-- What becomes of a claim of the base.
local function change_claim(ds, plan, id, key)
  local base = plan.base
  local info = ds.schema.by_name[base.of[id].name]
  if plan.gone[id] then
    atomic.touch(ds, info.name, base.id[id])
    claim_keys.drop(ds.store, info, key)
    return
  end
  local at, why, by = state_of(plan, id)
  if at ~= base.retracted[id] or why ~= base.why[id] or by ~= base.by[id] then
    take_back(ds, info, key, at, why, by)
  end
end

local function change_claims(ds, plan)
  local base, seen = plan.base, {}
  local function change(id)
    if base.key[id] and not seen[id] then
      seen[id] = true
      change_claim(ds, plan, id, base.key[id])
    end
  end
  for _, list in ipairs { plan.retracted, plan.gone } do
    for id in pairs(list) do change(id) end
  end
  base:each_state(plan.ours, change)
end

-- References --------------------------------------------------------------------------------------------------------

local function tell(plan, name, id, field, key, value)
  plan.conflicts[#plan.conflicts + 1] = { kind = "reference", table = name, id = id, field = field, ours = value,
    theirs = nil, proposal = { key = "merge_reference", claim = key } }
end

-- Takes back what stands about a thing and refers to something that is gone.
local function take_back_where(ds, plan, name, id, column, value)
  local info, any = ds.schema.by_name[name], false
  for _, key in ipairs(claim_lookup.keys_where(ds.store, info, { stored = "id" }, id)) do
    local row = claim_lookup.row(ds.store, info, key, { column, "recorded_at", "retracted_by" },
      { "text", "text", "text" })
    if row[column] == value then
      local mark = merge_marks.is_made(row.retracted_by) and "MADE_REFERENCE" or "REFERENCE"
      take_back(ds, info, key, row.recorded_at, ("%s '%s' is gone"):format(column, value), merge_marks[mark])
      tell(plan, name, id, column, key, value)
      any = true
    end
  end
  return any
end

local function mend_references(ds, plan)
  for _ = 1, 1000 do
    atomic.flush_all(ds)
    local again = false
    for _, info in ipairs(schema.tables(ds.schema)) do
      local key, source
      if info.claims then key, source = claim_lookup.without_source(ds.store, info) end
      if key then
        local id = claim_lookup.find(ds.store, info, key)
        again = take_back_where(ds, plan, info.name, id, "source", source) or again
      end
    end
    if not again then
      local name, column, id, _, value = rows.violation(ds.store)
      if not name or not ds.schema.by_name[name].claims then return end
      column = ds.schema.by_name[name].by_name[column].claim_name
      if not take_back_where(ds, plan, name, id, column, value) then return end
    end
  end
end

-- The whole ---------------------------------------------------------------------------------------------------------

local function write(ds, plan, columns, keys)
  add_columns(ds, columns)
  put_rows(ds, merged_rows.plan(plan, schema.tables(ds.schema)))
  change_claims(ds, plan)
  put_claims(ds, plan, keys)
  -- something can only be gone where something was taken back
  if next(plan.retracted) then mend_references(ds, plan) end
end

--- Writes a merge into a copy of its base; the keys of the claims there, by content id.
---@param ds parley.Dataset
---@param plan parley.MergePlan
---@return table<string, integer>
function merge_writing.write(ds, plan)
  local keys, columns = plan.base.key, merge_writing.columns(plan)
  atomic.run(ds, write, ds, plan, columns, keys)
  return keys
end

return merge_writing
