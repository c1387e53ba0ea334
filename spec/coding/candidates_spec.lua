-- Pairs that may be one: names over alphabets, what else speaks for it and against it, in time that grows with the names.
-- Holds: coding.candidates, coding.name_forms, coding.name_likeness, coding.name_blocks, coding.likeness_reasons

local core = require "parley.core"
local name_blocks = require "parley.coding.name_blocks"
local name_forms = require "parley.coding.name_forms"
local name_likeness = require "parley.coding.name_likeness"
local parley = require "parley"
local server = require "spec.support.server"
local server_dataset = require "spec.support.server_dataset"

local function likeness(a, b) return name_likeness.of(name_forms.of(a), name_forms.of(b)) end

local function pairs_of(f)
  local lines = {}
  for _, row in ipairs(f:all()) do lines[#lines + 1] = ("%s %s %.2f"):format(row.left, row.right, row.score) end
  return lines
end

-- The same person each, as somebody else would write it.
local SAME = { { "Петро Гурін", "Petro Hurin" }, { "Петро Гурін", "Гурин Петр" }, { "P. Hurin", "Гурін Петро Іванович" },
  { "Володимир Зеленський", "Wolodymyr Selenskyj" }, { "Владимира Зеленского", "Volodymyr Zelenskyy" },
  { "محمد الحداد", "Mohammed al-Haddad" }, { "محمود عباس", "Mahmoud Abbas" }, { "عبد الرحمن سعيد", "Abd al-Rahman Saeed" },
  { "Abdulrahman Said", "Abd al-Rahman Saeed" }, { "Шойгу С. К.", "Sergei Shoigu" }, { "Rustem Umerov", "Рустем Умєров" },
  { "Mykola Azarov", "Николай Азаров" }, { "Çiğdem Yılmaz", "Cigdem Yilmaz" } }
-- Two people each, however alike.
local OTHERS = { { "Ivan Petrenko", "Petro Ivanenko" }, { "Olena Koval", "Oleksandr Bondar" }, { "سامي حداد", "سعيد عباس" },
  { "Sergei Lavrov", "Sergei Shoigu" }, { "P. Hurin", "O. Hurin" } }

describe("names", function()
  it("are alike over alphabets, romanisations, initials, order, patronymics and endings", function()
    for _, pair in ipairs(SAME) do
      assert.is_true(likeness(pair[1], pair[2]) > 0.87, ("%s, %s: %.2f"):format(pair[1], pair[2], likeness(pair[1], pair[2])))
      assert.equal(likeness(pair[1], pair[2]), likeness(pair[2], pair[1]))
      local met = false
      name_blocks.each({ name_forms.of(pair[1]), name_forms.of(pair[2]) }, function() met = true end)
      assert.is_true(met, pair[1])
    end
  end)

  it("of others are not", function()
    for _, pair in ipairs(OTHERS) do
      assert.is_true(likeness(pair[1], pair[2]) < 0.8, ("%s, %s: %.2f"):format(pair[1], pair[2], likeness(pair[1], pair[2])))
    end
    assert.same({ 0, 0 }, { likeness("", "Petro"), likeness("—", "…") })
  end)

  it("are measured by Jaro and Winkler, whose own examples come out", function()
    for words, expected in pairs { ["martha marhta"] = 0.9611, ["dwayne duane"] = 0.84, ["dixon dicksonx"] = 0.8133 } do
      local a, b = words:match "(%S+) (%S+)"
      assert.near(expected, core.similarity(a, b), 1e-4)
    end
    assert.same({ 1.0, 0.0, 1.0 }, { core.similarity("", ""), core.similarity("a", ""), core.similarity("a", "a") })
  end)

  it("are held against each other in time that grows with their number", function()
    local function count(n)
      local forms, pairs_seen = {}, 0
      for i = 1, n do forms[i] = name_forms.of(("Petro %s%dko"):format(("abcde"):rep(1 + i % 3), i % 7)) end
      name_blocks.each(forms, function() pairs_seen = pairs_seen + 1 end)
      return pairs_seen
    end
    assert.is_true(count(2000) < 2.5 * count(1000))
  end)
end)

local function fill(ds)
  ds:add("sources", { id = "s1", published = "2025-06-02" }, { source = "s1" })
  local by = { source = "s1" }
  for id, name in pairs { a1 = "Петро Гурін", a2 = "P. Hurin", b1 = "Sami Haddad", b2 = "سامي حداد", c1 = "Ann Berg" } do
    ds:add("people", { id = id, name = name }, by)
  end
  for id, row in pairs { north = { "North", "state", "NOR" }, nord = { "Nordland", "state", "NOR" },
    south = { "South Front", "armed_group" }, souths = { "South Fronts", "armed_group" },
    wing = { "South Front Wing", "armed_group" } } do
    ds:add("parties", { id = id, name = row[1], kind = row[2], iso3 = row[3] }, by)
  end
  ds:claim("parties", "wing", { parent = "south" }, by)
  for id, row in pairs { o1 = { "a1", "north" }, o2 = { "a2", "north" } } do
    ds:add("offices", { id = id, person = row[1], party = row[2] }, by)
  end
  ds:add("talks", { id = "t1" }, by)
  for id, person in pairs { p1 = "b1", p2 = "b2" } do
    ds:add("participants", { id = id, talk = "t1", person = person }, by)
  end
  return ds
end

local function holds(ds)
  local people = ds:candidates("people")
  assert.same({ "a1 a2 0.73" }, pairs_of(people))
  assert.equal("Петро Гурін ~ P. Hurin 0.95, in two alphabets, by an initial +0.58; both held an office of north +0.15",
    people:first().reasons)
  local together = ds:candidates("people", { least = 0.1 }):where { left = "b1" }:first()
  assert.matches("both in t1 %-0%.30$", together.reasons)
  assert.same({ "nord north 0.98", "south souths 0.61", "souths wing 0.51" }, pairs_of(ds:candidates "parties"))
  assert.matches("the same iso3, NOR$", ds:candidates("parties"):first().reasons)
  assert.matches("one belongs to the other, south %-0%.40", ds:candidates("parties", { least = 0 })
    :where { left = "south", right = "wing" }:first().reasons)
  local key = ds:judge("a1", "a2", "different", "father and son")
  assert.equal(0, ds:candidates("people"):count())
  assert.equal(1, ds:candidates("people", { judged = true }):count())
  ds:retract(key)
  assert.equal(1, ds:candidates("people"):count())
end

describe("candidates", function()
  it("come with a score, and reasons with their shares", function() holds(fill(parley.open ":memory:")) end)

  it("know an id of the user's own, which decides", function()
    local ds = fill(parley.open ":memory:")
    ds:add_column("people", "wikidata", { type = "text" })
    for id, q in pairs { a1 = "Q1", a2 = "Q2", b1 = "Q3", c1 = "Q3" } do
      ds:claim("people", id, { wikidata = q }, { source = "s1" })
    end
    assert.same({ "b1 c1 0.98" }, pairs_of(ds:candidates "people"))
    assert.matches("wikidata differs, Q1 and Q2$", ds:candidates("people", { least = 0 }):where { left = "a1" }:first().reasons)
  end)

  it("are likeliest first, and told of where they are cut", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s1" })
    for i = 1, 6 do ds:add("people", { id = "p" .. i, name = "Petro Hurin" }, { source = "s1" }) end
    local f = ds:candidates("people", { limit = 2 })
    assert.same({ "p1 p2 0.70", "p1 p3 0.70" }, pairs_of(f))
    assert.equal("13 more pairs score enough", f:notes()[1].note)
    assert.equal(15, #ds:candidates "people")
  end)

  it("of the bundled datasets are few", function()
    for name, most in pairs { ["istanbul-2025"] = 0, ["russia-ukraine-talks"] = 3 } do
      local ds <close> = parley.open(name)
      assert.is_true(#ds:candidates "people" <= most and #ds:candidates "parties" <= most)
    end
  end)

  it("are refused in words", function()
    local ds = parley.open()
    for told, arguments in pairs {
      ["no table 'peopel'; did you mean 'people'?"] = { "peopel" },
      ["the things of statements have no names; candidates() holds names against each other"] = { "statements" },
      ["candidates() takes the name of a table, such as \"people\", not a nil"] = {},
      ["least of candidates() is a score from 0 to 1, not 2"] = { "people", { least = 2 } },
      ["candidates() has no option 'most'; known: least, limit, judged"] = { "people", { most = 2 } },
    } do
      local _, err = pcall(ds.candidates, ds, table.unpack(arguments, 1, 2))
      assert.equal(told, (tostring(err):match "parley: (.*)"))
    end
  end)
end)

server.needed(describe, it, pending)("candidates on a server #server", function()
  it("are those in memory", function()
    local made = server_dataset.new()
    local done, err = pcall(holds, fill(made.ds))
    made:drop()
    if not done then error(err, 0) end
  end)
end)
