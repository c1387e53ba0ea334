--- The column engine: a bound query over a Frame, run in C on its columns. Same steps, same answers as
-- parley.query.sql.compile.
-- The steps of a query are made, in order, into a relation (parley.query.columns.relation); each verb has its file in
-- columns/steps/. A step that a relation cannot take any more (a condition after a limit) works it out first, in a pass
-- of its own.

local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"
local walk = require "parley.query.walk"

local columns = {}

local engine = {}

function engine.steps(verb) return require("parley.query.columns.steps." .. verb) end

function engine.begin(link) return Relation.new(source.of_frame(link.frame)) end

--- Compiles a query: its columns, and the source of its rows.
---@param query parley.Query
---@return { columns: table[], source: table }
function columns.compile(query)
  local relation, rows = walk(query.bound, engine)
  return { columns = rows.columns, source = relation:source() }
end

--- Runs what was compiled.
---@param plan table
---@return parley.Frame
function columns.frame(plan)
  require "parley.frame.frame"          -- gives Frames their verbs
  return (plan.source.frame())
end

--- Its rows as tables.
function columns.rows(plan) return columns.frame(plan):rows() end

--- Its rows as plain values.
function columns.each(plan) return columns.frame(plan):each() end

--- How it will run.
function columns.explain(plan) return require("parley.query.columns.explain")(plan) end

return columns
