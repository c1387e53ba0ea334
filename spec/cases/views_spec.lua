--- A day or a policy of a view holds in every analysis and every end, or the call says that it does not (issue 11).

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove = scratch.folder()
teardown(function() remove() end)

-- Who says what holds BBB or 7777, and who says the rest: another source, whose day is later than the view's; another
-- coder of one source; the same source in a weaker form.
local BY_SOURCE = { { source = "a" }, { source = "b", certainty = "on_record_quote" } }
local BY_CODER = { { source = "a", coder = "anna" }, { source = "a", coder = "ben", certainty = "on_record_quote" } }
local BY_CERTAINTY = { { source = "a", certainty = "on_record_quote" }, { source = "a", certainty = "anonymous" } }

-- All that the second says holds BBB or 7777, and the views leave it out.
local function dataset(by)
  local ds = parley.open ":memory:"
  local plain, firm = by[1], by[2]
  ds:add("sources", { id = "a", title = "A", published = "2020-01-01" }, { source = "a" })
  ds:add("sources", { id = "b", title = "B", published = "2022-01-01" }, { source = "b" })
  ds:add("parties", { id = "p", name = "Pee" }, plain)
  ds:add("parties", { id = "qBBB", name = "Q BBB" }, firm)
  ds:add("talks", { id = "t", place = "AAA", date = "2020-01-01", kind = "round" }, plain)
  ds:claim("talks", "t", { place = "BBB", venue = "hall BBB", host = "qBBB" }, firm)
  ds:add("talks", { id = "t3", place = "AAA", date = "2020-03-01", kind = "round" }, plain)
  ds:add("talks", { id = "t2", place = "in BBB", date = "2019-05", kind = "round" }, firm)
  ds:add("demands", { id = "d", talk = "t", party = "p", topic = "ceasefire", text = "AAA", made = "2020-01-01" },
    plain)
  ds:claim("demands", "d", { text = "a demand BBB" }, firm)
  ds:add("outcomes", { id = "o", talk = "t", text = "AAA", best = 5, unit = "bodies", due = "2020-02-01" },
    plain)
  ds:claim("outcomes", "o", { text = "an outcome BBB", best = 7777, unit = "bodies" }, firm)
  ds:add("outcomes", { id = "o2", talk = "t", text = "another BBB", best = 7777, unit = "bodies" }, firm)
  ds:add("participants", { id = "m", talk = "t", party = "p", role = "member" }, plain)
  ds:add("statements", { id = "s", text = "said BBB", party = "p" }, firm)
  return ds
end

-- What stands in the tables of a package.
local function content(folder)
  local parts = {}
  for i, name in ipairs { "talks", "outcomes", "demands", "parties" } do
    local file <close> = assert(io.open(("%s/%s.csv"):format(folder, name)))
    parts[i] = file:read "a"
  end
  return table.concat(parts)
end

local packages = 0
local function packed(view)
  packages = packages + 1
  local folder = at("package" .. packages)
  assert(view:save_package(folder))
  return content(folder)
end

local EMPTY = { "table" }

-- Every analysis, by its name, and the other ends.
local ANALYSES = {
  disagreements = function(v) return v:disagreements() end, timeline = function(v) return v:timeline() end,
  positions = function(v) return v:positions() end, compare = function(v) return v:compare("t", "t3") end,
  concessions = function(v) return v:concessions() end, ledger = function(v) return v:ledger() end,
  overdue = function(v) return v:overdue "2023-01-01" end, evidence = function(v) return v:evidence("talks", "t") end,
  resting_on = function(v) return v:resting_on { "narration", "on_record_quote" } end,
  network = function(v) return v:network() end, search = function(v) return v:search "BBB" end,
  cite = function(v) return v:cite(v.talks:frame()) end, brief = function(v) return v:brief { talk = "t" } end,
  total = function(v) return v:total() end, changes = function(v) return v:changes { from = "2019-01-01" } end,
  lint = function(v) return v:lint() end,
}

local ENDS = {
  frame = function(v) return v.talks:frame() end, query = function(v) return v.outcomes end,
  claims = function(v) return v.talks:claims() end, list = function(v) return v.talks:select "place" end,
  disagreements = function(v) return v.outcomes:disagreements() end,
  search = function(v) return v.talks:search "BBB" end,
  total = function(v) return v.outcomes:total() end, explain = function(v) return v.outcomes:total():explain() end,
  path = function(v) return v.demands:select("text", "talk.place as place", "party.name as name") end,
  join = function(v) return v.demands:join(v.talks, { on = { talk = "id" } }) end,
  record = function(v) return tostring(v.talks:get "t") end, csv = function(v) return v.outcomes:to_csv() end,
  dump = function(v) return v:dump(at "dumped") end, save_as = function(v) return v:save_as(at "copy.db") end,
  package = function(v) return packed(v) end,
  sql = function(v) return v:sql "select place from talks" end, table = function(v) return v.statements end,
  graph = function(v) return v:network():to_graphml() end,
}

-- What a reader is shown: the rows, and their notes.
local function shown(made)
  if type(made) == "string" then return made end
  if made == nil then return "" end
  local told = {}
  for i, note in ipairs(made:notes()) do told[i] = note.note end
  return made:to_json() .. "\n" .. table.concat(told, "\n")
end

local function has_it(text) return (text:find("BBB", 1, true) or text:find("7777", 1, true)) ~= nil end

-- Calls that tell what the view leaves out, and the words in which they say so.
local SAID = {
  policy = {
    ["analysis disagreements"] = "the policy leaves out b", ["end disagreements"] = "the policy leaves out b",
    ["analysis evidence"] = '"shown":false',
    ["end claims"] = "those that the policy leaves out too", ["end sql"] = "without the day or policy of this view",
  },
  day = { ["end sql"] = "without the day or policy of this view" },
  coders = {
    ["analysis evidence"] = '"shown":false', ["end sql"] = "without the day or policy of this view",
    ["end claims"] = "those that the policy leaves out too",
  },
  certainty = {
    ["analysis disagreements"] = "the policy leaves out what is weaker than named_medium",
    ["end disagreements"] = "the policy leaves out what is weaker than named_medium",
    ["analysis evidence"] = '"shown":false', ["end sql"] = "without the day or policy of this view",
    ["end claims"] = "those that the policy leaves out too",
  },
}
local REFUSED = { ["end dump"] = "a view cannot be dumped", ["end save_as"] = "a view cannot be saved" }

local function held(view, kind, name, call)
  local done, made = pcall(call, view)
  if REFUSED[name] then
    assert.is_false(done, name)
    assert.matches(REFUSED[name], tostring(made), 1, true)
    return
  end
  assert.is_true(done, name .. ": " .. tostring(made))
  local text = shown(made)
  local said = SAID[kind][name]
  assert.equal(said ~= nil, has_it(text), name .. ": " .. text:sub(1, 2000))
  if said then assert.matches(said, text, 1, true) end
end

describe("a view", function()
  local ds, coded, weighed = dataset(BY_SOURCE), dataset(BY_CODER), dataset(BY_CERTAINTY)
  local views = { policy = ds:with_policy { deny = { "b" } }, day = ds:as_of "2021-01-01",
    coders = coded:with_policy { coders = { "anna" } }, certainty = weighed:with_policy { certainty = "named_medium" } }

  it("is looked at through every analysis there is", function()
    local missing = {}
    for name in pairs(require "parley.analysis") do
      if not ANALYSES[name] and not name:find "^_" then missing[#missing + 1] = name end
    end
    assert.same(EMPTY, { "table", table.unpack(missing) })
  end)

  it("without a day or policy, or with another, shows it, so that this spec can fail", function()
    local with_ben = coded:with_policy { coders = { "ben", "anna" } }
    -- coders of one source do not disagree as sources; what is weaker does not stand before what is firm
    local hidden = { [with_ben] = "disagreements", [weighed] = "path" }
    for _, whole in ipairs { ds, weighed, with_ben } do
      for name, call in pairs(ENDS) do
        local looked_at = not REFUSED["end " .. name] and name ~= "package" and name ~= "total" and hidden[whole] ~= name
        if looked_at then assert.is_true(has_it(shown(call(whole))), name) end
      end
    end
  end)

  for _, kind in ipairs { "policy", "day", "coders", "certainty" } do
    for name, call in pairs(ANALYSES) do
      it(("of a %s holds in %s()"):format(kind, name), function()
        held(views[kind], kind, "analysis " .. name, call)
      end)
    end
    for name, call in pairs(ENDS) do
      it(("of a %s holds in the end %s"):format(kind, name), function()
        held(views[kind], kind, "end " .. name, call)
      end)
    end
  end
end)
