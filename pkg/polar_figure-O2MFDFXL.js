import{$ as w,Aa as x,Fa as H,Ga as P,H as D,Ha as b,Ia as A,Ka as g,L as m,La as N,Ma as R,Na as T,Oa as M,aa as y,ba as $,g as L,na as E,oa as G,qa as j,sa as C,x as S,y as k,z,za as I}from"./chunk-AOR3A7YD.js";var K=3,U=[[],["inner","outer"],["inner","middle","outer"]],q=g.knob+22,ut={name:"polar",title:"Answers all round",table:V},pt=`
.polar-figure{display:grid;gap:10px;justify-items:center}
.polar-face{position:relative;width:min(100%,536px);aspect-ratio:1;border-radius:50%;cursor:pointer;touch-action:pan-y;-webkit-user-select:none;user-select:none;-webkit-tap-highlight-color:transparent}
.polar .paper{fill:var(--gsa-surface);stroke:var(--gsa-line-strong);stroke-width:1}
.polar .ink{fill:none;stroke:var(--gsa-ink);stroke-width:0.062;stroke-linecap:round;stroke-linejoin:round}
.polar .hand{stroke:var(--gsa-ink);stroke-width:2}
.polar .hand-end{fill:var(--gsa-ink);stroke:var(--gsa-surface);stroke-width:2}
.polar .hand-angle{fill:var(--gsa-ground);font-size:13px;font-weight:700;text-anchor:middle;dominant-baseline:central;font-variant-numeric:tabular-nums}
.polar-grip{position:absolute;width:44px;height:44px;margin:-22px;border-radius:50%;cursor:grab;touch-action:none}
.polar-grip:active{cursor:grabbing}
.polar-words{width:min(100%,536px);display:grid;gap:2px;font-size:0.9375rem}
.polar-words b{color:var(--bar,inherit)}
.polar-words .how{color:var(--gsa-muted);font-size:0.8125rem}
@container (max-width:460px){
.polar .hand-end{r:30px}
.polar .hand-angle{font-size:22px}
}
@media (forced-colors:active){
.polar .hand-end{fill:Highlight}
.polar .hand-angle{fill:HighlightText}
}
`;function ct({networks:r,rounds:n}){return r.loaded.value.every(a=>z(a.round.value,n.anglesOf(a)).length===0)}function dt(r,n,a){let o=w(r,`<div class="polar-figure">
      <div class="polar-face" part="dial" role="slider" tabindex="0" aria-label="Turn the drawing, and read the answers there" aria-valuemin="0" aria-valuemax="359">
      </div>
    </div>`),i=y(o,".polar-face");W(i,n,a);let e=w(i,'<div class="polar-grip" part="knob"></div>');_(i,e,n,a),x(a,()=>{let l=n.turning.angle.value,{x:u,y:s}=E(l,50*g.knob/g.half);Object.assign(e.style,{left:`${50+u}%`,top:`${50+s}%`}),i.setAttribute("aria-valuenow",String(Math.round(l)%360)),i.setAttribute("aria-valuetext",J(n))}),F(o,n,a)}function F(r,n,a){let o=w(r,'<div class="polar-words"><div></div></div>'),i=o.firstElementChild;P(n,a,(e,l,u)=>{let s=w(i,`<p class="${H(l)}"><b></b><span></s\
pan></p>`);return x(u,()=>{$(y(s,"b"),M(n,l));let p=U[n.networks.shown.value.length-1]?.[l],f=n.isUntaught.value?"random weights, answers mean nothing":e.value?Q(e.value):"";$(y(s,"span"),`${p?` (${p} ring)`:""}: ${f}`)}),[s]}),w(o,'<p class="how">Thick: read as upright. Line: how sure of that.</p>')}function W(r,n,a){let o=R(r,n,a);o.removeAttribute("role"),o.setAttribute("aria-hidden","true");let i=b(o,"g",{});b(i,"circle",{class:"paper",r:g.pad});let e=b(i,"g",{}),l=2*g.pad,u=b(e,"path",{class:"\
ink",transform:`scale(${l}) translate(-0.5 -0.5)`}),s=b(o,"line",{class:"hand"}),p=b(o,"circle",{class:"hand-end",r:20}),f=b(o,"text",{class:"hand-angle"});return x(a,()=>u.setAttribute("d",D(n.drawing.strokes.value))),x(a,()=>{let v=n.turning.angle.value;e.setAttribute("transform",`rotate(${(-v).toFixed(2)})`);let[t,c]=[g.unsure,g.knob].map(d=>E(v,d));A(s,{x1:t.x,y1:t.y,x2:c.x,y2:c.y}),A(p,{cx:c.x,cy:c.y}),A(f,c),$(f,`${Math.round(v)%360}°`)}),o}function _(r,n,a,o){let{turning:i}=a,e=null,l=null,
u=({clientX:t,clientY:c})=>{let d=r.getBoundingClientRect(),[h,O]=[t-d.left-d.width/2,c-d.top-d.height/2],B=Math.hypot(h,O)/d.width*2*g.half;return{degrees:G(h,O),isInside:B<=q}},s=(t,c)=>{let d=Math.round(t/90)*90,h=Math.abs(t-d)<=K?d:t;i.turn(L(Math.round(h*10)/10),c)},p=t=>{if(!t.isPrimary||t.button!==0||e)return;let{degrees:c,isInside:d}=u(t),h=t.target===n;if(!(!h&&!d)){if(!h&&t.pointerType==="touch"){l=t.pointerId;return}t.preventDefault(),r.focus({preventScroll:!0});try{r.setPointerCapture(
t.pointerId)}catch{}e={id:t.pointerId,offset:h?c-i.angle.peek():0},h||s(c,!1)}},f=t=>{e?.id===t.pointerId&&(t.buttons===0?v(t):s(u(t).degrees-e.offset,!1))},v=t=>{e?.id===t.pointerId?i.turn(i.angle.peek()):l===t.pointerId&&t.type==="pointerup"&&s(u(t).degrees,!0),e=l=null};r.addEventListener("pointerdown",p,{signal:o}),r.addEventListener("pointermove",f,{signal:o});for(let t of["pointerup","pointercancel","lostpointercapture"])r.addEventListener(t,v,{signal:o});r.addEventListener("keydown",t=>T(
a,t),{signal:o})}function J(r){let{turning:n,networks:a,isUntaught:o}=r,i=n.angle.value;if(o.value)return I(i);let e=a.shown.value.map(({round:l},u)=>{let p=k(l.value,m)[Math.round(i/360*m)%m],f=M(r,u);return p?`${f} reads ${p.digit}, ${C(p.probabilities[p.digit])}`:`${f} not asked yet`});return[I(i),...e].join("; ")}function Q({round:r}){let n=S(r.value);if(!n)return"not asked yet";let{asked:a,kept:o}=j(k(r.value,m));return`still ${n.digit} at ${o} of ${a} angles`}function V({networks:r,isUntaught:n}){
let a=["Angle"];if(n.value)return{columns:a,rows:[]};let o=r.shown.value.map(({round:e})=>k(e.value,m));for(let[e,l]of o.entries()){let u=r.names.value[e];a.push(`${u} reads`,`${u}: probability of ${l[0]?.digit??"its upright answer"}`)}let i=[];for(let e=0;e<m;e++){let l=o.map(s=>({here:s[e],upright:s[0]}));if(!l.some(({here:s})=>s))continue;let u=l.flatMap(({here:s,upright:p})=>[s?.digit??"",s&&p?X(s.probabilities[p.digit]):""]);i.push([360*e/m,...u])}return{columns:a,rows:i}}function X(r){return Math.
round(1e4*r)/1e4}export{W as draw,ut as figure,ct as isWhole,dt as mount,F as mountBesidePad,pt as style,N as wants};
//# sourceMappingURL=polar_figure-O2MFDFXL.js.map
