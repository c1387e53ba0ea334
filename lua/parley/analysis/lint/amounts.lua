--- What would mislead about amounts: wholes and their parts, units, bounds.

local amounts = {}

--- Wholes that do not agree with their parts.
function amounts.wholes(ds, add, infos)
  local wholes_and_parts = require "parley.analysis.wholes_and_parts"
  for _, info in ipairs(infos) do
    local clashes = wholes_and_parts.has(info)
      and wholes_and_parts.clashes(ds, info, { day = ds:view().as_of }) or {}
    for _, row in ipairs(clashes) do
      add(info.name, row[2], row[3], ("the whole does not agree with its parts: %s"):format(row[6]),
        ('ds:evidence("%s", "%s", "%s") shows who says so'):format(info.name, row[2], row[3]))
    end
  end
end

-- The columns of a table that give the units of its amounts and measures.
local function unit_columns(info)
  local list = {}
  for _, column in ipairs(info.columns) do
    if column.beside and (column.name == "unit" or column.name == "measure_unit") then list[#list + 1] = column end
  end
  return list
end

local function has_amount(info, quantity)
  local parts = {}
  for _, column in ipairs(info.columns) do
    if column.quantity == quantity then parts[#parts + 1] = column.name .. " is not nil" end
  end
  return table.concat(parts, " or ")
end

--- Amounts without a unit.
function amounts.units(ds, add, infos)
  for _, info in ipairs(infos) do
    for _, unit in ipairs(unit_columns(info)) do
      local rows = ds:table(info.name):where(has_amount(info, unit.beside)):where(unit.name .. " is nil")
      for id in rows:sort("id"):each "id" do
        add(info.name, id, unit.name, "an amount without a unit: nobody can say what it adds up with",
          ('ds:claim("%s", "%s", {%s = …}, {source = …})'):format(info.name, id, unit.name))
      end
    end
  end
end

-- The bounds of each quantity of a table, in the order of its columns: { low, best, high } by name.
local function quantities_of(info)
  local list, by_name = {}, {}
  for _, column in ipairs(info.columns) do
    if column.quantity then
      local sides = by_name[column.quantity]
      if not sides then
        sides = {}
        list[#list + 1], by_name[column.quantity] = sides, sides
      end
      sides[column.bound] = column.name
    end
  end
  return list
end

--- Bounds that are upside down: writing refuses them, another program may not.
function amounts.bounds(ds, add, infos)
  for _, info in ipairs(infos) do
    for _, sides in ipairs(quantities_of(info)) do
      local tests = {}
      for _, pair in ipairs { { sides.low, sides.high }, { sides.low, sides.best }, { sides.best, sides.high } } do
        if pair[1] and pair[2] then tests[#tests + 1] = ("%s > %s"):format(pair[1], pair[2]) end
      end
      local rows = #tests > 0 and ds:table(info.name):where(table.concat(tests, " or ")):sort("id"):all() or {}
      for _, row in ipairs(rows) do
        add(info.name, row.id, sides.low or sides.best, "its bounds are upside down",
          ('ds:evidence("%s", "%s") shows the claim to amend'):format(info.name, row.id))
      end
    end
  end
end

return amounts
