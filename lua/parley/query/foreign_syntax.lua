--- What stands in an expression by the habits of SQL, R, Python and JavaScript, and how it is written here: a hint,
-- told from the text around the place where the parser stopped.

local functions = require "parley.query.functions"

local foreign = {}

-- By what the text is there, with the kinds that it may be: { before, here, hint } as patterns.
local HABITS = {
  { "^%s*$", "^%*%s*$", { key = "all_columns" } },
  { "", "^||", { key = "join_texts" } },
  { "%f[%w][iI][nN]%s*$", "^[%[{]", { key = "in_parentheses" } },
  { "%f[%w][cC][aA][sS][eE]%s+$", "^[wW][hH][eE][nN]", { key = "use_function", call = "if(condition, a, b)" } },
  { "%f[%w][cC][oO][uU][nN][tT]%(%s*[dD][iI][sS][tT][iI][nN][cC][tT]%s+$", "",
    { key = "use_function", call = "count_distinct(x)" } },
  { "", "^;", { key = "no_semicolon" } },
  { "", "^`", { key = "quotes_of_names_and_texts" } },
  { "%d$", "^,%d", { key = "no_thousands" } },
  { "", "^,", { key = "quotes_each" } },
  { "=%s*$", "^>", { key = "write_instead", word = ">=" } },
  { "=%s*$", "^<", { key = "write_instead", word = "<=" } },
  { "", "^[iI][lL][iI][kK][eE]%f[%W]", { key = "use_function", call = "contains(x, 'part')" } },
  { "%w%s+$", "^[cC][oO][nN][tT][aA][iI][nN][sS]%s", { key = "use_function", call = "contains(x, 'part')" } },
  { "", "^is[._]n[ua]", { key = "is_nil" } },
  { "%f[%w][lL][iI][kK][eE]%s*$", "^%%", { key = "text_in_quotes" } },
}

--- The hint for a place where the parser stopped, or nil.
---@param text string
---@param pos integer
---@return parley.Hint?
function foreign.hint(text, pos)
  local before, here = text:sub(1, pos - 1), text:sub(pos)
  for _, habit in ipairs(HABITS) do
    if before:find(habit[1]) and here:find(habit[2]) then return habit[3] end
  end
  return nil
end

local NOTHING = { None = true, NULL = true, NA = true, NaN = true, null = true }

--- The hint for a name that no column has: quotes of a word processor, which are letters here; what other languages
--- call nothing; or what R and Python set equal to an expression, where results are named.
---@param name string
---@param text string  the expression
---@param names_results boolean  whether the expression stands where its result has a name
---@return parley.Hint?
function foreign.name_hint(name, text, names_results)
  if name:find "\u{2018}" or name:find "\u{2019}" or name:find "\u{201c}" or name:find "\u{201d}" then
    return { key = "straight_single_quotes" }
  end
  if NOTHING[name] then return { key = "is_nil" } end
  local set, value = text:match "^%s*([%a_][%w_]*)%s*=%s*([^=].*)$"
  return names_results and set == name and { key = "named_with_as", name = name, value = value } or nil
end

--- The hint for a path that leads behind a column that refers to nothing, such as a date's year; or nil.
---@param path string[]
---@return parley.Hint?
function foreign.path_hint(path)
  local part = path[#path]
  local entry = functions.scalars[part]
  if not (entry and entry.takes == "d date") then return nil end
  return { key = "use_function", call = ("%s(%s)"):format(part, table.concat(path, ".", 1, #path - 1)) }
end

--- The hint for a table that stands where an expression does: { n = "count()" } names a result as R and Python do.
---@param given any
---@param what string  the verb
---@return parley.Hint?
function foreign.table_hint(given, what)
  local name, value = next(given)
  if type(name) ~= "string" or type(value) ~= "string" then return { key = "expressions_apart", what = what } end
  return { key = "named_with_as", name = name, value = value }
end

return foreign
