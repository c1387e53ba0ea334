-- What an editor would underline in a script is told, and the examples have nothing of it.

local pages = require "spec.support.pages"
local scratch = require "spec.support.scratch"
local diagnostics = require "tools.diagnostics"

local HEAD = 'local parley = require "parley"\nlocal ds <close> = assert(parley.open "istanbul-2025")\n'

local function found(text)
  local list = diagnostics.of(HEAD .. text, "x.lua")
  for i, line in ipairs(list) do list[i] = line:gsub("^x%.lua:", "") end
  return table.concat(list, "; ")
end

describe("what editors are told of types #tools", function()
  local WRONG = {
    ['print(parley.opn "x")'] = "3: parley has no 'opn'",
    ["print(ds.demonds:count())"] = "3: parley.Dataset has no 'demonds'",
    ["print(ds.talks:shwo())"] = "3: parley.TalksTable has no 'shwo'",
    ["for row in ds.demands:rows() do print(row.topic, row.topik) end"] = "3: parley.DemandsRow has no 'topik'",
    ['for row in ds.demands:where{ party = "russia" }:sort("id"):rows() do\n  print(row.topik)\nend']
      = "4: parley.DemandsRow has no 'topik'",
    ["for _, row in ipairs(ds.outcomes:all()) do print(row.statuss) end"] = "3: parley.OutcomesRow has no 'statuss'",
    ["print(ds.outcomes:all()[1].statuss)"] = "3: parley.OutcomesRow has no 'statuss'",
    ['print(ds.talks:get("r1").dat)'] = "3: parley.TalksRow has no 'dat'",
    ["for claim in ds.demands:claims():rows() do print(claim.source, claim.topic, claim.sorce) end"]
      = "3: parley.DemandsClaimRow has no 'sorce'",
    ['for row in ds:ledger{ as_off = "2025-06-01" }:rows() do print(row.outcom) end']
      = "3: parley.LedgerOptions has no 'as_off'; 3: parley.LedgerRow has no 'outcom'",
    ['local other = parley.open("x.db", { modus = "ro" })'] = "3: parley.OpenOptions has no 'modus'",
    ["local function f(x) return x.y end print(f(1), Parley)"] = "3: nobody has assigned 'Parley'",
    ["if ds then local a = 1 elseif a then print(1) else print(2) end"] = "3: nobody has assigned 'a'",
    ["for i = 1, 3 do local n = i end repeat local m = 1 until n"] = "3: nobody has assigned 'n'",
  }
  for text, told in pairs(WRONG) do
    it("is held against " .. text:gsub("\n%s*", " "), function() assert.equal(told, found(text)) end)
  end

  local RIGHT = {
    "local t = { n = 1, ['m'] = 2, [3] = { k = '\\\\' } } print(t.whatever, #t + 1, -t.n, not t, t[1]) -- ds.demonds",
    "local ds = {} print(ds.demonds)",
    "local row = ds.talks:first() row = { other = 1 } print(row.other)",
    "local function f(...) local a, b = ... return function() return a, b, [==[ds.demonds]==] end end print(f(1)())",
    'print(("%d"):format(1), ("x"):rep(3):upper(), ds.talks:select("id"):first().id)',
    "while true do if ds then break end end goto done ::done:: return",
  }
  for _, text in ipairs(RIGHT) do
    it("leaves " .. text:sub(1, 60) .. " alone", function() assert.equal("", found(text)) end)
  end

  it("finds nothing in the examples, and judges what it finds there", function()
    local names, total = scratch.listing("examples", ".lua"), 0
    for _, name in ipairs(names) do
      local path = ("examples/%s.lua"):format(name)
      local list, judged = diagnostics.of(pages.read(path), path)
      assert.same({}, list)
      assert.is_true(judged >= 2, path .. ": nothing of Parley's was judged")
      total = total + judged
    end
    assert.is_true(#names >= 15 and total >= 200, ("%d examples, %d judged"):format(#names, total))
  end)
end)
