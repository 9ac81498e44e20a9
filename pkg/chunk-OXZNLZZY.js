import{a as w}from"./chunk-KIXPVPEJ.js";import{a as h}from"./chunk-HQ6Y7CYM.js";import{a as b}from"./chunk-QPO4OS6Q.js";import{f,g}from"./chunk-7JYAA2L2.js";import{$ as l,aa as p,ba as m,da as x,ga as u}from"./chunk-AOR3A7YD.js";var P=`
${b}
${w}
.theorem{display:grid;grid-template-columns:minmax(0,1fr);gap:14px;padding:14px 16px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface);min-width:0;line-height:1.4;font-size:0.875rem}
.theorem .sub{max-width:66ch;color:var(--gsa-muted)}
.theorem .knobs{display:flex;flex-wrap:wrap;align-items:center;gap:10px 20px}
.theorem .small{color:var(--gsa-muted);font-size:0.8125rem}
.theorem .boxes{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:14px}
.theorem .box{padding:10px 14px;border:1px solid var(--gsa-line);border-radius:12px}
.theorem .box b{display:block;color:var(--bar);font-size:1.625rem;line-height:1.25;white-space:nowrap;font-variant-numeric:tabular-nums}
.theorem text{fill:var(--gsa-muted);font-size:12px}
@container (max-width:559px){
.theorem{padding:12px 10px}
.theorem .boxes{grid-template-columns:minmax(0,1fr)}
}
@media print{.theorem .knobs{display:none}}
`;function T(t,{title:e},r,o){let n=l(t,`<figure ${r}><figcaption><h3></h3><p class="sub"></p></figcaption></figure>`);return m(p(n,"h3"),e),m(p(n,".sub"),o),n}function E(t){let e=l(t,'<div class="boxes"></div>'),[r,o]=["main","other"].map(n=>{let a=l(e,`<div class="box ${n}"><b></b><p></p></div>`);return(i,s)=>{m(p(a,"b"),i),m(p(a,"p"),s)}});return{boxes:e,main:r,other:o}}var v={above:305,below:150},d=64,y=new Map;function S(t){let e=y.get(t);if(!e){let[r,o]=t?[.25,.78]:[.97,.42];e=Array.from({length:2*d+1},(n,a)=>{let i=a/d-1,s=Math.abs(i);return h(r+(o-r)*s,.16*s**.85,i<0?v.below:v.above)}),y.set(t,e)}return e}function M(t,e,r){let o=e>0?Math.max(-1,Math.min(1,t/e)):0;return S(r)[Math.round(d*(o||0))+d]}function H(t,e,r){let o=g(M(t,e,r));return{colour:o,ink:f(o)}}function k({values:t,cols:e,limit:r},o){let n=new ImageData(e,t.length/e);for(let a=0;a<t.length;a++)
n.data.set([...M(t[a],r,o),255],4*a);return n}function I(t,e,r){let o=({context:a,size:i,dark:s})=>{let c=e();c&&u(a,k(c,s),0,0,i)},n=new x(t,o,r);return()=>n.invalidate()}function U(t){let e=0;for(let r=0;r<t.length;r++)e=Math.max(e,Math.abs(t[r]));return e}function _(t){return String(Math.round(t*100)/100).replace("-","−")}export{P as a,T as b,E as c,H as d,I as e,U as f,_ as g};
//# sourceMappingURL=chunk-OXZNLZZY.js.map
