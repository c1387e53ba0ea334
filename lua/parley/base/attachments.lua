--- Attachments: methods that rooms above lend to classes of rooms below, such as printing and saving.
-- A room below cannot name what stands above it. The front door (parley.init) says which module has methods for
-- which class; the module is loaded when the first of these methods is used. What is lent, and why it is not a require:
--
--   repl           to all: how a thing prints is known where printing is
--   export         to_csv, save, … to queries and Frames: formats are above what they write
--   pictures       plot, vega to both: a picture is drawn from what a query gives
--   analysis       total, disagreements to queries: an analysis asks many of them
--   query/sql      sql and define to queries, define to Frames: a query knows no engine, a Frame no query
--   query/columns  verbs to Frames: a Frame knows no query
--
-- The other way up is a dataset that is handed in (`ds`, or `home` of a query, see parley.query.home). Both are listed
-- in tools/floors.lua, and tools/layers.lua tells what is lent and not listed there.

local public_call = require "parley.base.public_call"

local attachments = {}

local modules = {}        -- class -> names of modules, each of which gives { [class] = { name = method } }

--- Says that a module has methods for a class.
---@param class string  its __name: "parley.Frame"
---@param module string
function attachments.supply(class, module)
  modules[class] = modules[class] or {}
  table.insert(modules[class], module)
end

local function supplied(class, guarded)
  local found = {}
  for _, module in ipairs(modules[class] or {}) do
    for name, method in pairs(require(module)[class]) do found[name] = method end
  end
  return guarded and guarded(found) or found
end

--- Gives a class the methods that were supplied for it, when it is first asked for one that it has not.
---@param class string
---@param methods table<string, any>  the class's own
---@param guarded? fun(methods: table): table  what is done to the methods supplied, as to the class's own
---@return table<string, any> methods  the same table
function attachments.onto(class, methods, guarded)
  return setmetatable(methods, { __index = function(_, name)
    setmetatable(methods, nil)
    for lent, method in pairs(supplied(class, guarded)) do methods[lent] = methods[lent] or method end
    return methods[name]
  end })
end

--- A class's way to print, a public call, that finds its words when it is first used: a __tostring.
---@param class string
---@return fun(thing: any): string
function attachments.printed(class)
  local print_one
  return public_call.of(function(thing)
    print_one = print_one or supplied(class).__tostring
    if not print_one then return class end
    return print_one(thing)
  end, "print")
end

return attachments
