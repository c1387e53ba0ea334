--- Who is who: pairs of things that may be one, judgements, and the dataset in which they are one
-- (parley.dataset_methods takes it in).

local check_writable = require "parley.writable"

---@class parley.Dataset
local Dataset = {}

--- Judges whether two things are one, as a claim.
-- It is about a row of `identities`. Who has judged the pair before
-- restates it; who judges it otherwise disagrees. resolved() shows what is judged the same as one thing.
--- Errors: read_only, no_table, no_row, no_claims, bad_term, bad_argument, bad_type, no_option, permission.
--- See also: candidates, resolved, retract.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: mine:add("people", {id = "gurin", name = "Petro Hurin"}, {source = "s1"})
--- Example: mine:add("people", {id = "hurin", name = "Petr Gurin"}, {source = "s1"})
--- Example: mine:judge("gurin", "hurin", "same", "one delegate, two romanisations", {coder = "ann"})
--- Example: mine.identities:select("left", "right", "verdict")
---@param left string id of a thing
---@param right string id of another
---@param verdict "same"|"different"|"unsure"
---@param reason string
---@param options parley.JudgeOptions?
---@return integer key the claim's: retract(key) takes the judgement back
function Dataset:judge(left, right, verdict, reason, options)
  check_writable(self)
  local judge = require("parley.claims.judging").judge
  return require("parley.claims.speaking").run(self, judge, left, right, verdict, reason, options)
end

--- The dataset in which things judged the same are one.
-- It is for reading: a copy in memory of how it is now. Claims about any of them are claims about the one that stands,
-- all that refers to any refers to it, and what they disagree on is
-- chosen, explained and listed as ever; their names are its aliases. The second result tells of each cluster: `one`,
-- `contradiction` (judged different too, so nothing of it is one) or `missing`. The judgements are those shown under
-- the policy, on whatever day: who is who is no news.
--- Errors: no_claims, no_option, in_transaction.
--- See also: judge, candidates, lint.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: mine:add("people", {id = "gurin", name = "Petro Hurin"}, {source = "s1"})
--- Example: mine:add("people", {id = "hurin", name = "Petr Gurin"}, {source = "s1"})
--- Example: key = mine:judge("gurin", "hurin", "same", "one delegate, two romanisations")
--- Example: mine:resolved().people:select("id", "name", "aliases")
--- Example: mine:retract(key, "they are brothers")
--- Example: mine:resolved().people:count()
---@param options parley.ResolvedOptions?
---@return parley.Dataset resolved
---@return parley.Frame told
function Dataset:resolved(options)
  self:check_open()
  return require("parley.coding.resolved").of_dataset(self, options)
end

--- Pairs of things that may be one, likeliest first.
-- Each comes with its score from 0 to 1, how alike the names are, and the reasons with the share of each: names over
-- alphabets, initials, order and endings; offices and wholes that both
-- have; against it, that both were at one talk, or that one belongs to the other; ids of other datasets decide. Pairs
-- that somebody has judged are left out. The formula stands in doc/identities.md.
--- Errors: no_table, no_column, no_option, bad_argument, bad_type.
--- See also: judge, resolved.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: mine:add("people", {id = "hurin", name = "Петро Гурін"}, {source = "s1"})
--- Example: mine:add("people", {id = "gurin", name = "Gurin P."}, {source = "s1"})
--- Example: mine:candidates("people"):select("left", "right", "score", "reasons")
---@param name string table whose things have names, such as "people" or "parties"
---@param options parley.CandidatesOptions?
---@return parley.Frame
function Dataset:candidates(name, options)
  self:check_open()
  return require("parley.coding.candidates").of_dataset(self, name, options)
end

--- People and parties as statements of FollowTheMoney.
-- They tell of memberships and offices too, one a value, in the columns and with the ids of its tools:
-- `:save("statements.csv")` or `.jsonl` is a file that these read. The dataset
-- of a statement is the claim's source, its origin the coder. A note counts the claims that have no schema there.
--- Errors: no_claims, no_option.
--- See also: import_ftm, judge.
--- Example: ds:ftm_statements():where{entity_id = "erdogan"}:select("schema", "prop", "value", "dataset"):limit(2)
---@param options nil it takes none: choose among the rows with where{}
---@return parley.Frame
function Dataset:ftm_statements(options)
  self:check_open()
  return require("parley.coding.ftm_statements").of_dataset(self, options)
end

--- Takes statements of FollowTheMoney in, as claims.
-- They are of persons, organisations, memberships and employments. Their
-- dataset is the source, made where missing; one canonical id of two is a judgement that they are one. All or nothing.
--- Errors: read_only, bad_type, no_column, no_option, bad_value, no_row.
--- See also: ftm_statements, import.
--- Example: mine = parley.open(":memory:")
--- Example: mine:import_ftm(ds:ftm_statements():where{schema = "Person"}).claims > 0
--- Example: mine.people:count() == ds.people:count()
---@param rows parley.Frame|parley.Query the statements, such as parley.read("statements.csv")
---@param options parley.FtmOptions?
---@return { read: integer, claims: integer, judgements: integer, unread: integer } report
function Dataset:import_ftm(rows, options)
  check_writable(self)
  return require("parley.coding.ftm_statements").import(self, rows, options)
end

--- The whole dataset as JSON-LD with PROV.
-- Each claim is a named graph, called by its content id, with its source, speaker, coder, chain and days; what was
-- taken back is there, invalidated. People and parties are those of schema.org, Wikidata's where a column `wikidata`
-- says so. doc/identities.md tells the terms, and what stays here.
--- Errors: no_claims, bad_argument, bad_type, no_option, read_only, in_transaction.
--- See also: import_jsonld, ftm_statements, dump.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: mine:import_jsonld(mine:to_jsonld{iri = "https://example.org/talks/"}).known
---@param options parley.JsonldOptions
---@return string|true|nil text with `into`: true; or nil, where the file could not be written
---@return string? message
---@return string? code
function Dataset:to_jsonld(options)
  self:check_open()
  return require("parley.coding.jsonld_writing").of_dataset(self, options)
end

--- Takes the claims of JSON-LD in that to_jsonld() has written.
-- Also where other tools have changed it since, as long as it has that `@context`. Claims that are here already are
-- passed over, what was taken back there is taken back here, columns of one's own are added. All or nothing.
--- Errors: read_only, bad_type, malformed, bad_value, bad_term, bad_date, no_row.
--- See also: to_jsonld, import_ftm, merge.
--- Example: mine = parley.open(":memory:")
--- Example: mine:import_jsonld(ds:to_jsonld{iri = "https://example.org/talks/"}).claims > 0
--- Example: mine.people:count() == ds.people:count()
---@param given string the path of a file, or the text itself
---@return { read: integer, claims: integer, known: integer, retracted: integer, unread: integer }? report
---@return string? message
---@return string? code
function Dataset:import_jsonld(given)
  check_writable(self)
  return require("parley.claims.speaking").run(self, require("parley.coding.jsonld_reading").import, given)
end

return Dataset
