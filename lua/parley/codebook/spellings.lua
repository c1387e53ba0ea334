--- Spellings of one word, as data: claims that differ in spelling alone are not taken for a disagreement.

local spellings = {}

-- One word and its other spellings; the first is the one the others are read as.
local WORDS = {
  { "ceasefire", "cease-fire; cease fire" }, { "defence", "defense" }, { "programme", "program" },
  { "labour", "labor" }, { "organisation", "organization" }, { "organisations", "organizations" },
  { "mobilisation", "mobilization" }, { "demobilisation", "demobilization" },
  { "demilitarisation", "demilitarization" }, { "recognise", "recognize" }, { "recognised", "recognized" },
  { "centre", "center" }, { "honour", "honor" }, { "neighbour", "neighbor" }, { "licence", "license" },
  { "cancelled", "canceled" }, { "memoranda", "memorandums" }, { "communique", "communiqué" },
  { "handover", "hand-over" },
  { "turkiye", "türkiye; turkey" }, { "ciragan", "çırağan" }, { "erdogan", "erdoğan" },
  { "zelensky", "zelenskyy; zelenskiy; zelenskyi" }, { "medinsky", "medinskiy" }, { "umerov", "umierov" },
  { "serhiy", "serhii; sergiy" }, { "sergey", "sergei" },
  { "kyiv", "kiev" }, { "odesa", "odessa" }, { "kharkiv", "kharkov" }, { "lviv", "lvov" }, { "luhansk", "lugansk" },
  { "zaporizhzhia", "zaporizhia; zaporizhzhya; zaporozhye" }, { "mykolaiv", "nikolaev; mykolayiv" },
  { "dnipro", "dnepr" }, { "chornobyl", "chernobyl" },
}

--- The spellings as terms of the vocabulary `spelling`: { code, label, definition, aliases } each.
---@return string[][]
function spellings.rows()
  local rows = {}
  for i, entry in ipairs(WORDS) do
    local others = entry[2]:gsub("; ", ", ")
    rows[i] = { entry[1], entry[1], ("The word %s, also written %s."):format(entry[1], others), entry[2] }
  end
  return rows
end

return spellings
