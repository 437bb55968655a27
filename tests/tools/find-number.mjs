#!/usr/bin/env node
// Finds a whole number in any cell of the Parquet files of a lake, and in any text of its logs and checkpoints.
// usage: node find-number.mjs FOLDER NUMBER    FOLDER holds one folder a table
// Prints { files, hits: [{ table, file, column }] }.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

const [folder, number] = process.argv.slice(2);
if (!folder || !number) {
  console.error('usage: node find-number.mjs FOLDER NUMBER');
  process.exit(2);
}

const hits = [];
let files = 0;
for (const table of readdirSync(folder).sort()) {
  for (const [path, file] of all(join(folder, table))) {
    files++;
    if (!file.endsWith('.parquet')) {
      if (readFileSync(path, 'utf8').includes(number)) hits.push({ table, file, column: '(text)' });
      continue;
    }
    const bytes = readFileSync(path);
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const columns = new Set();
    for (const row of await parquetReadObjects({ file: buffer, compressors })) {
      for (const [column, cell] of Object.entries(row)) if (holds(cell)) columns.add(column);
    }
    for (const column of columns) hits.push({ table, file, column });
  }
}
console.log(JSON.stringify({ files, hits }, null, 2));

function holds(cell) {
  if (cell === null || cell === undefined) return false;
  if (typeof cell === 'object' && !(cell instanceof Date)) return Object.values(cell).some(holds);
  return String(cell).includes(number);
}

function* all(root) {
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const path = join(root, entry.name);
    if (entry.isDirectory()) yield* all(path);
    else if (existsSync(path)) yield [path, entry.name];
  }
}
