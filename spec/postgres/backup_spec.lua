-- A dataset on a server is copied by the server's own means, pg_dump and pg_restore, and works where it is restored, in
-- another database; under another name by parley.create.

local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"

local function programs()
  local pipe <close> = assert(io.popen "sh tools/postgres.sh programs 2>/dev/null")
  local folder = pipe:read "l"
  if folder and os.execute(("test -x '%s/pg_dump' && test -x '%s/pg_restore'"):format(folder, folder)) then return folder end
end

server.needed(describe, it, pending)("a dataset that pg_dump has written #server", function()
  local store, schema, path, remove, bin

  setup(function()
    bin = programs()
    store, schema = server.store()
    path, remove = scratch.folder()
    store:exec("DROP SCHEMA " .. schema)
    local ds = assert(parley.create(server.address() .. "?schema=" .. schema, { from = parley.open() }))
    ds:add_column("talks", "hours", { type = "number" })
    ds:add("sources", { id = "own", title = "Daily Beacon", published = "2025-06-02" })
    ds:add("talks", { id = "own1", place = "Lund", hours = 2.5 }, { source = "own" })
    ds:import("talks", scratch.file(path "talks.csv", "id,kind\nown2,rond\n"), { source = "own", on_error = "quarantine" })
    ds:close()
  end)
  teardown(function()
    remove()
    server.drop(store, schema)
  end)

  local function run(words)
    local pipe <close> = assert(io.popen("env -u LD_PRELOAD " .. bin .. "/" .. words .. " 2>&1"))
    local text = pipe:read "a"
    local done = pipe:close()
    assert(done, text)
    return text
  end

  local function answers(ds)
    local list = {}
    for _, question in ipairs { ds.talks:sort "id", ds.demands:by("topic"):summarise("count() as n"):sort "topic",
        ds.talks:where("fold(place) = 'istanbul'"):sort "id", ds.quarantine:select("file", "line", "column", "code"),
        ds:as_of "2025-06-10".talks:sort "id" } do
      list[#list + 1] = question:frame():all()
    end
    list[#list + 1] = ds.talks:search("istanbul"):count()
    list[#list + 1] = ds.talks:claims("own1"):count()
    return list
  end

  it("answers as it did, and takes claims with new keys", function()
    if not bin then return pending "no pg_dump beside the server" end
    local target = assert(require("parley.core").open_postgres(require "parley.postgres", server.address "n1", {}))
    run(("pg_dump -Fc -n %s -f '%s' '%s'"):format(schema, path "talks.dump", server.address()))
    assert.equal("", run(("pg_restore --exit-on-error -d '%s' '%s'"):format(server.address "n1", path "talks.dump")))
    local before = assert(parley.open(server.address() .. "?schema=" .. schema))
    local ds = assert(parley.open(server.address "n1" .. "?schema=" .. schema))
    assert.same(answers(before), answers(ds))
    local last = before.store:values "SELECT max(claim) FROM claim_keys"
    assert.is_true(ds:claim("talks", "own1", { place = "Oslo" }, { source = "own" }) > last)
    assert.equal("Oslo", ds.talks:get("own1").place)
    before:close()
    ds:close()
    ds = assert(parley.create(server.address "n1" .. "?schema=" .. schema .. "_again",
      { from = server.address "n1" .. "?schema=" .. schema }))
    assert.equal(1, ds.talks:search("oslo"):count())
    ds:add("talks", { id = "own3", place = "Bergen" }, { source = "own" })
    assert.equal(1, ds.talks:where("contains(place, 'berg')"):count())
    ds:close()
    for _, name in ipairs { schema, schema .. "_again" } do
      target:exec(("SET client_min_messages = error; DROP SCHEMA %s CASCADE"):format(name))
    end
    target:close()
  end)
end)
