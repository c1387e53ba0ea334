--- What would mislead about who is who: judgements that cannot all hold, and those about things that are gone.

local identities = require "parley.analysis.identities"
local references = require "parley.claims.references"

local checks = {}

-- The judgement that says of a pair what the others contradict.
local function judgement_of(list, name, pair)
  for _, one in ipairs(list) do
    if one.table == name and one.left == pair[1] and one.right == pair[2] then return one.id end
  end
end

--- Clusters of things judged the same, two of which are judged different; and judgements of what is not there.
function checks.contradictions(ds, add)
  local list = identities.judgements(ds)
  for _, cluster in ipairs(identities.clusters(list)) do
    for _, pair in ipairs(cluster.contradictions) do
      add("identities", judgement_of(list, cluster.table, pair), "verdict", identities.words(cluster),
        "take the wrong judgement back: until then resolved() leaves all of them apart")
    end
  end
  for _, one in ipairs(list) do
    for _, side in ipairs { "left", "right" } do
      local info = ds:table_info(one.table)
      if info and not references.exists(ds, one.table, one[side]) then
        add("identities", one.id, side, ("no row '%s' in %s"):format(one[side], one.table),
          "take the judgement back, or judge what it is called now")
      end
    end
  end
end

return checks
