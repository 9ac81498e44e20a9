import{$ as s,Aa as p,aa as l,ba as r}from"./chunk-AOR3A7YD.js";var v=`
.guess{display:flex;flex-wrap:wrap;align-items:center;gap:8px 14px;padding:10px 14px;border:1px dashed var(--gsa-line-strong);border-radius:12px;font-size:0.875rem}
.guess b{flex:0 1 auto}
@media (pointer:coarse){.guess button{min-height:44px}}
@media print{.guess{display:none}}
`;function h(u,a,c,b,f,i){let t=s(u,'<div class="guess" role="group"><b></b></div>');r(l(t,"b"),a),t.setAttribute("aria-label",a);for(let[e,n]of c){let o=s(t,'<button type="button"></button>');r(o,e),o.addEventListener("click",()=>f(n),{signal:i})}let d=s(t,'<span class="told" role="status" tabindex="-1"></span>');return p(i,()=>{let e=b.value===null,n=t.getRootNode(),o=t.contains(n.activeElement);for(let x of t.querySelectorAll("button"))x.hidden=!e;!e&&o&&d.focus({preventScroll:!0})}),d}export{v as a,h as b};
//# sourceMappingURL=chunk-KIXPVPEJ.js.map
