--- Values that do not print themselves, as the prompt shows them: a table by what is in it, a function of Parley's by
-- how it is called, what a loop reads by how the loop is written.

local codebook = require "parley.codebook.tables"
local errors = require "parley.base.errors"
local plain = require "parley.base.plain_text"

local plain_values = {}

local MOST = 40          -- items of a list, fields of a table
local MOST_ROWS = 10000          -- of a list that is made a Frame to be looked at

-- Whether the names are columns of a table of the codebook, whose order is theirs.
local function codebook_order(fields)
  for _, info in ipairs(codebook.tables) do
    local order, count = {}, 0
    for _, column in ipairs(info.columns) do
      if rawget(fields, column.name) ~= nil then order[#order + 1] = column.name end
    end
    for _ in pairs(fields) do count = count + 1 end
    if count == #order then return order end
  end
end

local function names_of(fields)
  local order = rawget(fields, "id") ~= nil and codebook_order(fields)
  if order then return order end
  local names = {}
  for name in pairs(fields) do names[#names + 1] = name end
  table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
  return names
end

-- A value within a line: a table's own values are left to who asks for them.
local function short(value)
  if type(value) == "string" then return "'" .. plain.visible(value) .. "'" end
  local metatable = getmetatable(value)
  if type(value) ~= "table" or metatable and metatable.__tostring then return (tostring(value):gsub("\n.*", " …")) end
  return next(value) == nil and "{}" or "{…}"
end

local function list_text(list)
  local texts = {}
  for i = 1, math.min(#list, MOST) do texts[i] = short(list[i]) end
  if #list > MOST then texts[MOST + 1] = ("… (%d)"):format(#list) end
  return "{" .. table.concat(texts, ", ") .. "}"
end

-- A list of tables with fields is a table with rows.
local function rows_text(list)
  if #list > MOST_ROWS then return nil end
  local ok, frame = pcall(require("parley.frame.from_rows").frame, list)
  return ok and tostring(frame) or nil
end

local function fields_text(fields)
  local shown, names = {}, names_of(fields)
  for i = 1, math.min(#names, MOST) do
    local value = fields[names[i]]
    if type(value) == "table" or type(value) == "function" then value = short(value) end
    shown[i] = { name = tostring(names[i]), value = value }
  end
  local text = require("parley.repl.print").record { fields = shown }
  return #names > MOST and ("%s\n… (%d)"):format(text, #names) or text
end

local function table_text(value)
  if next(value) == nil then return "{}" end
  if #value == 0 then return fields_text(value) end
  return type(value[1]) == "table" and rows_text(value) or list_text(value)
end

-- How a function of Parley's is called: "ds:tables()".
local function call_text(fn, globals)
  local parley = rawget(globals, "parley")
  if fn == rawget(globals, "help") then return errors.phrase "function_help" end
  local name = type(parley) == "table" and require("parley.repl.help").name_of(fn, parley)
  return name and errors.phrase("function_to_call", { name = name }) or nil
end

--- The text of a value that would print as an address; nil for any other.
---@param value any
---@param globals table  with `parley` in it
---@return string?
function plain_values.text(value, globals)
  if type(value) == "function" then return call_text(value, globals) end
  local metatable = type(value) == "table" and getmetatable(value)
  if type(value) ~= "table" or metatable and (metatable.__tostring or metatable.__name) then return nil end
  return table_text(value)
end

--- The text of what is read in a loop, where it was called without one; or nil.
---@param values table  with n
---@return string?
function plain_values.loop_text(values)
  if values.n ~= 4 or type(values[1]) ~= "function" then return nil end
  return require("parley.repl.receiver").class(values[4]) == "parley.Cursor" and errors.phrase "read_in_loop" or nil
end

return plain_values
