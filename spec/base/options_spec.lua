-- Holds: base.foreign_options
local scratch = require "spec.support.scratch"
local options = require "parley.base.options"
local parley = require "parley"

local message = scratch.refusal

describe("options", function()
  it("are a table of known names, or nothing", function()
    assert.same({}, options.check(nil, "x{}", { "a" }))
    local given = { a = 1 }
    assert.equal(given, options.check(given, "x{}", { "a" }))
    assert.equal("parley: x{} has no option 'tpoic'; did you mean 'topic'?",
      message(options.check, { tpoic = 1 }, "x{}", { "topic", "party" }))
    assert.equal("parley: x{} has no option '1'; known: topic, party",
      message(options.check, { "ceasefire" }, "x{}", { "topic", "party" }))
    assert.equal("parley: x{} takes a table of options, not a string; its options: a", message(options.check, "a", "x{}", { "a" }))
  end)

  it("by the words of other tools are told which is meant, where the call has it", function()
    local ds <close> = parley.open()
    local function told(what, word, meant, f, ...)
      assert.equal(("parley: %s has no option '%s'; did you mean '%s'?"):format(what, word, meant), message(f, ...))
    end
    local q, frame = ds.demands, parley.frame({ { a = 1 } })
    for _, rows in ipairs { q, frame } do
      for word, meant in pairs { by = "on", using = "on", how = "kind", suffixes = "suffix", validate = "expect" } do
        told("join()", word, meant, rows.join, rows, ds.talks, { [word] = "x" })
      end
      told("pivot{}", "index", "rows", rows.pivot, rows, { index = "party" })
      told("pivot{}", "names_from", "columns", rows.pivot, rows, { rows = "party", names_from = "topic" })
      told("unpivot{}", "names_to", "names", rows.unpivot, rows, { names_to = "x" })
    end
    told("parley.read", "sep", "delimiter", parley.read, "x.csv", { sep = ";" })
    assert.equal("parley: x{} has no option 'how'; known: topic", message(options.check, { how = 1 }, "x{}", { "topic" }))
  end)

  it("are nothing where a call takes no more", function()
    assert.equal("parley: to_csv() gives the text itself; save(path) writes a file; 'x.csv' is one argument too many",
      message(function() return parley.open().talks:to_csv("x.csv") end))
    assert.equal("parley: to_json() gives the text itself; save(path) writes a file; '2' is one argument too many",
      message(function() return parley.frame({ { a = 1 } }):to_json(2) end))
    assert.equal("parley: save() takes a path, whose extension says the format, and options; a table is one argument too "
      .. "many", message(function() return parley.open().talks:save("x.csv", nil, {}) end))
    assert.equal("parley: to_json() has no option 'bom'",
      message(function() return parley.frame({ { a = 1 } }):to_json { bom = true } end))
  end)

  it("hold one of a list", function()
    assert.equal("b", options.one_of("b", { "a", "b" }, "letter"))
    assert.is_nil(options.one_of(nil, { "a" }, "letter"))
    assert.equal("parley: no letter 'c'; known: a, b", message(options.one_of, "c", { "a", "b" }, "letter"))
  end)

  it("hold whole numbers", function()
    assert.equal(3, options.whole_number(3.0, "limit(n)"))
    assert.equal(0, options.whole_number(0, "limit(n)"))
    assert.equal("parley: limit(n) must be a whole number, 0 or more, not -1", message(options.whole_number, -1, "limit(n)"))
    assert.equal("parley: limit(n) must be a whole number, 0 or more, not the text '3'",
      message(options.whole_number, "3", "limit(n)"))
  end)
end)
