import{$ as f,Aa as x,C as y,Fa as k,I as C,Sa as O,Ta as b,aa as i,ab as M,c as v,la as E,ma as L,n as w,ua as S}from"./chunk-AOR3A7YD.js";var R=[["ordinary","Ordinary","no rotations: every direction has to be learnt"],["frames","Rotations in frames","this project’s: each rotation looks through its own frame"],["rotations","Rotations","the paper’s: each rotation looks at all others"],["mirrors","Mirrors","rotations and their mirror images"],["convolutional","Convolutional","to compare with"]],I={upright:"upright digits and drawings",digits:"digits at every turn",drawings:"digits and drawings at every turn"},P={drawings:"drawing\
s, any angle",digits:"digits, any angle",tenth:"every tenth digit"},q=500,F=["A","B","C"],N=`<p class="columns" aria-hidden="true">
  <span></span><span>network</span><span>learnt from</span><span class="end">parameters</span>
  <span class="end">reads</span><span>of</span><span class="end">time here</span>
</p>`,z=`
.columns{display:none;margin:14px 0 -8px;padding:0 10px;color:var(--gsa-muted);font-size:0.8125rem}
.columns .end{text-align:end}
.family{margin-top:16px}
.family h3{display:inline;font:600 1.0625rem/1.3 var(--gsa-font-digit,"Iowan Old Style",Palatino,"P052",Georgia,serif)}
.family > p{display:inline;color:var(--gsa-muted);font-size:0.8125rem}
.family ul{margin-top:6px;border-top:1px solid var(--gsa-line)}
.family li{border-bottom:1px solid var(--gsa-line)}
.pick{
display:grid;grid-template-columns:24px minmax(0,1fr) auto;gap:2px 14px;align-items:center;width:100%;height:auto;min-height:44px;padding:6px 10px;
border:0;border-radius:0;background:none;text-align:start;font-variant-numeric:tabular-nums;
}
.pick:hover:not(:disabled,.main,.other,.third){background:var(--gsa-sunken);color:inherit}
.pick.pick:hover{color:var(--gsa-ink)}
.pick:focus-visible{outline-offset:-2px}
.pick.main{background:var(--gsa-accent-soft)}.pick.other{background:var(--gsa-other-soft)}.pick.third{background:var(--gsa-third-soft)}
.pick b{font-weight:650}
.pick .learnt{grid-area:2 / 2 / auto / -1;display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 12px}
.pick .reads{text-align:end;font-weight:650;white-space:nowrap}
.pick .small{grid-column:2 / -1;display:flex;flex-wrap:wrap;gap:0 14px;color:var(--gsa-muted);font-size:0.8125rem}
.pick .tag{font-size:0.8125rem;font-weight:600;white-space:nowrap}
.pick .tag:empty{display:none}
.pick .time,.pick .reads,.pick .tested{white-space:nowrap}
.pick:disabled{opacity:1;color:var(--gsa-muted)}
@container picker (min-width:760px){
.pick,.columns{grid-template-columns:24px 76px minmax(0,1fr) 84px 72px 136px 92px}
.pick .learnt{grid-area:auto;align-items:center}
.pick{min-height:38px;padding-block:4px}
.columns{display:grid;gap:2px 14px}
.pick .unit{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.pick .small{display:contents}
.pick .small > *{font-size:0.8125rem}
.pick .parameters{order:2;text-align:end}
.pick .reads{order:3}.pick .tested{order:4}.pick .time{order:5;text-align:end;color:var(--gsa-ink);font-size:0.875rem}
.pick .small > :not(.time){color:var(--gsa-muted)}
.pick .tag:not(:empty){padding:2px 8px;border-radius:6px;background:var(--gsa-ink);color:var(--gsa-surface)}
}
`;function $(n,a,e,r,t,s){let o=new Map;f(n,N);let d=f(n,"<div></div>");x(s,()=>{d.replaceChildren(),o.clear();for(let[m,p,c]of R){let l=e.value.filter(h=>h.family===m);if(l.length===0)continue;let u=f(d,`<section class="family"><h3>${p}</h3><p> · ${c}</p><ul></ul></section>`);for(let h of l){let g=j(i(u,"ul"),h);g.addEventListener("click",()=>t(h.name)),o.set(h.name,g)}}}),x(s,()=>{let{shown:m,times:p}=a.networks,c=m.value.map(({value:l})=>l);for(let l of e.value){let u=o.get(l.name);if(!u)continue;
let h=c.indexOf(l.name);u.className=`pick ${h>=0?k(h):""}`,i(u,".letter").textContent=F[h]??"",u.setAttribute("aria-pressed",String(h>=0&&h===r.value));let g=W(l,e.value,p.value);i(u,".time").textContent=b(l.name)?g.text:"",i(u,".tag").textContent=D(l,g.isSlow)}}),n.addEventListener("keydown",m=>B(n,m),{signal:s})}function j(n,{name:a,title:e,trained:r,index:t,parameters:s,reads:o,tested:d}){let m=f(n,`<li><button type="button" class="pick">
      <span class="letter" aria-hidden="true"></span><b></b><span class="reads"></span><span class="learnt"><span></span><span class="tag"></span></span>
      <span class="small"><span class="parameters"></span><span class="tested"></span><span class="time"></span></span>
    </button></li>`),p=i(m,".pick");return p.dataset.name=a,i(p,"b").textContent=e,i(p,".learnt > span").textContent=I[r]+(t==="published"?"; published index":""),i(p,".parameters").textContent=s.toLocaleString("en"),f(i(p,".parameters"),'<span class="unit"> parameters</span>'),i(p,".reads").textContent=`${o.toFixed(2)} %`,i(p,".tested").textContent=P[d],p.disabled=!b(a),p}function D({name:n,trained:a,index:e},r){return b(n)?e==="published"?"not quite equivariant":a==="upright"?"never saw a turn\
ed digit":r?"slow here":"":"needs the page from a server"}function W(n,a,e){let{ms:r,measured:t}=C(n.name,a,e)??{};return r===void 0?{text:"—",isSlow:!1}:{text:`${t?"":"≈ "}${S(r)}`,isSlow:r>q}}function B(n,a){let e={ArrowDown:1,ArrowUp:-1}[a.key];if(!e)return;let r=Array.from(n.querySelectorAll(".pick:not(:disabled)")),t=r.findIndex(s=>s.matches(":focus"));t<0||(a.preventDefault(),r[Math.max(0,Math.min(r.length-1,t+e))].focus())}var U=["A","B","C"],se=`
.picker{width:min(1040px,calc(100vw - 32px));max-width:none;max-height:calc(100dvh - 32px);padding:0;border:1px solid var(--gsa-line);border-radius:16px;background:var(--gsa-surface);color:var(--gsa-ink);font-size:0.9375rem;overflow:hidden}
.picker[open]{display:grid;grid-template-rows:minmax(0,1fr)}
.picker::backdrop{background:rgb(0 0 0 / 0.4)}
.picker .sheet{container:picker / inline-size;padding:20px 22px;overflow:auto;scrollbar-color:var(--gsa-line-strong) transparent;overscroll-behavior:contain}
.picker-head{display:flex;flex-wrap:wrap;align-items:center;gap:10px 12px;padding-inline-end:44px}
.picker-head h2{font:600 1.375rem/1.2 var(--gsa-font-digit,"Iowan Old Style",Palatino,"P052",Georgia,serif);margin-inline-end:auto}
.picker .close{position:absolute;top:14px;inset-inline-end:14px;width:40px;padding:0;border:0;background:none;font-size:1.125rem}
.picker-places{display:flex;flex-wrap:wrap;gap:8px}
.picker-places .chip{display:inline-flex;border:1px solid var(--gsa-line-strong);border-radius:10px}
.picker-places .chip.free{border-style:dashed}
.picker-places .chip:has([aria-pressed="true"]){border-color:var(--gsa-ink);box-shadow:0 0 0 1px var(--gsa-ink)}
.picker-places button{height:36px;border:0;background:none;padding:0 10px;display:inline-flex;align-items:center;gap:8px;font-size:0.875rem}
.picker-places .remove{padding:0 10px 0 6px;color:var(--gsa-muted)}
.letter{display:inline-grid;place-items:center;flex:none;width:24px;height:24px;border-radius:50%;border:1.5px solid var(--gsa-line-strong);font-size:0.8125rem;font-weight:650;color:var(--gsa-ink)}
:is(.main,.other,.third) > .letter{border-color:var(--bar);background:var(--bar);color:var(--gsa-surface)}

.picker-foot{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px;margin-top:20px;padding:10px 14px;border:1px dashed var(--gsa-line-strong);border-radius:12px;color:var(--gsa-muted);font-size:0.875rem}
.picker-foot p{flex:1 1 16rem}
.picker .trouble{margin-top:16px}
@media (forced-colors:active){.picker-places .chip:has([aria-pressed="true"]){outline:2px solid Highlight}}
@media (pointer:coarse){.picker-places button{height:44px;min-width:44px}.picker .close{width:44px;height:44px}}
@media (min-width:640px){.picker .lesson{display:none}}
@media (max-width:639px){
.picker{width:100vw;max-height:100dvh;height:100dvh;border:0;border-radius:0;margin:0}
.picker .sheet{padding:14px 14px 24px}
}
${z}
`;function oe(n,a,e,r){let t=f(n,`<dialog class="picker" part="picker" aria-label="Which networks stand side by side?">
        <div class="sheet">
          <header class="picker-head">
            <h2>Which networks stand side by side?</h2>
            <div class="picker-places" role="group" aria-label="Choose for"></div>
            <button type="button" class="close" aria-label="Close">✕</button>
          </header>
          <p class="wait">The list is being fetched.</p>
          <div class="trouble" role="alert" hidden><p></p><button type="button" class="again">Try again</button></div>
          <div class="families"></div>
          <footer class="picker-foot">
            <p>Or drop a <b>.safetensors</b> file of this project on the page. It stays on this device.</p>
            <button type="button" class="choose-file">Choose a file</button>
            <input type="file" class="file" accept=".safetensors" hidden aria-label="Model file" />
          </footer>
        </div>
      </dialog>`),s=w(0),{entries:o}=a.costly,d=()=>{t.close(),queueMicrotask(()=>r(s.peek()))},m=c=>{a.pick(y(a.values,s.peek(),c)),d()},p=async()=>{let[c,l]=[".wait",".trouble"].map(u=>i(t,u));l.hidden=!0,c.hidden=o.peek().length>0;try{o.value=await O()}catch(u){l.hidden=!1,i(l,"p").textContent=v(u)}c.hidden=!0};return i(t,".again").addEventListener("click",p,{signal:e}),i(t,".close").addEventListener("click",d,{signal:e}),t.addEventListener("click",c=>c.target===t&&d(),{signal:e}),t.addEventListener(
"keydown",c=>c.stopPropagation(),{signal:e}),_(t,a,()=>s.peek(),d,e),M(i(t,".picker-head"),a,e),x(e,()=>H(i(t,".picker-places"),a,s)),$(i(t,".families"),a,o,s,m,e),{open(c){s.value=Math.min(c,2),p(),t.open||t.showModal()}}}function _(n,a,e,r,t){let s=i(n,".file");i(n,".choose-file").addEventListener("click",()=>s.click(),{signal:t});let o=()=>{let d=s.files?.[0];s.value="",d&&(a.bring(d,e()),r())};s.addEventListener("change",o,{signal:t})}function H(n,a,e){let r=a.networks.shown.value,t=n.getRootNode().
activeElement,s=t!==null&&n.contains(t);n.replaceChildren();for(let[o,d]of U.slice(0,Math.min(3,r.length+1)).entries()){let m=r.at(o),p=m?.info.value,c=m?p?L(E(p)):a.networks.names.value[o]??"":"one more",l=f(n,`<span class="chip ${m?k(o):"free"}"><button type="button" class="which ${m?k(o):""}"><span class="letter">${d}</span><span class="title"></span></button></span>`),u=i(l,".which");if(i(l,".title").textContent=c,u.setAttribute("aria-pressed",String(e.value===o)),u.addEventListener("click",
()=>e.value=o),m&&r.length>1){let h=f(l,'<button type="button" class="remove">✕</button>');h.setAttribute("aria-label",`Remove ${d}, ${c}`),h.addEventListener("click",()=>{e.value=Math.min(e.peek(),r.length-2),a.pick(a.values.filter((g,T)=>T!==o))})}}s&&i(n,'[aria-pressed="true"]').focus()}export{oe as mount,se as style};
//# sourceMappingURL=picker-225GRLFA.js.map
