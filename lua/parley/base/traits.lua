--- What the codebook says of a Frame's columns that their types do not: spans, dates whose value lasts from one day to
-- another, references that take several, the columns of amounts, and the vocabulary whose words a column has. A Frame
-- made of such columns is told, so that it answers as the table does.

local core = require "parley.core"

local traits = {}

-- span; several; the quantity that a column is a bound of; which bound; whether such amounts are added, and what its
-- column says
-- of how (parley.query.bound); the table that all of this was said of.
local NAMES = { "span", "several", "quantity", "bound", "adds", "part", "origin" }

-- Frame -> name of a column -> its traits; beside the Frames' metatable, of which there is one, however often this is
-- loaded.
local kept = core.frame_metatable.traits or setmetatable({}, { __mode = "k" })
core.frame_metatable.traits = kept

--- Puts the traits of a column into another's record.
---@param record table
---@param column table?
---@return table record
function traits.copy(record, column)
  for _, name in ipairs(NAMES) do record[name] = column and column[name] end
  record.words = column and (column.words or column.vocabulary)
  return record
end

--- Whether two columns have the same traits; of words their vocabularies tell.
---@param a table
---@param b table
---@return boolean
function traits.same(a, b)
  for _, name in ipairs(NAMES) do
    if a[name] ~= b[name] then return false end
  end
  return true
end

--- Tells a Frame the traits of its columns, by the bound columns of the query that made it.
---@param f parley.Frame
---@param columns table[]
---@return parley.Frame f
function traits.keep(f, columns)
  for _, column in ipairs(columns) do
    if column.span or column.several or column.quantity or column.part or column.words then
      kept[f] = kept[f] or {}
      kept[f][column.name] = traits.copy({}, column)
    end
  end
  return f
end

--- The traits of a column of a Frame; nil where it has none.
---@param f parley.Frame
---@param name string
---@return table?
function traits.of(f, name) return kept[f] and kept[f][name] end

return traits
