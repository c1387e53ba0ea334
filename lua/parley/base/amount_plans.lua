--- How the quantities of a table add up, as its description tells: those of the codebook by `adds` and `measures`, one
-- of somebody's own by the column beside it that is called its unit.

local amount_plans = {}

-- Description of a table -> quantity -> its plan, or false.
local found = setmetatable({}, { __mode = "k" })

-- The first column beside a quantity whose name ends in "unit".
local function unit_of(info, quantity)
  for _, column in ipairs(info.columns) do
    if column.beside == quantity and column.name:find "unit$" then return column.name end
  end
end

--- The plan of a quantity: { quantity, unit = names, basis, … }, `own` where it is the plan of somebody's own quantity;
--- nil where nothing says what it is counted in.
---@param info table  the description of a table
---@param quantity string
---@return table? plan
function amount_plans.of(info, quantity)
  for _, plan in ipairs { info.adds or false, info.measures or false } do
    if plan and plan.quantity == quantity then return plan end
  end
  found[info] = found[info] or {}
  local plan = found[info][quantity]
  if plan == nil then
    local unit = unit_of(info, quantity)
    plan = unit and { quantity = quantity, unit = { unit }, own = true } or false
    found[info][quantity] = plan
  end
  return plan or nil
end

--- What a column that is the unit of somebody's own quantity is called among the parts of amounts: no other part has a
--- blank.
---@param name string  of the column
---@return string
function amount_plans.part(name) return name .. " unit" end

--- Whether a part of amounts is that.
---@param part string?
---@return boolean
function amount_plans.is_own_unit(part) return part ~= nil and part:find(" unit", 1, true) ~= nil end

--- Whether a part of amounts is a unit, of whatever quantity.
---@param part string?
---@return boolean
function amount_plans.is_unit(part)
  return part == "unit" or part == "measure_unit" or amount_plans.is_own_unit(part)
end

local function is_planned(plan, quantity) return plan ~= nil and plan.quantity == quantity end

--- The quantities of somebody's own that have a unit: quantity -> the column with it, which is added to the parts.
---@param info table  of a table
---@param parts table<string, table>
---@return table<string, string>
function amount_plans.own_units(info, parts)
  local units = {}
  for _, column in ipairs(info.columns) do
    local of = column.beside
    if of and not (units[of] or is_planned(info.adds, of) or is_planned(info.measures, of)) then
      local plan = amount_plans.of(info, of)
      units[of] = plan and plan.unit[1]
      if plan then parts[plan.unit[1]] = amount_plans.part(plan.unit[1]) end
    end
  end
  return units
end

return amount_plans
