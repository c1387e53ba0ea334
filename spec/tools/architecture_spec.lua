-- doc/architecture.md: the drawing is the layer tool's, and every file and folder it names is there.

local lfs = require "lfs"
local pages = require "spec.support.pages"
local scratch = require "spec.support.scratch"

local page = pages.read "doc/architecture.md"

local function drawing()
  local pipe <close> = assert(io.popen(("'%s' tools/layers.lua --draw"):format(scratch.lua())))
  return pipe:read "a"
end

describe("CONTRIBUTING.md #tools", function()
  it("names every step of the check", function()
    local contributing = pages.read "CONTRIBUTING.md"
    for step in pages.read("tools/check.mk"):match("\nCHECKS := ([^\n]*)"):gmatch "%w+" do
      assert.is_truthy(contributing:find("-" .. step .. "`", 1, true), "check-" .. step)
    end
  end)
end)

describe("doc/architecture.md #tools", function()
  it("shows the floors as tools/layers.lua draws them (make floors)", function()
    assert.equal(drawing(), page:match "<!%-%- tools/layers%.lua draws this %-%->\n+```text\n(.-)```\n")
  end)

  it("draws every room that a file stands in", function()
    local drawn = drawing()
    for _, room in ipairs { "csrc/", "engine/join", "text/parallel", "lua/parley/", "dataset, init", "query/sql/dialect" } do
      assert.is_truthy(drawn:find(room, 1, true), room)
    end
    assert.not_matches("%-%-> [^\n]*%?", drawn)
  end)

  it("names files and folders that are there", function()
    local named = 0
    for path in page:gmatch "`([%w_/.-]+)`" do
      if path:find "/" and not path:find "^%-" then
        local full = lfs.attributes(path, "mode") and path or "lua/parley/" .. path
        named = named + 1
        assert.is_truthy(lfs.attributes(full, "mode"), path .. " is not there")
      end
    end
    assert.is_true(named > 30, named)
  end)

  it("is written anew by --page, and nothing else of it", function()
    local at, remove = scratch.folder()
    finally(remove)
    assert(os.execute(("cp -r csrc lua tools doc '%s'"):format(at "")))
    scratch.write(at "doc/architecture.md", (page:gsub("(```text\n).-(```)", "%1old\n%2", 1)))
    assert(os.execute(("'%s' tools/layers.lua --page '%s'"):format(scratch.lua(), at "")))
    assert.equal(page, pages.read(at "doc/architecture.md"))
  end)
end)
