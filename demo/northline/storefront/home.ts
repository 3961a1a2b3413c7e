import { type Category, type Colour, catalogue, categories, colours, productBySku } from '../data/catalogue';
import { type PlanName, plans } from '../data/plans';
import type { Visit } from '../http/routes';
import { html, type Markup } from './html';
import { showPage } from './layout';
import { productCard } from './product-card';
import { drawScene } from './scene';

const picked = ['TNT-RDG2', 'PCK-CRQ45', 'CLO-CRSH', 'FTW-GRTM', 'SLP-UPD', 'CMP-PLS', 'CLO-DNHD', 'CMP-LNT'];

export async function showHome(visit: Visit): Promise<void> {
  await showPage(visit, (visitor) => ({
    title: 'Gear for long days out',
    body: html`<section class="hero" aria-labelledby="hero-title"><div><h1 id="hero-title">Gear for long days out</h1><p>Made to be carried far, repaired often, and handed on.</p><a class="button" href="/products/TNT-RDG2">See the Ridgeline 2</a></div>${drawScene(colours.Ember, 'A tent below the mountains in the evening')}</section>
<section aria-labelledby="picked"><h2 id="picked">What people take along</h2>${grid(picked, visitor?.tier ?? null)}</section>
<section class="band" aria-labelledby="join"><div><h2 id="join">Ridge, ${showYear(plans.Ridge.priceCents)}. Summit, ${showYear(plans.Summit.priceCents)}.</h2><p>${plans.Ridge.discountPercent}% or ${plans.Summit.discountPercent}% off everything, and repairs that cost you nothing.</p></div><a class="button quiet" href="/membership">Compare memberships</a></section>`,
  }));
}

export async function showShelf(visit: Visit): Promise<void> {
  const category = categories.find((name) => name.toLowerCase() === visit.path.category);
  await showPage(visit, (visitor) =>
    category
      ? { title: category, body: shelf(category, visitor?.tier ?? null) }
      : {
          title: 'Not found',
          status: 404,
          body: html`<h1>There is no such shelf</h1><p><a href="/">Back to the shop</a></p>`,
        },
  );
}

function shelf(category: Category, tier: PlanName | null): Markup {
  const skus = catalogue.filter((product) => product.category === category).map((product) => product.sku);
  return html`<h1>${category}</h1>${grid(skus, tier)}`;
}

function grid(skus: string[], tier: PlanName | null): Markup {
  return html`<ul class="grid">${skus.map((sku) => {
    const product = productBySku(sku);
    return productCard(product, (product.colours[0] ?? 'Slate') as Colour, tier);
  })}</ul>`;
}

function showYear(cents: number): string {
  return `$${cents / 100} a year`;
}
