var j=[.72,.68,.64,.6,.56],G=8,B=.15,_=.5,Q=120,V="(min-width: 900px)";function O(){return parseFloat(getComputedStyle(document.documentElement).fontSize)}function J({shadowRoot:e}){let t=e?.querySelector(".root");return!!t&&t.scrollWidth>t.clientWidth+1}function P(e,t){return e.getBoundingClientRect().height-t.clientHeight}function X(e,t){if(L(e),t.removeAttribute("data-scrolls"),!matchMedia(V).matches)return;let a=j.some(r=>Y(e,t,r));t.toggleAttribute("data-scrolls",!a)}function Y(e,t,a){let r=O(),
n=c=>(e.style.zoom=String(c),e.style.setProperty("--gsa-rem",`${Math.max(16,a*r/c)}px`),P(e,t)<=0&&!J(e)),[i,o]=[.027*r,t.clientWidth/561];if(n(o))return!0;for(let c=0;c<G;c++){let d=Math.sqrt(i*o);n(d)?i=d:o=d}return n(i)}function L(e){for(let t of["zoom","--gsa-rem"])e.style.removeProperty(t)}function R(e,t,a){let r=!1,n=()=>X(e,t),i=new ResizeObserver(c=>{let d=P(e,t);(d>1||d<-B*t.clientHeight||c.some(({target:m})=>m===t))&&n()});for(let c of[e,t])i.observe(c);let o=new MutationObserver(()=>{
r||e.getAttribute("state")!=="ready"||(r=!0,n())});o.observe(e,{attributeFilter:["state"]}),a.addEventListener("abort",()=>{i.disconnect(),o.disconnect(),L(e)})}function N(e,t,a,r){let n=()=>{let o=a.clientHeight-t.offsetHeight-_*O();e.style.setProperty("--gsa-stage",`${Math.max(Q,Math.floor(o))}px`)},i=new ResizeObserver(n);for(let o of[t,a])i.observe(o);r.addEventListener("abort",()=>{i.disconnect(),e.style.removeProperty("--gsa-stage")})}var Z=["results","cost"];function T(e){let t=[...e.children].map((n,i)=>({key:String(i+1),name:n.dataset.name??"",words:n,figure:null})),r=[...document.querySelectorAll(".prose > section")].flatMap(n=>{let i=[...n.querySelectorAll("[data-say]")],o=[...n.querySelectorAll("gsa-figure")],{figure:c}=n.dataset;return c&&o.push(K(n,c)),o.length===0?i.length>0?[M(n,null,i[0])]:[]:o.map(d=>{let h=i.find(({dataset:m})=>m.say===d.getAttribute("name"));return M(n,d,h??i[0])})});return e.append(...r.map(({words:n})=>n)),
[...t,...r]}function K(e,t){let a=document.createElement("gsa-figure");return a.setAttribute("name",t),a.className="of-class",e.append(a),a}function M(e,t,a){let r=t?.getAttribute("name")??e.id,n=document.createElement("section");n.dataset.shows=t?"figure":"answers",Z.includes(r)&&(n.dataset.stage="none");let i=document.createElement("h1");i.tabIndex=-1;let o=e.querySelector("h2");if(o&&i.append(...o.cloneNode(!0).childNodes),n.append(i),a){let d=document.createElement("p");d.append(...a.cloneNode(
!0).childNodes),n.append(d)}let c=r.replaceAll("-"," ");return{key:r,section:e.id,name:c.charAt(0).toUpperCase()+c.slice(1),words:n,figure:t}}var C=`

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
`;import"./element.js";var x=15,H=90,z={PageDown:{go:1},ArrowDown:{go:1},PageUp:{go:-1},ArrowUp:{go:-1},Home:{to:0},End:{to:1/0},r:"random",b:"break",h:"hide",Escape:"leave"};function ee({key:e,shiftKey:t,ctrlKey:a,metaKey:r,altKey:n}){if(r||n)return null;let i=t?H:x;if(e==="ArrowRight")return a?{go:1}:{turn:i};if(e==="ArrowLeft")return a?{go:-1}:{turn:-i};if(e===" ")return{go:t?-1:1};let o=e.length>1?e:e.toLowerCase();return Object.hasOwn(z,o)&&(!a||e.length>1)?z[o]:/^\d$/.test(e)&&!a?{sample:Number(
e)}:null}var te={back15:{turn:-x},turn15:{turn:x},turn90:{turn:H},random:"random",break:"break",back:{go:-1},next:{go:1},hide:"hide",leave:"leave"},q=["PageDown","PageUp","Escape"];function se(e){let[t]=e.composedPath();if(!(t instanceof Element))return!1;if(t.matches("textarea, [data-keys]"))return!0;if(q.includes(e.key))return!1;if(t.matches("input, select"))return!0;let a={" ":"button, summary, a",Home:"[role=slider]",End:"[role=slider]"}[e.key];return!!a&&t.matches(a)}var F=null;function me(e,t){
F??=ne(e,t);let a=new URLSearchParams(location.search);F(a.get("view")==="class"?a.get("section")??D():null)}function D(){let e=new URLSearchParams(location.hash.slice(1));return e.get("section")??e.get("f")}function ne(e,t){let a=new CSSStyleSheet;a.replaceSync(C),document.adoptedStyleSheets=[...document.adoptedStyleSheets,a];let{documentElement:r}=document,n=s=>document.querySelector(s),i=n(".lessons"),o=T(i),c=n(".lesson-steps");c.append(...o.map(()=>document.createElement("li")));let d=n("#d\
emo"),h=["back","next"].map(s=>{let l=document.createElement("button");return l.type="button",l.className="lesson-edge",l.dataset.do=s,l.setAttribute("aria-label",{back:"Back",next:"Next"}[s]??""),l});d.append(...h);let m=null,g=0,f=new AbortController,w=s=>{g=Math.min(Math.max(0,s),o.length-1);let{key:l,name:u,words:p,figure:b}=o[g];f.abort(),f=new AbortController,o.forEach((v,y)=>v.words.toggleAttribute("data-current",y===g)),[...c.children].forEach((v,y)=>v.toggleAttribute("data-current",y===
g)),r.dataset.shows=p.dataset.shows,r.dataset.stage=p.dataset.stage??"",t.setAttribute("large",b?"side":""),b&&ae(b,i,t,f.signal),n(".lesson-place").textContent=`${g+1} of ${o.length} · ${u}`,h[0].disabled=g===0,h[1].disabled=g===o.length-1,U({view:"class",section:l}),p.querySelector("h1")?.focus({preventScroll:!0}),oe(o[g+1]?.figure)},k=s=>{let l=o.findIndex(u=>u.key===s||u.section===s);w(l>=0?l:Math.round(Number(s))-1||0)},W=s=>{if(m)return;let l=t.getAttribute("theme");r.dataset.view="class",
t.setAttribute("theme","light"),scrollTo(0,0),m=()=>{f.abort();for(let u of["view","shows","stage","keys"])delete r.dataset[u];t.removeAttribute("large"),l===null?t.removeAttribute("theme"):t.setAttribute("theme",l),U({view:null,section:null}),e.focus({preventScroll:!0})},k(s)},A=s=>{if(s==="leave")m?.(),m=null;else if(s==="hide")r.dataset.keys?delete r.dataset.keys:r.dataset.keys="hidden";else if(s==="random"){let{weights:l,seed:u}=t.trial,p=l==="random";t.trial={...t.trial,weights:p?"trained":
"random",seed:(u+1)%2**32}}else if(s==="break"){let{positions:l}=t.trial;t.trial={...t.trial,positions:l==="still"?"turning":"still"}}else"go"in s?w(g+s.go):"to"in s?w(s.to):"turn"in s?t.angle+=s.turn:(t.removeAttribute("sample"),t.setAttribute("sample",String(s.sample)))};d.addEventListener("click",({target:s})=>{let l=s instanceof Element?s.closest("button"):null,u=te[l?.dataset.do??""];u&&A(u)});let S=s=>{let u=m&&!s.defaultPrevented&&!se(s)?ee(s):null;u&&(s.preventDefault(),s.stopPropagation(),
A(u))},E=o.flatMap(({figure:s})=>s??[]);for(let s of E)s.addEventListener("keydown",S);let $=s=>E.some(l=>l===s),I=s=>{(q.includes(s.key)||!s.composedPath().some($))&&S(s)};return document.addEventListener("keydown",I,{capture:!0}),addEventListener("hashchange",()=>{let s=m&&D();s&&k(s)}),W}function ae(e,t,a,r){let n=e.closest("section"),i=n.parentElement;for(let o of[n,e])o.toggleAttribute("data-current",!0);e.toggleAttribute("large",!0),e.setAttribute("theme","light"),r.addEventListener("abort",
()=>{for(let o of[n,e])o.removeAttribute("data-current");for(let o of["large","theme"])e.removeAttribute(o)}),N(a,t,i,r),R(e,i,r)}function oe(e){e&&e.table().catch(()=>{})}function U(e){let t=new URL(location.href);for(let[a,r]of Object.entries(e))r===null?t.searchParams.delete(a):t.searchParams.set(a,r);try{history.replaceState(null,"",t)}catch{}}export{ee as actionOf,me as teach};
//# sourceMappingURL=class-MQIADXFZ.js.map
