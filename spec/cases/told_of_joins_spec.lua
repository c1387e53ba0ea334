-- What is told of columns that came by a join or a union: with the reason, and once.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local function message(ask)
  local ok, err = pcall(ask)
  assert.is_false(ok)
  return err.message
end

describe("a column of texts that a join brings from another file", function()
  local first, second, own, folder, remove

  setup(function()
    folder, remove = scratch.folder()
    local opened = {}
    for i, name in ipairs { "a.db", "b.db" } do
      local store = assert(require("parley.core").open(folder(name)))
      store:exec [[CREATE TABLE mixed(k, v); INSERT INTO mixed VALUES ('a', 1), ('b', 'n/a'), ('c', 200);
        CREATE TABLE texts(k TEXT, w TEXT); INSERT INTO texts VALUES ('a', '1'), ('b', 'n/a'), ('c', '200'), ('d', '9')]]
      store:close()
      opened[i] = assert(parley.open(folder(name), { schema = false }))
    end
    first, second = opened[1], opened[2]
    own = parley.open ":memory:"
    own:add_column("talks", "size", { type = "text" })
    own:add("sources", { id = "s", published = "2025-06-01" })
    for i, size in ipairs { "1", "about 30", "200", "9" } do
      own:add("talks", { id = "t" .. i, size = size }, { source = "s" })
    end
  end)

  teardown(function()
    for _, ds in ipairs { first, second, own } do ds:close() end
    remove()
  end)

  it("is refused as that of the same file is, with its row", function()
    for _, ds in ipairs { first, second } do
      local mixed = first.mixed:select("k"):join(ds.mixed:select("k", "v as w"), { on = "k" })
      local texts = first.mixed:select("k"):join(ds.texts, { on = "k" })
      assert.matches("w (text, since row 2 of mixed has 'n/a')", message(function() return mixed:sum "w" end), 1, true)
      assert.matches("it is text, since row 2 of mixed has 'n/a'", message(function() return mixed:max "w" end), 1, true)
      assert.matches("it is text, since row 2 has 'n/a'", message(function() return texts:max "w" end), 1, true)
      assert.matches("w (text, since row 2 has 'n/a')", message(function() return texts:sum "w" end), 1, true)
      assert.matches("sort() goes by the letters of w", texts:sort("w"):notes()[1].note, 1, true)
    end
  end)

  it("of a dataset's own is told with its row, joined or not", function()
    local frame = parley.frame { { id = "t1" }, { id = "t3" } }
    for _, q in ipairs { own.talks, own.talks:select("id"):join(own.talks:select("id", "size"), { on = "id" }),
      frame:join(own.talks:select("id", "size"), { on = "id" }) } do
      assert.matches("size (text, since row 2 has 'about 30')", message(function() return q:sum "size" end), 1, true)
      assert.matches("since row 2 has 'about 30'", message(function() return q:max "size" end), 1, true)
    end
    assert.matches("name (text) is not", message(function() return own.talks:sum "name" end), 1, true)
  end)

  it("of a dataset that is closed is told without", function()
    local ds = parley.open ":memory:"
    local talks = ds.talks
    ds:close()
    assert.matches("name (text) is not", message(function() return talks:sum "name" end), 1, true)
  end)
end)

describe("amounts", function()
  local ds = parley.open()

  it("without units on both sides of a union are told once", function()
    local best = ds.outcomes:select "best"
    local seen = {}
    for _, note in ipairs(best:union(best):notes()) do
      local said = note.note:gsub("^of the other side of union%(%): ", "")
      assert.is_nil(seen[said])
      seen[said] = true
    end
    assert.is_truthy(next(seen))
  end)

  it("add up though their id stands there under a second name", function()
    for _, q in ipairs { ds.outcomes, ds.outcomes:frame() } do
      local plain = q:where("unit = 'bodies'"):by("id"):summarise "sum(best) as s"
      assert.same(plain:frame():values "s",
        q:where("unit = 'bodies'"):with("id as z"):by("z"):summarise("sum(best) as s"):frame():values "s")
      for _, more in ipairs { "id as z", "length(id) as n" } do
        assert.matches("not counted alike", message(function() return q:with(more):sum "best" end), 1, true)
      end
    end
  end)
end)
