// DuckDB as a peer: tables in memory, two threads; a result is a temporary table. worker.lua has the conversation.

import { createRequire } from "node:module";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const duckdb = createRequire(resolve("build/bench/package.json"))("@duckdb/node-api");
const TYPES = { integer: "BIGINT", number: "DOUBLE", date: "DATE", text: "VARCHAR" };

const instance = await duckdb.DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();

async function timed(sql) {
  const start = process.hrtime.bigint();
  await connection.run(sql);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

async function count(table) {
  const rows = await (await connection.run(`SELECT count(*) FROM "${table}"`)).getRows();
  return Number(rows[0][0]);
}

async function run(sql) {
  await connection.run("DROP TABLE IF EXISTS result");
  return timed(`CREATE TEMP TABLE result AS ${sql}`);
}

function types(text) {
  const pairs = (text || "").split(",").filter(Boolean).map((pair) => pair.split("="));
  return pairs.length ? `, types = {${pairs.map(([column, type]) => `'${column}': '${TYPES[type]}'`).join(", ")}}` : "";
}

const handlers = {
  async load(name, path, stated) {
    await connection.run("DROP TABLE IF EXISTS result");
    await connection.run(`DROP TABLE IF EXISTS "${name}"`);
    const seconds = await timed(`CREATE TABLE "${name}" AS SELECT * FROM read_csv('${path}'${types(stated)})`);
    return [seconds, await count(name)];
  },
  async drop(name) {
    await connection.run("DROP TABLE IF EXISTS result");
    await connection.run(`DROP TABLE IF EXISTS "${name}"`);
    return [];
  },
  async time(sql) { return [await run(sql), await count("result")]; },
  async show(sql, path) {
    const seconds = await run(sql);
    await connection.run(`COPY result TO '${path}' (HEADER, DELIMITER ',')`);
    return [seconds];
  },
};

const say = (...words) => process.stdout.write(words.join("\t") + "\n");
say("ok", `DuckDB ${duckdb.version().replace(/^v/, "")}`);
for await (const line of createInterface({ input: process.stdin })) {
  const [command, ...words] = line.split("\t");
  try {
    say("ok", ...(await handlers[command](...words)));
  } catch (error) {
    say("error", String(error.message).replace(/\s+/g, " "));
  }
}
