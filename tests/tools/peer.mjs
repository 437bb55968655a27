#!/usr/bin/env node
// DuckDB at the product's work, for the benchmarks.
// usage: node peer.mjs ingest CSV COLUMNS.json OUT.parquet    latest row of each key, typed, ids below 0 empty, kept columns only
//        node peer.mjs weekly LAKE PROFILE.json OUT.txt       memberships by district and group, top combinations, as of 2019-03-31
//        node peer.mjs weekly-from-zip BATCH PROFILE.json OUT.txt    the same from SRExtract.zip and postcodes.csv of a batch
// Prints one line: { rows, cpuSeconds, peakMebibytes }
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [task, ...args] = process.argv.slice(2);
const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
const rows = await { ingest, weekly, 'weekly-from-zip': weeklyFromZip }[task](...args);
const usage = process.resourceUsage();
console.log(JSON.stringify({ rows, cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6, peakMebibytes: usage.maxRSS / 1024 }));

async function ingest(csv, columnsFile, out, encoding = 'utf-8') {
  const columns = JSON.parse(readFileSync(columnsFile, 'utf8'));
  const types = columns.map((c) => `'${c.name}': '${c.type}'`).join(', ');
  const kept = columns.filter((c) => c.keep).map((c) => (c.id ? `CASE WHEN ${c.name} > -1 THEN ${c.name} END AS ${c.name}` : c.name)).join(', ');
  await db.run(`COPY (
    SELECT ${kept} FROM (SELECT row_number() OVER () AS line, * FROM read_csv('${csv}', auto_detect = false, header = true, delim = ',', quote = '"',
      escape = '"', new_line = '\\r\\n', timestampformat = '%d %b %Y %H:%M:%S', encoding = '${encoding}', columns = {${types}}))
    WHERE RowIdentifier IS NOT NULL AND IDPatient IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY RowIdentifier, IDOrganisationVisibleTo ORDER BY line DESC) = 1
  ) TO '${out}' (FORMAT parquet, COMPRESSION zstd)`);
  return Number((await query(`SELECT count(*) AS n FROM '${out}'`))[0].n);
}

async function weekly(lake, profileFile, out) {
  return figures(profileFile, out, {
    person: `SELECT RowIdentifier AS id, DateBirth AS birth, DateDeath AS death, TestPatient AS test FROM ${table(lake, 'SRPatient')}`,
    home: `SELECT h.RowIdentifier AS row, h.IDPatient AS id, h.DateEvent AS since, h.DateTo AS until, h.AddressType AS type, p.District AS district
      FROM ${table(lake, 'SRPatientAddressHistory')} h LEFT JOIN ${table(lake, 'Postcodes')} p USING (PostcodeKey)`,
    code: `SELECT RowIdentifier AS row, IDPatient AS id, CTV3Code AS code, DateEvent AS at FROM ${table(lake, 'SRCode')}`,
  });
}

async function weeklyFromZip(batch, profileFile, out) {
  const folder = mkdtempSync(join(tmpdir(), 'peer-'));
  try {
    execFileSync('unzip', ['-qo', join(batch, 'SRExtract.zip'), '-d', folder]);
    const csv = (file, format, columns) => `read_csv('${file}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
      timestampformat = '${format}', columns = {${Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`).join(', ')}})`;
    const [id, text, time] = ['BIGINT', 'VARCHAR', 'TIMESTAMP'];
    const seconds = '%d %b %Y %H:%M:%S';
    return await figures(profileFile, out, {
      person: `SELECT RowIdentifier AS id, DateBirth AS birth, NULL::TIMESTAMP AS death, false AS test FROM ${csv(join(folder, 'SRPatient.csv'), '%d %b %Y %H:%M',
        { RowIdentifier: id, IDOrganisationVisibleTo: text, DateBirth: time, Gender: text })}`,
      home: `SELECT h.RowIdentifier AS row, h.IDPatient AS id, h.DateEvent AS since, NULL::TIMESTAMP AS until, h.AddressType AS type, p.District AS district
        FROM ${csv(join(folder, 'SRPatientAddressHistory.csv'), seconds,
        { RowIdentifier: id, IDOrganisationVisibleTo: text, DateEvent: time, AddressType: text, FullPostCode: text, IDPatient: id })} h
        LEFT JOIN ${csv(join(batch, 'postcodes.csv'), seconds, { Postcode: text, District: text, Lsoa: text, ImdQuintile: id })} p ON p.Postcode = h.FullPostCode`,
      code: `SELECT RowIdentifier AS row, IDPatient AS id, CTV3Code AS code, DateEvent AS at FROM ${csv(join(folder, 'SRCode.csv'), seconds,
        { RowIdentifier: id, IDOrganisationVisibleTo: text, DateEvent: time, CTV3Code: text, IDPatient: id })}`,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function figures(profileFile, out, source) {
  const profile = JSON.parse(readFileSync(profileFile, 'utf8'));
  const meanings = profile.priorityGroups.flatMap((g) => g.sources.filter((s) => s.kind === 'coded').flatMap((s) =>
    [...s.start.map((c) => [c, g.code, true, g.expiresAfterMonths]), ...s.end.map((c) => [c, g.code, false, null])]));
  const values = meanings.map(([code, group, start, months]) => `('${code}', '${group}', ${start}, ${months ?? 'NULL'})`).join(', ');
  const districts = profile.geography.quadrants.flatMap((q) => q.districts.map((d) => `'${d.code}'`)).join(', ');
  const end = "TIMESTAMP '2019-04-01'";
  await db.run(`CREATE TEMP TABLE member AS
    WITH meaning(code, grp, starts, months) AS (VALUES ${values}),
    person AS (SELECT id, birth::DATE AS birth FROM (${source.person})
      WHERE coalesce(test, false) = false AND (death IS NULL OR death >= ${end}) AND birth < ${end}),
    home AS (SELECT id, district FROM (${source.home})
      WHERE (type IS NULL OR lower(trim(type)) = 'home') AND since < ${end} AND (until IS NULL OR until >= ${end})
      QUALIFY row_number() OVER (PARTITION BY id ORDER BY since DESC, row DESC) = 1),
    latest AS (SELECT c.id, m.grp, m.starts, m.months, c.at FROM (${source.code}) c JOIN meaning m USING (code)
      WHERE c.at < ${end} QUALIFY row_number() OVER (PARTITION BY c.id, m.grp ORDER BY c.at DESC, c.row DESC) = 1)
    SELECT l.id, l.grp, h.district, p.birth FROM latest l JOIN person p USING (id) JOIN home h USING (id)
    WHERE l.starts AND (l.months IS NULL OR l.at::DATE + to_months(l.months) > DATE '2019-03-31') AND h.district IN (${districts})`);
  const groups = await query(`SELECT district || ' ' || grp || ' ' || count(*) AS line FROM member GROUP BY district, grp`);
  const sets = await query(`SELECT combo || ' ' || n AS line FROM (
      SELECT combo, count(*) AS n, rank() OVER (ORDER BY count(*) DESC) AS r FROM (
        SELECT id, string_agg(grp, '|' ORDER BY grp) AS combo FROM member WHERE birth + INTERVAL 5 YEAR > DATE '2019-03-31' GROUP BY id HAVING count(*) >= 3)
      GROUP BY combo) WHERE r <= ${profile.topCombinations}`);
  const ordinal = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const lines = [...groups.map((g) => g.line).sort(ordinal), ...sets.map((s) => s.line).sort(ordinal)];
  writeFileSync(out, lines.map((l) => l + '\n').join(''));
  return lines.length;
}

function table(lake, name) {
  const live = new Set();
  const log = join(lake, name, '_delta_log');
  for (const file of readdirSync(log).filter((f) => /^\d{20}\.json$/.test(f)).sort()) {
    for (const line of readFileSync(join(log, file), 'utf8').split('\n').filter(Boolean)) {
      const action = JSON.parse(line);
      if (action.add) live.add(decodeURIComponent(action.add.path));
      if (action.remove) live.delete(decodeURIComponent(action.remove.path));
    }
  }
  return `read_parquet([${[...live].map((p) => `'${join(lake, name, p)}'`).join(', ')}], union_by_name = true)`;
}

async function query(sql) {
  return (await db.runAndReadAll(sql)).getRowObjectsJS();
}
