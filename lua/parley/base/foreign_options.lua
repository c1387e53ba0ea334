--- What other tools call the options of calls, and which of ours is meant: pandas, polars, dplyr, SQL. A word may mean
-- several, of which a call knows one.

local suggest = require "parley.base.suggest"

local foreign = {}

local MEANT = {
  by = { "on", "rows" }, key = { "on" }, keys = { "on" }, using = { "on" },
  how = { "kind" }, type = { "kind" }, join_type = { "kind" }, suffixes = { "suffix" },
  validate = { "expect" }, relationship = { "expect" },
  index = { "rows" }, id_cols = { "rows" }, names_from = { "columns" },
  values_from = { "values" }, value_vars = { "columns" }, var_name = { "names" }, names_to = { "names" },
  value_name = { "values" }, values_to = { "values" }, cols = { "columns" },
  sep = { "delimiter" }, delim = { "delimiter" }, quotechar = { "quotes" }, na_values = { "missing" },
  na = { "missing" }, null_values = { "missing" }, dtype = { "types" }, dtypes = { "types" }, schema = { "types" },
  col_types = { "types" }, skiprows = { "skip" }, skip_rows = { "skip" },
}

--- The option of a call that a word of another tool means, or nil.
---@param word string
---@param known string[] the options of the call
---@return string?
function foreign.meant(word, known)
  for _, name in ipairs(MEANT[word:lower()] or {}) do
    if suggest.contains(known, name) then return name end
  end
end

return foreign
