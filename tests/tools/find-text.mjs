#!/usr/bin/env node
// Looks for texts in every cell of every Parquet file below a folder, whether or not a Delta log still lists it, by DuckDB.
// usage: node find-text.mjs FOLDER TEXTS.json    TEXTS.json holds an array; upper and lower case are alike
// Prints { files, cells, hits: [{ table, file, column, text }] }; cells are distinct values, numbers and times as text.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder, textsFile] = process.argv.slice(2);
if (!folder || !textsFile) {
  console.error('usage: node find-text.mjs FOLDER TEXTS.json');
  process.exit(2);
}

const texts = JSON.parse(readFileSync(textsFile, 'utf8')).map((text) => ({ text, lower: text.toLowerCase() }));
const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.parquet'))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort();
const report = { files: files.length, cells: 0, hits: [] };
for (const file of files) {
  const source = `read_parquet('${file.replaceAll("'", "''")}')`;
  for (const { column_name: column } of await rows(`DESCRIBE SELECT * FROM ${source}`)) {
    const name = `"${column.replaceAll('"', '""')}"`;
    for (const { cell } of await rows(`SELECT DISTINCT ${name}::VARCHAR AS cell FROM ${source} WHERE ${name} IS NOT NULL`)) {
      report.cells++;
      const lower = cell.toLowerCase();
      for (const { text } of texts.filter((t) => lower.includes(t.lower))) {
        report.hits.push({ table: basename(dirname(file)), file: relative(folder, file), column, text });
      }
    }
  }
}
console.log(JSON.stringify(report, null, 2));

async function rows(sql) {
  return (await duckdb.runAndReadAll(sql)).getRowObjects();
}
