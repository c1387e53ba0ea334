--- How a query will run: the engine, the database's plan, the statement.

local dialect = require "parley.query.sql.dialect"

-- How a summary over several servers is made, by parley.query.sql.two_phases.
local PHASES = {
  sums = "two phases: each part gives sums of its groups, which are added up",
  values = "two phases: each part gives the values of its groups and how often they come, from which the rest is made",
  rows = "one phase: the parts give their rows",
}

local explain = {}

-- The lines of a plan in which parts are read: how many rows crossed, from where, and what was asked there. They are
-- counted, for which the statement runs.
local function add_crossing(lines, plan, d)
  local parts, total, at = {}, 0, nil
  for line in plan.store:each(d.nodes.explain(plan.text), plan.params) do
    local rows = line:find("Foreign Scan", 1, true) and line:match "rows=(%d+)"
    local remote, on = line:match "Remote SQL: (.*)$", line:match "Relations: .-%((.-)%)"
    if rows then
      local times = math.tointeger(line:match "loops=(%d+)") or 1
      at = { rows = math.tointeger(rows) * times, name = line:match " on (%S+)" }
      parts[#parts + 1], total = at, total + at.rows
    elseif at and on then
      at.name = on:match "^%S+"
    elseif at and remote then
      at.remote = remote
    end
  end
  if #parts == 0 then return end
  lines[#lines + 1] = ("shards: %s; %d rows cross"):format(PHASES[plan.kept.phases or "rows"], total)
  for _, part in ipairs(parts) do
    local name = (part.name or "?"):match "([^.]*)$":gsub('"', "")
    local node = plan.store:values(d.nodes.node_of, { n = 1, name })
    lines[#lines + 1] = ("  %s on %s: %d rows: %s"):format(name, node or "?", part.rows, part.remote or "")
  end
end

--- Text for q:explain(): engine, plan steps as the database gives them, SQL and parameters.
---@param plan { text: string, params: table, store: parley.Store }
---@param home table
---@return string
function explain.query(plan, home)
  local d = dialect.of(plan.store)
  local lines = { ("engine: SQL (%s)"):format(d.title) .. (home.engine_note and ", " .. home.engine_note or "") }
  local depth = { [0] = 0 }
  for id, parent, _, detail in plan.store:each(d.explain(plan.text), plan.params) do
    if detail then
      depth[id] = (depth[parent] or 0) + 1
      lines[#lines + 1] = ("  "):rep(depth[id]) .. detail
    else
      lines[#lines + 1] = "  " .. id          -- a line, which shows by itself how deep it stands
    end
  end
  if d.nodes and table.concat(lines, "\n"):find("Foreign Scan", 1, true) then add_crossing(lines, plan, d) end
  lines[#lines + 1] = plan.text
  for i = 1, plan.params.n do
    local value = plan.params[i]
    local shown = type(value) == "string" and ("%q"):format(value) or tostring(value)
    lines[#lines + 1] = ("  %s = %s"):format(d.param(i), shown)
  end
  return table.concat(lines, "\n")
end

return explain
