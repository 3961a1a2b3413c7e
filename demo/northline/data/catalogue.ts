export const categories = ['Tents', 'Packs', 'Clothing', 'Footwear', 'Sleep', 'Camp', 'Repair'] as const;
export type Category = (typeof categories)[number];

export const colours = {
  Ember: '#e8803a',
  Fern: '#3c6347',
  Slate: '#56708f',
  Sand: '#c9ab7c',
  Ink: '#2b3a44',
  Moss: '#7a8447',
  Glacier: '#86aebd',
  Clay: '#a9573c',
  Plum: '#6d4a68',
  Sun: '#dcae3f',
} as const;
export type Colour = keyof typeof colours;

export interface Product {
  sku: string;
  name: string;
  category: Category;
  priceCents: number;
  tagline: string;
  colours: Colour[];
  sizes: string[];
}

const body = ['XS', 'S', 'M', 'L', 'XL', 'XXL'];
const feet = ['6', '7', '8', '9', '10', '11', '12', '13'];
const back = ['S/M', 'M/L'];
const bag = ['Regular', 'Long'];
const one = ['One size'];

type Entry = [sku: string, name: string, dollars: number, tagline: string, colours: Colour[], sizes?: string[]];

const shelves: Record<Category, Entry[]> = {
  Tents: [
    ['TNT-RDG1', 'Ridgeline 1', 319, 'Three-season tent, 1.21 kg, one door, DAC poles', ['Ember', 'Fern']],
    ['TNT-RDG2', 'Ridgeline 2', 389, 'Three-season tent, 1.64 kg, two doors, DAC poles', ['Ember', 'Fern', 'Slate']],
    ['TNT-RDG3', 'Ridgeline 3', 459, 'Three-season tent, 2.05 kg, two doors, DAC poles', ['Ember', 'Slate']],
    ['TNT-BSC4', 'Basecamp 4', 620, 'Family tent, 5.8 kg, standing height, two rooms', ['Sand', 'Fern']],
    ['TNT-BSC6', 'Basecamp 6', 748, 'Family tent, 7.9 kg, standing height, three rooms', ['Sand', 'Slate']],
    ['TNT-STM2', 'Stormwall 2', 579, 'Four-season tent, 2.7 kg, for wind and snow', ['Sun', 'Clay']],
    ['TNT-FLY', 'Larch Tarp', 129, 'Silnylon tarp, 3 × 3 m, 480 g', ['Moss', 'Ink'], one],
    ['TNT-FTP2', 'Ridgeline 2 Footprint', 49, 'Ground sheet cut to the Ridgeline 2, 190 g', ['Ink'], one],
    ['TNT-STK', 'Snow Stakes, set of six', 36, 'Wide aluminium stakes for snow and sand', ['Slate'], one],
  ],
  Packs: [
    ['PCK-CRQ30', 'Cirque 30', 169, 'Day pack, 30 l, 890 g, ventilated back', ['Slate', 'Fern', 'Clay'], back],
    ['PCK-CRQ45', 'Cirque 45', 214, 'Overnight pack, 45 l, 1.3 kg, floating lid', ['Slate', 'Ember', 'Ink'], back],
    ['PCK-CRQ65', 'Cirque 65', 269, 'Trekking pack, 65 l, 1.7 kg, adjustable back', ['Slate', 'Fern'], back],
    ['PCK-TARN12', 'Tarn 12', 79, 'Running vest, 12 l, two soft flasks', ['Glacier', 'Ink'], ['S', 'M', 'L']],
    ['PCK-TARN20', 'Tarn 20', 98, 'Fast day pack, 20 l, 540 g', ['Glacier', 'Sun'], one],
    ['PCK-TOWN', 'Switchback 24', 119, 'A pack for the train and the trail, 24 l', ['Ink', 'Moss', 'Plum'], one],
    ['PCK-DUF60', 'Portage Duffel 60', 139, 'Welded duffel, 60 l, carries as a pack', ['Ember', 'Ink'], one],
    ['PCK-COV', 'Pack Rain Cover', 29, 'Fits 30 to 50 l, folds into its own pocket', ['Sun', 'Ink'], one],
    ['PCK-DRY', 'Dry Bag Trio', 38, 'Three roll-top bags: 4, 8 and 13 l', ['Glacier'], one],
  ],
  Clothing: [
    ['CLO-CRSH', 'Corrie Shell', 329, 'Three-layer rain shell, 390 g, pit zips', ['Ember', 'Slate', 'Ink'], body],
    ['CLO-CRPT', 'Corrie Rain Trousers', 189, 'Three-layer trousers with full side zips', ['Ink'], body],
    ['CLO-DNHD', 'Eider Down Hoodie', 279, '800-fill responsible down, 340 g', ['Clay', 'Slate', 'Moss'], body],
    ['CLO-DNVS', 'Eider Down Vest', 179, '800-fill responsible down, 210 g', ['Slate', 'Ink'], body],
    ['CLO-FLC', 'Fellside Fleece', 110, 'Grid fleece with a half zip', ['Fern', 'Plum', 'Sand'], body],
    ['CLO-WND', 'Breeze Wind Shirt', 95, 'Ninety grams against the wind', ['Sun', 'Glacier'], body],
    ['CLO-MRT', 'Merino 150 Tee', 72, 'Fine merino that does not itch', ['Slate', 'Fern', 'Clay'], body],
    ['CLO-MRL', 'Merino 200 Long Sleeve', 92, 'Base layer for cold mornings', ['Ink', 'Plum'], body],
    ['CLO-MRB', 'Merino 200 Leggings', 88, 'Base layer, flat seams', ['Ink'], body],
    ['CLO-TRK', 'Traverse Trousers', 124, 'Four-way stretch, two thigh pockets', ['Moss', 'Ink', 'Sand'], body],
    ['CLO-SHR', 'Traverse Shorts', 78, 'Four-way stretch, nine-inch leg', ['Moss', 'Slate'], body],
    ['CLO-HAT', 'Lookout Cap', 32, 'Recycled nylon, short brim', ['Ember', 'Fern', 'Ink'], one],
    ['CLO-BNE', 'Wool Watch Beanie', 34, 'Lambswool, double cuff', ['Clay', 'Ink', 'Sand'], one],
    ['CLO-GLV', 'Liner Gloves', 36, 'Merino gloves that work on a screen', ['Ink'], ['S', 'M', 'L']],
  ],
  Footwear: [
    ['FTW-GRTM', 'Granite Mid', 229, 'Leather hiking boot, waterproof, resoleable', ['Clay', 'Ink'], feet],
    ['FTW-GRTL', 'Granite Low', 189, 'Leather hiking shoe, resoleable', ['Clay', 'Moss'], feet],
    ['FTW-SCR', 'Scree Approach', 159, 'Sticky rubber for rock and the walk to it', ['Slate', 'Ember'], feet],
    ['FTW-FLW', 'Fleet Trail Runner', 139, 'Four-millimetre drop, 265 g', ['Glacier', 'Sun', 'Ink'], feet],
    ['FTW-SNW', 'Firn Winter Boot', 249, 'Insulated to −25 °C, waterproof', ['Ink', 'Sand'], feet],
    ['FTW-CMP', 'Hut Slippers', 58, 'Boiled wool, rubber sole', ['Slate', 'Clay'], feet],
    ['FTW-SOK', 'Hiker Socks, pair', 24, 'Merino, half cushion', ['Fern', 'Slate'], ['S', 'M', 'L']],
    ['FTW-GTR', 'Scree Gaiters', 44, 'Keep stones and snow out', ['Ink'], ['S', 'M', 'L']],
  ],
  Sleep: [
    ['SLP-LWD', 'Lowland 5', 189, 'Synthetic bag, comfort 5 °C, 980 g', ['Moss', 'Slate'], bag],
    ['SLP-UPD', 'Upland −5', 319, 'Down bag, comfort −5 °C, 870 g', ['Slate', 'Ember'], bag],
    ['SLP-ALP', 'Alpine −15', 469, 'Down bag, comfort −15 °C, 1.2 kg', ['Clay', 'Ink'], bag],
    ['SLP-QLT', 'Featherweight Quilt', 289, 'Down quilt, comfort 2 °C, 540 g', ['Fern', 'Glacier'], bag],
    ['SLP-PAD3', 'Driftpad 3', 129, 'Inflatable pad, R-value 3.2, 430 g', ['Sun', 'Slate'], bag],
    ['SLP-PAD5', 'Driftpad 5', 179, 'Inflatable pad, R-value 5.4, 520 g', ['Ember', 'Slate'], bag],
    ['SLP-FOM', 'Foam Roll', 45, 'Closed-cell foam, R-value 2.0, cannot burst', ['Moss'], one],
    ['SLP-PLW', 'Camp Pillow', 39, 'Packs to the size of an apple', ['Glacier', 'Plum'], one],
  ],
  Camp: [
    ['CMP-STV', 'Pocket Stove', 64, 'Canister stove, 85 g, boils a litre in 3:40', ['Ink'], one],
    ['CMP-POT', 'Titanium Pot 900', 69, '900 ml, 118 g, with a lid', ['Slate'], one],
    ['CMP-SET', 'Two-Person Cook Set', 98, 'Pot, pan, two bowls, two mugs', ['Slate'], one],
    ['CMP-HDL', 'Beacon 400 Headlamp', 59, '400 lumens, USB-C, red light', ['Ember', 'Ink'], one],
    ['CMP-LNT', 'Hearth Lantern', 49, '200 lumens, warm, hangs anywhere', ['Sun', 'Fern'], one],
    ['CMP-FLT', 'Spring Water Filter', 44, 'Squeeze filter, two litres a minute', ['Glacier'], one],
    [
      'CMP-PLS',
      'Contour Trekking Poles',
      84,
      'Folding aluminium poles, cork grips',
      ['Ink', 'Clay'],
      ['110 cm', '120 cm', '130 cm'],
    ],
    ['CMP-CHR', 'Porch Chair', 119, 'Folds to the size of a bottle, carries 130 kg', ['Sand', 'Fern'], one],
  ],
  Repair: [
    ['RPR-KIT', 'Field Repair Kit', 28, 'Patches, needle, thread, buckle, tape', ['Ember'], one],
    ['RPR-PAT', 'Tent Patch Set', 14, 'Self-adhesive silnylon in six colours', ['Sun'], one],
    ['RPR-POL', 'Pole Splint, pair', 12, 'Gets a broken pole through the night', ['Slate'], one],
    ['RPR-DWN', 'Down Wash', 16, 'Cleans down and keeps its loft, 300 ml', ['Glacier'], one],
    ['RPR-PRF', 'Shell Proofing Spray', 22, 'Water repellence for rain shells, PFC-free', ['Slate'], one],
    ['RPR-WAX', 'Leather Wax', 18, 'Feeds and seals leather boots', ['Clay'], one],
  ],
};

/** The catalogue in the order of the shelves. */
export const catalogue: Product[] = categories.flatMap((category) =>
  shelves[category].map(([sku, name, dollars, tagline, inColours, sizes]) => ({
    sku,
    name,
    category,
    priceCents: dollars * 100,
    tagline,
    colours: inColours,
    sizes: sizes ?? one,
  })),
);

const bySku = new Map(catalogue.map((product) => [product.sku, product]));

/** The product with that SKU; a wrong SKU in the shop's own data is a programming error. */
export function productBySku(sku: string): Product {
  const product = bySku.get(sku);
  if (!product) throw new Error(`No product ${sku}`);
  return product;
}

const care: Record<Category, string> = {
  Tents: 'Covered for two years against faults in material and making. Spare poles and panels are kept for ten.',
  Packs: 'Covered for two years. Buckles and hip belts can be replaced without tools.',
  Clothing: 'Made from recycled cloth where it is as strong. Repairs are free for Summit members.',
  Footwear: 'Try them on indoors: unworn pairs can come back within 30 days of delivery.',
  Sleep: 'Temperatures are tested to EN 23537. Store it loose, never in its stuff sack.',
  Camp: 'Tested on our own trips before it is sold. Spare parts are in the Repair section.',
  Repair: 'Keep what you have going. Our workshop also takes gear of other makers.',
};

export function describeProduct(product: Product): string {
  return `${product.tagline}. ${care[product.category]}`;
}
