--- A dataset: tables as fields, and everything that can be done with them.
-- Its tables are queries; writing lives in parley.claims.writing, transactions in parley.claims.transactions. The
-- bundled dataset is lazy: a table is stored and resolved when something first reads it (`ensure`).

local attachments = require "parley.base.attachments"
local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local errors = require "parley.base.errors"
local public_call = require "parley.base.public_call"
local ranking = require "parley.storage.claim_ranking"

---@class parley.Dataset
---@field store userdata the SQLite connection
---@field schema parley.Schema what the dataset knows of its tables
---@field functions table<string, { args: integer }> functions defined by the user
local Dataset = {}

local dataset = {}

local metatable = { __name = "parley.Dataset", __tostring = attachments.printed "parley.Dataset" }

--- ## State

--- Whether the dataset can still be used.
---@return boolean
function Dataset:is_open() return self.store:is_open() end

--- Raises when the dataset is closed.
function Dataset:check_open()
  if not self.store:is_open() then errors.raise "closed.dataset" end
end

--- What its tables show: as of which day, and under which policy; nil where it is what is stored.
---@return { as_of: integer?, policy: parley.Policy? }
function Dataset:view() return self.shown end

--- Closes the dataset; closing it again does nothing. A view stays open as long as the dataset it was made from.
--- Errors: in_transaction.
--- See also: open.
--- Example: ds:close()
function Dataset:close()
  if self.transaction then errors.raise "in_transaction.close" end
  if not self.parent then self.store:close() end
end

--- ## Tables

--- Brings one table, or the claims about it, up to date before it is read.
---@param name string
function Dataset:ensure(name)
  local owner = self.parent or self
  if owner.bundle and not owner.bundle.filled then
    require("parley.bundled.bundled").ensure(owner, owner.schema.by_name[name] and name or name:gsub("_claims$", ""))
  elseif owner.transaction then
    require("parley.claims.transactions").flush(owner, name)
  end
end

--- What is known of a table, or nil: name, meaning, columns in order and by name.
---@param name string
---@return table?
function Dataset:table_info(name) return self.schema.by_name[name] end

--- The table of the claims about a table's things, described like any other; nil when it has none.
---@param info table
---@return table?
function Dataset.claims_info(_, info)
  if not info.claims then return nil end
  return require("parley.storage.claims_table").info(info)
end

--- The rows of a table, as a query.
--- Errors: no_table.
--- See also: tables, frame.
--- Example: ds:table("talks"):count()
---@param name string
---@return parley.Query
function Dataset:table(name)
  local info = self.schema.by_name[name]
  if not info then
    errors.raise("no_table.table", { name = name, known = self.schema.names })
  end
  return require("parley.query.query").from(self, info)
end

--- What runs the queries of its tables.
---@return table engine
function Dataset.engine() return require "parley.query.sql.compile" end

--- What writes the statement that gives a table's rows as of a day and under the dataset's policy, with the columns
--- that are wanted if not with all; nil when the stored table is just that.
---@param info table
---@param day integer?
---@param d parley.Dialect
---@param bind fun(value: any): string takes a value, gives the mark of its parameter
---@return (fun(is_wanted: (fun(quoted: string): boolean)?): string)?
function Dataset:rows_sql(info, day, d, bind)
  self:check_open()
  self:ensure(info.name)
  day = day or self.shown.as_of
  if info.raw or not (day or self.shown.policy) then return nil end
  return require("parley.claims.shown_rows").writer(self, info, day, d, bind)
end

--- ## Fields

-- Methods meant for the other modules are no suggestions.
local INTERNAL = " check_open view ensure ensure_all table_info claims_info rows_sql engine has_stored_index has_term "
  .. "term_codes meant some_word is_open row_count "

-- Methods of another module, each of which says so when it was called with a dot.
local function guarded(methods) return public_call.colons(methods, "a_dataset", dataset.is_dataset) end

-- Takes in the methods of parley.dataset_methods when something is first asked for that is no table of the codebook: no
-- method has the name of one, and a method goes before any other table of its name.
setmetatable(Dataset, { __index = function(_, key)
  if codebook.by_name[key] then return nil end
  setmetatable(Dataset, nil)
  for name, method in pairs(guarded(require "parley.dataset_methods")) do Dataset[name] = method end
  return Dataset[key]
end })

-- The analyses, methods of every dataset that are loaded when one is first called.
local analyses

local function of_analysis()
  if not analyses then
    analyses = require "parley.analysis"
    guarded(public_call.all(analyses))
  end
  return analyses
end

-- What a mistyped name may have meant: a table or a method.
local function known_names(ds)
  local names, methods = { table.unpack(ds.schema.names) }, {}
  assert(Dataset.add)          -- takes the others in
  for _, class in ipairs { Dataset, of_analysis() } do
    for name in pairs(class) do
      if not INTERNAL:find(" " .. name .. " ", 1, true) then methods[#methods + 1] = name end
    end
  end
  table.sort(methods)
  return table.move(methods, 1, #methods, #names + 1, names)
end

function metatable.__index(ds, key)
  local method = Dataset[key]
  if method then return method end
  if ds.schema.by_name[key] then return ds:table(key) end
  method = of_analysis()[key]
  if method then return method end
  local example = ds.schema.by_name.demands and "demands" or ds.schema.names[1]
  local function known() return known_names(ds) end
  require("parley.query.unknown_verbs").of_dataset(example and ds:table(example), key, known)
end

function metatable.__newindex(_, key)
  errors.raise("read_only.dataset_field", { key = key })
end

-- Its tables by their names, in their order.
function metatable.__pairs(ds)
  local names, at = ds.schema.names, 0
  return function()
    at = at + 1
    return names[at], names[at] and ds:table(names[at])
  end
end

function metatable.__close(ds)
  if not ds.parent then ds.store:close() end
end

--- Makes a dataset of an open store. Fields that are not there are `false`, since reading an unknown
--- field of a dataset is an error.
---@param store userdata
---@param schema parley.Schema
---@param fields { mode: string, path: string?, policy: parley.Policy?, bundle: table? }
---@return parley.Dataset
function dataset.new(store, schema, fields)
  local chosen = fields.policy
  return setmetatable({
    store = store, schema = schema, functions = {}, null = core.null,
    mode = fields.mode, path = fields.path or false, bundle = fields.bundle or false,
    host_read_only = core.limits().read_only,
    shown = { policy = chosen and not ranking.is_default(chosen) and chosen or nil },
    transaction = false, engine_note = false, parent = false, asked = false, resolved_of = false,
    speaking = false, steps = false, imported = false,
  }, metatable)
end

--- Whether a value is a dataset.
---@param x any
---@return boolean
function dataset.is_dataset(x) return getmetatable(x) == metatable end

guarded(Dataset)

return dataset
