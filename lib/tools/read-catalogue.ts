import { db } from '../platform/db';
import { causeOf } from '../platform/errors';
import { log } from '../platform/log';
import {
  type CatalogueProduct,
  type CatalogueSetting,
  catalogueSchema,
  catalogueSettingSchema,
} from './catalogue.schema';
import { nameProducts } from './name-products';
import { readTool } from './read-tool';
import { nobody } from './tool.schema';

const freshMs = 5 * 60_000;
/** After a failure the shop is not asked again with every message. */
const pauseMs = 30_000;
/** Whether another tool lists them now is looked at this often: a row, not the shop. */
const lookMs = 1_000;

let kept: CatalogueProduct[] = [];
/** The full name of the tool they are listed by; null where none is. */
let listedBy: string | null = null;
let next = 0;
let look = 0;
let reading: Promise<void> | undefined;

/**
 * The products customers may name, as last read from the shop: at most five minutes old while it answers, empty until it
 * did. Never waits for the shop: what is old is read anew beside the work, and so is what another tool is to list.
 */
export function readCatalogue(now = Date.now()): CatalogueProduct[] {
  if (now >= look) {
    look = now + lookMs;
    void keepUp(now);
  }
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

async function keepUp(now: number): Promise<void> {
  if (now >= next) return refreshCatalogue(now);
  try {
    const setting = await readSetting();
    if ((setting && nameOf(setting)) !== listedBy) await refreshCatalogue(now);
  } catch (error) {
    log.warn({ cause: causeOf(error) }, 'which tool lists the products could not be looked at');
  }
}

async function refresh(): Promise<void> {
  const setting = await readSetting();
  const name = setting && nameOf(setting);
  if (name !== listedBy) {
    // Another system's products are not this one's: nothing is known of them until they were read.
    kept = [];
    listedBy = name;
  }
  if (name === null) return;
  const outcome = await readTool({ tool: name, args: {}, whose: nobody });
  if (outcome.kind !== 'done') throw new Error(outcome.message);
  kept = nameProducts(catalogueSchema.parse(outcome.value).products);
}

async function readSetting(): Promise<CatalogueSetting | null> {
  const setting = await db().setting.findUnique({ where: { key: 'catalogue' } });
  return setting && catalogueSettingSchema.parse(setting.value);
}

const nameOf = ({ connector, tool }: CatalogueSetting): string => (tool.includes(':') ? tool : `${connector}:${tool}`);
