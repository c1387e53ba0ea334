-- Why a reading is shown: each reason on claims made for the purpose, then on claims made at random.
-- Holds: analysis.deciding

local parley = require "parley"
local differences = require "spec.support.differences"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local only = differences.only

-- Sources s1 (1 June), s2 (3 June), s3 (21 July 2025); parties, a talk.
local ds
before_each(function() ds = scratch.dataset() end)
after_each(function() ds:close() end)

local function about(...) differences.about(ds, ...) end

describe("why a reading is shown", function()
  -- One claim against another; the row they make, under a policy.
  local function against(values, winner, other, loser, policy)
    about("outcomes", "o", { values, winner }, { other, loser })
    return only(policy and ds:with_policy(policy) or ds)
  end

  local function why(winner, loser, policy)
    local row = against({ kind = "agreement" }, winner, { kind = "pledge" }, loser, policy)
    assert.equal("agreement", row.shown)
    return row.why
  end

  it("is a firmer certainty", function()
    assert.equal("firmer certainty: on_record_quote over narration",
      why({ source = "s1", certainty = "on_record_quote" }, { source = "s3" }))
  end)

  it("is a preferred rank", function()
    assert.equal("preferred rank",
      why({ source = "s1", certainty = "inferred", rank = "preferred" }, { source = "s3" }))
  end)

  it("is who decided, when and why, where somebody did", function()
    local mine <close> = parley.open ":memory:"
    for i = 1, 2 do mine:add("sources", { id = "s" .. i, published = "2025-06-0" .. i }) end
    mine:add("talks", { id = "t", date = "2025-06-01" }, { source = "s1" })
    local first = mine:add("outcomes", { id = "o", talk = "t", best = 1, text = "An exchange." }, { source = "s1", coder = "ann" })
    mine:claim("outcomes", "o", { best = 2 }, { source = "s2", coder = "ben" })
    mine:claim("outcomes", "o", { best = 3 }, { source = "s1", coder = "cid" })
    mine:with_provenance { coder = "eve" }:adjudicate("outcomes", "o", "best", first, "read both, p4")
    local day = mine.store:values("SELECT max(substr(recorded_at, 1, 10)) FROM outcomes_claims")
    local told = ("decided by eve on %s: read both, p4"):format(day)
    assert.equal(told, mine:disagreements():one().why)
    assert.equal(told, mine:as_of "2025-06-02":disagreements():one().why)
    assert.equal("of s1 what was coded by ann is read, not by cid: " .. told,
      mine:disagreements { among = "coders" }:one().why)
    assert.equal(told, mine:changes { from = "2025-06-01" }:where { change = "lost" }:first().why)
    -- a policy that puts a source before all decisions shows what that says
    assert.equal("preferred source: s2 over s1", mine:with_policy { prefer = { "s2" } }:disagreements():one().why)
    for _, format in ipairs { "markdown", "text", "html" } do
      local account = mine:brief { talk = "t", format = format }:gsub("%s+", " ")
      assert.is_truthy(account:find(told .. ".", 1, true), account)
    end
    local at, remove = scratch.folder()
    assert(mine:report(at "r.html"))
    assert.is_truthy(scratch.read(at "r.html"):find(told, 1, true))
    remove()
  end)

  it("is a later report, or an earlier one where the policy asks for that", function()
    assert.equal("later report: 2025-06-03 over 2025-06-01", why({ source = "s2" }, { source = "s1" }))
    ds:close()
    ds = scratch.dataset()
    assert.equal("earlier report: 2025-06-01 over 2025-06-03",
      why({ source = "s1" }, { source = "s2" }, { report = "earliest" }))
  end)

  it("is that it was reported at all", function()
    ds:add("sources", { id = "letter", title = "A letter" })
    assert.equal("later report: 2025-06-01 over an unknown day", why({ source = "s1" }, { source = "letter" }))
  end)

  it("is that its source said it last", function()
    about("outcomes", "o", { { kind = "pledge" } }, { { kind = "agreement" }, { source = "s1" } })
    local row = only(ds)
    assert.same({ "agreement", "the same voice said it last" }, { row.shown, row.why })
  end)

  it("is a preferred source, before all else", function()
    assert.equal("preferred source: s1 over s2", why({ source = "s1", certainty = "inferred" },
      { source = "s2", rank = "preferred" }, { prefer = { "s1", "s2" } }))
  end)

  it("is that the other is left out by the policy", function()
    assert.equal("the policy leaves out s2", why({ source = "s1", certainty = "inferred" },
      { source = "s2", certainty = "on_record_quote" }, { deny = { "s2" } }))
    ds:close()
    ds = scratch.dataset()
    assert.equal("the policy leaves out what is weaker than narration", why({ source = "s1" },
      { source = "s2", certainty = "anonymous" }, { certainty = "narration" }))
  end)

  it("is that a denial is never shown", function()
    about("outcomes", "o", { { kind = "agreement" }, { source = "s1", certainty = "inferred" } },
      { { kind = "agreement" }, { source = "s2", polarity = "denied", certainty = "on_record_quote" } })
    local row = only(ds)
    assert.same({ "agreement", "a denial is never shown" }, { row.shown, row.why })
  end)

  it("of a state is the later news, then the firmer one", function()
    about("outcomes", "o", { { status = "agreed" }, { source = "s3", certainty = "on_record_quote",
      stated = "2025-06-01" } }, { { status = "done" }, { source = "s2", certainty = "inferred",
      stated = "2025-06-01/2025-06-02" } })
    local row = only(ds)
    assert.same({ "done", "later news of a state: 2025-06-02 over 2025-06-01" }, { row.shown, row.why })
    about("outcomes", "p", { { status = "agreed" }, { source = "s2", certainty = "on_record_quote" } },
      { { status = "done" }, { source = "s2" } })
    row = only(ds.outcomes:where { id = "p" })
    assert.same({ "agreed", "firmer certainty: on_record_quote over narration" }, { row.shown, row.why })
  end)

  it("is missing with what is shown, when every claim is left out", function()
    about("outcomes", "o", { { kind = "agreement", talk = "r2" }, { source = "s1", rank = "deprecated" } },
      { { kind = "pledge" }, { source = "s2", rank = "deprecated" } })
    local row = only(ds)
    assert.is_nil(row.shown)
    assert.equal("nothing is shown: the other reading is deprecated", row.why)
  end)

  -- What is shown must be what the table shows, whatever the policy.
  local function shown_in_table(data, row)
    local info = data:table_info(row.table)
    local column = info.by_name[row.field]
    local thing = data:table(row.table):where { id = row.id }:first()
    if column.quantity then
      local bounds = {}
      for _, other in ipairs(info.columns) do
        if other.quantity == column.quantity then bounds[other.bound] = thing and thing[other.name] end
      end
      return require("parley.analysis.interval").text(bounds.low, bounds.best, bounds.high)
    end
    if thing and thing[row.field] ~= nil then return tostring(thing[row.field]) end
  end

  for name, open in pairs { ["the bundled talks"] = parley.open, ["the invented ones"] = second.open } do
    it("goes with what the tables show, of " .. name, function()
      local data = open()
      local source = data.sources:first().id
      local views = { data, data:with_policy { report = "earliest" }, data:with_policy { prefer = { source } },
        data:with_policy { deny = { source } }, data:with_policy { certainty = "named_medium" } }
      for _, view in ipairs(views) do
        local rows = view:disagreements()
        assert.is_true(#rows > 5)
        for row in rows:rows() do
          assert.equal(shown_in_table(view, row), row.shown, ("%s %s %s"):format(row.table, row.id, row.field))
        end
      end
    end)
  end
end)

describe("the reason for what is shown", function()
  local FIRM = {}
  for i, code in ipairs(require("parley.codebook.vocabularies").codes "certainty") do FIRM[code] = -i end

  local state = 7
  local function random(n)
    state = state * 6364136223846793005 + 1442695040888963407
    return (state >> 33) % n + 1
  end

  local WITHOUT_SIDES = { ["preferred rank"] = true, ["the same voice said it last"] = true,
    ["more independent sources give it"] = true }

  -- Whether the winner is ahead in what a reason names.
  local function ahead(reason, policy)
    local a, b = reason:match "^firmer certainty: (%S+) over (%S+)$"
    if a then return FIRM[a] > FIRM[b] end
    a, b = reason:match "^later .*: (%S+) over (%S+)$"
    if a then return a > b end
    a, b = reason:match "^earlier report: (%S+) over (%S+)$"
    if a then return policy.report == "earliest" and a < b end
    a, b = reason:match "^preferred source: (%S+) over (%S+)$"
    if a then return a == policy.prefer[1] or b ~= policy.prefer[1] end
    return WITHOUT_SIDES[reason] or reason:find "^a tie: equally firm" or reason:find "^the policy leaves out" ~= nil
  end

  it("names a criterion by which it is ahead, on claims made at random", function()
    local data = scratch.dataset()
    local codes = require("parley.codebook.vocabularies").codes "certainty"
    local kinds, states = { "agreement", "pledge", "exchange" }, { "agreed", "started", "done" }
    data:atomic(function()
      for i = 1, 150 do
        for n = 1, 4 do
          local values = { kind = kinds[random(3)], status = states[random(3)], best = random(3) }
          local provenance = { source = "s" .. random(3), certainty = codes[random(8)],
            rank = random(6) == 1 and "preferred" or nil, stated = random(2) == 1 and "2025-05-2" .. random(9) or nil }
          if n > 1 then
            data:claim("outcomes", "o" .. i, values, provenance)
          else
            values.id = "o" .. i
            data:add("outcomes", values, provenance)
          end
        end
      end
    end)
    local seen = {}
    for _, policy in ipairs { {}, { report = "earliest" }, { prefer = { "s2", "s1" } }, { deny = { "s3" } },
      { certainty = "named_medium" } } do
      for row in data:with_policy(policy):disagreements():rows() do
        assert.truthy(ahead(row.why:gsub("^nothing is shown: ", ""), policy), row.why)
        seen[row.why:match "^%a+ %a+"] = true
      end
    end
    for _, reason in ipairs { "firmer certainty", "later report", "later news", "earlier report", "preferred source",
      "preferred rank", "the same", "the policy" } do assert.is_true(seen[reason], reason) end
  end)
end)
