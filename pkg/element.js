var Ti=Object.defineProperty;var D=(n,e)=>{for(var t in e)Ti(n,t,{get:e[t],enumerable:!0})};var nt=globalThis.HTMLElement??class{};var Dr="This device has not enough free memory for the networks. Close other pages or programs, then try again.",$=class extends Error{url="";constructor(e,t,r){
super(t,r),this.name="GsaError",this.code=e}};function jr(n){return n instanceof Error&&n.name==="GsaError"?n.code:"fail\
ed"}function X(n){let e;try{e=String(n instanceof Error?n.message:n)}catch{e="an error that has no text"}return e=ue(e),e.length>
500?`${e.slice(0,500)}…`:e}function Ur(n){let e=ue(n);return e.length>120?`${e.slice(0,100)}…`:e}function ue(n){return n.
replace(/\b((?:https?|wss?|ftp|file):[/\\]*)[^/\\?#]*@/gi,"$1")}function F(n){return n.href.replace("/node_modules/.vite/deps/","/node_modules/gsa-net/")}var R={worker:F(new URL("./worker.js",import.meta.url)),models:{r8f_sa_upright:F(new URL("./models/r8f_sa_upright.safete\
nsors",import.meta.url)),z2_sa_upright:F(new URL("./models/z2_sa_upright.safetensors",import.meta.url)),r8f_sa:F(new URL(
"./models/r8f_sa.safetensors",import.meta.url)),r4_sa:F(new URL("./models/r4_sa.safetensors",import.meta.url)),z2_sa:F(new URL(
"./models/z2_sa.safetensors",import.meta.url)),r8f_sa_drawn:F(new URL("./models/r8f_sa_drawn.safetensors",import.meta.url)),
r4_sa_drawn:F(new URL("./models/r4_sa_drawn.safetensors",import.meta.url)),z2_sa_drawn:F(new URL("./models/z2_sa_drawn.s\
afetensors",import.meta.url)),r4_sa_published:F(new URL("./models/r4_sa_published.safetensors",import.meta.url)),r8_sa:F(
new URL("./models/r8_sa.safetensors",import.meta.url)),r12_sa:F(new URL("./models/r12_sa.safetensors",import.meta.url)),
r16_sa:F(new URL("./models/r16_sa.safetensors",import.meta.url))},catalogue:F(new URL("./catalogue.json",import.meta.url))};
function Li(n){let{models:e,...t}=n;Object.assign(R,t),R.models={...R.models,...e}}function ee(n){return new URL(n,document.
baseURI).href}function Ie(n){let e=Object.hasOwn(R.models,n)?R.models[n]:void 0;if(e)return ee(e);if(e===null){let r=Object.
keys(R.models).filter(s=>R.models[s]);throw new $("model-unreachable",`“${n}” needs the page from a server; without on\
e there are ${r.join(", ")}.`)}if(/^\w*$/.test(n)){let r=Object.keys(R.models).join(", ");throw new $("invalid-model",`T\
here is no built-in model “${ue(n).slice(0,80)}”. Built in are ${r}; any other is given by the address of its .safet\
ensors file.`)}let t;try{t=new URL(n,document.baseURI)}catch{throw new $("invalid-model",`“${ue(n).slice(0,80)}” is no\
t an address.`)}if(!["http:","https:","blob:","data:","file:"].includes(t.protocol))throw new $("invalid-model",`Models \
cannot be loaded from “${t.protocol.slice(0,80)}”.`);return t.href}function I(n){let e=n%360,t=e<0?e+360:e;return t===360?0:t+0}var Ci=3;function ge(n){let e=Math.round(n/90)*90;return Math.
abs(n-e)<=Ci?e:null}var rt=["r8f_sa_upright","z2_sa_upright"];var Ri=Symbol.for("preact-signals");function at(){if(oe>1)oe--;else{var n,e=!1;for((function(){var s=ot;for(ot=void 0;s!==
void 0;){var o=s.S;if(o.v===s.v)for(var i=o.t;i!==void 0;i=i.x)i.i===s.i&&(i.i=o.i);s=s.o}})();Pe!==void 0;){var t=Pe;for(Pe=
void 0,st++;t!==void 0;){var r=t.u;if(t.u=void 0,t.f&=-3,!(8&t.f)&&Br(t))try{t.c()}catch(s){e||(n=s,e=!0)}t=r}}if(st=0,oe--,
e)throw n}}function z(n){if(oe>0)return n();mn=++Ii,oe++;try{return n()}finally{at()}}var Ne,C=void 0;function B(n){var e=C,
t=Ne;C=void 0,Ne=void 0;try{return n()}finally{C=e,Ne=t}}var Pe=void 0,oe=0,st=0,Ii=0,mn=0,ot=void 0,it=0;function zr(n){
if(C!==void 0){var e=n.n;if(e===void 0||e.t!==C)return e={i:0,S:n,p:C.s,n:void 0,t:C,e:void 0,x:void 0,r:e},C.s!==void 0&&
(C.s.n=e),C.s=e,n.n=e,32&C.f&&n.S(e),e;if(e.i===-1)return e.i=0,e.n!==void 0&&(e.n.p=e.p,e.p!==void 0&&(e.p.n=e.n),e.p=C.
s,e.n=void 0,C.s.n=e,C.s=e),e}}function G(n,e){this.v=n,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=e?.watched,
this.Z=e?.unwatched,this.name=e?.name}G.prototype.brand=Ri;G.prototype.h=function(){return!0};G.prototype.S=function(n){
var e=this,t=this.t;t!==n&&n.e===void 0&&(n.x=t,this.t=n,t!==void 0?t.e=n:B(function(){var r;(r=e.W)==null||r.call(e)}))};
G.prototype.U=function(n){var e=this;if(this.t!==void 0){var t=n.e,r=n.x;t!==void 0&&(t.x=r,n.e=void 0),r!==void 0&&(r.e=
t,n.x=void 0),n===this.t&&(this.t=r,r===void 0&&B(function(){var s;(s=e.Z)==null||s.call(e)}))}};G.prototype.subscribe=function(n){
var e=this;return q(function(){var t=e.value;B(function(){return n(t)})},{name:"sub"})};G.prototype.valueOf=function(){return this.
value};G.prototype.toString=function(){return this.value+""};G.prototype.toJSON=function(){return this.value};G.prototype.
peek=function(){var n=this;return B(function(){return n.value})};Object.defineProperty(G.prototype,"value",{get:function(){
var n=zr(this);return n!==void 0&&(n.i=this.i),this.v},set:function(n){if(n!==this.v){if(st>100)throw new Error("Cycle d\
etected");(function(t){oe!==0&&st===0&&t.l!==mn&&(t.l=mn,ot={S:t,v:t.v,i:t.i,o:ot})})(this),this.v=n,this.i++,it++,oe++;
try{for(var e=this.t;e!==void 0;e=e.x)e.t.N()}finally{at()}}}});function x(n,e){return new G(n,e)}function Br(n){for(var e=n.
s;e!==void 0;e=e.n)if(e.S.i!==e.i||!e.S.h()||e.S.i!==e.i)return!0;return!1}function Wr(n){for(var e=n.s;e!==void 0;e=e.n){
var t=e.S.n;if(t!==void 0&&(e.r=t),e.S.n=e,e.i=-1,e.n===void 0){n.s=e;break}}}function Fr(n){for(var e=n.s,t=void 0;e!==
void 0;){var r=e.p;e.i===-1?(e.S.U(e),r!==void 0&&(r.n=e.n),e.n!==void 0&&(e.n.p=r)):t=e,e.S.n=e.r,e.r!==void 0&&(e.r=void 0),
e=r}n.s=t}function we(n,e){G.call(this,void 0,e),this.x=n,this.s=void 0,this.g=it-1,this.f=4}we.prototype=new G;we.prototype.
h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===it))return!0;if(this.g=it,this.f|=
1,this.i>0&&!Br(this))return this.f&=-2,!0;var n=C;try{Wr(this),C=this;var e=this.x();(16&this.f||this.v!==e||this.i===0)&&
(this.v=e,this.f&=-17,this.i++)}catch(t){this.v=t,this.f|=16,this.i++}return C=n,Fr(this),this.f&=-2,!0};we.prototype.S=
function(n){if(this.t===void 0){this.f|=36;for(var e=this.s;e!==void 0;e=e.n)e.S.S(e)}G.prototype.S.call(this,n)};we.prototype.
U=function(n){if(this.t!==void 0&&(G.prototype.U.call(this,n),this.t===void 0)){this.f&=-33;for(var e=this.s;e!==void 0;e=
e.n)e.S.U(e)}};we.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var n=this.t;n!==void 0;n=n.x)n.t.N()}};Object.defineProperty(
we.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var n=zr(this);if(this.h(),n!==void 0&&
(n.i=this.i),16&this.f)throw this.v;return this.v}});function S(n,e){return new we(n,e)}function Gr(n){var e=n.j;if(n.j=
void 0,typeof e=="function"){oe++;var t=C;C=void 0;try{e()}catch(r){throw n.f&=-2,n.f|=8,gn(n),r}finally{C=t,at()}}}function gn(n){
for(var e=n.s;e!==void 0;e=e.n)e.S.U(e);n.x=void 0,n.s=void 0,Gr(n)}function Ni(n){if(C!==this)throw new Error("Out-of-o\
rder effect");Fr(this),C=n,this.f&=-2;try{8&this.f&&gn(this)}finally{at()}}function xe(n,e){this.x=n,this.j=void 0,this.
s=void 0,this.u=void 0,this.f=32,this.name=e?.name,Ne&&Ne.push(this)}xe.prototype.c=function(){var n=this.S();try{if(8&this.
f||this.x===void 0)return;var e=this.x();typeof e=="function"&&(this.j=e)}finally{n()}};xe.prototype.S=function(){if(1&this.
f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Gr(this),Wr(this),oe++;var n=C;return C=this,Ni.bind(this,n)};xe.
prototype.N=function(){2&this.f||(this.f|=2,this.u=Pe,Pe=this)};xe.prototype.d=function(){this.f|=8,1&this.f||gn(this)};
xe.prototype.dispose=function(){this.d()};function q(n,e){var t=new xe(n,e);try{t.c()}catch(s){throw t.d(),s}var r=t.d.bind(
t);return r[Symbol.dispose]=r,r}var _e=64*1024*1024,qr=20,lt=class{#e=new Map;fetch(e,t){let r=this.#e.get(e)??this.#t(e);r.wanted++;let s=()=>{--r.wanted===
0&&r.giveUp.abort()};return t.addEventListener("abort",s,{once:!0}),r.bytes}#t(e){let t=new AbortController,r={bytes:wn(
e,t.signal),wanted:0,giveUp:t},s=()=>{this.#e.get(e)===r&&this.#e.delete(e)};return t.signal.addEventListener("abort",s),
r.bytes.then(s,s),this.#e.set(e,r),r}};async function wn(n,e){let t=new AbortController,r=()=>t.abort(e.reason);e.addEventListener(
"abort",r);let s=0,o=setInterval(()=>{if(++s<qr)return;let i=`the server has sent nothing for ${qr} seconds; check the a\
ddress and try again`;t.abort(new Error(i))},1e3);try{e.throwIfAborted();let i=await fetch(n,{signal:t.signal});if(!i.ok)
throw new Error(`the server answered ${i.status} ${i.statusText}`.trim());Hr(Number(i.headers.get("content-length")??0));
let a=[],l=0,c=i.body?.getReader();for(let u=await c?.read();c&&u?.value;u=await c.read())s=0,a.push(u.value),l+=u.value.
byteLength,Hr(l);return Pi(a,l)}catch(i){let a=X(t.signal.aborted?t.signal.reason:i);throw new $("model-unreachable",`Th\
e model file could not be fetched from ${Ur(n)}: ${a}.`,{cause:i})}finally{clearInterval(o),e.removeEventListener("abort",
r),t.abort()}}function Hr(n){if(n>_e)throw new Error(`it is larger than ${_e/1024/1024} MB`)}function Pi(n,e){let t=new Uint8Array(
e),r=0;for(let s of n)t.set(s,r),r+=s.byteLength;return t}function V(n){let e=n.indexOf("#");return e<0?n:n.slice(0,e)}function _i(n){let e=new URLSearchParams(n.slice(V(n).length+
1)),t=e.get("seed")??"",[r,s]=[e.get("index"),e.get("positions")],o={};return/^\d{1,10}$/.test(t)&&Number(t)<4294967296&&
(o.seed=Number(t)),(r==="exact"||r==="published")&&(o.index=r),(s==="turning"||s==="still")&&(o.positions=s),o}function Kr(n,e){
let t=Object.entries({..._i(n),...e});if(t.length===0)return n;let r=new URLSearchParams(t.map(([s,o])=>[s,String(o)]));
return`${V(n)}#${r}`}var Di=8*1024*1024,ct=class{#e=new lt;#t=new Map;async fetch(e,t){let r=this.kept(e)??await this.#e.fetch(V(e),t);return this.#n(
e,r),r}kept(e){return this.#t.get(V(e))}forget(e){this.#t.delete(V(e))}#n(e,t){let r=V(e);this.#t.delete(r),this.#t.set(
r,t);let s=0;for(let{byteLength:o}of this.#t.values())s+=o;for(let[o,{byteLength:i}]of this.#t){if(s<=Di)break;this.#t.delete(
o),s-=i}}};function Xr(){return`gsa-net ${Array.from(crypto.getRandomValues(new Uint32Array(4))).join(" ")}`}function Vr(n,e,t,r){let s=new AbortController,
{signal:o}=s,i=()=>{o.aborted||(s.abort(),r())};if(e)return navigator.locks.request(e,{signal:o},i).catch(()=>{}),()=>s.
abort();let a=0,l=setInterval(()=>{t()?a=0:++a>4?i():n.postMessage({ping:!0})},2e3);return o.addEventListener("abort",()=>clearInterval(
l)),n.addEventListener("message",()=>a=0,{signal:o}),()=>s.abort()}var ji="gsa-net-worker",ut;function vn(n){try{ut??=globalThis.trustedTypes?.createPolicy(ji,{createScriptURL:e=>e})}catch{
ut=null}return ut?ut.createScriptURL(n):n}function Yr(n){if(n.startsWith("blob:"))return new Worker(vn(n),{name:"gsa-dem\
o"});if(n===new URL("./worker.js",import.meta.url).href)try{return new Worker(new URL("./worker.js",import.meta.url),{type:"\
module",name:"gsa-demo"})}catch{}return new Worker(vn(n),{type:"module",name:"gsa-demo"})}function Zr(n){let e=`import(/* @vite-ignore */ ${JSON.
stringify(n)}).catch((error) => setTimeout(() => { throw error; }));`,t=URL.createObjectURL(new Blob([e],{type:"text/jav\
ascript"})),r=new Worker(vn(t),{name:"gsa-demo"});return r.addEventListener("message",()=>URL.revokeObjectURL(t),{once:!0}),
r.addEventListener("error",()=>URL.revokeObjectURL(t),{once:!0}),r}function Qr(n){return n===0?import("./runner.js"):import(/* @vite-ignore */ `${new URL(
"./runner.js",import.meta.url)}#attempt-${n}`)}function Jr(n,e){return new Promise((t,r)=>{let s=n(),o=setTimeout(()=>l(
"it did not start in time"),2e4),i=new AbortController,{signal:a}=i;function l(c){clearTimeout(o),i.abort(),s.terminate(),
r(new Error(c))}s.addEventListener("message",({data:c})=>{if(c.locked===void 0){s.postMessage(e);return}clearTimeout(o),
i.abort(),t({worker:s,said:c})},{signal:a}),s.addEventListener("error",c=>{c.preventDefault(),l(c.message||"the browser \
refused to start it")},{signal:a})})}async function es({attempt:n,ofPool:e=!1,compiled:t=null},r){let s=ee(R.worker),{module:o,wasm:i,plain:a}=R,l={module:o&&
ee(o),wasm:i&&ee(i),plain:a&&{module:ee(a.module),wasm:a.wasm&&ee(a.wasm)},attempt:n},c=[],u=[["worker",()=>Yr(s)],["blo\
b worker",()=>Zr(s)]];for(let[m,f]of e?u.slice(0,1):u)try{let w=Xr(),{worker:k,said:y}=await Jr(f,{hello:{...l,compiled:t,
lock:w}});return Ui(m,c,k,y.locked?w:null,r)}catch(w){c.push(`No ${m}: ${X(w)}`)}if(e)throw new Error(c.join(" "));let{Runner:d}=await Qr(
n),p=new d(l,r.chosen);return{name:"main thread",reasons:c,post:(m,f,w)=>{setTimeout(()=>p.run(f,w).then(k=>r.settled(m,
k,null),k=>r.settled(m,null,{code:jr(k),message:X(k)})))},close:()=>{}}}function Ui(n,e,t,r,s){let o=Vr(t,r,s.computes,()=>s.
died("its worker was ended"));return t.addEventListener("message",({data:i})=>{i.runs!==void 0?s.runs(i.id,i.runs):i.chosen!==
void 0?s.chosen(i.chosen):i.compiled?s.compiled(i.compiled):i.id!==void 0&&s.settled(i.id,i.reply,i.error??null)}),t.addEventListener(
"error",i=>{i.preventDefault(),s.died(X(i.message||"an unknown error"))}),{name:n,reasons:e,post:(i,a,l)=>t.postMessage(
{id:i,request:a,files:l}),close:()=>{o(),t.terminate()}}}var zi=60,Bi=15,Wi=0,ye=class{#e;#t;#n=null;#r;busy=null;constructor(e,t){this.#e=e,this.#t=t}async run(e,t){let r={id:++Wi,
waiting:e,request:t,seconds:0,url:"",stale:!1};this.busy=r;try{let s=await(this.#n??=this.#s());this.busy===r&&s.post(r.
id,t,e.files)}catch(s){if(this.#n=null,this.busy!==r)return;this.#o(),this.#t.unopened(r,X(s))}}#s(){let e=es(this.#e(),
{runs:(t,r)=>this.#i(t,r),settled:(t,r,s)=>this.#d(t,r,s),chosen:t=>this.#t.chosen(t),compiled:t=>this.#t.compiled(t),computes:()=>!!this.
busy?.url,died:t=>{this.#n===e&&this.#t.died(this.end(),t)}});return e.then(t=>this.#n===e&&this.#t.opened(t),()=>{}),e}end(){
return this.#n?.then(e=>e.close(),()=>{}),this.#n=null,this.#o()}#o(){clearInterval(this.#r);let{busy:e}=this;return this.
busy=null,e}#i(e,t){let{busy:r}=this;r?.id===e&&(r.url=t,r.seconds=0,clearInterval(this.#r),this.#r=setInterval(()=>{if(r.
seconds++,r.seconds>=zi){let s="This network is too slow for a page: it took more than a minute. Choose another.";this.end(),
this.#t.refused(r,dt("model-too-slow",s,r.url))}else r.stale&&r.seconds>=Bi&&(this.end(),this.#t.unwanted(r))},1e3))}#d(e,t,r){
if(this.busy?.id!==e)return;let{busy:s}=this;if(this.#o(),!r){this.#t.answered(s,t);return}let{code:o,message:i}=r;(o===
"engine-crashed"||i===Dr)&&this.end(),this.#t.refused(s,dt(o,i,s.url))}};function dt(n,e,t){let r=new $(n,e);return r.url=
t,r}var Fi=3,Gi=15e3,pt=class{#e;#t;#n=[];#r;constructor(e,t){this.#e=e,this.#t=t,this.renew()}get stations(){return this.#n}renew(){
this.close();let e=Math.max(1,Math.min(Fi,(navigator.hardwareConcurrency||1)-1));this.#n=Array.from({length:e},()=>this.#s())}close(){
clearTimeout(this.#r);for(let e of this.#n)e.end()}#s(){let e={...this.#t,answered:(r,s)=>{this.#i(),this.#t.answered(r,
s)},refused:(r,s)=>{let o=s.code==="engine-crashed"||s.code==="engine-unavailable";o&&this.#o(t),o?this.#t.died(r,s.message):
this.#t.refused(r,s)},died:(r,s)=>{r&&this.#o(t),this.#t.died(r,s)},unopened:(r,s)=>{this.#o(t),this.#t.died(r,s)}},t=new ye(
this.#e,e);return t}#o(e){e.end(),this.#n=this.#n.filter(t=>t!==e)}#i(){clearTimeout(this.#r),this.#r=setTimeout(()=>{this.#n.
every(({busy:e})=>!e)&&this.close()},Gi)}};var qi=5e3,ts=2,De=null,je=new Map,ns;function rs(n,e){return clearTimeout(ns),je.set(n,e),De??=new bn(t=>je.forEach(r=>r(
t))),De}function ss(n){De?.withdraw(n),!(!je.delete(n)||je.size>0)&&(ns=setTimeout(()=>{je.size>0||(De?.close(),De=null)},
qi))}var bn=class{#e;#t;#n=new ct;#r=new Map;#s=new WeakMap;#o=0;#i=0;#d=0;#l=!1;#c=null;place=null;reasons=[];constructor(e=()=>{}){
let t={answered:(r,s)=>this.#v(r,s),refused:({waiting:r},s)=>this.#b(r,s),unwanted:({waiting:r})=>this.#g(r),died:(r,s)=>this.#k(
r,s),unopened:({waiting:r},s)=>this.#b(r,new $("engine-unavailable",s)),opened:({name:r,reasons:s})=>{this.place=r,this.
reasons=s},chosen:e,compiled:r=>this.#c=r};this.#e=new ye(()=>({attempt:this.#d++}),t),this.#t=new pt(()=>({attempt:0,ofPool:!0,
compiled:this.#c}),{...t,died:r=>r&&this.#x(r),opened:()=>{},chosen:()=>{},compiled:()=>{}})}get lanes(){return this.place===
"worker"?this.#t.stations.length:0}get#u(){return[this.#e,...this.#t.stations]}running(e){let{busy:t}=this.#e;return!t?.
url||t.waiting.client!==e?null:{url:t.url,seconds:t.seconds}}ask(e,t,r,s){return new Promise((o,i)=>{let a=this.#s.get(e);
a===void 0&&this.#s.set(e,a=this.#o++);let l=`${a}/${t}`,c=t.startsWith("load"),u=this.#r.get(l);if(u?.fetching&&!c){u.resolve(
null),Object.assign(u,{priority:r,build:s,resolve:o,reject:i});return}u&&this.#a(u),c&&this.#h(e);for(let{busy:f}of this.#u)
!c||f?.waiting.client!==e||(f.stale||=f.waiting.key===l||!f.waiting.loads);let d=t.startsWith("lane"),p={client:e,key:l,
loads:c,spreads:d,priority:r,build:s,resolve:o,reject:i},m={files:new Map,fetching:!1,deaths:0,dropped:new AbortController};
this.#r.set(l,{...p,...m}),queueMicrotask(()=>this.#p())})}#h(e){for(let t of this.#r.values())t.client===e&&t.fetching&&
!t.loads&&this.#a(t)}withdraw(e){for(let t of this.#r.values())t.client===e&&this.#a(t);for(let{busy:t}of this.#u)t?.waiting.
client===e&&(t.stale=!0,this.#a(t.waiting))}stop(e){let{busy:t}=this.#e;if(!t?.url||t.waiting.client!==e)return;this.#e.
end();let s=`Stopped after ${t.seconds===1?"one second":`${t.seconds} seconds`}.`;this.#b(t.waiting,dt("model-stopped",s,
t.url))}restart(){let e=this.#u.map(t=>t.busy);this.#e.end(),this.#t.renew(),this.reasons=[];for(let t of e)t&&this.#m(t.
waiting);this.#p()}close(){this.#l=!0;for(let e of this.#r.values())this.#a(e);for(let{busy:e}of this.#u)e&&this.#a(e.waiting);
this.#e.end(),this.#t.close()}#a(e){this.#r.get(e.key)===e&&this.#r.delete(e.key),e.dropped.abort(),e.resolve(null)}#p(){
if(this.#l)return;let e=this.lanes===0;this.#f(this.#e,({spreads:t})=>e||!t);for(let t of this.#t.stations)this.#f(t,({spreads:r})=>r)}#f(e,t){
for(;!e.busy;){let r=null;for(let o of this.#r.values())o.fetching||!t(o)||(!r||o.priority<r.priority)&&(r=o);if(!r)return;
this.#r.delete(r.key);let s=r.build();s?e.run(r,s):this.#a(r)}}#m(e){return e.dropped.signal.aborted?!1:this.#r.has(e.key)?
(this.#a(e),!1):(this.#r.set(e.key,e),!0)}#g(e){this.#m(e),this.#p()}async#w(e,t){if(!this.#m(e))return;let{signal:r}=e.
dropped;e.fetching=!0;try{let s=t.map(async o=>{e.files.set(o,await this.#n.fetch(o,r))});await Promise.all(s),e.fetching=
!1,this.#p()}catch(s){e.reject(s),this.#a(e)}}#v({waiting:e},t){Hi(t)?this.#w(e,t.missing):(this.#i=0,e.resolve(t),this.#a(
e)),this.#p()}#b(e,t){if(t.code==="model-broken")for(let r of e.files.keys())this.#n.forget(r);e.reject(t),this.#a(e),this.#p()}#k(e,t){
if(++this.#i>ts){this.#i=0;let r=new $("engine-crashed",`The engine stopped repeatedly: ${t}.`),s=[...e?[e.waiting]:[],...this.#r.
values()];for(let o of s)o.reject(r),this.#a(o)}else e&&this.#m(e.waiting);this.#p()}#x({waiting:e}){++e.deaths<=ts?this.#m(
e):this.#a(e),this.#p()}};function Hi(n){return Array.isArray(n?.missing)}var os=1;function kn(n,e){return n.version<e.oldest}function te(n){return n.code==="engine-unavailable"||n.code==="engine-crashed"}function de(n){return n instanceof $?n:new $(
"failed",X(n))}function is(n){return n.url!==""&&(n.code==="model-too-slow"||n.code==="model-stopped")}var ht=class{#e=0;#t=0;#n=0;#r=0;#s=[];get version(){return this.#e}get underWay(){return this.#r===this.#e}change(){this.#e++}startAnew(){
this.#t=++this.#e}ask(){this.#r=this.#e}giveUp(){this.#r=0}get oldest(){return this.#t}isAnswered(e){return this.#n>=e}answerTo(e){
return new Promise((t,r)=>{this.#s.push({version:e,resolve:t,reject:r})})}answer(e,t){this.#n=Math.max(this.#n,e);let r=this.#s.
filter(s=>s.version<=e);this.#s=this.#s.filter(s=>s.version>e);for(let{resolve:s}of r)s(t)}refuse(e){let t=this.#s;this.#s=
[];for(let{reject:r}of t)r(e)}};var ft=5,gt=new Map;function mt(n,e){let t=Math.round(n/e);return{nearest:t%Math.round(360/e),exact:Math.abs(n-t*e)<1e-9}}
function wt(n,e,{digit:t,probabilities:r}){let s=I(e),{nearest:o,exact:i}=mt(s,ft),a=n.get(o);if(a&&mt(a.degrees,ft).exact&&
!(a.recorded&&i))return n;let c=new Map(n);return c.delete(o),c.set(o,{digit:t,probabilities:r,degrees:i?o*ft:s}),c}function as(n,e,t){
let r=new Map(n);for(let[s,o]of e.entries()){let i=s*ft;i<=t&&!r.has(s)&&r.set(s,{...o,degrees:i,recorded:!0})}return r.
size>n.size?r:n}function J(n){return Y(n,1)[0]}function Y(n,e){let t=new Array(e).fill(null),r=new Set;for(let s of n.values()){
let{nearest:o,exact:i}=mt(s.degrees,360/e);r.has(o)||o===0&&!i||(t[o]=s,i&&r.add(o))}return t}function Ue(n,e){let t=new Set;
for(let{degrees:o,recorded:i}of n.values()){let{nearest:a,exact:l}=mt(o,360/e);l&&!i&&t.add(a)}let r=[4,8,24].filter(o=>e%
o===0).map(o=>e/o),s=o=>{let i=r.findIndex(a=>o%a===0);return i<0?r.length:i};return Array.from({length:e},(o,i)=>i).filter(
o=>!t.has(o)).sort((o,i)=>s(o)-s(i)||o-i)}function vt(n,e){return Math.max(...e.map((t,r)=>Math.abs(t-n[r])))}var bt=class{#e;#t=!1;#n=0;#r=!1;#s=null;questions=new ht;seen=x(null);blank=x("empty");unanswered=x(null);answers=x(0);constructor(e){
this.#e=e}touch(){this.questions.change(),!this.#t&&(this.#t=!0,queueMicrotask(()=>{this.#t=!1,this.ask()}))}get#o(){let{
moment:e,drawing:t,turning:r}=this.#e;return{moment:e,drawing:t.version.peek(),angle:r.angle.peek()}}ask(){let e=this.#e,
{engine:t}=e;if(!t)return;if(e.study.stop(),e.drawing.isEmpty.peek()){this.#c("empty",this.#o);return}if(e.networks.loaded.
peek().length===0||!e.attention.is.peek())return;this.questions.ask(),e.lateness.expect("answer");let r=this.#o;t.ask(e,
"answer",os,()=>{let s=e.study.isLive("maps"),o=e.networks.loaded.peek().map(i=>({url:i.url,view:s?e.looking.viewOf(i):null}));
return o.length===0||e.drawing.isEmpty.peek()?null:(r=this.#o,{kind:"answer",...e.subject,angle:r.angle,models:o})}).then(
s=>{s?this.#d(s,r):this.#i(r)}).catch(s=>this.#h(de(s),r))}wake(){let{questions:e}=this;!this.#e.engine||this.#t||(!e.isAnswered(
e.version)&&!e.underWay?this.ask():this.#e.study.rest())}#i({moment:e}){this.questions.giveUp(),e.version===this.questions.
version&&this.#e.lateness.settle("answer")}#d(e,t){let r=this.#e;if(r.lateness.settle("answer"),t.moment.version<this.questions.
version&&r.lateness.expect("answer"),!r.engine||kn(t.moment,r.moment))return;if(this.#n=0,r.engineRuns(),this.unanswered.
value=null,e.empty){this.#c("nearly",t);return}let{angle:s,drawing:o}=t;z(()=>{this.blank.value=null,this.seen.value=e.seen,
s===0&&(this.#s={drawing:o,pixels:e.seen});for(let a of r.networks.loaded.peek()){let l=e.answers.find(({url:c})=>c===a.
url);l&&this.#l(a,l,e.seen,t)}});let[i]=r.networks.shown.peek();(i?.prediction||i?.error.peek())&&(this.questions.answer(
t.moment.version,r.prediction),this.#u(s)),this.answers.value++,r.study.rest()}#l(e,t,r,{angle:s,drawing:o}){let i=this.#e,
{digit:a,probabilities:l,milliseconds:c,maps:u,stabilised:d}=t;i.reportFrom(e,t.engine),e.isOpening=t.engine.opening;let p=e.
round.peek(),m=wt(p,s,t);o===i.drawing.version.peek()&&(e.round.value=m);let{model:f}=e;i.networks.timed(e,c),e.isAnswered=
!0,e.isLive=!0,e.isRecorded.value=!1,e.shown.value={prediction:{digit:a,probabilities:l,model:f,engine:t.engine.name,milliseconds:c},
angle:s,upright:J(m)};let w=this.#s?.drawing===o?this.#s.pixels:r;e.maps.value=u&&d?{live:u,still:d,angle:s,seen:r,upright:w}:
null}compare(){for(let{shown:e,round:t}of this.#e.networks.shown.peek()){let r=e.peek(),s=J(t.peek());r&&s!==r.upright&&
(e.value={...r,upright:s})}}#c(e,{moment:t,angle:r}){z(()=>{for(let s of this.#e.networks.shown.peek())s.forgetAnswers();
this.blank.value=e,this.unanswered.value=null,this.seen.value=null}),this.#e.lateness.settle("answer"),this.questions.answer(
t.version,null),this.answers.value++,this.#r||this.#u(r),this.#r=!0}#u(e){this.#r=!1;let{prediction:t,networks:r,told:s}=this.#e;
s.answered({prediction:t,predictions:r.predictions,angle:e})}#h(e,{moment:t}){let r=this.#e;if(!r.engine)return;if(e.code===
"engine-crashed"&&this.#n++===0){this.ask();return}this.questions.giveUp(),r.lateness.settle("answer");let s=is(e)?r.networks.
from(e.url):[];if((s.length===0||s[0]===r.networks.shown.peek()[0])&&this.questions.refuse(e),s.length>0){for(let o of s)
this.#a(o,e);this.ask();return}kn(t,r.moment)||(this.unanswered.value=e,te(e)?r.engineFailed(e):r.warn(e))}#a(e,t){e.forgetAnswers(),
e.error.value=t,this.#e.tell(t,e.value)}restart(){this.#e.engine?.restart(),this.#n=0}predict(){return this.#e.attention.
during(this.#p())}async#p(){let e=this.#e;if(!e.engine)throw new Error("The element is not on a page.");let{version:t}=this.
questions;if(e.drawing.isEmpty.peek())return null;if(await e.loading.ready,!e.engine)throw new Error("The element was ta\
ken off the page.");if(this.questions.isAnswered(t))return e.prediction;let r=this.questions.answerTo(t);return this.questions.
underWay||this.ask(),r}};var kt=class{#e=x([]);#t=x(0);is=S(()=>{let e=this.#e.value;return this.#t.value>0||e.length===0||e.some(t=>t.value)});join(e,t){
this.#e.value=[...this.#e.peek(),e],t.addEventListener("abort",()=>{this.#e.value=this.#e.peek().filter(r=>r!==e)})}during(e){
let t=this.hold();return e.then(t,t),e}hold(){this.#t.value++;let e=!0;return()=>{e&&this.#t.value--,e=!1}}};function xn(n){let e=[],t=n.slice(0,268435456).matchAll(/(?:\s*data:[^,]*,)?[^,]*/g);for(let[r]of t){let s=r.trim();if(s&&
e.push(s),e.length>3)break}return e}function ls(n){return n.map(e=>e.startsWith("data:")?e:e.replaceAll(",","%2C")).join(
", ")}function xt(n,e,t){let r=n.slice(0,3),s=r.indexOf(t);if(s>=0&&e>=r.length)return r;let o=Math.min(e,2);return s>=0&&
(r[s]=r[o]),r[o]=t,r}var Xi=["_upright","_drawn"];function yn(n,e,t){return n.map(r=>{let s=Xi.find(i=>r.endsWith(i)),o=s&&
`${r.slice(0,-s.length)}_${e}`;return o&&t(o)?o:r})}function cs(n,e){let[t,r]=["upright","drawn"].map(a=>yn(n,a,e)),s=t.
some((a,l)=>a!==r[l]),o=a=>a.every((l,c)=>l===n[c]);return{lesson:s?o(t)?"upright":o(r)?"drawn":null:null,canSwitch:s}}function En(n,e,t){return[...n,{before:e,count:t}].slice(-50)}function us(n,e){let t=n[n.length-1];return t&&e.length<=t.
count?{strokes:t.before,history:n.slice(0,-1)}:e.length>0?{strokes:e.slice(0,-1),history:n}:null}var yt=500,Be=2e4,ps=8;function hs(n){Array.isArray(n)||ze("expected an array of strokes");let{length:e}=n;e>yt&&ze(`mor\
e than ${yt} strokes`);let t=0,r=[];for(let s=0;s<e;s++){let o=n[s];Array.isArray(o)||ze(`stroke ${s} is not an array of\
 points`);let i=o.length;t+=i,t>Be&&ze(`more than ${Be} points`);let a=[];for(let l=0;l<i;l++){let c=o[l],u=c?.x,d=c?.y;
(!ds(u)||!ds(d))&&ze(`point ${l} of stroke ${s} is not {x, y} with finite numbers, 0 to 1 on the pad and ±${ps} at most`),
a.push({x:u,y:d})}a.length>0&&r.push(a)}return r}function ds(n){return typeof n=="number"&&Math.abs(n)<=ps}function ze(n){
throw new $("invalid-strokes",`Strokes refused: ${n}.`)}function fs(n){return n.map(e=>e.map(({x:t,y:r})=>({x:t,y:r})))}
function Et({x:n,y:e},t){let r=t*Math.PI/180,s=Math.cos(r),o=Math.sin(r);return{x:.5+s*(n-.5)+o*(e-.5),y:.5-o*(n-.5)+s*(e-
.5)}}function We(n,e){let t=e[0],r=e[e.length-1];n.moveTo(t.x,t.y);for(let s=1;s<e.length-1;s++){let o=e[s],i=e[s+1];n.quadraticCurveTo(
o.x,o.y,(o.x+i.x)/2,(o.y+i.y)/2)}n.lineTo(r.x,r.y)}function St(n){let e="",t={moveTo:(r,s)=>e+=`M${r} ${s}`,lineTo:(r,s)=>e+=
`L${r} ${s}`,quadraticCurveTo:(r,s,o,i)=>e+=`Q${r} ${s} ${o} ${i}`};for(let r of n)We(t,r);return e}var Vi=.003,Mt=class{#e;#t=x([]);#n=!1;#r=null;strokes=x([]);pen=x({down:!1,keys:null});version=x(0);isEmpty=S(()=>this.
strokes.value.length===0);canUndo=S(()=>!this.isEmpty.value||this.#t.value.length>0);constructor(e){this.#e=e}get#s(){return this.
strokes.peek().reduce((e,t)=>e+t.length,0)}#o(e,t){z(()=>{this.strokes.value=e,this.pen.value=t,this.version.value++,this.#e.
grown()})}begin(e,t=null){let r={strokes:this.strokes.peek(),history:this.#t.peek(),isOpening:this.#n};this.#n&&this.replace(
[]);let s=this.strokes.peek();return s.length>=yt||this.#s>=Be?(this.#e.full(),!1):(this.#o([...s,[e]],{down:!0,keys:t}),
this.#r=r,!0)}extend(e,t=null){let r=this.strokes.peek(),s=r[r.length-1],o=[],i=s[s.length-1],a=Be-this.#s;for(let l of e)
if(!(Math.hypot(l.x-i.x,l.y-i.y)<Vi)){if(a--<=0){this.#e.full();break}o.push(i=l)}o.length===0&&!t||this.#o([...r.slice(
0,-1),[...s,...o]],{down:!0,keys:t})}end(){this.#o(this.strokes.peek(),{down:!1,keys:this.pen.peek().keys})}cancel(e=!1){
let t=this.#r;if(!t)return;let{strokes:r,history:s,isOpening:o}=t,i=this.strokes.peek();z(()=>{this.#t.value=e?En(s,i,r.
length):s,this.#i(r),this.#n=o})}writeByKeys(e){this.#o(this.strokes.peek(),{down:!1,keys:e})}moveKeys(e){this.pen.value=
{down:!1,keys:e}}drop(){this.pen.value={down:!1,keys:null}}replace(e){let t=this.strokes.peek();this.#t.value=En(this.#t.
peek(),t,e.length),this.#i(e)}put(e){this.isEmpty.peek()?this.#i(e):this.replace(e)}open(e){this.put(e),this.#n=!0}clear(){
this.put([])}undo(){let e=us(this.#t.peek(),this.strokes.peek());e&&(this.#t.value=e.history,this.#i(e.strokes))}#i(e){this.#n=
!1,this.#r=null,z(()=>{this.#e.replaced(),this.#o(e,{down:!1,keys:this.pen.peek().keys})})}};var At=class{#e=new Map;add(e){if(!/\.safetensors$/i.test(e.name)){let r=`“${e.name.slice(0,80)}” is no .safetensors f\
ile.`;throw new $("invalid-model",r)}if(e.size>_e){let r=_e/1024/1024,s=`“${e.name.slice(0,80)}” is larger than ${r}\
 MB.`;throw new $("invalid-model",s)}let t=URL.createObjectURL(e);return this.#e.set(t,e),t}nameOf(e){return this.#e.get(
e)?.name??null}keep(e){for(let t of this.#e.keys())e.includes(t)||(URL.revokeObjectURL(t),this.#e.delete(t))}rest(){for(let e of this.#e.
keys())URL.revokeObjectURL(e)}renew(e){return e.map(t=>{let r=this.#e.get(t);return r?(this.#e.delete(t),this.add(r)):t})}};var Sn=1e3,Ot=class{#e;#t=new Set;#n;late=x(null);constructor(e){this.#e=e}expect(e){this.#t.add(e),this.#n??=setTimeout(
()=>this.#r(),Sn)}settle(e){this.#t.delete(e),clearTimeout(this.#n),this.#n=void 0,this.late.value=null,this.#t.size>0&&
(this.#n=setTimeout(()=>this.#r(),Sn))}end(){this.#t.clear(),this.settle("")}#r(){this.late.value=this.#e.engine?.running(
this.#e)??{url:"",seconds:0},this.#n=setTimeout(()=>this.#r(),Sn)}};var ms=0;function gs(n,e){return n.networks!==e.networks}var Ee=class{resolve=()=>{};reject=()=>{};settled=!1;constructor(){this.promise=new Promise((e,t)=>{this.resolve=r=>{this.
settled=!0,e(r)},this.reject=r=>{this.settled=!0,t(r)}}),this.promise.catch(()=>{})}};var Mn={weights:"trained",seed:1,positions:"turning",index:"exact"};function ws({weights:n,seed:e,positions:t,index:r},s){
let o=s?.info.peek(),i=!o||o.group.order>1,a={};return n==="random"&&(a.seed=e),t==="still"&&i&&(a.positions=t),r==="pub\
lished"&&i&&(!o||s?.indexed)&&(a.index=r),a}function vs(n){let{weights:e,seed:t,positions:r,index:s}=n??{},o={...Mn};return e===
"random"&&(o.weights=e),Number.isInteger(t)&&Number(t)>=0&&Number(t)<4294967296&&(o.seed=Number(t)),r==="still"&&(o.positions=
r),s==="published"&&(o.index=s),o}var $t=class{#e;#t=!1;#n=!1;#r=!1;#s=new Ee;constructor(e){this.#e=e}get ready(){return this.#s.promise}#o(){this.#s.settled&&
(this.#s=new Ee)}openSoon(e=!1){this.#r||=e,!(!this.#e.engine||this.#t)&&(this.#t=!0,this.#o(),this.#e.asking.questions.
change(),queueMicrotask(()=>{this.#t=!1,this.#e.engine&&this.open()}))}open(){let e=this.#e;e.withdraw(),e.lateness.end(),
this.#o(),e.asking.questions.startAnew(),e.report.value=null;let{networks:t,files:r}=e,s=t.shown.peek(),o=e.values.map(a=>this.#i(
a));t.show(e.values,o,!this.#r),this.#r=!1;let i=t.shown.peek();r.keep(i.flatMap(({value:a,former:l})=>l?[a,l]:a));for(let a of i)
a.label=r.nameOf(a.value)??a.value;this.#n=!e.attention.is.peek(),this.#n||this.#d(),e.recorded.follow(),i.every(({isHere:a})=>a)&&
this.#u(),i.some(a=>s.includes(a))&&e.asking.touch()}#i(e){let{networks:t,trial:r}=this.#e;try{let s=t.shown.peek().find(
o=>o.value===e&&o.isHere);return Kr(Ie(e),ws(r.peek(),s))}catch{return""}}wake(){!this.#n||!this.#e.engine||(this.#n=!1,
this.#d())}#d(){for(let e of this.#e.networks.shown.peek())e.isHere?e.isOpening&&this.#l(e,!1):this.#l(e)}chosen(e){for(let t of this.#e.
networks.from(e))t.isOpening&&this.#l(t,!1)}async#l(e,t=!0){let r=this.#e,{engine:s,moment:o}=r;if(!s)return;e.error.value=
null,r.failure.value=null;let i=()=>gs(o,r.moment),a=r.networks.shown.peek().indexOf(e),l=`${t?"load":"report"} ${a}`,c=t?
r.networks.version:0;r.lateness.expect(l);try{e.url||=Ie(e.value);let{url:u}=e,d=await s.ask(r,l,ms,()=>({kind:"load",url:u,
engine:r.choice.peek(),opening:c}));if(!d||i())return;e.error.value=null,e.isOpening=d.engine.opening,e.telling=d.telling,
e.indexed=d.indexed,z(()=>{e.info.value=d.info,e.isComing.value=!1}),r.reportFrom(e,d.engine),r.engineRuns(),r.asking.touch()}catch(u){
if(i())return;let d=this.#c(e,de(u));z(()=>{e.error.value=d,e.isComing.value=!1,e.info.value=null,e.forgetAnswers()}),te(
d)?r.engineFailed(d):r.tell(d,e.value)}finally{i()||r.lateness.settle(l)}this.#t||this.#u()}#c({url:e,value:t},r){let s=this.#e.
files.nameOf(t);if(s===null)return r;let o=r.message.replaceAll(V(e),`“${s.slice(0,80)}”`);return new $(r.code,o.replace(
"The file at","The file"))}#u(){let e=this.#e.networks.shown.peek();if(e.some(({isOpening:s,error:o})=>s&&!o.peek()))return;
if(e.every(({isHere:s})=>s)){this.#s.resolve();return}if(!e.every(({isHere:s,error:o})=>s||o.peek()))return;let t=e.find(
({error:s})=>s.peek()),r=t?.error.peek();t===e[0]||te(r)?this.refuse(r):this.#s.resolve()}refuse(e){this.#s.reject(e),this.#e.
asking.questions.refuse(e)}end(e){this.#e.asking.questions.refuse(e),this.#s.settled||this.#s.reject(e),this.#s=new Ee}retry(){
let e=this.#e,t=e.networks.shown.peek(),r=t.find(s=>s.error.peek())?.error.peek();e.notice.value=null,e.failure.value=null,
this.#o(),(!r||te(r))&&e.asking.restart();for(let s of t)(s.error.peek()||!s.isHere)&&this.#l(s);t.every(({isHere:s})=>s)&&
this.#s.resolve(),e.asking.touch()}};var Tt=class{#e;#t;#n=x({layer:null,channel:null});followed=x({degrees:0,mirror:!1});turnedBack=x(!1);#r=S(()=>this.#e.shown.
value.find(({info:e})=>e.value));layers=S(()=>this.#r.value?.info.value?.layers??[]);at=S(()=>{let{layer:e,channel:t}=this.#n.
value,r=this.layers.value,s=Math.max(0,r.length-1),o=Math.min(Math.max(0,e??Math.floor(s/2)),s),i=t??this.#r.value?.telling[o]??
0,a=r[o]?.channels??0;return{layer:o,channel:Math.max(0,Math.min(i,a-1)),channels:a}});constructor(e,t){this.#e=e,this.#t=
t}put(e){this.#n.value={...this.#n.peek(),...e},this.#t()}chooseLayer(e){this.#n.value={...this.#n.peek(),layer:e},this.#t()}chooseChannel(e){
let{layer:t,channels:r}=this.at.peek(),s=Math.max(1,r);this.#n.value={layer:t,channel:(e%s+s)%s},this.#t()}follow({degrees:e,
mirror:t}){this.followed.value={degrees:e,mirror:t}}turnBack(e){this.turnedBack.value=e}layerOf(e){let t=e.info.value?.layers??
[],{layer:r}=this.at.value,s=this.layers.value[r]?.name;return t.find(o=>o.name===s)??t[Math.min(r,t.length-1)]}viewOf(e){
let{layer:t,channel:r}=this.at.value;return{layer:this.layerOf(e)?.index??t,channel:r}}};var An=class{indexed=!1;former=null;label;isAnswered=!1;isOpening=!1;isLive=!1;telling=[];isRecorded=x(!1);info=x(null);isComing=x(
!1);error=x(null);shown=x(null);round=x(gt);maps=x(null);errors=x(null);constructor(e,t=""){this.value=e,this.label=e,this.
url=t}follow(e){this.label=e.label,this.telling=e.telling,this.indexed=e.indexed,this.info.value=e.info.peek(),this.maps.
value=e.maps.peek(),this.isComing.value=!0}get isHere(){return this.info.value!==null&&!this.isComing.value}get model(){
return Object.hasOwn(R.models,this.value)?this.value:this.info.peek()?.name??""}get prediction(){return this.isAnswered?
this.shown.peek()?.prediction??null:null}forgetDrawing(){this.round.value=gt}forgetAnswers(){this.isAnswered=!1,this.isRecorded.
value=!1,this.shown.value=null,this.round.value=gt,this.maps.value=null,this.errors.value=null}},Lt=class{shown=x([]);version=0;names=S(
()=>Zi(this.shown.value));loaded=S(()=>this.shown.value.filter(({isHere:e,error:t})=>e&&!t.value));times=x(new Map);show(e,t=[],r=!1){
this.version++,r||(this.times.value=new Map);let s=this.shown.peek(),o=new Set(r?s.filter(({isHere:i,error:a})=>i&&!a.peek()):
[]);this.shown.value=e.map((i,a)=>{let l=t[a]??"";for(let d of o)if(!(d.url!==l||d.value!==i))return o.delete(d),d;let c=new An(
i,l),u=s.find(d=>d.value===i&&Yi(d.url,l));return u?.info.peek()?c.follow(u):s[a]?.value!==i?c.former=s[a]?.value??null:
c.former=s[a].former,c})}timed({value:e},t){let r=this.times.peek().get(e)??1/0;t<=0||t>=r||(this.times.value=new Map(this.
times.peek()).set(e,t))}from(e){return this.shown.peek().filter(t=>t.url===e)}get predictions(){return this.shown.peek().
flatMap(({prediction:e})=>e??[])}};function Yi(n,e){return n!==e&&n!==""&&V(n)===V(e)}function Zi(n){let e=n.map(({info:t})=>t.
value?.name);return n.map(({value:t,label:r},s)=>{let o=e[s]??r.replace(/_(drawn|upright)$/,""),i=e[s]&&e.indexOf(e[s])!==
e.lastIndexOf(e[s]);return On(i||r!==t?r:o)})}function On(n){if(/^[a-z0-9_]{1,24}$/.test(n))return n.toUpperCase();let e=ue(
n).split(/[?#]/)[0].split("/").pop()||ue(n);return e.length>24?`${e.slice(0,23)}…`:e}import{samples as sa}from"./samples.js";var bs=10,Qi=65535,Ji=127,Ct="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",xs=Ct.length-2,ea=Ct.length-
1,$n={packed:void 0,recording:null};function ys(){let n=R.opening;return n!==$n.packed&&($n={packed:n,recording:ta(n)}),
$n.recording}function ta(n){try{return na(n)}catch{return null}}function na({sample:n,seen:e,networks:t}){return{sample:n,seen:e.map(([r,s])=>({angle:r,pixels:Float32Array.from(s,o=>Ct.
indexOf(o)/xs)})),networks:t.map(({name:r,info:s,telling:o,indexed:i,digits:a,probabilities:l,maps:c,error:u})=>{let d=Es(
l);return{name:r,info:s,telling:o,indexed:i,error:ra(u),answers:Array.from(a,(p,m)=>({digit:Number(p),probabilities:Array.
from({length:bs},(f,w)=>{let k=2*(bs*m+w);return(256*d[k]+d[k+1])/Qi})})),maps:c.map(({angle:p,view:m,live:f,still:w})=>({
angle:p,view:m,live:ks(f),still:ks(w)}))}})}}function ks({elements:n,rows:e,cols:t,limit:r,values:s}){let o=Float32Array.from(Es(s),i=>(i<<24>>24)*r/Ji);return{elements:n,
rows:e,cols:t,maps:o}}function ra({angle:n,rows:e,cols:t,error:r,resampling:s,limit:o,values:i}){let a=Float32Array.from(i,l=>{let c=Ct.indexOf(
l);return c===ea?NaN:o*(c/xs)**2});return{angle:n,turn:{error:r,resampling:s,rows:e,cols:t,difference:a}}}function Es(n){return Uint8Array.from(atob(n),e=>e.charCodeAt(0))}var Rt=class{#e;#t=360;#n=0;#r=new WeakSet;constructor(e){this.#e=e}get stands(){let e=this.#e.networks.shown.peek();return e.
length>0&&e.every(({isRecorded:t})=>t.peek())}fold(){this.#t=0,this.#n=this.#e.turning.angle.peek();for(let e of this.#e.
networks.shown.peek())e.isRecorded.peek()&&e.forgetDrawing();this.follow()}unfold(){this.#t>=360||(this.#t=360,this.follow())}follow(){
let e=ys();if(!e)return;let{turning:t}=this.#e,r=t.angle.peek();this.#t+=((r-this.#n)%360+360)%360,this.#n=r,z(()=>{for(let s of this.#e.
networks.shown.peek())this.#s(s,e)})}#s(e,t){let{drawing:r,asking:s}=this.#e,o=sa.find(({digit:l})=>l===t.sample),a=r.strokes.
peek()===o?.strokes?t.networks.find(({name:l})=>oa(e,l)):void 0;a?e.isLive||this.#r.add(e):this.#r.delete(e),a&&this.#r.
has(e)&&(e.round.value=as(e.round.peek(),a.answers,this.#t)),a&&!e.isLive?(s.blank.value=null,this.#o(e,a,t)):e.isRecorded.
peek()&&(e.forgetAnswers(),s.seen.value=null)}#o(e,t,{seen:r}){let s=this.#n,{info:o,telling:i,indexed:a,answers:l,maps:c}=t;
e.info.peek()||(e.telling=i,e.indexed=a,e.isComing.value=!0,e.info.value=o),e.isRecorded.value=!0;let u=Ss(s,l.length),d={
...l[u],model:o.name,engine:"cpu"};e.shown.value={prediction:{...d,milliseconds:NaN},angle:u*360/l.length,upright:J(e.round.
peek())};let p=r[Ss(s,r.length)].pixels;this.#e.asking.seen.value=p;let m=ia(c[0].view,this.#e.looking.viewOf(e)),f=c.find(
w=>w.angle===s)??c[0];if(!m)e.maps.value=null;else if(f.angle===s||!e.maps.peek()){let{live:w,still:k}=f,y=r[0].pixels;e.
maps.value={live:w,still:k,angle:f.angle,seen:p,upright:y}}this.#i(e,t)}#i(e,{error:{angle:t,turn:r},maps:s}){let{layer:o}=s[0].
view,i=this.#e.drawing.version.peek(),a=e.errors.peek();if(a?.drawing===i&&a.layer===o)return;let l=new Map([[t,{...r,recorded:!0}]]);
e.errors.value={drawing:i,layer:o,points:l}}};function oa({url:n},e){try{return n===Ie(e)}catch{return!1}}function ia(n,e){
return n.layer===e.layer&&n.channel===e.channel}function Ss(n,e){return Math.round(n*e/360)%e}var P=72,aa=8,la=200,Ms=25,ca=4,It=class{#e;#t=x(new Set);#n=new WeakMap;constructor(e){this.#e=e}anglesOf(e){return this.
isSlow(e)&&!this.#t.value.has(e)?aa:P}isSlow(e){return(e.shown.value?.prediction.milliseconds??0)>la}offerOf(e){let t=e.
shown.value;if(!t||!this.isSlow(e))return null;let r=Ue(e.round.value,P).length;if(r===0)return null;let s=Math.max(1,this.#r(
e));return{seconds:r*t.prediction.milliseconds/1e3/s,asking:this.#t.value.has(e)}}askAllRound(e){this.#t.value=new Set([
...this.#t.peek(),e]),this.#e.study.rest()}stop(e){let t=[...this.#t.peek()].filter(r=>r!==e);this.#t.value=new Set(t)}forget(){
this.#t.peek().size>0&&(this.#t.value=new Set)}#r(e){return e.shown.peek()?.prediction.engine==="cpu"?this.#e.engine?.lanes??
0:0}next(e){if(this.#e.isUntaught.peek())return null;let[t]=this.#e.networks.loaded.peek().filter(l=>this.#r(l)>0===e).map(
l=>({network:l,angles:this.#o(l)})).filter(({angles:l})=>l.length>0).sort((l,c)=>this.#s(l)-this.#s(c));if(!t)return null;
let{network:r,angles:s}=t,o={kind:"batch",...this.#e.subject,url:r.url};if(!e)return{...o,angles:s};let i=r.shown.peek()?.
prediction.milliseconds??Ms,a=Math.max(1,Math.min(ca,Math.floor(Ms/i)));return{...o,engine:"cpu",angles:s.slice(0,a)}}#s({
network:e,angles:t}){return this.anglesOf(e)-t.length}#o(e){let t=this.anglesOf(e),r=this.#n.get(e);return Ue(e.round.peek(),
t).map(s=>s*360/t).filter(s=>!r?.has(s))}begin({url:e,angles:t}){let r=this.#e.networks.from(e).map(s=>{let o=this.#n.get(
s)??new Set;this.#n.set(s,o);for(let i of t)o.add(i);return o});return()=>r.forEach(s=>t.forEach(o=>s.delete(o)))}};var Tn=3;function As(n,e){return n.version!==e.version||e.pen}function Os(n,e){return n.version!==e.version||e.pen}function $s(n,e){return n.version!==e.version||e.pen}var Fe=72,ha=200,fa=8,Nt=40,ma=180/Fe;function Pt(n,e){let t=I(n-e);return Math.min(t,360-t)}function Ge(n){return Pt(n,
0)>=Nt?n:n<=180?90:270}function Cs(n,{drawing:e,layer:t,points:r}){let s=n?.drawing===e&&n.layer===t,o=new Map(s?n.points:
[]);for(let[i,a]of r){if(!Ls(i))for(let l of o.keys())Ls(l)||o.delete(l);o.set(i,a)}return{drawing:e,layer:t,points:o}}function qe(n,e){
let t=null,r=1/0;for(let[s,o]of n){let i=Pt(s,e);i<r&&(r=i,t={degrees:s,turn:o,near:i<=ma})}return t}function Ln(n){return Array.
from(n,([e,t])=>({degrees:e,turn:t})).sort((e,t)=>e.degrees-t.degrees)}function pe(n,e){let t=e?.errors.value;return!e||
!t||t.drawing!==n.drawing.version.value?null:t.layer===n.looking.viewOf(e).layer?t:null}function Cn(n,e){let t=n?.get(e);
return t!==void 0&&!t.recorded}function Rn(n){let{milliseconds:e}=n.shown.value?.prediction??{milliseconds:0};return e>ha?
fa:Fe}function Rs(n,e){let t=pe(n,e)?.points,r=Rn(e);return ga.slice(0,r).filter(s=>!Cn(t,s))}var ga=Array.from({length:Fe},
(n,e)=>e*360/Fe).sort((n,e)=>Ts(n)-Ts(e)||n-e);function Ts(n){return n%45===0?0:n%15===0?1:2}function Ls(n){return n%(360/
Fe)===0}var Is=160,ba=3,In={turn:{priority:2,isStale:$s,keep:ka},batch:{priority:Tn,isStale:As,keep:_s},curve:{priority:4,isStale:Os,
keep:xa}},_t=class{#e;#t=new Set;#n=new Map;#r=x(0);#s=null;#o;#i;#d=new Set;#l=new Set;constructor(e){this.#e=e}join(e,t,r){
let s={wants:e,near:S(()=>t.value||this.#r.value>0)};this.#t.add(s);let o=Ns(s.near,()=>{this.#s?.version===this.#e.moment.
version?this.#f():this.rest()});r.addEventListener("abort",()=>{o(),this.#t.delete(s)})}joinAnswers(e,t,r){let s=this.#n.
get(e)??new Set;this.#n.set(e,s);let o=S(()=>t.value||this.#r.value>0);s.add(o);let i=Ns(o,()=>this.#e.asking.touch());r.
addEventListener("abort",()=>{i(),s.delete(o)})}isLive(e){return Array.from(this.#n.get(e)??[]).some(t=>t.peek())}everything(){
return this.#r.value++,()=>this.#r.value--}rest(){this.stop(),this.#o=setTimeout(()=>{this.#h().catch(()=>{})},Is),this.#f()}stop(){
clearTimeout(this.#o),this.#c&&(clearTimeout(this.#i),this.#i=void 0)}get#c(){return(this.#e.engine?.lanes??0)<ba}get#u(){
let{engine:e,drawing:t,asking:r}=this.#e;return!e||t.isEmpty.peek()||r.blank.peek()!==null}async#h(){let e=this.#e,{engine:t,
moment:r}=e;if(!(!t||this.#u)){this.#s=r;try{await this.#a(t,r)}finally{this.#s===r&&(this.#s=null)}}}async#a(e,t){let r=this.#e;
for(;r.attention.is.peek();){let s=this.#p(!1);if(!s)return;let{priority:o,isStale:i,keep:a}=In[s.kind],l=await e.ask(r,
"study",o,()=>i(t,r.moment)?null:s);if(!l||i(t,r.moment)||!a(r,s,l))return}}#p(e){let t=null;for(let{wants:r,near:s}of this.#t){
let o=s.peek()?r(this.#e,e):null;e&&o?.kind!=="batch"||o&&(!t||In[o.kind].priority<In[t.kind].priority)&&(t=o)}return t}#f(){
this.#i??=setTimeout(()=>{this.#i=void 0;for(let e=0;e<(this.#e.engine?.lanes??0);e++)this.#d.has(e)?this.#l.add(e):this.#m(
e).catch(()=>{})},Is)}async#m(e){let t=this.#e,{engine:r,moment:s}=t,o=t.drawing.version.peek(),i=()=>{let{version:a,networks:l,
pen:c}=t.moment;return o!==t.drawing.version.peek()||l!==s.networks||c||this.#c&&a!==s.version};this.#d.add(e);try{for(;r&&
e<r.lanes&&!this.#u&&!i()&&t.attention.is.peek();){let a=this.#p(!0);if(a?.kind!=="batch")break;let l=t.rounds.begin(a);
try{let c=()=>i()?null:a,u=await r.ask(t,`lane ${e}`,Tn,c);if(!u||i()||!_s(t,a,u))break}finally{l()}}}finally{this.#d.delete(
e)}this.#l.delete(e)?this.#f():t.engine&&e>=t.engine.lanes&&this.rest()}};function Ns(n,e){let t=n.peek();return q(()=>{
let r=n.value;r&&!t&&B(e),t=r})}function ka(n,{url:e,layer:t,angle:r},s){return Ps(n,e,t,new Map([[r,s]]))}function xa(n,{
url:e,layer:t,angles:r},{turns:s}){return Ps(n,e,t,new Map(s.map((o,i)=>[r[i],o])))}function Ps(n,e,t,r){let s=n.drawing.
version.peek();for(let{errors:o}of n.networks.from(e))o.value=Cs(o.peek(),{drawing:s,layer:t,points:r});return r.size>0}
function _s(n,{url:e,angles:t},{answers:r}){for(let{round:s}of n.networks.from(e))for(let[o,i]of r.entries())s.value=wt(
s.peek(),t[o],i);return t[0]===0&&n.asking.compare(),r.length>0}var Nn=45,ya=1500,Ea={from:.82,way:.9};function Pn(n){let{from:e,way:t}=Ea;if(n<e)return n/e*t;let r=(n-e)/(1-e);return t+
(1-t)*(1-(1-r)**2)}function Ds(n){return 1-(1-n)**3}function Dt(){return globalThis.matchMedia?.("(prefers-reduced-motio\
n: reduce)").matches??!1}var jt=class{#e;#t;#n=0;#r;active=!1;constructor(e,t){this.#e=e,this.#t=t}turnBy(e,t,r,s){let[o,
i]=[this.#e(),performance.now()];this.active=!0;let a=l=>{let c=Math.min(1,Math.max(0,l-i)/t);this.#t(I(o+e*r(c))),c<1?this.#n=
requestAnimationFrame(a):s()};a(Dt()?1/0:i)}turnRound(e,t){if(!Dt()){this.turnBy(360,e,Pn,t);return}this.active=!0;let r=this.#e(),
s=(Math.floor(r/Nn)+1)*Nn,o=()=>{this.#t(I(Math.min(s,r+360))),s>=r+360&&t(),s+=Nn};this.#r=setInterval(o,ya),o()}stop(){
this.active=!1,cancelAnimationFrame(this.#n),clearInterval(this.#r)}};var Sa=8e3,Ma=320,Ut=class{#e;#t=new jt(()=>this.angle.peek(),e=>this.set(e));#n=x(!1);#r=x(!1);angle=x(0);spins=x(!1);moves=S(
()=>this.#n.value||this.#r.value);constructor(e){this.#e=e}set(e){e!==this.angle.peek()&&(this.angle.value=e,this.#e.turned())}turn(e,t=!0){
z(()=>{this.#o(),this.#r.value=!t,this.set(e)}),t&&this.#e.settled()}turnTo(e){this.#o();let t=I(e-this.angle.peek());this.#s(
t>180?t-360:t,Ma,Ds)}turnBy(e,t){this.#o(),this.#s(e,1e3*t,Pn)}#s(e,t,r){this.#n.value=!0,this.#t.turnBy(e,t,r,()=>this.
stop())}spin(){if(this.spins.peek()){this.stop();return}this.#o(),this.#n.value=this.spins.value=!0,this.#t.turnRound(Sa,
()=>this.stop())}stop(){this.#t.active&&(z(()=>{this.#o(),this.set(I(Math.round(this.angle.peek()*10)/10))}),this.#e.settled())}#o(){
this.#t.active&&(this.#t.stop(),this.#n.value=this.spins.value=!1)}};var Se=class{drawing=new Mt({grown:()=>this.#e(),replaced:()=>this.#t(),full:()=>this.#n()});turning=new Ut({turned:()=>{
this.recorded.follow(),this.asking.touch()},settled:()=>{this.recorded.unfold(),this.told.settled()}});attention=new kt;networks=new Lt;looking=new Tt(
this.networks,()=>{this.recorded.follow(),this.asking.touch()});lateness=new Ot(this);loading=new $t(this);asking=new bt(
this);rounds=new It(this);study=new _t(this);recorded=new Rt(this);files=new At;choice=x("auto");trial=x(Mn);isUntaught=S(
()=>this.trial.value.weights==="random");report=x(null);failure=x(null);notice=x(null);dark=x(!1);engine=null;values=[];picked=!1;constructor(e){
this.told=e,q(()=>{this.attention.is.value&&B(()=>{this.loading.wake(),this.asking.wake()})})}connect(e){this.engine=rs(
this,t=>this.loading.chosen(t)),this.values=this.picked?this.files.renew(this.values):e,this.loading.open()}disconnect(){
this.turning.stop(),this.drawing.drop(),this.study.stop(),this.engine=null,this.lateness.end(),this.networks.show([]),this.
files.rest(),this.notice.value=null,ss(this),this.loading.end(new Error("The element was taken off the page."))}stop(){this.
engine?.stop(this)}withdraw(){this.engine?.withdraw(this)}get moment(){let{version:e,oldest:t}=this.asking.questions,{down:r}=this.
drawing.pen.peek();return{version:e,oldest:t,networks:this.networks.version,pen:r}}get subject(){return{strokes:this.drawing.
strokes.peek(),engine:this.choice.peek()}}get prediction(){return this.networks.shown.peek().at(0)?.prediction??null}show(e){
this.values=e,this.picked=!1,this.loading.openSoon()}pick(e){this.values=e,this.picked=!0,this.loading.openSoon()}bring(e,t){
try{this.pick(xt(this.values,t,this.files.add(e)))}catch(r){this.warn(de(r))}}vary(e){this.trial.value={...this.trial.peek(),
...e},this.loading.openSoon()}chooseEngine(e){e!==this.choice.peek()&&(this.choice.value=e,this.loading.openSoon(!0))}switchEngine(){
let e=this.report.peek()?.name==="webgpu"?"cpu":"webgpu";e===this.choice.peek()&&this.loading.openSoon(!0),this.chooseEngine(
e),this.told.switched(e)}dismiss(){this.notice.value=null}dress(e){this.dark.value=e}#e(){this.rounds.forget();for(let e of this.
networks.shown.peek())e.forgetDrawing();this.recorded.follow(),this.asking.touch()}#t(){this.asking.questions.startAnew();
for(let e of this.networks.shown.peek())e.isAnswered=!1}#n(){let e="The pad is full. Undo a stroke or clear it to go on.";
this.notice.value={message:e,retry:!1,ofEngine:!1}}tell({code:e,message:t},r){this.told.failed(r===void 0?{code:e,message:t}:
{code:e,message:t,model:r})}warn(e){this.notice.value={message:e.message,retry:!1,ofEngine:!1},this.tell(e)}engineFailed(e){
z(()=>{this.notice.value={message:e.message,retry:!0,ofEngine:!0},this.failure.value=e}),this.tell(e)}engineRuns(){this.
failure.value=null,this.notice.peek()?.ofEngine&&(this.notice.value=null)}reportFrom(e,t){(e===this.networks.shown.peek()[0]||
!this.report.peek())&&(this.report.value=t)}};var Aa=600,js=450,Us=5.6,Oa=["pointerdown","keydown","wheel","touchstart"];async function zs(n,e,t){let{asking:r,turning:s,
drawing:o,loading:i,recorded:a}=n;if(s.angle.peek()!==0||o.isEmpty.peek())return;let l=new AbortController,c=()=>{l.signal.
aborted||(l.abort(),s.stop(),a.unfold())};t.addEventListener("abort",c);for(let m of Oa){let f={capture:!0,passive:!0,signal:l.
signal};document.addEventListener(m,c,f)}let{version:u}=o,d=u.peek(),p=()=>u.peek()===d&&s.angle.peek()===0;if(a.stands){
if(Dt())return s.turnBy(js,Us);a.fold()}else try{await i.ready,await r.predict()}catch{return}await new Promise(m=>setTimeout(
m,Aa)),await $a(e,l.signal),!l.signal.aborted&&(p()?s.turnBy(js,Us):a.unfold())}function $a(n,e){return new Promise(t=>{
e.addEventListener("abort",()=>t()),e.addEventListener("abort",q(()=>{n.value&&t()}))})}import{samples as Gu}from"./samples.js";var zt=new Map,Bt=x(0);function Bs(n,e,t){zt.set(n,e),Bt.value++,t.addEventListener("abort",()=>{zt.delete(n),Bt.value++})}
function Ws(n,e){let t=n.getRootNode(),r="querySelector"in t?[t,n.ownerDocument]:[n.ownerDocument],s=i=>e===null?i.querySelector(
"gsa-demo"):i.getElementById(e),o=r.map(s).find(i=>i)??null;return!o&&e===null&&(o=[...zt.keys()].find(i=>i.ownerDocument===
n.ownerDocument)??null),{element:o,demo:(o&&zt.get(o))??null}}var jn={};D(jn,{figure:()=>ja,mount:()=>za,style:()=>Ua});function _n(n){return n===6||n===9?15-n:null}function He(n){let[e,t]=[...Array(n.length).keys()].sort((r,s)=>n[s]-n[r]);
return _n(e)===t&&n[t]>=.01}function j({group:n}){let e=n.elements.some(t=>t.mirror);return{rotations:e?n.order/2:n.order,mirrors:e}}function _({rotations:n,
mirrors:e}){return n>1?"Built to turn":e?"Built to mirror":"Ordinary"}function Fs({rotations:n,mirrors:e}){return n===1?
e?"mirrors":"no rotations":`${n} rotations${e?" and mirrors":""}`}function ne(n,e){let t=n*Math.PI/180;return{x:-e*Math.sin(t),y:-e*Math.cos(t)}}function Me(n,e){return Math.atan2(-n,-e)*
180/Math.PI}function Wt(n){let e=n.length,t=n[0]?.digit??null,r=a=>n[(a%e+e)%e]?.digit??null,s=(a,l)=>{let c=r(a),[u,d]=[
a-.5,a+l-.5].map(p=>p*360/e);return{from:u,to:d,count:l,digit:c,kept:c!==null&&c===t}},o=n.findIndex((a,l)=>r(l)!==r(l-1));
if(o<0)return e>0?[s(0,e)]:[];let i=[];for(let a=o;a<o+e;){let l=1;for(;a+l<o+e&&r(a+l)===r(a);)l++;i.push(s(a,l)),a+=l}
return i}function Ae(n){let e=n[0]?.digit,t=n.flatMap(r=>r?[r.digit]:[]);return{asked:t.length,kept:t.filter(r=>r===e).length}}
function Gs(n,e){let t=e/360*n.length,[r,s]=[Math.floor(t),Math.ceil(t)].map(o=>qs(n,o));return r===null||s===null?null:
r+(s-r)*(t-Math.floor(t))}function qs(n,e){let[t,r]=[n[0],n[e%n.length]];return t&&r?Math.min(1,Math.max(0,r.probabilities[t.
digit])):null}function Hs(n,e,t){let r=n.flatMap((s,o)=>{let i=qs(n,o);return i===null?[]:[Ks(ne(360*o/n.length,e+(t-e)*
i))]});return r.length<3?"":`M${r.join("L")}Z`}function Ft(n,e,t){let r=o=>Ks(ne(o,t)),s=(o,i)=>`A${t} ${t} 0 ${i} 0 ${r(
o)}`;return e-n>=360?`M${r(n)}${s(n+180,0)}${s(n,0)}Z`:`M${r(n)}${s(e,e-n>180?1:0)}`}function Ks({x:n,y:e}){let[t,r]=[n,
e].map(s=>Math.round(s*100)/100+0);return`${t} ${r}`}var Ta="gsa-net",Dn;function La(){let n=globalThis.trustedTypes;if(!n)return null;try{return n.createPolicy(Ta,{createHTML:e=>e})}catch{
return null}}function Xs(n){return Dn===void 0&&(Dn=La()),Dn?.createHTML(n)??n}function v(n,e){let t=document.createElement("template");t.innerHTML=Xs(e.trim());let r=t.content.firstElementChild;return n.
append(r),r}function h(n,e){let t=n.querySelector(e);if(!(t instanceof HTMLElement))throw new Error(`the markup lacks ${e}`);
return t}function E(n,e){n.textContent!==e&&(n.textContent=e)}function ie(n){if(!n.matches(":focus, :focus-within"))return;
let t=n.getRootNode().querySelector(".pad");t instanceof HTMLElement&&t.focus({preventScroll:!0})}function Ca(n){return`${Math.round(100*n)} %`}function Gt(n){return n>0&&n<.01?"< 1 %":n>.99&&n<1?"> 99 %":Ca(n)}function ve(n){
return Number.isNaN(n)?"–":`${n<9.95?n.toFixed(1):Math.round(n)} ms`}function Vs(n){return n>90?`${Math.round(n/60)} m\
in`:`${Math.max(1,n<10?Math.round(n):5*Math.round(n/5))} s`}function Ys(n){let e=100*n;return`${e<10?e.toFixed(e<.1?2:1):
Math.round(e)} %`}var Ra="⁰¹²³⁴⁵⁶⁷⁸⁹";function he(n){if(!Number.isFinite(n))return"?";if(n===0)return"\
0";if(n>=.0095)return n<10?n.toFixed(2):n.toPrecision(3);let[e,t]=n.toExponential(0).split("e-"),r=Array.from(t,s=>Ra[Number(
s)]).join("");return`${e}·10⁻${r}`}function ae(n){let e=Math.round(n)%360;return e===0?"upright":e<=180?`${e}° counte\
r-clockwise`:`${360-e}° clockwise`}var Ia="300% 0px";function g(n,e){n.addEventListener("abort",q(e))}function le(n,e,{reach:t=Ia,first:r=!0}={}){let s=x(!0);
if(typeof IntersectionObserver!="function")return s;s.value=r;let o=new IntersectionObserver(i=>s.value=i[i.length-1].isIntersecting,
{rootMargin:t});return o.observe(n),e.addEventListener("abort",()=>o.disconnect()),s}var qt=["main","other","third"];function L(n){
return qt[Math.min(n,qt.length-1)]}function H(n,e,t){let r=[],s=S(()=>n.networks.shown.value.length),o=()=>{let a=r.length,
l=new AbortController,c=S(()=>n.networks.shown.value.at(a));r.push({life:l,elements:t(c,a,l.signal)})},i=()=>{let{life:a,
elements:l}=r.pop();a.abort();for(let c of l)c.remove()};g(e,()=>{let a=s.value;B(()=>{for(;r.length<a;)o();for(;r.length>
a;)i()})}),e.addEventListener("abort",()=>r.forEach(({life:a})=>a.abort()))}var Na=2,Zs=`
.panel .asking { grid-area: 1 / 1; white-space: nowrap; }
.panel[data-late] { --bar: var(--gsa-muted); }
.panel[data-late] .verdict { display: none; }
.panel .costly { grid-area: 3 / 1 / 4 / -1; margin-top: 4px; }
.panel .costly:not(:has(> :not([hidden]))) { display: none; }
.costly button { min-height: 34px; padding: 0 12px; border-radius: 999px; font-size: 0.8125rem; font-variant-numeric: ta\
bular-nums; }
@container (max-width: 639px) {
  .costly button { padding: 2px 6px; line-height: 1.2; font-size: 0.75rem; }
}
@media (pointer: coarse) {
  .costly button { min-height: 44px; }
}
`;function Qs(n,e,t,r,s){let o=v(e,'<span class="asking" hidden></span>'),i=v(e,`<span class="costly">
      <button type="button" class="stop" hidden>Stop</button>
      <button type="button" class="all-round" hidden></button>
    </span>`),[a,l]=[".stop",".all-round"].map(u=>h(i,u));a.addEventListener("click",()=>t.stop(),{signal:s});let c=()=>{
let u=r.peek();u&&(t.rounds.offerOf(u)?.asking?t.rounds.stop(u):t.rounds.askAllRound(u))};l.addEventListener("click",c,{
signal:s}),g(s,()=>{let u=t.lateness.late.value,d=r.value?.shown.value;n.toggleAttribute("data-late",!!(u&&d)),n.setAttribute(
"aria-busy",String(!!u)),o.hidden=!u||!d,E(o,d?`at ${Math.round(d.angle)}°, asking…`:"")}),g(s,()=>{let u=t.lateness.
late.value,d=u?.url===r.value?.url&&(u?.seconds??0)>=Na;d||ie(a),a.hidden=!d}),g(s,()=>{let u=r.value?t.rounds.offerOf(r.
value):null,d=!u||t.isUntaught.value||t.lateness.late.value!==null;if(d&&ie(l),l.hidden=d,!u)return;let p=Vs(u.seconds);
E(l,u.asking?`Stop (about ${p} left)`:`${P} angles (about ${p})`)})}var _a=1e-4,Da=8,ja={name:"answers",title:"Answers",table:qa},Ua=`
.panels { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
.panels > :only-child { grid-column: 1 / -1; }
.panels[data-count="3"] { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.panel {
  display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 14px; align-content: start; min-width: 0; padding:\
 14px 16px;
  border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); position: relative; font-varia\
nt-numeric: tabular-nums;
}
.panel > header { grid-column: 2; }
/* Lines keep their place before there is something to say. */
.panel > header :is(.model, .note) { min-height: 1lh; }
.panel .model { color: var(--bar); overflow-wrap: anywhere; }
.panel .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.panel .digit {
  grid-row: 1 / span 2; min-width: 0.62em; align-self: start; text-align: center; color: var(--bar);
  font: 700 5rem/0.95 var(--gsa-font-digit, Georgia, "Palatino Linotype", Palatino, "P052", serif); font-variant-numeric\
: lining-nums;
}
.panel[data-state="blank"] .digit { color: var(--gsa-line-strong); font-weight: 400; }
.panel :is(.bars, .blank) { grid-area: 2 / 2; }
.panel .bars { display: grid; gap: 4px; margin-top: 6px; font-size: 0.875rem; }
.bars li { display: grid; grid-template-columns: 3.2em minmax(0, 1fr) 3.6em; gap: 8px; align-items: center; line-height:\
 1.35; color: var(--gsa-muted); }
.bars :is(.name, .value) { min-height: 1lh; white-space: nowrap; }
.bars .track { height: 9px; border-radius: 2px; background: var(--gsa-sunken); overflow: hidden; }
.bars .bar { display: block; height: 100%; width: 100%; transform-origin: 0 50%; transition: transform 110ms ease-out; b\
ackground: var(--bar); }
.bars li:not(.best) .bar { opacity: 0.55; }
/* 6 and 9 are one digit for whoever ignores turns: both are its answer. */
.panel[data-shared] .bars .second .bar { opacity: 1; }
.bars .best, .panel[data-shared] .bars .second { color: var(--gsa-ink); font-weight: 650; }
.bars .value { text-align: right; }
/* Two lines, whatever stands in them, so that nothing moves while it turns. */
.panel footer { grid-column: 1 / -1; display: grid; grid-template: 1.45em minmax(1.45em, auto) / 1fr auto; gap: 0 12px; \
margin-top: 8px; font-size: 0.875rem; line-height: 1.45; color: var(--gsa-muted); }
.panel .verdict { color: var(--bar); font-weight: 650; white-space: nowrap; }
.panel .count { grid-area: 2 / 1 / auto / -1; }
.panel .count b { color: var(--gsa-ink); }
.panel .time { grid-area: 1 / 2; white-space: nowrap; }
.panel .blank { display: none; align-self: center; color: var(--gsa-muted); }
.panel[data-state="blank"] .blank { display: block; }
.panel[data-state="blank"] .bars { visibility: hidden; }
.panel .trouble { grid-column: 1 / -1; display: flex; gap: 12px; flex-direction: column; align-items: flex-start; margin\
-top: 8px; font-size: 0.875rem; overflow-wrap: anywhere; }
.trouble button { height: 36px; flex: none; }
.panel[data-trouble] :is(.bars, .blank, footer) { display: none; }
/* In the place of the answer, so that nothing moves under the hand that tries. */
.panel .untaught { display: none; position: absolute; inset: auto 16px 14px; color: var(--gsa-muted); font-size: 0.875re\
m; line-height: 1.35; }
.panel[data-untaught]:not([data-trouble]) .untaught { display: block; }
.panel[data-untaught] :is(.bars, .blank, .digit, footer) { visibility: hidden; }
@container (min-width: 640px) and (max-width: 1079px) {
  .panels, .panels[data-count="3"] { grid-template-columns: minmax(0, 1fr); }
}
/* Three beside each other have the digit above all else. */
@container (min-width: 1080px) {
  .panels[data-count="3"] .panel { grid-template-columns: auto minmax(0, 1fr); padding: 12px; }
  .panels[data-count="3"] :is(.bars, .blank) { grid-area: 3 / 1 / auto / -1; }
  .panels[data-count="3"] .digit { font-size: 3.4rem; }
  .panels[data-count="3"] footer { grid-template-columns: minmax(0, 1fr); }
  .panels[data-count="3"] .time { grid-area: auto; }
}
@container (max-width: 639px) {
  .panels { gap: 8px; }
  .panel .untaught { position: static; grid-area: 2 / 2; font-size: 0.8125rem; }
  .panel { padding: 10px 6px 10px 10px; gap: 0 8px; grid-template-rows: auto 1fr; align-items: start; }
  .panel .model { font-size: 0.9375rem; }
  .panel .digit { font-size: 3.75rem; }
  .panel footer { grid-area: 2 / 2; grid-template-columns: minmax(0, 1fr); margin: 0; font-size: 0.8125rem; }
  .panel .blank { font-size: 0.8125rem; }
  .panel :is(.note, .bars, .time, .wordy) { display: none; }
  .panels[data-count="3"] { gap: 6px; }
  .panels[data-count="3"] .panel { grid-template-columns: minmax(0, 1fr); padding: 8px; }
  .panels[data-count="3"] :is(header, .blank, .digit, footer, .untaught) { grid-area: auto; }
  .panels[data-count="3"] .digit { font-size: 2.6rem; text-align: start; }
  .panels[data-count="3"] .verdict { white-space: normal; }
}
@container (max-width: 349px) {
  .panel { gap: 0 6px; }
  .panel .digit { font-size: 3rem; }
  .panel > header .model, .panel .count { min-height: 2lh; line-height: 1.2; }
}
@media (forced-colors: active) {
  .bars .bar { background: CanvasText; forced-color-adjust: none; }
}
${Zs}
`;function za(n,e,t){let r=v(n,'<div class="panels"></div>');g(t,()=>{r.dataset.count=String(e.networks.shown.value.length)}),
H(e,t,(s,o,i)=>[Ba(r,e,s,o,i)])}function Ba(n,e,t,r,s){let o=["best","second","others"].map(l=>`<li class="${l}"><span c\
lass="name"></span><span class="track"><span class="bar"></span></span><span class="value"></span></li>`),i=v(n,`<sectio\
n class="panel ${L(r)}" part="answer" data-state="blank" role="group">
      <div class="digit" part="digit"></div>
      <header><h2 class="model"></h2><p class="note"></p></header>
      <ol class="bars" part="bars">${o.join("")}</ol>
      <p class="blank">Draw something</p>
      <p class="untaught">Random weights: it knows nothing.</p>
      <div class="trouble" role="alert" hidden>
        <p></p>
        <button type="button" class="retry">Try again</button>
        <button type="button" class="former" hidden></button>
      </div>
      <footer><span class="verdict" title="± is the largest change of a probability since upright"><span class="brief"><\
/span><span class="wordy"></span></span><span class="count"></span><span class="time"></span></footer>
    </section>`);h(i,".retry").addEventListener("click",()=>e.loading.retry(),{signal:s});let a=()=>{let l=t.peek()?.former;
l&&e.pick(e.values.map((c,u)=>u===r?l:c))};return h(i,".former").addEventListener("click",a,{signal:s}),g(s,()=>{let l=e.
networks.names.value[r]??"",c=t.value?.info.value,u=c&&j(c);h(i,".model").textContent=u?_(u):l;let d=e.networks.shown.value.
flatMap(({info:f})=>f.value?_(j(f.value)):[]),p=u&&d.filter(f=>f===_(u)).length<2,m=u?[Fs(u),...p?[]:[l]]:[];h(i,".note").
textContent=m.join(" · "),i.setAttribute("aria-label",`Answer of ${l}`)}),g(s,()=>{let l=e.asking.blank.value,c=e.drawing.
isEmpty.value;h(i,".blank").textContent=l==="nearly"?"Draw a little more":c?"Draw something":"One moment…"}),g(s,()=>{
let l=t.value?.error.value,c=l&&!te(l)?l.message:null,u=h(i,".trouble");i.toggleAttribute("data-trouble",c!==null),u.hidden=
c===null,h(u,"p").textContent=c??"";let d=c!==null&&e.picked&&t.value?.former||"";h(u,".former").hidden=!d,h(u,".former").
textContent=`Back to ${On(e.files.nameOf(d)??d)}`}),Qs(i,h(i,"footer"),e,t,s),g(s,()=>i.toggleAttribute("data-untaught",
e.isUntaught.value)),g(s,()=>{let l=t.value?.shown.value??null,c=l!==null&&e.asking.unanswered.value!==null;i.toggleAttribute(
"data-old",c),Wa(i,l,t.value?.isRecorded.value??!1),c&&(h(i,".verdict").textContent=`that was at ${Math.round(l.angle)}°`)}),
g(s,()=>{let l=t.value?.round.value,c=l&&J(l),{asked:u,kept:d}=Ae(l?Y(l,P):[]),p=h(i,".count");p.replaceChildren(),!(!c||
u<Da)&&(v(p,`<b>${d} of ${u}</b>`),p.append(" angles"),v(p,`<span class="wordy">: still ${c.digit}</span>`))}),i}function Wa(n,e,t){
let{digit:r,probabilities:s,milliseconds:o}=e?.prediction??{},i=e?.upright&&e.upright.digit!==r;n.toggleAttribute("data-\
shared",He(s??[])),n.dataset.state=e?i?"lost":"kept":"blank",h(n,".digit").textContent=String(r??"–"),h(n,".time").textContent=
t?"recorded":o===void 0?"":ve(o);let[a,l]=e?Ga(e):[];E(h(n,".verdict .brief"),a??""),E(h(n,".verdict .wordy"),l??"");for(let{
row:c,name:u,p:d}of Fa(s??[])){let p=h(n,`.bars .${c}`);E(h(p,".name"),u),h(p,".bar").style.transform=`scaleX(${d.toFixed(
4)})`,E(h(p,".value"),Gt(d))}}function Fa(n){if(n.length===0)return[];let[e,t]=[...n.keys()].sort((s,o)=>n[o]-n[s]),r=n.
reduce((s,o,i)=>i===e||i===t?s:s+o,0);return[{row:"best",name:String(e),p:n[e]},{row:"second",name:String(t),p:n[t]},{row:"\
others",name:"others",p:Math.min(1,r)}]}function Ga({prediction:{digit:n,probabilities:e},angle:t,upright:r}){if(t===0)return[
"upright"];if(!r)return[];if(r.digit!==n)return[`✗ upright: ${r.digit}`];let s=vt(r.probabilities,e);return s<_a?["✓ s\
ame"," as upright"]:["✓ as upright",` ±${Ys(s)}`]}function qa({networks:n,isUntaught:e}){if(e.value)return{columns:["\
Digit"],rows:[]};let t=n.shown.value.flatMap(({shown:s},o)=>{let{probabilities:i}=s.value?.prediction??{};return i?[{name:n.
names.value[o],probabilities:i}]:[]}),r=t.length===0?[]:[...t[0].probabilities.keys()];return{columns:["Digit",...t.map(
({name:s})=>s)],rows:r.map(s=>[s,...t.map(({probabilities:o})=>Math.round(1e6*o[s])/1e6)])}}var Qn={};D(Qn,{figure:()=>xo,gridWeighs:()=>Mo,mount:()=>yl,style:()=>xl,wants:()=>yo});var Ha={light:["#0072b2","#56b4e9","#00795a","#e5c200","#1b1d22","#e58fbf","#6a3d9a","#e69f00"],dark:["#3f9bdc","#9ad4f7",
"#1fbf94","#ffe14d","#e9e6df","#f3b3d6","#a97fe0","#ffb733"]},Js={light:["#ffffff","#fad6a5","#e9806e","#a8205c","#4a083\
e"],dark:["#1c1e23","#5c1e54","#be3462","#f48c5e","#ffecbe"]},Ka={light:"#e4e1d8",dark:"#34363d"},Ht=1.5,fe=[0,.1,.5,1,Ht];
function Oe(n){return Math.sqrt(Math.min(Math.max(n,0),Ht)/Ht)}function $e(n,e){return zn(ro(Ha[e?"dark":"light"],n/45%8))}
function Kt(n,e){let t=e?"dark":"light";return Number.isNaN(n)?so(Ka[t]):ro(Js[t],Oe(n)*(Js[t].length-1))}var Un=1024,eo=new Map;
function to(n,e,t){let r=eo.get(t);r||(r=Array.from({length:Un+1},(i,a)=>Kt(Ht*(a/Un)**2,t)),eo.set(t,r));let s=Kt(NaN,t),
o=new ImageData(e,n.length/e);for(let i=0;i<n.length;i++){let a=n[i],l=Number.isNaN(a)?s:r[Math.round(Oe(a)*Un)];for(let c=0;c<
3;c++)o.data[4*i+c]=l[c];o.data[4*i+3]=255}return o}function no(n){let[e,t,r]=(n.match(/\d+/g)??[]).map(s=>{let o=Number(
s)/255;return o<=.04045?o/12.92:((o+.055)/1.055)**2.4});return .2126*e+.7152*t+.0722*r>.179?"#000000":"#ffffff"}function zn(n){
return`rgb(${n.join(", ")})`}function ro(n,e){let t=Math.floor(e),r=e-t,[s,o]=[n[t%n.length],n[(t+1)%n.length]].map(so),
[i,a,l]=s.map((c,u)=>Math.round(c+(o[u]-c)*r));return[i,a,l]}function so(n){let e=parseInt(n.slice(1),16);return[e>>16,e>>
8&255,e&255]}var Xa="http://www.w3.org/2000/svg";function M(n,e,t){let r=document.createElementNS(Xa,e);return ce(r,t),n.append(r),r}
function ce(n,e){for(let[t,r]of Object.entries(e))n.setAttribute(t,typeof r=="number"?r.toFixed(2):r)}var Zn={};D(Zn,{mount:()=>Yn,style:()=>bl,turnByKey:()=>re});var io=new WeakMap;function Va(){return Math.min(3,devicePixelRatio||1)}function Ya(n,e){let t=devicePixelRatio,r=()=>{devicePixelRatio!==
t&&(t=devicePixelRatio,n())};addEventListener("resize",r,{signal:e});let s=()=>{let o=globalThis.matchMedia?.(`(resoluti\
on: ${devicePixelRatio}dppx)`),i=()=>{r(),s()};o?.addEventListener("change",i,{once:!0,signal:e})};s()}var Z=class{#e;#t;#n=0;constructor(e,t,r){
if(this.#e=e,this.#t=t,io.set(e,this),r.addEventListener("abort",()=>cancelAnimationFrame(this.#n)),Ya(()=>this.invalidate(),
r),typeof ResizeObserver!="function"){addEventListener("resize",()=>this.invalidate(),{signal:r}),this.invalidate();return}
let s=new ResizeObserver(()=>this.invalidate());s.observe(e),r.addEventListener("abort",()=>s.disconnect())}invalidate(){
this.#n||=requestAnimationFrame(()=>{this.#n=0,this.paint()})}paint(){let e=this.#e,t=e.clientWidth,r=e.getContext("2d");
if(t===0||!r)return;let s=Math.round(t*Va()*(e.currentCSSZoom??1));e.width!==s||e.height!==s?e.width=e.height=s:r.clearRect(
0,0,s,s),this.#t({context:r,size:s,...Ke(e)})}};function Ke(n){let e=getComputedStyle(n),t=r=>e.getPropertyValue(`--gsa-${r}`).
trim();return{colour:t,dark:t("dark")==="1"}}function Xt(n){io.get(n)?.paint()}var oo=new WeakMap;function Vt(n,e,t,r,s){
let o=oo.get(n);o||oo.set(n,o=document.createElement("canvas")),o.width=e.width,o.height=e.height,o.getContext("2d")?.putImageData(
e,0,0),n.imageSmoothingEnabled=!1,n.drawImage(o,t,r,s,s)}function ao(n){let e=Math.sqrt(n.length),t=new ImageData(e,e);for(let r=0;r<
n.length;r++){let s=Math.round(255*Math.min(1,Math.max(0,n[r])));t.data.set([s,s,s,255],4*r)}return t}var Yt=.062,Bn=.5-Yt/2,lo=`
.pad {
  position: absolute; border-radius: 50%;
  background: var(--gsa-surface); box-shadow: 0 0 0 1px var(--gsa-line-strong);
  cursor: crosshair; touch-action: none;
  -webkit-touch-callout: none; -webkit-tap-highlight-color: transparent;
}
.pad:focus-visible { outline-offset: 1px; }
/* A stroke may begin beside the rim. */
.paper { position: absolute; cursor: crosshair; touch-action: none; -webkit-touch-callout: none; -webkit-tap-highlight-c\
olor: transparent; }
.hint {
  position: absolute; display: grid; place-content: center; gap: 2px; text-align: center;
  color: var(--gsa-muted); pointer-events: none; transition: opacity 150ms;
}
.hint > * { justify-self: center; padding: 0 6px; background: var(--gsa-surface); }
.hint b { font-size: 1.0625rem; font-weight: 600; color: var(--gsa-ink); }
.hint::before {
  content: ""; justify-self: center; width: 10px; height: 10px; margin-bottom: 10px; border-radius: 50%; background: var\
(--gsa-accent);
}
.pad:not([data-blank]) ~ .hint { opacity: 0; }
.pad:is([data-drawing], [data-keys]) ~ .hint { opacity: 0; }
.keys { position: absolute; inset: auto 0 32%; display: none; text-align: center; font-size: 0.8125rem; color: var(--gsa\
-muted); pointer-events: none; }
.pad[data-keys] ~ .keys { display: block; }
`;function co(n,e,t){v(n,'<div class="paper"></div>');let r=v(n,'<canvas class="pad" part="pad" tabindex="0" role="appli\
cation"></canvas>');v(n,'<p class="hint" aria-hidden="true"><b>Draw a digit</b><span>or take one from below</span></p>'),
v(n,'<p class="keys" aria-hidden="true">Arrows move, Space draws, Enter ends</p>'),Za(r,e,t);let{drawing:s,turning:o}=e,
i=new Z(r,a=>Qa(a,e),t);return g(t,()=>{s.strokes.value,s.pen.value,o.angle.value,e.dark.value,i.invalidate()}),g(t,()=>{
let{down:a,keys:l}=s.pen.value;r.toggleAttribute("data-blank",s.isEmpty.value),r.toggleAttribute("data-drawing",a),r.toggleAttribute(
"data-keys",l!==null)}),g(t,()=>{let a=s.strokes.value.length,c=`Drawing pad, ${a===0?"empty":a===1?"one stroke":`${a} s\
trokes`}, ${ae(o.angle.value)}. Arrow keys turn it. Enter begins to draw with keys: arrows move the pen, space lowers an\
d lifts it.`;r.getAttribute("aria-label")!==c&&r.setAttribute("aria-label",c)}),r}function Za(n,{drawing:e,turning:t},r){
let s=a=>Et(a,-t.angle.peek()),o=a=>{if(a.ctrlKey||a.metaKey||a.altKey)return;let{key:l}=a,{down:c,keys:u}=e.pen.peek();
if(!u){if(l!=="Enter")return;a.preventDefault(),e.writeByKeys({x:.5,y:.5});return}let d=a.shiftKey?.01:.04,p={ArrowLeft:[
-d,0],ArrowRight:[d,0],ArrowUp:[0,-d],ArrowDown:[0,d]};if(l==="Enter"||l==="Escape")e.writeByKeys(null);else if(l===" "&&
c)e.end();else if(l===" ")e.begin(s(u),u);else if(Object.hasOwn(p,l)){let m={x:u.x+p[l][0],y:u.y+p[l][1]},f=Math.hypot(m.
x-.5,m.y-.5)<=Bn;f&&c?e.extend([s(m)],m):f&&e.moveKeys(m)}else return;a.preventDefault()};n.addEventListener("keydown",o,
{signal:r});let i=()=>e.pen.peek().keys&&e.writeByKeys(null);n.addEventListener("blur",i,{signal:r})}function Qa({context:n,
size:e,colour:t},{drawing:r,turning:s}){n.save(),n.scale(e,e),n.save(),n.translate(.5,.5),n.rotate(-s.angle.peek()*Math.
PI/180),n.translate(-.5,-.5),Ja(n,t("line"),t("muted")),n.strokeStyle=t("ink"),n.lineWidth=Yt,n.lineCap=n.lineJoin="roun\
d";for(let o of r.strokes.peek())n.beginPath(),We(n,o),n.stroke();n.restore(),el(n,r.pen.peek(),t("accent")),n.restore()}
function Ja(n,e,t){n.strokeStyle=e,n.lineWidth=.003,n.setLineDash([.008,.012]),n.beginPath(),n.moveTo(.06,.5),n.lineTo(.94,
.5),n.moveTo(.5,.06),n.lineTo(.5,.94),n.stroke(),n.setLineDash([]),n.fillStyle=t,n.beginPath(),n.moveTo(.5,.02),n.lineTo(
.516,.047),n.lineTo(.484,.047),n.fill()}function el(n,{down:e,keys:t},r){t&&(n.strokeStyle=n.fillStyle=r,n.lineWidth=.008,
n.beginPath(),n.arc(t.x,t.y,e?Yt/2:Yt*.7,0,2*Math.PI),e?n.fill():n.stroke())}var tl=["left:0;top:0","left:100%;top:0","left:0;top:100%"],Zt=class{#e;constructor(e){this.#e=tl.map(t=>{let r=document.
createElement("i");return r.style.cssText=`position:absolute;${t};width:0;height:0;pointer-events:none`,r.ariaHidden="tr\
ue",e.append(r),r})}get map(){let[e,t,r]=this.#e.map(c=>c.getBoundingClientRect()),[s,o]=[t.x-e.x,t.y-e.y],[i,a]=[r.x-e.
x,r.y-e.y],l=s*a-o*i;return Math.abs(l)>0?({clientX:c,clientY:u})=>{let[d,p]=[c-e.x,u-e.y];return{x:(d*a-p*i)/l,y:(s*p-o*
d)/l}}:null}};var Wn=500,uo=80,nl=500,Fn={mouse:3,pen:6,touch:10},Gn={way:.25,ms:400},po=.1,ho=.08;function rl(n,e){return((e-n)%360+540)%
360-180}function fo(n,e){return Math.hypot(n.x-e.x,n.y-e.y)}var qn=class{constructor(e){this.from=e,this.raw=e,this.deaf=
ge(e)===e?null:ge(e)}move(e){this.raw+=e;let t=ge(this.raw);return t!==this.deaf&&(this.deaf=null),t===null||t===this.deaf?
this.raw:t}},Qt=class{#e;#t=new Map;#n=null;#r=-1/0;#s=-1/0;#o={time:-1/0,from:0};constructor(e){this.#e=e}#i(e){return Array.
from(this.#t.values()).filter(t=>t.role===e)}get isBusy(){return this.#t.size>0}seePen(e){this.#r=e}down(e,t){this.up(e.
id);let{id:r,kind:s}=e,o={id:r,kind:s,zone:t,role:"rests",from:e,last:e,way:0};this.#t.set(r,o),s==="pen"&&this.#d(e.time);
let i=this.#l(o);return i?this.#h(i,o):this.#c(e)||this.#u(o),o.role}#d(e){this.seePen(e);for(let t of this.#t.values())
t.kind==="touch"&&(t.role==="draws"?this.#e.cancel(!1):(t.role==="turns"||t.role==="twists")&&this.#v(),t.role="rests");
e-this.#s<Wn&&this.#e.cancel(!1),e-this.#o.time<Wn&&this.#e.turnTo(this.#o.from),this.#s=this.#o.time=-1/0}#l({kind:e,from:t}){
if(e!=="touch"||this.#c(t))return null;let r=[...this.#i("draws"),...this.#i("waits"),...this.#i("turns")];return r.push(
...this.#i("stays")),r.find(({kind:s,zone:o})=>s==="touch"&&o!=="knob")??null}#c({kind:e,size:t,time:r}){return e!=="tou\
ch"?!1:Array.from(this.#t.values()).some(o=>o.kind==="pen"&&o.role!=="rests")||r-this.#r<Wn||t>uo}#u(e){let{zone:t,kind:r,
from:s}=e,o=[...this.#i("draws"),...this.#i("turns"),...this.#i("twists")];if(r==="pen")for(let i of o)this.#w(i);else if(o.
length>0)return;t==="pad"?e.role=this.#e.begin(s.at)?"draws":"rests":t==="knob"?this.#a([e],"turns"):e.role="waits"}#h(e,t){
if(e.role==="draws"){let r=t.from.time-e.from.time;e.way>Gn.way&&r>Gn.ms?this.#e.end():this.#e.cancel(!1)}this.#a([e,t],
"twists")}#a(e,t){this.#n??=new qn(this.#e.angle());for(let r of e)r.role=t;this.#e.turn(this.#n.raw)}move(e,t){let r=this.#t.
get(e.id);if(!r)return;let s=r.last;if(r.last=e,r.way+=fo(s.at,e.at),e.kind==="pen"&&this.seePen(e.time),e.size>uo&&e.kind===
"touch"&&this.#p(r)&&(r.role==="draws"&&this.#e.cancel(!1),r.role="rests"),r.role==="waits"&&!this.#f(r)&&this.#m(r),r.role===
"draws")this.#e.extend(t);else if(r.role==="turns")this.#g(s.at,e.at,{x:0,y:0});else if(r.role==="twists"){let o=this.#i(
"twists").find(({id:i})=>i!==r.id);o&&this.#g(s.at,e.at,o.last.at)}}#p({role:e,way:t}){return e==="waits"||e==="draws"&&
t<po}#f({kind:e,from:t,last:r}){let s=e==="touch"?Fn.touch:e==="pen"?Fn.pen:Fn.mouse;return fo(t.seen,r.seen)<=s}#m(e){(e.
kind==="touch"||e.kind==="pen")&&e.zone==="curves"?e.role="rests":this.#a([e],"turns")}#g(e,t,r){if(!this.#n)return;let[
s,o]=[e,t].map(({x:a,y:l})=>({x:a-r.x,y:l-r.y}));if(Math.hypot(s.x,s.y)<ho||Math.hypot(o.x,o.y)<ho)return;let i=rl(Me(s.
x,s.y),Me(o.x,o.y));this.#e.turn(this.#n.move(i))}up(e,t){let r=this.#t.get(e);if(!r)return;let{role:s,kind:o,from:i,last:a,
way:l}=r;if(o==="touch"&&s==="draws"&&l<po&&t!==void 0&&(this.#s=t),o==="pen"&&t!==void 0&&this.seePen(t),this.#w(r),this.#t.
delete(e),!(s==="waits"&&t!==void 0&&this.#f(r))||o==="touch"&&t-i.time>nl)return;o==="touch"&&(this.#o={time:t,from:this.#e.
angle()});let u=Me(a.at.x,a.at.y);this.#e.turnTo(ge(u)??u)}#w(e){let{role:t}=e;if(e.role="rests",t==="draws"&&this.#e.end(),
t==="twists")for(let r of this.#i("twists"))r.role="stays";(t==="turns"||t==="twists")&&(this.#n=null,this.#e.settle())}#v(){
this.#n&&(this.#e.turn(this.#n.from),this.#n=null,this.#e.settle())}cancel(e){let t=this.#t.get(e);t?.role==="draws"&&t.
kind==="touch"&&(this.#e.cancel(t.way>Gn.way),t.role="rests"),this.up(e)}letGo(){for(let e of[...this.#t.keys()])this.up(
e)}forgetFingers(){for(let{id:e,kind:t}of[...this.#t.values()])t==="touch"&&this.up(e)}};var T={half:280,pad:122,unsure:132,sure:194,knob:256},Hn=[[207],[207,228],[204,219.5,235]],Jt={from:242,to:250,quarterTo:254,
label:268},sl=7,ol=9,mo=`
.polar[data-old] :is(.curves, .tracks) { opacity: 0.4; }
.polar { position: absolute; inset: 0; }
.polar svg { display: block; width: 100%; height: 100%; overflow: visible; }
.polar[data-untaught] :is(.curves, .tracks) { display: none; }
.polar .rim { fill: none; stroke: var(--gsa-line); stroke-width: 1; }
.polar .mark { stroke: var(--gsa-muted); stroke-width: 1.5; stroke-linecap: round; }
.polar .mark.quarter { stroke: var(--gsa-ink); stroke-width: 3; }
.polar .degrees { fill: var(--gsa-muted); font-size: 12px; text-anchor: middle; dominant-baseline: central; }
.polar .main { --of: var(--gsa-accent); }
.polar .other { --of: var(--gsa-other); }
.polar .third { --of: var(--gsa-third); }
.polar .curve { stroke: var(--of); stroke-width: 2; stroke-linejoin: round; fill: var(--of); fill-opacity: 0.13; }
.polar .other .curve { fill: none; stroke-dasharray: 4 3; stroke-width: 2.5; }
.polar .third .curve { fill: none; stroke-dasharray: 1 5; stroke-linecap: round; stroke-width: 3; }
.polar .three .read { font-size: 12px; stroke-width: 4; }
.polar .three .run.kept { stroke-width: 8; }
.polar .run { fill: none; stroke: var(--of); stroke-width: 1.5; }
.polar .run.kept { stroke-width: 9; }
.polar .run.unasked { stroke: var(--gsa-line-strong); stroke-dasharray: 1.5 5; stroke-linecap: round; }
.polar .read { fill: var(--of); font-size: 14px; font-weight: 700; text-anchor: middle; dominant-baseline: central; stro\
ke: var(--gsa-ground); stroke-width: 6; paint-order: stroke; }
.polar .here { fill: var(--of); stroke: var(--gsa-surface); stroke-width: 2; }
@container (max-width: 460px) {
  .polar .degrees { display: none; }
  .polar .read { font-size: 20px; stroke-width: 8; }
  .polar .run.kept { stroke-width: 12; }
  .polar .curve { stroke-width: 3; }
  .polar .other .curve { stroke-width: 3.5; }
  .polar .third .curve { stroke-width: 4; stroke-dasharray: 1 7; }
  .polar .three .read { font-size: 15px; stroke-width: 5; }
  .polar .three .run.kept { stroke-width: 9; }
}
@media (forced-colors: active) {
  .polar .main { --of: LinkText; }
  .polar .other { --of: CanvasText; }
  .polar .third { --of: Highlight; }
}
`;function Kn(n,e){return n.rounds.next(e)}function en(n,e,t,r=!0){let{half:s,unsure:o,sure:i}=T,a=v(n,`<div class="pola\
r" ${r?'part="polar"':""}></div>`),l=`${-s} ${-s} ${2*s} ${2*s}`,c=M(a,"svg",{viewBox:l,role:"img"});for(let f of[o,i])M(
c,"circle",{class:"rim",r:f});let u=M(c,"g",{});if(g(t,()=>{u.replaceChildren();let f=e.networks.shown.value.at(0)?.info.
value?.group.elements??[];il(u,new Set(f.map(({degrees:w})=>w)))}),!r)return c.setAttribute("aria-hidden","true"),c;let d=M(
c,"g",{class:"curves"}),p=M(c,"g",{class:"tracks"});g(t,()=>a.toggleAttribute("data-untaught",e.isUntaught.value));let m=S(
()=>e.networks.shown.value.length);return g(t,()=>p.classList.toggle("three",m.value>2)),H(e,t,(f,w,k)=>{let y=S(()=>Y(f.
value?.round.value??new Map,P));return[al(d,e,y,w,k),ll(p,y,m,w,k)]}),g(t,()=>c.setAttribute("aria-label",pl(e))),g(t,()=>a.
toggleAttribute("data-old",e.asking.unanswered.value!==null)),e.study.join(Kn,le(a,t),t),c}function il(n,e){for(let t of new Set(
[0,45,90,135,180,225,270,315,...e])){let r=t%90===0;if(r||e.has(t)){let[s,o]=[Jt.from,r?Jt.quarterTo:Jt.to].map(a=>ne(t,
a));M(n,"line",{class:r?"mark quarter":"mark",x1:s.x,y1:s.y,x2:o.x,y2:o.y})}if(t%45===0){let{x:s,y:o}=ne(t,Jt.label);M(n,
"text",{class:"degrees",x:s,y:o}).textContent=`${t}°`}}}function al(n,e,t,r,s){let{unsure:o,sure:i}=T,a=M(n,"g",{class:L(
r)}),l=M(a,"path",{class:"curve"}),c=M(a,"circle",{class:"here",r:6});return g(s,()=>l.setAttribute("d",Hs(t.value,o,i))),
g(s,()=>{let u=e.turning.angle.value,d=Gs(t.value,u),{x:p,y:m}=ne(u,o+(i-o)*(d??0));ce(c,{cx:p,cy:m,visibility:d===null?
"hidden":"visible"})}),a}function ll(n,e,t,r,s){let o=M(n,"g",{class:L(r)});return g(s,()=>{o.replaceChildren();let i=cl(
t.value,r),a=Wt(e.value);for(let l of a){let c=l.digit===null?"run unasked":l.kept?"run kept":"run",u=a.length>1&&l.digit!==
null?.7:0;M(o,"path",{class:c,d:Ft(l.from+u,l.to-u,i)})}for(let{run:l,degrees:c}of ul(a))M(o,"text",{class:"read",...ne(
c,i)}).textContent=`${l.digit}`}),o}function cl(n,e){let t=Hn[Math.min(n,Hn.length)-1]??Hn[0];return t[Math.min(e,t.length-
1)]}function ul(n){let e=[],t=n.filter(r=>r.digit!==null&&!r.kept);for(let r of t.sort((s,o)=>o.count-s.count)){let s=(r.
from+r.to)/2,o=ol,i=e.every(a=>Math.abs(dl(s,a.degrees))>=o);r.to-r.from>=sl&&i&&e.push({run:r,degrees:s})}return e}function dl(n,e){
return((e-n)%360+540)%360-180}function pl(n){return n.isUntaught.value?"Nothing is shown all round: with random weights \
answers mean nothing":`Answers all round. ${n.networks.shown.value.map(({round:t},r)=>{let s=Y(t.value,P),{asked:o,kept:i}=Ae(
s),a=J(t.value),l=n.networks.names.value[r]??"";return a?`${l} reads ${a.digit} upright, and again at ${i} of ${o} angle\
s`:`${l}: not asked yet`}).join(". ")}`}var Vn=T.pad/T.half,hl=(T.sure+4)/T.half,fl=20,ml=16,gl=200,wl="button, a, input, select, summary";function go({target:n}){
return n instanceof Element&&n.closest(wl)!==null}function Xn({x:n,y:e}){return{x:2*n-1,y:2*e-1}}function wo({x:n,y:e}){
if(Math.max(Math.abs(n),Math.abs(e))<=Vn)return"pad";let t=Math.hypot(n,e);return t>1?null:t>=hl?"band":"curves"}function vo(n,{
pad:e,knob:t},{drawing:r,turning:s},o){let i=new Zt(n),a=({x:b,y:A})=>{let[O,N]=[b/Vn/2,A/Vn/2],U=Math.min(1,Bn/Math.hypot(
O,N));return Et({x:.5+U*O,y:.5+U*N},-s.angle.peek())},l=()=>r.pen.peek().down&&!r.pen.peek().keys,c=new Qt({begin(b){let{
down:A,keys:O}=r.pen.peek();return A&&!O?!1:(s.stop(),r.begin(a(b)))},extend:b=>l()&&r.extend(b.map(a)),end:()=>l()&&r.end(),
cancel:b=>r.cancel(b),angle:()=>s.angle.peek(),turn:b=>s.turn(I(Math.round(b*10)/10),!1),settle:()=>s.turn(s.angle.peek()),
turnTo:b=>s.turnTo(Math.round(b*10)/10)}),u=(b,A)=>({id:b.pointerId,kind:b.pointerType,at:A,seen:{x:b.clientX,y:b.clientY},
size:Math.max(b.width,b.height),time:b.timeStamp}),d=({pointerId:b})=>{try{n.setPointerCapture(b)}catch{}},p=b=>{if(b.button!==
0||go(b))return;let{map:A}=i,O=A&&Xn(A(b)),U=b.target instanceof Node&&t.contains(b.target)?"knob":O&&wo(O);if(!O||!U)return;
b.pointerType==="touch"&&b.isPrimary&&c.forgetFingers();let ke=c.down(u(b,O),U);(U!=="curves"||b.pointerType!=="touch")&&
(b.preventDefault(),d(b)),ke!=="rests"&&(ke==="draws"?e:t).focus({preventScroll:!0})},m=b=>{let A=(b.buttons&1)===1;if(b.
pointerType==="pen"&&!A&&c.seePen(b.timeStamp),A||c.up(b.pointerId),!c.isBusy)return;let{map:O}=i;if(!O)return;let N=b.getCoalescedEvents?.()??
[],U=(N.length>0?N:[b]).map(ke=>Xn(O(ke)));c.move(u(b,U[U.length-1]),U)},f=b=>{b.pointerType==="mouse"&&(b.buttons&1)===
1?d(b):c.up(b.pointerId)},w={capture:!0,signal:o};n.addEventListener("pointerdown",p,w),n.addEventListener("pointermove",
m,w),n.addEventListener("pointerup",b=>c.up(b.pointerId,b.timeStamp),w),n.addEventListener("pointercancel",b=>c.cancel(b.
pointerId),w),n.addEventListener("lostpointercapture",f,w),window.addEventListener("blur",()=>c.letGo(),{signal:o}),o.addEventListener(
"abort",()=>c.letGo());let k=b=>{(c.isBusy||b.target===e)&&b.preventDefault()};n.addEventListener("contextmenu",k,{signal:o});
let y=b=>{if(!b.cancelable||go(b))return;let{map:A}=i,O=Array.from(b.targetTouches),N=A?O.map(U=>wo(Xn(A(U)))):[];(N.length>
1||N.includes("band"))&&b.preventDefault()};n.addEventListener("touchstart",y,{passive:!1,signal:o}),vl(n,s,o)}function vl(n,e,t){
let r=null,s,o=()=>{clearTimeout(s),r!==null&&e.turn(e.angle.peek()),r=null},i=a=>{if(!a.shiftKey||a.ctrlKey||a.metaKey)
return;a.preventDefault();let l=a.deltaY||a.deltaX,c=a.deltaMode===WheelEvent.DOM_DELTA_PIXEL?l:l*ml;r=(r??e.angle.peek())-
c/fl,e.turn(I(Math.round(r*10)/10),!1),clearTimeout(s),s=setTimeout(o,gl)};n.addEventListener("wheel",i,{passive:!1,signal:t}),
t.addEventListener("abort",o)}var bo={ArrowRight:5,ArrowUp:5,ArrowLeft:-5,ArrowDown:-5,PageUp:90,PageDown:-90},tn=n=>(50*n/T.half).toFixed(2),bl=`
.dial { position: relative; width: min(100%, var(--stage)); aspect-ratio: 1; cursor: pointer; touch-action: pan-x pan-y;\
 -webkit-user-select: none; user-select: none; }
${mo}
${lo}
:is(.pad, .paper, .hint) { inset: calc(50% - ${tn(T.pad)}%); }
.pad { width: calc(2 * ${tn(T.pad)}%); height: calc(2 * ${tn(T.pad)}%); }
.arm { position: absolute; left: 50%; bottom: 50%; width: 0; height: ${tn(T.knob)}%; transform-origin: 50% 100%; pointer\
-events: none; transform: rotate(var(--angle, 0deg)); }
.arm::before {
  content: ""; position: absolute; left: -1px; width: 2px; top: 0; bottom: ${(100*T.unsure/T.knob).toFixed(2)}%; backgro\
und: var(--gsa-ink);
}
.knob {
  position: absolute; left: 0; top: 0; width: 44px; height: 44px; margin: -22px; border-radius: 50%;
  display: grid; place-items: center; pointer-events: auto; cursor: grab; touch-action: none; -webkit-tap-highlight-colo\
r: transparent;
}
.knob::before {
  content: ""; position: absolute; inset: 2px; border-radius: 50%;
  background: var(--gsa-ink); box-shadow: 0 0 0 2px var(--gsa-surface);
}
.knob:active { cursor: grabbing; }
.knob:focus-visible { outline-offset: -1px; }
/* Both ways along the ring. */
.ways { position: absolute; width: 88px; height: 44px; pointer-events: none; overflow: visible; fill: none; stroke: var(\
--gsa-ink); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.angle {
  position: relative; transform: rotate(calc(-1 * var(--angle, 0deg))); pointer-events: none;
  color: var(--gsa-ground); font-size: 0.8125rem; line-height: 1; font-weight: 700; font-variant-numeric: tabular-nums;
}
@media (forced-colors: active) {
  .knob::before { background: Highlight; forced-color-adjust: none; }
  .angle { color: HighlightText; forced-color-adjust: none; }
  .ways { stroke: CanvasText; }
}
`;function Yn(n,e,t,r=!0){let s=v(n,'<div class="dial" part="dial"></div>');en(s,e,t,r);let o=co(s,e,t),i=v(s,`<div clas\
s="arm"><div class="knob" part="knob" role="slider" tabindex="0"
      aria-label="Turn the drawing" aria-valuemin="0" aria-valuemax="359"><svg class="ways" viewBox="-44 -22 88 44" aria\
-hidden="true"><path d="M-31-6l-6 6 6 6M31-6l6 6-6 6" /></svg><span class="angle" part="angle" aria-hidden="true"></span\
></div></div>`),a=h(i,".knob");return vo(s,{pad:o,knob:a},e,t),a.addEventListener("keydown",l=>re(e,l),{signal:t}),g(t,()=>{
let l=e.turning.angle.value,c=String(Math.round(l)%360);s.style.setProperty("--angle",`${-l}deg`),h(s,".angle").textContent=
`${c}°`,a.setAttribute("aria-valuenow",c),a.setAttribute("aria-valuetext",ae(l))}),s}function re({turning:n},e){if(e.defaultPrevented||
e.ctrlKey||e.metaKey||e.altKey)return;let t;if(e.key==="Home")t=0;else if(e.key==="End")t=359;else if(e.key in bo){let r=bo[e.
key];t=n.angle.peek()+(e.shiftKey&&Math.abs(r)===5?r/5:r)}else return;e.preventDefault(),n.turn(I(Math.round(t*10)/10))}var Xe=216,K={left:34,right:14,top:16,bottom:26},ko=24,kl=4,xl=`
.errors { display: grid; gap: 8px; min-width: 0; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 1\
4px; background: var(--gsa-surface); }
.errors .sub { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.errors .plot { position: relative; border-radius: 6px; cursor: pointer; touch-action: pan-y; -webkit-user-select: none;\
 user-select: none; -webkit-tap-highlight-color: transparent; }
.errors svg { display: block; width: 100%; height: ${Xe}px; overflow: visible; }
.errors .grid { stroke: var(--gsa-line); stroke-width: 1; }
.errors .mark { stroke: var(--gsa-muted); stroke-width: 1.5; }
.errors .mark.quarter { stroke: var(--gsa-ink); stroke-width: 2.5; }
.errors text { fill: var(--gsa-muted); font-size: 12px; font-variant-numeric: tabular-nums; }
.errors .curve { fill: none; stroke: var(--bar); stroke-width: 2.5; stroke-linejoin: round; }
.errors .floor { fill: none; stroke: var(--gsa-muted); stroke-width: 1.5; stroke-dasharray: 1 3; }
.errors .ground { fill: var(--gsa-muted); fill-opacity: 0.09; stroke: none; }
.errors .here { fill: var(--bar); stroke: var(--gsa-surface); stroke-width: 2; }
.errors .dots { fill: none; stroke: var(--bar); stroke-width: 5; stroke-linecap: round; }
.errors .coarse .curve { opacity: 0.6; }
/* Of another drawing or layer */
.errors .stale { opacity: 0.22; }
.errors .stale :is(.curve, .dots) { stroke: var(--gsa-muted); }
.errors .stale .here { visibility: hidden; }
.errors .hand line { stroke: var(--gsa-ink); stroke-width: 2; }
.errors .hand circle { fill: var(--gsa-ink); }
.errors .key { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 0.8125rem; line-height: 1.35; font-variant-nume\
ric: tabular-nums; }
.errors .key b { color: var(--bar); }
.errors .key svg { display: inline-block; width: 26px; height: 8px; margin-inline-end: 6px; vertical-align: middle; }
.errors .key > :first-child { order: 1; color: var(--gsa-muted); }
.errors .key small { color: var(--gsa-muted); font-size: inherit; }
.errors .near { min-height: 1.35em; color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.errors .other .curve { stroke-dasharray: 6 4; }
.errors .third .curve { stroke-dasharray: 9 3 2 3; }
@media (forced-colors: active) {
  .errors :is(.curve, .dots, .here) { stroke: CanvasText; }
  .errors .hand line { stroke: Highlight; }
}
`,xo={name:"errors",title:"What is left over, at every angle",table:Il};function yo(n){let[e]=n.networks.loaded.peek().map(
r=>({network:r,angles:Rs(n,r)})).sort((r,s)=>s.angles.length-r.angles.length);if(!e||e.angles.length===0)return null;let{
layer:t}=n.looking.viewOf(e.network);return{kind:"curve",...n.subject,url:e.network.url,layer:t,angles:e.angles}}function yl(n,e,t){
let r=v(n,`<figure class="errors" part="errors">
      <figcaption>
        <h3>${xo.title}</h3>
        <p class="sub"><i>|f(g·p) − g·f(p)| / |f(p)|</i> over all channels of <span class="layer"></span>. Click to turn\
 there.</p>
      </figcaption>
      <div class="plot" role="slider" tabindex="0" aria-label="What is left over, by angle" aria-valuemin="0" aria-value\
max="359"></div>
      <p class="key"><span><svg viewBox="0 0 26 8" aria-hidden="true"><path class="floor" d="M0 4H26"/></svg>the pixel g\
rid alone</span></p>
      <p class="near"></p>
    </figure>`),s=h(r,".plot"),o=El(s,t),i=M(s,"svg",{"aria-hidden":"true"}),a=M(i,"g",{}),l=M(i,"g",{}),c=M(i,"g",{class:"\
hand"}),u=Xe-K.bottom;M(c,"line",{x1:0,x2:0,y1:K.top-6,y2:u}),M(c,"circle",{cx:0,cy:K.top-8,r:6}),g(t,()=>Ml(a,o.value,Sl(
e))),H(e,t,(d,p,m)=>[Al(l,e,d,p,o,m),Tl(h(r,".key"),e,d,p,m)]),g(t,()=>{let{angle:d}=e.turning;c.setAttribute("transform",
`translate(${Te(d.value,o.value).toFixed(1)})`)}),g(t,()=>{let d=Math.round(e.turning.angle.value)%360;s.setAttribute("a\
ria-valuenow",String(d)),s.setAttribute("aria-valuetext",`${d}°. ${Ll(e).join(". ")}`)}),g(t,()=>{let{layers:d,at:p}=e.
looking;E(h(r,".layer"),d.value[p.value.layer]?.name??"the layer");let f=e.networks.shown.value.map(w=>pe(e,w)).some(w=>w&&
Mo(w.points));E(h(r,".near"),f?`Near upright, to about ${Nt}°, the pixel grid weighs more than the network does.`:"")}),
Cl(s,e,t),e.study.join(yo,le(r,t),t)}function El(n,e){let t=x(n.clientWidth||560);if(typeof ResizeObserver=="function"){
let r=new ResizeObserver(()=>t.value=n.clientWidth||t.peek());r.observe(n),e.addEventListener("abort",()=>r.disconnect())}
return t}function Te(n,e){return K.left+n/360*(e-K.left-K.right)}function Ve(n){let e=Xe-K.bottom;return e-Oe(n)*(e-K.top)}
function Sl(n){let e=n.networks.shown.value.at(0)?.info.value?.group.elements??[];return new Set(e.map(({degrees:t})=>t))}
function Ml(n,e,t){n.replaceChildren();let r=Xe-K.bottom;for(let i of fe){let a=Ve(i);M(n,"line",{class:"grid",x1:K.left,
x2:e-K.right,y1:a,y2:a});let l=M(n,"text",{x:K.left-6,y:a+4,"text-anchor":"end"});l.textContent=String(i)}let s=e>=440?45:
90,o=new Set([...Array.from({length:9},(i,a)=>45*a),...t]);t.size>0&&o.add(360);for(let i of o){let a=Te(i,e),l=i%90===0;
if((t.has(i%360)||l)&&M(n,"line",{class:l?"mark quarter":"mark",x1:a,x2:a,y1:r,y2:r+(l?6:4)}),i%s!==0)continue;let c=M(n,
"text",{x:a,y:Xe-5,"text-anchor":"middle"});c.textContent=`${i}°`}}function Al(n,e,t,r,s,o){let i=M(n,"g",{}),a=M(i,"pa\
th",{class:"ground"}),l=M(i,"path",{class:"floor"}),c=M(i,"path",{class:"curve"}),u=M(i,"path",{class:"dots"}),d=M(i,"ci\
rcle",{class:"here",r:5.5}),p=S(()=>t.value?.errors.value?.points??Eo),m=S(()=>pe(e,t.value));return g(o,()=>{let f=Ln(p.
value),w=O=>f.length<ko?"":$l(f,O,s.value),k=w(({turn:O})=>O.resampling);l.setAttribute("d",k);let[y,b]=[f.at(0)?.degrees??
0,f.at(0)?.degrees===0?360:f.at(-1)?.degrees??0],A=[b,y].map(O=>`L${Te(O,s.value)} ${Ve(0)}`);a.setAttribute("d",k&&`${k}${A.
join("")}Z`),c.setAttribute("d",w(({turn:O})=>O.error)),u.setAttribute("d",f.length<ko?Ol(f,s.value):"")}),g(o,()=>{let f=p.
value.size>0&&!m.value,w=t.value?Rn(t.value):0,k=!!m.value&&m.value.points.size<w,y=[L(r),f&&"stale",k&&"coarse"];i.setAttribute(
"class",y.filter(Boolean).join(" "))}),g(o,()=>{let f=e.turning.angle.value,w=m.value&&qe(m.value.points,f),k=w?.near?"v\
isible":"hidden",y=w?.near?Ve(w.turn.error):0;ce(d,{cx:Te(f,s.value),cy:y,visibility:k})}),i}function Ol(n,e){return n.map(
({degrees:t,turn:r})=>`M${Te(t,e).toFixed(1)} ${Ve(r.error).toFixed(1)}h0`).join("")}var Eo=new Map;function $l(n,e,t){return n.
length<2?"":`M${(n[0].degrees===0?[...n,{...n[0],degrees:360}]:n).map(o=>`${Te(o.degrees,t).toFixed(1)} ${Ve(e(o)).toFixed(
1)}`).join("L")}`}function Tl(n,e,t,r,s){let o=v(n,`<span class="${L(r)}"><svg viewBox="0 0 26 8" aria-hidden="true"><pa\
th class="curve" d="M0 4H26"/></svg><b></b> <small></small></span>`);return g(s,()=>{let i=e.networks.names.value[r]??"",
a=t.value?.info.value;E(h(o,"b"),a?_(j(a)):i),E(h(o,"small"),So(e,t.value))}),o}function So(n,e){let t=pe(n,e),r=t&&qe(t.
points,n.turning.angle.value);if(!r?.near)return"–";let{error:s,resampling:o}=r.turn,i=Math.round(r.degrees*10)/10;return`${he(
s)} at ${i}°, the pixel grid alone ${he(o)}`}function Ll(n){return n.networks.shown.value.map((e,t)=>`${n.networks.names.
value[t]??""}: ${So(n,e)}`)}function Mo(n){let e=Ln(n).filter(({degrees:r})=>{let s=Pt(r,0);return s>0&&s<Nt}),t=r=>e.reduce(
(s,{turn:o})=>s+o[r],0);return e.length>=kl&&t("resampling")>t("error")/2}function Cl(n,e,t){let{turning:r}=e,s=null,o=(i,a)=>{
let l=n.getBoundingClientRect(),c=l.width-K.left-K.right,u=(i.clientX-l.left-K.left)/c,d=Math.round(3600*Math.min(1,Math.
max(0,u)))/10;r.turn(I(ge(d)??d),a)};n.addEventListener("pointerdown",i=>{!i.isPrimary||i.button!==0||(s=i.pointerId,i.pointerType!==
"touch"&&(i.preventDefault(),n.focus({preventScroll:!0}),Rl(n,i),o(i,!1)))},{signal:t}),n.addEventListener("pointermove",
i=>s===i.pointerId&&o(i,!1),{signal:t}),n.addEventListener("pointerup",i=>{s===i.pointerId&&(s=null,o(i,!0))},{signal:t}),
n.addEventListener("pointercancel",i=>s=s===i.pointerId?null:s,{signal:t}),n.addEventListener("keydown",i=>re(e,i),{signal:t})}
function Rl(n,e){try{n.setPointerCapture(e.pointerId)}catch{}}function Il(n){let e=n.networks.shown.value.map((o,i)=>({name:n.
networks.names.value[i]??"",points:pe(n,o)?.points??Eo})),t=e.flatMap(({name:o})=>[o,`${o}, the pixel grid alone`]),s=[...new Set(
e.flatMap(({points:o})=>[...o.keys()]))].sort((o,i)=>o-i).map(o=>{let i=[o];for(let{points:a}of e){let l=a.get(o);i.push(
l?.error??"",l?.resampling??"")}return i});return{columns:["Angle",...t],rows:s}}var or={};D(or,{figure:()=>Kl,mount:()=>Xl,style:()=>Hl,wants:()=>zo});function Ao(n,e,t){let r=t*Math.PI/180,s=e*Math.cos(r),o=e*Math.sin(r),i=(n+.3963377774*s+.2158037573*o)**3,a=(n-.1055613458*
s-.0638541728*o)**3,l=(n-.0894841775*s-1.291485548*o)**3;return[4.0767416621*i-3.3077115913*a+.2309699292*l,-1.2684380046*
i+2.6097574011*a-.3413193965*l,-.0041960863*i-.7034186147*a+1.707614701*l]}function Nl(n,e,t){let r=Ao(n,e,t);for(let a=e;a>
0&&r.some(l=>l<-1e-4||l>1.0001);a-=.004)r=Ao(n,Math.max(0,a-.004),t);let[s,o,i]=r.map(a=>{let l=Math.min(1,Math.max(0,a)),
c=l<=.0031308?12.92*l:1.055*l**(1/2.4)-.055;return Math.round(255*c)});return[s,o,i]}var Pl=310,me=255,Oo=new Map;function Jn(n){
let e=Oo.get(n);if(!e){e=new Uint8ClampedArray(3*me);let t=n?.23:.99,[r,s]=n?[.6,.93]:[.55,.22];for(let o=0;o<me;o++){let i=2*
o/(me-1)-1,a=Math.abs(i),[l,c]=i<0?[r,.17*a**.85]:[s,0];e.set(Nl(t+(l-t)*a,c,Pl),3*o)}Oo.set(n,e)}return e}function $o(n,e,t,r){
let s=Jn(r),o=new ImageData(e,n.length/e),i=(me-1)/2;for(let a=0;a<n.length;a++){let l=t>0?n[a]/t:0,c=Math.round(i+i*Math.
min(1,Math.max(-1,l)))||0;for(let u=0;u<3;u++)o.data[4*a+u]=s[3*c+u];o.data[4*a+3]=255}return o}var To=2e-4,Lo=`
.leftover { display: grid; justify-items: center; align-content: center; gap: 4px; min-width: 0; text-align: center; fon\
t-variant-numeric: tabular-nums; }
.leftover .what { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.25; white-space: pre-line; }
.leftover canvas { width: min(100%, 180px); aspect-ratio: 1; }
.leftover :is(canvas, .number, .verdict) { transition: opacity 120ms; }
.leftover[data-state="stale"] :is(canvas, .number, .verdict) { opacity: 0.3; }
.leftover .number { color: var(--bar); font-size: 1.25rem; line-height: 1.2; font-weight: 700; white-space: nowrap; }
.leftover .verdict { font-size: 0.8125rem; line-height: 1.3; min-height: 2.6em; }
.leftover-scale { display: flex; flex: 1 1 340px; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: \
6px 12px; color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.3; }
.leftover-scale b { color: var(--gsa-ink); }
.leftover-scale p { flex: 1 1 110px; }
.leftover-scale .bar { position: relative; flex: 0 1 200px; min-width: 160px; height: 30px; margin-inline: 8px 12px; }
.leftover-scale .colours { height: 12px; border: 1px solid var(--gsa-line-strong); forced-color-adjust: none; }
.leftover-scale .tick { position: absolute; top: 14px; font-size: 0.75rem; transform: translateX(-50%); font-variant-num\
eric: tabular-nums; }
`;function Co(n,e,t,r){let s=v(n,`<figure class="leftover">
      <figcaption class="what"></figcaption>
      <canvas class="difference" role="img"></canvas>
      <p class="number"></p>
      <p class="verdict"></p>
    </figure>`),o=h(s,"canvas"),i=S(()=>er(e,t.value)),a=new Z(o,c=>Dl(c,i.peek()?.turn??null,e.drawing.isEmpty.peek()),
r),l=S(()=>i.value?.turn);return g(r,()=>{l.value,e.dark.value,e.drawing.isEmpty.value,a.invalidate()}),g(r,()=>{let c=i.
value,u=Math.round((c?.degrees??Ge(e.turning.angle.value))*10)/10,d=c?he(c.turn.error):"–",p=c?_l(c.turn):"";s.dataset.
state=c?c.fresh?"fresh":"stale":"none",E(h(s,".what"),`difference
at ${u}°`),E(h(s,".number"),d),E(h(s,".verdict"),p);let m=c?`${d}, ${p}`:"not measured yet";o.setAttribute("aria-label",
`Difference when turned back by ${u}°: ${m}`),o.dataset.title=`difference at ${u}°: ${d}`}),s}function er(n,e){let t=e?.
errors.value;if(!e||!t)return null;let r=qe(t.points,Ge(n.turning.angle.value));if(!r)return null;let s=t.drawing===n.drawing.
version.value&&t.layer===n.looking.viewOf(e).layer;return{degrees:r.degrees,turn:r.turn,fresh:s&&r.near}}function _l({error:n,
resampling:e}){return n<To?"only rounding":e<To?"another map":`pixel grid alone: ${he(e)}`}function Dl({context:n,size:e,
colour:t,dark:r},s,o){let i=Math.min(3,devicePixelRatio||1),a=Math.ceil(i);if(n.lineWidth=i,n.strokeStyle=t("muted"),s)Vt(
n,to(s.difference,s.cols,r),a,a,e-2*a);else if(o)n.setLineDash([4*i,3*i]);else{n.save(),n.beginPath(),n.rect(a,a,e-2*a,e-
2*a),n.clip(),n.strokeStyle=t("line-strong");for(let l=-e;l<e;l+=8*i)n.beginPath(),n.moveTo(l,e),n.lineTo(l+e,0),n.stroke();
n.restore()}n.strokeRect(a/2,a/2,e-a,e-a),n.setLineDash([])}function Ro(n,e,t){let r=v(n,`<div class="leftover-scale">
      <p><b>Difference</b> as a share of the layer’s own strength</p>
      <div class="bar" role="img" aria-label="A square-root scale from 0, blank, to ${fe[fe.length-1]}"><div class="colo\
urs"></div></div>
    </div>`),s=h(r,".bar");for(let o of fe){let i=v(s,`<span class="tick" aria-hidden="true">${o}</span>`);i.style.left=
`${100*Oe(o)}%`}return g(t,()=>{let o=e.dark.value,i=fe[fe.length-1],a=[0,.25,.5,.75,1].map(l=>zn(Kt(i*l*l,o)));h(s,".co\
lours").style.background=`linear-gradient(90deg, ${a.join(", ")})`}),r}var jl={x:.5,y:.5,half:.36,angle:0,inner:0},Io=.47,Ul=.07;function tr(n){return n.filter(({mirror:e})=>!e).length}function nr(n,e){
if(n.length===1)return[jl];let t=tr(n),r=t<n.length,s=t>1?Math.sin(Math.PI/t):1,o=.96*Io*s/(Math.SQRT2+s),i=r?Math.min(.1,
.7*o):Math.min(.152,o),a=Io-i,l=.62*i;return n.map(({degrees:c,mirror:u})=>{let d=(c+e+90)*Math.PI/180,p=u?a-i-Ul-l:a,m=u?
l:i,[f,w]=[.5+p*Math.cos(d),.5-p*Math.sin(d)];return{x:f,y:w,half:m,angle:d,inner:p-m}})}function rr({rows:n,cols:e,maps:t},r,s){
let o=n*e,i=tr(r),a=new Float32Array(t.length);for(let[l,c]of r.entries()){let u=(c.degrees+s)*i/360,d=Math.floor(u+1e-6),
p=Math.max(0,u-d-1e-6);for(let[m,f]of[[d,1-p],[d+1,p]]){let w=f>0?zl(r,m,i,c.mirror):-1;if(!(w<0))for(let k=0;k<o;k++)a[l*
o+k]+=f*t[w*o+k]}}return a}function zl(n,e,t,r){let s=(e%t+t)%t;return n.findIndex(o=>o.mirror===r&&Math.round(o.degrees*
t/360)%t===s)}function No(n,e){let t=({degrees:s,mirror:o})=>{let i=Math.abs(s-e.degrees)%360;return Math.min(i,360-i)+(o===
e.mirror?0:1e3)},r=0;for(let[s,o]of n.entries())t(o)<t(n[r])&&(r=s);return r}function se({degrees:n,mirror:e}){return`${e?
"↔ ":""}${Number(n.toFixed(1))}°`}function Po(n,e,t){if(n.length===1)return"One map: nothing to ride on.";let{degrees:r,
mirror:s}=n[e],o=se(n[e]);if(t===0)return`The map for ${o} stands in its place. Turn, and it moves on.`;let i=360/tr(n),
a=(r+t)/i,[l,c]=[Math.floor(a+1e-6),Math.ceil(a-1e-6)].map(u=>se({degrees:u*i%360,mirror:s}));return l===c?`The map for ${o}\
 moved to where the one for ${l} was.`:`The map for ${o} is between the places of ${l} and ${c}.`}var Bl=12;function _o(n,e,t,r){let s=$o(n,e,t,r),o=document.createElement("canvas");return o.width=s.width,o.height=s.height,
o.getContext("2d")?.putImageData(s,0,0),{strip:o,side:e}}function Do({elements:n,turned:e},t,r){return nr(n,e).findIndex(
s=>Math.max(Math.abs(t-s.x),Math.abs(r-s.y))<=1.15*s.half)}function jo(n,e){let{elements:t,turned:r,followed:s}=e,o=nr(t,
r);t.length>1&&Wl(n,t,o,s);for(let[i,a]of o.entries())Fl(n,e,i,a);t.length>1&&Gl(n,t,o,s)}function Wl({context:n,size:e,
colour:t,dark:r},s,o,i){let a=sr();for(let[l,{x:c,y:u}]of o.entries())s[l].mirror||(n.strokeStyle=$e(s[l].degrees,r),n.lineWidth=
a*(l===i?3.5:2),n.beginPath(),n.moveTo(e/2,e/2),n.lineTo(e*c,e*u),n.stroke());n.fillStyle=t("ink"),n.beginPath(),n.arc(e/
2,e/2,3.5*a,0,2*Math.PI),n.fill()}function Fl(n,{elements:e,followed:t,tiles:r},s,{x:o,y:i,half:a}){let{context:l,size:c,
colour:u,dark:d}=n,p=sr(),m=e.length===1,[f,w]=[o-a,i-a].map(b=>Math.round(b*c)),k=Math.round(2*a*c);if(l.fillStyle=u("s\
urface"),l.fillRect(f,w,k,k),r){let{strip:b,side:A}=r;l.imageSmoothingEnabled=!1,l.drawImage(b,0,s*A,A,A,f,w,k,k)}let y=(b,A,O)=>{
l.strokeStyle=O,l.lineWidth=A*p;let N=b*p;l.strokeRect(f-N,w-N,k+2*N,k+2*N)};if(r||l.setLineDash([4*p,3*p]),m)y(0,1.5,u(
"muted"));else{let{degrees:b,mirror:A}=e[s];y(1.5,1,u("muted")),A&&l.setLineDash([3*p,2*p]),y(0,2.5,$e(b,d)),l.setLineDash(
[]),s===t&&y(4,1.75,u("ink"))}l.setLineDash([])}function Gl({context:n,size:e,dark:t},r,s,o){let i=sr(),a=Bl*i,l=a+2*i;n.
font=`600 ${a}px ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif`,n.textAlign="center",n.
textBaseline="middle";let c=r.map((w,k)=>{let y=se(w),b=n.measureText(y).width+6*i,{angle:A,inner:O}=s[k],N=(Math.abs(Math.
cos(A))*b+Math.abs(Math.sin(A))*l)/2,U=e*O-Math.max(l*.2,N-9*i);return{i:k,text:y,width:b,x:e/2+U*Math.cos(A),y:e/2-U*Math.
sin(A)}}),u=c.filter(({i:w})=>!r[w].mirror),d=u.filter(({i:w})=>r[w].degrees%90===0),p=e*s[0].inner,m=[u,d].find(w=>ql(w,
p,l))??[],f=c[o];for(let{i:w,text:k,width:y,x:b,y:A}of m.includes(f)?m:[...m,f]){let O=$e(r[w].degrees,t);n.fillStyle=O,
n.fillRect(b-y/2,A-l/2,y,l),n.fillStyle=no(O),n.fillText(k,b,A+i/2)}}function ql(n,e,t){let r=Math.max(...n.map(({width:s})=>s));
return 2*e*Math.sin(Math.PI/Math.max(2,n.length))>=Math.hypot(r,t)}function sr(){return Math.min(3,devicePixelRatio||1)}var Hl=`
.maps { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px 16px; border: 1px solid var(--gsa\
-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 270px), 1fr)); gap: 18px 33px; }
.card { position: relative; display: grid; grid-template-rows: auto 1fr auto; gap: 8px; min-width: 0; }
/* A line between two that stand side by side. */
.card + .card::before { content: ""; position: absolute; inset: 0 auto 0 -17px; border-left: 1px solid var(--gsa-line); \
}
.card header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; overflow-wrap: anywhere; }
.card .model { color: var(--bar); }
.card .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.card .pair { display: grid; grid-template-columns: minmax(0, 1fr) max(92px, 31%); gap: 10px; align-items: center; max-w\
idth: 520px; }
.card .ring { width: 100%; aspect-ratio: 1; touch-action: manipulation; }
.card .ring[data-can-follow] { cursor: pointer; }
.card .ride { display: flex; align-items: center; gap: 10px; min-height: 34px; font-size: 0.8125rem; line-height: 1.3; }\

.card .follow { display: inline-flex; flex: none; align-items: center; gap: 7px; height: 34px; padding: 0 10px; font-siz\
e: 0.8125rem; font-variant-numeric: tabular-nums; }
.card .follow i { width: 14px; height: 14px; border-radius: 2px; outline: 1px solid var(--gsa-muted); forced-color-adjus\
t: none; }
.maps > footer { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 6px 24px; pad\
ding-top: 10px; border-top: 1px solid var(--gsa-line); }
.legend { display: flex; align-items: center; gap: 8px; color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.3;\
 }
.ramp { width: 64px; height: 12px; border: 1px solid var(--gsa-line-strong); }
@container (max-width: 639px) {
  .maps { padding: 12px 10px; }
  .card + .card { padding-top: 14px; border-top: 1px solid var(--gsa-line); }
  .card + .card::before { display: none; }
  .card .pair { max-width: 460px; }
  .card .follow { height: 44px; }
}
${Lo}
`,Kl={name:"maps",title:"Inside them",table:ec};function zo(n){let e=Ge(n.turning.angle.peek());for(let t of n.networks.
loaded.peek()){if(Cn(pe(n,t)?.points,e))continue;let{layer:r}=n.looking.viewOf(t);return{kind:"turn",...n.subject,url:t.
url,layer:r,angle:e}}return null}function Xl(n,e,t){let r=v(n,`<section class="maps" role="group" aria-label="Maps and d\
ifferences">
      <div class="cards"></div>
      <footer>
        <p class="legend"><span>Maps</span><span aria-hidden="true">−</span><canvas class="ramp" role="img" aria-label="\
Negative values are violet, positive ones ink"></canvas><span aria-hidden="true">+</span></p>
      </footer>
    </section>`),s=h(r,".cards");H(e,t,(a,l,c)=>[Vl(s,e,a,l,c)]);let o=h(r,".ramp");g(t,()=>{e.dark.value,Jl(o)}),Ro(h(r,
"footer"),e,t);let i=le(r,t);e.study.joinAnswers("maps",i,t),e.study.join(zo,i,t)}function Vl(n,e,t,r,s){let o=v(n,`<sec\
tion class="card ${L(r)}" part="maps" role="group">
      <header><h3 class="model"></h3><p class="note"></p></header>
      <div class="pair"><canvas class="ring" role="img"></canvas></div>
      <p class="ride"><button type="button" class="follow"><i></i><span></span></button><span class="told"></span></p>
    </section>`);return g(s,()=>{let i=e.networks.names.value[r]??"",a=t.value?.info.value;E(h(o,".model"),a?_(j(a)):i),
o.setAttribute("aria-label",`Inside ${i}`);let l=t.value&&e.looking.layerOf(t.value)?.name,c=e.looking.layers.value[e.looking.
at.value.layer]?.name,u=a?[i,Ql(a),l===c?"":l]:[];E(h(o,".note"),u.filter(Boolean).join(" · "))}),Yl(o,e,t,r,s),Co(h(o,
".pair"),e,t,s),o}function Yl(n,e,t,r,s){let{looking:o,turning:i}=e,a=h(n,".ring"),l=h(n,".follow"),c=S(()=>t.value?.info.
value?.group.elements??[]),u=S(()=>No(c.value,o.followed.value)),d=S(()=>Zl(t.value?.maps.value,c.value,o.turnedBack.value,
e.dark.value)),p=S(()=>({elements:c.value,turned:o.turnedBack.value?0:i.angle.value,followed:u.value,tiles:d.value})),m=new Z(
a,k=>{c.peek().length>0&&jo(k,p.peek())},s);g(s,()=>{p.value,e.dark.value,m.invalidate()});let f=k=>{let y=c.peek();o.follow(
y[(u.peek()+k+y.length)%y.length])};l.addEventListener("click",()=>f(1),{signal:s}),l.addEventListener("keydown",k=>{let y={
ArrowUp:1,ArrowDown:-1}[k.key];y&&(k.preventDefault(),f(y))},{signal:s}),a.addEventListener("click",k=>{if(c.peek().length<
2)return;let y=a.getBoundingClientRect(),[b,A]=[k.clientX-y.left,k.clientY-y.top],O=Do(p.peek(),b/y.width,A/y.height);O>=
0&&o.follow(c.peek()[O])},{signal:s});let w=S(()=>{let k=c.value[u.value];return k?o.turnedBack.value&&c.value.length>1?
`Turned back, the map for ${se(k)} stands in its place.`:Po(c.value,u.value,Uo(i.angle.value)):""});g(s,()=>E(h(n,".told"),
w.value)),g(s,()=>{let k=c.value[u.value];l.hidden=c.value.length<2,a.toggleAttribute("data-can-follow",c.value.length>1),
k&&(E(h(l,"span"),se(k)),h(l,"i").style.background=$e(k.degrees,e.dark.value),l.setAttribute("aria-label",`Follow anothe\
r map than that for ${se(k)}`))}),g(s,()=>{let k=e.networks.names.value[r]??"",y=c.value.length,b=y===1?"one map":`${y} \
maps on a ring`,A=t.value&&o.layerOf(t.value)?.name,O=Uo(i.angle.value),N=o.turnedBack.value,U=N?`turned back by ${O}°`:
`as computed at ${O}°`,ke=`${b} of ${A}, channel ${o.at.value.channel+1}, ${U}. ${w.value}`;a.setAttribute("aria-label",
`${k}: ${y>0?ke:"no maps yet"}`),a.dataset.title=N?`${k}, turned back by ${O}°`:k})}function Uo(n){return Math.round(n*
10)/10}function Zl(n,e,t,r){if(!n||n.live.elements!==e.length)return null;let s=0;for(let i of n.live.maps)s=Math.max(s,
Math.abs(i));let o=t?n.still.maps:rr(n.live,e,n.angle);return _o(o,n.live.cols,s,r)}function Ql({group:n}){return n.order===
1?"one map":`${n.order} maps`}function Jl(n){let e=Jn(Ke(n).dark);n.width=me,n.height=1;let t=n.getContext("2d");if(!t)return;
let r=t.createImageData(me,1);for(let s=0;s<me;s++)r.data.set(e.subarray(3*s,3*s+3),4*s),r.data[4*s+3]=255;t.putImageData(
r,0,0)}function ec(n){let e=["Network","Picture","Stands at","Least","Greatest","Left over"],t=[];for(let[r,s]of n.networks.
shown.value.entries()){let o=n.networks.names.value[r]??"",i=s.info.value?.group.elements??[],a=s.maps.value;if(a&&a.live.
elements===i.length){let d=n.looking.turnedBack.value,p=d?a.still.maps:rr(a.live,i,a.angle),m=a.live.rows*a.live.cols;for(let[
f,w]of i.entries()){let k=p.subarray(f*m,(f+1)*m),y=(w.degrees+(d?0:a.angle))%360,b=se({...w,degrees:y});t.push([o,`map \
for ${se(w)}`,b,Math.min(...k),Math.max(...k),""])}}let l=er(n,s);if(!l?.fresh)continue;let c=l.turn.difference.filter(d=>!Number.
isNaN(d)),u=`difference at ${l.degrees}°`;t.push([o,u,"",Math.min(...c),Math.max(...c),he(l.turn.error)])}return{columns:e,
rows:t}}var ir={};D(ir,{draw:()=>Bo,figure:()=>sc,isWhole:()=>ic,mount:()=>ac,mountWords:()=>nn,style:()=>oc,wants:()=>Kn});var tc=3,nc=[[],["inner","outer"],["inner","middle","outer"]],rc=T.knob+22,sc={name:"polar",title:"Answers all round",table:dc},
oc=`
.polar-figure { display: grid; gap: 10px; justify-items: center; }
.polar-face { position: relative; width: min(100%, 536px); aspect-ratio: 1; border-radius: 50%; cursor: pointer; touch-a\
ction: pan-y; -webkit-user-select: none; user-select: none; -webkit-tap-highlight-color: transparent; }
.polar .paper { fill: var(--gsa-surface); stroke: var(--gsa-line-strong); stroke-width: 1; }
.polar .ink { fill: none; stroke: var(--gsa-ink); stroke-width: 0.062; stroke-linecap: round; stroke-linejoin: round; }
.polar .hand { stroke: var(--gsa-ink); stroke-width: 2; }
.polar .hand-end { fill: var(--gsa-ink); stroke: var(--gsa-surface); stroke-width: 2; }
.polar .hand-angle { fill: var(--gsa-ground); font-size: 13px; font-weight: 700; text-anchor: middle; dominant-baseline:\
 central; font-variant-numeric: tabular-nums; }
.polar-grip { position: absolute; width: 44px; height: 44px; margin: -22px; border-radius: 50%; cursor: grab; touch-acti\
on: none; }
.polar-grip:active { cursor: grabbing; }
.polar-words { width: min(100%, 536px); display: grid; gap: 2px; font-size: 0.9375rem; }
.polar-words b { color: var(--bar, inherit); }
.polar-words .how { color: var(--gsa-muted); font-size: 0.8125rem; }
@container (max-width: 460px) {
  .polar .hand-end { r: 30px; }
  .polar .hand-angle { font-size: 22px; }
}
@media (forced-colors: active) {
  .polar .hand-end { fill: Highlight; }
  .polar .hand-angle { fill: HighlightText; }
}
`;function ic({networks:n,rounds:e}){return n.loaded.value.every(t=>Ue(t.round.value,e.anglesOf(t)).length===0)}function ac(n,e,t){
let r=v(n,`<div class="polar-figure">
      <div class="polar-face" part="dial" role="slider" tabindex="0" aria-label="Turn the drawing, and read the answers \
there" aria-valuemin="0" aria-valuemax="359">
      </div>
    </div>`),s=h(r,".polar-face");Bo(s,e,t);let o=v(s,'<div class="polar-grip" part="knob"></div>');lc(s,o,e,t),g(t,()=>{
let i=e.turning.angle.value,{x:a,y:l}=ne(i,50*T.knob/T.half);Object.assign(o.style,{left:`${50+a}%`,top:`${50+l}%`}),s.setAttribute(
"aria-valuenow",String(Math.round(i)%360)),s.setAttribute("aria-valuetext",cc(e))}),nn(r,e,t)}function nn(n,e,t){let r=v(
n,'<div class="polar-words"><div></div></div>'),s=r.firstElementChild;H(e,t,(o,i,a)=>{let l=v(s,`<p class="${L(i)}"><b><\
/b><span></span></p>`);return g(a,()=>{let c=o.value?.info.value;E(h(l,"b"),c?_(j(c)):e.networks.names.value[i]??"");let u=nc[e.
networks.shown.value.length-1]?.[i],d=e.isUntaught.value?"random weights, answers mean nothing":o.value?uc(o.value):"";E(
h(l,"span"),`${u?` (${u} ring)`:""}: ${d}`)}),[l]}),v(r,'<p class="how">Thick: read as upright. Line: how sure of that.<\
/p>')}function Bo(n,e,t){let r=en(n,e,t);r.removeAttribute("role"),r.setAttribute("aria-hidden","true");let s=M(r,"g",{});
M(s,"circle",{class:"paper",r:T.pad});let o=M(s,"g",{}),i=2*T.pad,a=M(o,"path",{class:"ink",transform:`scale(${i}) trans\
late(-0.5 -0.5)`}),l=M(r,"line",{class:"hand"}),c=M(r,"circle",{class:"hand-end",r:20}),u=M(r,"text",{class:"hand-angle"});
return g(t,()=>a.setAttribute("d",St(e.drawing.strokes.value))),g(t,()=>{let d=e.turning.angle.value;o.setAttribute("tra\
nsform",`rotate(${(-d).toFixed(2)})`);let[p,m]=[T.unsure,T.knob].map(f=>ne(d,f));ce(l,{x1:p.x,y1:p.y,x2:m.x,y2:m.y}),ce(
c,{cx:m.x,cy:m.y}),ce(u,m),E(u,`${Math.round(d)%360}°`)}),r}function lc(n,e,t,r){let{turning:s}=t,o=null,i=null,a=({clientX:p,
clientY:m})=>{let f=n.getBoundingClientRect(),[w,k]=[p-f.left-f.width/2,m-f.top-f.height/2],y=Math.hypot(w,k)/f.width*2*
T.half;return{degrees:Me(w,k),isInside:y<=rc}},l=(p,m)=>{let f=Math.round(p/90)*90,w=Math.abs(p-f)<=tc?f:p;s.turn(I(Math.
round(w*10)/10),m)},c=p=>{if(!p.isPrimary||p.button!==0||o)return;let{degrees:m,isInside:f}=a(p),w=p.target===e;if(!(!w&&
!f)){if(!w&&p.pointerType==="touch"){i=p.pointerId;return}p.preventDefault(),n.focus({preventScroll:!0});try{n.setPointerCapture(
p.pointerId)}catch{}o={id:p.pointerId,offset:w?m-s.angle.peek():0},w||l(m,!1)}},u=p=>{o?.id===p.pointerId&&(p.buttons===
0?d(p):l(a(p).degrees-o.offset,!1))},d=p=>{o?.id===p.pointerId?s.turn(s.angle.peek()):i===p.pointerId&&p.type==="pointer\
up"&&l(a(p).degrees,!0),o=i=null};n.addEventListener("pointerdown",c,{signal:r}),n.addEventListener("pointermove",u,{signal:r});
for(let p of["pointerup","pointercancel","lostpointercapture"])n.addEventListener(p,d,{signal:r});n.addEventListener("ke\
ydown",p=>re(t,p),{signal:r})}function cc({turning:n,networks:e,isUntaught:t}){let r=n.angle.value;if(t.value)return ae(
r);let s=e.shown.value.map(({round:o,info:i},a)=>{let c=Y(o.value,P)[Math.round(r/360*P)%P],u=i.value?_(j(i.value)):e.names.
value[a];return c?`${u} reads ${c.digit}, ${Gt(c.probabilities[c.digit])}`:`${u} not asked yet`});return[ae(r),...s].join(
"; ")}function uc({round:n}){let e=J(n.value);if(!e)return"not asked yet";let{asked:t,kept:r}=Ae(Y(n.value,P));return`st\
ill ${e.digit} at ${r} of ${t} angles`}function dc({networks:n,isUntaught:e}){let t=["Angle"];if(e.value)return{columns:t,
rows:[]};let r=n.shown.value.map(({round:o})=>Y(o.value,P));for(let[o,i]of r.entries()){let a=n.names.value[o];t.push(`${a}\
 reads`,`${a}: probability of ${i[0]?.digit??"its upright answer"}`)}let s=[];for(let o=0;o<P;o++){let i=r.map(l=>({here:l[o],
upright:l[0]}));if(!i.some(({here:l})=>l))continue;let a=i.flatMap(({here:l,upright:c})=>[l?.digit??"",l&&c?pc(l.probabilities[c.
digit]):""]);s.push([360*o/P,...a])}return{columns:t,rows:s}}function pc(n){return Math.round(1e4*n)/1e4}var W=new Map([ir,or,Qn,jn].map(n=>[n.figure.name,n])),rn=["polar","errors"];function ar(n){let e=(n??"").slice(0,1e3).split(
/[\s,]+/).filter(Boolean);return e.length>0?[...new Set(e)]:null}function lr(n,e){return n.isWhole?n.isWhole(e):(n.figure.
table(e),B(()=>!n.wants?.(e,!1)))}async function Wo(n,e,t){let r=e.flatMap(i=>W.get(i)??[]);n.study.rest();let s=()=>{},
o;await new Promise(i=>{o=setTimeout(i,t),s=q(()=>{r.map(l=>lr(l,n)).every(Boolean)&&i(void 0)})}),clearTimeout(o),s()}var sn={};D(sn,{mount:()=>Ye,style:()=>hc});var hc=`
.alert { display: flex; align-items: center; gap: 12px; }
.alert { padding: 10px 12px 10px 16px; border-radius: 12px; background: var(--gsa-lost-soft); color: var(--gsa-ink); }
.alert p { flex: 1; overflow-wrap: anywhere; }
.alert button { height: 36px; flex: none; }
.alert .dismiss { width: 36px; padding: 0; border-color: transparent; background: none; font-size: 20px; line-height: 1;\
 }
`;function Ye(n,e,t){let r=v(n,`<div class="alert" part="alert" role="alert" hidden>
      <p></p>
      <button type="button" class="retry">Try again</button>
      <button type="button" class="dismiss" aria-label="Close this message">×</button>
    </div>`),s=h(r,".retry");s.addEventListener("click",()=>e.loading.retry(),{signal:t}),h(r,".dismiss").addEventListener(
"click",()=>e.dismiss(),{signal:t}),g(t,()=>{let o=e.notice.value;o||ie(r),r.hidden=!o,E(h(r,"p"),o?.message??""),s.hidden=
!o?.retry})}var an={};D(an,{mount:()=>Ze,style:()=>yc});var fc=1e-4,mc=50;function on({networks:n}){let e=n.shown.value,t=e.map(({info:r})=>r.value&&_(j(r.value)));return e.flatMap(
(r,s)=>{let o=r.shown.value,i=t[s],l=i&&t.indexOf(i)===t.lastIndexOf(i)?i:n.names.value[s];return o?[{name:l,...o}]:[]})}
function gc(n){return n>.99&&n<1?"over 99 percent":`${Math.round(100*n)} percent`}function wc(n){return/^[A-Z][a-z]/.test(
n)?n[0].toLowerCase()+n.slice(1):n}function vc(n){return n&&n[0].toUpperCase()+n.slice(1)}function Fo(n,e){if(n.length===
0)return"";let t=Math.round(n[0].angle)%360,r=n.map(({name:i,prediction:{digit:a,probabilities:l},upright:c})=>{let[u,d]=[
wc(i),gc(l[a])];if(t===0||!c)return`${u} reads ${a}, ${d}`;if(c.digit!==a)return e==="turned"?`${u} now ${a}, ${d}`:`${u}\
 reads ${a}, ${d}, upright ${c.digit}`;let p=vt(c.probabilities,l)<fc;return e==="turned"?`${u} still ${a}, ${p?"same pr\
obabilities":d}`:`${u} reads ${a}, ${d}, as upright`}),s=e==="turned"?`turned by ${t}°`:`at ${t}°`,o=t>0?`${s}: `:e===
"turned"?"upright: ":"";return vc(`${o}${r.join("; ")}.`)}function Go(n){let e=Math.abs((n[0]?.angle??0)-180)<=mc,t=n.find(
({prediction:s,upright:o})=>e&&o&&_n(o.digit)===s.digit),r=n.find(({prediction:s,upright:o})=>He(s.probabilities)||o&&He(
o.probabilities));if(t){let{digit:s}=t.upright,o=`Upside down, a ${s} is a ${t.prediction.digit}: the ${t.prediction.digit}\
 of “${t.name}” is what stands there now.`;return!r||r===t?o:`${o} “${r.name}” cannot see what is up, and shares i\
ts answer between both.`}return r?`Upside down, a 6 is a 9: whoever ignores turns has only small habits of the hand to g\
o by. So “${r.name}” shares its answer between both.`:""}var bc=900,kc=3e3,[qo,cr]=[0,1],Ho="With random weights the answers mean nothing.",xc={empty:"The pad is empty.",nearly:"\
There is too little on the pad to read."},yc=`
.live-region { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap\
; }
`;function Ze(n,e,t){let r=v(n,'<p class="live-region" role="status" aria-live="polite"></p>'),{asking:s,drawing:o,networks:i,
turning:a}=e,l=[],c,u=()=>[o.strokes.peek(),a.angle.peek(),i.version,i.loaded.peek().length,e.isUntaught.peek()],d=()=>{
let m=u(),f=l.length>0&&l.every((y,b)=>b===cr||y===m[b]),w=s.blank.peek();if(w)return f||l.length===0&&w==="empty"?"":xc[w];
let k=Math.round(a.angle.peek())%360;return e.isUntaught.peek()?l[qo]!==m[qo]?Ho:l[cr]===m[cr]?"":`${k?`Turned by ${k}°`:
"Upright"}. ${Ho}`:Fo(on(e),f?"turned":"drawn")},p=()=>{let m=u();if(m.every((w,k)=>w===l[k]))return;let f=d();l=m,f&&E(
r,f)};g(t,()=>{s.answers.value,s.blank.value,e.isUntaught.value;let m=i.shown.value.flatMap(y=>y.shown.value??[]);clearTimeout(
c);let f=!a.moves.value&&!o.pen.value.down,w=m.every(({angle:y})=>y===a.angle.value);if(!f||!w||m.length===0&&!s.blank.peek())
return;let k=m.every(({angle:y,upright:b})=>y===0||b);c=setTimeout(p,k||e.isUntaught.peek()?bc:kc)}),t.addEventListener(
"abort",()=>clearTimeout(c))}var dr={};D(dr,{mount:()=>ur,style:()=>Ac});var Ec=[[],["inner","outer"],["inner","middle","outer"]],Sc="Draw in the middle, or take a digit. Line: how sure a netwo\
rk is of its upright answer, from not at all (at the drawing) to certain. Numbers on a ring: what it reads there instead\
.",Mc="Draw in the middle, or take a digit. With random weights nothing is read; look at the maps.",Ac=`
.caption { width: min(100%, var(--stage)); color: var(--gsa-muted); font-size: 0.875rem; }
.caption .key { display: flex; flex-wrap: wrap; gap: 0 16px; font-weight: 600; }
.caption .key span { color: var(--bar); }
`;function ur(n,e,t){let r=v(n,`<div class="caption">
      <p class="key" aria-hidden="true"></p>
      <p class="text"></p>
    </div>`);g(t,()=>{let s=e.networks.names.value,o=e.isUntaught.value?[]:Ec[s.length-1]??[],i=h(r,".key");i.replaceChildren();
for(let[a,l]of o.entries())v(i,`<span class="${L(a)}"></span>`).textContent=`${l} ring: ${s[a]}`}),g(t,()=>{let s=e.isUntaught.
value,o=s?"":Go(on(e));E(h(r,".text"),s?Mc:o||Sc)})}var ln={};D(ln,{mount:()=>Qe,style:()=>Oc});var Oc=`
.inside-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: 10px 24px; }
.inside-head > :first-child { flex: 1 1 16rem; }
.inside-head p { color: var(--gsa-muted); font-size: 0.875rem; }
.choose { display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 8px 14px; }
.choose label { display: inline-flex; align-items: center; gap: 8px; font-size: 0.875rem; color: var(--gsa-muted); }
.choose select, .choose input { color: var(--gsa-ink); }
.choose :is(select, input, button) { height: 36px; font-size: 0.875rem; }
.choose select { padding: 0 8px; max-width: 13em; }
.stepper { display: inline-flex; }
.stepper button { width: 34px; padding: 0; font-size: 1.2rem; line-height: 1; }
.stepper .less { border-radius: 10px 0 0 10px; }
.stepper .more { border-radius: 0 10px 10px 0; }
.stepper input { width: 3em; text-align: center; border-radius: 0; border-inline: 0; -moz-appearance: textfield; appeara\
nce: textfield; font-variant-numeric: tabular-nums; }
.stepper input::-webkit-inner-spin-button, .stepper input::-webkit-outer-spin-button { -webkit-appearance: none; margin:\
 0; }
.stepper :focus-visible { z-index: 1; }
.maps-way { display: inline-flex; }
.maps-way button { padding: 0 12px; border-radius: 0; }
.maps-way button:first-child { border-radius: 10px 0 0 10px; border-inline-end: 0; }
.maps-way button:last-child { border-radius: 0 10px 10px 0; }
.maps-way button[aria-pressed="true"] { background: var(--gsa-ink); border-color: var(--gsa-ink); color: var(--gsa-groun\
d); }
.maps-way :focus-visible { z-index: 1; }
@container (min-width: 900px) and (max-width: 1400px) {
  .choose { max-width: 340px; }
}
@container (max-width: 639px) {
  .choose :is(select, input, button) { height: 44px; }
  .choose .stepper button { width: 44px; }
  .choose { justify-content: flex-start; }
}
@media (forced-colors: active) {
  .maps-way button[aria-pressed="true"] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
`;function Qe(n,{looking:e},t){let r=v(n,`<header class="inside-head">
      <div>
        <h2>Inside them</h2>
        <p>Each map rides along. Turned back, nothing may be left over.</p>
      </div>
      <div class="choose">
        <label>Layer <select class="layer"></select></label>
        <label class="channel-label">Channel
          <span class="stepper">
            <button type="button" class="less" aria-label="Previous channel">‹</button>
            <input class="channel" type="number" inputmode="numeric" min="1" value="1" />
            <button type="button" class="more" aria-label="Next channel">›</button>
          </span>
        </label>
        <span class="maps-way" role="group" aria-label="Maps"><button type="button" class="computed">as computed</button\
><button type="button" class="back">turned back</button></span>
      </div>
    </header>`);for(let[l,c]of[[".computed",!1],[".back",!0]]){let u=h(r,l);u.addEventListener("click",()=>e.turnBack(c),
{signal:t}),g(t,()=>u.setAttribute("aria-pressed",String(e.turnedBack.value===c)))}let s=h(r,".layer"),o=h(r,".channel"),
i=()=>{let{layer:l,channel:c,channels:u}=e.at.value;s.value=String(l),o.value=String(c+1),o.max=String(u)};s.addEventListener(
"change",()=>e.chooseLayer(Number(s.value)||0),{signal:t});let a=()=>{e.chooseChannel(Math.round(Number(o.value))-1||0),
i()};o.addEventListener("change",a,{signal:t});for(let[l,c]of[[".less",-1],[".more",1]])h(r,l).addEventListener("click",
()=>e.chooseChannel(e.at.peek().channel+c),{signal:t});g(t,()=>{let l=e.layers.value,c=Array.from(s.options,d=>d.text);l.
map(({name:d})=>d).join(`
`)!==c.join(`
`)&&s.replaceChildren(...l.map(({index:d,name:p})=>new Option(p,String(d)))),l.length>0&&i()})}var fr={};D(fr,{mount:()=>hr,style:()=>Gc});var pr=null;function Ko(){return pr??=$c().catch(n=>{throw pr=null,n}),pr}async function $c(){try{let n=await wn(ee(R.catalogue),
new AbortController().signal);return JSON.parse(new TextDecoder().decode(n)).filter(({name:t})=>Object.hasOwn(R.models,t))}catch(n){
let e=n instanceof Error?n.cause??n:n;throw new Error(`The list of networks could not be fetched: ${X(e)}.`)}}function Le(n){
let e=R.models[n];if(!e)return!1;let{protocol:t}=new URL(ee(e));return location.protocol!=="file:"||t==="data:"||t==="bl\
ob:"}var Xo=`
.segments { position: relative; display: inline-flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; min-width: 0;\
 margin: 0; padding: 0; border: 0; font-size: 0.875rem; }
.segments legend { float: left; padding: 0; color: var(--gsa-muted); }
.segments .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: n\
owrap; }
.segments .bar-of { display: inline-flex; max-width: 100%; border: 1px solid var(--gsa-line-strong); border-radius: 10px\
; background: var(--gsa-surface); }
.segments label { position: relative; display: grid; place-items: center; min-height: 34px; padding: 4px 12px; line-heig\
ht: 1.2; text-align: center; cursor: pointer; -webkit-tap-highlight-color: transparent; }
.segments label:first-child { border-radius: 9px 0 0 9px; }
.segments label:last-child { border-radius: 0 9px 9px 0; }
.segments label + label { border-inline-start: 1px solid var(--gsa-line-strong); }
.segments input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.segments label:has(:checked) { background: var(--gsa-ink); color: var(--gsa-surface); font-weight: 600; }
.segments label:has(:focus-visible) { outline: 2.5px solid var(--gsa-accent); outline-offset: 2px; z-index: 1; }
@media (pointer: coarse) { .segments label { min-height: 44px; } }
@media (forced-colors: active) {
  .segments label:has(:checked) { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
`,Tc=0;function Ce(n,e,t,r,s,o=!0){let i=v(n,'<fieldset class="segments"><legend></legend><span class="bar-of"></span></\
fieldset>'),[a,l]=i.children;a.textContent=e,a.classList.toggle("unseen",!o);let c=`segments-${++Tc}`,u=new Map;for(let[
p,m]of Object.entries(t)){let f=v(l,`<label><input type="radio" name="${c}"><span></span></label>`),w=f.firstElementChild;
f.lastElementChild.textContent=m,w.addEventListener("change",()=>r(p),{signal:s}),u.set(p,w)}return{element:i,show:p=>{for(let[
m,f]of u)f.checked=m===p}}}var Vo=n=>Object.hasOwn(R.models,n)&&Le(n);function cn(n,e,t){let{element:r,show:s}=Ce(n,"They learnt",{upright:"upright\
 digits",drawn:"every turn"},o=>e.pick(yn(e.values,o,Vo)),t);r.classList.add("lesson"),g(t,()=>{let o=e.networks.shown.value.
map(({value:l})=>l),{lesson:i,canSwitch:a}=cs(o,Vo);r.hidden=!a,s(i)})}var Lc=[["ordinary","Ordinary","no rotations: every direction has to be learnt"],["frames","Rotations in frames","this p\
roject’s: each rotation looks through its own frame"],["rotations","Rotations","the paper’s: each rotation looks at al\
l others"],["mirrors","Mirrors","rotations and their mirror images"],["convolutional","Convolutional","to compare with"]],
Cc={upright:"upright digits and drawings",digits:"digits at every turn",drawings:"digits and drawings at every turn"},Rc={
drawings:"drawings, any angle",digits:"digits, any angle",tenth:"every tenth digit"},Zo=500,Ic=["A","B","C"],Nc=`<p clas\
s="columns" aria-hidden="true">
  <span></span><span>network</span><span>learnt from</span><span class="end">parameters</span>
  <span class="end">reads</span><span>of</span><span class="end">time here</span>
</p>`,Jo=`
.columns { display: none; margin: 14px 0 -8px; padding: 0 10px; color: var(--gsa-muted); font-size: 0.8125rem; }
.columns .end { text-align: end; }
.family { margin-top: 16px; }
.family h3 { display: inline; font: 600 1.0625rem/1.3 var(--gsa-font-digit, "Iowan Old Style", Palatino, "P052", Georgia\
, serif); }
.family > p { display: inline; color: var(--gsa-muted); font-size: 0.8125rem; }
.family ul { margin-top: 6px; border-top: 1px solid var(--gsa-line); }
.family li { border-bottom: 1px solid var(--gsa-line); }
.pick {
  display: grid; grid-template-columns: 24px minmax(0, 1fr) auto; gap: 2px 14px; align-items: center; width: 100%; heigh\
t: auto; min-height: 44px; padding: 6px 10px;
  border: 0; border-radius: 0; background: none; text-align: start; font-variant-numeric: tabular-nums;
}
.pick:hover:not(:disabled, .main, .other, .third) { background: var(--gsa-sunken); color: inherit; }
.pick.pick:hover { color: var(--gsa-ink); }
.pick:focus-visible { outline-offset: -2px; }
.pick.main { background: var(--gsa-accent-soft); } .pick.other { background: var(--gsa-other-soft); } .pick.third { back\
ground: var(--gsa-third-soft); }
.pick b { font-weight: 650; }
.pick .learnt { grid-area: 2 / 2 / auto / -1; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 1\
2px; }
.pick .reads { text-align: end; font-weight: 650; white-space: nowrap; }
.pick .small { grid-column: 2 / -1; display: flex; flex-wrap: wrap; gap: 0 14px; color: var(--gsa-muted); font-size: 0.8\
125rem; }
.pick .tag { font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
.pick .tag:empty { display: none; }
.pick .time, .pick .reads, .pick .tested { white-space: nowrap; }
.pick:disabled { opacity: 1; color: var(--gsa-muted); }
@container picker (min-width: 760px) {
  .pick, .columns { grid-template-columns: 24px 76px minmax(0, 1fr) 84px 72px 136px 92px; }
  .pick .learnt { grid-area: auto; align-items: center; }
  .pick { min-height: 38px; padding-block: 4px; }
  .columns { display: grid; gap: 2px 14px; }
  .pick .unit { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .pick .small { display: contents; }
  .pick .small > * { font-size: 0.8125rem; }
  .pick .parameters { order: 2; text-align: end; }
  .pick .reads { order: 3; } .pick .tested { order: 4; } .pick .time { order: 5; text-align: end; color: var(--gsa-ink);\
 font-size: 0.875rem; }
  .pick .small > :not(.time) { color: var(--gsa-muted); }
  .pick .tag:not(:empty) { padding: 2px 8px; border-radius: 6px; background: var(--gsa-ink); color: var(--gsa-surface); \
}
}
`;function ei(n,e,t,r,s,o){let i=new Map;v(n,Nc);let a=v(n,"<div></div>");g(o,()=>{a.replaceChildren(),i.clear();for(let[
l,c,u]of Lc){let d=t.value.filter(m=>m.family===l);if(d.length===0)continue;let p=v(a,`<section class="family"><h3>${c}<\
/h3><p> · ${u}</p><ul></ul></section>`);for(let m of d){let f=Pc(h(p,"ul"),m);f.addEventListener("click",()=>s(m.name)),
i.set(m.name,f)}}}),g(o,()=>{let{shown:l,times:c}=e.networks,u=l.value.map(({value:d})=>d);for(let d of t.value){let p=i.
get(d.name);if(!p)continue;let m=u.indexOf(d.name);p.className=`pick ${m>=0?L(m):""}`,h(p,".letter").textContent=Ic[m]??
"",p.setAttribute("aria-pressed",String(m>=0&&m===r.value));let f=Dc(d,t.value,c.value);h(p,".time").textContent=Le(d.name)?
f.text:"",h(p,".tag").textContent=_c(d,f.isSlow)}}),n.addEventListener("keydown",l=>jc(n,l),{signal:o})}function Pc(n,{name:e,
title:t,trained:r,index:s,parameters:o,reads:i,tested:a}){let l=v(n,`<li><button type="button" class="pick">
      <span class="letter" aria-hidden="true"></span><b></b><span class="reads"></span><span class="learnt"><span></span\
><span class="tag"></span></span>
      <span class="small"><span class="parameters"></span><span class="tested"></span><span class="time"></span></span>
    </button></li>`),c=h(l,".pick");return c.dataset.name=e,h(c,"b").textContent=t,h(c,".learnt > span").textContent=Cc[r]+
(s==="published"?"; published index":""),h(c,".parameters").textContent=o.toLocaleString("en"),v(h(c,".parameters"),'<sp\
an class="unit"> parameters</span>'),h(c,".reads").textContent=`${i.toFixed(2)} %`,h(c,".tested").textContent=Rc[a],c.disabled=
!Le(e),c}function _c({name:n,trained:e,index:t},r){return Le(n)?t==="published"?"not quite equivariant":e==="upright"?"n\
ever saw a turned digit":r?"slow here":"":"needs the page from a server"}function Dc(n,e,t){let r=t.get(n.name);if(r!==void 0)
return{text:Qo(r),isSlow:r>Zo};let o=e.filter(({name:a,cost:l})=>l&&t.has(a)).sort((a,l)=>(l.cost??0)-(a.cost??0)).at(0);
if(!n.cost||!o?.cost)return{text:"—",isSlow:!1};let i=(t.get(o.name)??0)*n.cost/o.cost;return{text:`≈ ${Qo(i)}`,isSlow:i>
Zo}}function Qo(n){let e=n/1e3;return n<1e3?ve(n):`${e.toFixed(e<10?1:0)} s`}function jc(n,e){let t={ArrowDown:1,ArrowUp:-1}[e.
key];if(!t)return;let r=Array.from(n.querySelectorAll(".pick:not(:disabled)")),s=r.findIndex(o=>o.matches(":focus"));s<0||
(e.preventDefault(),r[Math.max(0,Math.min(r.length-1,s+t))].focus())}var zc=["A","B","C"],ti=`
.picker { width: min(1040px, calc(100vw - 32px)); max-width: none; max-height: calc(100dvh - 32px); padding: 0; border: \
1px solid var(--gsa-line); border-radius: 16px; background: var(--gsa-surface); color: var(--gsa-ink); font-size: 0.9375\
rem; overflow: hidden; }
.picker[open] { display: grid; grid-template-rows: minmax(0, 1fr); }
.picker::backdrop { background: rgb(0 0 0 / 0.4); }
.picker .sheet { container: picker / inline-size; padding: 20px 22px; overflow: auto; overscroll-behavior: contain; }
.picker-head { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 12px; padding-inline-end: 44px; }
.picker-head h2 { font: 600 1.375rem/1.2 var(--gsa-font-digit, "Iowan Old Style", Palatino, "P052", Georgia, serif); mar\
gin-inline-end: auto; }
.picker .close { position: absolute; top: 14px; inset-inline-end: 14px; width: 40px; padding: 0; border: 0; background: \
none; font-size: 1.125rem; }
.picker-places { display: flex; flex-wrap: wrap; gap: 8px; }
.picker-places .chip { display: inline-flex; border: 1px solid var(--gsa-line-strong); border-radius: 10px; }
.picker-places .chip.free { border-style: dashed; }
.picker-places .chip:has([aria-pressed="true"]) { border-color: var(--gsa-ink); box-shadow: 0 0 0 1px var(--gsa-ink); }
.picker-places button { height: 36px; border: 0; background: none; padding: 0 10px; display: inline-flex; align-items: c\
enter; gap: 8px; font-size: 0.875rem; }
.picker-places .remove { padding: 0 10px 0 6px; color: var(--gsa-muted); }
.letter { display: inline-grid; place-items: center; flex: none; width: 24px; height: 24px; border-radius: 50%; border: \
1.5px solid var(--gsa-line-strong); font-size: 0.8125rem; font-weight: 650; color: var(--gsa-ink); }
:is(.main, .other, .third) > .letter { border-color: var(--bar); background: var(--bar); color: var(--gsa-surface); }

.picker-foot { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-top: 20px; padding: 10px 14px;\
 border: 1px dashed var(--gsa-line-strong); border-radius: 12px; color: var(--gsa-muted); font-size: 0.875rem; }
.picker-foot p { flex: 1 1 16rem; }
.picker .trouble { margin-top: 16px; }
@media (forced-colors: active) { .picker-places .chip:has([aria-pressed="true"]) { outline: 2px solid Highlight; } }
@media (pointer: coarse) { .picker-places button { height: 44px; min-width: 44px; } .picker .close { width: 44px; height\
: 44px; } }
@media (min-width: 640px) { .picker .lesson { display: none; } }
@media (max-width: 639px) {
  .picker { width: 100vw; max-height: 100dvh; height: 100dvh; border: 0; border-radius: 0; margin: 0; }
  .picker .sheet { padding: 14px 14px 24px; }
}
${Jo}
`;function ni(n,e,t,r){let s=v(n,`<dialog class="picker" part="picker" aria-label="Which networks stand side by side?">
        <div class="sheet">
          <header class="picker-head">
            <h2>Which networks stand side by side?</h2>
            <div class="picker-places" role="group" aria-label="Choose for"></div>
            <button type="button" class="close" aria-label="Close">✕</button>
          </header>
          <p class="wait">The list is being fetched.</p>
          <div class="trouble" role="alert" hidden><p></p><button type="button" class="again">Try again</button></div>
          <div class="families"></div>
          <footer class="picker-foot">
            <p>Or drop a <b>.safetensors</b> file of this project on the page. It stays on this device.</p>
            <button type="button" class="choose-file">Choose a file</button>
            <input type="file" class="file" accept=".safetensors" hidden aria-label="Model file" />
          </footer>
        </div>
      </dialog>`),o=x(0),i=x([]),a=()=>{s.close(),queueMicrotask(()=>r(o.peek()))},l=u=>{e.pick(xt(e.values,o.peek(),u)),
a()},c=async()=>{let[u,d]=[".wait",".trouble"].map(p=>h(s,p));d.hidden=!0,u.hidden=i.peek().length>0;try{i.value=await Ko()}catch(p){
d.hidden=!1,h(d,"p").textContent=X(p)}u.hidden=!0};return h(s,".again").addEventListener("click",c,{signal:t}),h(s,".clo\
se").addEventListener("click",a,{signal:t}),s.addEventListener("click",u=>u.target===s&&a(),{signal:t}),s.addEventListener(
"keydown",u=>u.stopPropagation(),{signal:t}),Bc(s,e,()=>o.peek(),a,t),cn(h(s,".picker-head"),e,t),g(t,()=>Wc(h(s,".picke\
r-places"),e,o)),ei(h(s,".families"),e,i,o,l,t),{open(u){o.value=Math.min(u,2),c(),s.open||s.showModal()}}}function Bc(n,e,t,r,s){
let o=h(n,".file");h(n,".choose-file").addEventListener("click",()=>o.click(),{signal:s});let i=()=>{let a=o.files?.[0];
o.value="",a&&(e.bring(a,t()),r())};o.addEventListener("change",i,{signal:s})}function Wc(n,e,t){let r=e.networks.shown.
value,s=n.getRootNode().activeElement,o=s!==null&&n.contains(s);n.replaceChildren();for(let[i,a]of zc.slice(0,Math.min(3,
r.length+1)).entries()){let l=r.at(i),c=l?.info.value,u=l?c?_(j(c)):e.networks.names.value[i]??"":"one more",d=v(n,`<spa\
n class="chip ${l?L(i):"free"}"><button type="button" class="which ${l?L(i):""}"><span class="letter">${a}</span><span c\
lass="title"></span></button></span>`),p=h(d,".which");if(h(d,".title").textContent=u,p.setAttribute("aria-pressed",String(
t.value===i)),p.addEventListener("click",()=>t.value=i),l&&r.length>1){let m=v(d,'<button type="button" class="remove">✕\
</button>');m.setAttribute("aria-label",`Remove ${a}, ${u}`),m.addEventListener("click",()=>{t.value=Math.min(t.peek(),r.
length-2),e.pick(e.values.filter((f,w)=>w!==i))})}}o&&h(n,'[aria-pressed="true"]').focus()}var Gc=`
${ti}
.compare { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 10px; font-size: 0.875rem; color: var(--gsa-mut\
ed); }
.compare .places { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-width: 0; }
.compare .places:empty { display: none; }
.compare button { height: 36px; padding: 0 12px; }
.compare .choose-network { display: inline-flex; align-items: center; gap: 6px; min-width: 0; max-width: 100%; border-co\
lor: var(--bar); color: var(--gsa-ink); }
.compare .choose-network b { color: var(--bar); font-weight: 650; }
.compare .choose-network span { color: var(--gsa-muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap;\
 }
.compare .choose-network::after { content: ""; flex: none; width: 7px; height: 7px; margin: -4px 2px 0 2px; border: soli\
d currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }
.compare .third-one { border-style: dashed; }
.compare .all { border: 0; background: none; padding: 0; margin-inline-start: auto; color: var(--gsa-muted); text-decora\
tion: underline; text-underline-offset: 0.2em; }
/* About as wide as it becomes, before it is known what kind of network it is. */
@container (min-width: 1080px) { .compare .choose-network { min-width: 12.5rem; justify-content: space-between; } }
@container (max-width: 1079px) {
  .compare { gap: 8px 6px; }
  .compare .places { flex: 1 1 calc(100% - 52px); flex-wrap: nowrap; gap: 6px; }
  .compare .choose-network { flex: 1 1 0; justify-content: center; padding: 0 8px; }
  .compare .choose-network b { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .compare .choose-network span { color: var(--bar); font-weight: 650; }
  .compare :is(.word, .lesson legend, .choose-network:has(span:not(:empty)) b, .third-one .long) { position: absolute; w\
idth: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .compare .third-one { flex: none; width: 40px; padding: 0; font-size: 1.2rem; }
}
@container (max-width: 639px) {
  .compare :is(.all, .segments) { display: none; }
}
@media print { .compare { display: none; } }
@media (pointer: coarse) { .compare button { height: 44px; min-width: 44px; } }
`;function hr(n,e,t){let{networks:r}=e,s=v(n,`<div class="compare" role="group" aria-label="Networks">
      <span class="word" aria-hidden="true">Compare</span>
      <span class="places"></span>
      <button type="button" class="third-one" aria-haspopup="dialog">+<span class="long"> a third</span></button>
    </div>`),o=h(s,".places"),i=ni(n,e,t,c=>{let u=o.querySelector(`.${L(c)}`)??o.lastElementChild;u instanceof HTMLElement&&
u.focus({preventScroll:!0})});H(e,t,(c,u,d)=>[qc(o,e,c,u,()=>i.open(u),d)]);let a=h(s,".third-one");a.addEventListener("\
click",()=>i.open(r.shown.peek().length),{signal:t}),cn(s,e,t);let l=v(s,'<button type="button" class="all" aria-haspopu\
p="dialog"></button>');l.textContent=`all ${Object.keys(R.models).length} networks`,l.addEventListener("click",()=>i.open(
0),{signal:t}),g(t,()=>{let c=r.shown.value.length;a.hidden=c>=3,h(s,".word").hidden=c>=3,h(a,".long").textContent=c<2?"\
 another":" a third"})}function qc(n,e,t,r,s,o){let i=v(n,`<button type="button" class="choose-network ${L(r)}" aria-has\
popup="dialog"><b></b> <span></span></button>`);return i.addEventListener("click",s,{signal:o}),g(o,()=>{let a=e.networks.
names.value[r]??"",l=t.value?.info.value,c=l?_(j(l)):a;h(i,"b").textContent=c,h(i,"span").textContent=l?a:"",i.title="Ch\
oose another network"}),i}var gr={};D(gr,{mount:()=>mr,style:()=>Kc});var Hc=6,ri=.3,Kc=`
.dock { position: sticky; bottom: 0; z-index: 2; height: 0; visibility: hidden; opacity: 0; transition: opacity 200ms, v\
isibility 200ms; }
.dock[data-shown] { visibility: visible; opacity: 1; }
.dock-sheet {
  position: absolute; inset: auto 0 0; height: calc(112px + env(safe-area-inset-bottom, 0px)); padding: 8px 12px calc(8p\
x + env(safe-area-inset-bottom, 0px));
  display: grid; grid-template-columns: 96px minmax(0, 1fr) auto; gap: 0 10px; align-items: center;
  border-top: 1px solid var(--gsa-line-strong); background: var(--gsa-surface); box-shadow: 0 -6px 20px rgb(0 0 0 / 0.08\
);
  cursor: ew-resize; touch-action: pan-y; -webkit-user-select: none; user-select: none; -webkit-tap-highlight-color: tra\
nsparent;
}
.dock-sheet:focus-visible { outline-offset: -4px; }
.dock .small { position: relative; width: 96px; height: 96px; padding: 0; border: 0; border-radius: 50%; background: non\
e; cursor: inherit; touch-action: inherit; }
.dock .small svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.dock .small canvas { position: absolute; inset: 24%; width: 52%; height: 52%; }
.dock .run { fill: none; stroke: var(--of); stroke-width: 5; }
.dock .run.kept { stroke-width: 18; }
.dock .run.unasked { stroke: var(--gsa-line-strong); }
.dock .main { --of: var(--gsa-accent); }
.dock .other { --of: var(--gsa-other); }
.dock .hand { stroke: var(--gsa-ink); stroke-width: 8; }
.dock .head { fill: var(--gsa-ink); }
.dock .turned { font-size: 1.625rem; line-height: 1.1; font-weight: 700; font-variant-numeric: tabular-nums; }
.dock .how { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.3; }
.dock-answers { display: flex; gap: 16px; }
.dock-answer { display: grid; justify-items: center; color: var(--of); }
.dock-answer .said { font: 700 2.5rem/1 var(--gsa-font-digit, Georgia, "Palatino Linotype", Palatino, "P052", serif); fo\
nt-variant-numeric: lining-nums; white-space: nowrap; }
.dock-answer .mark { margin-inline-start: 4px; font: 700 1.0625rem/1 ui-sans-serif, system-ui, sans-serif; }
.dock-answer .who { max-width: 7.5em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 0.75rem\
; font-weight: 650; }
/* What has the focus does not hide behind it. */
.inside :is(button, select, input, summary) { scroll-margin-bottom: 128px; }
@media (max-width: 359px) {
  .dock-sheet { gap: 0 8px; }
  .dock-answers { gap: 8px; }
  .dock .how { display: none; }
}
@media (forced-colors: active) {
  .dock .main { --of: LinkText; }
  .dock .other { --of: CanvasText; }
}
`;function mr(n,e,t,r){let s=v(n,`<section class="dock" aria-label="Drawing and answers, small">
      <div class="dock-sheet" part="dock" role="slider" tabindex="0" aria-label="Turn the drawing from here" aria-valuem\
in="0" aria-valuemax="359">
        <div class="small"><svg viewBox="-280 -280 560 560" aria-hidden="true"></svg><canvas aria-hidden="true"></canvas\
></div>
        <div><p class="turned"></p><p class="how">‹ drag to turn ›</p></div>
        <div class="dock-answers"></div>
      </div>
    </section>`),o=h(s,".dock-sheet");Xc(s,t,r);let i=h(s,".dock-answers");H(t,r,(l,c,u)=>[Vc(i,t,l,c,u)]),g(r,()=>{let l=t.
turning.angle.value,c=String(Math.round(l)%360);E(h(s,".turned"),`${c}°`),o.setAttribute("aria-valuenow",c),o.setAttribute(
"aria-valuetext",Yc(t,l))}),o.addEventListener("keydown",l=>re(t,l),{signal:r}),Zc(o,t,r);let a=v(n,"<div></div>");r.addEventListener(
"abort",()=>a.remove()),Qc(s,e,a,r)}function Xc(n,e,t){let r=n.querySelector("svg");H(e,t,(c,u,d)=>{let p=M(r,"g",{class:L(
u)}),m=190+28*u;return g(d,()=>{p.replaceChildren();let f=c.value?.round.value;for(let{from:w,to:k,digit:y,kept:b}of Wt(
Y(f??new Map,P)))M(p,"path",{class:y===null?"run unasked":b?"run kept":"run",d:Ft(w,k,m)})}),[p]});let s=M(r,"g",{});M(s,
"line",{class:"hand",x1:0,y1:-150,x2:0,y2:-T.knob}),M(s,"circle",{class:"head",r:34,cx:0,cy:-T.knob+16});let{drawing:o,turning:i}=e;
g(t,()=>s.setAttribute("transform",`rotate(${-i.angle.value})`));let a=n.querySelector("canvas"),l=new Z(a,({context:c,size:u,
colour:d})=>{c.save(),c.scale(u,u),c.translate(.5,.5),c.rotate(-i.angle.peek()*Math.PI/180),c.translate(-.5,-.5),c.strokeStyle=
d("ink"),c.lineWidth=.085,c.lineCap=c.lineJoin="round",c.beginPath();for(let p of o.strokes.peek())We(c,p);c.stroke(),c.
restore()},t);g(t,()=>{o.strokes.value,i.angle.value,e.dark.value,l.invalidate()})}function Vc(n,e,t,r,s){let o=v(n,`<di\
v class="dock-answer ${L(r)}"><p class="said"><span class="digit-small"></span><span class="mark"></span></p><p class="w\
ho"></p></div>`);return g(s,()=>{let i=t.value?.info.value,a=e.networks.names.value[r]??"";E(h(o,".who"),i?_(j(i)):a)}),
g(s,()=>{let i=t.value?.shown.value,{upright:a}=i??{},l=a&&a.digit===i?.prediction.digit;E(h(o,".digit-small"),String(i?.
prediction.digit??"–")),E(h(o,".mark"),a?l?"✓":"✗":"")}),o}function Yc({networks:n},e){let t=n.shown.value.flatMap(
({shown:r},s)=>{let o=r.value?.prediction.digit;return o===void 0?[]:[`${n.names.value[s]} says ${o}`]});return[ae(e),...t].
join(", ")}function Zc(n,{turning:e},t){let r=null,s=a=>{!a.isPrimary||a.button!==0||(r={id:a.pointerId,from:a.clientX,at:e.
angle.peek(),drags:!1})},o=a=>{if(r?.id!==a.pointerId)return;let l=a.clientX-r.from;if(!(!r.drags&&Math.abs(l)<Hc)){if(!r.
drags){r.drags=!0;try{n.setPointerCapture(a.pointerId)}catch{}}e.turn(I(Math.round(r.at+l)),!1)}},i=a=>{r?.id===a.pointerId&&
(r.drags&&e.turn(e.angle.peek()),r=null)};n.addEventListener("pointerdown",s,{signal:t}),n.addEventListener("pointermove",
o,{signal:t});for(let a of["pointerup","pointercancel"])n.addEventListener(a,i,{signal:t})}function Qc(n,e,t,r){if(typeof IntersectionObserver!=
"function")return;let[s,o]=[!1,!1],i=new IntersectionObserver(a=>{for(let{target:c,isIntersecting:u,intersectionRatio:d,
boundingClientRect:p}of a)c===e?s=p.width>0&&p.top<0&&d<ri:o=!u&&p.top>0;let l=s&&o;l||ie(n),n.toggleAttribute("data-sho\
wn",l)},{threshold:[0,ri]});i.observe(e),i.observe(t),r.addEventListener("abort",()=>i.disconnect())}var vr={};D(vr,{mount:()=>wr,style:()=>Jc});var Jc=`
.drop { position: absolute; inset: 0; z-index: 2; display: grid; place-items: start center; padding: 24px; pointer-event\
s: none; border: 3px dashed var(--gsa-accent); border-radius: 16px; background: color-mix(in srgb, var(--gsa-ground) 70%\
, transparent); }
.drop span { position: sticky; top: 24px; padding: 10px 16px; border-radius: 10px; background: var(--gsa-surface); borde\
r: 1px solid var(--gsa-line-strong); font-weight: 600; }
.root:has(> .drop:not([hidden])) { position: relative; }
`;function wr(n,e,t){let r=v(n,'<div class="drop" aria-hidden="true" hidden><span>Drop the network to compare it</span><\
/div>'),s=x(!1);g(t,()=>{r.hidden=!s.value});let o=l=>{l.dataTransfer?.types.includes("Files")&&(l.preventDefault(),l.dataTransfer.
dropEffect="copy",s.value=!0)},i=l=>{l.relatedTarget instanceof Node&&n.contains(l.relatedTarget)||(s.value=!1)},a=l=>{s.
value=!1;let c=l.dataTransfer?.files[0];c&&(l.preventDefault(),e.bring(c,eu(l,e)))};n.addEventListener("dragenter",o,{signal:t}),
n.addEventListener("dragover",o,{signal:t}),n.addEventListener("dragleave",i,{signal:t}),n.addEventListener("drop",a,{signal:t})}
function eu({target:n},e){let t=n instanceof Element?n.closest(".panel"):null,r=qt.findIndex(s=>t?.classList.contains(s));
return r>=0?r:Math.min(e.networks.shown.peek().length,2)}var kr={};D(kr,{pictureOf:()=>Je,style:()=>du,vectorsOf:()=>br});var tu=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linecap","stroke-linejoin","stroke-opac\
ity","opacity","visibility","paint-order","font-size","font-weight","font-family","text-anchor","dominant-baseline"];function si(n,{
ground:e,size:t,title:r}){let s=n.cloneNode(!0),[o,i]=[n,s].map(w=>[...w.querySelectorAll("*")]);for(let[w,k]of o.entries())
nu(k,i[w]);for(let w of["role","aria-label","aria-hidden"])s.removeAttribute(w);let a=n.viewBox.baseVal,l=a&&a.width>0,{
x:c,y:u}=l?a:{x:0,y:0},{width:d,height:p}=l?a:n.getBoundingClientRect();s.setAttribute("viewBox",`${c} ${u} ${d} ${p}`),
s.setAttribute("xmlns","http://www.w3.org/2000/svg"),s.setAttribute("width",String(t)),s.setAttribute("height",String(Math.
round(t*p/d)));let[m,f]=["title","rect"].map(w=>document.createElementNS(n.namespaceURI,w));m.textContent=r;for(let[w,k]of Object.
entries({x:c,y:u,width:d,height:p,fill:e}))f.setAttribute(w,String(k));return s.prepend(m,f),new XMLSerializer().serializeToString(
s)}function nu(n,e){let t=getComputedStyle(n);if(t.display==="none"){e.setAttribute("display","none");return}for(let r of tu){
let s=t.getPropertyValue(r);s&&e.setAttribute(r,s)}n instanceof SVGCircleElement&&e.setAttribute("r",String(parseFloat(t.
r)||0)),e.removeAttribute("class")}function oi(n,e,t){for(let r of e.querySelectorAll("circle, line, path, text")){let s=r,
[o,i]=[getComputedStyle(s),s.getScreenCTM()];if(!i||o.visibility==="hidden"||o.display==="none")continue;n.save(),n.translate(
-t.x,-t.y),n.transform(i.a,i.b,i.c,i.d,i.e,i.f);let a=ru(s,e),l=(u,d)=>{let p=o.getPropertyValue(u);p!=="none"&&(n.globalAlpha=
a*Number(o.getPropertyValue(`${u}-opacity`)||1),n.fillStyle=n.strokeStyle=p,d(p))};n.lineWidth=parseFloat(o.strokeWidth)||
0,n.lineCap=o.strokeLinecap,n.lineJoin=o.strokeLinejoin;let c=o.strokeDasharray.split(/[\s,]+/).map(parseFloat);if(n.setLineDash(
c.every(Number.isFinite)?c:[]),s instanceof SVGTextElement)ou(n,s,o,l);else{let u=su(s,o);l("fill",()=>n.fill(u)),l("str\
oke",()=>n.stroke(u))}n.restore()}}function ru(n,e){let t=1,r=n;for(;r;)t*=Number(getComputedStyle(r).opacity),r=r===e?null:
r.parentElement;return t}function su(n,e){let t=s=>Number(n.getAttribute(s)??0);if(n.localName==="path")return new Path2D(
n.getAttribute("d")??"");let r=new Path2D;if(n.localName==="circle"){let s=parseFloat(e.r)||t("r");r.arc(t("cx"),t("cy"),
s,0,2*Math.PI)}else r.moveTo(t("x1"),t("y1")),r.lineTo(t("x2"),t("y2"));return r}function ou(n,e,t,r){let[s,o]=["x","y"].
map(a=>Number(e.getAttribute(a)??0)),i=e.textContent??"";n.font=`${t.fontWeight} ${t.fontSize} ${t.fontFamily}`,n.textAlign=
t.textAnchor==="middle"?"center":"left",n.textBaseline=t.dominantBaseline==="central"?"middle":"alphabetic",r("stroke",()=>n.
strokeText(i,s,o)),r("fill",()=>n.fillText(i,s,o))}var un=2,dn=16,iu="button, input, select";function ii(n,e){let t=n.getBoundingClientRect(),r=document.createElement("can\
vas"),s=r.getContext("2d");if(!s)throw new Error("This browser cannot make pictures.");if(!(t.width>0&&t.height>0))throw new Error(
"What is not shown has no picture.");return r.width=Math.round(un*(t.width+2*dn)),r.height=Math.round(un*(t.height+2*dn)),
s.fillStyle=e,s.fillRect(0,0,r.width,r.height),s.scale(un,un),li(s,n,{x:t.left-dn,y:t.top-dn}),r}function ai(n){return new Promise(
(e,t)=>n.toBlob(r=>r?e(r):t(new Error("The picture could not be made."))))}function li(n,e,t){let r=getComputedStyle(e);
if(r.display==="none"||r.visibility==="hidden"||e.matches(iu))return;let s=e.getBoundingClientRect();if(!r.clipPath.startsWith(
"inset(50%")){if(n.save(),n.globalAlpha*=Number(r.opacity),e instanceof SVGSVGElement)oi(n,e,t);else{let[o,i]=[s.left-t.
x,s.top-t.y];au(n,r,o,i,s.width,s.height),e instanceof HTMLCanvasElement&&(Xt(e),n.imageSmoothingEnabled=r.imageRendering!==
"pixelated",e.width>0&&n.drawImage(e,o,i,s.width,s.height));for(let a of e.childNodes)a instanceof Element?li(n,a,t):a instanceof
Text&&cu(n,a,r,t)}n.restore()}}function au(n,e,t,r,s,o){let i=parseFloat(e.borderTopWidth)||0,a=new Path2D,l=i/2,c=Math.
min(parseFloat(e.borderTopLeftRadius)||0,s/2,o/2);if(s<=i||o<=i)return;a.roundRect(t+l,r+l,s-i,o-i,c),n.fillStyle=e.backgroundColor,
n.fill(a);let u=lu(n,e.backgroundImage,t,s);u&&(n.fillStyle=u,n.fill(a));let d=parseFloat(e.borderLeftWidth)>0;i>0&&e.borderTopStyle!==
"none"&&(n.strokeStyle=e.borderTopColor,n.lineWidth=i,n.beginPath(),n.moveTo(t,r+l),n.lineTo(t+s,r+l),d?n.stroke(a):n.stroke())}
function lu(n,e,t,r){let[,s]=/^linear-gradient\((?:to right|90deg), (.+)\)$/.exec(e)??[];if(!s)return null;let o=[...s.matchAll(
/(rgba?\([^)]*\))(?:\s+([\d.]+)%)?/g)],i=n.createLinearGradient(t,0,t+r,0);for(let[a,[,l,c]]of o.entries()){let u=c===void 0?
a/Math.max(1,o.length-1):Number(c)/100;i.addColorStop(Math.min(1,u),l)}return i}function cu(n,e,t,r){n.fillStyle=t.color,
n.font=`${t.fontStyle} ${t.fontWeight} ${t.fontSize} ${t.fontFamily}`,n.textBaseline="alphabetic",n.textAlign="left";let s=document.
createRange();for(let{0:o,index:i}of e.data.matchAll(/\S+/g)){s.setStart(e,i),s.setEnd(e,i+o.length);let a=s.getBoundingClientRect(),
{fontBoundingBoxAscent:l,fontBoundingBoxDescent:c}=n.measureText(o),u=a.top-r.y+(a.height+l-c)/2;a.width>0&&n.fillText(o,
a.left-r.x,u)}}var uu=560,du=`
.offstage { position: fixed; left: -10000px; top: 0; width: 640px; container-type: inline-size; }
.offstage[data-several] { width: 1120px; }
.offstage .sheet { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px 32px; align-items: start; }
.offstage[data-several] .sheet { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
.offstage .sheet > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; container-type: inline-size; }\

.offstage .sheet > .wide { grid-column: 1 / -1; }
`,ci=["polar","answers"];function ui(n,e,t,r){let s=new AbortController,o=v(n,'<div class="offstage" aria-hidden="true" \
inert><div class="sheet"></div></div>');o.toggleAttribute("data-several",t.length>1);let i=o.firstElementChild;try{let a=[
...ci.filter(l=>t.includes(l)),...t];for(let l of new Set(a)){let c=v(i,"<div></div>");c.classList.toggle("wide",!ci.includes(
l)),W.get(l)?.mount(c,e,s.signal)}return r(i,Ke(o).colour("ground"))}finally{s.abort(),o.remove()}}function Je(n,e,t){return ai(
ui(n,e,t,ii))}function br(n,e,t){return ui(n,e,[t],(r,s)=>{let o=rn.includes(t)&&r.querySelector("svg");if(!o)throw new Error(
`The figure “${t}” is no drawing of vectors; toBlob() gives a PNG.`);let i=W.get(t)?.figure.title??"";return si(o,{ground:s,
size:uu,title:i})})}var di=`
:host([large]) :is(.samples, .caption, .seen-row, .status, .tools, .compare, .trial, .errors, .inside-head :is(p, .choos\
e), .ride, .maps > footer) { display: none; }
/* For those who go by headings. */
:host([large]) .inside-head { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
:host([large]) .top { gap: 0 40px; }
:host([large]) .top > :is(.answers, .inside) { margin-top: 0.7rem; }
@container (max-width: 639px) {
  :host([large]) .top > slot[name="lead"]::slotted(*) { order: -2; }
}
@container (min-width: 640px) {
  :host([large]) .top { grid-template: repeat(4, auto) 1fr / minmax(0, var(--stage)) minmax(0, 1fr); }
  :host([large]) .draw { grid-row: 1 / -1; }
  :host([large]) .top > :is(.answers, .inside), :host([large]) .top > slot::slotted(*) { grid-column: 2; margin-block: 0\
; }
  :host([large]) .top > :is(.answers, .inside) { margin-top: 0.7rem; }
}
:host([large]) .knob { width: 2rem; height: 2rem; margin: -1rem; }
:host([large]) .knob .angle { font-size: 0.65rem; }
:host([large]) .polar .degrees { font-size: 16px; fill: var(--gsa-ink); }
:host([large]) .polar .read { font-size: 21px; }
:host([large]) .panels { grid-template-columns: minmax(0, 1fr); gap: 0; }
:host([large]) .panel {
  grid-template-columns: 4.6rem minmax(0, 1fr); grid-template-rows: auto 1fr; gap: 0 1rem; padding: 0.6rem 0 0.8rem;
  border: 0; border-top: 3px solid var(--bar); border-radius: 0; background: none;
}
:host([large]) .panel :is(.note, .bars, .time) { display: none; }
:host([large]) .panel .model { font-size: 1.15rem; }
:host([large]) .panel footer { grid-area: 2 / 2; grid-template-columns: minmax(0, 1fr); align-content: start; margin: 0;\
 font-size: 0.875rem; color: var(--gsa-ink); }
/* Ring, difference, and in words what is left over: a row for each network. */
:host([large]) .maps { padding: 0; border: 0; border-radius: 0; background: none; }
:host([large]) .cards { grid-template-columns: minmax(0, 1fr); gap: 0; }
:host([large]) .card {
  grid-template: 1fr auto 1fr / 5.3rem 4.2rem minmax(0, 1fr); gap: 0 0.8rem; align-items: center; padding: 0.25rem 0; bo\
rder-top: 3px solid var(--bar);
}
:host([large]) .card::before { display: none; }
:host([large]) .card :is(.pair, .leftover) { display: contents; }
:host([large]) .card .ring { grid-area: 1 / 1 / span 3; }
:host([large]) .card .leftover canvas { grid-area: 1 / 2 / span 3; width: 100%; }
:host([large]) .card .leftover .what { display: none; }
:host([large]) .card > header { grid-area: 1 / 3; align-self: end; font-size: 1rem; }
:host([large]) .card .model { font-size: 1.05rem; }
:host([large]) .card .note { display: none; }
:host([large]) .card .number { grid-area: 2 / 3; justify-self: start; font-size: 1.5rem; }
:host([large]) .card .verdict { grid-area: 3 / 3; place-self: start; font-size: 0.875rem; min-height: 0; }
:host([large]) .cards:has(.third) .card { grid-template-columns: 3.9rem 3.2rem minmax(0, 1fr); }
`;var pi=`
@media print {
  .root { display: block; padding: 0 !important; background: none !important; }
  .root, .root * { -webkit-print-color-adjust: exact; print-color-adjust: exact; transition: none !important; }
  :is(.tools, .samples, .status, .choose, .compare, .trial, .alert, .dock, .hint, .keys, .ride, .trouble button) { displ\
ay: none !important; }
  .top { display: grid; grid-template-columns: 60% minmax(0, 1fr); grid-template-rows: none; gap: 14pt 18pt; }
  .draw { position: static; grid-row: 1; }
  .top > .answers { grid-area: 1 / 2; order: 0; align-self: center; }
  .top > :is(.inside, .status), .top > ::slotted(*) { grid-column: 1 / -1; margin: 0; }
  .panels { grid-template-columns: minmax(0, 1fr); }
  .panel { border: 0; border-top: 1.5pt solid var(--bar); border-radius: 0; padding: 8pt 0; background: none; }
  .top > *, .maps, .errors, .panel { break-inside: avoid; }
  .inside { display: block; break-inside: auto; }
  .inside-head { break-after: avoid; margin-bottom: 10pt; }
  :is(.maps, .errors) { margin-bottom: 14pt; border-radius: 0; background: none; }
}
`;var yr={};D(yr,{mount:()=>xr,style:()=>mu});import{samples as fu}from"./samples.js";var mu=`
.samples { display: grid; grid-template-columns: repeat(10, 1fr); gap: 6px; width: min(100%, var(--stage)); }
.samples button { padding: 0; height: 44px; min-width: 0; border-color: var(--gsa-line); background: var(--gsa-surface);\
 border-radius: 8px; display: grid; place-items: center; color: var(--gsa-ink); }
.samples button:hover { background: var(--gsa-sunken); }
.samples svg { height: 78%; max-width: 88%; fill: none; stroke: currentColor; stroke-width: 0.075; stroke-linecap: round\
; stroke-linejoin: round; overflow: visible; }
@container (max-width: 420px) {
  .samples { gap: 3px; }
}
`;function xr(n,e,t){let r=v(n,'<div class="samples" part="samples" role="group" aria-label="Sample digits"></div>');for(let{
digit:s,strokes:o}of fu)v(r,`<button type="button" title="Draw a ${s}" aria-label="Sample ${s}">
        <svg viewBox="0.1 0.1 0.8 0.8" aria-hidden="true"><path d="${St(o)}" /></svg>
      </button>`).addEventListener("click",()=>e.drawing.replace(o),{signal:t})}var Sr={};D(Sr,{mount:()=>Er,style:()=>gu});var gu=`
.seen-row { position: absolute; left: 0; bottom: 0; pointer-events: none; }
.seen { display: block; width: 64px; height: 64px; border-radius: 4px; background: #000; image-rendering: pixelated; }
.seen-row p { margin-top: 2px; white-space: nowrap; color: var(--gsa-muted); font-size: 0.75rem; line-height: 1.2; }
@container (max-width: 460px) {
  .seen { width: 48px; height: 48px; }
}
`;function Er(n,e,t){let r=v(n,`<div class="seen-row">
      <canvas class="seen" part="seen" role="img" aria-label="What the networks see: the drawing as 28 × 28 grey pixels"\
></canvas>
      <p></p>
    </div>`),{seen:s}=e.asking,o=h(r,".seen"),i=new Z(o,({context:l,size:c})=>{let u=s.peek();u&&Vt(l,ao(u),0,0,c)},t);g(
t,()=>{s.value,i.paint()});let a=h(r,"p");g(t,()=>{let l=e.networks.shown.value.some(c=>c.isRecorded.value);E(a,l?"recor\
ded; live in a moment":"what they see")})}var Ar={};D(Ar,{describeStatus:()=>hi,mount:()=>Mr,style:()=>wu});var wu=`
.status { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 8px; }
.switch-engine { height: 34px; padding: 0 12px; border-radius: 999px; font-size: 0.8125rem; color: var(--gsa-muted); }
.badge { font-size: 0.8125rem; color: var(--gsa-muted); font-variant-numeric: tabular-nums; }
.badge summary { display: inline-flex; align-items: center; gap: 8px; padding: 6px 12px; border: 1px solid var(--gsa-lin\
e); border-radius: 999px; cursor: pointer; list-style: none; min-height: 34px; }
.badge summary::-webkit-details-marker { display: none; }
.badge .dot { width: 8px; height: 8px; border-radius: 50%; background: var(--gsa-line-strong); flex: none; }
.badge[data-state="ready"] .dot { background: #2c9a5b; }
.badge[data-state="note"] .dot { background: #c98a12; }
.badge[data-state="failed"] .dot { background: var(--gsa-lost); }
.badge-more { display: grid; gap: 4px; padding: 8px 12px 0; max-width: 70ch; overflow-wrap: anywhere; }
`;function Mr(n,e,t){let r=v(n,`<div class="status">
      <details class="badge" part="badge">
        <summary><span class="dot"></span><span class="badge-text"></span></summary>
        <ul class="badge-more"></ul>
      </details>
      <button type="button" class="switch-engine" part="switch-engine" hidden></button>
    </div>`);h(r,".switch-engine").addEventListener("click",()=>e.switchEngine(),{signal:t}),g(t,()=>{let{shown:s}=e.networks,
o=s.value.some(c=>c.isRecorded.value),i=s.value.map(({info:c,error:u,shown:d},p)=>({name:e.networks.names.value[p],info:c.
value,error:u.value,prediction:d.value?.prediction??null})),a=i.find(({error:c})=>c&&te(c))?.error,l=e.failure.value??a??
null;vu(r,hi(e.engine,e.report.value,i,l,o))})}function vu(n,{state:e,text:t,more:r,offer:s}){let o=h(n,".badge");o.dataset.
state=e,E(h(o,".badge-text"),t);let i=h(n,".switch-engine");!s&&i.matches(":focus")&&h(o,"summary").focus({preventScroll:!0}),
i.hidden=!s,i.textContent=s;let a=h(o,".badge-more");if(Array.from(a.children,c=>c.textContent).join(`
`)!==r.join(`
`)){a.replaceChildren();for(let c of r)v(a,"<li></li>").textContent=c}}function hi(n,e,t,r,s=!1){if(r)return{state:"fail\
ed",text:"Engine not running",more:[r.message],offer:""};if(!e)return t.length>0&&t.every(u=>u.error)?{state:"failed",text:"\
No network loaded",more:[],offer:""}:{state:"starting",text:s?"Recorded with the page; live in a moment":"Starting…",more:[],
offer:""};let o=n?.place==="main thread"?"on the main thread":"in a worker",i=e.name==="cpu"?"CPU":"WebGPU",a=t.flatMap(
({name:l,prediction:c})=>c?[`${l} ${ve(c.milliseconds)}`]:[]);return{state:e.note?"note":"ready",text:[i+bu(e),...a].join(
" · "),offer:ku(e),more:[...e.why?[e.why]:[],...e.card?[xu(e.card)]:[],`WebAssembly ${e.simd?"with":"without"} SIMD, on\
e thread, ${o}; gsa-net ${e.version}. The milliseconds are those of one forward pass.`,...t.flatMap(({name:l,info:c})=>c?
[yu(l,c)]:[]),...n?.reasons??[]]}}function bu({note:n,opening:e}){return n?e?" while WebGPU opens":" instead of WebGPU":
""}function ku({name:n,note:e,opening:t}){return n==="webgpu"?"Use the CPU":t||!("gpu"in navigator)?"":e?"Try WebGPU aga\
in":"Try WebGPU"}function xu({adapter:n,software:e,difference:t,milliseconds:r}){let s=[`Graphics card: ${n}${e?", a pro\
gram on the processor":""}`];return r!==null&&s.push(`the last answer took ${ve(r)} by its own clock`),s.push(`largest d\
ifference from the CPU in the self-test ${t.toExponential(1)}`),`${s.join("; ")}.`}function yu(n,{group:e,parameters:t,training:r}){
let s=r?.held_out_accuracy,o=r?.data,i=[`group ${e.name} with ${e.order===1?"one element":`${e.order} elements`}`,`${t.toLocaleString(
"en")} parameters`];if(typeof s=="number"){let a=typeof o=="string"&&/drawing/i.test(o)?"digits and drawings":"turned di\
gits";i.push(`${(100*s).toFixed(1)} % right on ${a} held out in training`)}return`${n}: ${i.join(", ")}.`}var $r={};D($r,{mount:()=>Or,style:()=>Su});var Eu={undo:'<path d="M7 4 3 8l4 4M3.5 8H11a4 4 0 0 1 0 8H8" />',clear:'<path d="M5 5l10 10M15 5 5 15" />',spin:'<path \
d="M16 10a6 6 0 1 1-1.8-4.3M14.5 2.5v3.5H11" transform="matrix(-1 0 0 1 20 0)" />',stop:'<path d="M6.5 6.5h7v7h-7z" />'},
Su=`
/* In the corners of the dial's square. */
.tools { position: absolute; inset: 0; pointer-events: none; }
.tools button { position: absolute; right: 0; display: inline-flex; justify-content: center; align-items: center; gap: 6\
px; height: 44px; padding: 0 14px 0 10px; pointer-events: auto; }
.tools :is(.undo, .clear) { bottom: 0; width: 44px; padding: 0; }
.tools .undo { right: 52px; }
.tools .spin { top: 0; }
.tools :is(.undo, .clear) span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); w\
hite-space: nowrap; }
@container (max-width: 460px) {
  .tools .undo { right: 0; bottom: 50px; }
  .tools .spin { width: 44px; padding: 0; }
  .tools .spin span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
.icon { width: 18px; height: 18px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: roun\
d; stroke-linejoin: round; }
.spin .stop-icon, .spin[data-on] .spin-icon { display: none; }
.spin[data-on] .stop-icon { display: block; }
`;function pn(n){return`<svg class="icon ${n}-icon" viewBox="0 0 20 20" aria-hidden="true">${Eu[n]}</svg>`}function Or(n,e,t){
let r=v(n,`<div class="tools" role="group" aria-label="Tools">
      <button type="button" class="undo" title="Undo (Ctrl+Z)">${pn("undo")}<span>Undo</span></button>
      <button type="button" class="clear" title="Clear">${pn("clear")}<span>Clear</span></button>
      <button type="button" class="spin">${pn("spin")}${pn("stop")}<span>Once round</span></button>
    </div>`),{drawing:s,turning:o}=e,i=(l,c,u)=>{let d=h(r,`.${l}`);return d.addEventListener("click",c,{signal:t}),g(t,
()=>{let p=!u();p&&ie(d),d.disabled=p}),d};i("undo",()=>s.undo(),()=>s.canUndo.value),i("clear",()=>s.clear(),()=>!s.isEmpty.
value);let a=i("spin",()=>o.spin(),()=>o.spins.value||!s.isEmpty.value);g(t,()=>{a.toggleAttribute("data-on",o.spins.value),
E(h(a,"span"),o.spins.value?"Stop":"Once round")})}var Lr={};D(Lr,{mount:()=>Tr,style:()=>Mu});var Mu=`
${Xo}
.trial { display: grid; gap: 10px; padding: 14px; border: 1px solid var(--gsa-line); border-radius: 14px; background: va\
r(--gsa-surface); min-width: 0; }
.trial .tries { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; }
.trial h2 { margin-inline-end: auto; }
.trial .fresh { width: 40px; height: 36px; margin-inline-start: -12px; padding: 0; font-size: 1.125rem; line-height: 1; \
}
.trial p { color: var(--gsa-muted); font-size: 0.875rem; min-height: 2.9em; }
@media print { .trial { display: none; } }
@media (pointer: coarse) { .trial .fresh { width: 44px; height: 44px; } }
@container (max-width: 639px) { .trial p { min-height: 0; } .trial h2 { width: 100%; } }
`;function Tr(n,e,t){let r=v(n,`<section class="trial" part="trial" role="group" aria-label="Try to break it">
      <div class="tries"><h2>Try to break it</h2></div>
      <p role="status"></p>
    </section>`),s=h(r,".tries"),o=Ce(s,"Weights",{trained:"trained",random:"random weights"},d=>e.vary({weights:d}),t,!1),
i=v(s,'<button type="button" class="fresh" aria-label="Fresh random weights" title="Fresh random weights">↻</button>'),
a=()=>e.vary({seed:e.trial.peek().seed+1});i.addEventListener("click",a,{signal:t});let l=Ce(s,"Positions",{turning:"pos\
itions turn along",still:"held still"},d=>e.vary({positions:d}),t,!1),c=Ce(s,"index",{exact:"exact",published:"published"},
d=>e.vary({index:d}),t),u=S(()=>e.networks.shown.value.some(d=>(d.info.value?.group.order??1)>1&&d.indexed));g(t,()=>{let d=e.
trial.value;o.show(d.weights),l.show(d.positions),c.show(d.index),i.hidden=d.weights!=="random",c.element.hidden=!u.value;
let p=e.networks.shown.value.every(({info:m})=>m.value?.group.order===1);E(h(r,"p"),Au(d,u.value,p))})}function Au({weights:n,
positions:e,index:t},r,s){if(s)return"Nothing is built into an ordinary network, so there is nothing to break.";let o=e===
"still";if(n==="random"){let i="Nobody taught them anything: answers mean nothing, look at the difference. ";return o?`${i}\
With positions held still it fills: now nothing is built in.`:`${i}At quarter turns the built-in one leaves none: the co\
nstruction turns, not the training.`}return o?"The weights are as they were, yet the difference fills: the positions do \
not turn along. That one change is the whole idea.":r&&t==="published"?"With the index of the paper’s published code a q\
uarter turn leaves a difference in every layer after the first: not quite equivariant any more.":"With random weights th\
ey talk nonsense, yet the built-in one still turns along. With its positions held still it does not: that one change is \
the whole idea."}var Ou=["polar","answers"],$u=["maps","errors"],Tu=[sn,Zn,$r,yr,dr,Sr,fr,...W.values(),ln,Lr,Ar,an,vr,gr,kr],hn=`
.root { container-type: inline-size; display: grid; grid-template-columns: minmax(0, 1fr); gap: 28px; }
/* Where the page is light and this is dark, or the other way round */
.root[data-island] { padding: 20px; border-radius: 20px; background: var(--gsa-ground); }
.root[data-pointer] :is(.pad, .knob):focus-visible { outline: none; }
.top { --stage: var(--gsa-stage, 536px); display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
.draw { display: grid; gap: 8px; align-content: start; justify-items: center; min-width: 0; }
.answers { display: grid; gap: 12px; align-content: start; min-width: 0; }
.inside { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; min-width: 0; align-content: start; }
.top > :is(.inside, .status), .top > ::slotted(*) { margin-top: 20px; min-width: 0; }
/* Above the dial, where a hand that turns it does not hide them. */
@container (max-width: 639px) {
  .answers { display: contents; }
  .answers > * { order: -1; }
  .answers > .compare { order: 1; margin-top: 8px; }
  .top > :is(.inside, .status), .top > ::slotted(*) { order: 2; }
}
@container (min-width: 640px) {
  .top { grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr); gap: 16px 24px; }
  .top > :is(.inside, .status), .top > ::slotted(*) { grid-column: 1 / -1; }
}
@container (min-width: 900px) {
  .top { grid-template-columns: minmax(0, var(--stage)) minmax(0, 1fr); }
}
@container (min-width: 1080px) {
  /* The stage stays in sight while all the rest is looked at and read. */
  .top { grid-template-rows: repeat(4, auto) 1fr; gap: 16px 32px; }
  .draw { grid-row: 1 / -1; position: sticky; top: 16px; align-self: start; }
  .top > :is(.answers, .inside, .status), .top > ::slotted(*) { grid-column: 2; margin-top: 0; }
}
@container (min-width: 1360px) {
  .top { --stage: var(--gsa-stage, 640px); }
}
${Tu.map(n=>n.style).join("")}
${di}
${pi}
`;function fi(n,e,t,{isCompact:r,figures:s}){let o=v(n,'<div class="root" part="root"></div>');o.toggleAttribute("data-c\
ompact",r),Ye(o,e,t);let i=v(o,'<div class="top"></div>'),a=Cr(i,e,t,r,s.includes("polar"));if(v(i,'<slot name="lead"></\
slot>'),s.includes("answers")){let c=v(i,'<section class="answers" part="answers" role="group" aria-label="Answers"></se\
ction>');r||hr(c,e,t),W.get("answers")?.mount(c,e,t)}let l=s.filter(c=>!Ou.includes(c));if(l.length>0){let c=v(i,'<secti\
on class="inside" part="inside" role="group" aria-label="Feature maps"></section>');l.some(u=>$u.includes(u))&&Qe(c,e,t);
for(let u of l)W.get(u)?.mount(c,e,t);r||Tr(c,e,t)}return r||Mr(i,e,t),v(i,'<slot name="reading"></slot>'),Ze(o,e,t),r||
(mr(n,a,e,t),wr(o,e,t)),Rr(o,e,t),o}function Cr(n,e,t,r,s){let o=v(n,'<section class="draw" part="drawing" role="group" \
aria-label="Drawing"></section>'),i=Yn(o,e,t,s);return r||Er(i,e,t),Or(i,e,t),r||(xr(o,e,t),ur(o,e,t)),v(o,'<slot name="\
actions"></slot>'),i}function Rr(n,e,t){let r=s=>{let o=s.target;if(o.isContentEditable||o.matches("input, select, texta\
rea"))return;if((s.ctrlKey||s.metaKey)&&!s.shiftKey&&s.key==="z"){s.preventDefault(),e.drawing.undo();return}(s.key==="A\
rrowLeft"||s.key==="ArrowRight"||o.matches(".pad"))&&re(e,s)};n.addEventListener("keydown",r,{signal:t}),n.addEventListener(
"pointerdown",()=>n.toggleAttribute("data-pointer",!0),{signal:t});for(let s of["keydown","keyup","focusout"])n.addEventListener(
s,()=>n.toggleAttribute("data-pointer",!1),{signal:t})}var mi="(prefers-color-scheme: dark)";function gi(n){for(let s of vi(n)){let{backgroundColor:o,backgroundImage:i,color:a}=getComputedStyle(s),l=Cu(i,a)??Ir(o);
if(l!==null)return l<128}let e=getComputedStyle(document.documentElement).colorScheme,t=document.querySelector('meta[nam\
e="color-scheme"]')?.getAttribute("content"),r=/dark|light/.test(e)?e:t??"";return r.includes("dark")&&(!r.includes("lig\
ht")||Lu(mi))}function wi(n,e,t){globalThis.matchMedia?.(mi).addEventListener("change",e,{signal:t});let r=new MutationObserver(
e);for(let s of vi(n))r.observe(s,{attributes:!0});t.addEventListener("abort",()=>r.disconnect())}function Lu(n){return globalThis.
matchMedia?.(n).matches??!1}function*vi(n){let e=n;for(;e;)e=(e instanceof Element?e.assignedSlot:null)??(e instanceof ShadowRoot?
e.host:e.parentNode),e instanceof Element&&(yield e)}function Cu(n,e){if(!n||n==="none")return null;let r=(n.match(/(?:rgba?|hsla?|lab|lch|oklab|oklch|color)\([^()]*\)|#[0-9a-f]{3,8}\b/gi)??
[]).map(Ir).filter(o=>o!==null);if(r.length>0)return r.reduce((o,i)=>o+i,0)/r.length;if(!/url\(|image/.test(n))return null;
let s=Ir(e);return s===null?null:255-s}var be=null;function Ir(n){if(n==="transparent"||n==="rgba(0, 0, 0, 0)")return null;
if(!be){let o=document.createElement("canvas");o.width=o.height=1,be=o.getContext("2d",{willReadFrequently:!0})}if(!be)return null;
be.clearRect(0,0,1,1),be.fillStyle=n,be.fillRect(0,0,1,1);let[e,t,r,s]=be.getImageData(0,0,1,1).data;return s<128?null:.299*
e+.587*t+.114*r}var Ru=`
    --gsa-dark: 0;
    --gsa-ground: #faf9f5;
    color-scheme: light;
    --gsa-ink: var(--gsa-light-ink, #1b1d22);
    --gsa-muted: #5b606b;
    --gsa-line: #dfdcd3;
    --gsa-line-strong: #c2beb2;
    --gsa-surface: #ffffff;
    --gsa-sunken: #f0eee6;
    --gsa-ring: #f0eee6;
    --gsa-accent: #0b5cad;
    --gsa-accent-soft: #dce8f4;
    --gsa-on-accent: #ffffff;
    --gsa-other: #b84a00;
    --gsa-other-soft: #f7e3d5;
    --gsa-third: #8a1f6d;
    --gsa-third-soft: #f4dfee;
    --gsa-lost: #a9380f;
    --gsa-lost-soft: #fbe4d8;`,Iu=`
    --gsa-dark: 1;
    --gsa-ground: #131417;
    color-scheme: dark;
    --gsa-ink: var(--gsa-dark-ink, #edebe5);
    --gsa-muted: #a7aab3;
    --gsa-line: #33353c;
    --gsa-line-strong: #50535c;
    --gsa-surface: #1b1c21;
    --gsa-sunken: #111215;
    --gsa-ring: #25272d;
    --gsa-accent: #79b8ff;
    --gsa-accent-soft: #1f3550;
    --gsa-on-accent: #10131c;
    --gsa-other: #ff9a57;
    --gsa-other-soft: #4a2c18;
    --gsa-third: #ffc9e8;
    --gsa-third-soft: #4a2440;
    --gsa-lost: #ff9d74;
    --gsa-lost-soft: #472616;`,bi=`
:host {
  display: block;
  --gsa-rem: max(1rem, 16px);
  ${Ru}
  color: var(--gsa-ink);
  font: 0.9375rem/1.45 var(--gsa-font, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Ar\
ial, sans-serif);
  text-align: start;
  -webkit-text-size-adjust: 100%;
}
:host([hidden]) { display: none; }

*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, p, ol, ul, figure, table { margin: 0; padding: 0; }
h2, h3 { font-size: 1rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.005em; }
ol, ul { list-style: none; }
p { text-wrap: pretty; }

/* Controls */
button, select, input {
  font: inherit; color: inherit;
  height: 40px; border: 1px solid var(--gsa-line-strong); border-radius: 10px;
  background: var(--gsa-surface);
}
button { padding: 0 14px; cursor: pointer; touch-action: manipulation; -webkit-tap-highlight-color: transparent; }
button:hover:not(:disabled) { border-color: var(--gsa-accent); color: var(--gsa-accent); }
button:disabled { opacity: 0.45; cursor: default; }
button[data-on] { background: var(--gsa-accent); border-color: var(--gsa-accent); color: var(--gsa-on-accent); }
button[data-on]:hover:not(:disabled) { color: var(--gsa-on-accent); }
:focus-visible { outline: 2.5px solid var(--gsa-accent); outline-offset: 2px; }

/* Each network has a colour of its own */
.main { --bar: var(--gsa-accent); }
.other { --bar: var(--gsa-other); }
.third { --bar: var(--gsa-third); }

@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { transition: none !important; animation: none !important; }
}
`,Nu=`@media screen { :host { ${Iu} } }`,ki=new WeakMap;function Pu(n,e){let t=ki.get(n)??new Map;ki.set(n,t);let r=t.get(
e);return r||(r=new n.defaultView.CSSStyleSheet,r.replaceSync(xi(e)),t.set(e,r)),r}function xi(n){return n.replace(/(?<![\w.]|:\s*max\()(\d*\.?\d+)rem\b/g,
"calc($1 * var(--gsa-rem))")}function et(n,e,t){let r=t?[bi,e,Nu]:[bi,e];try{n.adoptedStyleSheets=r.map(s=>Pu(n.ownerDocument,
s)),n.querySelector("style")?.remove()}catch{n.querySelector("style")?.remove();let s=document.createElement("style");s.
textContent=xi(r.join(`
`)),n.prepend(s)}}var _u="0px",Re=class{#e;#t;#n;#r;#s=null;#o=null;#i=null;#d;#l=null;#c=null;#u=!1;#h=x(!1);#a=x(!1);#p=x(!1);isNear=S(()=>this.#h.
value&&this.#p.value);isOn=S(()=>this.#a.value&&this.#p.value);constructor(e,t,r){this.#e=e,this.#n=t,this.#r=r,this.#t=
e.attachShadow({mode:"open"}),et(this.#t,t,!1)}get lasts(){return this.#s!==null}connected(){clearTimeout(this.#d);let e=!this.#s;
this.#s??=new AbortController,e||this.#l!==this.#e.ownerDocument?this.show():this.#f(),e&&this.#r.came(this.#s.signal)}disconnected(){
this.#d=setTimeout(()=>{for(let e of[this.#i,this.#o,this.#s])e?.abort();this.#i=this.#o=this.#s=this.#c=null,this.#h.value=
this.#a.value=!1,this.#r.left()})}show(){if(!this.#s)return;this.#o?.abort(),this.#o=new AbortController;let{signal:e}=this.#o;
this.#l!==this.#e.ownerDocument&&(this.#l=this.#e.ownerDocument,et(this.#t,this.#n,this.#u));for(let t of this.#t.querySelectorAll(
".root, .dock"))t.remove();try{this.#c=this.#r.show(e)}catch(t){this.#c=this.#w(t)}Object.assign(this.#c,{lang:"en",dir:"\
ltr"}),this.#m(this.#c,e),this.#f()}#f(){this.#i?.abort(),this.#i=new AbortController,this.dress(),wi(this.#e,()=>this.dress(),
this.#i.signal)}dress(){if(!this.#c)return;let e=gi(this.#e),t=this.#e.getAttribute("theme"),r=t==="dark"||t!=="light"&&
e;this.#c.toggleAttribute("data-island",r!==e),r!==this.#u&&(this.#u=r,et(this.#t,this.#n,r),this.#r.dressed(r))}#m(e,t){
let r=this.#e.ownerDocument,s=(i,a)=>t.addEventListener("abort",q(()=>{a.value=i.value}));s(le(e,t,{first:!1}),this.#h),
s(le(e,t,{first:!1,reach:_u}),this.#a),addEventListener("beforeprint",()=>this.#g(),{signal:t}),addEventListener("afterp\
rint",()=>this.dress(),{signal:t});let o=()=>this.#p.value=!r.hidden;r.addEventListener("visibilitychange",o,{signal:t}),
o()}#g(){this.#u=!1,et(this.#t,this.#n,!1),this.#r.dressed(!1);for(let e of this.#t.querySelectorAll("canvas"))Xt(e)}#w(e){
let t=document.createElement("div");t.className="root";let r=document.createElement("p"),s=/TrustedHTML/.test(String(e));
return r.textContent=s?"This page requires Trusted Types. Its content security policy must allow those of this element: \
trusted-types gsa-net gsa-net-worker":`This cannot be shown: ${e instanceof Error?e.message:e}`,t.append(r),this.#t.append(
t),t}};import{samples as Bu}from"./samples.js";var Ei=`
.figure { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
.figure-body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; min-width: 0; }
.figure-foot { display: flex; flex-wrap: wrap; align-items: center; gap: 0 16px; font-size: 0.8125rem; color: var(--gsa-\
muted); }
.figure-foot :is(summary, .save) { display: inline-flex; align-items: center; height: 34px; padding: 0; border: 0; backg\
round: none; color: inherit; cursor: pointer; text-decoration: underline; text-decoration-color: var(--gsa-line-strong);\
 text-underline-offset: 4px; }
.figure-foot :is(summary, .save):hover { color: var(--gsa-accent); }
.figure-word { margin-inline-start: auto; overflow-wrap: anywhere; }
.figure-word[data-failed] { display: flex; flex-wrap: wrap; flex: 1 0 100%; order: -1; align-items: center; justify-cont\
ent: space-between; gap: 8px 12px; margin: 0; padding: 8px 8px 8px 14px; border-radius: 12px; background: var(--gsa-lost\
-soft); color: var(--gsa-ink); font-size: 0.875rem; }
.figure-word[data-failed] span { flex: 1 1 12em; }
.figure-word button { height: 36px; }
.figure-foot details { flex: none; max-width: 100%; }
.figure-foot details[open] { flex: 1 1 100%; order: 1; }
.figure-table { max-height: 22em; overflow: auto; border-block: 1px solid var(--gsa-line); }
.figure-table table { border-collapse: collapse; font-variant-numeric: tabular-nums; color: var(--gsa-ink); }
.figure-table :is(th, td) { padding: 4px 16px 4px 0; text-align: start; font-weight: 400; border-top: 1px solid var(--gs\
a-line); }
.figure-table thead th { position: sticky; top: 0; background: var(--gsa-ground); border: 0; font-weight: 600; vertical-\
align: bottom; }
@media (pointer: coarse) {
  .figure-foot :is(summary, .save), .figure-word button { height: 44px; }
}
`;function Si(n,{said:e,table:t,title:r,files:s,retry:o,fileOf:i},a){let l=v(n,'<div class="figure-foot"></div>'),c=v(l,
'<div class="figure-word"><span></span><button type="button" class="retry" hidden>Try again</button></div>');h(c,".retry").
addEventListener("click",o,{signal:a}),g(a,()=>{let{state:u,message:d,canRetry:p}=e.value,m=h(c,"span");c.toggleAttribute(
"data-failed",u==="failed"),u==="failed"?m.setAttribute("role","alert"):m.removeAttribute("role"),E(m,d),h(c,".retry").hidden=
!p}),s.length>0&&Du(l,t,r,a);for(let u of s){let d=v(l,'<button type="button" class="save"></button>');d.textContent=`Sa\
ve as ${u}`,d.addEventListener("click",()=>Uu(d,r,u,i),{signal:a})}l.append(c)}function Du(n,e,t,r){let s=v(n,`<details>\
<summary>As a table</summary>
        <div class="figure-table" tabindex="0" role="region"></div>
      </details>`),o=h(s,".figure-table");o.setAttribute("aria-label",`${t}, as a table`),s.addEventListener("toggle",()=>s.
open&&yi(o,e.peek()),{signal:r}),g(r,()=>{let i=e.value;s.open&&yi(o,i)})}function yi(n,{columns:e,rows:t}){if(t.length===
0){n.textContent="Nothing has been asked yet.";return}let r=document.createElement("table"),s=r.createTHead().insertRow();
for(let i of e)s.append(Nr("th",i,"col"));let o=r.createTBody();for(let[i,...a]of t)o.insertRow().append(Nr("th",i,"row"),
...a.map(l=>Nr("td",l)));n.replaceChildren(r)}function Nr(n,e,t){let r=document.createElement(n);return t&&r.setAttribute(
"scope",t),r.textContent=ju(e),r}function ju(n){return typeof n!="number"||Number.isInteger(n)?String(n):Math.abs(n)<.001?
n.toExponential(1):String(Number(n.toPrecision(4)))}async function Uu(n,e,t,r){let s=n.textContent;try{let o=document.createElement(
"a");o.href=URL.createObjectURL(await r(t)),o.download=`${e.toLowerCase().replaceAll(" ","-")}.${t.toLowerCase()}`,o.click(),
setTimeout(()=>URL.revokeObjectURL(o.href),6e4)}catch(o){n.textContent=o instanceof Error?o.message:String(o),setTimeout(
()=>n.textContent=s,4e3)}}var Wu=["polar","answers"],Fu=7,Ai=`
${hn}
${Ei}
.figure-pad { --stage: 300px; }
.figure-pad[data-whole] { --stage: 536px; }
`,fn=class{#e;#t;#n=x("");#r=x(null);#s=x(null);#o=null;#i=x(!1);#d=x(0);#l=S(()=>W.get(this.#n.value)??null);said=S(()=>this.#p());table=S(
()=>{let[e,t]=[this.#l.value,this.#s.value];return e&&t?e.figure.table(t):{columns:[],rows:[]}});constructor(e,t){this.#e=
e,this.#t=t}show(e){this.#n.value=e?.trim()??"",!(e===null||this.#l.peek())&&this.#t({code:"invalid-figure",message:this.
said.peek().message})}of(e){this.#r.value=e?.trim()||null}look(){this.#d.value++}dress(e){this.#i.value=e,this.#o?.dress(
e)}stay(e,t){let r=this.#e.ownerDocument,s=x(r.readyState!=="loading");r.addEventListener("DOMContentLoaded",()=>s.value=
!0,{signal:t}),g(t,()=>{Bt.value,this.#d.value;let[o,i]=[this.#r.value,s.value];B(()=>{let{element:a,demo:l}=Ws(this.#e,
o),c=!a&&o===null&&i;c||this.#u(),this.#s.value=c?this.#c():l})}),g(t,()=>{let o=this.#s.value;if(!o)return;let i=new AbortController;
return B(()=>o.attention.join(e,i.signal)),()=>i.abort()}),t.addEventListener("abort",()=>{this.#u(),this.#s.value=null})}#c(){
if(this.#o)return this.#o;let e=()=>{},t={answered:e,settled:e,switched:e},r=this.#o=new Se({...t,failed:this.#t});return r.
dress(this.#i.peek()),r.drawing.open(Bu[Fu].strokes),r.attention.join(x(!1),new AbortController().signal),r.connect(rt),
r}#u(){this.#o?.disconnect(),this.#o=null}mount(e,t){let r=v(e,'<div class="root figure" part="root" role="group"></div>');
return g(t,()=>{let[s,o]=[this.#l.value,this.#s.value];this.#i.value;let i=new AbortController;return B(()=>this.#h(r,e,
s,o,i.signal)),()=>i.abort()}),r}#h(e,t,r,s,o){e.replaceChildren(),e.setAttribute("aria-label",r?.figure.title??"Figure");
let i=v(e,'<div class="figure-body"></div>');r&&s&&(s===this.#o&&this.#a(e,i,s,o),r.figure.name==="maps"&&Qe(i,s,o),s!==
this.#o||r.figure.name!=="polar"?r.mount(i,s,o):nn(i,s,o)),Si(e,{said:this.said,table:this.table,title:r?.figure.title??
"",files:r?rn.includes(r.figure.name)?["PNG","SVG"]:["PNG"]:[],retry:()=>this.#s.peek()?.loading.retry(),fileOf:async a=>a===
"PNG"?this.toBlob(t):new Blob([await this.toSVG(t)],{type:"image/svg+xml"})},o)}#a(e,t,r,s){let o=this.#l.peek()?.figure.
name==="polar",i=v(t,'<div class="figure-pad"></div>');i.toggleAttribute("data-whole",o),Cr(i,r,s,!0,o),Ye(t,r,s),Ze(t,r,
s),Rr(e,r,s)}#p(){let e=[...W.keys()].join(", "),[t,r,s]=[this.#n.value,this.#l.value,this.#s.value];if(!r){let f=t?`The\
re is no figure “${t.slice(0,40)}”`:"This figure has no name";return Pr(`${f}; there are ${e}.`,!1)}if(!s){let f=this.#r.
value;return tt(`Waiting for the demonstration${f===null?"":` “${f.slice(0,40)}”`}.`)}let{asking:o,networks:i,drawing:a,
turning:l}=s,c=i.shown.value.filter(({error:f})=>!f.value),u=i.shown.value.find(({error:f})=>f.value)?.error.value,d=s.failure.
value??o.unanswered.value??null;if(d)return Pr(d.message,!0);if(c.length===0&&u)return Pr(u.message,!0);if(a.isEmpty.value)
return tt("Draw a digit.");if(c.length===0||c.some(({info:f})=>!f.value))return tt("Loading…");if(o.blank.value==="nea\
rly")return tt("Draw a little more.");if(s.isUntaught.value&&Wu.includes(r.figure.name))return Mi;let{rows:p}=this.table.
value;o.answers.value,l.angle.value,a.version.value;let m=B(()=>{let{questions:f}=o;return f.isAnswered(f.version)});return p.
length>0&&m&&lr(r,s)?Mi:tt("Asking…")}async#f(){let e=this.#s.peek(),{state:t,message:r}=this.said.peek();if(!e||t==="\
failed")throw new Error(r);if(e.drawing.isEmpty.peek())throw new Error("There is no drawing yet.");let s=[e.study.everything(),
e.attention.hold()];e.study.rest();try{await new Promise((o,i)=>{s.push(q(()=>{let{state:a,message:l}=this.said.value;this.#s.
value!==e?i(new Error("The demonstration is gone.")):e.drawing.isEmpty.value?i(new Error("There is no drawing any more.")):
a==="ready"?o(e):a==="failed"&&i(new Error(l))}))})}finally{for(let o of s)o()}return e}async toBlob(e){return Je(e,await this.#f(),
[this.#n.peek()])}async toSVG(e){return br(e,await this.#f(),this.#n.peek())}},Mi={state:"ready",message:"",canRetry:!1};
function tt(n){return{state:"waiting",message:n,canRetry:!1}}function Pr(n,e){return{state:"failed",message:n,canRetry:e}}var _r=class extends nt{static get observedAttributes(){return["name","for","theme"]}static get names(){return[...W.keys()]}#e=new fn(
this,e=>{this.dispatchEvent(new CustomEvent("error",{detail:e}))});#t=new Re(this,Ai,{show:e=>this.#e.mount(this.#n,e),came:e=>{
this.#e.stay(this.#t.isNear,e),g(e,()=>this.setAttribute("state",this.#e.said.value.state))},left:()=>{},dressed:e=>this.#e.
dress(e)});get#n(){return this.shadowRoot}connectedCallback(){for(let e of["name","htmlFor"])this.#s(e);this.#t.connected(),
this.#e.look()}disconnectedCallback(){this.#t.disconnected()}connectedMoveCallback(){this.connectedCallback()}attributeChangedCallback(e,t,r){
t!==r&&(e==="name"?this.#e.show(r):e==="for"?this.#e.of(r):this.#t.dress())}get name(){return this.getAttribute("name")??
""}set name(e){this.#r("name",e)}get htmlFor(){return this.getAttribute("for")??""}set htmlFor(e){this.#r("for",e)}get state(){
return this.#e.said.peek().state}table(){return this.#e.table.peek()}toBlob(){return this.#e.toBlob(this.#n)}toSVG(){return this.#e.
toSVG(this.#n)}#r(e,t){t==null?this.removeAttribute(e):this.setAttribute(e,String(t))}#s(e){if(!Object.hasOwn(this,e))return;
let t=this,r=t[e];delete t[e],t[e]=r}};var[qu,Hu]=rt,Oi=["auto","webgpu","cpu"],Ku=["full","compact"],Xu=["polar","answers"],Vu=4e3,Yu=["networks","model","com\
pare","engine","angle","strokes","layer","channel","trial","view","figures"],$i=class extends nt{static get observedAttributes(){
return["networks","model","compare","angle","engine","theme","sample","layer","channel","view","figures"]}#e=new Se({answered:e=>{
this.dispatchEvent(new CustomEvent("predict",{detail:e,bubbles:!0,composed:!0}))},failed:e=>{this.dispatchEvent(new CustomEvent(
"error",{detail:e}))},settled:()=>this.#u(),switched:e=>this.setAttribute("engine",e)});#t=new Re(this,hn,{show:e=>fi(this.#n,
this.#e,e,this.#i),came:e=>this.#r(e),left:()=>this.#e.disconnect(),dressed:e=>this.#e.dress(e)});get#n(){return this.shadowRoot}connectedCallback(){
for(let e of Yu)this.#l(e);this.#t.connected()}disconnectedCallback(){this.#t.disconnected()}connectedMoveCallback(){this.#t.
connected()}#r(e){let t=this.#e;t.attention.join(this.#t.isNear,e),t.connect(this.#s),Bs(this,t,e);let{isOn:r}=this.#t,s=!1;
g(e,()=>{s&&!r.value&&t.turning.stop(),s=r.value}),this.hasAttribute("intro")&&zs(t,r,e)}attributeChangedCallback(e,t,r){
if(t===r)return;let{turning:s}=this.#e;switch(e){case"angle":r===null?s.set(0):r.trim()!==""&&Number(r)===s.angle.peek()||
this.#c(r);break;case"engine":this.#f(r??"auto");break;case"theme":this.#t.dress();break;case"view":case"figures":this.#p(
e,r),this.#t.show();break;case"sample":this.#a(r);break;case"layer":case"channel":this.#h(e,r);break;case"networks":xn(r??
"").length>3&&this.#o(),this.#e.show(this.#s);break;default:this.hasAttribute("networks")||this.#e.show(this.#s)}}get networks(){
return this.#e.picked?this.#e.values.slice():this.#s}set networks(e){if(e==null){this.removeAttribute("networks"),this.#e.
picked&&this.#e.show(this.#s);return}let t=Array.isArray(e)?ls(e.slice(0,4).map(String)):String(e);this.getAttribute("ne\
tworks")===t&&this.#e.show(this.#s),this.setAttribute("networks",t)}get model(){return this.getAttribute("model")??qu}set model(e){
e==null?this.removeAttribute("model"):this.setAttribute("model",e)}get compare(){return this.getAttribute("compare")??Hu}set compare(e){
e==null?this.removeAttribute("compare"):this.setAttribute("compare",e)}get angle(){return this.#e.turning.angle.peek()}set angle(e){
this.#c(e??0)&&this.#u()}get layer(){return this.#e.looking.at.peek().layer}set layer(e){this.#h("layer",e)}get channel(){
return this.#e.looking.at.peek().channel}set channel(e){this.#h("channel",e)}get trial(){return{...this.#e.trial.peek()}}set trial(e){
this.#e.vary(vs(e))}get engine(){return this.#e.choice.peek()}set engine(e){e==null?this.removeAttribute("engine"):this.
setAttribute("engine",e)}get strokes(){return fs(this.#e.drawing.strokes.peek())}set strokes(e){try{this.#e.drawing.put(
hs(e??[]))}catch(t){this.#e.warn(de(t))}}get view(){return this.getAttribute("view")?.trim()==="compact"?"compact":"full"}set view(e){
this.#d("view",e)}get figures(){return[...this.#i.figures]}set figures(e){this.#d("figures",Array.isArray(e)?e.join(" "):
e)}get prediction(){return this.#e.prediction}get predictions(){return this.#e.networks.predictions}get ready(){let{attention:e,
loading:t}=this.#e;return e.during(t.ready)}clear(){this.#e.drawing.clear()}undo(){this.#e.drawing.undo()}predict(){return this.#e.
asking.predict()}async toBlob(){let{drawing:e,study:t,attention:r}=this.#e;if(!this.#t.lasts)throw new Error("The elemen\
t is not on a page.");if(e.isEmpty.peek())throw new Error("There is no drawing yet.");let s=[t.everything(),r.hold()];try{
if(await this.predict(),await Wo(this.#e,this.figures,Vu),!this.#t.lasts)throw new Error("The element was taken off the \
page.");return await Je(this.#n,this.#e,this.figures)}finally{for(let o of s)o()}}get#s(){let e=xn(this.getAttribute("ne\
tworks")??"").slice(0,3);return e.length>0?e:this.compare==="none"||this.compare===""?[this.model]:[this.model,this.compare]}#o(){
let e=`${3} networks at most stand side by side; those after them are left out.`;this.#e.warn(new $("invalid-model",e))}get#i(){
let e=this.view==="compact",r=ar(this.getAttribute("figures"))?.filter(s=>W.has(s));return{isCompact:e,figures:r??(e?Xu:
[...W.keys()])}}#d(e,t){t==null?this.removeAttribute(e):this.setAttribute(e,String(t))}#l(e){if(!Object.hasOwn(this,e))return;
let t=this,r=t[e];delete t[e],t[e]=r}#c(e){let r=typeof e=="number"||typeof e=="string"&&e.trim()!==""?Number(e):NaN;if(!Number.
isFinite(r)){let o=`${typeof e=="string"?`“${e.slice(0,40)}”`:"This"} is not an angle in degrees.`;return this.#e.warn(
new $("invalid-angle",o)),!1}return this.#e.turning.set(I(r)),!0}#u(){let e=String(this.angle);this.getAttribute("angle")!==
e&&this.setAttribute("angle",e)}#h(e,t){let{looking:r}=this.#e;if(t==null){r.put(e==="layer"?{layer:0}:{channel:null});return}
let o=typeof t=="number"||typeof t=="string"&&t.trim()!==""?Number(t):NaN;if(Number.isInteger(o)&&o>=0)r.put({[e]:o});else{
let a=`${typeof t=="string"?`“${t.slice(0,40)}”`:"This"} is not a ${e}; they are counted from 0.`;this.#e.warn(new $(
`invalid-${e}`,a))}}#a(e){let t=Gu.find(({digit:r})=>String(r)===e?.trim());if(t)this.#e.drawing.open(t.strokes);else if(e!==
null){let r=`“${e.slice(0,40)}” is not a sample; there are the digits 0 to 9.`;this.#e.warn(new $("invalid-strokes",
r))}}#p(e,t){let[r,s]=e==="view"?[Ku,"view"]:[[...W.keys()],"figure"],o=(ar(t)??[]).filter(l=>!r.includes(l));if(o.length===
0)return;let i=o.map(l=>`“${l.slice(0,40)}”`).slice(0,4),a=`${i.join(", ")} ${i.length>1?`are no ${s}s`:`is no ${s}`}\
; there are ${r.join(", ")}.`;this.#e.warn(new $(`invalid-${s}`,a))}#f(e){if(Oi.includes(e)){this.#e.chooseEngine(e);return}
let t=`“${e.slice(0,40)}” is not an engine; there are ${Oi.join(", ")}.`;this.#e.warn(new $("invalid-engine",t))}};export{$i as GsaDemo,_r as GsaFigure,Li as configure};
//# sourceMappingURL=element.js.map
