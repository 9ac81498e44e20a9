import{a as it,b as rt,c as at}from"./chunk-QTZGORUR.js";import{b as Q,d as V,e as tt,l as st,m as S}from"./chunk-QSG73A2O.js";import{a as lt,b as ct}from"./chunk-KIXPVPEJ.js";import{a as et,b as nt,c as ot}from"./chunk-V5GLOMRD.js";import{d as B}from"./chunk-HQ6Y7CYM.js";import{a as Z,c as J,d as D}from"./chunk-QPO4OS6Q.js";import{$ as x,Aa as M,Ba as j,Da as K,Ha as C,K as E,V as U,aa as m,ba as w,da as G,f as F,ga as N,l as W,n as O,r as P,wa as I,xa as H,ya as X}from"./chunk-AOR3A7YD.js";var dt=2;var y=["act","attend","stack","turn"],kt=4,Mt="z2_sa";U("lifting",{priority:dt,isStale:P,keep:(s,t,e)=>v(s).keep(t,e),failed:(s,t)=>S(s).fail(t)});var ft=new WeakMap;function v(s){let t=ft.get(s);return t||ft.set(s,t=new Y(s)),t}var Y=class{#e;#n=O(new Map);#o=O("");step=O(0);acted=O([0]);guess=O(null);constructor(t){this.#e=t,t.places.keep("lifting",{write:()=>et({step:this.step.peek()||null}),read:e=>this.go(ot(nt(e).get("step"),0,y.length)??this.step.peek())})}#t(t){let e=S(this.#e).question(
"whole");if(!e)return null;let{strokes:i,engine:n,url:r,angle:o,pixel:a}=e;try{let c=t?F(Mt):r;return{kind:"lifting",strokes:i,engine:n,url:c,angle:o,pixel:a}}catch{return null}}now(t=!1){let e=this.#t(t),i=e&&this.#n.value.get(e.url);if(!i||i.drawing!==this.#e.drawing.version.value)return null;let{angle:n,pixel:r}=i.request,o=st(r,e.pixel);return n===e.angle&&(o||t)?i.lifted:null}last(t=!1){let e=t?this.#t(!0)?.url:this.#o.value;return this.#e.drawing.sinceBlank(this.#n.value.get(e??""))?.lifted??
null}get wish(){return S(this.#e).error.peek()?null:this.now()?this.now(!0)?null:this.#t(!0):this.#t(!1)}keep(t,{lifted:e}){if(!e)return!1;let i=this.#e.drawing.version.peek();t.url===this.#t(!1)?.url&&(this.#o.value=t.url);let n=new Map(this.#n.peek()).set(t.url,{drawing:i,request:t,lifted:e}),r=[this.#t(!1)?.url,this.#t(!0)?.url];for(let o of n.keys())r.includes(o)||n.delete(o);return this.#n.value=n,!0}go(t){W(()=>{let e=Math.max(0,Math.min(y.length,t));this.step.value=e,this.acted.value=e>0?
Array.from({length:this.places},(i,n)=>n):[0],e===0&&(this.guess.value=null)})}get places(){let t=this.last();return t?b(t).length:kt}act(t){let e=this.acted.peek();!(t>0&&t<this.places)||e.includes(t)||W(()=>{this.acted.value=[...e,t],e.length+1>=this.places&&(this.step.value=Math.max(1,this.step.peek()))})}guessed(t){this.guess.value=t,this.go(y.length)}};function b({elements:s}){return[...s.keys()].filter(t=>!s[t].mirror&&s[t].degrees%90===0)}function A({parts:s},t,e){let i=s.windowRows*s.windowCols,
n=(t*s.outputElements+e)*i;return Array.from({length:i},(r,o)=>s.rows[n+o]+s.cols[n+o])}function q(s,t,e){let{content:i,inside:n}=s.parts,r=n.length,o=A(s,t,e).map((h,f)=>n[f]?h+i[t*r+f]:-1/0),a=Math.max(...o),c=o.map(h=>Math.exp(h-a)),d=c.reduce((h,f)=>h+f,0);return c.map(h=>h/d)}function T({rows:s,cols:t,maps:e},i){return e.subarray(i*s*t,(i+1)*s*t)}function pt({elements:s,here:t,turned:e},i){let n=T(t,i),r=T(e,V(s,i,1)),[o,a]=[0,0];return n.forEach((c,d)=>{o=Math.max(o,Math.abs(r[tt(t.cols,d,
1)]-c)),a=Math.max(a,Math.abs(c))}),o/a}var St=700,ut=`
.lifting .row.act{position:relative}
.lifting .cell{position:relative;min-width:0}
.lifting .cell canvas{display:block}
.lifting .cell[data-empty] canvas{visibility:hidden}
.lifting .cell[data-turns] canvas{animation:lifting-act ${St}ms ease-in-out}
.lifting .cell[data-held]{cursor:grab;touch-action:none}
.lifting .slot{position:absolute;inset:0;width:100%;height:100%;padding:0 4px;border:1.5px dashed var(--gsa-line-strong);border-radius:4px;background:none;color:var(--gsa-muted);font-size:0.8125rem;line-height:1.2;white-space:normal}
.lifting .slot[data-over]{border:2px solid var(--gsa-accent);background:var(--gsa-accent-soft);color:var(--gsa-accent)}
.lifting .row .ghost{position:absolute;z-index:1;pointer-events:none;box-shadow:0 6px 18px rgb(0 0 0 / 0.3)}
@container (max-width:559px){.lifting .slot{padding:0 12px;font-size:0.75rem}}
@keyframes lifting-act{from{transform:rotate(var(--back,0deg))}}
@media print{.lifting .slot{display:none}}
`;function ht(s,t){let e=x(s,'<div class="cell"><canvas role="img"></canvas></div>');return t>0&&x(e,'<button type="button" class="slot"></button>'),e.querySelector("canvas")}function gt(s,t,e){let i=v(t),n=[...s.querySelectorAll(".cell")],r=n.map(a=>a.querySelector(".slot")),o=!1;M(e,()=>{let a=i.acted.value,c=i.last(),d=c?b(c).map(f=>c.elements[f].degrees):[],h=a.length>=d.length;s.style.setProperty("--step",`${d[1]??90}`),n.forEach((f,l)=>{let u=a.includes(l),p=u&&f.hasAttribute("data-empty");
f.toggleAttribute("data-empty",!u),f.toggleAttribute("data-held",l===0&&!h),(p||!u)&&f.toggleAttribute("data-turns",p&&!o);let g=r[l];g&&(g.hidden=u||l>=d.length,f.style.setProperty("--back",`${d[l]}deg`),w(g,`act by ${d[l]}°`))})}),r.forEach((a,c)=>{let d=()=>{i.act(c);let h=r.find(l=>l&&!l.hidden),f=s.closest("figure")?.querySelector(".steps [data-on]");(h??f)?.focus({preventScroll:!0})};a?.addEventListener("click",d,{signal:e})}),Ot(s,n,r,a=>{o=!0,i.act(a),o=!1},e)}function Ot(s,t,e,i,n){let[
r]=t,o=null,a=(l,u)=>{let p=l?.getBoundingClientRect(),{clientX:g,clientY:k}=u;return!!p&&g>p.left&&g<p.right&&k>p.top&&k<p.bottom},c=()=>{o?.ghost.remove(),o=null;for(let l of e)l?.removeAttribute("data-over")},d=l=>{if(o||l.button!==0||!r.hasAttribute("data-held"))return;l.preventDefault(),r.setPointerCapture(l.pointerId);let[u,p]=t.map($t=>$t.getBoundingClientRect()),g=At(r.firstElementChild);Object.assign(g.style,{left:`${r.offsetLeft}px`,top:`${r.offsetTop}px`,width:`${r.offsetWidth}px`,height:`${r.
offsetHeight}px`}),s.append(g);let{pointerId:k,clientX:R,clientY:yt}=l;o={pointer:k,x:R,y:yt,pitch:p.left-u.left,ghost:g}},h=l=>{if(l.pointerId!==o?.pointer)return;let[u,p]=[l.clientX-o.x,l.clientY-o.y],g=o.ghost.offsetWidth/r.getBoundingClientRect().width||1,k=Math.max(0,Math.min(t.length-1,u/o.pitch));o.ghost.style.transform=`translate(${u*g}px, ${p*g}px) rotate(calc(${-k}deg * var(--step)))`;for(let R of e)R?.toggleAttribute("data-over",a(R,l))},f=l=>{if(l.pointerId!==o?.pointer)return;let u=e.
findIndex(p=>p&&!p.hidden&&a(p,l));c(),u>=0&&i(u)};r.addEventListener("pointerdown",d,{signal:n}),r.addEventListener("pointermove",h,{signal:n}),r.addEventListener("pointerup",f,{signal:n});for(let l of["pointercancel","lostpointercapture"])r.addEventListener(l,c,{signal:n})}function At(s){let t=document.createElement("canvas");return t.className="ghost",t.ariaHidden="true",[t.width,t.height]=[s.width,s.height],t.getContext("2d")?.drawImage(s,0,0),t}var mt=8,[$,z]=[34,5],wt=`
.lifting .arrows{grid-column:2 / -1;min-width:0}
.lifting .arrows svg{display:block;width:100%;height:${$}px;overflow:visible}
.lifting .arrows .line{fill:none;stroke:var(--gsa-accent);stroke-width:1.5}
.lifting .arrows .dashed{stroke-dasharray:3 3}
.lifting .arrows .tip{fill:var(--gsa-accent)}
.lifting .way > span{color:var(--gsa-accent);font-weight:650}
.lifting .way[data-hidden]{display:none}
@container (max-width:559px){.lifting .arrows{grid-column:1 / -1}}
@media (forced-colors:active){
.lifting .arrows .line{stroke:CanvasText}
.lifting .arrows .tip{fill:CanvasText}
}
`;function xt(s,t,e){if(s.replaceChildren(),t<4)return;let i=C(s,"svg",{viewBox:`0 0 ${e} ${$}`}),n=e/t,r=$-z;for(let o=0;o<t;o++){let a=(o+.5)*n,[c,d]=[.3*$,.7*$],h=o===0?`M${-mt} ${$/2}C${.2*n} ${$/2} ${a} ${c} ${a} ${r}`:`M${a-n} 2C${a-n} ${d} ${a} ${c} ${a} ${r}`;if(C(i,"path",{class:`line ${o===0?"dashed":""}`,d:h}),o===t-1){let l=`M${a} 2C${a} ${d} ${e-.2*n} ${$/2} ${e+mt} ${$/2}`;C(i,"path",{class:"line dashed",d:l})}let f=`M${a-z} ${r}h${2*z}L${a} ${$+2}Z`;C(i,"path",{class:"tip",d:f})}}var Et={name:"lifting",title:"Lifting: ask the same question facing four ways",table:Dt},vt={act:{does:"Act on the encoding",row:"the encoding, turned"},attend:{does:"Attend with each",row:"q·k added, the same in all: attention"},stack:{does:"Stack the answers",row:"the layer’s maps"},turn:{does:"Turn the digit by 90°",row:"maps of the turned digit"}},Se=`
${Z}
${lt}
${ut}
${wt}
.lifting{display:grid;grid-template-columns:minmax(0,1fr);gap:14px;padding:14px 16px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface);min-width:0;line-height:1.4}
.lifting .sub{max-width:66ch;color:var(--gsa-muted);font-size:0.875rem}
.lifting .steps{display:flex;flex-wrap:wrap;gap:8px 10px}
.lifting .rows{display:grid;gap:10px;max-width:780px}
.lifting .row{display:grid;grid-template-columns:150px repeat(4,minmax(0,1fr));gap:6px 14px;align-items:center;font-size:0.875rem}
.lifting .row b{text-align:center;font-variant-numeric:tabular-nums}
.lifting .row > span{padding-inline-end:6px}
.lifting .row canvas{width:100%;aspect-ratio:1}
.lifting .row[data-hidden] canvas{display:none}
.lifting .row[data-hidden] > span{color:var(--gsa-muted)}
.lifting .boxes{max-width:780px;display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:14px}
.lifting .box{padding:10px 14px;border:1px solid var(--gsa-line);border-radius:12px;font-size:0.875rem}
.lifting .box b{display:block;color:var(--bar);font-size:1.625rem;line-height:1.25;white-space:nowrap;font-variant-numeric:tabular-nums}
@media (pointer:coarse){.lifting button{min-height:44px}}
@container (max-width:559px){
.lifting{padding:12px 10px}
.lifting .row{grid-template-columns:repeat(4,minmax(0,1fr));gap:4px 8px}
.lifting .row > span{grid-column:1 / -1}
.lifting .row > span:empty{display:none}
.lifting .steps{gap:8px}
.lifting .steps button{padding-inline:10px;font-size:0.8125rem}
.lifting .boxes{grid-template-columns:minmax(0,1fr)}
}
@media print{.lifting .steps{display:none}}
`;function Ct(s){return v(s).wish}function L(s,{parts:t}){let e=S(s).head.value;return e===Q?t.heads-1:Math.min(e,t.heads-1)}function Oe(s,t,e){let i=v(t),n=x(s,`<figure class="lifting" part="lifting">
      <figcaption><h3>${Et.title}</h3><p class="sub">One picture goes in, and a map comes out for each way of facing. Only the encoding turns.</p></figcaption>
      <p class="trouble"></p>
      <div class="steps"></div>
      <div class="rows"><div class="row head"><span></span><b></b><b></b><b></b><b></b></div></div>
      <div class="boxes"><div class="box main"><b></b><p></p></div><div class="box other"><b></b><p></p></div></div>
    </figure>`);qt(m(n,".steps"),t,e);let r=m(n,".rows");for(let[o,a]of y.entries())a==="turn"&&(It(r,t,e),Lt(r,t,e)),Rt(r,t,a,o,e);M(e,()=>{let[o,a,c]=[i.last(),i.last(!0),i.step.value],d=o?b(o):[];Array.from(n.querySelectorAll(".row.head b")).forEach((u,p)=>{w(u,o&&p<d.length?`h = ${o.elements[d[p]].degrees}°`:"")}),o&&w(m(n,".sub"),Tt(t,o,d.length));let f=S(t).error.value;m(n,".trouble").hidden=!f,w(m(n,".trouble"),f?.message??""),Bt(n,o,a,c);let l=i.now()!==null;D([...n.querySelectorAll(".r\
ow:not(.head)"),m(n,".box.main")],l),D(m(n,".box.other"),i.now(!0)!==null||!a)}),J(n,t,()=>i.last()!==null,e),t.study.join(Ct,j(n,e),e)}function Tt(s,t,e){let i=t.elements.length,n=i>e?`; ${I(e)} of its ${I(i)} are shown`:"";return`The real first layer of ${E(t.name)}, head ${L(s,t)+1}. One picture goes in, and ${I(i)} maps come out, one for each way of facing${n}. Only the encoding turns.`}function qt(s,t,e){let i=v(t),n=y.map((o,a)=>{let c=x(s,'<button type="button"></button>');return w(c,`${a+
1} ${vt[o].does}`),c.addEventListener("click",()=>i.go(a+1),{signal:e}),c}),r=x(s,'<button type="button">Begin again</button>');r.addEventListener("click",()=>{i.go(0),n[0].focus({preventScroll:!0})},{signal:e}),M(e,()=>{let o=i.step.value,a=n.some(c=>c.matches(":focus"));n.forEach((c,d)=>{c.disabled=d>o||!i.last(),c.toggleAttribute("data-on",d===o)}),r.hidden=o===0,a&&(n[o]??r).focus({preventScroll:!0})})}function Rt(s,t,e,i,n){let r=v(t),o=x(s,`<div class="row ${e}"><span></span></div>`),a=[0,
1,2,3].map(c=>{let d=e==="act"?ht(o,c):x(o,'<canvas role="img"></canvas>'),h=f=>{let l=r.last(),u=l&&b(l)[c];if(!l||u===void 0||u===null)return;let p=L(t,l);e==="act"?Pt(f,l,p,u):e==="attend"?Nt(f,l,p,u):Ht(f,l,e==="turn"?l.turned:l.here,u)};return{canvas:d,painter:new G(d,h,n)}});e==="act"&&gt(o,t,n),M(n,()=>{t.dark.value,S(t).head.value;let[c,d]=[r.last(),r.step.value];o.toggleAttribute("data-hidden",e!=="act"&&d<=i);let h=e==="act"&&d===0?": drag the first to each place, or press there":"";w(
m(o,"span"),`${i+1} ${vt[e].row}${h}`),a.forEach(({canvas:f,painter:l},u)=>{l.invalidate();let p=c&&b(c)[u];c&&p!==void 0&&p!==null&&f.setAttribute("aria-label",Wt(t,c,e,p))})})}function It(s,t,e){let i=v(t),n=x(s,'<div class="asked"></div>'),r=ct(n,"The digit turns by 90°. What becomes of its maps?",[["they stay","stay"],["each turns","turn"],["each turns, and moves to the next place","move"]],i.guess,o=>i.guessed(o),e);M(e,()=>{let[o,a]=[i.guess.value,i.step.value];n.hidden=a<y.length-1||o===
null&&a===y.length,w(r,o?`${o==="move"?"Right":"No"}: the element for which a map stands turns too.`:"")})}function Lt(s,t,e){let i=v(t),n=x(s,'<div class="row way"><span>each map turns, and moves on by one place</span></div>'),r=x(n,'<div class="arrows" aria-hidden="true"></div>'),o=K(r,e);M(e,()=>{let a=i.last();n.toggleAttribute("data-hidden",i.step.value<y.length),xt(r,a?b(a).length:0,o.value)})}function Wt(s,t,e,i){let[n,r]=[L(s,t),`${t.elements[i].degrees}°`];if(e==="act"){let o=A(t,n,i);
return`Encoding as ${r} sees it: scores ${Math.min(...o).toFixed(1)} to ${Math.max(...o).toFixed(1)}`}if(e==="attend"){let o=Math.max(...q(t,n,i));return`Attention of ${r}: at most ${H(o)} on one pixel`}return`Map of ${r}${e==="turn"?", of the turned digit":""}`}function Pt({context:s,size:t,colour:e,dark:i},n,r,o){let a=b(n).flatMap(l=>A(n,r,l)),[c,d]=[Math.min(...a),Math.max(...a)],h=A(n,r,o).map(l=>l-(c+d)/2),{windowCols:f}=n.parts;N(s,B(Float32Array.from(h),f,(d-c)/2,i),...bt(t)),_(s,t,e("li\
ne-strong"))}function Nt({context:s,size:t,colour:e,dark:i},n,r,o){let{parts:a,ink:c}=n,d=a.windowCols,h=Math.max(...b(n).flatMap(u=>q(n,r,u))),f=t/d;c.forEach((u,p)=>{let[g,k]=[p%d*f,Math.floor(p/d)*f];Number.isNaN(u)?rt(s,g,k,f,e("muted"),1):(s.fillStyle=it(u,i),s.fillRect(g,k,f+.5,f+.5))}),s.fillStyle=e("ink");let l=q(n,r,o);at({x:0,y:0,cell:f,count:d},l,h,(u,p,g)=>s.fillRect(u,p,g,g)),_(s,t,e("line-strong"))}function Ht({context:s,size:t,colour:e,dark:i},n,r,o){let a=n.here.maps[0],c=0;for(let{
maps:h}of[n.here,n.turned])for(let f of h)c=Math.max(c,Math.abs(f-a));let d=T(r,o).map(h=>h-a);N(s,B(d,r.cols,c,i),...bt(t)),_(s,t,e(r===n.turned?"accent":"line-strong"))}function bt(s){return[0,0,s]}function _(s,t,e){s.strokeStyle=e,s.lineWidth=2,s.strokeRect(1,1,t-2,t-2)}function Bt(s,t,e,i){let n=i===y.length&&t!==null,[r,o]=[".box.main",".box.other"].map(a=>m(s,a));w(m(r,"b"),n?X(t.error):"?"),w(m(r,"p"),n?`is how far the maps of the turned digit are from what the maps before predict, turned\
 and moved on, over all channels. ${t.error<1e-5?"That is rounding.":""}`:"is how far the maps are from turning along? Do the steps to see."),w(m(o,"b"),n&&e?H(e.error):"?"),w(m(o,"p"),n&&e?`is the same for the first layer of the ordinary ${E(e.name)}: one map, facing one way, which does not turn along.`:"and of an ordinary network, which faces one way?")}function Dt(s){let t=v(s),[e,i]=[t.now(),t.now(!0)],n=[];if(e){let o=L(s,e);for(let a of b(e)){let[c,d]=[A,q].map(p=>p(e,o,a)),h=T(e.here,a),f=h.
reduce((p,g)=>p+g,0)/h.length,l=Math.max(...d),u=`${e.elements[a].degrees}°`;n.push([u,Math.max(...c),l,f,pt(e,a)])}n.push([E(e.name),"","","",e.error]),i&&n.push([E(i.name),"","","",i.error])}return{columns:["Element","Highest score of the encoding","Largest share","Mean of its map","Turned by 90°, off by"],rows:n}}export{Et as figure,Oe as mount,Se as style,Ct as wants};
//# sourceMappingURL=lifting-VND5KFYZ.js.map
