--- What stands before a dot, a colon or a bracket, as a value: `ds.demands:where{…}` is a query, and asking it for
-- its columns is asking what may be written next.
--
-- Looking must change nothing: names are read without metamethods of the user's; of methods, the verbs of queries alone
-- are called, which are lazy, and with written values alone. What cannot be known without running it is taken to be
-- like what it was made from.

local codebook = require "parley.codebook.tables"
local lists = require "parley.base.lists"
local query = require "parley.query.query"
local tokens = require "parley.repl.tokens"
local verbs = require "parley.query.verbs"

local receiver = {}

-- Those whose arguments can be written down, and `as_of`.
local VERBS = { as_of = true }
for _, name in ipairs(verbs.names) do VERBS[name] = true end

--- The class of a value as users know it: "parley.Query"; nil for what is none of Parley's.
---@param value any
---@return string?
function receiver.class(value)
  local metatable = getmetatable(value)
  local name = type(metatable) == "table" and rawget(metatable, "__name") or nil
  return type(name) == "string" and name:match "^parley%.%a+$" or nil
end

-- A field without code of the user's.
local function field(value, name)
  local class = receiver.class(value)
  if class == "parley.Dataset" then
    local ok, found = pcall(value.table, value, name)
    return ok and found or nil
  end
  for _ = 1, 10 do
    if type(value) ~= "table" then return nil end
    local found = rawget(value, name)
    if found ~= nil then return found end
    local metatable = getmetatable(value)
    value = type(metatable) == "table" and rawget(metatable, "__index") or nil
  end
  return nil
end

-- Are these tokens written values alone, such as `{ party = "ukraine" }`?
local function is_written(list, from, to)
  for i = from, to do
    local one, after = list[i], list[i + 1]
    local is_key = one.type == "name" and after and after.text == "=" and after.type == "sign"
    local is_word = one.text == "true" or one.text == "false" or one.text == "nil"
    if one.type == "name" and not is_key and not is_word then return false end
    if one.type == "sign" and not one.text:find "^[{}()=,;%-]$" then return false end
  end
  return true
end

-- What a verb of a query gives, with the tokens of its arguments.
local function called(value, name, list, from, to, text)
  local is_lazy = query.is_query(value) and (VERBS[name] or value.keys ~= nil)
  if not (is_lazy and is_written(list, from, to)) then return value end
  local written = text:sub(list[from].from, list[to].to)
  local chunk = load("local f = ... return f" .. written, "=completion", "t", {})
  if not chunk then return value end
  local ok, given = pcall(chunk, function(...) return value[name](value, ...) end)
  return ok and given or value
end

-- The tokens of the expression that ends at `last`, as an index of its first one.
local function first_of(list, last)
  local at = last
  while at >= 1 do
    local one = list[at]
    if one.type == "sign" and (one.text == ")" or one.text == "}" or one.text == "]") then
      at = tokens.opening(list, at)
      if not at or at == 1 then return nil end
      at = at - 1
    elseif one.type == "string" then
      at = at - 1
    elseif one.type == "name" then
      local before = list[at - 1]
      if not (before and before.type == "sign" and (before.text == "." or before.text == ":")) then return at end
      at = at - 2
    else
      return nil
    end
  end
  return nil
end

-- Where the arguments of a call that begin at `at` end.
local function arguments_end(list, at)
  if list[at].type == "string" then return at end
  local depth = 0
  for i = at, #list do
    local sign = list[i].type == "sign" and list[i].text
    if sign == "(" or sign == "{" or sign == "[" then depth = depth + 1 end
    if sign == ")" or sign == "}" or sign == "]" then depth = depth - 1 end
    if depth == 0 then return i end
  end
  return #list
end

--- The value of the expression whose last token is `last`; nil where it cannot be known.
---@param list table[]
---@param last integer
---@param text string  of which these are the tokens
---@param globals table
---@return any
function receiver.value(list, last, text, globals)
  local at = last >= 1 and first_of(list, last)
  if not at then return nil end
  local value = rawget(globals, list[at].text)
  at = at + 1
  while at <= last and value ~= nil do
    local sign = list[at].text
    if list[at].type == "sign" and sign == "." then
      value = field(value, list[at + 1].text)
      at = at + 2
    elseif list[at].type == "sign" and sign == ":" then
      local to = arguments_end(list, at + 2)
      value = called(value, list[at + 1].text, list, at + 2, to, text)
      at = to + 1
    else
      return nil
    end
  end
  return value
end

-- What gives a row, and what gives rows by number.
local ROW, ROWS = { get = true, first = true, one = true }, { all = true }

-- The name of the call that ends at `last`, and what it is asked of: ds.demands:get("x").
local function call_at(list, last, text, globals)
  local opening = list[last].type == "string" and last or tokens.opening(list, last)
  local name, sign = opening and list[opening - 1], opening and list[opening - 2]
  if not (name and name.type == "name" and sign and sign.text == ":") then return nil end
  return name.text, receiver.value(list, opening - 3, text, globals)
end

--- The columns of the row that the expression gives whose last token is `last`; nil where it gives none.
---@param list table[]
---@param last integer
---@param text string
---@param globals table
---@return string[]?
function receiver.row_columns(list, last, text, globals)
  local one = list[last]
  local is_closing = one.type == "sign" and one.text:find "^[%)%}%]]$"
  if not is_closing and one.type ~= "string" then return nil end
  local calls = ROW
  if one.text == "]" and is_closing then
    last = (tokens.opening(list, last) or 1) - 1
    if last < 1 then return nil end
    calls = ROWS
    local frame = receiver.value(list, last, text, globals)
    if receiver.class(frame) == "parley.Frame" then return lists.field(receiver.columns(frame), "name") end
  end
  local name, value = call_at(list, last, text, globals)
  return name and calls[name] and lists.field(receiver.columns(value), "name") or nil
end

--- The names after a dot or a colon: those that a refusal lists as known, or the keys of a table.
---@param value any
---@param is_method boolean
---@return string[]
function receiver.names(value, is_method)
  local class = receiver.class(value)
  if not class then return receiver.keys(value) end
  local ok, err = pcall(function() return value["?"] end)
  local known = not ok and type(err) == "table" and err.arguments and err.arguments.known or {}
  local names = {}
  for _, name in ipairs(known) do
    local is_table = class == "parley.Dataset" and (codebook.by_name[name] or value:table_info(name)) ~= nil
    if is_table ~= is_method or class ~= "parley.Dataset" then names[#names + 1] = name end
  end
  return names
end

--- The names of what a table, or a string, can be asked for.
---@param value any
---@return string[]
function receiver.keys(value)
  local names, seen = {}, {}
  if type(value) == "string" then value = string end
  for _ = 1, 10 do
    if type(value) ~= "table" then break end
    for name in next, value do
      if type(name) == "string" and name:find "^[%a_][%w_]*$" and not seen[name] then
        seen[name], names[#names + 1] = true, name
      end
    end
    local metatable = getmetatable(value)
    value = type(metatable) == "table" and rawget(metatable, "__index") or nil
  end
  return names
end

--- The columns of a query or a Frame, as descriptions with a name; an empty list of anything else.
---@param value any
---@return table[]
function receiver.columns(value)
  local class = receiver.class(value)
  if class ~= "parley.Query" and class ~= "parley.Frame" then return {} end
  local described = {}
  if class == "parley.Query" then
    for _, column in ipairs(value.bound.columns or {}) do described[column.name] = column end
  end
  local ok, names = pcall(value.columns, value)
  if not ok then names = lists.field(value.bound and value.bound.columns or {}, "name") end
  local found = {}
  for i, name in ipairs(names) do found[i] = described[name] or { name = name } end
  return found
end

return receiver
