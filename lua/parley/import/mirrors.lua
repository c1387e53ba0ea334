--- Mirrored rows: a symmetric event that stands twice in a file, once from each side, folded on demand.
-- Rows seen are counted in a temporary table, which the database keeps on disk when it grows.

local errors = require "parley.base.errors"
local seen_rows = require "parley.storage.statements.seen_rows"

local mirrors = {}

local function signature(parts)
  for i, part in ipairs(parts) do parts[i] = tostring(part) end
  return table.concat(parts, "\0")
end

--- Whether the row is the mirror of an earlier one that has no mirror yet.
---@param state table the import
---@param row table
---@return boolean
function mirrors.is_mirror(state, row)
  local mirrored = state.mapping.mirrored
  local there, back = {}, {}
  for i, name in ipairs(mirrored.same) do there[i], back[i] = row[name] or "", row[name] or "" end
  for _, pair in ipairs(mirrored.swap) do
    local a, b = row[pair[1]] or "", row[pair[2]] or ""
    there[#there + 1], there[#there + 2] = a, b
    back[#back + 1], back[#back + 2] = b, a
  end
  local own, other = signature(there), signature(back)
  local store = state.ds.store
  if own ~= other and seen_rows.take(store, other) then return true end
  seen_rows.add(store, own)
  return false
end

--- Makes the table of rows seen, where mirrored rows are to be folded.
---@param state table the import
function mirrors.begin(state)
  state.fold = state.given.mirrors == "fold"
  if not state.fold then return end
  if not state.mapping.mirrored then errors.raise "bad_mapping.mirrored_rows" end
  seen_rows.begin(state.ds.store)
end

--- Drops that table.
---@param state table the import
function mirrors.finish(state)
  if state.fold then seen_rows.finish(state.ds.store) end
end

return mirrors
