import{$ as C,Ha as d}from"./chunk-AOR3A7YD.js";var z=12,D=8,F=[8,68,24,44],L=15,O=420,B=`
.chart{min-width:0}
.chart svg{display:block;width:100%;overflow:visible;font-size:12px;font-variant-numeric:tabular-nums}
.chart .grid{stroke:var(--gsa-line)}
.chart text{fill:var(--gsa-muted)}
.chart .of{--of:var(--gsa-muted)}
.chart .of.z2{--of:var(--gsa-other)}.chart .of.group{--of:var(--gsa-accent)}.chart .of.frames{--of:var(--gsa-third)}
.chart .of.here{--of:var(--gsa-ink)}
.chart .of text{fill:var(--of);font-weight:650}
.chart .of path{fill:none;stroke:var(--of);stroke-width:1.75}
.chart .of path.dashed{stroke-dasharray:5 4}
.chart .of :is(circle,.square){fill:var(--of);stroke:var(--of);stroke-width:2}
.chart .of .ring{fill:var(--gsa-surface)}
@media (forced-colors:active){
.chart text,.chart .of text{fill:CanvasText}
.chart .of path,.chart .of :is(circle,.square){stroke:CanvasText}
.chart .of :is(circle,.square):not(.ring){fill:CanvasText}
.chart .of .ring{fill:Canvas}
}
`;function T({from:n,to:f,isLog:r},s){let e=t=>r?Math.log(t):t;return(e(s)-e(n))/(e(f)-e(n))}function M(n,f){let r=n.map((e,t)=>({y:e,i:t})).sort((e,t)=>e.y-t.y);for(let e=0;e<20*n.length;e++)for(let t=1;t<r.length;t++){let a=f-(r[t].y-r[t-1].y);a<=0||(r[t-1].y-=a/2,r[t].y+=a/2)}let s=[];for(let{y:e,i:t}of r)s[t]=e;return s}function N(n,f){let r=C(n,'<div class="chart"></div>'),s=null,e=0,t=()=>{let a=r.clientWidth||O;!s||a===e||(e=a,q(r,s,a))};if(typeof ResizeObserver=="function"){let a=new ResizeObserver(
t);a.observe(r),f.addEventListener("abort",()=>a.disconnect())}return a=>{[s,e]=[a,0],t()}}function q(n,{label:f,x:r,y:s,lines:e,height:t=220},a){n.replaceChildren();let l=d(n,"svg",{viewBox:`0 0 ${a} ${t}`,role:"img"});l.setAttribute("aria-label",f),l.style.height=`${t}px`;let g=Math.max(1,(parseFloat(getComputedStyle(l).fontSize)||0)/z),[E,k,y,x]=F.map(o=>o*g),$=o=>x+T(r,o)*(a-x-k),m=o=>t-y-T(s,o)*(t-E-y);for(let o of s.ticks){let i=m(o);d(l,"path",{class:"grid",d:`M${x} ${i.toFixed(1)}H${a-k}`});
let c={x:x-8,y:i+4,"text-anchor":"end"};d(l,"text",c).textContent=s.say?.(o)??String(o)}let w=-1/0;for(let o of r.ticks){let i=r.say?.(o)??String(o),[c,p]=[$(o),i.length*g*D/2];if(c-p<w)continue;w=c+p;let u={x:c,y:t-6,"text-anchor":"middle"};d(l,"text",u).textContent=i}let b=e.filter(({name:o},i)=>e.findIndex(c=>c.name===o)===i),S=M(b.map(({points:o})=>m(o.at(-1)[1])),L*g);for(let o of e){let i=d(l,"g",{class:`of ${o.kind}`}),c=o.points.map(([h,v])=>[$(h),m(v)]),p=c.map(([h,v])=>`${h.toFixed(1)}\
 ${v.toFixed(1)}`).join("L");d(i,"path",{class:o.isDashed?"dashed":"solid",d:`M${p}`});for(let[h,v]of o.isDashed?[]:c)A(i,o,h,v);let u=b.indexOf(o);if(u<0)continue;let I={x:c[c.length-1][0]+9,y:S[u]+4};d(i,"text",I).textContent=o.name}}function A(n,{isRing:f,isSquare:r},s,e){let t=f?"ring":"dot",a=`M${(s-3.5).toFixed(2)} ${(e-3.5).toFixed(2)}`;r?d(n,"path",{class:`${t} square`,d:`${a}h7v7h-7z`}):d(n,"circle",{class:t,cx:s,cy:e,r:f?4.5:4})}export{B as a,T as b,N as c,A as d};
//# sourceMappingURL=chunk-2XW65XTT.js.map
