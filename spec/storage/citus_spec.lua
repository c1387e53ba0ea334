-- Spreading by Citus: it is found where it is, and told what to do. No Citus runs here: that its statements do what
-- they say is not tested, only that they are these.
-- Holds: storage.citus

local citus = require "parley.storage.citus"
local dialect = require "parley.query.sql.dialect.postgres"
local nodes = require "parley.storage.nodes"
local server = require "spec.support.server"

-- A store that notes what it is told, and knows some answers.
local function noting(answers)
  local said = {}
  local store = { dialect = dialect }
  local function note(text, params)
    for i = 1, params and params.n or 0 do text = ("%s, %s"):format(text, tostring(params[i])) end
    said[#said + 1] = text
  end
  function store.values(_, text) return answers[text] end
  function store.run(_, text, params) note(text, params) end
  function store.exec(_, text) note(text) end
  return store, said
end

local function plan_of(store, by)
  return { store = store, info = { name = "events" }, by = by, nodes = {
    nodes.of("postgresql://anna:secret@n1/talks", "mine"), nodes.of("postgresql://[::1]:6000/talks", "mine") } }
end

describe("Citus", function()
  it("is told the nodes, and by what to spread", function()
    local store, said = noting {}
    local parts = citus.run(plan_of(store))
    assert.same({ { name = "events", server = "n1:5432/talks" }, { name = "events", server = "::1:6000/talks" } },
      parts)
    assert.same({ "SELECT citus_add_node($1, CAST($2 AS integer)), n1, 5432",
      "SELECT citus_add_node($1, CAST($2 AS integer)), ::1, 6000" }, { said[1], said[2] })
    assert.is_truthy(said[3]:find([[SELECT create_distributed_table('"events"', 'id')]], 1, true), said[3])
    assert.is_truthy(said[3]:find([[ALTER TABLE "events" DROP CONSTRAINT %I]], 1, true), said[3])
    assert.is_nil(said[3]:find("PRIMARY KEY", 1, true))
    assert.is_nil(table.concat(said):find("secret", 1, true))
  end)

  it("has the key hold the column, as it wants it", function()
    local store, said = noting {}
    citus.run(plan_of(store, "date"))
    assert.is_truthy(said[3]:find([[DROP CONSTRAINT "events_pkey", ADD PRIMARY KEY (id, "date")]], 1, true), said[3])
  end)

  it("evens out what is spread already", function()
    local store, said = noting { [dialect.nodes.citus.spread] = "id" }
    citus.run(plan_of(store))
    assert.equal(3, #said)
    assert.equal([[SELECT rebalance_table_shards(CAST($1 AS regclass)), "events"]], said[3])
  end)

  it("does nothing where it is only asked", function()
    local store, said = noting {}
    local plan = plan_of(store)
    plan.only_told = true
    assert.equal(2, #citus.run(plan))
    assert.same({}, said)
  end)

  it("is found by its extension", function()
    assert.is_true(citus.is_there((noting { [dialect.nodes.has_citus] = 1 })))
    assert.is_false(citus.is_there((noting {})))
  end)
end)

server.needed(describe, it, pending)("a server without Citus #server", function()
  it("is told so", function()
    local store, schema = server.store { dialect = dialect }
    assert.is_false(citus.is_there(store))
    server.drop(store, schema)
  end)
end)
