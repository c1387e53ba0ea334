local files = require "parley.base.files"
local scratch = require "spec.support.scratch"

describe("files", function()
  local at, remove = scratch.folder()
  local folder = at("."):sub(1, -3)

  teardown(remove)

  it("are there or not, folders too", function()
    assert.is_true(files.exists(folder))
    assert.is_false(files.exists(folder .. "/a"))
  end)

  it("are there too where they must not be read", function()
    local system, open = _G.io, io.open
    finally(function() system.open = open end)
    -- Who runs the specs may be allowed everything: the system's refusal is told for it.
    system.open = function() return nil, "x: Permission denied", 13 end
    assert.is_true(files.exists "x")
    local _, err, code = files.cannot("save", "folder/x", "folder/x: Permission denied", 13)
    assert.same({ "cannot save 'folder/x': Permission denied", "permission" }, { err.message, code })
  end)

  it("are made beside a target under a name nobody uses", function()
    local function open(name) return io.open(name, "wb") end
    local first, first_name = files.make_beside(folder .. "/a", open)
    local second, second_name = files.make_beside(folder .. "/a", open)
    first:close()
    second:close()
    assert.same({ folder .. "/a.1.part", folder .. "/a.2.part" }, { first_name, second_name })
    assert.same({ nil, "no room", "full" },
      { files.make_beside(folder .. "/b", function() return nil, "no room", "full" end) })
  end)

  it("are written where a link leads, which stays, and into a pipe or a device, which no file may replace", function()
    local real, link, pipe = folder .. "/real.csv", folder .. "/link.csv", folder .. "/pipe.csv"
    scratch.write(real, "old\n")
    assert(os.execute(("ln -s real.csv '%s' && mkfifo '%s'"):format(link, pipe)))
    local rows = require("parley").frame { { n = 1 } }
    local function read(name)
      local file <close> = assert(io.open(name, "rb"))
      return file:read "a"
    end
    for _, save in ipairs { function(path) return files.replace(path, "n\n1\n") end,
      function(path) return rows:save(path) end } do
      assert.is_true(save(link))
      assert.equal("n\n1\n", read(real))
      assert(os.execute(("test -L '%s'"):format(link)))
      local reader <close> = io.popen(("cat '%s'"):format(pipe))
      assert.is_true(save(pipe))
      assert.equal("n\n1\n", reader:read "a")
      assert(os.execute(("test -p '%s'"):format(pipe)))
    end
    assert.same({ folder .. "/none", false }, { files.target(folder .. "/none") })
  end)

  it("have a hint where they are not there: a folder that is not either, a name that is near", function()
    scratch.write(folder .. "/demands.csv", "")
    assert.same({ key = "did_you_mean", meant = folder .. "/demands.csv" },
      files.hint_of_missing(folder .. "/demnds.csv"))
    assert.same({ key = "no_folder", folder = folder .. "/none" }, files.hint_of_missing(folder .. "/none/x.csv"))
    assert.is_nil(files.hint_of_missing(folder .. "/something-else.db"))
    assert.same({ true, true, false, false }, { files.is_on_server "postgresql://h/d", files.is_on_server "postgres://h",
      files.is_on_server "http://h", files.is_on_server "postgres.db" })
  end)

  it("are replaced as a whole, and stay as they were where that cannot be done", function()
    local function content(name)
      local file <close> = assert(io.open(name, "rb"))
      return file:read "a"
    end
    assert.is_true(files.replace(folder .. "/page", "first"))
    assert.is_true(files.replace(folder .. "/page", "second"))
    assert.equal("second", content(folder .. "/page"))
    assert.is_false(files.exists(folder .. "/page.1.part"))
    local nothing, _, code = files.replace(folder .. "/no/page", "x")
    assert.same({ nil, "missing_folder" }, { nothing, code })
  end)

  it("that nothing can be done with are told without the name Lua's libraries put in front", function()
    local _, message, number = io.open(folder .. "/gone", "rb")
    assert.matches("gone: No such file", message)
    local function told(...)
      local nothing, err, code = files.cannot(...)
      assert.is_nil(nothing)
      assert.equal(code, err.code)
      return { err.message, code }
    end
    assert.same({ ("cannot save '%s/x.csv': No such file or directory"):format(folder), "missing_file" },
      told("save", folder .. "/x.csv", message, number))
    assert.same({ ("cannot save '%s/no/x.csv': no directory '%s/no'; create it first"):format(folder, folder),
      "missing_folder" }, told("save", folder .. "/no/x.csv", message, number))
    assert.same({ "cannot dump 'x': there is no room", "full" }, told("dump", "x", "there is no room", "full"))
  end)
end)
