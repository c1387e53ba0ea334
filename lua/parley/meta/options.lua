---@meta
-- The tables of options that calls take, with what each option means: for editors, parley.help() and doc/reference.md.
-- A spec compares their names with what the calls know (spec/repl/reference_spec.lua).

---@class parley.OpenOptions
---@field mode "ro"|"rw"|"rwc"|nil  read only, read and write, or create where missing (the default)
---@field schema boolean?  false: any SQLite file, or schema of a server, as it is, read only unless mode says otherwise
---@field timeout integer?  milliseconds to wait for a lock
---@field policy parley.PolicyOptions?  which claims are shown
---@field bundled string?  a dataset that comes with Parley, instead of a path
---@field journal "rollback"|"wal"|nil  how a file is kept whole: "rollback" as new files are, "wal" to read while others write

---@class parley.BackupOptions
---@field overwrite boolean?  true: replaces a dataset that is there

---@class parley.AtomicOptions
---@field attempts integer?  how often the function may run at most (1)

---@class parley.CreateOptions
---@field from string|parley.Dataset|nil  a dataset, or the path of one, whose claims and rows are copied
---@field roles boolean?  false: no roles are made, and the dataset is its maker's alone
---@field timeout integer?  milliseconds to wait for a lock

---@class parley.DistributeOptions
---@field nodes string[]  addresses of the servers, as the dataset's own server finds them
---@field by string?  the column by whose hash rows are spread: id unless given
---@field parts integer?  how many parts there are, which is stated the first time; at least 8 unless given
---@field plan boolean?  true: nothing is done; the answer is what would be

---@class parley.SyncOptions
---@field plan boolean?  true: nothing is written; the report says what would be
---@field renumber "a"|"b"|nil  on which side claims get new keys whose key means another claim on the other side

---@class parley.SandboxOptions
---@field dataset parley.Dataset?  what scripts find as `ds`, to read: opened again, or copied where it lies in memory
---@field time_ms integer?  how long a script may run, with all that it calls (5000)
---@field memory integer?  bytes that its Lua values may take, and as many that Frames may (256 MB)
---@field files { read: string? }?  the folder below which it may read files; none unless given
---@field modules table<string, string>?  texts of modules that `require` gives it, by name

---@class parley.MergeOptions
---@field into string  the new file, or the address of a new schema
---@field overwrite boolean?  true: in the place of a file that is there
---@field same true|string[]|nil  things that both have added and that are one, such as {"talks.r5"}; true: all

---@class parley.SyncReport
---@field changes parley.Frame  table, what (claims, retractions, rows, columns), and how many went to a and to b
---@field conflicts parley.Frame  kind, table, key, field, and what stands there in a and in b

---@class parley.CoderOptions
---@field blind boolean?  what others coded is hidden everywhere
---@field others boolean?  claims of other coders may be amended, preferred and taken back, which stay theirs

---@class parley.AdjudicationOptions
---@field waiting boolean?  what waits for a decision, hardest first, instead of the decisions
---@field retracted boolean?  also decisions that were taken back, or superseded
---@field table string?  of one table

---@class parley.AssignOptions
---@field coders string|string[]  their names
---@field sources string|string[]|parley.Query|parley.Frame|nil  ids, or rows with an id; all sources unless given
---@field each integer?  how many coders a source gets; 2 unless given
---@field seed integer?  1 unless given
---@field due string?  by when, EDTF
---@field note string?  what the coders should know

---@class parley.AssignmentsOptions
---@field coder string?  of one coder
---@field source string?  of one source
---@field state "assigned"|"started"|"done"|nil  in one state
---@field on string?  the day on which late is told, EDTF
---@field by "coder"|nil  the progress of each coder instead

---@class parley.LogOptions
---@field since string?  from this day on, EDTF
---@field until string?  to the end of this day, EDTF
---@field by string?  of one coder or editor
---@field table string?  of one table

---@class parley.PolicyOptions
---@field name string?  what the policy is called where it is told
---@field prefer string|string[]|nil  sources whose claims come first, the first one foremost
---@field deny string|string[]|nil  sources whose claims are left out
---@field coders string|string[]|nil  whose coding of a source is read, the first one foremost
---@field certainty parley.CertaintyWord?  the weakest certainty that still counts
---@field report "latest"|"earliest"|nil  which of two equally firm reports is shown; latest unless given

---@class parley.ShowOptions
---@field rows integer|"all"|nil  how many; 10 unless given
---@field columns string|string[]|nil  which, in this order; all unless given
---@field width integer?  columns of the terminal
---@field wrap boolean?  true: long texts go on in further lines, instead of being cut

---@class parley.FrameOptions
---@field columns string[]?  the columns, in their order; by name unless given

---@class parley.ReadOptions
---@field format "csv"|"tsv"|"json"|"jsonl"|"xlsx"|nil  by the ending of the name unless given
---@field delimiter string?  one ASCII character; a comma, or a tab for TSV, unless given
---@field quotes boolean?  false: a double quote is data
---@field header boolean|integer|integer[]|nil  false: there is none; of a workbook its row, or two of them {3, 4}
---@field skip integer?  how many lines stand above the header
---@field comment string?  what lines begin with that are no records
---@field columns string[]?  names of the columns, instead of those of the header
---@field names "unique"|nil  of two columns of one name, the second gets a number
---@field encoding string?  "windows-1252", "latin1", "utf-16", …; UTF-8 unless given
---@field dates string|table<string, string>|nil  "iso", "dmy" or "mdy"; or for single columns
---@field short_years integer?  the first year that two digits can mean
---@field decimal string|table<string, string>|nil  the mark in numbers, such as ","; or for single columns
---@field thousands string|table<string, string>|nil  the mark between thousands; or for single columns
---@field missing table?  codes for missing: {"NA"}, {day = {"-9"}}, or both
---@field types table<string, parley.Type>?  of columns; found out unless given
---@field longest_record integer?  most bytes of a record
---@field path string?  the way to the list in a JSON object: "data"
---@field sheet string|integer|nil  of a workbook, by its name or number; the first that is seen unless given
---@field range string?  of a workbook: "B3:F20", "B:F" or "3:20"; all that holds something unless given
---@field hidden boolean?  of a workbook: false leaves out hidden rows
---@field reader (fun(): string?)|nil  gives pieces of text, instead of a path

---@class parley.ReadFrameOptions: parley.ReadOptions
---@field memory integer?  most bytes to take

---@class parley.SniffOptions: parley.ReadOptions
---@field rows integer?  how many to look at; 0: all; 100,000 unless given

---@class parley.ImportOptions: parley.ReadOptions
---@field mapping string|table|nil  name of a mapping that comes with Parley, or a table (doc/import.md)
---@field source string|table|nil  id of a row of sources, or a row to be added
---@field key string|string[]|nil  the columns that make the id
---@field on_error "quarantine"|"stop"|nil  bad rows are set aside unless "stop"
---@field batch integer?  rows of a transaction; one for all unless given
---@field mirrors "fold"|"keep"|nil  what becomes of the second of two mirrored rows
---@field progress boolean|fun(facts: parley.Progress)|nil  who is told how far it is, as parley.progress() has it

---@class parley.RequeueOptions
---@field table string?  only rows of this table
---@field file string?  only rows of this file
---@field mapping string|table|nil  needed again where it was a table
---@field source string|table|nil
---@field key string|string[]|nil
---@field dates string|table<string, string>|nil
---@field short_years integer?
---@field decimal string|table<string, string>|nil
---@field thousands string|table<string, string>|nil
---@field missing table?
---@field types table<string, parley.Type>?

---@class parley.ProgressOptions
---@field after number?  seconds of which nothing is told; 1 unless given

---@class parley.WithinOptions
---@field on string?  the expression of the day, where the table has none of its own

---@class parley.JoinOptions
---@field on string|table|nil  a column of both, or {left = "right"}; the one reference between the tables unless given
---@field kind "inner"|"left"|"semi"|"anti"|nil  inner unless given
---@field suffix string?  what a column is called whose name is there already
---@field expect "one"|nil  refuse rows with several partners
---@field missing "match"|nil  missing values meet each other
---@field within integer?  dates meet that lie at most so many days apart, the nearest first

---@class parley.LimitOptions
---@field ties boolean?  true: also the rows that stand level with the last

---@class parley.PivotOptions
---@field rows string|string[]  expressions: a row for each value
---@field columns string  an expression: a column for each value
---@field values string?  an aggregate for the cells; count() unless given
---@field margins boolean?  true: totals of rows and columns too

---@class parley.UnpivotOptions
---@field columns string|string[]  which become rows
---@field names string?  the column of their names; "name" unless given
---@field values string?  the column of their values; "value" unless given

---@class parley.DiffOptions
---@field key string|string[]  the columns by which rows meet

---@class parley.CsvOptions
---@field bom boolean?  true: the mark of UTF-8 at the beginning
---@field crlf boolean?  true: lines end as on Windows
---@field delimiter string?  what stands between fields; a comma unless given
---@field formulas "text"|nil  puts ' before a text that a spreadsheet would run

---@class parley.SheetImportOptions
---@field coder string?  who filled it, where no cell says
---@field source string|table|nil  where the rows stand, where no cell says: an id, or a row of sources
---@field table string?  what it is about, where the sheet does not say
---@field sheet string|integer|nil  which sheet of a workbook; the one with most heads that is seen unless given
---@field heads table<string, string>?  head = column, of heads in other words
---@field missing string[]?  words that stand for nothing
---@field format "csv"|"tsv"|"xlsx"|nil  what the file is, where its ending does not tell
---@field delimiter string?  of CSV; a comma, semicolon or tab is found
---@field encoding string?  of CSV
---@field decimal ","|"."|nil  what stands before the decimals
---@field dates "dmy"|"mdy"|"iso"|nil  the order of dates in digits
---@field short_years integer?  the first year that two digits can mean
---@field copy string?  the file for the sheet with its faults; NAME.errors.xlsx beside it unless given
---@field any_dataset boolean?  true: a sheet that was made for another dataset is taken

---@class parley.TemplateOptions
---@field sources string|string[]|nil  which are to be coded: rows for each
---@field coder string?  who will fill it; part of the ids
---@field columns string[]?  those of the table that are wanted; all unless given
---@field rows integer?  to fill, for each source; 50 unless given
---@field example boolean?  false: no example row

---@alias parley.SavingOptions parley.CsvOptions|parley.ArrowOptions|parley.SheetOptions

---@class parley.SheetOptions
---@field sheet string?  the name of the sheet; that of the file unless given

---@class parley.PlotOptions
---@field kind "area"|"bar"|"heat"|"histogram"|"line"|"point"|"range"|"step"
---@field x string  an expression
---@field y string?  an expression; a quantity brings its low and high along
---@field low string?  an expression
---@field high string?  an expression
---@field by string?  an expression: series
---@field facet string?  an expression: a panel for each value
---@field value string?  an expression: what the squares of a heat map show
---@field title string?
---@field log boolean|"x"|"y"|nil  logarithmic axis; true: y
---@field bins integer?  of a histogram
---@field width integer?  in pixels

---@class parley.DrawingOptions
---@field title string?
---@field width integer?  in pixels
---@field from string?  of timeline and network: the first day
---@field to string?  the last day
---@field tables string|string[]|nil  of timeline and network
---@field party string|string[]|nil  of timeline, network, demands and positions
---@field topic parley.TopicWord|parley.TopicWord[]|nil  of timeline, demands and positions
---@field role string|string[]|nil  of network
---@field talk string|string[]|nil  of network
---@field table string?  of evidence, known and disagreements
---@field id string?  of evidence and known
---@field field string?  of evidence and known
---@field kind parley.DisagreementKindWord?  of disagreements
---@field as_of string?  of demands, positions, disagreements and ledger

---@class parley.TextOptions
---@field width integer?  in columns; COLUMNS, or 80, unless given
---@field ascii boolean?  true: no other characters

---@class parley.ArrowOptions
---@field dates "day"|"text"|nil  days of the calendar, or texts with their precision
---@field text "plain"|"dictionary"|nil
---@field batch integer?  rows at a time; all at once from arrow(), 65,536 into a file, unless given

---@class parley.DisagreementOptions
---@field among "sources"|"coders"|nil  who differs; sources unless given

---@class parley.DatasetDisagreementOptions: parley.DisagreementOptions
---@field table string?  only of this table
---@field kind parley.DisagreementKindWord?  only of this kind

---@class parley.CompareCodersOptions
---@field table string?  only of this table
---@field source string|string[]|nil  only what they read in it
---@field pairs string[][]?  ids that are one thing, the left coder's first: {{"d1", "d7"}}; with a table
---@field apart string[][]?  ids that are not

--- How far apart two values of a field are, for what weighs differences (doc/agreement.md).
---@alias parley.LevelOfMeasurement "nominal"|"ordinal"|"interval"|"ratio"|"date"|"range"|"set"|"jaccard"

---@class parley.DrawOptions
---@field bootstraps integer?  how often units are drawn for low and high: 1000; 0 for none
---@field seed integer?  of the draws: 1

---@class parley.ReliabilityOptions: parley.DrawOptions
---@field coders string[]?  all who have coded something unless given
---@field table string|string[]|nil  only of these tables
---@field fields string|string[]|nil  only these: our own wording, too, if it is named
---@field source string|string[]|nil  only what they read in it
---@field pairs string[][]?  ids of any of the coders that are one thing: {{"d1", "d7"}}; with a table
---@field apart string[][]?  ids that are not
---@field level parley.LevelOfMeasurement|table<string, parley.LevelOfMeasurement>|nil  of all fields, or by their names

---@class parley.RatingOptions: parley.DrawOptions
---@field unit string?  column of what is rated, where a row is a rating
---@field coder string?  column of who rates
---@field value string?  column of the rating
---@field coders string[]?  columns of coders, where a row is a unit
---@field level parley.LevelOfMeasurement?  that of the column's type unless given
---@field order any[]?  of an ordinal level: the values from the least on

---@class parley.TotalOptions
---@field by string|string[]|nil  expressions: a total for each value

--- What the dated rows of a timeline are of.
---@alias parley.EntryKind parley.TalkKindWord|parley.DocumentKindWord|parley.DemandKindWord|parley.ResponseKindWord|parley.OutcomeKindWord|parley.StatementKindWord

---@class parley.TimelineOptions
---@field from string?  the first day
---@field to string?  the last day
---@field tables string|string[]|nil  only these tables
---@field party string|string[]|nil  only what concerns these parties
---@field topic parley.TopicWord|parley.TopicWord[]|nil  only these topics
---@field kind parley.EntryKind|parley.EntryKind[]|nil  only these kinds

---@class parley.PositionsOptions
---@field topic parley.TopicWord|parley.TopicWord[]|nil  only these topics
---@field party string|string[]|nil  only these parties
---@field as_of string?  as known by the end of this day

---@class parley.CompareOptions
---@field party string|string[]|nil  only demands of these parties

---@class parley.LedgerOptions
---@field as_of string?  the day to judge by, and to know by

---@class parley.ChangesOptions
---@field from string  a day
---@field to string?  a later day; all that the dataset shows unless given
---@field tables string|string[]|nil  only these tables

---@class parley.NetworkOptions
---@field tables string|string[]|nil  edges from these tables
---@field role string|string[]|nil  edges in these roles
---@field party string|string[]|nil  edges of these parties
---@field talk string|string[]|nil  edges that end at these talks, or whose row belongs to them
---@field from string?  the first day
---@field to string?  the last day

---@class parley.SearchOptions
---@field tables string|string[]|nil  only these tables
---@field limit integer?  most hits, the best first

---@class parley.BriefOptions
---@field talk string?  a talk, or from and to
---@field from string?  the first day
---@field to string?  the last day
---@field format "markdown"|"html"|"text"|nil  markdown unless given

---@class parley.ReportOptions
---@field title string?
---@field authors string|string[]|nil
---@field note string?  a text at the top
---@field made string?  when it was made, as it is to be written
---@field lang string?  the language of the texts; "en" unless given
---@field talks string|string[]|nil  only what belongs to these talks
---@field from string?  the first day
---@field to string?  the last day
---@field tables string|string[]|nil  whose things are printed in full
---@field as_of string?  as known by the end of this day
---@field pictures string[]|false|nil  kinds of ds:plot; {"timeline"} unless given
---@field theme table<string, string>?  colours by name: ink, muted, surface, raised, line, accent
---@field redactions string|string[]|nil  sources that are withheld

---@class parley.CandidatesOptions
---@field least number?  the least score (0.4)
---@field limit integer?  how many pairs at most (10000); a note tells how many more there are
---@field judged boolean?  true: with those that somebody has judged

---@class parley.CompareDatasetsOptions
---@field on string|string[]|table<string, string>|nil  columns that pair rows: a list, or {of_a = "of_b"}
---@field tables string|string[]|nil  of datasets: which tables; all that rest on claims unless given
---@field fields string|string[]|table<string, string>|nil  which fields; all that both have unless given

---@class parley.FtmOptions
---@field source string?  the source of all claims; the dataset of each statement unless given
---@field coder string?  who coded them; the origin of each statement unless given

---@class parley.JsonldOptions
---@field iri string  what things are named under: an IRI of yours that ends in / or #
---@field into string?  the file to write; the text is given unless it is

---@class parley.JudgeOptions
---@field table string?  the table of both; needed where several have things of these ids
---@field source string?  what the judgement rests on: a source; one named judgements, made where missing, unless given
---@field coder string?  who judges

---@class parley.ResolvedOptions
---@field stands string|string[]|nil  ids that stand for what is one with them; else the one that sorts first does

---@class parley.DumpOptions
---@field overwrite boolean?  true: into a folder that has files, replacing those of an earlier dump

---@class parley.PackageOptions
---@field tables string[]?  all unless given
---@field name string?
---@field title string?
---@field description string?
---@field licence string?
---@field contributors table[]?
---@field overwrite boolean?  true: into a folder that has files, replacing those of an earlier package

---@class parley.ColumnOptions
---@field type parley.Type?  not needed beside references or vocabulary
---@field meaning string?  what it holds, in a sentence
---@field references string?  a table whose ids it holds
---@field several boolean?  true: a reference that takes several
---@field vocabulary string?  a vocabulary whose words it holds
---@field kind parley.DisagreementKindWord|false|nil  the kind of a disagreement about it; false: wording, which never clashes
---@field over_time boolean?  true: a state; a later report supersedes an earlier one
---@field span boolean?  true: a date that lasts from its one side to its other
---@field clock boolean?  true: a text that is a time of day
---@field least integer?  of a number: the least it can be
---@field most integer?  the most it can be
---@field quantity true?  three columns, the bounds of one number
---@field beside string?  the quantity that it says something of
---@field bound "best"|"low"|"high"|nil  of a column of a quantity, as dumps state it: quantity then names which
