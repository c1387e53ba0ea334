--- Sentences of failures: pictures.

return {
  ["bad_argument.picture_path"] = "save() takes a path such as 'talks.svg', whose extension says the format",
  ["bad_argument.plot_evidence"] = "plot(\"evidence\") takes the table and the id of a thing, and a field if "
    .. "wanted: {table = \"outcomes\", id = \"r2-bodies\", field = \"best\"}",
  ["bad_argument.plot_histogram_y"] = "a histogram counts rows, and takes no y; "
    .. "for a number a bar, ask for kind = \"bar\"",
  ["bad_argument.plot_kind"] = "plot{} needs a kind: {kinds}",
  ["bad_argument.plot_known"] = "plot(\"known\") takes table, id and field together, or none of them: "
    .. "{table = \"outcomes\", id = \"r2-bodies\", field = \"best\"}",
  ["bad_argument.plot_words"] = "a chart of kind \"{kind}\" joins what follows one another, and the words of "
    .. "{x}, such as '{value}', follow no order; kind = \"bar\" or \"point\" shows each",
  ["bad_argument.plot_log"] = "log of plot{} is true (of y), \"x\" or \"y\", not {value}",
  ["bad_argument.plot_log_x"] = "log = \"x\" needs numbers, and {x} has none",
  ["bad_argument.plot_log_zero"] = "a chart of kind \"{kind}\" begins at zero, which has no logarithm; "
    .. "kind = \"point\" can have log = true",
  ["bad_argument.plot_needs"] = "a chart of kind \"{kind}\" needs {what}, as in "
    .. "plot{kind = \"bar\", x = \"party\", y = \"n\"}",
  ["bad_argument.plot_needs_range"] = "a chart of kind \"range\" needs low and high, or a quantity as y, as in "
    .. "plot{kind = \"range\", x = \"id\", low = \"low\", high = \"high\"}",
  ["bad_argument.plot_size"] = "{name} of plot{} is a whole number from {least} to 4000, not {value}",
  ["bad_argument.plot_units"] = "{name} counts in several units ({words}), which have no scale in common: draw one of "
    .. "them, as where(\"{unit} = '{first}'\"), or each apart, with by = \"{unit}\" or facet = \"{unit}\"",
  ["bad_argument.plot_twins"] = "'{value}'{within} has several rows, and a chart of kind \"{kind}\" shows one number "
    .. "there; "
    .. "say which with by(\"{x}\"{by}):summarise(\"sum({y}) as total\"), or ask for kind = \"point\"",
  ["bad_type.plot_expression"] = "{name} of plot{} takes an expression as text, such as \"party\", not a {got}",
  ["bad_type.plot_histogram"] = "a histogram needs numbers or dates, and {x} has words; "
    .. "kind = \"bar\" without y counts them",
  ["bad_type.plot_kind"] = "plot() takes a kind of picture, such as \"timeline\", not a {got}; known: {kinds}",
  ["bad_type.plot_number"] = "{role} of plot{} has to be a number, and {expression} has the value '{got}'",
  ["bad_type.plot_title"] = "title of plot{} takes a text, not a {got}",
  ["missing_program"] = "a PNG needs the program rsvg-convert or chromium, and neither is found; "
    .. "save it as .svg or .html",
  ["misuse.png_program"] = "the program {program} made no picture of it; save it as .svg or .html",
  ["no_column.plot_field"] = "no field '{name}' in {table}",
  ["no_option.plot_bins"] = "bins belongs to kind = \"histogram\", not to \"{kind}\"",
  ["no_option.plot_heat_by"] = "a heat map has no by; its rows are y, its columns x, and facet makes panels",
  ["no_option.plot_value"] = "value belongs to kind = \"heat\", not to \"{kind}\"; a number to draw is y",
  ["empty.drawing"] = "there is nothing to draw in a picture of kind \"{kind}\"",
  ["empty.plot"] = "there is nothing to draw: {rows} rows, none with the values that are asked for",
  ["out_of_range.plot_log"] = "{name} has {value}, which has no logarithm; leave log out, or such rows with where()",
}
