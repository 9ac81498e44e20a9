import{a as V,b as z,c as q,e as H}from"./chunk-U3P2Z25K.js";import{$ as c,$a as Q,A as G,Aa as m,Ca as j,Ua as K,Va as x,W as I,Wa as Y,X as W,Xa as A,Ya as C,Z as _,Za as S,_a as J,aa as y,ba as U,bb as X,cb as T,db as Z,eb as ee,fb as te,i as N,ia as B,j as $,ja as M,k as P,m as v,n as p,o as b,p as F}from"./chunk-AOR3A7YD.js";var re=`
${z}
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
@media print{
.figure-word[data-coming] span{display:none}
.figure-word[data-coming]::after{content:"Not computed yet when this was printed. Print again in a moment,and it is here."}
}
@media (pointer:coarse){
.figure-foot :is(summary,.save),.figure-word button{height:44px}
}
`;function ne(n,{said:e,table:i,title:t,files:s,retry:r,fileOf:o,codeOf:a},l){let d=c(n,'<div class="figure-foot"></div>'),f=c(d,'<div class="figure-word"><span></span><button type="button" class="retry" hidden>Try again</button></div>');y(f,".retry").addEventListener("click",r,{signal:l}),m(l,()=>{let{state:h,message:g,canRetry:O,isComing:u}=e.value,E=y(f,"span");f.toggleAttribute("data-failed",h==="failed"),f.toggleAttribute("data-coming",u),h==="failed"?E.setAttribute("role","alert"):E.removeAttribute(
"role"),U(E,g),y(f,".retry").hidden=!O}),s.length>0&&de(d,i,t,l);for(let h of s){let g=c(d,'<button type="button" class="save"></button>');g.textContent=`Save as ${h}`,g.addEventListener("click",()=>ce(g,t,h,o),{signal:l})}a&&ue(d,a,l),d.append(f)}function ue(n,e,i){let t=c(n,'<button type="button" class="save embed">Copy embed code</button>');c(n,'<span class="embed-told" role="status"></span>'),t.addEventListener("click",()=>H(n,e()),{signal:i})}function de(n,e,i,t){let s=c(n,`<details><summar\
y>As a table</summary>
        <div class="figure-table" tabindex="0" role="region"></div>
      </details>`),r=y(s,".figure-table");r.setAttribute("aria-label",`${i}, as a table`),s.addEventListener("toggle",()=>s.open&&ie(r,e.peek()),{signal:t}),m(t,()=>{let o=e.value;s.open&&ie(r,o)})}function ie(n,{columns:e,rows:i}){if(i.length===0){n.textContent="Nothing has been asked yet.";return}let t=document.createElement("table"),s=t.createTHead().insertRow();for(let o of e)s.append(R("th",o,"col"));let r=t.createTBody();for(let[o,...a]of i)r.insertRow().append(R("th",o,"row"),...a.map(l=>R(
"td",l)));n.replaceChildren(t)}function R(n,e,i){let t=document.createElement(n);return i&&t.setAttribute("scope",i),t.textContent=fe(e),t}function fe(n){return typeof n!="number"||Number.isInteger(n)?String(n):Math.abs(n)<.001?n.toExponential(1):String(Number(n.toPrecision(4)))}async function ce(n,e,i,t){let s=n.textContent;try{let r=document.createElement("a");r.href=URL.createObjectURL(await t(i)),r.download=`${e.toLowerCase().replaceAll(" ","-")}.${i.toLowerCase()}`,r.click(),setTimeout(()=>URL.
revokeObjectURL(r.href),6e4)}catch(r){n.textContent=r instanceof Error?r.message:String(r),setTimeout(()=>n.textContent=s,4e3)}}import{samples as me}from"./samples.js";var ge=7,se={digit:4,of:[..._,"group-size"]};function oe(n,e,i){let t=()=>{},s={answered:t,settled:t,switched:t,chosen:t},r=new I({...s,failed:i});for(let o of["sample","angle","place"])n.hasAttribute(o)&&L(r,n,o);return r.drawing.isEmpty.peek()&&r.drawing.open(me[se.of.includes(e)?se.digit:ge].strokes),r.attention.join(p(!1),new AbortController().signal),r.connect(ae(n)),r}function ae(n){let e=G(n.getAttribute("networks")??"").slice(0,3);return e.length>0?e:P}function L(n,e,i){let t=e.getAttribute(
i);if(i==="networks")n.show(ae(e));else if(i==="angle")$(n,t??0);else{if(t===null)return;i==="sample"?N(n,t):V(n,t)}}var we=["polar","answers"],Me=`
${Z}
${re}
.figure-pad{--stage:300px}
.figure-pad[data-whole]{--stage:536px}

@container (min-width:461px){
.figure-pad:not([data-whole]) .tools{right:-52px}
.figure-pad:not([data-whole]) .spin{width:44px;padding:0}
.figure-pad:not([data-whole]) .spin span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
}
`,le=class{#r;#n;#e=p("");#a=p(null);#i=p(null);#t=null;#l=p(!1);#d=p(0);#s=b(()=>Y(this.#e.value));#o=b(()=>!W.includes(this.#e.value));said=b(()=>this.#w());table=b(()=>{let[e,i]=[this.#s.value,this.#i.value];return e&&i?e.figure.table(i):{columns:[],rows:[]}});constructor(e,i){this.#r=e,this.#n=i}show(e){this.#e.value=e?.trim()??"",!(e===null||this.isThere)&&this.#n({code:"invalid-figure",message:this.said.peek().message})}get isThere(){return x.includes(this.#e.value)}#p(){A(this.#e.peek())?
this.#f():this.#i.peek()?.loading.retry()}#f(){C(this.#e.peek()).catch(({code:e,message:i})=>this.#n({code:e,message:i}))}async bring(){this.isThere&&await C(this.#e.peek())}of(e){this.#a.value=e?.trim()||null}put(e){this.#t&&L(this.#t,this.#r,e)}look(){this.#d.value++}dress(e){this.#l.value=e,this.#t?.dress(e)}stay(e,i){let t=this.#r.ownerDocument,s=p(t.readyState!=="loading");t.addEventListener("DOMContentLoaded",()=>s.value=!0,{signal:i}),m(i,()=>{B.value,this.#d.value;let[o,a]=[this.#a.value,
s.value];v(()=>{let{element:l,demo:d}=M(this.#r,o),f=!l&&o===null&&a;f||this.#c(),this.#i.value=f?this.#h():d})}),m(i,()=>{let o=this.#i.value;if(!o)return;let a=new AbortController,l=b(()=>e.value&&this.#o.value);return v(()=>o.attention.join(l,a.signal)),()=>a.abort()});let r=j(this.#r,i,X);m(i,()=>{let o=this.#e.value;!r.value||!x.includes(o)||v(()=>this.#f())}),i.addEventListener("abort",()=>{this.#c(),this.#i.value=null})}#h(){return this.#t?this.#t:(this.#t=oe(this.#r,this.#e.peek(),this.#n),
this.#t.dress(this.#l.peek()),this.#t)}#c(){this.#t?.disconnect(),this.#t=null}mount(e,i){let t=c(e,'<div class="root figure" part="root" role="group"></div>');return m(i,()=>{let[s,r]=[this.#s.value,this.#i.value];this.#l.value;let o=new AbortController;return v(()=>this.#m(t,e,s,r,o.signal)),()=>o.abort()}),t}#m(e,i,t,s,r){e.replaceChildren(),e.setAttribute("aria-label",t?.figure.title??"Figure");let o=c(e,'<div class="figure-body"></div>');if(t&&s){s===this.#t&&this.#o.peek()&&this.#g(e,o,s,r),
t.head&&T(t.head,o,s,r);let a=s===this.#t&&t.mountBesidePad;T(a?{...t,mount:a}:t,o,s,r)}ne(e,{said:this.said,table:this.table,title:t?.figure.title??"",files:t?K.includes(t.figure.name)?["PNG","SVG"]:["PNG"]:[],retry:()=>this.#p(),codeOf:t&&s&&(()=>q(s,t.figure.name)),fileOf:async a=>a==="PNG"?this.toBlob(i):new Blob([await this.toSVG(i)],{type:"image/svg+xml"})},r)}#g(e,i,t,s){let r=this.#s.peek()?.figure.name==="polar",o=c(i,'<div class="figure-pad"></div>');o.toggleAttribute("data-whole",r),ee(
o,t,s,!0,r),J(i,t,s),Q(i,t,s),te(e,t,s)}#w(){let[e,i,t]=[this.#e.value,this.#s.value,this.#i.value];if(!x.includes(e)){let u=e?`There is no figure “${e.slice(0,40)}”`:"This figure has no name";return k(`${u}; there are ${x.join(", ")}.`,!1)}let s=A(e);if(s)return k(s.message,!0);if(!i)return w("Loading…");if(!t){let u=this.#a.value;return w(`Waiting for the demonstration${u===null?"":` “${u.slice(0,40)}”`}.`)}if(!this.#o.value)return this.table.value.rows.length>0&&S(i,t)?D:w("One mome\
nt…");let{asking:r,networks:o,drawing:a,turning:l}=t,d=o.shown.value.filter(({error:u})=>!u.value),f=o.shown.value.find(({error:u})=>u.value)?.error.value,h=t.failure.value??r.unanswered.value??null;if(h)return k(h.message,!0);if(d.length===0&&f)return k(f.message,!0);if(a.isEmpty.value)return w("Draw a digit.",!1);if(d.length===0||d.some(({info:u})=>!u.value))return w("Loading…");if(r.blank.value==="nearly")return w("Draw a little more.",!1);if(t.isUntaught.value&&we.includes(i.figure.name))
return D;let{rows:g}=this.table.value;r.answers.value,l.angle.value,a.version.value;let O=v(()=>{let{questions:u}=r;return u.isAnswered(u.version)});return g.length>0&&O&&S(i,t)?D:w("Asking…")}async#u(){await this.bring();let e=this.#i.peek(),{state:i,message:t}=this.said.peek();if(!e||i==="failed")throw new Error(t);let s=this.#o.peek();if(s&&e.drawing.isEmpty.peek())throw new Error("There is no drawing yet.");let r=[e.study.everything(),e.attention.hold()];e.study.rest();try{await new Promise(
(o,a)=>{r.push(F(()=>{let{state:l,message:d}=this.said.value;this.#i.value!==e?a(new Error("The demonstration is gone.")):s&&e.drawing.isEmpty.value?a(new Error("There is no drawing any more.")):l==="ready"?o(e):l==="failed"&&a(new Error(d))}))})}finally{for(let o of r)o()}return e}async prepare(){await this.#u().catch(()=>{})}async toBlob(e){let{pictureOf:i}=await import("./picture-MMIXUTMV.js");return i(e,await this.#u(),[this.#e.peek()])}async toSVG(e){let{vectorsOf:i}=await import("./picture-MMIXUTMV.js");
return i(e,await this.#u(),this.#e.peek())}},D={state:"ready",message:"",canRetry:!1,isComing:!1};function w(n,e=!0){return{state:"waiting",message:n,canRetry:!1,isComing:e}}function k(n,e){return{state:"failed",message:n,canRetry:e,isComing:!1}}export{le as Lone,Me as style};
//# sourceMappingURL=lone-G2W5FPDO.js.map
