--- Queries over Frames in SQL: they run on a copy in SQLite. For functions of one's own, which columns, read by several
-- threads, cannot call; and for those who want to compare.

local frame_rows = require "parley.query.frame_rows"
local errors = require "parley.base.errors"
local home = require "parley.query.home"

local frame_queries = {}

local function engine() return require "parley.query.sql.compile" end

local function query_in(store, f, functions)
  local of_copy = home.new { engine = engine, store = store, functions = functions,
    engine_note = "over a copy of the Frame" }
  return require("parley.query.query").from(of_copy, frame_rows.info(f))
end

--- A query over a Frame's rows, in SQL.
---@param f parley.Frame
---@return parley.Query
function frame_queries.of(f) return query_in(require("parley.query.sql.frame_copies").store(), f) end

-- Functions ---------------------------------------------------------------------------------------------------

local Frame, Query = {}, {}

--- A query over the Frame's rows whose expressions know a Lua function, too; it runs in SQL over a copy of the rows.
--- Errors: bad_argument, bad_type.
--- Example: f = parley.frame{{n = 3}}
--- Example: f:define("twice", function(x) return 2 * x end):select("twice(n) as m")
---@param f parley.Frame
---@param name string
---@param fn function
---@param args integer?  how many arguments it takes; any number if absent
---@return parley.Query
function Frame.define(f, name, fn, args)
  local core = require "parley.core"
  -- a store of its own: what the function is called means nothing elsewhere
  return query_in(assert(core.open(":memory:", { mode = "memory" })), f, {}):define(name, fn, args)
end

--- One more function, for a query that define() of a Frame gave.
--- Errors: bad_argument, bad_type.
--- See also: sql.
--- Example: q = parley.frame{{n = 3}}:define("twice", function(x) return 2 * x end)
--- Example: q:define("thrice", function(x) return 3 * x end):select("twice(n) as a", "thrice(n) as b")
---@param name string
---@param fn function
---@param args integer?
---@return parley.Query
function Query:define(name, fn, args)
  if not (self.bound.source.frame and self.home.functions) then errors.raise "bad_argument.define_query" end
  require("parley.query.user_functions").define(self.home, name, fn, args)
  return self
end

frame_queries["parley.Frame"], frame_queries["parley.Query"] = Frame, Query

return frame_queries
