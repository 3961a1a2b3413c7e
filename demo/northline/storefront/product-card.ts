import type { Colour, Product } from '../data/catalogue';
import { memberPriceCents, type PlanName } from '../data/plans';
import { drawProduct } from './draw-product';
import { showMoney } from './format';
import { html, type Markup } from './html';

export function productCard(product: Product, colour: Colour, tier: PlanName | null): Markup {
  const yours = memberPriceCents(product.priceCents, tier);
  return html`<li class="card"><a href="/products/${product.sku}">${drawProduct(product, colour)}<span class="name">${product.name}</span><span class="price">${yours < product.priceCents ? html`<s>${showMoney(product.priceCents)}</s> ` : null}${showMoney(yours)}</span><span class="tagline">${product.tagline}</span></a></li>`;
}
