import { createHash } from 'node:crypto';

/** One sheet for the whole shop. Light only: a shop window looks the same by night. */
export const styles = `
:root { --ground:#fcfbf8; --ink:#16201f; --soft:#4c5756; --line:#e4e1da; --deep:#1a3432; --deep-2:#24463f; --tint:#f2efe8; }
* { box-sizing:border-box; }
html { -webkit-text-size-adjust:100%; }
body { margin:0; background:var(--ground); color:var(--ink); font:14px/22px Inter,"Inter Variable",ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif; }
a { color:inherit; text-underline-offset:3px; }
h1,h2,h3,p,ul,ol,dl,dd { margin:0; padding:0; }
ul,ol { list-style:none; }
:focus-visible { outline:2px solid var(--deep); outline-offset:2px; border-radius:4px; }
main:focus { outline:none; }
.banner :focus-visible { outline-color:#fff; }
.wrap { max-width:1280px; margin:0 auto; padding-inline:40px; }
.skip { position:absolute; left:-999px; } .skip:focus { left:8px; top:8px; z-index:3; background:#fff; padding:8px 12px; }
.banner { background:var(--deep); color:#fff; font-size:12px; line-height:16px; }
.banner .wrap { display:flex; justify-content:space-between; align-items:center; gap:16px; min-height:32px; }
.sign-in { position:relative; flex:none; } .sign-in summary { cursor:pointer; padding:8px 0; color:#dbe6e3; list-style-position:inside; }
.sign-in ul { position:absolute; right:0; top:32px; z-index:2; width:320px; max-width:calc(100vw - 32px); max-height:70vh; overflow:auto; background:#fff; color:var(--ink); border:1px solid var(--line); border-radius:8px; padding:6px; box-shadow:0 12px 32px rgb(20 32 31/.18); }
.sign-in a { display:flex; justify-content:space-between; gap:12px; padding:8px; border-radius:5px; text-decoration:none; } .sign-in a:hover,.sign-in a[aria-current] { background:var(--tint); } .sign-in small { color:var(--soft); font-size:12px; text-align:right; } .sign-in ul :focus-visible { outline-color:var(--deep); }
.masthead { display:flex; align-items:center; gap:40px; min-height:64px; flex-wrap:wrap; }
.logo { display:flex; align-items:center; gap:10px; font-size:20px; font-weight:620; letter-spacing:-.02em; text-decoration:none; }
.masthead nav ul { display:flex; flex-wrap:wrap; gap:4px 28px; } .masthead nav a { text-decoration:none; padding:8px 0; color:#2c3836; } .masthead nav a:hover,.masthead nav a[aria-current] { text-decoration:underline; text-decoration-thickness:2px; text-underline-offset:6px; }
.yours { margin-left:auto; }
main { display:block; padding-bottom:64px; min-height:60vh; }
main > h1 { font-size:28px; line-height:36px; letter-spacing:-.02em; font-weight:650; margin:24px 0 16px; }
h2 { font-size:18px; line-height:24px; font-weight:620; letter-spacing:-.01em; }
main > section { margin-top:40px; } main > section > h2 { margin-bottom:16px; }
.lead { color:var(--soft); max-width:640px; margin-bottom:24px; font-size:15px; }
.meta { color:var(--soft); font-size:12px; line-height:18px; }
.hero { display:grid; grid-template-columns:minmax(300px,2fr) 3fr; margin-top:8px; border-radius:6px; overflow:hidden; background:#152e2b; color:#fff; }
.hero .scene { display:block; width:100%; height:440px; } .hero > div { padding:48px 40px; align-self:end; } .hero h1 { font-size:44px; line-height:48px; letter-spacing:-.03em; font-weight:680; } .hero p { margin:12px 0 24px; font-size:16px; line-height:24px; color:#d3dfdb; } .hero .button { background:#fff; color:var(--deep); border-color:#fff; } .hero .button:hover { background:#e8efec; } .hero :focus-visible { outline-color:#fff; }
.button { display:inline-flex; align-items:center; justify-content:center; min-height:40px; padding:0 24px; border:1px solid var(--deep); border-radius:4px; background:var(--deep); color:#fff; font:inherit; font-weight:560; text-decoration:none; cursor:pointer; } .button:hover { background:var(--deep-2); }
.quiet { background:#fff; color:var(--deep); } .quiet:hover { background:var(--tint); }
.link { border:0; background:none; padding:8px; font:inherit; color:var(--soft); text-decoration:underline; cursor:pointer; }
.grid { display:grid; grid-template-columns:repeat(auto-fill,minmax(240px,1fr)); gap:32px 20px; }
.card a { display:grid; grid-template-columns:1fr auto; gap:2px 12px; text-decoration:none; } .card .picture { grid-column:1/-1; width:100%; aspect-ratio:4/3; border-radius:6px; margin-bottom:8px; } .card .name { font-weight:600; } .card a:hover .name { text-decoration:underline; } .card .price { font-variant-numeric:tabular-nums; } .card s { color:var(--soft); } .card .tagline { grid-column:1/-1; color:var(--soft); font-size:13px; line-height:20px; }
.band { display:flex; align-items:center; justify-content:space-between; gap:24px; padding:28px 32px; background:var(--tint); border-radius:6px; } .band p { color:var(--soft); margin-top:4px; }
.crumbs { font-size:12px; line-height:16px; color:var(--soft); padding:4px 0 12px; } .crumbs a { text-decoration:none; } .crumbs a:hover { text-decoration:underline; }
.product { max-width:784px; } .stage svg { display:block; width:100%; height:auto; aspect-ratio:784/488; border-radius:4px; }
.product .title { display:flex; justify-content:space-between; gap:24px; align-items:baseline; color:var(--soft); } .product .title:first-of-type { margin-top:20px; } .product h1 { font-size:32px; line-height:40px; letter-spacing:-.035em; font-weight:680; color:var(--ink); } .product .price { font-size:20px; font-weight:620; color:var(--ink); font-variant-numeric:tabular-nums; }
.stage + .title { margin-top:20px; }
.buy { display:flex; align-items:center; gap:16px 24px; flex-wrap:wrap; margin-top:12px; } .buy .button { margin-left:auto; }
.swatches { display:flex; align-items:center; gap:12px; color:var(--soft); } .swatch { width:24px; height:24px; border-radius:50%; background:var(--paint); border:2px solid var(--ground); box-shadow:0 0 0 1px rgb(0 0 0/.12); } .swatch[aria-current] { box-shadow:0 0 0 2px var(--ink); } .swatch:focus-visible { border-radius:50%; outline-offset:4px; }
.size,.rule label { display:flex; align-items:center; gap:8px; color:var(--soft); } select,input { font:inherit; color:var(--ink); min-height:36px; padding:0 10px; background:#fff; border:1px solid #85908d; border-radius:4px; }
.about { margin-top:20px; max-width:640px; color:var(--soft); }
.plans { display:grid; grid-template-columns:repeat(3,1fr); margin:8px 0 24px; border:1px solid var(--line); border-radius:6px; background:#fff; } .plan { padding:28px; } .plan + .plan { border-left:1px solid var(--line); } .plan .price { font-size:28px; line-height:36px; font-weight:620; margin:4px 0 8px; } .plan small { font-size:14px; font-weight:420; color:var(--soft); } .plan ul { margin-top:16px; } .plan ul li { padding:6px 0 6px 24px; position:relative; } .plan ul li::before { content:""; position:absolute; left:2px; top:13px; width:10px; height:5px; border:solid #2d7d5a; border-width:0 0 2px 2px; transform:rotate(-45deg); } .plan-summit { background:#f4f7f4; }
.badge { display:inline-flex; align-items:center; min-height:20px; padding:0 8px; border-radius:4px; font-size:12px; line-height:20px; font-weight:520; background:var(--tint); color:#3b4644; white-space:nowrap; } .state-delivered { background:#e3f2e8; color:#1b5e3b; } .state-shipped { background:#e4eef7; color:#1f4e79; } .state-delayed { background:#fdf0dc; color:#7a4a06; } .state-cancelled,.state-returned { background:#f2eeee; color:#5b4545; }
.notice { background:#e3f2e8; color:#14482d; padding:12px 16px; border-radius:6px; margin-bottom:20px; }
.facts { display:grid; grid-template-columns:repeat(3,1fr); gap:24px; padding:16px 0; border-block:1px solid var(--line); margin-bottom:8px; } dt { color:var(--soft); font-size:12px; } .facts dd { overflow-wrap:anywhere; }
.orders > li { border-bottom:1px solid var(--line); padding:20px 0; } .orders header { display:flex; align-items:center; gap:12px; margin-bottom:4px; } .orders h2 { font-size:15px; } .orders .amount { margin-left:auto; font-weight:600; font-variant-numeric:tabular-nums; }
.journey { display:flex; gap:0; margin-top:16px; } .journey li { flex:1; padding:14px 12px 0 0; border-top:2px solid #2d7d5a; position:relative; font-size:13px; line-height:18px; font-weight:520; } .journey li::before { content:""; position:absolute; top:-6px; left:0; width:10px; height:10px; border-radius:50%; background:#2d7d5a; } .journey small { display:block; font-size:12px; font-weight:420; color:var(--soft); }
.cart li { display:grid; grid-template-columns:96px 1fr auto auto; gap:16px; align-items:center; padding:12px 0; border-bottom:1px solid var(--line); } .cart .picture { width:96px; height:72px; border-radius:4px; } .cart h2 { font-size:15px; } .sum { margin:16px 0 24px; } .sum div { display:flex; justify-content:space-between; padding:4px 0; } .sum div:last-child { font-weight:620; font-size:16px; }
.presets { display:flex; flex-wrap:wrap; gap:12px; margin-bottom:20px; } .rule { display:flex; flex-wrap:wrap; gap:12px 20px; align-items:center; padding:16px 0; border-block:1px solid var(--line); margin-bottom:16px; } .rule input { width:110px; } .rules { margin-bottom:16px; } .rules li { padding:4px 0; }
.scroll { overflow-x:auto; } table { border-collapse:collapse; width:100%; } th { text-align:left; font-size:12px; font-weight:520; color:var(--soft); } th,td { padding:6px 16px 6px 0; border-bottom:1px solid var(--line); white-space:nowrap; } .number { text-align:right; padding-right:0; font-variant-numeric:tabular-nums; }
.label { max-width:420px; border:1px dashed #85908d; background:#fff; padding:24px; border-radius:6px; } .label .code { font:600 20px/32px ui-monospace,monospace; letter-spacing:.06em; margin-top:12px; }
footer { border-top:1px solid var(--line); color:var(--soft); font-size:12px; } footer .wrap { display:flex; justify-content:space-between; gap:16px; flex-wrap:wrap; padding-top:20px; padding-bottom:96px; } footer ul { display:flex; gap:20px; flex-wrap:wrap; }
@media (max-width:720px) {
  .wrap { padding-inline:16px; }
  .banner .wrap { flex-wrap:wrap; gap:0 16px; padding-top:6px; } .sign-in summary { padding:6px 0 10px; } .sign-in ul { right:auto; left:0; }
  .masthead { gap:0 16px; padding-top:8px; } .masthead nav { order:3; width:100%; } .masthead nav.yours { order:2; width:auto; } .masthead nav:not(.yours) ul { flex-wrap:nowrap; overflow-x:auto; gap:20px; margin:0 -16px; padding:0 16px; } .masthead nav a { display:block; padding:11px 0; white-space:nowrap; }
  .hero { grid-template-columns:1fr; } .hero .scene { height:260px; order:-1; } .hero > div { padding:24px 20px 28px; } .hero h1 { font-size:32px; line-height:36px; }
  .grid { grid-template-columns:repeat(2,1fr); gap:24px 12px; } .card a { grid-template-columns:1fr; } .button { min-height:44px; }
  .band,.product .title { flex-direction:column; align-items:flex-start; gap:4px; } .band { padding:20px; gap:16px; } .buy .button { margin-left:0; width:100%; } select,input { min-height:44px; }
  .swatch { width:32px; height:32px; }
  .plans,.facts { grid-template-columns:1fr; } .facts { gap:12px; } .plan + .plan { border-left:0; border-top:1px solid var(--line); }
  .orders header { flex-wrap:wrap; } .journey { flex-direction:column; } .journey li { border-top:0; border-left:2px solid #2d7d5a; padding:0 0 12px 16px; margin-left:5px; } .journey li::before { left:-6px; top:4px; }
  .cart li { grid-template-columns:72px 1fr auto; } .cart .picture { width:72px; height:54px; } .cart form { grid-column:2; } .link { padding:8px 0; }
}
`;

/** Changes with the sheet, so that browsers may keep it for a year. */
export const stylesVersion = createHash('sha256').update(styles).digest('hex').slice(0, 8);
