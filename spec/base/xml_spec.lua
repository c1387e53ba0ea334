local xml = require "parley.base.xml"

describe("text inside XML and HTML", function()
  it("cannot be markup", function()
    assert.equal("a &lt;b&gt; &amp;amp; &quot;c&quot;&#13;", xml.text 'a <b> &amp; "c"\r')
    assert.equal("it's", xml.text "it's")
    assert.equal("it&#39;s &lt;", xml.html "it's <")
  end)

  it("reads back as it was", function()
    for _, text in ipairs { "", "plain", "<a href=\"x\">&lt;&amp;lt;</a>\r\n", "&#13;&nbsp;" } do
      assert.equal(text, xml.plain(xml.text(text)))
    end
  end)

  it("keeps the direction of letters that run from right to left to themselves", function()
    local cases = { { "n by w: 3", "n by w: 3" }, { "Talks of אבג: 12", "Talks of <bdi>אבג</bdi>: 12" },
      { "אבג: 12", "<bdi>אבג: 12</bdi>" },
      { "from مرحبا بالعالم 12, אב (5)", "from <bdi>مرحبا بالعالم</bdi> 12, <bdi>אב</bdi> (5)" },
      { "Зеленський 12, é", "Зеленський 12, é" } }
    for _, case in ipairs(cases) do assert.equal(case[2], xml.isolated(case[1], "<bdi>", "</bdi>")) end
  end)

  it("tells texts that run from right to left, with signs and nothing else beside their letters", function()
    for _, text in ipairs { "שלום", "مرحبا بالعالم…", "«مرحبا»", "שלום, עולם!", "שלום &amp; עולם" } do
      assert.is_true(xml.runs_left(text), text)
    end
    for _, text in ipairs { "", "…", "Kyiv", "שלום in s2", "مرحبا 12", "Київ שלום", "שלום 北京", "Émile" } do
      assert.is_false(xml.runs_left(text), text)
    end
  end)
end)
