#!/usr/bin/env node
// Reads the tables of a snapshot without the product: Parquet by DuckDB and by hyparquet, CSV by DuckDB.
// usage: node read-snapshot.mjs FOLDER    FOLDER holds the files of one revision with its manifest.json
// Prints { table: { columns, duckdb, hyparquet, csv } }, each reader with { rows, sums }; sums are of the columns that the manifest sums.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node read-snapshot.mjs FOLDER');
  process.exit(2);
}

const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
const report = {};
for (const table of manifest.tables) {
  const columns = Object.keys(table.sums);
  const parquet = join(folder, `${table.name}.parquet`);
  const described = await rows(`DESCRIBE SELECT * FROM ${source('read_parquet', parquet)}`);
  report[table.name] = {
    columns: described.map((column) => column.column_name),
    duckdb: await sums(source('read_parquet', parquet), columns, (name) => `${name}::DOUBLE`),
    hyparquet: await byHyparquet(parquet, columns),
    csv: await sums(source('read_csv', join(folder, `${table.name}.csv`), ', header = true, all_varchar = true'), columns, (name) => `${name}::DOUBLE`),
  };
}
console.log(JSON.stringify(report, null, 2));

function source(reader, path, more = '') {
  return `${reader}('${path.replaceAll("'", "''")}'${more})`;
}

async function sums(from, columns, number) {
  const list = columns.map((name) => `coalesce(sum(${number(`"${name}"`)}), 0) AS "${name}"`);
  const [{ n, ...found }] = await rows(`SELECT count(*)::INTEGER AS n, ${list.join(', ')} FROM ${from}`);
  return { rows: n, sums: found };
}

async function byHyparquet(path, columns) {
  const bytes = readFileSync(path);
  const read = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), compressors });
  const found = Object.fromEntries(columns.map((name) => [name, read.reduce((sum, row) => sum + Number(row[name] ?? 0), 0)]));
  return { rows: read.length, sums: found };
}

async function rows(sql) {
  return (await duckdb.runAndReadAll(sql)).getRowObjects();
}
