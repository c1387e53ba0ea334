-- The pages that were read, each from its beginning, about 2,000 characters of it; titles and days as printed or
-- as data of the page, a year that no page prints with a question mark. Whose news a page relays stands in `agency`.

claim("sources", "p01", { outlet = "copy of a Jerusalem Post page (yesterdaysprophecy.com)",
  title = "Russian, Ukrainian reps to meet on Ukraine-Belarus border – report", published = "2022-02-27",
  language = "en",
  url = "https://yesterdaysprophecy.com/russian-ukrainian-reps-to-meet-on-ukraine-belarus-border-report/",
  origin = "copy", agency = "RIA; Reuters", note = "Read: opening; copy on another site." })
claim("sources", "p02", { outlet = "Ukrainska Pravda", label = "Page on the first round",
  author = "Kateryna Tyshchenko",
  published = "2022-02-28", language = "en", url = "https://www.pravda.com.ua/eng/news/2022/02/28/7326651/",
  origin = "own_reporting", note = "Read: whole item." })
claim("sources", "p03", { outlet = "Bursa (Romania)", label = "Page on the first round", published = "2022-02-28",
  language = "ro",
  url = "https://bursa.ro/delegatia-ucraineana-a-ajuns-la-locul-unde-se-vor-desfasura-discutiile-cu-rusia-46697547",
  origin = "agency", agency = "EFE; Agerpres; BelTA; Reuters", note = "Read: opening." })
claim("sources", "p04", { outlet = "EuropeDiplomatic", title = "Russia-Ukraine talks started in Gomel",
  published = "2022-02-28", language = "en",
  url = "https://europediplomatic.com/2022/02/28/russia-ukraine-talks-started-in-gomel/", origin = "agency",
  agency = "Interfax; KP; BelTA", note = "Read: opening and a reverse clock log; zone of the clock not printed." })
claim("sources", "p05", { outlet = "Pravda.ru", title = "Russia and Ukraine start peace negotiations in Gomel, Belarus",
  language = "en", url = "https://english.pravda.ru/news/world/150499-russia_ukraine_belarus/",
  note = "Read: opening." })
claim("sources", "p05", { published = "2022-02-28?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p06", { outlet = "The Quint", label = "Page on the first round", published = "2022-02-28?",
  language = "en",
  url = "https://thequint.com/amp/story/news/world/ukraine-russia-talks-on-belarus-border", origin = "agency",
  agency = "Sputnik; AFP; Interfax", note = "Read: opening." })
claim("sources", "p07", { outlet = "copy of UNIAN (ukrainetoday.org)",
  title = "The Ukrainian delegation arrived to take part in talks with representatives of the Russian Federation",
  author = "Violetta Orlova", published = "2022-02-28", language = "en",
  url = "https://ukrainetoday.org/2022/02/28/the-ukrainian-delegation-arrived-to-take-part-in-talks-with-represen"
    .. "tatives-of-the-russian-federation/", origin = "copy", agency = "UNIAN",
  note = "Read: whole item, then reader comments (not used)." })
claim("sources", "p08", { outlet = "Pan-African News Wire", title = "Russia-Ukraine Negotiations Are Over, Says Source",
  published = "2022-02-28", language = "en",
  url = "http://panafricannews.blogspot.com/2022/02/russia-ukraine-negotiations-are-over.html", origin = "copy",
  agency = "TASS", note = "Read: whole item; reprint of TASS." })
claim("sources", "p09", { outlet = "RT", title = "Putin talks to Macron on Ukraine", published = "2022-02-28",
  language = "en", url = "https://www.rt.com/russia/550880-putin-macron-ukraine-conditions/",
  note = "Read: opening. Passes on a readout of the Kremlin." })
claim("sources", "p10", { outlet = "Correio Braziliense", label = "Page on the first round", language = "pt",
  url = "https://correiobraziliense.com.br/mundo/2022/02/amp/4989161-putin-exige-reconhecimento-da-crimeia-e-desn"
    .. "azificacao-da-ucrania.html", note = "Read: opening. Passes on a statement of the Kremlin." })
claim("sources", "p10", { published = "2022-02-28?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p11", { outlet = "Bao Nghe An", title = "Russia-Ukraine talks to continue in coming days",
  language = "en", url = "https://baonghean.vn/en/dam-phan-nga-ukraine-se-tiep-dien-trong-nhung-ngay-toi-10237094.html",
  note = "A translation from \"vi\", it seems. Read: opening, cut in the Russian line-up; wording close to "
    .. "Sputnik/TASS." })
claim("sources", "p11", { published = "2022-02-28?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p12", { outlet = "Sputnik",
  title = "Points of Contact for Common Positions Found at Russia-Ukraine Talks, Russian Delegation Head Says",
  published = "2022-02-28", language = "en",
  url = "https://sputniknews.com/20220228/points-of-contact-for-common-positions-found-at-russia-ukraine-talks-de"
    .. "legation-head-says-1093456750.html", note = "Read: opening, one block." })
claim("sources", "p13", { outlet = "TVR (Belarus state TV)",
  title = "Ukraine and Russia to discuss ceasefire and other conditions for ending special military operation today",
  published = "2022-03-03", language = "en",
  url = "https://www.tvr.by/eng/news/v_mire/segodnya_v_belovezhskoy_pushche_planiruetsya_vstrecha_delegatsii_ross"
    .. "ii_i_ukrainy/", note = "Read: whole item." })
claim("sources", "p14", { outlet = "teleSUR", label = "Page on the second round", published = "2022-03-03",
  language = "en",
  url = "https://www.telesurenglish.net/news/Russian-Ukrainian-Delegations-Met-for-Negotiations-20220303-0011.html",
  note = "Read: opening." })
claim("sources", "p15", { outlet = "Kathimerini", label = "Page on the second round", published = "2022-03-03",
  language = "el",
  url = "https://www.kathimerini.gr/world/561746587/polemos-stin-oykrania-se-exelixi-oi-diapragmateyseis-rosias-o"
    .. "ykranias-eikones-vinteo/", note = "Read: opening with the tweet. Passes on Podolyak on Twitter." })
claim("sources", "p16", { outlet = "Public Radio of Armenia",
  title = "Russia, Ukraine reach understanding on humanitarian issues: third round of talks expected “in the nearest "
    .. "future”", published = "2022-03-03", language = "en",
  url = "https://en.armradio.am/2022/03/03/russia-ukraine-reach-understanding-on-humanitarian-issues-third-round-"
    .. "of-talks-expected-in-the-nearest-future/", origin = "agency", agency = "BBC; Rossiya-24",
  note = "Read: whole item." })
claim("sources", "p17", { outlet = "playcrazygame.com (machine-translated copy of a Brazilian text)",
  label = "Page on the second round", published = "2022-03-04", language = "en",
  url = "https://playcrazygame.com/2022/03/04/russia-ukraine-agree-on-humanitarian-corridor-but-not-ending-conflict/",
  origin = "machine", agency = "TASS; Sputnik",
  note = "A translation from \"pt\", it seems. Read: opening; dependent copy." })
claim("sources", "p18", { outlet = "playcrazygame.com (machine-translated copy)", label = "Page on the second round",
  published = "2022-03-04", language = "en",
  url = "https://playcrazygame.com/2022/03/04/russia-and-ukraine-will-hold-3rd-round-of-negotiations-see-what-has"
    .. "-been-agreed-so-far-ukraine-and-russia/", origin = "machine",
  note = "A translation from \"pt\", it seems. Read: opening; dependent copy." })
claim("sources", "p19", { outlet = "Republic World", label = "Page on the second round", language = "en",
  url = "https://www.republicworld.com/world-news/russia-ukraine-crisis/russia-ukraine-war-third-round-of-peace-t"
    .. "alks-likely-on-march-5-says-ukraine-articleshow.html", origin = "agency", agency = "Nexta; Ukrinform; DW",
  note = "Read: opening." })
claim("sources", "p19", { published = "2022-03-07?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p20", { outlet = "Times of Israel",
  title = "Russia announces humanitarian corridor for civilian evacuation from Mariupol, Volnovakha",
  published = "2022-03-05?", language = "en",
  url = "https://www.timesofisrael.com/liveblog_entry/russia-announces-humanitarian-corridor-for-civilian-evacuat"
    .. "ion-from-mariupol-volnovakha/", note = "Read: whole live-blog entry." })
claim("sources", "p21", { outlet = "Editorji", label = "Page on the second round", language = "en",
  url = "https://editorji.com/amp/world-news/ceasefire-fails-russia-ukraine-blame-each-other-as-mariupol-evacuati"
    .. "on-is-paused-1646505295435", note = "Read: opening." })
claim("sources", "p21", { published = "2022-03-05?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p22", { outlet = "G1 Globo", label = "Page on the second round", published = "2022-03",
  language = "pt",
  url = "https://g1.globo.com/mundo/noticia/2022/03/07/o-que-sao-corredores-humanitarios.ghtml", origin = "agency",
  agency = "Reuters; RIA", note = "Read: middle part of an explainer." })
claim("sources", "p23", { outlet = "City AM",
  title = "Reports: ‘Ceasefire’ fails as Russia continues to shell civilian exit route", published = "2022-03-05",
  language = "en",
  url = "https://www.cityam.com/russia-calls-for-ceasefire-in-two-ukrainian-areas-to-allow-for-civilian-escape/",
  origin = "agency", agency = "RIA; Kyiv Independent; ABC",
  note = "Read: opening; calls Interfax and RIA one agency." })
claim("sources", "p24", { outlet = "Gazeta do Povo", label = "Page on the second round", language = "pt",
  url = "https://gazetadopovo.com.br/mundo/breves/comeca-a-terceira-rodada-de-negociacoes-entre-russia-e-ucrania",
  origin = "agency", agency = "BelTA", note = "Read: whole item." })
claim("sources", "p24", { published = "2022-03-07?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p25", { outlet = "DW", title = "Ukraine, Russia hold third round of talks", published = "2022-03-07",
  language = "en", url = "https://dw.com/en/just-in-ukraine-and-russia-start-third-round-of-peace-talks/a-61039008",
  origin = "agency", agency = "Russian media", note = "Read: opening." })
claim("sources", "p26", { outlet = "The South African",
  title = "Russia, Ukraine start Round 3 of negotiations: Evacuation on agenda", published = "2022-03-07?",
  language = "en",
  url = "https://www.thesouthafrican.com/news/world-news/breaking-russia-ukraine-start-round-3-of-negotiations-ev"
    .. "acuation-on-agenda/", origin = "agency", agency = "AFP; BelTA", note = "Read: opening and photo caption." })
claim("sources", "p27", { outlet = "Republic World", label = "Page on the third round", published = "2022-03-08",
  language = "en",
  url = "https://www.republicworld.com/world-news/russia-ukraine-crisis/fighting-continues-amid-diplomatic-deadlo"
    .. "ck-as-third-round-of-talks-sees-no-breakthrough-articleshow.html", origin = "agency", agency = "Xinhua",
  note = "Read: opening, cut where Medinsky explains the unsigned papers. Passes on Podolyak on Twitter." })
claim("sources", "p28", { outlet = "The Daily Wire", label = "Page on the third round", published = "2022-03-07?",
  language = "en",
  url = "https://www.dailywire.com/news/russia-says-it-is-ready-to-stop-invasion-in-a-moment-if-ukraine-meets-con"
    .. "ditions", origin = "agency", agency = "Reuters; i24", rests_on = "reuters-peskov-mar22",
  note = "Read: opening." })
claim("sources", "p29", { outlet = "RT", label = "Page on the third round", language = "en",
  url = "https://rt.com/russia/551422-peskov-russia-peace-demands/amp", origin = "agency", agency = "Reuters",
  rests_on = "reuters-peskov-mar22", note = "Read: opening." })
claim("sources", "p29", { published = "2022-03-08?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p30", { outlet = "Sawt Beirut", label = "Page on the third round", language = "en",
  url = "https://english.sawtbeirut.com/world/russia-ukraine-talks-make-some-progress-on-corridors-kyiv-says/",
  note = "Read: opening." })
claim("sources", "p30", { published = "2022-03-08?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p31", { outlet = "RFE/RL", label = "Page on the third round", language = "en",
  url = "https://rferl.org/amp/ukraine-russia-invasion-evacuation-mariupol-kharkiv-fighting/31739947.html",
  note = "Read: opening." })
claim("sources", "p31", { published = "2022-03-07?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p32", { outlet = "i24NEWS",
  title = "'On March 8, 2022, the Russian Federation is... ready to provide humanitarian corridors'",
  published = "2022-03-07", language = "en",
  url = "https://www.i24news.tv/en/news/ukraine-conflict/1646686401-russia-announces-plans-for-humanitarian-corri"
    .. "dors-in-ukraine", origin = "agency", agency = "Russian agencies", note = "Read: whole item." })
claim("sources", "p33", { outlet = "Censor.NET", label = "Page on the third round", published = "2022-03-08",
  language = "en",
  url = "https://m.censor.net/en/news/3322719/humanitarian_corridor_for_sumy_should_be_launched_on_tuesday_first_"
    .. "column_to_start_moving_at_1000_vereschuk", rests_on = "vereshchuk-mar8-2022", note = "Read: opening." })
claim("sources", "p34", { outlet = "24 Kanal", label = "Page on the third round", published = "2022-03-08",
  language = "en",
  url = "https://en.24tv.ua/humanitarian-corridor-for-the-city-of-sumy-is-open-today-vereshchuk_n1896433",
  rests_on = "vereshchuk-mar8-2022", note = "Read: statement in full, title not shown." })
claim("sources", "p35", { outlet = "Ticinonews live", label = "Page on the third round", published = "2022-03",
  language = "it",
  url = "https://www.ticinonews.ch/live/ucraina/mosca-conferma-corridoi-umanitari-attivi-in-5-citta-EX5275996",
  origin = "agency", agency = "Interfax", note = "Read: whole live entry." })
claim("sources", "p36", { outlet = "ICRC on ReliefWeb", label = "Page on the third round", published = "2022-03-15",
  language = "en",
  url = "https://reliefweb.int/report/ukraine/ukraine-icrc-urcs-help-facilitate-evacuation-civilians-sumy",
  origin = "official_text", note = "Read: footage note. Passes on the Red Cross." })
claim("sources", "p37", { outlet = "Daily Sabah",
  title = "'No progress for cease-fire' in Ukraine, Russia FM talks in Turkey", published = "2022-03-10",
  language = "en",
  url = "https://dailysabah.com/politics/diplomacy/no-progress-for-cease-fire-in-ukraine-russia-fm-talks-in-turkey/amp",
  note = "Read: opening." })
claim("sources", "p38", { outlet = "News.Az", title = "‘No alternative to discussions,’ Russian FM says",
  published = "2022-03-10", language = "en", url = "https://news.az/news/no-alternative-to-discussions-russian-fm-says",
  origin = "agency", agency = "Haberturk", note = "Read: whole item." })
claim("sources", "p39", { outlet = "Pravda.ru", title = "Russia-Ukraine meeting in Turkey: Ceasefire impossible",
  author = "Editorial Team", published = "2022-03-10", language = "en",
  url = "https://english.pravda.ru/news/world/150644-russia_ukraine/", note = "Read: whole item." })
claim("sources", "p40", { outlet = "Kyiv Independent", label = "Page on the foreign ministers",
  published = "2022-06-24",
  language = "en", url = "https://kyivindependent.com/national/kuleba-lavrov-meeting-ends-with-no-result",
  note = "Read: opening; page date is later than the event." })
claim("sources", "p41", { outlet = "Kyiv Post", title = "Kuleba, Lavrov Discuss 24-hour Ceasefire, But No Progress Yet",
  language = "en",
  url = "https://www.kyivpost.com/ukraine-security/kuleba-lavrov-discuss-24-hour-ceasefire-but-no-progress-yet.html",
  note = "Read: whole item." })
claim("sources", "p41", { published = "2022-03-10?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p42", { outlet = "Daily Observer (Bangladesh)", title = "No ceasefire progress at talks: Ukraine",
  published = "2022-03-11", language = "en", url = "https://www.observerbd.com/news.php?id=356802", origin = "agency",
  agency = "AFP", note = "Read: whole item." })
claim("sources", "p43", { outlet = "Teraz.sk", label = "Page on the foreign ministers", published = "2022-03-10?",
  language = "sk", url = "https://www.teraz.sk/zahranicie/kuleba-s-lavrovom-sme-nedosiahli-zi/618092-clanok.html",
  origin = "agency", agency = "TASR; AP", note = "Read: opening, some quotations dropped out." })
claim("sources", "p44", { outlet = "ANI", label = "Page on the foreign ministers", published = "2022-03-10",
  language = "en",
  url = "https://www.aninews.in/news/world/asia/no-progress-on-ceasefire-humanitarian-corridors-after-ukraine-rus"
    .. "sia-talks-in-turkey20220310175947/", note = "Read: whole item." })
claim("sources", "p45", { outlet = "OSN (Obshchestvennaya sluzhba novostei)",
  title = "Лавров: Переговоры с Украиной в Белоруссии безальтернативны", published = "2022-03-10", language = "ru",
  url = "https://osnmedia.ru/politika/lavrov-peregovory-s-ukrainoj-v-belorussii-bezalternativny",
  note = "Read: whole item." })
claim("sources", "p46", { outlet = "Prudent Press Agency", label = "Page on the foreign ministers", language = "en",
  url = "https://www.prudentpressagency.com/reports-of-the-russian-foreign-minister-after-his-meeting-with-his-co"
    .. "unterparts-from-ukraine-and-turkey-escambrai/", origin = "agency", agency = "Escambray",
  note = "A translation from \"es\", it seems. Read: whole item." })
claim("sources", "p46", { published = "2022-03-07?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p47", { outlet = "Sputnik",
  title = "Russia-Ukraine Talks in Belarus Have No Alternatives, Russian FM Lavrov Says", published = "2022-03-10",
  language = "en",
  url = "https://sputniknews.com/20220310/russia-ukraine-talks-in-belarus-have-no-alternatives-russian-fm-lavrov-"
    .. "says-1093740725.html", note = "Read: one block." })
claim("sources", "p48", { outlet = "Devdiscourse",
  title = "Turkey says Lavrov-Kuleba meeting was civil despite all difficulties", published = "2022-03-10",
  language = "en",
  url = "https://www.devdiscourse.com/article/business/1956895-turkey-says-lavrov-kuleba-meeting-was-civil-despit"
    .. "e-all-difficulties", origin = "agency", agency = "Reuters", note = "Read: whole item." })
claim("sources", "p49", { outlet = "CNN", label = "Page on the talks by video", published = "2022-03-14",
  language = "en",
  url = "https://www.cnn.com/europe/live-news/ukraine-russia-putin-news-03-14-22/h_596fe4e12c5aad53ebe22fb8bc5afc7a",
  note = "Read: whole live entry." })
claim("sources", "p50", { outlet = "Glavcom", label = "Page on the talks by video", published = "2022-03-14?",
  language = "uk",
  url = "https://glavcom.ua/country/politics/rozpochavsya-chetvertiy-raund-peregovoriv-delegaciy-ukrajini-ta-rosi"
    .. "ji--829592.html", note = "Read: opening. Passes on Podolyak on Twitter." })
claim("sources", "p51", { outlet = "Interris", label = "Page on the talks by video", language = "it",
  url = "https://www.interris.it/attualita/negoziati-kiev-chiedera-a-mosca-il-cessate-il-fuoco-bombardato-lo-stab"
    .. "ilimento-aerei-di-antonov/", note = "Read: opening. Passes on Podolyak on Twitter." })
claim("sources", "p51", { published = "2022-03-14?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p52", { outlet = "HK01", label = "Page on the talks by video", published = "2022-03-14",
  language = "zh",
  url = "https://www.hk01.com/%E5%8D%B3%E6%99%82%E5%9C%8B%E9%9A%9B/746868/",
  note = "Read: whole item (address shortened). Passes on Podolyak on Twitter." })
claim("sources", "p53", { outlet = "Portal.lviv.ua", label = "Page on the talks by video", published = "2022-03-14?",
  language = "uk",
  url = "https://portal.lviv.ua/news/2022/03/14/vzialy-tekhnichnu-perervu-iak-projshov-chetvertyj-raund-perehovor"
    .. "iv-iz-rosiieiu", note = "Read: opening. Passes on Podolyak." })
claim("sources", "p54", { outlet = "Global Times",
  title = "Ukraine, Russia take technical pause in peace talks: Ukrainian negotiator", published = "2022-03-15",
  language = "en", url = "https://www.globaltimes.cn/page/202203/1254879.shtml", note = "Read: whole item." })
claim("sources", "p55", { outlet = "copy of RFE/RL (zoomhaitisport.com)", label = "Page on the talks by video",
  language = "en",
  url = "https://zoomhaitisport.com/russia-belarus-suspended-from-international-soccer-hockey-over-ukraine-attacks",
  origin = "copy", agency = "RFE/RL; RIA", note = "Read: opening; copy under an unrelated address." })
claim("sources", "p55", { published = "2022-03-13?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p56", { outlet = "Archyde",
  title = "War in Ukraine – kyiv rejects Russian proposal for Austrian-style neutrality", published = "2022-03-16?",
  language = "en", url = "https://archyde.com/?p=2585480", origin = "agency", agency = "AFP",
  note = "A translation from \"fr\", it seems. Read: opening." })
claim("sources", "p57", { outlet = "Rubryka", label = "Page on the talks by video", published = "2022-03-16",
  language = "en",
  url = "https://rubryka.com/en/2022/03/16/model-mozhe-buty-lyshe-ukrayinskoyu-podolyak-vidreaguvav-na-zayavy-ros"
    .. "iyi-po-nejtralitetu/amp", origin = "agency", agency = "Ukrainska Pravda; RIA", note = "Read: opening." })
claim("sources", "p58", { outlet = "Niyi Tabiti", label = "Page on the talks by video", published = "2022-03-16",
  language = "en",
  url = "https://niyitabiti.net/2022/03/ukraines-peace-proposal-to-russia-revealed/",
  note = "Read: opening; quotations also found elsewhere, origin not named." })
claim("sources", "p59", { outlet = "NV (New Voice of Ukraine)",
  title = "President's Office says Ukraine won’t accept any model of neutrality offered by Russia",
  published = "2022-03-16", language = "en",
  url = "https://english.nv.ua/nation/president-s-office-says-ukraine-won-t-accept-any-model-of-neutrality-offere"
    .. "d-by-russia-50225568.html", origin = "own_reporting", note = "Read: whole item." })
claim("sources", "p60", { outlet = "World Stock Market",
  title = "Kremlin: Model like Sweden or Austria – Possible full compromise – Ukraine calls for ‘full security "
    .. "guarantees’", language = "en",
  url = "https://www.worldstockmarket.net/kremlin-model-like-sweden-or-austria-possible-full-compromise-ukraine-c"
    .. "alls-for-full-security-guarantees", origin = "agency", agency = "Bloomberg; RIA; Reuters",
  note = "Read: opening." })
claim("sources", "p60", { published = "2022-03-16?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p61", { outlet = "Newstextarea (translation of a German business paper)",
  title = "Ukraine rejects Sweden-style neutrality", published = "2022-03-16?", language = "en",
  url = "https://newstextarea.com/ukraine-rejects-sweden-style-neutrality/",
  note = "A translation from \"de\", it seems. Read: opening; dependent translation." })
claim("sources", "p62", { outlet = "Daily Mail",
  title = "Ukraine REJECTS Russian peace talks proposal to become 'neutral' like Sweden - and demands guarantees "
    .. "that international forces will 'prevent attacks' in future", language = "en",
  url = "https://www.dailymail.co.uk/news/article-10618473/amp/Russias-Lavrov-says-neutrality-Ukraine-seriously-d"
    .. "iscussed.html", note = "Read: opening; origin of the 15-point plan not named in the excerpt." })
claim("sources", "p62", { published = "2022-03-16?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p63", { outlet = "TASS", label = "Page on the talks by video", published = "2022-03-14?",
  language = "en",
  url = "https://tass.com/world/1421987", note = "Read: whole item." })
claim("sources", "p64", { outlet = "Belsat", title = "Ukraine and Russia hold online talks", published = "2022-03-12",
  language = "en",
  url = "https://redakcja.belsat.cloud/en/news/12-03-2022-ukrainian-and-russian-delegations-hold-online-talks",
  note = "Read: whole item." })
claim("sources", "p65", { outlet = "Interfax (Russia)",
  title = "Мединский сообщил, что переговоры делегаций проходят ежедневно", published = "2022-03-14", language = "ru",
  url = "https://m.interfax.ru/828113", note = "Read: whole item." })
claim("sources", "p66", { outlet = "Ukrainska Pravda",
  title = "Negotiations with Russia are underway, a ceasefire and withdrawal of troops from Ukraine are being "
    .. "discussed - Podoliak", author = "Valentyna Romanenko", published = "2022-03-15", language = "en",
  url = "https://www.pravda.com.ua/eng/news/2022/03/15/7331579/", note = "Read: whole item." })
claim("sources", "p67", { outlet = "Babel", label = "Page on the talks by video", language = "uk",
  url = "https://babel.ua/news/108134-nyt-oprilyudniv-proyekt-mirnoji-ugodi-pro-yaku-kijiv-ta-moskva-domovlyalis-"
    .. "u-2022-roci-os-jiji-sut", origin = "agency", agency = "New York Times", rests_on = "nyt-drafts-jun24",
  note = "Read: opening; second-hand." })
claim("sources", "p67", { published = "2024-06-15?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p68", { outlet = "Republic World", label = "Page on the talks by video",
  published = "2022-03-21", language = "en",
  url = "https://www.republicworld.com/world-news/russia-ukraine-crisis/russia-ukraine-latest-peace-negotiations-"
    .. "last-for-90-minutes-no-significant-progress-made-articleshow.html", note = "Read: opening." })
claim("sources", "p69", { outlet = "Newsmax",
  title = "Kremlin Says No Significant Progress in Peace Talks With Ukraine", published = "2022-03-21", language = "en",
  url = "https://www.newsmax.com/world/globaltalk/russia-kremlin-ukraine-peace-talks/2022/03/21/id/1062123/",
  origin = "agency", agency = "Reuters", note = "Read: whole item." })
claim("sources", "p70", { outlet = "Infobae", label = "Page on the talks by video",
  published = "2022-03-21?", language = "en",
  url = "https://www.infobae.com/en/2022/03/21/kremlin-says-there-is-not-enough-progress-for-putin-and-zelenski-m"
    .. "eeting/", note = "A translation from \"es\", it seems. Read: one block, cut. In the style of EFE." })
claim("sources", "p71", { outlet = "Interfax", title = "Ukraine announces first proper POWs exchange with Russia",
  published = "2022-03-24", language = "en", url = "https://interfax.com/newsroom/top-stories/77337/",
  origin = "agency", agency = "Interfax-Ukraine", note = "Read: whole item." })
claim("sources", "p72", { outlet = "People's Daily Online", title = "Ukraine, Russia conduct first prisoner swap",
  published = "2022-03-25", language = "en", url = "http://en.people.cn/n3/2022/0325/c90000-9975754.html",
  origin = "agency", agency = "Xinhua", note = "Read: whole item." })
claim("sources", "p73", { outlet = "Fakty (ICTV)",
  title = "Украина провела обмен военнопленными с Россией в формате 10 на 10 — Верещук", published = "2022-03-24",
  language = "ru",
  url = "https://fakty.com.ua/ru/ukraine/suspilstvo/20220324-ukrayina-provela-obmin-vijskopolonenymy-z-rosiyeyu-u"
    .. "-formati-10-na-10-vereshhuk", note = "Read: whole item." })
claim("sources", "p74", { outlet = "News Front (German service)", label = "Page on the talks by video",
  published = "2022-03-25", language = "de",
  url = "https://de.news-front.su/2022/03/25/medinskij-zu-gesprachen-zwischen-russland-und-der-ukraine-bei-wichti"
    .. "gen-fragen-treten-sie-auf-der-stelle", origin = "agency", agency = "TASS", note = "Read: whole item." })
claim("sources", "p75", { outlet = "Hürriyet Daily News",
  title = "Turkey says meaningful progress in Russia-Ukraine talks achieved in Istanbul", published = "2022-03-29?",
  language = "en",
  url = "https://www.hurriyetdailynews.com/new-round-of-talks-in-istanbul-aims-to-stop-the-fighting-in-ukraine-172565",
  note = "Read: opening." })
claim("sources", "p76", { outlet = "Duvar English",
  title = "Turkey says Russia-Ukraine talks in Istanbul mark most significant progress yet", published = "2022-03-29?",
  language = "en",
  url = "https://www.duvarenglish.com/turkey-says-russia-ukraine-talks-in-istanbul-mark-most-significant-progress"
    .. "-yet-news-60745", note = "Read: opening." })
claim("sources", "p77", { outlet = "Euromaidan Press",
  title = "No NATO aspirations and freezing occupied Crimea for 15 years: Ukrainian position at talks with Russia",
  published = "2022-03-29", language = "en",
  url = "https://euromaidanpress.com/2022/03/29/no-nato-aspirations-and-freezing-occupied-crimea-for-15-years-ukr"
    .. "ainian-position-at-talks-with-russia/",
  note = "Read: opening, cut in the list of members; page asks for ≤ 500 characters per quotation." })
claim("sources", "p78", { outlet = "copy of EFE (spamchronicles.com)",
  title = "Russia warns Ukraine that Crimea and Donbass are untouchable in negotiations", published = "2022-03-30",
  language = "en", url = "https://spamchronicles.com/?p=45464", origin = "copy", agency = "EFE",
  note = "A translation from \"es\", it seems. Read: opening; copy." })
claim("sources", "p79", { outlet = "Turkish Minute",
  title = "Turkey hails İstanbul talks as ‘most significant progress’ of war", published = "2022-03-29",
  language = "en",
  url = "https://turkishminute.com/2022/03/29/urkey-hails-istanbul-talks-as-most-significant-progress-of-war/amp",
  origin = "agency", agency = "AFP", note = "Read: whole item." })
claim("sources", "p80", { outlet = "Sputnik Brasil (noticiabrasil.net.br)", label = "Page on the talks in Istanbul",
  published = "2022-03-29", language = "pt",
  url = "https://noticiabrasil.net.br/amp/20220329/russia-faz-dois-passos-de-desescalada-do-conflito-em-direcao-a"
    .. "-ucrania-diz-chefe-da-delegacao-russa-22022465.html", origin = "agency", agency = "Anadolu",
  note = "Read: opening." })
claim("sources", "p81", { outlet = "Pledge Times (translation of a Spanish text)",
  label = "Page on the talks in Istanbul",
  published = "2022-03-29", language = "en",
  url = "https://pledgetimes.com/ukraine-offers-russia-its-withdrawal-from-nato-in-exchange-for-security-guarante"
    .. "es-on-its-territory/", note = "A translation from \"es\", it seems. Read: opening; dependent translation." })
claim("sources", "p82", { outlet = "Devdiscourse", label = "Page on the talks in Istanbul", published = "2022-03-29",
  language = "en",
  url = "https://www.devdiscourse.com/article/law-order/1981301-erdogan-says-istanbul-talks-can-pave-way-for-ukra"
    .. "ine-russia-leaders-meeting", origin = "agency", agency = "Reuters", note = "Read: whole item." })
claim("sources", "p83", { outlet = "Johnson's Russia List", title = "JRL NEWSWATCH: “Ukraine’s 10-point plan” – Meduza",
  published = "2022-03-30", language = "en",
  url = "https://russialist.org/jrl-newswatch-ukraines-10-point-plan-journalist-farida-rustamova-obtained-the-ful"
    .. "l-list-of-kyivs-proposals-to-moscow-on-march-29-meduza/", origin = "agency", agency = "Meduza",
  rests_on = "meduza-proposals-mar22", note = "Read: annotated digest, cut." })
claim("sources", "p84", { outlet = "copy of Meduza via bne IntelliNews (ukrainetoday.org)",
  title = "Meduza’s journalist Farida Rustamova obtained the full list of Kyiv’s peace plan proposals",
  published = "2022-03-30", language = "en",
  url = "https://ukrainetoday.org/2022/03/30/meduzas-journalist-farida-rustamova-obtained-the-full-list-of-kyivs-"
    .. "peace-plan-proposals/", origin = "copy", agency = "Meduza; bne IntelliNews",
  rests_on = "meduza-proposals-mar22", note = "Read: proposals 1–3 and start of 4." })
claim("sources", "p85", { outlet = "SouthFront", label = "Page on the talks in Istanbul", language = "en",
  url = "https://maps.southfront.press/alarming-results-of-another-round-of-negotiations-between-ukraine-and-russia",
  note = "Read: opening; partisan Russian-leaning site. Passes on Chaly and Medinsky." })
claim("sources", "p85", { published = "2022-03-29?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p86", { outlet = "Pravda.ru", title = "Ukraine ready to accept neutral, non-nuclear status",
  published = "2022-03-29", language = "en", url = "https://english.pravda.ru/news/world/150894-russia_ukraine_talks/",
  note = "Read: opening." })
claim("sources", "p87", { outlet = "Ukrainska Pravda",
  title = "Negotiations will resume on April 1, we have a week to prepare for the meeting between the presidents - "
    .. "Arakhamiya", author = "Kateryna Tyshchenko", published = "2022-03-31", language = "en",
  url = "https://www.pravda.com.ua/eng/news/2022/03/31/7335926/",
  note = "Read: opening. Passes on Arakhamia on Telegram." })
claim("sources", "p88", { outlet = "DM Monitoring",
  title = "Russian, Ukrainian delegations wrap up face-to-face talks in Istanbul", published = "2022-03-29?",
  language = "en", url = "https://tdminews.com/russia-promises-to-scale-down-ukraine-operations-in-ukraine",
  note = "Read: opening. Wording close to Reuters." })
claim("sources", "p89", { outlet = "EMPR", label = "Page on the talks in Istanbul", published = "2022-03-29",
  language = "en",
  url = "https://empr.media/politics/results-of-ukrainian-russian-talks-in-istanbul/",
  note = "Read: list of points. Passes on Arakhamia." })
claim("sources", "p90", { outlet = "EG24",
  title = "Ukraine proposes a “neutral situation” and consultations with Russia for 15 years", language = "en",
  url = "https://www.eg24.news/2022/03/ukraine-proposes-a-neutral-situation-and-consultations-with-russia-for-15-"
    .. "years.html", origin = "agency", agency = "Sky News Arabia; AFP",
  note = "A translation from \"ar\", it seems. Read: opening." })
claim("sources", "p90", { published = "2022-03?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p91", { outlet = "RUA.GR", title = "Negotiations in Istanbul: what was agreed",
  published = "2022-03-29", language = "en",
  url = "https://en.rua.gr/2022/03/29/negotiations-in-istanbul-what-was-agreed/", note = "Read: opening." })
claim("sources", "p92", { outlet = "PMA Daily", title = "Мединский рассказал о предложении Украины",
  published = "2022-03-29?", language = "ru", url = "https://pma.daily.com.ua/world/29-03-20221141708",
  note = "Read: opening." })
claim("sources", "p93", { outlet = "Al-Alam", label = "Page on the talks in Istanbul", language = "ar",
  url = "https://alalam.ir/news/6106898/videos", note = "Read: opening." })
claim("sources", "p93", { published = "2022-03-29?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p94", { outlet = "EFE", label = "Page on the talks in Istanbul", published = "2022-03-29?",
  language = "en",
  url = "https://www.efe.com/efe/english/portada/russia-to-scale-back-kyiv-chernihiv-activity-as-peace-talks-prog"
    .. "ress/50000260-4772042", note = "Read: opening, two sentences." })
claim("sources", "p95", { outlet = "LB.ua", label = "Page on the talks in Istanbul", published = "2022-03-30?",
  language = "en",
  url = "https://en.lb.ua/news/2022/03/30/12236_kremlin_talks_istanbul.html", origin = "agency",
  agency = "Russian media", note = "Read: opening." })
claim("sources", "p96", { outlet = "STL.News", label = "Page on the talks in Istanbul", published = "2022-03-29?",
  language = "en",
  url = "https://www.stl.news/aiovg_videos/russia-pledges-to-scale-down-military-activity-near-kyiv/",
  note = "Read: whole item." })
claim("sources", "p97", { outlet = "The Insider",
  title = "Russia to cut back on combat operations at Kyiv and Chernihiv, Russian ministry of defense says",
  language = "en", url = "https://theins.ru/en/news/249784", note = "Read: whole item." })
claim("sources", "p97", { published = "2022-03-29?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p98", { outlet = "Pledge Times (translation)", label = "Page on the talks in Istanbul",
  published = "2022-03-30",
  language = "en",
  url = "https://pledgetimes.com/the-russian-ukrainian-negotiations-the-kremlin-talks-about-the-initial-results/",
  note = "A translation from \"ar\", it seems. Read: whole item." })
claim("sources", "p99", { outlet = "RT", title = "Pentagon confirms ‘complete withdrawal’ of Russian troops",
  published = "2022-04-07", language = "en",
  url = "https://www.rt.com/russia/553432-pentagon-confirms-complete-withdrawal-of/",
  note = "Read: opening. Passes on a US official." })
claim("sources", "p100", { outlet = "Ukrainian News Agency",
  title = "Ukraine Returns 86 Military During Prisoner Exchange With Russia On Friday - President’s Office Deputy Head",
  published = "2022-04-01?", language = "en",
  url = "https://ukranews.com/en/news/846169-ukraine-returns-86-military-during-prisoner-exchange-with-russia-on-"
    .. "friday-president-s-office", note = "Read: whole item." })
claim("sources", "p101", { outlet = "People's Daily Online", title = "Ukraine, Russia conduct prisoner swap",
  published = "2022-04-01?", language = "en", url = "http://en.people.cn/n3/2022/0402/c90000-10079259.html",
  origin = "agency", agency = "Xinhua", note = "Read: whole item." })
claim("sources", "p102", { outlet = "Warsaw Point", label = "Page on the talks in Istanbul", language = "en",
  url = "http://warsawpoint.com/news/31376-turkey-says-russia-ukraine-talks-in-istanbul-mark-most-significant-pro"
    .. "gress-yet.html", origin = "agency", agency = "Reuters; Ukrainska Pravda", note = "Read: whole item." })
claim("sources", "p102", { published = "2022-03-29?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p103", { outlet = "Pledge Times (translation)", label = "Page on the talks in Istanbul",
  language = "en",
  url = "https://pledgetimes.com/russia-ready-for-ukraine-to-join-the-eu-if-it-withdraws-from-nato/",
  note = "A translation from \"es\", it seems. Read: opening; dependent translation." })
claim("sources", "p103", { published = "2022-03-29?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p104", { outlet = "Yahoo News (Reuters video)",
  title = "Ukraine proposes neutrality, Russia to scale down", published = "2022-03-29?", language = "en",
  url = "https://news.yahoo.com/ukraine-proposes-neutrality-russia-scale-151408164.html", origin = "agency",
  agency = "Reuters", note = "Read: opening." })
claim("sources", "p105", { outlet = "The Quint", label = "Page on the talks in Istanbul", published = "2022-03-30",
  language = "en",
  url = "https://www.thequint.com/amp/story/news/world/ukraine-proposes-neutrality-security-guarantees-at-russia-"
    .. "talks-istanbul", origin = "agency", agency = "Reuters", note = "Read: opening; misdates Tuesday as 30 March." })
claim("sources", "p106", { outlet = "Al Mayadeen", title = "Ukraine proposes to declare itself a neutral state",
  language = "en",
  url = "https://english.almayadeen.net/news/politics/ukraine-proposes-to-declare-itself-a-neutral-state",
  note = "Read: whole item." })
claim("sources", "p106", { published = "2022-03-29?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p107", { outlet = "Devdiscourse", title = "Russia-Ukraine talks resume via video link",
  published = "2022-04-01", language = "en",
  url = "https://www.devdiscourse.com/article/law-order/1986569-russia-ukraine-talks-resume-via-video-link",
  origin = "agency", agency = "PTI; AP", note = "Read: whole item." })
claim("sources", "p108", { outlet = "Kyiv Independent",
  title = "Lavrov: Russia preparing its response to Ukraine's peace proposals.", published = "2022-04-01",
  language = "en",
  url = "https://kyivindependent.com/uncategorized/lavrov-russia-preparing-its-response-to-ukraines-peace-proposals",
  note = "Read: whole item." })
claim("sources", "p109", { outlet = "Pledge Times (translation of an Italian text)",
  label = "Page on the talks of April 2022",
  published = "2022-04-02", language = "en",
  url = "https://pledgetimes.com/ukraine-russia-negotiations-drafts-for-zelensky-putin-the-meeting-will-be-in-turkey/",
  origin = "agency", agency = "Interfax",
  note = "A translation from \"it\", it seems. Read: whole item; ambiguous where it names Kuleba." })
claim("sources", "p110", { outlet = "SCMP", label = "Page on the talks of April 2022", published = "2022-04-03",
  language = "en",
  url = "https://www.scmp.com/news/world/russia-central-asia/article/3172918/russia-says-ukraine-peace-talks-not-"
    .. "yet-ready-putin", note = "Read: middle part." })
claim("sources", "p111", { outlet = "TASS",
  title = "New Kiev-drafted agreement marks departure from provisions recorded in Istanbul — Lavrov",
  published = "2022-04-07?", language = "en", url = "https://tass.com/world/1434121/amp",
  note = "Read: opening, cut at the point on exercises." })
claim("sources", "p112", { outlet = "Pravda.ru", title = "Russia accused Ukraine of dropping back Istanbul proposals",
  published = "2022-04-07", language = "en", url = "https://english.pravda.ru/news/world/151030-istanbul/",
  note = "Read: whole item." })
claim("sources", "p113", { outlet = "Pledge Times (translation)", label = "Page on the talks of April 2022",
  published = "2022-04-07", language = "en",
  url = "https://pledgetimes.com/despite-the-ukrainian-proposal-russia-confirms-the-continuation-of-talks-based-o"
    .. "n-its-draft-agreement/", note = "A translation from \"ar\", it seems. Read: whole item." })
claim("sources", "p114", { outlet = "World Today News",
  title = "Putin announced a dead end in negotiations with Ukraine", published = "2022-04-12?", language = "en",
  url = "https://www.world-today-news.com/putin-announced-a-dead-end-in-negotiations-with-ukraine/", origin = "agency",
  agency = "Korrespondent.net", note = "Read: whole item." })
claim("sources", "p115", { outlet = "Peoples Dispatch",
  title = "Putin accuses Ukraine of going back on promises made at Istanbul talks", published = "2022-04-13",
  language = "en",
  url = "https://peoplesdispatch.org/2022/04/13/putin-accuses-ukraine-of-going-back-on-promises-made-at-istanbul-"
    .. "talks/", origin = "agency", agency = "RT", note = "Read: opening." })
claim("sources", "p116", { outlet = "pravda-en.com (aggregator)",
  title = "The NYT published an alleged draft agreement between Russia and Ukraine, which was not signed",
  published = "2024-06-15", language = "en", url = "https://pravda-en.com/world/2024/06/15/577221.html",
  origin = "agency", agency = "RIA; New York Times", rests_on = "nyt-drafts-jun24", note = "Read: opening." })
claim("sources", "p117", { outlet = "news-pravda.com (aggregator of Telegram channels)",
  label = "Page on the talks of April 2022", published = "2024-03-01", language = "en",
  url = "https://news-pravda.com/world/2024/03/01/350257.html", origin = "agency", agency = "Wall Street Journal",
  note = "Read: whole item; second-hand on the document." })
claim("sources", "p118", { outlet = "pravda-en.com (aggregator)",
  title = "The New York Times published a draft Ukrainian-Russian agreement dated April 2022, formed following "
    .. "negotiations from February to April, but never adopted", published = "2024-06-15", language = "en",
  url = "https://pravda-en.com/world/2024/06/15/577064.html", origin = "agency",
  agency = "New York Times; \"Military Informant\"", rests_on = "nyt-drafts-jun24",
  note = "Read: whole item; second-hand on the document." })
claim("sources", "p119", { outlet = "news-pravda.com (aggregator)",
  title = "The full draft of the 2022 peace treaty between Russia and Ukraine has been published",
  published = "2024-06-15", language = "en", url = "https://news-pravda.com/world/2024/06/15/577610.html",
  origin = "agency", agency = "New York Times", rests_on = "nyt-drafts-jun24",
  note = "Read: opening; second-hand on the document." })
claim("sources", "p120", { outlet = "Al Mayadeen", title = "NYT discloses alleged 2022 Russia-Ukraine treaty draft",
  published = "2024-06-15?", language = "en",
  url = "https://english.almayadeen.net/news/politics/nyt-discloses-alleged-2022-russia-ukraine-treaty-draft",
  origin = "agency", agency = "New York Times", rests_on = "nyt-drafts-jun24", note = "Read: opening." })
claim("sources", "p121", { outlet = "Ukrainska Pravda",
  title = "Russia says Ukraine has not responded to proposals and there have been no negotiations",
  author = "Olena Roshchina", published = "2022-05-17", language = "en",
  url = "https://www.pravda.com.ua/eng/news/2022/05/17/7346728/", origin = "agency", agency = "RIA",
  note = "Read: opening." })
claim("sources", "p122", { outlet = "National Post", label = "Page on the talks of April 2022",
  published = "2022-04-22",
  language = "en",
  url = "https://nationalpost.com/pmn/news-pmn/russian-negotiator-says-several-long-conversations-took-place-with"
    .. "-ukrainian-side", origin = "agency", agency = "Reuters", note = "Read: whole item." })
claim("sources", "p123", { outlet = "A News (Turkey)", label = "Page on the talks of April 2022",
  published = "2022-04-22",
  language = "en",
  url = "https://www.anews.com.tr/world/2022/04/22/moscow-confirms-talks-with-kiev-to-end-war-are-continuing",
  note = "Read: whole item." })
claim("sources", "p124", { outlet = "copy of Reuters (NewsBreak)", label = "Page on the talks of April 2022",
  published = "2022-04-22?", language = "en",
  url = "https://www.newsbreak.com/news/2580520914129/russian-negotiator-confirms-several-long-conversations-took"
    .. "-place-with-ukrainian-side", origin = "copy", agency = "Reuters; TASS", note = "Read: opening." })
claim("sources", "p125", { outlet = "Interfax-Ukraine",
  title = "Negotiation process between Ukraine, Russia suspended - Podoliak", published = "2022-05-17", language = "en",
  url = "https://en.interfax.com.ua/news/general/832825.html", note = "Read: opening." })
claim("sources", "p126", { outlet = "LB.ua", label = "Page on the talks of April 2022", published = "2025-05-15",
  language = "en", url = "https://en.lb.ua/news/2025/05/15/35906_istanbul_2_peace_deal_reached.html",
  note = "Read: look back, middle part." })
claim("sources", "p127", { outlet = "usa.news-pravda.com (aggregator)",
  title = "Historical background The main points of the Istanbul agreements (March–April 2022 draft) :",
  published = "2026-06-23", language = "en", url = "https://usa.news-pravda.com/world/2026/06/23/810078.html",
  note = "Read: look back, opening." })
claim("sources", "p128", { outlet = "Sloboden Pechat",
  title = "The New York Times published the alleged draft peace agreement between Ukraine and Russia from 2022",
  language = "en",
  url = "https://www.slobodenpecat.mk/en/njujork-tajms-go-objavi-navodniot-nacrt-miroven-dogovor-megju-ukraina-i-"
    .. "rusija-od-2022-godina/", origin = "agency", agency = "New York Times", rests_on = "nyt-drafts-jun24",
  note = "A translation from \"mk\", it seems. Read: opening; second-hand." })
claim("sources", "p128", { published = "2024-06-15?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p129", { outlet = "pt.news-pravda.com (aggregator)",
  title = "O New York Times publicou pela primeira vez o projeto de acordo russo-ucraniano de abril de 2022 na íntegra",
  published = "2024-06-15", language = "pt", url = "https://pt.news-pravda.com/world/2024/06/15/20293.html",
  origin = "agency", agency = "New York Times", rests_on = "nyt-drafts-jun24",
  note = "Read: whole item; second-hand." })
claim("sources", "p130", { outlet = "Fronda.pl", label = "Page on the talks of April 2022", language = "pl",
  url = "https://m.fronda.pl/a/Projekt-porozumienia-pomiedzy-Rosja-a-Ukraina-Media-ujawniaja-dokument-sprzed-dwoc"
    .. "h-lat,231368.html", origin = "agency", agency = "New York Times; Die Welt", rests_on = "nyt-drafts-jun24",
  note = "Read: opening; second-hand." })
claim("sources", "p130", { published = "2024-06-15?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p131", { outlet = "Pledge Times (translation)", label = "Page on the talks of April 2022",
  published = "2022-05-09", language = "en",
  url = "https://pledgetimes.com/ukrainian-war-kiev-negotiations-suspended-russia-they-go-on/", origin = "machine",
  agency = "Interfax; Gr1", note = "A translation from \"it\", it seems. Read: opening; machine translation." })
claim("sources", "p132", { outlet = "TASS", label = "Page on the grain talks", published = "2022-07-13",
  language = "en", url = "https://tass.com/economy/1479689", note = "Read: whole item." })
claim("sources", "p133", { outlet = "RFE/RL", label = "Page on the grain talks", published = "2022-07-14",
  language = "en", url = "https://www.rferl.org/a/france-bastille-salute-ukraine/31942760.html",
  note = "Read: opening; the address belongs to another story." })
claim("sources", "p134", { outlet = "World Grain", label = "Page on the grain talks", published = "2022-07-13?",
  language = "en",
  url = "https://www.world-grain.com/articles/17173-un-critical-step-made-toward-resuming-ukraine-grain-exports",
  origin = "agency", agency = "Reuters", note = "Read: opening." })
claim("sources", "p135", { outlet = "Hürriyet Daily News",
  title = "Russia, Ukraine agree on technical aspects of grain corridor at Istanbul meet", published = "2022-07-13?",
  language = "en",
  url = "https://hurriyetdailynews.com/amp/istanbul-to-host-meeting-for-export-of-ukrainian-grain-stuck-at-ports-"
    .. "175296", note = "Read: opening." })
claim("sources", "p136", { outlet = "KELO (Reuters)", label = "Page on the grain talks",
  published = "2022-07-14", language = "en",
  url = "https://kelo.com/2022/07/14/russia-says-some-elements-of-possible-deal-on-ukraine-grain-are-settled",
  origin = "agency", agency = "Reuters; RIA", note = "Read: whole item." })
claim("sources", "p137", { outlet = "Just the News",
  title = "Officials from Russia, Ukraine meet in Turkey to negotiate possible grain export deal",
  published = "2022-07-13", language = "en",
  url = "https://justthenews.com/world/europe/officials-russia-and-ukraine-meet-turkey-negotiate-possible-grain-e"
    .. "xport-deal", origin = "agency", agency = "Interfax; Reuters; RIA", note = "Read: opening." })
claim("sources", "p138", { outlet = "Republic World", label = "Page on the grain talks",
  published = "2022-07-15", language = "en",
  url = "https://www.republicworld.com/world-news/russia-ukraine-crisis/russia-says-its-proposals-on-kyivs-grain-"
    .. "exports-got-support-from-all-parties-concerned-articleshow.html", origin = "agency", agency = "Sputnik",
  note = "Read: opening." })
claim("sources", "p139", { outlet = "Babel", label = "Page on the grain deal", published = "2022-07-21",
  language = "en",
  url = "https://babel.ua/en/news/81827-the-agreement-on-the-export-of-grain-from-ukraine-will-be-signed-in-istan"
    .. "bul-on-july-22", origin = "agency", agency = "Yeni Safak", note = "Read: whole item." })
claim("sources", "p140", { outlet = "Nederlands Dagblad", label = "Page on the grain deal", language = "nl",
  url = "https://www.nd.nl/varia/varia/1134491/zwarte-zee-initiatief-moet-oekraiense-graanexport-garanderen",
  note = "Read: opening. Passes on the Turkish government." })
claim("sources", "p140", { published = "2022-07-22?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p141", { outlet = "Babel", label = "Page on the grain deal", published = "2022-07-22",
  language = "en",
  url = "https://babel.ua/en/news/81862-agreement-on-grain-from-ukraine-the-agreement-will-be-signed-by-the-minis"
    .. "ter-of-infrastructure-and-from-russia-by-the-minister-of-defense", note = "Read: opening." })
claim("sources", "p142", { outlet = "Babel", label = "Page on the grain deal", published = "2022-07-22",
  language = "en",
  url = "https://babel.ua/en/news/81869-ukraine-signed-an-agreement-on-grain-export-with-turkey-and-the-un",
  note = "Read: opening." })
claim("sources", "p143", { outlet = "CMIO", label = "Page on the grain deal", published = "2022-07-23",
  language = "en",
  url = "https://cmio.org/en/world/latin-america/745993-russia-ukraine-turkiye-and-un-sign-grain-export-agreement-news",
  note = "A translation from \"es\", it seems. Read: opening, cut at the second paper." })
claim("sources", "p144", { outlet = "The Asian Independent", label = "Page on the grain deal",
  published = "2022-07-22?", language = "en",
  url = "https://theasianindependent.co.uk/russia-ukraine-sign-deal-to-resume-grain-exports", origin = "agency",
  agency = "Xinhua; Anadolu", note = "Read: whole item." })
claim("sources", "p145", { outlet = "Sputnik",
  title = "Russia Agreed to Extend Grain Deal Only for 60 Days, Moscow Stresses", published = "2023-03-18",
  language = "en",
  url = "https://sputniknews.com/20230318/russia-agreed-to-extend-grain-deal-only-for-60-days-moscow-stresses-110"
    .. "8547395.html", note = "Read: whole item." })
claim("sources", "p146", { outlet = "Warsaw Point", label = "Page on the grain deal", published = "2023-05-17",
  language = "en", url = "https://warsawpoint.com/news/53156-black-sea-grain-deal-extended-for-two-months.html",
  note = "Read: whole item. Wording close to Reuters." })
claim("sources", "p147", { outlet = "BNN / Ogres ziņas",
  title = "Russia attacks Odessa port the day after reaching agreement on grain export", published = "2022-07-23?",
  language = "en", url = "https://ogreszinas.news/?p=7359", note = "Read: opening." })
claim("sources", "p148", { outlet = "BOL News", label = "Page on the grain deal", published = "2022-07-24",
  language = "en",
  url = "https://www.bolnews.com/international/2022/07/russian-missiles-strike-a-port-in-ukraine-while-kiev-claim"
    .. "s-to-be-still-preparing-for-grain-deliveries/", origin = "agency", agency = "Reuters; Suspilne",
  note = "Read: opening." })
claim("sources", "p149", { outlet = "Republic World", label = "Page on the grain deal", published = "2022-07-24?",
  language = "en",
  url = "https://www.republicworld.com/world-news/russia-ukraine-crisis/russian-mod-says-strike-on-odessa-port-st"
    .. "ruck-only-military-targets-not-grain-shipments-articleshow.html", origin = "agency", agency = "AP",
  note = "Read: opening." })
claim("sources", "p150", { outlet = "Jordan News", title = "First shipment of Ukrainian grain has left Odessa — Turkey",
  published = "2022-08-01?", language = "en",
  url = "https://www.jordannews.jo/Section-20/Middle-East/First-shipment-of-Ukrainian-grain-has-left-Odessa-Turke"
    .. "y-19969", origin = "agency", agency = "AFP", note = "Read: opening." })
claim("sources", "p151", { outlet = "Los Angeles Times",
  title = "First ship carrying Ukrainian grain leaves Odesa even as fighting rages elsewhere", published = "2022-08-01",
  language = "en",
  url = "https://www.latimes.com/world-nation/story/2022-08-01/ukraine-war-grain-ship-grain-leaves-odesa",
  origin = "agency", agency = "AP", note = "Read: opening." })
claim("sources", "p152", { outlet = "PortNews",
  title = "Russia suspends participation in Ukraine grain export deal – RF Defence Ministry", published = "2022-10-31",
  language = "en", url = "https://www.en.portnews.ru/news/337821/", note = "Read: whole item." })
claim("sources", "p153", { outlet = "Kyiv Independent", label = "Page on the grain deal", language = "en",
  url = "https://kyivindependent.com/news-feed/putin-russias-participation-in-grain-corridor-possible-only-after-"
    .. "investigation-of-sevastopol-drone-attack", note = "Read: whole item. Passes on the Kremlin." })
claim("sources", "p153", { published = "2022-11-01?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p154", { outlet = "CDE News", label = "Page on the grain deal", published = "2022-11-02?",
  language = "en", url = "https://cde.news/ukraine-grain-deal-to-resume-on-wednesday-turkeys-erdogan/",
  origin = "agency", agency = "Reuters", note = "Read: opening." })
claim("sources", "p155", { outlet = "Yahoo News Malaysia", title = "Black Sea grain export deal extended",
  published = "2022-11-17?", language = "en",
  url = "https://malaysia.news.yahoo.com/black-sea-grains-deal-extended-104810881.html", origin = "agency",
  agency = "Reuters", note = "Read: whole item." })
claim("sources", "p156", { outlet = "TVP World", label = "Page on the grain deal", published = "2023-03-18",
  language = "en",
  url = "https://tvpworld.com/68572501/black-sea-grain-deal-extended-but-kyiv-and-moscow-disagree-on-for-how-long",
  note = "Read: opening." })
claim("sources", "p157", { outlet = "TRT World", label = "Page on the grain deal", published = "2023-05-17",
  language = "en", url = "https://www.trtworld.com/article/13271230", note = "Read: opening." })
claim("sources", "p158", { outlet = "Pledge Times (translation)", label = "Page on the grain deal",
  published = "2023-05-17", language = "en",
  url = "https://pledgetimes.com/ukraine-russia-wheat-deal-extended-by-2-months/", origin = "agency", agency = "TASS",
  note = "Read: opening." })
claim("sources", "p159", { outlet = "The Moscow Times", label = "Page on the grain deal", published = "2023-07-17",
  language = "en", url = "https://www.themoscowtimes.com/2023/07/17/ukraine-grain-deal-de-facto-over-kremlin-a81861",
  origin = "agency", agency = "Interfax", note = "Read: whole item; misprints the year of the deal." })
claim("sources", "p160", { outlet = "IOL", label = "Page on the grain deal", published = "2023-07-17",
  language = "en",
  url = "https://www.iol.co.za/news/world/look-un-chief-regrets-russias-decision-to-end-black-sea-grain-deal-255d"
    .. "506b-b4cf-52e1-8d5d-8f0d7a006a55", note = "Read: whole item. In the style of Xinhua." })
claim("sources", "p161", { outlet = "UN coordinator's office on ReliefWeb",
  title = "Operational update from the Office of the UN Coordinator for the Black sea Grain Initiative, 15 JULY 2023",
  published = "2023-07-15", language = "en",
  url = "https://reliefweb.int/report/world/operational-update-office-un-coordinator-black-sea-grain-initiative-1"
    .. "5-july-2023", origin = "official_text", note = "Read: opening." })
claim("sources", "p162", { outlet = "Interfax-Ukraine", label = "Page on the grain deal", published = "2023-07-18",
  language = "en", url = "https://en.interfax.com.ua/news/general/923525.html",
  note = "Read: opening. Passes on a statement of the EU." })
claim("sources", "p163", { outlet = "copy of Reuters (goodwordnews.com)",
  title = "EXCLUSIVE- Russians and Ukrainians met in UAE to discuss prisoner swap, ammonia, sources say",
  author = "Aziz El Yaakoubi, Pavel Polityuk, Jonathan Saul", published = "2022-11-24?", language = "en",
  url = "https://goodwordnews.com/exclusive-russians-and-ukrainians-met-in-uae-to-discuss-prisoner-swap-ammonia-s"
    .. "ources-say/", origin = "copy", agency = "Reuters", rests_on = "reuters-uae-nov22",
  note = "Read: opening; copy; all pages on this contact go back to this one report." })
claim("sources", "p164", { outlet = "Saudi Arabia Breaking News", label = "Page on the talks in Abu Dhabi",
  language = "en",
  url = "https://www.saudiarabiabreakingnews.com/post/russians-ukrainians-met-in-uae-to-discuss-prisoner-swap-amm"
    .. "onia-sources-say", origin = "agency", agency = "Reuters; WAM", rests_on = "reuters-uae-nov22",
  note = "Read: whole item; dependent, prints a Paris dateline." })
claim("sources", "p164", { published = "2022-11-24?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p165", { outlet = "The Postedia", label = "Page on the talks in Abu Dhabi", language = "en",
  url = "https://thepostedia.com/world/108672.html", origin = "agency", agency = "Reuters; Interfax",
  rests_on = "reuters-uae-nov22", note = "Read: opening; dependent, adds Zelensky." })
claim("sources", "p165", { published = "2022-11-24?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p166", { outlet = "HipHop24 (copy of an unnamed report)",
  title = "The Kremlin denies holding a Russian-Ukrainian meeting in the UAE", published = "2022-11-24?",
  language = "en",
  url = "https://hiphop-24.com/news/the-kremlin-denies-holding-a-russian-ukrainian-meeting-in-the-uae/",
  origin = "copy", rests_on = "reuters-uae-nov22",
  note = "Read: whole item; copy on an unrelated site, the title says more than the quotation." })
claim("sources", "p167", { outlet = "Ahram Online", title = "Russia, Ukraine agree new prisoner swap in Turkiye",
  published = "2023-01-11", language = "en",
  url = "https://english.ahram.org.eg/NewsContent/2/11/484107/World/War-in-Ukraine/Russia,-Ukraine-agree-new-pris"
    .. "oner-swap-in-Turkiye.aspx", origin = "agency", agency = "AFP", rests_on = "afp-ankara-jan23",
  note = "Read: opening." })
claim("sources", "p168", { outlet = "IN-Ukraine.info", label = "Page on the ombudsmen", language = "it",
  url = "https://it.in-ukraine.info/article/969827952-ombudsmeni-ukrayini-ta-rf-domovilisya-pro-obmin-po",
  origin = "agency", agency = "unnamed Turkish medium", note = "Read: whole item." })
claim("sources", "p168", { published = "2023-01-11?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p169", { outlet = "Business Recorder", title = "Russia, Ukraine agree new prisoner swap in Turkey",
  published = "2023-01-11", language = "en",
  url = "https://www.brecorder.com/news/40219668/russia-ukraine-agree-new-prisoner-swap-in-turkey", origin = "agency",
  agency = "AFP", rests_on = "afp-ankara-jan23", note = "Read: opening; same text as Ahram." })
claim("sources", "p170", { outlet = "ABC Nyheter", label = "Page on the ombudsmen", published = "2023-01",
  language = "no",
  url = "https://www.abcnyheter.no/amp/nyheter/verden/2023/01/12/195896576/ingen-ny-avtale-om-fangeutveksling-mel"
    .. "lom-russland-og-ukraina", origin = "agency", agency = "NTB; AFP", rests_on = "afp-ankara-jan23",
  note = "Read: whole item." })
claim("sources", "p171", { outlet = "Calgary Turkish Canadian",
  title = "Turkish ombudsman Malkoc stated the preparation of the largest exchange between Russia and Ukraine",
  language = "en",
  url = "https://calgaryturkishcanadian.org/turkish-ombudsman-says-preparation-for-exchange-between-russia-and-uk"
    .. "raine/", origin = "agency", agency = "CNN Türk", note = "Read: whole item." })
claim("sources", "p171", { published = "2023-01?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p172", { outlet = "Devdiscourse", label = "Page on the ombudsmen", published = "2023-01-16",
  language = "en",
  url = "https://www.devdiscourse.com/article/headlines/2321353-russia-ukraine-working-on-a-large-prisoner-exchan"
    .. "ge-deal-turkish-ombusdman", origin = "agency", agency = "Reuters", note = "Read: whole item." })
claim("sources", "p173", { outlet = "Ukrainska Pravda",
  title = "Ukraine and Russia working on major swap: 800 people on Ukraine's list, 200 on Russia's",
  published = "2023-01-16", language = "en", url = "https://www.pravda.com.ua/eng/news/2023/01/16/7385109/",
  origin = "agency", agency = "CNN Türk", rests_on = "cnn-turk-malkoc-jan23", note = "Read: opening." })
claim("sources", "p174", { outlet = "Ukrainian News Agency",
  title = "Ukraine And Russia, Mediated By Turkiye, Preparing Largest Exchange Of Prisoners For Thousand People",
  published = "2023-01", language = "en",
  url = "https://ukranews.com/en/news/908971-ukraine-and-russia-mediated-by-turkiye-preparing-largest-exchange-of"
    .. "-prisoners-for-thousand-people", origin = "agency", agency = "CNN Türk", rests_on = "cnn-turk-malkoc-jan23",
  note = "Read: opening." })
claim("sources", "p175", { outlet = "Sputnik",
  title = "Turkey Offers Mediation for Russia-Ukraine Humanitarian Corridor: Ukrainian Ombudsman",
  published = "2023-01-15", language = "en",
  url = "https://sputniknews.com/20230115/turkey-offers-mediation-for-russia-ukraine-humanitarian-corridor-ukrain"
    .. "ian-ombudsman-1106382907.html", note = "Read: whole item." })
claim("sources", "p176", { outlet = "Babel", label = "Page on the talks in Doha", published = "2024-04-25",
  language = "en",
  url = "https://babel.ua/en/news/106428-russia-announced-the-first-face-to-face-negotiations-with-ukraine-but-th"
    .. "is-is-not-the-case-they-talked-about-the-return-of-the-children", origin = "agency", agency = "France 24",
  rests_on = "lvova-belova-apr24", note = "Read: whole item." })
claim("sources", "p177", { outlet = "Kyiv Post", label = "Page on the talks in Doha", published = "2024-04-24?",
  language = "en",
  url = "https://fu.kyivpost.com/post/31640", origin = "agency", agency = "AFP", note = "Read: opening." })
claim("sources", "p178", { outlet = "MENAFN", label = "Page on the talks in Doha", published = "2024-04-25",
  language = "en",
  url = "https://menafn.com/1108139975/Qatar-Hosts-Russian-Delegation-As-Part-Of-Its-Reunification-Efforts-Of-Sep"
    .. "arated-Families", origin = "agency", agency = "QNA; The Peninsula", note = "Read: opening." })
claim("sources", "p179", { outlet = "deutsch.news-pravda.com (aggregator)",
  title = "Beauftragte des russischen Präsidenten für Kinderrechte Maria Lwowa-Belowa:", published = "2024-04-27",
  language = "de", url = "https://deutsch.news-pravda.com/world/2024/04/27/122081.html",
  rests_on = "lvova-belova-apr24", note = "Read: whole item. Passes on Lvova-Belova on Telegram." })
claim("sources", "p180", { outlet = "copy of Xinhua (golangjump.com)", label = "Page on the talks in Doha",
  published = "2024-04-24?",
  language = "zh", url = "http://golangjump.com/?YQy=Q.html", origin = "copy", agency = "Xinhua; Russian media",
  rests_on = "lvova-belova-apr24", note = "Read: whole item; copy under an unrelated address." })
claim("sources", "p181", { outlet = "Kyiv Independent", label = "Page on the talks in Doha", published = "2024-04-25?",
  language = "en",
  url = "https://kyivindependent.com/ukraine-passes-list-of-561-ukrainian-children-held-in-russia-to-qatar",
  note = "Read: whole item." })
claim("sources", "p182", { outlet = "MENAFN", label = "Page on the talks in Doha", published = "2024-04-25",
  language = "en",
  url = "https://menafn.com/1108140388/Ukraine-Refutes-Russias-Claim-Of-First-Face-To-Face-Talks-On-Childrens-Return",
  origin = "agency", agency = "Ukrinform",
  note = "Read: whole item. Passes on the Center for Countering Disinformation." })
claim("sources", "p183", { outlet = "Doha News", label = "Page on the talks in Doha", language = "en",
  url = "https://dohanews.co/russian-ukrainian-children-reunited-with-families-under-qatar-mediation",
  note = "Read: opening." })
claim("sources", "p183", { published = "2024-09?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p184", { outlet = "Kremlin.ru", label = "Page on the talks in Doha", published = "2024-09-25?",
  language = "en",
  url = "http://en.kremlin.ru/acts/assignments/execution/75329", origin = "official_text", note = "Read: whole item." })
claim("sources", "p185", { outlet = "Belnovosti (French page)",
  title = "Les médiateurs de Russie et d'Ukraine se sont réunis en Biélorussie", author = "Timur Khomichev",
  published = "2024-11-08", language = "fr",
  url = "https://belnovosti.com/fr/societe/les-mediateurs-de-russie-et-dukraine-se-sont-reunis-en-bielorussie",
  note = "Read: whole item. Passes on Moskalkova on Telegram." })
claim("sources", "p186", { outlet = "copy of Ukrainska Pravda (dtaishop.com.ua)",
  title = "Лубінець провів зустріч з Москальковою в Білорусі: започатковано новий формат співпраці.", language = "uk",
  url = "https://dtaishop.com.ua/content/lubinec-zustrivsya-z-moskalkovoyu-u-bilorusi-zapochatkovano-noviy-format",
  origin = "copy", rests_on = "lubinets-nov24", note = "Read: opening; copy. Passes on Lubinets." })
claim("sources", "p186", { published = "2024-11-08?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p187", { outlet = "Newsreadonline",
  title = "Lubinets ha incontrato Moskalkova in Bielorussia – ciò che è noto", language = "it",
  url = "https://newsreadonline.com/lubinets-ha-incontrato-moskalkova-in-bielorussia-cio-che-e-noto",
  origin = "machine", rests_on = "lubinets-nov24",
  note = "Read: whole item; machine translation. Passes on Lubinets." })
claim("sources", "p187", { published = "2024-11-08?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p188", { outlet = "copy of RT (uixnetwork.com)",
  title = "Russian and Ukrainian officials meet in Belarus", language = "en",
  url = "https://uixnetwork.com/news/russian-and-ukrainian-officials-meet-in-belarus-148133.html", origin = "copy",
  agency = "RT", note = "Read: opening; copy." })
claim("sources", "p188", { published = "2024-11-08?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p189", { outlet = "Ukrinform",
  title = "Ukraine’s Ombudsman discusses meeting with Russian counterpart in Belarus", published = "2024-12-30?",
  language = "en",
  url = "https://ukrinform.net/amp/rubric-ato/3943693-ukraines-ombudsman-discusses-meeting-with-russian-counterpa"
    .. "rt-in-belarus.html", note = "Read: whole item. Passes on Lubinets on Telegram." })
claim("sources", "p190", { outlet = "VideoStory News", label = "Page on the ombudsmen", published = "2024-12-30?",
  language = "en",
  url = "https://news.videostory.com/world/20241231-russia-and-ukraine-swap-prisoners-in-uae-mediated-exchange",
  note = "Read: whole item." })
claim("sources", "p191", { outlet = "Pravda.ru",
  title = "Russia and Ukraine Agree to Exchange Visions of Possible Ceasefire Scenarios", published = "2025-05-16",
  language = "en", url = "https://english.pravda.ru/news/world/162306-russia-ukraine-ceasefire/", origin = "agency",
  agency = "Interfax; RIA; TASS; RBC Ukraine", note = "Read: opening." })
claim("sources", "p192", { outlet = "News.by (Belarus)",
  title = "Head of Russian delegation delivers statement on outcome of talks in Istanbul", published = "2025-05-15",
  language = "en",
  url = "https://news.by/eng/news/v_mire/head-of-russian-delegation-delivers-statement-on-outcome-of-talks-in-istanbul",
  origin = "agency", agency = "RIA", note = "Read: whole item; page date is a day before the event." })
claim("sources", "p193", { outlet = "Rising Nepal",
  title = "Russia, Ukraine held talks, agreeing to swap captives and meet again.", published = "2025-05-17",
  language = "en", url = "https://risingnepaldaily.com/news/62056", origin = "copy", agency = "TASS",
  note = "Read: opening; reprint of TASS." })
claim("sources", "p194", { outlet = "Ukrainska Pravda", label = "Page on the talks in Istanbul",
  published = "2025-05-14",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/05/14/7512296/",
  note = "Read: whole item. Passes on the Kremlin." })
claim("sources", "p195", { outlet = "Vestnik Kavkaza", label = "Page on the talks in Istanbul",
  published = "2025-05-16", language = "en",
  url = "https://en.vestikavkaza.ru/material/175312", note = "Read: opening." })
claim("sources", "p196", { outlet = "Kyiv Independent", label = "Page on the talks in Istanbul",
  published = "2025-06-03",
  language = "en",
  url = "https://kyivindependent.com/nobot/russia-stalling-staging-diplomatic-show-in-peace-talks-with-ukraine-um"
    .. "erov-says/", note = "Read: opening. Passes on Umerov on Facebook." })
claim("sources", "p197", { outlet = "A News (Turkey)",
  title = "Moscow satisfied with results of peace talks in Istanbul, says head of Russian delegation",
  published = "2025-05-16", language = "en",
  url = "https://www.anews.com.tr/world/2025/05/16/moscow-satisfied-with-results-of-peace-talks-in-istanbul-says-"
    .. "head-of-russian-delegation", note = "Read: whole item." })
claim("sources", "p198", { outlet = "LIGA.net", label = "Page on the talks in Istanbul", published = "2025-05-16",
  language = "en",
  url = "https://news.liga.net/en/politics/news/istanbul-results-discussed-the-1000-for-1000-exchange-and-a-poten"
    .. "tial-meeting-between-zelenskyy-and-putin", origin = "agency", agency = "Suspilne", note = "Read: opening." })
claim("sources", "p199", { outlet = "Ukrainska Pravda", label = "Page on the talks in Istanbul",
  published = "2025-05-16",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/05/16/7512568/", origin = "agency",
  agency = "RIA; Sky News", note = "Read: whole item." })
claim("sources", "p200", { outlet = "UNN", label = "Page on the talks in Istanbul", published = "2025-05-16",
  language = "en",
  url = "https://unn.ua/en/news/meeting-in-istanbul-how-the-negotiations-between-ukraine-and-russia-ended-and-wha"
    .. "t-to-expect", note = "Read: opening." })
claim("sources", "p201", { outlet = "UNN", label = "Page on the talks in Istanbul", published = "2025-05-16",
  language = "en",
  url = "https://unn.ua/en/news/negotiations-in-istanbul-russia-threatened-to-seize-two-more-regions-of-ukraine-t"
    .. "he-economist", origin = "agency", agency = "The Economist", rests_on = "economist-may25",
  note = "Read: whole item. From its reporter on X." })
claim("sources", "p202", { outlet = "Ukrainska Pravda", label = "Page on the talks in Istanbul",
  published = "2025-05-16",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/05/16/7512573/", origin = "agency",
  agency = "The Economist; Sky News", rests_on = "economist-may25",
  note = "Read: whole item. From its reporter on X." })
claim("sources", "p203", { outlet = "Ukrainska Pravda", label = "Page on the talks in Istanbul",
  published = "2025-05-18",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/05/18/7512745/", origin = "agency",
  agency = "Sky News", note = "Read: opening. Passes on Kyslytsia on X." })
claim("sources", "p204", { outlet = "Interfax-Ukraine",
  title = "Russia in talks demands to give it five regions of Ukraine and recognize this at intl level – media",
  published = "2025-05-17", language = "en", url = "https://ua.interfax.com.ua/news/general/1072618.html",
  origin = "agency", agency = "Bloomberg", note = "Read: whole item." })
claim("sources", "p205", { outlet = "UNN",
  title = "Five points: Media revealed Russian demands voiced by Medinsky in Istanbul", published = "2025-05-17",
  language = "en",
  url = "https://unn.ua/en/news/five-points-media-revealed-russian-demands-voiced-by-medinsky-in-istanbul",
  origin = "agency", agency = "Clash Report", note = "Read: whole item." })
claim("sources", "p206", { outlet = "Ukrainska Pravda", label = "Page on the talks in Istanbul",
  published = "2025-05-18",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/05/18/7512794/", origin = "own_reporting",
  note = "Read: opening." })
claim("sources", "p207", { outlet = "Hürriyet Daily News",
  title = "Russia, Ukraine swap hundreds of prisoners in 1st round", published = "2025-05-23", language = "en",
  url = "https://www.hurriyetdailynews.com/russia-says-270-servicemen-120-civilians-exchanged-with-ukraine-in-1st"
    .. "-round-209528", note = "Read: whole item. Passes on Russia's Ministry of Defence." })
claim("sources", "p208", { outlet = "Ukrainska Pravda", label = "Page on the talks in Istanbul",
  published = "2025-05-23",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/05/23/7513734/",
  note = "Read: whole item. Passes on Zelensky and the Coordination Headquarters." })
claim("sources", "p209", { outlet = "Business Today", label = "Page on the talks in Istanbul",
  published = "2025-05-23", language = "en",
  url = "https://www.businesstoday.in/world/story/could-lead-to-something-big-says-trump-as-russia-ukraine-swap-p"
    .. "risoners-477554-2025-05-23", origin = "agency", agency = "Reuters", note = "Read: opening." })
claim("sources", "p210", { outlet = "UNN", label = "Page on the talks in Istanbul", published = "2025-05-24",
  language = "en",
  url = "https://unn.ua/en/news/russia-announced-the-second-round-of-prisoner-exchange-with-ukraine-in-the-format"
    .. "-of-307-for-307", note = "Read: whole item. Passes on Russia's Ministry of Defence." })
claim("sources", "p211", { outlet = "LIGA.net",
  title = "The second stage of the exchange: Ukraine returns 307 more servicemen from captivity – photos",
  published = "2025-05-24", language = "en",
  url = "https://news.liga.net/en/politics/news/the-second-stage-of-the-exchange-ukraine-returns-307-more-service"
    .. "men-from-captivity-photos", note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p212", { outlet = "Censor.NET", label = "Page on the talks in Istanbul", published = "2025-05-25",
  language = "en",
  url = "https://censor.net/en/news/3554211/another-exchange-took-place-how-many-soldiers-were-freed-from-captivity",
  note = "Read: whole item. Passes on Zelensky on Telegram." })
claim("sources", "p213", { outlet = "italy.news-pravda.com (aggregator)",
  title = "The Ministry of Defense announced the completion of the third stage of a large-scale prisoner exchange",
  published = "2025-05-25", language = "en", url = "https://italy.news-pravda.com/en/russia/2025/05/25/16060.html",
  origin = "agency", agency = "TASS", note = "Read: whole item. Passes on Russia's Ministry of Defence." })
claim("sources", "p214", { outlet = "News.by (Belarus)",
  title = "Exchange of Prisoners under 1000-to-1000 Formula in Istanbul Agreement Completed", published = "2025-05-24",
  language = "en",
  url = "https://news.by/eng/news/v_mire/exchange-of-prisoners-under-1000-to-1000-formula-in-istanbul-agreement-c"
    .. "ompleted", origin = "agency", agency = "TASS",
  note = "Read: whole item; page date precedes the last stage. Passes on Russia's Ministry of Defence." })
claim("sources", "p215", { outlet = "China Daily", title = "Russia, Ukraine wrap up largest prisoner swap",
  published = "2025-05-26", language = "en",
  url = "https://www.chinadaily.com.cn/a/202505/26/WS6833c75ea310a04af22c1758.html", origin = "agency",
  agency = "TASS; AFP", note = "Read: opening." })
claim("sources", "p216", { outlet = "Trend", label = "Page on the talks in Istanbul", published = "2025-05-25",
  language = "en",
  url = "https://en.trend.az/world/4048534.html", note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p217", { outlet = "ProAktobe",
  title = "В Стамбуле завершились переговоры между делегациями России и Украины", language = "ru",
  url = "https://proaktobe.kz/novosti-mira/133206-peregovory-rossii-i-ukrainy-zavershilis-v-stambule.html",
  note = "Read: opening." })
claim("sources", "p217", { published = "2025-05-16?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p218", { outlet = "Business Today", label = "Page on the talks in Istanbul",
  published = "2025-05-16", language = "en",
  url = "https://www.businesstoday.in/world/story/thaw-in-hostilities-russia-ukraine-agrees-to-exchange-1000-pris"
    .. "oners-of-war-476650-2025-05-16", note = "Read: whole item." })
claim("sources", "p219", { outlet = "Al Jazeera", label = "Page on the talks in Istanbul", published = "2025-05-22",
  language = "en",
  url = "https://www.aljazeera.com/news/2025/5/22/russia-says-it-received-ukraines-list-of-names-for-major-prison"
    .. "er-swap", origin = "agency", agency = "Interfax",
  note = "Read: opening; puts Istanbul as the Turkish capital." })
claim("sources", "p220", { outlet = "LIGA.net",
  title = "Yermak on the 1000-for-1000 exchange: Ukraine has done its part, Russia should hurry up",
  published = "2025-05-22", language = "en",
  url = "https://news.liga.net/en/politics/news/yermak-on-the-1000-for-1000-exchange-ukraine-has-done-its-part-ru"
    .. "ssia-should-hurry-up", origin = "agency", agency = "CNN", note = "Read: whole item." })
claim("sources", "p221", { outlet = "Business Standard", label = "Page on the talks in Istanbul",
  published = "2025-05", language = "en",
  url = "https://www.business-standard.com/amp/pti-stories/national/russia-ukraine-swap-hundreds-of-prisoners-in-"
    .. "first-phase-of-major-exchange-125052400003_1.html", origin = "agency", agency = "AP", note = "Read: opening." })
claim("sources", "p222", { outlet = "TASS", label = "Page on the talks in Istanbul", published = "2025-06-01",
  language = "en",
  url = "https://tass.com/politics/1966757", note = "Read: opening." })
claim("sources", "p223", { outlet = "Censor.NET", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://censor.net/en/news/3555613/ukrainian-and-russian-delegations-meet-in-istanbul-what-is-known",
  origin = "agency", agency = "Clash Report; Suspilne",
  note = "Read: whole item. Passes on Ukraine's foreign ministry." })
claim("sources", "p224", { outlet = "LIGA.net",
  title = "Delegations of Ukraine and Russia meet with Turkey in Istanbul", published = "2025-06-02", language = "en",
  url = "https://news.liga.net/en/politics/news/delegations-of-ukraine-and-russia-meet-with-turkey-in-istanbul",
  note = "Read: whole item. Passes on Ukraine's foreign ministry." })
claim("sources", "p225", { outlet = "TASS", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://tass.com/politics/1967015", note = "Read: whole item. Passes on an unnamed source." })
claim("sources", "p226", { outlet = "Proto Thema", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://en.protothema.gr/2025/06/02/ukraine-war-negotiations-underway-at-ciragan-palace-in-istanbul",
  note = "Read: opening." })
claim("sources", "p227", { outlet = "Censor.NET", label = "Page on the talks in Istanbul", published = "2025-06-03",
  language = "en",
  url = "https://censor.net/en/news/3555925/fidan-and-rubio-discuss-talks-between-ukraine-and-russia",
  note = "Read: opening." })
claim("sources", "p228", { outlet = "Ukrainska Pravda",
  title = "Heads of Ukrainian and Russian delegations reportedly held one-on-one meeting before talks",
  author = "Tetyana Oliynyk", published = "2025-06-02", language = "en",
  url = "https://www.pravda.com.ua/eng/news/2025/06/2/7515284/", origin = "agency", agency = "TASS",
  note = "Read: whole item." })
claim("sources", "p229", { outlet = "TRT World", title = "Second round of Russia-Ukraine peace talks begin in Istanbul",
  published = "2025-06-02", language = "en", url = "https://www.trtworld.com/article/db18b0f43feb", origin = "agency",
  agency = "AA", note = "Read: opening." })
claim("sources", "p230", { outlet = "The Independent (Uganda)", label = "Page on the talks in Istanbul",
  published = "2025-06-02",
  language = "en", url = "https://www.independent.co.ug/round-2-russia-ukraine-talks-wraps-up-in-istanbul/",
  origin = "copy", agency = "TASS", note = "Read: opening; reprint of TASS." })
claim("sources", "p231", { outlet = "Hromadske",
  title = "Ukraine's peace proposal details emerge as Istanbul talks begin", language = "en",
  url = "https://hromadske.ua/en/war/245755-u-stambuli-rozpochavsia-druhyy-raund-perehovoriv-miz-ukrayinoiu-ta-ro"
    .. "siyeiu-ziavyvsia-povnyy-tekst-propozytsiy-kyyeva", origin = "agency", agency = "Financial Times",
  note = "Read: opening. From a photo of the document." })
claim("sources", "p231", { published = "2025-06-02?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p232", { outlet = "RBC-Ukraine",
  title = "What's in Ukraine's full peace plan for Russia? Reuters reveals key points", language = "en",
  url = "https://newsukraine.rbc.ua/news/what-s-in-ukraine-s-full-peace-plan-for-russia-1748794641.html",
  origin = "agency", agency = "Reuters", rests_on = "reuters-ua-paper-jun25",
  note = "Read: opening. From a copy of the document." })
claim("sources", "p232", { published = "2025-06-01?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p233", { outlet = "LIGA.net", label = "Page on the talks in Istanbul", published = "2025-06-02?",
  language = "en",
  url = "https://news.liga.net/en/amp/politics/news/reuters-published-a-roadmap-with-which-ukraine-will-travel-to"
    .. "-istanbul", origin = "agency", agency = "Reuters", rests_on = "reuters-ua-paper-jun25",
  note = "Read: whole item. From a copy of the document." })
claim("sources", "p234", { outlet = "TASS", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://tass.com/politics/1967467", rests_on = "ru-memorandum-text",
  note = "Read: opening. Prints the document itself." })
claim("sources", "p235", { outlet = "TASS", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://tass.com/politics/1967385", rests_on = "ru-memorandum-text",
  note = "Read: opening. Prints the document itself." })
claim("sources", "p236", { outlet = "Babel", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://babel.ua/en/news/118475-recognition-of-the-annexation-of-crimea-and-4-regions-and-refusal-of-rep"
    .. "arations-text-of-the-russian-memorandum-has-appeared", origin = "agency", agency = "Russian state media",
  note = "Read: opening." })
claim("sources", "p237", { outlet = "news-pravda.com (aggregator)",
  title = "Memorandum of Russia, handed over to representatives of Ukraine", published = "2025-06-02", language = "en",
  url = "https://news-pravda.com/usa/2025/06/02/1390287.html", note = "Read: opening." })
claim("sources", "p238", { outlet = "TASS", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://tass.com/politics/1967401", rests_on = "ru-memorandum-text",
  note = "Read: opening. Prints the document itself." })
claim("sources", "p239", { outlet = "Sputnik", title = "Full Text of Russian Memorandum on Ukraine Published",
  published = "2025-06-02", language = "en",
  url = "https://sputnikglobe.com/20250602/full-text-of-russian-memorandum-on-ukraine-published-1122177196.html",
  rests_on = "ru-memorandum-text", note = "Read: opening. Prints the document itself." })
claim("sources", "p240", { outlet = "UNN", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://unn.ua/en/news/upon-returning-to-kyiv-i-will-convey-the-proposals-of-the-russians-umerov-reporte"
    .. "d-to-zelensky-on-negotiations-with-the-russian-federation", note = "Read: opening. Passes on Umerov." })
claim("sources", "p241", { outlet = "Online.UA", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://news.online.ua/en/what-ukraine-and-russia-agreed-on-in-istanbul-first-details-893987/",
  note = "Read: opening." })
claim("sources", "p242", { outlet = "Censor.NET", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://censor.net/en/news/3555688/medinsky-russia-proposes-short-term-ceasefire-with-ukraine",
  origin = "agency", agency = "Russian media", rests_on = "medinsky-jun2-2025", note = "Read: whole item." })
claim("sources", "p243", { outlet = "UNN", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://unn.ua/en/news/russia-has-put-forward-its-usual-predatory-demands-in-the-negotiations-peace-in-e"
    .. "xchange-for-the-captured-ukrainian-territories", origin = "agency", agency = "Axios", note = "Read: opening." })
claim("sources", "p244", { outlet = "Censor.NET", label = "Page on the talks in Istanbul", published = "2025-06-02",
  language = "en",
  url = "https://censor.net/en/news/3555716/the-foreign-ministry-issued-a-statement-on-the-meeting-of-the-leaders"
    .. "-of-ukraine-and-russia", origin = "agency", agency = "Ukrinform", note = "Read: opening." })
claim("sources", "p245", { outlet = "News.by (Belarus)", label = "Page on the talks in Istanbul", language = "en",
  url = "https://news.by/eng/news/v_mire/russia-ready-to-begin-prisoner-exchange-with-ukraine-from-june-7-to-9",
  origin = "agency", agency = "TASS", note = "Read: whole item." })
claim("sources", "p245", { published = "2025-06-02?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p246", { outlet = "Hürriyet Daily News",
  title = "'Russia ready to begin prisoner swap with Ukraine on June 7-9'", published = "2025-06-04", language = "en",
  url = "https://www.hurriyetdailynews.com/russia-ready-to-begin-prisoner-swap-with-ukraine-on-june-7-9-209952",
  note = "Read: whole item." })
claim("sources", "p247", { outlet = "Vestnik Kavkaza", label = "Page on the talks in Istanbul",
  published = "2025-06-07", language = "en",
  url = "https://en.vestikavkaza.ru/material/175738", note = "Read: whole item." })
claim("sources", "p248", { outlet = "Sputnik Africa",
  title = "Ukrainian side unexpectedly postponed both acceptance of bodies and exchange of prisoners of war for "
    .. "indefinite period, Medinsky says", published = "2025-06-07", language = "en",
  url = "https://en.sputniknews.africa/20250607/1073973155.html", note = "Read: whole item." })
claim("sources", "p249", { outlet = "Online.UA", label = "Page on the talks in Istanbul", published = "2025-06-07",
  language = "en",
  url = "https://news.online.ua/en/russia-staged-a-provocation-regarding-the-exchange-of-ukrainian-prisoners-of-w"
    .. "ar-and-bodies-of-the-dead-894133/", note = "Read: opening. Passes on the Coordination Headquarters." })
claim("sources", "p250", { outlet = "Ukrainska Pravda", label = "Page on the talks in Istanbul",
  published = "2025-06-07",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/06/7/7516111/", origin = "own_reporting",
  note = "Read: opening." })
claim("sources", "p251", { outlet = "Interfax-Ukraine", label = "Page on the talks in Istanbul",
  published = "2025-06-06",
  language = "en", url = "https://en.interfax.com.ua/news/general/1078087.html",
  note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p252", { outlet = "LIGA.net",
  title = "Russia showed a video of refrigerated trucks allegedly near the place of the exchange of dead. Ukraine "
    .. "denied it", published = "2025-06-07", language = "en",
  url = "https://news.liga.net/en/politics/news/russia-showed-a-video-of-refrigerated-trucks-allegedly-near-the-p"
    .. "lace-of-the-exchange-of-dead-ukraine-denied-it", origin = "agency", agency = "Suspilne",
  note = "Read: opening." })
claim("sources", "p253", { outlet = "TRT World",
  title = "Russia, Ukraine complete first phase of under-25 POW exchange: Moscow", published = "2025-06-09",
  language = "en", url = "https://www.trtworld.com/article/e8f4a5359941",
  note = "Read: opening. Passes on Russia's Ministry of Defence and Zelensky." })
claim("sources", "p254", { outlet = "Babel", label = "Page on the talks in Istanbul", published = "2025-06-09",
  language = "en",
  url = "https://babel.ua/en/news/118661-ukraine-and-russia-have-begun-a-new-exchange-of-prisoners-of-war",
  note = "Read: opening. Passes on the Coordination Headquarters." })
claim("sources", "p255", { outlet = "Ukrainska Pravda", label = "Page on the talks in Istanbul",
  published = "2025-06-12",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/06/12/7516871/",
  note = "Read: opening. Passes on the Coordination Headquarters." })
claim("sources", "p256", { outlet = "TASS", label = "Page on the talks in Istanbul", published = "2025-06-11",
  language = "en",
  url = "https://tass.com/politics/1971825", note = "Read: whole item. Passes on Medinsky on Telegram." })
claim("sources", "p257", { outlet = "The New Times", label = "Page on the talks in Istanbul", language = "en",
  url = "https://www.newtimes.ru/articles/detail/251135/gpt:en", origin = "machine",
  note = "Read: whole item; machine translation. Passes on the Coordination Headquarters." })
claim("sources", "p257", { published = "2025-06-11?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p258", { outlet = "LIGA.net", label = "Page on the talks in Istanbul", published = "2025-06-13",
  language = "en",
  url = "https://news.liga.net/en/politics/news/bodies-of-another-1200-dead-returned-to-ukraine-coordination-center",
  note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p259", { outlet = "Censor.NET",
  title = "Bodies of another 1,200 dead, including military personnel, have been returned to Ukraine, according to "
    .. "Coordination Headquarters. PHOTO", published = "2025-06-14", language = "en",
  url = "https://censor.net/en/news/3557899/the-bodies-of-another-1-200-dead-have-been-returned-to-ukraine-what-i"
    .. "s-known", note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p260", { outlet = "RTP", label = "Page on the talks in Istanbul", language = "pt",
  url = "https://www.rtp.pt/noticias/mundo/russia-e-ucrania-voltaram-a-trocar-prisioneiros-de-guerra_v1662102",
  note = "Read: whole item." })
claim("sources", "p260", { published = "2025-06-14?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p261", { outlet = "Censor.NET",
  title = "Bodies of 1,200 more victims, including defenders, have been returned to Ukraine, according to "
    .. "Coordination Headquarters. PHOTOS", published = "2025-06-15", language = "en",
  url = "https://censor.net/en/photonews/3558001/over-a-thousand-more-bodies-of-military",
  note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p262", { outlet = "Online.UA", title = "Another 1,245 bodies of the dead returned to Ukraine",
  published = "2025-06-16?", language = "en",
  url = "https://news.online.ua/en/another-1245-bodies-of-the-dead-returned-to-ukraine-894387/",
  note = "Read: opening. Passes on the Coordination Headquarters." })
claim("sources", "p263", { outlet = "Prensa Latina", label = "Page on the talks in Istanbul", published = "2025-07-16",
  language = "en",
  url = "https://www.plenglish.com/news/2025/07/16/moscow-urges-to-press-kiev-for-new-round-of-negotiations",
  note = "Read: middle part. Passes on Peskov." })
claim("sources", "p264", { outlet = "Euromaidan Press", label = "Page on the talks in Istanbul",
  published = "2025-06-16",
  language = "en",
  url = "https://euromaidanpress.com/2025/06/16/umerov-ukraine-managed-to-return-over-6000-bodies-of-the-dead-the"
    .. "-fight-for-prisoners-is-ahead", note = "Read: middle part. Passes on Umerov." })
claim("sources", "p265", { outlet = "LIGA.net",
  title = "Bodies of 1000 dead returned to Ukraine, including those who died in Russian captivity",
  published = "2025-08-19", language = "en",
  url = "https://news.liga.net/en/politics/news/bodies-of-1000-dead-returned-to-ukraine-including-those-who-died-"
    .. "in-russian-captivity", rests_on = "ua-hq-aug19-2025",
  note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p266", { outlet = "copy of Kyiv Independent (rss.aubry.org)",
  title = "Ukraine, Russia carry out another POW exchange under Istanbul deal", published = "2025-06-19?",
  language = "en", url = "https://rss.aubry.org/p/i/?a=normal&get=f_56&rid=6853613c099b3", origin = "copy",
  agency = "Kyiv Independent", note = "Read: opening; copy." })
claim("sources", "p267", { outlet = "Sakshi Post", label = "Page on the talks in Istanbul", published = "2025-06-20",
  language = "en",
  url = "https://www.sakshipost.com/news/russia-ukraine-swap-more-prisoners-under-istanbul-deal-420821",
  origin = "agency", agency = "IANS; Xinhua", note = "Read: whole item." })
claim("sources", "p268", { outlet = "LIGA.net", label = "Page on the talks in Istanbul", published = "2025-06-26",
  language = "en",
  url = "https://news.liga.net/en/politics/news/prisoner-exchange-on-june-26-ukraine-returns-military-under-25-an"
    .. "d-wounded-photos", note = "Read: opening. Passes on the Coordination Headquarters." })
claim("sources", "p269", { outlet = "Ukrainska Pravda", label = "Page on the talks in Istanbul",
  published = "2025-07-04",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/07/4/7520191/",
  note = "Read: opening. Passes on the Coordination Headquarters." })
claim("sources", "p270", { outlet = "The Moscow Times", label = "Page on the talks in Istanbul",
  published = "2025-07-04",
  language = "en",
  url = "https://www.themoscowtimes.com/2025/07/04/russia-carries-out-8th-prisoner-exchange-with-ukraine-since-is"
    .. "tanbul-talks-a89682", origin = "agency", agency = "TASS", note = "Read: whole item." })
claim("sources", "p271", { outlet = "Ukrainska Pravda", label = "Page on the talks in Istanbul",
  published = "2025-07-23",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/07/23/7523145/",
  note = "Read: whole item. Passes on Zelensky on X." })
claim("sources", "p272", { outlet = "Anadolu", title = "Russia, Ukraine agree on new prisoner swap at Istanbul talks",
  author = "Elena Teslova, Burc Eruygur", published = "2025-07-23", language = "en",
  url = "https://www.aa.com.tr/en/russia-ukraine-war/in-istanbul-talks-with-ukraine-russia-proposes-exchanging-1-"
    .. "200-more-soldiers-being-held-prisoner/3640218", note = "Read: opening." })
claim("sources", "p273", { outlet = "MIA", title = "Moscow says another prisoner exchange agreed with Kiev",
  author = "Ivan Kolekevski (poster)", published = "2025-07-24", language = "en",
  url = "https://mia.mk/index.php/en/story/moscow-says-another-prisoner-exchange-agreed-with-kiev", origin = "agency",
  agency = "dpa", note = "Read: opening." })
claim("sources", "p274", { outlet = "The Moscow Times", label = "Page on the talks in Istanbul",
  published = "2025-07-17",
  language = "en",
  url = "https://www.themoscowtimes.com/2025/07/17/russia-returns-1k-bodies-of-killed-ukrainian-soldiers-a89854",
  note = "Read: opening." })
claim("sources", "p275", { outlet = "Interfax-Ukraine",
  title = "Bodies of 1,000 victims returned to Ukraine – Coordination HQ", published = "2025-07-17", language = "en",
  url = "https://en.interfax.com.ua/news/general/1088432.html",
  note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p276", { outlet = "Daily Sabah", label = "Page on the talks in Istanbul", published = "2025-07-17",
  language = "en",
  url = "https://www.dailysabah.com/world/europe/russia-returns-1000-fallen-ukrainian-troops-as-part-of-istanbul-deal",
  note = "Read: whole item. Dpa style." })
claim("sources", "p277", { outlet = "germany.news-pravda.com (aggregator)",
  title = "Medinsky said that he called the Minister of Defense of Ukraine Umerov and suggested the exact date and "
    .. "place of the meeting for the exchange of memoranda on the settlement of the conflict.:",
  published = "2025-05-28", language = "en", url = "https://germany.news-pravda.com/en/world/2025/05/28/57127.html",
  note = "Read: whole item." })
claim("sources", "p278", { outlet = "news-pravda.com (aggregator)",
  title = "The head of the Ukrainian delegation at the talks, Defense Minister Rustem Umerov, called the head of the "
    .. "Russian delegation, Vladimir Medinsky, to find out if the Russian draft memorandum on conflict "
    .. "resolution was ready...", published = "2025-05-28", language = "en",
  url = "https://news-pravda.com/world/2025/05/28/1374856.html", note = "Read: whole item." })
claim("sources", "p279", { outlet = "Sputnik Globe",
  title = "Russia Ready to Start Prisoner Exchange With Ukraine on June 7-9 - Medinsky", published = "2025-06-04",
  language = "en",
  url = "https://sputnikglobe.com/20250604/russia-ready-to-start-prisoner-exchange-with-ukraine-on-june-7-9---med"
    .. "insky-1122190425.html", note = "Read: whole item." })
claim("sources", "p280", { outlet = "ASB Media",
  title = "Medinsky held a meeting with Umerov prior to the negotiations between the delegations.", language = "en",
  url = "https://asb-media.info/en/medinsky-held-a-meeting-with-umerov-prior-to-the-negotiations-between-the-dele"
    .. "gations", origin = "machine", agency = "RIA; Interfax; VGTRK",
  note = "Read: opening; machine-made text, gives both heads wrong offices." })
claim("sources", "p280", { published = "2025-06-02?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p281", { outlet = "ASB Media",
  title = "Russia-Ukraine Dialogue: No truce, but prison swap negotiations yield at least 1,000 detainees exchange "
    .. "agreement.", language = "en",
  url = "https://asb-media.info/en/russia-ukraine-dialogue-no-truce-but-prison-swap-negotiations-yield-at-least-1"
    .. "-000-detainees-exchange-agreement-the-delegations-locked-in-talks-in-istanbul-managed-to-negotiate-a-det"
    .. "ain", origin = "machine", agency = "Al Jazeera",
  note = "Read: opening; machine-made text, misdates the round." })
claim("sources", "p281", { published = "2025-06?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p282", { outlet = "UNN", label = "Page on the talks in Istanbul", language = "en",
  url = "https://unn.ua/en/news/russia-has-handed-over-to-ukraine-a-memorandum-on-a-ceasefire-which-consists-of-t"
    .. "wo-parts-the-head-of-the-russian-delegation", note = "Read: opening; date not printed." })
claim("sources", "p282", { published = "2025-06-02?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p283", { outlet = "Anadolu Agency",
  title = "Russia hands over peace proposal to Ukraine, offers temporary ceasefire in parts of front line",
  published = "2025-06-02?", language = "en",
  url = "https://www.aa.com.tr/en/russia-ukraine-war/russia-hands-over-peace-proposal-to-ukraine-offers-temporary"
    .. "-ceasefire-in-parts-of-front-line/3587093", note = "Read: opening, cut." })
claim("sources", "p284", { outlet = "Ukrainska Pravda (European Pravda)",
  title = "Russia claims to have offered Ukraine partial ceasefire", author = "Oleh Pavliuk", published = "2025-06-02",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/06/2/7515253/", origin = "agency",
  agency = "Russian media", rests_on = "medinsky-jun2-2025", note = "Read: whole item." })
claim("sources", "p285", { outlet = "4th Pillar Post", label = "Page on the talks in Istanbul", language = "en",
  url = "https://4thpillarpost.com/sub_detail/russia-ukraine-agree-on-prisoner-swap-and-return-o",
  note = "Read: opening; undated." })
claim("sources", "p285", { published = "2025-06-02?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p286", { outlet = "Brussels Post", label = "Page on the talks in Istanbul", language = "en",
  url = "https://brusselspost.com/kremlin-signals-stalled-progress-in-ukraine-peace-talks", note = "Read: opening." })
claim("sources", "p286", { published = "2025-06-03?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p287", { outlet = "MENAFN", label = "Page on the talks in Istanbul", published = "2025-07-03",
  language = "en",
  url = "https://menafn.com/1109758306/Zelensky-Only-Leaders-Summit-Can-Bring-Peace", origin = "agency",
  agency = "Ukrinform", note = "Read: whole item." })
claim("sources", "p288", { outlet = "UNN", label = "Page on the talks in Istanbul", language = "en",
  url = "https://unn.ua/en/news/lubynets-on-the-list-of-339-abducted-children-ukraine-has-not-received-informatio"
    .. "n-about-russias-readiness-to-return-them", note = "Read: opening; day not printed." })
claim("sources", "p288", { published = "2025-06?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p289", { outlet = "The Insider", label = "Page on the talks in Istanbul", language = "ru",
  url = "https://theins.ru/news/282313",
  note = "Read: whole item; day inferred from \"sixth since June\". Passes on Russia's Ministry of Defence and "
    .. "Zelensky." })
claim("sources", "p289", { published = "2025-06-20?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p290", { outlet = "The Smart Investor Guide (copy)", label = "Page on the talks in Istanbul",
  published = "2025-06-25",
  language = "en", url = "https://thesmartinvestorguide.com/2025/06/25/moscow-puts-peace-talks-with-kyiv-on-ice",
  origin = "copy", note = "Read: opening. Close to RT." })
claim("sources", "p291", { outlet = "Vestnik Kavkaza", label = "Page on the talks in Istanbul",
  published = "2025-07-23", language = "en",
  url = "https://en.vestikavkaza.ru/material/176627", note = "Read: whole item. Passes on an unnamed source." })
claim("sources", "p292", { outlet = "TASS", label = "Page on the talks in Istanbul", published = "2025-07-25",
  language = "en",
  url = "https://tass.com/world/1994353", note = "Read: whole item." })
claim("sources", "p293", { outlet = "Sputnik India",
  title = "Russia Offers Ukraine to Hand Over 3,000 Bodies of Soldiers: Presidential Aide Medinsky",
  published = "2025-07-24", language = "en",
  url = "https://sputniknews.in/20250724/russia-offers-ukraine-to-hand-over-3000-bodies-of-soldiers-delegation-he"
    .. "ad-9486560.html", note = "Read: opening." })
claim("sources", "p294", { outlet = "Ukrainska Pravda",
  title = "Third round of Ukraine-Russia talks begins in Istanbul", author = "Yevhen Kizilov", published = "2025-07-23",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/07/23/7523135/", origin = "agency",
  agency = "Suspilne; Anadolu", note = "Read: whole item." })
claim("sources", "p295", { outlet = "Censor.NET",
  title = "Ukraine proposed meeting between Zelenskyy and Putin by end of August – Umerov", published = "2025-07-23",
  language = "en",
  url = "https://censor.net/en/news/3564947/umerov-ukraine-proposes-a-meeting-between-zelenskyy-and-putin-by-the-"
    .. "end-of-august", note = "Read: opening. Passes on Umerov." })
claim("sources", "p296", { outlet = "ZMINA",
  title = "Ukraine proposes a leaders’ summit with Trump and Erdoğan by end of August, amidst direct talks with "
    .. "Russia in Istanbul", published = "2025-07-23", language = "en",
  url = "https://zmina.info/en/news-en/ukraine-proposed-leaders-summit-with-trump-and-erdogan-by-end-of-august-am"
    .. "idst-direct-talks-with-russia-in-istanbul", origin = "agency", agency = "Suspilne",
  note = "Read: opening, cut in the list. Passes on Umerov on Facebook." })
claim("sources", "p297", { outlet = "Vietnam.vn", label = "Page on the talks in Istanbul", language = "en",
  url = "https://www.vietnam.vn/en/quan-chuc-nga-neu-dieu-kien-cho-cuoc-gap-giua-ong-putin-va-ong-zelensky",
  origin = "agency", agency = "RT", note = "Read: whole item." })
claim("sources", "p297", { published = "2025-07-23?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p298", { outlet = "Sputnik",
  title = "Russia Offers Ukraine to Hand Over 3,000 Bodies of Soldiers: Presidential Aide Medinsky",
  published = "2025-07-23", language = "en",
  url = "https://sputnikglobe.com/20250723/ukrainian-side-decided-to-consider-russias-proposal-on-working-groups-"
    .. "--russian-delegation-head-1122479408.html", note = "Read: opening." })
claim("sources", "p299", { outlet = "Ukrainska Pravda", label = "Page on the talks in Istanbul",
  published = "2025-07-24",
  language = "en", url = "https://www.pravda.com.ua/eng/news/2025/07/24/7523165/", origin = "agency",
  agency = "Suspilne; RIA", note = "Read: opening." })
claim("sources", "p300", { outlet = "Online.UA", label = "Page on the talks in Istanbul", published = "2025-07-23",
  language = "en",
  url = "https://news.online.ua/en/the-third-round-of-talks-between-ukraine-and-russia-ended-in-istanbul-details-"
    .. "895483/", note = "Read: opening." })
claim("sources", "p301", { outlet = "TASS", label = "Page on the talks in Istanbul", published = "2025-09-24",
  language = "en",
  url = "https://tass.com/politics/2020681", origin = "agency", agency = "RBC radio", note = "Read: whole item." })
claim("sources", "p302", { outlet = "Kyiv Independent", label = "Page on the talks in Istanbul",
  published = "2025-09-12?",
  language = "en", url = "https://kyivindependent.com/ukraine-russia-peace-talks-on-pause-kremlin-says/",
  note = "Read: opening." })
claim("sources", "p303", { outlet = "Sputnik India", label = "Page on the talks in Istanbul", published = "2026-01-25",
  language = "en",
  url = "https://sputniknews.in/amp/20260125/ukraine-ignores-russias-proposals-for-talks-russian-foreign-ministry"
    .. "-10396077.html", note = "Read: whole item. Passes on Russia's foreign ministry." })
claim("sources", "p304", { outlet = "Hürriyet Daily News",
  title = "Erdoğan says he may call Putin, Trump to push for peace talks", published = "2025-07-25", language = "en",
  url = "https://www.hurriyetdailynews.com/erdogan-says-he-may-call-putin-trump-to-push-for-peace-talks-211864",
  note = "Read: opening." })
claim("sources", "p305", { outlet = "DeepNewz", label = "Page on the talks in Istanbul", published = "2025-08-14?",
  language = "en",
  url = "https://preview.deepnewz.com/russia/russia-ukraine-swap-84-prisoners-ahead-trump-putin-summit-1e03b93c",
  note = "Read: opening; aggregator. Passes on Russia's Ministry of Defence and Zelensky." })
claim("sources", "p306", { outlet = "Realnoe Vremya",
  title = "ОАЭ помогли освободить более 4,3 тысячи пленных в ходе обменов между Россией и Украиной",
  published = "2025-08-14", language = "ru",
  url = "https://realnoevremya.ru/news/350281-oae-pomogli-osvobodit-bolee-43-tysyachi-plennyh-v-hode-obmenov",
  origin = "agency", agency = "TASS", note = "Read: opening. Passes on the foreign ministry of the Emirates." })
claim("sources", "p307", { outlet = "Ukrainska Pravda",
  title = "Ukraine returns bodies of one thousand fallen defenders, five were on Istanbul POW exchange list",
  author = "Valentyna Romanenko", published = "2025-08-19", language = "en",
  url = "https://www.pravda.com.ua/eng/news/2025/08/19/7526891/", rests_on = "ua-hq-aug19-2025",
  note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p308", { outlet = "ILKHA", title = "Ukraine repatriates 1,000 bodies in ongoing exchange with Russia",
  language = "en",
  url = "https://ilkha.com/english/world/ukraine-repatriates-1000-bodies-in-ongoing-exchange-with-russia-467804",
  note = "Read: opening; day not dated, background counts only two rounds. Passes on the Coordination Headquarters "
    .. "and Medinsky." })
claim("sources", "p308", { published = "2025-08-20?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p309", { outlet = "MENAFN", title = "Russia, Ukraine Conclude Swap of 146 Prisoners",
  published = "2025-08-25", language = "en",
  url = "https://menafn.com/1109970605/Russia-Ukraine-Conclude-Swap-of-146-Prisoners",
  note = "Read: whole item. Passes on Russia's Ministry of Defence and the Coordination Headquarters." })
claim("sources", "p310", { outlet = "MENAFN", title = "Russia, Ukraine Conduct Major Prisoner Exchange",
  published = "2025-08-25", language = "en",
  url = "https://menafn.com/1109970725/Russia-Ukraine-Conduct-Major-Prisoner-Exchange",
  note = "Read: whole item. Passes on Russia's Ministry of Defence." })
claim("sources", "p311", { outlet = "The Media Line",
  title = "Russia and Ukraine Exchange 146 Prisoners Each Following UAE Mediation", published = "2025-08-25",
  language = "en",
  url = "https://themedialine.org/headlines/russia-and-ukraine-exchange-146-prisoners-each-following-uae-mediation/",
  note = "Read: whole item." })
claim("sources", "p312", { outlet = "LIGA.net", label = "Page on the talks in Istanbul", published = "2025-09-18",
  language = "en",
  url = "https://news.liga.net/en/politics/news/ukraine-returns-1000-bodies-of-fallen-defenders-from-russia",
  note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p313", { outlet = "copy of Euronews (youboox)",
  title = "Ukraine and Russia exchange 185 soldiers each in latest prisoner swap", published = "2025-10-02",
  language = "en", url = "https://kiosk.youboox.fr/en/pod/865/rss/38/article/232805594", origin = "copy",
  agency = "Euronews", rests_on = "ru-mod-oct2-2025",
  note = "Read: opening; copy. Passes on Russia's Ministry of Defence." })
claim("sources", "p314", { outlet = "Babel", label = "Page on the talks in Istanbul", published = "2025-10-02",
  language = "en",
  url = "https://babel.ua/en/news/121896-a-new-prisoner-exchange-took-place-ukraine-returned-185-fighters-and-20-"
    .. "civilians", note = "Read: opening. Passes on the Coordination Headquarters." })
claim("sources", "p315", { outlet = "The Standard (Kenya)",
  title = "Russia, Ukraine exchange 185 prisoners of war each", author = "AFP", published = "2025-10-02",
  language = "en",
  url = "https://thestandard.ke/business/amp/world/article/2001530917/russia-ukraine-exchange-185-prisoners-of-wa"
    .. "r-each", origin = "agency", agency = "AFP", note = "Read: whole item." })
claim("sources", "p316", { outlet = "TRT World", label = "Page on the talks in Istanbul", published = "2025-10-02",
  language = "en",
  url = "https://www.trtworld.com/article/f6f8e8ff4259", rests_on = "ru-mod-oct2-2025",
  note = "Read: whole item. Passes on Russia's Ministry of Defence." })
claim("sources", "p317", { outlet = "Pravda.ru",
  title = "Russia Returns 185 Ukrainian Soldiers, Zelensky Responds With One Word", published = "2025-10-02",
  language = "en", url = "https://english.pravda.ru/news/world/164337-russia-ukraine-prisoner-exchange/",
  note = "Read: opening. Passes on Russia's Ministry of Defence and Saraliyev." })
claim("sources", "p318", { outlet = "The Moscow Times", label = "Page on the talks in Istanbul",
  published = "2025-10-23",
  language = "en", url = "https://www.themoscowtimes.com/2025/10/23/ukraine-says-russia-returned-1000-bodies-a90917",
  note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p319", { outlet = "EziGuide", label = "Page on the talks in Istanbul", published = "2025-10-23?",
  language = "en",
  url = "https://www.eziguide.com/news/world/russia-returns-1000-fallen-soldiers-remains-to-ukraine-in-latest-war"
    .. "time-exchange", note = "Read: whole item." })
claim("sources", "p320", { outlet = "Babel", title = "1000 bodies of the dead returned to Ukraine",
  author = "Olha Bereziuk", published = "2025-11-20", language = "en",
  url = "https://babel.ua/en/news/123198-1000-bodies-of-the-dead-returned-to-ukraine",
  note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p321", { outlet = "NDTV", label = "Page on the talks in Istanbul", published = "2025-11-20",
  language = "en",
  url = "https://www.ndtv.com/world-news/ukraine-receives-1-000-bodies-of-soldiers-from-russia-9670706",
  note = "Read: whole item. AFP style." })
claim("sources", "p322", { outlet = "The Moscow Times", label = "Page on the talks in Istanbul",
  published = "2025-12-19",
  language = "en",
  url = "https://www.themoscowtimes.com/2025/12/19/russia-returns-bodies-of-over-1k-ukrainian-soldiers-a91485",
  note = "Read: whole item. Passes on Medinsky on Telegram." })
claim("sources", "p323", { outlet = "Kyiv Independent",
  title = "Ukraine says 1,003 bodies of fallen soldiers return home", published = "2025-12-19?", language = "en",
  url = "https://kyivindependent.com/ukraine-says-1-003-bodies-of-fallen-soldiers-return-home", origin = "agency",
  agency = "Interfax", note = "Read: whole item." })
claim("sources", "p324", { outlet = "Prensa Latina (Portuguese service)", label = "Page on the talks in Istanbul",
  language = "pt",
  url = "https://www.prensalatina.com.br/?p=6397",
  note = "Read: whole item; clock probably three hours off. Passes on Russia's foreign ministry." })
claim("sources", "p324", { published = "2025-07-23?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p325", { outlet = "Kommersant", label = "Page on the talks in Istanbul", published = "2025-07",
  language = "ru",
  url = "https://www.kommersant.ru/doc/7908869", note = "Read: opening." })
claim("sources", "p326", { outlet = "Patrika (mirror)", label = "Page on the talks in Istanbul", language = "en",
  url = "https://frontend.go-vip.net/en/world-news/third-round-of-russia-ukraine-talks-end-without-breakthrough-1"
    .. "9803126", origin = "copy", note = "Read: whole item." })
claim("sources", "p326", { published = "2025-07-23?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p327", { outlet = "Caliber.Az",
  title = "Moscow says Russia awaits Ukraine's response on proposed negotiating groups", author = "Khagan Isayev",
  published = "2025-08-13?", language = "en",
  url = "https://caliber.az/en/post/moscow-says-russia-awaits-ukraine-s-response-on-proposed-negotiating-groups",
  origin = "agency", agency = "Russian media", note = "Read: whole item." })
claim("sources", "p328", { outlet = "Press Point", label = "Page on the talks in Istanbul", language = "en",
  url = "https://www.presspoint.us/?p=699", note = "Read: whole item; undated. Close to RT." })
claim("sources", "p328", { published = "2025-08-15?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p329", { outlet = "Kommersant", label = "Page on the talks in Istanbul", author = "Лусине Баласян",
  published = "2025-08-27", language = "ru", url = "https://www.kommersant.ru/doc/7990806",
  note = "Read: whole item." })
claim("sources", "p330", { outlet = "RBC", label = "Page on the talks in Istanbul", published = "2025-10-02",
  language = "ru",
  url = "https://www.rbc.ru/rbcfreenews/68de86ed9a79478965038efb", rests_on = "ru-mod-oct2-2025",
  note = "Read: opening. Passes on Russia's Ministry of Defence." })
claim("sources", "p331", { outlet = "Kommersant", label = "Page on the talks in Istanbul",
  author = "Полина Мотызлевская",
  published = "2025-10-02", language = "ru", url = "https://www.kommersant.ru/doc/8081066",
  note = "Read: whole item. Passes on Russia's Ministry of Defence." })
claim("sources", "p332", { outlet = "Interfax-Ukraine",
  title = "Umerov arrives in Istanbul to unblock prisoner exchange processes", published = "2025-11-11",
  language = "en", url = "https://en.interfax.com.ua/news/general/1119673.html",
  note = "Read: whole item. Passes on Umerov on Telegram." })
claim("sources", "p333", { outlet = "TRT World",
  title = "Ukraine's security chief in Istanbul for talks on resuming prisoner exchanges with Russia",
  published = "2025-11-12", language = "en", url = "https://www.trtworld.com:443/article/b2377f4e74d4",
  origin = "agency", agency = "AA", note = "Read: whole item." })
claim("sources", "p334", { outlet = "UNN", label = "Page on exchanges",
  published = "2025-11-15", language = "en",
  url = "https://unn.ua/en/news/ukraine-and-russia-agreed-on-the-exchange-of-1200-ukrainian-prisoners-umerov",
  note = "Read: whole item. Passes on Umerov on Telegram." })
claim("sources", "p335", { outlet = "Yeni Akit", label = "Page on exchanges",
  published = "2025-11-16", language = "tr",
  url = "https://www.yeniakit.com.tr/haber/ukrayna-esir-takasi-icin-turkiyede-gorusmeler-yapildi-1965064.html",
  note = "Read: whole item." })
claim("sources", "p336", { outlet = "The Star (Malaysia)",
  title = "Russia is ready to resume talks with Ukraine in Istanbul, foreign ministry official says",
  published = "2025-11-12", language = "en",
  url = "https://www.thestar.com.my/news/world/2025/11/12/russia-is-ready-to-resume-talks-with-ukraine-in-istanbu"
    .. "l-foreign-ministry-official-says", origin = "agency", agency = "Reuters; TASS", note = "Read: whole item." })
claim("sources", "p337", { outlet = "RBC-Ukraine",
  title = "Ukraine halts peace talks with Russia, deputy FM explains reason", language = "en",
  url = "https://newsukraine.rbc.ua/news/ukraine-halts-peace-talks-with-russia-deputy-1762946563.html",
  origin = "agency", agency = "The Times", note = "Read: opening." })
claim("sources", "p337", { published = "2025-11-12?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p338", { outlet = "TRT World",
  title = "Moscow warms to Erdogan's call to resume Istanbul talks to end Ukraine–Russia war", published = "2025-11-19",
  language = "en", url = "https://www.trtworld.com/article/d6dd62c2a090", origin = "agency", agency = "AA; TASS",
  note = "Read: whole item." })
claim("sources", "p339", { outlet = "Türkiye Today", label = "Page on exchanges",
  published = "2026-02-05?", language = "en",
  url = "https://www.turkiyetoday.com/world/uae-hails-progress-in-russia-ukraine-us-talks-3214116",
  note = "Read: whole item. Passes on the foreign ministry of the Emirates and Witkoff." })
claim("sources", "p340", { outlet = "TRT World",
  title = "US holds secret talks with Russian, Ukranian officials in UAE: report", published = "2025-11-25",
  language = "en", url = "https://www.trtworld.com:443/article/dfdb5c1bbfd8", origin = "agency",
  agency = "Financial Times", rests_on = "ft-abudhabi-nov25", note = "Read: whole item." })
claim("sources", "p341", { outlet = "UNN", label = "Page on the talks in Abu Dhabi", published = "2025-11-25",
  language = "en",
  url = "https://unn.ua/en/news/heads-of-intelligence-of-ukraine-and-russia-planned-a-meeting-in-abu-dhabi-drisco"
    .. "lls-arrival-was-a-surprise-media", origin = "agency", agency = "Axios", rests_on = "axios-nov25",
  note = "Read: whole item." })
claim("sources", "p342", { outlet = "LIGA.net", label = "Page on the talks in Abu Dhabi", published = "2025-11-25",
  language = "en",
  url = "https://news.liga.net/en/politics/news/axios-ukrainian-delegation-led-by-budanov-holds-talks-in-abu-dhab"
    .. "i-with-russia-and-the-us", origin = "agency", agency = "Axios", rests_on = "axios-nov25",
  note = "Read: whole item." })
claim("sources", "p343", { outlet = "Novyny.LIVE", title = "Ukraine and Russia held direct talks in Abu Dhabi — Axios",
  author = "Mariia Chekariova (editor)", published = "2025-11-26", language = "en",
  url = "https://armiya.novyny.live/en/ukraine-and-russia-held-direct-talks-in-abu-dhabi-axios-296234.html",
  origin = "agency", agency = "Axios", rests_on = "axios-nov25", note = "Read: whole item." })
claim("sources", "p344", { outlet = "Kyiv Independent", label = "Page on the talks in Abu Dhabi",
  published = "2025-11-25",
  language = "en",
  url = "https://kyivindependent.com/us-holding-secret-ukraine-russia-peace-talks-in-abu-dhabi-ft-reports/",
  origin = "agency", agency = "Financial Times", rests_on = "ft-abudhabi-nov25", note = "Read: whole item." })
claim("sources", "p345", { outlet = "Kommersant", label = "Page on the talks in Abu Dhabi", published = "2025-11-26",
  language = "ru",
  url = "https://www.kommersant.ru/doc/8231076", origin = "agency", agency = "Rossiya 1", note = "Read: opening." })
claim("sources", "p346", { outlet = "alanews", label = "Page on the talks in Abu Dhabi", published = "2025-11-26",
  language = "it",
  url = "https://www.alanews.it/esteri/incontro-segreto-tra-007-russi-e-ucraini-ad-abu-dhabi-ushakov-trattative-d"
    .. "elicate-sui-prigionieri", origin = "agency", agency = "TASS", note = "Read: whole item." })
claim("sources", "p347", { outlet = "TASS", label = "Page on the talks in Abu Dhabi", published = "2025-11-27",
  language = "en",
  url = "https://tass.com/politics/2050115", note = "Read: whole item." })
claim("sources", "p348", { outlet = "Gazeta Prawna", label = "Page on the talks in Abu Dhabi", language = "pl",
  url = "https://www.gazetaprawna.pl/wiadomosci/artykuly/10592699,rosja-doradca-putina-otrzymalismy-nowa-wersje-p"
    .. "lanu-dla-ukrainy-wym.html", origin = "agency", agency = "Reuters; Russian state TV", note = "Read: opening." })
claim("sources", "p348", { published = "2025-11-26?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p349", { outlet = "CGTN", label = "Page on the talks in Geneva", published = "2025-11-24",
  language = "en",
  url = "https://news.cgtn.com/news/2025-11-24/U-S-Ukraine-say-Geneva-talks-make-progress-but-differences-remain-"
    .. "1IyjKaOKP04/p.html", note = "Read: opening." })
claim("sources", "p350", { outlet = "Newsmax", title = "Geneva Talks Trim Russia-Ukraine Plan to 19 Points",
  published = "2025-11-24", language = "en",
  url = "https://rss.newsmax.com/world/globaltalk/marco-rubio-russia-ukraine/2025/11/24/id/1235869", origin = "agency",
  agency = "Financial Times", note = "Read: opening." })
claim("sources", "p351", { outlet = "LIGA.net", label = "Page on the meetings in Miami", published = "2025-12-20",
  language = "en",
  url = "https://news.liga.net/en/politics/news/ukraine-has-discussed-a-peace-plan-with-the-united-states-now-com"
    .. "es-putins-envoy", origin = "agency", agency = "Reuters", note = "Read: whole item." })
claim("sources", "p352", { outlet = "Lordspress", label = "Page on the meetings in Miami", language = "en",
  url = "https://lordspress.co.uk/breaking/no-breakthrough-after-ukraine-talks-in-miami", note = "Read: opening." })
claim("sources", "p352", { published = "2025-12-21?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p353", { outlet = "CNA", label = "Page on the meetings in Miami", published = "2025-12-20?",
  language = "en",
  url = "https://www.channelnewsasia.com/world/zelenskyy-says-us-mooted-direct-ukraine-russia-talks-ending-war-in"
    .. "-miami-5653806", note = "Read: opening. AFP style." })
claim("sources", "p354", { outlet = "The Spokesman-Review", label = "Page on the meetings in Miami",
  author = "Claire Heddle",
  published = "2025-12-19", language = "en",
  url = "https://www.spokesman.com/stories/2025/dec/19/trump-aides-hold-another-round-of-ukraine-peace-ta/",
  origin = "agency", agency = "Miami Herald", note = "Read: opening." })
claim("sources", "p355", { outlet = "Kyiv Independent",
  title = "Russian, US envoys meet in Miami for Ukraine peace talks, Reuters reports", language = "en",
  url = "https://kyivindependent.com/putin-envoy-dmitriev-heads-to-miami-for-talks-with-witkoff-kushner-as-u-s-pu"
    .. "shes-ukraine-peace-plan-reuters-reports", origin = "agency", agency = "Reuters", note = "Read: opening." })
claim("sources", "p355", { published = "2025-12-20?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p356", { outlet = "UNN", label = "Page on the meetings in Miami", published = "2025-12-22",
  language = "en",
  url = "https://unn.ua/en/news/miami-peace-talks-on-russias-war-against-ukraine-did-not-lead-to-a-breakthrough-p"
    .. "olitico", origin = "agency", agency = "Politico", note = "Read: opening." })
claim("sources", "p357", { outlet = "People's Daily Online",
  title = "UAE hosts first Russia-U.S.-Ukraine talks since conflict began", published = "2026-01-24", language = "en",
  url = "http://en.people.cn/n3/2026/0124/c90000-20418299.html", origin = "agency", agency = "Xinhua; WAM",
  note = "Read: whole item." })
claim("sources", "p358", { outlet = "Pravda.ru", title = "Ukraine Talks in Abu Dhabi Begin Behind Closed Doors",
  published = "2026-01-23", language = "en",
  url = "https://english.pravda.ru/news/world/165574-abu-dhabi-ukraine-talks-closed-doors/", origin = "agency",
  agency = "TASS", note = "Read: opening. Passes on the foreign ministry of the Emirates." })
claim("sources", "p359", { outlet = "Walaw",
  title = "United States, Ukraine, and Russia launch first trilateral talks in UAE", published = "2026-01-23",
  language = "en",
  url = "https://en.walaw.press/articles/united_states_ukraine_and_russia_launch_first_trilateral_talks_in_uae/GQ"
    .. "QFLSWWLWWS", note = "Read: opening." })
claim("sources", "p360", { outlet = "WION", label = "Page on the talks in Abu Dhabi", published = "2026-01-24",
  language = "en",
  url = "https://www.wionews.com/world/-moscow-must-end-war-zelensky-says-as-russia-ukraine-hold-first-direct-tal"
    .. "ks-on-us-plan-1769223036418",
  note = "Read: opening. Passes on Umerov and the foreign ministry of the Emirates." })
claim("sources", "p361", { outlet = "copy of Euronews (cloudfront)",
  title = "More talks expected next week after Ukraine, Russia and US conclude Abu Dhabi meeting",
  published = "2026-01-24?", language = "en",
  url = "https://d33gy59ovltp76.cloudfront.net/news/abu-dhabi-hosts-russia-ukraine-peace-talks-with-territorial-i"
    .. "ssues-a-priority", origin = "copy", agency = "Euronews", note = "Read: opening; copy." })
claim("sources", "p362", { outlet = "LIGA.net",
  title = "Zelenskyy talks with Umerov before talks in Abu Dhabi: they discussed desired results",
  published = "2026-01-23", language = "en",
  url = "https://news.liga.net/en/politics/news/zelenskyy-talks-with-umerov-before-talks-in-abu-dhabi-they-discus"
    .. "sed-desired-results", origin = "agency", agency = "Sky News", note = "Read: whole item." })
claim("sources", "p363", { outlet = "Hürriyet Daily News",
  title = "Russia says Ukraine talks in UAE held in 'constructive spirit'", published = "2026-01-26", language = "en",
  url = "https://www.hurriyetdailynews.com/russia-says-ukraine-talks-in-uae-held-in-constructive-spirit-218248",
  note = "Read: opening." })
claim("sources", "p364", { outlet = "Mail.ru News", label = "Page on the talks in Abu Dhabi", language = "ru",
  url = "https://news.mail.ru/politics/69590485/", note = "Read: whole item." })
claim("sources", "p364", { published = "2026-01-24?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p365", { outlet = "TRT World",
  title = "Russia, Ukraine and US prepare for second round of peace talks in Abu Dhabi", published = "2026-01-28",
  language = "en", url = "https://www.trtworld.com:443/article/65b0a417686a", note = "Read: opening." })
claim("sources", "p366", { outlet = "Fakti.bg", label = "Page on the talks in Abu Dhabi", language = "en",
  url = "https://fakti.bg/en/amp/world/1031030-trump-russia-halts-strikes-due-to-terrible-weather", origin = "agency",
  agency = "Financial Times", note = "Read: opening." })
claim("sources", "p366", { published = "2026-01-24?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p367", { outlet = "Novaya Gazeta Europe", label = "Page on the talks in Abu Dhabi",
  published = "2026-01-30",
  language = "en",
  url = "https://novayagazeta.eu/articles/2026/01/30/russia-to-temporarily-stop-attacking-ukrainian-energy-facili"
    .. "ties-trump-says-en-news", origin = "agency", agency = "Vedomosti", note = "Read: opening." })
claim("sources", "p368", { outlet = "Ukrainian World Congress", title = "Can Putin break the energy truce?",
  published = "2026-01-29/2026-01-30?", language = "en",
  url = "https://www.ukrainianworldcongress.org/can-putin-break-the-energy-truce",
  note = "Read: opening; comment piece." })
claim("sources", "p369", { outlet = "Sputnik",
  title = "Russia Hands Over 1,000 Bodies of Ukrainian Soldiers to Ukraine - Presidential Aide",
  published = "2026-01-29", language = "en",
  url = "https://sputnikglobe.com/20260129/russia-hands-over-1000-bodies-of-ukrainian-soldiers-to-ukraine---presi"
    .. "dential-aide-1123545932.html", note = "Read: whole item. Passes on Medinsky on Telegram." })
claim("sources", "p370", { outlet = "The Moscow Times",
  title = "Russia Returns Bodies of 1K Ukrainian Soldiers in First Exchange of 2026", published = "2026-01-29",
  language = "en",
  url = "https://www.themoscowtimes.com/2026/01/29/russia-returns-bodies-of-1k-ukrainian-soldiers-in-first-exchan"
    .. "ge-of-2026-a91811", origin = "agency", agency = "RBC",
  note = "Read: whole item. Passes on the Coordination Headquarters." })
claim("sources", "p371", { outlet = "A News (Turkey)", label = "Page on the talks in Abu Dhabi",
  published = "2026-01-29",
  language = "en", url = "https://www.anews.com.tr/world/2026/01/29/russia-ukraine-exchange-bodies-of-fallen-soldiers",
  note = "Read: whole item. Passes on Medinsky and Galuzin." })
claim("sources", "p372", { outlet = "Mint", label = "Page on the talks in Abu Dhabi", published = "2026-01",
  language = "en",
  url = "https://www.livemint.com/news/world/russiaukraineus-hold-meet-in-uae-why-talks-are-are-important-what-to"
    .. "-expect-as-donbas-issue-remains-friction-point-11769185542182.html", origin = "agency", agency = "AP",
  note = "Read: opening." })
claim("sources", "p373", { outlet = "MENAFN", label = "Page on the talks in Abu Dhabi", published = "2026-02-05",
  language = "en",
  url = "https://menafn.com/1110700744/Trilateral-Ukraine-Peace-Talks-Resume-in-Abu-Dhabi",
  note = "Read: whole item. Passes on Umerov on Facebook and Zelensky." })
claim("sources", "p374", { outlet = "AnewZ",
  title = "Ukraine and Russia agree to exchange 314 prisoners in Abu Dhabi talks, says Witkoff",
  published = "2026-02-05?", language = "en",
  url = "https://anewz.tv/world/world-news/17853/ukraine-and-russia-agree-to-exchange-314-prisoners/news",
  rests_on = "witkoff-feb5-2026", note = "Read: whole item. Passes on Witkoff on X." })
claim("sources", "p375", { outlet = "EIR News", label = "Page on the talks in Abu Dhabi", published = "2026-02",
  language = "en",
  url = "https://eir.news/2026/02/news/us-assesses-us-ukraine-russia-talks-as-constructive",
  rests_on = "witkoff-feb5-2026", note = "Read: opening. Passes on Witkoff on X and Russia's Ministry of Defence." })
claim("sources", "p376", { outlet = "Hürriyet Daily News",
  title = "Russia, Ukraine agree POW swap at Abu Dhabi talks: US envoy", published = "2026-02-04", language = "en",
  url = "https://www.hurriyetdailynews.com/amp/russia-ukraine-agree-pow-swap-at-abu-dhabi-talks-us-envoy-218630",
  note = "Read: opening. AFP style." })
claim("sources", "p377", { outlet = "Gaya One",
  title = "US-Led Diplomacy in Abu Dhabi Secures Major Prisoner Exchange Agreement Between Ukraine and Russia",
  author = "Tatyana Hurynovich (editor)", published = "2026-02-05", language = "en",
  url = "https://gayaone.com/en/world-events/summary/us-mediated-talks-in-abu-dhabi-yield-314-person-prisoner-exc"
    .. "hange-between-ukraine-and-russia", note = "Read: opening; rewritten digest. Passes on Witkoff on X." })
claim("sources", "p378", { outlet = "Vestnik Kavkaza", label = "Page on the talks in Abu Dhabi",
  published = "2026-02-16",
  language = "en",
  url = "https://en.vestikavkaza.ru/news/Trilateral-Geneva-talks-to-be-held-behind-closed-doors-Switzerland.html",
  note = "Read: whole item. Passes on the Swiss foreign ministry and Peskov." })
claim("sources", "p379", { outlet = "News.ru",
  title = "Две страны оказали посредничество при возвращении бойцов ВС РФ из плена", published = "2026-02-05",
  language = "ru",
  url = "https://news.ru/russia/oae-vystupili-posrednikami-pri-vozvrashenii-rossijskih-voennyh-iz-plena",
  rests_on = "ru-mod-feb5-2026", note = "Read: opening. Passes on Russia's Ministry of Defence." })
claim("sources", "p380", { outlet = "AiF", label = "Page on the talks in Abu Dhabi", language = "ru",
  url = "https://aif.ru/society/mo-rf-soobshchilo-ob-obmene-plennymi-s-ukrainoy-po-formule-157-na-157",
  rests_on = "ru-mod-feb5-2026", note = "Read: whole item. Passes on Russia's Ministry of Defence." })
claim("sources", "p380", { published = "2026-02-05?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p381", { outlet = "Censor.NET",
  title = "Зеленський анонсував новий обмін військовополоненими найближчим часом", language = "uk",
  url = "https://censor.net/ua/news/3601644/obmin-polonenymy-z-rf-moje-vidbutysya-nayiblyjchym-chasom",
  note = "Read: whole item, then a reader comment (not used). Passes on Zelensky." })
claim("sources", "p381", { published = "2026-02-05?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p382", { outlet = "Vzglyad",
  title = "Москалькова вручила Лубинцу письма для российских пленных от семей", author = "Ольга Иванова",
  published = "2026-02-05", language = "ru", url = "https://vz.ru/news/2026/2/5/1392533.html", origin = "agency",
  agency = "TASS", note = "Read: whole item. Passes on Moskalkova on Telegram." })
claim("sources", "p383", { outlet = "RBC",
  title = "Москалькова сообщила о передаче Лубинцу писем для российских пленных", published = "2026-02-05",
  language = "ru", url = "https://www.rbc.ru/rbcfreenews/6984ab219a794702c1691833",
  note = "Read: opening. Passes on Moskalkova on Telegram." })
claim("sources", "p384", { outlet = "Vedomosti",
  title = "Переговоры США, России и Украины в Женеве продолжаются более трех часов", published = "2026-02-17",
  language = "ru", url = "https://www.vedomosti.ru/politics/news/2026/02/17/1177155-peregovori-ssha-rossii",
  origin = "agency", agency = "TASS", note = "Read: whole item." })
claim("sources", "p385", { outlet = "RT", title = "Top Russian negotiator assesses trilateral Geneva talks",
  published = "2026-02-18", language = "en",
  url = "https://www.rt.com/russia/632714-top-russian-negotiator-accesses-trilateral/amp",
  note = "Read: opening; puts both Abu Dhabi rounds in January." })
claim("sources", "p386", { outlet = "Gazeta.Ru", label = "Page on the talks in Geneva", published = "2026-02-17",
  language = "ru",
  url = "https://www.gazeta.ru/photo/22515019/geneva-2026-first-day.shtml", note = "Read: opening." })
claim("sources", "p387", { outlet = "Pravda.ru", title = "Russia, US, and Ukraine Conclude High-Stakes Geneva Meeting",
  published = "2026-02-18", language = "en",
  url = "https://english.pravda.ru/news/world/165893-geneva-talks-russia-us-ukraine-new-round/", origin = "agency",
  agency = "RBC", note = "Read: opening." })
claim("sources", "p388", { outlet = "UNN", label = "Page on the talks in Geneva", published = "2026-02-18",
  language = "en",
  url = "https://unn.ua/en/news/medinsky-held-a-two-hour-meeting-with-the-ukrainian-side-after-official-negotiati"
    .. "ons-russian-media", origin = "agency", agency = "Russian media", note = "Read: whole item." })
claim("sources", "p389", { outlet = "The Independent (Uganda)", label = "Page on the talks in Geneva",
  published = "2026-02-15",
  language = "en",
  url = "https://www.independent.co.ug/new-round-of-talks-on-ukraine-to-be-held-in-geneva-on-feb-17-18/",
  origin = "agency", agency = "Xinhua; TASS", note = "Read: whole item." })
claim("sources", "p390", { outlet = "Online.UA", title = "US to monitor ceasefire between Ukraine and Russia",
  published = "2026-02-18", language = "en",
  url = "https://news.online.ua/en/us-to-monitor-ceasefire-between-ukraine-and-russia-901552/", origin = "agency",
  agency = "Ukrainska Pravda", note = "Read: whole item." })
claim("sources", "p391", { outlet = "Parapolitika", label = "Page on the talks in Geneva", language = "en",
  url = "https://en.parapolitika.gr/world/155492/zelensky-differences-remain-on-territories-and-zaporizhzhia-nucl"
    .. "ear-plant", origin = "agency", agency = "Ukrinform", note = "Read: opening." })
claim("sources", "p391", { published = "2026-02-18?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p392", { outlet = "Pravda.ru",
  title = "Zelensky Admits Progress at Geneva Talks, Outlines Two Unresolved Issues", language = "en",
  url = "https://english.pravda.ru/news/world/165898-zelensky-geneva-talks-military-progress/", origin = "agency",
  agency = "Axios", note = "Read: whole item." })
claim("sources", "p392", { published = "2026-02-18?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p393", { outlet = "The Citizen (South Africa)", label = "Page on the talks in Geneva",
  published = "2026-03-05",
  language = "en",
  url = "https://www.citizen.co.za/news/news-world/russia-ukraine-begin-exchange-of-500-prisoners-of-war/",
  note = "Read: whole item. AFP style." })
claim("sources", "p394", { outlet = "RIA Novosti",
  title = "ОАЭ и США выступили посредниками при обмене пленными Украины и России", published = "2026-03-05",
  language = "ru", url = "https://ria.ru/20260305/ukraina-2078757174.html",
  note = "Read: opening. Passes on Russia's Ministry of Defence." })
claim("sources", "p395", { outlet = "UNN", label = "Page on the talks in Geneva", published = "2026-03-05",
  language = "uk",
  url = "https://unn.ua/news/zelenskyi-povidomyv-pro-novyi-obmin-200-ukraintsiv-povernulysia-dodomu-sered-nykh-za"
    .. "khysnyky-mariupolia", note = "Read: opening. Passes on the Coordination Headquarters." })
claim("sources", "p396", { outlet = "MENAFN", title = "Russia, Ukraine Exchange 300 POW", published = "2026-03-07",
  language = "en", url = "https://menafn.com/1110830671/Russia-Ukraine-Exchange-300-POW",
  note = "Read: whole item. Passes on Russia's Ministry of Defence." })
claim("sources", "p397", { outlet = "Vikna (STB)", label = "Page on the talks in Geneva", published = "2026-03-06",
  language = "uk",
  url = "https://vikna.tv/dlia-tebe/vijna-v-ukrayini/obmin-polonenymy-6-bereznya-2026-dodomu-povernulysya-302-ukr"
    .. "ayincziv/", note = "Read: opening. Passes on the Coordination Headquarters and Zelensky." })
claim("sources", "p398", { outlet = "news-pravda.com (aggregator)",
  title = "Tatiana Moskalkova: Three more residents of the Kursk region, who were held hostage in Ukraine, were "
    .. "returned", published = "2026-03-06", language = "en",
  url = "https://news-pravda.com/world/2026/03/06/2133603.html", note = "Read: whole item. Passes on Moskalkova." })
claim("sources", "p399", { outlet = "Babel", label = "Page on the talks in Geneva", published = "2026-02-26",
  language = "en",
  url = "https://babel.ua/en/news/125203-1-000-bodies-of-dead-returned-to-ukraine-russians-claim-they-are-ukraini"
    .. "an-military", note = "Read: opening. Passes on the Coordination Headquarters." })
claim("sources", "p400", { outlet = "RIAMO", label = "Page on the talks in Geneva", published = "2026-02-26",
  language = "ru",
  url = "https://riamo.ru/news/spetsoperatsija/medinskij-rossija-peredala-kievu-tela-1-tysjachi-pogibshih-ukrains"
    .. "kih-voennyh/", note = "Read: whole item. Passes on Medinsky on Telegram." })
claim("sources", "p401", { outlet = "Brighteon channel post", label = "Page on the talks in Geneva",
  published = "2026-02-26",
  language = "en", url = "https://www.brighteon.com/929b710b-ef04-4852-a135-fae9be80f7e5",
  note = "Read: whole item; partisan channel. Passes on Medinsky." })
claim("sources", "p402", { outlet = "Daily Sabah", label = "Page on the cancelled round", published = "2026-02-26",
  language = "en",
  url = "https://www.dailysabah.com/world/europe/next-russia-meeting-soon-zelenskyy-says-as-us-ukraine-talks-end",
  note = "Read: opening." })
claim("sources", "p403", { outlet = "TRT World", label = "Page on the cancelled round", published = "2026-03-05",
  language = "en", url = "https://www.trtworld.com:443/article/3a8b7276ebd2", origin = "agency", agency = "Rai Italia",
  note = "Read: whole item." })
claim("sources", "p404", { outlet = "Babel", label = "Page on the cancelled round", published = "2026-03-04?",
  language = "en",
  url = "https://babel.ua/en/news/125336-zelensky-on-the-next-negotiations-with-the-us-and-russia-there-are-no-ne"
    .. "cessary-signals-yet", origin = "agency", agency = "Suspilne", note = "Read: whole item." })
claim("sources", "p405", { outlet = "Glavnoe", title = "Putin announced an “Easter ceasefire”: what the Kremlin said",
  published = "2026-04-11?", language = "en",
  url = "https://glavnoe.in.ua/en/news-en/putin-announced-an-easter-ceasefire-what-the-kremlin-said/amp",
  note = "Read: whole item. Passes on the Kremlin." })
claim("sources", "p406", { outlet = "Narrative Radar", label = "Page on the cancelled round", published = "2026-04-11",
  language = "en", url = "https://narrativeradar.io/event/kremlin-says-putin-has-not-decided-on-easter-truce-7603d366",
  note = "Read: opening; digest of how media blocks report." })
claim("sources", "p407", { outlet = "copy of Euronews (analyse.optim.biz)",
  title = "Ukraine and Russia exchange prisoners ahead of Orthodox Easter ceasefire", published = "2026-04-11",
  language = "en", url = "https://analyse.optim.biz/index.php?rest_route=%2Fwp%2Fv2%2Fposts%2F1877477", origin = "copy",
  agency = "Euronews", note = "Read: title and furniture only; no numbers readable." })
claim("sources", "p408", { outlet = "GB News (longform.social record)", label = "Page on the cancelled round",
  published = "2026-05-08", language = "en",
  url = "https://longform.social/post/did:plc:oznbnvgr7dmvddiyvr7dih52/3mleexwznqr62/source",
  note = "Read: opening. Passes on Trump on Truth Social." })
claim("sources", "p409", { outlet = "eBiz Today", label = "Page on the cancelled round", published = "2026-05-09",
  language = "en", url = "https://ebiztoday.news/index.php/wp-json/wp/v2/posts/331576",
  note = "Read: opening. AP style." })
claim("sources", "p410", { outlet = "Belga", title = "Trump announces three-day ceasefire between Ukraine and Russia",
  published = "2026-05-08", language = "en",
  url = "https://www.belganewsagency.eu/trump-announces-three-day-ceasefire-between-ukraine-and-russia.json",
  note = "Read: opening. Passes on Trump on Truth Social." })
claim("sources", "p411", { outlet = "eFinder",
  title = "Trump says Russia, Ukraine agree to his request for three-day ceasefire, prisoner swap",
  published = "2026-05-08", language = "en",
  url = "https://efinder.lk/news/article/trump-says-russia-ukraine-agree-to-his-request-for-three-day-ceasefire-p"
    .. "risoner", note = "Read: digest." })
claim("sources", "p412", { outlet = "Manila Bulletin",
  title = "Russia accuses Ukraine of violating U.S.-brokered three-day truce", published = "2026-05-10",
  language = "en", url = "https://mb.com.ph/2026/05/10/russia-accuses-ukraine-of-violating-us-brokered-three-day-truce",
  origin = "agency", agency = "state media", note = "Read: opening. Passes on Ukrainian officials." })
claim("sources", "p413", { outlet = "copy of Euronews (analyse.optim.biz)",
  title = "Ukraine and Russia swap 205 prisoners of war each in US-brokered exchange", published = "2026-05-15",
  language = "en", url = "https://analyse.optim.biz/index.php?rest_route=%2Fwp%2Fv2%2Fposts%2F1936705", origin = "copy",
  agency = "Euronews", note = "Read: title and furniture only." })
claim("sources", "p415", { outlet = "The Actual News",
  title = "Zelensky proposes face-to-face meeting in letter to Putin, says ready for 'full ceasefire'", language = "en",
  url = "https://theactualnews.org/article/153590", origin = "machine", agency = "France 24; AFP",
  note = "Read: whole item; machine summary." })
claim("sources", "p415", { published = "2026-06-04?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p416", { outlet = "news-pravda.com (aggregator)",
  title = "Zelensky published an open letter to Putin, proposing to end the war through a direct meeting between the "
    .. "two leaders in a neutral country with credible security guarantees", published = "2026-06-04", language = "en",
  url = "https://news-pravda.com/world/2026/06/04/2352174.html", note = "Read: whole item." })
claim("sources", "p417", { outlet = "Aspire HK (news line)", label = "Page on Zelensky's open letter",
  published = "2026-06-05", language = "en", url = "https://aspirehk.ltd/zh-hans/real-time-quotes-and-news/1159753",
  note = "Read: whole item; broker's news line." })
claim("sources", "p418", { outlet = "Headlines Orbit", label = "Page on Zelensky's open letter",
  language = "en",
  url = "https://www.headlinesorbit.com/world/putin-slams-zelenskys-boorish-peace-proposal-as-conflict-enters-fif"
    .. "th-year", note = "Read: opening; rewrite." })
claim("sources", "p418", { published = "2026-06-04?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p419", { outlet = "Hanna AI News", label = "Page on Zelensky's open letter",
  published = "2026-06-04", language = "en",
  url = "https://news.hanna-ai.com/en/article/zelensky-putin-meeting-proposal", origin = "machine",
  note = "Read: whole item; machine summary. Numbered notes." })
claim("sources", "p420", { outlet = "news-pravda mirror (pages.dev)",
  title = "Zelensky published an open letter to Putin, proposing to the Russian leader to begin negotiations and "
    .. "arrange a personal meeting in a third country", published = "2026-06-05", language = "en",
  url = "https://pravda-7pd.pages.dev/world/2026/06/05/2352897.html", origin = "copy",
  note = "Read: whole item. Passes on a Telegram channel." })
claim("sources", "p421", { outlet = "Etud", label = "Page on Zelensky's open letter",
  published = "2026-06-04", language = "en", url = "https://etud.net/zelensky-proposes-full-ceasefire-open-letter",
  note = "Read: opening." })
claim("sources", "p422", { outlet = "The Monexus", title = "The Kremlin's invitation that wasn't",
  published = "2026-06-04", language = "en",
  url = "https://themonexus.com/articles/2026-06-04-kremlin-invitation-that-wasnt", note = "Read: opening; comment." })
claim("sources", "p423", { outlet = "Hanna AI News", label = "Page on Zelensky's open letter",
  published = "2026-06-04", language = "en",
  url = "https://news.hanna-ai.com/zh/article/zelenskyy-putin-peace-proposal", origin = "machine",
  note = "Read: whole item; machine summary. Numbered notes." })
claim("sources", "p424", { outlet = "Gyalchi Sarshog (copy of BBC)",
  title = "Putin says there is 'no point' meeting Zelensky over ending Ukraine war", published = "2026-06-06",
  language = "en", url = "https://gyalchisarshog.com/index.php?rest_route=%2Fwp%2Fv2%2Fposts%2F58306", origin = "copy",
  agency = "BBC", note = "Read: opening; copy." })
claim("sources", "p425", { outlet = "sekahan0623", label = "Page on Zelensky's open letter",
  published = "2026-06-04", language = "en", url = "https://sekahan0623.com/?p=2442", origin = "agency",
  agency = "Reuters; AP; Guardian; RFE/RL", note = "Read: opening; blog." })
claim("sources", "p426", { outlet = "rbtfl",
  title = "Putin rebuffs Zelensky's summit call: 'no point', and Europe is not a mediator", published = "2026-06-04",
  language = "en", url = "https://rbtfl.xyz/hi/n/putin-zelensky-talks-rebuff.md", origin = "machine",
  note = "Read: opening; machine-made note, dates the answer by the letter." })
claim("sources", "p427", { outlet = "Watchboard",
  title = "Russia Dismisses Zelensky's Open Letter: Peskov Says 'Come to Moscow'; Kremlin Refuses Neutral-Country "
    .. "Meeting Proposal; Ukraine War Diplomatic Track Remains Frozen", published = "2026-06-07", language = "en",
  url = "https://watchboard.dev/peace-processes/events/2026-06-07-russia-peskov-dismisses-zelensky-letter-jun7",
  origin = "machine", agency = "Kyiv Independent",
  note = "Read: opening; machine-made event list, takes the June 2025 Istanbul round for the latest one." })
claim("sources", "p428", { outlet = "Ummah Kantho", label = "Page on Zelensky's open letter",
  language = "en", url = "https://www.ummahkantho.com/politics/1174", origin = "agency", agency = "BBC",
  note = "Read: whole item; rewrite." })
claim("sources", "p428", { published = "2026-06-05?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })
claim("sources", "p429", { outlet = "Hanna AI News", label = "Page on Zelensky's open letter",
  language = "en", url = "https://news.hanna-ai.com/en/article/putin-refuses-zelenskyy-peace-meeting",
  origin = "machine",
  note = "Read: whole item; machine summary, mixes in the Turkey plans of May 2025. Numbered notes." })
claim("sources", "p429", { published = "2026-06?" },
  { said_by = "coder", chain = "coder", certainty = "inferred",
    note = "No day is printed: the latest one it tells of." })

-- Reports and texts that two pages or more pass on, and that were not read: pages that rest on one count once.
claim("sources", "reuters-peskov-mar22", { outlet = "Reuters", label = "Peskov on the terms, 7 March 2022",
  published = "2022-03-07", origin = "own_reporting", note = "Not read: known through the pages that rest on it." },
  { source = "p28", locator = "p1-p3", chain = "outlet; Reuters", certainty = "named_medium" })
claim("sources", "vereshchuk-mar8-2022", { label = "Vereshchuk on the routes of 8 March 2022", published = "2022-03-08",
  origin = "official_text", note = "Not read: known through the pages that rest on it." },
  { source = "p34", locator = "p1", chain = "outlet; Vereshchuk", certainty = "on_record_paraphrase" })
claim("sources", "meduza-proposals-mar22", { outlet = "Meduza", label = "Ukraine's written proposals of 29 March 2022",
  published = "2022-03-29/2022-03-30", origin = "own_reporting",
  note = "Not read: known through the pages that rest on it." },
  { source = "p84", locator = "title", chain = "outlet; Meduza", certainty = "named_medium" })
claim("sources", "nyt-drafts-jun24", { outlet = "New York Times", label = "the drafts of 2022, printed in June 2024",
  published = "2024-06-15?", origin = "own_reporting", note = "Not read: known through the pages that rest on it." },
  { source = "p119", locator = "p1", chain = "outlet; New York Times", certainty = "named_medium" })
claim("sources", "reuters-uae-nov22", { outlet = "Reuters", label = "the meeting in the Emirates, 24 November 2022",
  published = "2022-11-24", origin = "own_reporting", note = "Not read: known through the pages that rest on it." },
  { source = "p163", locator = "title", chain = "outlet; Reuters", certainty = "named_medium" })
claim("sources", "afp-ankara-jan23", { outlet = "AFP", label = "the ombudsmen in Ankara, 11 January 2023",
  published = "2023-01-11", origin = "own_reporting", note = "Not read: known through the pages that rest on it." },
  { source = "p169", locator = "p1", chain = "outlet; AFP", certainty = "named_medium" })
claim("sources", "cnn-turk-malkoc-jan23", { outlet = "CNN Türk", label = "Malkoç on the lists of names, January 2023",
  published = "2023-01-16?", origin = "own_reporting", note = "Not read: known through the pages that rest on it." },
  { source = "p173", locator = "p1", chain = "outlet; CNN Türk", certainty = "named_medium" })
claim("sources", "lvova-belova-apr24", { label = "Lvova-Belova on the children, 24 April 2024",
  published = "2024-04-24", origin = "official_text", note = "Not read: known through the pages that rest on it." },
  { source = "p179", locator = "p2", chain = "outlet; Lvova-Belova", certainty = "on_record_paraphrase" })
claim("sources", "lubinets-nov24", { label = "Lubinets on the meeting in Belarus, 8 November 2024",
  published = "2024-11-08", origin = "official_text", note = "Not read: known through the pages that rest on it." },
  { source = "p186", locator = "title", chain = "outlet; Ukrainska Pravda; Lubinets",
    certainty = "on_record_paraphrase" })
claim("sources", "economist-may25", { outlet = "The Economist", label = "its reporter on X on the talks of 16 May 2025",
  published = "2025-05-16", origin = "own_reporting", note = "Not read: known through the pages that rest on it." },
  { source = "p201", locator = "p1", chain = "outlet; reporter of The Economist", certainty = "named_medium" })
claim("sources", "reuters-ua-paper-jun25", { outlet = "Reuters", label = "Ukraine's paper for 2 June 2025",
  published = "2025-06-01", origin = "own_reporting", note = "Not read: known through the pages that rest on it." },
  { source = "p233", locator = "p1", chain = "outlet; Reuters", certainty = "named_medium" })
claim("sources", "ru-memorandum-text", { label = "the text of Russia's memorandum of 2 June 2025",
  published = "2025-06-02", origin = "official_text", note = "Not read: known through the pages that rest on it." },
  { source = "p239", locator = "title", chain = "outlet; document", certainty = "on_record_paraphrase" })
claim("sources", "medinsky-jun2-2025", { label = "Medinsky after the round of 2 June 2025, in Russian media",
  published = "2025-06-02", origin = "official_text", note = "Not read: known through the pages that rest on it." },
  { source = "p284", locator = "p1", chain = "outlet; Russian media; Medinsky", certainty = "on_record_paraphrase" })
claim("sources", "ua-hq-aug19-2025", { label = "the Coordination Headquarters on the bodies of 19 August 2025",
  published = "2025-08-19", origin = "official_text", note = "Not read: known through the pages that rest on it." },
  { source = "p307", locator = "p1", chain = "outlet; Coordination Headquarters", certainty = "on_record_paraphrase" })
claim("sources", "ru-mod-oct2-2025", { label = "Russia's Ministry of Defence on the exchange of 2 October 2025",
  published = "2025-10-02", origin = "official_text", note = "Not read: known through the pages that rest on it." },
  { source = "p316", locator = "p1", chain = "outlet; Russia's Ministry of Defence",
    certainty = "on_record_paraphrase" })
claim("sources", "axios-nov25", { outlet = "Axios", label = "the contact in Abu Dhabi, 25 November 2025",
  published = "2025-11-25", origin = "own_reporting", note = "Not read: known through the pages that rest on it." },
  { source = "p342", locator = "p1", chain = "outlet; Axios", certainty = "named_medium" })
claim("sources", "ft-abudhabi-nov25", { outlet = "Financial Times",
  label = "the contact in Abu Dhabi, 25 November 2025", published = "2025-11-25", origin = "own_reporting",
  note = "Not read: known through the pages that rest on it." },
  { source = "p340", locator = "p1", chain = "outlet; Financial Times", certainty = "named_medium" })
claim("sources", "witkoff-feb5-2026", { label = "Witkoff on X on the exchange of 5 February 2026",
  published = "2026-02-05", origin = "official_text", note = "Not read: known through the pages that rest on it." },
  { source = "p374", locator = "p1", chain = "outlet; Witkoff on X", certainty = "on_record_paraphrase" })
claim("sources", "ru-mod-feb5-2026", { label = "Russia's Ministry of Defence on the exchange of 5 February 2026",
  published = "2026-02-05", origin = "official_text", note = "Not read: known through the pages that rest on it." },
  { source = "p379", locator = "p1", chain = "outlet; Russia's Ministry of Defence",
    certainty = "on_record_paraphrase" })
