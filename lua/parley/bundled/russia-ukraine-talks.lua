--- Contacts of Russia and Ukraine from February 2022 to June 2026, as 428 pages tell them, each read from its start.
-- One claim a fact, in the files that `parts` names. `-- G054` names the fact that a claim carries, `D12` the question
-- in which it meets others: spec/bundled/russia_ukraine_spec.lua asks for each of them. doc/russia-ukraine-talks.md
-- says how it was read, and what is weak.

dataset {
  name = "russia-ukraine-talks",
  title = "Contacts of Russia and Ukraine, February 2022 to June 2026",
  recorded_at = "2026-11-29T00:00:00Z",
  coder = "parley",
  -- What a claim does not state: the page tells it itself.
  common = { said_by = "outlet", chain = "outlet" },
  parts = { "sources", "names", "2022-talks", "2022-2024", "2025-istanbul", "2025-2026" },
}
