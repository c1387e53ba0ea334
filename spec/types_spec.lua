-- What editors are told of types holds together: every type that an annotation names is declared, no class declares a
-- field twice, and the types of tables and results are those there are. It is what a language server would complain about.

local codebook = require "parley.codebook.tables"
local docstrings = require "tools.docstrings"
local frame_types = require "tools.frame_types"
local pages = require "spec.support.pages"
local parley = require "parley"
local source = dofile "tools/source.lua"
local table_types = require "tools.table_types"
local vocabularies = require "parley.codebook.vocabularies"

local FILES = source.files("lua/parley", { "lua" }, { "^bundled/" })

-- Calls visit(path, line number, tag, what follows it) for every tag in the sources.
local function each_tag(visit)
  for _, path in ipairs(FILES) do
    local number = 0
    for line in io.lines("lua/parley/" .. path) do
      number = number + 1
      local tag, text = line:match "^%s*%-%-%-@(%l+)%s+(.*)$"
      if tag then visit(path, number, tag, text) end
      local alternative = line:match "^%-%-%-|%s*(.*)$"
      if alternative then visit(path, number, "alternative", alternative) end
    end
  end
end

local declared, fields, used = {}, {}, {}

do
  local class
  each_tag(function(path, number, tag, text)
    local at = ("lua/parley/%s:%d"):format(path, number)
    if tag == "class" or tag == "alias" then
      class = text:match "^[%w_.]+"
      declared[class] = declared[class] or at
      text = text:match "^[%w_.]+:?%s*([%w_.]*)" or ""
    elseif tag == "field" then
      local key = ("%s.%s"):format(class, text:match "^[%w_]+" or text:match "^%b[]")
      fields[key] = fields[key] or {}
      table.insert(fields[key], at)
    end
    if tag == "param" or tag == "field" then text = docstrings.type(text:match "^%S+%s+(.*)$" or "") end
    if tag == "return" or tag == "type" then text = docstrings.type(text) end
    for name in text:gmatch "%f[%w_]parley%.%u[%w_]*" do used[name] = used[name] or at end
  end)
end

describe("types in annotations #tools", function()
  it("are declared, each of them", function()
    local missing = {}
    for name, at in pairs(used) do
      if not declared[name] then missing[#missing + 1] = ("%s names %s"):format(at, name) end
    end
    table.sort(missing)
    assert.same({}, missing)
    assert.truthy(used["parley.JoinOptions"] and used["parley.TopicWord"])
  end)

  it("have each field once", function()
    local twice = {}
    for key, places in pairs(fields) do
      if #places > 1 then twice[#twice + 1] = key .. ": " .. table.concat(places, ", ") end
    end
    table.sort(twice)
    assert.same({}, twice)
    assert.truthy(fields["parley.DemandsRow.topic"])
  end)

  it("of tables and of analyses are what their tools write (make docs)", function()
    assert.equal(table_types.written(), pages.read(table_types.path))
    assert.equal(frame_types.written(), pages.read(frame_types.path))
  end)

  it("of tables hold what the rows of the bundled datasets have", function()
    local classes = docstrings.classes(table_types.path)
    local KINDS = { string = "string", integer = "integer", number = "number", boolean = "boolean" }
    for _, name in ipairs(parley.datasets()) do
      local ds <close> = parley.open(name)
      for _, info in ipairs(codebook.tables) do
        local row_class = "parley." .. ("_" .. info.name):gsub("_(%l)", string.upper) .. "Row"
        local types = {}
        for _, field in ipairs(classes[row_class].fields) do types[field.name] = field.type end
        for row in ds:table(info.name):limit(50):rows() do
          for column, value in pairs(row) do
            local kind = math.type(value) == "integer" and "integer" or math.type(value) and "number" or KINDS[type(value)]
            local stated = assert(types[column], info.name .. "." .. column):gsub("%?$", "")
            local fits = stated == kind or stated == "number" and kind == "integer" or stated:find "Word$" and kind == "string"
            assert.is_truthy(fits, ("%s.%s is %s, not %s"):format(info.name, column, kind, stated))
          end
        end
      end
    end
  end)

  it("of what analyses give hold the words of their vocabularies", function()
    local classes, checked = docstrings.classes(frame_types.path), 0
    for _, name in ipairs { "concessions", "disagreements", "ledger", "positions", "timeline", "total" } do
      local row_class = classes["parley." .. ("_" .. name):gsub("_(%l)", string.upper) .. "Row"]
      for _, dataset in ipairs(parley.datasets()) do
        local ds <close> = parley.open(dataset)
        local rows = ds[name](ds)
        for _, field in ipairs(row_class.fields) do
          local vocabulary = frame_types.words[name][field.name]
          if vocabulary then
            assert.equal(table_types.words(vocabulary) .. "?", field.type)
            local known = {}
            for _, code in ipairs(ds:term_codes(vocabulary)) do known[code] = true end
            for _, value in ipairs(rows:values(field.name)) do
              if value ~= parley.null and value ~= "" then
                assert.is_true(known[value], ("%s.%s: %s"):format(name, field.name, tostring(value)))
                checked = checked + 1
              end
            end
          end
        end
      end
    end
    assert.is_true(checked > 100, checked)
  end)

  it("of claims() hold its columns, of each table that has claims", function()
    local classes = docstrings.classes(table_types.path)
    local function fields_of(name)
      local names = {}
      for _, field in ipairs(classes[name].fields) do names[field.name] = true end
      for _, parent in ipairs(classes[name].parents) do
        for field in pairs(fields_of(parent)) do names[field] = true end
      end
      return names
    end
    local ds <close> = parley.open()
    local count = 0
    for _, info in ipairs(codebook.tables) do
      local name = "parley." .. ("_" .. info.name):gsub("_(%l)", string.upper) .. "ClaimRow"
      assert.equal(info.claims or false, classes[name] ~= nil, name)
      if info.claims then
        local columns = {}
        for _, column in ipairs(ds:table(info.name):claims():columns()) do columns[column] = true end
        assert.same(columns, fields_of(name))
        count = count + 1
      end
    end
    assert.is_true(count > 10)
  end)

  it("of provenance are what add() takes", function()
    local mine <close> = parley.open ":memory:"
    mine:add("sources", { id = "s1" })
    local given = {}
    for _, field in ipairs(docstrings.classes(table_types.path)["parley.Provenance"].fields) do given[field.name] = true end
    for _, column in ipairs(codebook.provenance) do
      local values = { source = "s1", [column.name] = column.vocabulary and vocabularies.codes(column.vocabulary)[1]
        or column.name == "source" and "s1" or column.type == "integer" and 1 or "2025" }
      local taken = pcall(mine.add, mine, "talks", { id = "t-" .. column.name }, values)
      assert.equal(given[column.name] or false, taken, column.name)
    end
  end)

  it("of words are the words", function()
    local text = pages.read(table_types.path)
    local block = text:match("%-%-%-@alias " .. table_types.words "certainty" .. "\n(.-)\n\n")
    local words = {}
    for word in block:gmatch '"([^"]+)"' do words[#words + 1] = word end
    assert.same(vocabularies.codes "certainty", words)
  end)
end)
