import { db, Prisma } from '../platform/db';
import { type VersionReport, versionReportSchema } from './intent.schema';
import type { VersionSummary } from './intent-view.schema';

type Row = {
  id: string;
  number: number;
  state: VersionSummary['state'];
  examples: number;
  report: unknown;
  trainedMs: number | null;
  note: string;
  error: string | null;
  by: string | null;
  createdAt: Date;
  releasedAt: Date | null;
};

/** The versions of the intents, newest first, without their weights and what each example was taken for. */
export async function listVersions(limit = 50): Promise<VersionSummary[]> {
  return (await read(Prisma.sql`ORDER BY v.number DESC LIMIT ${limit}`)).map(toSummary);
}

/** The live version, and the newest that is trained or being trained after it. */
export async function readCurrent(): Promise<{ live: VersionSummary | null; next: VersionSummary | null }> {
  const rows = (
    await read(Prisma.sql`
      WHERE v.state = 'live' OR v.number = (SELECT max(number) FROM "IntentVersion")
      ORDER BY v.number DESC`)
  ).map(toSummary);
  const live = rows.find(({ state }) => state === 'live') ?? null;
  const newest = rows[0];
  const next = newest && newest.number > (live?.number ?? 0) && newest.state !== 'retired' ? newest : null;
  return { live, next };
}

export async function readReport(versionId: string): Promise<VersionReport | null> {
  const version = await db().intentVersion.findUnique({ where: { id: versionId }, select: { report: true } });
  return version?.report ? versionReportSchema.parse(version.report) : null;
}

// The report without its longest part, and the count of the examples: neither has to leave the database in full.
function read(rest: Prisma.Sql): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT v.id, v.number, v.state, jsonb_array_length(v.examples)::int AS examples, v.report - 'predictions' AS report,
           v."trainedMs", v.note, v.error, p.name AS by, v."createdAt", v."releasedAt"
    FROM "IntentVersion" v LEFT JOIN "Person" p ON p.id = v."personId" ${rest}`;
}

const figures = versionReportSchema.pick({ accuracy: true, macroF1: true, ece: true, tests: true });

function toSummary({ report, createdAt, releasedAt, ...row }: Row): VersionSummary {
  const measured = report ? figures.parse(report) : { accuracy: null, macroF1: null, ece: null, tests: null };
  return { ...row, ...measured, createdAt: createdAt.toISOString(), releasedAt: releasedAt?.toISOString() ?? null };
}
