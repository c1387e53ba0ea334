--- Queries over Frames in SQL, for those who want to compare: they run on a copy in SQLite.

local bound = require "parley.query.bound"
local frame_copies = require "parley.query.sql.frame_copies"
local home = require "parley.query.home"

local frame_queries = {}

local function engine() return require "parley.query.sql.compile" end

--- A query over a Frame's rows, in SQL.
---@param f parley.Frame
---@return parley.Query
function frame_queries.of(f)
  local of_copy = home.new { engine = engine, store = frame_copies.store(), engine_note = "over a copy of the Frame" }
  return require("parley.query.query").from(of_copy, bound.frame_info(f))
end

return frame_queries
