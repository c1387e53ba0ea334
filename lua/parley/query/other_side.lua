--- The other side of a verb that takes another query or a Frame: what it may be, and how it is seen from the rows it
-- meets.

local bound = require "parley.query.bound"
local frame_rows = require "parley.query.frame_rows"
local errors = require "parley.base.errors"
local traits = require "parley.base.traits"

local other_side = {}

local function kind_of(x)
  local metatable = getmetatable(x)
  return type(metatable) == "table" and metatable.__name or type(x)
end

--- Its last link, and the query itself, which another engine may have to be asked.
---@param other parley.Query|parley.Frame
---@param verb string  for messages
---@return table right, parley.Query? query
function other_side.of(other, verb)
  local kind = kind_of(other)
  if kind == "parley.Query" then
    if other.keys then errors.raise("bad_argument.other_after_by", { verb = verb }) end
    return other.bound, other
  elseif type(other) ~= "userdata" or kind ~= "parley.Frame" then
    errors.raise("bad_type.other_side", { verb = verb, got = type(other) })
  end
  return frame_rows.link(other)
end

-- Where rows are at hand: one statement or one pass can reach all that have the same place.
local function place_of(rows) return rows.source.home.store or "columns" end

-- Where the texts of a column are found that comes from another home.
local function texts_of(column, home)
  local of = column.texts_of
  return of and (of.frame or of.home) and of or of and { table = of.table, name = of.name, home = home }
end

--- The other side as the statement or the pass sees it. Rows from elsewhere are copied when the query runs, as a Frame,
--- which has nothing but names and types, and why a column is text; on columns it keeps the name of its table.
---@param before table
---@param right table
---@return table
function other_side.seen_from(before, right)
  if place_of(before) == place_of(right) then return right end
  local info, columns = right.info, {}
  if place_of(before) ~= "columns" then info = { name = "frame", raw = true, columns = {} } end
  for i, column in ipairs(right.columns) do
    local type, held = bound.type_of(column)
    columns[i] = traits.copy({ name = column.name, type = type, place = i, why = held and held.why or column.why,
      texts_of = texts_of(column, right.source.home) }, column)
  end
  return bound.with_columns({ info = info }, nil, columns)
end

return other_side
