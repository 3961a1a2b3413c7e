/**
 * The workspace's tokens as far as the help centre needs them, within the page: one request, and the system's fonts, so
 * that it is there at once on a telephone.
 */
export const helpStyles = `
:root{color-scheme:light dark;--canvas:light-dark(oklch(.975 .0035 256),oklch(.163 .008 262));--surface:light-dark(oklch(1 0 0),oklch(.193 .009 262));--fill:light-dark(oklch(.961 .0045 256),oklch(.236 .0105 262));--hover:light-dark(oklch(.952 .006 256),oklch(.262 .012 262));--line:light-dark(oklch(.922 .005 256),oklch(.266 .0105 262));--line-strong:light-dark(oklch(.868 .008 256),oklch(.348 .013 262));--line-control:light-dark(oklch(.64 .014 257),oklch(.535 .016 260));--ink-1:light-dark(oklch(.235 .018 262),oklch(.947 .004 256));--ink-2:light-dark(oklch(.425 .016 258),oklch(.778 .01 258));--ink-3:light-dark(oklch(.516 .014 257),oklch(.672 .012 258));--accent:light-dark(oklch(.515 .086 192),oklch(.765 .115 186));--accent-hover:light-dark(oklch(.46 .077 193),oklch(.815 .115 185));--accent-ink:light-dark(oklch(1 0 0),oklch(.21 .032 195));--accent-text:light-dark(oklch(.468 .078 194),oklch(.808 .108 186));--accent-tint:light-dark(oklch(.956 .021 192),oklch(.262 .034 198));--accent-line:light-dark(oklch(.85 .055 192),oklch(.42 .06 195));--focus:light-dark(oklch(.56 .094 192),oklch(.78 .12 186))}
@media(prefers-contrast:more){:root{--ink-3:var(--ink-2);--line:var(--line-strong);--line-strong:var(--line-control)}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;background:var(--surface);color:var(--ink-1);font:420 16px/26px "Inter Variable",Inter,system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,p,ul,ol{margin:0;padding:0}
ul,ol{list-style:none}
a{color:inherit;text-decoration:none}
a:hover{color:var(--accent-text)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}
[hidden]{display:none!important}
.skip{position:absolute;left:-999px;top:8px;padding:8px 12px;background:var(--surface);z-index:1}
.skip:focus{left:8px}
.wrap{width:100%;max-width:1008px;margin:0 auto;padding:0 24px}
.bar{border-bottom:1px solid var(--line)}
.bar .wrap{display:flex;align-items:center;gap:16px;min-height:56px}
.home{display:flex;gap:8px;align-items:baseline;flex:1;font-weight:620;min-height:44px;line-height:44px}
.home span{color:var(--ink-3);font-weight:420;font-size:14px}
.tongues{position:relative;font-size:14px}
.tongues summary{display:flex;align-items:center;gap:6px;min-height:44px;padding:0 8px;color:var(--ink-2);cursor:pointer;list-style:none}
.tongues summary::-webkit-details-marker{display:none}
.tongues svg{display:block}
.tongues summary:hover{color:var(--ink-1)}
.tongues ul{position:absolute;right:0;top:44px;min-width:168px;padding:4px;background:var(--surface);border-radius:10px;box-shadow:0 0 0 1px var(--line-strong),0 8px 20px rgb(0 0 0/.12);z-index:2}
.tongues a{display:block;padding:9px 12px;border-radius:6px}
.tongues a:hover{background:var(--hover);color:inherit}
.tongues a[aria-current]{font-weight:620}
main{flex:1}
.hero{background:var(--canvas);border-bottom:1px solid var(--line);padding:56px 0 60px}
.hero h1{font-size:28px;line-height:36px;font-weight:620;letter-spacing:-.02em;text-wrap:balance}
.find{display:flex;gap:8px;margin-top:20px;max-width:640px}
.find input{flex:1;min-width:0;height:48px;padding:0 16px;border:1px solid var(--line-control);border-radius:8px;background:var(--surface);color:var(--ink-1);font:inherit}
.find input::placeholder{color:var(--ink-3);opacity:1}
.button{display:inline-flex;align-items:center;justify-content:center;height:44px;padding:0 18px;border:1px solid var(--line-strong);border-radius:6px;background:var(--surface);color:var(--ink-1);font:inherit;font-size:15px;line-height:20px;font-weight:520;cursor:pointer}
.button:hover{background:var(--hover)}
.button.main{height:48px;border-color:transparent;border-radius:8px;background:var(--accent);color:var(--accent-ink)}
.button.main:hover{background:var(--accent-hover)}
.part{padding:36px 0 8px}
.part h2{font-size:18px;line-height:24px;font-weight:620;letter-spacing:-.012em}
.shelves{columns:2;column-gap:56px;padding:8px 0 56px}
.shelf{break-inside:avoid;padding:28px 0 0}
.links li{border-bottom:1px solid var(--line)}
.links a{display:block;padding:9px 0}
.links a:hover{text-decoration:underline;text-decoration-color:var(--accent-line);text-underline-offset:3px}
.shelf h2{font-size:16px;line-height:24px;font-weight:620;padding-bottom:4px;border-bottom:1px solid var(--line-strong)}
.used{display:grid;grid-template-columns:1fr 1fr;column-gap:56px;margin-top:8px}
.path{display:flex;flex-wrap:wrap;align-items:center;gap:4px 8px;padding:20px 0 0;color:var(--ink-3);font-size:14px;line-height:24px}
.path li{display:flex}
.path a{color:var(--ink-2);text-decoration:underline;text-decoration-color:var(--line-strong);text-underline-offset:3px}
.path li+li::before{content:"›";margin-right:8px;color:var(--ink-3)}
.read{display:grid;grid-template-columns:minmax(0,680px) 208px;gap:56px;align-items:start;padding-bottom:56px}
.read>*{min-width:0}
article h1{margin:16px 0 8px;font-size:28px;line-height:36px;font-weight:620;letter-spacing:-.02em;text-wrap:balance}
.about{color:var(--ink-3);font-size:14px;line-height:22px;margin-bottom:24px}
.about a{color:var(--accent-text);text-decoration:underline;text-underline-offset:3px;text-decoration-color:var(--accent-line)}
.side{position:sticky;top:24px;margin-top:28px;font-size:14px;line-height:20px}
.side h2{font-size:14px;line-height:20px;font-weight:620;margin-bottom:4px}
.side a{display:block;padding:5px 0;color:var(--ink-2)}
.side .deep{padding-left:12px}
.article-text>:first-child{margin-top:0}
.article-text p,.article-text ul,.article-text ol,.article-text pre,.article-text blockquote,.article-text .article-table{margin:0 0 16px}
.article-text p{text-wrap:pretty}
.article-text h2,.article-text h3,.article-text h4,.article-text h5,.article-text h6{margin:32px 0 4px;font-size:18px;line-height:26px;font-weight:620;scroll-margin-top:24px}
.article-text h3,.article-text h4,.article-text h5,.article-text h6{margin-top:20px;font-size:16px}
.article-text ul{list-style:disc}.article-text ol{list-style:decimal}
.article-text ul,.article-text ol{padding-inline-start:22px}
.article-text li{margin:4px 0}.article-text li::marker{color:var(--ink-3)}.article-text li>p{margin:0}
.article-text a,.plain{color:var(--accent-text);text-decoration:underline;text-decoration-color:var(--accent-line);text-underline-offset:3px}
.article-text a:hover,.plain:hover{text-decoration-color:currentColor}
.article-text strong{font-weight:620}
.article-text blockquote{padding-inline-start:14px;border-inline-start:2px solid var(--line-strong);color:var(--ink-2)}
.article-text code{font:.9em ui-monospace,"SF Mono","Cascadia Code","DejaVu Sans Mono",monospace;padding:1px 4px;border-radius:4px;background:var(--fill)}
.article-text pre{padding:12px 16px;overflow-x:auto;border-radius:6px;background:var(--fill)}
.article-text pre code{padding:0;background:none}
.article-text hr{margin:32px 0;border:0;border-top:1px solid var(--line)}
.article-table{overflow-x:auto}
.article-text table{width:100%;border-collapse:collapse;font-size:15px;line-height:22px}
.article-text th,.article-text td{padding:8px 16px 8px 0;text-align:start;vertical-align:top;border-bottom:1px solid var(--line)}
.article-text th{color:var(--ink-2);font-weight:520;border-bottom-color:var(--line-strong)}
.article-image{color:var(--ink-2);font-style:italic}
.vote{display:flex;flex-wrap:wrap;align-items:center;gap:12px;margin-top:40px;padding:20px 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.vote p{flex:1;font-weight:520;min-width:180px}
.vote form{display:flex;gap:8px}
.more{margin-top:28px}
.more h2{font-size:16px;line-height:24px;font-weight:620;padding-bottom:4px}
.talk{display:flex;flex-wrap:wrap;align-items:center;gap:12px;margin-top:28px;color:var(--ink-2)}
.results{max-width:720px;padding:28px 0 56px}
.results h1{font-size:18px;line-height:26px;font-weight:620;letter-spacing:-.012em;margin-top:28px}
.results .hint{color:var(--ink-2);margin-top:4px}
.results ol>li{padding:20px 0;border-bottom:1px solid var(--line)}
.results h2{font-size:16px;line-height:24px;font-weight:620}
.results h2 a{color:var(--accent-text);text-decoration:underline;text-decoration-color:var(--accent-line);text-underline-offset:3px}
.results h2 a:hover{text-decoration-color:currentColor}
.where{color:var(--ink-3);font-size:14px;line-height:20px}
.piece{color:var(--ink-2);font-size:15px;line-height:24px;margin-top:4px}
mark{background:var(--accent-tint);color:var(--ink-1);font-weight:520;border-radius:3px;padding:0 1px}
.foot{border-top:1px solid var(--line);padding:20px 0 96px;color:var(--ink-3);font-size:14px}
.nothing{padding:72px 0 96px;max-width:560px}
.nothing h1{font-size:24px;line-height:32px;font-weight:620;letter-spacing:-.02em}
.nothing p{color:var(--ink-2);margin:8px 0 20px}
@media(max-width:860px){.read{grid-template-columns:minmax(0,1fr)}.side{display:none}}
@media(max-width:719px){.wrap{padding:0 16px}.hero{padding:36px 0 40px}.hero h1,article h1{font-size:24px;line-height:32px}.shelves{columns:1;padding-bottom:36px}.used{grid-template-columns:1fr}.links a{padding:11px 0}.home span{display:none}}
@media print{.bar,.find,.vote,.talk,.side,.foot{display:none}}
`;
