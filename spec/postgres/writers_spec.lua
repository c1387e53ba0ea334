-- Many write to one dataset on a server at once: every claim gets in, what is shown is what a rebuild would show, and who
-- waits in vain is told for whom. `make check-writers` runs it with twelve processes of a thousand claims about 50 things.
-- Holds: claims.attempts, storage.writers

local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"
local server_dataset = require "spec.support.server_dataset"
local stored_rows = require "parley.storage.statements.stored_rows"

local PROCESSES, CLAIMS, THINGS = (os.getenv "PARLEY_WRITERS" or "4 25 5"):match "^(%d+) (%d+) (%d+)$"

-- Claims about one of some talks and what is said of a source, one by one or some together, as the number says.
local WRITER <const> = [[
  local parley = require "parley"
  local number, claims, things = tonumber(arg[2]), tonumber(arg[3]), tonumber(arg[4])
  local ds = assert(parley.open(arg[1], { timeout = 120000 }))
  math.randomseed(number)
  local function claim(i)
    local thing, source = "t" .. math.random(things), "s" .. math.random(5)
    if i % 20 == 0 then
      return ds:claim("sources", source, { published = ("2025-06-%02d"):format(math.random(28)) }, { source = source })
    end
    ds:claim("talks", thing, { place = "place " .. math.random(3), status = math.random() < 0.5 and "held" or nil },
      { source = source })
  end
  local i = 0
  while i < claims do
    local together = math.min(math.random(3), claims - i)
    ds:atomic({ attempts = 20 }, function() for n = 1, together do claim(i + n) end end)
    i = i + together
  end
  print(claims)
]]

local needed = server.needed(describe, it, pending)

needed("many writers #server", function()
  local made, at, remove

  before_each(function()
    at, remove = scratch.folder()
    made = server_dataset.new()
    for i = 1, 5 do made.ds:add("sources", { id = "s" .. i, published = "2025-05-0" .. i }) end
  end)
  after_each(function()
    made:drop()
    remove()
  end)

  local function all_rows()
    local all = {}
    for _, name in ipairs { "talks", "sources" } do all[name] = made.ds:table(name):sort("id"):to_csv() end
    all.words = made.ds:search("place"):sort("id"):count()
    return all
  end

  it("get every claim in, and what is shown is what a rebuild shows", function()
    for i = 1, THINGS do made.ds:add("talks", { id = "t" .. i, place = "Lund" }, { source = "s1" }) end
    local command, pipes = scratch.script(at "writer.lua", WRITER), {}
    local begun = os.time()
    for i = 1, PROCESSES do
      local user = made:person("coder " .. i, "coder")
      pipes[i] = assert(io.popen(("exec env %s '%s' %d %d %d 2>&1"):format(command, made:address_of(user), i, CLAIMS,
        THINGS)))
    end
    for _, pipe in ipairs(pipes) do
      assert.equal(CLAIMS, pipe:read "a":match "^%d+")
      pipe:close()
    end
    if os.getenv "PARLEY_WRITERS" then
      print(("%d claims in %d s"):format(PROCESSES * CLAIMS, os.time() - begun))
    end
    local count = "SELECT count(*) FROM (SELECT claim FROM talks_claims WHERE coder IS NOT NULL UNION ALL "
      .. "SELECT claim FROM sources_claims WHERE coder IS NOT NULL) c"
    assert.equal(PROCESSES * CLAIMS, (made.ds.store:values(count)))
    local before, infos = all_rows(), {}
    for i, name in ipairs(made.ds.schema.names) do infos[i] = made.ds.schema.by_name[name] end
    made.ds:atomic(function() stored_rows.derive(made.ds.store, infos, stored_rows.resolve_all) end)
    assert.same(before, all_rows())
  end)

  it("wait for each other, and who waits too long is told for whom, and can go on", function()
    local ann, ben = made:person("Ann", "coder"), made:person("Ben", "coder")
    made.ds:add("talks", { id = "t1", place = "Lund" }, { source = "s1" })
    local first, second = made:as(ann), made:as(ben, { timeout = 200 })
    first:atomic(function()
      first:claim("talks", "t1", { place = "Oslo" }, { source = "s2" })
      local done, err = pcall(second.claim, second, "talks", "t1", { place = "Rome" }, { source = "s3" })
      assert.same({ false, "busy" }, { done, err.code })
      for _, part in ipairs { ann, "200 ms", "timeout = ms", "parley" } do
        assert.is_truthy(err.message:find(part, 1, true), err.message)
      end
      assert.is_false(second.store:in_transaction())
      assert.equal("Lund", second.talks:get("t1").place)
    end)
    second:claim("talks", "t1", { place = "Rome" }, { source = "s3" })
    assert.equal(3, second.talks:where { id = "t1" }:claims():count())
  end)

  it("do not wait for one that was killed", function()
    local user = made:person("Ann", "coder")
    local command = scratch.script(at "holder.lua", [[
      local ds = require("parley").open(arg[1])
      ds:atomic(function()
        ds:claim("sources", "s1", { published = "2020" }, { source = "s1" })
        print "holds"
        io.flush()
        os.execute "exec sleep 60"
      end)
    ]])
    local pipe = assert(io.popen(("echo $$; exec env %s '%s'"):format(command, made:address_of(user))))
    local pid = pipe:read "n"
    pipe:read "l"
    assert.equal("holds", pipe:read "l")
    assert.is_true(os.execute("kill -9 " .. pid))
    local ds = made:as(user, { timeout = 10000 })
    ds:claim("sources", "s1", { published = "2025-06-02" }, { source = "s1" })
    assert.equal(2, ds.sources:where { id = "s1" }:claims():count())
  end)

  describe("what the server undoes since others wrote to the same", function()
    -- Has the first n claims from now on fail as one that met another.
    local function fail(n)
      made.ds.store:exec(([[CREATE SEQUENCE spec_failures; CREATE FUNCTION spec_fail() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
          IF nextval('spec_failures') <= %d THEN RAISE EXCEPTION 'could not serialize' USING ERRCODE = '40001'; END IF;
          RETURN NEW; END $$;
        CREATE TRIGGER spec_fails BEFORE INSERT ON talks_claims FOR EACH ROW EXECUTE FUNCTION spec_fail()]]):format(n))
    end

    it("is done again by a verb, until it is done", function()
      fail(3)
      made.ds:add("talks", { id = "t1", place = "Lund" }, { source = "s1" })
      assert.equal(1, made.ds.talks:where { id = "t1" }:claims():count())
    end)

    it("is done again by atomic as often as it says, and once where it says nothing", function()
      fail(3)
      local runs = 0
      local function add()
        runs = runs + 1
        return made.ds:add("talks", { id = "t1", place = "Lund" }, { source = "s1" })
      end
      local done, err = pcall(made.ds.atomic, made.ds, add)
      assert.same({ false, "busy", 1 }, { done, err.code, runs })
      assert.is_truthy(err.message:find("attempts", 1, true), err.message)
      done, err = pcall(made.ds.atomic, made.ds, { attempts = 2 }, add)
      assert.same({ false, "busy", 3 }, { done, err.code, runs })
      assert.is_truthy(err.message:find("2 times", 1, true), err.message)
      assert.is_number(made.ds:atomic({ attempts = 2 }, add))
      assert.equal(4, runs)
    end)

    it("is given up when a lock would be", function()
      fail(1000000)
      local ds = assert(parley.open(made.address, { timeout = 100 }))
      local done, err = pcall(ds.add, ds, "talks", { id = "t1" }, { source = "s1" })
      ds:close()
      assert.same({ false, "busy" }, { done, err.code })
      assert.is_truthy(err.message:find("it was tried", 1, true), err.message)
    end)
  end)
end)

describe("how often an atomic block may run", function()
  it("is a number from 1", function()
    local ds = parley.open ":memory:"
    local runs = 0
    local function fn() runs = runs + 1 end
    for _, wrong in ipairs { 0, 1.5, "2" } do
      assert.equal("bad_argument", select(2, pcall(ds.atomic, ds, { attempts = wrong }, fn)).code)
    end
    assert.equal("no_option", select(2, pcall(ds.atomic, ds, { attempt = 2 }, fn)).code)
    assert.equal("bad_type", select(2, pcall(ds.atomic, ds, { attempts = 2 })).code)
    ds:atomic({ attempts = 2 }, fn)
    assert.equal(1, runs)
  end)
end)
