-- Pictures in files: which formats there are, what is refused, and that an old file stays until a new one is whole.
-- Holds: pictures.page, pictures.plot

local parley = require "parley"
local scratch = require "spec.support.scratch"
local xml = require "spec.support.xml"

local path, remove
before_each(function() path, remove = scratch.folder() end)
after_each(function() remove() end)

local function picture(title)
  return parley.frame({ { x = "a", y = 1 }, { x = "b", y = 3 } }):plot { kind = "bar", x = "x", y = "y", title = title }
end

describe("a picture is saved", function()
  it("as SVG, the text it has", function()
    assert.is_true(picture():save(path "p.svg"))
    assert.equal(picture():to_svg(), scratch.read(path "p.svg"))
    assert.same({ "p.svg" }, scratch.listing(path ""))
  end)

  it("as a page with the same values as a table, which asks nobody for anything", function()
    assert.is_true(picture():save(path "p.html"))
    local page = scratch.read(path "p.html")
    assert.is_truthy(page:find("default-src 'none'", 1, true))
    assert.is_truthy(page:find("<td>a</td><td class=\"number\">1</td>", 1, true))
    assert.is_truthy(page:find("<svg ", 1, true))
    assert.is_nil(page:find("<script", 1, true))
    for address in page:gmatch "https?://[^\"' ]+" do assert.equal("http://www.w3.org/2000/svg", address) end
    xml.elements(page:match "<svg.-</svg>")
  end)

  it("as PNG, where a program for it is found, else with a word about it", function()
    local done, message, code = picture():save(path "p.png")
    if done then
      assert.equal("\137PNG", scratch.read(path "p.png"):sub(1, 4))
      assert.same({ "p.png" }, scratch.listing(path ""))
    else
      assert.equal("missing_program", code)
      assert.is_truthy(tostring(message):find("rsvg-convert or chromium", 1, true))
    end
  end)
end)

describe("a picture is not saved", function()
  local cases = {
    { "p.svgg", "the name 'p.svgg' does not say the format" },
    { "p", "the name 'p' does not say the format" },
    { "", "save() takes a path such as 'talks.svg', whose extension says the format" },
    { 5, "save() takes a path such as 'talks.svg', whose extension says the format" },
  }
  for _, case in ipairs(cases) do
    it(("under %s"):format(tostring(case[1])), function()
      local p = picture()
      local message = scratch.message_of(p.save, p, case[1])
      assert.equal(case[2], message:sub(1, #case[2]))
    end)
  end

  it("into a folder that is not there", function()
    local done, message, code = picture():save(path "none/p.svg")
    assert.is_nil(done)
    assert.equal("missing_folder", code)
    assert.is_truthy(tostring(message):find("none", 1, true))
  end)

  it("on a full disk, and the old file stays", function()
    scratch.write(path "p.svg", "old")
    local done, _, code = scratch.on_full_disk("p.svg", function() return picture():save(path "p.svg") end)
    assert.is_nil(done)
    assert.equal("full", code)
    assert.equal("old", scratch.read(path "p.svg"))
  end)
end)
