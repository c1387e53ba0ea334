--- Arguments in the other order: `get ru-truce demands` names the row before its table.

local errors = require "parley.base.errors"

local swapped = {}

--- Raises where the second argument is a table and the first is none.
---@param call parley.Call
---@param command string
---@param name string  where a table is due
---@param id string  where an id is due
function swapped.check(call, command, name, id)
  if call.ds:table_info(name) or not call.ds:table_info(id) then return end
  errors.raise("no_table.table", { name = name,
    hint = { key = "swapped", line = ("parley %s %s %s"):format(command, id, name) } })
end

return swapped
