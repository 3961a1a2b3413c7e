/** The rows of the database, as types: the generated client itself stays behind `db.ts`. */
export type * from './prisma/client';
