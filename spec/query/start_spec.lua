-- What a short question leaves unread: start-up time is mostly the compiling of Lua (doc/performance.md).

local lua = arg and arg[-1] or "lua5.4"

-- The modules of Parley that are loaded after a program.
local function loaded_by(program)
  local code = program .. [[ for name in pairs(package.loaded) do print((name:match "^parley%.(.*)")) end]]
  local pipe <close> = assert(io.popen(("%s -e '%s'"):format(lua, code)))
  local loaded = {}
  for name in pipe:lines() do loaded[name] = true end
  assert(loaded.core, "the program failed")
  return loaded
end

local QUESTION = 'for row in require("parley").open().demands:by("topic"):count():rows() do assert(row.topic) end'

-- Each with a program that does need it, so that a module that is renamed is noticed.
local LEFT_OUT = {
  ["query.parser"] = 'require("parley").open().demands:where("topic is nil"):count()',
  ["query.operators"] = 'require("parley").open().demands:where("topic is nil"):count()',
  ["query.compared"] = 'require("parley").open().demands:where("topic = ?", "ceasefire"):count()',
  ["base.item_lists"] = 'require("parley").open().demands:where("topic = ?", "ceasefire"):count()',
  ["base.notes"] = 'require("parley").open().demands:where("made > ?", "2025"):frame():notes()',
  ["query.steps.split"] = 'require("parley").open().statements:by("speaker"):count()',
  ["query.lookups"] = 'require("parley").open().demands:where("topic = ?", "ceasefire"):count()',
  ["query.scalar_calls"] = 'require("parley").open().demands:select("upper(id) as u"):count()',
  ["query.unknown_names"] = 'pcall(function() return require("parley").open().demands:select("idd") end)',
  ["query.sql.operators"] = 'require("parley").open().demands:where("topic is nil"):count()',
  ["dataset_methods"] = 'require("parley").open():tables()',
  ["frame.frame"] = 'require("parley").open().demands:frame()',
  ["query.sql.frame_copies"] = 'require("parley").frame({{a = 1}}):by("a"):count():sql()',
  ["base.suggest"] = 'pcall(function() return require("parley").open().demonds end)',
}

describe("a short question", function()
  it("loads no parser, no Frames, no hints", function()
    local loaded = loaded_by(QUESTION)
    for name in pairs(LEFT_OUT) do assert.is_nil(loaded[name], name) end
  end)

  local names = {}
  for name in pairs(LEFT_OUT) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    it("would load " .. name .. " where it is needed", function()
      assert.is_true(loaded_by(LEFT_OUT[name])[name])
    end)
  end
end)

describe("methods of a dataset that come later", function()
  it("have no name of a table of the codebook, which is asked for without them", function()
    local codebook = require "parley.codebook.tables"
    for name in pairs(require "parley.dataset_methods") do assert.is_nil(codebook.by_name[name], name) end
  end)

  for name, method in pairs(require "parley.dataset_methods") do
    if type(method) == "function" then
      it("have " .. name .. " among them, whichever is called first", function()
        assert.is_true(loaded_by(('assert(require("parley").open().%s)'):format(name))["dataset_methods"])
      end)
    end
  end
end)
