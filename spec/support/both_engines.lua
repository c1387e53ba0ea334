--- What both engines give for a query over Frames, which must be the same.

local assert = require "luassert"
local over = require "spec.support.frame_query"

local ENGINES = { "columns", "sql" }

local both = {}

--- The rows of a query as text, a missing value as "-".
---@param q parley.Query
---@return string[]
function both.rows(q)
  local lines, names = {}, q:columns()
  for _, row in ipairs(q:all()) do
    local parts = {}
    for i, name in ipairs(names) do parts[i] = row[name] == nil and "-" or tostring(row[name]) end
    lines[#lines + 1] = table.concat(parts, " ")
  end
  return lines
end

local function notes_of(q)
  local list = {}
  for i, note in ipairs(q:notes()) do list[i] = note.note end
  return list
end

--- Columns, types, rows and notes of the query that `make` gives for queries over the Frames.
---@param make fun(...: parley.Query): parley.Query
---@param ... parley.Frame
---@return { columns: string[], types: string[], rows: string[], notes: string[] }
function both.answers(make, ...)
  local frames, found = table.pack(...), {}
  for i, engine in ipairs(ENGINES) do
    local queries = {}
    for k = 1, frames.n do queries[k] = over(frames[k], engine) end
    local q = make(table.unpack(queries))
    found[i] = { columns = q:columns(), types = q:types(), rows = both.rows(q), notes = notes_of(q) }
  end
  assert.same(found[1], found[2])
  return found[1]
end

--- The message with which both engines refuse.
---@param make fun(...: parley.Query): any
---@param ... parley.Frame
---@return string
function both.refusal(make, ...)
  local frames, found = table.pack(...), {}
  for i, engine in ipairs(ENGINES) do
    local queries = {}
    for k = 1, frames.n do queries[k] = over(frames[k], engine) end
    local ok, err = pcall(make, table.unpack(queries))
    assert.is_false(ok)
    found[i] = err.message or tostring(err)
  end
  assert.equal(found[1], found[2])
  return found[1]
end

return both
