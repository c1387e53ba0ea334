--- What is said of a method that no query has: what other tools call the verbs, or the name that was probably meant.

local errors = require "parley.base.errors"
local functions = require "parley.query.functions"

local unknown = {}

--- What other tools call the verbs, and how each is written here.
unknown.elsewhere = {
  filter = "where(...)", group_by = "by(...)", groupby = "by(...)", mutate = "with(...)", assign = "with(...)",
  arrange = "sort(...)", order_by = "sort(...)", sort_values = "sort(...)", head = "limit(n)",
  tail = "sort(\"x desc\"):limit(n)", left_join = "join(other, {kind = \"left\"})", merge = "join(other, {on = ...})",
  pivot_longer = "unpivot{...}", melt = "unpivot{...}", union_all = "union(other)", concat = "union(other)",
  bind_rows = "union(other)", summarize = "summarise(...)", agg = "summarise(...)", nrow = "count()",
  pivot_wider = "pivot{...}", slice_sample = "sample(n, seed)", [1] = "all()[1]",
  collect = "frame()", rename = "select(\"x as y\")", to_dict = "all()", write_csv = "save(\"x.csv\")",
}

local function method_names(methods)
  local names = {}
  for name in pairs(methods) do
    if type(name) == "string" and not name:find("^__") then names[#names + 1] = name end
  end
  for _, name in ipairs(functions.short_forms()) do names[#names + 1] = not methods[name] and name or nil end
  table.sort(names)
  return names
end

--- Raises about a name that is no method of queries.
---@param methods table  those there are
---@param key any
---@return any never
function unknown.refuse(methods, key)
  local ours = unknown.elsewhere[key]
  errors.raise("no_name.query", { name = key, known = not ours and method_names(methods) or nil,
    hint = ours and { key = "use_verb", call = ours } or nil })
end

return unknown
