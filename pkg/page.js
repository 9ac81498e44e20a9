import"./opening.js";import"./define.js";var B={r:"random",b:"break",h:"hide",escape:"leave"};function F({key:t,shiftKey:e,ctrlKey:n,metaKey:o,altKey:r}){if(o||r)
return null;let c=e?90:15,s={PageDown:1,ArrowDown:1,PageUp:-1,ArrowUp:-1}[t];return s?{go:s}:t==="ArrowRight"?n?{go:1}:{
turn:c}:t==="ArrowLeft"?n?{go:-1}:{turn:-c}:n?null:/^\d$/.test(t)?{sample:Number(t)}:B[t.toLowerCase()]??null}var Q={back15:{
turn:-15},turn15:{turn:15},turn90:{turn:90},random:"random",break:"break",next:{go:1},hide:"hide",leave:"leave"};function K(t){
let e=t.composedPath()[0];return e instanceof Element&&e.matches("input, select, textarea, [data-keys]")}function M(t,e){
let{documentElement:n}=document,o=[...document.querySelectorAll(".lessons section")],r=document.querySelector(".lesson-s\
teps"),c=document.querySelector(".lesson-place"),s=document.querySelector(".lesson-keys");r.append(...o.map(()=>document.
createElement("li")));let a=null,l=0,i=u=>{l=Math.min(Math.max(0,u),o.length-1);for(let f of[o,[...r.children]])f.forEach(
(p,x)=>p.toggleAttribute("data-current",x===l));n.dataset.shows=o[l].dataset.shows,c.textContent=`${l+1} of ${o.length} \
· ${o[l].dataset.name}`,$({view:"class",section:String(l+1)}),o[l].querySelector("h1")?.focus({preventScroll:!0})},d=(u=0)=>{
if(a)return;let f=e.getAttribute("theme");n.dataset.view="class",e.toggleAttribute("large",!0),e.setAttribute("theme","l\
ight"),scrollTo(0,0),a=()=>{for(let p of["view","shows","keys"])delete n.dataset[p];e.removeAttribute("large"),f===null?
e.removeAttribute("theme"):e.setAttribute("theme",f),$({view:null,section:null}),t.focus({preventScroll:!0})},i(u)},h=u=>{
if(u==="leave")a?.(),a=null;else if(u==="hide")n.dataset.keys?delete n.dataset.keys:n.dataset.keys="hidden";else if(u===
"random"){let{weights:f,seed:p}=e.trial,x=f==="random";e.trial={...e.trial,weights:x?"trained":"random",seed:p+1}}else if(u===
"break"){let{positions:f}=e.trial;e.trial={...e.trial,positions:f==="still"?"turning":"still"}}else"go"in u?i(l+u.go):"t\
urn"in u?e.angle+=u.turn:(e.removeAttribute("sample"),e.setAttribute("sample",String(u.sample)))};t.addEventListener("cl\
ick",()=>d()),s.addEventListener("click",u=>{let f=u.target.closest("button"),p=Q[f?.dataset.do??""];p&&h(p)}),document.
addEventListener("keydown",u=>{let f=a&&!K(u)?F(u):null;f&&(u.preventDefault(),u.stopPropagation(),h(f))},{capture:!0});
let w=new URLSearchParams(location.search);w.get("view")==="class"&&d((Number(w.get("section"))||1)-1)}function $(t){let e=new URL(
location.href);for(let[n,o]of Object.entries(t))o===null?e.searchParams.delete(n):e.searchParams.set(n,o);try{history.replaceState(
null,"",e)}catch{}}var S=500,b=2e4,A=8;var O="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",k="-";function R(t){return t?{digits:3,from:-A,
size:2*A,levels:64**3-1}:{digits:2,from:0,size:1,levels:64**2-1}}function N(t,e){return t.map(n=>V(Z(n,e))).join(".")}function V(t){
let e=!t.every(({x:a,y:l})=>a>=0&&a<=1&&l>=0&&l<=1),{digits:n,from:o,size:r,levels:c}=R(e),s=e?k:"";for(let a of t.flatMap(
({x:l,y:i})=>[l,i])){let l=Math.round(c*(a-o)/r);for(let i=n-1;i>=0;i--)s+=O[l>>6*i&63]}return s}function P(t){if(t.length>
6*b+2*S||!/^[\w.-]*$/.test(t))return null;let e=[],n=0;for(let o of t.split(".")){if(o==="")continue;let r=J(o);if(!r)return null;
n+=r.length,e.push(r)}return e.length<=S&&n<=b?e:null}function J(t){let e=t.length%2===1&&t.startsWith(k),{digits:n,from:o,
size:r,levels:c}=R(e),s=e?t.slice(k.length):t;if(s===""||s.length%(2*n)!==0)return null;let a=i=>{let d=0;for(let h=i;h<
i+n;h++)d=64*d+O.indexOf(s[h]);return o+r*d/c},l=[];for(let i=0;i<s.length;i+=2*n)l.push({x:a(i),y:a(i+n)});return l}var L=500;
function Z(t,e=.003){if(t.length<3)return t;let n=t.length-1,o=new Uint8Array(t.length);o[n]=1;let r=[];for(let c=0;c<n;c+=
L)r.push([c,Math.min(c+L,n)]);for(let c=r.pop();c;c=r.pop()){let[s,a]=c;o[s]=1;let l=e,i=-1;for(let d=s+1;d<a;d++){let h=tt(
t[d],t[s],t[a]);h>l&&(l=h,i=d)}i<0||r.push([s,i],[i,a])}return t.filter((c,s)=>o[s])}function tt(t,e,n){let o=n.x-e.x,r=n.
y-e.y,c=o*o+r*r,s=c>0?Math.min(1,Math.max(0,((t.x-e.x)*o+(t.y-e.y)*r)/c)):0;return Math.hypot(t.x-e.x-s*o,t.y-e.y-s*r)}var U={weights:"trained",seed:1,positions:"turning",index:"exact"};var et=2048,nt=[.003,.006,.012,.025,.05],ot=2e5,rt=3,T=/^[\w-]{1,40}$/;function _(t,e=""){let{strokes:n=[],angle:o=0,networks:r=[],
layer:c,channel:s,figure:a,trial:l}=t,i=[`a=${Math.round(o*10)/10}`];r.length>0&&r.every(u=>T.test(u))&&i.push(`n=${r.join(
",")}`),c!==void 0&&i.push(`l=${c}`),s!==void 0&&i.push(`c=${s}`),a&&i.push(`f=${a}`);let d=l?st(l):"";d&&i.push(`t=${d}`);
let[h,...w]=i;for(let u of nt){let f=n.length>0?[`s=${N(n,u)}`]:[],p=`#${[h,...f,...w].join("&")}`;if(e.length+p.length<=
et)return p}return null}function st({weights:t,seed:e,positions:n,index:o}){let r=t==="random"?[`seed-${e}`]:[];return n===
"still"&&r.push("still"),o==="published"&&r.push("published"),r.join(".")}var it={a:t=>{let e=t.trim()===""?NaN:Number(t);
return Number.isFinite(e)?{angle:e%360}:void 0},s:t=>{let e=P(t);return e&&e.length>0?{strokes:e}:void 0},n:t=>{let e=t.
split(",");return e.length<=rt&&e.every(o=>T.test(o))?{networks:e}:void 0},l:t=>/^\d{1,3}$/.test(t)?{layer:Number(t)}:void 0,
c:t=>/^\d{1,5}$/.test(t)?{channel:Number(t)}:void 0,f:t=>T.test(t)?{figure:t}:void 0,t:t=>{let e=at(t);return e?{trial:e}:
void 0}},ct={a:"angle",s:"drawing",n:"networks",l:"layer",c:"channel",f:"figure",t:"trial"};function at(t){let e={...U};
for(let n of t.split(".")){let o=/^seed-(\d{1,9})$/.exec(n)?.[1];if(o)Object.assign(e,{weights:"random",seed:Number(o)});else if(n===
"still")e.positions="still";else if(n==="published")e.index="published";else return}return e}function C(t){let e=t.replace(
/^#/,"");if(!/^[a-z]=/.test(e))return null;if(e.length>ot)return{place:{},damaged:["whole of it"]};let n=new URLSearchParams(
e),o={place:{},damaged:[]};for(let[r,c]of Object.entries(it)){let s=n.get(r);if(s===null)continue;let a=c(s);a?Object.assign(
o.place,a):o.damaged.push(ct[r])}return o}var j=["polar","maps","errors"];function D(t,e){return t.shadowRoot?.querySelector(`[part~="${e}"]`)??null}function lt(t){
let e=innerHeight/2,[,...n]=j;return n.findLast(o=>{let r=D(t,o)?.getBoundingClientRect();return scrollY>0&&r&&r.top<e&&
r.bottom>0})}async function ut(t,e){j.includes(e)&&(await t.ready.catch(()=>{}),scrollY===0&&D(t,e)?.scrollIntoView({block:"\
center"}))}function ft(t){let e=t[t.length-1];return`This link is damaged: its ${t.length>1?`${t.slice(0,-1).join(", ")}\
 and ${e}`:e} could not be read.`}function dt(t,{strokes:e,angle:n,networks:o,layer:r,channel:c,figure:s,trial:a}){o&&(t.
networks=o),a&&(t.trial=a),e&&(t.strokes=e),(e||n!==void 0)&&(t.angle=n??0),r!==void 0&&(t.layer=r),c!==void 0&&(t.channel=
c),s&&ut(t,s)}function I(t,e){let n=()=>{let o=C(location.hash);o&&(dt(t,o.place),o.damaged.length>0&&e(ft(o.damaged)))};
n(),addEventListener("hashchange",n)}async function q(t){if(t.strokes.length===0)return"Draw something first.";let{angle:e,
strokes:n,networks:o,layer:r,channel:c,trial:s}=t,a={angle:e,strokes:n,networks:o,layer:r,channel:c,trial:s},l=location.
href.split("#")[0],i=_({...a,figure:lt(t)},l);if(!i)return"This drawing is too long for a link.";try{history.replaceState(
null,"",i)}catch{}try{return await navigator.clipboard.writeText(l+i),"The link is copied."}catch{return"The link is in \
the address bar."}}async function X(){let{protocol:t,href:e}=location;if(!(!isSecureContext||!/^https?:$/.test(t)||!("serviceWorker"in navigator))){
document.readyState!=="complete"&&await new Promise(n=>addEventListener("load",n,{once:!0}));try{await(await navigator.serviceWorker.
register(new URL("./sw.js",e))).update()}catch{}}}var y=["system","light","dark"],G="gsa-theme";function ht(){try{let t=localStorage.getItem(G)??"";return y.includes(t)?t:
"system"}catch{return"system"}}function H(t,e){let n=ht(),o=()=>{n==="system"?(delete document.documentElement.dataset.theme,
e.removeAttribute("theme")):(document.documentElement.dataset.theme=n,e.setAttribute("theme",n));let r=n==="system"?"as \
the system":n;t.setAttribute("aria-label",`Colours: ${r}`),t.title=`Colours: ${r}`};o(),t.addEventListener("click",()=>{
n=y[(y.indexOf(n)+1)%y.length],o();try{localStorage.setItem(G,n)}catch{}})}var pt=8e3,g=document.querySelector("gsa-demo");function m(t){return document.querySelector(t)}var W;function E(t){m("#t\
old").textContent=t,clearTimeout(W),W=setTimeout(()=>m("#told").textContent="",pt)}var Y=m(".actions"),mt=m(".masthead"),
v=matchMedia("(max-width: 719px)"),z=()=>{Y.slot=v.matches?"actions":"",(v.matches?g:mt).append(Y)};z();v.addEventListener(
"change",z);H(m("#theme"),g);for(let t of["engine","networks"]){let e=new URLSearchParams(location.search).get(t);e&&g.setAttribute(
t,e)}I(g,E);M(m("#class"),g);m("#share").addEventListener("click",async()=>E(await q(g)));m("#save").addEventListener("c\
lick",async()=>{try{let t=await g.toBlob(),e=document.createElement("a");e.download="gsa-net.png",e.href=URL.createObjectURL(
t),e.click(),setTimeout(()=>URL.revokeObjectURL(e.href),6e4),E("The picture is saved.")}catch(t){E(t instanceof Error?t.
message:String(t))}});X();
//# sourceMappingURL=page.js.map
