--- The datasets that come with Parley: in memory, read-only.
-- A table is stored and resolved when something first needs it, so that a short question costs little: taken as the
-- build has made it (csrc/lua/images.c), or made from the claims (parley.bundled.storing). What comes out is the same,
-- and the same as when all of it is stored at once (parley.bundled.whole), which is also what `save_as` copies.

local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local errors = require "parley.base.errors"
local savepoints = require "parley.storage.savepoints"
local schema = require "parley.storage.schema"

local bundled = {}

--- ## Storing

--- Whether the data are those that the build has seen: a host program may bring along its own.
---@return boolean
function bundled.are_built() return not package.preload["parley.embedded"] end

-- The first table is the whole database, as bytes; a further one comes beside it, row by row.
local function take_image(store, bundle, name)
  if not bundled.are_built() then return false end
  local image = bundle.name .. "/" .. name
  return next(bundle.stored) == nil and store:become_image(image) or store:take_image(image)
end

--- Stores a table of the bundled dataset, unless it is there: all or nothing, so that a failure (of memory, say) leaves
-- no half-filled table for the next question.
---@param ds parley.Dataset
---@param name string
function bundled.ensure(ds, name)
  local bundle = ds.bundle
  local info = codebook.by_name[name]
  if bundle.stored[name] or not info then return end
  if not take_image(ds.store, bundle, name) then
    savepoints.run(ds.store, "parley_bundle", require("parley.bundled.storing").table, ds.store, bundle, info)
  end
  bundle.stored[name] = true
end

--- ## Opening

local function entry_of(name)
  local datasets, names = require "parley.bundled.datasets", {}
  if name == nil then return datasets[1] end
  for i, entry in ipairs(datasets) do
    if entry.name == name then return entry end
    names[i] = entry.name
  end
  errors.raise("no_name.bundled_dataset", { name = name, known = names })
end

--- Opens a bundled dataset, the first one by default.
---@param name string?
---@param policy parley.Policy?
---@param new_dataset fun(store: userdata, schema: parley.Schema, fields: table): parley.Dataset
---@return parley.Dataset? ds, string? message, string? code
function bundled.open(name, policy, new_dataset)
  local entry = entry_of(name)
  local store, message, code = core.open(":memory:", { mode = "memory" })
  if not store then return nil, message, code end
  -- Tables are stored one by one, so a reference can be there before what it points at.
  savepoints.trust_references(store)
  local bundle = { name = entry.name, title = entry.title, file = entry.file, stored = {}, filled = false,
    complete = false }
  return new_dataset(store, schema.of_codebook(), { mode = "ro", policy = policy, bundle = bundle })
end

return bundled
