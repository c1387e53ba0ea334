--- The datasets that come with Parley, the first being the default: name, title, data file below parley/.
return {
  { name = "istanbul-2025", title = "The Istanbul talks of 2025 between Russia and Ukraine",
    file = "bundled/istanbul-2025.lua" },
  { name = "russia-ukraine-talks", title = "Contacts of Russia and Ukraine, February 2022 to June 2026",
    file = "bundled/russia-ukraine-talks.lua" },
}
