-- A password in the address of a server stands nowhere else: not in messages, in the fields of what is raised, in what is
-- printed or written, in plans, in progress, nor in what programs that are started have.

local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"

-- Everything below a value that is text, userdata by how it is printed.
local function texts_of(value, found, seen)
  found, seen = found or {}, seen or {}
  if type(value) == "string" then found[#found + 1] = value end
  if (type(value) ~= "table" and type(value) ~= "userdata") or seen[value] then return found end
  seen[value] = true
  found[#found + 1] = tostring(value)
  if type(value) == "table" then
    for key, part in next, value do
      texts_of(key, found, seen)
      texts_of(part, found, seen)
    end
  end
  return found
end

server.needed(describe, it, pending)("a password", function()
  local PASSWORD <const>, PARTS <const> = "open/sesame:9@x y", { "sesame", "9@x", "9%40x", "open/", "open%2F" }
  local store, schema, remove, path

  setup(function()
    store, schema = server.store()
    store:exec(("CREATE ROLE %s_anna LOGIN SUPERUSER PASSWORD '%s'"):format(schema, PASSWORD))
    assert(parley.create(server.address() .. "?schema=" .. schema)):close()
    path, remove = scratch.folder()
  end)
  teardown(function()
    store:exec(("DROP OWNED BY %s_anna; DROP ROLE %s_anna"):format(schema, schema))
    server.drop(store, schema)
    remove()
  end)

  local function place() return server.address():match "@([%d.]+):(%d+)/(%w+)" end

  -- The same in each of libpq's forms; `wrong`: the password is another, and refused.
  local function addresses(wrong)
    local host, port, database = place()
    local user, password = schema .. "_anna", PASSWORD .. (wrong and "!" or "")
    local encoded = password:gsub("%W", function(sign) return ("%%%02X"):format(sign:byte()) end)
    return {
      ("postgresql://%s:%s@%s:%s/%s?schema=%s"):format(user, encoded, host, port, database, schema),
      ("postgresql://%s@%s:%s/%s?password=%s&schema=%s"):format(user, host, port, database, encoded, schema),
      ("postgresql://%s@%s:%s/%s?p%%61ssword=%s&schema=%s"):format(user, host, port, database, encoded, schema),
      ("host=%s port=%s dbname=%s user=%s password='%s' schema=%s"):format(host, port, database, user, password, schema),
    }
  end

  local function assert_clean(value, about)
    for _, text in ipairs(texts_of(value)) do
      for _, part in ipairs(PARTS) do assert.is_nil(text:find(part, 1, true), about .. ": " .. text) end
    end
  end

  it("that is wrong is in no message", function()
    for _, address in ipairs(addresses(true)) do
      local ds, message, code = parley.open(address)
      assert.same({ nil, "permission" }, { ds, code })
      assert.matches("cannot open 'postgresql://" .. schema .. "_anna@", message, 1, true)
      assert_clean(message, "open")
      assert_clean(table.pack(parley.create(address)), "create")
    end
  end)

  it("in an address that is none, or in a place for something else, is in nothing that is raised", function()
    local ds = parley.open(":memory:")
    for i, address in ipairs(addresses(true)) do
      for about, fn in pairs {
        ["an option"] = function() return parley.open(address, { mod = address }) end,
        ["a mode"] = function() return parley.open(address, { mode = address }) end,
        ["two schemas"] = function() return parley.open(address .. (i < 4 and "&schema=x" or " schema=x")) end,
        ["a word that libpq does not know"] = function() return parley.open(address .. (i < 4 and "&" or " ") .. "no=1") end,
        ["an import"] = function() return ds:import("talks", address) end,
        ["a read"] = function() return parley.read(address) end,
        ["a table"] = function() return ds:add(address, {}) end,
        ["an id"] = function() return ds.talks:get(address) end,
        ["an expression"] = function() return ds.talks:where("place = '" .. address .. "' and nothing"):all() end,
        ["a chunk"] = function() return load(("local p = ...; return p.open(%q, { mod = 1 })"):format(address))(parley) end,
        ["a source"] = function() return parley.create(server.address(), { from = address }) end,
      } do assert_clean(table.pack(pcall(fn)), about) end
    end
    ds:close()
  end)

  it("that is right is in nothing that a dataset shows, writes or tells", function()
    for i, address in ipairs(addresses()) do
      local ds = assert(parley.open(address))
      local told = {}
      ds:add("sources", { id = "s" .. i, published = "2025-06-02" })
      local lines = { "id,place" }
      for n = 1, 50 do lines[#lines + 1] = ("p%d_%d,Lund"):format(i, n) end
      assert(ds:import("talks", scratch.file(path "talks.csv", table.concat(lines, "\n")), { source = "s" .. i,
        progress = function(facts) told[#told + 1] = facts end }))
      assert_clean(told, "progress")
      assert_clean({ tostring(ds), tostring(ds.store), tostring(ds.talks), ds.path }, "tostring")
      assert_clean(ds.talks:where("place = 'Lund'"):explain(), "explain")
      assert(ds:dump(path("dump" .. i)))
      local names = scratch.listing(path("dump" .. i))
      assert.is_true(#names > 1)
      for _, name in ipairs(names) do
        assert_clean(scratch.read(path("dump" .. i .. "/" .. name)) or "", "dump")
      end
      assert_clean(table.pack(pcall(ds.talks.where, ds.talks, "nothing = 1")), "a query")
      assert_clean(table.pack(pcall(ds.sql, ds, "SELECT nothing")), "sql")
      assert_clean(table.pack(pcall(ds.add, ds, "talks", { id = "r9", nothing = 1 })), "add")
      local pid = ds.store:values "SELECT pg_backend_pid()"
      store:values("SELECT pg_terminate_backend($1::int)", { n = 1, pid })
      assert_clean(table.pack(pcall(ds.add, ds, "talks", { id = "r10" })), "a connection that is lost")
      assert_clean({ select(2, pcall(tostring, ds)), tostring(ds.store) }, "tostring")
      ds:close()
      local pipe <close> = assert(io.popen "env")
      assert_clean(pipe:read "a", "the environment of programs")
    end
  end)
end)
