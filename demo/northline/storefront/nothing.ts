import type { Visit } from '../http/routes';
import { html } from './html';
import { showPage } from './layout';

export async function showNothing(visit: Visit): Promise<void> {
  await showPage(visit, () => ({
    title: 'Not found',
    status: 404,
    body: html`<h1>There is nothing here</h1><p><a href="/">Back to the shop</a></p>`,
  }));
}
