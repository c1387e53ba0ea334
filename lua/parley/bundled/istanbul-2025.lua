--- The Istanbul talks of 2025 between Ukraine and Russia, as five articles tell them.
-- Every row is a claim: what one source says about one thing, where, by whom, and how firmly. The coding
-- rules, the sources and what is left out are described in doc/dataset.md. Wording is ours; a source's own word
-- or short phrase stands in `label` and `assessment` only. `-- F054` names the fact
-- a claim carries, `K01` the conflict it takes part in: spec/bundled/istanbul_spec.lua asks for each of them.
-- Locators count the paragraphs of the article's body; headings, pictures and notices are no paragraphs.

dataset {
  name = "istanbul-2025",
  title = "Talks between Ukraine and Russia in Istanbul, May to July 2025",
  recorded_at = "2026-11-22T00:00:00Z",
  coder = "parley",
}

-- Sources: the articles. Titles and outlets as the text prints them; `label` is ours where it prints no title. Three
-- were found on the web again, word for word: the address is an inferred claim.
claim("sources", "s0", {
  title = "Ceasefire, Prisoner Release, and Stolen Children: Ukraine Sets Red Lines for New Russia Talks" },
  { source = "s0", locator = "title", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F001
claim("sources", "s0", { url = "https://united24media.com/latest-news/ceasefire-prisoner-release-and-stolen-children-"
  .. "ukraine-sets-red-lines-for-new-russia-talks-8801" },
  { source = "s0", locator = "title", said_by = "coder", chain = "coder", certainty = "inferred", modality = "fact",
    note = "Found by its title; the text itself prints no address." })
claim("sources", "s0", { published = "2025-06-01?", language = "en",
  note = "No outlet, author or day is printed. The day is taken from the caption of its picture " ..
    "and from the days of the week it names. A read of two minutes, filed under latest news." },
  { source = "s0", locator = "head", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "fact" }) -- F001
claim("sources", "s1", { title = "Russia, Ukraine to Hold Next Round of Ceasefire Talks in Istanbul on Monday",
  published = "2025-06-01", language = "en" },
  { source = "s1", locator = "head", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F003
claim("sources", "s1", {
  note = "Dated Sunday, dateline Istanbul, no byline, no outlet named. Rests on officials of both " ..
    "countries, TASS, Lavrov, Zelensky on Telegram, Reuters and Fidan to the press." },
  { source = "s1", locator = "p1-p13", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "fact" }) -- F003 F004
claim("sources", "s1", {
  url = "https://wenewsenglish.com/russia-ukraine-to-hold-next-round-of-ceasefire-talks-in-istanbul-on-monday" },
  { source = "s1", locator = "title", said_by = "coder", chain = "coder", certainty = "inferred", modality = "fact",
    note = "Found by its title; the text itself prints no address." })
claim("sources", "s2", {
  title = "'Agenda from our side is clear' — Zelensky outlines 3 key priorities for potential next round of peace "
    .. "talks with Russia" },
  { source = "s2", locator = "title", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F005
claim("sources", "s2", { url = "https://kyivindependent.com/agenda-from-our-side-is-clear-zelensky-outlines-3-key-"
  .. "priorities-for-next-round-of-peace-talks-with-russia" },
  { source = "s2", locator = "title", said_by = "coder", chain = "coder", certainty = "inferred", modality = "fact",
    note = "Found by its title; the text itself prints no address." })
claim("sources", "s2", { outlet = "Kyiv Independent", author = "Tim Zadorozhnyy", language = "en" },
  { source = "s2", locator = "foot", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F005
claim("sources", "s2", { published = "2025-07-21?",
  note = "The outlet is named in the note on the author, its news editor in Warsaw. No day or " ..
    "year is printed; the latest day it tells of is 21 July, and the year follows from the " ..
    "other sources." },
  { source = "s2", locator = "p1-p13", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "fact" }) -- F006
claim("sources", "s3", { label = "The second round ends without a ceasefire", published = "2025-06-02/2025-06-03?",
  language = "en", note = "No outlet, author, title or day is printed. Written after the Monday round had ended." },
  { source = "s3", locator = "p1", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "fact" }) -- F008
claim("sources", "s4", { outlet = "Visit Ukraine",
  title = "Negotiations between Ukraine and russia in Istanbul: what did the parties agree on?",
  published = "2025-06-03", language = "en",
  note = "A site of travel services. The day has its month in Polish; the number 2947 beside it " ..
    "is not explained (views, it seems)." },
  { source = "s4", locator = "head", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F009
claim("sources", "s4", { licence = "all rights reserved; use only with a hyperlink to the publisher" },
  { source = "s4", locator = "foot", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F010

-- The process
claim("processes", "istanbul", { name = "Istanbul talks", conflict = "Russia's war against Ukraine",
  start = "2025-05-16" },
  { source = "s2", locator = "p8-p10", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "The freeze, the two rounds and Turkey as their place are told as one series." }) -- F034

-- Parties: states first, then their bodies, alliances and coalitions, outlets
claim("parties", "ukraine", { name = "Ukraine", kind = "state" },
  { source = "s1", locator = "p3", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F026
claim("parties", "ukraine", { iso3 = "UKR", aliases = "Kyiv" },
  { source = "s1", locator = "p4", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F026
claim("parties", "russia", { name = "Russia", kind = "state" },
  { source = "s2", locator = "p1", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F026
claim("parties", "russia", { name = "russia" },
  { source = "s4", locator = "p2", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact", note = "The outlet's house style has a small r." }) -- F011 K38
claim("parties", "russia", { iso3 = "RUS", aliases = "russia; Russian Federation; Moscow" },
  { source = "s2", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F011 K38
claim("parties", "turkiye", { name = "Turkiye", kind = "state" },
  { source = "s1", locator = "p1", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F149 K38
claim("parties", "turkiye", { name = "Turkey", kind = "state" },
  { source = "s2", locator = "p12", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F149 K38
claim("parties", "turkiye", { name = "Turkey" },
  { source = "s4", locator = "p1", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F149 K38
claim("parties", "turkiye", { iso3 = "TUR", aliases = "Turkey; Turkiye; Türkiye; Ankara" },
  { source = "s2", locator = "p12", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F149 K38
claim("parties", "usa", { name = "United States", kind = "state", iso3 = "USA", aliases = "US; U.S.; USA; America" },
  { source = "s2", locator = "p9", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F023
claim("parties", "lithuania", { name = "Lithuania", kind = "state" },
  { source = "s3", locator = "p11", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F163
claim("parties", "lithuania", { iso3 = "LTU" },
  { source = "s3", locator = "p11", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F163
claim("parties", "ukraine-delegation", { name = "Ukrainian delegation", kind = "delegation", parent = "ukraine" },
  { source = "s4", locator = "p4", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F012
claim("parties", "russia-delegation", { name = "Russian delegation", kind = "delegation", parent = "russia" },
  { source = "s4", locator = "p11", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F015
claim("parties", "ukraine-nsdc", { name = "National Security and Defense Council", kind = "government_body",
  parent = "ukraine" },
  { source = "s2", locator = "p4", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F013 K38
claim("parties", "ukraine-nsdc", { aliases = "National Security and Defence Council; NSDC" },
  { source = "s2", locator = "p4", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F013 K38
claim("parties", "kremlin", { name = "Kremlin", kind = "government_body", parent = "russia" },
  { source = "s2", locator = "p5", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F019
claim("parties", "white-house", { name = "White House", kind = "government_body", parent = "usa" },
  { source = "s3", locator = "p13", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F020
claim("parties", "russia-ombudsman", { name = "Russian ombudsman's office", kind = "government_body",
  parent = "russia" },
  { source = "s4", locator = "p20", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-02" }) -- F147
claim("parties", "lpr", { name = "LPR", kind = "de_facto_authority" },
  { source = "s4", locator = "p7", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact", note = "The source puts the name in quotation marks." }) -- F105
claim("parties", "lpr", { aliases = "Luhansk People's Republic" },
  { source = "s4", locator = "p7", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F105
claim("parties", "dpr", { name = "DPR", kind = "de_facto_authority" },
  { source = "s4", locator = "p7", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact", note = "The source puts the name in quotation marks." }) -- F105
claim("parties", "dpr", { aliases = "Donetsk People's Republic" },
  { source = "s4", locator = "p7", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F105
claim("parties", "nato", { name = "NATO", kind = "alliance" },
  { source = "s1", locator = "p9", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F075
claim("parties", "eu", { name = "European Union", kind = "organisation" },
  { source = "s1", locator = "p9", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F075
claim("parties", "eu", { aliases = "EU" },
  { source = "s1", locator = "p9", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F075
claim("parties", "western-allies", { name = "Ukraine's Western allies", kind = "coalition" },
  { source = "s3", locator = "p3", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F087 F161
claim("parties", "western-allies", { aliases = "Western allies; partners" },
  { source = "s3", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F087 F161
claim("parties", "european-leaders", { name = "European leaders", kind = "coalition" },
  { source = "s3", locator = "p13", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F129 F161
claim("parties", "tass", { name = "TASS", kind = "outlet", parent = "russia" },
  { source = "s1", locator = "p2", said_by = "outlet", chain = "outlet", certainty = "narration", modality = "fact",
    note = "Called the Russian state's news agency." }) -- F004
claim("parties", "russian-state-media", { name = "Russian state media", kind = "outlet", parent = "russia" },
  { source = "s3", locator = "p6", said_by = "outlet", chain = "outlet", certainty = "narration", modality = "fact",
    note = "Outlets spoken of together; none is named." }) -- F097
claim("parties", "reuters", { name = "Reuters", kind = "outlet" },
  { source = "s1", locator = "p6", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F004
claim("parties", "kyiv-independent", { name = "Kyiv Independent", kind = "outlet" },
  { source = "s2", locator = "foot", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F005
claim("parties", "visit-ukraine", { name = "Visit Ukraine", kind = "outlet" },
  { source = "s4", locator = "foot", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F009

-- People, with the spellings of their names
claim("people", "zelensky", { name = "Volodymyr Zelenskyy" },
  { source = "s0", locator = "p1", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F021 K38
claim("people", "zelensky", { name = "Volodymyr Zelenskyy" },
  { source = "s1", locator = "p4", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F021 K38
claim("people", "zelensky", { name = "Volodymyr Zelensky" },
  { source = "s3", locator = "p5", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F021 K38
claim("people", "zelensky", { name = "Volodymyr Zelensky" },
  { source = "s4", locator = "p12", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F021 K38
claim("people", "zelensky", { name = "Volodymyr Zelensky" },
  { source = "s2", locator = "p1", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F021 K38
claim("people", "zelensky", { aliases = "Volodymyr Zelenskyy; Zelensky; Zelenskyy" },
  { source = "s2", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F021 K38
claim("people", "umerov", { name = "Rustem Umerov", aliases = "Umerov" },
  { source = "s2", locator = "p4", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F012
claim("people", "medinsky", { name = "Vladimir Medinsky", aliases = "Medinsky" },
  { source = "s2", locator = "p7", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F014
claim("people", "kyslytsia", { name = "Serhiy Kyslytsia", aliases = "Kyslytsia" },
  { source = "s3", locator = "p7", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F016
claim("people", "lavrov", { name = "Sergey Lavrov", aliases = "Lavrov" },
  { source = "s2", locator = "p7", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F017
claim("people", "fidan", { name = "Hakan Fidan", aliases = "Fidan" },
  { source = "s1", locator = "p11", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F018
claim("people", "peskov", { name = "Dmitry Peskov", aliases = "Peskov" },
  { source = "s2", locator = "p5", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F019
claim("people", "leavitt", { name = "Karoline Leavitt", aliases = "Leavitt" },
  { source = "s3", locator = "p13", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F020
claim("people", "putin", { name = "Vladimir Putin" },
  { source = "s2", locator = "p11", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F022 K38
claim("people", "putin", { aliases = "Putin; putin" },
  { source = "s2", locator = "p11", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F011 F022 K38
claim("people", "putin", { name = "putin" },
  { source = "s4", locator = "p22", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact", note = "The outlet's house style has a small p." }) -- F011 F022 K38
claim("people", "trump", { name = "Donald Trump", aliases = "Trump" },
  { source = "s2", locator = "p12", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F023
claim("people", "erdogan", { name = "Recep Tayyip Erdogan" },
  { source = "s2", locator = "p12", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F024 K38
claim("people", "erdogan", { aliases = "Erdogan; Erdoğan" },
  { source = "s2", locator = "p12", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "fact" }) -- F024 K38
claim("people", "erdogan", { name = "Recep Tayyip Erdoğan" },
  { source = "s4", locator = "p21", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F024 K38

-- Offices: who held which post when, as far as the articles show
claim("offices", "umerov-defence-minister", { person = "umerov", party = "ukraine", title = "Defense Minister" },
  { source = "s0", locator = "p2", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F012 K34 K38
claim("offices", "umerov-defence-minister", { person = "umerov", party = "ukraine", title = "Defence Minister" },
  { source = "s1", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-01" }) -- F012 K34 K38
claim("offices", "umerov-defence-minister", { person = "umerov", party = "ukraine", title = "Defence Minister" },
  { source = "s3", locator = "p4", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F012 K34
claim("offices", "umerov-defence-minister", { person = "umerov", party = "ukraine", title = "Defence Minister" },
  { source = "s4", locator = "p10", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F012 K34
claim("offices", "umerov-defence-minister", { held = "2025-06-01/2025-06-03" },
  { source = "s4", locator = "p10", said_by = "visit-ukraine", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "The days on which sources call him so; the post itself reaches further." }) -- F012 K34
claim("offices", "umerov-nsdc-secretary", { person = "umerov", party = "ukraine-nsdc", title = "Secretary" },
  { source = "s2", locator = "p4", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F013 K34
claim("offices", "umerov-nsdc-secretary", { held = "2025-07-19/.." },
  { source = "s2", locator = "p4", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "Newly appointed by 19 July; the day of it is not told." }) -- F013 K34
claim("offices", "medinsky-aide", { person = "medinsky", party = "russia", title = "Presidential aide" },
  { source = "s1", locator = "p2", said_by = "tass", chain = "outlet; TASS; anonymous sources",
    certainty = "anonymous", modality = "fact" }) -- F014
claim("offices", "medinsky-aide", { person = "medinsky", party = "russia", title = "Presidential aide" },
  { source = "s2", locator = "p7", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F014
claim("offices", "medinsky-aide", { held = "2025-06-01/2025-07-21" },
  { source = "s2", locator = "p7", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "From the first source that calls him so to the last." }) -- F014
claim("offices", "kyslytsia-deputy-minister", { person = "kyslytsia", party = "ukraine",
  title = "Deputy Foreign Minister" },
  { source = "s3", locator = "p7", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F016
claim("offices", "kyslytsia-deputy-minister", { held = "2025-06-02" },
  { source = "s3", locator = "p7", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "The day on which he is called so." }) -- F016
claim("offices", "lavrov-foreign-minister", { person = "lavrov", party = "russia", title = "Foreign Minister" },
  { source = "s1", locator = "p3", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F017
claim("offices", "lavrov-foreign-minister", { person = "lavrov", party = "russia", title = "Foreign Minister" },
  { source = "s2", locator = "p7", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F017
claim("offices", "fidan-foreign-minister", { person = "fidan", party = "turkiye", title = "Foreign Minister" },
  { source = "s1", locator = "p11", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F018
claim("offices", "fidan-foreign-minister", { held = "2025-05-31" },
  { source = "s1", locator = "p11", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "The day on which he is called so." }) -- F018
claim("offices", "peskov-spokesperson", { person = "peskov", party = "kremlin", title = "Spokesperson" },
  { source = "s2", locator = "p5", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F019
claim("offices", "peskov-spokesperson", { held = "2025-07-20/2025-07-21" },
  { source = "s2", locator = "p5", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "The days on which he is called so." }) -- F019
claim("offices", "leavitt-spokesperson", { person = "leavitt", party = "white-house", title = "Spokesperson" },
  { source = "s3", locator = "p13", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F020
claim("offices", "leavitt-spokesperson", { held = "2025-06-02?" },
  { source = "s3", locator = "p13", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "The day on which she is called so." }) -- F020
claim("offices", "zelensky-president", { person = "zelensky", party = "ukraine", title = "President" },
  { source = "s0", locator = "p1", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F021
claim("offices", "zelensky-president", { person = "zelensky", party = "ukraine", title = "President" },
  { source = "s1", locator = "p4", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F021
claim("offices", "zelensky-president", { person = "zelensky", party = "ukraine", title = "President" },
  { source = "s2", locator = "p1", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F021
claim("offices", "zelensky-president", { person = "zelensky", party = "ukraine", title = "President" },
  { source = "s3", locator = "p5", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F021
claim("offices", "zelensky-president", { person = "zelensky", party = "ukraine", title = "President" },
  { source = "s4", locator = "p12", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F021
claim("offices", "putin-president", { person = "putin", party = "russia", title = "President" },
  { source = "s2", locator = "p11", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F022
claim("offices", "putin-president", { person = "putin", party = "russia", title = "President" },
  { source = "s3", locator = "p8", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F022
claim("offices", "trump-president", { person = "trump", party = "usa", title = "President" },
  { source = "s2", locator = "p12", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F023
claim("offices", "trump-president", { person = "trump", party = "usa", title = "President" },
  { source = "s3", locator = "p13", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F023
claim("offices", "erdogan-president", { person = "erdogan", party = "turkiye", title = "President" },
  { source = "s2", locator = "p12", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F024

-- Talks: round 1
claim("talks", "r1", { process = "istanbul", date = "2025-05-16", place = "Istanbul", status = "held" },
  { source = "s1", locator = "p12", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F026
claim("talks", "r1", { gap_years_best = 3, gap_years_low = 3, gap_years_high = 3 },
  { source = "s1", locator = "p12", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact", note = "The first direct contact in that time." }) -- F027 K27
claim("talks", "r1", { format = "direct" },
  { source = "s1", locator = "p12", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F027
claim("talks", "r1", { process = "istanbul", round = 1, kind = "round", date = "2025-05-16", status = "held" },
  { source = "s2", locator = "p8, p10", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact", note = "After a freeze of years; how many is not said." }) -- F026 F028 K27
claim("talks", "r1", { host = "turkiye" },
  { source = "s2", locator = "p10", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "Both rounds are said to have been in Turkey." }) -- F149
claim("talks", "r1", { process = "istanbul", name = "first round", round = 1, kind = "round", date = "2025-05-16",
  status = "held", result = "partial" },
  { source = "s3", locator = "p12", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F026 F031
claim("talks", "r1", { assessment = "stalemate" },
  { source = "s3", locator = "p12", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "opinion" }) -- F030 K26
claim("talks", "r1", { assessment = "new start" },
  { source = "s1", locator = "p12", said_by = "fidan", chain = "outlet; Fidan to the press in Kyiv",
    certainty = "on_record_quote", modality = "opinion", stated = "2025-05-31" }) -- F029 K26
claim("talks", "r1", { process = "istanbul", name = "first round", round = 1, kind = "round", status = "held" },
  { source = "s4", locator = "p3", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F032
claim("talks", "r1", { name = "first round", round = 1, kind = "round" },
  { source = "s0", locator = "p10", said_by = "russian-state-media", chain = "outlet; Russian state media",
    certainty = "named_medium", modality = "fact" }) -- F044
claim("talks", "r1", { host = "turkiye" },
  { source = "s1", locator = "p12", said_by = "outlet", chain = "outlet", certainty = "inferred", modality = "fact",
    note = "Follows from the town." }) -- F149

-- Talks: round 2
claim("talks", "r2", { planned_date = "2025-06-02", place = "Istanbul", status = "invited" },
  { source = "s1", locator = "p3", said_by = "lavrov", chain = "outlet; Lavrov", certainty = "on_record_paraphrase",
    modality = "plan", stated = "../2025-05-31" }) -- F035 F054 K39
claim("talks", "r2", { process = "istanbul", name = "second round", round = 2, kind = "round", place = "Istanbul",
  status = "scheduled" },
  { source = "s0", locator = "p1", said_by = "zelensky", chain = "outlet; Zelensky's Telegram channel",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-01" }) -- F036 F054 K39
claim("talks", "r2", { planned_date = "2025-06-02", host = "turkiye" },
  { source = "s0", locator = "p1", said_by = "outlet", chain = "outlet", certainty = "inferred", modality = "plan",
    note = "The text has Monday; the day follows from the caption, 1 June. The host follows from " ..
      "the town." }) -- F054 F149 F173
claim("talks", "r2", { planned_time = "13:00", zone = "+03:00", planned_venue = "Çırağan Palace" },
  { source = "s0", locator = "p2", said_by = "outlet", chain = "outlet", certainty = "narration", modality = "plan",
    note = "Kyiv time; the offset from UTC is ours." }) -- F055 F056 F173 K38
claim("talks", "r2", { place = "the Turkish capital" },
  { source = "s0", locator = "p2", said_by = "outlet", chain = "outlet", certainty = "narration", modality = "plan",
    note = "A slip: the palace stands in Istanbul, and the capital is Ankara." }) -- F057 K02
claim("talks", "r2", { process = "istanbul", kind = "round", place = "Istanbul",
  planned_venue = "Ciragan Palace", status = "scheduled" },
  { source = "s1", locator = "title, p1", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "plan" }) -- F054 F055 K38 K39
claim("talks", "r2", { host = "turkiye" },
  { source = "s1", locator = "title, p1", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "plan", note = "Follows from the town." }) -- F149
claim("talks", "r2", { purpose = "a ceasefire and a way to lasting peace" },
  { source = "s1", locator = "p1", said_by = "officials of both countries",
    chain = "outlet; officials of both countries, unnamed", certainty = "anonymous", modality = "plan",
    stated = "2025-06-01" }) -- F038 F058
claim("talks", "r2", { kind = "round", place = "Istanbul", format = "direct", status = "held",
  result = "partial" },
  { source = "s3", locator = "p1-p2", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F054 F059 F060 F130 K28 K39
claim("talks", "r2", { assessment = "no breakthrough" },
  { source = "s3", locator = "p1", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "absence" }) -- F060
claim("talks", "r2", { date = "2025-06-02", host = "turkiye" },
  { source = "s3", locator = "p1", said_by = "outlet", chain = "outlet", certainty = "inferred", modality = "fact",
    note = "The text has Monday; the day follows from its speakers and the other sources. The host " ..
      "follows from the town." }) -- F054 F149 F173
claim("talks", "r2", { process = "istanbul", name = "second round", round = 2, kind = "round", date = "2025-06-02",
  place = "Istanbul", status = "held", result = "partial" },
  { source = "s4", locator = "p1-p2", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F054 F061 F173 K28 K39
claim("talks", "r2", { host = "turkiye" },
  { source = "s4", locator = "p1", said_by = "visit-ukraine", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "It is said to have been in Turkey." }) -- F149
claim("talks", "r2", { assessment = "no breakthrough" },
  { source = "s4", locator = "p2", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "absence" }) -- F061
claim("talks", "r2", { process = "istanbul", round = 2, kind = "round", date = "2025-06-02",
  place = "Istanbul", status = "held" },
  { source = "s2", locator = "p8, p10", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact", note = "The last one so far." }) -- F054 F062 F173 K39
claim("talks", "r2", { host = "turkiye" },
  { source = "s2", locator = "p10", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "Both rounds are said to have been in Turkey." }) -- F149

-- Talks: round 3, still open in the articles
claim("talks", "r3", { process = "istanbul", name = "third round", round = 3, kind = "round", place = "Istanbul",
  format = "direct" },
  { source = "s2", locator = "p1", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "plan" }) -- F165 F182
claim("talks", "r3", { host = "turkiye" },
  { source = "s2", locator = "p1", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "plan", note = "Follows from the town." }) -- F149
claim("talks", "r3", { status = "proposed" },
  { source = "s2", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-07-19" }) -- F164 F182
claim("talks", "r3", { status = "supported" },
  { source = "s2", locator = "p5", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_paraphrase",
    modality = "plan", stated = "2025-07-21" }) -- F166 F182

-- Talks: meetings that prepare a round, and meetings of leaders
claim("talks", "ua-meeting-0601", { process = "istanbul", kind = "preparatory", date = "2025-06-01", status = "held",
  prepares = "r2" },
  { source = "s0", locator = "p3", said_by = "outlet", chain = "outlet", certainty = "narration", modality = "fact",
    note = "A high-level meeting with officials for security, defence and diplomacy." }) -- F039
claim("talks", "ua-meeting-0601", { purpose = "tasks ahead and Ukraine's position for the round" },
  { source = "s0", locator = "p7", said_by = "zelensky", chain = "outlet; Zelensky", certainty = "on_record_quote",
    modality = "fact", stated = "2025-06-01" }) -- F040
claim("talks", "ua-meeting-0601", { date = "2025-06-01", place = "Kyiv" },
  { source = "s0", locator = "caption", said_by = "zelensky", chain = "outlet; Zelensky (credit of the picture)",
    certainty = "narration", modality = "fact",
    note = "The picture shows him hearing reports of officials." }) -- F002 F039
claim("talks", "leaders", { process = "istanbul", name = "leaders' meeting", kind = "leaders",
  planned_date = "2025-06-20/2025-06-30", status = "proposed" },
  { source = "s4", locator = "p21", said_by = "ukraine-delegation", chain = "outlet; the Ukrainian side",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-02",
    note = "The day is the window Ukraine proposed." }) -- F089 F180 K36
claim("talks", "leaders", { format = "direct" },
  { source = "s3", locator = "p8", said_by = "ukraine", chain = "outlet; the Ukrainian side",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-02" }) -- F092 K41
claim("talks", "leaders", { format = "direct" },
  { source = "s2", locator = "p11", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "demand", note = "Zelensky is said to back talks in person at all times." }) -- F096 K41
claim("talks", "leaders", { name = "leaders' meeting", kind = "leaders" },
  { source = "s2", locator = "p2", said_by = "zelensky", chain = "outlet; Zelensky on X",
    certainty = "on_record_quote", modality = "demand", stated = "2025-07-21",
    note = "No window is named any more." }) -- F170 K36
claim("talks", "zelensky-putin-turkiye", { process = "istanbul", name = "Zelensky-Putin meeting", kind = "leaders",
  status = "proposed" },
  { source = "s2", locator = "p12", said_by = "erdogan", chain = "outlet; Erdogan",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-26" }) -- F151 F181

-- Participants
claim("participants", "r1-ukraine", { talk = "r1", party = "ukraine", role = "delegation", status = "attended" },
  { source = "s1", locator = "p12", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F026
claim("participants", "r1-russia", { talk = "r1", party = "russia", role = "delegation", status = "attended" },
  { source = "s1", locator = "p12", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F026
claim("participants", "r1-turkiye", { talk = "r1", party = "turkiye", role = "host" },
  { source = "s2", locator = "p10", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "Follows from the place." }) -- F149
claim("participants", "r1-medinsky", { talk = "r1", party = "russia", person = "medinsky",
  role = "head_of_delegation" },
  { source = "s2", locator = "p6-p7", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "He still heads a group that is called unchanged." }) -- F014 F167
claim("participants", "r1-medinsky", { role = "head_of_delegation" },
  { source = "s0", locator = "p10", said_by = "coder", chain = "coder; Russian state media", certainty = "inferred",
    modality = "fact", note = "The team of round 2, which he led, is said to be that of round 1." }) -- F044
claim("participants", "r2-ukraine", { talk = "r2", party = "ukraine", role = "delegation", status = "confirmed",
  announced_by = "zelensky" },
  { source = "s0", locator = "p1", said_by = "zelensky", chain = "outlet; Zelensky's Telegram channel",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-01" }) -- F036
claim("participants", "r2-ukraine", { talk = "r2", party = "ukraine", role = "delegation", status = "confirmed",
  announced_by = "zelensky" },
  { source = "s1", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-01" }) -- F037
claim("participants", "r2-ukraine", { talk = "r2", party = "ukraine", role = "delegation", status = "attended" },
  { source = "s4", locator = "p2", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F054
claim("participants", "r2-russia", { talk = "r2", party = "russia", role = "delegation", status = "departed" },
  { source = "s0", locator = "p9", said_by = "russian-state-media", chain = "outlet; Russian state media",
    certainty = "named_medium", modality = "fact" }) -- F043 K32
claim("participants", "r2-russia", { talk = "r2", party = "russia", role = "delegation", status = "departed",
  announced_by = "tass" },
  { source = "s1", locator = "p2", said_by = "tass", chain = "outlet; TASS; anonymous sources",
    certainty = "anonymous", modality = "fact" }) -- F042 K32
claim("participants", "r2-russia", { talk = "r2", party = "russia", role = "delegation", status = "attended" },
  { source = "s4", locator = "p2", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F054
claim("participants", "r2-umerov", { talk = "r2", party = "ukraine", person = "umerov", role = "head_of_delegation",
  status = "confirmed" },
  { source = "s0", locator = "p2", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "plan" }) -- F012
claim("participants", "r2-umerov", { talk = "r2", party = "ukraine", person = "umerov", role = "head_of_delegation",
  status = "confirmed" },
  { source = "s1", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-01" }) -- F012 F037
claim("participants", "r2-umerov", { talk = "r2", party = "ukraine", person = "umerov", role = "head_of_delegation",
  status = "attended" },
  { source = "s3", locator = "p4", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F012
claim("participants", "r2-kyslytsia", { talk = "r2", party = "ukraine", person = "kyslytsia", role = "spokesperson" },
  { source = "s3", locator = "p7", said_by = "outlet", chain = "outlet", certainty = "inferred", modality = "fact",
    note = "He speaks for the Ukrainian side after the round; whether he sat at the table is not " ..
      "said." }) -- F016 F064
claim("participants", "r2-medinsky", { talk = "r2", party = "russia", person = "medinsky",
  role = "head_of_delegation", status = "departed" },
  { source = "s1", locator = "p2", said_by = "tass", chain = "outlet; TASS; anonymous sources",
    certainty = "anonymous", modality = "fact" }) -- F014 F042
claim("participants", "r2-medinsky", { talk = "r2", party = "russia", person = "medinsky",
  role = "head_of_delegation", status = "attended" },
  { source = "s3", locator = "p9", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F015
claim("participants", "r2-medinsky", { talk = "r2", party = "russia", person = "medinsky",
  role = "head_of_delegation", status = "attended" },
  { source = "s4", locator = "p16", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F015
claim("participants", "r2-turkiye", { talk = "r2", party = "turkiye", role = "host" },
  { source = "s2", locator = "p10", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "Follows from the place." }) -- F149
claim("participants", "r2-turkiye", { talk = "r2", party = "turkiye", role = "host" },
  { source = "s4", locator = "p1", said_by = "visit-ukraine", chain = "outlet", certainty = "inferred",
    modality = "fact", note = "Follows from the place." }) -- F149
claim("participants", "r2-lavrov", { talk = "r2", party = "russia", person = "lavrov", status = "absent" },
  { source = "s2", locator = "p7", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "absence", note = "Said of the process as a whole." }) -- F025
claim("participants", "r2-putin", { talk = "r2", party = "russia", person = "putin", status = "absent" },
  { source = "s2", locator = "p11", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "absence", note = "Said of the process as a whole." }) -- F119
claim("participants", "r3-turkiye", { talk = "r3", party = "turkiye", role = "host" },
  { source = "s2", locator = "p1", said_by = "kyiv-independent", chain = "outlet", certainty = "inferred",
    modality = "plan", note = "Follows from the place." }) -- F149
claim("participants", "r3-ukraine", { talk = "r3", party = "ukraine", role = "delegation", status = "proposed" },
  { source = "s2", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-07-19" }) -- F164
claim("participants", "r3-russia", { talk = "r3", party = "russia", role = "delegation", status = "proposed" },
  { source = "s2", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-07-19" }) -- F164
claim("participants", "r3-medinsky", { talk = "r3", party = "russia", person = "medinsky",
  role = "head_of_delegation" },
  { source = "s2", locator = "p7", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F014
claim("participants", "ua-meeting-zelensky", { talk = "ua-meeting-0601", party = "ukraine", person = "zelensky",
  role = "leader", status = "attended" },
  { source = "s0", locator = "p3", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F039
claim("participants", "leaders-zelensky", { talk = "leaders", party = "ukraine", person = "zelensky", role = "leader",
  status = "proposed" },
  { source = "s4", locator = "p22", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "plan" }) -- F089
claim("participants", "leaders-putin", { talk = "leaders", party = "russia", person = "putin", role = "leader",
  status = "proposed" },
  { source = "s4", locator = "p22", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "plan" }) -- F089
claim("participants", "leaders-trump", { talk = "leaders", party = "usa", person = "trump", role = "leader",
  status = "proposed" },
  { source = "s4", locator = "p21", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "demand" }) -- F090 F162
claim("participants", "leaders-erdogan", { talk = "leaders", party = "turkiye", person = "erdogan", role = "leader",
  status = "proposed" },
  { source = "s4", locator = "p21", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "demand" }) -- F090 F162
claim("participants", "turkiye-plan-zelensky", { talk = "zelensky-putin-turkiye", party = "ukraine",
  person = "zelensky", role = "leader", status = "proposed" },
  { source = "s2", locator = "p12", said_by = "erdogan", chain = "outlet; Erdogan",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-26" }) -- F151
claim("participants", "turkiye-plan-putin", { talk = "zelensky-putin-turkiye", party = "russia", person = "putin",
  role = "leader", status = "proposed" },
  { source = "s2", locator = "p12", said_by = "erdogan", chain = "outlet; Erdogan",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-26" }) -- F151
claim("participants", "turkiye-plan-trump", { talk = "zelensky-putin-turkiye", party = "usa", person = "trump",
  role = "leader", status = "proposed" },
  { source = "s2", locator = "p12", said_by = "erdogan", chain = "outlet; Erdogan",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-26", note = "Possibly." }) -- F151 F181
claim("participants", "turkiye-plan-turkiye", { talk = "zelensky-putin-turkiye", party = "turkiye",
  role = "good_offices" },
  { source = "s2", locator = "p12", said_by = "erdogan", chain = "outlet; Erdogan",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-26" }) -- F151

-- Documents: the two sides' papers and the list of children
claim("documents", "ua-memorandum", { author = "ukraine", talk = "r2", release = "seen_by_media" },
  { source = "s1", locator = "p6", said_by = "reuters", chain = "outlet; Reuters saw; document",
    certainty = "named_medium", modality = "fact", stated = "../2025-06-01",
    note = "Seen in full before the round, and called a framework for peace. That it is the paper others call " ..
      "a memorandum or a truce proposal is our reading." }) -- F048 K29 K30
claim("documents", "ua-memorandum", { author = "ukraine", recipient = "russia", talk = "r2",
  handed_over = "2025-05-26/2025-05-31~" },
  { source = "s3", locator = "p4", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_paraphrase",
    modality = "fact", stated = "2025-06-02",
    note = "Days before the meeting: the span is ours. Called a truce proposal." }) -- F049 K29
claim("documents", "ua-memorandum", { name = "memorandum", kind = "memorandum", author = "ukraine",
  recipient = "russia", talk = "r2",
  text = "Five sections on a ceasefire and a peace process; most of it was public already." },
  { source = "s4", locator = "p4-p5", said_by = "visit-ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "fact" }) -- F050 F067 F068
claim("documents", "ua-memorandum", { handed_over = "../2025-06-02" },
  { source = "s4", locator = "p4", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact", note = "Before the meeting; how long before is not said." }) -- F050 K29
claim("documents", "ru-memorandum", { author = "russia", recipient = "ukraine", talk = "r2",
  handed_over = "2025-06-02" },
  { source = "s3", locator = "p4", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_paraphrase",
    modality = "fact", stated = "2025-06-02" }) -- F049
claim("documents", "ru-memorandum", { release = "not_released" },
  { source = "s3", locator = "p6", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "absence" }) -- F052
claim("documents", "ru-memorandum", {
  text = "Terms of Russia's on land, army, alliances, language and sanctions." },
  { source = "s3", locator = "p6", said_by = "russian-state-media", chain = "outlet; Russian state media",
    certainty = "named_medium", modality = "fact" }) -- F052 F097 F102 K23 K24
claim("documents", "ru-memorandum", { name = "memorandum", kind = "memorandum", author = "russia",
  recipient = "ukraine", talk = "r2", handed_over = "2025-06-02" },
  { source = "s4", locator = "p7", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F051
claim("documents", "ru-memorandum", {
  text = "Russia's terms for a settlement, most of them known; its second section has two ways to " ..
    "a ceasefire." },
  { source = "s4", locator = "p7-p8", said_by = "visit-ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "fact",
    note = "Nobody is named between the outlet and the document." }) -- F103 F106 K23 K24
claim("documents", "children-list", { name = "list of children", kind = "list", author = "ukraine",
  recipient = "russia", talk = "r2", handed_over = "../2025-06-02", items_low = 100, items_high = 999 },
  { source = "s3", locator = "p7", said_by = "kyslytsia", chain = "outlet; Kyslytsia",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-02", note = "Hundreds." }) -- F145 K17 K19
claim("documents", "children-list", { name = "list of children", kind = "list", author = "ukraine",
  recipient = "russia", talk = "r2", handed_over = "../2025-06-02", items_low = 100, items_high = 999 },
  { source = "s4", locator = "p19", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_paraphrase",
    modality = "fact", stated = "2025-06-02", note = "Several hundred." }) -- F146 K17 K19

-- Provisions of the two papers
claim("provisions", "ua-memo-1", { document = "ua-memorandum", ordinal = 1, kind = "section",
  label = "principles and procedure", topic = "procedure" },
  { source = "s4", locator = "p4", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-02" }) -- F067
claim("provisions", "ua-memo-2", { document = "ua-memorandum", ordinal = 2, kind = "section",
  label = "ceasefire deal; preparing the leaders", topic = "ceasefire" },
  { source = "s4", locator = "p4", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-02" }) -- F067
claim("provisions", "ua-memo-3", { document = "ua-memorandum", ordinal = 3, kind = "section", label = "ceasefire",
  topic = "ceasefire" },
  { source = "s4", locator = "p4", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-02" }) -- F067
claim("provisions", "ua-memo-4", { document = "ua-memorandum", ordinal = 4, kind = "section",
  label = "building confidence", topic = "confidence_building" },
  { source = "s4", locator = "p4", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-02" }) -- F067
claim("provisions", "ua-memo-5", { document = "ua-memorandum", ordinal = 5, kind = "section",
  label = "the leaders meet", topic = "leaders_meeting" },
  { source = "s4", locator = "p4", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-02" }) -- F067 F079
claim("provisions", "ua-memo-2-leaders", { document = "ua-memorandum", parent = "ua-memo-2",
  topic = "leaders_meeting",
  text = "The second half of the section's heading: the fifth section is about the same." },
  { source = "s4", locator = "p4", said_by = "coder", chain = "coder; document", certainty = "inferred",
    modality = "demand" }) -- F079
claim("provisions", "ru-memo-2", { document = "ru-memorandum", ordinal = 2, kind = "section", topic = "ceasefire",
  text = "Two ways to a ceasefire, of which one is to be chosen." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F106
claim("provisions", "ru-memo-2-first", { document = "ru-memorandum", parent = "ru-memo-2", ordinal = 1,
  kind = "option", exclusive_group = "ru-ceasefire-options", topic = "withdrawal",
  text = "Ukraine's forces leave the occupied areas." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02", note = "The wording of the source is unclear." }) -- F106 F107
claim("provisions", "ru-memo-2-second", { document = "ru-memorandum", parent = "ru-memo-2", ordinal = 2,
  kind = "option", exclusive_group = "ru-ceasefire-options", topic = "ceasefire",
  text = "Several steps that bind Ukraine's forces and its helpers." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F106 F108
claim("provisions", "ru-memo-2-redeployment", { document = "ru-memorandum", parent = "ru-memo-2-second", ordinal = 1,
  kind = "clause", topic = "force_limits", text = "Ukrainian troops stay where they are." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F108
claim("provisions", "ru-memo-2-arms", { document = "ru-memorandum", parent = "ru-memo-2-second", ordinal = 2,
  kind = "clause", topic = "arms_supply", text = "No more weapons from the West." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F109
claim("provisions", "ru-memo-2-foreign-troops", { document = "ru-memorandum", parent = "ru-memo-2-second",
  ordinal = 3, kind = "clause", topic = "foreign_troops", text = "No troops of third states in Ukraine." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F110
claim("provisions", "ru-memo-2-mobilisation", { document = "ru-memorandum", parent = "ru-memo-2-second", ordinal = 4,
  kind = "clause", topic = "mobilisation", text = "Ukraine stops calling people up." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F111
claim("provisions", "ru-memo-2-martial-law", { document = "ru-memorandum", parent = "ru-memo-2-second", ordinal = 5,
  kind = "clause", topic = "martial_law", text = "Ukraine ends martial law." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F112

-- Demands of Ukraine: the ceasefire
claim("demands", "ua-ceasefire-march", { party = "ukraine", addressee = "russia",
  kind = "proposal", topic = "ceasefire",
  made = "2025-03/..", days_best = 30, days_low = 30, days_high = 30, status = "rejected",
  text = "A ceasefire of thirty days without conditions, on offer since March." },
  { source = "s2", locator = "p9-p10", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "demand" }) -- F088 F033 K13
claim("demands", "ua-ceasefire", { party = "ukraine", addressee = "russia", topic = "ceasefire", talk = "r2",
  made = "2025-06-01", priority = 1, status = "raised", revises = "ua-ceasefire-march",
  text = "A complete ceasefire without conditions." },
  { source = "s0", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky", certainty = "on_record_quote",
    modality = "demand", stated = "2025-06-01" }) -- F080 K13 K35
claim("demands", "ua-ceasefire", { party = "ukraine", addressee = "russia",
  kind = "demand", topic = "ceasefire", talk = "r2",
  made = "2025-06-01", text = "A complete ceasefire without conditions." },
  { source = "s1", locator = "p5", said_by = "zelensky", chain = "outlet; Zelensky on Telegram",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-01" }) -- F083 K13
claim("demands", "ua-ceasefire", { party = "ukraine", addressee = "russia", topic = "ceasefire", talk = "r2",
  document = "ua-memorandum", scope = "land, sea and air", condition = "must come before talks begin",
  text = "A complete ceasefire everywhere, as the step that has to come first." },
  { source = "s1", locator = "p7", said_by = "ukraine", chain = "outlet; Reuters saw; document",
    certainty = "named_medium", modality = "demand", stated = "../2025-06-01" }) -- F069 K14
claim("demands", "ua-ceasefire", { party = "ukraine", addressee = "russia", topic = "ceasefire", talk = "r2",
  scope = "land, sea and air", days_low = 30,
  text = "A complete ceasefire without conditions, thirty days at the least." },
  { source = "s3", locator = "p4", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_quote",
    modality = "demand", stated = "2025-06-02", note = "He repeated it; parts of it are quoted." }) -- F086 K13
claim("demands", "ua-ceasefire", { party = "ukraine", addressee = "russia", topic = "ceasefire", talk = "r2",
  document = "ua-memorandum", scope = "land, sea and air", days_low = 30, extendable = true,
  text = "A complete ceasefire of thirty days without conditions, to be extended if need be." },
  { source = "s4", locator = "p5", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-02" }) -- F070 K13
claim("demands", "ua-ceasefire", { status = "countered" },
  { source = "s3", locator = "p3", said_by = "ukraine-delegation", chain = "outlet; Ukrainian negotiators",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-02" }) -- F120
claim("demands", "ua-ceasefire", { status = "countered" },
  { source = "s4", locator = "p11", said_by = "russia-delegation", chain = "outlet; Russian delegation",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-02",
    note = "Refused in full, and a short truce offered in its place." }) -- F115 F122
claim("demands", "ua-ceasefire", { status = "countered" },
  { source = "s2", locator = "p10", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F114 F123

-- Demands of Ukraine: prisoners and children
claim("demands", "ua-prisoners", { party = "ukraine", addressee = "russia", topic = "prisoners", talk = "r2",
  made = "2025-06-01", priority = 2, status = "raised", text = "Prisoners are to be freed." },
  { source = "s0", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky", certainty = "on_record_quote",
    modality = "demand", stated = "2025-06-01" }) -- F081 K15 K35
claim("demands", "ua-prisoners", { party = "ukraine", addressee = "russia",
  kind = "demand", topic = "prisoners", talk = "r2",
  made = "2025-06-01", scope = "all prisoners", text = "All prisoners are to be freed." },
  { source = "s1", locator = "p5", said_by = "zelensky", chain = "outlet; Zelensky on Telegram",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-01" }) -- F083 K15
claim("demands", "ua-prisoners", { party = "ukraine", addressee = "russia", topic = "prisoners", talk = "r2",
  document = "ua-memorandum", scope = "all prisoners",
  text = "All prisoners are to be exchanged, and every hostage Russia has is to be freed." },
  { source = "s1", locator = "p7", said_by = "ukraine", chain = "outlet; Reuters saw; document",
    certainty = "named_medium", modality = "demand", stated = "../2025-06-01" }) -- F072 K15
claim("demands", "ua-prisoners", { party = "ukraine", addressee = "russia", topic = "prisoners", talk = "r2",
  text = "All Ukrainians in Russian hands are to be freed." },
  { source = "s4", locator = "p13", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "demand" }) -- F065 K15 K40
claim("demands", "ua-prisoners", { status = "partly_met" },
  { source = "s4", locator = "p13-p15", said_by = "visit-ukraine", chain = "outlet", certainty = "inferred",
    modality = "fact", stated = "2025-06-02",
    note = "Two categories were agreed on where all had been asked for." }) -- F065 F133 K40
claim("demands", "ua-children", { party = "ukraine", addressee = "russia", topic = "children", talk = "r2",
  made = "2025-06-01", priority = 3, status = "raised", label = "abducted",
  text = "Children who were taken away are to come home." },
  { source = "s0", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky", certainty = "on_record_quote",
    modality = "demand", stated = "2025-06-01" }) -- F082 K16 K35
claim("demands", "ua-children", { label = "stolen" },
  { source = "s0", locator = "title", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "demand" }) -- F082 K16
claim("demands", "ua-children", { party = "ukraine", addressee = "russia",
  kind = "demand", topic = "children", talk = "r2",
  made = "2025-06-01", label = "taken" },
  { source = "s1", locator = "p5", said_by = "zelensky", chain = "outlet; Zelensky on Telegram",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-01" }) -- F083 K16
claim("demands", "ua-children", { party = "ukraine", addressee = "russia", topic = "children", talk = "r2",
  document = "ua-memorandum", scope = "all deported children", label = "deported",
  text = "All deported Ukrainian children are to come home." },
  { source = "s1", locator = "p7", said_by = "ukraine", chain = "outlet; Reuters saw; document",
    certainty = "named_medium", modality = "demand", stated = "../2025-06-01" }) -- F071 K16 K18
claim("demands", "ua-children", { label = "allegedly taken by force" },
  { source = "s3", locator = "p7", said_by = "kyslytsia", chain = "outlet; Kyslytsia",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-02" }) -- F145 K16
claim("demands", "ua-children", { label = "deported" },
  { source = "s4", locator = "heading before p19", said_by = "visit-ukraine", chain = "outlet",
    certainty = "narration", modality = "demand" }) -- F066 K16
claim("demands", "ua-children", { party = "ukraine", addressee = "russia", topic = "children", talk = "r2",
  label = "illegally taken", text = "The return of the children was on the table." },
  { source = "s4", locator = "p19", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "demand" }) -- F066 K16
claim("demands", "ua-children", { status = "accepted_with_conditions" },
  { source = "s4", locator = "p20", said_by = "visit-ukraine", chain = "outlet", certainty = "inferred",
    modality = "fact", stated = "2025-06-02", note = "Russia is ready where there are relatives." }) -- F128 K18

-- Demands of Ukraine: the order after the war
claim("demands", "ua-guarantees", { party = "ukraine", kind = "demand", topic = "security_guarantees", talk = "r2",
  made = "../2025-06-01", status = "raised", text = "Strong guarantees from abroad against a new attack." },
  { source = "s1", locator = "p8", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "demand", note = "No hop is named; the sentence follows what Reuters saw." }) -- F073
claim("demands", "ua-guarantees", { party = "ukraine", topic = "security_guarantees", talk = "r2",
  document = "ua-memorandum", text = "Guarantees of its security." },
  { source = "s4", locator = "p6", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-02" }) -- F074
claim("demands", "ua-alliances", { party = "ukraine", addressee = "russia",
  kind = "stance", document = "ua-memorandum", talk = "r2",
  status = "raised", topic = "alliances", made = "../2025-06-01",
  text = "Ukraine chooses its own course abroad and may join the EU and NATO." },
  { source = "s1", locator = "p9", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-01" }) -- F075
claim("demands", "ua-alliances", { party = "ukraine", addressee = "russia", document = "ua-memorandum", talk = "r2",
  status = "raised", topic = "alliances",
  text = "Ukraine does not bind itself to neutrality and may seek to join NATO or the EU." },
  { source = "s4", locator = "p6", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-02",
    note = "Part of it is quoted." }) -- F076
claim("demands", "ua-force-limits", { party = "ukraine", addressee = "russia",
  kind = "stance", document = "ua-memorandum",
  talk = "r2", status = "raised", topic = "force_limits", made = "../2025-06-01",
  text = "Ukraine's forces stay without limits." },
  { source = "s1", locator = "p10", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-01" }) -- F077
claim("demands", "ua-force-limits", { party = "ukraine", addressee = "russia", document = "ua-memorandum",
  talk = "r2", status = "raised", topic = "force_limits", text = "Ukraine's army stays without limits." },
  { source = "s4", locator = "p6", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-02" }) -- F078
claim("demands", "ua-foreign-troops", { party = "ukraine", addressee = "russia",
  kind = "stance", document = "ua-memorandum",
  talk = "r2", status = "raised", topic = "foreign_troops", made = "../2025-06-01",
  text = "Ukraine may have troops of friendly states on its soil." },
  { source = "s1", locator = "p10", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-01" }) -- F077
claim("demands", "ua-foreign-troops", { party = "ukraine", addressee = "russia", document = "ua-memorandum",
  talk = "r2", status = "raised", topic = "foreign_troops",
  text = "No limits on contingents of friendly states in Ukraine." },
  { source = "s4", locator = "p6", said_by = "ukraine", chain = "outlet; document",
    certainty = "document_described", modality = "demand", stated = "../2025-06-02" }) -- F078
claim("demands", "ua-territory", { party = "ukraine", topic = "territory", kind = "stance", talk = "r2",
  made = "2025-06-01", status = "raised",
  text = "Sovereignty and territorial integrity are to be kept, while diplomacy is used." },
  { source = "s0", locator = "p5-p6", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-01" }) -- F085
claim("demands", "ua-sanctions", { party = "ukraine",
  kind = "demand", topic = "sanctions", made = "2025-06-02?", status = "raised",
  text = "More sanctions on Russia." },
  { source = "s3", locator = "p11", said_by = "zelensky", chain = "outlet; Zelensky in Vilnius",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-02?",
    note = "Whom he asks is not said." }) -- F094

-- Demands of Ukraine: the leaders' meeting and the third round
claim("demands", "ua-leaders", { party = "ukraine", topic = "leaders_meeting", talk = "r2",
  text = "Zelensky and Putin are to talk directly, and that is to be prepared." },
  { source = "s3", locator = "p8", said_by = "ukraine", chain = "outlet; the Ukrainian side",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-02" }) -- F092
claim("demands", "ua-leaders", { party = "ukraine", addressee = "russia",
  kind = "proposal", topic = "leaders_meeting", talk = "r2",
  made = "2025-06-02", wanted = "2025-06-20/2025-06-30", status = "raised",
  text = "The leaders are to meet before the month is out." },
  { source = "s4", locator = "p21", said_by = "ukraine-delegation", chain = "outlet; the Ukrainian side",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-02" }) -- F089 F180 K36
claim("demands", "ua-leaders", { scope = "others may join; need not be face to face" },
  { source = "s4", locator = "p21", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "demand" }) -- F090
claim("demands", "ua-leaders", { status = "unanswered" },
  { source = "s4", locator = "p22", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "absence", stated = "2025-06-03" }) -- F126 F180
claim("demands", "ua-r3", { party = "ukraine", addressee = "russia",
  kind = "proposal", topic = "procedure", made = "2025-07-19",
  talk = "r3", status = "raised", text = "Talks are to be taken up again: Umerov offered a new meeting." },
  { source = "s2", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-07-19" }) -- F164 F182
claim("demands", "ua-r3", { status = "accepted" },
  { source = "s2", locator = "p5", said_by = "peskov", chain = "outlet; Peskov", certainty = "inferred",
    modality = "fact", stated = "2025-07-21", note = "Supported; no day is set." }) -- F166
claim("demands", "ua-r3-prisoners", { party = "ukraine", addressee = "russia",
  kind = "demand", talk = "r3", made = "2025-07-21",
  status = "raised", topic = "prisoners", priority = 1, scope = "prisoners of war", revises = "ua-prisoners",
  text = "Prisoners of war are to come home." },
  { source = "s2", locator = "p2", said_by = "zelensky", chain = "outlet; Zelensky on X",
    certainty = "on_record_quote", modality = "demand", stated = "2025-07-21" }) -- F168 K15 K35
claim("demands", "ua-r3-children", { party = "ukraine", addressee = "russia",
  kind = "demand", talk = "r3", made = "2025-07-21",
  status = "raised", topic = "children", priority = 2, label = "abducted", revises = "ua-children",
  text = "Children taken by Russia are to come home." },
  { source = "s2", locator = "p2", said_by = "zelensky", chain = "outlet; Zelensky on X",
    certainty = "on_record_quote", modality = "demand", stated = "2025-07-21" }) -- F169 K16 K35
claim("demands", "ua-r3-leaders", { party = "ukraine", addressee = "russia",
  kind = "demand", talk = "r3", made = "2025-07-21",
  status = "raised", topic = "leaders_meeting", priority = 3, revises = "ua-leaders",
  text = "The leaders' meeting is to be prepared." },
  { source = "s2", locator = "p2", said_by = "zelensky", chain = "outlet; Zelensky on X",
    certainty = "on_record_quote", modality = "demand", stated = "2025-07-21" }) -- F170 F180 K35 K36

-- Demand of Ukraine's allies
claim("demands", "allies-ceasefire", { party = "western-allies", addressee = "russia",
  kind = "demand", topic = "ceasefire",
  talk = "r2", status = "raised", text = "They share Kyiv's call for a ceasefire without conditions." },
  { source = "s3", locator = "p3", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "demand" }) -- F087 F161

-- Demands of Russia: its paper, as state media outlined it (s3) and as an outlet tells it (s4)
claim("demands", "ru-withdrawal", { party = "russia", addressee = "ukraine",
  kind = "demand", document = "ru-memorandum", talk = "r2",
  made = "2025-06-02", status = "raised", topic = "withdrawal",
  scope = "Donetsk, Luhansk, Kherson and Zaporizhzhia regions",
  text = "Ukraine is to pull its forces out of four regions held in part by Russia." },
  { source = "s3", locator = "p6", said_by = "russian-state-media", chain = "outlet; Russian state media",
    certainty = "named_medium", modality = "demand", stated = "../2025-06-02" }) -- F097 K22
claim("demands", "ru-withdrawal", { party = "russia", addressee = "ukraine", document = "ru-memorandum", talk = "r2",
  made = "2025-06-02", status = "raised", topic = "withdrawal", provision = "ru-memo-2-first",
  scope = "all occupied territory, to an agreed distance",
  text = "First of two ways to a ceasefire: Ukraine pulls its forces away from all that Moscow occupies, as far as " ..
    "Russia agrees." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02", note = "The wording of the source is unclear." }) -- F107 K22
claim("demands", "ru-recognition", { party = "russia", addressee = "ukraine",
  kind = "demand", document = "ru-memorandum", talk = "r2",
  made = "2025-06-02", status = "raised", topic = "recognition",
  scope = "Donetsk, Luhansk, Kherson, Zaporizhzhia and Crimea",
  text = "Russia's hold on these areas is to be recognised." },
  { source = "s3", locator = "p6", said_by = "russian-state-media", chain = "outlet; Russian state media",
    certainty = "named_medium", modality = "demand", stated = "../2025-06-02" }) -- F098 K21
claim("demands", "ru-recognition", { party = "russia", addressee = "ukraine", document = "ru-memorandum", talk = "r2",
  made = "2025-06-02", status = "raised", topic = "recognition",
  scope = "LPR, DPR, parts of Zaporizhzhia and Kherson", text = "These areas are to be recognised as Russia's." },
  { source = "s4", locator = "p7", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02", note = "Crimea is not named." }) -- F105 K21
claim("demands", "ru-force-limits", { party = "russia", addressee = "ukraine",
  kind = "demand", document = "ru-memorandum",
  talk = "r2", made = "2025-06-02", status = "raised", topic = "force_limits",
  text = "Ukraine's army is to have limits." },
  { source = "s3", locator = "p6", said_by = "russian-state-media", chain = "outlet; Russian state media",
    certainty = "named_medium", modality = "demand", stated = "../2025-06-02" }) -- F099 K23
claim("demands", "ru-alliances", { party = "russia", addressee = "ukraine", document = "ru-memorandum", talk = "r2",
  made = "2025-06-02", status = "raised", topic = "alliances",
  text = "Ukraine is not to join NATO." },
  { source = "s3", locator = "p6", said_by = "russian-state-media", chain = "outlet; Russian state media",
    certainty = "named_medium", modality = "demand", stated = "../2025-06-02" }) -- F100 K20
claim("demands", "ru-alliances", { party = "russia", addressee = "ukraine",
  kind = "demand", document = "ru-memorandum", talk = "r2",
  made = "2025-06-02", status = "raised", topic = "alliances", scope = "military alliances and coalitions",
  text = "Kyiv is to stay out of military alliances and coalitions." },
  { source = "s4", locator = "p7", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F104 K20
claim("demands", "ru-language", { party = "russia", addressee = "ukraine",
  kind = "demand", document = "ru-memorandum", talk = "r2",
  made = "2025-06-02", status = "raised", topic = "language", text = "Russian is to be an official language." },
  { source = "s3", locator = "p6", said_by = "russian-state-media", chain = "outlet; Russian state media",
    certainty = "named_medium", modality = "demand", stated = "../2025-06-02" }) -- F101 K23
claim("demands", "ru-sanctions", { party = "russia",
  kind = "demand", document = "ru-memorandum", talk = "r2", made = "2025-06-02",
  status = "raised", topic = "sanctions", scope = "all international sanctions",
  text = "All sanctions on Russia are to go." },
  { source = "s3", locator = "p6", said_by = "russian-state-media", chain = "outlet; Russian state media",
    certainty = "named_medium", modality = "demand", stated = "../2025-06-02",
    note = "Meant for more states than Ukraine." }) -- F102 K23
claim("demands", "ru-redeployment", { party = "russia", addressee = "ukraine",
  kind = "demand", document = "ru-memorandum",
  talk = "r2", made = "2025-06-02", status = "raised", topic = "force_limits", provision = "ru-memo-2-redeployment",
  text = "Ukrainian troops stay where they are, in the second of two ways to a ceasefire." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F108 K23
claim("demands", "ru-arms-supply", { party = "russia", addressee = "ukraine",
  kind = "demand", document = "ru-memorandum", talk = "r2",
  made = "2025-06-02", status = "raised", topic = "arms_supply", provision = "ru-memo-2-arms",
  text = "No more weapons from the West, in the second of two ways to a ceasefire." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F109 K23
claim("demands", "ru-foreign-troops", { party = "russia", addressee = "ukraine",
  kind = "demand", document = "ru-memorandum",
  talk = "r2", made = "2025-06-02", status = "raised", topic = "foreign_troops",
  provision = "ru-memo-2-foreign-troops",
  text = "No troops of third states in Ukraine, in the second of two ways to a ceasefire." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F110 K23
claim("demands", "ru-mobilisation", { party = "russia", addressee = "ukraine",
  kind = "demand", document = "ru-memorandum",
  talk = "r2", made = "2025-06-02", status = "raised", topic = "mobilisation", provision = "ru-memo-2-mobilisation",
  text = "Ukraine stops calling people up, in the second of two ways to a ceasefire." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F111 K23
claim("demands", "ru-martial-law", { party = "russia", addressee = "ukraine",
  kind = "demand", document = "ru-memorandum", talk = "r2",
  made = "2025-06-02", status = "raised", topic = "martial_law", provision = "ru-memo-2-martial-law",
  text = "Ukraine ends martial law, in the second of two ways to a ceasefire." },
  { source = "s4", locator = "p8", said_by = "russia", chain = "outlet; document", certainty = "document_described",
    modality = "demand", stated = "2025-06-02" }) -- F112 K23

-- Demand of Russia: a short truce in place of the ceasefire
claim("demands", "ru-truce", { party = "russia", addressee = "ukraine",
  kind = "proposal", topic = "ceasefire", talk = "r2",
  made = "2025-06-02", days_low = 2, days_high = 3, scope = "certain parts of the front",
  text = "A short truce at some places of the front." },
  { source = "s3", locator = "p3", said_by = "ukraine-delegation", chain = "outlet; Ukrainian negotiators",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-02",
    note = "The source points out that no more was told." }) -- F113 K05 K06 K08 K09
claim("demands", "ru-truce", { party = "russia", addressee = "ukraine", topic = "ceasefire", days_low = 2,
  days_high = 3, purpose = "recover the dead", text = "A short truce to recover the dead." },
  { source = "s2", locator = "p10", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "demand",
    note = "Told of both rounds together; at which it was offered is left open." }) -- F114 K05 K07 K08
claim("demands", "ru-truce", { party = "russia", addressee = "ukraine", topic = "ceasefire", talk = "r2",
  made = "2025-06-02", days_best = 2, days_low = 2, days_high = 2, scope = "the front line",
  purpose = "recover the dead", text = "A truce of two days to recover the dead." },
  { source = "s4", locator = "p11", said_by = "russia-delegation", chain = "outlet; Russian delegation",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-02",
    note = "Told by the delegation later, after the talks." }) -- F115 K05 K06 K07 K08 K09
claim("demands", "ru-truce", { status = "rejected" },
  { source = "s3", locator = "p5", said_by = "zelensky", chain = "outlet; Zelensky on X",
    certainty = "on_record_quote", modality = "fact", stated = "2025-06-02?" }) -- F124
claim("demands", "ru-truce", { status = "rejected" },
  { source = "s4", locator = "p12", said_by = "zelensky", chain = "outlet; Zelensky", certainty = "on_record_quote",
    modality = "fact", stated = "2025-06-02?" }) -- F125

-- Responses: answers and silences
claim("responses", "ru-ceasefire-r1", { demand = "ua-ceasefire-march", talk = "r1", party = "russia", kind = "reject",
  date = "2025-05-16" },
  { source = "s2", locator = "p10", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F033 F123
claim("responses", "ru-ceasefire-r1", { demand = "ua-ceasefire-march", talk = "r1", party = "russia", kind = "reject",
  date = "2025-05-16" },
  { source = "s3", locator = "p3", said_by = "ukraine-delegation", chain = "outlet; Ukrainian negotiators",
    certainty = "inferred", modality = "fact", stated = "2025-06-02",
    note = "It says that Russia refused again, so it had refused before." }) -- F033
claim("responses", "ru-ceasefire-r2", { demand = "ua-ceasefire", talk = "r2", party = "russia", kind = "reject",
  date = "2025-06-02" },
  { source = "s3", locator = "p3", said_by = "ukraine-delegation", chain = "outlet; Ukrainian negotiators",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-02" }) -- F120
claim("responses", "ru-ceasefire-r2", { demand = "ua-ceasefire", talk = "r2", party = "russia", kind = "reject",
  date = "2025-06-02" },
  { source = "s3", locator = "p7", said_by = "kyslytsia", chain = "outlet; Kyslytsia",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-02" }) -- F121
claim("responses", "ru-ceasefire-r2", { demand = "ua-ceasefire", talk = "r2", party = "russia", kind = "reject",
  date = "2025-06-02" },
  { source = "s4", locator = "p10", said_by = "umerov", chain = "outlet; Umerov",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-02" }) -- F122
claim("responses", "ru-ceasefire-r2", { demand = "ua-ceasefire", talk = "r2", party = "russia", kind = "reject",
  date = "2025-06-02" },
  { source = "s2", locator = "p10", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F123
claim("responses", "ru-truce-instead", { demand = "ua-ceasefire", talk = "r2", party = "russia", kind = "counter",
  date = "2025-06-02", text = "A truce of a few days instead." },
  { source = "s3", locator = "p3", said_by = "ukraine-delegation", chain = "outlet; Ukrainian negotiators",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-02" }) -- F113
claim("responses", "ru-truce-instead", { demand = "ua-ceasefire", party = "russia", kind = "counter",
  text = "A truce of a few days instead." },
  { source = "s2", locator = "p10", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F114
claim("responses", "ua-truce", { demand = "ru-truce", talk = "r2", party = "ukraine", kind = "reject",
  date = "2025-06-02?", text = "A ceasefire is there so that nobody dies." },
  { source = "s3", locator = "p5", said_by = "zelensky", chain = "outlet; Zelensky on X",
    certainty = "on_record_quote", modality = "fact", stated = "2025-06-02?" }) -- F124
claim("responses", "ua-truce", { demand = "ru-truce", talk = "r2", party = "ukraine", kind = "reject",
  date = "2025-06-02?", text = "A ceasefire is there so that nobody dies." },
  { source = "s4", locator = "p12", said_by = "zelensky", chain = "outlet; Zelensky", certainty = "on_record_quote",
    modality = "fact", stated = "2025-06-02?" }) -- F125
claim("responses", "ru-ua-memorandum", { document = "ua-memorandum", talk = "r2", party = "russia", kind = "defer",
  date = "2025-06-02", text = "To be studied and answered later." },
  { source = "s4", locator = "p9", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "promise" }) -- F063 F179
claim("responses", "ua-ru-memorandum", { document = "ru-memorandum", talk = "r2", party = "ukraine", kind = "defer",
  date = "2025-06-02", text = "To be studied and answered later." },
  { source = "s4", locator = "p9", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "promise" }) -- F063 F179
claim("responses", "ru-leaders", { demand = "ua-leaders", talk = "r2", party = "russia", kind = "silence",
  date = "2025-06-03", text = "No word on the leaders' meeting so far." },
  { source = "s4", locator = "p22", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "absence", stated = "2025-06-03" }) -- F126 F180
claim("responses", "ru-children", { demand = "ua-children", talk = "r2", party = "russia", kind = "conditional",
  date = "2025-06-02", condition = "only children with relatives",
  text = "Ready to give back children who have relatives." },
  { source = "s4", locator = "p20", said_by = "russia-delegation", chain = "outlet; the Russian side",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02" }) -- F128 K18
claim("responses", "ru-r3", { demand = "ua-r3", talk = "r3", party = "russia", kind = "accept", date = "2025-07-21",
  text = "Moscow is for a third round; its day is open." },
  { source = "s2", locator = "p5", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_paraphrase",
    modality = "fact", stated = "2025-07-21" }) -- F166 F182

-- Outcomes of round 1
claim("outcomes", "r1-swap", { talk = "r1", topic = "prisoners", kind = "exchange", nature = "reciprocal",
  unit = "prisoners of war", low = 1000, best = 1000, high = 1000, basis = "per_side", status = "agreed",
  text = "A thousand prisoners of war from each side; whether it was done is not said." },
  { source = "s3", locator = "p12", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F031 K11 K25
claim("outcomes", "r1-memoranda", { talk = "r1", topic = "procedure", kind = "agreement", nature = "reciprocal",
  status = "agreed", text = "Each side writes a memorandum of the steps to the end of the war." },
  { source = "s4", locator = "p3", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact", note = "After the round; the day is not given." }) -- F032 K25
claim("outcomes", "r1-memoranda", { kind = "agreement" },
  { source = "s3", locator = "p12", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "absence", polarity = "denied", note = "It says that the swap was all the round brought." }) -- F031 K25

-- Outcomes of round 2: the ceasefire and what comes next
claim("outcomes", "r2-no-ceasefire", { talk = "r2", topic = "ceasefire", kind = "no_agreement",
  text = "No ceasefire without conditions, widely asked for as it was." },
  { source = "s3", locator = "p1", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "absence" }) -- F060 F186
claim("outcomes", "r2-no-ceasefire", { talk = "r2", topic = "ceasefire", kind = "no_agreement" },
  { source = "s4", locator = "p2", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "absence" }) -- F061
claim("outcomes", "r2-no-ceasefire", { talk = "r2", topic = "ceasefire", kind = "no_agreement" },
  { source = "s2", locator = "p10", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "absence" }) -- F062
claim("outcomes", "r2-continue", { talk = "r2", topic = "ceasefire", kind = "agreement_to_continue",
  text = "Points agreed on are to open talks about a ceasefire at later meetings." },
  { source = "s4", locator = "p2", said_by = "visit-ukraine", chain = "outlet", certainty = "inferred",
    modality = "expectation", note = "The outlet's outlook; who agreed to go on is not told." }) -- F061 K28
claim("outcomes", "r2-answers", { talk = "r2", topic = "procedure", kind = "commitment", nature = "parallel",
  status = "agreed", text = "Each side studies the other's memorandum and answers later." },
  { source = "s4", locator = "p9", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "promise" }) -- F063 F179

-- Outcomes of round 2: prisoners
claim("outcomes", "r2-pows", { talk = "r2", topic = "prisoners", kind = "exchange", status = "agreed",
  text = "Prisoners of certain categories are exchanged." },
  { source = "s3", locator = "p2", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F130 F176 K28
claim("outcomes", "r2-pows", { talk = "r2", topic = "prisoners", kind = "exchange", status = "agreed",
  category = "two categories", all_for_all = true,
  text = "Two categories are exchanged, all for all." },
  { source = "s4", locator = "p14", said_by = "umerov", chain = "outlet; Umerov",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-02",
    note = "Categories, not numbers." }) -- F133 F176 K11 K40
claim("outcomes", "r2-pows", { kind = "exchange", all_for_all = true },
  { source = "s4", locator = "p17", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02" }) -- F141
claim("outcomes", "r2-pows", { nature = "reciprocal", unit = "prisoners of war", low = 1000, high = 1200 },
  { source = "s4", locator = "p18", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "promise", stated = "2025-06-02",
    note = "Equal; no fewer than the one, maybe up to the other, still being counted. Whether each side gives so " ..
      "many or both together is left open." }) -- F142 F176 K11 K12
claim("outcomes", "r2-pows-wounded", { talk = "r2", topic = "prisoners", kind = "exchange", part_of = "r2-pows",
  status = "agreed", category = "all gravely wounded or sick" },
  { source = "s3", locator = "p2", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F130
claim("outcomes", "r2-pows-wounded", { talk = "r2", topic = "prisoners", kind = "exchange", part_of = "r2-pows",
  status = "agreed", category = "all gravely wounded or sick", all_for_all = true },
  { source = "s4", locator = "p14-p15", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_quote",
    modality = "fact", stated = "2025-06-02" }) -- F134
claim("outcomes", "r2-pows-wounded", { kind = "exchange", all_for_all = true },
  { source = "s4", locator = "p17", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02" }) -- F141
claim("outcomes", "r2-pows-young", { talk = "r2", topic = "prisoners", kind = "exchange", part_of = "r2-pows",
  status = "agreed", age_max = 25 },
  { source = "s3", locator = "p2", said_by = "outlet", chain = "outlet", certainty = "narration", modality = "fact",
    note = "Under 25, the same end as the other text's 25; no youngest age." }) -- F131 K10
claim("outcomes", "r2-pows-young", { talk = "r2", topic = "prisoners", kind = "exchange", part_of = "r2-pows",
  status = "agreed", category = "young soldiers", age_min = 18, age_max = 25, all_for_all = true },
  { source = "s4", locator = "p14-p15", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_quote",
    modality = "fact", stated = "2025-06-02" }) -- F135 K10
claim("outcomes", "r2-pows-young", { kind = "exchange", category = "young soldiers", all_for_all = true },
  { source = "s4", locator = "p17", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02" }) -- F141
claim("outcomes", "r2-medical-commissions", { talk = "r2", topic = "prisoners", kind = "commitment",
  nature = "parallel", status = "announced", text = "Both sides set up medical commissions." },
  { source = "s4", locator = "p18", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02" }) -- F143 F177
claim("outcomes", "r2-regular-exchanges", { talk = "r2", topic = "prisoners", kind = "commitment",
  status = "announced", text = "Exchanges become regular, and wait for no big decision of politics." },
  { source = "s4", locator = "p18", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02" }) -- F144

-- Outcomes of round 2: the dead
claim("outcomes", "r2-bodies", { talk = "r2", topic = "remains", kind = "commitment", nature = "reciprocal",
  status = "agreed", unit = "bodies", low = 12000, best = 12000, high = 12000, basis = "total",
  text = "The bodies of fallen soldiers are returned." },
  { source = "s3", locator = "p2", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "promise", note = "Whose soldiers they are is not split up here." }) -- F132 K03 K04
claim("outcomes", "r2-bodies-ua", { nature = "unilateral" },
  { source = "s4", locator = "p16", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "promise", stated = "2025-06-02",
    note = "A Christian gesture, he says, to let them have a grave." }) -- F137 K04
claim("outcomes", "r2-bodies-ua", { nature = "reciprocal" },
  { source = "s3", locator = "p9", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02?",
    note = "Ukraine will give back as many." }) -- F139 K04
claim("outcomes", "r2-bodies-ua", { talk = "r2", topic = "remains", part_of = "r2-bodies",
  category = "Ukrainian soldiers", unit = "bodies", low = 6000, best = 6000, high = 6000,
  text = "Russia gives back the bodies of fallen Ukrainians." },
  { source = "s4", locator = "p16", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact", note = "Told as agreed between the two." }) -- F136 K03 K04
claim("outcomes", "r2-bodies-ua", { talk = "r2", topic = "remains", kind = "hand_over", part_of = "r2-bodies",
  giver = "russia", receiver = "ukraine", category = "Ukrainian soldiers", unit = "bodies", low = 6000, best = 6000,
  high = 6000, text = "Russia gives back the bodies of fallen Ukrainians.", due = "2025-06-09/2025-06-15",
  status = "announced" },
  { source = "s3", locator = "p9", said_by = "medinsky", chain = "outlet; Medinsky, at a briefing of his own",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02",
    note = "Next week, counted from the round." }) -- F138 F174 K03
claim("outcomes", "r2-bodies-ua", { talk = "r2", topic = "remains", kind = "hand_over", part_of = "r2-bodies",
  giver = "russia", receiver = "ukraine", category = "Ukrainian soldiers", unit = "bodies", low = 6000, best = 6000,
  high = 6000, text = "Russia gives back the bodies of fallen Ukrainians.", due = "2025-06-09/2025-06-15",
  status = "announced" },
  { source = "s4", locator = "p16", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02",
    note = "Next week, counted from the round." }) -- F137 F174 K03
claim("outcomes", "r2-bodies-ru", { talk = "r2", topic = "remains", kind = "hand_over", part_of = "r2-bodies",
  giver = "ukraine", receiver = "russia", category = "Russian soldiers", unit = "bodies", low = 6000, best = 6000,
  high = 6000, nature = "reciprocal", status = "announced",
  text = "Ukraine gives back as many in return; no day is named." },
  { source = "s3", locator = "p9", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02?" }) -- F139 F175 K03 K04

-- Outcomes of round 2: children
claim("outcomes", "r2-children", { talk = "r2", topic = "children", kind = "pledge", giver = "russia",
  receiver = "ukraine", category = "children with relatives", status = "announced" },
  { source = "s4", locator = "p20", said_by = "russia-delegation", chain = "outlet; the Russian side",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02" }) -- F128 K18
claim("outcomes", "r2-children", { kind = "pledge", status = "announced",
  text = "All families shall be together again; a matter of honour." },
  { source = "s4", locator = "p20", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "promise", stated = "2025-06-02" }) -- F148 F184 K18
claim("outcomes", "r2-children-list", { talk = "r2", topic = "children", kind = "commitment",
  receiver = "russia-ombudsman", category = "names of children", unit = "names", low = 339, best = 339, high = 339,
  status = "announced", text = "The list goes to the ombudsman." },
  { source = "s4", locator = "p20", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02",
    note = "The number is that of Ukraine's list, it seems; another text has hundreds." }) -- F147 F184 K17

-- Deliveries: the two memoranda
claim("deliveries", "r1-memoranda-ua", { outcome = "r1-memoranda", giver = "ukraine", receiver = "russia",
  date = "../2025-06-02", text = "Ukraine's memorandum reaches the Russians." },
  { source = "s4", locator = "p4", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact", note = "Before the meeting." }) -- F032 F050
claim("deliveries", "r1-memoranda-ua", { giver = "ukraine", date = "2025-05-26/2025-05-31~" },
  { source = "s3", locator = "p4", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_paraphrase",
    modality = "fact", stated = "2025-06-02", note = "Days before the meeting: the span is ours." }) -- F049
claim("deliveries", "r1-memoranda-ru", { outcome = "r1-memoranda", giver = "russia", receiver = "ukraine",
  date = "2025-06-02", text = "Russia's memorandum reaches the Ukrainians at the table." },
  { source = "s4", locator = "p7", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F032 F051
claim("deliveries", "r1-memoranda-ru", { giver = "russia", date = "2025-06-02" },
  { source = "s3", locator = "p4", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_paraphrase",
    modality = "fact", stated = "2025-06-02" }) -- F049

-- Statements before round 2
claim("statements", "lavrov-invitation", { speaker = "lavrov", party = "russia", date = "../2025-05-31",
  kind = "offer", about = "r2", topic = "procedure", text = "Ukraine is invited to Istanbul on 2 June." },
  { source = "s1", locator = "p3", said_by = "lavrov", chain = "outlet; Lavrov", certainty = "on_record_paraphrase",
    modality = "plan", stated = "../2025-05-31", note = "Earlier; no day given." }) -- F035
claim("statements", "fidan-optimism", { speaker = "fidan", party = "turkiye", date = "2025-05-31",
  channel = "press conference", venue = "Kyiv", kind = "expectation", about = "r2", topic = "procedure",
  text = "Progress at the coming talks is possible." },
  { source = "s1", locator = "p11", said_by = "fidan", chain = "outlet; Fidan to the press in Kyiv",
    certainty = "on_record_paraphrase", modality = "expectation", stated = "2025-05-31",
    note = "Saturday, so the day before the article." }) -- F046 F152
claim("statements", "fidan-hopes", { speaker = "fidan", party = "turkiye", date = "2025-05-31", kind = "expectation",
  about = "r2", topic = "procedure",
  text = "Ankara hopes for clear progress in technical matters, and perhaps an opening for a " ..
    "wider settlement." },
  { source = "s1", locator = "p13", said_by = "fidan", chain = "outlet; Fidan", certainty = "on_record_paraphrase",
    modality = "expectation", stated = "2025-05-31" }) -- F047
claim("statements", "fidan-new-start", { speaker = "fidan", party = "turkiye", date = "2025-05-31",
  channel = "press conference", venue = "Kyiv", kind = "opinion", about = "r1", label = "new start",
  text = "The meeting of 16 May was a fresh beginning." },
  { source = "s1", locator = "p12", said_by = "fidan", chain = "outlet; Fidan to the press in Kyiv",
    certainty = "on_record_quote", modality = "opinion", stated = "2025-05-31" }) -- F029
claim("statements", "zelensky-telegram-0601", { date = "2025-07-01" },
  { source = "s0", locator = "p1", said_by = "outlet", chain = "outlet", certainty = "narration", modality = "fact",
    note = "A misprint: the day is a Tuesday, a month after the round that the statement announces." }) -- F036 K01
claim("statements", "zelensky-telegram-0601", { speaker = "zelensky", party = "ukraine", channel = "Telegram",
  kind = "plan", about = "r2", topic = "procedure", text = "Ukraine will take part in the second round." },
  { source = "s0", locator = "p1", said_by = "zelensky", chain = "outlet; Zelensky's Telegram channel",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-01" }) -- F036
claim("statements", "zelensky-telegram-0601", { date = "2025-06-01" },
  { source = "s0", locator = "caption, p3", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "plan", note = "From the caption's day and the days of the week." }) -- F002 F036 K01
claim("statements", "zelensky-telegram-0601", { speaker = "zelensky", party = "ukraine", channel = "Telegram",
  kind = "plan", about = "r2", topic = "procedure", date = "2025-06-01",
  text = "Ukraine's position for the talks is laid out; its delegation goes to Istanbul." },
  { source = "s1", locator = "p4-p5", said_by = "zelensky", chain = "outlet; Zelensky on Telegram",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-01" }) -- F037 F041 K01
claim("statements", "zelensky-positions", { speaker = "zelensky", party = "ukraine", date = "2025-06-01",
  kind = "fact", about = "r2", topic = "procedure",
  text = "The next tasks are set, and Ukraine's position for Monday is fixed." },
  { source = "s0", locator = "p7", said_by = "zelensky", chain = "outlet; Zelensky", certainty = "on_record_quote",
    modality = "fact", stated = "2025-06-01" }) -- F040
claim("statements", "zelensky-leaders-only", { speaker = "zelensky", party = "ukraine", date = "2025-06-01",
  kind = "opinion", about = "leaders", topic = "leaders_meeting",
  text = "Some of the main questions are for the leaders alone." },
  { source = "s0", locator = "p8", said_by = "zelensky", chain = "outlet; Zelensky", certainty = "on_record_quote",
    modality = "opinion", stated = "2025-06-01" }) -- F084
claim("statements", "zelensky-no-signal", { speaker = "zelensky", party = "ukraine", date = "../2025-05-31",
  kind = "absence", about = "r2", topic = "procedure",
  text = "Kyiv and its partners have no sign of what Russia will bring." },
  { source = "s0", locator = "p11", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "absence", stated = "../2025-05-31",
    note = "Earlier; no day given." }) -- F045
claim("statements", "moscow-seriousness", { kind = "opinion", about = "r2", label = "doubt",
  text = "That Russia shows nothing beforehand puts its seriousness in doubt." },
  { source = "s0", locator = "p11", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "opinion", note = "Whether the doubt is Zelensky's or the outlet's is open." }) -- F045
claim("statements", "ru-lineup", { party = "russian-state-media", kind = "fact", about = "r2", topic = "procedure",
  text = "Russia's team is the one of the round before." },
  { source = "s0", locator = "p10", said_by = "russian-state-media", chain = "outlet; Russian state media",
    certainty = "named_medium", modality = "fact", stated = "2025-06-01?",
    note = "More detail had no official confirmation." }) -- F044 K33
claim("statements", "ru-lineup-r3", { speaker = "peskov", party = "kremlin", kind = "fact", about = "r3",
  topic = "procedure", date = "2025-07-21", text = "Nothing has changed in Russia's negotiating team." },
  { source = "s2", locator = "p6", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_quote",
    modality = "fact", stated = "2025-07-21" }) -- F167 K33
claim("statements", "r2-expectation", { party = "visit-ukraine", date = "../2025-06-01", kind = "expectation",
  about = "r2", topic = "ceasefire", text = "No breakthrough was expected of the round." },
  { source = "s4", locator = "p2", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "expectation" }) -- F053

-- Statements at and after round 2
claim("statements", "medinsky-briefing", { speaker = "medinsky", party = "russia", date = "2025-06-02",
  channel = "briefing", kind = "fact", about = "r2", topic = "remains",
  text = "A briefing of his own, apart from the Ukrainians'." },
  { source = "s3", locator = "p9", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-02" }) -- F064
claim("statements", "kyslytsia-remarks", { speaker = "kyslytsia", party = "ukraine", date = "2025-06-02",
  kind = "fact", about = "r2", topic = "ceasefire",
  text = "Russia's refusal is confirmed; a list of children is with the Russians." },
  { source = "s3", locator = "p7", said_by = "kyslytsia", chain = "outlet; Kyslytsia",
    certainty = "on_record_paraphrase", modality = "fact", stated = "2025-06-02" }) -- F064 F121 F145
claim("statements", "umerov-remarks", { speaker = "umerov", party = "ukraine", date = "2025-06-02", kind = "fact",
  about = "r2", topic = "ceasefire",
  text = "The call for a ceasefire stands; Russia's paper came only at the table." },
  { source = "s3", locator = "p4", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_paraphrase",
    modality = "fact", stated = "2025-06-02" }) -- F064 F086
claim("statements", "r2-progress", { party = "visit-ukraine", kind = "opinion", about = "r2", topic = "prisoners",
  label = "progress", text = "Some things moved forward, the exchange of prisoners above all." },
  { source = "s4", locator = "p1", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "opinion" }) -- F185
claim("statements", "ua-memorandum-known", { party = "visit-ukraine", kind = "opinion", about = "r2",
  topic = "procedure", text = "Ukraine's paper holds little that was not public." },
  { source = "s4", locator = "p5", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "opinion" }) -- F068
claim("statements", "ru-memorandum-known", { party = "visit-ukraine", kind = "opinion", about = "r2",
  topic = "procedure", text = "Russia's paper holds terms that it has named in public before." },
  { source = "s4", locator = "p7", said_by = "visit-ukraine", chain = "outlet", certainty = "narration",
    modality = "opinion" }) -- F103
claim("statements", "proposals-unreleased", { kind = "absence", about = "r2", topic = "procedure",
  date = "2025-06-02", text = "Neither side has made its ceasefire paper public." },
  { source = "s3", locator = "p6", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "absence" }) -- F052
claim("statements", "medinsky-largest", { speaker = "medinsky", party = "russia", date = "2025-06-02",
  kind = "opinion", about = "r2", topic = "prisoners", label = "largest ever",
  text = "No exchange of prisoners was as big as the coming one." },
  { source = "s4", locator = "p17", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2025-06-02" }) -- F140
claim("statements", "zelensky-idiots", { speaker = "zelensky", party = "ukraine", date = "2025-06-02?",
  kind = "opinion", about = "r2", topic = "ceasefire", label = "idiots", channel = "X",
  text = "An insult for those who offer a short truce: a ceasefire exists so that people stop " ..
    "dying." },
  { source = "s3", locator = "p5", said_by = "zelensky", chain = "outlet; Zelensky on X",
    certainty = "on_record_quote", modality = "opinion", stated = "2025-06-02?" }) -- F124 K31
claim("statements", "zelensky-idiots", { speaker = "zelensky", party = "ukraine", date = "2025-06-02?",
  kind = "opinion", about = "r2", topic = "ceasefire", label = "idiots",
  text = "An insult for those who offer a short truce: nobody is to be killed, that is what a " ..
    "ceasefire is for." },
  { source = "s4", locator = "p12", said_by = "zelensky", chain = "outlet; Zelensky", certainty = "on_record_quote",
    modality = "opinion", stated = "2025-06-02?",
    note = "The quoted words are not the same as in s3: a translation or a paraphrase. No channel is " ..
      "named." }) -- F125 K31
claim("statements", "ua-answer-expected", { party = "ukraine", date = "2025-06-02", kind = "expectation",
  about = "r2", topic = "procedure", deadline = "../2025-06-30",
  text = "Russia's formal answer is to come before July." },
  { source = "s3", locator = "p8", said_by = "ukraine", chain = "outlet; the Ukrainian side",
    certainty = "on_record_paraphrase", modality = "expectation", stated = "2025-06-02",
    note = "The later article is silent about an answer." }) -- F091 F178
claim("statements", "leaders-not-near", { kind = "opinion", about = "leaders", topic = "leaders_meeting",
  date = "2025-06-02", text = "Nothing points to a meeting of Zelensky and Putin soon." },
  { source = "s3", locator = "p8", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "opinion", note = "The outlet's own view." }) -- F127 K37
claim("statements", "leaders-unclear", { party = "visit-ukraine", kind = "opinion", about = "leaders",
  topic = "leaders_meeting", date = "2025-06-03", text = "Whether the leaders meet soon is open." },
  { source = "s4", locator = "p22", said_by = "visit-ukraine", chain = "outlet", certainty = "inferred",
    modality = "opinion", stated = "2025-06-03", note = "The outlet's own view." }) -- F126 K37
claim("statements", "leaders-conditions", { kind = "opinion", about = "leaders", topic = "leaders_meeting",
  date = "2025-06-01", text = "Ukraine gets ready for a meeting of leaders, if things allow it." },
  { source = "s0", locator = "p8", said_by = "outlet", chain = "outlet", certainty = "inferred",
    modality = "opinion", note = "What the outlet reads into Zelensky's words." }) -- F084 K37
claim("statements", "ru-lasting-peace", { party = "russia", kind = "opinion", about = "r2", topic = "ceasefire",
  label = "lasting peace", text = "Russia speaks of peace that lasts rather than of a ceasefire." },
  { source = "s3", locator = "p10", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "opinion" }) -- F116
claim("statements", "ua-capitulation", { party = "ukraine", kind = "opinion", about = "r2", label = "capitulation",
  text = "Russia's terms come down to surrender." },
  { source = "s3", locator = "p10", said_by = "ukraine", chain = "outlet; Ukraine and its allies",
    certainty = "on_record_paraphrase", modality = "opinion" }) -- F117
claim("statements", "allies-capitulation", { party = "western-allies", kind = "opinion", about = "r2",
  label = "capitulation", text = "Russia's terms come down to surrender." },
  { source = "s3", locator = "p10", said_by = "western-allies", chain = "outlet; Ukraine and its allies",
    certainty = "on_record_paraphrase", modality = "opinion" }) -- F117
claim("statements", "zelensky-stalling", { speaker = "zelensky", party = "ukraine", kind = "opinion",
  topic = "procedure", label = "buy time", text = "Russia uses the talks to win time and land." },
  { source = "s3", locator = "p13", said_by = "zelensky", chain = "outlet; Zelensky and European leaders",
    certainty = "on_record_paraphrase", modality = "opinion" }) -- F129
claim("statements", "european-stalling", { party = "european-leaders", kind = "opinion", topic = "procedure",
  label = "buy time", text = "Russia uses the talks to win time and land." },
  { source = "s3", locator = "p13", said_by = "european-leaders", chain = "outlet; Zelensky and European leaders",
    certainty = "on_record_paraphrase", modality = "opinion" }) -- F129 F161
claim("statements", "zelensky-defence", { speaker = "zelensky", party = "ukraine", date = "2025-06-02?",
  venue = "Vilnius", kind = "opinion",
  text = "As long as Russia shows no will to end the war, defence has to grow." },
  { source = "s3", locator = "p11", said_by = "zelensky", chain = "outlet; Zelensky in Vilnius",
    certainty = "on_record_quote", modality = "opinion", stated = "2025-06-02?" }) -- F093 F095
claim("statements", "vilnius-summit", { kind = "fact", date = "2025-06-02?", venue = "Vilnius",
  text = "Zelensky is at a summit in Lithuania, which is no talk of this process." },
  { source = "s3", locator = "p11", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F095 F163

-- Statements of and about third parties
claim("statements", "usa-ceasefire", { party = "usa", date = "2025-03/..", kind = "support", topic = "ceasefire",
  text = "Washington stands behind Ukraine's call for thirty days of ceasefire." },
  { source = "s2", locator = "p9", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F153
claim("statements", "trump-delay", { party = "usa", kind = "fact", topic = "sanctions", date = "../2025-06-03",
  text = "Trump puts off new sanctions on Russia." },
  { source = "s3", locator = "p13", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact", note = "No day is given." }) -- F154
claim("statements", "trump-summit", { speaker = "trump", party = "usa", date = "2025-06-02?", kind = "expectation",
  about = "leaders", topic = "leaders_meeting", label = "open",
  text = "A summit of three, with Zelensky and Putin, is possible if need be." },
  { source = "s3", locator = "p13", said_by = "leavitt", chain = "outlet; Leavitt; Trump",
    certainty = "on_record_quote", modality = "expectation", stated = "2025-06-02?" }) -- F155
claim("statements", "leavitt-table", { speaker = "leavitt", party = "white-house", date = "2025-06-02?",
  kind = "expectation", about = "leaders", topic = "leaders_meeting",
  text = "Trump wants both leaders and both sides at one table." },
  { source = "s3", locator = "p14", said_by = "leavitt", chain = "outlet; Leavitt", certainty = "on_record_quote",
    modality = "expectation", stated = "2025-06-02?" }) -- F156
claim("statements", "trump-crazy", { speaker = "trump", party = "usa", date = "2025-05", kind = "opinion",
  label = "absolutely crazy", text = "Harsh words about Putin, in public, after a big attack from the air." },
  { source = "s3", locator = "p15", said_by = "trump", chain = "outlet; Trump", certainty = "on_record_quote",
    modality = "opinion", stated = "2025-05" }) -- F158
claim("statements", "kremlin-overload", { party = "kremlin", date = "2025-05~", kind = "opinion",
  label = "emotional overload", text = "Trump's words are waved away as a matter of nerves." },
  { source = "s3", locator = "p15", said_by = "kremlin", chain = "outlet; Kremlin", certainty = "on_record_quote",
    modality = "opinion", stated = "2025-05~" }) -- F159
claim("statements", "may-assault", { kind = "fact", date = "2025-05",
  text = "A large attack with missiles and drones on Ukraine." },
  { source = "s3", locator = "p15", said_by = "outlet", chain = "outlet", certainty = "narration",
    modality = "fact" }) -- F160
claim("statements", "erdogan-meeting", { speaker = "erdogan", party = "turkiye", date = "2025-06-26", kind = "plan",
  about = "zelensky-putin-turkiye", topic = "leaders_meeting",
  text = "Ankara works on a meeting of Zelensky and Putin, perhaps with Trump." },
  { source = "s2", locator = "p12", said_by = "erdogan", chain = "outlet; Erdogan",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-06-26" }) -- F151
claim("statements", "turkiye-open-lines", { party = "kyiv-independent", kind = "opinion", date = "2025-07-21?",
  topic = "procedure", label = "open lines",
  text = "Turkey is one of few countries that both capitals still talk to." },
  { source = "s2", locator = "p12", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "opinion" }) -- F150
claim("statements", "trump-ultimatum", { speaker = "trump", party = "usa", date = "2025-07-14", kind = "ultimatum",
  topic = "sanctions", label = "severe",
  text = "Heavy tariffs unless Moscow agrees within fifty days to end the war." },
  { source = "s2", locator = "p13", said_by = "trump", chain = "outlet; Trump", certainty = "on_record_quote",
    modality = "threat", stated = "2025-07-14" }) -- F157
claim("statements", "trump-ultimatum", { deadline = "2025-09-02" },
  { source = "s2", locator = "p13", said_by = "coder", chain = "coder; Trump", certainty = "inferred",
    modality = "threat", stated = "2025-07-14", note = "Computed: fifty days after 14 July." }) -- F157 F183

-- Statements before round 3
claim("statements", "zelensky-resume", { speaker = "zelensky", party = "ukraine", date = "2025-07-19", kind = "offer",
  about = "r3", topic = "procedure",
  text = "Ukraine proposes to take up the talks again; Umerov has offered a meeting." },
  { source = "s2", locator = "p4", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", modality = "plan", stated = "2025-07-19" }) -- F164
claim("statements", "peskov-goals", { speaker = "peskov", party = "kremlin", date = "2025-07-20", kind = "plan",
  label = "on the battlefield", text = "Russia's aims have not changed, and fighting is to bring them." },
  { source = "s2", locator = "p13", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_quote",
    modality = "plan", stated = "2025-07-20" }) -- F118
claim("statements", "peskov-no-date", { speaker = "peskov", party = "kremlin", date = "2025-07-21", kind = "absence",
  about = "r3", topic = "procedure", text = "No day is agreed on for a third round." },
  { source = "s2", locator = "p5", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_paraphrase",
    modality = "absence", stated = "2025-07-21" }) -- F166 F182
claim("statements", "zelensky-leaders-level", { speaker = "zelensky", party = "ukraine", date = "2025-07-21",
  channel = "X", kind = "opinion", about = "r3", topic = "leaders_meeting",
  text = "Only leaders can make talks work." },
  { source = "s2", locator = "p3", said_by = "zelensky", chain = "outlet; Zelensky on X",
    certainty = "on_record_quote", modality = "opinion", stated = "2025-07-21" }) -- F171
claim("statements", "zelensky-in-person", { speaker = "zelensky", party = "ukraine", date = "../2025-07-21",
  kind = "support", about = "leaders", topic = "leaders_meeting",
  text = "He is for talks in person and presses for a summit." },
  { source = "s2", locator = "p11", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "demand" }) -- F096 K41
claim("statements", "putin-stays-away", { party = "kyiv-independent", date = "2025-07-21?", kind = "absence",
  topic = "leaders_meeting", text = "Putin has kept from coming in person." },
  { source = "s2", locator = "p11", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "absence" }) -- F119
claim("statements", "ru-top-absent", { party = "kyiv-independent", date = "2025-07-21?", kind = "absence",
  topic = "procedure", text = "Lavrov and others at Russia's top still stay out of the talks." },
  { source = "s2", locator = "p7", said_by = "kyiv-independent", chain = "outlet", certainty = "narration",
    modality = "absence" }) -- F025
claim("statements", "ua-r3-no-ceasefire", { party = "ukraine", date = "2025-07-21", kind = "absence", about = "r3",
  topic = "ceasefire", text = "A ceasefire is not among the three items, unlike in June." },
  { source = "s2", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred", modality = "absence",
    stated = "2025-07-21", note = "Our comparison with the three demands of 1 June." }) -- F172 K35
