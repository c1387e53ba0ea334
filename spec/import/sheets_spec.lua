--- Workbooks read as texts are: sheets, ranges, headers, and values as they are typed.
-- Holds: import/sheets.

local parley = require "parley"
local scratch = require "spec.support.scratch"
local workbook = require "spec.support.workbook"

local at, remove = scratch.folder()

local function file(name, text)
  local f = assert(io.open(at(name), "wb"))
  f:write(text)
  f:close()
  return at(name)
end

-- The Frame of a workbook made of parts.
local function read(parts, given)
  return parley.read(file("made.xlsx", workbook.of(type(parts) == "table" and parts or { sheets = parts })), given)
end

local function cell(value) return ('<c t="inlineStr"><is><t>%s</t></is></c>'):format(value) end
local function row(...)
  local cells = {}
  for i, value in ipairs { ... } do
    cells[i] = type(value) == "string" and cell(value) or ("<c><v>%s</v></c>"):format(value)
  end
  return "<row>" .. table.concat(cells) .. "</row>"
end

describe("a workbook", function()
  teardown(remove)

  it("is read as its cells are typed", function()
    local frame = assert(read(row("id", "n", "x", "ok") .. row("007", 1, 1.5) .. row("a-1", 2, 0.1)
      .. '<row><c r="A4" t="str"><v>0&amp;0</v></c><c r="C4"><v>44.670000000000002</v></c><c r="D4" t="b"><v>1</v></c></row>'))
    assert.same({ "text", "integer", "number", "boolean" }, frame:types())
    assert.same([[
id   n      x  ok
007  1   1.5   ·
a-1  2   0.1   ·
0&0  ·  44.67  true
3 rows × 4 columns]], tostring(frame))
  end)

  it("has the sheet that is asked for, by name or number", function()
    local two = { sheets = { { "Hidden", row "no", state = "hidden" }, { "Talks", row "a" .. row(1) },
      { "Demands", row "b" .. row(2) } } }
    assert.same({ "a" }, read(two):columns())
    assert.same({ "b" }, read(two, { sheet = "demands" }):columns())
    assert.same({ "no" }, read(two, { sheet = 1, header = 1 }):columns())
    local _, message, code = read(two, { sheet = "Demand" })
    assert.matches("no sheet 'Demand'; there are Hidden, Talks, Demands; did you mean 'Demands'?", message, 1, true)
    assert.equal("no_name", code)
    assert.matches("no sheet 4; there are 3: Hidden, Talks, Demands", select(2, read(two, { sheet = 4 })), 1, true)
  end)
end)
