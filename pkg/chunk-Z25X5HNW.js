import{$ as w,E as d,F as c,G as l,O as b,U as g,V as f,Y as h,fa as v}from"./chunk-ML4EHQYL.js";var P=`
.theorem{display:grid;grid-template-columns:minmax(0,1fr);gap:14px;padding:14px 16px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface);min-width:0;line-height:1.4;font-size:0.875rem}
.theorem .sub{max-width:66ch;color:var(--gsa-muted)}
.theorem .knobs{display:flex;flex-wrap:wrap;align-items:center;gap:10px 20px}
.theorem .small{color:var(--gsa-muted);font-size:0.8125rem}
.theorem .guess{display:flex;flex-wrap:wrap;align-items:center;gap:8px 14px;padding:10px 14px;border:1px dashed var(--gsa-line-strong);border-radius:12px}
.theorem .guess b{flex:0 1 auto}
.theorem .boxes{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:14px}
.theorem .box{padding:10px 14px;border:1px solid var(--gsa-line);border-radius:12px}
.theorem .box b{display:block;color:var(--bar);font-size:1.625rem;line-height:1.25;white-space:nowrap;font-variant-numeric:tabular-nums}
.theorem [data-stale]{opacity:0.3}
.theorem text{fill:var(--gsa-muted);font-size:12px}
@media (pointer:coarse){.theorem .guess button{min-height:44px}}
@container (max-width:559px){
.theorem{padding:12px 10px}
.theorem .boxes{grid-template-columns:minmax(0,1fr)}
}
@media print{.theorem :is(.knobs,.guess){display:none}}
`;function T(t,{title:e},o,r){let s=d(t,`<figure ${o}><figcaption><h3></h3><p class="sub"></p></figcaption></figure>`);return l(c(s,"h3"),e),l(c(s,".sub"),r),s}function $(t,e,o,r,s,n){let a=d(t,'<div class="guess" role="group"><b></b></div>');l(c(a,"b"),e),a.setAttribute("aria-label",e);for(let[p,x]of o){let m=d(a,'<button type="button"></button>');l(m,p),m.addEventListener("click",()=>s(x),{signal:n})}let i=d(a,'<span class="told" role="status" tabindex="-1"></span>');return b(n,()=>{let p=r.value===
null,x=a.getRootNode(),m=a.contains(x.activeElement);for(let k of a.querySelectorAll("button"))k.hidden=!p;!p&&m&&i.focus({preventScroll:!0})}),i}function B(t){let e=d(t,'<div class="boxes"></div>'),[o,r]=["main","other"].map(s=>{let n=d(e,`<div class="box ${s}"><b></b><p></p></div>`);return(a,i)=>{l(c(n,"b"),a),l(c(n,"p"),i)}});return{main:o,other:r}}var y={above:305,below:150},u=64,M=new Map;function z(t){let e=M.get(t);if(!e){let[o,r]=t?[.25,.78]:[.97,.42];e=Array.from({length:2*u+1},(s,n)=>{let a=n/u-1,i=Math.abs(a);return v(o+(r-o)*i,.16*i**.85,a<0?y.below:y.above)}),M.set(t,e)}return e}function S(t,e,o){let r=e>0?Math.max(-1,Math.min(1,t/e)):0;return z(o)[Math.round(u*(r||0))+u]}function H(t,e,o){let r=f(S(t,e,o));return{colour:r,ink:g(r)}}function E({values:t,cols:e,limit:o},r){let s=new ImageData(e,t.length/e);for(let n=0;n<t.length;n++)
s.data.set([...S(t[n],o,r),255],4*n);return s}function I(t,e,o){let r=({context:n,size:a,dark:i})=>{let p=e();p&&w(n,E(p,i),0,0,a)},s=new h(t,r,o);return()=>s.invalidate()}function L(t){let e=0;for(let o=0;o<t.length;o++)e=Math.max(e,Math.abs(t[o]));return e}function N(t){return String(Math.round(t*100)/100).replace("-","−")}export{P as a,T as b,$ as c,B as d,H as e,I as f,L as g,N as h};
//# sourceMappingURL=chunk-Z25X5HNW.js.map
