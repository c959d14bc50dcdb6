// The page itself: reset, type, the rail, section heads, passport, verdict, legends.

/** Rules for everything that is not a table or a drawing. */
export const PAGE: string = `*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:20px}
body{margin:0;background:var(--bg);color:var(--ink);font:400 15px/1.5 var(--sans);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
h1,h2,h3,p,ul,ol,dl,dd,figure,table,pre{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:34px;line-height:1.12;font-weight:650;letter-spacing:-.018em;overflow-wrap:anywhere}
h2{font-size:22px;line-height:1.25;font-weight:650;letter-spacing:-.01em}
h3{font-size:15px;line-height:1.35;font-weight:650}
a{color:var(--accent);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
code{font-family:var(--mono);font-size:.82em;font-variant-ligatures:none;overflow-wrap:anywhere}
.ref{font-size:.95em;white-space:nowrap}
small,.s{font-size:12.5px;line-height:1.45}
.q{color:var(--ink2)}.qq{color:var(--ink3)}
b{font-weight:650}
.nw{white-space:nowrap}.any{overflow-wrap:anywhere}
.vh{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px;top:8px;background:var(--ink);color:var(--bg);padding:8px 14px;z-index:9}
.skip:focus{left:8px}
button,select,input{font:inherit;color:inherit}
.theme{border:1px solid var(--rule2);background:var(--bg);border-radius:4px;padding:2px 10px;font-size:12.5px;min-height:28px;cursor:pointer;white-space:nowrap;flex:none}
.page{max-width:1328px;margin:0 auto;padding:0 32px 64px;display:grid;grid-template-columns:minmax(0,1fr);gap:0 56px}
nav.toc{display:none}
@media screen and (min-width:1160px){
.page{grid-template-columns:176px minmax(0,1fr)}
nav.toc{display:block;position:sticky;top:0;align-self:start;padding:44px 0 24px;max-height:100vh;overflow:auto;font-size:13px;line-height:1.35}
nav.toc a{display:block;padding:5px 0 5px 12px;border-left:2px solid var(--rule);color:var(--ink2);text-decoration:none}
nav.toc a:hover{color:var(--ink);border-color:var(--rule2)}
nav.toc a[aria-current]{color:var(--ink);font-weight:650;border-color:var(--ink)}
}
.body{min-width:0}
header.top{padding:44px 0 0}
.kick{display:flex;justify-content:space-between;gap:4px 16px;align-items:baseline;font-size:12.5px;color:var(--ink3);margin-bottom:6px}
.lede{font-size:17px;line-height:1.45;color:var(--ink2);max-width:44em;margin-top:8px}
section{padding-top:56px}
section>h2{padding-bottom:6px;border-bottom:1px solid var(--ink);margin-bottom:14px;display:flex;gap:12px;align-items:baseline;flex-wrap:wrap}
section>h2 .n{color:var(--ink3);font-weight:400;min-width:1.1em}
section>h2 .kind{margin-left:auto;font-size:12.5px;font-weight:400;color:var(--ink3);letter-spacing:0}
.intro{max-width:46em;color:var(--ink2);margin-bottom:18px}
.note{max-width:60em;color:var(--ink2);font-size:12.5px;line-height:1.45;margin-top:12px}
.lead{margin:0 0 6px}
.sub{margin:28px 0 8px}
.pass{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:14px 28px;margin-top:24px;padding-top:14px;border-top:1px solid var(--ink)}
.pass dt{font-size:12.5px;color:var(--ink3);line-height:1.3}
.pass dd{font-size:14px;line-height:1.4;margin-top:2px}
.mix{display:grid;grid-template-columns:1fr 1fr;gap:12px 40px;margin-top:22px}
.bar{display:block;width:100%;height:14px;margin:5px 0}
.legend{display:flex;flex-wrap:wrap;gap:3px 16px;font-size:12.5px;color:var(--ink2);line-height:1.4}
.legend li{display:flex;gap:6px;align-items:center}
.legend svg{flex:none}
.say{font-size:28px;line-height:1.24;letter-spacing:-.014em;font-weight:400;max-width:30em}
.tri{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:28px;margin-top:22px}
.tri>div{border-top:2px solid var(--ink);padding-top:8px}
.tri h3{margin-bottom:4px}
.tri p{font-size:14px;line-height:1.5;color:var(--ink2)}
.tri p+p{margin-top:4px}
.tri p b{color:var(--ink)}
.first{margin-top:26px}
.first ol{counter-reset:f;display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:10px 28px;margin-top:8px}
.first li{counter-increment:f;font-size:14px;line-height:1.45;padding-left:26px;position:relative}
.first li:before{content:counter(f);position:absolute;left:0;top:0;font-weight:650;width:18px;height:18px;line-height:17px;text-align:center;border:1px solid var(--rule2);border-radius:50%;font-size:11.5px}
.oneline{margin-top:20px;padding:9px 12px;background:var(--panel);border-left:2px solid var(--rule2);font-family:var(--mono);font-size:11.5px;line-height:1.55;overflow-wrap:anywhere}
.key{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:18px 40px;margin-top:26px;border-top:1px solid var(--rule);padding-top:14px}
.key h3{font-size:12.5px;color:var(--ink3);font-weight:400;margin-bottom:4px}
.cols2{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:24px 44px}
.cols2 h3{margin-bottom:4px}
.plainlist li{padding:6px 0 6px 18px;border-bottom:1px solid var(--rule);font-size:13.5px;line-height:1.45;position:relative}
.plainlist li:before{content:"–";position:absolute;left:0;color:var(--ink3)}
details>summary{cursor:pointer;color:var(--accent);font-size:13px;padding:3px 0;list-style-position:inside;width:fit-content}
details>summary:hover{text-decoration:underline}
details.more{margin-top:8px}
.cmd{display:block;user-select:all;background:var(--panel);padding:4px 8px;margin-top:4px;font:12px/1.5 var(--mono);overflow-wrap:anywhere;white-space:pre-wrap;width:fit-content;max-width:100%}
.cmd.sh:before{content:"$ ";color:var(--ink3);user-select:none}
.ask{counter-reset:a}
.ask>li{counter-increment:a;padding:10px 0 12px 30px;border-bottom:1px solid var(--rule);position:relative}
.ask>li:before{content:counter(a);position:absolute;left:0;font-size:13.5px;color:var(--ink3)}
.ask p{font-size:13.5px;color:var(--ink2)}
.ask p b{color:var(--ink);font-size:14px}
footer.prov{margin-top:56px;padding-top:14px;border-top:1px solid var(--ink);font-size:13px}
footer.prov h2{font-size:20px}
footer.prov dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:5px 20px;margin-top:10px}
footer.prov dt{color:var(--ink3)}
footer.prov dd code{font-size:12px}
footer.prov .cmd{margin:0}
`;
