-- What Make and LuaRocks promise: nothing built twice, a build that can be used in place, an
-- installation that stands alone, and dependencies that are left alone when they are there.

local commands = require "spec.support.commands"

local clean, run = commands.clean, commands.run
local lua = arg and arg[-1] or "lua5.4"
local root = io.popen("pwd"):read "l"

local function make(arguments)
  return run(clean .. "make --no-print-directory " .. arguments)
end

local function lines(command)
  local list = {}
  for line in run(command):gmatch "[^\n]+" do list[#list + 1] = line end
  table.sort(list)
  return list
end

local function new_folder()
  local name = os.tmpname()
  os.remove(name)
  assert(os.execute("mkdir " .. name))
  finally(function() os.execute("rm -rf " .. name) end)
  return name
end

local function load_rockspec()
  local spec = {}
  assert(loadfile("rockspec/parley-scm-1.rockspec", "t", spec))()
  return spec
end

describe("the rockspec #tools", function()
  local build = load_rockspec().build

  it("gives variables that the Makefile knows", function()
    local file <close> = assert(io.open "Makefile")
    local text = file:read "a"
    for _, list in ipairs { build.variables, build.install_variables } do
      for name in pairs(list) do
        assert.is_truthy(name == "CC" or text:find("\n%s*" .. name .. "%s*[?:]?="), name)
      end
    end
  end)

  -- What LuaRocks does, with what is built: the rock itself is built and installed by .ci/run.
  it("installs the modules where LuaRocks says, and what makes their start small", function()
    local folder = new_folder()
    local places = { LUADIR = folder .. "/lua", LIBDIR = folder .. "/lib" }
    local words = { build.install_target }
    for name, value in pairs(build.install_variables) do
      words[#words + 1] = ("%s='%s'"):format(name, (value:gsub("%$%((%w+)%)", places)))
    end
    assert.equal(0, select(2, make(build.build_target .. " READLINE= POSTGRES=")))
    assert.equal(0, select(2, make(table.concat(words, " ") .. " READLINE= POSTGRES=")))
    assert.same({ "bundled.images", "compiled.luac", "core.so" }, lines("ls " .. folder .. "/lib/parley"))
    assert.same(lines "cd lua && find . -name '*.lua'", lines("cd " .. folder .. "/lua && find . -type f"))
    assert.equal("28\n", (run(("cd %s && LUA_PATH='lua/?.lua;lua/?/init.lua' LUA_CPATH='lib/?.so' %s%s"):format(folder,
      clean, lua) .. " -e 'require \"parley\" package.searchers[3] = error print(require(\"parley\").open().demands:count())'")))
  end)

  it("names what LuaRocks has to find", function()
    local spec = load_rockspec()
    assert.equal("3.0", spec.rockspec_format)
    assert.equal("busted", spec.test.type)
    assert.equal("sqlite3.h", spec.external_dependencies.SQLITE.header)
    assert.equal("utf8proc.h", spec.external_dependencies.UTF8PROC.header)
  end)
end)

describe("make #tools", function()
  it("does nothing the second time", function()
    assert.equal(0, select(2, make "-s all"))
    local output, status = make "all"
    assert.equal(0, status)
    assert.equal("make: Nothing to be done for 'all'.\n", output)
  end)

  it("env lets another folder use the build in place", function()
    local folder = new_folder()
    local output = run("exports=$(" .. clean .. "make -s env) && cd " .. folder .. " && unset LUA_PATH LUA_CPATH"
      .. ' && eval "$exports" && ' .. clean .. lua
      .. [[ -e 'local p = require "parley"; print(p.open(":memory:").talks:count(), package.searchpath("parley", ]]
      .. [[package.path), package.searchpath("parley.core", package.cpath))']])
    assert.equal(("0\t%s/lua/parley/init.lua\t%s/build/parley/core.so\n"):format(root, root), output)
  end)

  it("env keeps the paths that are set, under the names that Lua looks at first", function()
    local output = run("LUA_PATH='/mine/?.lua' LUA_CPATH='/mine/?.so' " .. clean .. "make -s env")
    assert.equal(("export LUA_PATH='%s/lua/?.lua;%s/lua/?/init.lua;/mine/?.lua';\n"
      .. "export LUA_CPATH='%s/build/?.so;/mine/?.so';\n"):format(root, root, root), (output:gsub("export PATH=.*", "")))
    output = run("LUA_PATH_5_4='/mine/?.lua' LUA_PATH='/old/?.lua' " .. clean .. "make -s env")
    assert.is_truthy(output:find(("export LUA_PATH_5_4='%s/lua/?.lua;%s/lua/?/init.lua;/mine/?.lua';\n"):format(root,
      root), 1, true))
    assert.is_truthy(output:find(("\nexport PATH='%s/bin:"):format(root), 1, true))
  end)

  for _, shell in ipairs { "sh", "bash", "zsh", "fish" } do
    local test = os.execute("command -v " .. shell .. " >/dev/null 2>&1") and it or pending
    test("env lets " .. shell .. " use the program in place, also where LUA_PATH_5_4 is set", function()
      local folder = new_folder()
      local evaluate = shell == "fish" and "eval (%s)" or 'eval "$(%s)"'
      local script = folder .. "/try"
      local file <close> = assert(io.open(script, "w"))
      file:write(evaluate:format("make -s -C " .. root .. " env"), "\ncd ", folder, "\nparley datasets --csv -c name\n")
      file:close()
      local output = run("env -u LUA_PATH -u LUA_CPATH LUA_PATH_5_4='/none/?.lua;;' LUA_CPATH_5_4='/none/?.so;;' " .. clean
        .. shell .. " " .. script)
      assert.equal("name\nistanbul-2025\nrussia-ukraine-talks\n", output)
    end)
  end

  it("lets the program of a clone be run as it stands, and says in one line what it lacks", function()
    local folder, sources = new_folder(), "-u LUA_PATH -u LUA_CPATH -u LUA_PATH_5_4 -u LUA_CPATH_5_4 "
    local program = ("cd %s && env %s%s %s"):format(folder, sources, clean:gsub("^env ", ""), lua)
    local names = "name\nistanbul-2025\nrussia-ukraine-talks\n"
    assert.equal(names, run(("%s %s/bin/parley datasets --csv -c name"):format(program, root)))
    run(("mkdir %s/bin && cp %s/bin/parley %s/bin"):format(folder, root, folder))
    assert.equal("parley: its modules are not found: run 'make install', or eval \"$(make -s env)\" in its sources\n1\n",
      run(program .. " bin/parley tables 2>&1; echo $?"))
    run(("ln -s %s/lua %s/lua"):format(root, folder))
    assert.equal(("parley: it is not built yet: run 'make' in %s\n1\n"):format(folder),
      run(("%s %s/bin/parley tables 2>&1; echo $?"):format(program, folder)))
    run(("ln -s %s/build %s/build"):format(root, folder))
    assert.equal(names, run(program .. " bin/parley datasets --csv -c name"))
  end)

  it("install makes a tree that stands alone, and uninstall empties it", function()
    local folder = new_folder()
    local told, status = make("install DESTDIR=" .. folder .. " PREFIX=/opt/parley")
    assert.equal(0, status)
    assert.is_truthy(told:find("export PATH='/opt/parley/bin':", 1, true))
    assert.is_truthy(told:find("export LUA_PATH='/opt/parley/share/lua/5.4/?.lua;/opt/parley/share/lua/5.4/?/init.lua;;';",
      1, true))
    local tree = folder .. "/opt/parley"
    local paths = ("LUA_PATH='%s/share/lua/5.4/?.lua;%s/share/lua/5.4/?/init.lua;;' LUA_CPATH='%s/lib/lua/5.4/?.so;;' ")
      :format(tree, tree, tree)
    local output = run(("cd %s && %s%s%s -e 'print(require(\"parley\").open().talks:get(\"r2\").date)'")
      :format(folder, paths, clean, lua))
    assert.equal("2025-06-02\n", output)
    local from_source = run(("cd %s && %s%s%s -e 'require(\"parley\") package.searchers[3] = error"
      .. " print(require(\"parley\").open().talks:count())'"):format(folder, paths, clean, lua))
    assert.equal("6\n", from_source)          -- no searcher for sources: modules were compiled by make
    assert.equal("id\nr2\n", (run(("cd %s && %s%s/bin/parley rows talks -c id -w 'round = 2' --csv"):format(folder, paths,
      tree))))
    local files = { "/bin/parley", "/include/parley.h", "/lib/libparley.a", "/lib/lua/5.4/parley/bundled.images",
      "/lib/lua/5.4/parley/compiled.luac", "/lib/lua/5.4/parley/core.so" }
    local serves = io.open(root .. "/build/parley/postgres.so")         -- where it has libpq
    local edits = io.open(root .. "/build/parley/readline.so")         -- where the machine has readline
    if edits then edits:close() end
    files[#files + 1] = serves and "/lib/lua/5.4/parley/postgres.so" or nil
    files[#files + 1] = edits and "/lib/lua/5.4/parley/readline.so" or nil
    for _, file in ipairs { "/lib/pkgconfig/parley.pc", "/share/bash-completion/completions/parley",
        "/share/fish/vendor_completions.d/parley.fish", "/share/man/man1/parley.1", "/share/zsh/site-functions/_parley" } do
      files[#files + 1] = file
    end
    for i, file in ipairs(files) do files[i] = tree .. file end
    assert.same(files, lines("find " .. tree .. " -type f -not -path '*/share/lua/*'"))
    assert.equal(0, select(2, make("uninstall DESTDIR=" .. folder .. " PREFIX=/opt/parley")))
    assert.same({}, lines("find " .. folder .. " -type f"))
  end)
end)

describe("the dependencies #tools", function()
  -- Commands that stand in for the system's: apt-get tells what it was asked, pkg-config may deny a library.
  local function pretend(denied)
    local folder = new_folder()
    local function command(name, body)
      local file = assert(io.open(folder .. "/" .. name, "w"))
      file:write("#!/bin/sh\n", body, "\n")
      file:close()
      os.execute("chmod +x " .. folder .. "/" .. name)
    end
    command("apt-get", 'echo "apt-get $*"')
    command("apt-cache", "exit 0")
    command("sudo", 'case "$*" in *true) ;; *) shift; exec "$@" ;; esac')
    command("pkg-config", ('case "$*" in *%s*) exit 1 ;; esac\nPATH=${PATH#*:} exec pkg-config "$@"'):format(denied))
    return "PATH=" .. folder .. ":$PATH "
  end

  it("are left alone when all are there", function()
    for _, purpose in ipairs { "build", "test" } do
      local output, status = run(pretend "nothing" .. clean .. "sh tools/deps.sh " .. purpose)
      assert.equal("", output)
      assert.equal(0, status)
    end
  end)

  it("are asked of apt, and told of when they stay away", function()
    local output, status = run(pretend "utf8proc" .. clean .. "sh tools/deps.sh </dev/null")
    assert.equal([[
parley: this machine lacks
  - utf8proc, with its headers
apt-get install -y -qq --no-install-recommends libutf8proc-dev
parley: still missing:
  - utf8proc, with its headers
As root: apt-get install libutf8proc-dev
]], output)
    assert.equal(1, status)
  end)

  it("of Lua 5.5 are named where apt has no mirror of it", function()
    local folder = new_folder()
    local output, status = run("PATH=" .. folder .. ":$PATH; " .. "printf '#!/bin/sh\n' > " .. folder
      .. "/apt-get; chmod +x " .. folder .. "/apt-get; " .. clean .. "sh tools/lua55.sh " .. folder .. "/lua")
    local has_package = os.execute "command -v lua5.5 >/dev/null 2>&1"
    assert.equal(has_package and 0 or 3, status)
    if not has_package then assert.equal("no Lua 5.5: apt knows no mirror of Debian (apt-get update)\n", output) end
  end)

  it("refuse a purpose they do not know", function()
    local output, status = run "sh tools/deps.sh everything"
    assert.equal("tools/deps.sh: no purpose 'everything'; it is build, test, check or bench\n", output)
    assert.equal(2, status)
  end)
end)
