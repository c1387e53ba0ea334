-- Fields between tabs, as a text and in files.

local export = require "parley.export.export"
local scratch = require "spec.support.scratch"
local source = require "spec.support.source"

describe("a table with tabs", function()
  local function src() return source({ "id:text", "n:integer" }, { { "a\tb", 1 }, { "c", nil } }) end
  local tsv = "id\tn\n\"a\tb\"\t1\nc\t\n"

  it("has a text with a tab in quotes", function() assert.equal(tsv, export.to_string(src(), "tsv")) end)

  it("is chosen by the ending of a file, or by name", function()
    local path, remove = scratch.folder()
    finally(remove)
    assert.is_true(export.save(src(), path "x.tsv"))
    assert.is_true(export.save_as(src(), path "x.txt", "tsv"))
    assert.equal(tsv, scratch.read(path "x.tsv"))
    assert.equal(tsv, scratch.read(path "x.txt"))
  end)
end)
