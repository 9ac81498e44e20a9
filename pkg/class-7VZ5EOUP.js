var Y=[.72,.68,.64,.6,.56],Q=8,J=.15,X=.5,Z=120,K="(min-width: 900px)";function L(){return parseFloat(getComputedStyle(document.documentElement).fontSize)}var ee=2;function te({shadowRoot:e}){let t=e?.querySelector(".root");return!!t&&t.scrollWidth>t.clientWidth+ee}function N({parentElement:e},t){return(e?.getBoundingClientRect().height??0)-t.clientHeight}function se(e,t){if(R(e),t.removeAttribute("data-scrolls"),!matchMedia(K).matches)return;let n=Y.some(a=>ne(e,t,a));t.toggleAttribute("data-sc\
rolls",!n)}function ne(e,t,n){let a=L(),o=l=>(e.style.zoom=String(l),e.style.setProperty("--gsa-rem",`${Math.max(16,n*a/l)}px`),N(e,t)<=0&&!te(e)),[r,i]=[.027*a,t.clientWidth/561];if(o(i))return!0;for(let l=0;l<Q;l++){let c=Math.sqrt(r*i);o(c)?r=c:i=c}return o(r)}function R(e){for(let t of["zoom","--gsa-rem"])e.style.removeProperty(t)}function P(e,t,n){let a=!1,o=()=>se(e,t),r=new ResizeObserver(l=>{let c=N(e,t);(c>1||c<-J*t.clientHeight||l.some(({target:p})=>p===t))&&o()});for(let l of[e,t])r.observe(
l);let i=new MutationObserver(()=>{a||e.getAttribute("state")!=="ready"||(a=!0,o())});i.observe(e,{attributeFilter:["state"]}),n.addEventListener("abort",()=>{r.disconnect(),i.disconnect(),R(e)})}function M(e,t,n,a){let o=()=>{let i=n.clientHeight-t.offsetHeight-X*L();e.style.setProperty("--gsa-stage",`${Math.max(Z,Math.floor(i))}px`)},r=new ResizeObserver(o);for(let i of[t,n])r.observe(i);a.addEventListener("abort",()=>{r.disconnect(),e.style.removeProperty("--gsa-stage")})}var ae="gsa-net",x;function oe(){let e=globalThis.trustedTypes;if(!e)return null;try{return e.createPolicy(ae,{createHTML:t=>t})}catch{return null}}function C(e){return x===void 0&&(x=oe()),x?.createHTML(e)??e}function b(e,t){let n=document.createElement("template");n.innerHTML=C(t.trim());let a=n.content.firstElementChild;return e.append(a),a}var re=`<div class="lesson-bar">
  <p><span class="lesson-place"></span></p>
  <ol class="lesson-steps" aria-hidden="true"></ol>
</div>`,ie=`<div slot="lead" class="lessons">
  <section data-shows="answers" data-name="Invariance">
    <h1 tabindex="-1">The answer must not care about the turn.</h1>
    <p>
      <span class="upright-only">Neither has seen a turned digit.</span> Guess first:
      which numbers will the ordinary one say?
    </p>
  </section>
  <section data-shows="answers" data-name="Any drawing">
    <h1 tabindex="-1">It holds for whatever you draw.</h1>
    <p>Draw in the middle, and turn by quarter turns: the same ten probabilities.</p>
  </section>
  <section data-shows="inside" data-name="Equivariance">
    <h1 tabindex="-1">Inside, everything turns along.</h1>
    <p>
      One map for each rotation. Turn by 90°: each map turns, and moves on by a quarter of
      the ring.
    </p>
  </section>
  <section data-shows="answers" data-name="In between">
    <h1 tabindex="-1">Exact at 90°, close in between.</h1>
    <p>Other turns fall between the pixels: there even the built-in one may waver.</p>
  </section>
  <section data-shows="answers" data-name="The limit">
    <h1 tabindex="-1">6 and 9 are near twins.</h1>
    <p>Press 6, then turn it by 180°. Who ignores turns can hardly tell them apart.</p>
  </section>
</div>`,le=`<div class="lesson-keys" role="group" aria-label="Keys">
  <button type="button" data-do="back15" aria-label="Turn by 15° clockwise">
    <kbd>←</kbd>
  </button>
  <button type="button" data-do="turn15"><kbd>→</kbd> turn 15°</button>
  <button type="button" data-do="turn90" title="Turn by 90°"><kbd>⇧ →</kbd> 90°</button>
  <span><kbd>0</kbd>–<kbd>9</kbd> a digit</span>
  <button type="button" data-do="random" title="Random weights"><kbd>R</kbd> random</button>
  <button type="button" data-do="break" title="Positions held still">
    <kbd>B</kbd> break
  </button>
  <button type="button" data-do="next"><kbd>PgDn</kbd> next</button>
  <button type="button" data-do="hide" title="Hide the keys"><kbd>H</kbd> hide</button>
  <button type="button" data-do="leave"><kbd>Esc</kbd> leave</button>
</div>`;function F(e,t){e.prepend(b(e,re));let n=b(t,ie);return b(e,le),n}var H=["results","cost"];function D(e){let t=[...e.children].map((o,r)=>({key:String(r+1),name:o.dataset.name??"",words:o,figure:null})),a=[...document.querySelectorAll(".prose > section")].flatMap(o=>{let r=[...o.querySelectorAll("[data-say]")],i=[...o.querySelectorAll("gsa-figure")],{figure:l}=o.dataset;return l&&i.push(de(o,l)),i.length===0?r.length>0?[q(o,null,r[0])]:[]:i.map(c=>{let m=r.find(({dataset:p})=>p.say===c.getAttribute("name"));return q(o,c,m??r[0])})});return e.append(...a.map(({words:o})=>o)),[...t,...a]}
function de(e,t){let n=document.createElement("gsa-figure");return n.setAttribute("name",t),n.className="of-class",e.append(n),n}function q(e,t,n){let a=t?.getAttribute("name")??e.id,o=document.createElement("section");o.dataset.shows=t?"figure":"answers",H.includes(a)&&(o.dataset.stage="none");let r=document.createElement("h1");r.tabIndex=-1;let i=e.querySelector("h2");if(i&&r.append(...i.cloneNode(!0).childNodes),o.append(r),n){let c=document.createElement("p");c.append(...n.cloneNode(!0).childNodes),
o.append(c)}let l=a.replaceAll("-"," ");return{key:a,section:e.id,name:l.charAt(0).toUpperCase()+l.slice(1),words:o,figure:t}}var I=`
.lessons,.lesson-bar,.lesson-keys{
display:none;
}

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
margin-bottom:0.5rem;
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
[data-view='class'] :is(.lesson-edge,.lesson-keys){
display:none !important;
}
}
`;import"./element.js";var A=15,_=90,z={PageDown:{go:1},ArrowDown:{go:1},PageUp:{go:-1},ArrowUp:{go:-1},Home:{to:0},End:{to:1/0},r:"random",b:"break",h:"hide",Escape:"leave"};function ce({key:e,shiftKey:t,ctrlKey:n,metaKey:a,altKey:o}){if(a||o)return null;let r=t?_:A;if(e==="ArrowRight")return n?{go:1}:{turn:r};if(e==="ArrowLeft")return n?{go:-1}:{turn:-r};if(e===" ")return{go:t?-1:1};let i=e.length>1?e:e.toLowerCase();return Object.hasOwn(z,i)&&(!n||e.length>1)?z[i]:/^\d$/.test(e)&&!n?{sample:Number(
e)}:null}var ue={back15:{turn:-A},turn15:{turn:A},turn90:{turn:_},random:"random",break:"break",back:{go:-1},next:{go:1},hide:"hide",leave:"leave"},$=["PageDown","PageUp","Escape"];function pe(e){let[t]=e.composedPath();if(!(t instanceof Element))return!1;if(t.matches("textarea, [data-keys]"))return!0;if($.includes(e.key))return!1;if(t.matches("input, select"))return!0;let n={" ":"button, summary, a",Home:"[role=slider]",End:"[role=slider]"}[e.key];return!!n&&t.matches(n)}var U=null;function Re(e,t){
U??=he(e,t);let n=new URLSearchParams(location.search);U(n.get("view")==="class"?n.get("section")??B():null)}function B(){let e=new URLSearchParams(location.hash.slice(1));return e.get("section")??e.get("f")}function he(e,t){let n=new CSSStyleSheet;n.replaceSync(I),document.adoptedStyleSheets=[...document.adoptedStyleSheets,n];let{documentElement:a}=document,o=s=>document.querySelector(s),r=o("#demo"),i=F(r,t),l=D(i),c=o(".lesson-steps");c.append(...l.map(()=>document.createElement("li")));let m=[
"back","next"].map(s=>{let d=document.createElement("button");return d.type="button",d.className="lesson-edge",d.dataset.do=s,d.setAttribute("aria-label",{back:"Back",next:"Next"}[s]??""),d});r.append(...m);let p=null,h=0,g=new AbortController,w=s=>{h=Math.min(Math.max(0,s),l.length-1);let{key:d,name:u,words:f,figure:y}=l[h];g.abort(),g=new AbortController,l.forEach((v,k)=>v.words.toggleAttribute("data-current",k===h)),[...c.children].forEach((v,k)=>v.toggleAttribute("data-current",k===h)),a.dataset.
shows=f.dataset.shows,a.dataset.stage=f.dataset.stage??"",t.setAttribute("large",y?"side":""),y&&me(y,i,t,g.signal),o(".lesson-place").textContent=`${h+1} of ${l.length} · ${u}`,m[0].disabled=h===0,m[1].disabled=h===l.length-1,W({view:"class",section:d}),f.querySelector("h1")?.focus({preventScroll:!0}),fe(l[h+1]?.figure)},E=s=>{let d=l.find(u=>u.key===s)??l.find(u=>u.section===s);w(d?l.indexOf(d):Math.round(Number(s))-1||0)},G=s=>{if(p)return;let d=t.getAttribute("theme");a.dataset.view="class",
t.setAttribute("theme","light"),scrollTo(0,0),p=()=>{g.abort();for(let u of["view","shows","stage","keys"])delete a.dataset[u];t.removeAttribute("large"),d===null?t.removeAttribute("theme"):t.setAttribute("theme",d),W({view:null,section:null}),e.focus({preventScroll:!0})},E(s)},S=s=>{if(s==="leave")p?.(),p=null;else if(s==="hide")a.dataset.keys?delete a.dataset.keys:a.dataset.keys="hidden";else if(s==="random"){let{weights:d,seed:u}=t.trial,f=d==="random";t.trial={...t.trial,weights:f?"trained":
"random",seed:(u+1)%2**32}}else if(s==="break"){let{positions:d}=t.trial;t.trial={...t.trial,positions:d==="still"?"turning":"still"}}else"go"in s?w(h+s.go):"to"in s?w(s.to):"turn"in s?t.angle+=s.turn:(t.removeAttribute("sample"),t.setAttribute("sample",String(s.sample)))};r.addEventListener("click",({target:s})=>{let d=s instanceof Element?s.closest("button"):null,u=ue[d?.dataset.do??""];u&&S(u)});let O=s=>{let u=p&&!s.defaultPrevented&&!pe(s)?ce(s):null;u&&(s.preventDefault(),s.stopPropagation(),
S(u))},T=l.flatMap(({figure:s})=>s??[]);for(let s of T)s.addEventListener("keydown",O);let j=s=>T.some(d=>d===s),V=s=>{($.includes(s.key)||!s.composedPath().some(j))&&O(s)};return document.addEventListener("keydown",V,{capture:!0}),addEventListener("hashchange",()=>{let s=p&&B();s&&E(s)}),G}function me(e,t,n,a){let o=e.closest("section"),r=o.parentElement;for(let i of[o,e])i.toggleAttribute("data-current",!0);e.toggleAttribute("large",!0),e.setAttribute("theme","light"),a.addEventListener("abort",
()=>{for(let i of[o,e])i.removeAttribute("data-current");for(let i of["large","theme"])e.removeAttribute(i)}),M(n,t,r,a),P(e,r,a)}function fe(e){e&&e.table().catch(()=>{})}function W(e){let t=new URL(location.href);for(let[n,a]of Object.entries(e))a===null?t.searchParams.delete(n):t.searchParams.set(n,a);try{history.replaceState(null,"",t)}catch{}}export{ce as actionOf,Re as teach};
//# sourceMappingURL=class-7VZ5EOUP.js.map
