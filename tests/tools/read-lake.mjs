#!/usr/bin/env node
// Reads Delta tables without the product: the log by the lines below, each Parquet file by DuckDB and again by hyparquet.
// usage: node read-lake.mjs FOLDER [VERSIONS.json]    FOLDER holds one folder a table; VERSIONS.json maps tables to versions
// Prints { table: { version, files, rows, keySum, hyparquetRows, hyparquetKeySum, checkpoint } }; sums are of RowIdentifier, as text.
// Where the log has a checkpoint and no version is asked for, the state is also read from it, and must be the same.
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
  const checkpoint = wanted === undefined ? await readCheckpoint(root, version) : null;
  if (checkpoint) {
    const mine = [...live].map(([path, add]) => `${path} ${add.size} ${add.stats}`).sort();
    const other = [...checkpoint.live].map(([path, add]) => `${path} ${add.size} ${add.stats}`).sort();
    if (mine.join('\n') !== other.join('\n')) throw new Error(`${root}: the checkpoint of version ${checkpoint.version} gives other files than the log`);
  }
  const result = { checkpoint: checkpoint ? checkpoint.version : null, version, files: live.size, rows: 0, keySum: '0', hyparquetRows: 0, hyparquetKeySum: '0' };
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

// The way of a reader that trusts _last_checkpoint: the checkpoint's files, then the entries after it.
async function readCheckpoint(root, newest) {
  const log = join(root, '_delta_log');
  if (!existsSync(join(log, '_last_checkpoint'))) return null;
  const { version, size } = JSON.parse(readFileSync(join(log, '_last_checkpoint'), 'utf8'));
  const file = join(log, `${String(version).padStart(20, '0')}.checkpoint.parquet`);
  const from = `read_parquet('${file.replaceAll("'", "''")}')`;
  const [counts] = await rows(`SELECT count(*) AS n, count(protocol.minReaderVersion) AS p, count(metaData.schemaString) AS m,
    max(protocol.minReaderVersion) AS r, max(protocol.minWriterVersion) AS w FROM ${from}`);
  if (Number(counts.n) !== size || Number(counts.p) !== 1 || Number(counts.m) !== 1 || counts.r !== 1 || counts.w !== 2) {
    throw new Error(`${file}: not one protocol, one metaData and ${size} actions`);
  }
  const live = new Map();
  for (const add of await rows(`SELECT "add".path AS path, "add".size AS size, "add".stats AS stats, cardinality("add".tags) AS tags FROM ${from} WHERE "add".path IS NOT NULL`)) {
    live.set(add.path, { size: Number(add.size), stats: add.stats });
  }
  for (let number = version + 1; number <= newest; number++) {
    for (const line of readFileSync(join(log, `${String(number).padStart(20, '0')}.json`), 'utf8').split('\n').filter(Boolean)) {
      const action = JSON.parse(line);
      if (action.add) live.set(action.add.path, action.add);
      if (action.remove) live.delete(action.remove.path);
    }
  }
  return { version, live };
}

async function rows(sql) {
  return (await duckdb.runAndReadAll(sql)).getRowObjects();
}
