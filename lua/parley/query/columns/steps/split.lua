--- split on columns: a join with the items of the lists that stand in a column, each list once.

local expression = require "parley.query.columns.expression"
local from_rows = require "parley.frame.from_rows"
local public_call = require "parley.base.public_call"
local source = require "parley.query.columns.source"
local item_lists = require "parley.base.item_lists"
local Relation = require "parley.query.columns.relation"

local split = {}

-- The items of all lists that there are; nil without lists.
local function members(relation, step)
  local one = relation:with_columns { relation.columns[step.place] }
  local filters = table.move(relation.filters, 1, #relation.filters, 1, {})
  filters[#filters + 1] = relation:node("split", step.several)
  local f, seen, rows = one:changed({ filters = filters }):source().frame(), {}, {}
  for _, list in public_call.each(f:values(relation.columns[step.place].name)) do
    for item in item_lists.each(not seen[list] and list or nil) do rows[#rows + 1] = { list, item } end
    seen[list] = true
  end
  return #rows > 0 and from_rows.lists({ { "list", "text" }, { "item", "text" } }, rows) or nil
end

function split.emit(relation, link)
  relation = relation:worked_out_if(relation.limit)
  local at, width = link.step.place, #relation.columns
  local found = members(relation, link.step)
  if not found then return relation end
  local made = { kind = "left", left = relation:source(), right = source.of_frame(found), left_keys = { at },
    right_keys = { 1 }, names = {}, types = {}, columns = {} }
  for i = 1, width + 1 do
    local column = relation.columns[i]
    made.names[i], made.types[i] = column and column.name or "#item", column and column.type or "text"
    made.columns[i] = { right = i > width, place = i > width and 2 or i }
  end
  local joined = Relation.new(source.of_join(made))
  local columns = table.move(joined.columns, 1, width, 1, {})
  columns[at] = { name = columns[at].name, type = "text",
    node = expression.first_of(joined.columns[width + 1].node, columns[at].node) }
  return joined:with_columns(columns, link.step.once)
end

return split
