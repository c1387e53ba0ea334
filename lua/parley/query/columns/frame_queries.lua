--- Queries over Frames, run on their columns; and the verbs and ends of queries as methods of Frames.

local frame_rows = require "parley.query.frame_rows"
local functions = require "parley.query.functions"
local home = require "parley.query.home"
local verbs = require "parley.query.verbs"

local frame_queries = {}

local function engine() return require "parley.query.columns.compile" end

local homes = setmetatable({}, { __mode = "k" })      -- Frame -> what stands for it

--- A query over a Frame's rows.
---@param f parley.Frame
---@return parley.Query
function frame_queries.of(f)
  homes[f] = homes[f] or home.new { engine = engine, info = frame_rows.info(f) }
  return require("parley.query.query").from(homes[f], homes[f].info)
end

local methods = {}

local ENDS = { "one", "sql", "diff" }

for _, names in ipairs { verbs.names, ENDS, functions.short_forms() } do
  for _, name in ipairs(names) do
    --- The query's verb of that name, over the Frame's rows.
    ---@param ... any  what the verb takes
    ---@return any  what the verb gives
    methods[name] = function(f, ...)
      local q = frame_queries.of(f)
      return q[name](q, ...)
    end
  end
end

--- The account of a total: a row for each row it looked at, with what became of it. Of any other Frame, how a query
--- over it will run.
--- See also: total.
--- Example: ds.outcomes:total{by = "unit"}:explain():select("id", "counted", "why"):limit(3)
---@return parley.Frame|string
function methods:explain()
  return require("parley.base.frame_explanations").of(self) or frame_queries.of(self):explain()
end

--- Number of rows with a value of `x`, for count(x).
---@param x string  an expression
---@return integer
function methods:count_values(x) return frame_queries.of(self):count(x) end

frame_queries["parley.Frame"] = methods

return frame_queries
