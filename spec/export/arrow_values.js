// Reads Arrow files with apache-arrow and writes what is in them, a line for each thing, so that every bit can be
// compared: node arrow_values.js MODULES FILE…   (output beside each file, as FILE.txt)
"use strict";
const fs = require("fs");
const path = require("path");
const [modules, ...files] = process.argv.slice(2);
const { tableFromIPC, Type } = require(path.resolve(modules, "apache-arrow"));

const bits = Buffer.alloc(8);

// How a value of a type is written: integers and days in digits, numbers and bytes in hexadecimal.
function writer(type) {
  if (type.typeId === Type.Dictionary) return writer(type.dictionary);
  if (type.typeId === Type.Float || type.typeId === Type.Float64) {
    return (x) => { bits.writeDoubleBE(x); return bits.toString("hex"); };
  }
  if (type.typeId === Type.LargeUtf8) return (x) => Buffer.from(x, "utf8").toString("hex");
  if (type.typeId === Type.LargeBinary) return (x) => Buffer.from(x).toString("hex");
  if (type.typeId === Type.Date || type.typeId === Type.DateDay) return (x) => String(Number(x) / 86400000);
  return String;
}

for (const file of files) {
  const table = tableFromIPC(fs.readFileSync(file));
  const lines = [`${table.numRows} rows ${table.batches.length} batches`];
  table.schema.fields.forEach((field, at) => {
    const data = table.getChildAt(at), write = writer(field.type);
    const metadata = [...field.metadata].map(([key, value]) => `${key}=${value}`).join(" ");
    lines.push(`${Buffer.from(field.name, "utf8").toString("hex")} ${field.type} ${data.nullCount} ${metadata}`);
    for (let row = 0; row < table.numRows; row++) {
      const value = data.get(row);
      lines.push(value === null ? "-" : write(value));
    }
  });
  fs.writeFileSync(file + ".txt", lines.join("\n") + "\n");
}
