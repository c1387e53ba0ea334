-- CSV as other programs want it: case 73, with cousins, written by every way of writing.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local ROWS = { { a = "=1+1", b = "Київ" }, { a = " @x", b = 'a;"b"' }, { a = "-5", b = "" }, { b = "1,5" } }

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

-- What a Frame, a query of it and a file hold, which must be the same.
local function written(options, rows)
  local f = parley.frame(rows or ROWS, { columns = { "a", "b" } })
  local text = f:to_csv(options)
  assert.equal(text, f:where("true"):to_csv(options))
  assert.is_true(f:save(at "x.csv", options))
  local file = assert(io.open(at "x.csv", "rb"))
  local saved = file:read "a"
  file:close()
  assert.equal(text, saved)
  return text
end

local PLAIN = 'a,b\n=1+1,Київ\n" @x","a;""b"""\n-5,""\n,"1,5"\n'

describe("case 73: CSV", function()
  it("is what it was without options", function()
    assert.equal(PLAIN, written())
    assert.equal(PLAIN, written {})
    assert.equal(PLAIN, written { bom = false, crlf = false, delimiter = "," })
  end)

  it("has a mark at the beginning", function()
    assert.equal("\u{feff}" .. PLAIN, written { bom = true })
    assert.equal("\u{feff}a,b\n", written({ bom = true }, {}))
  end)

  it("ends its lines as asked for, and keeps those within texts", function()
    assert.equal((PLAIN:gsub("\n", "\r\n")), written { crlf = true })
    assert.equal('a,b\r\n"x\ny",z\r\n', written({ crlf = true }, { { a = "x\ny", b = "z" } }))
  end)

  it("is cut where it is asked for", function()
    assert.equal('a;b\n=1+1;Київ\n" @x";"a;""b"""\n-5;""\n;1,5\n', written { delimiter = ";" })
    assert.equal('a\tb\n"x\ty"\tz\n', written({ delimiter = "\t" }, { { a = "x\ty", b = "z" } }))
  end)

  it("keeps spreadsheets from running texts, and leaves numbers alone", function()
    assert.equal('a,b\n\'=1+1,Київ\n\' @x,"a;""b"""\n\'-5,""\n,"1,5"\n', written { formulas = "text" })
    assert.equal("a,b\n-5,-1.5\n", written({ formulas = "text" }, { { a = -5, b = -1.5 } }))
    assert.equal("'=a\n1\n", parley.frame({ { ["=a"] = 1 } }):to_csv { formulas = "text" })
  end)

  it("is read back as it was", function()
    written { bom = true, crlf = true, delimiter = ";" }
    assert.equal(PLAIN, parley.read(at "x.csv", { delimiter = ";" }):to_csv())
  end)

  it("refuses what cannot be", function()
    local f = parley.frame(ROWS)
    for _, delimiter in ipairs { "", ";;", '"', "\n", "a", "5", ".", "-", "ж", 5 } do
      assert.matches("the option delimiter is one character", scratch.refusal(f.to_csv, f, { delimiter = delimiter }), 1, true)
    end
    assert.equal("parley: the option bom is true or false, not 'yes'", scratch.refusal(f.to_csv, f, { bom = "yes" }))
    assert.equal("parley: no kind of formulas 'off'; known: text", scratch.refusal(f.to_csv, f, { formulas = "off" }))
    assert.matches("save() as csv has no option 'formula'; did you mean 'formulas'?",
      scratch.refusal(f.save, f, at "y.csv", { formula = "text" }), 1, true)
    assert.matches("has no option 'bom'", scratch.refusal(f.save, f, at "y.json", { bom = true }), 1, true)
    assert.is_nil(io.open(at "y.csv"))
  end)
end)
