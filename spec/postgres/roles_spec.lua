-- Roles of a dataset on a server: what each right can do, by calls and by plain SQL, and what it is told it cannot.
-- Holds: query.sql.dialect.postgres_roles, storage.derivations, storage.written_derivations,
-- storage.server_rights, claims.coders_rights

local errors = require "parley.base.errors"
local parley = require "parley"
local server = require "spec.support.server"
local server_dataset = require "spec.support.server_dataset"
local written_derivations = require "parley.storage.written_derivations"

-- The code word of what is raised, or that nothing is.
local function code_of(...)
  local done, err = pcall(...)
  return done and "done" or err.code
end

-- The error of a call that is refused.
local function refused(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done, "it was not refused")
  assert.is_true(errors.is(err), tostring(err))
  return err
end

local needed = server.needed(describe, it, pending)

needed("roles of a dataset #server", function()
  local made, reader, coder, other, editor

  setup(function()
    made = server_dataset.new({ from = parley.open() }, ('spec "Roles" %d'):format(os.time()))
    reader, editor = made:person("Rita", "reader"), made:person("Edda", "editor")
    coder, other = made:person('Ann "A"', "coder"), made:person("Ben", "coder")
  end)
  teardown(function() made:drop() end)

  describe("a reader", function()
    it("opens it with mode ro, and asks all there is to ask", function()
      local ds, own = made:as(reader, { mode = "ro" }), parley.open()
      for _, call in ipairs { "positions", "ledger", "concessions", "timeline", "disagreements", "network", "lint" } do
        assert.equal(tostring(own[call](own)), tostring(ds[call](ds)), call)
      end
      assert.equal(own.talks:as_of("2025-06-01"):count(), ds.talks:as_of("2025-06-01"):count())
      assert.equal(#own:search("prisoners"):all(), #ds:search("prisoners"):all())
      assert.equal(own.demands:search("cease*"):as_of("2025-06-03"):count(),
        ds.demands:search("cease*"):as_of("2025-06-03"):count())
      assert.equal(own:cite(own.sources, "text"), ds:cite(ds.sources, "text"))
      assert.equal("read_only", code_of(ds.add, ds, "sources", { id = "x" }))
    end)

    it("is told which right a claim needs, who has it, and how it is given", function()
      local ds = made:as(reader)
      local err = refused(ds.add, ds, "sources", { id = "x" })
      assert.equal("permission", err.code)
      for _, part in ipairs { made:role "coder", other, 'GRANT "', reader } do
        assert.is_truthy(err.message:find(part, 1, true), err.message)
      end
      assert.equal("permission", refused(ds.atomic, ds, function() end).code)
    end)

    it("writes nothing by SQL", function()
      local store = made:sql(reader)
      for _, sql in ipairs { "DELETE FROM talks", "UPDATE talks SET place = 'x'", "DELETE FROM talks_claims",
        "INSERT INTO claim_keys(\"table\") VALUES ('talks')", "SELECT nextval('parley_commits')",
        "SELECT parley_derive('resolve_one talks', '{a}')", "CREATE TABLE mine(n integer)" } do
        assert.equal("permission", code_of(store.exec, store, sql), sql)
      end
    end)
  end)

  describe("a coder", function()
    it("adds claims as who connects, and rows, words and days follow", function()
      local ds = made:as(coder)
      ds:add("sources", { id = "ann-1", title = "Beacon", published = "2025-07-01" })
      local key = ds:add("talks", { id = "ann-t", place = "Malmö", date = "2025-07" }, { source = "ann-1" })
      assert.equal("Malmö", ds.talks:get("ann-t").place)
      assert.same({ coder, coder }, { ds.sources:where { id = "ann-1" }:claims():first().coder,
        ds.talks:where { id = "ann-t" }:claims():first().coder })
      assert.equal("ann-t", ds:search("malmo"):first().id)
      ds:claim("sources", "ann-1", { published = "2025-07-02" }, { source = "ann-1", certainty = "document_seen" })
      assert.equal("2025-07-02", made.ds.talks:where { id = "ann-t" }:claims():first().reported)
      ds:retract(key, "misread")
      assert.equal(0, made.ds.talks:where { id = "ann-t" }:count())
    end)

    it("claims what others claim otherwise: both are there, as in a file", function()
      local ann, ben = made:as(coder), made:as(other)
      ann:add("talks", { id = "both", place = "Oslo" }, { source = "s1" })
      ben:claim("talks", "both", { place = "Bergen" }, { source = "s2" })
      assert.equal(2, made.ds.talks:where { id = "both" }:claims():count())
      local file = parley.open ":memory:"
      for _, id in ipairs { "s1", "s2" } do
        file:add("sources", { id = id, published = ann.sources:get(id).published })
      end
      file:add("talks", { id = "both", place = "Oslo" }, { source = "s1", coder = coder })
      file:claim("talks", "both", { place = "Bergen" }, { source = "s2", coder = other })
      assert.equal(file.talks:get("both").place, ben.talks:get("both").place)
    end)

    it("imports rows as who connects, and again without change", function()
      local ds = made:as(coder)
      local rows = parley.frame { { id = "imp-1", place = "Lund" }, { id = "imp-2", place = "Ystad" } }
      assert.equal(2, assert(ds:import("talks", rows, { source = "s1" })).added)
      assert.equal(coder, ds.talks:where { id = "imp-1" }:claims():one().coder)
      assert.equal(2, assert(ds:import("talks", rows, { source = "s1" })).unchanged)
      assert.equal("Ystad", ds.talks:get("imp-2").place)
    end)

    it("does not claim as somebody else, decide, change or take back what others claim", function()
      local ds, ben = made:as(coder), made:as(other)
      local key = ben:add("talks", { id = "bens", place = "Oslo" }, { source = "s1" })
      local wrong = refused(ds.claim, ds, "talks", "bens", { place = "Rome" }, { source = "s2", coder = other })
      assert.same({ "permission", true }, { wrong.code, wrong.message:find(made:role "editor", 1, true) ~= nil })
      assert.equal("permission", refused(ds.retract, ds, key, "no").code)
      assert.is_truthy(refused(ds.retract, ds, key, "no").message:find(other, 1, true))
      assert.equal("permission", refused(ds.prefer, ds, key, "the transcript").code)
      assert.equal("permission", refused(ds.amend, ds, key, { place = "Rome" }, "misread").code)
      assert.equal("permission", refused(ds.rename, ds, "talks", "bens", "ours").code)
      assert.equal("permission", refused(ds.claim, ds, "talks", "bens", { place = "Rome" },
        { source = "s2", rank = "preferred" }).code)
      assert.equal("permission", refused(ds.add, ds, "terms", { vocabulary = "topic", code = "fog", label = "Fog" }).code)
      local events = parley.frame { { id = "e1", date = "2025-06-02", source = "s1" } }
      local done, message, code = pcall(ds.import, ds, "events", events, { source = "s1" })
      code = code or message.code
      assert.same({ "permission", true }, { code, tostring(message):find(made:role "editor", 1, true) ~= nil }, tostring(done))
      local err = refused(ds.add_column, ds, "talks", "seats", { type = "integer" })
      assert.equal("permission", err.code)
      for _, part in ipairs { made:role "editor", editor } do
        assert.is_truthy(err.message:find(part, 1, true), err.message)
      end
      assert.equal("Oslo", ds.talks:get("bens").place)
      assert.equal(1, ds.talks:where { id = "bens" }:claims():count())
    end)

    it("amends and takes back its own", function()
      local ds = made:as(coder)
      local key = ds:add("talks", { id = "own", place = "Oslo" }, { source = "s1" })
      local amended = ds:amend(key, { place = "Rome" }, "misread")
      assert.equal("Rome", ds.talks:get("own").place)
      ds:retract(amended, "it was right")
      assert.equal("Oslo", ds.talks:get("own").place)
    end)

    it("may not by SQL what it may not by calls", function()
      local ben = made:as(other)
      local key = ben:add("talks", { id = "bens-2", place = "Oslo" }, { source = "s1" })
      local mine = made:as(coder):add("talks", { id = "anns-2", place = "Oslo" }, { source = "s1" })
      local store = made:sql(coder)
      for _, sql in ipairs { "DELETE FROM talks_claims", "TRUNCATE talks_claims", "DROP TABLE talks_claims",
        "ALTER TABLE talks_claims ADD n integer", "ALTER TABLE talks_claims DISABLE ROW LEVEL SECURITY",
        "UPDATE talks_claims SET place = 'Rome'", "UPDATE talks_claims SET coder = session_user",
        "UPDATE talks_claims SET claim = 0", "UPDATE talks SET place = 'Rome'", "DELETE FROM talks",
        "INSERT INTO talks(id) VALUES ('x')", "DELETE FROM claim_keys", "UPDATE claim_keys SET claim = 0",
        "UPDATE search_text SET body = ''", "UPDATE parley_meta SET version = 1",
        "UPDATE parley_derivations SET statement = 'SELECT 1'", "INSERT INTO parley_last_key VALUES (true, 9000000000000000000)",
        "INSERT INTO claim_keys VALUES (9223372036854775807, 'talks')",
        "INSERT INTO claim_keys SELECT 20000000 + i, 'talks' FROM generate_series(1, 3) AS i",
        "INSERT INTO terms(id) VALUES ('x')", "CREATE TABLE mine(n integer)", "DROP FUNCTION parley_derive",
        "CREATE OR REPLACE FUNCTION parley_fold(x text) RETURNS text LANGUAGE sql AS 'SELECT 1'",
        "SELECT * FROM pg_authid", "SET ROLE parley", "SET SESSION AUTHORIZATION parley",
        ("DROP SCHEMA %s CASCADE"):format(made.ds.store.dialect.quote(made.name)) } do
        assert.equal("permission", code_of(store.exec, store, sql), sql)
      end
      local function insert(who, more)
        return ("INSERT INTO talks_claims(claim, id, source, coder, rank, polarity, modality, certainty%s) VALUES "
          .. "(900000, 'x', 's1', %s, 'normal', 'affirmed', 'fact', 'narration'%s)"):format(more and ", retracted_at" or "",
          made.ds.store.dialect.text(who), more or "")
      end
      assert.equal("permission", code_of(store.exec, store, insert(other)))
      assert.equal("permission", code_of(store.exec, store, insert(coder, ", 'x'")))
      assert.equal("permission", code_of(store.exec, store, (insert(coder):gsub("'normal'", "'preferred'"))))
      local function retracted(sql, of) return (store:run(sql, { n = 1, of })) end
      local sql = "UPDATE talks_claims SET retracted_at = '2025-01-01', retraction = 'x' WHERE claim = $1"
      store:exec "BEGIN"          -- by hand nothing follows, and nothing is kept
      assert.equal(0, retracted(sql, key))
      assert.equal(1, retracted(sql, mine))
      assert.equal(0, retracted("UPDATE talks_claims SET retracted_at = NULL WHERE claim = $1", mine))
      store:exec "ROLLBACK"
      assert.equal("Oslo", made.ds.talks:get("bens-2").place)
      assert.is_true(pcall(store.exec, store, "SELECT nextval('parley_commits')"))
    end)
  end)

  describe("an editor", function()
    it("decides, amends, renames and takes back what others claim, and what it makes is everybody's", function()
      local ds, ben = made:as(editor), made:as(other)
      local key = ben:add("talks", { id = "bens-3", place = "Oslo" }, { source = "s1" })
      ds:prefer(ds:amend(key, { place = "Rome" }, "misread"), "the transcript")
      assert.equal("Rome", ben.talks:get("bens-3").place)
      ds:rename("talks", "bens-3", "ours-3")
      assert.equal(1, ben.talks:where { id = "ours-3" }:count())
      ds:claim("talks", "ours-3", { venue = "palace" }, { source = "s2", coder = other })
      ds:add_column("talks", "seats", { type = "integer" })
      local again = made:as(other)
      again:claim("talks", "ours-3", { seats = 12 }, { source = "s3" })
      assert.equal(12, made:as(reader, { mode = "ro" }).talks:get("ours-3").seats)
    end)
  end)

  it("has nobody else in, and says so", function()
    local stranger = made:person "Sam"
    local ds, message, code = parley.open(made:address_of(stranger))
    assert.same({ nil, "permission" }, { ds, code })
    for _, part in ipairs { made:role "reader", stranger } do
      assert.is_truthy(tostring(message):find(part, 1, true), tostring(message))
    end
    assert.is_falsy(tostring(message):find("spec-Pass", 1, true))
  end)

  it("brings in step what follows from claims: rows are as they are when made anew", function()
    local before = made.ds.talks:sort("id"):frame()
    local stored_rows = require "parley.storage.statements.stored_rows"
    made.ds:atomic(function() stored_rows.resolve_all(made.ds.store, made.ds.schema.by_name.talks) end)
    assert.equal(before:to_csv(), made.ds.talks:sort("id"):frame():to_csv())
  end)
end)

needed("making roles #server", function()
  local made
  setup(function() made = server_dataset.new { roles = false } end)
  teardown(function() made:drop() end)

  it("is refused to who may not, with the statements that make them; without roles the dataset is theirs", function()
    local user = made:person "Mia"
    made.ds.store:exec(("GRANT CREATE ON DATABASE talks TO %s"):format(made.ds.store.dialect.quote(user)))
    local address = made:address_of(user):gsub("schema=.*", "schema=spec_of_mia")
    local nothing, message, code = parley.create(address)
    assert.same({ nil, "permission" }, { nothing, code })
    for _, part in ipairs { 'CREATE ROLE "spec_of_mia_reader"', "roles = false" } do
      assert.is_truthy(tostring(message):find(part, 1, true), tostring(message))
    end
    local ds = assert(parley.create(address, { roles = false }))
    ds:add("sources", { id = "s1" })
    assert.equal(1, ds.sources:count())
    ds.store:exec(("SET client_min_messages = error; DROP SCHEMA spec_of_mia CASCADE"))
    ds:close()
    made.ds.store:exec(("DROP OWNED BY %s"):format(made.ds.store.dialect.quote(user)))
  end)

  it("is done by who may, without being a superuser, who is an editor then", function()
    local user = made:person("Mary", nil, "CREATEROLE")
    made.ds.store:exec(("GRANT CREATE ON DATABASE talks TO %s"):format(made.ds.store.dialect.quote(user)))
    local address = made:address_of(user):gsub("schema=.*", "schema=spec_of_mia")
    local ds = assert(parley.create(address, { from = parley.open() }))
    ds:add_column("talks", "seats", { type = "integer" })
    ds:close()
    ds = assert(parley.open(address))
    ds:claim("talks", ds.talks:first().id, { seats = 3 }, { source = "s1" })
    ds:close()
    made.ds.store:exec [[SET client_min_messages = error; DROP SCHEMA spec_of_mia CASCADE;
      DROP ROLE spec_of_mia_editor; DROP ROLE spec_of_mia_coder; DROP ROLE spec_of_mia_reader]]
    made.ds.store:exec(("DROP OWNED BY %s"):format(made.ds.store.dialect.quote(user)))
  end)
end)

describe("statements that bring claims and rows in step", function()
  it("are known by name, for each table with claims", function()
    local dialect = require "parley.query.sql.dialect.postgres"
    local all = written_derivations.all(dialect, require("parley.codebook.tables").tables)
    for _, name in ipairs { "resolve_one talks", "remove_some talks", "follow talks", "origin_of talks",
      "no_origin talks", "index_one talks", "forget_some talks", "follow_own sources" } do
      assert.is_truthy(all[name]:find " RETURNING id$", name)
    end
    assert.is_nil(all["resolve_one terms"])
  end)

  it("refuse a role whose name the server would cut", function()
    assert.equal("bad_type", code_of(parley.create, "postgresql://nowhere/x", { roles = 1 }))
    assert.is_nil(require("parley.query.sql.dialect.postgres_roles").names(("x"):rep(57)))
  end)
end)
