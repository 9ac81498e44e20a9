import{a as ee,b as te}from"./chunk-V5GLOMRD.js";import{b as _,d as H}from"./chunk-MVVKMJGX.js";import"./chunk-HQ6Y7CYM.js";import{a as U,c as Z,d as V}from"./chunk-QPO4OS6Q.js";import"./chunk-7JYAA2L2.js";import{a as J,c as Q}from"./chunk-2XW65XTT.js";import{$ as R,Aa as w,Ba as K,K as j,Pa as Y,Sa as X,V as W,aa as c,ba as p,da as F,f as C,n as f,o as L,q as P,r as N,sa as q,ua as B,v as $,va as D,wa as G,ya as E}from"./chunk-AOR3A7YD.js";var A=4;var g=[1,2,3,4,6,8,12,16],T="r4_sa",m=4,ne=3,le=800,O={apart:"apart rotations",card:"rotations"},M=f(null),v=L(()=>M.value?.find(({name:n})=>n===T)?.byRotations??null),S=f("");async function se(){if(!M.peek())try{S.value="",M.value=await X()}catch(n){S.value=n.message}}W("rotations",{priority:A,isStale:N,keep:(n,t,e)=>y(n).keep(t,e),failed:(n,t)=>y(n).fail(t)});var ie=new WeakMap;function y(n){let t=ie.get(n);return t||ie.set(n,t=new I(n)),t}function re(n){return P(C(T),n===m?{}:{rotations:n})}var I=class{#e;#t=f(
new Map);#n=f({engine:"",times:new Map});#i=null;size=f(m);asking=f(null);error=f(null);constructor(t){this.#e=t,t.places.keep("group-size",{write:()=>ee({rotations:this.size.peek()===m?null:this.size.peek()}),read:e=>{let r=Number(te(e).get("rotations"));g.includes(r)&&this.choose(r)}})}#r(t){let{drawing:e,turning:r,choice:a}=this.#e;if(e.isEmpty.value)return null;try{return{kind:"rotations",strokes:e.strokes.value,engine:a.value,url:re(t),angle:r.angle.value,channel:this.#i}}catch(i){return this.
error.value=$(i),null}}now(t){let e=this.#t.value.get(t),{drawing:r,turning:a}=this.#e;return e?.drawing===r.version.value&&e.angle===a.angle.value&&!r.isEmpty.value?e.rotated:null}last(t){return this.#e.drawing.sinceBlank(this.#t.value.get(t))?.rotated??null}timeOf(t){let{times:e}=this.#n.value,r=e.get(t);if(r!==void 0)return ne*r;let a=l=>v.value?.find(({rotations:u})=>u===l)?.cost,[i]=[...e.keys()].sort((l,u)=>Math.abs(l-t)-Math.abs(u-t)),[s,o]=[a(t),a(i)];return s&&o?ne*(e.get(i)??0)*s/o:null}isCostly(t){
let e=this.timeOf(t);return e===null?t>m:e>le}get wish(){let t=this.size.peek();return this.error.peek()||this.now(t)||this.isCostly(t)?null:this.#r(t)}keep(t,{rotated:e}){let r=e?.elements.length??0;if(!e||!g.includes(r))return!1;let a=this.#e.drawing.version.peek();this.#t.value=new Map(this.#t.peek()).set(r,{drawing:a,angle:t.angle,rotated:e}),r>1&&(this.#i??=e.channel);let i=this.#n.peek(),s=new Map(i.engine===e.engine?i.times:[]);return s.set(r,Math.min(s.get(r)??1/0,e.milliseconds)),this.#n.
value={engine:e.engine,times:s},!0}fail(t){this.error.value=$(t)}choose(t){!g.includes(t)||t===this.size.peek()||(this.size.value=t,this.error.value=null,this.#e.study.rest())}get left(){return g.filter(t=>!this.now(t))}async ask(t){let e=this.#e;if(this.asking.peek()!==null)return;this.error.value=null;let[r,a]=[e.drawing.version.peek(),e.turning.angle.peek()],i=()=>r!==e.drawing.version.peek()||a!==e.turning.angle.peek();try{for(let s of t){let{engine:o}=e;if(!o||i())return;if(this.now(s))continue;
this.asking.value=s;let l=this.#s,u=null,d=await o.ask(e,l,A,()=>{let h=i()?null:this.#r(s),x=l===O.apart&&o.lanes>0;return u=h&&x?{...h,engine:"cpu"}:h});if(!d||!u||r!==e.drawing.version.peek())return;this.keep(u,d)}}catch(s){$(s).code!=="model-stopped"&&this.fail(s)}finally{this.asking.value=null}}get#s(){return this.#e.report.peek()?.name==="webgpu"?O.card:O.apart}stop(){let t=this.asking.peek();if(t!==null)for(let e of Object.values(O))this.#e.engine?.stopAt(this.#e,e,re(t))}retry(){this.error.
value=null,this.#e.study.rest()}};var ue={name:"group-size",title:"One set of weights, any number of rotations",table:Se},ce=1e-5,Xe=`
${J}
${U}
.group-size{display:grid;grid-template-columns:minmax(0,1fr);gap:14px;padding:14px 16px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface);min-width:0;font-size:0.875rem;line-height:1.4}
.group-size .sub{max-width:66ch;color:var(--gsa-muted)}
.group-size .sizes{display:grid;grid-template-columns:repeat(8,minmax(0,1fr));border:1px solid var(--gsa-line-strong);border-radius:10px;overflow:hidden;max-width:780px}
.group-size .sizes label{position:relative;display:grid;justify-items:center;align-content:center;min-height:56px;padding:4px 2px;line-height:1.25;cursor:pointer;-webkit-tap-highlight-color:transparent;font-variant-numeric:tabular-nums}
.group-size .sizes label + label{border-inline-start:1px solid var(--gsa-line)}
.group-size .sizes input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.group-size .sizes b{font-size:1.125rem}
.group-size .sizes span{font-size:0.75rem;color:var(--gsa-muted);white-space:nowrap}
.group-size .sizes label:has(:checked){background:var(--gsa-ink);color:var(--gsa-surface)}
.group-size .sizes label:has(:checked) span{color:inherit}
.group-size .sizes label:has(:focus-visible){outline:2.5px solid var(--gsa-accent);outline-offset:-4px}
.group-size .asks{display:flex;flex-wrap:wrap;align-items:center;gap:8px 14px;min-height:36px}
.group-size .asks button{min-height:36px;font-variant-numeric:tabular-nums}
.group-size .both{display:grid;grid-template-columns:minmax(0,1fr);gap:14px 32px}
.group-size .half{display:grid;gap:6px;align-content:start;min-width:0}
.group-size h4{margin:0;font-size:0.875rem}
.group-size .round{width:100%;max-width:340px;aspect-ratio:1;margin-inline:auto;transition:opacity 120ms}
.group-size .small{color:var(--gsa-muted);font-size:0.8125rem}
.group-size .boxes{display:grid;grid-template-columns:minmax(0,1fr);gap:14px}
.group-size .box{padding:10px 14px;border:1px solid var(--gsa-line);border-radius:12px}
.group-size .box b{display:block;color:var(--bar);font-size:1.625rem;line-height:1.25;white-space:nowrap;font-variant-numeric:tabular-nums}
@media (pointer:coarse){.group-size .asks button{min-height:44px}}
@container (max-width:559px){
.group-size{padding:12px 10px}
.group-size .sizes{grid-template-columns:repeat(4,minmax(0,1fr))}
.group-size .sizes label:nth-child(5){border-inline-start:0}
.group-size .sizes label:nth-child(n + 5){border-top:1px solid var(--gsa-line)}
}
@container (min-width:620px){
.group-size .both,.group-size .boxes{grid-template-columns:repeat(2,minmax(0,1fr))}
}
@media (forced-colors:active){
.group-size .sizes label:has(:checked){background:Highlight;color:HighlightText;forced-color-adjust:none}
}
@media print{.group-size .asks{display:none}}
`;function pe(n){return y(n).wish}function et(n,t,e){let r=y(t),a=R(n,`<figure class="group-size" part="group-size">
      <figcaption><h3>${ue.title}</h3><p class="sub">${j(T)} learnt with ${G(m)} rotations. Its encoding of places is a function, so it can be asked at any number of them; what it learnt for each turn from one rotation to another is interpolated. Nothing is trained.</p></figcaption>
      <div class="sizes" role="group" aria-label="Number of rotations"></div>
      <p class="asks"><button type="button"></button><span class="takes" role="status"></span></p>
      <div class="both">
        <div class="half"><h4></h4><canvas class="round" role="img"></canvas><p class="small turned"></p></div>
        <div class="half"><h4></h4><div class="curve"></div><p class="small note"></p></div>
      </div>
      <div class="boxes"><div class="box main"><b></b><p></p></div><div class="box other"><b></b><p></p></div></div>
    </figure>`);de(c(a,".sizes"),r,e),be(c(a,".asks"),t,r,e);let[i,s]=Array.from(a.querySelectorAll(".half"),l=>l);Z(i,t,()=>!t.drawing.isEmpty.value,e),we(i,t,r,e),ze(s,r,e),Oe(a,r,e);let o=K(a,e);w(e,()=>{o.value&&se()}),t.study.join(pe,o,e)}function de(n,t,e){let r=`group-size-${++me}`;for(let a of g){let i=R(n,`<label><input type="radio" name="${r}"><b>${a}</b><span></span></label>`),s=c(i,"input");s.addEventListener("change",()=>t.choose(a),{signal:e}),w(e,()=>{s.checked=t.size.value===a;let o=t.
now(a);p(c(i,"span"),o?`says ${o.digit}`:ge(t,a)),s.setAttribute("aria-label",`${k(a)}: ${fe(t,a)}`)})}}var me=0;function he({digit:n,probabilities:t}){return q(t[n])}function ge(n,t){if(n.asking.value===t)return"asking…";let e=n.timeOf(t);return e!==null&&n.isCostly(t)?`≈ ${oe(e)}`:"–"}function fe(n,t){let e=n.now(t);if(e)return`says ${e.digit}, ${he(e)}`;let r=n.timeOf(t);return r!==null&&n.isCostly(t)?`not asked, takes about ${oe(r)}`:"not asked"}function oe(n){return B(Number(n.toPrecision(
2)))}function k(n){return n===1?"1 rotation":`${n} rotations`}function be(n,t,e,r){let[a,i]=[c(n,".takes"),c(n,"button")],s=()=>{if(t.drawing.isEmpty.value||t.asking.blank.value)return[];let o=e.size.value;return!e.now(o)&&e.isCostly(o)?[o]:e.left};i.addEventListener("click",()=>{e.asking.peek()!==null?e.stop():e.error.peek()?e.retry():e.ask(s())},{signal:r}),w(r,()=>{let[o,l]=[e.asking.value,e.error.value],u=s(),d=u.map(b=>e.timeOf(b)),h=d.every(b=>b!==null)?d.reduce((b,ae)=>b+ae,0):null,x=h===
null?"":` (about ${D(h/1e3)})`;i.hidden=u.length===0&&o===null&&!l,o!==null?p(i,"Stop"):l?p(i,"Try again"):u.length===1?p(i,`Ask with ${k(u[0])}${x}`):p(i,`Ask with all${x}`),p(a,o!==null?`Asking with ${k(o)}…`:l?.message??"")})}function we(n,t,e,r){let a=c(n,".round"),i=new F(a,s=>{let o=e.last(e.size.peek()),l=o?.elements??ke(e.size.peek()),u=o&&xe(o,s.dark),d=l.map(Y);H(s,{elements:l,names:d,turned:0,followed:-1,tiles:u})},r);w(r,()=>{t.dark.value;let s=e.size.value,[o,l]=[e.now(s),e.last(s)],
u=Math.round(10*t.turning.angle.value)/10;V(a,!!o||!l);let d=l?`, channel ${l.channel+1}`:"";p(c(n,"h4"),`${s===1?"One map":`${s} maps`} of the first layer${d}`);let h=o?ye(o,u):"";p(c(n,".turned"),h||"Not asked of what is on the pad now."),a.setAttribute("aria-label",`${ve(s)} of the first layer${d}: ${o?`at ${u}°. ${h}`:"not asked yet"}`),i.invalidate()})}function ve(n){return n===1?"One map":`${n} maps, ${Number((360/n).toFixed(1))}° apart,`}function ke(n){return Array.from({length:n},(t,e)=>({
degrees:360*e/n,mirror:!1}))}function xe({maps:{maps:n,cols:t}},e){let[r]=n,a=n.map(s=>s-r),i=a.reduce((s,o)=>Math.max(s,Math.abs(o)),0);return _(a,t,i,e)}function ye({elements:n,error:t,resampling:e},r){if(r===0)return"Turn the dial: do the maps turn along?";let a=Number.isInteger(r*n.length/360),i=r%90===0,s=a?"one of these rotations":"none of these rotations",o=i?"takes pixels to pixels":"mixes pixels",l=e>0?` (mixing alone: ${E(e)})`:"";return`Turned by ${r}° the layer is off by ${E(t)}${t<
ce?", rounding":""}: that is ${s}, and ${o}${l}.`}function ze(n,t,e){let r=Q(c(n,".curve"),e),[a,i]=[c(n,"h4"),c(n,".note")];w(e,()=>{let s=v.value,o=t.size.value,l=s?.find(({rotations:d})=>d===o)?.right,u=l===void 0?"":`: ${z(l)} with ${k(o)}`;if(p(a,`Right answers${u}`),!s){p(i,S.value||"The list of networks is on its way.");return}r($e(s,o)),p(i,`Of ${s[0].digits.toLocaleString("en")} test digits of rotated MNIST, each turned by its own angle, the same at every number: measured once (docs/gro\
up-size). Ring: as they learnt.`)})}function $e(n,t){let e=n.map(({rotations:i,right:s})=>[i,s]),r=i=>e.filter(([s])=>s===i);return{label:`Right answers by number of rotations: ${n.map(({rotations:i,right:s})=>`${k(i)} ${z(s)}`).join(", ")}`,x:{from:g[0],to:g[g.length-1],isLog:!0,ticks:g},y:{from:0,to:100,ticks:[0,25,50,75,100],say:i=>`${i} %`},lines:[{name:"",kind:"group",points:e},{name:"",kind:"group",points:r(m),isRing:!0},{name:"",kind:"here",points:r(t),isRing:t===m}]}}function z(n){return`${n.
toFixed(1)} %`}function Oe(n,t,e){let[r,a]=[".box.main",".box.other"].map(i=>c(n,i));w(e,()=>{let i=t.size.value,s=x=>v.value?.find(({rotations:b})=>b===x),[o,l]=[i>m?i:2*m,i<m?i:1],[u,d,h]=[o,m,l].map(s);p(c(r,"b"),u?z(u.right):"…"),p(c(r,"p"),u&&d?`are read right with ${k(o)}, by weights that learnt with ${m} (${z(d.right)}); ${z(u.asTrained)} of the answers are the same.`:""),p(c(a,"b"),h?z(h.right):"…"),p(c(a,"p"),h?`are read right with ${k(l)}. Fewer than they learnt with: directions th\
at they look for are missing.`:"")})}function Se(n){let t=y(n),r=["Rotations",`Right of ${v.value?.[0]?.digits??"the"} digits, %`,`As with ${m}, %`,"Says here","Probability","Time here, ms","First layer: off by","Turned on a grid: off by"],a=g.filter(i=>v.value||t.now(i)).map(i=>{let[s,o]=[v.value?.find(({rotations:u})=>u===i),t.now(i)],l=o?[o.digit,o.probabilities[o.digit],o.milliseconds,o.error,o.resampling]:["","","","",""];return[i,s?.right??"",s?.asTrained??"",...l]});return{columns:r,rows:a}}export{ue as figure,et as mount,Xe as style,ye as turnedSaid,pe as wants};
//# sourceMappingURL=group-size-ABFZA6O6.js.map
