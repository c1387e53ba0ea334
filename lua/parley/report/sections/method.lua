--- Method and codebook: how a value is chosen, and what each column and word means.

local policy = require "parley.claims.policy"
local tables = require "parley.report.tables"
local vocabularies = require "parley.codebook.vocabularies"

local METHOD = {
  "Every value in this report is taken from claims: what a source says about one thing, with who said it, where, when "
    .. "and how firmly. Nothing is overwritten. Where claims differ, all of them are kept, and one is shown.",
  "The firmest claim is shown; of equally firm ones what the most independent sources give, and what was reported "
    .. "last. A date or an amount that lies within it and is more exact is shown in its place. Of a state, such as how "
    .. "far a promise has come, the latest news is shown.",
  "A day chosen above shows what had been reported by the end of that day. What no source dates is shown at the end "
    .. "only. Accounts in words and pictures tell what is known at the end.",
}

local function columns_of(c)
  local rows = {}
  for _, of in ipairs(c.tables) do
    for _, column in ipairs(#of.things > 0 and of.info.columns or {}) do
      rows[#rows + 1] = ('<tr><th scope="row">%s</th><td>%s</td><td>%s</td><td>%s</td></tr>\n'):format(
        c.write:text(of.name), c.write:text(column.name), c.write:text(column.type),
        c.write:text(column.meaning or ""))
    end
  end
  return tables.html(c, "codebook", "Columns", { "table", "column", "type", "meaning" }, rows)
end

-- The vocabularies of the columns that are told, each once, in the order in which they come.
local function vocabularies_of(c)
  local seen, list = {}, { "certainty", "modality" }
  for _, name in ipairs(list) do seen[name] = true end
  for _, of in ipairs(c.tables) do
    for _, column in ipairs(#of.things > 0 and of.info.columns or {}) do
      local name = column.vocabulary
      if name and not seen[name] then seen[name], list[#list + 1] = true, name end
    end
  end
  return list
end

local function words_of(c)
  local rows = {}
  for _, name in ipairs(vocabularies_of(c)) do
    local vocabulary = vocabularies.by_name[name]
    for _, code in ipairs(c.ds:term_codes(name)) do
      local term = vocabulary and vocabulary.terms[code]
      rows[#rows + 1] = ('<tr><th scope="row">%s</th><td>%s</td><td>%s</td></tr>\n'):format(c.write:text(name),
        c.write:text(c.label(name, code)), c.write:text(term and term.definition or ""))
    end
  end
  return tables.html(c, "words", "Words", { "vocabulary", "word", "meaning" }, rows)
end

return {
  id = "method", title = "Method and codebook",
  html = function(c)
    local parts, view = {}, c.ds:view()
    for i, text in ipairs(METHOD) do parts[i] = "<p>" .. text .. "</p>\n" end
    if view.policy then
      parts[#parts + 1] = ("<p>Policy: %s.</p>\n"):format(c.write:words(policy.summary(view.policy)))
    end
    return table.concat(parts) .. "<details><summary>Columns</summary>" .. columns_of(c) .. "</details>\n"
      .. "<details><summary>Words</summary>" .. words_of(c) .. "</details>\n"
  end,
}
