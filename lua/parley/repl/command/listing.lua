--- What every listing can be asked on top: which rows, which columns, in what order, how many.

local errors = require "parley.base.errors"
local options = require "parley.base.options"

local listing = {}

-- The expressions of a text: commas part them, but for those in parentheses and quotes.
local function parts_of(text)
  local parts, depth, quote, from = {}, 0, nil, 1
  for i = 1, #text do
    local c = text:sub(i, i)
    if quote then
      if c == quote then quote = nil end
    elseif c == "'" or c == '"' then quote = c
    elseif c == "(" then depth = depth + 1
    elseif c == ")" then depth = depth - 1
    elseif c == "," and depth == 0 then
      parts[#parts + 1], from = text:sub(from, i - 1), i + 1
    end
  end
  parts[#parts + 1] = text:sub(from)
  for i, part in ipairs(parts) do parts[i] = part:match "^%s*(.-)%s*$" end
  return parts
end

local function expressions(given)
  local list = {}
  for _, text in ipairs(given) do
    for _, part in ipairs(parts_of(text)) do list[#list + 1] = part end
  end
  return list
end

local function number(given, name)
  if given[name] == nil then return nil end
  return options.whole_number(math.tointeger(tonumber(given[name])) or given[name], "--" .. name)
end

-- A parameter is a number where it is written as one.
local function parameters(given)
  local list = {}
  for i, text in ipairs(given) do list[i] = tonumber(text) or text end
  return list
end

-- Each condition takes as many parameters as it has question marks outside of quotes.
local function filtered(src, conditions, params)
  local at = 1
  for _, condition in ipairs(conditions) do
    local _, wanted = condition:gsub("'[^']*'", ""):gsub("%?", "")
    src = src:where(condition, table.unpack(params, at, math.min(at + wanted - 1, #params)))
    at = at + wanted
  end
  if at <= #params then errors.raise("no_option.param_unused", { count = #params, used = at - 1 }) end
  return src
end

--- The rows that the options ask for. They are kept first, then sorted, then cut, and their columns chosen last, so
--- that each may speak of any column.
---@param src parley.Query|parley.Frame
---@param given table
---@return parley.Query|parley.Frame
function listing.of(src, given)
  src = filtered(src, given.where or {}, parameters(given.param or {}))
  local sort, select = expressions(given.sort or {}), expressions(given.select or {})
  if #sort > 0 then src = src:sort(table.unpack(sort)) end
  local limit, offset = number(given, "limit"), number(given, "offset")
  if limit or offset then src = src:limit(limit or math.maxinteger, offset or 0) end
  if #select > 0 then src = src:select(table.unpack(select)) end
  return src
end

return listing
