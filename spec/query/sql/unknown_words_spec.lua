-- What is told of a statement of one's own that SQLite refuses.
-- Holds: query.sql.unknown_words

local parley = require "parley"

describe("a statement of SQL that is refused #query", function()
  local ds
  before_each(function() ds = parley.open() end)
  after_each(function() ds:close() end)

  local function said(statement)
    local ok, err = pcall(ds.sql, ds, statement)
    assert.is_false(ok)
    assert.equal("sql", err.code)
    return err.message:match "; (.*)$" or err.message
  end

  it("has the table, the column or the keyword that was meant", function()
    assert.equal("did you mean 'demands'?", said "select * from demnds")
    assert.equal("did you mean 'talks'?", said "select * from demands join tlaks on true")
    assert.equal("did you mean 'demands_claims'?", said "select * from demands_clams")
    assert.equal("did you mean 'party'?", said "select prty from demands")
    assert.equal("did you mean 'party'?", said "select d.prty from demands d where topic = 'prty'")
    assert.equal("did you mean 'FROM'?", said "select * form demands")
    assert.equal("did you mean 'GROUP'?", said "select party, count(*) from demands gruop by party")
    assert.equal("did you mean 'SELECT'?", said "selct party from demands")
  end)

  it("lists the tables where none is near, and says how a text is written", function()
    assert.truthy(said("select * from xyzzy"):find("^known: processes, parties, "))
    assert.equal("text is written in 'single quotes'", said "select id from demands where party = ukraine")
    assert.equal("it is a table: select * from demands", said "demands")
  end)

  it("has no advice that would mislead", function()
    assert.equal("ds:sql(): no such function: prty", said "select prty(topic) from demands")
    assert.equal("ds:sql(): ambiguous column name: id", said "select id from demands join talks on true")
    assert.equal("ds:sql(): incomplete input", said "select party from demands where (")
  end)

  it("knows the tables of a file that is not Parley's", function()
    local other = assert(parley.open(":memory:", { schema = false }))
    assert.equal(1, #other:sql "select 1 as n")
    local ok, err = pcall(other.sql, other, "select * from nowhere")
    assert.is_false(ok)
    assert.equal("ds:sql(): no such table: nowhere", err.message)
    other:close()
  end)
end)
