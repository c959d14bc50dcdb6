// The style of the drill sheet: tokens of the report, two sheets of A4 on paper, one column on a screen.

import { TOKENS } from '../html/style/tokens.ts';

// Column widths are classes: the content security policy forbids style attributes.
const WIDTHS = [12, 13, 14, 15, 16, 18, 22, 24, 26, 27, 28, 29, 31, 40].map((width) => `.w${width}{width:${width}%}`).join('');

/** CSS of the whole sheet. */
export const DRILL_STYLE: string = `${TOKENS}*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:400 14px/1.45 var(--sans);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
main{max-width:980px;margin:0 auto;padding:24px}
h1,h2,p,ul,ol,dl,dd,table{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:28px;line-height:1.12;font-weight:650;overflow-wrap:anywhere}
h2{font-size:15px;line-height:1.3;font-weight:650;border-bottom:1px solid var(--ink);padding-bottom:3px;margin-bottom:5px}
b,th[scope=row]{font-weight:650}
.kick,.note,.q,dt,thead th,.foot{color:var(--ink3);font-size:12.5px}
.q{color:var(--ink2)}.note{margin-bottom:5px}
.say{font-size:19px;line-height:1.3;margin:6px 0}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:8px 18px;margin-top:12px;padding-top:8px;border-top:2px solid var(--ink)}
dd{font-weight:650}
section{margin-top:22px}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:13px;line-height:1.4}
th,td{text-align:left;vertical-align:top;padding:5px 10px 5px 0;border-bottom:1px solid var(--rule);font-weight:400;overflow-wrap:anywhere}
thead th{border-bottom:1px solid var(--rule2)}
.mark{display:block;font-weight:400;color:var(--ink2)}.mark.bad{color:var(--alert);font-weight:650}
section>ul>li{padding:3px 0 3px 14px;position:relative}
section>ul>li:before,.ask ul>li:before{content:"–";position:absolute;left:0;color:var(--ink3)}
.ask>li{padding:4px 0 6px;border-bottom:1px solid var(--rule)}
.ask ul>li{padding-left:14px;position:relative}
.blank{color:var(--ink3);white-space:nowrap;border-bottom:1px dotted var(--rule2)}
.foot{margin-top:12px}
.nw{white-space:nowrap}.any{overflow-wrap:anywhere}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.sheet+.sheet{margin-top:34px}
${WIDTHS}
@media screen and (max-width:640px){main{padding:16px}table,tbody,tr,th,td{display:block}thead{position:absolute;clip-path:inset(50%)}tbody th,td{border:0;padding:2px 0}tbody tr{padding:8px 0;border-bottom:1px solid var(--rule)}}
@media print{
@page{size:A4;margin:10mm 12mm}
:root,:root[data-theme=dark],:root:not([data-theme=light]){color-scheme:light;--bg:#fff;--ink:#000;--ink2:#333;--ink3:#555;--rule:#ccc;--rule2:#777;--alert:#7d2410}
body{font-size:8.6pt;line-height:1.34}
main{max-width:none;padding:0}
.sheet+.sheet{break-before:page;margin-top:0}
h1{font-size:15pt}h2{font-size:9.6pt;margin-bottom:2px;padding-bottom:1px}
.say{font-size:10.4pt;margin:3px 0}
.kick,.note,.q,dt,thead th,.foot{font-size:7.4pt}.note{margin-bottom:2px}
dl{gap:3px 12px;margin-top:6px;padding-top:4px;grid-template-columns:repeat(4,minmax(0,1fr))}
section{margin-top:8px}
table{font-size:7.8pt;line-height:1.28}
th,td{padding:2px 6px 2px 0}
tr,li{break-inside:avoid}
section>ul>li{padding:1px 0 1px 10px}.ask>li{padding:2px 0 3px}.ask ul>li{padding-left:10px}
.foot{margin-top:5px}
}
`;
