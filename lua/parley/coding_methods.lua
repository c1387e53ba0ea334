--- What coding teams do with a dataset: assign sources, decide between claims, undo, look back
-- (parley.dataset_methods takes it in).

local check_writable = require "parley.writable"
local speaking = require "parley.claims.speaking"

---@class parley.Dataset
local Dataset = {}

--- Decides for what one claim says of one field of a thing: that is shown from then on, by the rank preferred, and all
-- other fields stay as they are. The claim may be of any coder and source. The decision is a claim as well: `decides`
-- names the claim it is for, `entered_by` who decided (through whose view it was made), `note` why. A later one about
-- the field takes its place; taking it back (retract, undo) restores what stood before. Of a bound, its quantity.
--- Errors: read_only, no_table, no_row, no_column, no_claims, exists, bad_argument, permission.
--- See also: adjudications, prefer, disagreements.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: mine:as_coder("anna"):add("talks", {id = "r2", place = "Oslo"}, {source = "s1"})
--- Example: key = mine:as_coder("ben"):claim("talks", "r2", {place = "Geneva"}, {source = "s1"})
--- Example: mine:as_coder("ed"):adjudicate("talks", "r2", "place", key, "the transcript says so")
--- Example: mine.talks:get("r2").place
---@param name string table
---@param id string
---@param field string
---@param claim integer the key of the claim that is right about it
---@param reason string
---@return integer key the decision's
function Dataset:adjudicate(name, id, field, claim, reason)
  check_writable(self)
  return speaking.run(self, require("parley.claims.adjudicating").run, name, id, field, claim, reason)
end

--- The decisions that stand, the latest first: what stood without each and what stands by it, for which claim
-- (`decides`, of which coder and source), who decided, when and why; `stale` where that claim was taken back since.
-- With {retracted = true} also those that were taken back or superseded. With {waiting = true} what waits for a
-- decision: each field of which sources, or coders of one source, say what cannot all hold, and nobody has decided.
-- Hardest first: the more coders (or sources) stand against each other; then the more of them say something else than
-- most do; then the firmer the weaker side; then the further numbers and dates lie apart.
--- Errors: no_option, no_table, bad_type, permission.
--- See also: adjudicate, disagreements.
--- Example: mine = parley.open(":memory:")
--- Example: mine:adjudications{waiting = true}:count()
---@param options parley.AdjudicationOptions?
---@return parley.Frame
function Dataset:adjudications(options)
  self:check_open()
  return require("parley.coding.adjudications").of_dataset(self, options)
end

--- Assigns sources to coders, as evenly as can be: each source to `each` of them, those who have least to do first, in
-- an order that follows from the seed. What is assigned already counts and stays, so that calls add up and nobody gets
-- a source twice. They are rows of the table `coding`: whoever is done says so with
-- ds:claim("coding", "SOURCE/CODER", {state = "done"}, {source = "SOURCE"}).
--- Errors: read_only, bad_argument, no_option, no_row, bad_date.
--- See also: assignments, as_coder.
--- Example: mine = parley.open(":memory:")
--- Example: for i = 1, 3 do mine:add("sources", {id = "s" .. i, published = "2025-06-02"}) end
--- Example: mine:assign{coders = {"anna", "ben", "cat"}, each = 2, seed = 7, due = "2026-12-24"}:count()
---@param options parley.AssignOptions
---@return parley.Frame new  id, source, coder, due of those that are new
function Dataset:assign(options)
  check_writable(self)
  speaking.check_blind(self, "assign")
  return speaking.run(self, require("parley.coding.assigning").run, options)
end

--- Who is to code what, and how far it has come: done where that was stated, started where the coder has claimed
-- something from the source or says so, else assigned; how many claims, when the first and the last were recorded
-- (UTC); who assigned it when. With {on = day} `late` tells what has a due day before that and is not done; what has
-- none is not told late. With {by = "coder"} the progress of each: how many sources, in which state, late, and claims.
--- Errors: no_option, bad_date, no_name, no_row.
--- See also: assign, log.
--- Example: mine = parley.open(":memory:")
--- Example: mine:assignments{state = "started"}:count()
---@param options parley.AssignmentsOptions?
---@return parley.Frame
function Dataset:assignments(options)
  self:check_open()
  return require("parley.coding.assignments").of_dataset(self, options)
end

--- Undoes a claim by its key, or with "last" the last step of who writes: of the view's coder, on whatever day; through
-- the dataset itself the last one since it was opened, else it is said what is last, and which key undoes it. A claim
-- in force is taken back, with "undo" as the reason, and what it replaced stands again; one that was taken back stands
-- again by a new claim. One step is one call; all that one atomic() wrote, in this opened dataset; one import, always.
-- "last" goes back further each time: an undo is undone by the key of what it took back.
--- Errors: read_only, no_row, empty, exists, permission, bad_argument.
--- See also: retract, log.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: anna = mine:as_coder("anna")
--- Example: key = anna:add("talks", {id = "r2", place = "Oslo"}, {source = "s1"})
--- Example: anna:undo("last"):select("claim", "table", "id", "became")
--- Example: anna:undo(key):select("claim", "became", "again")
---@param what integer|"last" the key of a claim, or the last step
---@param reason string?
---@return parley.Frame undone  claim, table, id, became ("retracted", "restored"), again (the claim that stands now)
function Dataset:undo(what, reason)
  check_writable(self)
  local done = speaking.run(self, require("parley.claims.undoing").run, what, reason)
  return require("parley.frame.from_rows").lists({ { "claim", "integer" }, { "table", "text" }, { "id", "text" },
    { "became", "text" }, { "again", "integer" } }, done)
end

--- Who did what when, the latest last: added, claimed, amended, preferred, adjudicated, renamed, assigned, imported (a
-- row for each import and coder, with how many claims it brought) and retracted; with the reason, and the claim that it
-- restates, or decides for. `by` is who entered it, else who coded it; missing where nobody was named. Times are UTC.
--- Errors: no_option, bad_date, no_table.
--- See also: undo, adjudications, changes.
--- Example: mine = parley.open(":memory:")
--- Example: mine:as_coder("anna"):add("sources", {id = "s1", published = "2025-06-02"})
--- Example: mine:log{by = "anna"}:select("did", "table", "id")
---@param options parley.LogOptions?
---@return parley.Frame
function Dataset:log(options)
  self:check_open()
  return require("parley.coding.log").of_dataset(self, options)
end

return Dataset
