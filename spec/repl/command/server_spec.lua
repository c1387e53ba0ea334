-- The program on a dataset of a PostgreSQL server, by its address: it is made, filled, asked and left as it was, and
-- what is in the way is told without a password.

local scratch = require "spec.support.scratch"
local server = require "spec.support.server"

local root = io.popen("pwd"):read "l"
local lua = arg and arg[-1] or "lua5.4"

server.needed(describe, it, pending)("the program on a server", function()
  local path, remove, store, name, at

  setup(function()
    path, remove = scratch.folder()
    store, name = server.store()
    store:exec(("DROP SCHEMA %s"):format(name))
    local address = server.address()
    at = address .. (address:find("?", 1, true) and "&" or "?") .. "schema=" .. name
  end)
  teardown(function()
    server.drop(store, name)
    remove()
  end)

  -- What a line prints to each output, and its status; @ is the program and the address.
  local function run(line)
    local command = (" " .. line):gsub("( )@", ("%%1%s %s/bin/parley '%s'"):format(lua, root, (at:gsub("%%", "%%%%"))))
    local out, err = path "out", path "err"
    local _, _, status = os.execute(("cd %s && {%s\n} </dev/null >%s 2>%s"):format(path ".", command, out, err))
    return scratch.read(out), scratch.read(err), status
  end

  it("tells that the schema is not there, and what makes it", function()
    local out, err, status = run "@ tables"
    assert.equal("", out)
    assert.matches("the database has no schema '" .. name .. "'", err, 1, true)
    assert.matches("'parley ADDRESS new' makes it", err, 1, true)
    assert.equal(1, status)
  end)

  it("makes it as a copy, and asks it as a file is asked", function()
    local _, err, status = run "@ new --copy istanbul-2025"
    assert.equal(0, status, err)
    assert.matches("made\n$", err)
    for line, expected in pairs {
      ["@ rows talks -w 'round is not nil' -s round -c id --csv"] = "id\nr1\nr2\nr3\n",
      ["@ 'ds.demands:count()'"] = "28\n", ["@ demands:count\\(\\)"] = "28\n",
      ["printf 'ds.talks:count()\\n' | @"] = "6\n",
      ["@ sql 'select count(*) as n from demands' --csv"] = "n\n28\n",
    } do
      local out
      out, err, status = run(line)
      assert.equal(0, status, line .. ": " .. err)
      assert.equal(expected, out, line)
    end
    for _, line in ipairs { "@ tables", "@ describe demands", "@ get demands ru-truce", "@ search prisoners",
      "@ timeline", "@ rows demands --as-of 2025-06-01 -c id -s id --csv",
      "@ positions",
      "@ compare r1 r2", "@ concessions", "@ ledger", "@ network", "@ changes --from 2025-06-01",
      "@ disagreements", "@ evidence demands ru-truce", "@ resting-on anonymous", "@ cite s1", "@ brief r2", "@ lint",
      "@ plot timeline", "@ report r.html", "@ export package", "@ dump dumped" } do
      local there = at
      at = "istanbul-2025"
      local wanted = run((line:gsub("r.html", "w.html"):gsub("package", "p2"):gsub("dumped", "d2")))
      at = there
      local out
      out, err, status = run(line)
      assert.equal(0, status, line .. ": " .. err)
      if not line:find "tables" and not line:find "search" then assert.equal(wanted, out, line) end
    end
  end)

  it("writes where the command says so, and nowhere else", function()
    scratch.write(path "parties.csv", "id,name\nfinland,Finland\n")
    local _
    local out, err, status = run "@ import parties parties.csv --source s1"
    assert.equal(0, status, err)
    assert.matches("added 1", out)
    assert.equal("23\n", (run "@ 'ds.parties:count()'"))
    _, err, status = run "@ 'ds:add(\"parties\", {id = \"x\"}, {source = \"s1\"})'"
    assert.equal(2, status)
    assert.matches("opened for reading", err, 1, true)
    _, err, status = run "@ new"
    assert.equal(1, status)
    assert.matches("holds a dataset already; ?schema= names another place", err, 1, true)
  end)

  it("tells of an address that leads nowhere, and prints no password", function()
    for wrong, said in pairs {
      ["postgresql://anna:secret@127.0.0.1:1/talks"] = "cannot be reached", ["mysql://anna:secret@h/talks"] =
      "postgresql://HOST/DATABASE?schema=NAME", ["http://example.org/a.csv"] = "fetch it first",
      ["postgresql://anna:se@cret@127.0.0.1:1/talks"] = "%40", [at .. "&schema=b"] = "schema twice",
      ["postgresql://[::1]:1/talks"] = "cannot be reached",
    } do
      local kept = at
      at = wrong
      for _, line in ipairs { "@ tables", "@ rows talks --csv", "@ 'ds.talks:count()'", "@ new" } do
        local out, err, status = run(line)
        assert.equal("", out)
        assert.is_true(status == 1 or status == 2, line)
        assert.is_nil(err:find("secret", 1, true), err)
        assert.is_nil(err:find("traceback", 1, true), err)
        if line ~= "@ new" or wrong:find "^postgres" then assert.matches(said, err, 1, true) end
      end
      at = kept
    end
  end)
end)
