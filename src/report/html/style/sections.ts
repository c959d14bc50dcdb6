// The tables that have a shape of their own: ladder, sunsets, map, fit, findings, frameworks, plan, evidence.

/** Rules of single sections. */
export const SECTIONS: string = `.gatehead{display:none}
.ladder td.c,.ladder th.c{padding:0;text-align:center;width:62px}
.ladder thead th.c{padding:4px 1px 5px;vertical-align:top}
.ladder thead th.c b{display:block;color:var(--ink);font-size:13px}
.ladder td.c{vertical-align:middle;height:42px;position:relative}
.ladder td.c svg{display:block;width:100%;height:20px;overflow:visible}
.ladder th[scope=row]{min-width:172px;max-width:230px}
.ladder tbody th{font-size:14px;padding-right:14px;vertical-align:middle}
.ladder th[scope=row] small{display:block;font-size:12.5px;font-weight:400;color:var(--ink3)}
.ladder td.lv{padding-left:16px;vertical-align:middle;white-space:nowrap}
.ladder .lvh{padding-left:16px}
.ladder td.why{vertical-align:middle;color:var(--ink2)}
.ladder tfoot th,.ladder tfoot td{border-top:2px solid var(--ink);border-bottom:1px solid var(--ink);vertical-align:middle}
.sunw{margin-top:32px}
.sun td.bar2{width:26%}
.sun tbody th{width:22%}.sun tbody th small{font-weight:400}
.map tbody th{width:13%}.map thead th:nth-child(2){width:30%}.map thead th:nth-child(3){width:23%}.map .rep{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.fit td.x{width:16.5%;padding-top:7px}
.fit td.x svg{display:block;width:100%;height:16px;overflow:visible;margin-top:1px}
.fit td.x .v{display:flex;justify-content:space-between;gap:6px;font-size:13px}
.fit td.x .v small{color:var(--ink3)}
.fit td.x sup{font-size:11px;line-height:0;margin-left:2px}
.fit td.x sup a{text-decoration:none}
.fit tbody th{width:17%;font-weight:400}
.fit .grp th{font-weight:400;color:var(--ink2);padding:22px 0 0;border-bottom:0;width:auto}
.fit .grp th b{color:var(--ink);font-size:15px;margin-right:6px}
.fit .vd{width:17%}
.fit .bud td,.fit .bud th{padding-top:4px;padding-bottom:2px;border-bottom:1px solid var(--rule2)}
.fit .bud td.x svg{margin:0}
.basis{counter-reset:b;margin-top:10px;font-size:12.5px;line-height:1.45;color:var(--ink2)}
.basis li{padding:3px 0 3px 26px;position:relative;overflow-wrap:anywhere}
.basis li>b{position:absolute;left:0;color:var(--ink3);font-weight:400}
.filters{display:flex;flex-wrap:wrap;gap:10px 16px;align-items:end;margin-bottom:14px;font-size:13px}
.filters label{display:block;color:var(--ink3);font-size:12.5px}
.filters select,.filters input{display:block;margin-top:3px;border:1px solid var(--rule2);background:var(--bg);border-radius:4px;min-height:34px;padding:3px 8px;font-size:13.5px}
.filters input{width:200px;max-width:100%}
.filters output{margin-left:auto;color:var(--ink2);padding-bottom:7px}
.finds tbody+tbody{border-top:1px solid var(--rule)}
.finds td,.finds tbody th{border-bottom:0}
.finds tbody.grp th{font-weight:400;font-size:12.5px;color:var(--ink3);padding:18px 0 2px;white-space:normal}
.finds tbody.grp th b{color:var(--ink);font-size:15px;margin-right:6px}
.finds tbody.grp+tbody{border-top:1px solid var(--rule2)}
.finds tbody:target th,.finds tbody:target .ttl{background:var(--accent-soft)}
.finds tr.ev td{padding:0 0 10px}
.finds{table-layout:fixed}.finds thead th:nth-child(1){width:15%}.finds thead th:nth-child(3){width:11.5%}.finds thead th:nth-child(4){width:12%}.finds thead th:nth-child(5){width:9%}.finds thead th:nth-child(6){width:7%}
.finds tbody th{font-weight:400;font-size:12.5px;color:var(--ink2)}
.finds .ttl{font-weight:650;font-size:14px;color:var(--ink)}
.finds .evin{margin-left:15%;padding-left:2px}
.facts{margin:6px 0 4px;border-left:2px solid var(--rule2)}
.facts>li{padding:8px 0 8px 14px;border-bottom:1px solid var(--rule);font-size:13px;line-height:1.5}
.facts>li:last-child{border-bottom:0}
.facts .hd{display:flex;flex-wrap:wrap;gap:2px 10px;align-items:baseline}
.facts .dg{color:var(--ink3);font-size:11.5px}.facts .dg code{font-size:inherit}
.facts>li:target,.idx li:target,.brief li:target{background:var(--accent-soft)}
.brief li{padding:7px 0;border-bottom:1px solid var(--rule);font-size:13px;line-height:1.45}
.idx{columns:2;column-gap:44px;font-size:12.5px;line-height:1.5}
.idx>li{padding:6px 0;border-bottom:1px solid var(--rule);break-inside:avoid-column}
.idx ul li{padding-left:14px}
.fw{margin-top:30px}
.fwt{table-layout:fixed}
.fwt tbody th{font-weight:400;overflow-wrap:anywhere}
.fwt th:nth-child(1){width:17%}.fwt th:nth-child(3){width:17%}.fwt th:nth-child(4){width:25%}.fwt th:nth-child(5){width:11%}.fwt th:nth-child(6){width:9%}
.fwt td.src,.fwt td.rel{color:var(--ink2)}
.fwt ul li+li{margin-top:2px}
.checks tbody th{width:26%;font-weight:400}.checks thead th:nth-child(3){white-space:nowrap}
.gaps{margin-bottom:28px}.gaps tbody th{font-weight:400;width:34%}
.pol{table-layout:fixed}
.pol thead th:nth-child(1){width:26%}.pol thead th:nth-child(2){width:13%}.pol thead th:nth-child(3),.pol thead th:nth-child(4){width:13%}.pol thead th:nth-child(6){width:13%}
.pol tbody th{font-weight:400}
.plan{table-layout:fixed}
.plan thead th:nth-child(1){width:6%}.plan thead th:nth-child(3){width:19%}.plan thead th:nth-child(4){width:7%}.plan thead th:nth-child(5){width:13.5%}.plan thead th:nth-child(6){width:14%}.plan thead th:nth-child(7){width:16%}
.plan td.gantt svg,.plan th.gantt svg{display:block;width:100%;overflow:visible}
.plan tbody th{white-space:nowrap}
.plan tr.it td,.plan tr.it th{border-bottom:0;padding-bottom:2px}
.plan tr.ev td{padding-top:0}
.plan .grp th{font-weight:400;font-size:12.5px;color:var(--ink3);padding:16px 0 4px;white-space:normal}
.plan tbody:target th{background:var(--accent-soft)}
.how{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 14px;font-size:13px;margin:2px 0 4px;max-width:62em}
.how dt{color:var(--ink3)}
`;
