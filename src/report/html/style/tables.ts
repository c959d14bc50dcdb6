// Tables, marks, drawings: the paint of every SVG is a class bound to the page's variables, so that no drawing holds a colour.

/** Rules for tables in general, marks, grades and SVG paint. */
export const TABLES: string = `table{border-collapse:collapse;width:100%;font-size:13.5px;line-height:1.42}
caption{text-align:left;color:var(--ink2);font-size:12.5px;padding-bottom:7px;line-height:1.45}
caption b{color:var(--ink);font-size:14px;margin-right:6px}
th{font-weight:650;text-align:left;vertical-align:bottom}
thead th{font-size:12.5px;color:var(--ink3);font-weight:400;padding:4px 14px 5px 0;border-bottom:1px solid var(--rule2);line-height:1.3}
td,tbody th,tfoot th,tfoot td{vertical-align:top;padding:8px 14px 8px 0;border-bottom:1px solid var(--rule)}
tr>:last-child{padding-right:0}
td.r,th.r{text-align:right}
tbody th{font-weight:650;overflow-wrap:anywhere}
.mark{display:inline-flex;align-items:baseline;gap:6px;white-space:nowrap}
.mark svg,.gl{flex:none;width:14px;height:14px;transform:translateY(2px)}
.legend>li>.gl{transform:none}
.mark.bad{color:var(--alert);font-weight:650}
.mark.unk{font-weight:650}
.mark.na{color:var(--ink3)}
.g{display:inline-block;font:650 11.5px/17px var(--mono);width:19px;text-align:center;border:1px solid var(--rule2);border-radius:3px;color:var(--ink)}
.gU{border-style:dashed}
.bind{display:inline-block;border:1px solid var(--rule2);border-radius:3px;padding:0 6px;font-size:12px;line-height:17px;color:var(--ink);margin-right:6px;white-space:nowrap}
.bind.d{border-style:dashed}
.i{stroke:var(--ink);fill:none}.if{fill:var(--ink)}.i2f{fill:var(--ink2)}.i3f{fill:var(--ink3)}.rl{stroke:var(--rule)}.rl2{stroke:var(--rule2)}
.ac{stroke:var(--accent);fill:none}.acf{fill:var(--accent)}.asf{fill:var(--accent-soft)}.al{stroke:var(--alert);fill:none}.alf{fill:var(--alert)}.bgf{fill:var(--bg)}
.shade{fill:var(--shade);opacity:.042}.hx{opacity:.55}
svg text{font-family:var(--sans);font-size:12px;fill:var(--ink);font-variant-numeric:tabular-nums}
svg .halo{paint-order:stroke;stroke:var(--bg);stroke-width:4px;stroke-linejoin:round}
svg .t2{fill:var(--ink2)}svg .t3{fill:var(--ink3)}svg .ta{fill:var(--alert)}svg .tb{font-weight:650}svg .tn{font-size:11px}
.chart{display:block;width:100%;overflow:visible}
.keys{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:4px 32px;margin-top:10px;font-size:12.5px;color:var(--ink2);line-height:1.45}
.keys li{padding-left:24px;position:relative}
.keys li.plain{padding-left:0}
.keys li>i{position:absolute;left:0;top:1px;font-style:normal;font-weight:650;color:var(--ink);font-size:11px;line-height:15px;width:17px;text-align:center;border:1px solid var(--ink);border-radius:50%}
.keys li>i.d{border-style:dashed}
.look tbody th{min-width:104px}
@media screen and (max-width:1000px){.look tbody th{min-width:72px}.look td,.look th{padding-right:8px;overflow-wrap:anywhere}.look .nw,.look .ref{white-space:normal}}
.div{display:block;width:100%;min-width:110px;height:18px;overflow:visible}
.defs{position:absolute}
`;
