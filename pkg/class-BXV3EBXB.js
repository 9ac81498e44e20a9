var G=[.72,.68,.64,.6,.56],I=8,B=.15,_=.5,Q=120,V="(min-width: 900px)";function O(){return parseFloat(getComputedStyle(document.documentElement).fontSize)}function J({shadowRoot:e}){let t=e?.querySelector(".root");return!!t&&t.scrollWidth>t.clientWidth+1}function P(e,t){return e.getBoundingClientRect().height-t.clientHeight}function X(e,t){if(L(e),t.removeAttribute("data-scrolls"),!matchMedia(V).matches)return;let o=G.some(r=>Y(e,t,r));t.toggleAttribute("data-scrolls",!o)}function Y(e,t,o){let r=O(),
a=d=>(e.style.zoom=String(d),e.style.setProperty("--gsa-rem",`${Math.max(16,o*r/d)}px`),P(e,t)<=0&&!J(e)),[i,n]=[.027*r,t.clientWidth/561];if(a(n))return!0;for(let d=0;d<I;d++){let c=Math.sqrt(i*n);a(c)?i=c:n=c}return a(i)}function L(e){for(let t of["zoom","--gsa-rem"])e.style.removeProperty(t)}function R(e,t,o){let r=!1,a=()=>X(e,t),i=new ResizeObserver(d=>{let c=P(e,t);(c>1||c<-B*t.clientHeight||d.some(({target:m})=>m===t))&&a()});for(let d of[e,t])i.observe(d);let n=new MutationObserver(()=>{
r||e.getAttribute("state")!=="ready"||(r=!0,a())});n.observe(e,{attributeFilter:["state"]}),o.addEventListener("abort",()=>{i.disconnect(),n.disconnect(),L(e)})}function N(e,t,o,r){let a=()=>{let n=o.clientHeight-t.offsetHeight-_*O();e.style.setProperty("--gsa-stage",`${Math.max(Q,Math.floor(n))}px`)},i=new ResizeObserver(a);for(let n of[t,o])i.observe(n);r.addEventListener("abort",()=>{i.disconnect(),e.style.removeProperty("--gsa-stage")})}var Z=["results","cost"];function T(e){let t=[...e.children].map((a,i)=>({key:String(i+1),name:a.dataset.name??"",words:a,figure:null})),r=[...document.querySelectorAll(".prose > section")].flatMap(a=>{let i=[...a.querySelectorAll("[data-say]")],n=[...a.querySelectorAll("gsa-figure")],{figure:d}=a.dataset;return d&&n.push(K(a,d)),n.length===0?i.length>0?[M(a,null,i[0])]:[]:n.map(c=>{let h=i.find(({dataset:m})=>m.say===c.getAttribute("name"));return M(a,c,h??i[0])})});return e.append(...r.map(({words:a})=>a)),
[...t,...r]}function K(e,t){let o=document.createElement("gsa-figure");return o.setAttribute("name",t),o.className="of-class",e.append(o),o}function M(e,t,o){let r=t?.getAttribute("name")??e.id,a=document.createElement("section");a.dataset.shows=t?"figure":"answers",Z.includes(r)&&(a.dataset.stage="none");let i=document.createElement("h1");i.tabIndex=-1;let n=e.querySelector("h2");if(n&&i.append(...n.cloneNode(!0).childNodes),a.append(i),o){let c=document.createElement("p");c.append(...o.cloneNode(
!0).childNodes),a.append(c)}let d=r.replaceAll("-"," ");return{key:r,section:e.id,name:d.charAt(0).toUpperCase()+d.slice(1),words:a,figure:t}}var C=`

html:root[data-view='class']{
color-scheme:light;
--ground:#fff;
--ink:#000;
--muted:#3d414a;
--line:#c9c5ba;
--accent:#004a94;
--ordinary:#a33f00;

font-size:clamp(16px,min(2.34vw,4.16vh),60px);
scroll-behavior:auto;
}
[data-view='class']{
--edge:max(44px,1.5rem);
}
[data-view='class'] :is(.masthead,.actions,.prose,.skip){
display:none;
}
[data-view='class'] body{
font-size:1rem;
}
[data-view='class'] #demo{
display:grid;
grid-template:auto minmax(0,1fr) auto / minmax(0,1fr);
max-width:none;
min-height:100vh;
min-height:100dvh;
margin:0;
padding-inline:var(--edge);
}
[data-view='class'] gsa-demo{
align-self:center;
--gsa-stage:min(100vh - 4.6rem,46vw);
}
[data-view='class'] :is(gsa-demo,gsa-figure){
--gsa-ground:#fff;
--gsa-surface:#fff;
--gsa-ink:#000;
--gsa-muted:#3d414a;
--gsa-accent:#004a94;
--gsa-other:#a33f00;
}
[data-view='class'] .loading{
min-height:0 !important;
}
[data-view='class'][data-shows='answers'] gsa-demo::part(inside),
[data-view='class'][data-shows='inside'] gsa-demo::part(answers),
[data-view='class'][data-shows='figure'] gsa-demo::part(inside),
[data-view='class'][data-shows='figure'] gsa-demo::part(answers),
[data-view='class'][data-stage='none'] gsa-demo::part(drawing){
display:none;
}


[data-view='class'][data-shows='figure'] .prose{
display:grid;
max-width:none;
}
[data-shows='figure'] .prose > :not([data-current]),
[data-shows='figure'] .prose > [data-current] > :not([data-current],h2){
display:none;
}
.of-class:not([data-current]){
display:none !important;
}

[data-shows='figure'] .prose h2{
position:absolute;
width:1px;
height:1px;
margin:0;
overflow:hidden;
clip-path:inset(50%);
}
[data-view='class'] .prose gsa-figure[data-current]{
min-height:0;
margin:0;
}
@media (min-width:900px){
[data-view='class'][data-shows='figure'] #demo{
height:100vh;
height:100dvh;
min-height:0;
}
[data-view='class'][data-shows='figure'] gsa-demo{
align-self:stretch;
min-height:0;
}
[data-shows='figure'] .prose{
align-items:center;
}
.prose[data-scrolls]{
overflow:auto;
}
[data-shows='figure'] .lessons{
align-self:start;
}
[data-shows='figure'] .lessons h1{
font-size:1.2rem;
}
[data-shows='figure'] .lessons p{
font-size:0.78rem;
}
}

[data-view='class'] .lessons{
display:block;
color:var(--ink);
}
.lessons section:not([data-current]){
display:none;
}
.lessons h1{
margin:0;
font:700 1.7rem/1.13 var(--serif);
letter-spacing:-0.01em;
text-wrap:balance;
}
.lessons h1:focus{
outline:none;
}
.lessons p{
margin:0.5rem 0 0;
font:0.9rem/1.35 var(--serif);
text-wrap:pretty;
}

[data-view='class'] .lesson-bar{
display:flex;
justify-content:space-between;
align-items:center;
padding-block:0.4rem;
color:var(--muted);
font:0.667rem/1.4 var(--sans);
}
.lesson-bar p{
min-height:1lh;
margin:0;
}
.lesson-steps{
display:flex;
gap:5px;
margin:0;
padding:0;
list-style:none;
}
.lesson-steps li{
width:0.5rem;
height:0.27rem;
border-radius:1rem;
background:var(--line);
}
.lesson-steps [data-current]{
width:1.15rem;
background:var(--ink);
}


.lesson-edge{
display:none;
}
[data-view='class'] .lesson-edge{
display:block;
position:fixed;
inset:2rem auto 4rem 0;
width:var(--edge);
padding:0;
border:0;
background:none;
cursor:pointer;
-webkit-tap-highlight-color:transparent;
}
.lesson-edge[data-do='next']{
left:auto !important;
right:0;
rotate:180deg;
}
.lesson-edge::before{
content:'';
position:absolute;
inset:calc(50% - 0.35rem) auto auto calc(50% - 0.2rem);
width:0.6rem;
height:0.6rem;
border:solid var(--muted);
border-width:0 0 3px 3px;
rotate:45deg;
}
.lesson-edge:hover::before{
border-color:var(--accent);
}
.lesson-edge:focus-visible{
outline-offset:-4px;
}
.lesson-edge:disabled{
visibility:hidden;
}

[data-view='class'] .lesson-keys{
display:flex;
flex-wrap:wrap;
align-items:center;
justify-content:space-between;
gap:0 0.6rem;
margin-inline:calc(-1 * var(--edge));
padding:0.35rem 1.2rem;
border-top:2px solid var(--line);
font:0.667rem/1.4 var(--sans);
}
[data-view='class'][data-keys='hidden'] .lesson-keys{
display:none;
}
.lesson-keys > *{
min-height:44px;
padding:0;
border:0;
background:none;
color:var(--ink);
font:inherit;
white-space:nowrap;
}
.lesson-keys > span{
display:flex;
align-items:center;
gap:0.2em;
}
.lesson-keys button{
cursor:pointer;
}
.lesson-keys button:hover{
color:var(--accent);
}
.lesson-keys kbd{
padding:0.1em 0.45em;
border:2px solid currentColor;
border-radius:0.35em;
font:700 1em/1.3 var(--sans);
}

:root[data-taught-turns] .upright-only{
display:none;
}
@media (max-width:599px){
[data-view='class']{
--edge:1.2rem;
}
[data-view='class'] .lesson-edge{
display:none;
}
}
@media print{
[data-view='class'] .lesson-edge{
display:none;
}
}
`;import"./element.js";var x=15,H=90,z={PageDown:{go:1},ArrowDown:{go:1},PageUp:{go:-1},ArrowUp:{go:-1},Home:{to:0},End:{to:1/0},r:"random",b:"break",h:"hide",Escape:"leave"};function ee({key:e,shiftKey:t,ctrlKey:o,metaKey:r,altKey:a}){if(r||a)return null;let i=t?H:x;if(e==="ArrowRight")return o?{go:1}:{turn:i};if(e==="ArrowLeft")return o?{go:-1}:{turn:-i};if(e===" ")return{go:t?-1:1};let n=e.length>1?e:e.toLowerCase();return Object.hasOwn(z,n)&&(!o||e.length>1)?z[n]:/^\d$/.test(e)&&!o?{sample:Number(
e)}:null}var te={back15:{turn:-x},turn15:{turn:x},turn90:{turn:H},random:"random",break:"break",back:{go:-1},next:{go:1},hide:"hide",leave:"leave"},q=["PageDown","PageUp","Escape"];function se(e){let[t]=e.composedPath();if(!(t instanceof Element))return!1;if(t.matches("textarea, [data-keys]"))return!0;if(q.includes(e.key))return!1;if(t.matches("input, select"))return!0;let o={" ":"button, summary, a",Home:"[role=slider]",End:"[role=slider]"}[e.key];return!!o&&t.matches(o)}var F=null;function me(e,t){
F??=ne(e,t);let o=new URLSearchParams(location.search);F(o.get("view")==="class"?o.get("section")??D():null)}function D(){let e=new URLSearchParams(location.hash.slice(1));return e.get("section")??e.get("f")}function ne(e,t){let o=new CSSStyleSheet;o.replaceSync(C),document.adoptedStyleSheets=[...document.adoptedStyleSheets,o];let{documentElement:r}=document,a=s=>document.querySelector(s),i=a(".lessons"),n=T(i),d=a(".lesson-steps");d.append(...n.map(()=>document.createElement("li")));let c=a("#d\
emo"),h=["back","next"].map(s=>{let l=document.createElement("button");return l.type="button",l.className="lesson-edge",l.dataset.do=s,l.setAttribute("aria-label",{back:"Back",next:"Next"}[s]??""),l});c.append(...h);let m=null,g=0,f=new AbortController,w=s=>{g=Math.min(Math.max(0,s),n.length-1);let{key:l,name:u,words:p,figure:b}=n[g];f.abort(),f=new AbortController,n.forEach((v,y)=>v.words.toggleAttribute("data-current",y===g)),[...d.children].forEach((v,y)=>v.toggleAttribute("data-current",y===
g)),r.dataset.shows=p.dataset.shows,r.dataset.stage=p.dataset.stage??"",t.setAttribute("large",b?"side":""),b&&ae(b,i,t,f.signal),a(".lesson-place").textContent=`${g+1} of ${n.length} · ${u}`,h[0].disabled=g===0,h[1].disabled=g===n.length-1,U({view:"class",section:l}),p.querySelector("h1")?.focus({preventScroll:!0}),oe(n[g+1]?.figure)},k=s=>{let l=n.find(u=>u.key===s)??n.find(u=>u.section===s);w(l?n.indexOf(l):Math.round(Number(s))-1||0)},W=s=>{if(m)return;let l=t.getAttribute("theme");r.dataset.
view="class",t.setAttribute("theme","light"),scrollTo(0,0),m=()=>{f.abort();for(let u of["view","shows","stage","keys"])delete r.dataset[u];t.removeAttribute("large"),l===null?t.removeAttribute("theme"):t.setAttribute("theme",l),U({view:null,section:null}),e.focus({preventScroll:!0})},k(s)},A=s=>{if(s==="leave")m?.(),m=null;else if(s==="hide")r.dataset.keys?delete r.dataset.keys:r.dataset.keys="hidden";else if(s==="random"){let{weights:l,seed:u}=t.trial,p=l==="random";t.trial={...t.trial,weights:p?
"trained":"random",seed:(u+1)%2**32}}else if(s==="break"){let{positions:l}=t.trial;t.trial={...t.trial,positions:l==="still"?"turning":"still"}}else"go"in s?w(g+s.go):"to"in s?w(s.to):"turn"in s?t.angle+=s.turn:(t.removeAttribute("sample"),t.setAttribute("sample",String(s.sample)))};c.addEventListener("click",({target:s})=>{let l=s instanceof Element?s.closest("button"):null,u=te[l?.dataset.do??""];u&&A(u)});let S=s=>{let u=m&&!s.defaultPrevented&&!se(s)?ee(s):null;u&&(s.preventDefault(),s.stopPropagation(),
A(u))},E=n.flatMap(({figure:s})=>s??[]);for(let s of E)s.addEventListener("keydown",S);let $=s=>E.some(l=>l===s),j=s=>{(q.includes(s.key)||!s.composedPath().some($))&&S(s)};return document.addEventListener("keydown",j,{capture:!0}),addEventListener("hashchange",()=>{let s=m&&D();s&&k(s)}),W}function ae(e,t,o,r){let a=e.closest("section"),i=a.parentElement;for(let n of[a,e])n.toggleAttribute("data-current",!0);e.toggleAttribute("large",!0),e.setAttribute("theme","light"),r.addEventListener("abort",
()=>{for(let n of[a,e])n.removeAttribute("data-current");for(let n of["large","theme"])e.removeAttribute(n)}),N(o,t,i,r),R(e,i,r)}function oe(e){e&&e.table().catch(()=>{})}function U(e){let t=new URL(location.href);for(let[o,r]of Object.entries(e))r===null?t.searchParams.delete(o):t.searchParams.set(o,r);try{history.replaceState(null,"",t)}catch{}}export{ee as actionOf,me as teach};
//# sourceMappingURL=class-BXV3EBXB.js.map
