--- Rows of tables without claims, merged: what one side alone has changed since the base is as that side has it.
-- Where both have changed a row, the one whose content comes first stands, and is told. A row that a side has taken out
-- goes, unless the other one has changed it. Of two new rows of one id that differ, the other one has an id of its own,
-- but for words of vocabularies and cross-walks, which are called by what they are about.

local byte_order = require "parley.base.byte_order"
local core = require "parley.core"
local meet = require "parley.export.met_rows"
local rows = require "parley.storage.statements.rows"

local merged_rows = {}

local NAMED_BY_CONTENT = { terms = true, crosswalk = true }

local function alike(names, a, b)
  for _, name in ipairs(names) do
    if a[name] ~= b[name] then return false, name end
  end
  return true
end

local function content(info, names, row) return core.content_id("row 1\0" .. info.name, row, names) end

-- What one side's row is called by now where it refers to things.
local function renamed(names, info, row)
  for _, column in ipairs(names.any and info.columns or {}) do
    local target = column.references
    if target and row[column.name] then row[column.name] = names:now(target, row[column.name]) end
  end
  return row
end

local function tell(plan, info, a, b, field, to)
  local proposal = to and { key = "merge_row_id", table = info.name, id = a.id, other = to }
    or { key = "merge_row", table = info.name, id = a.id, field = field }
  plan.conflicts[#plan.conflicts + 1] = { kind = "row", table = info.name, id = a.id, field = field,
    ours = tostring(a[field]), theirs = tostring(b[field]), proposal = proposal }
end

-- Both sides have the row, and not alike.
local function choose(plan, state, before, a, b)
  local info, names = state.info, state.names
  local _, field = alike(names, a, b)
  if before and alike(names, before, a) then return b end
  if before and alike(names, before, b) then return a end
  local first, last = a, b
  if byte_order.before(content(info, names, b), content(info, names, a)) then first, last = b, a end
  if before or NAMED_BY_CONTENT[info.name] then
    tell(plan, info, a, b, field)
  else
    local to = ("%s-%s"):format(last.id, content(info, names, last):sub(1, 6))
    tell(plan, info, a, b, field, to)
    last.id = to
    state.put[#state.put + 1] = last
  end
  return first
end

local function merge_table(plan, info)
  local names, types = {}, {}
  for i, column in ipairs(info.columns) do names[i], types[i] = column.name, column.type end
  local state = { info = info, names = names, put = {}, removed = {} }
  local pairs_met, ids = {}, {}
  local function of(side)
    return function(after, most) return rows.after(side.ds.store, info.name, names, types, after, most) end
  end
  meet("id", of(plan.ours), of(plan.theirs), function(a, b)
    if a then renamed(plan.onto[plan.ours], info, a) end
    if b then renamed(plan.onto[plan.theirs], info, b) end
    pairs_met[#pairs_met + 1] = { a = a, b = b }
    ids[#ids + 1] = (a or b).id
  end)
  local before = rows.of_ids(plan.base.ds.store, info, ids)
  for i, met in ipairs(pairs_met) do
    local a, b, was = met.a, met.b, before[ids[i]]
    local row = a or b
    if a and b then
      row = alike(names, a, b) and a or choose(plan, state, was, a, b)
    elseif was and alike(names, was, row) then
      row = nil
      state.removed[#state.removed + 1] = ids[i]
    end
    if row and not (was and alike(names, was, row)) then state.put[#state.put + 1] = row end
  end
  for id in rows.each(plan.base.ds.store, info.name, { "id" }) do
    if not before[id] then state.removed[#state.removed + 1] = id end
  end
  return state
end

--- What the rows of all tables without claims become: a list of { info, put, removed }.
---@param plan parley.MergePlan
---@param infos table[]
---@return table[]
function merged_rows.plan(plan, infos)
  local list = {}
  for _, info in ipairs(infos) do
    if not info.claims then list[#list + 1] = merge_table(plan, info) end
  end
  return list
end

return merged_rows
