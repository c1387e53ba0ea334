--- Strict names: reading a global variable that nobody has assigned is an error, as it is in most languages, and so is
-- reading what Parley's own tables of functions have not.
-- Lua gives nil for a misspelt name, and `where{party = party_wanted}` then asks for no party at all.

local errors = require "parley.base.errors"

local strict = {}

--- The names in a table of globals, in order: one of them may have been meant.
---@param globals table
---@return string[]
function strict.names(globals)
  local names = {}
  for name in pairs(globals) do names[#names + 1] = type(name) == "string" and name or nil end
  table.sort(names)
  return names
end

-- What another metatable gives for a name.
local function given_by(index, globals, name)
  if type(index) == "function" then return index(globals, name) end
  return index ~= nil and index[name] or nil
end

--- Raises about a name that a table of functions has not, with the one that was meant.
---@param module table
---@param what string what users call it
---@param name any
---@return nil
function strict.refuse(module, what, name)
  -- Lua's own libraries and debuggers ask any table for such names
  if type(name) ~= "string" or name:find "^_" then return nil end
  errors.raise("unknown_function.module", { what = what, name = name, known = strict.names(module) })
end

--- Globals as a line of a prompt sees them: reading a name that nobody has assigned calls `refuse`, which raises. The
--- globals themselves stay as they are.
---@param globals table
---@param refuse fun(name: any)
---@return table view
function strict.view(globals, refuse)
  local assigned = {}
  return setmetatable({}, {
    __index = function(_, name)
      local value = globals[name]
      if value == nil and not assigned[name] then refuse(name) end
      return value
    end,
    __newindex = function(_, name, value)
      assigned[name] = true
      globals[name] = value
    end,
    __pairs = function() return pairs(globals) end,
  })
end

--- Has reads of unknown names raise in a table of globals; once more changes nothing. What its metatable did before, it
--- still does. A name that was assigned nil is known.
---@param globals table
function strict.guard(globals)
  local metatable = getmetatable(globals) or {}
  if rawget(metatable, "parley_strict") then return end
  local index, newindex, assigned = metatable.__index, metatable.__newindex, {}
  metatable.parley_strict = true
  function metatable.__index(t, name)
    local value = given_by(index, t, name)
    if value ~= nil or assigned[name] then return value end
    errors.raise("no_name.global", { name = tostring(name), known = strict.names(t) })
  end
  function metatable.__newindex(t, name, value)
    assigned[name] = true
    if type(newindex) == "function" then return newindex(t, name, value) end
    rawset(newindex or t, name, value)
  end
  setmetatable(globals, metatable)
end

return strict
