-- parley.analysis.search: words looked for in all tables: what is found, in which order, and the words around it.
-- Holds: storage.full_text

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local istanbul, orvenn = parley.open(), second.open()

-- Hits as "table/id column: text".
local function hits(ds, text, given)
  local list = {}
  for name, id, column, words in ds:search(text, given):each("table", "id", "column", "text") do
    list[#list + 1] = ("%s/%s %s: %s"):format(name, id, column, words)
  end
  return list
end

-- A dataset with one source and texts as demands.
local function with_texts(texts)
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s", published = "2025-01-01" })
  for i, text in ipairs(texts) do ds:add("demands", { id = ("d%02d"):format(i), text = text }, { source = "s" }) end
  return ds
end

describe("a search over all tables", function()
  it("finds words in any table, marked in the text as it was written", function()
    assert.same({ "people/tas name: İşbel [Taş]" }, hits(orvenn, "tas"))
    assert.same({ "parties/grey-sisters name: Grey Sisters of [Weißwasser]" }, hits(orvenn, "WEISSWASSER"))
    assert.same({ "parties/shore-front aliases: OSF; Front du Rivage; [Фронт] берега" }, hits(orvenn, "фронт"))
    assert.same({ "talks/o3 place: [Øster] Mole" }, hits(orvenn, "oster"))
    assert.same({ "statements/halvik-hopeful label: ein [großer] Tag" }, hits(orvenn, "Grosser"))
  end)

  it("finds the accented by the plain and the plain by the accented", function()
    local ds = with_texts { "In Çırağan they met.", "In Ciragan they met.", "In C\u{327}irag\u{306}an they met." }
    for _, word in ipairs { "çırağan", "ciragan", "CIRAGAN", "C\u{327}irag\u{306}an" } do
      local found = hits(ds, word)
      table.sort(found)
      assert.same({ "demands/d01 text: In [Çırağan] they met.", "demands/d02 text: In [Ciragan] they met.",
        "demands/d03 text: In [Çirağan] they met." }, found)
    end
  end)

  it("wants all words, together in quotes, and beginnings with a star", function()
    assert.same({}, hits(orvenn, "coast harvest"))
    assert.same({ "demands/tv-roads-1 text: The [coast] [road] is to be opened for repair.",
      "demands/tv-roads-3 text: The [coast] [road] is to be opened." }, (function()
      local list = hits(orvenn, "road coast")
      table.sort(list)
      return list
    end)())
    assert.same({ "documents/ua-memorandum text: Five sections on a ceasefire and a peace process; [most of] it was "
      .. "public already.", "documents/ru-memorandum text: Russia's terms for a settlement, [most of] them known; its "
      .. "second section has two ways to a ceasefire." }, hits(istanbul, '"most of"'))
    assert.same({}, hits(istanbul, '"of most"'))
    assert.same({ "demands/ca-truce-1 text: A few days of truce for the [harvest]." }, hits(orvenn, "harv*"))
    assert.same({}, hits(orvenn, "harv"))
  end)

  it("ranks by one score over all tables, ties by table and id", function()
    local found = istanbul:search "prisoners"
    assert.same({ "demands/ua-prisoners text: [Prisoners] are to be freed.",
      "demands/ua-r3-prisoners text: [Prisoners] of war are to come home.",
      "outcomes/r1-swap text: A thousand [prisoners] of war from each side; whether it was done is not said.",
      "statements/r2-progress text: Some things moved forward, the exchange of [prisoners] above all.",
      "outcomes/r2-pows unit: [prisoners] of war",
      "statements/medinsky-largest text: No exchange of [prisoners] was as big as the coming one." },
      hits(istanbul, "prisoners"))
    local before = math.huge
    for score in found:each "score" do
      assert.is_true(score > 0 and score <= before)
      before = score
    end
    local twins = with_texts { "twin words", "twin words", "twin words" }
    twins:add("documents", { id = "d02", text = "twin words" }, { source = "s" })
    assert.same({ "demands/d01 text: [twin] words", "demands/d02 text: [twin] words", "demands/d03 text: [twin] words",
      "documents/d02 text: [twin] words" }, hits(twins, "twin"))
  end)

  it("shows the column with most different words, then most hits, then the text", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s", published = "2025-01-01" })
    ds:add("documents", { id = "a", name = "red and blue", contents = "red red red", text = "red" }, { source = "s" })
    ds:add("documents", { id = "b", name = "green", contents = "green green" }, { source = "s" })
    ds:add("documents", { id = "c", name = "white", contents = "white", text = "It is white." }, { source = "s" })
    assert.same({ "documents/a name: [red] and [blue]" }, hits(ds, "red blue"))
    assert.same({ "documents/b contents: [green] [green]" }, hits(ds, "green"))
    assert.same({ "documents/c text: It is [white]." }, hits(ds, "white"))
  end)

  it("cuts long texts around the first hit", function()
    local words = {}
    for i = 1, 60 do words[i] = "word" .. i end
    words[30] = "needle"
    words[33] = "needle"
    local ds = with_texts { table.concat(words, " "), "needle " .. table.concat(words, "  ", 1, 29),
      table.concat(words, "\n", 34, 60) .. " needle" }
    local found = hits(ds, "needle")
    table.sort(found)
    assert.equal("demands/d01 text: … word24 word25 word26 word27 word28 word29 [needle] word31 word32 [needle] word34 "
      .. "word35 word36 word37 word38 word39 word40 word41 word42 word43 word44 word45 word46 word47 …", found[1])
    assert.equal("demands/d02 text: [needle] word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 "
      .. "word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 …", found[2])
    assert.equal("demands/d03 text: … word38 word39 word40 word41 word42 word43 word44 word45 word46 word47 word48 "
      .. "word49 word50 word51 word52 word53 word54 word55 word56 word57 word58 word59 word60 [needle]", found[3])
  end)

  it("marks the right letters whatever stands before them", function()
    for _, text in ipairs { "ßßß ŒŒ ﬁsh", "İİİ – “fish” …", "éé fish", "x\u{301}x\u{301} fish", "日本語 fish 日本",
      "fish fish", "fish-fish", "«fish»", "x\u{200b}y fish" } do
      local shown = with_texts { text }:search("fish")[1].text
      assert.equal(text, (shown:gsub("[%[%]]", "")))
      for marked in shown:gmatch "%[(.-)%]" do
        assert.is_true(marked == "fish" or marked == "ﬁsh", shown)
      end
      assert.truthy(shown:find("[", 1, true), shown)
    end
  end)

  it("looks through the vocabularies only when asked", function()
    assert.equal(0, #istanbul:search("mediator"))
    assert.equal("terms", istanbul:search("mediator", { tables = "terms" })[1].table)
  end)

  it("keeps tables, and the first hits", function()
    assert.same({ "talks/r2 planned_venue: [Çırağan] Palace" }, hits(istanbul, "ciragan", { tables = "talks" }))
    assert.same({}, hits(istanbul, "ciragan", { tables = { "demands", "people" } }))
    local all = hits(istanbul, "ceasefire")
    assert.is_true(#all > 5)
    assert.same(table.move(all, 1, 3, 1, {}), hits(istanbul, "ceasefire", { limit = 3 }))
  end)
end)

describe("a search follows", function()
  it("what is written, at once", function()
    local ds = second.open()
    assert.same({}, hits(ds, "unheard"))
    local key = ds:claim("demands", "fr-flag", { text = "Unheard of." }, { source = "gazette",
      certainty = "on_record_quote" })
    assert.same({ "demands/fr-flag text: [Unheard] of." }, hits(ds, "unheard"))
    ds:retract(key, "misread")
    assert.same({}, hits(ds, "unheard"))
    ds:atomic(function()
      ds:claim("demands", "fr-flag", { text = "Verily." }, { source = "gazette", certainty = "on_record_quote" })
      assert.same({ "demands/fr-flag text: [Verily]." }, hits(ds, "verily"))
    end)
  end)

  it("the day of a view", function()
    local early = orvenn:as_of "2024-03-31"
    assert.same({}, hits(early, '"second round"'))
    assert.same({ "talks/o2 name: [second round]" }, hits(orvenn, '"second round"'))
    assert.same({ "talks/o1 name: [first] [round]", "sources/beacon title: [First] [round] at the lake" },
      hits(early, "first round"))
    assert.same({}, hits(early, "monitors"))
    assert.equal(3, #orvenn:search "monitors")
    assert.same({}, hits(istanbul:as_of "2025-05-31", "ceasefire"))
  end)

  it("the policy and the time of recording, each with an index of its own", function()
    local firm = orvenn:with_policy { certainty = "document_seen" }
    assert.same({}, hits(firm, "harvest"))
    assert.equal(1, #hits(orvenn, "harvest"))
    local before = orvenn:as_recorded "2024-09-01"
    assert.same({}, hits(before, "harvest"))
    assert.same({}, hits(firm, "harvest"))
  end)

  it("the index of a file, with the same hits and scores as the bundled dataset", function()
    local path, remove = scratch.folder()
    assert(istanbul:save_as(path "copy.db"))
    local copy = assert(parley.open(path "copy.db"))
    for _, text in ipairs { "ceasefire", "zelensky*", "prisoners of war" } do
      assert.equal(istanbul:search(text):to_csv(), copy:search(text):to_csv())
    end
    copy:close()
    remove()
  end)

  it("a transaction that fails", function()
    local ds = second.open()
    local early = ds:as_of "2024-03-31"
    pcall(ds.atomic, ds, function()
      ds:add("demands", { id = "gone", text = "Soon evaporated." }, { source = "beacon" })
      assert.same({ "demands/gone text: Soon [evaporated]." }, hits(early, "evaporated"))
      error "no"
    end)
    assert.same({}, hits(early, "evaporated"))
    assert.same({}, hits(ds, "evaporated"))
  end)
end)

describe("bad input to search()", function()
  local cases = {
    { { 5 }, "search() takes text, not a number" },
    { {}, "search() takes text, not a nil" },
    { { "?!" }, "search() needs at least one word to look for, but got '?!'" },
    { { "x", { table = "talks" } }, "search() has no option 'table'; did you mean 'tables'?" },
    { { "x", { tables = "talk" } }, "no table 'talk'; did you mean 'talks'?" },
    { { "x", { tables = {} } }, "tables of search() is an empty list; leave it out to ask for all" },
    { { "x", { limit = 0 } }, "limit of search() must be a whole number, 1 or more, not 0" },
    { { "x", { limit = "5" } }, "limit of search() must be a whole number, 1 or more, not 5" },
  }
  for _, case in ipairs(cases) do
    it("is refused: " .. case[2], function()
      assert.equal(case[2], scratch.message_of(istanbul.search, istanbul, table.unpack(case[1], 1, 2)))
    end)
  end

  it("takes no operators of SQLite's", function()
    for _, text in ipairs { "a OR b", "NEAR(a b)", "body : a", "a* b^", '"', "a\"b", "-a", "(a" } do
      assert.equal(0, #orvenn:search(text .. " zzz"))
    end
  end)

  it("says so in a closed dataset and in a file without Parley's tables #file", function()
    local closed, foreign = scratch.without_tables("search", "x")
    assert.equal("this dataset is closed; open it again with parley.open()", closed)
    assert.equal("ds:search() needs Parley's tables, and this file was opened as it is ({schema = false})", foreign)
  end)

  it("gives nothing where there is nothing", function()
    local found = parley.open(":memory:"):search "anything"
    assert.equal(0, #found)
    assert.same({ "table", "id", "column", "text", "score" }, { table.unpack(found:columns()) })
  end)
end)
