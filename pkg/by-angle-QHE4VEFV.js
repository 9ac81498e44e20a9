import{Ba as l,Pa as L,Qa as O,g as C,ja as $,ka as g,la as y,n as k,va as v,wa as H,xa as K}from"./chunk-U56LVN4O.js";var R={drawings:"drawings by five writers unknown to them",digits:"digits of MNIST’s test set"},z={frames:"main",ordinary:"other",rotations:"third"},x=236,i={left:40,right:12,top:14,bottom:26},G=10,et=`
.by-angle{display:grid;gap:8px;min-width:0;padding:14px 16px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface)}
.by-angle .sub{color:var(--gsa-muted);font-size:0.8125rem;line-height:1.35}
.by-angle svg{display:block;width:100%;height:${x}px;cursor:pointer;overflow:visible}
.by-angle .grid{stroke:var(--gsa-line)}
.by-angle .mark{stroke:var(--gsa-ink);stroke-width:2}
.by-angle .guess{stroke:var(--gsa-muted);stroke-width:1.5;stroke-dasharray:1 3}
.by-angle text{fill:var(--gsa-muted);font-size:0.75rem;font-variant-numeric:tabular-nums}
.by-angle .curve{fill:none;stroke:var(--bar);stroke-width:2.5;stroke-linejoin:round}
.by-angle .other .curve{stroke-dasharray:6 4}
.by-angle .third .curve{stroke-dasharray:9 3 2 3}
.by-angle .hand{stroke:var(--gsa-ink);stroke-width:1.5}
.by-angle .key{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:0.8125rem;line-height:1.35;font-variant-numeric:tabular-nums}
.by-angle .key svg{display:inline-block;width:26px;height:8px;margin-inline-end:6px;vertical-align:middle}
.by-angle .key b{color:var(--bar)}
.by-angle .key small{font-size:inherit}
@media (forced-colors:active){
.by-angle .curve{stroke:CanvasText}
.by-angle .hand{stroke:Highlight}
}
`,I={name:"by-angle",title:"Right answers, at every angle",table:X},h=k(null),E=k(null),b=k("drawings");async function N(){if(!h.peek())try{E.value=null;let e=await O();h.value=e.filter(n=>n.byAngle)}catch(e){E.value=e}}function nt(){return h.value!==null}function at(e,n,t){let a=$(e,`<figure class="by-angle" part="by-angle">
      <figcaption>
        <h3>${I.title}</h3>
        <p class="sub">Per cent of <span class="asked"></span>. The networks learnt upright ones alone. Click to turn there.</p>
      </figcaption>
      <div class="which"></div>
      <div class="plot" role="slider" tabindex="0" aria-label="Right answers, by angle" aria-valuemin="0" aria-valuemax="359"></div>
      <p class="key"></p>
    </figure>`),r=g(a,".plot"),s=l(r,"svg",{"aria-hidden":"true"}),o=K(r,t),c=l(s,"g",{});v(t,()=>U(c,o.value));let d=l(s,"g",{}),A=l(s,"line",{class:"hand",x1:0,x2:0,y1:i.top-8,y2:x-i.bottom}),M=H(a,t);v(t,()=>{M.value&&N()});let{show:B}=L(g(a,".which"),"What they are asked",{drawings:"drawings",digits:"digits"},u=>b.value=u,t,!1);v(t,()=>{y(g(a,".asked"),R[b.value]),B(b.value),D(d,h.value??[],b.value,o.value)}),v(t,()=>{let u=n.turning.angle.value;A.setAttribute("transform",`translate(${j(u,o.
value).toFixed(1)})`);let m=(h.value??[]).map(p=>({entry:p,...W(p,u)}));J(g(a,".key"),m,E.value),r.setAttribute("aria-valuenow",String(Math.round(u)%360));let S=m.map(({entry:p,near:w,right:F})=>`${p.title} ${F} % at ${w}°`);r.setAttribute("aria-valuetext",S.join(". "))}),r.addEventListener("click",u=>{let m=s.getBoundingClientRect(),S=m.width-i.left-i.right,p=(u.clientX-m.left-i.left)/S,w=360/f;n.turning.turn(C(w*Math.round(Math.min(1,Math.max(0,p))*360/w)))},{signal:t}),r.addEventListener("ke\
ydown",u=>P(n,u),{signal:t})}var f=24;function P(e,n){let t=360/f,a={ArrowRight:t,ArrowUp:t,ArrowLeft:-t,ArrowDown:-t}[n.key];if(!a||n.ctrlKey||n.metaKey||n.altKey)return;n.preventDefault();let r=Math.round(e.turning.angle.peek()/t)*t;e.turning.turn(C(r+a))}function j(e,n){return i.left+e/360*(n-i.left-i.right)}function T(e){let n=x-i.bottom;return n-e/100*(n-i.top)}function U(e,n){e.replaceChildren();let[t,a,r]=[i.left,n-i.right,x-i.bottom];for(let o of[0,25,50,75,100]){let c=T(o);l(e,"line",{class:"\
grid",x1:t,x2:a,y1:c,y2:c});let d=l(e,"text",{x:t-6,y:c+4,"text-anchor":"end"});d.textContent=String(o)}let s=T(G);l(e,"line",{class:"guess",x1:t,x2:a,y1:s,y2:s});for(let o of[0,90,180,270,360]){let c=j(o,n);l(e,"line",{class:"mark",x1:c,x2:c,y1:r,y2:r+6});let d=l(e,"text",{x:c,y:x-4,"text-anchor":"middle"});d.textContent=`${o}°`}}function D(e,n,t,a){e.replaceChildren();for(let{byAngle:r,family:s}of n){let o=l(e,"g",{class:z[s]??"third"}),d=[...r[t],r[t][0]].map((A,M)=>`${j(360*M/f,a).toFixed(1)}\
 ${T(A).toFixed(1)}`);l(o,"path",{class:"curve",d:`M${d.join("L")}`})}}function W({byAngle:e},n){let t=Math.round(n*f/360)%f;return{near:360*t/f,right:e[b.value][t]}}function J(e,n,t){e.replaceChildren(),t&&y(e,t.message);for(let{entry:a,near:r,right:s}of n){let o=$(e,`<span class="${z[a.family]??"third"}"><svg viewBox="0 0 26 8" aria-hidden="true"><path class="curve" d="M0 4H26"/></svg><b></b> <small></small></span>`);y(g(o,"b"),a.title),y(g(o,"small"),`${s.toFixed(1)} % at ${r}°`)}n.length>0&&
$(e,'<span><svg viewBox="0 0 26 8" aria-hidden="true"><path class="guess" d="M0 4H26"/></svg>guessing</span>')}function X(){let n=(h.value??[]).flatMap(({title:a,byAngle:r})=>Object.keys(R).map(s=>({column:`${a}, ${s}, right %`,values:r[s]}))),t=(n[0]?.values??[]).map((a,r)=>[360*r/f,...n.map(({values:s})=>s[r])]);return{columns:["Angle",...n.map(({column:a})=>a)],rows:t}}export{I as figure,nt as isWhole,at as mount,et as style};
//# sourceMappingURL=by-angle-QHE4VEFV.js.map
