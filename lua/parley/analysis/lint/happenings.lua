--- What cannot have happened as it is told: after the report of it, deliveries before their promise, two in one post, a
--- person on two sides.

local core = require "parley.core"
local scope = require "parley.analysis.scope"

local happenings = {}

-- The column of a table that tells when things happened.
local function day_column(info)
  for _, column in ipairs(info.columns) do
    if column.happened then return column end
  end
end

--- Claims of facts that surely lie after the report of them: as a rule a plan, or a misprinted year. A note with the
--- claim says that somebody has seen it.
function happenings.foretold(ds, add, infos)
  for _, info in ipairs(infos) do
    local column = day_column(info)
    if column then
      local told = ds:table(info.name):claims():where{ modality = "fact", polarity = "affirmed" }
        :where(("note is nil and rank <> 'deprecated' and %s > reported"):format(column.name))
      for row in told:sort("claim"):rows() do
        add(info.name, row.id, column.name, ("claim %d tells of %s as a fact, and was reported on %s"):format(row.claim,
          row[column.name], row.reported), ("ds:amend(%d, {modality = \"plan\"}, reason) where it is a plan; else the "
          .. "day of the source or of the claim is wrong"):format(row.claim))
      end
    end
  end
end

--- Claims that tell as a fact what lasted until a day after the report of them, whatever their notes say: as of the
--- day of the report, the tables would tell the future.
function happenings.outlasting(ds, add, infos)
  for _, info in ipairs(infos) do
    for _, column in ipairs(info.columns) do
      if column.span then
        local told = ds:table(info.name):claims():where{ modality = "fact", polarity = "affirmed" }
          :where(("rank <> 'deprecated' and stop(%s) > reported"):format(column.name))
        for row in told:sort("claim"):rows() do
          add(info.name, row.id, column.name, ("claim %d tells as a fact that it lasted %s, and was reported on %s")
            :format(row.claim, row[column.name], row.reported), ("leave its end open ('..') or unknown, or claim it "
            .. "from a source of that day: ds:amend(%d, {%s = …}, reason); a term that is ahead is told with modality "
            .. "= \"plan\""):format(row.claim, column.name))
        end
      end
    end
  end
end

--- Deliveries that were made before what they deliver was agreed.
function happenings.deliveries(ds, add)
  local rows = ds:table("deliveries"):with("coalesce(outcome.date, outcome.talk.date) as promised")
    :where("surely(date < promised)")
  for row in rows:sort("id"):rows() do
    add("deliveries", row.id, "date", ("made on %s, before the promise of %s"):format(row.date, row.promised),
      ('ds:evidence("deliveries", "%s") and ds:evidence("outcomes", "%s") show which to amend'):format(row.id,
        row.outcome))
  end
end

-- The last day on which a span may have begun, and the first on which it may have ended; of an end that is not
-- recorded, the day it had surely begun. Nil where its beginning is unknown.
local function sure_days(held)
  local from, to = held:match "^(.-)/(.*)$"
  from, to = from or held, to or held
  if from == "" then return nil end
  local begun = from == ".." and math.mininteger or select(2, core.date(from))
  if to == ".." then return begun, math.maxinteger end
  return begun, to == "" and begun or (core.date(to))
end

-- Posts with the spans of those who hold them, in the order of their ids.
local function posts_of(ds)
  local posts, by_key = {}, {}
  for row in ds:table("offices"):where("party is not nil and title is not nil and held is not nil"):sort("id"):rows() do
    local key = row.party .. "\0" .. core.fold(row.title)
    local from, to = sure_days(row.held)
    if not by_key[key] then
      by_key[key] = {}
      posts[#posts + 1] = by_key[key]
    end
    table.insert(by_key[key], { row = row, from = from, to = to })
  end
  return posts
end

local function surely_overlap(a, b)
  return a.from and b.from and math.max(a.from, b.from) < math.min(a.to, b.to)
end

--- Offices of one title that surely overlap: two hold it at once, or one holds it twice.
function happenings.offices(ds, add)
  for _, post in ipairs(posts_of(ds)) do
    for i, one in ipairs(post) do
      for j = 1, i - 1 do
        if surely_overlap(one, post[j]) then
          add("offices", one.row.id, "held", ("the same post as '%s', at the same time"):format(post[j].row.id),
            "claim of the one who left when it ended, or give the posts titles of their own")
        end
      end
    end
  end
end

--- People who sit on two sides of one talk.
function happenings.delegations(ds, add)
  local side_of, first = scope.sides(ds), {}
  local rows = ds:table("participants"):where("person is not nil and party is not nil and talk is not nil")
    :where("status is nil or status not in ('absent', 'declined')")
  for row in rows:sort("id"):rows() do
    local key, side = row.talk .. "\0" .. row.person, side_of(row.party)
    local other = first[key]
    first[key] = other or { id = row.id, side = side }
    if other and other.side ~= side then
      add("participants", row.id, "party", ("%s sits for %s here, and for %s by '%s'"):format(row.person, side,
        other.side, other.id), "retract the claim that is wrong, or give the one who sat for both a role of its own")
    end
  end
end

return happenings
