--- What ds:requeue() does to a row before it is tried again: a function of the row, or words for words.

local errors = require "parley.base.errors"
local records = require "parley.base.records"

local fixes = {}

-- Words for words, by column of the file: each column is one of some row that was set aside.
local function check_words(fix, list)
  local known, names = {}, {}
  for _, row in ipairs(list) do
    for _, name in ipairs(row.recipe.columns) do
      if not known[name] then known[name], names[#names + 1] = true, name end
    end
  end
  local name = records.first_key(fix, function(key) return type(fix[key]) ~= "table" end)
  if name ~= nil then errors.raise("bad_type.requeue_words", { name = name, got = type(fix[name]) }) end
  name = #list > 0 and records.first_key(fix, function(key) return not known[key] end) or nil
  if name ~= nil then errors.raise("no_column.requeue", { name = name, known = names }) end
end

local function by_words(fix)
  return function(row)
    for name, changes in pairs(fix) do
      local value = row[name]
      if value ~= nil and changes[value] ~= nil then row[name] = changes[value] end
    end
    return row
  end
end

local function by_function(fix)
  return function(row)
    local fixed = fix(row)
    if fixed == nil or type(fixed) == "table" then return fixed end
    errors.raise("bad_type.requeue_result", { got = type(fixed) })
  end
end

--- A fix as a function of a row; nil where there is none.
---@param fix function|table|nil
---@param list table[] the rows it is for
---@return function?
function fixes.compile(fix, list)
  if fix == nil then return nil end
  if type(fix) == "function" then return by_function(fix) end
  if type(fix) ~= "table" then
    errors.raise("bad_type.requeue_fix", { got = type(fix) })
  end
  check_words(fix, list)
  return by_words(fix)
end

return fixes
