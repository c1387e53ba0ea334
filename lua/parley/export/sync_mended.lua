--- Rows of files that were taken after a fix, brought from one dataset to another: when such a file comes again, either
-- knows them, and the claims that say what they say.

local json = require "parley.base.json"
local json_reader = require "parley.base.json_reader"
local quarantine = require "parley.storage.statements.quarantine"

local sync_mended = {}

local PAGE <const> = 500

-- Calls fn(row) for each row of a dataset, a page at a time.
local function each(store, fn)
  if not quarantine.any_mended(store) then return end
  local last
  repeat
    local page = quarantine.mended_after(store, last, PAGE)
    for _, row in ipairs(page) do fn(row) end
    last = page[#page]
  until #page < PAGE
end

local function keys_of(text)
  local keys = {}
  for i, key in ipairs(json_reader.read(text or "[]") or {}) do keys[i] = math.tointeger(tonumber(key)) end
  return keys
end

-- As parley.import.fixed_rows writes it.
local function text_of(keys)
  local list = {}
  for i, key in ipairs(keys) do list[i] = ("%d"):format(key) end
  return json.list(list, 1, #list)
end

-- The keys of both, each once, in order.
local function united(a, b)
  local seen, keys = {}, {}
  for _, list in ipairs { keys_of(a), keys_of(b) } do
    for _, key in ipairs(list) do
      if not seen[key] then seen[key], keys[#keys + 1] = true, key end
    end
  end
  table.sort(keys)
  return keys
end

local function is_same(text, keys)
  local own = keys_of(text)
  table.sort(own)
  return #own == #keys and table.concat(own, " ") == table.concat(keys, " ")
end

--- Has rows of a dataset name the new keys of claims that were given some.
---@param ds parley.Dataset
---@param keys table<integer, integer>
function sync_mended.renumber(ds, keys)
  each(ds.store, function(row)
    local list, is_other = keys_of(row.claims), false
    for i, key in ipairs(list) do
      is_other, list[i] = is_other or keys[key] ~= nil, keys[key] or key
    end
    if is_other then quarantine.set_mended(ds.store, row.table, row.file, row.raw, text_of(list)) end
  end)
end

--- Brings what one dataset knows to another one; how many rows that were.
---@param from parley.Dataset
---@param to parley.Dataset
---@param only_told boolean?
---@return integer
function sync_mended.bring(from, to, only_told)
  local count = 0
  each(from.store, function(row)
    local known, claims = false, nil
    if quarantine.any_mended(to.store) then
      known, claims = quarantine.mended(to.store, row.table, row.file, row.raw)
    end
    local keys = united(row.claims, claims)
    if known and is_same(claims, keys) then return end
    count = count + 1
    if not only_told then quarantine.set_mended(to.store, row.table, row.file, row.raw, text_of(keys)) end
  end)
  return count
end

return sync_mended
