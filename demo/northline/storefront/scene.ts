import { Markup } from './html';
import { shade } from './shade';

/** The evening in the mountains, with a tent of the given colour: the shop's large picture. */
export function drawScene(tent: string, label: string): Markup {
  const tree = (x: number, y: number) =>
    `<path d="M${x} ${y}l14 36h-28zM${x} ${y + 26}l18 38h-36zM${x - 3} ${y + 60}h6v14h-6z"/>`;
  return new Markup(`<svg class="scene" viewBox="0 0 784 488" preserveAspectRatio="xMidYMid slice" role="img" aria-label="${label}">
<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#678fb4"/><stop offset=".45" stop-color="#c4b1a6"/><stop offset=".8" stop-color="#f0c49a"/></linearGradient>
<linearGradient id="far" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#7a8799"/><stop offset="1" stop-color="#a2a3aa"/></linearGradient>
<linearGradient id="near" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#3f566e"/><stop offset="1" stop-color="#4e707c"/></linearGradient>
<linearGradient id="cloth" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${tent}"/><stop offset="1" stop-color="${shade(tent, -0.14)}"/></linearGradient>
</defs>
<path fill="url(#sky)" d="M0 0h784v488H0z"/>
<circle cx="560" cy="192" r="34" fill="#fce5bb"/>
<path fill="url(#far)" d="M0 296l90-86 46 34 92-118 70 82 44-38 96 114 80-94 50 64 76-34 140 110v158H0z"/>
<path fill="#dcdcda" d="M228 126l30 36-12-6-8 16-14-12-12 16-18-4z"/>
<path fill="url(#near)" d="M0 352l120-74 90 52 120-86 108 94 94-66 94 62 158-62v216H0z"/>
<path fill="#24403a" d="M0 388c160-30 300-14 420 8s260 0 364-30v122H0z"/>
<path fill="#152e2b" d="M0 434c120-18 260 4 400 2s270-30 384-16v68H0z"/>
<g fill="#0f2624">${tree(40, 372)}${tree(68, 378)}${tree(96, 360)}${tree(640, 376)}${tree(676, 362)}${tree(704, 372)}${tree(742, 376)}</g>
<path stroke="#6b3a1e" stroke-width="1.4" d="M364 292L206 446M368 292l198 154" fill="none"/>
<path fill="url(#cloth)" d="M366 290l170 146H232z"/>
<path fill="${shade(tent, -0.5)}" d="M366 290l20 146h-46z"/>
<path fill="#e8c68e" d="M366 290l66 146h-46z"/>
</svg>`);
}
