--- Writes the reference of all public calls, which parley.help() and doc/reference.md show, from their docstrings.
--   lua5.4 tools/reference.lua > build/reference.lua      (`make docs` does it)
-- Examples are run, and their answers written beside them: a session for each call, in a folder of its own, with
-- `parley` and the first bundled dataset as `ds` at hand.

package.path = "./?.lua;" .. package.path
require "tools.from_sources"
local docstrings = require "tools.docstrings"
local frame_types = require "tools.frame_types"
local pages = require "spec.support.pages"
local public_names = require "tools.public_names"

local reference = { path = "lua/parley/repl/reference.lua" }

-- Files that declare the tables of options and what calls give.
local CLASSES = { "lua/parley/meta/options.lua", "lua/parley/base/error_objects.lua",
  "lua/parley/base/notes.lua", "lua/parley/import/report.lua", "lua/parley/import/sniff.lua",
  "lua/parley/meta/tables.lua", "lua/parley/base/progress.lua" }

-- The classes among them that have an entry of their own: what calls give, and who says so.
local GIVEN = { "parley.Provenance", "parley.Error", "parley.Note", "parley.ImportReport", "parley.Sniff" }

local classes = {}
for _, path in ipairs(CLASSES) do
  for name, doc in pairs(docstrings.classes(path)) do classes[name] = doc end
end

-- The options of a class, with those of the class it extends.
local function options_of(class)
  local list, doc = {}, classes[class]
  for _, parent in ipairs(doc.parents) do list = options_of(parent) end
  return table.move(doc.fields, 1, #doc.fields, #list + 1, list)
end

-- The class of options among the types of a parameter.
local function option_class(type)
  local name = type:match "parley%.%w+Options"
  assert(not name or classes[name], "no class " .. tostring(name))
  return name
end

local function signature(receiver, name, params)
  local names = {}
  for i, param in ipairs(params) do
    local optional = param.type:find "%?$" or param.type:find "%f[%w]nil%f[%W]"
    names[i] = param.name .. (optional and param.name ~= "..." and "?" or "")
  end
  return ("%s%s(%s)"):format(receiver, name, table.concat(names, ", "))
end

-- A verb is a step where it is written, and takes the query in front.
local function as_called(doc)
  if doc.returns[#doc.returns] and (doc.returns[1].text == "step" or doc.returns[1].type == "nil") then
    doc.returns = { { type = "parley.Query" } }
  end
  local params = {}
  for _, param in ipairs(doc.params) do
    local is_self = #params == 0 and ({ q = true, ds = true, f = true })[param.name]
    if not is_self and param.type ~= "nil" then params[#params + 1] = param end
  end
  doc.params = params
end

-- ## Examples

local function session_of(class, name, lines)
  local out = {}
  local env = pages.environment(out)
  env.parley = require "parley"
  env.ds = env.parley.open()
  local typed, inside = {}, pages.inside_new_directory()
  for i, line in ipairs(lines) do typed[i] = "> " .. line end
  local ok, answer = pcall(inside, function() return pages.run_repl({ lines = typed }, env, out) end)
  if not ok then error(("the example of %s:%s: %s"):format(class, name, answer), 0) end
  return pages.trimmed(answer)
end

-- ## Entries

-- to_csv() and its like share a docstring; each says what the file of its format says of it.
local function of_format(doc, name)
  local format = name:match "^to_(%l+)$"
  local first = docstrings.lines_of("lua/parley/export/formats/" .. format .. ".lua")[1]
  doc.summary = "The rows as text: " .. first:match "^%-%-%- (.-%.)"
  -- bytes that are no text are counted, not shown
  local bytes = name:find "arrow" and "#" or ""
  for i, line in ipairs(doc.example) do doc.example[i] = bytes .. line:gsub("to_csv", name) end
  return doc
end

local result_columns = frame_types.columns()

local function entry_of(class, receiver, name, fn)
  local path, line = public_names.place(class, name, fn)
  local doc = docstrings.at(path, line)
  if path:find "export/methods%.lua$" and name ~= "save" then doc = of_format(doc, name) end
  as_called(doc)
  local entry = { class = class, name = name, signature = signature(receiver, name, doc.params),
    summary = doc.summary, text = doc.text, params = doc.params, options = {}, returns = doc.returns,
    errors = doc.errors, see = doc.see }
  for _, param in ipairs(doc.params) do
    local options = option_class(param.type)
    if options and #entry.options == 0 then entry.options = options_of(options) end
  end
  local given = doc.returns[1] and doc.returns[1].type or ""
  if given:find "^parley%.%u%l.*Frame$" and given ~= "parley.Frame" then entry.columns = result_columns[name] end
  if #doc.example > 0 then entry.example = session_of(class, name, doc.example) end
  return entry
end

-- Short forms of aggregates are told by the table of functions.
local function is_short_form(name) return name ~= "count" and require("parley.query.functions").has_short_form(name) end

-- Whether a Frame's method is the query's, or is said to do the same.
local function is_same(entry, of_query)
  return entry.summary:find "^The query's verb of that name" or entry.summary == of_query.summary
end

local function entries_of(class, as, functions, by_name)
  local list = {}
  local receiver = as and as .. ":" or class .. "."
  for _, name in ipairs(public_names.names(functions)) do
    if not (public_names.is_internal(class, name) or is_short_form(name)) then
      local entry = entry_of(class, receiver, name, functions[name])
      local of_query = class == "parley.Frame" and by_name["parley.Query." .. name]
      if of_query and is_same(entry, of_query) then
        of_query.also = { "parley.Frame" }
      else
        list[#list + 1], by_name[class .. "." .. name] = entry, entry
      end
    end
  end
  return list
end

local function countries()
  local of_class = docstrings.classes("lua/parley/init.lua")["parley.Countries"]
  local list = {}
  for i, field in ipairs(of_class.fields) do
    local example = {}
    for _, line in ipairs(of_class.example) do example[#example + 1] = line:find(field.name, 1, true) and line end
    list[i] = { class = "parley.Countries", name = field.name, signature = "parley.countries." .. field.name
      .. (field.type:match "^fun(%b())" or ""):gsub(":%s*[^,)]+", ""), summary = field.text, params = {}, options = {},
      returns = {}, errors = {}, see = {}, example = session_of("parley.Countries", field.name, example) }
  end
  return list
end

-- The value for what is missing.
local function null()
  local doc = docstrings.classes("lua/parley/meta/core.lua")["parley.Null"]
  return { class = "parley", name = "null", signature = "parley.null", summary = doc.summary, text = doc.text,
    params = {}, options = {}, returns = {}, errors = {}, see = { "where", "each" },
    example = session_of("parley", "null", doc.example) }
end

local function class_entry(name)
  local doc = classes[name]
  return { class = name, name = name:match "[^.]+$", signature = name, summary = doc.summary, text = doc.text,
    params = {}, options = doc.fields, returns = {}, errors = {}, see = {}, is_class = true }
end

--- All entries, in the order of their classes.
---@return table[]
function reference.entries()
  local all, list, by_name = public_names.all(), {}, {}
  for _, one in ipairs(public_names.classes) do
    local found = entries_of(one.class, one.as, all[one.class], by_name)
    table.move(found, 1, #found, #list + 1, list)
  end
  list[#list + 1] = null()
  local more = countries()
  table.move(more, 1, #more, #list + 1, list)
  for _, name in ipairs(GIVEN) do list[#list + 1] = class_entry(name) end
  return list
end

-- ## Writing

local HEAD = [[
--- The public calls as data: what parley.help() and the completion of parley.repl show.
-- Written by tools/reference.lua from the docstrings; after changing those: make docs
-- An entry has class, name, signature, summary, text, params, options, returns (each a list of { name, type, text }),
-- columns (of the Frame that an analysis gives, in the same way), errors (code words), see (names of calls), example (a
-- session, with its answers), also (other classes that have it), is_class (of what calls give; its options are fields).

return {
]]

local FIELDS = { "class", "name", "signature", "summary", "text", "params", "options", "returns", "columns", "errors",
  "see", "also", "example", "is_class" }

local function quoted(text) return (("%q"):format(text):gsub("\\\n", "\\n")) end

local write_value

local function write_list(list)
  local parts = {}
  for i, item in ipairs(list) do parts[i] = write_value(item) end
  return "{ " .. table.concat(parts, ", ") .. " }"
end

local function write_row(row)
  local parts = {}
  for _, key in ipairs { "name", "type", "text" } do
    if row[key] then parts[#parts + 1] = ("%s = %s"):format(key, quoted(row[key])) end
  end
  return "{ " .. table.concat(parts, ", ") .. " }"
end

function write_value(value)
  if type(value) == "string" then return quoted(value) end
  if type(value) ~= "table" then return tostring(value) end
  if #value > 0 then return write_list(value) end
  return next(value) == nil and "{}" or write_row(value)
end

-- Short fields share a line.
local function write_entry(entry)
  local lines = { "  {" }
  for _, field in ipairs(FIELDS) do
    local value = entry[field]
    if value ~= nil then
      local text, last = ("%s = %s,"):format(field, write_value(value)), lines[#lines]
      if #last > 3 and #last + #text < 118 then lines[#lines] = last .. " " .. text
      else lines[#lines + 1] = "    " .. text end
    end
  end
  return table.concat(lines, "\n") .. "\n  },\n"
end

--- The file as it should be.
---@return string
function reference.written()
  local parts = { HEAD }
  for _, entry in ipairs(reference.entries()) do parts[#parts + 1] = write_entry(entry) end
  parts[#parts + 1] = "}\n"
  return table.concat(parts)
end

if not ... then io.write(reference.written()) end

return reference
