--- What the page can be filtered by: the parties, the topic, the certainties and the sources of a thing, as numbers in
-- its attributes, with the words for them.

local item_lists = require "parley.base.item_lists"

---@class parley.ReportFilters
local Filters = {}
Filters.__index = Filters

local filters = {}

--- Kinds of filters, with the letter of their attribute.
filters.KINDS = { { "party", "p" }, { "topic", "t" }, { "certainty", "c" }, { "source", "s" } }

function filters.new(c)
  local self = setmetatable({ c = c, numbers = {}, names = {} }, Filters)
  for _, kind in ipairs(filters.KINDS) do self.numbers[kind[1]], self.names[kind[1]] = {}, {} end
  return self
end

local function number_of(self, kind, value, label)
  local numbers, names = self.numbers[kind], self.names[kind]
  if not numbers[value] then
    names[#names + 1] = label
    numbers[value] = #names
  end
  return numbers[value]
end

local PARTY_COLUMNS = { "party", "addressee", "giver", "receiver", "author", "recipient", "host" }

local function add_parties(self, thing, list)
  local function add(id) list[#list + 1] = number_of(self, "party", id, self.c.name("parties", id)) end
  if thing.table.name == "parties" then add(thing.id) end
  for _, name in ipairs(PARTY_COLUMNS) do
    local column = thing.table.info.by_name[name]
    if column and column.references == "parties" and thing.row[name] then
      for party in item_lists.each(thing.row[name], column.several or false) do add(party) end
    end
  end
end

local function add_claims(self, thing, certainties, sources)
  for _, claim in ipairs(thing.claims) do
    if claim.certainty then
      certainties[#certainties + 1] = number_of(self, "certainty", claim.certainty,
        self.c.label("certainty", claim.certainty))
    end
    sources[#sources + 1] = number_of(self, "source", claim.source, self.c.source_name(claim.source) .. (
      self.c.withheld[claim.source] and "" or " (" .. claim.source .. ")"))
  end
end

-- Numbers, each once, in order.
local function attribute(letter, list)
  if #list == 0 then return "" end
  table.sort(list)
  local parts = {}
  for i, number in ipairs(list) do
    if number ~= list[i - 1] then parts[#parts + 1] = ("%d"):format(number) end
  end
  return (' data-%s="%s"'):format(letter, table.concat(parts, " "))
end

--- The attributes of an element that tells of a thing.
---@param thing table
---@return string
function Filters:attributes(thing)
  if thing.attributes then return thing.attributes end
  local parties, topics, certainties, sources = {}, {}, {}, {}
  add_parties(self, thing, parties)
  local topic = thing.table.info.by_name.topic and thing.row.topic
  if topic then topics[1] = number_of(self, "topic", topic, self.c.label("topic", topic)) end
  add_claims(self, thing, certainties, sources)
  thing.attributes = attribute("p", parties) .. attribute("t", topics) .. attribute("c", certainties)
    .. attribute("s", sources)
  return thing.attributes
end

local function options_of(self, kind)
  local list, parts = {}, {}
  for number, label in ipairs(self.names[kind]) do list[number] = { number, label } end
  table.sort(list, function(a, b)
    local mine, others = a[2]:lower(), b[2]:lower()
    if mine ~= others then return mine < others end
    return a[1] < b[1]
  end)
  for i, entry in ipairs(list) do
    parts[i] = ('<option value="%d">%s</option>'):format(entry[1], self.c.write:text(entry[2]))
  end
  return table.concat(parts, "\n")
end

--- The controls; what has been met by then can be chosen.
---@return string
function Filters:controls()
  local parts = {}
  for _, kind in ipairs(filters.KINDS) do
    if #self.names[kind[1]] > 0 then
      parts[#parts + 1] = ('<label>%s <select data-filter="%s"><option value="">any</option>\n%s</select></label>\n')
        :format(kind[1], kind[2], options_of(self, kind[1]))
    end
  end
  return table.concat(parts)
end

return filters
