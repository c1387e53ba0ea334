--- Summaries of a table that is spread over servers, in two phases: each part gives what the whole is made of, grouped
-- by the columns that the keys are made of, and these are merged; what crosses is a row for each group of a part, not
-- one for each row. How an aggregate is put together stands in the table of functions. One that cannot be split is made
-- of the values themselves: each part tells which there are, and how often.
-- Where it depends on the order of rows, or these are joined to others, the statement stays as it is: right, and all
-- rows cross.

local expression = require "parley.query.sql.expression"
local functions = require "parley.query.functions"
local Level = require "parley.query.sql.level"
local tree = require "parley.query.tree"

-- What there is -------------------------------------------------------------------------------------------------------

-- Whether a level is the rows of a stored table, with conditions and computed columns at most.
local function stands_alone(level)
  local alias = level.alias
  if not alias or not level.info.bulk or #level.joins > 0 then return false end
  if level.limit or level.distinct or level.aggregated or level.number or level.group then return false end
  return level.from == alias or level.from == level.c.dialect.quote(level.info.name) .. " AS " .. alias
end

-- The parts of a level's table, as SQL; none where it is not spread.
local function parts_of(level)
  local d, parts = level.c.dialect, {}
  if not d.nodes then return parts end
  for name in level.c.store:each(d.nodes.parts, { n = 1, level.info.name }) do parts[#parts + 1] = d.quote(name) end
  return parts
end

local function aggregates_in(list)
  local found = {}
  for _, item in ipairs(list) do
    tree.find(item.node, function(node)
      if node.kind == "call" and node.aggregate then found[#found + 1] = node end
    end)
  end
  return found
end

-- How aggregates are split --------------------------------------------------------------------------------------------

-- What the table of functions says of a type: { parts, whole }, or nil.
local function split_for(d, entry, type)
  for form in ((d.template(entry, "splits") or "") .. " | "):gmatch "(.-) | " do
    local of, parts, whole = form:match "^(%a+): (.-) => (.*)$"
    if of == type then
      local list = {}
      for part in (parts .. " & "):gmatch "(.-) & " do list[#list + 1] = part end
      return { parts = list, whole = whole }
    end
  end
end

-- Whether an argument is the column by which the table is spread.
local function is_key(level, arg)
  if not arg or arg.kind ~= "column" or arg.via then return false end
  local d = level.c.dialect
  local by = level.c.store:values(d.nodes.spread_by, { n = 1, level.info.name })
  return by ~= nil and level.columns[arg.place].sql == level.alias .. "." .. d.quote(by)
end

local function split_of(level, node)
  local d, entry, first = level.c.dialect, functions.aggregates[node.name], node.args[1]
  local split = first and split_for(d, entry, first.type) or split_for(d, entry, "any")
  return split or split_for(d, entry, "key") and is_key(level, first) and split_for(d, entry, "key") or nil
end

-- How a summary is made: "sums", "values", or nil where it is made of all rows.
local function way_of(level, list)
  local way = "sums"
  for _, node in ipairs(list) do
    if functions.aggregates[node.name].ordered then return nil end
    if not split_of(level, node) then way = "values" end
  end
  return way
end

-- The first phase -----------------------------------------------------------------------------------------------------

local Phase = {}
Phase.__index = Phase

-- What each part gives: columns of the table, and what is worked out of them.
local function new_phase(level)
  return setmetatable({ level = level, alias = level.c:alias "parts", of_row = level.alias:gsub("%p", "%%%0") .. "%.",
    columns = {}, texts = {}, place = {} }, Phase)
end

-- The text of an expression over the parts, in which columns of the table stand for themselves.
function Phase:outside(text)
  if text == nil then return nil end
  return (text:gsub(self.of_row .. '("[^"]+")', function(name)
    if not self.place[name] then
      self.columns[#self.columns + 1], self.place[name] = self.level.alias .. "." .. name, true
    end
    return self.alias .. "." .. name
  end))
end

-- What is worked out in each part, by its name over the parts.
function Phase:worked_out(text)
  local name = self.place[text]
  if not name then
    name = self.level.c.dialect.quote("#" .. #self.texts + 1)
    self.texts[#self.texts + 1], self.place[text] = text .. " AS " .. name, name
  end
  return self.alias .. "." .. name
end

-- An aggregate made of what the parts give: for these, the texts of its parts stand for its own.
function Phase:merged(context, node)
  local level, entry = self.level, functions.aggregates[node.name]
  local d, split, text = level.c.dialect, split_of(level, node), nil
  local inner = level:context(context.text, { dialect = setmetatable({ template = function(of, form)
    return of == entry and text or d.template(of, form)
  end }, { __index = d }) })
  return (functions.fill(split.whole, function(place)
    text = split.parts[tonumber(place)]
    return self:worked_out(expression.emit(inner, node))
  end))
end

-- Gives what the parts give a name in front of the statement. What is done with it does not change how it is come by: a
-- planner that wants it in an order would have rows cross for that.
function Phase:put_in_front()
  local level, numbers, all = self.level, {}, {}
  local columns = table.move(self.columns, 1, #self.columns, 1, {})
  table.move(self.texts, 1, #self.texts, #columns + 1, columns)
  for i in ipairs(self.columns) do numbers[i] = ("%d"):format(i) end
  local where = #level.where > 0 and "\nWHERE " .. table.concat(level.where, " AND ") or ""
  local group = #numbers > 0 and "\nGROUP BY " .. table.concat(numbers, ", ") or ""
  for i, part in ipairs(self.parts) do
    all[i] = Level.select_text(columns, false, ("FROM %s AS %s%s%s"):format(part, level.alias, where, group))
  end
  local c = level.c
  c.cte_list[#c.cte_list + 1] = ("%s AS %s(\n%s\n)"):format(self.alias, c.dialect.computed_once,
    require("parley.query.sql.subqueries").indent(table.concat(all, "\nUNION ALL\n")))
  return self.alias
end

-- Both ----------------------------------------------------------------------------------------------------------------

-- Texts of a list as they are over the parts.
local function outside_all(phase, list)
  local moved = {}
  for i, text in ipairs(list or {}) do moved[i] = phase:outside(text) end
  return #moved > 0 and moved or nil
end

local function with_outside(phase, level)
  local columns = {}
  for i, column in ipairs(level.columns) do
    columns[i] = level.same(column, { sql = phase:outside(column.sql), first_day = phase:outside(column.first_day),
      last_day = phase:outside(column.last_day) })
  end
  return { columns = columns, group = outside_all(phase, level.group), order = outside_all(phase, level.order) }
end

-- Rows as often as they are there: an aggregate that counts them has them again.
local function repeated(phase, list)
  local counted = #phase.columns == 0
  for _, node in ipairs(list) do counted = counted or not functions.aggregates[node.name].as_set end
  if not counted then return "" end
  return ("\nCROSS JOIN LATERAL generate_series(1, %s)"):format(phase:worked_out "count(*)")
end

--- Makes the level, which is grouped now, one over what the parts give.
---@return table level
function Phase:merge()
  local level, outer = self.level, with_outside(self, self.level)
  local series = self.way == "values" and repeated(self, self.aggregates) or ""
  level.columns, level.group, level.order = outer.columns, outer.group, outer.order
  level.from, level.where, level.alias = self:put_in_front() .. series, {}, nil
  level.spread, level.merge = nil, nil
  level.c.kept.phases = self.way
  return level
end

-- Whether anything in some items stands in other tables.
local function looks_elsewhere(list)
  for _, item in ipairs(list) do
    if tree.find(item.node, function(node) return node.via end) then return true end
  end
  return false
end

--- Has a level that is to be summarised be so in two phases, if it can be: `spread` gives its aggregates from now on,
--- and `merge`, once it is grouped, the level over what the parts give.
---@param level table
---@param step table  of parley.query.steps.summarise
return function(level, step)
  if step.ordered or not stands_alone(level) then return end
  if looks_elsewhere(step.keys) or looks_elsewhere(step.items) then return end
  local parts, list = parts_of(level), aggregates_in(step.items)
  local way = #parts > 0 and way_of(level, list)
  if not way then return end
  local phase = new_phase(level)
  phase.parts, phase.aggregates, phase.way = parts, list, way
  if way == "sums" then
    function level.spread(context, node) return phase:merged(context, node) end
  end
  function level.merge() return phase:merge() end
end
