--- The table of functions, as Lua sees it: what stands in csrc/value/functions.def, its argument lists taken apart.
-- Whoever needs to know which functions there are, what they take, give and become asks here.

local core = require "parley.core"

local functions = {}

---@class parley.Parameter
---@field name string
---@field type string       as value/functions.h lists them; "choice"
---@field optional boolean
---@field words string[]?   of a choice: what may stand there

---@class parley.Function
---@field name string
---@field sign string?           of operators: how it is written, where that is not its name
---@field kind "operator"|"scalar"|"measure"|"aggregate"|"window"|"sql_only"
---@field operation integer       of the column engine
---@field takes string            the argument list as written in the table
---@field gives string
---@field missing "spreads"|"skipped"|"stated"
---@field ordered boolean         the answer depends on the order of the rows
---@field sqlite string           SQL text
---@field sqlite_dates string?    the same for dates
---@field sqlite_item string?     of one item that a column of lists is asked for
---@field sqlite_day string?      first day of the date that it gives
---@field postgres string?         the same four for PostgreSQL
---@field postgres_dates string?
---@field postgres_item string?
---@field postgres_day string?
---@field postgres_integer string?  of integers, for PostgreSQL alone
---@field postgres_number string?   of a column of numbers, the same
---@field postgres_splits string?  of aggregates: how one is made of what several servers give (csrc/value/functions.h)
---@field as_set boolean         of aggregates: how often a value comes is nothing to it
---@field postgres_lacks string?   why there is no such text, as a word
---@field called boolean          value by value, with no kernel of its own
---@field can_fail boolean        some arguments of the right types are refused
---@field keeps_whole boolean     of scalars that give numbers: what they give for an integer is that
---@field low integer?            of scalars that give integers: all lie between this
---@field high integer?           and that, where it is known
---@field shared_days boolean     of dates: no value where the days of a date do not share one
---@field no_method boolean       of aggregates: a query's method of that name, or its like, does something else
---@field adds boolean          of aggregates and windows: adds values up, so that they have to count alike
---@field rounded boolean         of windows: the last places depend on the order of additions
---@field counts boolean          of aggregates: 0, not missing, where there are no rows
---@field averages boolean        of aggregates: lies between the values, so that those left out move it
---@field extreme boolean         the first or last of values in the order of their type
---@field presence boolean        of aggregates: looks only at which values are there
---@field by_sides boolean        of aggregates: of an amount, the sums of its sides
---@field together boolean        of aggregates: of a column of lists, a list counts as one value
---@field between boolean         of dates: the time between two of them
---@field any_case boolean        of those that find a part: whether they do so whatever the case of either
---@field finds_part boolean      of scalars of a text: whether it has a part, the second argument
---@field beside string?          of parts of dates that count within another: what may stand beside it and on some days
---@field within string?          differs from that other, as a year beside a week; and the other
---@field span_low string?        of dates that are spans: what it is at least, from its one side to the other;
---@field span_high string?       and at most
---@field letters "lower"|"upper"|"same"|nil  of scalars that keep the words of a text: what becomes of the letters
---@field elsewhere string?       what other tools call it, with blanks between
---@field says string             one sentence
---@field example string
---@field result string
---@field parameters parley.Parameter[]
---@field least integer           fewest arguments
---@field most number             most arguments; math.huge: any number
---@field call string             how it is written: "substr(x, from, n)"

-- A type of words with bars between them is a choice of one of them.
local function parameter_of(name, type, optional)
  if not type:find("|", 1, true) then return { name = name, type = type, optional = optional } end
  local words = {}
  for word in type:gmatch "[^|]+" do words[#words + 1] = word end
  return { name = name, type = "choice", optional = optional, words = words }
end

-- "x text, n integer?" or "a any, b any, ..."
local function parse_takes(entry)
  local parameters, names = {}, {}
  entry.least, entry.most = 0, 0
  for part in (entry.takes or ""):gmatch "[^,]+" do
    local name, type, optional = part:match "^%s*(.-)%s+([%a|]+)(%??)$"
    if name then
      parameters[#parameters + 1] = parameter_of(name, type, optional == "?")
      entry.least = entry.least + (optional == "?" and 0 or 1)
      entry.most = #parameters
    else
      entry.most = math.huge
    end
    names[#names + 1] = name or "…"
  end
  entry.parameters = parameters
  entry.call = ("%s(%s)"):format(entry.name, table.concat(names, ", "))
  return entry
end

-- Entries of a kind by name. A question asks for a few of them, so that each is read when it is first asked for.
local function of_kind(kind)
  return setmetatable({}, {
    __index = function(entries, name)
      local entry = core.function_of(kind, name)
      entries[name] = entry and parse_takes(entry)
      return entry
    end,
    __pairs = function(entries)
      for _, entry in ipairs(core.functions()) do
        if entry.kind == kind and not rawget(entries, entry.name) then entries[entry.name] = parse_takes(entry) end
      end
      return next, entries, nil
    end,
  })
end

local BY_KIND = { operator = of_kind "operator", scalar = of_kind "scalar", measure = of_kind "measure",
  aggregate = of_kind "aggregate", window = of_kind "window", sql_only = of_kind "sql_only" }

--- Entries by name, for each kind that some of the house asks for.
---@type table<string, parley.Function>
functions.operators, functions.scalars = BY_KIND.operator, BY_KIND.scalar
---@type table<string, parley.Function>
functions.aggregates, functions.windows = BY_KIND.aggregate, BY_KIND.window
---@type table<string, parley.Function>
functions.sql_only = BY_KIND.sql_only

--- All entries in the order of the table.
---@return parley.Function[]
function functions.all()
  local list = core.functions()
  for i, entry in ipairs(list) do list[i] = BY_KIND[entry.kind][entry.name] end
  return list
end

--- Whether a node of a bound tree averages values.
---@param node table
---@return boolean
function functions.is_average(node) return node.aggregate == true and functions.aggregates[node.name].averages end

--- The entry of the function that a node of a bound tree calls; nil where it calls none of the table.
---@param node table
---@return parley.Function?
function functions.entry_of(node)
  if node.kind ~= "call" or node.user_defined then return nil end
  if node.aggregate then return functions.aggregates[node.name] end
  return (node.window and functions.windows or functions.scalars)[node.name]
end

--- The column of lists each of which counts as one value in a node of a bound tree: in count_distinct(). Nil elsewhere.
---@param node table
---@return table? argument
function functions.counted_together(node)
  local argument = node.aggregate and functions.aggregates[node.name].together and node.args[1]
  return argument and argument.column and argument.column.several and argument or nil
end

--- Whether a node of a bound tree adds values up, which then have to count alike.
---@param node table
---@return boolean
function functions.adds_up(node)
  local entry = node.aggregate and functions.aggregates[node.name] or node.window and functions.windows[node.name]
  return entry ~= nil and entry.adds or false
end

--- Names of a kind, sorted.
---@param entries table<string, parley.Function>
---@return string[]
function functions.names(entries)
  local names = {}
  for name in pairs(entries) do names[#names + 1] = name end
  table.sort(names)
  return names
end

--- Whether an aggregate is a method of queries and Frames by itself: q:mean("best").
---@param name any
---@return boolean
function functions.has_short_form(name)
  local entry = type(name) == "string" and functions.aggregates[name]
  return entry and not entry.no_method or false
end

--- The names of those that are, sorted.
---@return string[]
function functions.short_forms()
  local names = {}
  for _, name in ipairs(functions.names(functions.aggregates)) do
    if functions.has_short_form(name) then names[#names + 1] = name end
  end
  return names
end

--- Whether an expression may call a function of that name.
---@param name string
---@return boolean
function functions.is_known(name)
  return (functions.scalars[name] or functions.aggregates[name] or functions.windows[name]) ~= nil
end

--- The entry of what other tools call by that name.
---@param name string
---@return parley.Function?
function functions.called_elsewhere(name)
  for _, entry in ipairs(functions.all()) do
    for word in (entry.elsewhere or ""):gmatch "%S+" do
      if word == name then return entry end
    end
  end
end

--- The parameter that argument `at` is for.
---@param entry parley.Function
---@param at integer
---@return parley.Parameter
function functions.parameter(entry, at)
  return entry.parameters[math.min(at, #entry.parameters)]
end

--- Whether an entry has a parameter of that type.
---@param entry parley.Function
---@param type string
---@return integer? its place
function functions.place_of(entry, type)
  for at, parameter in ipairs(entry.parameters) do
    if parameter.type == type then return at end
  end
end

--- The types of parameters that are settings, literals and no columns: the test of a value, the key of the message
--- where it fails, and how one is written.
functions.settings = {
  share = { key = "bad_argument.share", example = "0.9", takes = function(value)
    return math.type(value) and value >= 0 and value <= 1
  end },
  whole = { key = "bad_argument.whole", example = "3", takes = function(value)
    return math.type(value) == "integer" and value >= 1 and value <= 0x7fffffff
  end },
  separator = { key = "bad_argument.separator", example = '", "', takes = function(value)
    return type(value) == "string"
  end },
}

--- Whether an argument is a setting.
---@param entry parley.Function
---@param at integer
---@return boolean
function functions.is_setting(entry, at) return functions.settings[functions.parameter(entry, at).type] ~= nil end

--- How many of the parameters are columns.
---@param entry parley.Function
---@return integer
function functions.column_count(entry)
  local count = 0
  for at in ipairs(entry.parameters) do
    if not functions.is_setting(entry, at) then count = count + 1 end
  end
  return count
end

--- An SQL text with its places filled: `value(place)` gives what stands for $place.
---@param template string
---@param value fun(place: string): string
---@return string
function functions.fill(template, value)
  return (template:gsub("%$([%a*]*%d*)", value))
end

return functions
