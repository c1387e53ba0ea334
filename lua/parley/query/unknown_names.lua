--- What is said of names that nothing has: columns, and functions.

local functions = require "parley.query.functions"
local operands = require "parley.query.operands"

local lists = require "parley.base.lists"
local suggest = require "parley.base.suggest"

local unknown = {}

local fail = operands.fail

local MOST_TOLD = 12          -- columns

-- Is the name all that is written, so that it can only be a column?
local function is_whole(scope, node)
  return (scope.text or ""):match "^%s*(.-)%s*$" == table.concat(node.path, ".")
end

local function columns_hint(known)
  if #known <= MOST_TOLD then return { key = "columns", columns = suggest.listed(known) } end
  local first = table.move(known, 1, MOST_TOLD, 1, {})
  return { key = "columns_and_more", columns = suggest.listed(first), more = #known - MOST_TOLD }
end

-- What helps where no name is near: perhaps it was none.
local function way_out(scope, node, known)
  if #known == 0 then return #node.path > 1 and require("parley.query.foreign_syntax").path_hint(node.path) or nil end
  local foreign = require("parley.query.foreign_syntax").name_hint(table.concat(node.path, "."), scope.text or "",
    scope.names_results)
  if foreign then return foreign end
  if scope.aggregates then return { key = "name_with_as" } end
  if is_whole(scope, node) then return columns_hint(known) end
  if #known > MOST_TOLD then return { key = "text_in_quotes" } end
  return { key = "text_in_quotes_columns", columns = suggest.listed(known) }
end

-- Where a path that leads nowhere breaks off: names for "did you mean", the table (its name, or a phrase),
-- the part that is wrong.
local function known_at(rows, path)
  local at = rows.by_name[path[1]]
  for i = 2, at and #path or 0 do
    if not at.references then return {}, { key = "refers_nowhere", column = at.name }, path[i] end
    local info = rows.home:table_info(at.references)
    at = info.by_name[path[i]]
    if not at then return lists.field(info.columns, "name"), info.name, path[i] end
  end
  local where = rows.reshaped and { key = "this_query" } or rows.info.title or rows.info.name
  return lists.field(rows.columns, "name"), where, path[1]
end

--- Raises about a path that leads nowhere.
function unknown.column(scope, node)
  local known, where, part = known_at(scope.rows, node.path)
  fail(scope, node, "no_column.expression", { name = table.concat(node.path, "."),
    hint = suggest.meant(suggest.nearest(part, known)) or way_out(scope, node, known), where = where })
end

-- What other tools have functions for, and Parley needs none.
local NO_FUNCTION = {
  concat = "join_texts", isnull = "is_nil", is_null = "is_nil", isna = "is_nil", notnull = "is_nil", notna = "is_nil",
   date = "date_as_text", now = "day_as_parameter", today = "day_as_parameter",
}

local function known_functions(scope)
  local names = functions.names(functions.scalars)
  for name in pairs(scope.rows.home.functions or {}) do names[#names + 1] = name end
  if scope.aggregates then for name in pairs(functions.aggregates) do names[#names + 1] = name end end
  if scope.windows then for name in pairs(functions.windows) do names[#names + 1] = name end end
  table.sort(names)
  return names
end

--- Raises about a call of a function that there is not.
function unknown.called(scope, node)
  local name = node.name:lower()
  local ours, known = functions.called_elsewhere(name), known_functions(scope)
  local hint = ours and { key = "use_function", call = ours.call } or NO_FUNCTION[name] and { key = NO_FUNCTION[name] }
  local on_frame = not (hint or scope.rows.home.functions)
  if on_frame and not suggest.nearest(node.name, known) then hint = { key = "functions_of_dataset" } end
  fail(scope, node, "unknown_function", { name = node.name, known = known, hint = hint })
end

return unknown
