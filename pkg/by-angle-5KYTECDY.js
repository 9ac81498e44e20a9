import{$ as A,Aa as m,Ba as z,Da as K,Ha as i,Ra as L,Sa as O,aa as p,ba as b,g as C,n as $,o as j}from"./chunk-AOR3A7YD.js";var R={drawings:"drawings by five writers unknown to them",digits:"digits of MNIST’s test set"},B={frames:"main",ordinary:"other",rotations:"third"},F=236,o={left:40,right:12,top:14,bottom:26},N=10,at=`
.by-angle{display:grid;gap:8px;min-width:0;padding:14px 16px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface)}
.by-angle .sub{color:var(--gsa-muted);font-size:0.8125rem;line-height:1.35}
.by-angle svg{display:block;width:100%;height:var(--plot-height,${F}px);cursor:pointer;overflow:visible}
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
`,P={name:"by-angle",title:"Right answers, at every angle",table:q},y=$(null),E=$(null),x=$("drawings");async function U(){if(!y.peek())try{E.value=null;let e=await O();y.value=e.filter(n=>n.byAngle)}catch(e){E.value=e}}function rt(){return y.value!==null}function st(e,n,t){let a=A(e,`<figure class="by-angle" part="by-angle">
      <figcaption>
        <h3>${P.title}</h3>
        <p class="sub">Per cent of <span class="asked"></span>. The networks learnt upright ones alone. Click to turn there.</p>
      </figcaption>
      <div class="which"></div>
      <div class="plot" role="slider" tabindex="0" aria-label="Right answers, by angle" aria-valuemin="0" aria-valuemax="359"></div>
      <p class="key"></p>
    </figure>`),r=p(a,".plot"),s=i(r,"svg",{"aria-hidden":"true"}),c=K(r,t),l=j(()=>({width:c.value,height:r.clientHeight||F})),u=i(s,"g",{});m(t,()=>W(u,l.value));let g=i(s,"g",{}),w=i(s,"line",{class:"hand",x1:0,x2:0,y1:o.top-8});m(t,()=>w.setAttribute("y2",String(l.value.height-o.bottom)));let S=z(a,t);m(t,()=>{S.value&&U()});let{show:G}=L(p(a,".which"),"What they are asked",{drawings:"drawings",digits:"digits"},d=>x.value=d,t,!1);m(t,()=>{b(p(a,".asked"),R[x.value]),G(x.value),J(g,y.value??[],
x.value,l.value)}),m(t,()=>{let d=n.turning.angle.value;w.setAttribute("transform",`translate(${T(d,c.value).toFixed(1)})`);let v=(y.value??[]).map(h=>({entry:h,...X(h,d)}));_(p(a,".key"),v,E.value),r.setAttribute("aria-valuenow",String(Math.round(d)%360));let M=v.map(({entry:h,near:k,right:I})=>`${h.title} ${I} % at ${k}°`);r.setAttribute("aria-valuetext",M.join(". "))}),r.addEventListener("click",d=>{let v=s.getBoundingClientRect(),M=v.width-o.left-o.right,h=(d.clientX-v.left-o.left)/M,k=360/
f;n.turning.turn(C(k*Math.round(Math.min(1,Math.max(0,h))*360/k)))},{signal:t}),r.addEventListener("keydown",d=>D(n,d),{signal:t})}var f=24;function D(e,n){let t=360/f,a={ArrowRight:t,ArrowUp:t,ArrowLeft:-t,ArrowDown:-t}[n.key];if(!a||n.ctrlKey||n.metaKey||n.altKey)return;n.preventDefault();let r=Math.round(e.turning.angle.peek()/t)*t;e.turning.turn(C(r+a))}function T(e,n){return o.left+e/360*(n-o.left-o.right)}function H(e,n){let t=n-o.bottom;return t-e/100*(t-o.top)}function W(e,{width:n,height:t}){
e.replaceChildren();let[a,r,s]=[o.left,n-o.right,t-o.bottom];for(let l of[0,25,50,75,100]){let u=H(l,t);i(e,"line",{class:"grid",x1:a,x2:r,y1:u,y2:u});let g=i(e,"text",{x:a-6,y:u+4,"text-anchor":"end"});g.textContent=String(l)}let c=H(N,t);i(e,"line",{class:"guess",x1:a,x2:r,y1:c,y2:c});for(let l of[0,90,180,270,360]){let u=T(l,n);i(e,"line",{class:"mark",x1:u,x2:u,y1:s,y2:s+6});let g=i(e,"text",{x:u,y:t-4,"text-anchor":"middle"});g.textContent=`${l}°`}}function J(e,n,t,{width:a,height:r}){e.replaceChildren();
for(let{byAngle:s,family:c}of n){let l=i(e,"g",{class:B[c]??"third"}),g=[...s[t],s[t][0]].map((w,S)=>`${T(360*S/f,a).toFixed(1)} ${H(w,r).toFixed(1)}`);i(l,"path",{class:"curve",d:`M${g.join("L")}`})}}function X({byAngle:e},n){let t=Math.round(n*f/360)%f;return{near:360*t/f,right:e[x.value][t]}}function _(e,n,t){e.replaceChildren(),t&&b(e,t.message);for(let{entry:a,near:r,right:s}of n){let c=A(e,`<span class="${B[a.family]??"third"}"><svg viewBox="0 0 26 8" aria-hidden="true"><path class="curve"\
 d="M0 4H26"/></svg><b></b> <small></small></span>`);b(p(c,"b"),a.title),b(p(c,"small"),`${s.toFixed(1)} % at ${r}°`)}n.length>0&&A(e,'<span><svg viewBox="0 0 26 8" aria-hidden="true"><path class="guess" d="M0 4H26"/></svg>guessing</span>')}function q(){let n=(y.value??[]).flatMap(({title:a,byAngle:r})=>Object.keys(R).map(s=>({column:`${a}, ${s}, right %`,values:r[s]}))),t=(n[0]?.values??[]).map((a,r)=>[360*r/f,...n.map(({values:s})=>s[r])]);return{columns:["Angle",...n.map(({column:a})=>a)],rows:t}}export{P as figure,rt as isWhole,st as mount,at as style};
//# sourceMappingURL=by-angle-5KYTECDY.js.map
