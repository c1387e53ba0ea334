--- The analysis calls of a dataset, each in a module of its own under analysis/.
-- They are methods of every dataset, but loaded only when one is first called.

---@class parley.Dataset
local Dataset = {}

--- The fields on which sources clash, or those who coded one source, over all tables.
--- Errors: no_option, no_table, no_name.
--- See also: evidence, with_policy.
--- Example: ds:disagreements{table = "outcomes"}:select("id", "field", "readings"):limit(2)
---@param options parley.DatasetDisagreementOptions?
---@return parley.DisagreementsFrame
function Dataset:disagreements(options)
  self:check_open()
  return require("parley.analysis.disagreements").of_dataset(self, options)
end

--- What happened when: the dated rows of all tables in one order.
--- Errors: no_option, no_table, bad_term, bad_date, no_row.
--- See also: network, brief.
--- Example: ds:timeline{party = "turkiye"}:select("date", "what", "id"):limit(3)
---@param options parley.TimelineOptions?
---@return parley.TimelineFrame
function Dataset:timeline(options)
  self:check_open()
  return require("parley.analysis.timeline").of_dataset(self, options)
end

--- Who stands where: each party's latest demand in every thread of demands.
--- Errors: no_option, bad_term, no_row, bad_date.
--- See also: compare, concessions.
--- Example: ds:positions{topic = "ceasefire"}:select("party", "demand", "stands"):limit(3)
---@param options parley.PositionsOptions?
---@return parley.PositionsFrame
function Dataset:positions(options)
  self:check_open()
  return require("parley.analysis.positions").of_dataset(self, options)
end

--- What changed between two talks: demands dropped, added, changed, softened, hardened and kept.
--- Errors: no_row, no_option, bad_type.
--- See also: positions, diff.
--- Example: ds:compare("r1", "r2"):by("verdict"):count()
---@param first string a talk
---@param second string another talk
---@param options parley.CompareOptions?
---@return parley.CompareFrame
function Dataset:compare(first, second, options)
  self:check_open()
  return require("parley.analysis.compare").of_dataset(self, first, second, options)
end

--- Who met what: every demand with its answers, their conditions, and what followed.
--- Errors: no_option.
--- See also: positions, ledger.
--- Example: ds:concessions():by("kind"):count():limit(3)
---@param options nil it takes none: choose among the rows with where{}
---@return parley.ConcessionsFrame
function Dataset:concessions(options)
  self:check_open()
  return require("parley.analysis.concessions").of_dataset(self, options)
end

--- What was promised, what was delivered of it, what is outstanding and when it is due.
--- Errors: no_option, bad_date.
--- See also: overdue, concessions.
--- Example: ds:ledger():select("outcome", "state"):limit(3)
---@param options parley.LedgerOptions?
---@return parley.LedgerFrame
function Dataset:ledger(options)
  self:check_open()
  return require("parley.analysis.ledger").of_dataset(self, options)
end

--- What is late on a day: rows of the ledger.
--- Errors: bad_date, bad_type.
--- See also: ledger.
--- Example: ds:overdue("2025-12-31"):count()
---@param date string EDTF; its last day counts
---@return parley.OverdueFrame
function Dataset:overdue(date)
  self:check_open()
  return require("parley.analysis.ledger").overdue(self, date)
end

--- What the tables said on one day and on another: new things, fields that changed, readings that lost.
--- Errors: no_option, bad_argument, bad_date, no_table.
--- See also: as_of.
--- Example: ds:changes{from = "2025-06-01", to = "2025-06-03", tables = "outcomes"}:by("change"):count()
---@param options parley.ChangesOptions
---@return parley.ChangesFrame
function Dataset:changes(options)
  self:check_open()
  return require("parley.analysis.changes").of_dataset(self, options)
end

--- The claims behind a thing, or behind one of its fields, hop by hop.
--- Errors: no_table, no_row, no_column.
--- See also: disagreements, cite, claims.
--- Example: ds:evidence("outcomes", "r2-bodies", "best"):select("says", "source", "certainty")
---@param name string a table
---@param id string
---@param field string?
---@return parley.EvidenceFrame
function Dataset:evidence(name, id, field)
  self:check_open()
  return require("parley.analysis.evidence").of_dataset(self, name, id, field)
end

--- The values that stand on nothing firmer than these certainties.
--- Errors: bad_type, bad_term.
--- See also: evidence.
--- Example: ds:resting_on{"anonymous", "inferred"}:by("table"):count():limit(3)
---@param certainties parley.CertaintyWord[]
---@return parley.RestingOnFrame
function Dataset:resting_on(certainties)
  self:check_open()
  return require("parley.analysis.resting_on").of_dataset(self, certainties)
end

--- What would mislead: sources without a day, claims without a place, days that cannot be, wholes against their parts,
--- amounts without a unit, things that cannot have happened so, shared names, dangling references, long texts.
--- Errors: no_claims.
--- See also: disagreements.
--- Example: ds:lint():count()
---@return parley.LintFrame
function Dataset:lint()
  self:check_open()
  return require("parley.analysis.lint.lint").of_dataset(self)
end

--- The sources behind a row, a query, a Frame or a source itself, as text, BibTeX or CSL-JSON.
--- Errors: no_row, no_name, bad_type.
--- See also: evidence.
--- Example: ds:cite("s1")
---@param x any the id of a source, a record, a query, or rows with a table and an id
---@param format "text"|"bibtex"|"csl"|nil
---@return string
function Dataset:cite(x, format)
  self:check_open()
  return require("parley.analysis.cite").of_dataset(self, x, format)
end

--- Who with whom: parties, people and talks as edges, with roles and dates.
--- Errors: no_option, no_table, bad_term, no_row, bad_date.
--- See also: timeline.
--- Example: ds:network{talk = "r2", tables = "participants"}:select("source", "role", "target"):limit(3)
---@param options parley.NetworkOptions?
---@return parley.NetworkFrame
function Dataset:network(options)
  self:check_open()
  return require("parley.analysis.network").of_dataset(self, options)
end

--- What the amounts of outcomes come to, as ds.outcomes:total() has it.
--- Errors: no_option, no_column, bad_expression.
--- See also: ledger, sum.
--- Example: ds:total{by = "unit"}:select("unit", "amount"):limit(3)
---@param quantity string|parley.TotalOptions|nil such as "amount", or the options alone
---@param options parley.TotalOptions?
---@return parley.TotalFrame
function Dataset:total(quantity, options)
  self:check_open()
  return self:table("outcomes"):total(quantity, options)
end

--- Words looked for in all tables, best match first, each hit with the words around it.
--- Errors: no_claims, no_option, no_table, bad_argument.
--- See also: where, timeline.
--- Example: ds:search("bodies"):select("table", "id"):limit(3)
---@param text string
---@param options parley.SearchOptions?
---@return parley.SearchFrame
function Dataset:search(text, options)
  self:check_open()
  return require("parley.analysis.search").of_dataset(self, text, options)
end

--- A short cited account of a talk, or of all that lies between two dates.
--- Errors: no_claims, no_option, bad_argument, no_row, bad_date.
--- See also: report.
--- Example: text = ds:brief{talk = "r2", format = "text"}
--- Example: text:match("[^\n]+")
---@param options parley.BriefOptions
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
