--- Whether a dataset can be written to: asked by each method that writes, before anything else.

local errors = require "parley.base.errors"

--- Raises where it cannot.
---@param ds parley.Dataset
return function(ds)
  ds:check_open()
  if ds.parent and not ds.speaking or ds.resolved_of then
    errors.raise(ds.parent and "read_only.view" or "read_only.resolved")
  elseif not ds.schema.parley then
    errors.raise "no_claims.foreign_file"
  elseif ds.host_read_only then
    errors.raise "read_only.host"
  elseif ds.bundle then
    errors.raise "read_only.file"
  elseif ds.mode == "ro" then
    errors.raise "read_only.opened"
  end
end
