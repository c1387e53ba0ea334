--- What follows an insert where the key of a row is there already, as SQLite and PostgreSQL both have it.

local on_conflict = {}

--- The row takes the new values of `names`.
---@param key string
---@param names string[] quoted
---@return string
function on_conflict.or_update(key, names)
  local set = {}
  for i, name in ipairs(names) do set[i] = ("%s = excluded.%s"):format(name, name) end
  return on_conflict.or_change(key, table.concat(set, ", "))
end

--- The row takes them where one of them differs.
---@param d parley.Dialect
---@param key string
---@param names string[] quoted
---@param own string the name of the table, quoted
---@return string
function on_conflict.or_update_changed(d, key, names, own)
  local changed = {}
  for i, name in ipairs(names) do changed[i] = d.differs(own .. "." .. name, "excluded." .. name) end
  return ("%s WHERE %s"):format(on_conflict.or_update(key, names), table.concat(changed, " OR "))
end

--- The row stays as it is.
---@param key string
---@return string
function on_conflict.or_keep(key) return (" ON CONFLICT(%s) DO NOTHING"):format(key) end

--- The row is changed.
---@param key string
---@param change string names of columns stand behind the table's
---@return string
function on_conflict.or_change(key, change) return (" ON CONFLICT(%s) DO UPDATE SET %s"):format(key, change) end

return on_conflict
