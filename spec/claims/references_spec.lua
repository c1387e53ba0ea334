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
    assert.equal("parley: no talk 'nowhere'; known: leaders, r1, r2, r3, ua-meeting-0601, zelensky-putin-turkiye",
      message(references.id, ds, "talks", "nowhere"))
    assert.equal("parley: no talk 'ru-truce'; demands has a row of that id: ds.demands:get(\"ru-truce\")",
      message(references.id, ds, "talks", "ru-truce"))
    assert.is_nil(references.id(ds, "talks", nil))
  end)
end)
