--- What may be written next inside an expression: `where "party = 'uk`, `by "to`, `select "talk.da`.

local functions = require "parley.query.functions"
local keywords = require "parley.base.expression_words"
local lists = require "parley.base.lists"
local receiver = require "parley.repl.receiver"
local words = require "parley.repl.words"

local completion = {}

-- Methods of queries whose texts are no expressions.
local OTHERS = { get = true, save = true, as_of = true, search = true, define = true, as = true, cite = true,
  help = true, show = true }

--- Whether a text given to a call is an expression, or the name of a column.
---@param call table  as parley.repl.completion knows it
---@return boolean
function completion.takes(call)
  return (call.class == "parley.Query" or call.class == "parley.Frame") and not OTHERS[call.name]
end

-- Options of queries that take expressions or names of columns.
local KEYS = { columns = true, rows = true, values = true, x = true, y = true, low = true, high = true, by = true,
  facet = true, value = true, key = true, on = true }

-- Calls whose options take names alone.
local NAMES = { show = true, unpivot = true, diff = true, join = true }

--- Whether a text in a table that is given to a call is one.
---@param call table
---@return boolean
function completion.takes_in_table(call)
  if call.class ~= "parley.Query" and call.class ~= "parley.Frame" then return false end
  if call.key then return KEYS[call.key] == true end
  return completion.takes(call)
end

-- The column of a path, and the table it is in: `talk.date` is `date` of the table that `talk` refers to.
local function column_of(call, path)
  local ds = words.dataset(call.value)
  local info = call.class == "parley.Query" and call.value.info or nil
  if not info then return nil, path end
  for step in path:gmatch "([%w_]+)%." do
    local column = info and info.by_name[step]
    info = column and column.references and ds and ds:table_info(column.references) or nil
  end
  return info, path:match "[%w_]+$"
end

-- A text within the expression: `party = 'uk`, `topic in ('ceasefire', 'pri`.
local function within_quotes(content, quote)
  local inner = quote == "'" and '"' or "'"
  local open
  for at in content:gmatch("()" .. inner) do open = not open and at or nil end
  if not open then return nil end
  local before = content:sub(1, open - 1)
  local path = before:match "([%a_][%w_%.]*)%s*[=!<>~]+%s*$" or before:match "([%a_][%w_%.]*)%s+in%s*%([^()]*$"
    or before:match "([%a_][%w_%.]*)%s+not%s+in%s*%([^()]*$"
  return path, open + 1, inner
end

local function columns_at(call, path)
  if not path:find "%." then
    return lists.field(receiver.columns(call.value), "name")
  end
  local info = column_of(call, path .. "?")
  return lists.field(info and info.columns or {}, "name")
end

local function add_words(names)
  for _, kind in ipairs { functions.scalars, functions.aggregates, functions.windows } do
    for _, name in ipairs(functions.names(kind)) do names[#names + 1] = name .. "(" end
  end
  for word in pairs(keywords) do names[#names + 1] = word end
end

--- The candidates at the end of an expression, and the byte where they begin.
---@param call table
---@param content string  the expression to the cursor
---@param quote string  the quote around it
---@return string[] candidates, integer from
---@return string? after
function completion.of(call, content, quote)
  local path, from, inner = within_quotes(content, quote)
  if from then
    if not path then return {}, from end
    local info, column = column_of(call, path)
    return words.of_column(words.dataset(call.value), info and info.name, column, content:sub(from)), from, inner
  end
  local whole = content:match "[%a_][%w_%.]*$" or ""
  local names = columns_at(call, whole)
  if not (whole:find "%." or call.key and NAMES[call.name]) then add_words(names) end
  return names, #content - #(whole:match "[^%.]*$") + 1
end

return completion
