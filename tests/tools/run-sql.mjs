#!/usr/bin/env node
// Runs SQL by DuckDB in a folder, as somebody at a prompt would.
// usage: node run-sql.mjs FOLDER FILE.sql
// Prints an array with the rows of each statement; numbers beyond what JSON holds are texts.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder, file] = process.argv.slice(2);
if (!folder || !file) {
  console.error('usage: node run-sql.mjs FOLDER FILE.sql');
  process.exit(2);
}

const text = readFileSync(file, 'utf8');
process.chdir(folder);
const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
const statements = await duckdb.extractStatements(text);
const results = [];
for (let number = 0; number < statements.count; number++) {
  const statement = await statements.prepare(number);
  results.push((await statement.runAndReadAll()).getRowObjectsJson());
}
console.log(JSON.stringify(results, null, 2));
