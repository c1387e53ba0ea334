// Holds the specifications of a folder against the schema of Vega-Lite: node vega_schema.js MODULES FOLDER
"use strict";
const fs = require("fs"), path = require("path");
const [modules, folder] = process.argv.slice(2).map(one => path.resolve(one));
const Ajv = require(path.join(modules, "ajv"));
const schema = JSON.parse(fs.readFileSync(path.join(modules, "vega-lite", "build", "vega-lite-schema.json"), "utf8"));
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
for (const name of fs.readdirSync(folder).sort()) {
  const good = validate(JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")));
  console.log(good ? "valid" : name + ": " + JSON.stringify(validate.errors.slice(0, 3)));
}
