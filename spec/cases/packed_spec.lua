-- Texts that go wrong in the hands of readers, packed with gzip: read and imported as they are when they lie open, with
-- the same rows, notes and refusals.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function() remove() end)

local WIDE = "\xff\xfei\0d\0,\0p\0l\0a\0c\0e\0\n\0k\0,\0O\0\n\0"

-- By the numbers of the cases: a name, the text, and what is stated.
local TEXTS = {
  { "case 27", ".csv", "sep=;\r\nid;place\r\nk;Oslo\r\n" },
  { "case 28", ".csv", "Source: UN, 2020\nid,place\nk,Oslo\n" },
  { "case 28, skipped", ".csv", "Source: UN, 2020\nid,place\nk,Oslo\n", { skip = 1 } },
  { "case 28, comments", ".csv", "# x,y\nid,place\n# x,y\nk,Oslo\n#,\n", { comment = "#" } },
  { "case 29", ".csv", "\u{feff}id,place\nk,Київ\n", { encoding = "windows-1251" } },
  { "case 29, as stated", ".csv", "id,place\nk,\xca\xe8\xbf\xe2\n", { encoding = "windows-1251" } },
  { "case 35", ".csv", "id,x\nk,inf\nl,1.5\n" },
  { "case 36", ".json", "" },
  { "case 36, no fields", ".jsonl", "{}\n{}\n" },
  { "case 66", ".csv", 'id,place\nk,"' .. ("y"):rep(300) .. '"\n', { longest_record = 200 } },
  { "case 68", ".csv", "id,place,place\nk,Oslo,Rome\n", { names = "unique" } },
  { "case 69", ".json", '{"n": 1, "data": [{"id": "k", "place": "Oslo"}]}' },
  { "case 69, on its way", ".json", '{"n": 1, "data": [{"id": "k", "place": "Oslo"}]}', { path = "data" } },
  { "case 71", ".csv", "id;round;place\nk;1.000;Oslo\n", { delimiter = ";", decimal = ",", thousands = "." } },
  { "case 72", ".csv", WIDE },
  { "case 76", ".csv", "\u{feff}\u{feff}id,\u{200b}place\nk,Oslo\n" },
  { "case 77", ".csv", "id,place\nk,\xca\xe8\xbf\xe2\n" },
  { "tabs", ".tsv", 'id\tplace\nk\t"Oslo\n' },
  { "ends of lines", ".csv", 'id,place\r\nk,"a\rb"\nl,x\rm,y' },
}

-- All that can be told of a Frame or a report, or why there is none; without the name of the file.
local function told(found, message, code)
  local text = found and tostring(found) or ("%s %s"):format(message, code)
  return (text:gsub("%S*/open[%.%w]*", "FILE"):gsub("in %d+%.%d s", ""))
end

for _, entry in ipairs(TEXTS) do
  local name, ending, text, given = entry[1], entry[2], entry[3], entry[4] or {}
  it(name .. ": is the same packed and not", function()
    local path = scratch.file(at("open" .. ending), text)
    assert(os.execute(("gzip -c '%s' > '%s.gz'"):format(path, path)))
    assert.equal(told(parley.read(path, given)), told(parley.read(path .. ".gz", given)))
    local function imported(from)
      local ds <close> = parley.open ":memory:"
      ds:add("sources", { id = "s" })
      local options = { source = "s" }
      for key, value in pairs(given) do options[key] = value end
      local report = told(ds:import("talks", from, options))
      return report .. tostring(ds.talks:select("id", "round", "place"))
    end
    assert.equal(imported(path), imported(path .. ".gz"))
  end)
end
