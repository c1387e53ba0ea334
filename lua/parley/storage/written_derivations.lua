--- The statements of parley.storage.derivations as an owner writes them down in a dataset on a server, for those who
-- may only claim: found by having them run on a store that keeps them.

local dialect = require "parley.query.sql.dialect"
local errors = require "parley.base.errors"
local full_text = require "parley.storage.full_text"
local origins = require "parley.storage.statements.origins"
local report_days = require "parley.storage.statements.report_days"
local roles = require "parley.query.sql.dialect.postgres_roles"
local stored_rows = require "parley.storage.statements.stored_rows"

local written = {}

-- A store that keeps what it is to run, and in which one source rests on another.
local function recorder(d)
  local statements = {}
  return { written = statements, dialect = setmetatable({ derived_by_owner = true }, { __index = d }),
    run = function(_, sql) errors.raise("misuse.unnamed_statement", { sql = sql }) end,
    each = function()
      local is_first = true
      return function()
        if not is_first then return nil end
        is_first = false
        return "a", "b"
      end
    end }
end

--- All of them, by name.
---@param d parley.Dialect
---@param infos table[]  the tables
---@return table<string, string>
function written.all(d, infos)
  local store = recorder(d)
  report_days.follow_own(store, { "a" })
  for _, info in ipairs(infos) do
    if info.claims then
      report_days.follow(store, info, { "a" })
      origins.follow(store, info)
      origins.follow(store, info, { ids = { "a" } })
      for _, ids in ipairs { { "a" }, { "a", "b" } } do
        stored_rows.resolve_ids(store, info, ids)
        full_text.update_all(store, info, ids)
      end
    end
  end
  return store.written
end

--- Writes them down, in the place of what was: where a table has got a column, they are others.
---@param store parley.Store
---@param infos table[]
function written.write_down(store, infos)
  store:exec(roles.forget)
  for name, sql in pairs(written.all(dialect.of(store), infos)) do
    store:run(roles.written, { n = 2, name, sql })
  end
end

return written
