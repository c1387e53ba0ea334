--- Which dialect of SQL a store speaks.

local dialect = {}

local sqlite        -- once it has been asked for

--- The dialect of a store. One that is not SQLite brings its own, as its field `dialect`.
---@param store parley.Store|table
---@return parley.Dialect
function dialect.of(store)
  local own = store and store.dialect
  if own then return own end
  sqlite = sqlite or require "parley.query.sql.dialect.sqlite"
  return sqlite
end

--- A function that makes a statement of a dialect and of what it is about, once for each.
---@param make fun(d: parley.Dialect, about: any): any
---@return fun(d: parley.Dialect, about: any): any
function dialect.once(make)
  local made = setmetatable({}, { __mode = "k" })
  return function(d, about)
    local of_dialect = made[d]
    if not of_dialect then
      of_dialect = {}
      made[d] = of_dialect
    end
    local found = of_dialect[about]
    if not found then
      found = make(d, about)
      of_dialect[about] = found
    end
    return found
  end
end

--- Values as a statement binds them: an empty list of parameters, and a function that adds a value to it and gives the
-- mark that stands for it in the text.
---@param d parley.Dialect
---@return { n: integer } params, fun(value: any): string bind
function dialect.params(d)
  local params = { n = 0 }
  return params, function(value)
    params.n = params.n + 1
    params[params.n] = value
    return d.param(params.n)
  end
end

--- Names as a statement lists them: quoted, with commas between.
---@param d parley.Dialect
---@param names string[]
---@return string
function dialect.quoted_list(d, names)
  local list = {}
  for i, name in ipairs(names) do list[i] = d.quote(name) end
  return table.concat(list, ", ")
end

--- The marks of parameters 1 to n, with commas between.
---@param d parley.Dialect
---@param n integer
---@return string
function dialect.marks(d, n)
  local list = {}
  for i = 1, n do list[i] = d.param(i) end
  return table.concat(list, ", ")
end

-- Names of columns that a statement adds to those it was asked for: the place of a row, the side of a union.
local OF_STATEMENT <const> = { ["#"] = true, ["#side"] = true }

--- Names that a database tells apart: some of ours it finds equal, and some it, or the statement, reads as something
--- else. Column `i` is called names[i] inside of a statement, whatever it is called in the end.
---@param d parley.Dialect
---@param columns { name: string }[]
---@return string[]
function dialect.inner_names(d, columns)
  local names, taken, odd = {}, {}, {}
  for i, column in ipairs(columns) do
    local folded = d.fold_name(column.name)
    if taken[folded] or d.is_odd_name(column.name) or OF_STATEMENT[column.name] then odd[#odd + 1] = i end
    names[i], taken[folded] = column.name, true
  end
  for _, i in ipairs(odd) do
    local name = ("column %d"):format(i)
    while taken[d.fold_name(name)] do name = name .. "_" end
    names[i], taken[d.fold_name(name)] = name, true
  end
  return names
end

return dialect
