--- Options that columns of the codebook have in common: of a reference, a word, a bound of a quantity, and so on.
-- What each option means stands in parley.codebook.tables.

local forms = {}

--- A column that holds an id of another table.
function forms.ref(table, kind) return { references = table, kind = kind or "value" } end

--- One that takes several of them.
function forms.refs(table, kind) return { references = table, kind = kind or "value", several = true } end

--- A word of a vocabulary.
function forms.word(vocabulary, kind) return { vocabulary = vocabulary, kind = kind or "value" } end

--- A word that tells how far something has come.
function forms.state(vocabulary) return { vocabulary = vocabulary, kind = "outcome", over_time = true } end

--- A column about which claims can clash.
function forms.judged(kind) return { kind = kind } end

--- The day on which something happened.
function forms.happened() return { kind = "date", happened = true } end

--- A date that lasts from its one side to its other.
function forms.span() return { kind = "date", span = true } end

--- What is counted, and never below 0.
function forms.counted() return { kind = "value", least = 0 } end

--- A bound of a quantity: "best", "low" or "high".
function forms.bound(quantity, which, kind)
  return { quantity = quantity, bound = which, kind = kind or "value", least = 0 }
end

--- What says something of a quantity, such as its unit.
function forms.beside(quantity, kind, vocabulary)
  return { beside = quantity, kind = kind, vocabulary = vocabulary }
end

--- The columns of a table with those of what is measured, and need not be whole, put before one of them; counts are,
--- and stay, integers.
function forms.measures(columns, before)
  local of = {
    { "measure_low", "number", "at least so much, where it need not be whole", forms.bound("measure", "low") },
    { "measure_best", "number", "best estimate", forms.bound("measure", "best") },
    { "measure_high", "number", "at most so much", forms.bound("measure", "high") },
    { "measure_unit", "text", "what it is measured in, such as percent or square kilometres",
      forms.beside("measure", "value") },
  }
  local at
  for i, column in ipairs(columns) do at = column[1] == before and i or at end
  table.move(columns, at, #columns, at + #of)
  table.move(of, 1, #of, at, columns)
  return columns
end

return forms
