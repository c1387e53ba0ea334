--- Columns of somebody else's file whose declaration is no promise, where rows are handed on
-- (parley.storage.external_schema): which are read as texts, since they mix these with numbers, and which have to hold
-- numbers as far as anyone has looked.

local items = require "parley.query.items"
local select_ = require "parley.query.steps.select"

local loose = {}

local function is_loose(column) return column.type == "any" and column.looks end

--- Looks at the columns of a link, all of a table in one pass, before types are asked of each.
---@param link table
function loose.look_at_all(link)
  for _, column in ipairs(link.columns) do
    if is_loose(column) then column.held(true) end
  end
end

--- Whether a link, which was looked at, has a column that holds values of several types; else which of its columns have
--- to hold numbers, by place, where there are some.
---@param link table
---@return boolean, boolean[]?
function loose.is_mixed(link)
  if not link.source.looks or link.open then return false end
  local numeric, some = {}, false
  for i, column in ipairs(link.columns) do
    local kind = is_loose(column) and column.at_first() or "one"
    if kind == "several" then return true end
    numeric[i] = kind == "numbers"
    some = some or numeric[i]
  end
  return false, some and numeric or nil
end

--- The link whose rows have the types of their columns: texts, where texts and numbers are mixed; nil where the link
--- has that itself, if a text is refused in some columns.
---@param link table
---@return table?, boolean[]?
function loose.typed(link)
  local mixed, numeric = loose.is_mixed(link)
  if not mixed then return nil, numeric end
  return select_.link(link, items.last(link, #link.columns))
end

--- Whether a column of a link that had to hold numbers holds texts after all; it is known of all columns then.
---@param f parley.Frame
---@param numeric boolean[]
---@param link table
---@return boolean
function loose.is_misread(f, numeric, link)
  for i, type in ipairs(f:types()) do
    if numeric[i] and type == "text" then
      loose.look_at_all(link)
      return true
    end
  end
  return false
end

return loose
