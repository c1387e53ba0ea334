-- The reference of public calls (parley.help, doc/reference.md) is what its tool writes, and true: its names, options and
-- code words are those of the calls, and its examples answer as they show.

local codes = require "parley.base.codes"
local docstrings = require "tools.docstrings"
local functions = require "parley.query.functions"
local pages = require "spec.support.pages"
local parley = require "parley"
local public_names = require "tools.public_names"
local tool = require "tools.reference"

local entries = require "parley.repl.reference"

local function entry_of(class, name)
  for _, entry in ipairs(entries) do
    if entry.class == class and entry.name == name then return entry end
  end
end

describe("the reference #tools", function()
  it("is what its tool writes of the docstrings, its examples answered anew (make docs)", function()
    local now, line = tool.written():gmatch "[^\n]*\n", 0
    for there in pages.read(tool.path):gmatch "[^\n]*\n" do
      line = line + 1
      assert.equal(now(), there, ("%s:%d"):format(tool.path, line))
    end
    assert.is_nil(now())
  end)

  it("is the page of the manual (make docs)", function()
    assert.equal(require("tools.reference_page").written(), pages.read "doc/reference.md")
  end)

  it("has every public call: an entry, or that of the query's method which a Frame has too", function()
    local missing = {}
    for class, calls in pairs(public_names.all()) do
      for _, name in ipairs(public_names.names(calls)) do
        local of_query = class == "parley.Frame" and entry_of("parley.Query", name)
        local known = entry_of(class, name) or of_query and of_query.also or public_names.is_internal(class, name)
          or name ~= "count" and functions.has_short_form(name)
        if not known then missing[#missing + 1] = class .. "." .. name end
      end
    end
    assert.same({}, missing)
  end)

  it("says of each what it does, what it takes and gives, and shows it", function()
    local missing = {}
    local function note(entry, what) missing[#missing + 1] = entry.signature .. ": " .. what end
    for _, entry in ipairs(entries) do
      if not (entry.summary and entry.summary:find "%a.*[.:]") then note(entry, "no sentence") end
      if not (entry.example or entry.is_class) then note(entry, "no example") end
      for _, list in ipairs { entry.params, entry.returns, entry.options } do
        for _, one in ipairs(list) do
          if (one.type or "") == "" then note(entry, "no type of " .. tostring(one.name)) end
        end
      end
      if entry.example and not entry.example:find(entry.name, 1, true) then note(entry, "an example of something else") end
    end
    assert.same({}, missing)
  end)

  it("names code words and calls that there are", function()
    local names, missing = {}, {}
    for _, entry in ipairs(entries) do names[entry.name] = true end
    for _, entry in ipairs(entries) do
      for _, code in ipairs(entry.errors) do
        if not codes.by_name[code] then missing[#missing + 1] = entry.signature .. ": " .. code end
      end
      for _, name in ipairs(entry.see) do
        local known = names[name] or functions.aggregates[name]
        if not known or name == entry.name then missing[#missing + 1] = entry.signature .. ": " .. name end
      end
    end
    assert.same({}, missing)
  end)

  it("shows examples that work: only where it is the point is a message among the answers", function()
    local said = {}
    for _, entry in ipairs(entries) do
      if entry.example and entry.example:find "parley: " or (entry.example or ""):find "cannot run" then
        said[#said + 1] = entry.signature
      end
    end
    assert.same({ "parley.create(address, options?)", "parley.open(path?, options?)",
      "ds:distribute(name, options)" }, said)
  end)
end)

-- Options -------------------------------------------------------------------------------------------------

-- The options that a call knows, as its refusal of another one tells them.
local function known_by(fn, ...)
  local _, e = pcall(fn, ...)
  assert(type(e) == "table" and e.code == "no_option", tostring(e))
  local names = table.move(e.arguments.known, 1, #e.arguments.known, 1, {})
  table.sort(names)
  return names
end

local function described(class, name)
  local names = {}
  for i, option in ipairs(assert(entry_of(class, name), name).options) do names[i] = option.name end
  table.sort(names)
  return names
end

describe("options in the reference #tools", function()
  local OTHER = { no_such_option = 1 }
  local ds, mine, q, f

  setup(function()
    ds, mine = parley.open(), parley.open ":memory:"
    mine:add("sources", { id = "s1" })
    q, f = ds.demands, parley.frame { { n = 1 } }
  end)

  -- class, name, and the call with an option that there is not
  local CALLS = {
    { "parley", "open", function() return parley.open, nil, OTHER end },
    { "parley", "create", function() return parley.create, "postgresql://nowhere/x?schema=y", OTHER end },
    { "parley", "compare", function() return parley.compare, f, f, OTHER end },
    { "parley", "merge", function() return parley.merge, ":memory:", ":memory:", ":memory:", OTHER end },
    { "parley", "sandbox", function() return parley.sandbox, OTHER end },
    { "parley", "sync", function() return parley.sync, ":memory:", ":memory:", OTHER end },
    { "parley.Dataset", "distribute", function() return mine.distribute, mine, "events", OTHER end },
    { "parley", "frame", function() return parley.frame, { { a = 1 } }, OTHER end },
    { "parley", "read", function() return parley.read, "x.csv", OTHER end },
    { "parley", "sniff", function() return parley.sniff, "x.csv", OTHER end },
    { "parley", "progress", function() return parley.progress, nil, OTHER end },
    { "parley", "within", function() return parley.within, "eu", OTHER end },
    { "parley.Dataset", "atomic", function() return mine.atomic, mine, OTHER, print end },
    { "parley.Dataset", "compare", function() return ds.compare, ds, "r1", "r2", OTHER end },
    { "parley.Dataset", "search", function() return ds.search, ds, "x", OTHER end },
    { "parley.Dataset", "report", function() return ds.report, ds, "x.html", OTHER end },
    { "parley.Dataset", "dump", function() return ds.dump, ds, "x", OTHER end },
    { "parley.Dataset", "backup", function() return ds.backup, ds, "x", OTHER end },
    { "parley.Dataset", "save_package", function() return ds.save_package, ds, "x", OTHER end },
    { "parley.Dataset", "add_column", function() return mine.add_column, mine, "talks", "x", OTHER end },
    { "parley.Dataset", "import", function() return mine.import, mine, "talks", "x.csv", OTHER end },
    { "parley.Dataset", "judge", function() return mine.judge, mine, "a", "b", "same", "x", OTHER end },
    { "parley.Dataset", "import_ftm", function() return mine.import_ftm, mine, f, OTHER end },
    { "parley.Dataset", "to_jsonld", function() return mine.to_jsonld, mine, OTHER end },
    { "parley.Dataset", "candidates", function() return mine.candidates, mine, "people", OTHER end },
    { "parley.Dataset", "resolved", function() return mine.resolved, mine, OTHER end },
    { "parley.Dataset", "requeue", function() return mine.requeue, mine, nil, OTHER end },
    { "parley.Query", "limit", function() return q.limit, q, 1, OTHER end },
    { "parley.Query", "join", function() return q.join, q, f, OTHER end },
    { "parley.Query", "diff", function() return q.diff, q, f, OTHER end },
    { "parley.Query", "save", function() return q.save, q, "x.csv", OTHER end },
    { "parley.Picture", "text", function()
      local picture = ds:plot "timeline"
      return picture.text, picture, OTHER
    end },
  }
  for _, name in ipairs { "disagreements", "timeline", "positions", "ledger", "changes", "network", "brief", "total",
    "with_policy" } do
    CALLS[#CALLS + 1] = { "parley.Dataset", name, function() return ds[name], ds, OTHER end }
  end
  for _, name in ipairs { "adjudications", "assignments", "log", "assign" } do
    CALLS[#CALLS + 1] = { "parley.Dataset", name, function()
      local own = parley.open ":memory:"
      return own[name], own, OTHER
    end }
  end
  CALLS[#CALLS + 1] = { "parley.Dataset", "as_coder", function() return ds.as_coder, ds, "anna", OTHER end }
  CALLS[#CALLS + 1] = { "parley.Frame", "show", function() return f.show, f, OTHER end }
  CALLS[#CALLS + 1] = { "parley.Dataset", "compare_coders", function()
    return mine.compare_coders, mine, "anna", "ben", OTHER
  end }
  CALLS[#CALLS + 1] = { "parley.Dataset", "reliability", function() return mine.reliability, mine, OTHER end }
  CALLS[#CALLS + 1] = { "parley", "reliability", function() return parley.reliability, f, OTHER end }
  CALLS[#CALLS + 1] = { "parley.Dataset", "import_sheet", function()
    return ds.import_sheet, parley.open ":memory:", "x.csv", OTHER
  end }
  CALLS[#CALLS + 1] = { "parley.Dataset", "template", function() return ds.template, ds, "talks", OTHER end }
  for _, name in ipairs { "disagreements", "total", "pivot", "unpivot", "plot", "vega", "to_csv", "show" } do
    CALLS[#CALLS + 1] = { "parley.Query", name, function() return ds.outcomes[name], ds.outcomes, OTHER end }
  end

  for _, call in ipairs(CALLS) do
    it(("of %s.%s are those it knows"):format(call[1], call[2]), function()
      assert.same(known_by(call[3]()), described(call[1], call[2]))
    end)
  end

  it("of plot() are those of its kinds of drawings", function()
    local seen, names = {}, {}
    for _, kind in ipairs(require("parley.pictures.dataset_plot").KINDS) do
      for _, name in ipairs(known_by(ds.plot, ds, kind, OTHER)) do seen[name] = true end
    end
    for name in pairs(seen) do names[#names + 1] = name end
    table.sort(names)
    assert.same(names, described("parley.Dataset", "plot"))
  end)

  it("are all of the calls that have any, but for that which C reads", function()
    local checked, unchecked = { ["parley.Dataset.plot"] = true }, {}
    for _, call in ipairs(CALLS) do checked[call[1] .. "." .. call[2]] = true end
    for _, entry in ipairs(entries) do
      local key = entry.class .. "." .. entry.name
      local is_shared = entry.name:find "^to_"          -- those of to_csv()
      if #entry.options > 0 and not (entry.is_class or checked[key] or is_shared) then unchecked[#unchecked + 1] = key end
    end
    assert.same({ "parley.Frame.arrow" }, unchecked)
    local _, e = pcall(f.arrow, f, OTHER)
    assert.matches("it has batch, dates and text$", tostring(e))
    assert.same({ "batch", "dates", "text" }, described("parley.Frame", "arrow"))
  end)
end)

-- Reading docstrings ------------------------------------------------------------------------------------------

describe("a docstring #tools", function()
  it("has a type before its sentence, whatever the type is made of", function()
    for text, type in pairs {
      ["string? the day"] = "string?", ["table<string, string|any[]>  column = values"] = "table<string, string|any[]>",
      ["fun(a: string): boolean?, string? what"] = "fun(a: string): boolean?", ["{ on: string|table|nil, n: integer? }? x"]
        = "{ on: string|table|nil, n: integer? }?", ['"a b"|"c"|nil  or'] = '"a b"|"c"|nil', ["(fun(): string?)|nil  gives"]
        = "(fun(): string?)|nil",
    } do
      assert.equal(type, (docstrings.type(text)))
    end
  end)

  it("is taken apart: sentence, text, tags, and our own lines", function()
    local doc = docstrings.parse { "Keeps rows. What e.g. `x` is.", "Errors: bad_type,", " no_column.", "See also: with, by.",
      "Example: ds:x()", "@param x string  a name", " that goes on", "@return parley.Dataset? ds, string? message" }
    assert.same({ "Keeps rows.", "What e.g. `x` is." }, { doc.summary, doc.text })
    assert.same({ "bad_type", "no_column" }, doc.errors)
    assert.same({ "with", "by" }, doc.see)
    assert.same({ "ds:x()" }, doc.example)
    assert.same({ { name = "x", type = "string", text = "a name that goes on" } }, doc.params)
    assert.same({ { type = "parley.Dataset?", text = "ds" }, { type = "string?", text = "message" } }, doc.returns)
    assert.same({ { type = "parley.Frame", text = "table, id, what" } },
      docstrings.parse({ "@return parley.Frame table, id, what" }).returns)
  end)
end)
