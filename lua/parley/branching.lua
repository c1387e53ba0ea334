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

--- Whether there is nothing in a file: git gives such a one where there was no file before.
---@param path string
---@return boolean
function branching.is_nothing(path)
  local file <close> = io.open(path, "rb")
  return file ~= nil and file:read(1) == nil and (file:seek "end" or 0) == 0
end

-- What lies at a path: a dumped folder, or a dataset.
local function open(path)
  local files = require "parley.base.files"
  if branching.is_nothing(path) then return opening.open ":memory:" end
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

-- The branches of a call, or nil, message and code.
local function sides(given, call, opened)
  local list = {}
  for i = 1, given.n do          -- a branch may be nil, which is refused
    local ds, message, code = branching.side(given[i], call, opened)
    if not ds then return nil, message, code end
    list[i] = ds
  end
  return list
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

-- What a function makes of the differences of two states, while both stay as they are.
local function of_two(a, b, call, fn)
  local opened <close> = closing {}
  local list, message, code = sides(table.pack(a, b), call, opened)
  if not list then return nil, message, code end
  return as_they_are(list, function()
    return fn(require("parley.coding.diff").of(list[1], list[2], page), list[1], list[2])
  end)
end

--- As parley.diff does.
---@param a string|parley.Dataset
---@param b string|parley.Dataset
---@return parley.Diff? diff, string? message, string? code
function branching.diff(a, b)
  return of_two(a, b, "parley.diff()", function(d) return d end)
end

--- As parley.changelog does.
---@param a string|parley.Dataset
---@param b string|parley.Dataset
---@return string? text, string? message, string? code
function branching.changelog(a, b)
  return of_two(a, b, "parley.changelog()", require("parley.coding.changelog").of)
end

-- Merging -----------------------------------------------------------------------------------------------------------

local function check_same(same)
  if same == nil or same == true then return end
  local good = type(same) == "table"
  for _, one in ipairs(good and same or {}) do
    good = good and type(one) == "string" and one:find "^[%w_]+%." ~= nil
  end
  if not good then errors.raise "bad_argument.merge_same" end
end

local function checked(options)
  options = require("parley.base.options").check(options, "parley.merge()", { "into", "overwrite", "same" })
  if type(options.into) ~= "string" or options.into == "" or options.into:find("\0", 1, true) then
    errors.raise "bad_argument.merge_into"
  end
  if options.overwrite ~= nil and type(options.overwrite) ~= "boolean" then
    errors.raise("bad_type.merge_overwrite", { got = type(options.overwrite) })
  end
  check_same(options.same)
  return options
end

local function remove(path)
  for _, suffix in ipairs { "", "-wal", "-shm", "-journal" } do os.remove(path .. suffix) end
end

-- Writes the merge into a new file.
local function fill(list, options, part)
  local merging, report, err, code = require "parley.coding.merging", nil, nil, nil
  as_they_are(list, function()
    local plan = merging.plan(list[1], list[2], list[3], options)
    local saved
    saved, err, code = list[1]:save_as(part)
    if not saved then return end
    local ds = assert(opening.open(part, { mode = "rw" }))
    local _ <close> = closing { ds }
    local keys = require("parley.coding.merge_writing").write(ds, plan)
    report = require("parley.coding.merge_report").of(plan, keys)
  end)
  return report, err, code
end

-- Gives the new file its name, or a schema of a server what it holds.
local function place(part, options)
  local files = require "parley.base.files"
  if files.is_on_server(options.into) then return opening.create(options.into, { from = part }) end
  local renamed, message, code = os.rename(part, options.into)
  if not renamed then return nil, message, code end
  return opening.open(options.into, { mode = "rw" })
end

-- A file beside the target, or where the system keeps such files.
local function part_of(into)
  if require("parley.base.files").is_on_server(into) then
    local name = os.tmpname()
    os.remove(name)
    return name
  end
  return into .. ".part"
end

--- As parley.merge does.
---@param base string|parley.Dataset
---@param ours string|parley.Dataset
---@param theirs string|parley.Dataset
---@param options parley.MergeOptions
---@return parley.Dataset? ds, any report, string? code
function branching.merge(base, ours, theirs, options)
  options = checked(options)
  local files, into = require "parley.base.files", options.into
  if require("parley.core").limits().read_only then errors.raise "read_only.host_files" end
  if not (files.is_on_server(into) or options.overwrite) and files.exists(into) then
    return errors.fail("exists.merge_target", { path = into }, { key = "cannot_merge", path = into })
  end
  if not files.is_on_server(into) and require("parley.core").is_folder(into) then
    return errors.fail("exists.merge_folder", { path = into }, { key = "cannot_merge", path = into })
  end
  local opened <close> = closing {}
  local list, message, code = sides(table.pack(base, ours, theirs), "parley.merge()", opened)
  if not list then return nil, message, code end
  local part = part_of(into)
  remove(part)
  local _ <close> = setmetatable({}, { __close = function() remove(part) end })
  local report
  report, message, code = fill(list, options, part)
  if not report then return nil, message, code end
  for _, ds in ipairs(opened) do ds:close() end
  local ds
  ds, message, code = place(part, options)
  if not ds then return nil, message, code end
  return ds, report
end

return branching
