--- Rows set aside: kept with file, line, reason and all that is needed to try them again.

local core = require "parley.core"
local errors = require "parley.base.errors"
local fault = require "parley.import.fault"
local json = require "parley.base.json"
local plain = require "parley.base.plain_text"
local statements = require "parley.storage.statements.quarantine"

-- Loaded with the first row that is set aside.
local function suggestions() return require "parley.import.suggestions" end

local quarantine = {}

--- ## Tables as JSON: what is needed to try again, and what a fault speaks of

-- Lists and tables with names; the entries of a list that has names as well go under "*".
local function ordered(value)
  if type(value) ~= "table" then return value end
  local list, names = {}, {}
  for i, item in ipairs(value) do list[i] = ordered(item) end
  for name in pairs(value) do
    if type(name) == "string" then names[#names + 1] = name end
  end
  if #names == 0 and (#list > 0 or next(value) == nil) then return list end
  table.sort(names)
  local members = #list > 0 and { "*", list } or {}
  for _, name in ipairs(names) do table.move({ name, ordered(value[name]) }, 1, 2, #members + 1, members) end
  return json.object(table.unpack(members))
end

local function as_json(value) return json.write(ordered(value), json.styles.compact) end

-- Tables as they were before ordered() had made objects of them.
local function restored(value)
  if type(value) ~= "table" then return value end
  for name, item in pairs(value) do value[name] = restored(item) end
  local list = value["*"]
  value["*"] = nil
  return list and table.move(list, 1, #list, 1, value) or value
end

--- What was kept of a row that was set aside: its recipe, or what its fault speaks of.
---@param text string
---@return table
function quarantine.read(text)
  local value, is_json = require("parley.base.json_reader").read(text)
  if is_json == false or type(value) ~= "table" then errors.raise("corrupt.set_aside", { text = text:sub(1, 60) }) end
  return restored(value)
end

local KEPT = { "format", "delimiter", "quotes", "encoding", "dates", "short_years", "decimal", "thousands", "missing",
  "types", "longest_record", "key", "mirrors", "optional" }

--- Notes how a file was read, once for all its rows.
---@param state table the import
---@return string
function quarantine.recipe(state)
  local recipe = { table = state.name, mapping = state.mapping_name or nil, source = state.source,
    columns = state.plan.context.names, custom = state.custom or nil, import = state.import }
  for _, option in ipairs(KEPT) do recipe[option] = state.given[option] end
  recipe.format = state.format == "xlsx" and "csv" or state.format          -- as which a row of a sheet is kept
  if type(recipe.types) == "table" and next(recipe.types) == nil then recipe.types = nil end
  return as_json(recipe)
end

--- ## Setting aside

-- The number of an import of rows that no row set aside has.
local function free_serial(store, prefix)
  local serial = 1
  while statements.has_ids(store, ("%s %d"):format(prefix, serial)) do serial = serial + 1 end
  return serial
end

-- The id of a row that is set aside for the first time. Frames, queries and functions have one name each, whatever rows
-- they give: those of another import are other rows, but for the same row set aside again.
local function new_id(state, at, raw)
  local store, prefix = state.ds.store, ("%s/%s"):format(state.name, state.file)
  if not state.of_rows then return ("%s/%d"):format(prefix, at.line) end
  if not state.serial then
    state.serial = free_serial(store, prefix)
    state.beside = require("parley.base.suggest").contains(statements.files(store, state.name), state.file)
  end
  if state.beside and not state.of_rows[raw] then
    statements.clear_row(store, state.name, state.file, raw)
    state.of_rows[raw] = true          -- what comes twice in one import is there twice
  end
  return ("%s %d/%d"):format(prefix, state.serial, at.line)
end

--- Sets a row of a file aside.
---@param state table the import
---@param wrong parley.Fault
---@param at { line: integer, row: integer?, entry: integer?, id: string? }  id: of one that was set aside before
---@param raw string
---@return string id of the row in ds.quarantine
function quarantine.add(state, wrong, at, raw)
  local hint, value = suggestions().of(wrong), wrong.value
  local arguments = fault.kept(wrong, hint)
  if type(value) == "number" then value = plain.number(value) end
  state.recipe = state.recipe or quarantine.recipe(state)
  local id = at.id or new_id(state, at, raw)
  statements.put(state.ds.store, { id = id, table = state.name, file = state.file, line = at.line, row = at.row,
    entry = at.entry, column = wrong.column, value = value ~= nil and tostring(value) or nil, code = wrong.code,
    fault = wrong.key, arguments = arguments and as_json(arguments), reason = wrong.reason,
    suggestion = hint and errors.hint(hint), raw = raw, import = state.recipe })
  return id
end

--- What a file is called among the rows set aside: as the same file was before, by whatever path.
---@param ds parley.Dataset
---@param name string table
---@param path string
---@return string
function quarantine.file_name(ds, name, path)
  for _, file in ipairs(statements.files(ds.store, name)) do
    if file ~= path and core.same_file(file, path) then return file end
  end
  return path
end

--- Forgets the rows that an earlier import of the same file into the same table has set aside.
---@param state table the import
---@return boolean places whether the places of these rows are kept for them
function quarantine.clear(state)
  local places = statements.keep_places(state.ds.store, state.name, state.file)
  if not state.of_rows then statements.clear(state.ds.store, state.name, state.file) end
  return places
end

--- Forgets the places as well.
---@param state table the import
function quarantine.finish(state)
  if state.places then statements.drop_places(state.ds.store) end
end

local function makes_claims(plan)
  for _, target in ipairs(plan.targets) do
    if target.info.claims then return true end
  end
  return false
end

--- The place of a row among the claims, kept until it can be taken: a row that the same file had set aside before
--- keeps the one it has.
---@param state table the import
---@param raw string
---@return integer? entry where the row makes claims
function quarantine.place_for(state, raw)
  if not makes_claims(state.plan) then return nil end
  return state.places and statements.place_of(state.ds.store, raw)
    or require("parley.storage.statements.claim_keys").reserve_key(state.ds.store)
end

return quarantine
