// Paper, A4: light palette whatever the theme, disclosures open, filters undone, page 1 = passport, verdict, ladder, keys.

/** Print rules. */
export const PRINT: string = `@media print{
@page{size:A4;margin:10mm 13mm}
:root,:root[data-theme=dark],:root:not([data-theme=light]){color-scheme:light;--bg:#fff;--panel:#f2f2f2;--ink:#000;--ink2:#333;--ink3:#555;--rule:#ccc;--rule2:#777;--accent:#1b4f8a;--accent-soft:#e4e4e4;--alert:#7d2410;--alert-soft:#eee;--shade:#000}
body{font-size:9.6pt;line-height:1.42;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.page.page{display:block;padding:0;max-width:none}
nav.toc,.theme,.skip,.filters,.noprint{display:none!important}
header.top{padding-top:8px}.kick{margin-bottom:2px}.lede,.oneline{display:none}
h1{font-size:19pt}h2{font-size:13.5pt}h3{font-size:9.8pt}
.say{font-size:14pt;max-width:none}
section{padding-top:20px}
section>h2{margin-bottom:7px;padding-bottom:3px}
.tri p{line-height:1.4}
table{font-size:8.3pt;line-height:1.36}
td,tbody th,tfoot th,tfoot td{padding-top:4px;padding-bottom:4px}
thead{display:table-header-group}tfoot{display:table-row-group}
tr,li,figure,.tri>div{break-inside:avoid}
h2,h3,caption,thead,.grp{break-after:avoid}
.pb{break-before:page}
small,.s,.note,thead th,.legend,caption,.keys,.pass dt,.first li,.tri p,.plainlist li,footer.prov,.facts>li,.idx,.brief li,.how,.basis{font-size:8.2pt}
.pass dd{font-size:8.4pt}
.pass{grid-template-columns:repeat(5,minmax(0,1fr));gap:5px 14px;margin-top:8px;padding-top:6px}.pass dd{line-height:1.3;margin-top:0}.pass dt,.pass small{font-size:7.6pt}
.mix{grid-template-columns:1fr 1fr;margin-top:8px}.bar{height:12px;margin:3px 0}
.tri,.first ol{grid-template-columns:repeat(3,minmax(0,1fr));gap:8px 18px;margin-top:7px}.tri>div{border-top-width:1px;padding-top:4px}.tri h3{margin-bottom:1px;font-size:9pt;line-height:1.25}.tri p+p{margin-top:1px}
.tri p,.first li{font-size:8pt;line-height:1.32}.first{margin-top:8px}.first ol{margin-top:3px}.first li{padding-left:20px}.first li:before{width:14px;height:14px;line-height:13px;font-size:7.6pt}
.key{margin-top:12px;padding-top:8px;grid-template-columns:1fr 1fr}
.ladder td.c{height:20px}.ladder td.c,.ladder th.c{width:35px}.ladder thead th.c{font-size:7.2pt}.ladder thead th.c b{font-size:8pt}.ladder th[scope=row]{width:21%;max-width:0;min-width:0}.ladder th[scope=row] small{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.ladder .etc,.tri .etc,.tri p~p~p~p{display:none}.mix .legend{gap:1px 9px;font-size:7.6pt}
.ladder tbody th{font-size:8.8pt}
.ladder thead th.c{padding-bottom:2px}.ladder th[scope=row] small{font-size:7.6pt}.ladder td.why{font-size:7.6pt}
.ladder td,.ladder tbody th,.ladder tfoot th{padding-top:1.5px!important;padding-bottom:1.5px!important}
.ladder td,.ladder th{line-height:1.28}
#verdict,#gates{padding-top:8px}#verdict>h2,#gates>h2{margin-bottom:5px}
#gates .key{display:block;margin-top:7px;padding-top:0;border-top:0}#gates .key h3{display:none}#gates .key .legend{font-size:7.6pt}#gates .key>div+div{margin-top:3px}
.cols2{grid-template-columns:1fr 1fr}
.intro{break-after:avoid;margin-bottom:8px}
.fit tbody,.plan tbody,.finds tbody{break-inside:avoid}
.finds tbody[hidden]{display:table-row-group!important}.brief [hidden]{display:list-item!important}.finds[hidden]{display:table!important}
details>summary{color:var(--ink3);list-style:none;font-size:8.2pt}.ask p,.ask p b{font-size:8.8pt}
details::details-content{content-visibility:visible!important;block-size:auto!important;display:block}
.cmd{font-size:7.6pt;padding:2px 5px}
.facts .dg{font-size:7.4pt}
a{color:inherit;text-decoration-color:var(--rule2)}
.fit .grp th{padding-top:12px}.fit td.x .v{font-size:8.3pt}.fit .grp th b{font-size:9.4pt}
.finds .ttl{font-size:8.8pt}.finds tbody th{font-size:7.8pt}.finds tbody.grp th{padding-top:12px}.finds tbody.grp th b{font-size:9.4pt}
footer.prov{break-inside:avoid}
}
`;
