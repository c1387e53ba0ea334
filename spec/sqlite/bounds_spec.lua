-- What SQL may not have on any connection, and how large its values may be (csrc/sqlite/bounds.h).

local parley = require "parley"

describe("a connection", function()
  it("gives and takes no address of a tokenizer", function()
    local ds <close> = parley.open()
    for _, call in ipairs { { "select fts3_tokenizer(?) as x", "simple" }, { "select fts3_tokenizer('simple') as x" },
      { "select fts3_tokenizer(?, ?) as x", "mine", ("\1"):rep(8) },
      { "select * from talks where length(fts3_tokenizer(?)) > 0", "simple" } } do
      local ok, err = pcall(ds.sql, ds, table.unpack(call))
      assert.is_false(ok)
      assert.equal("sql", err.code)
    end
  end)

  it("makes no value that is longer than its limits let be", function()
    local ds <close> = parley.open ":memory:"
    local function length(bytes) return ds:sql("select length(zeroblob(?)) as n", bytes)[1].n end
    assert.equal(5000000, length(5000000))
    ds.store:limit { memory = 8000000 }
    assert.equal(3000000, length(3000000))
    assert.is_false((pcall(length, 5000000)))
    ds.store:limit { time_ms = 100 }
    assert.equal(3000000, length(3000000))
    assert.is_false((pcall(length, 5000000)))
    ds.store:limit { memory = 1000 }
    assert.equal(1000000, length(1000000))
    ds.store:limit {}
    assert.equal(5000000, length(5000000))
  end)
end)
