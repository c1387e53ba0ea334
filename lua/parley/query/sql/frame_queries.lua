--- Queries over Frames in SQL, for those who want to compare: they run on a copy in SQLite.

local bound = require "parley.query.bound"
local frame_copies = require "parley.query.sql.frame_copies"

local frame_queries = {}

-- What a query wants of its home.
local Home = { engine_note = "over a copy of the Frame" }
Home.__index = Home

function Home.view() return {} end
function Home.claims_info() return nil end
function Home.check_open() end
function Home.engine() return require "parley.query.sql.compile" end

--- A query over a Frame's rows, in SQL.
---@param f parley.Frame
---@return parley.Query
function frame_queries.of(f)
  local home = setmetatable({ store = frame_copies.store() }, Home)
  return require("parley.query.query").from(home, bound.frame_info(f))
end

return frame_queries
