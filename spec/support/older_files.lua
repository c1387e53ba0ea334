--- Files of every older schema, as that Parley wrote them: its own statements and rows, kept as SQL.
-- spec/support/older_files.sql holds the lines of them all, each once, under the versions in whose files it stands. The
-- Lua of each version, from its commit and on a core of that time, made a file and did what `fill` does. Words of vocabularies and the
-- index of words are left out, as opening fills them anew; when a row was recorded is one and the same time.

local core = require "parley.core"

local older_files = {}

--- The claims that a Parley of some schema could take: of each kind of thing, clashing, retracted, planned.
---@param ds parley.Dataset
---@param version integer
---@param late string  a file that holds `older_files.late`
function older_files.fill(ds, version, late)
  ds:add("sources", { id = "s1", outlet = "First", published = "2025-06-01" }, { source = "s1" })
  ds:add("sources", { id = "s2", outlet = "Second", published = "2025-06-05" }, { source = "s2" })
  for _, id in ipairs { "ukraine", "russia", "eu" } do ds:add("parties", { id = id, name = id }, { source = "s1" }) end
  ds:add("people", { id = "umerov", name = "Rustem Umerov" }, { source = "s1" })
  ds:add("offices", { id = "o1", person = "umerov", party = "ukraine", title = "minister", held = "2023-09/2025-07" },
    { source = "s1" })
  ds:add("talks", { id = "r2", kind = "round", date = "2025-06-02", time = "13:00", status = "scheduled" },
    { source = "s1", modality = "plan", certainty = "anonymous" })
  ds:claim("talks", "r2", { status = "held", venue = "a palace" },
    { source = "s2", certainty = "on_record_quote", said_by = "umerov", stated = "2025-06-03" })
  ds:add("documents", { id = "m1", kind = "memorandum", author = "ukraine", talk = "r2", handed_over = "2025-05-28" },
    { source = "s1" })
  ds:add("demands", { id = "d1", party = "ukraine", addressee = "russia", topic = "ceasefire", days_best = 30,
    talk = "r2", document = "m1", text = "A ceasefire of thirty days." }, { source = "s1" })
  ds:add("responses", { id = "x1", demand = "d1", party = "russia", kind = "reject", date = "2025-06-02" },
    { source = "s2" })
  ds:add("outcomes", { id = "b1", talk = "r2", topic = "remains", giver = "russia", receiver = "ukraine",
    unit = "bodies", best = 6000 }, { source = "s1" })
  ds:claim("outcomes", "b1", { low = 1000, high = 1212 }, { source = "s2", said_by = "umerov" })
  ds:retract(ds:claim("outcomes", "b1", { best = 7 }, { source = "s2" }), "misread")
  ds:add("deliveries", { id = "v1", outcome = "b1", date = "2025-06-11", best = 1212 }, { source = "s2" })
  ds:add("statements", { id = "t1", speaker = "umerov", party = "ukraine", topic = "ceasefire", date = "2025-06-03" },
    { source = "s2" })
  if version >= 3 then ds:import("talks", late, { source = "s1" }) end
  if version >= 8 then ds:claim("documents", "m1", { author = "ukraine; eu" }, { source = "s2", rank = "preferred" }) end
  if version >= 9 then
    ds:add("outcomes", { id = "f1", measure_best = 1.5, measure_unit = "tonnes" }, { source = "s1" })
  end
  if version >= 10 then ds:add("memberships", { id = "e1", party = "ukraine", whole = "eu" }, { source = "s1" }) end
  if version >= 11 then
    ds:add_column("talks", "weather", { type = "text" })
    ds:claim("talks", "r2", { weather = "rain" }, { source = "s2" })
  end
  if version >= 14 then ds:claim("parties", "ukraine", { gwno = 369 }, { source = "s1" }) end
end

--- What `fill` imports, of which a row has to be set aside.
older_files.late = "id,date\nr3,2025-07-23\nr9,never\n"

-- The lines that stood in the files of a version.
local function lines_of(version)
  local list, stands = {}, false
  for line in io.lines "spec/support/older_files.sql" do
    local spans = line:match "^%-%- ([%d%- ]+)$"
    if spans then
      stands = false
      for span in spans:gmatch "%S+" do
        local first = tonumber(span:match "^%d+")
        local last = tonumber(span:match "%-(%d+)$") or first
        stands = stands or first <= version and version <= last
      end
    elseif stands then
      list[#list + 1] = line
    end
  end
  return list
end

--- Writes the file that the Parley of a schema wrote.
---@param path string
---@param version integer
function older_files.write(path, version)
  local store <close> = assert(core.open(path, { mode = "rwc" }))
  store:exec("PRAGMA foreign_keys = OFF; BEGIN;\n" .. table.concat(lines_of(version), "\n") .. "\nCOMMIT;")
end

return older_files
