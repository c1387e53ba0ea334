--- summarise on columns: a pass that groups.

local groups = require "parley.query.columns.groups"

local summarise = {}

function summarise.emit(relation, link)
  relation = groups.ready(relation, link.step.ordered)
  return groups.relation(groups.group(relation, link.step.keys, link.step.items))
end

return summarise
