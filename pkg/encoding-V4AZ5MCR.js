import{a as y,b as Q,c as Z,d as ee,e as F,f as te,g as A,h as k}from"./chunk-V5P6BLJU.js";import{b as J,m as W}from"./chunk-QSG73A2O.js";import"./chunk-SAQ4M75O.js";import{a as ne,b as se}from"./chunk-KIXPVPEJ.js";import"./chunk-V5GLOMRD.js";import{d as O}from"./chunk-HQ6Y7CYM.js";import{a as V,c as X,d as Y}from"./chunk-QPO4OS6Q.js";import{$ as C,Aa as S,Ba as U,K as z,aa as p,ba as w,da as B,ga as L,xa as N,ya as K}from"./chunk-AOR3A7YD.js";var ie={name:"encoding",title:"So a turn has only the encoding to act on",table:we},ce=3,de=.22,Pe=`
${V}
${ne}
.encoding{display:grid;grid-template-columns:minmax(0,1fr);gap:14px;padding:14px 16px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface);min-width:0;line-height:1.4}
.encoding .sub{max-width:66ch;color:var(--gsa-muted);font-size:0.875rem}
.encoding .act{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 14px;align-items:center;font-size:0.9375rem;font-variant-numeric:tabular-nums}
.encoding .act output{display:inline-block;min-width:4ch;font-weight:700}
.encoding .act input{width:100%;min-height:44px;margin:0;padding:0;border:0;background:none;accent-color:var(--gsa-accent)}
.encoding .ticks{position:relative;grid-column:2;height:20px;margin-inline:8px;color:var(--gsa-muted);font-size:0.75rem}
.encoding .ticks span{position:absolute;transform:translateX(-50%)}
.encoding :is(.act,.body,.boxes){max-width:980px}
.encoding .body{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:16px 24px;align-items:center}
.encoding .land{width:100%;max-width:440px;aspect-ratio:1}
.encoding .windows{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:6px 12px}
.encoding .windows canvas{width:100%;aspect-ratio:1}
.encoding .windows span{font-size:0.8125rem;color:var(--gsa-muted)}
.encoding .boxes{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:14px}
.encoding .box{padding:10px 14px;border:1px solid var(--gsa-line);border-radius:12px;font-size:0.875rem}
.encoding .mix .guess{padding:0;border:0;border-radius:0}
@media screen{
.encoding[data-guessing] .of-mix{visibility:hidden}
.encoding[data-guessing] .mix > :not(.guess){display:none}
}
.encoding .box > b{display:block;font-size:1.625rem;line-height:1.25;white-space:nowrap;font-variant-numeric:tabular-nums}
@container (max-width:559px){
.encoding{padding:12px 10px}
.encoding .body,.encoding .boxes{grid-template-columns:minmax(0,1fr)}
}
`;function le(e){return k(e).wish}function G(e){let t=e?.parts.windowRows??0,n=t**2*180*(e?.encoding.rowChannels??0);return t<=Z&&(e?.encoding.rows.length??0)>=n?e:null}function ae(e,t){let{heads:n}=t.parts,c=W(e).head.value,s=c===J?n-1:Math.min(c,n-1),o=k(e).act.value,r=ee(t,s),a=F(r,0),i=F(r,o),u=te(a,o),d=Math.min(...r.curves.rows)+Math.min(...r.curves.cols),l=Math.max(...r.curves.rows)+Math.max(...r.curves.cols);return{head:s,degrees:o,landscape:r,sampled:i,mixed:u,limit:(l-d)/2,middle:(l+d)/
2}}function Ce(e,t,n){let c=k(t),s=C(e,`<figure class="encoding" part="encoding">
      <figcaption><h3>${ie.title}</h3><p class="sub"></p></figcaption>
      <p class="trouble"></p>
      <div class="act"><label>act by <output></output></label><input type="range" min="0" max="360" step="1" aria-label="Act by"><div class="ticks" aria-hidden="true"></div></div>
      <div class="body"><canvas class="land" role="img"></canvas>
        <div class="windows"><span class="what">read there</span><span class="of-mix">as a picture, turned</span><span class="of-mix">off by</span><canvas class="sampled" role="img"></canvas><canvas class="of-mix mixed" role="img"></canvas><canvas class="of-mix off" role="img"></canvas></div></div>
      <div class="boxes"><div class="box read"><b></b><p></p></div><div class="box mix"><b></b><p></p></div></div>
    </figure>`);pe(s,t,n),ue(s,t,n);let o=null,r=["land","sampled","mixed","off"].map(a=>{let i=p(s,`canvas.${a}`),u=d=>{o&&(a==="land"?me(d,o):fe(d,o,a))};return new B(i,u,n)});S(n,()=>{t.dark.value;let a=G(c.last);o=a&&ae(t,a);for(let u of r)u.invalidate();he(s,a,o),Y([p(s,".body"),p(s,".boxes")],c.now!==null);let i=W(t).error.value;p(s,".trouble").hidden=!i,w(p(s,".trouble"),i?.message??""),!i&&c.now&&!a&&(p(s,".trouble").hidden=!1,w(p(s,".trouble"),"The window of this network is too large to\
 be seen."))}),X(s,t,()=>G(c.last)!==null,n),t.study.join(le,U(s,n),n)}function ue(e,t,n){let c=k(t),s=se(p(e,".mix"),"Turned as a picture instead: the same numbers?",[["Yes",!0],["No",!1]],c.pictureGuess,o=>c.guessedPicture(o),n);S(n,()=>{let o=c.pictureGuess.value;e.toggleAttribute("data-guessing",o===null),w(s,o===null?"":`${o?"No":"Right"}: between the ticks they are blended.`)})}function pe(e,t,n){let c=k(t),s=p(e,"input"),o=!1;s.addEventListener("keydown",()=>o=!0,{signal:n}),s.addEventListener(
"pointerdown",()=>o=!1,{signal:n}),s.addEventListener("input",()=>{let r=Number(s.value),a=oe(c.last).find(i=>Math.abs(i-r)<=ce);c.turnDots(o?r:a??r)},{signal:n}),S(n,()=>{let r=c.act.value;Number(s.value)%360!==r&&(s.value=String(r)),s.setAttribute("aria-valuetext",`${r}°`),w(p(e,"output"),`${r}°`);let a=p(e,".ticks"),i=oe(c.last).filter((u,d,{length:l})=>l<=9||d%2===0);if(a.childElementCount!==i.length){a.replaceChildren();for(let u of i){let d=C(a,"<span></span>");d.style.left=`${100*u/360}\
%`,w(d,`${Math.round(u)}°`)}}})}function oe(e){return[...(e?.elements??[]).filter(({mirror:n})=>!n).map(({degrees:n})=>n),360]}function me({context:e,size:t,colour:n,dark:c},{degrees:s,landscape:o,limit:r,middle:a}){let{rows:i,cols:u}=o.curves,d=t/e.canvas.clientWidth||1,l=Math.round(de*t),b=t-l-Math.ceil(d),v=new Float32Array(y*y);for(let m=0;m<y;m++)for(let f=0;f<y;f++)v[m*y+f]=i[m]+u[f]-a;L(e,O(v,y,r,c),l,l,b),e.strokeStyle=n("line-strong"),e.lineWidth=d,e.strokeRect(l,l,b,b);let g=m=>l+(m/Q+
1)/2*b,E=l-14*d,$=m=>{let[f,x]=[Math.min(...m),Math.max(...m)];return P=>6*d+(P-f)/(x-f||1)*E},{points:h,rows:R,cols:re}=o.sampled(s),[H,I]=[$(i),$(u)];e.strokeStyle=n("ink"),e.lineWidth=2*d;for(let[m,f]of[[i,!0],[u,!1]])e.beginPath(),m.forEach((x,P)=>{let D=l+P/(y-1)*b,j=l-(f?H(x):I(x));e.lineTo(f?j:D,f?D:j)}),e.stroke();let T=(m,f,x)=>{e.beginPath(),e.arc(m,f,x*d,0,2*Math.PI),e.fillStyle=n("surface"),e.fill(),e.stroke()};e.strokeStyle=n("accent"),e.lineWidth=1.5*d,h.forEach(([m,f],x)=>{T(l-H(R[x]),
g(m),2),T(g(f),l-I(re[x]),2)});let M=Math.round(Math.sqrt(h.length)),q=[0,M-1,M*M-1,M*(M-1)].map(m=>h[m]);e.beginPath();for(let[m,f]of[...q,q[0]])e.lineTo(g(f),g(m));let _=h[(M-1)/2];e.moveTo(g(0),g(0)),e.lineTo(g(_[1]),g(_[0])),e.stroke();for(let[m,f]of h)T(g(f),g(m),4)}function fe({context:e,size:t,colour:n,dark:c},{sampled:s,mixed:o,limit:r,middle:a},i){let u=o.map((v,g)=>v-s[g]+a),d=i==="sampled"?s:i==="mixed"?o:u,l=Math.round(Math.sqrt(d.length)),b=Float32Array.from(d,v=>v-a);L(e,O(b,l,r,c),
0,0,t),e.strokeStyle=n("line-strong"),e.lineWidth=2,e.strokeRect(1,1,t-2,t-2)}function he(e,t,n){let c="To act by an angle, read it at turned points: the dots slide, the landscape stays. Ink is a high score, violet a low one.";if(!t||!n){w(p(e,".sub"),c);return}let{head:s,degrees:o,landscape:r,sampled:a,mixed:i}=n;w(p(e,".sub"),`For what this pixel asks, head ${s+1} of ${z(t.name)}’s lifting layer has learnt two curves; their sum is a landscape. ${c}`);let[,u,d]=[".land",".box.read",".box.mix"].
map(h=>p(e,h)),l=ge(t,s,o),b=A(i,a);if(l){let h=A(l,a);w(p(u,"b"),K(h)),w(p(u,"p"),`is how far these ${a.length} scores are from those of the network itself at ${o}°, an element of its group, as a share of their spread.`)}else w(p(u,"b"),`${a.length} numbers`),w(p(u,"p"),t.elements.some(h=>!h.mirror&&h.degrees===o)?"read off the curves. Here the window reaches out of the picture, where the network reads nothing: choose a pixel further in.":`read off the curves at ${o}°, where no element of the \
group stands: nothing is mixed. At the group’s angles the network reads the very same.`);w(p(d,"b"),N(b)),w(p(d,"p"),b<1e-6?"is by how much the numbers turned as a picture miss: at quarter turns pixels fall on pixels. Try between the ticks.":"of their spread is by how much the numbers of 0°, turned as a picture and blended, miss what the layer would see.");let v=(h,R)=>p(e,`canvas.${h}`).setAttribute("aria-label",R),{rows:g,cols:E}=r.curves,$=h=>`${Math.min(...h).toFixed(1)} to ${Math.max(...h).
toFixed(1)}`;v("land",`Landscape of scores with the window’s dots turned by ${o}°; the row curve goes from ${$(g)}, the column curve from ${$(E)}`),v("sampled",`Scores read at ${o}°: ${$(a)}`),v("mixed",`Scores of 0° turned as a picture by ${o}°: ${$(i)}`),v("off",`Their difference, ${N(b)} of the spread`)}function ge({elements:e,parts:t},n,c){let s=e.findIndex(a=>!a.mirror&&Math.abs(a.degrees-c)<1e-9);if(s<0)return null;let o=t.windowRows*t.windowCols,r=(n*t.outputElements+s)*t.queryElements*
o;return t.inside.some(a=>!a)?null:Array.from({length:o},(a,i)=>t.rows[r+i]+t.cols[r+i])}function we(e){let t=G(k(e).now),n=[];if(t){let{sampled:s,mixed:o,landscape:r,degrees:a}=ae(e,t),{points:i}=r.sampled(a),u=t.parts.windowCols;s.forEach((d,l)=>{let b=`${Math.floor(l/u)+1}, ${l%u+1}`;n.push([b,...i[l],d,o[l]])}),n.push(["off by","","",0,A(o,s)])}return{columns:["Row, column","Read at row","Read at column","Score","As a picture, turned"],rows:n}}export{ie as figure,Ce as mount,ge as ownOf,Pe as style,le as wants};
//# sourceMappingURL=encoding-V4AZ5MCR.js.map
