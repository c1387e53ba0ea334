--- What every spec of importing checks at its end: each dataset that a file was imported into, or whose quarantine was
--- tried again, is sound by SQLite's own checks, also where the import failed, and also in a file that is closed.

local core = require "parley.core"

local sound = {}

local met = {}

local function note(ds)
  if not met[ds] then met[ds], met[#met + 1] = true, ds end
end

-- Puts a note before a function of a module, once.
local function watch(module, name)
  local inner = module[name]
  module[name] = function(ds, ...)
    note(ds)
    return inner(ds, ...)
  end
end

watch(require "parley.import.import", "run")
watch(require "parley.import.quarantine", "requeue")

--- Raises unless a store is sound and in no transaction.
---@param store userdata
function sound.store(store)
  local d = require("parley.query.sql.dialect").of(store)
  local problem = d.row_id and store:values "PRAGMA integrity_check" or "ok"
  assert(problem == "ok", problem)
  local name, row, target = store:values(d.catalogue.violation)
  assert(name == nil, ("row %s of %s points at nothing in %s"):format(row, name, target))
  assert(not store:in_transaction(), "a transaction was left open")
end

local function is_there(path)
  local file <close> = path and io.open(path, "rb") or nil
  return file ~= nil
end

--- Checks all datasets met since the last call; how many there were.
---@return integer
function sound.check()
  local list = met
  met = {}
  for _, ds in ipairs(list) do
    if ds.store:is_open() then
      sound.store(ds.store)
    elseif is_there(ds.path) then
      local store <close> = assert(core.open(ds.path, { mode = "ro" }))
      sound.store(store)
    end
  end
  return #list
end

return sound
