-- Accounts of many talks: what is read once for all of them.
-- Holds: analysis.brief.brief

local brief = require "parley.analysis.brief.brief"
local ledger = require "parley.analysis.ledger"
local markup = require "parley.analysis.brief.markup"
local parley = require "parley"

local istanbul = parley.open()

describe("accounts told one after another", function()
  it("share what is read once, and say what each says alone", function()
    local judged, asked, p = ledger.judged, 0, nil
    local function words(blocks)
      for _, block in ipairs(blocks) do
        for _, piece in ipairs(block.pieces) do piece.notes = piece.notes and {} end
      end
      return markup.text(blocks, "x")
    end
    for id in istanbul.talks:sort("id"):each "id" do
      local alone = words((brief.blocks(istanbul, { talk = id })))
      ledger.judged = function(...)
        asked = asked + 1
        return judged(...)
      end
      local told
      told, p = brief.blocks(istanbul, { talk = id }, p)
      ledger.judged = judged
      assert.equal(alone, words(told))
    end
    assert.equal(1, asked)
  end)
end)
