// Narrow screens: at 900 px two columns become one, at 760 px a table becomes a list of records whose labels come from the head.

/** Width rules, on screens only: paper never gets the phone layout. */
export const PHONE: string = `@media screen and (max-width:1159px){.pass{grid-template-columns:repeat(3,minmax(0,1fr))}}
@media screen and (max-width:900px){
.page{padding-left:24px;padding-right:24px}
.cols2{grid-template-columns:minmax(0,1fr)}
.idx{columns:1}
.wide{display:none}
.sun td.bar2{width:16%}.div{min-width:80px}
td,tbody th{padding-right:10px}
.ladder td.c,.ladder th.c{width:42px}.ladder th[scope=row]{min-width:150px}
}
@media screen and (max-width:760px){
h1{font-size:28px}h2{font-size:20px}
.say{font-size:22px;line-height:1.28}
.lede{font-size:16px}
header.top{padding-top:28px}
.kick{flex-wrap:wrap;align-items:center}
section{padding-top:44px}
section>h2 .kind{margin-left:0;width:100%}
.pass{grid-template-columns:repeat(2,minmax(0,1fr));gap:12px 20px}
.mix,.tri,.first ol,.key,.keys{grid-template-columns:minmax(0,1fr)}
.tri{gap:20px}
table.st,.st tbody,.st tfoot,.st tr,.st td,.st th,.st caption{display:block;width:auto!important}
.st thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.st tr{padding:12px 0;border-bottom:1px solid var(--rule)}
.st td,.st tbody th{border:0;padding:2px 0}
.st tbody th{font-size:15px}
.st td[data-l]{display:grid;grid-template-columns:112px minmax(0,1fr);gap:12px}
.st td[data-l]:before{content:attr(data-l);color:var(--ink3);font-size:12.5px}
.st td.r{text-align:left}
.st td:empty{display:none!important}
.ladder tr{display:grid!important;grid-template-columns:repeat(7,1fr) 3.2em;align-items:center}
.ladder th[scope=row]{min-width:0;max-width:none;grid-column:1/-1;padding-bottom:4px!important}
.ladder th[scope=row] small{display:inline!important;margin-left:8px}
.ladder td.c{height:24px;padding:0!important}
.ladder td.lv{padding:0 0 0 10px!important}
.ladder td.why{grid-column:1/-1;font-size:13px;padding-top:4px!important}
.ladder tfoot tr{border-top:1px solid var(--ink);border-bottom:1px solid var(--ink)}
.ladder tfoot th,.ladder tfoot td{border:0;padding:2px 0}
.gatehead{display:grid!important;grid-template-columns:repeat(7,1fr) 3.2em;font-size:12.5px;color:var(--ink3);text-align:center;border-bottom:1px solid var(--rule2);padding-bottom:3px;position:sticky;top:0;background:var(--bg);z-index:2}
.flow td[data-l]{display:inline-block;margin-right:14px;vertical-align:top}
.flow td[data-l]:before{display:none}
.flow td.b[data-l],.flow td.b{display:block;margin:0}
.flow td>div{display:inline}
.flow td.lab[data-l]:before{display:inline;content:attr(data-l) " "}
.hp{paint-order:stroke;stroke:var(--bg);stroke-width:3px}
.sun td.bar2{padding-top:6px}.map .rep{position:static;width:auto;height:auto;clip-path:none}
.fit tr.grp{padding:22px 0 4px}
.fit tbody th b{font-size:15px}
.fit tr:not(.grp){display:grid!important;grid-template-columns:1fr 1fr;gap:6px 20px}
.fit tr:not(.grp) th,.fit td.vd{grid-column:1/-1}
.fit td.x[data-l]{display:block}
.fit td.x[data-l]:before{display:block}
.finds .evin{margin-left:0;padding-left:0}
.finds tr{border-bottom:0;padding:12px 0 0}
.finds tr.ev{padding:2px 0 10px}
.finds tbody.grp th b{font-size:15px}
.finds tbody th{font-size:12.5px}
.fwt.flow tbody th,.checks.flow tbody th,.pol.flow tbody th{font-size:13px;color:var(--ink3)}
.fwt td.ck,.fwt td.rel[data-l]{display:block}
.plan tr.grp{padding:20px 0 4px}
.plan tr.it{border-bottom:0;padding-bottom:0}.plan tr.ev{padding-top:4px}
.plan td.gantt[data-l]{display:block;padding:8px 0}.plan td.b[data-l]{display:block}.plan td.b[data-l]:before{display:none}
.how{grid-template-columns:minmax(0,1fr);gap:0}.how dd{margin-bottom:4px}
.filters output{margin-left:0;width:100%;padding:0}
.filters>div{flex:1 1 44%}.filters select,.filters input{width:100%}
.page{padding:0 16px 48px}
footer.prov dl{grid-template-columns:minmax(0,1fr);gap:0}
footer.prov dd{margin-bottom:8px}
}
@media screen and (max-width:380px){.pass{grid-template-columns:minmax(0,1fr)}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
