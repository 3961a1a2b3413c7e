import { type Colour, catalogue, colours, describeProduct, type Product } from '../data/catalogue';
import { memberPriceCents } from '../data/plans';
import type { Visit } from '../http/routes';
import { drawProduct } from './draw-product';
import { showMoney } from './format';
import { html, type Markup } from './html';
import { showPage } from './layout';
import { productCard } from './product-card';
import { drawScene } from './scene';
import type { Visitor } from './session';

export async function showProduct(visit: Visit): Promise<void> {
  const product = catalogue.find((known) => known.sku === visit.path.sku);
  const { rows } = await visit.shop.pool.query<{ stock: Record<string, number> }>(
    'SELECT stock FROM products WHERE sku = $1',
    [product?.sku ?? ''],
  );
  const stock = rows[0]?.stock ?? {};
  await showPage(visit, (visitor) =>
    product
      ? { title: product.name, body: body(product, chooseColour(product, visit.url), stock, visitor) }
      : {
          title: 'Not found',
          status: 404,
          body: html`<h1>We do not make that</h1><p>Perhaps we used to. <a href="/">Back to the shop</a></p>`,
        },
  );
}

function chooseColour(product: Product, url: URL): Colour {
  const wanted = url.searchParams.get('colour');
  return product.colours.find((colour) => colour === wanted) ?? product.colours[0] ?? 'Slate';
}

function body(product: Product, colour: Colour, stock: Record<string, number>, visitor: Visitor | null): Markup {
  const label = `${product.name} in ${colour}`;
  const isTent = product.sku.startsWith('TNT-') && product.sizes.length === 1 && product.priceCents > 20_000;
  const others = catalogue
    .filter((other) => other.category === product.category && other.sku !== product.sku)
    .slice(0, 4);
  return html`<nav aria-label="Where you are" class="crumbs"><a href="/shop/${product.category.toLowerCase()}">${product.category}</a> <span aria-hidden="true">/</span> <span aria-current="page">${product.name}</span></nav>
<article class="product">
<div class="stage">${isTent ? drawScene(colours[colour], label) : drawProduct(product, colour, label)}</div>
<div class="title"><h1>${product.name}</h1><p class="price">${showMoney(memberPriceCents(product.priceCents, visitor?.tier ?? null))}</p></div>
<div class="title"><p>${product.tagline}</p><p>${memberLine(product, visitor)}</p></div>
<form method="post" action="/cart" class="buy">
<div class="swatches" role="group" aria-label="Colour">${product.colours.map((each) => html`<a href="/products/${product.sku}?colour=${each}" class="swatch" style="--paint:${colours[each]}" aria-label="${each}"${each === colour ? html` aria-current="true"` : null}></a>`)}<span>${colour}</span></div>
<input type="hidden" name="sku" value="${product.sku}"><input type="hidden" name="colour" value="${colour}">
${sizePicker(product, stock)}
<button class="button">Add to cart</button>
</form>
<p class="about">${describeProduct(product)}</p>
</article>
<section aria-labelledby="others"><h2 id="others">More ${product.category.toLowerCase()}</h2><ul class="grid">${others.map((other) => productCard(other, other.colours[0] ?? 'Slate', visitor?.tier ?? null))}</ul></section>`;
}

function memberLine(product: Product, visitor: Visitor | null): string {
  if (visitor?.tier && visitor.tier !== 'Trail')
    return `your ${visitor.tier} price, listed at ${showMoney(product.priceCents)}`;
  return `or ${showMoney(memberPriceCents(product.priceCents, 'Summit'))} for Summit members`;
}

function sizePicker(product: Product, stock: Record<string, number>): Markup {
  const sizes = product.sizes.map((size) => [size, stock[size] ?? 0] as const);
  if (sizes.length === 1) return html`<input type="hidden" name="size" value="${sizes[0]?.[0] ?? ''}">`;
  return html`<label class="size">Size <select name="size">${sizes.map(([size, count]) => html`<option${count === 0 ? html` disabled` : null} value="${size}">${size}${count === 0 ? ' (sold out)' : ''}</option>`)}</select></label>`;
}
