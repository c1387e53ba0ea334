-- Claims in, tables out: what a table shows of given claims, today, as of a day and under a policy; first by
-- example, then against a model in plain Lua over random claims.
-- Holds: storage.statements.resolution, storage.statements.stored_rows

local resolution = require "parley.storage.statements.resolution"
local stored_rows = require "parley.storage.statements.stored_rows"
local sqlite = require "parley.query.sql.dialect.sqlite"
local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local parley = require "parley"
local policy = require "parley.claims.policy"
local scratch = require "spec.support.scratch"

local ds
before_each(function()
  ds = scratch.dataset()
  ds:add("outcomes", { id = "o1", kind = "exchange" }, { source = "s1" })
end)
after_each(function() ds:close() end)

local function claim(values, provenance) return ds:claim("outcomes", "o1", values, provenance) end
local function outcome() return ds.outcomes:where { id = "o1" }:first() end
local function talk(day)
  local q = ds.talks:where { id = "r2" }
  return (day and q:as_of(day) or q):first()
end

describe("a field shows", function()
  it("the firmer claim, whenever it was reported", function()
    claim({ category = "soldiers" }, { source = "s1", certainty = "on_record_quote" })
    claim({ category = "everyone" }, { source = "s3", certainty = "anonymous" })
    assert.equal("soldiers", outcome().category)
  end)

  it("the later report of two equally firm ones", function()
    claim({ category = "later" }, { source = "s2" })
    claim({ category = "earlier" }, { source = "s1" })
    assert.equal("later", outcome().category)
  end)

  it("what a source said last, all else being equal", function()
    claim({ category = "first" }, { source = "s1" })
    claim({ category = "second" }, { source = "s1" })
    assert.equal("second", outcome().category)
  end)

  it("a preferred claim before a firmer one, and never a deprecated or denied one", function()
    claim({ category = "firm" }, { source = "s3", certainty = "on_record_quote" })
    claim({ category = "chosen" }, { source = "s1", certainty = "inferred", rank = "preferred" })
    claim({ category = "wrong" }, { source = "s3", certainty = "on_record_quote", rank = "deprecated" })
    claim({ category = "denied" }, { source = "s3", rank = "preferred", polarity = "denied" })
    assert.equal("chosen", outcome().category)
  end)

  it("what the best claim about that field says, field by field", function()
    claim({ category = "soldiers", text = "a" }, { source = "s1", certainty = "on_record_quote" })
    claim({ category = "all", giver = "russia" }, { source = "s2", certainty = "narration" })
    local row = outcome()
    assert.same({ "soldiers", "a", "russia", "exchange" }, { row.category, row.text, row.giver, row.kind })
  end)

  it("false as a value", function()
    claim({ all_for_all = true }, { source = "s1" })
    claim({ all_for_all = false }, { source = "s2" })
    assert.is_false(outcome().all_for_all)
  end)

  it("a whole number exactly", function()
    claim({ best = math.maxinteger }, { source = "s1" })
    assert.equal(math.maxinteger, outcome().best)
  end)
end)

describe("a state shows", function()
  it("the later report, whatever its certainty", function()
    claim({ status = "agreed" }, { source = "s1", certainty = "on_record_quote" })
    claim({ status = "done" }, { source = "s3", certainty = "anonymous" })
    assert.equal("done", outcome().status)
  end)

  it("what was said last, if that differs from what was reported last", function()
    claim({ status = "done" }, { source = "s2", stated = "2025-06-03" })
    claim({ status = "agreed" }, { source = "s3", stated = "2025-05-16" })
    assert.equal("done", outcome().status)
  end)

  it("the firmer of two of the same day", function()
    claim({ status = "done" }, { source = "s2", certainty = "on_record_quote" })
    claim({ status = "missed" }, { source = "s2", certainty = "anonymous" })
    assert.equal("done", outcome().status)
  end)
end)

describe("the bounds of a quantity", function()
  it("come from one claim, the best that gives any of them", function()
    claim({ low = 1000, best = 1200, high = 1500 }, { source = "s1" })
    claim({ low = 3000 }, { source = "s2" })
    local row = outcome()
    assert.equal(3000, row.low)
    assert.is_nil(row.best)
    assert.is_nil(row.high)
  end)

  it("are all set by an exact number", function()
    claim({ best = 6000 }, { source = "s1" })
    local row = outcome()
    assert.same({ 6000, 6000, 6000 }, { row.low, row.best, row.high })
  end)

  it("of another quantity are judged apart", function()
    claim({ best = 6000 }, { source = "s1" })
    claim({ age_min = 18, age_max = 25 }, { source = "s2" })
    local row = outcome()
    assert.same({ 6000, 18, 25 }, { row.best, row.age_min, row.age_max })
  end)
end)

describe("a date", function()
  it("is kept as it was written, with its days beside it", function()
    claim({ due = "2025-06" }, { source = "s1" })
    local text, first, last = ds.store:values("SELECT due, due_start, due_end FROM outcomes WHERE id = 'o1'")
    assert.same({ "2025-06", "2025-06-01", "2025-06-30" }, { text, core.day_text(first), core.day_text(last) })
    assert.same({ "2025-06", 20240, 20269 }, { ds.store:values [[SELECT due, due_start, due_end FROM outcomes_claims
      WHERE due IS NOT NULL]] })
  end)

  it("without an end has no last day", function()
    claim({ due = "2025-06-10/.." }, { source = "s1" })
    assert.equal(20249, (ds.store:values "SELECT due_start FROM outcomes WHERE id = 'o1'"))
    assert.is_nil((ds.store:values "SELECT due_end FROM outcomes WHERE id = 'o1'"))
  end)
end)

describe("as of a day, a table shows", function()
  it("what had been reported by its end", function()
    ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s2", reported = "2025-06-03" })
    ds:claim("talks", "r2", { place = "Ankara" }, { source = "s3", certainty = "on_record_quote" })
    assert.is_nil(talk "2025-06-02".place)
    assert.equal("Istanbul", talk "2025-06-03".place)
    assert.equal("Istanbul", talk "2025-07-20".place)
    assert.equal("Ankara", talk "2025-07-21".place)
    assert.equal("Ankara", talk().place)
  end)

  it("nothing of a thing nobody had reported", function()
    assert.is_nil(talk "2025-05-31")
    assert.equal("scheduled", talk "2025-06-01".status)
  end)

  it("an imprecisely dated report from its last possible day", function()
    ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s2", reported = "2025-06" })
    assert.is_nil(talk "2025-06-29".place)
    assert.equal("Istanbul", talk "2025-06-30".place)
    assert.equal("Istanbul", talk "2025-06".place)
  end)

  it("never a report whose last day is unknown", function()
    ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s2", reported = "2025-06-03/.." })
    assert.is_nil(talk "9000-01-01".place)
    assert.equal("Istanbul", talk().place)
  end)

  it("a source without a day of publication only today", function()
    ds:add("sources", { id = "s9", title = "Undated" })
    ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s9" })
    assert.is_nil(talk "9000-01-01".place)
    assert.equal("Istanbul", talk().place)
    assert.is_nil(ds.sources:as_of("9000-01-01"):where { id = "s9" }:first())
  end)

  it("events from the publication of their source, or else from their own last day, and words at any time", function()
    ds:add("events", { id = "e1", date = "2025-05-16", source = "s1" })
    ds:add("events", { id = "e2", date = "2025-05-16", source = "s3" })
    ds:add("events", { id = "e3", date = "2025-05-16" })
    ds:add("sources", { id = "s8", published = "2025-08" })
    ds:add("events", { id = "e4", date = "2025-05-16", source = "s8" })
    ds:add("sources", { id = "s9", title = "Undated" })
    ds:add("events", { id = "e5", date = "2025-05", source = "s9" })
    ds:add("events", { id = "e6", source = "s9" })
    ds:add("sources", { id = "s10", published = "2025-08/.." })
    ds:add("events", { id = "e7", date = "2025-05-16", source = "s10" })
    local function known(day)
      local ids = {}
      for id in ds.events:as_of(day):sort("id"):each "id" do ids[#ids + 1] = id end
      return table.concat(ids, " ")
    end
    assert.equal("", known "2025-05-15")
    assert.equal("e3", known "2025-05-30")
    assert.equal("e3 e5", known "2025-05-31")
    assert.equal("e1 e3 e5", known "2025-07-20")
    assert.equal("e1 e2 e3 e5", known "2025-08-30")
    assert.equal("e1 e2 e3 e4 e5", known "9000-01-01")
    assert.equal(7, ds.events:count())
    assert.equal(ds.terms:count(), ds.terms:as_of("1900-01-01"):count())
  end)
end)

describe("resolving", function()
  it("a whole table anew changes nothing", function()
    claim({ best = 6000, status = "agreed" }, { source = "s1" })
    claim({ low = 30, status = "done" }, { source = "s3" })
    local before = ds:sql("SELECT * FROM outcomes"):all()
    stored_rows.resolve_all(ds.store, codebook.by_name.outcomes)
    assert.same(before, ds:sql("SELECT * FROM outcomes"):all())
  end)

  it("mends a row that another tool has spoilt", function()
    ds.store:exec "UPDATE outcomes SET kind = 'pledge'; INSERT INTO outcomes(id, kind) VALUES ('ghost', 'pledge')"
    stored_rows.resolve_all(ds.store, codebook.by_name.outcomes)
    assert.same({ { id = "o1", kind = "exchange" } }, ds.outcomes:select("id", "kind"):all())
  end)

  it("takes ids with quotes and backslashes", function()
    local odd = { [[a"b]], [[a\b]], "a'b", [[\u0041]], "Ж", "[1]" }
    ds:atomic(function()
      for _, id in ipairs(odd) do ds:add("outcomes", { id = id, text = "of " .. id }, { source = "s1" }) end
    end)
    for _, id in ipairs(odd) do assert.equal("of " .. id, ds.outcomes:where({ id = id }):first().text) end
    assert.equal(#odd + 1, ds.outcomes:count())
  end)

  it("works through the claims of a thing by their index #file", function()
    local plan = {}
    local sql = resolution.select(sqlite, codebook.by_name.outcomes, "id = ?1")
    for _, _, _, detail in ds.store:each("EXPLAIN QUERY PLAN " .. sql, { n = 1, "o1" }) do plan[#plan + 1] = detail end
    assert.same({ "SEARCH outcomes_claims USING INDEX outcomes_claims_id (id=?)" }, plan)
  end)
end)

-- A model of resolution ----------------------------------------------------------------------------------

local SOURCES = { s1 = "2025-06-01", s2 = "2025-06-03", s3 = "2025-07-21" }
local DAYS = { "2025-06-01", "2025-06", "2025-06-20", "2025-07-01/2025-07-10", "2025-08/..", "1950" }

local function last_day(text) return (select(2, core.date(text))) end

-- Whether claim `a` is to be shown before claim `b`.
local function before(a, b, p, state)
  local function place(list, word)
    for i, item in ipairs(list) do if item == word then return i end end
    return #list + 1
  end
  local function day(c)
    local stated, reported = state and c.stated and last_day(c.stated) or nil, last_day(c.reported)
    return stated and reported and math.min(stated, reported) or stated or reported or -math.huge
  end
  local days = { day(a), day(b) }
  if not state and p.report == "earliest" then
    for i, d in ipairs(days) do days[i] = d == -math.huge and d or -d end
  end
  local function key(c, d)
    local firmness = -place(policy.CERTAINTIES, c.certainty)
    return { -place(p.prefer, c.source), c.rank == "preferred" and 1 or 0, state and d or firmness, state and firmness or d,
      c.claim }
  end
  local ka, kb = key(a, days[1]), key(b, days[2])
  for i = 1, #ka do
    if ka[i] ~= kb[i] then return ka[i] > kb[i] end
  end
  return false
end

local function counts(c, p, as_of)
  if c.rank == "deprecated" or c.polarity == "denied" or c.retracted then return false end
  for _, source in ipairs(p.deny) do if source == c.source then return false end end
  local firm = not p.certainty
  for _, certainty in ipairs(policy.considered(p)) do firm = firm or certainty == c.certainty end
  local day = last_day(c.reported)
  return firm and (not as_of or (day ~= nil and day <= as_of))
end

local AMOUNT = { "low", "best", "high" }
local FIELDS = { { "category", beside = true }, { "due" }, { "all_for_all" }, { "status", state = true }, AMOUNT }

local function has_any(c, fields)
  for _, name in ipairs(fields) do if c.values[name] ~= nil then return true end end
  return false
end

-- From where to where a claim goes: of its date, or of its amount.
local function range(c, fields)
  local v = c.values
  if fields == AMOUNT then
    return v.low or not v.high and v.best or -math.huge, v.high or not v.low and v.best or math.huge, v.best ~= nil
  end
  local first, last = core.date(v.due)
  return first or -math.huge, last or math.huge, false, v.due:find("/", 1, true) and first and last
end

-- Whether claim `a` says what `b` does, and more.
local function within(a, b, p, fields)
  if fields ~= AMOUNT and fields[1] ~= "due" then return false end
  local function preferred(c) return table.concat(p.prefer, " "):find(c.source, 1, true) or 0 end
  if preferred(a) ~= preferred(b) or (a.rank == "preferred") ~= (b.rank == "preferred") then return false end
  local first, last, centred = range(a, fields)
  local outer_first, outer_last, outer_centred, whole_range = range(b, fields)
  if whole_range or first < outer_first or last > outer_last then return false end
  return first > outer_first or last < outer_last or centred and not outer_centred
end

-- The claims that say something of some fields, the weightiest first, and the one they are taken from.
local function ranked(list, fields, p, as_of)
  local found, best = {}, nil
  for _, c in ipairs(list) do
    if counts(c, p, as_of) and has_any(c, fields) then found[#found + 1] = c end
  end
  table.sort(found, function(a, b) return before(a, b, p, fields.state) end)
  for _, c in ipairs(found) do
    if not best or within(c, best, p, fields) then best = c end
  end
  return found, best
end

-- Of a field beside the amount: from the amount's claim, else from its source, else from beside the same amount.
local function beside(list, fields, p, as_of)
  local _, amount = ranked(list, AMOUNT, p, as_of)
  local found, same = ranked(list, fields, p, as_of), nil
  if not amount or amount.values[fields[1]] ~= nil then return amount or found[1] end
  local first, last = range(amount, AMOUNT)
  for _, c in ipairs(found) do
    if c.source == amount.source then return c end
    local a, b = range(c, AMOUNT)
    if has_any(c, AMOUNT) and a == first and b == last then same = same or c end
  end
  return same
end

-- The row the claims about a thing make, or nil.
local function model_row(list, p, as_of)
  local row
  for _, c in ipairs(list) do row = row or counts(c, p, as_of) and { id = c.id } or nil end
  for _, fields in ipairs(row and FIELDS or {}) do
    local best = select(2, ranked(list, fields, p, as_of))
    if fields.beside then best = beside(list, fields, p, as_of) end
    for _, name in ipairs(fields) do if best then row[name] = best.values[name] end end
  end
  return row
end

local function model_rows(all, p, as_of)
  local rows = {}
  for _, list in pairs(all) do rows[#rows + 1] = model_row(list, p, as_of) end
  table.sort(rows, function(a, b) return a.id < b.id end)
  return rows
end

-- What is said after the report of it is refused.
local function random_days(pick, source)
  local reported, stated = pick { false, false, pick(DAYS) } or nil, pick { false, false, pick(DAYS) } or nil
  local last = last_day(reported or SOURCES[source])
  if stated and last and core.date(stated) > last then stated = nil end
  return reported, stated
end

local function random_claim(pick)
  local low = math.random(0, 50)
  local values = pick {
    { category = pick { "soldiers", "all", "bodies" } }, { status = pick { "agreed", "started", "done" } },
    { low = low, high = low + math.random(0, 9) }, { best = low }, { low = low }, { due = pick(DAYS) },
    { all_for_all = pick { true, false } },
    { category = pick { "x", "y" }, status = pick { "due", "missed" }, due = pick(DAYS), best = low },
  }
  local source = pick { "s1", "s2", "s3" }
  local reported, stated = random_days(pick, source)
  return values, { source = source, reported = reported, stated = stated, certainty = pick(policy.CERTAINTIES),
    rank = pick { "normal", "normal", "normal", "preferred", "deprecated" },
    polarity = pick { "affirmed", "affirmed", "affirmed", "affirmed", "denied" } }
end

local function copy(t)
  local c = {}
  for k, v in pairs(t) do c[k] = v end
  return c
end

-- Writes random claims into a dataset, and gives them by thing, as the model takes them.
local function random_claims(target, count)
  local function pick(list) return list[math.random(#list)] end
  local all = {}
  target:atomic(function()
    for _ = 1, count do
      local id = "t" .. math.random(1, 12)
      local values, provenance = random_claim(pick)
      local key
      if all[id] then
        key = target:claim("outcomes", id, copy(values), copy(provenance))
      else
        local row = copy(values)
        row.id = id
        key = target:add("outcomes", row, copy(provenance))
        all[id] = {}
      end
      if values.best and not values.low then values.low, values.high = values.best, values.best end
      provenance.reported = provenance.reported or SOURCES[provenance.source]
      provenance.claim, provenance.id, provenance.values = key, id, values
      table.insert(all[id], provenance)
    end
  end)
  return all
end

-- Takes about every tenth claim back.
local function retract_some(target, all)
  for _, list in pairs(all) do
    for _, c in ipairs(list) do
      c.retracted = math.random(10) == 1
      if c.retracted then target:retract(c.claim) end
    end
  end
end

local function shown(q)
  return q:select("id", "category", "due", "all_for_all", "status", "low", "best", "high"):sort("id"):all()
end

describe("random claims", function()
  local POLICIES = {
    { certainty = "named_medium" }, { deny = { "s2" } }, { prefer = { "s1" } },
    { prefer = { "s3", "s2" }, report = "earliest" },
    { report = "earliest", certainty = "narration", deny = { "s1" } },
  }

  for seed = 1, 12 do
    it("are resolved as the model does, seed " .. seed, function()
      math.randomseed(seed)
      local at, remove = scratch.folder()
      finally(remove)
      local path = at "random.db"
      local file = scratch.fill(assert(parley.open(path)))
      local all = random_claims(file, 90)
      file:atomic(retract_some, file, all)
      assert.same(model_rows(all, policy.default), shown(file.outcomes))
      for _, day in ipairs { "2025-05-31", "2025-06-02", "2025-06-30", "2025-07-21" } do
        assert.same(model_rows(all, policy.default, last_day(day)), shown(file.outcomes:as_of(day)), day)
      end
      file:close()
      for i, given in ipairs(POLICIES) do
        local other <close> = assert(parley.open(path, { policy = given, mode = "ro" }))
        local p = policy.new(given)
        assert.same(model_rows(all, p), shown(other.outcomes), "policy " .. i)
        assert.same(model_rows(all, p, 20263), shown(other.outcomes:as_of "2025-06-24"), "policy as of a day " .. i)
      end
    end)
  end
end)
