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
end)
