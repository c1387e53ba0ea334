--- Verbs on Frames.
-- A Frame is columns in memory, and its verbs run on them (parley.query.columns.compile). Beside the rows of a
-- dataset it is a
-- copy in a table of the connection's own, made when it is first joined and dropped when the Frame is collected.

local attachments = require "parley.base.attachments"
local core = require "parley.core"
local errors = require "parley.base.errors"
local lists = require "parley.base.lists"
local suggest = require "parley.base.suggest"

local frame = {}

local counter = 0

-- A description of the Frame as a table called `name`, as parley.query.sql.compile wants it.
local function info_of(f, name)
  local info = { name = name, title = "the Frame", meaning = "a Frame", raw = true, columns = {}, by_name = {} }
  local types = f:types()
  for i, column in ipairs(f:columns()) do
    info.columns[i] = { name = column, type = types[i] }
    info.by_name[column] = info.columns[i]
  end
  return info
end

local function fill(store, f, insert)
  local function put(...)
    local params = table.pack(...)
    if params[1] == core.null then params[1] = nil end
    store:run(insert, params)
  end
  local next_row, state, control, closing <close> = f:each()
  local function step(...)
    if select("#", ...) == 0 or (...) == nil then return false end
    put(...)
    return true
  end
  while step(next_row(state, control)) do end
  return closing
end

local function make_copy(store, f)
  counter = counter + 1
  local info = info_of(f, ("frame_%d"):format(counter))
  info.copy = require("parley.storage.temporary_tables").create(store, info.name, info.columns)
  for i, name in ipairs(info.copy.names) do info.columns[i].stored = name end
  require("parley.storage.savepoints").run(store, "frame_copy", fill, store, f, info.copy.insert)
  return info
end

local copies = setmetatable({}, { __mode = "k" })      -- Frame -> store -> description of its table

--- Copies a Frame into a temporary table of a store, once, and describes that table. It goes when neither the
-- Frame nor a query over it is left.
---@param store parley.Store
---@param f parley.Frame
---@return table info
function frame.copy_into(store, f)
  copies[f] = copies[f] or setmetatable({}, { __mode = "k" })
  if not copies[f][store] then
    copies[f][store] = make_copy(store, f)
  end
  return copies[f][store]
end

-- Queries over Frames -----------------------------------------------------------------------------------

local shared            -- the store of copies for queries in SQL, opened with the first one

local ENGINES = { columns = "parley.query.columns.compile", sql = "parley.query.sql.compile" }

-- Where the rows of a query over a Frame live. In SQL that is a copy in SQLite, made when it is first needed.
local Home = { functions = {}, null = core.null }

function Home.view() return {} end
function Home.rows_sql() return nil end
function Home.claims_info() return nil end
function Home.check_open() end
function Home.has_stored_index() return false end
function Home:table_info() return self.info end

function Home.__index(_, key)
  if key ~= "store" then return Home[key] end
  shared = shared or assert(core.open(":memory:", { mode = "memory" }))
  return shared
end

local homes = setmetatable({}, { __mode = "k" })      -- Frame -> engine -> home

local function home_of(f, name)
  local engine = require(ENGINES[name])
  local home = setmetatable({ frame = f, engine = engine, engine_name = name, info = info_of(f, "frame") }, Home)
  if name == "sql" then
    home.info, home.engine_note = frame.copy_into(home.store, f), "over a copy of the Frame"
  end
  return home
end

--- A query over a Frame's rows, run on its columns; or in SQL over a copy of it, for those who want to compare.
---@param f parley.Frame
---@param engine "columns"|"sql"|nil
---@return parley.Query
function frame.query(f, engine)
  engine = engine or "columns"
  homes[f] = homes[f] or {}
  homes[f][engine] = homes[f][engine] or home_of(f, engine)
  return require("parley.query.query").from(homes[f][engine], homes[f][engine].info)
end

-- A query of a dataset beside a Frame in SQL: a copy of its rows, called in a join what its table is called.
local function copied(q)
  local home, info = frame.query(q:frame(), "sql").home, {}
  for k, v in pairs(home.info) do info[k] = v end
  info.joined_as = q.info.name
  return require("parley.query.query").from(home, info)
end

--- The same query over a Frame in SQL.
---@param q parley.Query
---@return parley.Query
function frame.in_sql(q)
  local copy = frame.query(q.home.frame, "sql")
  for i, step in ipairs(q.steps) do
    local moved = step
    if step.query then
      moved = {}
      for k, v in pairs(step) do moved[k] = v end
      moved.query = rawget(step.query.home, "engine_name") == "columns" and frame.in_sql(step.query)
        or copied(step.query)
    end
    copy.steps[i] = moved
  end
  return copy
end

local origins = setmetatable({}, { __mode = "k" })      -- Frame -> the table its rows come from

--- Notes from which table of a dataset the rows of a Frame come; gives the Frame.
function frame.note_origin(f, name)
  origins[f] = name
  return f
end

--- The table the rows of a Frame come from, where that is known.
---@return string?
function frame.origin(f) return origins[f] end

--- Whether a value is a Frame.
---@param value any
---@return boolean
function frame.is_frame(value)
  local metatable = getmetatable(value)
  return type(value) == "userdata" and metatable ~= nil and metatable.__name == "parley.Frame"
end

-- Methods -----------------------------------------------------------------------------------------------

local methods = core.frame_methods

local VERBS = { "where", "select", "with", "by", "summarise", "pivot", "sort", "limit", "distinct", "join",
  "one", "sum", "mean", "min", "max", "median", "quantile", "count_distinct", "list", "sql", "explain" }

for _, verb in ipairs(VERBS) do
  --- The query's verb of that name, over the Frame's rows.
  ---@param ... any  what the verb takes
  ---@return any  what the verb gives
  methods[verb] = function(f, ...)
    local q = frame.query(f)
    return q[verb](q, ...)
  end
end

-- Lists and rows that print what is in them, as a query's do.
local plain = { columns = methods.columns, types = methods.types, first = methods.first, all = methods.all }

--- Names of the columns.
---@return string[]
function methods:columns() return lists.names(plain.columns(self)) end

--- Types of the columns, in the same order.
---@return string[]
function methods:types() return lists.names(plain.types(self)) end

--- The first row, or nil.
---@return table?
function methods:first() return lists.row(plain.first(self), self:columns()) end

--- All rows, as a list of tables.
---@return table[]
function methods:all() return lists.rows(plain.all(self), self:columns()) end

local count_rows = methods.count

--- Number of rows, or of rows with a value of `x`.
---@param x string?  an expression
---@return integer
function methods:count(x)
  if x == nil then return count_rows(self) end
  return frame.query(self):count(x)
end

--- The Frame itself, so that a query's end can be asked of it too.
---@return parley.Frame
function methods:frame() return self end

local function guarded(class) return lists.colons(class, "a Frame", frame.is_frame) end

attachments.onto("parley.Frame", guarded(methods), guarded)

-- What a Frame does not have is a slip, whereas f[i] beyond the last row is nil: C asks `missing` for names only.

local function method_names()
  local names = {}
  for name in pairs(methods) do names[#names + 1] = name end
  table.sort(names)
  return names
end

function core.frame_metatable.missing(f, key)
  if suggest.contains(f:columns(), key) then
    errors.raise("a Frame's column is reached with f:values('%s'), or row by row as f[i].%s", key, key)
  end
  errors.raise("a Frame has no '%s'%s", key, suggest.hint(key, method_names()))
end

core.frame_metatable.__tostring = attachments.printed "parley.Frame"

return frame
