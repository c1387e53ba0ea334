--- The datasets that come with Parley, the first being the default: name, title, data file below parley/, the time it
-- covers, and how many rows it has, which a spec counts.
return {
  { name = "istanbul-2025", title = "The Istanbul talks of 2025 between Russia and Ukraine",
    file = "bundled/istanbul-2025.lua", span = "2025-05/2025-07", rows = 203, claims = 362 },
  { name = "russia-ukraine-talks", title = "Contacts of Russia and Ukraine, February 2022 to June 2026",
    file = "bundled/russia-ukraine-talks.lua", span = "2022-02/2026-06", rows = 1228, claims = 1537 },
}
