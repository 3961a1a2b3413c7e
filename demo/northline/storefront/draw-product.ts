import { type Category, type Colour, colours } from '../data/catalogue';
import { Markup } from './html';
import { shade } from './shade';

interface Paint {
  base: string;
  dark: string;
  deep: string;
  light: string;
}

type Drawing = (paint: Paint) => string;

// Each is drawn around (200, 150) in a frame of 400 × 300, standing on y = 246.
const drawings = {
  tent: (p) =>
    `<path fill="${p.base}" d="M200 84l118 162H82z"/><path fill="${p.deep}" d="M200 84l14 162h-44z"/><path fill="${p.light}" d="M200 84l52 162h-38z"/><path stroke="${p.dark}" stroke-width="2" fill="none" d="M200 84L62 250M200 84l138 166"/>`,
  tarp: (p) =>
    `<path stroke="#6b5b45" stroke-width="5" d="M96 246V120M304 246V120"/><path fill="${p.base}" d="M80 122l120-44 120 44-40 66-80-22-80 22z"/><path fill="${p.dark}" d="M200 78l120 44-40 66-80-22z"/><path stroke="${p.deep}" d="M80 122l-34 124M320 122l34 124"/>`,
  pack: (p) =>
    `<path fill="none" stroke="${p.deep}" stroke-width="9" d="M152 112c-34 16-38 84-26 116M248 112c34 16 38 84 26 116"/><rect x="142" y="92" width="116" height="154" rx="26" fill="${p.base}"/><path fill="${p.dark}" d="M142 122c0-34 20-50 58-50s58 16 58 50v10H142z"/><rect x="158" y="166" width="84" height="66" rx="14" fill="${p.dark}"/><path stroke="${p.light}" stroke-width="4" d="M168 132v40M232 132v40M170 186h60"/><path fill="none" stroke="${p.deep}" stroke-width="6" d="M186 72c0-16 28-16 28 0"/>`,
  duffel: (p) =>
    `<rect x="84" y="136" width="232" height="110" rx="46" fill="${p.base}"/><path fill="${p.dark}" d="M130 136h30v110h-30zM240 136h30v110h-30z"/><path fill="none" stroke="${p.deep}" stroke-width="7" d="M146 140c0-60 108-60 108 0"/><path stroke="${p.light}" stroke-width="4" d="M112 166h176"/>`,
  jacket: (p) =>
    `<path fill="${p.dark}" d="M168 86c4-26 60-26 64 0l-8 22h-48z"/><path fill="${p.base}" d="M164 98l-40 18c-16 8-20 26-24 50l-8 58 32 6 16-68v84h120v-84l16 68 32-6-8-58c-4-24-8-42-24-50l-40-18-36 16z"/><path stroke="${p.deep}" stroke-width="4" d="M200 112v134"/><path stroke="${p.light}" stroke-width="4" d="M156 196l22-10M244 196l-22-10"/>`,
  vest: (p) =>
    `<path fill="${p.base}" d="M166 88l-22 12c4 34-2 44-8 54v92h128v-92c-6-10-12-20-8-54l-22-12-34 18z"/><path stroke="${p.dark}" stroke-width="4" fill="none" d="M138 158h124M137 188h126M137 218h126"/><path stroke="${p.deep}" stroke-width="5" d="M200 106v140"/>`,
  shirt: (p) =>
    `<path fill="${p.base}" d="M164 92l-44 20-30 52 32 18 18-26v90h120v-90l18 26 32-18-30-52-44-20c-12 18-60 18-72 0z"/><path fill="none" stroke="${p.dark}" stroke-width="5" d="M164 93c12 22 60 22 72 0"/>`,
  longSleeve: (p) =>
    `<path fill="${p.base}" d="M164 92l-42 20-34 112 30 10 22-70v82h120v-82l22 70 30-10-34-112-42-20c-12 18-60 18-72 0z"/><path fill="none" stroke="${p.dark}" stroke-width="5" d="M164 93c12 22 60 22 72 0"/>`,
  shorts: (p) =>
    `<path fill="${p.base}" d="M142 120h116l22 126h-62l-18-62-18 62h-62z"/><path fill="${p.dark}" d="M142 120h116l3 18H139z"/><path stroke="${p.light}" stroke-width="3" d="M150 156l16 20M250 156l-16 20"/>`,
  trousers: (p) =>
    `<path fill="${p.base}" d="M150 78h100l16 168h-46l-20-110-20 110h-46z"/><path fill="${p.dark}" d="M150 78h100l2 16H148z"/><path stroke="${p.light}" stroke-width="3" d="M160 108l14 18M240 108l-14 18"/>`,
  cap: (p) =>
    `<path fill="${p.base}" d="M112 196c0-70 40-96 82-96s82 26 82 96z"/><path fill="${p.dark}" d="M232 184c50-6 88 6 100 28-34 4-72 2-104-10z"/><path stroke="${p.light}" stroke-width="3" fill="none" d="M194 100v96"/>`,
  beanie: (p) =>
    `<path fill="${p.base}" d="M126 190c0-72 32-104 74-104s74 32 74 104z"/><rect x="116" y="180" width="168" height="44" rx="12" fill="${p.dark}"/><path stroke="${p.light}" stroke-width="3" d="M150 186v32M175 186v32M200 186v32M225 186v32M250 186v32"/>`,
  glove: (p) =>
    `<path fill="${p.base}" d="M160 246V142c0-14 16-14 18 0l2-40c0-16 20-16 20 0v-10c0-16 20-16 20 0v12c2-14 20-12 20 2v60l18-24c10-12 24-2 16 12l-42 72v20z"/><rect x="156" y="226" width="80" height="20" rx="6" fill="${p.dark}"/>`,
  boot: (p) =>
    `<path fill="${p.base}" d="M134 92h70l6 70c8 22 66 22 76 48 4 12 2 18 2 22H126c0-50 10-90 8-140z"/><path fill="${p.deep}" d="M122 228h170v18H122z"/><path fill="${p.dark}" d="M134 92h70l2 18h-72z"/><path stroke="${p.light}" stroke-width="4" d="M176 126h32M178 146h34M184 166h38"/>`,
  sock: (p) =>
    `<path fill="${p.base}" d="M154 78h62v104l62 34c20 12 12 36-14 34l-84-8c-20-2-30-16-28-38z"/><path fill="${p.dark}" d="M154 78h62v26h-62z"/><path stroke="${p.light}" stroke-width="4" d="M154 118h62M154 130h62"/>`,
  bag: (p) =>
    `<path fill="${p.base}" d="M150 92c0-34 100-34 100 0l14 66c4 40-14 88-64 88s-68-48-64-88z"/><ellipse cx="200" cy="98" rx="34" ry="22" fill="${p.deep}"/><path stroke="${p.dark}" stroke-width="4" fill="none" d="M142 136h116M138 166h124M140 196h120M156 224h88"/>`,
  pad: (p) =>
    `<rect x="128" y="70" width="112" height="176" rx="22" fill="${p.base}"/><path stroke="${p.dark}" stroke-width="4" d="M132 100h104M132 128h104M132 156h104M132 184h104M132 212h104"/><circle cx="272" cy="212" r="34" fill="${p.dark}"/><circle cx="272" cy="212" r="18" fill="${p.light}"/>`,
  pot: (p) =>
    `<path fill="${p.base}" d="M134 138h132v84c0 16-10 24-24 24h-84c-14 0-24-8-24-24z"/><rect x="124" y="122" width="152" height="18" rx="8" fill="${p.dark}"/><rect x="186" y="104" width="28" height="20" rx="8" fill="${p.deep}"/><path fill="none" stroke="${p.deep}" stroke-width="8" d="M266 164h46v34h-46"/>`,
  stove: (p) =>
    `<path fill="#e9a13c" d="M200 74c18 26 26 34 20 52h-40c-6-18 2-26 20-52z"/><path stroke="${p.base}" stroke-width="8" fill="none" d="M150 132h100M156 132l-14-14M244 132l14-14M200 132v42"/><rect x="184" y="126" width="32" height="16" rx="5" fill="${p.dark}"/><path stroke="${p.dark}" stroke-width="6" d="M216 164h32"/><path fill="#c9cfd1" d="M146 204c0-18 20-28 54-28s54 10 54 28v42H146z"/><path fill="${p.deep}" d="M146 212h108v20H146z"/>`,
  headlamp: (p) =>
    `<path fill="none" stroke="${p.dark}" stroke-width="20" d="M112 190c0-110 176-110 176 0"/><rect x="152" y="150" width="96" height="72" rx="20" fill="${p.base}"/><circle cx="200" cy="186" r="26" fill="#ffefc2"/><circle cx="200" cy="186" r="26" fill="none" stroke="${p.deep}" stroke-width="6"/>`,
  lamp: (p) =>
    `<circle cx="200" cy="166" r="94" fill="${p.light}" opacity=".35"/><path fill="none" stroke="${p.dark}" stroke-width="10" d="M164 110c0-42 72-42 72 0"/><rect x="154" y="112" width="92" height="26" rx="10" fill="${p.base}"/><rect x="162" y="138" width="76" height="76" fill="#ffefc2"/><rect x="150" y="212" width="100" height="34" rx="10" fill="${p.base}"/>`,
  poles: (p) =>
    `<path stroke="${p.base}" stroke-width="8" d="M150 96l34 150M250 96l-34 150"/><path stroke="#c9a36a" stroke-width="16" stroke-linecap="round" d="M146 78l8 36M254 78l-8 36"/><path stroke="${p.dark}" stroke-width="4" d="M168 226h24M208 226h24"/>`,
  chair: (p) =>
    `<path stroke="${p.deep}" stroke-width="7" d="M132 246l60-70M268 246l-60-70M140 176l120 70M260 176l-120 70"/><path fill="${p.base}" d="M134 84h132l14 96c-40 22-120 22-160 0z"/><path fill="${p.dark}" d="M120 180c40 22 120 22 160 0l-10 18c-40 18-100 18-140 0z"/>`,
  bottle: (p) =>
    `<rect x="164" y="114" width="72" height="132" rx="18" fill="${p.base}"/><rect x="178" y="80" width="44" height="36" rx="8" fill="${p.dark}"/><rect x="164" y="154" width="72" height="52" fill="${p.light}"/><path stroke="${p.dark}" stroke-width="4" d="M178 172h44M178 188h28"/>`,
  kit: (p) =>
    `<rect x="116" y="126" width="168" height="120" rx="16" fill="${p.base}"/><path fill="${p.dark}" d="M116 172h168v12H116z"/><rect x="168" y="102" width="64" height="30" rx="10" fill="none" stroke="${p.dark}" stroke-width="8"/><path fill="${p.light}" d="M190 196h20v-14h-20zM182 210v-8h36v8zM190 216h20v14h-20z"/>`,
} satisfies Record<string, Drawing>;

type Kind = keyof typeof drawings;

const kindOfCategory: Record<Category, Kind> = {
  Tents: 'tent',
  Packs: 'pack',
  Clothing: 'jacket',
  Footwear: 'boot',
  Sleep: 'bag',
  Camp: 'pot',
  Repair: 'kit',
};

const kindOfSku: Record<string, Kind> = {
  'TNT-FLY': 'tarp',
  'TNT-FTP2': 'pad',
  'TNT-STK': 'poles',
  'PCK-DUF60': 'duffel',
  'CLO-CRPT': 'trousers',
  'CLO-DNVS': 'vest',
  'CLO-MRT': 'shirt',
  'CLO-MRL': 'longSleeve',
  'CLO-FLC': 'longSleeve',
  'CLO-MRB': 'trousers',
  'CLO-TRK': 'trousers',
  'CLO-SHR': 'shorts',
  'CLO-HAT': 'cap',
  'CLO-BNE': 'beanie',
  'CLO-GLV': 'glove',
  'FTW-SOK': 'sock',
  'FTW-GTR': 'sock',
  'SLP-PAD3': 'pad',
  'SLP-PAD5': 'pad',
  'SLP-FOM': 'pad',
  'SLP-PLW': 'duffel',
  'CMP-STV': 'stove',
  'CMP-HDL': 'headlamp',
  'CMP-LNT': 'lamp',
  'CMP-FLT': 'bottle',
  'CMP-PLS': 'poles',
  'CMP-CHR': 'chair',
  'RPR-POL': 'poles',
  'RPR-DWN': 'bottle',
  'RPR-PRF': 'bottle',
};

/** A picture of the product in one of its colours. With a label it speaks to screen readers; without, it is decoration. */
export function drawProduct(product: { sku: string; category: Category }, colour: Colour, label?: string): Markup {
  const base = colours[colour];
  const paint: Paint = { base, dark: shade(base, -0.22), deep: shade(base, -0.5), light: shade(base, 0.45) };
  const kind = kindOfSku[product.sku] ?? kindOfCategory[product.category];
  const voice = label ? `role="img" aria-label="${label}"` : 'aria-hidden="true"';
  const air = shade(base, 0.82);
  return new Markup(
    `<svg class="picture" viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice" ${voice}><path fill="${air}" d="M0 0h400v300H0z"/><path fill="${shade(base, 0.68)}" d="M0 212l70-58 54 40 76-70 80 72 50-40 70 54v90H0z"/><path fill="${shade(base, 0.56)}" d="M0 246c120-14 280-14 400 0v54H0z"/><ellipse cx="200" cy="250" rx="120" ry="8" fill="${shade(base, -0.35)}" opacity=".22"/>${drawings[kind](paint)}</svg>`,
  );
}
