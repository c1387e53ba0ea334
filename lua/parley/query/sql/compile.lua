--- The SQL engine: a bound query to one statement, and its rows.
-- The steps of a query are made, in order, into a level (parley.query.sql.level); each verb has its file in
-- sql/steps/. A step that a level cannot take any more (a condition after summarise, a sort after limit) wraps it
-- first.

local bound = require "parley.query.bound"
local lists = require "parley.base.lists"
local Level = require "parley.query.sql.level"
local walk = require "parley.query.walk"

local sql = {}

-- Needed where a Frame is asked or made, which a short question does without.
local function frame_copies() return require "parley.query.sql.frame_copies" end

local function steps(verb) return require("parley.query.sql.steps." .. verb) end

-- The level of all rows of a Frame, which is copied into the statement's store.
local function level_of_frame(c, f)
  c.kept[#c.kept + 1] = f          -- a copy goes with its Frame
  return Level.of_table(c, frame_copies().home, frame_copies().into(c.store, f))
end

local function begin(c)
  return function(link, day)
    if link.frame then return level_of_frame(c, link.frame) end
    local known = link.day and day and math.min(link.day, day) or link.day or day
    return Level.of_table(c, link.home, link.info, known)
  end
end

-- Puts columns below a step whose expressions would be too deep for the database with what these are worked out from.
local function before(level, link) return level:wrap_if(bound.has_marked(link.step, "deep")) end

--- Compiles a query. Frames are copied into the store, as they are for the statement that runs.
---@param query parley.Query
---@return { text: string, params: table, columns: table[], store: parley.Store }
function sql.compile(query)
  local over_frames = query.bound.source.frame ~= nil
  local store = query.home.asked or query.home.store or frame_copies().store()
  local c = Level.compilation(store, over_frames)
  local level, rows = walk(query.bound, { begin = begin(c), before = before, steps = steps })
  local text = c:with_text(level:render())
  return { text = text, params = c:used_params(text), columns = rows.columns, store = store, kept = c.kept,
    origin = not (query.claims_of or query.info.raw or rows.mixed) and query.info.name or nil }
end

-- Ends --------------------------------------------------------------------------------------------------

local function names_and_types(plan) return lists.field(plan.columns, "name"), lists.field(plan.columns, "type") end

--- Runs what was compiled: all rows as a Frame.
---@param plan { text: string, params: table, columns: table[] }
---@return parley.Frame
function sql.frame(plan)
  local frame = require "parley.frame.frame"          -- gives Frames their verbs
  local f = plan.store:frame(plan.text, plan.params, names_and_types(plan))
  return plan.origin and frame.note_origin(f, plan.origin) or f
end

--- Its rows as tables, streamed.
function sql.rows(plan)
  local names, types = names_and_types(plan)
  return plan.store:rows(plan.text, plan.params, names, types, plan.numeric)
end

--- Its rows as plain values, streamed.
function sql.each(plan)
  return plan.store:each(plan.text, plan.params, (select(2, names_and_types(plan))), plan.numeric)
end

--- The values of its first row.
---@param plan table
---@return any ...
function sql.first(plan)
  local values = table.pack(plan.store:values(plan.text, plan.params))
  for i, column in ipairs(plan.columns) do
    if column.type == "boolean" and math.type(values[i]) then values[i] = values[i] ~= 0 end
  end
  return table.unpack(values, 1, values.n)
end

--- How it will run: the database's plan, the statement.
---@param plan table
---@param home table
---@return string
function sql.explain(plan, home) return require("parley.query.sql.explain").query(plan, home) end

return sql
