--- Arrow files as a stream, without the footer by which a file is read out of order.

return require("parley.export.formats.arrow").streamed
