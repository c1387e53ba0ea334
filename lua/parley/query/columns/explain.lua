--- How a query runs on columns: its passes, the columns each reads, and what the Frames at the bottom weigh.

local core = require "parley.core"
local functions = require "parley.query.functions"
local lists = require "parley.base.lists"

local function plural(n, word) return ("%d %s%s"):format(n, word, n == 1 and "" or "s") end

local function size(bytes)
  if bytes < 1e6 then return ("%.1f kB"):format(bytes / 1e3) end
  return ("%.1f MB"):format(bytes / 1e6)
end

local NAMES = {}
for _, kind in ipairs { functions.operators, functions.scalars } do
  for _, entry in pairs(kind) do NAMES[entry.operation] = entry.name end
end

-- An expression as calls of the engine's operations.
local function shown(node, names)
  if NAMES[node[1]] == "column" then return names[node.column] end
  if NAMES[node[1]] == "constant" then
    return type(node.value) == "string" and ("'%s'"):format(node.value) or tostring(node.value)
  end
  local parts = {}
  for i = 3, #node do parts[#parts + 1] = shown(node[i], names) end
  return ("%s(%s)"):format(NAMES[node[1]], table.concat(parts, ", "))
end

local function all_shown(nodes, names)
  local parts = {}
  for i, node in ipairs(nodes) do parts[i] = shown(node, names) end
  return table.concat(parts, ", ")
end

local function measures_shown(pass, names)
  local parts = {}
  for i, measure in ipairs(pass.measures) do
    local of = measure.column and shown(pass.columns[measure.column], names) or ""
    parts[i] = ("%s(%s%s)"):format(measure.kind, of, measure.p and (", %g"):format(measure.p) or "")
  end
  return table.concat(parts, ", ")
end

local function windows_shown(pass, names)
  local parts = { #pass.measures > 0 and measures_shown(pass, names) or nil }
  for _, window in ipairs(pass.windows) do
    local of = window.column and shown(pass.columns[window.column], names) or ""
    parts[#parts + 1] = ("%s(%s%s)"):format(window.kind, of, window.n and (", %d"):format(window.n) or "")
  end
  return table.concat(parts, ", ")
end

local function order_shown(pass, names)
  local parts = {}
  for i, node in ipairs(pass.order or {}) do
    parts[i] = shown(node, names) .. (pass.descending[i] and " desc" or "")
  end
  return table.concat(parts, ", ")
end

-- Which rows, and in which order.
local function describe_places(pass, names, add)
  if #pass.order > 0 then add((pass.limit and "top of sort by " or "sort by ") .. order_shown(pass, names)) end
  if pass.limit then add(("limit %d%s"):format(pass.limit, pass.offset and (", after " .. pass.offset) or "")) end
end

local describe           -- forward: any source

local function describe_pass(pass, add)
  local names = pass.input.names
  describe(pass.input, add)
  for _, filter in ipairs(pass.filters or {}) do add("filter " .. shown(filter, names)) end
  if pass.kind == "groups" then
    local keys = all_shown(table.move(pass.columns, 1, pass.keys, 1, {}), names)
    add(("group by %s: %s"):format(keys == "" and "nothing" or keys, measures_shown(pass, names)))
  elseif pass.kind == "windows" then
    describe_places(pass, names, add)
    local keys = all_shown(table.move(pass.columns, 1, pass.keys, 1, {}), names)
    add(("beside the rows, by %s: %s"):format(keys, windows_shown(pass, names)))
  elseif pass.kind == "distinct" then
    add("different values of " .. all_shown(pass.columns, names))
  else
    describe_places(pass, names, add)
    add("compute " .. all_shown(pass.columns, names))
  end
end

local function describe_join(join, add)
  describe(join.left, add)
  describe(join.right, add)
  local keys = {}
  for i, left in ipairs(join.left_keys) do
    keys[i] = ("%s = %s"):format(join.left.names[left], join.right.names[join.right_keys[i]])
  end
  add(("%s join by hash on %s"):format(join.kind, table.concat(keys, ", ")))
end

local function describe_stack(stack, add)
  local seen = {}
  for _, part in ipairs(stack.parts) do
    if not seen[part.from] then describe(part.from, add) end
    seen[part.from] = true
  end
  add(("put %s one below the other"):format(plural(#stack.parts, "part")))
end

function describe(from, add)
  if from.pass then
    describe_pass(from.pass, add)
  elseif from.join then
    describe_join(from.join, add)
  elseif from.stack then
    describe_stack(from.stack, add)
  elseif from.query then
    add(("rows of %s, from SQL: %s"):format(from.query.info.name, table.concat(from.names, ", ")))
  elseif from.made_of then
    describe(from.made_of, add)
    add("lay the groups out side by side")
  else
    add(("Frame: %s, %s, %s"):format(plural(from.rows, "row"), plural(#from.names, "column"), size(from.bytes)))
  end
end

--- Text for q:explain().
---@param plan { columns: table[], source: table }
---@return string
local function explain(plan)
  local threads = core.column_threads()
  local lines = { ("engine: columns, on %s"):format(threads == 1 and "one thread" or
    ("up to %d threads"):format(threads)) }
  describe(plan.source, function(line) lines[#lines + 1] = "  " .. line end)
  lines[#lines + 1] = "gives " .. table.concat(lists.field(plan.columns, "name"), ", ")
  return table.concat(lines, "\n")
end

return explain
