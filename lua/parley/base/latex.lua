--- Text inside LaTeX: nothing in it is a command, an argument or a ligature, and LaTeX alone sets all that ASCII holds.
-- \textquotedbl and the quotes of other languages need the encoding T1, so that a straight quote is named by its
-- number, which no language makes active. In the old encoding some fonts draw it as a closing quote.

local latex = {}

local find, gsub = string.find, string.gsub

local COMMANDS = { ["\\"] = "\\textbackslash{}", ["{"] = "\\{", ["}"] = "\\}", ["$"] = "\\$", ["&"] = "\\&",
  ["#"] = "\\#", ["%"] = "\\%", ["_"] = "\\_", ["^"] = "\\textasciicircum{}", ["~"] = "\\textasciitilde{}",
  ["<"] = "\\textless{}", [">"] = "\\textgreater{}", ["|"] = "\\textbar{}", ['"'] = "\\char34{}",
  ["\n"] = " " }

-- Two of these in a row are one sign: a dash, a quote.
local PAIRED = { "-", "'", "`", "," }

--- What of harmless text LaTeX would set as something else.
latex.MINDED = "[-,][-,]"

--- A text as LaTeX sets it.
---@param text string
---@return string
function latex.text(text)
  text = gsub(text, '[\\{}$&#%%_^~<>|"\n]', COMMANDS)
  -- ?` and !` are the opening signs of Spanish
  if find(text, "`", 1, true) then text = gsub(text, "([?!])`", "%1{}`") end
  for _, sign in ipairs(PAIRED) do
    local pair = sign .. sign
    if find(text, pair, 1, true) then
      local apart = sign .. "{}" .. sign
      -- of three, the first pass leaves a pair
      text = gsub(gsub(text, "%" .. sign .. "%" .. sign, apart), "%" .. sign .. "%" .. sign, apart)
    end
  end
  return text
end

--- The same in a table, where [ and * would be arguments of the \\ before them.
---@param text string
---@return string
function latex.cell(text) return (gsub(latex.text(text), "[%[*]", "{%0}")) end

return latex
