-- Two coders side by side: how units are paired, corrected, and what differs in what way.
-- Holds: agreement_methods, coding.coded_units, coding.differences, coding.matched_things, coding.unit_matching,
--   storage.statements.coded_claims

local parley = require "parley"
local scratch = require "spec.support.scratch"

local ds
before_each(function() ds = scratch.dataset() end)
after_each(function() ds:close() end)

local function code(coder, name, row, locator, source)
  ds:add(name, row, { source = source or "s1", locator = locator, coder = coder })
end

-- "field: left | right, difference" of all rows of a comparison, or who alone has a thing.
local function lines(...)
  local list = {}
  for row in ds:compare_coders(...):rows() do
    if row.field then
      local word = row.same and "same" or (row.clash and "clash " or "") .. row.difference
      list[#list + 1] = ("%s: %s | %s, %s"):format(row.field, row.left_says or "-", row.right_says or "-", word)
    else
      list[#list + 1] = ("%s: %s"):format(row.difference, row.left or row.right)
    end
  end
  return list
end

-- "left = right, basis" of each pair.
local function paired(...)
  local list, seen = {}, {}
  for row in ds:compare_coders(...):rows() do
    local text = row.left and row.right and ("%s = %s, %s"):format(row.left, row.right, row.basis) or row.difference
      .. ": " .. (row.left or row.right)
    if not seen[text] then seen[text], list[#list + 1] = true, text end
  end
  return list
end

describe("what two coders say", function()
  it("is held against each other field by field, of things with ids of their own", function()
    code("anna", "demands", { id = "d1", party = "ukraine", topic = "ceasefire", made = "2025-06", text = "a truce",
      days_low = 30, extendable = true, purpose = "talks" }, "p3")
    code("ben", "demands", { id = "d7", party = "ukraine", topic = "prisoners", made = "2025-06-02", text = "truce, 30 d",
      days_best = 30, extendable = false, addressee = "russia" }, "p. 3")
    assert.same({ "party: ukraine | ukraine, same", "addressee: - | russia, missing",
      "topic: ceasefire | prisoners, clash code", "text: a truce | truce, 30 d, wording",
      "made: 2025-06 | 2025-06-02, precision", "days_best: at least 30 | 30, clash overlap",
      "extendable: true | false, clash truth", "purpose: talks | -, missing" }, lines("anna", "ben"))
    local row = ds:compare_coders("anna", "ben"):first()
    assert.same({ "demands", "d1", "d7", "content", "s1", "p3", "p. 3", "value" }, { row.table, row.left, row.right,
      row.basis, row.source, row.left_place, row.right_place, row.kind })
    -- of five that both state one the same, and two by half; one place; one word, of four letters and more
    assert.near((2 * (2 / 5) + 1 + .5 * 1) / 3.5, row.score, 1e-9)
  end)

  it("is the same in an order that is told from the other side", function()
    code("anna", "talks", { id = "a", kind = "round", date = "2025-06-02", place = "Bern" }, "p1")
    code("ben", "talks", { id = "b", kind = "round", date = "2025-06-03", place = "Basel" }, "p1")
    code("ben", "talks", { id = "c", kind = "preparatory", place = "Graz" }, "p9")
    assert.same({ "kind: round | round, same", "date: 2025-06-02 | 2025-06-03, clash other day",
      "place: Bern | Basel, clash text", "only ben: c" }, lines("anna", "ben"))
    assert.same({ "kind: round | round, same", "date: 2025-06-03 | 2025-06-02, clash other day",
      "place: Basel | Bern, clash text", "only ben: c" }, lines("ben", "anna"))
  end)

  it("is one reading of another spelling, and of an alias", function()
    code("anna", "talks", { id = "a", venue = "Çırağan Palace", purpose = "Turkey" }, "p1")
    code("ben", "talks", { id = "b", venue = "ciragan palace", purpose = "turkiye" }, "p1")
    for _, line in ipairs(lines("anna", "ben")) do assert.truthy(line:find ", same$", line) end
  end)

  it("overlaps or is apart: amounts, periods, lists", function()
    code("anna", "outcomes", { id = "a", kind = "exchange", low = 100, high = 200, giver = "ukraine; russia" }, "p1")
    code("ben", "outcomes", { id = "b", kind = "exchange", low = 150, high = 300, giver = "ukraine" }, "p1")
    assert.same({ "giver: russia; ukraine | ukraine, clash overlap", "best: 100–200 | 150–300, clash overlap" },
      { table.unpack(lines("anna", "ben"), 2) })
    code("anna", "deliveries", { id = "x", date = "2025-06-01/2025-06-05", best = 10 }, "p2")
    code("ben", "deliveries", { id = "y", date = "2025-06-04/2025-06-09", best = 12 }, "p2")
    assert.same({ "date: 2025-06-01/2025-06-05 | 2025-06-04/2025-06-09, clash overlap",
      "best: 10 | 12, clash apart" }, (function()
        local list = lines("anna", "ben", { table = "deliveries" })
        table.sort(list, function(a, b) return a > b end)
        return list
      end)())
  end)

  it("is denied by one", function()
    code("anna", "talks", { id = "k", place = "Bern" }, "p1")
    ds:claim("talks", "k", { place = "Bern" }, { source = "s1", coder = "ben", polarity = "denied" })
    assert.same({ "place: Bern | not Bern, clash denied" }, lines("anna", "ben"))
  end)

  it("is what stands of several claims: the firmest, then the last; what was taken back is not said", function()
    code("anna", "talks", { id = "k", place = "Bern" }, "p1")
    ds:claim("talks", "k", { place = "Basel", venue = "Hotel" }, { source = "s1", coder = "anna", locator = "p2" })
    local wrong = ds:claim("talks", "k", { place = "Graz" }, { source = "s1", coder = "anna" })
    ds:retract(wrong, "misread")
    ds:claim("talks", "k", { place = "Bern" }, { source = "s1", coder = "ben", certainty = "on_record_quote" })
    ds:claim("talks", "k", { place = "Basel" }, { source = "s1", coder = "ben", certainty = "narration" })
    assert.same({ "place: Basel | Bern, clash text", "venue: Hotel | -, missing" }, lines("anna", "ben"))
    assert.equal("p1; p2", ds:compare_coders("anna", "ben"):first().left_place)
  end)
end)

describe("references", function()
  it("to things that were paired are the same, also within a table and in lists", function()
    code("anna", "demands", { id = "d1", party = "ukraine", topic = "ceasefire" }, "p3")
    code("anna", "demands", { id = "d2", party = "ukraine", topic = "prisoners", revises = "d1" }, "p4")
    code("anna", "responses", { id = "r1", demand = "d1", kind = "reject" }, "p5")
    code("ben", "demands", { id = "e1", party = "ukraine", topic = "ceasefire" }, "p3")
    code("ben", "demands", { id = "e2", party = "ukraine", topic = "prisoners", revises = "e1" }, "p4")
    code("ben", "responses", { id = "q1", demand = "e2", kind = "reject" }, "p5")
    local list = lines("anna", "ben")
    assert.same({ "revises: d1 | e1, same", "demand: d1 | e2, clash reference", "kind: reject | reject, same" },
      { table.unpack(list, #list - 2) })
    -- asked of one source, a thing that another source has is known all the same
    ds:add("responses", { id = "r2", demand = "d1", kind = "accept" }, { source = "s2", locator = "p1", coder = "anna" })
    ds:add("responses", { id = "q2", demand = "e1", kind = "accept" }, { source = "s2", locator = "p1", coder = "ben" })
    assert.same({ "demand: d1 | e1, same", "kind: accept | accept, same" }, lines("anna", "ben", { source = "s2" }))
  end)
end)

describe("units", function()
  it("are one by their id in one source, whatever they say", function()
    code("anna", "talks", { id = "k", place = "Bern" }, "p1")
    ds:claim("talks", "k", { kind = "round", place = "Rome" }, { source = "s1", coder = "ben", locator = "p7" })
    assert.same({ "k = k, id" }, paired("anna", "ben"))
  end)

  it("of two sources are two", function()
    code("anna", "talks", { id = "a", kind = "round", place = "Bern" }, "p1", "s1")
    code("ben", "talks", { id = "b", kind = "round", place = "Bern" }, "p1", "s2")
    assert.same({ "only anna: a", "only ben: b" }, paired("anna", "ben"))
  end)

  it("of one place go to the one that is most alike, by fields and by words", function()
    code("anna", "demands", { id = "a1", party = "ukraine", topic = "ceasefire", text = "silence of guns" }, "p3-p5")
    code("anna", "demands", { id = "a2", party = "ukraine", topic = "prisoners", text = "exchange of the wounded" }, "p3")
    code("anna", "demands", { id = "a3", party = "ukraine", topic = "prisoners", text = "exchange of all young men" }, "p3")
    code("ben", "demands", { id = "b1", party = "ukraine", topic = "prisoners", text = "young men are exchanged" }, "p3")
    code("ben", "demands", { id = "b2", party = "ukraine", topic = "prisoners", text = "wounded go home" }, "p3")
    code("ben", "demands", { id = "b3", party = "ukraine", topic = "ceasefire", text = "guns fall into silence" }, "p4")
    assert.same({ "a1 = b3, content", "a2 = b2, content", "a3 = b1, content" }, paired("anna", "ben"))
  end)

  it("without a place are paired by what they say, and so are those of places that differ, if they say much alike", function()
    code("anna", "demands", { id = "a1", party = "ukraine", topic = "ceasefire", days_best = 30 })
    code("anna", "demands", { id = "a2", party = "russia", topic = "language", scope = "schools" }, "p4")
    code("ben", "demands", { id = "b1", party = "russia", topic = "language", scope = "schools" }, "p5")
    code("ben", "demands", { id = "b2", party = "ukraine", topic = "ceasefire", days_best = 30 }, "p9")
    assert.same({ "a1 = b2, content", "a2 = b1, content" }, paired("anna", "ben"))
  end)

  it("that are left over alone at a place are one, whatever they say", function()
    code("anna", "demands", { id = "a1", topic = "ceasefire" }, "p4")
    code("ben", "demands", { id = "b1", topic = "language" }, "p. 4")
    code("anna", "demands", { id = "a2", topic = "ceasefire" }, "p5")
    code("anna", "demands", { id = "a3", topic = "prisoners" }, "p5")
    code("ben", "demands", { id = "b2", topic = "language" }, "p5")
    assert.same({ "a1 = b1, place", "only anna: a2", "only anna: a3", "only ben: b2" }, paired("anna", "ben"))
    assert.same({ "only anna: a1", "only anna: a2", "only anna: a3", "only ben: b1", "only ben: b2" }, (function()
      local list = paired("anna", "ben", { table = "demands", apart = { { "a1", "b1" } } })
      table.sort(list)
      return list
    end)())
  end)

  it("that say too little alike are none", function()
    code("anna", "demands", { id = "a1", party = "ukraine", topic = "ceasefire" }, "p4")
    code("ben", "demands", { id = "b1", party = "russia", topic = "language" }, "p5")
    assert.same({ "only anna: a1", "only ben: b1" }, paired("anna", "ben"))
  end)

  it("are paired and parted by hand", function()
    code("anna", "demands", { id = "a1", party = "ukraine", topic = "ceasefire" }, "p4")
    code("ben", "demands", { id = "b1", party = "ukraine", topic = "ceasefire" }, "p4")
    code("ben", "demands", { id = "b2", party = "russia", topic = "language" }, "p5")
    assert.same({ "a1 = b1, content", "only ben: b2" }, paired("anna", "ben"))
    assert.same({ "a1 = b2, given", "only ben: b1" }, paired("anna", "ben", { table = "demands",
      pairs = { { "a1", "b2" } } }))
    assert.same({ "b2 = a1, given", "only ben: b1" }, paired("ben", "anna", { table = "demands",
      pairs = { { "b2", "a1" } } }))
    assert.same({ "only anna: a1", "only ben: b1", "only ben: b2" }, paired("anna", "ben", { table = "demands",
      apart = { { "a1", "b1" } } }))
  end)

  it("are those of one table, of one source, and of a day", function()
    code("anna", "talks", { id = "a", kind = "round" }, "p1", "s1")
    code("anna", "talks", { id = "c", kind = "round" }, "p1", "s3")
    code("anna", "people", { id = "anna-k", name = "Anna K." }, "p1", "s1")
    code("ben", "talks", { id = "b", kind = "round" }, "p1", "s1")
    assert.equal(3, #paired("anna", "ben"))
    assert.same({ "a = b, content" }, paired("anna", "ben", { table = "talks", source = "s1" }))
    ds = ds:as_of "2025-06-30"
    assert.same({ "a = b, content" }, paired("anna", "ben", { table = "talks" }))
  end)
end)

-- Random units with ids of their own, of which the right pairs are known.
describe("many units", function()
  it("find their partners, few a wrong one, whatever the order in which they came", function()
    math.randomseed(5)
    local right, n, rows = {}, 60, {}
    local topics = { "ceasefire", "prisoners", "children", "language", "territory" }
    for u = 1, n do
      local row = { party = math.random() < .5 and "ukraine" or "russia", topic = topics[math.random(5)],
        scope = "word" .. math.random(30), made = ("2025-06-%02d"):format(math.random(28)) }
      for c, coder in ipairs { "anna", "ben" } do
        local mine = { id = coder .. (c == 1 and u or n - u), party = row.party, topic = row.topic, scope = row.scope,
          made = row.made, text = "text " .. u % 7 }
        if math.random() < .15 then mine.topic = topics[math.random(5)] end
        if math.random() < .15 then mine.made = "2025-06" end
        rows[#rows + 1] = { coder, mine, "p" .. u // 4, "s" .. u % 3 + 1 }
      end
      right["anna" .. u] = "ben" .. n - u
    end
    for i = #rows, 2, -1 do
      local j = math.random(i)
      rows[i], rows[j] = rows[j], rows[i]
    end
    for _, row in ipairs(rows) do code(row[1], "demands", row[2], row[3], row[4]) end
    local wrong, alone = 0, 0
    for row in ds:compare_coders("anna", "ben"):distinct("left", "right"):rows() do
      if not (row.left and row.right) then alone = alone + 1
      elseif right[row.left] ~= row.right then wrong = wrong + 1 end
    end
    assert.equal(0, wrong)
    assert.is_true(alone <= 4, alone)
  end)
end)

describe("the datasets that come with Parley", function()
  for _, name in ipairs(parley.datasets()) do
    it("take what two coders read in a source of theirs: " .. name, function()
      local path, remove = scratch.folder()
      local bundled <close> = parley.open(name)
      local source, party = bundled.sources:first().id, bundled.parties:first().id
      assert(bundled:save_as(path "mine.db"))
      ds:close()
      ds = assert(parley.open(path "mine.db"))
      for i, coder in ipairs { "anna", "ben" } do
        code(coder, "demands", { id = coder .. "-x", party = party, topic = i == 1 and "ceasefire" or "prisoners" }, "p1",
          source)
      end
      assert.same({ ("party: %s | %s, same"):format(party, party), "topic: ceasefire | prisoners, clash code" },
        lines("anna", "ben", { table = "demands" }))
      ds:close()
      remove()
      ds = scratch.dataset()
    end)
  end
end)

describe("mistakes", function()
  before_each(function()
    code("anna", "demands", { id = "a1", topic = "ceasefire" }, "p4")
    code("ben", "demands", { id = "b1", topic = "ceasefire" }, "p4")
  end)

  local function refused(...) return scratch.message_of(ds.compare_coders, ds, ...) end

  it("name the coder, and who there is", function()
    assert.equal("nothing here was coded by 'benn'; did you mean 'ben'?", refused("anna", "benn"))
    assert.truthy(refused("anna"):find "takes the names of two coders")
    assert.truthy(refused("anna", "anna"):find "takes the names of two coders")
    ds:close()
    ds = scratch.dataset()
    assert.equal("nothing here was coded by 'anna': no claim names its coder", refused("anna", "ben"))
  end)

  it("name what cannot be paired by hand", function()
    assert.equal("pairs: no 'b7' there was coded by ben", refused("anna", "ben", { table = "demands", pairs = { { "a1",
      "b7" } } }))
    assert.equal("apart: no 'b1' there was coded by anna", refused("anna", "ben", { table = "demands", apart = { { "b1",
      "a1" } } }))
    assert.truthy(refused("anna", "ben", { pairs = { { "a1", "b1" } } }):find "give it, as in {table = \"demands\"}")
    for _, wrong in ipairs { "a1", { "a1", "b1" }, { { "a1" } }, { { "a1", 3 } } } do
      assert.truthy(refused("anna", "ben", { table = "demands", pairs = wrong }):find "pairs is a list of pairs of ids")
    end
  end)

  it("name tables, sources and options that are none", function()
    assert.truthy(refused("anna", "ben", { table = "demnads" }):find "did you mean 'demands'?")
    assert.truthy(refused("anna", "ben", { source = "s9" }):find "no source 's9'")
    assert.truthy(refused("anna", "ben", { tabel = "demands" }):find "did you mean 'table'?")
  end)
end)
