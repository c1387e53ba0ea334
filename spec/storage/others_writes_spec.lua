-- ds:changed(): whether others have written, to a file and to a schema of a server, by a second process too.

local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"
local server_dataset = require "spec.support.server_dataset"

local WRITER <const> = [[
  local ds = require("parley").open(arg[1])
  os.execute("sleep " .. arg[3])
  ds:add("sources", { id = arg[2] })
]]

-- What holds of a dataset that others write to, which `open` opens once more.
local function hears(open, at)
  local ds <close> = open()
  local other <close> = open()
  assert.is_false(ds:changed())          -- begins to look
  assert.is_false(ds:changed())
  ds:add("sources", { id = "own" })
  assert.is_false(ds:changed(), "it heard itself")
  other:add("sources", { id = "others" })
  assert.is_true(ds:changed(1))
  assert.is_false(ds:changed())
  pcall(other.atomic, other, function()
    other:add("sources", { id = "never" })
    error "undone"
  end)
  assert.is_false(ds:changed(0.1), "it heard what was undone")
  assert.is_true(other:changed() == false and ds:as_of("2030"):changed() == false)
  local command = scratch.script(at "writer.lua", WRITER)
  local function write_later(id, seconds)
    return assert(io.popen(("exec env %s '%s' %s %s"):format(command, ds.path, id, seconds)))
  end
  local pipe = write_later("second", 0)
  pipe:close()
  assert.is_true(ds:changed(5))
  pipe = write_later("third", 0.4)
  assert.is_true(ds:changed(30), "it did not wait")
  pipe:close()
  assert.equal("third", ds.sources:get("third").id)
  ds:atomic(function() assert.equal("in_transaction", select(2, pcall(ds.changed, ds)).code) end)
  for _, wrong in ipairs { -1, 0 / 0, "1" } do
    assert.equal("bad_argument", select(2, pcall(ds.changed, ds, wrong)).code)
  end
end

describe("changed()", function()
  local at, remove
  before_each(function() at, remove = scratch.folder() end)
  after_each(function() remove() end)

  it("hears of others who write to a file", function()
    local path = at "talks.db"
    assert(parley.open(path)):close()
    hears(function() return assert(parley.open(path)) end, at)
  end)

  it("ends by Ctrl-C while it waits", function()
    local command = scratch.script(at "waiting.lua", [[
      require("parley.core").interrupts "calls"
      local ds = require("parley").open(arg[1])
      ds:changed()
      print "ready"
      io.flush()
      local done, err = pcall(ds.changed, ds, 60)
      print(done, err.code)
    ]])
    local begun = os.time()
    local pipe <close> = assert(io.popen(("echo $$; exec env %s '%s'"):format(command, at "talks.db")))
    local pid = pipe:read "n"
    pipe:read "l"
    assert.equal("ready", pipe:read "l")
    os.execute("sleep 0.3; kill -INT " .. pid)
    assert.equal("false\tcancelled", pipe:read "l")
    assert.is_true(os.time() - begun < 30)
  end)

  it("hears nothing of what nobody else can write to", function()
    local ds = parley.open ":memory:"
    assert.is_false(ds:changed())
    ds:add("sources", { id = "s1" })
    assert.is_false(ds:changed())
    assert.is_false(parley.open():changed(0.01))
  end)

  server.needed(describe, it, pending)("on a server #server", function()
    it("hears of others who write to the same schema, and of no other", function()
      local made, elsewhere = server_dataset.new(), server_dataset.new()
      hears(function() return assert(parley.open(made.address)) end, at)
      assert.is_false(made.ds:changed())
      elsewhere.ds:add("sources", { id = "s1" })
      assert.is_false(made.ds:changed(0.1))
      made:drop()
      elsewhere:drop()
    end)
  end)
end)
