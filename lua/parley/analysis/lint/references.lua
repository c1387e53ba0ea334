--- What would mislead about references: things that are referred to, and of which nothing is left or nothing is shown.

local item_lists = require "parley.base.item_lists"

local references = {}

local function ids_of(ds, name, known)
  if known[name] then return known[name] end
  local set = {}
  for id in ds:table(name):each "id" do set[id] = true end
  known[name] = set
  return set
end

local function check_column(ds, add, info, column, known)
  local there = ids_of(ds, column.references, known)
  for id, value in ds:table(info.name):where(column.name .. " is not nil"):sort("id"):each("id", column.name) do
    for one in item_lists.each(value, column.several or false) do
      if not there[one] then
        add(info.name, id, column.name, ("refers to '%s', of which no claim is left or considered"):format(one),
          ('claim of "%s" in %s, or ds:amend() what refers to it'):format(one, column.references))
      end
    end
  end
end

--- References to what is not there.
function references.dangling(ds, add, infos)
  local known = {}
  for _, info in ipairs(infos) do
    for _, column in ipairs(info.columns) do
      if column.references and ds:table_info(column.references) then check_column(ds, add, info, column, known) end
    end
  end
end

return references
