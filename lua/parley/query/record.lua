--- One record: a row that knows where it comes from.
-- Fields are plain values (`record.date`). They are read through the record, which keeps none itself, so that an
-- assignment to any of them is told: it would change nothing in the dataset.

local attachments = require "parley.base.attachments"
local errors = require "parley.base.errors"
local suggest = require "parley.base.suggest"

---@class parley.Record
local record = {}

local origin = setmetatable({}, { __mode = "k" })    -- record -> { query, id, columns, types, row }

local Record = { __name = "parley.Record", __tostring = attachments.printed "parley.Record" }

-- A missing value is nil; a name that is no column is a slip.
function Record:__index(name)
  local from = origin[self]
  local value = from.row[name]
  if value ~= nil or suggest.contains(from.columns, name) then return value end
  errors.raise("no_name.record", { table = from.query.info.name, name = name, known = from.columns })
end

function Record:__newindex(name)
  local from = origin[self]
  errors.raise("misuse.record_assigned", { table = from.query.info.name, id = tostring(from.id),
    name = tostring(name) })
end

-- Fields that are not missing, in the order of the columns.
function Record:__pairs()
  local from, at = origin[self], 0
  return function()
    repeat at = at + 1 until from.columns[at] == nil or from.row[from.columns[at]] ~= nil
    return from.columns[at], from.row[from.columns[at]]
  end
end

-- Number of claims that give each field a value, as of the query's day.
local function claim_counts(q, id)
  if not q.home:claims_info(q.info) then return {} end
  local claimed, names = {}, {}
  for _, column in ipairs(q.info.columns) do
    if column.name ~= "id" then
      names[#names + 1], claimed[#claimed + 1] = column.name, column.claim_name
    end
  end
  local statements, counts = require "parley.storage.statements.claim_lookup", {}
  local found = { statements.counts(q.home.store, q.info, claimed, id, q.home:view().policy, q.day) }
  for i, n in ipairs(found) do counts[names[i]] = n end
  return counts
end

--- The fields of a record in order, each with its type, its value and how many claims give it one.
---@param row parley.Record
---@return { name: string, type: string, value: any, claims: integer? }[]
function record.fields(row)
  local from = origin[row]
  local counts, fields = claim_counts(from.query, from.id), {}
  for i, name in ipairs(from.columns) do
    fields[i] = { name = name, type = from.types[i], value = row[name], claims = counts[name] }
  end
  return fields
end

local function known_ids(q)
  local ids = {}
  for id in q:select("id"):limit(5000):each() do ids[#ids + 1] = id end
  return ids
end

-- The id that was meant, the table that has it, or which ids there are.
local function hint_of(q, id)
  if q.info.raw then return nil end
  return suggest.hint(id, known_ids(q))
end

--- The record of a query's table with this id; without one, an error with the nearest id.
---@param q parley.Query
---@param id string
---@return parley.Record
function record.get(q, id)
  local key = q.info.raw and q.info.key or "id"
  if type(id) ~= "string" and not (q.info.raw and type(id) == "number") then
    errors.raise("bad_type.get_id", { got = type(id) })
  end
  local row = q:where { [key] = id }:first()
  if not row then
    errors.raise(q.bound.before and "no_row.record_among" or "no_row.record", { id = id, name = q.info.name,
      hint = hint_of(q, id) })
  end
  local made = setmetatable({}, Record)
  origin[made] = { query = q, id = id, columns = q:columns(), types = q:types(), row = row }
  return made
end

--- Where a record comes from: its query and id; nil for any other value.
---@param value any
---@return { query: parley.Query, id: string }?
function record.origin(value) return origin[value] end

return record
