--- Fields between tabs: CSV with another delimiter, so that a tab within a text stands in quotes.

return require("parley.export.formats.csv").with({ delimiter = "\t" }, "to_tsv()")
