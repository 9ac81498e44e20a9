import{$ as m,Aa as f,Fa as w,G as A,Ga as b,Ha as h,Ka as y,L,Na as P,Oa as C,aa as p,ba as g,ca as S,da as E,g as x,pa as M,ra as O,y as I,za as k}from"./chunk-AOR3A7YD.js";var q=6,T=.3,ie=`
.dock{position:sticky;bottom:0;z-index:2;height:0;visibility:hidden;opacity:0;transition:opacity 200ms,visibility 200ms}
.dock[data-shown]{visibility:visible;opacity:1}
.dock-sheet{
position:absolute;inset:auto 0 0;height:calc(112px + env(safe-area-inset-bottom,0px));padding:8px 12px calc(8px + env(safe-area-inset-bottom,0px));
display:grid;grid-template-columns:96px minmax(0,1fr) auto;gap:0 10px;align-items:center;
border-top:1px solid var(--gsa-line-strong);background:var(--gsa-surface);box-shadow:0 -6px 20px rgb(0 0 0 / 0.08);
cursor:ew-resize;touch-action:pan-y;-webkit-user-select:none;user-select:none;-webkit-tap-highlight-color:transparent;
}
.dock-sheet:focus-visible{outline-offset:-4px}
.dock .small{position:relative;width:96px;height:96px;padding:0;border:0;border-radius:50%;background:none;cursor:inherit;touch-action:inherit}
.dock .small svg{position:absolute;inset:0;width:100%;height:100%}
.dock .small canvas{position:absolute;inset:24%;width:52%;height:52%}
.dock .run{fill:none;stroke:var(--of);stroke-width:5}
.dock .run.kept{stroke-width:18}
.dock .run.unasked{stroke:var(--gsa-line-strong)}
.dock .main{--of:var(--gsa-accent)}
.dock .other{--of:var(--gsa-other)}
.dock .third{--of:var(--gsa-third)}
.dock .hand{stroke:var(--gsa-ink);stroke-width:8}
.dock .head{fill:var(--gsa-ink)}
.dock .turned{font-size:1.625rem;line-height:1.1;font-weight:700;font-variant-numeric:tabular-nums}
.dock .how{color:var(--gsa-muted);font-size:0.8125rem;line-height:1.3}
.dock-answers{display:flex;gap:16px}
.dock-answer{display:grid;justify-items:center;color:var(--of)}
.dock-answer .said{font:700 2.5rem/1 var(--gsa-font-digit,Georgia,"Palatino Linotype",Palatino,"P052",serif);font-variant-numeric:lining-nums;white-space:nowrap}
.dock-answer .mark{margin-inline-start:4px;font:700 1.0625rem/1 ui-sans-serif,system-ui,sans-serif}
.dock-answer .who{max-width:7.5em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:0.75rem;font-weight:650}

.inside :is(button,select,input,summary){scroll-margin-bottom:128px}
@media (max-width:359px){
.dock-sheet{gap:0 8px}
.dock-answers{gap:8px}
.dock .how{display:none}
}
@media (forced-colors:active){
.dock .main{--of:LinkText}
.dock .other{--of:CanvasText}
.dock .third{--of:Highlight}
}
`;function oe(d,i,r,e){let o=m(d,`<section class="dock" lang="en" dir="ltr" aria-label="Drawing and answers, small">
      <div class="dock-sheet" part="dock" role="slider" tabindex="0" aria-label="Turn the drawing from here" aria-valuemin="0" aria-valuemax="359">
        <div class="small"><svg viewBox="-280 -280 560 560" aria-hidden="true"></svg><canvas aria-hidden="true"></canvas></div>
        <div><p class="turned"></p><p class="how">‹ drag to turn ›</p></div>
        <div class="dock-answers"></div>
      </div>
    </section>`),a=p(o,".dock-sheet");D(o,r,e);let s=p(o,".dock-answers");b(r,e,(c,t,l)=>[F(s,r,c,t,l)]),f(e,()=>{let c=r.turning.angle.value,t=String(Math.round(c)%360);g(p(o,".turned"),`${t}°`),a.setAttribute("aria-valuenow",t),a.setAttribute("aria-valuetext",K(r,c))}),a.addEventListener("keydown",c=>P(r,c),{signal:e}),N(a,r,e);let n=m(d,"<div></div>");e.addEventListener("abort",()=>n.remove()),U(o,i,n,e)}function D(d,i,r){let e=d.querySelector("svg");b(i,r,(t,l,v)=>{let u=h(e,"g",{class:w(l)}),
$=190+28*l;return f(v,()=>{u.replaceChildren();let z=i.isUntaught.value?null:t.value?.round.value;for(let{from:B,to:G,digit:R,kept:j}of M(I(z??new Map,L)))h(u,"path",{class:R===null?"run unasked":j?"run kept":"run",d:O(B,G,$)})}),[u]});let o=h(e,"g",{});h(o,"line",{class:"hand",x1:0,y1:-150,x2:0,y2:-y.knob}),h(o,"circle",{class:"head",r:34,cx:0,cy:-y.knob+16});let{drawing:a,turning:s}=i;f(r,()=>o.setAttribute("transform",`rotate(${-s.angle.value})`));let n=d.querySelector("canvas"),c=new E(n,({context:t,
size:l,colour:v})=>{t.save(),t.scale(l,l),t.translate(.5,.5),t.rotate(-s.angle.peek()*Math.PI/180),t.translate(-.5,-.5),t.strokeStyle=v("ink"),t.lineWidth=.085,t.lineCap=t.lineJoin="round",t.beginPath();for(let u of a.strokes.peek())A(t,u);t.stroke(),t.restore()},r);f(r,()=>{a.strokes.value,s.angle.value,i.dark.value,c.invalidate()})}function F(d,i,r,e,o){let a=m(d,`<div class="dock-answer ${w(e)}"><p class="said"><span class="digit-small"></span><span class="mark"></span></p><p class="who"></p>\
</div>`);return f(o,()=>g(p(a,".who"),C(i,e))),f(o,()=>{let s=i.isUntaught.value?null:r.value?.shown.value,{upright:n}=s??{},c=n&&n.digit===s?.prediction.digit;g(p(a,".digit-small"),String(s?.prediction.digit??"–"));let t=!!s&&(i.lateness.late.value||i.asking.unanswered.value);g(p(a,".mark"),t?"…":n?c?"✓":"✗":"")}),a}function K({networks:d,isUntaught:i},r){if(i.value)return k(r);let e=d.shown.value.flatMap(({shown:o},a)=>{let s=o.value?.prediction.digit;return s===void 0?[]:[`${d.names.value[a]}\
 says ${s}`]});return[k(r),...e].join(", ")}function N(d,{turning:i},r){let e=null,o=n=>{!n.isPrimary||n.button!==0||(e={id:n.pointerId,from:n.clientX,at:i.angle.peek(),drags:!1})},a=n=>{if(e?.id!==n.pointerId)return;let c=n.clientX-e.from;if(!(!e.drags&&Math.abs(c)<q)){if(!e.drags){e.drags=!0;try{d.setPointerCapture(n.pointerId)}catch{}}i.turn(x(Math.round(e.at+c)),!1)}},s=n=>{e?.id===n.pointerId&&(e.drags&&i.turn(i.angle.peek()),e=null)};d.addEventListener("pointerdown",o,{signal:r}),d.addEventListener(
"pointermove",a,{signal:r});for(let n of["pointerup","pointercancel"])d.addEventListener(n,s,{signal:r})}function U(d,i,r,e){if(typeof IntersectionObserver!="function")return;let[o,a]=[!1,!1],s=new IntersectionObserver(n=>{for(let{target:t,isIntersecting:l,intersectionRatio:v,boundingClientRect:u}of n)t===i?o=u.width>0&&u.top<0&&v<T:a=!l&&u.top>0;let c=o&&a;c||S(d),d.toggleAttribute("data-shown",c)},{threshold:[0,T],rootMargin:"0px 0px 48px"});s.observe(i),s.observe(r),e.addEventListener("abort",
()=>s.disconnect())}export{oe as mount,ie as style};
//# sourceMappingURL=dock-6GMYAXAW.js.map
