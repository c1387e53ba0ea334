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
