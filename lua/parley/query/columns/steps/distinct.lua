--- distinct on columns: a pass of its own.

local lists = require "parley.base.lists"
local select_ = require "parley.query.columns.steps.select"
local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"

local distinct = {}

function distinct.emit(relation, link)
  if link.step.items then relation = select_.items(relation, link.step.items, link.step.once) end
  relation = relation:worked_out_if(relation.limit or #relation.order > 0)
  return Relation.new(source.of_pass { input = relation.from, filters = relation.filters, kind = "distinct",
    names = lists.field(relation.columns, "name"), types = lists.field(relation.columns, "type"),
    columns = lists.field(relation.columns, "node") })
end

return distinct
