--- Rows set aside: kept with file, line, reason and all that is needed to try them again.

local errors = require "parley.base.errors"
local fixes = require "parley.import.fixes"
local input = require "parley.import.input"
local options = require "parley.base.options"
local plain = require "parley.base.plain_text"
local suggest = require "parley.base.suggest"
local suggestions = require "parley.import.suggestions"

local quarantine = {}

--- ## What is needed to try again, as JSON

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\" }

local function json_text(text)
  return '"' .. text:gsub('[%c"\\]', function(c) return ESCAPES[c] or ("\\u%04x"):format(c:byte()) end) .. '"'
end

-- Lists and tables with names; the entries of a list that has names as well go under "*".
local function json(value)
  if type(value) ~= "table" then return type(value) == "string" and json_text(value) or tostring(value) end
  local parts, names = {}, {}
  for i, item in ipairs(value) do parts[i] = json(item) end
  for name in pairs(value) do
    if type(name) == "string" then names[#names + 1] = name end
  end
  if #names == 0 and (#parts > 0 or next(value) == nil) then return "[" .. table.concat(parts, ",") .. "]" end
  table.sort(names)
  local members = {}
  if #parts > 0 then members[1] = '"*":[' .. table.concat(parts, ",") .. "]" end
  for _, name in ipairs(names) do members[#members + 1] = json_text(name) .. ":" .. json(value[name]) end
  return "{" .. table.concat(members, ",") .. "}"
end

-- SQLite reads it back.
local function of_json(store, text)
  local value = {}
  for key, kind, atom in store:each("SELECT key, type, value FROM json_each(?)", { n = 1, text }) do
    if kind == "object" or kind == "array" then atom = of_json(store, atom) end
    if kind == "true" or kind == "false" then atom = kind == "true" end
    if key == "*" then
      table.move(atom, 1, #atom, 1, value)
    else
      value[math.type(key) and key + 1 or key] = atom
    end
  end
  return value
end

local KEPT = { "format", "delimiter", "quotes", "encoding", "dates", "short_years", "missing", "types", "key",
  "mirrors", "optional" }

--- Notes how a file was read, once for all its rows.
---@param state table the import
---@return string
function quarantine.recipe(state)
  local recipe = { table = state.name, mapping = state.mapping_name or nil, source = state.source,
    columns = state.plan.context.names, custom = state.custom or nil }
  for _, option in ipairs(KEPT) do recipe[option] = state.given[option] end
  recipe.format = state.format
  if type(recipe.types) == "table" and next(recipe.types) == nil then recipe.types = nil end
  return json(recipe)
end

--- ## Setting aside

--- Sets a row of a file aside.
---@param state table the import
---@param wrong { column: string?, value: any, reason: string }
---@param line integer
---@param raw string
---@return string id of the row in ds.quarantine
function quarantine.add(state, wrong, line, raw)
  local reason, hint = suggestions.of(wrong)
  local value = wrong.value
  if type(value) == "number" then value = plain.number(value) end
  state.recipe = state.recipe or quarantine.recipe(state)
  local id = ("%s/%s/%d"):format(state.name, state.path, line)
  state.ds.store:run([[INSERT OR REPLACE INTO quarantine(id, "table", file, line, "column", value, reason,
    suggestion, raw, "import") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)]], { n = 10, id, state.name, state.path, line,
    wrong.column, value ~= nil and tostring(value) or nil, reason, hint, raw, state.recipe })
  return id
end

--- Forgets the rows that an earlier import of the same file into the same table has set aside.
---@param ds parley.Dataset
---@param name string
---@param path string
function quarantine.clear(ds, name, path)
  ds.store:run('DELETE FROM quarantine WHERE "table" = ? AND file = ?', { n = 2, name, path })
end

--- ## Trying again

local OPTIONS = { "table", "file", "mapping", "source", "dates", "short_years", "missing", "types", "key" }

local function rows_to_try(ds, given)
  local sql = 'SELECT id, file, line, "column", value, reason, raw, "import" FROM quarantine '
    .. 'WHERE ("table" = ?1 OR ?1 IS NULL) '
    .. "AND (file = ?2 OR ?2 IS NULL) ORDER BY file, line"
  local list = {}
  for row in ds.store:rows(sql, { n = 2, given.table, given.file }) do list[#list + 1] = row end
  return list
end

-- How a row is read: as it was, unless something else is stated now.
local function recipe_of(ds, row, given, known)
  local recipe = known[row.import]
  if recipe then return recipe end
  recipe = of_json(ds.store, row.import)
  for _, option in ipairs(OPTIONS) do
    if option ~= "table" and option ~= "file" and given[option] ~= nil then recipe[option] = given[option] end
  end
  if recipe.custom and not given.mapping then
    errors.raise("the rows of '%s' were imported with a mapping of your own; give it again: "
      .. "ds:requeue(nil, {mapping = m})", row.file)
  end
  known[row.import] = recipe
  return recipe
end

local function check_given(ds, given)
  options.check(given, "requeue()", OPTIONS)
  if given.table ~= nil and not ds.schema.by_name[given.table] then
    errors.raise("requeue(): no table '%s'%s", tostring(given.table), suggest.hint(tostring(given.table),
      ds.schema.names))
  end
  input.check(given)
  require("parley.import.plan").check_key(given.key)
end

--- Tries the rows that were set aside again.
---@param ds parley.Dataset
---@param fix function|table|nil
---@param given table?
---@return parley.ImportReport
function quarantine.requeue(ds, fix, given)
  given = given == nil and {} or given
  check_given(ds, given)
  local list, known = rows_to_try(ds, given), {}
  for _, row in ipairs(list) do row.recipe = recipe_of(ds, row, given, known) end
  fix = fixes.compile(fix, list)
  return require("parley.import.retry").again(ds, list, fix)
end

return quarantine
