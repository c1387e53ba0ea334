-- Processes, and the parties, people and posts that the pages name. Names in their usual English form; Ukrainian and
-- Russian forms are aliases, given by the coder.

claim("processes", "ru-ua", { name = "Russia-Ukraine talks", conflict = "Russia's war against Ukraine",
  start = "2022-02-28" },
  { source = "p04", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The series, and its name, are ours." })
claim("processes", "grain", { name = "Black Sea grain talks", conflict = "Russia's war against Ukraine",
  start = "2022-07-13" },
  { source = "p132", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The series, and its name, are ours." })
claim("parties", "ukraine", { name = "Ukraine", kind = "state" },
  { source = "p02", locator = "p8" })
claim("parties", "ukraine", { iso3 = "UKR", aliases = "Україна; Украина; Kyiv" },
  { source = "p02", locator = "p8", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "russia", { name = "Russia", kind = "state" },
  { source = "p08", locator = "p5" })
claim("parties", "russia", { iso3 = "RUS", aliases = "Росія; Россия; Moscow; Russian Federation" },
  { source = "p08", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "belarus", { name = "Belarus", kind = "state" },
  { source = "p01", locator = "quotation under the title" })
claim("parties", "belarus", { iso3 = "BLR", aliases = "Білорусь; Беларусь" },
  { source = "p01", locator = "quotation under the title", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "turkiye", { name = "Türkiye", kind = "state" },
  { source = "p37", locator = "p2" })
claim("parties", "turkiye", { iso3 = "TUR", aliases = "Turkey; Туреччина; Турция; Ankara" },
  { source = "p37", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "usa", { name = "United States", kind = "state" },
  { source = "p199", locator = "last paragraph" })
claim("parties", "usa", { iso3 = "USA", aliases = "US; USA; США" },
  { source = "p199", locator = "last paragraph", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "france", { name = "France", kind = "state" },
  { source = "p09", locator = "p7" })
claim("parties", "france", { iso3 = "FRA", aliases = "Франція; Франция" },
  { source = "p09", locator = "p7", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "poland", { name = "Poland", kind = "state" },
  { source = "p19", locator = "p5" })
claim("parties", "poland", { iso3 = "POL", aliases = "Польща; Польша" },
  { source = "p19", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "uae", { name = "United Arab Emirates", kind = "state" },
  { source = "p163", locator = "p1, p5" })
claim("parties", "uae", { iso3 = "ARE", aliases = "UAE; ОАЕ; ОАЭ" },
  { source = "p163", locator = "p1, p5", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "qatar", { name = "Qatar", kind = "state" },
  { source = "p176", locator = "p2" })
claim("parties", "qatar", { iso3 = "QAT", aliases = "Катар" },
  { source = "p176", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "switzerland", { name = "Switzerland", kind = "state" },
  { source = "p378", locator = "p1-p2" })
claim("parties", "switzerland", { iso3 = "CHE", aliases = "Швейцарія; Швейцария" },
  { source = "p378", locator = "p1-p2", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "un", { name = "United Nations", kind = "organisation" },
  { source = "p14", locator = "p5" })
claim("parties", "un", { aliases = "UN; ООН" },
  { source = "p14", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "eu", { name = "European Union", kind = "organisation" },
  { source = "p04", locator = "p1" })
claim("parties", "eu", { aliases = "EU" },
  { source = "p04", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "icrc", { name = "International Committee of the Red Cross", kind = "organisation" },
  { source = "p36", locator = "p2, p5" })
claim("parties", "icrc", { aliases = "ICRC; МКЧХ; МККК" },
  { source = "p36", locator = "p2, p5", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "kremlin", { name = "Kremlin", kind = "government_body", parent = "russia" },
  { source = "p60", locator = "p3" })
claim("parties", "kremlin", { aliases = "Кремль" },
  { source = "p60", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "russia-mod", { name = "Russia's Ministry of Defence", kind = "government_body", parent = "russia" },
  { source = "p20", locator = "p2" })
claim("parties", "russia-mod", { aliases = "Russian MoD; Минобороны России" },
  { source = "p20", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "russia-mfa", { name = "Russia's Foreign Ministry", kind = "government_body", parent = "russia" },
  { source = "p324", locator = "p1" })
claim("parties", "russia-mfa", { aliases = "Russian MFA; МИД России" },
  { source = "p324", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "russia-ombudsman", { name = "Russia's Commissioner for Human Rights", kind = "government_body",
  parent = "russia" },
  { source = "p167", locator = "p2" })
claim("parties", "russia-ombudsman", { aliases = "Russian ombudsman" },
  { source = "p167", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "ukraine-ombudsman", { name = "Ukraine's Commissioner for Human Rights", kind = "government_body",
  parent = "ukraine" },
  { source = "p167", locator = "p2" })
claim("parties", "ukraine-ombudsman", { aliases = "Ukrainian ombudsman" },
  { source = "p167", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "ukraine-presidents-office", { name = "Office of the President of Ukraine", kind = "government_body",
  parent = "ukraine" },
  { source = "p02", locator = "p8" })
claim("parties", "ukraine-presidents-office", { aliases = "President's Office of Ukraine; Офіс президента" },
  { source = "p02", locator = "p8", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "ukraine-hq", { name = "Coordination Headquarters for the Treatment of Prisoners of War",
  kind = "government_body", parent = "ukraine" },
  { source = "p215", locator = "p8" })
claim("parties", "ukraine-hq", { aliases = "Coordination HQ; Координаційний штаб; Координационный штаб" },
  { source = "p215", locator = "p8", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "ukraine-mfa", { name = "Ukraine's Foreign Ministry", kind = "government_body", parent = "ukraine" },
  { source = "p223", locator = "p8" })
claim("parties", "ukraine-mfa", { aliases = "Ukrainian MFA; МЗС України" },
  { source = "p223", locator = "p8", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "ukraine-delegation", { name = "Ukrainian delegation", kind = "delegation", parent = "ukraine" },
  { source = "p86", locator = "p4" })
claim("parties", "ukraine-command-south", { name = "Ukraine's Command South", kind = "government_body",
  parent = "ukraine" },
  { source = "p147", locator = "p2" })
claim("parties", "ukraine-general-staff", { name = "Ukraine's General Staff", kind = "government_body",
  parent = "ukraine" },
  { source = "p97", locator = "p4" })
claim("parties", "ukraine-general-staff", { aliases = "Генштаб ЗСУ" },
  { source = "p97", locator = "p4", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "ukraine-ccd", { name = "Centre for Countering Disinformation", kind = "government_body",
  parent = "ukraine" },
  { source = "p182", locator = "p7" })
claim("parties", "gur", { name = "Ukraine's military intelligence", kind = "government_body", parent = "ukraine" },
  { source = "p359", locator = "p5" })
claim("parties", "gur", { aliases = "HUR; GUR; ГУР МО України" },
  { source = "p359", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "gru", { name = "Russia's military intelligence", kind = "government_body", parent = "russia" },
  { source = "p341", locator = "p2" })
claim("parties", "gru", { aliases = "GRU; ГРУ" },
  { source = "p341", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "fsb", { name = "Russia's Federal Security Service", kind = "government_body", parent = "russia" },
  { source = "p347", locator = "p3" })
claim("parties", "fsb", { aliases = "FSB; ФСБ" },
  { source = "p347", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "french-presidency", { name = "French presidency", kind = "government_body", parent = "france" },
  { source = "p09", locator = "p7" })
claim("parties", "french-presidency", { aliases = "Élysée" },
  { source = "p09", locator = "p7", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "turkish-government", { name = "Turkish government", kind = "government_body", parent = "turkiye" },
  { source = "p140", locator = "p1" })
claim("parties", "uae-mfa", { name = "UAE Foreign Ministry", kind = "government_body", parent = "uae" },
  { source = "p306", locator = "p3" })
claim("parties", "qatar-mfa", { name = "Qatar's Foreign Ministry", kind = "government_body", parent = "qatar" },
  { source = "p183", locator = "p2" })
claim("parties", "swiss-fdfa", { name = "Swiss Federal Department of Foreign Affairs", kind = "government_body",
  parent = "switzerland" },
  { source = "p378", locator = "p1-p2" })
claim("parties", "swiss-fdfa", { aliases = "Swiss FDFA" },
  { source = "p378", locator = "p1-p2", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("parties", "pentagon", { name = "Pentagon", kind = "government_body", parent = "usa" },
  { source = "p96", locator = "p2-p3" })
claim("parties", "white-house", { name = "White House", kind = "government_body", parent = "usa" },
  { source = "p354", locator = "p2-p3" })
claim("parties", "un-jcc", { name = "UN coordinator's office of the Black Sea initiative", kind = "organisation",
  parent = "un" },
  { source = "p161", locator = "p2" })
claim("parties", "kyiv-independent", { name = "Kyiv Independent", kind = "outlet" },
  { source = "p23", locator = "p7" })
claim("parties", "ria", { name = "RIA Novosti", kind = "outlet", parent = "russia" },
  { source = "p22", locator = "p3" })
claim("parties", "ria", { aliases = "RIA; РИА Новости" },
  { source = "p22", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred" })
claim("people", "zelensky", { name = "Volodymyr Zelensky",
  aliases = "Zelensky; Zelenskyy; Zelenskiy; Володимир Зеленський; Владимир Зеленский" },
  { source = "p01", locator = "quotation under the title", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "podolyak", { name = "Mykhailo Podolyak", aliases = "Podolyak; Михайло Подоляк; Михаил Подоляк" },
  { source = "p07", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "arakhamia", { name = "Davyd Arakhamia",
  aliases = "Arakhamia; David Arakhamia; Давид Арахамія; Давид Арахамия" },
  { source = "p07", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "kostin", { name = "Andriy Kostin", aliases = "Kostin; Андрій Костін; Андрей Костин" },
  { source = "p07", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "umerov", { name = "Rustem Umerov", aliases = "Umerov; Рустем Умєров; Рустем Умеров" },
  { source = "p07", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "tochytskyi", { name = "Mykola Tochytskyi",
  aliases = "Tochytskyi; Микола Точицький; Николай Точицкий" },
  { source = "p07", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "reznikov", { name = "Oleksii Reznikov", aliases = "Reznikov; Олексій Резніков; Алексей Резников" },
  { source = "p08", locator = "p6", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "medinsky", { name = "Vladimir Medinsky",
  aliases = "Medinsky; Володимир Мединський; Владимир Мединский" },
  { source = "p08", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "rudenko", { name = "Andrei Rudenko", aliases = "Rudenko; Андрій Руденко; Андрей Руденко" },
  { source = "p08", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "fomin", { name = "Alexander Fomin", aliases = "Fomin; Олександр Фомін; Александр Фомин" },
  { source = "p08", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "slutsky", { name = "Leonid Slutsky", aliases = "Slutsky; Леонід Слуцький; Леонид Слуцкий" },
  { source = "p08", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "gryzlov", { name = "Boris Gryzlov", aliases = "Gryzlov; Борис Гризлов; Борис Грызлов" },
  { source = "p26", locator = "caption", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "putin", { name = "Vladimir Putin", aliases = "Putin; Володимир Путін; Владимир Путин" },
  { source = "p09", locator = "p4", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "makei", { name = "Vladimir Makei", aliases = "Makei; Володимир Макей; Владимир Макей" },
  { source = "p04", locator = "log 14:07", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "peskov", { name = "Dmitry Peskov", aliases = "Peskov; Дмитро Пєсков; Дмитрий Песков" },
  { source = "p28", locator = "p1-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "vereshchuk", { name = "Iryna Vereshchuk", aliases = "Vereshchuk; Ірина Верещук; Ирина Верещук" },
  { source = "p21", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "lavrov", { name = "Sergey Lavrov", aliases = "Lavrov; Сергій Лавров; Сергей Лавров" },
  { source = "p21", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "kuleba", { name = "Dmytro Kuleba", aliases = "Kuleba; Дмитро Кулеба; Дмитрий Кулеба" },
  { source = "p37", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "cavusoglu", { name = "Mevlüt Çavuşoğlu", aliases = "Çavuşoğlu; Cavusoglu; Мевлют Чавушоглу" },
  { source = "p37", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "erdogan", { name = "Recep Tayyip Erdoğan",
  aliases = "Erdoğan; Erdogan; Реджеп Тайїп Ердоган; Реджеп Тайип Эрдоган" },
  { source = "p82", locator = "p2-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "guterres", { name = "António Guterres", aliases = "Guterres; Антоніу Гутерріш; Антониу Гутерриш" },
  { source = "p14", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "zakharova", { name = "Maria Zakharova", aliases = "Zakharova; Марія Захарова; Мария Захарова" },
  { source = "p73", locator = "p7", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "chaly", { name = "Oleksandr Chaly", aliases = "Chaly; Олександр Чалий; Александр Чалый" },
  { source = "p85", locator = "p4-p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "tymoshenko", { name = "Kyrylo Tymoshenko",
  aliases = "Tymoshenko; Кирило Тимошенко; Кирилл Тимошенко" },
  { source = "p100", locator = "p2-p4", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "akar", { name = "Hulusi Akar", aliases = "Akar; Хулусі Акар; Хулуси Акар" },
  { source = "p135", locator = "p4", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "griffiths", { name = "Martin Griffiths", aliases = "Griffiths; Мартін Гріффітс; Мартин Гриффитс" },
  { source = "p134", locator = "p7", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "grynspan", { name = "Rebeca Grynspan", aliases = "Grynspan; Ребека Грінспан; Ребека Гринспан" },
  { source = "p134", locator = "p7", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "konashenkov", { name = "Igor Konashenkov",
  aliases = "Konashenkov; Ігор Конашенков; Игорь Конашенков" },
  { source = "p138", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "kubrakov", { name = "Oleksandr Kubrakov",
  aliases = "Kubrakov; Олександр Кубраков; Александр Кубраков" },
  { source = "p142", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "shoigu", { name = "Sergei Shoigu", aliases = "Shoigu; Сергій Шойгу; Сергей Шойгу" },
  { source = "p143", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "borrell", { name = "Josep Borrell", aliases = "Borrell; Жозеп Боррель" },
  { source = "p162", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "bodnar", { name = "Vasyl Bodnar", aliases = "Bodnar; Василь Боднар; Василий Боднар" },
  { source = "p163", locator = "p7", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "lubinets", { name = "Dmytro Lubinets", aliases = "Lubinets; Дмитро Лубінець; Дмитрий Лубинец" },
  { source = "p167", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "moskalkova", { name = "Tatyana Moskalkova",
  aliases = "Moskalkova; Тетяна Москалькова; Татьяна Москалькова" },
  { source = "p167", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "malkoc", { name = "Şeref Malkoç", aliases = "Malkoç; Malkoc; Шереф Малкоч" },
  { source = "p167", locator = "p11", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "lvova-belova", { name = "Maria Lvova-Belova",
  aliases = "Lvova-Belova; Марія Львова-Бєлова; Мария Львова-Белова" },
  { source = "p176", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "galuzin", { name = "Mikhail Galuzin", aliases = "Galuzin; Михайло Галузін; Михаил Галузин" },
  { source = "p194", locator = "p3-p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "kostyukov", { name = "Igor Kostyukov", aliases = "Kostyukov; Ігор Костюков; Игорь Костюков" },
  { source = "p194", locator = "p3-p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "kyslytsia", { name = "Serhiy Kyslytsia", aliases = "Kyslytsia; Сергій Кислиця; Сергей Кислица" },
  { source = "p195", locator = "section on Ukraine", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "poklad", { name = "Oleksandr Poklad", aliases = "Poklad; Олександр Поклад; Александр Поклад" },
  { source = "p195", locator = "section on Ukraine", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "luhovskyi", { name = "Luhovskyi", aliases = "Луговський; Луговской" },
  { source = "p195", locator = "section on Ukraine", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "shevchenko", { name = "Shevchenko", aliases = "Шевченко" },
  { source = "p195", locator = "section on Ukraine", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "fidan", { name = "Hakan Fidan", aliases = "Fidan; Хакан Фідан; Хакан Фидан" },
  { source = "p191", locator = "p5-p6", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "kalin", { name = "İbrahim Kalın", aliases = "Kalin; Ібрагім Калин; Ибрагим Калын" },
  { source = "p229", locator = "p2-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "trump", { name = "Donald Trump", aliases = "Trump; Дональд Трамп" },
  { source = "p209", locator = "p1-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "yermak", { name = "Andriy Yermak", aliases = "Yermak; Андрій Єрмак; Андрей Ермак" },
  { source = "p220", locator = "p1-p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "tykhyi", { name = "Heorhii Tykhyi", aliases = "Tykhyi; Георгій Тихий; Георгий Тихий" },
  { source = "p244", locator = "p1, p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "yusov", { name = "Andriy Yusov", aliases = "Yusov; Андрій Юсов; Андрей Юсов" },
  { source = "p250", locator = "p3, p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "klymenko", { name = "Ihor Klymenko", aliases = "Klymenko; Ігор Клименко; Игорь Клименко" },
  { source = "p265", locator = "bullets", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "bevz", { name = "Oleksandr Bevz", aliases = "Bevz; Олександр Бевз; Александр Бевз" },
  { source = "p296", locator = "p2-p4", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "polishchuk", { name = "Alexei Polishchuk", aliases = "Polishchuk; Олексій Поліщук; Алексей Полищук" },
  { source = "p303", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "fadeev", { name = "Fadeev", aliases = "Фадєєв; Фадеев" },
  { source = "p327", locator = "p2-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "saraliyev", { name = "Shamsail Saraliyev", aliases = "Saraliyev; Шамсаїл Саралієв; Шамсаил Саралиев" },
  { source = "p317", locator = "p1-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "khinshtein", { name = "Alexander Khinshtein",
  aliases = "Khinshtein; Олександр Хінштейн; Александр Хинштейн" },
  { source = "p330", locator = "p1-p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "ushakov", { name = "Yuri Ushakov", aliases = "Ushakov; Юрій Ушаков; Юрий Ушаков" },
  { source = "p345", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "driscoll", { name = "Daniel Driscoll", aliases = "Driscoll; Деніел Дрісколл; Дэниел Дрисколл" },
  { source = "p340", locator = "p1-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "budanov", { name = "Kyrylo Budanov", aliases = "Budanov; Кирило Буданов; Кирилл Буданов" },
  { source = "p342", locator = "p1-p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "rubio", { name = "Marco Rubio", aliases = "Rubio; Марко Рубіо; Марко Рубио" },
  { source = "p350", locator = "p5-p7", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "dmitriev", { name = "Kirill Dmitriev", aliases = "Dmitriev; Кирило Дмитрієв; Кирилл Дмитриев" },
  { source = "p354", locator = "p2-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "witkoff", { name = "Steve Witkoff", aliases = "Witkoff; Стів Віткофф; Стив Уиткофф" },
  { source = "p357", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "kushner", { name = "Jared Kushner", aliases = "Kushner; Джаред Кушнер" },
  { source = "p357", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("people", "hnatov", { name = "Andrii Hnatov", aliases = "Hnatov; Андрій Гнатов; Андрей Гнатов" },
  { source = "p358", locator = "p6", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The usual English form; the page may print another." })
claim("offices", "reznikov-defence-minister", { person = "reznikov", party = "ukraine", title = "Defence Minister" },
  { source = "p08", locator = "p6", said_by = "TASS", chain = "outlet; TASS", certainty = "named_medium" }) -- G010
claim("offices", "reznikov-defence-minister", { held = "2022-02-28" },
  { source = "p08", locator = "p6", said_by = "coder", chain = "coder; TASS", certainty = "inferred",
    note = "The day on which he is called so." }) -- G010
claim("offices", "medinsky-aide", { person = "medinsky", party = "russia", title = "Presidential aide" },
  { source = "p08", locator = "p5", said_by = "TASS", chain = "outlet; TASS", certainty = "named_medium" }) -- G011
claim("offices", "medinsky-aide", { held = "2022-02-28/2026-01-29" },
  { source = "p369", locator = "title", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "From the first page that calls him so to the last." })
claim("offices", "makei-foreign-minister", { person = "makei", party = "belarus", title = "Foreign Minister" },
  { source = "p04", locator = "log 14:07" }) -- G023
claim("offices", "makei-foreign-minister", { held = "2022-02-28" },
  { source = "p04", locator = "log 14:07", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The day on which he is called so." }) -- G023
claim("offices", "bodnar-ambassador", { person = "bodnar", party = "ukraine", title = "Ambassador in Turkey" },
  { source = "p163", locator = "p7" }) -- G286
claim("offices", "bodnar-ambassador", { held = "2022-11-24" },
  { source = "p163", locator = "p7", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The day on which he is called so." }) -- G286
claim("offices", "umerov-nsdc-secretary", { person = "umerov", party = "ukraine" },
  { source = "p293", locator = "last lists" }) -- G485
claim("offices", "umerov-nsdc-secretary", { title = "Secretary of the National Security and Defense Council",
  held = "2025-07-23/.." },
  { source = "p293", locator = "last lists", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The page was read up to the word Secretary; since when, and until when, it does not tell." }) -- G485
claim("offices", "khinshtein-governor", { person = "khinshtein", party = "russia",
  title = "Acting governor of the Kursk region" },
  { source = "p330", locator = "p1-p2" }) -- G538
claim("offices", "khinshtein-governor", { held = "2025-10-02" },
  { source = "p330", locator = "p1-p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The day on which he is called so." }) -- G538
claim("offices", "driscoll-army-secretary", { person = "driscoll", party = "usa", title = "Army Secretary" },
  { source = "p340", locator = "p1-p3" }) -- G552
claim("offices", "driscoll-army-secretary", { held = "2025-11-24" },
  { source = "p340", locator = "p1-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The day on which he is called so." }) -- G552
