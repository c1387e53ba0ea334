local scratch = require "spec.support.scratch"
local parley = require "parley"
local references = require "parley.claims.references"

local message = scratch.refusal

describe("references", function()
  it("of options are words of a vocabulary and ids of a table", function()
    local ds = parley.open()
    assert.equal("ceasefire", references.term(ds, "topic", "ceasefire"))
    assert.equal("parley: no topic 'prisoner'; did you mean 'prisoners'?", message(references.term, ds, "topic", "prisoner"))
    assert.equal("parley: no topic '7'" , (message(references.term, ds, "topic", 7):gsub("; known.*", "")))
    assert.equal("turkiye", references.id(ds, "parties", "turkiye"))
    assert.equal("parley: no party 'Turkey'; did you mean 'turkiye'?", message(references.id, ds, "parties", "Turkey"))
    assert.equal("parley: no talk 'nowhere'", message(references.id, ds, "talks", "nowhere"))
    assert.is_nil(references.id(ds, "talks", nil))
  end)
end)
