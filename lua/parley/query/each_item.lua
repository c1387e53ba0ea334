--- Verbs that take each item by itself: by(), pivot{} and join() split the columns that take several.

local bound = require "parley.query.bound"

local each_item = {}

-- The column that takes several on the way to what a parsed path names: its place in the path; nil where there is none.
local function several_on(rows, path)
  local column, via = bound.column(rows, path)
  if not (column and column.several) then return nil end
  for i, step in ipairs(via or {}) do
    if step.several then return i end
  end
  return #path
end

-- The link with a column that a parsed item stands for split, and the item as it is then. One behind a reference
-- becomes a column of its own first.
local function split_for(before, item)
  local path = item.node.kind == "column" and item.node.path
  local at = path and several_on(before, path)
  if not at then return before, item end
  local name = table.concat(path, ".", 1, at)
  if at > 1 then
    local node = { kind = "column", path = table.move(path, 1, at, 1, {}), pos = 1 }
    local added = { node = node, text = name, name = name }
    before = require("parley.query.steps.with").bind(before, { items = { added } })
  end
  local node = bound.copy_of(item.node, { path = { name, table.unpack(path, at + 1) } })
  return require("parley.query.steps.split").bind(before, { names = { name } }), bound.copy_of(item, { node = node })
end

--- The link in which the columns that parsed items stand for are split, and those items as they are then.
---@param before table
---@param list table[]
---@return table link, table[] list
function each_item.link(before, list)
  if before.open then return before, list end
  local link, changed = before, {}
  for i, item in ipairs(list) do link, changed[i] = split_for(link, item) end
  return link, changed
end

return each_item
