-- The manual page: everything that the program can do stands in it, and a reader of such pages has no complaint.

local commands = require "parley.repl.command.commands"
local man_page = require "parley.repl.command.man_page"
local options = require "parley.repl.command.options"
local scratch = require "spec.support.scratch"
local support = require "spec.support.commands"

describe("the manual page", function()
  local text = man_page.text "1.2.3"
  local plain = text:gsub("\\%-", "-")

  it("has every command with its options", function()
    assert.is_truthy(text:find('^%.TH PARLEY 1 "" "parley 1%.2%.3"'))
    for _, command in ipairs(commands.all()) do
      assert.is_truthy(plain:find("\n.SS " .. command.name .. "\n", 1, true), command.name)
      assert.is_truthy(plain:find(command.summary, 1, true), command.summary)
      for _, option in ipairs(options.of(command)) do
        assert.is_truthy(plain:find("--" .. option.name, 1, true), option.name)
      end
      for _, example in ipairs(command.examples) do assert.is_truthy(plain:find(example, 1, true), example) end
    end
  end)

  local has_man = os.execute "command -v man >/dev/null 2>&1" == true
  local test = has_man and it or pending

  test("is read without a warning", function()
    local path, remove = scratch.folder()
    finally(remove)
    scratch.write(path "parley.1", text)
    local output, status = support.run(("%sLC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l %s 2>&1 >%s/shown"):format(
      support.clean, path "parley.1", path "."))
    assert.equal("", output)
    assert.equal(0, status)
    assert.is_truthy(scratch.read(path "shown"):find "rows TABLE" or scratch.read(path "shown"):find "EXIT STATUS")
  end)
end)
