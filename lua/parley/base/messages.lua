--- The sentences of failures by key: a code word of parley.base.codes, and a variant after a dot where it has several.
-- Those of a room stand in a file of the room's name; {name} in them is an argument (see parley.base.errors).

local ROOMS = {
  "agreement", "analysis", "base", "bundled", "claims", "codebook", "coders", "command", "core", "dataset",
  "engine", "export", "frame", "import", "merging", "names", "pictures", "postgres", "query", "repl", "report",
  "sandbox", "sheets", "sqlite", "storage", "text", "value", "workbooks",
}

local messages = {}

for _, room in ipairs(ROOMS) do
  for key, sentence in pairs(require("parley.base.messages." .. room)) do messages[key] = sentence end
end

return messages
