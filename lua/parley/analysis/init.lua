--- The analysis calls of a dataset, each in a module of its own under analysis/.
-- They are methods of every dataset, but loaded only when one is first called.

---@class parley.Dataset
local Dataset = {}

--- The fields on which sources clash, or those who coded one source, over all tables.
---@param options { table: string?, kind: string?, among: "sources"|"coders"|nil }?
---@return parley.Frame
function Dataset:disagreements(options)
  self:check_open()
  return require("parley.analysis.disagreements").of_dataset(self, options)
end

--- What happened when: the dated rows of all tables in one order.
---@param options { from: string?, to: string?, tables: any, party: any, topic: any, kind: any }? names, or lists
---@return parley.Frame
function Dataset:timeline(options)
  self:check_open()
  return require("parley.analysis.timeline").of_dataset(self, options)
end

--- Who stands where: each party's latest demand in every thread of demands.
---@param options { topic: any, party: any, as_of: string? }? names, or lists of them
---@return parley.Frame
function Dataset:positions(options)
  self:check_open()
  return require("parley.analysis.positions").of_dataset(self, options)
end

--- What changed between two talks: demands dropped, added, changed, softened, hardened and kept.
---@param first string a talk
---@param second string another talk
---@param options { party: any }? a party, or a list of them
---@return parley.Frame
function Dataset:compare(first, second, options)
  self:check_open()
  return require("parley.analysis.compare").of_dataset(self, first, second, options)
end

--- Who met what: every demand with its answers, their conditions, and what followed.
---@param options nil it takes none: choose among the rows with where{}
---@return parley.Frame
function Dataset:concessions(options)
  self:check_open()
  return require("parley.analysis.concessions").of_dataset(self, options)
end

--- What was promised, what was delivered of it, what is outstanding and when it is due.
---@param options { as_of: string? }? the day to judge by, and to know by
---@return parley.Frame
function Dataset:ledger(options)
  self:check_open()
  return require("parley.analysis.ledger").of_dataset(self, options)
end

--- What is late on a day: rows of the ledger.
---@param date string EDTF; its last day counts
---@return parley.Frame
function Dataset:overdue(date)
  self:check_open()
  return require("parley.analysis.ledger").overdue(self, date)
end

--- What the tables said on one day and on another: new things, fields that changed, readings that lost.
---@param options { from: string, to: string?, tables: any } days; without `to`, all that the dataset shows
---@return parley.Frame table, id, change, field, before, after, by, claims, reported, why
function Dataset:changes(options)
  self:check_open()
  return require("parley.analysis.changes").of_dataset(self, options)
end

--- The claims behind a thing, or behind one of its fields, hop by hop.
---@param name string a table
---@param id string
---@param field string?
---@return parley.Frame
function Dataset:evidence(name, id, field)
  self:check_open()
  return require("parley.analysis.evidence").of_dataset(self, name, id, field)
end

--- The values that stand on nothing firmer than these certainties.
---@param certainties string[]
---@return parley.Frame
function Dataset:resting_on(certainties)
  self:check_open()
  return require("parley.analysis.resting_on").of_dataset(self, certainties)
end

--- What would mislead: sources without a day, claims without a place, days that cannot be, wholes against their parts,
--- amounts without a unit, things that cannot have happened so, shared names, dangling references, long texts.
---@return parley.Frame table, id, field, what, way_out
function Dataset:lint()
  self:check_open()
  return require("parley.analysis.lint.lint").of_dataset(self)
end

--- The sources behind a row, a query, a Frame or a source itself, as text, BibTeX or CSL-JSON.
---@param x any the id of a source, a record, a query, or rows with a table and an id
---@param format "text"|"bibtex"|"csl"|nil
---@return string
function Dataset:cite(x, format)
  self:check_open()
  return require("parley.analysis.cite").of_dataset(self, x, format)
end

--- Who with whom: parties, people and talks as edges, with roles and dates.
---@param options { tables: any, role: any, party: any, talk: any, from: string?, to: string? }?
---@return parley.Frame
function Dataset:network(options)
  self:check_open()
  return require("parley.analysis.network").of_dataset(self, options)
end

--- What the amounts of outcomes come to, as ds.outcomes:total() has it.
---@param quantity string|table|nil
---@param options { by: string|string[]|nil }?
---@return parley.Frame
function Dataset:total(quantity, options)
  self:check_open()
  return self:table("outcomes"):total(quantity, options)
end

--- Words looked for in all tables, best match first, each hit with the words around it.
---@param text string
---@param options { tables: any, limit: integer? }?
---@return parley.Frame
function Dataset:search(text, options)
  self:check_open()
  return require("parley.analysis.search").of_dataset(self, text, options)
end

--- A short cited account of a talk, or of all that lies between two dates.
---@param options { talk: string?, from: string?, to: string?, format: "markdown"|"html"|"text"|nil }
---@return string
function Dataset:brief(options)
  self:check_open()
  return require("parley.analysis.brief.brief").of_dataset(self, options)
end

-- Whether an analysis is as of a day: by the view, by what it is asked, or by what it does.
local BY_DAYS = { overdue = true, changes = true }

local function is_as_of(ds, name, options)
  return BY_DAYS[name] or ds:view().as_of ~= nil or type(options) == "table" and options.as_of ~= nil
end

-- Those that give a Frame tell what no day lets in.
for _, name in ipairs { "disagreements", "timeline", "positions", "compare", "concessions", "ledger", "overdue",
  "changes", "evidence", "resting_on", "network", "total", "search" } do
  local method = Dataset[name]
  Dataset[name] = function(self, options, ...)
    local f = method(self, options, ...)
    return is_as_of(self, name, options) and require("parley.analysis.undated").tell(self, f) or f
  end
end

return Dataset
