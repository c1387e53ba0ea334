--- Which dialect of SQL a store speaks.

local dialect = {}

--- The dialect of a store. One that is not SQLite brings its own, as its field `dialect`.
---@param store parley.Store|table
---@return parley.Dialect
function dialect.of(store)
  return store and store.dialect or require "parley.query.sql.dialect.sqlite"
end

--- Names that a database tells apart: some of ours it finds equal, and some it reads as something else. Column `i` is
-- called names[i] inside of a statement, whatever it is called in the end.
---@param d parley.Dialect
---@param columns { name: string }[]
---@return string[]
function dialect.inner_names(d, columns)
  local names, taken = {}, {}
  for i, column in ipairs(columns) do
    local folded = d.fold_name(column.name)
    local odd = taken[folded] or d.is_odd_name(column.name)
    taken[folded] = true
    names[i] = odd and ("column %d"):format(i) or column.name
  end
  return names
end

return dialect
