-- Opening by the address of a server: what is in the way is told with a way out, and a password never.
-- Holds: storage.open_server

local core = require "parley.core"
local parley = require "parley"
local server = require "spec.support.server"

server.needed(describe, it, pending)("the address of a server", function()
  local store, schema

  setup(function()
    store, schema = server.store()
    store:exec(([[CREATE ROLE %s_guest LOGIN PASSWORD 'open sesame'; CREATE ROLE %s_alone LOGIN PASSWORD 'x']]):format(
      schema, schema))
  end)
  teardown(function()
    store:exec(("DROP OWNED BY %s_guest, %s_alone; DROP ROLE %s_guest, %s_alone"):format(schema, schema, schema, schema))
    server.drop(store, schema)
  end)

  -- The message and the code of what cannot be opened; neither holds a word that is secret.
  local function refused(address, options)
    local ds, message, code = parley.open(address, options)
    assert.is_nil(ds)
    assert.is_nil(message:find("secret", 1, true), message)
    return message, code
  end

  local function with(user, database)
    return (server.address(database):gsub("//[^@]*@", "//" .. user:gsub("%%", "%%%%") .. "@"))
  end

  it("leads nowhere: the message says what to check", function()
    local message, code = refused "postgresql://anna:secret@127.0.0.1:1/talks"
    assert.equal("no_server", code)
    assert.matches("cannot open 'postgresql://anna@127.0.0.1:1/talks'", message, 1, true)
    assert.matches("check that it runs, its host and its port", message, 1, true)
    assert.equal("no_server", select(2, refused "postgresql://anna:secret@host.invalid/talks"))
  end)

  it("of a server that says nothing: connecting ends in time", function()
    local listen <close> = assert(io.popen([[env -u LD_PRELOAD python3 -c '
import socket, time
s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(5)
print(s.getsockname()[1], flush=True); time.sleep(3)' 2>/dev/null]]))
    local port = listen:read "l"
    if not port then return pending "no Python to listen with" end
    local before = os.time()
    local message, code = refused(("postgresql://anna:secret@127.0.0.1:%s/talks?connect_timeout=1"):format(port))
    assert.equal("no_server", code)
    assert.matches("does not answer within 1000 ms", message, 1, true)
    assert.is_true(os.time() - before <= 4)
  end)

  it("names a user, a password or a database that the server does not take", function()
    local message, code = refused(with(schema .. "_guest:secret"))
    assert.equal("permission", code)
    assert.matches("the server refuses user '" .. schema .. "_guest'", message, 1, true)
    assert.matches("PGPASSWORD", message, 1, true)
    assert.equal("permission", select(2, refused(with(schema .. "_nobody:secret"))))
    message, code = refused(server.address "no_such_database")
    assert.equal("no_name", code)
    assert.matches("the server has no database 'no_such_database'; createdb no_such_database makes one", message, 1, true)
  end)

  it("has its password in itself, in PGPASSWORD or in a file", function()
    local function connects(address)
      local made <close> = assert(core.open_postgres(require "parley.postgres", address, {}))
      return (made:values "SELECT current_user::text")
    end
    assert.equal(schema .. "_guest", connects(with(schema .. "_guest:open%20sesame")))
    assert.equal(schema .. "_guest", connects(with(schema .. "_guest") .. "?password=open%20sesame"))
  end)

  it("that is none is told without being repeated", function()
    for _, address in ipairs { "postgresql://anna:secret@host:port/talks?nothing=x",
        "postgresql://anna:secret@[::1/talks" } do
      local message, code = refused(address)
      assert.equal("bad_argument", code, address)
      assert.matches("postgresql://USER@HOST:PORT/DATABASE?schema=NAME", message, 1, true)
    end
    local done, err = pcall(parley.open, "postgresql://anna:se@cret@host/talks")
    assert.is_false(done)
    assert.equal("bad_argument", err.code)
    assert.is_nil(tostring(err):find("cret", 1, true))
  end)

  it("asks for a connection that cannot be: TLS where the server has none", function()
    local message, code = refused(with "parley:secret" .. "?sslmode=require")
    assert.equal("no_server", code)
    assert.matches("SSL", message, 1, true)
  end)

  it("names a schema that is not there, or two", function()
    local message, code = refused(with "parley:secret" .. "?schema=" .. schema .. "x")
    assert.equal("no_name", code)
    assert.matches(("the database has no schema '%sx'"):format(schema), message, 1, true)
    assert.matches("mode 'rwc' makes it", message, 1, true)
    local done, err = pcall(parley.open, server.address() .. "?schema=a&schema=b")
    assert.is_false(done)
    assert.matches("names its schema twice", tostring(err), 1, true)
  end)

  it("needs a module: without it the message says what to install", function()
    local loaded, path = package.loaded["parley.postgres"], package.cpath
    package.loaded["parley.postgres"], package.cpath = nil, "./nowhere/?.so"
    local message, code = refused(with "parley:secret")
    package.loaded["parley.postgres"], package.cpath = loaded, path
    assert.equal("missing_program", code)
    assert.matches("libpq-dev", message, 1, true)
  end)
end)
