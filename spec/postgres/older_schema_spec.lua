-- A dataset of an older schema on a server: an editor brings it up to date, in one transaction, and nobody else does.

local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local migration = require "parley.storage.migration"
local parley = require "parley"
local server = require "spec.support.server"
local server_dataset = require "spec.support.server_dataset"
local stores = require "spec.support.stores"

-- Makes a dataset as one of an earlier schema, which knew less of talks, and took one author of a document alone.
local function make_older(store)
  store:exec(([[ALTER TABLE talks DROP COLUMN venue; ALTER TABLE talks_claims DROP COLUMN venue;
    COMMENT ON TABLE talks_claims IS 'as it was made'; ALTER TABLE demands DROP COLUMN talk;
    ALTER TABLE documents ADD FOREIGN KEY (author) REFERENCES parties(id) DEFERRABLE INITIALLY DEFERRED;
    DROP TABLE memberships; DROP TABLE memberships_claims; DROP FUNCTION parley_functions_version;
    UPDATE parley_meta SET version = %d]]):format(codebook.version - 1))
end

local needed = server.needed(describe, it, pending)

needed("a dataset of an older schema #server", function()
  local made, coder, reader, editor

  before_each(function()
    made = server_dataset.new()
    local ds = made.ds
    ds:add("sources", { id = "s1", published = "2025-06-01" })
    for _, id in ipairs { "ukraine", "russia" } do ds:add("parties", { id = id }, { source = "s1" }) end
    ds:add("talks", { id = "r1", place = "Lund", date = "2025-06-02" }, { source = "s1" })
    ds:add("documents", { id = "m1", author = "ukraine" }, { source = "s1" })
    ds:add("demands", { id = "d1", party = "ukraine", talk = "r1", topic = "ceasefire", text = "A truce." },
      { source = "s1" })
    coder, reader, editor = made:person("Ann", "coder"), made:person("Rita", "reader"), made:person("Edda", "editor")
    make_older(ds.store)
    ds:close()
  end)
  after_each(function() made:drop() end)

  local function version()
    local store <close> = made:sql(editor)
    return (store:values "SELECT version FROM parley_meta")
  end

  it("is brought up to date by an editor, and takes and gives what one of today does", function()
    local ds = made:as(editor)
    assert.equal(codebook.version, version())
    assert.equal("Lund", ds.talks:get("r1").place)
    assert.equal("r1", ds.demands:get("d1").talk)          -- from its claims
    assert.equal("d1", ds:search("truce"):first().id)
    ds:claim("documents", "m1", { author = { "ukraine", "russia" } }, { source = "s1" })
    ds:close()
    local ann = made:as(coder)
    ann:claim("talks", "r1", { venue = "palace" }, { source = "s1" })
    ann:add("memberships", { id = "e1", party = "ukraine", whole = "russia" }, { source = "s1" })
    assert.equal("palace", made:as(reader, { mode = "ro" }).talks:get("r1").venue)
    assert.equal("permission", stores.code_of(function() made:sql(coder):exec "UPDATE talks_claims SET venue = 'x'" end))
    local refused = select(2, pcall(ann.claim, ann, "demands", "d1", { talk = "nowhere" }, { source = "s1" }))
    assert.equal("no_row", refused.code)
    assert.equal(codebook.version, version())
  end)

  it("is for nobody else to change: they are told who can", function()
    for _, user in ipairs { coder, reader } do
      for _, mode in ipairs { "ro", "rw" } do
        local ds, message, code = parley.open(made:address_of(user), { mode = mode })
        assert.same({ nil, "older" }, { ds, code })
        for _, part in ipairs { made:role "editor", editor } do
          assert.is_truthy(tostring(message):find(part, 1, true), tostring(message))
        end
      end
    end
    assert.equal("older", select(3, parley.open(made:address_of(editor), { mode = "ro" })))
    assert.equal(codebook.version - 1, version())
  end)

  it("stays as it was where the connection is lost in the middle, and is brought up to date the next time", function()
    local admin <close> = assert(core.open_postgres(require "parley.postgres", server.address(), {}))
    local before = migration.steps[codebook.version]
    local refill = require("parley.storage.full_text").fill
    require("parley.storage.full_text").fill = function(store, ...)
      admin:values("SELECT pg_terminate_backend($1::int)", { n = 1, (store:values "SELECT pg_backend_pid()") })
      return refill(store, ...)
    end
    local done, ds, _, code = pcall(parley.open, made:address_of(editor))
    require("parley.storage.full_text").fill = refill
    assert.same({ true, nil, "no_server" }, { done, ds, code })
    assert.equal(before, migration.steps[codebook.version])
    assert.equal(codebook.version - 1, version())
    local store <close> = made:sql(editor)
    assert.is_nil((store:values "SELECT to_regclass('memberships')::text"))
    assert.equal("r1", made:as(editor).demands:get("d1").talk)
  end)

  it("that is newer is refused to everybody", function()
    local store <close> = made:sql(editor)
    store:exec(("UPDATE parley_meta SET version = %d"):format(codebook.version + 1))
    for _, user in ipairs { coder, reader, editor } do
      assert.equal("newer", select(3, parley.open(made:address_of(user))))
    end
  end)
end)
