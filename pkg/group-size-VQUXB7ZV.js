import{a as J,b as Q,f as X,g as ee}from"./chunk-MJB3667I.js";import{b as Y,d as H}from"./chunk-MVVKMJGX.js";import"./chunk-HQ6Y7CYM.js";import"./chunk-7JYAA2L2.js";import{a as U,c as Z}from"./chunk-CUAKDD7V.js";import{J as P,Ja as K,Pa as V,U as j,W,f as L,ja as E,ka as c,la as p,n as b,na as D,o as R,pa as F,q as _,qa as q,r as A,ra as B,ta as M,v as $,va as w,wa as G}from"./chunk-JRPJQILN.js";var I=4;var g=[1,2,3,4,6,8,12,16],N="r4_sa",m=4,ae=["r8_sa","r12_sa","r16_sa"],te=3,le=800,O={apart:"apart rotations",card:"rotations"},S=b(null),v=R(()=>S.value?.find(({name:n})=>n===N)?.byRotations??null),ie=R(()=>(S.value??[]).filter(({name:n})=>ae.includes(n)).map(({rotations:n,reads:e})=>({rotations:n,reads:e}))),T=b("");async function re(){if(!S.peek())try{T.value="",S.value=await V()}catch(n){T.value=n.message}}j("rotations",{priority:I,isStale:A,keep:(n,e,t)=>y(n).keep(e,t),failed:(n,e)=>y(n).fail(
e)});var ne=new WeakMap;function y(n){let e=ne.get(n);return e||ne.set(n,e=new C(n)),e}var C=class{#e;#t=b(new Map);#n=b({engine:"",times:new Map});#r=null;size=b(m);asking=b(null);error=b(null);constructor(e){this.#e=e,e.places.keep("group-size",{write:()=>J({rotations:this.size.peek()===m?null:this.size.peek()}),read:t=>{let r=Number(Q(t).get("rotations"));g.includes(r)&&this.choose(r)}})}#i(e){let{drawing:t,turning:r,choice:o}=this.#e;if(t.isEmpty.value)return null;try{let s=_(L(N),e===m?{}:{
rotations:e});return{kind:"rotations",strokes:t.strokes.value,engine:o.value,url:s,angle:r.angle.value,channel:this.#r}}catch(s){return this.error.value=$(s),null}}now(e){let t=this.#t.value.get(e),{drawing:r,turning:o}=this.#e;return t?.drawing===r.version.value&&t.angle===o.angle.value&&!r.isEmpty.value?t.rotated:null}last(e){return this.#e.drawing.sinceBlank(this.#t.value.get(e))?.rotated??null}timeOf(e){let{times:t}=this.#n.value,r=t.get(e);if(r!==void 0)return te*r;let o=l=>v.value?.find(({
rotations:u})=>u===l)?.cost,[s]=[...t.keys()].sort((l,u)=>Math.abs(l-e)-Math.abs(u-e)),[i,a]=[o(e),o(s)];return i&&a?te*(t.get(s)??0)*i/a:null}isCostly(e){let t=this.timeOf(e);return t===null?e>m:t>le}get wish(){let e=this.size.peek();return this.error.peek()||this.now(e)||this.isCostly(e)?null:this.#i(e)}keep(e,{rotated:t}){let r=t?.elements.length??0;if(!t||!g.includes(r))return!1;let o=this.#e.drawing.version.peek();this.#t.value=new Map(this.#t.peek()).set(r,{drawing:o,angle:e.angle,rotated:t}),
r>1&&(this.#r??=t.channel);let s=this.#n.peek(),i=new Map(s.engine===t.engine?s.times:[]);return i.set(r,Math.min(i.get(r)??1/0,t.milliseconds)),this.#n.value={engine:t.engine,times:i},!0}fail(e){this.error.value=$(e)}choose(e){!g.includes(e)||e===this.size.peek()||(this.size.value=e,this.error.value=null,this.#e.study.rest())}get left(){return g.filter(e=>!this.now(e))}async ask(e){let t=this.#e;if(this.asking.peek()!==null)return;this.error.value=null;let[r,o]=[t.drawing.version.peek(),t.turning.
angle.peek()],s=()=>r!==t.drawing.version.peek()||o!==t.turning.angle.peek();try{for(let i of e){let{engine:a}=t;if(!a||s())return;if(this.now(i))continue;this.asking.value=i;let l=this.#s,u=null,d=await a.ask(t,l,I,()=>{let h=s()?null:this.#i(i),f=l===O.apart&&a.lanes>0;return u=h&&f?{...h,engine:"cpu"}:h});if(!d||!u||r!==t.drawing.version.peek())return;this.keep(u,d)}}catch(i){$(i).code!=="model-stopped"&&this.fail(i)}finally{this.asking.value=null}}get#s(){return this.#e.report.peek()?.name===
"webgpu"?O.card:O.apart}stop(){let e=this.asking.peek(),t=e===null?null:this.#i(e)?.url;if(t)for(let r of Object.values(O))this.#e.engine?.stopAt(this.#e,r,t)}retry(){this.error.value=null,this.#e.study.rest()}};var ue={name:"group-size",title:"One set of weights, any number of rotations",table:Se},ce=1e-5,Xe=`
${U}
${X}
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
.group-size [data-stale]{opacity:0.3}
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
`;function pe(n){return y(n).wish}function et(n,e,t){let r=y(e),o=E(n,`<figure class="group-size" part="group-size">
      <figcaption><h3>${ue.title}</h3><p class="sub">${P(N)} learnt with ${B(m)} rotations. Its encoding of places is a function, so it can be asked at any number of them; what it learnt for each turn from one rotation to another is interpolated. Nothing is trained.</p></figcaption>
      <div class="sizes" role="group" aria-label="Number of rotations"></div>
      <p class="asks"><button type="button"></button><span class="takes" role="status"></span></p>
      <div class="both">
        <div class="half"><h4></h4><canvas class="round" role="img"></canvas><p class="small turned"></p></div>
        <div class="half"><h4></h4><div class="curve"></div><p class="small note"></p></div>
      </div>
      <div class="boxes"><div class="box main"><b></b><p></p></div><div class="box other"><b></b><p></p></div></div>
    </figure>`);de(c(o,".sizes"),r,t),be(c(o,".asks"),r,t);let[s,i]=Array.from(o.querySelectorAll(".half"),l=>l);ee(s,e,()=>!e.drawing.isEmpty.value,t),we(s,e,r,t),ze(i,r,t),Oe(o,r,t);let a=G(o,t);w(t,()=>{a.value&&re()}),e.study.join(pe,a,t)}function de(n,e,t){let r=`group-size-${++me}`;for(let o of g){let s=E(n,`<label><input type="radio" name="${r}"><b>${o}</b><span></span></label>`),i=c(s,"input");i.addEventListener("change",()=>e.choose(o),{signal:t}),w(t,()=>{i.checked=e.size.value===o;let a=e.
now(o);p(c(s,"span"),a?`says ${a.digit}`:ge(e,o)),i.setAttribute("aria-label",`${x(o)}: ${fe(e,o)}`)})}}var me=0;function he({digit:n,probabilities:e}){return D(e[n])}function ge(n,e){if(n.asking.value===e)return"asking…";let t=n.timeOf(e);return t!==null&&n.isCostly(e)?`≈ ${se(t)}`:"–"}function fe(n,e){let t=n.now(e);if(t)return`says ${t.digit}, ${he(t)}`;let r=n.timeOf(e);return r!==null&&n.isCostly(e)?`not asked, takes about ${se(r)}`:"not asked"}function se(n){return F(Number(n.toPrecision(
2)))}function x(n){return n===1?"1 rotation":`${n} rotations`}function be(n,e,t){let[r,o]=[c(n,".takes"),c(n,"button")],s=()=>{let i=e.size.value;return!e.now(i)&&e.isCostly(i)?[i]:e.left};o.addEventListener("click",()=>{e.asking.peek()!==null?e.stop():e.error.peek()?e.retry():e.ask(s())},{signal:t}),w(t,()=>{let[i,a]=[e.asking.value,e.error.value],l=s(),u=l.map(f=>e.timeOf(f)),d=u.every(f=>f!==null)?u.reduce((f,z)=>f+z,0):null,h=d===null?"":` (about ${q(d/1e3)})`;o.hidden=l.length===0&&i===null&&
!a,i!==null?p(o,"Stop"):a?p(o,"Try again"):l.length===1?p(o,`Ask with ${x(l[0])}${h}`):p(o,`Ask with all${h}`),p(r,i!==null?`Asking with ${x(i)}…`:a?.message??"")})}function we(n,e,t,r){let o=c(n,".round"),s=new W(o,i=>{let a=t.last(t.size.peek()),l=a?.elements??ke(t.size.peek()),u=a&&xe(a,i.dark),d=l.map(K);H(i,{elements:l,names:d,turned:0,followed:-1,tiles:u})},r);w(r,()=>{e.dark.value;let i=t.size.value,[a,l]=[t.now(i),t.last(i)],u=Math.round(10*e.turning.angle.value)/10;o.toggleAttribute("\
data-stale",!a&&!!l);let d=l?`, channel ${l.channel+1}`:"";p(c(n,"h4"),`${i===1?"One map":`${i} maps`} of the first layer${d}`);let h=a?ye(a,u):"";p(c(n,".turned"),h||"Not asked of what is on the pad now."),o.setAttribute("aria-label",`${ve(i)} of the first layer${d}: ${a?`at ${u}°. ${h}`:"not asked yet"}`),s.invalidate()})}function ve(n){return n===1?"One map":`${n} maps, ${Number((360/n).toFixed(1))}° apart,`}function ke(n){return Array.from({length:n},(e,t)=>({degrees:360*t/n,mirror:!1}))}function xe({
maps:{maps:n,cols:e}},t){let[r]=n,o=n.map(i=>i-r),s=o.reduce((i,a)=>Math.max(i,Math.abs(a)),0);return Y(o,e,s,t)}function ye({elements:n,error:e,resampling:t},r){if(r===0)return"Turn the dial: do the maps turn along?";let o=Number.isInteger(r*n.length/360),s=r%90===0,i=o?"one of these rotations":"none of these rotations",a=s?"takes pixels to pixels":"mixes pixels",l=t>0?` (mixing alone: ${M(t)})`:"";return`Turned by ${r}° the layer is off by ${M(e)}${e<ce?", rounding":""}: that is ${i}, and ${a}${l}\
.`}function ze(n,e,t){let r=Z(c(n,".curve"),t),[o,s]=[c(n,"h4"),c(n,".note")];w(t,()=>{let i=v.value,a=e.size.value,l=i?.find(({rotations:d})=>d===a)?.right,u=l===void 0?"":`: ${k(l)} with ${x(a)}`;if(p(o,`Right answers${u}`),!i){p(s,T.value||"The list of networks is on its way.");return}r($e(i,a)),p(s,`Of ${i[0].digits.toLocaleString("en")} test digits of rotated MNIST, each turned by its own angle, the same at every number: measured once (docs/group-size). Ring: as they learnt.`)})}function $e(n,e){
let t=n.map(({rotations:s,right:i})=>[s,i]),r=s=>t.filter(([i])=>i===s);return{label:`Right answers by number of rotations: ${n.map(({rotations:s,right:i})=>`${x(s)} ${k(i)}`).join(", ")}`,x:{from:g[0],to:g[g.length-1],isLog:!0,ticks:g},y:{from:0,to:100,ticks:[0,25,50,75,100],say:s=>`${s} %`},lines:[{name:"",kind:"group",points:t},{name:"",kind:"group",points:r(m),isRing:!0},{name:"",kind:"here",points:r(e),isRing:e===m}]}}function k(n){return`${n.toFixed(1)} %`}function Oe(n,e,t){let[r,o]=[".bo\
x.main",".box.other"].map(s=>c(n,s));w(t,()=>{let s=e.size.value,i=z=>v.value?.find(({rotations:oe})=>oe===z),[a,l]=[s>m?s:2*m,s<m?s:1],[u,d,h]=[a,m,l].map(i),f=ie.value.find(({rotations:z})=>z===a);p(c(r,"b"),u?k(u.right):"…"),p(c(r,"p"),u&&d?`are read right with ${x(a)}, by weights that learnt with ${m} (${k(d.right)}); ${k(u.asTrained)} of the answers are the same.${f?` Trained on with ${a}, they are other weights, and read ${k(f.reads)}.`:""}`:""),p(c(o,"b"),h?k(h.right):"…"),p(c(o,"p"),
h?`are read right with ${x(l)}. Fewer than they learnt with: directions that they look for are missing.`:"")})}function Se(n){let e=y(n),r=["Rotations",`Right of ${v.value?.[0]?.digits??"the"} digits, %`,`As with ${m}, %`,"Says here","Probability","Time here, ms","First layer: off by","Turned on a grid: off by"],o=g.filter(s=>v.value||e.now(s)).map(s=>{let[i,a]=[v.value?.find(({rotations:u})=>u===s),e.now(s)],l=a?[a.digit,a.probabilities[a.digit],a.milliseconds,a.error,a.resampling]:["","","","",
""];return[s,i?.right??"",i?.asTrained??"",...l]});return{columns:r,rows:o}}export{ue as figure,et as mount,Xe as style,ye as turnedSaid,pe as wants};
//# sourceMappingURL=group-size-VQUXB7ZV.js.map
