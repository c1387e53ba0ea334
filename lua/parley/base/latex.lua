--- Text inside LaTeX: nothing in it is a command, an argument or a ligature, and LaTeX alone sets all that ASCII holds.
-- \textquotedbl and the quotes of other languages need the encoding T1, so that a straight quote is named by its
-- number, which no language makes active. In the old encoding some fonts draw it as a closing quote. Signs that stand
-- beside numbers (≤, −, narrow blanks) are named, too.

local latex = {}

local find, gsub = string.find, string.gsub

local COMMANDS = { ["\\"] = "\\textbackslash{}", ["{"] = "\\{", ["}"] = "\\}", ["$"] = "\\$", ["&"] = "\\&",
  ["#"] = "\\#", ["%"] = "\\%", ["_"] = "\\_", ["^"] = "\\textasciicircum{}", ["~"] = "\\textasciitilde{}",
  ["<"] = "\\textless{}", [">"] = "\\textgreater{}", ["|"] = "\\textbar{}", ['"'] = "\\char34{}",
  ["\n"] = " " }

-- Signs of mathematics and blanks that LaTeX knows by name alone.
local SIGNS = { ["≤"] = "\\leq", ["≥"] = "\\geq", ["≠"] = "\\neq", ["≈"] = "\\approx", ["≡"] = "\\equiv",
  ["∞"] = "\\infty", ["−"] = "-",
  ["↔"] = "\\leftrightarrow", ["⇒"] = "\\Rightarrow", ["′"] = "{}'", ["″"] = "{}''", ["√"] = "\\surd",
  ["∑"] = "\\sum", ["∈"] = "\\in" }
local BLANKS = { ["\u{2002}"] = "\\enspace{}", ["\u{2003}"] = "\\quad{}", ["\u{2009}"] = "\\,", ["\u{202f}"] = "\\,",
  ["\u{2060}"] = "" }

-- A character of those, all of which UTF-8 writes with three bytes that begin so.
local function named(character)
  return SIGNS[character] and "\\ensuremath{" .. SIGNS[character] .. "}" or BLANKS[character]
end

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
  if find(text, "\226", 1, true) then text = gsub(text, "\226[\128-\191][\128-\191]", named) end
  return text
end

--- The same in a table, where [ and * would be arguments of the \\ before them.
---@param text string
---@return string
function latex.cell(text) return (gsub(latex.text(text), "[%[*]", "{%0}")) end

return latex
