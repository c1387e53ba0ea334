-- Public test suites of JSON, CSV and EDTF, where they are at hand: every text is read or refused as they say, but for the
-- differences that are listed here, and in doc/conformance.md with their reasons.

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local SUITES = "../shared/data/suites/"

local function content(path)
  local file = io.open(SUITES .. path, "rb")
  local text = file and file:read "a"
  if file then file:close() end
  return text
end

-- A case on a suite, of which one file is named; skipped by name where it is not at hand.
local function suite(name, path, test)
  if content(path) then it(name, test) else pending(name .. " (" .. SUITES .. path .. " is not here)") end
end

local function names_in(folder)
  local list = {}
  local pipe = assert(io.popen("ls " .. SUITES .. folder))
  for name in pipe:lines() do list[#list + 1] = name end
  pipe:close()
  return list
end

local function reads(path, options)
  local f = parley.read(path, options)
  return f ~= nil, f
end

describe("JSONTestSuite", function()
  suite("is read and refused as a value of a record", "JSONTestSuite/y_array_empty.json", function()
    local at, remove = scratch.folder()
    finally(remove)
    local counts, wrong = { y = 0, n = 0 }, {}
    for _, name in ipairs(names_in "JSONTestSuite") do
      local kind = name:sub(1, 1)
      if counts[kind] then
        counts[kind] = counts[kind] + 1
        local path = scratch.file(at "x.json", '[{"a": ' .. content("JSONTestSuite/" .. name) .. "}]")
        if reads(path) ~= (kind == "y") then wrong[#wrong + 1] = name end
      end
    end
    assert.same({}, wrong)
    assert.is_true(counts.y > 90 and counts.n > 150)
  end)
end)

describe("an object without members", function()
  it("is a record of which nothing is known, where others have columns", function()
    local at, remove = scratch.folder()
    finally(remove)
    local found = {}
    for i, text in ipairs { "{}", "[{},{}]", '[{"a":1},{}]', '{}\n{"a":1}\n' } do
      found[i] = { #assert(parley.read(scratch.file(at "x.json", text))) }
    end
    assert.same({ { 0 }, { 0 }, { 2 }, { 2 } }, found)
  end)
end)

-- CSV --------------------------------------------------------------------------------------------------------------

local function texts_of(f)
  local names, rows = f:columns(), {}
  for i, row in ipairs(f:all()) do
    rows[i] = {}
    for at, name in ipairs(names) do rows[i][at] = row[name] == nil and "" or tostring(row[name]) end
  end
  return rows
end

-- A list of lists of texts, as the suite writes it, with the header first.
local function lists(text)
  return load("return " .. text:gsub("%[", "{"):gsub("%]", "}"), "lists", "t", {})()
end

describe("CSV", function()
  suite("csv-spectrum is read as it says", "csv-spectrum/csvs/simple.csv", function()
    for _, name in ipairs(names_in "csv-spectrum/csvs") do
      local read, f = reads(SUITES .. "csv-spectrum/csvs/" .. name)
      -- an unquoted field with a quote in it, and not in UTF-8
      assert.equal(name ~= "location_coordinates.csv", read, name)
      local expected = SUITES .. "csv-spectrum/json/" .. name:gsub("csv$", "json")
      if read then assert.same(texts_of(assert(parley.read(expected))), texts_of(f), name) end
    end
  end)

  suite("csv-test-data is read as it says", "csv-test-data/csv/simple-lf.csv", function()
    for _, name in ipairs(names_in "csv-test-data/csv") do
      local read, f = reads(SUITES .. "csv-test-data/csv/" .. name)
      local expected = content("csv-test-data/json/" .. name:gsub("csv$", "json"))
      -- the bad one that is read has another header than somebody expected; empty lines alone are an empty file
      assert.equal(name == "bad-header-wrong-header.csv" or not name:find "^bad" and name ~= "all-empty.csv", read, name)
      if read and expected and expected:find "^%s*%[%s*%[" then
        local rows = lists(expected)
        assert.same(table.remove(rows, 1), setmetatable(f:columns(), nil), name)
        assert.same(rows, texts_of(f), name)
      end
    end
  end)
end)

-- EDTF -------------------------------------------------------------------------------------------------------------

-- What is valid EDTF and not read.
local UNREAD = { "T%d%d:", "^Y%-?%d%d%d%d%d%d%d", "E%d", "S%d$", "^/%.%.$", "^%.%./$", "^%.%./%.%.$", "^[%[{]", "^[?~%%]",
  "[?~%%][^/]", "/[?~%%]", "%d%d%d%d%-2[5-9]$", "%d%d%d%d%-3%d$", "%d%d%d%d%-4[01]$" }
-- The X that are read: of a year the last one or two, of a month and a day both.
local MASKS = { "^%-?%d%d%dX[?~%%]?$", "^%-?%d%dXX[?~%%]?$", "^%-?%d%d%d%d%-XX[?~%%]?$", "^%-?%d%d%d%d%-%d%d%-XX[?~%%]?$",
  "^%-?%d%d%d%d%-XX%-XX[?~%%]?$" }

local function matches_one(text, patterns)
  for _, pattern in ipairs(patterns) do
    if text:find(pattern) then return true end
  end
  return false
end

local function is_difference(text)
  if matches_one(text, UNREAD) then return true end
  for side in text:gmatch "[^/]+" do
    if side:find "X" and not matches_one(side, MASKS) then return true end
  end
  return false
end

-- Read though they are not valid: the later end begins before the earlier one, within the same month or year.
local LENIENT = { ["0000-01-03/0000-01"] = true, ["0000-02/0000"] = true, ["Y-61000/-2000"] = true,
  ["2004-06-11%/2004-06~"] = true }

-- Bounds that are read otherwise: a side that is unknown is open, and winter goes on into the next year.
local BOUNDS = { ["/2006"] = true, ["2004-06-01/"] = true, ["1984-06-02?/"] = true, ["2010-24"] = true }

local function is_date(text) return (select(3, core.date(text))) ~= nil end

local function day(number) return number and core.day_text(number) end

describe("EDTF", function()
  suite("valid texts are dates, but for the differences", "edtf/level0-valid.txt", function()
    for level = 0, 2 do
      for text in content(("edtf/level%d-valid.txt"):format(level)):gmatch "[^\r\n]+" do
        assert.equal(not is_difference(text), is_date(text), text)
      end
    end
  end)

  suite("invalid texts are none", "edtf/invalid.txt", function()
    for text in content "edtf/invalid.txt":gmatch "[^\n]+" do
      assert.equal(LENIENT[text] or false, is_date(text), text)
    end
  end)

  suite("first and last days are theirs", "edtf/bounds.tsv", function()
    local compared = 0
    for text, first, last in content "edtf/bounds.tsv":gmatch "([^\t\n]*)\t([^\t\n]*)\t([^\t\r\n]*)" do
      if text ~= "edtf" and is_date(text) and not BOUNDS[text] then
        local from, to = core.date(text)
        assert.same({ first, last }, { day(from) or "-inf", day(to) or "inf" }, text)
        compared = compared + 1
      end
    end
    assert.is_true(compared > 30)
  end)
end)
