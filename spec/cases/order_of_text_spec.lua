--- Case 88: the order of text is the one that doc/queries.md states, on both engines, in windows and for extremes; and
-- on request that of the Unicode Collation Algorithm, as a language tailors it.

local both = require "spec.support.both_engines"
local frame_query = require "spec.support.frame_query"
local parley = require "parley"

local function names(q)
  local list = {}
  for name in q:each "name" do list[#list + 1] = name end
  return table.concat(list, " ")
end

local function frame_of(...)
  local rows = {}
  for i, name in ipairs { ... } do rows[i] = { name = name } end
  return parley.frame(rows)
end

describe("case 88: text", function()
  local f = frame_of("Ґонта", "zoo", "Éva", "Яків", "café", "Zelenskyy", "Андрій", "cafe", "Єрмак", "eva")

  it("sorts by code points", function()
    for _, q in ipairs { f, frame_query(f, "sql") } do
      assert.equal("Zelenskyy cafe café eva zoo Éva Єрмак Андрій Яків Ґонта", names(q:sort "name"))
      assert.same({ least = "Zelenskyy", most = "Ґонта" },
        q:summarise("min(name) as least", "max(name) as most"):first())
    end
  end)

  it("sorts by letters alone through fold()", function()
    for _, q in ipairs { f, frame_query(f, "sql") } do
      assert.equal("cafe café eva Éva Zelenskyy zoo Андрій Яків Єрмак Ґонта", names(q:sort("fold(name)", "name")))
    end
  end)

  -- ICU is looked for when the first key is asked for; tools/deps.sh installs it, and not every machine has it.
  local has_icu = pcall(function() return f:select("sortkey(name) as k"):first() end)
  local with_icu = has_icu and it or pending

  with_icu("sorts by the Unicode Collation Algorithm through sortkey(), on both engines", function()
    local function sorted(key, g) return both.answers(function(q) return q:sort(key):select "name" end, g or f).rows end
    assert.same({ "cafe", "café", "eva", "Éva", "Zelenskyy", "zoo", "Андрій", "Ґонта", "Єрмак", "Яків" },
      sorted "sortkey(name)")
    assert.same({ "Андрій", "Ґонта", "Єрмак", "Яків", "cafe", "café", "eva", "Éva", "Zelenskyy", "zoo" },
      sorted "sortkey(name, 'uk')")
    assert.same({ "Яків", "Єрмак", "Ґонта", "Андрій" }, { table.unpack(sorted "sortkey(name) desc", 1, 4) })
    local nordic = frame_of("ö", "z", "a", "Å", "o")
    assert.same({ "a", "Å", "o", "ö", "z" }, sorted("sortkey(name)", nordic))
    assert.same({ "a", "o", "z", "Å", "ö" }, sorted("sortkey(name, 'sv')", nordic))
  end)

  with_icu("has one key where it is canonically equivalent, and a key whatever its bytes and length", function()
    local g = parley.frame { { a = "e\u{301}", b = "é" }, { a = "a\xff", b = "a\u{fffd}" }, { a = "", b = "" },
      { a = ("ŉ"):rep(5000), b = ("ŉ"):rep(5000) }, { a = "a", b = "b" }, { a = "a" } }
    local found = both.answers(function(q)
      return q:select("sortkey(a) = sortkey(b) as same", "sortkey(a) < sortkey(b) as less")
    end, g)
    assert.same({ "true false", "true false", "true false", "true false", "false true", "- -" }, found.rows)
  end)

  with_icu("takes the language of a row, and refuses one that is none", function()
    local g = parley.frame { { name = "ch", language = "cs" }, { name = "ch", language = "" } }
    local found = both.answers(function(q)
      return q:select("sortkey(name, language) > sortkey('h', language) as behind")
    end, g)
    assert.same({ "true", "false" }, found.rows)
    for _, language in ipairs { "english", "uk_UA", "xx", "uk\0", ("a"):rep(100) } do
      local said = both.refusal(function(q) return q:sort("sortkey(name, ?)", language):all() end, f)
      assert.truthy(said:find("sortkey() knows no language '", 1, true), said)
    end
  end)

  with_icu("is refused no language in a branch that is not taken", function()
    local g = parley.frame { { name = "english" }, { name = "uk_UA" } }
    local found = both.answers(function(q)
      return q:select("if(name = 'x', sortkey(name, name), name) as a", "coalesce(name, sortkey(name, name)) as b")
    end, g)
    assert.same({ "english english", "uk_UA uk_UA" }, found.rows)
  end)

  with_icu("sorts and groups tables of a dataset", function()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    for i, name in ipairs { "Яків", "Ґонта", "Éva" } do
      ds:add("people", { id = "p" .. i, name = name }, { source = "s" })
    end
    assert.equal("Éva Ґонта Яків", names(ds.people:sort "sortkey(name)"))
    assert.equal("Ґонта Яків Éva", names(ds.people:sort "sortkey(name, 'uk')"))
    assert.equal("Éva", ds.people:by("sortkey(name) as k"):summarise("first(name) as name"):first().name)
  end)
end)
