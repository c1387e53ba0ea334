-- Which part of a spread table has a row is known without the server, as the server has it.

local server = require "spec.support.server"

local needed = server.needed(describe, it, pending)

needed("part_of #server", function()
  local store, schema

  before_each(function() store, schema = server.store() end)
  after_each(function() server.drop(store, schema) end)

  it("is the part in which the server puts a text of any length", function()
    local texts, text = { "", "é", "a\nb", ("x"):rep(1000) }, "Ünvollendet-0123456789-abcdefghijklmnopqrstuvwxyz"
    for length = 1, 40 do texts[#texts + 1] = text:sub(3, length + 3) end
    for i = 1, 200 do texts[#texts + 1] = "e" .. i * 7919 end
    for _, parts in ipairs { 1, 2, 7, 8, 1000 } do
      store:exec(('CREATE TABLE t%d (id text COLLATE "C") PARTITION BY HASH (id)'):format(parts))
      for _, one in ipairs(texts) do
        local there = store:values(("SELECT satisfies_hash_partition(CAST('t%d' AS regclass), %d, CAST($1 AS integer), $2)"
          ):format(parts, parts), { n = 2, store:part_of(one, parts), one })
        assert.is_true(there, ("%q of %d parts"):format(one, parts))
      end
    end
  end)

  it("is refused for no parts", function()
    assert.is_false((pcall(store.part_of, store, "e1", 0)))
  end)
end)
