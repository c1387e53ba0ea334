--- A PostgreSQL server as specs ask it without a driver of ours: statements go to psql, and values come back as text.
-- What is asked is a single expression per row, beside which stands its type.

local scratch = require "spec.support.scratch"

local postgres = {}

-- The server of this checkout, as tools/postgres.sh starts it; PARLEY_PSQL is a command that talks to another.
local command

local function run(text)
  local pipe <close> = assert(io.popen(text .. " 2>&1"))
  local output = pipe:read "a"
  return pipe:close() and output or nil, output
end

--- Whether there is a server; else why there is none.
---@return boolean, string?
function postgres.is_there()
  if command then return true end
  command = os.getenv "PARLEY_PSQL"
  if command then return true end
  local started, why = run "sh tools/postgres.sh start"
  if not started then return false, why end
  command = "sh tools/postgres.sh psql talks"
  return true
end

--- Runs statements: what they print, or nil and what the server says.
---@param text string
---@return string?, string?
function postgres.run(text)
  local path = scratch.file(os.tmpname(), text)
  local output, why = run(("%s -q -A -t -v ON_ERROR_STOP=1 < %s"):format(command, path))
  os.remove(path)
  return output, why
end

local NOT_NUMBERS = { Infinity = 1 / 0, ["-Infinity"] = -1 / 0, NaN = 0 / 0 }

-- As SQLite gives it: it has no booleans.
local READ = {
  bigint = function(text) return math.tointeger(tonumber(text)) end,
  boolean = function(text) return text == "true" and 1 or 0 end,
  ["double precision"] = function(text) return NOT_NUMBERS[text] or tonumber(text) + 0.0 end,
  text = function(text) return text end,
}
READ.integer = READ.bigint

local function from_hex(text) return (text:gsub("..", function(two) return string.char(tonumber(two, 16)) end)) end

--- The values of an expression in all rows of a source, by the integer `i` of the row. Nil and the server's words where
--- it fails.
---@param expression string
---@param from string  what stands behind FROM, and more
---@return table<integer, any>?, string?
function postgres.values(expression, from)
  local output, why = postgres.run(("SELECT i, replace(pg_typeof(v)::text, ' ', '_'),\n"
    .. "encode(convert_to(v::text, 'UTF8'), 'hex')\nFROM (SELECT i, %s AS v FROM %s) AS asked WHERE v IS NOT NULL;\n")
    :format(expression, from))
  if not output then return nil, why end
  local values = {}
  for i, type, hex in output:gmatch "(%d+)|([%w_]+)|(%x*)\n" do
    local read = assert(READ[type:gsub("_", " ")], type)
    values[math.tointeger(tonumber(i))] = read(from_hex(hex))
  end
  return values
end

--- A value as a literal of a type.
---@param value any
---@param type string  of the server
---@return string
function postgres.literal(value, type)
  if value == nil then return "NULL::" .. type end
  local text = value
  if math.type(value) == "float" then
    text = value == 1 / 0 and "Infinity" or value == -1 / 0 and "-Infinity" or ("%.17g"):format(value)
  elseif value == true or value == false or math.type(value) then
    text = tostring(value)
  end
  return ("E'%s'::%s"):format(text:gsub("['\\]", "\\%0"), type)
end

return postgres
