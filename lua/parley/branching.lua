--- Branches of a dataset at the front door: what parley.diff and parley.merge are given is opened here, as it is at one
--- moment, and closed again.

local errors = require "parley.base.errors"
local opening = require "parley.opening"
local savepoints = require "parley.storage.savepoints"

local branching = {}

local function close(ds) if ds then ds:close() end end

-- Closes what was opened, at the end of a block.
local function closing(list)
  return setmetatable(list, { __close = function() for _, ds in ipairs(list) do close(ds) end end })
end

-- What lies at a path: a dumped folder, or a dataset.
local function open(path)
  local files = require "parley.base.files"
  if not files.is_on_server(path) and require("parley.core").is_folder(path) then return opening.load(path) end
  return opening.open(path, { mode = "ro" })
end

--- A branch by its path or address, or as it is; what was opened for that is added to a list.
---@param given string|parley.Dataset
---@param call string  "parley.diff()"
---@param opened parley.Dataset[]
---@return parley.Dataset? ds, string? message, string? code
function branching.side(given, call, opened)
  local ds = given
  if type(given) == "string" then
    local message, code
    ds, message, code = open(given)
    if not ds then return nil, message, code end
    opened[#opened + 1] = ds
  elseif type(given) ~= "table" or not (given.store and given.schema) then
    errors.raise("bad_type.branch", { call = call, got = type(given) })
  end
  ds:check_open()
  if ds.parent then errors.raise("read_only.branch_view", { call = call }) end
  if not ds.schema.parley then errors.raise("no_claims.file", { call = call }) end
  if ds.transaction then errors.raise("in_transaction.branch", { call = call }) end
  if ds.bundle then require("parley.bundled.whole").complete(ds) end
  return ds
end

-- Runs a function while all datasets stay as they are.
local function as_they_are(list, fn)
  local seen, result = {}, nil
  local function from(i)
    local store = list[i] and list[i].store
    if not store then
      result = fn()
    elseif seen[store] then
      from(i + 1)
    else
      seen[store] = true
      savepoints.reading(store, function() from(i + 1) end)
    end
  end
  from(1)
  return result
end
branching.as_they_are = as_they_are

local function page(d, title)
  return require("parley.report.diff_page").html(d, title, require("parley.coding.diff_text").numbers(d.counts))
end

--- As parley.diff does.
---@param a string|parley.Dataset
---@param b string|parley.Dataset
---@return parley.Diff? diff, string? message, string? code
function branching.diff(a, b)
  local opened <close> = closing {}
  local one, message, code = branching.side(a, "parley.diff()", opened)
  if not one then return nil, message, code end
  local other
  other, message, code = branching.side(b, "parley.diff()", opened)
  if not other then return nil, message, code end
  return as_they_are({ one, other }, function() return require("parley.coding.diff").of(one, other, page) end)
end

return branching
