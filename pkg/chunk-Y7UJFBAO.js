import{E as k,W as f}from"./chunk-ML4EHQYL.js";var[E,y,$,x]=[8,68,24,44],z=15,F=420,D=`
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
`;function w({from:n,to:c,isLog:e},s){let o=t=>e?Math.log(t):t;return(o(s)-o(n))/(o(c)-o(n))}function L(n,c){let e=n.map((o,t)=>({y:o,i:t})).sort((o,t)=>o.y-t.y);for(let o=0;o<20*n.length;o++)for(let t=1;t<e.length;t++){let a=c-(e[t].y-e[t-1].y);a<=0||(e[t-1].y-=a/2,e[t].y+=a/2)}let s=[];for(let{y:o,i:t}of e)s[t]=o;return s}function H(n,c){let e=k(n,'<div class="chart"></div>'),s=null,o=0,t=()=>{let a=e.clientWidth||F;!s||a===o||(o=a,O(e,s,a))};if(typeof ResizeObserver=="function"){let a=new ResizeObserver(
t);a.observe(e),c.addEventListener("abort",()=>a.disconnect())}return a=>{[s,o]=[a,0],t()}}function O(n,{label:c,x:e,y:s,lines:o,height:t=220},a){n.replaceChildren();let l=f(n,"svg",{viewBox:`0 0 ${a} ${t}`,role:"img"});l.setAttribute("aria-label",c),l.style.height=`${t}px`;let u=r=>x+w(e,r)*(a-x-y),p=r=>t-$-w(s,r)*(t-E-$);for(let r of s.ticks){let i=p(r);f(l,"path",{class:"grid",d:`M${x} ${i.toFixed(1)}H${a-y}`});let d={x:x-8,y:i+4,"text-anchor":"end"};f(l,"text",d).textContent=s.say?.(r)??String(
r)}for(let r of e.ticks){let i={x:u(r),y:t-6,"text-anchor":"middle"};f(l,"text",i).textContent=e.say?.(r)??String(r)}let g=o.filter(({name:r},i)=>o.findIndex(d=>d.name===r)===i),b=L(g.map(({points:r})=>p(r.at(-1)[1])),z);for(let r of o){let i=f(l,"g",{class:`of ${r.kind}`}),d=r.points.map(([h,v])=>[u(h),p(v)]),C=d.map(([h,v])=>`${h.toFixed(1)} ${v.toFixed(1)}`).join("L");f(i,"path",{class:r.isDashed?"dashed":"solid",d:`M${C}`});for(let[h,v]of r.isDashed?[]:d)S(i,r,h,v);let m=g.indexOf(r);if(m<0)
continue;let T={x:d[d.length-1][0]+9,y:b[m]+4};f(i,"text",T).textContent=r.name}}function S(n,{isRing:c,isSquare:e},s,o){let t=c?"ring":"dot",a=`M${(s-3.5).toFixed(2)} ${(o-3.5).toFixed(2)}`;e?f(n,"path",{class:`${t} square`,d:`${a}h7v7h-7z`}):f(n,"circle",{class:t,cx:s,cy:o,r:c?4.5:4})}export{D as a,w as b,H as c,S as d};
//# sourceMappingURL=chunk-Y7UJFBAO.js.map
