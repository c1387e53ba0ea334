--- Ids that files write and the dataset has renamed since: who says the old id means the thing under its new one.
-- The trail is that of the claims (parley.claims.correcting): the claim under the new id names the one under the old id
-- in `restates`. An id that somebody has claimed something about again is that of another thing, and stays.

local notes = require "parley.base.notes"

-- Loaded with the first id that may have been renamed.
local function references() return require "parley.claims.references" end

local renamed_ids = {}

-- The new ids of a table's things, by the old ones; asked for once in an import.
local function trail(state, name)
  state.renamed = state.renamed or {}
  local info = state.ds.schema.by_name[name]
  if state.renamed[name] == nil then
    state.renamed[name] = info and info.claims
      and require("parley.storage.statements.claim_lookup").renamed(state.ds.store, info) or {}
  end
  return state.renamed[name]
end

local function count(state, from, to)
  state.renames = state.renames or {}
  if not state.renames[from] then
    state.renames[from] = { to = to, count = 0 }
    table.insert(state.renames, from)
  end
  state.renames[from].count = state.renames[from].count + 1
end

--- The id that a thing has now, where it had this one; nil where it was not renamed, or something else has it now.
---@param state table the import
---@param name string the table
---@param id string
---@return string?
function renamed_ids.now(state, name, id)
  local ids, seen, to = trail(state, name), {}, id
  if not ids[id] or references().exists(state.ds, name, id) then return nil end
  repeat
    seen[to], to = true, ids[to]
  until not to or seen[to] or references().exists(state.ds, name, to)
  if not to or seen[to] then return nil end
  count(state, id, to)
  return to
end

--- The source that a call or a mapping states, an id or a row, by the id that it has now.
---@param state table
---@param given string|table|nil
---@return string|table|nil
function renamed_ids.source(state, given)
  local id = type(given) == "table" and given.id or given
  if type(id) ~= "string" then return given end
  state.ds:ensure "sources"
  local now = not references().exists(state.ds, "sources", id) and renamed_ids.now(state, "sources", id)
  if not now then return given end
  if type(given) == "string" then return now end
  local copy = {}
  for name, value in pairs(given) do copy[name] = value end
  copy.id = now
  return copy
end

--- Whether rows about things of a table may be about renamed ones.
---@param state table
---@param name string
---@return boolean
function renamed_ids.any(state, name) return next(trail(state, name)) ~= nil end

--- Gives rows that were made the ids that their things have now.
---@param state table
---@param list table[]
function renamed_ids.follow(state, list)
  for _, made in ipairs(list) do
    if made.info.claims and renamed_ids.any(state, made.info.name) then
      made.id = renamed_ids.now(state, made.info.name, made.id) or made.id
    end
  end
end

--- Notes in the report which ids were taken for others.
---@param state table
function renamed_ids.finish(state)
  for _, from in ipairs(state.renames or {}) do
    local one = state.renames[from]
    table.insert(state.report.notes, notes.new("guessed.renamed", one.count, { from = from, to = one.to }))
  end
end

return renamed_ids
