#!/usr/bin/env node
// Reads Delta tables without the product: the log by the lines below, each Parquet file by DuckDB and again by hyparquet.
// usage: node read-lake.mjs FOLDER [VERSIONS.json]    FOLDER holds one folder a table; VERSIONS.json maps tables to versions
// Prints { table: { version, files, rows, keySum, hyparquetRows, hyparquetKeySum } }; sums are of RowIdentifier, as text.
import { readdirSync, readFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

const [folder, pins] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node read-lake.mjs FOLDER [VERSIONS.json]');
  process.exit(2);
}

const versions = pins ? JSON.parse(readFileSync(pins, 'utf8')) : {};
const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
const report = {};
for (const table of readdirSync(folder).sort()) {
  const root = join(folder, table);
  if (existsSync(join(root, '_delta_log'))) report[table] = await readTable(root, versions[table]);
}
console.log(JSON.stringify(report, null, 2));

async function readTable(root, wanted) {
  const live = new Map();
  let version = -1;
  for (const name of readdirSync(join(root, '_delta_log')).filter((n) => /^\d{20}\.json$/.test(n)).sort()) {
    const number = Number(name.slice(0, 20));
    if (wanted !== undefined && number > wanted) break;
    if (number !== version + 1) throw new Error(`${root}: version ${version + 1} is missing from the log`);
    version = number;
    for (const line of readFileSync(join(root, '_delta_log', name), 'utf8').split('\n').filter(Boolean)) {
      const action = JSON.parse(line);
      if (action.protocol && (action.protocol.minReaderVersion > 1 || action.protocol.minWriterVersion > 2)) {
        throw new Error(`${root}: needs a newer protocol`);
      }
      if (action.add) live.set(decodeURIComponent(action.add.path), action.add);
      if (action.remove) live.delete(decodeURIComponent(action.remove.path));
    }
  }
  const result = { version, files: live.size, rows: 0, keySum: '0', hyparquetRows: 0, hyparquetKeySum: '0' };
  if (live.size === 0) return result;

  const paths = [...live.keys()].map((p) => join(root, p));
  for (const [path, add] of live) {
    const size = statSync(join(root, path)).size;
    if (size !== add.size) throw new Error(`${root}/${path}: ${size} bytes, the log says ${add.size}`);
  }
  const list = paths.map((p) => `'${p.replaceAll("'", "''")}'`).join(', ');
  const columns = await rows(`DESCRIBE SELECT * FROM read_parquet([${list}], union_by_name = true)`);
  const keyed = columns.some((c) => c.column_name === 'RowIdentifier');
  const sum = keyed ? 'sum(RowIdentifier::HUGEINT)' : '0';
  const [counted] = await rows(`SELECT count(*) AS n, coalesce(${sum}, 0)::VARCHAR AS s FROM read_parquet([${list}], union_by_name = true)`);
  result.rows = Number(counted.n);
  result.keySum = counted.s;

  let total = 0n;
  for (const path of paths) {
    const bytes = readFileSync(path);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const read = await parquetReadObjects({ file, compressors });
    result.hyparquetRows += read.length;
    if (keyed) for (const row of read) total += BigInt(row.RowIdentifier);
  }
  result.hyparquetKeySum = total.toString();
  return result;
}

async function rows(sql) {
  return (await duckdb.runAndReadAll(sql)).getRowObjects();
}
