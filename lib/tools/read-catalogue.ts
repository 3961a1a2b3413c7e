import { db } from '../platform/db';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import { type CatalogueProduct, catalogueSchema, catalogueSettingSchema } from './catalogue.schema';
import { nameProducts } from './name-products';
import { readTool } from './read-tool';

const freshMs = 5 * 60_000;
/** After a failure the shop is not asked again with every message. */
const pauseMs = 30_000;

let kept: CatalogueProduct[] = [];
let next = 0;
let reading: Promise<void> | undefined;

/**
 * The products customers may name, as last read from the shop: at most five minutes old while it answers, empty until it
 * did. Never waits for the shop: what is old is read anew beside the work.
 */
export function readCatalogue(now = Date.now()): CatalogueProduct[] {
  if (now >= next) void refreshCatalogue(now);
  return kept;
}

/** Reads it now. One at a time; a shop that does not answer leaves what was known. */
export function refreshCatalogue(now = Date.now()): Promise<void> {
  reading ??= refresh()
    .then(() => {
      next = now + freshMs;
    })
    .catch((error: unknown) => {
      next = now + pauseMs;
      log.warn({ cause: causeOf(error) }, 'the catalogue could not be read, trying again in a while');
    })
    .finally(() => {
      reading = undefined;
    });
  return reading;
}

async function refresh(): Promise<void> {
  const setting = await db().setting.findUnique({ where: { key: 'catalogue' } });
  if (!setting) return;
  const { connector, tool } = catalogueSettingSchema.parse(setting.value);
  const outcome = await readTool({ connector, tool, args: {}, subject: null });
  if (outcome.kind !== 'done') throw new Error(outcome.message);
  kept = nameProducts(catalogueSchema.parse(outcome.value).products);
}
