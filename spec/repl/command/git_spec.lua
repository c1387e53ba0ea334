-- parley git-setup: a repository with three clones, whose edits git merges with Parley.
-- Holds: repl.command.families.branches

local commands = require "spec.support.commands"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local PROGRAM = require("lfs").currentdir() .. "/bin/parley"

local path, remove
before_each(function() path, remove = scratch.folder() end)
after_each(function() remove() end)

-- Git with a configuration of its own, never the user's.
local function git(folder, line)
  local command = ("%s GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null HOME=%s GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@a "
    .. "GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@a PATH=%s:$PATH git -C %s %s"):format(commands.clean, path ".",
    PROGRAM:match "^(.*)/", path(folder), line)
  return commands.run(command)
end

local function done(folder, line)
  local output, status = git(folder, line)
  assert.equal(0, status, line .. ": " .. output)
  return output
end

local function edit(folder, fn)
  local ds <close> = assert(parley.open(path(folder .. "/talks.db"), { mode = "rw" }))
  fn(ds)
end

local function by(coder, more)
  local given = { source = "s1", coder = coder }
  for name, value in pairs(more or {}) do given[name] = value end
  return given
end

describe("git #tools", function()
  it("merges what three people have done apart, and stops where an editor is needed", function()
    local ds = assert(parley.open(path "first.db", { mode = "rwc" }))
    ds:add("sources", { id = "s1", published = "2025-06-02" })
    ds:add("talks", { id = "r22", place = "Oslo" }, by "anna")
    ds:close()
    require("lfs").mkdir(path "anna")
    done("anna", "init -q -b main")
    assert(os.rename(path "first.db", path "anna/talks.db"))
    local told, status = commands.run(("cd '%s' && '%s' git-setup"):format(path "anna", PROGRAM))
    assert.equal(0, status, told)
    done("anna", "add -A")
    done("anna", "commit -qm begin")
    for _, name in ipairs { "ben", "cleo" } do
      done(".", ("clone -q '%s' '%s'"):format(path "anna", path(name)))
      assert.equal(0, select(2, commands.run(("'%s' git-setup '%s'"):format(PROGRAM, path(name)))))
      assert.equal("*.db merge=parley diff=parley\n", scratch.read(path(name .. "/.gitattributes")))
    end
    edit("anna", function(a) a:rename("talks", "r22", "r2") end)
    edit("ben", function(b) b:claim("talks", "r22", { place = "Umea" }, by("ben", { rank = "preferred" })) end)
    edit("cleo", function(c) c:claim("talks", "r22", { place = "Lund" }, by("cleo", { rank = "preferred" })) end)
    assert.is_truthy(done("ben", "diff"):find("talks r22 place: Oslo → Umea", 1, true))
    for _, name in ipairs { "anna", "ben", "cleo" } do done(name, "commit -qam work") end
    done("ben", "pull -q --no-rebase --no-edit origin main")
    local ben <close> = parley.open(path "ben/talks.db")
    assert.same({ "r2 Umea" }, scratch.texts(ben.talks, "id", "place"))
    local output, stopped = git("cleo", ("pull -q --no-rebase --no-edit '%s' main"):format(path "ben"))
    assert.equal(1, stopped, output)
    assert.is_truthy(output:find("decision talks r2 place", 1, true), output)
    edit("cleo", function(c)
      assert.equal(3, c.talks:claims():count())
      local key = c.talks:claims():where "coder = 'ben'":first().claim
      assert.is_truthy(output:find(('ds:amend(%d, {rank = "deprecated"}, reason)'):format(key), 1, true), output)
      c:amend(key, { rank = "deprecated" }, "the minutes say Lund")
    end)
    done("cleo", "commit -qam decided")
    local cleo <close> = parley.open(path "cleo/talks.db")
    assert.same({ "r2 Lund" }, scratch.texts(cleo.talks, "id", "place"))
    done("ben", ("pull -q --no-rebase --no-edit '%s' main"):format(path "cleo"))
  end)

  it("is told of by the program, with a status", function()
    for _, name in ipairs { "a.db", "b.db" } do parley.open(path(name), { mode = "rwc" }):close() end
    local function run(line) return commands.run(("cd '%s' && '%s' %s"):format(path ".", PROGRAM, line)) end
    assert.equal(0, select(2, run "diff a.db b.db"))
    local b <close> = parley.open(path "b.db")
    b:add("sources", { id = "s1", title = "T" })
    local told, status = run "diff a.db b.db"
    assert.equal(1, status)
    assert.is_truthy(told:find("1 claim added", 1, true))
    assert.equal(0, select(2, run "merge a.db a.db b.db --into c.db"))
    assert.is_truthy(select(2, run "merge a.db a.db b.db --into c.db") > 0)
    assert.is_truthy(select(2, run "merge a.db a.db none.db --into d.db") > 0)
    assert.is_nil(scratch.read(path "d.db"))
  end)
end)
