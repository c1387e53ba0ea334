--- Methods of datasets about what coders agree on (parley.dataset_methods takes them in).

---@class parley.Dataset
local Dataset = {}

--- Two coders side by side: what each says of what both have coded, field by field, and what only one has.
-- Coders give things ids of their own: units are paired by source, place and content (`basis`, `score`), and a
-- reference to what was paired is the same whichever id it has. Columns: table; left and right (ids), basis, score;
-- source, left_place, right_place; field, kind, left_says, right_says; same, clash (as a disagreement does), difference
-- (such as precision, other day, overlap, code, text, wording, missing, or "only anna"). See doc/agreement.md.
--- Errors: bad_argument, no_name, no_option, no_row.
--- See also: reliability, disagreements.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: anna = {source = "s1", locator = "p3", coder = "anna"}
--- Example: ben = {source = "s1", locator = "p. 3", coder = "ben"}
--- Example: mine:add("talks", {id = "a1", place = "Bern", kind = "round"}, anna)
--- Example: mine:add("talks", {id = "b1", place = "Basel", kind = "round"}, ben)
--- Example: mine:compare_coders("anna", "ben"):select("left", "right", "field", "left_says", "right_says", "same")
---@param left string a coder
---@param right string another coder
---@param options parley.CompareCodersOptions?
---@return parley.Frame
function Dataset:compare_coders(left, right, options)
  self:check_open()
  return require("parley.coding.compare_coders").of_dataset(self, left, right, options)
end

--- How far coders agree on each judged field, or those that are named: parley.reliability of what they have claimed.
-- Units of all coders, or of those that are named, are paired as in compare_coders(). The level of a field is that of
-- its column unless given, for all fields or by name. Columns: table, field, level, measure, value, low, high (95 %, of
-- a bootstrap over units), coders, units, paired, values, missing, draws, says, why. See doc/agreement.md.
--- Errors: bad_argument, bad_value, no_column, no_name, no_option, no_row.
--- See also: compare_coders.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: anna = mine:with_provenance{source = "s1", coder = "anna"}
--- Example: ben = mine:with_provenance{source = "s1", coder = "ben"}
--- Example: anna:add("talks", {id = "a1", kind = "round", place = "Bern"})
--- Example: anna:add("talks", {id = "a2", kind = "preparatory", place = "Graz"})
--- Example: ben:add("talks", {id = "b1", kind = "round", place = "Bern"})
--- Example: ben:add("talks", {id = "b2", kind = "round", place = "Graz"})
--- Example: mine:reliability{bootstraps = 0}:select("field", "measure", "value", "paired")
---@param options parley.ReliabilityOptions?
---@return parley.Frame
function Dataset:reliability(options)
  self:check_open()
  return require("parley.coding.reliability").of_dataset(self, options)
end

return Dataset
