--- Mirrored rows: a symmetric event that stands twice in a file, once from each side, folded on demand.
-- Rows seen are counted in a temporary table, which the database keeps on disk when it grows.

local errors = require "parley.base.errors"
local seen_rows = require "parley.storage.statements.seen_rows"

local mirrored_rows = {}

-- A part has its length before it: any other mark might stand in one, and a text of PostgreSQL has no NUL.
local function signature(parts)
  for i, part in ipairs(parts) do
    local text = tostring(part)
    parts[i] = #text .. ":" .. text
  end
  return table.concat(parts)
end

-- A row as a text, and as its mirror would be.
local function signatures(mirrored, row)
  local there, back = {}, {}
  for i, name in ipairs(mirrored.same) do there[i], back[i] = row[name] or "", row[name] or "" end
  for _, pair in ipairs(mirrored.swap) do
    local a, b = row[pair[1]] or "", row[pair[2]] or ""
    there[#there + 1], there[#there + 2] = a, b
    back[#back + 1], back[#back + 2] = b, a
  end
  return signature(there), signature(back)
end

--- Whether the row is the mirror of an earlier one that has no mirror yet.
---@param state table the import
---@param row table
---@return boolean
function mirrored_rows.is_mirror(state, row)
  local own, other = signatures(state.mapping.mirrored, row)
  local store = state.ds.store
  if own ~= other and seen_rows.take(store, other) then return true end
  seen_rows.add(store, own)
  return false
end

local NEAR = 20000        -- rows that a row is held against at least where mirrored ones are only counted

--- Counts the row where it is the mirror of one not far before it: files have the two sides of an event together.
---@param state table the import
---@param row table
function mirrored_rows.count(state, row)
  local own, other = signatures(state.mapping.mirrored, row)
  local near, far = state.near, state.far
  local met = (near[other] or 0) > 0 and near or (far[other] or 0) > 0 and far
  if own ~= other and met then
    met[other] = met[other] - 1
    state.report.mirrored = state.report.mirrored + 1
    return
  end
  near[own], state.near_rows = (near[own] or 0) + 1, state.near_rows + 1
  if state.near_rows == NEAR then state.near, state.far, state.near_rows = {}, near, 0 end
end

--- Gets ready to fold mirrored rows, or to count them where nobody has said what is to become of them.
---@param state table the import
function mirrored_rows.begin(state)
  state.fold = state.given.mirrors == "fold"
  state.count_mirrors = state.mapping.mirrored ~= nil and state.given.mirrors == nil
  state.near, state.far, state.near_rows = {}, {}, 0
  if not state.fold then return end
  if not state.mapping.mirrored then errors.raise "bad_mapping.mirrored_rows" end
  seen_rows.begin(state.ds.store)
end

--- Drops that table.
---@param state table the import
function mirrored_rows.finish(state)
  if state.fold then seen_rows.finish(state.ds.store) end
end

return mirrored_rows
