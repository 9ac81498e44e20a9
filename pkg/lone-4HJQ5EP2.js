import{Aa as q,Ba as z,Ca as H,E as c,F as y,G,O as m,P as W,e as C,f as w,g as p,h as v,ha as F,i as L,ma as I,na as P,oa as x,pa as U,qa as O,ra as A,sa as T,ua as _,v as D,va as j,w as N,wa as B,x as $,ya as M,za as V}from"./chunk-ML4EHQYL.js";import{samples as re}from"./samples.js";var Y=`
.figure{display:grid;grid-template-columns:minmax(0,1fr);gap:12px}
.figure-body{display:grid;grid-template-columns:minmax(0,1fr);gap:16px;min-width:0}
.figure-foot{display:flex;flex-wrap:wrap;align-items:center;gap:0 16px;font-size:0.8125rem;color:var(--gsa-muted)}
.figure-foot :is(summary,.save){display:inline-flex;align-items:center;height:34px;padding:0;border:0;background:none;color:inherit;cursor:pointer;text-decoration:underline;text-decoration-color:var(--gsa-line-strong);text-underline-offset:4px}
.figure-foot :is(summary,.save):hover{color:var(--gsa-accent)}
.figure-word{margin-inline-start:auto;overflow-wrap:anywhere}
.figure-word[data-failed]{display:flex;flex-wrap:wrap;flex:1 0 100%;order:-1;align-items:center;justify-content:space-between;gap:8px 12px;margin:0;padding:8px 8px 8px 14px;border-radius:12px;background:var(--gsa-lost-soft);color:var(--gsa-ink);font-size:0.875rem}
.figure-word[data-failed] span{flex:1 1 12em}
.figure-word button{height:36px}
.figure-foot details{flex:none;max-width:100%}
.figure-foot details[open]{flex:1 1 100%;order:1}
.figure-table{max-height:22em;overflow:auto;border-block:1px solid var(--gsa-line)}
.figure-table table{border-collapse:collapse;font-variant-numeric:tabular-nums;color:var(--gsa-ink)}
.figure-table :is(th,td){padding:4px 16px 4px 0;text-align:start;font-weight:400;border-top:1px solid var(--gsa-line)}
.figure-table thead th{position:sticky;top:0;background:var(--gsa-ground);border:0;font-weight:600;vertical-align:bottom}
@media (pointer:coarse){
.figure-foot :is(summary,.save),.figure-word button{height:44px}
}
`;function J(s,{said:e,table:i,title:t,files:r,retry:n,fileOf:o},a){let l=c(s,'<div class="figure-foot"></div>'),d=c(l,'<div class="figure-word"><span></span><button type="button" class="retry" hidden>Try again</button></div>');y(d,".retry").addEventListener("click",n,{signal:a}),m(a,()=>{let{state:f,message:h,canRetry:E}=e.value,b=y(d,"span");d.toggleAttribute("data-failed",f==="failed"),f==="failed"?b.setAttribute("role","alert"):b.removeAttribute("role"),G(b,h),y(d,".retry").hidden=!E}),r.length>
0&&Z(l,i,t,a);for(let f of r){let h=c(l,'<button type="button" class="save"></button>');h.textContent=`Save as ${f}`,h.addEventListener("click",()=>te(h,t,f,o),{signal:a})}l.append(d)}function Z(s,e,i,t){let r=c(s,`<details><summary>As a table</summary>
        <div class="figure-table" tabindex="0" role="region"></div>
      </details>`),n=y(r,".figure-table");n.setAttribute("aria-label",`${i}, as a table`),r.addEventListener("toggle",()=>r.open&&K(n,e.peek()),{signal:t}),m(t,()=>{let o=e.value;r.open&&K(n,o)})}function K(s,{columns:e,rows:i}){if(i.length===0){s.textContent="Nothing has been asked yet.";return}let t=document.createElement("table"),r=t.createTHead().insertRow();for(let o of e)r.append(R("th",o,"col"));let n=t.createTBody();for(let[o,...a]of i)n.insertRow().append(R("th",o,"row"),...a.map(l=>R("\
td",l)));s.replaceChildren(t)}function R(s,e,i){let t=document.createElement(s);return i&&t.setAttribute("scope",i),t.textContent=ee(e),t}function ee(s){return typeof s!="number"||Number.isInteger(s)?String(s):Math.abs(s)<.001?s.toExponential(1):String(Number(s.toPrecision(4)))}async function te(s,e,i,t){let r=s.textContent;try{let n=document.createElement("a");n.href=URL.createObjectURL(await t(i)),n.download=`${e.toLowerCase().replaceAll(" ","-")}.${i.toLowerCase()}`,n.click(),setTimeout(()=>URL.
revokeObjectURL(n.href),6e4)}catch(n){s.textContent=n instanceof Error?n.message:String(n),setTimeout(()=>s.textContent=r,4e3)}}var ne=["polar","answers"],oe=7,Q={digit:4,of:["attention","position","encoding","lifting"]},ke=`
${q}
${Y}
.figure-pad{--stage:300px}
.figure-pad[data-whole]{--stage:536px}

@container (min-width:461px){
.figure-pad:not([data-whole]) .tools{right:-52px}
.figure-pad:not([data-whole]) .spin{width:44px;padding:0}
.figure-pad:not([data-whole]) .spin span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
}
`,X=class{#r;#n;#e=p("");#a=p(null);#t=p(null);#i=null;#l=p(!1);#u=p(0);#o=v(()=>U(this.#e.value));#s=v(()=>!P.includes(this.#e.value));said=v(()=>this.#w());table=v(()=>{let[e,i]=[this.#o.value,this.#t.value];return e&&i?e.figure.table(i):{columns:[],rows:[]}});constructor(e,i){this.#r=e,this.#n=i}show(e){this.#e.value=e?.trim()??"",!(e===null||this.isThere)&&this.#n({code:"invalid-figure",message:this.said.peek().message})}get isThere(){return x.includes(this.#e.value)}#h(){O(this.#e.peek())?this.#d():
this.#t.peek()?.loading.retry()}#d(){A(this.#e.peek()).catch(({code:e,message:i})=>this.#n({code:e,message:i}))}async bring(){this.isThere&&await A(this.#e.peek())}of(e){this.#a.value=e?.trim()||null}look(){this.#u.value++}dress(e){this.#l.value=e,this.#i?.dress(e)}stay(e,i){let t=this.#r.ownerDocument,r=p(t.readyState!=="loading");t.addEventListener("DOMContentLoaded",()=>r.value=!0,{signal:i}),m(i,()=>{N.value,this.#u.value;let[o,a]=[this.#a.value,r.value];w(()=>{let{element:l,demo:d}=$(this.#r,
o),f=!l&&o===null&&a;f||this.#f(),this.#t.value=f?this.#p():d})}),m(i,()=>{let o=this.#t.value;if(!o)return;let a=new AbortController,l=v(()=>e.value&&this.#s.value);return w(()=>o.attention.join(l,a.signal)),()=>a.abort()});let n=W(this.#r,i,{first:!1,reach:M});m(i,()=>{let o=this.#e.value;!n.value||!x.includes(o)||w(()=>this.#d())}),i.addEventListener("abort",()=>{this.#f(),this.#t.value=null})}#p(){if(this.#i)return this.#i;let e=()=>{},i={answered:e,settled:e,switched:e,chosen:e},t=this.#i=new D(
{...i,failed:this.#n});t.dress(this.#l.peek());let r=Q.of.includes(this.#e.peek());return t.drawing.open(re[r?Q.digit:oe].strokes),t.attention.join(p(!1),new AbortController().signal),t.connect(C),t}#f(){this.#i?.disconnect(),this.#i=null}mount(e,i){let t=c(e,'<div class="root figure" part="root" role="group"></div>');return m(i,()=>{let[r,n]=[this.#o.value,this.#t.value];this.#l.value;let o=new AbortController;return w(()=>this.#m(t,e,r,n,o.signal)),()=>o.abort()}),t}#m(e,i,t,r,n){e.replaceChildren(),
e.setAttribute("aria-label",t?.figure.title??"Figure");let o=c(e,'<div class="figure-body"></div>');t&&r&&(r===this.#i&&this.#s.peek()&&this.#g(e,o,r,n),t.figure.name==="maps"&&B(o,r,n),r!==this.#i||t.figure.name!=="polar"?V(t,o,r,n):F(o,r,n)),J(e,{said:this.said,table:this.table,title:t?.figure.title??"",files:t?I.includes(t.figure.name)?["PNG","SVG"]:["PNG"]:[],retry:()=>this.#h(),fileOf:async a=>a==="PNG"?this.toBlob(i):new Blob([await this.toSVG(i)],{type:"image/svg+xml"})},n)}#g(e,i,t,r){let n=this.#o.
peek()?.figure.name==="polar",o=c(i,'<div class="figure-pad"></div>');o.toggleAttribute("data-whole",n),z(o,t,r,!0,n),_(i,t,r),j(i,t,r),H(e,t,r)}#w(){let[e,i,t]=[this.#e.value,this.#o.value,this.#t.value];if(!x.includes(e)){let u=e?`There is no figure “${e.slice(0,40)}”`:"This figure has no name";return k(`${u}; there are ${x.join(", ")}.`,!1)}let r=O(e);if(r)return k(r.message,!0);if(!i)return g("Loading…");if(!t){let u=this.#a.value;return g(`Waiting for the demonstration${u===null?"":` \
“${u.slice(0,40)}”`}.`)}if(!this.#s.value)return this.table.value.rows.length>0&&T(i,t)?S:g("One moment…");let{asking:n,networks:o,drawing:a,turning:l}=t,d=o.shown.value.filter(({error:u})=>!u.value),f=o.shown.value.find(({error:u})=>u.value)?.error.value,h=t.failure.value??n.unanswered.value??null;if(h)return k(h.message,!0);if(d.length===0&&f)return k(f.message,!0);if(a.isEmpty.value)return g("Draw a digit.");if(d.length===0||d.some(({info:u})=>!u.value))return g("Loading…");if(n.blank.
value==="nearly")return g("Draw a little more.");if(t.isUntaught.value&&ne.includes(i.figure.name))return S;let{rows:E}=this.table.value;n.answers.value,l.angle.value,a.version.value;let b=w(()=>{let{questions:u}=n;return u.isAnswered(u.version)});return E.length>0&&b&&T(i,t)?S:g("Asking…")}async#c(){await this.bring();let e=this.#t.peek(),{state:i,message:t}=this.said.peek();if(!e||i==="failed")throw new Error(t);let r=this.#s.peek();if(r&&e.drawing.isEmpty.peek())throw new Error("There is no\
 drawing yet.");let n=[e.study.everything(),e.attention.hold()];e.study.rest();try{await new Promise((o,a)=>{n.push(L(()=>{let{state:l,message:d}=this.said.value;this.#t.value!==e?a(new Error("The demonstration is gone.")):r&&e.drawing.isEmpty.value?a(new Error("There is no drawing any more.")):l==="ready"?o(e):l==="failed"&&a(new Error(d))}))})}finally{for(let o of n)o()}return e}async toBlob(e){let{pictureOf:i}=await import("./picture-OBNCCMSS.js");return i(e,await this.#c(),[this.#e.peek()])}async toSVG(e){
let{vectorsOf:i}=await import("./picture-OBNCCMSS.js");return i(e,await this.#c(),this.#e.peek())}},S={state:"ready",message:"",canRetry:!1};function g(s){return{state:"waiting",message:s,canRetry:!1}}function k(s,e){return{state:"failed",message:s,canRetry:e}}export{X as Lone,ke as style};
//# sourceMappingURL=lone-4HJQ5EP2.js.map
