--- What a merge did, and what waits for an editor; prints as a text.

local errors = require "parley.base.errors"
local from_rows = require "parley.frame.from_rows"
local plain = require "parley.base.plain_text"

local merge_report = {}

---@class parley.MergeReport
---@field conflicts parley.Frame  kind, table, id, field, ours, theirs, proposal: what waits for an editor
---@field shared parley.Frame  table, id: things that both have added, with the same first claim: taken as one
---@field counts table<string, integer>  ours, theirs: claims that only one side had; both; followed: claims that say
--- something again under a new name; conflicts
local Report = { __name = "parley.MergeReport" }
Report.__index = Report

local COLUMNS = { "kind", "table", "id", "field", "ours", "theirs", "proposal" }

-- What takes a claim away: retracting one that a rename has made would undo the rename.
local function drop(plan, content, keys)
  local row = content and plan.new[content]
  local root = row and row.restates_content
  local before = root and (plan.new[root] or (plan.ours.key[root] and plan.ours or plan.theirs):row(root))
  if before and before.id ~= row.id then
    return ('ds:amend(%s, {rank = "deprecated"}, reason)'):format(keys[content])
  end
  return ("ds:retract(%s)"):format(keys[content])
end

-- The claims that a proposal names, by the keys that they have now.
local function proposal_of(plan, one, keys)
  local given = one.proposal
  given.drop_ours, given.drop_theirs = drop(plan, given.ours, keys), drop(plan, given.theirs, keys)
  given.ours, given.theirs = keys[given.ours] or given.ours, keys[given.theirs] or given.theirs
  return errors.phrase(given.key, given)
end

local RANK = { id = 1, name = 2, decision = 3, claim = 4, retraction = 5, voice = 6, reference = 7, row = 8 }

--- The report of a merge that was written.
---@param plan parley.MergePlan
---@param keys table<string, integer>
---@return parley.MergeReport
function merge_report.of(plan, keys)
  local list, followed = {}, 0
  for i, one in ipairs(plan.conflicts) do
    list[i] = { kind = one.kind, table = one.table, id = one.id, field = one.field, ours = one.ours,
      theirs = one.theirs, proposal = proposal_of(plan, one, keys), at = i }
  end
  table.sort(list, function(a, b)
    if a.kind ~= b.kind then return RANK[a.kind] < RANK[b.kind] end
    return a.at < b.at
  end)
  for _, one in ipairs(list) do one.at = nil end
  for id in pairs(plan.new) do
    if not (plan.ours.key[id] or plan.theirs.key[id]) then followed = followed + 1 end
  end
  return setmetatable({ conflicts = from_rows.frame(list, { columns = COLUMNS }),
    shared = from_rows.frame(plan.shared, { columns = { "table", "id" } }),
    counts = { ours = #plan.ours.own, theirs = #plan.theirs.own, both = plan.ours.count - #plan.ours.own,
      followed = followed, conflicts = #list } }, Report)
end

local function shown(value) return value and plain.visible(value) or "—" end

function Report:__tostring()
  local c = self.counts
  local lines = { ("%d claims of both, %d of ours, %d of theirs%s"):format(c.both, c.ours, c.theirs,
    c.followed > 0 and (", %d under new names"):format(c.followed) or "") }
  if c.conflicts > 0 then
    lines[#lines + 1] = ("%d for an editor"):format(c.conflicts)
    for row in self.conflicts:rows() do
      lines[#lines + 1] = ("  %s %s %s%s: %s | %s; %s"):format(row.kind, row.table, shown(row.id),
        row.field and " " .. row.field or "", shown(row.ours), shown(row.theirs), row.proposal)
    end
  end
  for row in self.shared:rows() do
    lines[#lines + 1] = ("  both have added %s %s, alike: one thing"):format(row.table, shown(row.id))
  end
  return table.concat(lines, "\n")
end

return merge_report
