import{a as Y,b as Te,c as Le,d as je}from"./chunk-MVVKMJGX.js";import{b as q,c as Se}from"./chunk-HQ6Y7CYM.js";import{a as S,b as G,c as Oe,d as Me,e as Ee,g as Ae}from"./chunk-7JYAA2L2.js";import{$ as w,Aa as m,Ba as F,Da as xe,Ea as we,Fa as P,Ga as U,Ha as k,Ia as ye,M as _,N as pe,Na as ke,O as z,Oa as $e,P as I,Pa as E,Q as K,R as L,Ra as H,S as ue,T as fe,U as he,a as j,aa as d,ba as y,da as W,ea as me,g as ie,ga as ge,h as le,ha as B,la as ve,ma as be,n as ce,o as M,ta as X,
u as de,ya as A}from"./chunk-AOR3A7YD.js";var Z={};j(Z,{mount:()=>Q,style:()=>Ze});var Ze=`
.inside-head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:end;gap:10px 24px}
.inside-head > :first-child{flex:1 1 16rem}
.inside-head p{color:var(--gsa-muted);font-size:0.875rem}
.choose{display:flex;flex-wrap:wrap;justify-content:flex-end;align-items:center;gap:8px 14px}
.choose label{display:inline-flex;align-items:center;gap:8px;font-size:0.875rem;color:var(--gsa-muted)}
.choose select,.choose input{color:var(--gsa-ink)}
.choose :is(select,input,button){height:36px;font-size:0.875rem}
.choose select{padding:0 8px;max-width:13em}
.stepper{display:inline-flex}
.stepper button{width:34px;padding:0;font-size:1.2rem;line-height:1}
.stepper .less{border-radius:10px 0 0 10px}
.stepper .more{border-radius:0 10px 10px 0}
.stepper input{width:3em;text-align:center;border-radius:0;border-inline:0;-moz-appearance:textfield;appearance:textfield;font-variant-numeric:tabular-nums}
.stepper input::-webkit-inner-spin-button,.stepper input::-webkit-outer-spin-button{-webkit-appearance:none;margin:0}
.stepper :focus-visible{z-index:1}
.maps-way{display:inline-flex}
.maps-way button{padding:0 12px;border-radius:0}
.maps-way button:first-child{border-radius:10px 0 0 10px;border-inline-end:0}
.maps-way button:last-child{border-radius:0 10px 10px 0}
.maps-way button[aria-pressed="true"]{background:var(--gsa-ink);border-color:var(--gsa-ink);color:var(--gsa-ground)}
.maps-way :focus-visible{z-index:1}
@container (min-width:900px) and (max-width:1400px){
.choose{max-width:340px}
}
@container (max-width:639px){
.choose :is(select,input,button){height:44px}
.choose .stepper button{width:44px}
.choose{justify-content:flex-start}
}
@media (forced-colors:active){
.maps-way button[aria-pressed="true"]{background:Highlight;color:HighlightText;forced-color-adjust:none}
}
`;function Q(t,{looking:e},r){let a=w(t,`<header class="inside-head">
      <div>
        <h2>Inside them</h2>
        <p>Each map rides along. Turned back, nothing may be left over.</p>
      </div>
      <div class="choose">
        <label>Layer <select class="layer"></select></label>
        <label class="channel-label">Channel
          <span class="stepper">
            <button type="button" class="less" aria-label="Previous channel">‹</button>
            <input class="channel" type="number" inputmode="numeric" min="1" value="1" />
            <button type="button" class="more" aria-label="Next channel">›</button>
          </span>
        </label>
        <span class="maps-way" role="group" aria-label="Maps"><button type="button" class="computed">as computed</button><button type="button" class="back">turned back</button></span>
      </div>
    </header>`);for(let[l,c]of[[".computed",!1],[".back",!0]]){let u=d(a,l);u.addEventListener("click",()=>e.turnBack(c),{signal:r}),m(r,()=>u.setAttribute("aria-pressed",String(e.turnedBack.value===c)))}let n=d(a,".layer"),o=d(a,".channel"),s=()=>{let{layer:l,channel:c,channels:u}=e.at.value;n.value=String(l),o.value=String(c+1),o.max=String(u)};n.addEventListener("change",()=>e.chooseLayer(Number(n.value)||0),{signal:r});let i=()=>{e.chooseChannel(Math.round(Number(o.value))-1||0),s()};o.addEventListener(
"change",i,{signal:r});for(let[l,c]of[[".less",-1],[".more",1]])d(a,l).addEventListener("click",()=>e.chooseChannel(e.at.peek().channel+c),{signal:r});m(r,()=>{let l=e.layers.value,c=Array.from(n.options,f=>f.text);l.map(({name:f})=>f).join(`
`)!==c.join(`
`)&&n.replaceChildren(...l.map(({index:f,name:p})=>new Option(p,String(f)))),l.length>0&&s()})}var V={};j(V,{mount:()=>J,style:()=>Ve});var Ve=`
.drop{position:absolute;inset:0;z-index:2;display:grid;place-items:start center;padding:24px;pointer-events:none;border:3px dashed var(--gsa-accent);border-radius:16px;background:color-mix(in srgb,var(--gsa-ground) 70%,transparent)}
.drop span{position:sticky;top:24px;padding:10px 16px;border-radius:10px;background:var(--gsa-surface);border:1px solid var(--gsa-line-strong);font-weight:600}
.root:has(> .drop:not([hidden])){position:relative}
`;function J(t,e,r){let a=w(t,'<div class="drop" aria-hidden="true" hidden><span>Drop the network to compare it</span></div>'),n=ce(!1);m(r,()=>{a.hidden=!n.value});let o=l=>{l.dataTransfer?.types.includes("Files")&&(l.preventDefault(),l.dataTransfer.dropEffect="copy",n.value=!0)},s=l=>{t.contains(l.relatedTarget)||(n.value=!1)},i=l=>{n.value=!1;let c=l.dataTransfer?.files[0];c&&(l.preventDefault(),e.bring(c,et(l,e)))};t.addEventListener("dragenter",o,{signal:r}),t.addEventListener("dragover",o,
{signal:r}),t.addEventListener("dragleave",s,{signal:r}),t.addEventListener("drop",i,{signal:r})}function et({target:t},e){let r=t.closest(".panel"),a=we.findIndex(n=>r?.classList.contains(n));return a>=0?a:Math.min(e.networks.shown.peek().length,2)}var Re={};j(Re,{figure:()=>Ne,gridWeighs:()=>De,mount:()=>nt,style:()=>rt,wants:()=>ze});var D=216,$={left:34,right:14,top:16,bottom:26},Ce=24,tt=4,rt=`
.errors{display:grid;gap:8px;min-width:0;padding:14px 16px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface)}
.errors .sub{color:var(--gsa-muted);font-size:0.8125rem;line-height:1.35}
.errors .plot{position:relative;border-radius:6px;cursor:pointer;touch-action:pan-y;-webkit-user-select:none;user-select:none;-webkit-tap-highlight-color:transparent}
.errors svg{display:block;width:100%;height:${D}px;overflow:visible}
.errors .grid{stroke:var(--gsa-line);stroke-width:1}
.errors .mark{stroke:var(--gsa-muted);stroke-width:1.5}
.errors .mark.quarter{stroke:var(--gsa-ink);stroke-width:2.5}
.errors text{fill:var(--gsa-muted);font-size:12px;font-variant-numeric:tabular-nums}
.errors .curve{fill:none;stroke:var(--bar);stroke-width:2.5;stroke-linejoin:round}
.errors .floor{fill:none;stroke:var(--gsa-muted);stroke-width:1.5;stroke-dasharray:1 3}
.errors .ground{fill:var(--gsa-muted);fill-opacity:0.09;stroke:none}
.errors .here{fill:var(--bar);stroke:var(--gsa-surface);stroke-width:2}
.errors .dots{fill:none;stroke:var(--bar);stroke-width:5;stroke-linecap:round}
.errors .coarse .curve{opacity:0.6}

.errors .stale{opacity:0.22}
.errors .stale :is(.curve,.dots){stroke:var(--gsa-muted)}
.errors .stale .here{visibility:hidden}
.errors .hand line{stroke:var(--gsa-ink);stroke-width:2}
.errors .hand circle{fill:var(--gsa-ink)}
.errors .key{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:0.8125rem;line-height:1.35;font-variant-numeric:tabular-nums}
.errors .key b{color:var(--bar)}
.errors .key svg{display:inline-block;width:26px;height:8px;margin-inline-end:6px;vertical-align:middle}
.errors .key > :first-child{order:1;color:var(--gsa-muted)}
.errors .key small{color:var(--gsa-muted);font-size:inherit}
.errors .near{min-height:1.35em;color:var(--gsa-muted);font-size:0.8125rem;line-height:1.35}
.errors .other .curve{stroke-dasharray:6 4}
.errors .third .curve{stroke-dasharray:9 3 2 3}
@media (forced-colors:active){
.errors :is(.curve,.dots,.here){stroke:CanvasText}
.errors .hand line{stroke:Highlight}
}
`,Ne={name:"errors",title:"What is left over, at every angle",table:ft};function ze(t){let[e]=t.networks.loaded.peek().map(a=>({network:a,angles:he(t,a)})).sort((a,n)=>n.angles.length-a.angles.length);if(!e||e.angles.length===0)return null;let{layer:r}=t.looking.viewOf(e.network);return{kind:"curve",...t.subject,url:e.network.url,layer:r,angles:e.angles}}function nt(t,e,r){let a=w(t,`<figure class="errors" part="errors">
      <figcaption>
        <h3>${Ne.title}</h3>
        <p class="sub"><i>|f(g·p) − g·f(p)| / |f(p)|</i> over all channels of <span class="layer"></span>. Click to turn there.</p>
      </figcaption>
      <div class="plot" role="slider" tabindex="0" aria-label="What is left over, by angle" aria-valuemin="0" aria-valuemax="359"></div>
      <p class="key"><span><svg viewBox="0 0 26 8" aria-hidden="true"><path class="floor" d="M0 4H26"/></svg>the pixel grid alone</span></p>
      <p class="near"></p>
    </figure>`),n=d(a,".plot"),o=xe(n,r),s=k(n,"svg",{"aria-hidden":"true"}),i=k(s,"g",{}),l=k(s,"g",{}),c=k(s,"g",{class:"hand"}),u=D-$.bottom;k(c,"line",{x1:0,x2:0,y1:$.top-6,y2:u}),k(c,"circle",{cx:0,cy:$.top-8,r:6}),m(r,()=>ot(i,o.value,at(e))),U(e,r,(f,p,x)=>[st(l,e,f,p,o,x),ct(d(a,".key"),e,f,p,x)]),m(r,()=>{let{angle:f}=e.turning;c.setAttribute("transform",`translate(${C(f.value,o.value).toFixed(1)})`)}),m(r,()=>{let f=Math.round(e.turning.angle.value)%360;n.setAttribute("aria-valuenow",String(
f)),n.setAttribute("aria-valuetext",`${f}°. ${dt(e).join(". ")}`)}),m(r,()=>{let{layers:f,at:p}=e.looking;y(d(a,".layer"),f.value[p.value.layer]?.name??"the layer");let g=e.networks.shown.value.map(v=>L(e,v)).some(v=>v&&De(v.points));y(d(a,".near"),g?`Near upright, to about ${_}°, the pixel grid weighs more than the network does.`:"")}),pt(n,e,r),e.study.join(ze,F(a,r),r)}function C(t,e){return $.left+t/360*(e-$.left-$.right)}function R(t){let e=D-$.bottom;return e-G(t)*(e-$.top)}function at(t){
let e=t.networks.shown.value.at(0)?.info.value?.group.elements??[];return new Set(e.map(({degrees:r})=>r))}function ot(t,e,r){t.replaceChildren();let a=D-$.bottom;for(let s of S){let i=R(s);k(t,"line",{class:"grid",x1:$.left,x2:e-$.right,y1:i,y2:i});let l=k(t,"text",{x:$.left-6,y:i+4,"text-anchor":"end"});l.textContent=String(s)}let n=e>=440?45:90,o=new Set([...Array.from({length:9},(s,i)=>45*i),...r]);r.size>0&&o.add(360);for(let s of o){let i=C(s,e),l=s%90===0;if((r.has(s%360)||l)&&k(t,"line",
{class:l?"mark quarter":"mark",x1:i,x2:i,y1:a,y2:a+(l?6:4)}),s%n!==0)continue;let c=k(t,"text",{x:i,y:D-5,"text-anchor":"middle"});c.textContent=`${s}°`}}function st(t,e,r,a,n,o){let s=k(t,"g",{}),i=k(s,"path",{class:"ground"}),l=k(s,"path",{class:"floor"}),c=k(s,"path",{class:"curve"}),u=k(s,"path",{class:"dots"}),f=k(s,"circle",{class:"here",r:5.5}),p=M(()=>r.value?.errors.value?.points??Ie),x=M(()=>L(e,r.value));return m(o,()=>{let g=K(p.value),v=O=>g.length<Ce?"":lt(g,O,n.value),h=v(({turn:O})=>O.
resampling);l.setAttribute("d",h);let[b,T]=[g.at(0)?.degrees??0,g.at(0)?.degrees===0?360:g.at(-1)?.degrees??0],N=[T,b].map(O=>`L${C(O,n.value)} ${R(0)}`);i.setAttribute("d",h&&`${h}${N.join("")}Z`),c.setAttribute("d",v(({turn:O})=>O.error)),u.setAttribute("d",g.length<Ce?it(g,n.value):"")}),m(o,()=>{let g=p.value.size>0&&!x.value,v=r.value?fe(e,r.value):0,h=!!x.value&&x.value.points.size<v,b=[P(a),g&&"stale",h&&"coarse"];s.setAttribute("class",b.filter(Boolean).join(" "))}),m(o,()=>{let g=e.turning.
angle.value,v=x.value&&I(x.value.points,g),h=v?.near?"visible":"hidden",b=v?.near?R(v.turn.error):0;ye(f,{cx:C(g,n.value),cy:b,visibility:h})}),s}function it(t,e){return t.map(({degrees:r,turn:a})=>`M${C(r,e).toFixed(1)} ${R(a.error).toFixed(1)}h0`).join("")}var Ie=new Map;function lt(t,e,r){return t.length<2?"":`M${(t[0].degrees===0?[...t,{...t[0],degrees:360}]:t).map(o=>`${C(o.degrees,r).toFixed(1)} ${R(e(o)).toFixed(1)}`).join("L")}`}function ct(t,e,r,a,n){let o=w(t,`<span class="${P(a)}"><sv\
g viewBox="0 0 26 8" aria-hidden="true"><path class="curve" d="M0 4H26"/></svg><b></b> <small></small></span>`);return m(n,()=>{y(d(o,"b"),$e(e,a)),y(d(o,"small"),Pe(e,r.value))}),o}function Pe(t,e){let r=L(t,e),a=r&&I(r.points,t.turning.angle.value);if(!a?.near)return"–";let{error:n,resampling:o}=a.turn,s=Math.round(a.degrees*10)/10;return`${A(n)} at ${s}°, the pixel grid alone ${A(o)}`}function dt(t){return t.networks.shown.value.map((e,r)=>`${t.networks.names.value[r]??""}: ${Pe(t,e)}`)}function De(t){
let e=K(t).filter(({degrees:a})=>{let n=pe(a,0);return n>0&&n<_}),r=a=>e.reduce((n,{turn:o})=>n+o[a],0);return e.length>=tt&&r("resampling")>r("error")/2}function pt(t,e,r){let{turning:a}=e,n=null,o=(s,i)=>{let l=t.getBoundingClientRect(),c=l.width-$.left-$.right,u=(s.clientX-l.left-$.left)/c,f=Math.round(3600*Math.min(1,Math.max(0,u)))/10;a.turn(ie(le(f)??f),i)};t.addEventListener("pointerdown",s=>{!s.isPrimary||s.button!==0||(n=s.pointerId,s.pointerType!=="touch"&&(s.preventDefault(),t.focus({
preventScroll:!0}),ut(t,s),o(s,!1)))},{signal:r}),t.addEventListener("pointermove",s=>n===s.pointerId&&o(s,!1),{signal:r}),t.addEventListener("pointerup",s=>{n===s.pointerId&&(n=null,o(s,!0))},{signal:r}),t.addEventListener("pointercancel",s=>n=n===s.pointerId?null:n,{signal:r}),t.addEventListener("keydown",s=>ke(e,s),{signal:r})}function ut(t,e){try{t.setPointerCapture(e.pointerId)}catch{}}function ft(t){let e=t.networks.shown.value.map((o,s)=>({name:t.networks.names.value[s]??"",points:L(t,o)?.
points??Ie})),r=e.flatMap(({name:o})=>[o,`${o}, the pixel grid alone`]),n=[...new Set(e.flatMap(({points:o})=>[...o.keys()]))].sort((o,s)=>o-s).map(o=>{let s=[o];for(let{points:i}of e){let l=i.get(o);s.push(l?.error??"",l?.resampling??"")}return s});return{columns:["Angle",...r],rows:n}}var Ke={};j(Ke,{figure:()=>bt,mount:()=>xt,style:()=>vt,wants:()=>_e});var We=2e-4,Be=`
.leftover{display:grid;justify-items:center;align-content:center;gap:4px;min-width:0;text-align:center;font-variant-numeric:tabular-nums}
.leftover .what{color:var(--gsa-muted);font-size:0.8125rem;line-height:1.25;white-space:pre-line}
.leftover canvas{width:min(100%,180px);aspect-ratio:1}
.leftover :is(canvas,.number,.verdict){transition:opacity 120ms}
.leftover[data-state="stale"] :is(canvas,.number,.verdict){opacity:0.3}
.leftover .number{color:var(--bar);font-size:1.25rem;line-height:1.2;font-weight:700;white-space:nowrap}
.leftover .verdict{font-size:0.8125rem;line-height:1.3;min-height:2.6em}
.leftover-scale{display:flex;flex:1 1 340px;flex-wrap:wrap;align-items:center;justify-content:flex-end;gap:6px 12px;color:var(--gsa-muted);font-size:0.8125rem;line-height:1.3}
.leftover-scale b{color:var(--gsa-ink)}
.leftover-scale p{flex:1 1 110px}
.leftover-scale .bar{position:relative;flex:0 1 200px;min-width:160px;height:30px;margin-inline:8px 12px}
.leftover-scale .colours{height:12px;border:1px solid var(--gsa-line-strong);forced-color-adjust:none}
.leftover-scale .tick{position:absolute;top:14px;font-size:0.75rem;transform:translateX(-50%);font-variant-numeric:tabular-nums}
`;function Fe(t,e,r,a){let n=w(t,`<figure class="leftover">
      <figcaption class="what"></figcaption>
      <canvas class="difference" role="img"></canvas>
      <p class="number"></p>
      <p class="verdict"></p>
    </figure>`),o=d(n,"canvas"),s=M(()=>ee(e,r.value)),i=new W(o,c=>mt(c,s.peek()?.turn??null,e.drawing.isEmpty.peek()),a),l=M(()=>s.value?.turn);return m(a,()=>{l.value,e.dark.value,e.drawing.isEmpty.value,i.invalidate()}),m(a,()=>{let c=s.value,u=Math.round((c?.degrees??z(e.turning.angle.value))*10)/10,f=c?A(c.turn.error):"–",p=c?ht(c.turn):"";n.dataset.state=c?c.fresh?"fresh":"stale":"none",y(d(n,".what"),`difference
at ${u}°`),y(d(n,".number"),f),y(d(n,".verdict"),p);let x=c?`${f}, ${p}`:"not measured yet";o.setAttribute("aria-label",`Difference when turned back by ${u}°: ${x}`),o.dataset.title=`difference at ${u}°: ${f}`}),n}function ee(t,e){let r=e?.errors.value;if(!e||!r)return null;let a=I(r.points,z(t.turning.angle.value));if(!a)return null;let n=r.drawing===t.drawing.version.value&&r.layer===t.looking.viewOf(e).layer;return{degrees:a.degrees,turn:a.turn,fresh:n&&a.near}}function ht({error:t,resampling:e}){
return t<We?"only rounding":e<We?t<.3?"nearly the same map":"another map":`pixel grid alone: ${A(e)}`}function mt({context:t,size:e,colour:r,dark:a},n,o){let s=Math.min(3,devicePixelRatio||1),i=Math.ceil(s);if(t.lineWidth=s,t.strokeStyle=r("muted"),n)ge(t,Ee(n.difference,n.cols,a),i,i,e-2*i);else if(o)t.setLineDash([4*s,3*s]);else{t.save(),t.beginPath(),t.rect(i,i,e-2*i,e-2*i),t.clip(),t.strokeStyle=r("line-strong");for(let l=-e;l<e;l+=8*s)t.beginPath(),t.moveTo(l,e),t.lineTo(l+e,0),t.stroke();t.
restore()}t.strokeRect(i/2,i/2,e-i,e-i),t.setLineDash([])}function Ue(t,e,r){let a=w(t,`<div class="leftover-scale">
      <p><b>Difference</b> as a share of the layer’s own strength</p>
      <div class="bar" role="img" aria-label="A square-root scale from 0, blank, to ${S[S.length-1]}"><div class="colours"></div></div>
    </div>`),n=d(a,".bar");for(let o of S){let s=w(n,`<span class="tick" aria-hidden="true">${o}</span>`);s.style.left=`${100*G(o)}%`}return m(r,()=>{let o=e.dark.value,s=S[S.length-1],i=[0,.25,.5,.75,1].map(l=>Ae(Me(s*l*l,o)));d(n,".colours").style.background=`linear-gradient(90deg, ${i.join(", ")})`}),a}function te({rows:t,cols:e,maps:r},a,n){let o=t*e,s=Y(a),i=new Float32Array(r.length);for(let[l,c]of a.entries()){let u=(c.degrees+n)*s/360,f=Math.floor(u+1e-6),p=Math.max(0,u-f-1e-6);for(let[x,g]of[[f,1-p],[f+1,p]]){let v=g>0?gt(a,x,s,c.mirror):-1;if(!(v<0))for(let h=0;h<o;h++)i[l*o+h]+=g*r[v*o+h]}}return i}function gt(t,e,r,a){let n=(e%r+r)%r;return t.findIndex(o=>o.mirror===a&&Math.round(o.degrees*r/360)%r===n)}function Ge(t,e){let r=({degrees:n,mirror:o})=>{let s=Math.abs(n-e.degrees)%360;return Math.
min(s,360-s)+(o===e.mirror?0:1e3)},a=0;for(let[n,o]of t.entries())r(o)<r(t[a])&&(a=n);return a}function qe(t,e,r){if(t.length===1)return"One map: nothing to ride on.";let{degrees:a,mirror:n}=t[e],o=E(t[e]);if(r===0)return`The map for ${o} stands in its place. Turn, and it moves on.`;let s=360/Y(t),i=(a+r)/s,[l,c]=[Math.floor(i+1e-6),Math.ceil(i-1e-6)].map(u=>E({degrees:u*s%360,mirror:n}));return l===c?`The map for ${o} moved to where the one for ${l} was.`:`The map for ${o} is between the places\
 of ${l} and ${c}.`}var vt=`
.maps{display:grid;grid-template-columns:minmax(0,1fr);gap:14px;padding:14px 16px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface);min-width:0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,270px),1fr));gap:18px 33px}
.card{position:relative;display:grid;grid-template-rows:auto 1fr auto;gap:8px;min-width:0}

.card + .card::before{content:"";position:absolute;inset:0 auto 0 -17px;border-left:1px solid var(--gsa-line)}
.card header{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 8px;overflow-wrap:anywhere}
.card .model{color:var(--bar)}
.card .note{color:var(--gsa-muted);font-size:0.8125rem;line-height:1.35}
.card .pair{display:grid;grid-template-columns:minmax(0,1fr) max(92px,31%);gap:10px;align-items:center;max-width:520px}
.card .ring{width:100%;aspect-ratio:1;touch-action:manipulation}
.card .ring[data-can-follow]{cursor:pointer}
.card .ride{display:flex;align-items:center;gap:10px;min-height:34px;font-size:0.8125rem;line-height:1.3}
.card .follow{display:inline-flex;flex:none;align-items:center;gap:7px;height:34px;padding:0 10px;font-size:0.8125rem;font-variant-numeric:tabular-nums}
.card .follow i{width:14px;height:14px;border-radius:2px;outline:1px solid var(--gsa-muted);forced-color-adjust:none}
.maps > footer{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:6px 24px;padding-top:10px;border-top:1px solid var(--gsa-line)}
.legend{display:flex;align-items:center;gap:8px;color:var(--gsa-muted);font-size:0.8125rem;line-height:1.3}
.ramp{width:64px;height:12px;border:1px solid var(--gsa-line-strong)}
@container (max-width:639px){
.maps{padding:12px 10px}
.cards{grid-template-columns:minmax(0,1fr)}
.card + .card{padding-top:14px;border-top:1px solid var(--gsa-line)}
.card + .card::before{display:none}
.card .pair{max-width:460px}
.card .follow{height:44px}
}
${Be}
`,bt={name:"maps",title:"Inside them",table:Mt};function _e(t){let e=z(t.turning.angle.peek());for(let r of t.networks.loaded.peek()){if(ue(L(t,r)?.points,e))continue;let{layer:a}=t.looking.viewOf(r);return{kind:"turn",...t.subject,url:r.url,layer:a,angle:e}}return null}function xt(t,e,r){let a=w(t,`<section class="maps" role="group" aria-label="Maps and differences">
      <div class="cards"></div>
      <footer>
        <p class="legend"><span>Maps</span><span aria-hidden="true">−</span><canvas class="ramp" role="img" aria-label="Negative values are violet, positive ones ink"></canvas><span aria-hidden="true">+</span></p>
      </footer>
    </section>`),n=d(a,".cards");U(e,r,(i,l,c)=>[wt(n,e,i,l,c)]);let o=d(a,".ramp");m(r,()=>{e.dark.value,Ot(o)}),Ue(d(a,"footer"),e,r);let s=F(a,r);e.study.joinAnswers("maps",s,r),e.study.join(_e,s,r)}function wt(t,e,r,a,n){let o=w(t,`<section class="card ${P(a)}" part="maps" role="group">
      <header><h3 class="model"></h3><p class="note"></p></header>
      <div class="pair"><canvas class="ring" role="img"></canvas></div>
      <p class="ride"><button type="button" class="follow"><i></i><span></span></button><span class="told"></span></p>
    </section>`);return m(n,()=>{let s=e.networks.names.value[a]??"",i=r.value?.info.value;y(d(o,".model"),i?be(ve(i)):s),o.setAttribute("aria-label",`Inside ${s}`);let l=r.value&&e.looking.layerOf(r.value)?.name,c=e.looking.layers.value[e.looking.at.value.layer]?.name,u=i?[s,$t(i),l===c?"":l]:[];y(d(o,".note"),u.filter(Boolean).join(" · "))}),yt(o,e,r,a,n),Fe(d(o,".pair"),e,r,n),o}function yt(t,e,r,a,n){let{looking:o,turning:s}=e,i=d(t,".ring"),l=d(t,".follow"),c=M(()=>r.value?.info.value?.group.
elements??[]),u=M(()=>Ge(c.value,o.followed.value)),f=M(()=>kt(r.value?.maps.value,c.value,o.turnedBack.value,e.dark.value)),p=M(()=>({elements:c.value,names:c.value.map(E),turned:o.turnedBack.value?0:s.angle.value,followed:u.value,tiles:f.value})),x=new W(i,h=>{c.peek().length>0&&je(h,p.peek())},n);m(n,()=>{p.value,e.dark.value,x.invalidate()});let g=h=>{let b=c.peek();o.follow(b[(u.peek()+h+b.length)%b.length])};l.addEventListener("click",()=>g(1),{signal:n}),l.addEventListener("keydown",h=>{let b={
ArrowUp:1,ArrowDown:-1}[h.key];b&&(h.preventDefault(),g(b))},{signal:n}),i.addEventListener("click",h=>{if(c.peek().length<2)return;let b=i.getBoundingClientRect(),[T,N]=[h.clientX-b.left,h.clientY-b.top],O=Le(p.peek(),T/b.width,N/b.height);O>=0&&o.follow(c.peek()[O])},{signal:n});let v=M(()=>{let h=c.value[u.value];return h?o.turnedBack.value&&c.value.length>1?`Turned back, the map for ${E(h)} stands in its place.`:qe(c.value,u.value,He(s.angle.value)):""});m(n,()=>y(d(t,".told"),v.value)),m(n,
()=>{let h=c.value[u.value];l.hidden=c.value.length<2,i.toggleAttribute("data-can-follow",c.value.length>1),h&&(y(d(l,"span"),E(h)),d(l,"i").style.background=Oe(h.degrees,e.dark.value),l.setAttribute("aria-label",`Follow another map than that for ${E(h)}`))}),m(n,()=>{let h=e.networks.names.value[a]??"",b=c.value.length,T=b===1?"one map":`${b} maps on a ring`,N=r.value&&o.layerOf(r.value)?.name,O=He(s.angle.value),se=o.turnedBack.value,Ye=se?`turned back by ${O}°`:`as computed at ${O}°`,Qe=`${T}\
 of ${N}, channel ${o.at.value.channel+1}, ${Ye}. ${v.value}`;i.setAttribute("aria-label",`${h}: ${b>0?Qe:"no maps yet"}`),i.dataset.title=se?`${h}, turned back by ${O}°`:h})}function He(t){return Math.round(t*10)/10}function kt(t,e,r,a){if(!t||t.live.elements!==e.length)return null;let n=0;for(let s of t.live.maps)n=Math.max(n,Math.abs(s));let o=r?t.still.maps:te(t.live,e,t.angle);return Te(o,t.live.cols,n,a)}function $t({group:t}){return t.order===1?"one map":`${t.order} maps`}function Ot(t){
let e=Se(me(t).dark);t.width=q,t.height=1;let r=t.getContext("2d");if(!r)return;let a=r.createImageData(q,1);for(let n=0;n<q;n++)a.data.set(e.subarray(3*n,3*n+3),4*n),a.data[4*n+3]=255;r.putImageData(a,0,0)}function Mt(t){let e=["Network","Picture","Stands at","Least","Greatest","Left over"],r=[];for(let[a,n]of t.networks.shown.value.entries()){let o=t.networks.names.value[a]??"",s=n.info.value?.group.elements??[],i=n.maps.value;if(i&&i.live.elements===s.length){let f=t.looking.turnedBack.value,
p=f?i.still.maps:te(i.live,s,i.angle),x=i.live.rows*i.live.cols;for(let[g,v]of s.entries()){let h=p.subarray(g*x,(g+1)*x),b=(v.degrees+(f?0:i.angle))%360,T=E({...v,degrees:b});r.push([o,`map for ${E(v)}`,T,Math.min(...h),Math.max(...h),""])}}let l=ee(t,n);if(!l?.fresh)continue;let c=l.turn.difference.filter(f=>!Number.isNaN(f)),u=`difference at ${l.degrees}°`;r.push([o,u,"",Math.min(...c),Math.max(...c),A(l.turn.error)])}return{columns:e,rows:r}}var ne={};j(ne,{describeStatus:()=>Xe,mount:()=>re,style:()=>At});var Et={plain:"without SIMD",simd:"with SIMD",relaxed:"with relaxed SIMD"},At=`
.status{display:flex;flex-wrap:wrap;align-items:flex-start;gap:8px}
.status button{height:34px;padding:0 12px;border-radius:999px;font-size:0.8125rem;color:var(--gsa-muted)}
.embed-told{align-self:center;font-size:0.8125rem;color:var(--gsa-muted)}
.badge{font-size:0.8125rem;color:var(--gsa-muted);font-variant-numeric:tabular-nums}
.badge summary{display:inline-flex;align-items:center;gap:8px;padding:6px 12px;border:1px solid var(--gsa-line);border-radius:999px;cursor:pointer;list-style:none;min-height:34px}
.badge summary::-webkit-details-marker{display:none}
.badge .dot{width:8px;height:8px;border-radius:50%;background:var(--gsa-line-strong);flex:none}
.badge[data-state="ready"] .dot{background:#2c9a5b}
.badge[data-state="note"] .dot{background:#c98a12}
.badge[data-state="failed"] .dot{background:var(--gsa-lost)}
.badge-more{display:grid;gap:4px;padding:8px 12px 0;max-width:70ch;overflow-wrap:anywhere}
@media (pointer:coarse){.status button{height:44px}}
`;function re(t,e,r){let a=w(t,`<div class="status">
      <details class="badge" part="badge">
        <summary><span class="dot"></span><span class="badge-text"></span></summary>
        <ul class="badge-more"></ul>
      </details>
      <button type="button" class="switch-engine" part="switch-engine" hidden></button>
      <button type="button" class="embed">Copy embed code</button>
      <span class="embed-told" role="status"></span>
    </div>`);d(a,".switch-engine").addEventListener("click",()=>e.switchEngine(),{signal:r}),d(a,".embed").addEventListener("click",()=>St(a,e),{signal:r}),m(r,()=>{let{shown:n}=e.networks,o=n.value.some(c=>c.isRecorded.value),s=n.value.map(({info:c,error:u,shown:f},p)=>({name:e.networks.names.value[p],info:c.value,error:u.value,prediction:f.value?.prediction??null})),i=s.find(({error:c})=>c&&de(c))?.error,l=e.failure.value??i??null;Tt(a,Xe(e.engine,e.report.value,s,l,o))})}async function St(t,e){
let r=t.getRootNode();try{let a=await import("./rarely-HTPYSHB2.js");B(r,a.style),await a.copyCode(t,a.codeOfDemo(e,r.host))}catch(a){y(d(t,".embed-told"),a instanceof Error?a.message:String(a))}}function Tt(t,{state:e,text:r,more:a,offer:n}){let o=d(t,".badge");o.dataset.state=e,y(d(o,".badge-text"),r);let s=d(t,".switch-engine");!n&&s.matches(":focus")&&d(o,"summary").focus({preventScroll:!0}),s.hidden=!n,s.textContent=n;let i=d(o,".badge-more");if(Array.from(i.children,c=>c.textContent).
join(`
`)!==a.join(`
`)){i.replaceChildren();for(let c of a)w(i,"<li></li>").textContent=c}}function Xe(t,e,r,a,n=!1){if(a)return{state:"failed",text:"Engine not running",more:[a.message],offer:""};if(!e)return r.length>0&&r.every(u=>u.error)?{state:"failed",text:"No network loaded",more:[],offer:""}:{state:"starting",text:n?"Recorded with the page; live in a moment":"Starting…",more:[],offer:""};let o=t?.place==="main thread"?"on the main thread":"in a worker",s=e.name==="cpu"?"CPU":"WebGPU",i=r.flatMap(({name:l,
prediction:c})=>c?[`${l} ${X(c.milliseconds)}`]:[]);return{state:e.note?"note":"ready",text:[s+Lt(e),...i].join(" · "),offer:jt(e),more:[...e.why?[e.why]:[],...e.card?[Ct(e.card)]:[],`WebAssembly ${Et[e.build]}, one thread, ${o}; gsa-net ${e.version}. The milliseconds are those of one forward pass.`,...r.flatMap(({name:l,info:c})=>c?[Nt(l,c)]:[]),...t?.reasons??[]]}}function Lt({note:t,opening:e}){return t?e?" while WebGPU opens":" instead of WebGPU":""}function jt({name:t,note:e,opening:r}){return t===
"webgpu"?"Use the CPU":r||!("gpu"in navigator)?"":e?"Try WebGPU again":"Try WebGPU"}function Ct({adapter:t,software:e,difference:r,milliseconds:a}){let n=[`Graphics card: ${t}${e?", a program on the processor":""}`];return a!==null&&n.push(`the last answer took ${X(a)} by its own clock`),n.push(`largest difference from the CPU in the self-test ${r.toExponential(1)}`),`${n.join("; ")}.`}function Nt(t,{group:e,parameters:r,training:a}){let n=a?.held_out_accuracy,o=a?.data,s=[`group ${e.name} with ${e.
order===1?"one element":`${e.order} elements`}`,`${r.toLocaleString("en")} parameters`];if(typeof n=="number"){let i=typeof o=="string"&&/drawing/i.test(o)?`${/turned by at most/.test(o)?"upright ":""}digits and drawings`:"turned digits";s.push(`${(100*n).toFixed(1)} % right on ${i} held out in training`)}return`${t}: ${s.join(", ")}.`}var oe={};j(oe,{mount:()=>ae,style:()=>zt});var zt=`
.trial{display:grid;gap:10px;padding:14px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface);min-width:0}
.trial .tries{display:flex;flex-wrap:wrap;align-items:center;gap:8px 20px}
.trial h2{margin-inline-end:auto}
.trial .fresh{width:40px;height:36px;margin-inline-start:-12px;padding:0;font-size:1.125rem;line-height:1}
.trial p{color:var(--gsa-muted);font-size:0.875rem;min-height:2.9em}
@media print{.trial{display:none}}
@media (pointer:coarse){.trial .fresh{width:44px;height:44px}}
@container (max-width:639px){.trial p{min-height:0}.trial h2{width:100%}}
`;function ae(t,e,r){let a=w(t,`<section class="trial" part="trial" role="group" aria-label="Try to break it">
      <div class="tries"><h2>Try to break it</h2></div>
      <p role="status"></p>
    </section>`),n=d(a,".tries"),o=H(n,"Weights",{trained:"trained",random:"random weights"},p=>e.vary({weights:p}),r,!1),s=w(n,'<button type="button" class="fresh" aria-label="Fresh random weights" title="Fresh random weights">↻</button>'),i=()=>e.vary({seed:(e.trial.peek().seed+1)%2**32});s.addEventListener("click",i,{signal:r});let l=H(n,"Positions",{turning:"positions turn along",still:"held still"},p=>e.vary({positions:p}),r,!1),c=H(n,"index",{exact:"exact",published:"published"},p=>e.vary(
{index:p}),r),u=M(()=>e.networks.shown.value.some(p=>(p.info.value?.group.order??1)>1&&p.indexed)),f=()=>u.value&&e.trial.value.index==="published"||e.networks.shown.value.some(({info:p,isComing:x})=>!x.value&&p.value?.exact===!1);m(r,()=>{let p=e.trial.value;o.show(p.weights),l.show(p.positions),c.show(p.index),s.hidden=p.weights!=="random",c.element.hidden=!u.value;let x=e.networks.shown.value.every(({info:g})=>g.value?.group.order===1);y(d(a,"p"),It(p,f(),x))})}function It({weights:t,positions:e},r,a){
if(a)return"Nothing is built into an ordinary network, so there is nothing to break.";let n=e==="still";if(t==="random"){let o="Nobody taught them anything: answers mean nothing, look at the difference. ";return n?`${o}With positions held still it fills: now nothing is built in.`:r?`${o}With the published index some is left even at quarter turns.`:`${o}At quarter turns the built-in one leaves none: the construction turns, not the training.`}return n?"The weights are as they were, yet the differe\
nce fills: the positions do not turn along. That one change is the whole idea.":r?"With the index of the paper’s published code a quarter turn leaves a difference in every layer after the first: not quite equivariant any more.":"With random weights they talk nonsense, yet the built-in one still turns along. With its positions held still it does not: that one change is the whole idea."}var Pt=["maps","errors"],Dt=[Z,oe,ne,V].map(t=>t.style).join("");function Ir(t,e,r,{isCompact:a,names:n,mountFigure:o}){let s=t.getRootNode();if(B(s,Dt),n.length>0){let i=w(t,'<section class="inside" part="inside" role="group" aria-label="Feature maps"></section>');n.some(l=>Pt.includes(l))&&Q(i,e,r);for(let l of n)o(i,l);a||ae(i,e,r)}a||(re(t,e,r),J(t.closest(".root"),e,r))}export{Z as chooser,Re as errors,Ke as maps,Ir as mount};
//# sourceMappingURL=below-P6YGZSF2.js.map
