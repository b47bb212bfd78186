/**
 * The looks of a printed page and of the pictures on it. Colours are custom properties, so that the same
 * page serves light, dark and paper; no colour says anything that a word or a shape does not say too.
 */

/** For pictures alone, wherever they stand; the page that holds them sets the properties. */
export const pictureStyle = `
.picture{display:block;overflow:visible;font:15px/1.2 var(--letter);fill:var(--ink)}
.picture text{stroke:var(--page);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
.picture .label{font-weight:600}
.picture .says,.picture .name{fill:var(--muted)}
.picture .says{font-size:14px}
.picture .name{font-size:13px}
.picture .number{font-variant-numeric:tabular-nums}
.picture .number.becomes{font-weight:600}
.picture .axis text{font-size:13px;fill:var(--muted)}
.picture .grid{stroke:var(--line)}
.picture .zero{stroke:var(--muted)}
.picture .reference{stroke:var(--ink);stroke-dasharray:2 4;stroke-width:1.5}
.picture .band{fill:var(--ink);fill-opacity:.13}
.picture .band.becomes{fill:var(--accent);fill-opacity:.3}
.picture .dot{fill:var(--page);stroke:var(--ink);stroke-width:2.5}
.picture .dot.becomes{fill:var(--accent);stroke:var(--accent)}
.picture .dot.third{fill:var(--muted);stroke:var(--page)}
.picture .link{stroke:var(--accent);stroke-width:2.5}
.picture .uncertain .link{stroke:var(--muted);stroke-dasharray:3 4}
.picture .line{fill:none;stroke:var(--accent);stroke-width:2.5}
.picture .line.was{stroke:var(--ink);stroke-dasharray:7 4}
.picture .line.third{stroke:var(--muted);stroke-dasharray:2 4}
.picture .bar{fill:var(--accent)}
.picture .bar.less{fill:var(--page);stroke:var(--accent);stroke-width:2}
.picture .bar.uncertain{fill:var(--page);stroke:var(--muted);stroke-width:1.5;stroke-dasharray:3 4}
`

/** For the page around them. */
export const pageStyle = `
:root{color-scheme:light dark;--page:#fff;--ink:#1b2333;--muted:#4d576b;--line:#d9dce3;--soft:#f6f3ec;--accent:#8f6000;--edge:#c99a2e;--letter:system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{--page:#12161d;--ink:#eceef3;--muted:#aeb6c5;--line:#353c49;--soft:#1d232d;--accent:#e3ad45;--edge:#9a7425}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:1.125rem/1.55 var(--letter);overflow-wrap:break-word}
header,main,footer{max-width:39rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.75rem}
main{padding-bottom:3rem}
.kicker{margin:0;color:var(--muted);font-size:1rem}
h1,h2,h3{line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:1.25rem;font-weight:600;margin:.2rem 0 0}
h2{font-size:1.5rem;margin:3.5rem 0 .75rem;padding-top:.75rem;border-top:3px solid var(--edge)}
h3{font-size:1.15rem;margin:2rem 0 .4rem}
p,ul,ol,dl{margin:.6rem 0}
ul,ol{padding-left:1.25rem}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.lead{font-size:1.65rem;line-height:1.25;font-weight:650;letter-spacing:-.01em;margin:.9rem 0 1rem;text-wrap:pretty}
.lead.several{font-size:1.25rem;margin:.7rem 0}
.made-up{background:var(--soft);border-bottom:1px solid var(--edge);padding:.55rem 1rem;text-align:center;font-size:1rem}
.facts,.source,.note{color:var(--muted);font-size:.95rem}
.box{background:var(--soft);border-left:5px solid var(--edge);padding:.9rem 1.1rem;margin:1.25rem 0}
.box>:first-child{margin-top:0}
.box>:last-child{margin-bottom:0}
.box h2{border:0;padding:0;margin:0 0 .5rem}
section.box{margin-top:3rem}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:1rem}
figure{margin:1.75rem 0 2.25rem}
figcaption{font-weight:650;font-size:1.1rem;margin-bottom:.9rem;line-height:1.3}
figure .source{margin:.35rem 0 0}
details{margin-top:.6rem;font-size:1rem}
summary{cursor:pointer;color:var(--accent);padding:.2rem 0;width:fit-content}
.scroll{position:relative;overflow-x:auto;margin:.75rem 0}
@media screen and (min-width:44rem){.scroll.wide{width:min(58rem,100vw - 4rem);margin-left:calc(50% - min(29rem,50vw - 2rem))}}
table{border-collapse:collapse;width:100%;font-size:1rem;line-height:1.35;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);padding-bottom:.4rem;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .7rem .45rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-weight:600;border-bottom:2px solid var(--ink)}
tbody th[scope=rowgroup]{font-weight:700;padding-top:1.3rem;border-bottom-color:var(--ink)}
th a{color:inherit;text-decoration-color:var(--edge)}
.state{font-weight:600;margin-right:.6em}
.sign{font-weight:600;margin-right:.25em}
.proposal{border-top:1px solid var(--line);padding-top:.35rem}
.proposal>summary{font-weight:600}
data,.value,.range{white-space:nowrap}
.named+.named{margin-top:.5rem}
.sub{display:block;color:var(--muted);font-size:.92em}
code,pre{font:.9rem/1.5 ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
pre{background:var(--soft);padding:.8rem 1rem;white-space:pre-wrap;margin:.75rem 0}
dt{font-weight:600;margin-top:.7rem}
dd{margin:0}
footer{border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:26rem){.lead,h1,h2{hyphens:auto}.lead{font-size:1.4rem}.lead.several{font-size:1.15rem}h2{font-size:1.3rem;margin-top:2.75rem}th,td{padding-right:.5rem;font-size:.93rem}.box{padding:.8rem .85rem}}
@media print{
:root{color-scheme:light;--page:#fff;--ink:#000;--muted:#333;--line:#bbb;--soft:#fff;--accent:#7a5200;--edge:#7a5200}
@page{margin:18mm 17mm}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:10.5pt;line-height:1.4}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
nav,summary,.proposal figure details,.more>svg{display:none}
details.proposal>summary{display:block}
details::details-content{content-visibility:visible;display:block;height:auto}
.scroll{overflow:visible}
h2{margin-top:1.6rem}
h2,h3,figcaption,caption,summary{break-after:avoid}
figure>svg,tr,.box,.lead{break-inside:avoid}
thead,tbody th[scope=rowgroup],tr:has(>th[scope=rowgroup]){break-after:avoid}
table,.source,.facts,.note,.kicker{font-size:9pt}
caption,details,.made-up{font-size:9.5pt}
code,pre{font-size:8.5pt}
.lead{font-size:16pt}
.made-up{border:1px solid var(--edge)}
}
`
