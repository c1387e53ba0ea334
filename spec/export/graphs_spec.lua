-- export/graphs.lua: tables of edges as GraphML and DOT: escapes, types, nodes, and what is refused.
-- Holds: export.formats.dot, export.formats.graphml

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"
local xml = require "spec.support.xml"

-- A Frame of rows; with types, also of columns in which nothing stands.
local function frame(rows, columns, types)
  if not types then return parley.frame(rows, { columns = columns }) end
  local described, lists = {}, {}
  for c, name in ipairs(columns) do described[c] = { name, types[c] } end
  for r, row in ipairs(rows) do
    lists[r] = {}
    for c, name in ipairs(columns) do lists[r][c] = row[name] end
  end
  return require("parley.frame.from_rows").lists(described, lists)
end

-- A graph as { nodes = { id = { name = value } }, edges = { { source, target, name = value } }, keys = { name = type } }.
local function graph_of(text)
  local root = xml.document(text)
  local keys, graph = {}, { nodes = {}, edges = {}, types = {}, order = {} }
  for _, child in ipairs(root.children) do
    if child.name == "key" then
      keys[child.id], graph.types[child["for"] .. " " .. child["attr.name"]] = child["attr.name"], child["attr.type"]
    end
  end
  local body = root.children[#root.children]
  assert(body.name == "graph" and body.edgedefault == "directed")
  for _, element in ipairs(body.children) do
    local item = { source = element.source, target = element.target }
    for _, data in ipairs(element.children) do item[assert(keys[data.key])] = data.text end
    if element.name == "node" then
      assert(not graph.nodes[element.id] and element.id:find "^[%w_.:\128-\255-]+$", "node id " .. element.id)
      graph.nodes[element.id], graph.order[#graph.order + 1] = item, element.id
    else
      assert(graph.nodes[element.source] and graph.nodes[element.target], "an edge before its nodes")
      graph.edges[#graph.edges + 1] = item
    end
  end
  return graph
end

local HOSTILE = 'a<b>&"c\' ]]> \r\n\tü'

describe("GraphML", function()
  it("has nodes before their edges, with the columns of both", function()
    local graph = graph_of(second.open():network { tables = "offices" }:to_graphml())
    assert.same({ "halvik", "shore-front", "odran", "water-ministry", "tarvia", "wrzos", "kestria" }, graph.order)
    assert.same({ label = "Søren Halvík", kind = "person" }, graph.nodes.halvik)
    assert.same({ label = "Ministry of Water", kind = "party" }, graph.nodes["water-ministry"])
    assert.same({ source = "odran", target = "water-ministry", role = "holds_office", date = "2023-05/2024-04-30",
      table = "offices", row_id = "odran-minister" }, graph.edges[3])
    assert.equal(5, #graph.edges)
  end)

  it("keeps several edges between two nodes", function()
    local graph = graph_of(second.open():network { tables = "demands", party = "tarvia" }:to_graphml())
    local n = 0
    for _, edge in ipairs(graph.edges) do
      if edge.source == "tarvia" and edge.target == "shore-front" then n = n + 1 end
    end
    assert.equal(9, n)
  end)

  it("types the edge's columns and leaves out what is missing", function()
    local f = frame({ { source = "a", target = "b", n = 7, x = 0.5, yes = true, word = "w", day = "2025-06" },
      { source = "b", target = "a" } }, { "source", "target", "n", "x", "yes", "word", "day" },
      { "text", "text", "integer", "number", "boolean", "text", "date" })
    local graph = graph_of(f:to_graphml())
    assert.same({ ["node label"] = "string", ["edge n"] = "long", ["edge x"] = "double", ["edge yes"] = "boolean",
      ["edge word"] = "string", ["edge day"] = "string" }, graph.types)
    assert.same({ source = "a", target = "b", n = "7", x = "0.5", yes = "true", word = "w", day = "2025-06" },
      graph.edges[1])
    assert.same({ source = "b", target = "a" }, graph.edges[2])
  end)

  it("writes numbers that are none as XML Schema does", function()
    local f = core.frame_new({ "source", "target", "x" }, { "text", "text", "number" }, 2,
      { { "a", "a" }, { "b", "b" }, { 1 / 0, -1 / 0 } })
    local graph = graph_of(f:to_graphml())
    assert.same({ "INF", "-INF" }, { graph.edges[1].x, graph.edges[2].x })
  end)

  it("escapes everything, in values and in the names of columns", function()
    local f = frame({ { source = HOSTILE, target = "t", [HOSTILE] = HOSTILE } }, { "source", "target", HOSTILE })
    local graph = graph_of(f:to_graphml())
    assert.equal(HOSTILE, graph.nodes[graph.order[1]].label)
    assert.equal(HOSTILE, graph.edges[1][HOSTILE])
    assert.equal("string", graph.types["edge " .. HOSTILE])
  end)

  it("makes name tokens of ids, and keeps apart what looks alike", function()
    local f = frame { { source = "United States", target = "United_x20_States" }, { source = "ü", target = "" } }
    local graph = graph_of(f:to_graphml())
    assert.same({ "United_x20_States", "United_x20_States_2", "ü", "_" }, graph.order)
    assert.equal("United States", graph.nodes["United_x20_States"].label)
    assert.equal("United_x20_States", graph.nodes["United_x20_States_2"].label)
  end)

  it("tells nodes of different kinds apart, and kinds unknown from both", function()
    local f = frame({ { source = "x", source_kind = "party", target = "x", target_kind = "person" },
      { source = "x", source_kind = "person", target = "x" } },
      { "source", "source_kind", "target", "target_kind" })
    local graph = graph_of(f:to_graphml())
    assert.same({ "x", "person:x", "x_2" }, graph.order)
    assert.same({ { source = "x", target = "person:x" }, { source = "person:x", target = "x_2" } }, graph.edges)
    assert.same({ label = "x" }, graph.nodes.x_2)
  end)

  it("gives a node alone for a row without one of its ends, and nothing for one without both", function()
    local f = frame({ { source = "a" }, { target = "b" }, {} }, { "source", "target" }, { "text", "text" })
    local graph = graph_of(f:to_graphml())
    assert.same({ "a", "b" }, graph.order)
    assert.same({}, graph.edges)
  end)

  it("is exact, or fails", function()
    local message = scratch.message_of(function() return frame { { source = "a\1", target = "b" } }:to_graphml() end)
    assert.equal("row 1, column 'source': XML cannot hold control characters or bytes that are not UTF-8; mend the "
      .. "text, leave the column out with select, or export DOT, which spells them out", message)
    assert.truthy(scratch.message_of(function()
      return frame { { source = "a", target = "b", word = "\255" } }:to_graphml()
    end):find("row 1, column 'word': XML cannot hold", 1, true))
  end)
end)

describe("DOT", function()
  local function dot_of(rows, columns) return frame(rows, columns):to_dot() end

  it("writes nodes before their edges, and draws roles", function()
    assert.equal([[
digraph {
  "wrzos" [label="Łucja Wrzos", shape=box, kind="person"];
  "kestria" [label="Kestria", shape=ellipse, kind="party"];
  "wrzos" -> "kestria" [label="holds_office", role="holds_office", date="2024", table="offices", id="wrzos-envoy"];
}
]], second.open():network { tables = "offices", party = "kestria" }:to_dot())
  end)

  it("escapes quotes and backslashes, and spells out what would break a line or steer a screen", function()
    assert.equal([[
digraph {
  "a\"b\\" [label="a\"b\\"];
  "x⏎y\\x1b[0m" [label="x⏎y\\x1b[0m"];
  "a\"b\\" -> "x⏎y\\x1b[0m" [label="]->{};", role="]->{};"];
}
]], dot_of({ { source = 'a"b\\', target = "x\ny\27[0m", role = "]->{};" } }, { "source", "target", "role" }))
  end)

  it("quotes names of columns that are no plain words, and numbers with a fraction", function()
    assert.equal([[
digraph {
  "a" [label="a"];
  "b" [label="b"];
  "a" -> "b" ["two words"="w", "node"=2, x="1e-05", yes=true];
}
]], dot_of({ { source = "a", target = "b", ["two words"] = "w", node = 2, x = 1e-5, yes = true } },
      { "source", "target", "two words", "node", "x", "yes" }))
  end)

  it("gives each kind a shape of its own, in the order in which they come", function()
    local rows = {}
    for i = 1, 7 do
      rows[i] = { source = "s" .. i, source_kind = "k" .. i, target = "s1", target_kind = "k1" }
    end
    local text, shapes = dot_of(rows, { "source", "source_kind", "target", "target_kind" }), {}
    for shape in text:gmatch "shape=(%w+)" do shapes[#shapes + 1] = shape end
    assert.same({ "box", "ellipse", "hexagon", "diamond", "octagon", "parallelogram", "box" }, shapes)
  end)

  it("is an empty graph for an empty table", function()
    assert.equal("digraph {\n}\n", frame({}, { "source", "target" }, { "text", "text" }):to_dot())
  end)
end)

describe("graphs of other tables", function()
  local ds = parley.open()

  it("are made of any columns called source and target, of queries too", function()
    local text = ds.demands:where { talk = "r3", topic = "children" }
      :select("party as source", "addressee as target", "topic as role"):to_dot()
    assert.equal([[
digraph {
  "ukraine" [label="ukraine"];
  "russia" [label="russia"];
  "ukraine" -> "russia" [label="children", role="children"];
}
]], text)
  end)

  it("name the column that is missing", function()
    local hint = "; name one so, as in select(\"party as source\", \"addressee as target\")"
    for _, format in ipairs { "to_dot", "to_graphml" } do
      assert.equal("a graph needs the columns 'source' and 'target', and there is no 'source'" .. hint,
        scratch.message_of(ds.demands[format], ds.demands))
      local half = ds.demands:select "party as source"
      assert.equal("a graph needs the columns 'source' and 'target', and there is no 'target'" .. hint,
        scratch.message_of(half[format], half))
    end
  end)

  it("are saved by their extension, and not at all when they fail", function()
    local path, remove = scratch.folder()
    local network = ds:network { talk = "r2" }
    assert.is_true(network:save(path "a.graphml"))
    assert.is_true(network:save(path "a.dot"))
    assert.equal(network:to_graphml(), io.open(path "a.graphml", "rb"):read "a")
    assert.equal(network:to_dot(), io.open(path "a.dot", "rb"):read "a")
    scratch.message_of(ds.demands.save, ds.demands, path "b.dot")
    assert.is_nil(io.open(path "b.dot"))
    remove()
  end)
end)
