-- References that take several: one statement made by several, found by each of them, in tables, Frames and views.
-- Holds: base.item_lists, query.steps.split

local both_engines = require "spec.support.both_engines"
local item_lists = require "parley.base.item_lists"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local rows_of = both_engines.rows

local function dataset()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s1", published = "2025-06-01" })
  ds:add("sources", { id = "s2", published = "2025-06-02" })
  for _, p in ipairs { { "colombia", "Colombia", "state" }, { "farc", "FARC", "armed_group" },
    { "eln", "ELN", "armed_group" } } do
    ds:add("parties", { id = p[1], name = p[2], kind = p[3] }, { source = "s1" })
  end
  ds:add("talks", { id = "t1" }, { source = "s1" })
  ds:add("documents", { id = "joint", author = { "farc", "colombia" }, talk = "t1" }, { source = "s1" })
  ds:add("documents", { id = "own", author = "farc", recipient = "colombia" }, { source = "s1" })
  ds:add("documents", { id = "none" }, { source = "s1" })
  ds:add("responses", { id = "answer", party = "eln", document = "joint" }, { source = "s1" })
  return ds
end

describe("items as people write them", function()
  it("stand between semicolons or line breaks, without blanks, and none is empty", function()
    assert.same({ "a", "b c", "d" }, item_lists.written " a;;b c ;\n d\n")
    assert.same({}, item_lists.written(nil))
    assert.same({}, item_lists.written " ; \n")
  end)
end)

describe("a column that takes several", function()
  local ds
  before_each(function() ds = dataset() end)

  it("takes no list with a hole, without items, or with keys, and says which", function()
    for told, author in pairs { ["item 2 of the list is nil"] = { "farc", nil, "colombia" },
      ["a list without items says nothing"] = {}, ["not a table with the key 'a'"] = { a = "farc" } } do
      assert.error_matches(function() ds:add("documents", { id = "x", author = author }, { source = "s1" }) end, told, 1, true)
    end
    assert.equal(3, ds.documents:count())
  end)

  it("takes a list of JSON as it is written, and refuses one with escapes instead of cutting it", function()
    assert.equal("a; b", item_lists.checked '["b" , "a"]')
    local text, problem = item_lists.checked '["a\\"b", "c"]'
    assert.is_nil(text)
    assert.equal("bad_value.list", problem.key)
  end)

  it("is found by each, by all of several, and by any of a list, also in a Frame", function()
    for _, q in ipairs { ds.documents, ds.documents:frame(), ds.documents:as_of("2025-06-01") } do
      assert.same({ "joint", "own" }, rows_of(q:where{ author = "farc" }:sort("id"):select("id")))
      assert.equal(1, q:where{ author = "colombia; farc" }:count())
      assert.equal(1, q:where{ author = "farc; colombia" }:count())
      assert.equal(1, q:where{ author = { "eln", "colombia" } }:count())
      assert.equal(2, q:where{ author = { "eln", parley.null, "colombia" } }:count())
      assert.same({ "own" }, rows_of(q:where("author != 'colombia'"):select("id")))
      assert.same({ "own" }, rows_of(q:where("author not in ('eln', 'colombia')"):select("id")))
      assert.equal(1, q:where("'colombia' = author"):count())
      assert.equal(1, q:where("author is nil"):count())
      assert.equal(1, q:where("author = recipient or author = 'colombia'"):count())
    end
    assert.equal(1, ds.responses:where{ ["document.author"] = "colombia" }:count())
  end)

  it("is looked for in its indexes, not in every row #file", function()
    local sql = ds.documents:where({ author = "farc" }):select("id"):sql():gsub("%?%d", "'farc'")
    local plan = ds:sql("EXPLAIN QUERY PLAN " .. sql):distinct("detail"):each "detail"
    local text = table.concat((function(list) for one in plan do list[#list + 1] = one end return list end) {}, "\n")
    assert.matches("documents_author %(author=%?%)", text)
    assert.matches("documents_author_several %(author>%?%)", text)
    assert.is_nil(text:find("SCAN", 1, true), text)
  end)

  it("suggests who was meant, among several too", function()
    assert.error_matches(function() return ds.documents:where{ author = "frc" }:count() end, "did you mean 'farc'")
    assert.error_matches(function() return ds.documents:where{ author = "farc; colmbia" }:count() end,
      "did you mean 'colombia'")
    assert.error_matches(function() ds:add("documents", { id = "x", author = "farc; colmbia" }, { source = "s1" }) end,
      "documents.author of 'x': no party 'colmbia'; did you mean 'colombia'")
    assert.error_matches(function() ds:add("documents", { id = "x", author = "farc;" }, { source = "s1" }) end,
      "is not a list of ids")
    assert.error_matches(function() ds:add("parties", { id = "a; b" }, { source = "s1" }) end, "looks like a list")
  end)

  it("is one canonical text, so that order is no disagreement", function()
    ds:claim("documents", "joint", { author = "farc; colombia; farc" }, { source = "s2" })
    assert.equal("colombia; farc", ds.documents:get("joint").author)
    assert.equal(0, #ds:disagreements())
    ds:claim("documents", "joint", { author = "farc" }, { source = "s2" })
    assert.equal("author", ds:disagreements()[1].field)
  end)

  it("has a row for each in groups and cross tables", function()
    for _, q in ipairs { ds.documents, ds.documents:frame() } do
      local counted = q:by("author"):summarise("count() as n", "count_distinct(id) as ids")
      assert.same({ "colombia 1 1", "farc 2 2", "- 1 1" }, rows_of(counted))
      assert.equal("1 row has several in author and stands once for each; count_distinct(id) counts once",
        counted:notes()[1].note)
      assert.same({ "t1 1 1 0", "- 0 1 1" }, rows_of(q:pivot { rows = "talk", columns = "author" }))
    end
    assert.same({ "armed_group 2", "state 1", "- 1" }, rows_of(ds.documents:by("author.kind"):count()))
    assert.same({ "Colombia 1", "FARC 1" }, rows_of(ds.responses:by("document.author.name as name"):count()))
  end)

  it("counts for each in the totals of a cross table, and once where it stands in several columns", function()
    for _, q in ipairs { ds.documents, ds.documents:frame() } do
      assert.same({ "colombia 1 0 0 1", "farc 1 0 1 2", "- 0 1 0 1", "total 1 1 1 3" },
        rows_of(q:pivot { rows = "author", columns = "id", margins = true }))
      assert.same({ "joint 1 1 0 1", "none 0 0 1 1", "own 0 1 0 1", "total 1 2 1 3" },
        rows_of(q:pivot { rows = "id", columns = "author", margins = true }))
    end
  end)

  it("meets the other side of a join with each", function()
    for _, q in ipairs { ds.documents, ds.documents:frame() } do
      q = q:select("id", "author")
      local on = { on = { author = "id" } }
      local parties = ds.parties:select("id", "name"):where{ id = { "colombia", "farc" } }
      assert.same({ "joint colombia colombia Colombia", "joint farc farc FARC", "own farc farc FARC" },
        rows_of(q:join(parties, on):sort("id", "author")))
      assert.same({ "Colombia joint", "FARC joint", "FARC own" },
        rows_of(parties:join(q, { on = { id = "author" }, suffix = "_doc" }):sort("name", "id_doc")
          :select("name", "id_doc")))
      local colombia = parties:where{ id = "colombia" }
      local function kept(kind) return rows_of(q:join(colombia, { on = { author = "id" }, kind = kind }):sort "id") end
      assert.same({ "joint colombia; farc" }, kept "semi")
      assert.same({ "none -", "own farc" }, kept "anti")
      assert.equal(4, q:join(colombia, { on = { author = "id" }, kind = "left" }):count())
    end
    assert.same({ "Colombia", "FARC", "FARC" }, rows_of(ds.documents:select("id", "author")
      :join(ds.parties:select("id as author", "name"), { on = "author" }):sort("name"):select("name")))
  end)

  it("leads along its reference to all of them", function()
    assert.same({ "Colombia; FARC", "-", "FARC" },
      rows_of(ds.documents:sort("id"):select("author.name")))
    assert.equal(2, ds.documents:where{ ["author.kind"] = "armed_group" }:count())
    assert.equal("Colombia; FARC", ds.responses:select("document.author.name as name"):one().name)
  end)

  it("is a list in JSON, written and read, and a table of links in a package", function()
    local folder, remove = scratch.folder()
    finally(remove)
    local q = ds.documents:where("author is not nil"):sort("id"):select("id", "author")
    for _, rows in ipairs { q, q:frame() } do
      assert.equal('{"id":"joint","author":["colombia","farc"]}\n{"id":"own","author":"farc"}\n', rows:to_jsonl())
    end
    local file <close> = assert(io.open(folder "d.json", "w"))
    file:write '[{"id": "read", "author": ["farc", "eln"]}]'
    file:close()
    ds:import("documents", folder "d.json", { source = "s1" })
    assert.equal("eln; farc", ds.documents:get("read").author)
    assert(ds:save_package(folder "package"))
    assert.equal("id,author\njoint,colombia\njoint,farc\nown,farc\nread,eln\nread,farc\n",
      scratch.read(folder "package/documents_author.csv"))
  end)

  it("follows a party that is renamed, and holds the last claim about one", function()
    ds:rename("parties", "farc", "a-farc")
    assert.equal("a-farc; colombia", ds.documents:get("joint").author)
    local claim = ds.parties:where{ id = "colombia" }:claims():one().claim
    assert.error_matches(function() ds:retract(claim, "test") end, "refers to it")
  end)

  it("gives the network an edge for each, and each its positions and entries", function()
    ds:add("demands", { id = "d", party = "farc; colombia", addressee = "eln", topic = "ceasefire",
      made = "2025-05-01" }, { source = "s1" })
    assert.same({ "colombia eln", "farc eln" },
      rows_of(ds:network { tables = "demands" }:sort("source"):select("source", "target")))
    assert.equal(1, #ds:network { tables = "demands", party = "farc", role = "demands" }:where{ source = "farc" })
    assert.equal(1, #ds:positions { party = "farc" })
    assert.equal(0, #ds:positions { party = "eln" })
    assert.equal(1, #ds:timeline { party = "colombia", tables = "demands" })
  end)

  it("says so where count_distinct() counts several as one value", function()
    local told = "1 row has several in author, which count as one value together; "
      .. "by(\"author\") and split(\"author\") take each"
    for _, q in ipairs { ds.documents, ds.documents:frame() } do
      local counted = q:summarise("count_distinct(author) as n")
      assert.equal(2, counted:one().n)
      assert.equal(told, counted:notes()[1].note)
      assert.equal("2 colombia; farc",
        rows_of(q:split("author"):summarise("count_distinct(author) as n", "list(author) as all"))[1]:gsub(";.*;", ";"))
      assert.same({}, q:where{ id = "own" }:summarise("count_distinct(author) as n"):notes())
    end
    assert.matches("several in document.author", ds.responses:summarise("count_distinct(document.author) as n")
      :notes()[1].note, 1, true)
  end)

  describe("in the analyses", function()
    before_each(function()
      ds:add("talks", { id = "t2" }, { source = "s1" })
      ds:add("demands", { id = "both", party = "farc; eln", addressee = "colombia", topic = "ceasefire", talk = "t1",
        made = "2025-05-01", days_low = 10 }, { source = "s1" })
      ds:add("demands", { id = "alone", party = "farc", addressee = "colombia", topic = "ceasefire", talk = "t2",
        made = "2025-06-01" }, { source = "s1" })
      ds:add("responses", { id = "no", party = "colombia", demand = "both", kind = "reject" }, { source = "s1" })
      ds:add("responses", { id = "own", party = "farc", demand = "both", kind = "accept" }, { source = "s1" })
      ds:add("outcomes", { id = "theirs", talk = "t1", topic = "ceasefire", giver = "farc; eln", receiver = "colombia",
        kind = "commitment" }, { source = "s1" })
      ds:add("outcomes", { id = "mutual", talk = "t1", topic = "ceasefire", giver = "farc; colombia",
        receiver = "colombia; farc", kind = "commitment" }, { source = "s1" })
    end)

    it("is found by each, and has a row for each in groups, in what they answer", function()
      assert.same({ "alone", "both" }, rows_of(ds:positions():where{ party = "farc" }:sort("demand"):select("demand")))
      assert.same({ "eln 1", "farc 2" }, rows_of(ds:positions():by("party"):count()))
      assert.equal("both", ds:positions():where("surely(days >= 10)"):one().demand)
      assert.same({ "mutual", "theirs" }, rows_of(ds:ledger():where{ giver = "farc" }:select("outcome")))
      assert.same({ "colombia 1", "eln 1", "farc 2" }, rows_of(ds:ledger():by("giver"):count()))
      assert.equal(2, ds:timeline():where{ party = "eln", table = "demands" }:count()
        + ds:concessions():where{ party = "eln" }:count())
      assert.equal(1, ds:compare("t1", "t2"):where{ addressee = "colombia" }:count())
    end)

    it("asks what each of them asks at another talk, and who asks has changed", function()
      local row = ds:compare("t1", "t2"):one()
      assert.same({ "changed", "both", "alone", "party", "eln; farc", "farc", "topic" },
        { row.verdict, row.before, row.after, row.fields, row.from, row.to, row.basis })
      assert.equal(1, #ds:compare("t1", "t2", { party = "eln" }))
      ds:claim("demands", "alone", { topic = "prisoners" }, { source = "s2" })
      ds:retract(ds.demands:where{ id = "alone" }:claims():sort("claim"):first().claim, "read again")
      ds:claim("demands", "alone", { party = "farc", addressee = "colombia", talk = "t2" }, { source = "s2" })
      assert.same({ "dropped both", "added alone" },
        rows_of(ds:compare("t1", "t2"):sort("verdict desc"):with("coalesce(before, after) as which")
          :select("verdict", "which")))
    end)

    it("is answered by others only, and is given nothing by themselves", function()
      assert.same({ "both no mutual" }, rows_of(ds:concessions():where{ demand = "both" }
        :select("demand", "answer", "outcomes")))
      assert.same({ "colombia farc mutual", "eln colombia theirs", "farc colombia mutual", "farc colombia theirs" },
        rows_of(ds:network { tables = "outcomes" }:sort("source", "target", "id"):select("source", "target", "id")))
    end)
  end)
end)
