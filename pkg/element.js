var Ki=Object.defineProperty;var _=(n,e)=>{for(var t in e)Ki(n,t,{get:e[t],enumerable:!0})};var ot=globalThis.HTMLElement??class{};var qr="This device has not enough free memory for the networks. Close other pages or programs, then try again.",$=class extends Error{url="";constructor(e,t,r){super(t,r),this.name="GsaError",this.code=e}};function Hr(n){return n instanceof Error&&n.name==="GsaError"?n.code:"failed"}function K(n){let e;try{e=String(n instanceof Error?n.message:n)}catch{e="an error that has no text"}return e=he(e),e.length>500?`${e.slice(0,500)}…`:e}function Kr(n){let e=he(n);return e.length>120?`${e.slice(0,100)}…`:e}function he(n){return n.replace(/\b((?:https?|wss?|ftp|file):[/\\]*)[^/\\?#]{0,1000}@/gi,"$1")}function F(n){return n.href.replace("/node_modules/.vite/deps/","/node_modules/gsa-net/")}var N={worker:F(new URL("./worker.js",import.meta.url)),models:{r8f_sa_upright:F(new URL("./models/r8f_sa_upright.safetensors",import.meta.url)),z2_sa_upright:F(new URL("./models/z2_sa_upright.safetensors",import.meta.url)),r8f_sa:F(new URL("./models/r8f_sa.safetensors",import.meta.url)),r4_sa:F(new URL("./models/r4_sa.safetensors",import.meta.url)),z2_sa:F(new URL("./models/z2_sa.safetensors",import.meta.url)),r8f_sa_drawn:F(new URL("./models/r8f_sa_drawn.safetensors",import.meta.url)),r4_sa_drawn:F(
new URL("./models/r4_sa_drawn.safetensors",import.meta.url)),z2_sa_drawn:F(new URL("./models/z2_sa_drawn.safetensors",import.meta.url)),r4_sa_published:F(new URL("./models/r4_sa_published.safetensors",import.meta.url)),r8_sa:F(new URL("./models/r8_sa.safetensors",import.meta.url)),r12_sa:F(new URL("./models/r12_sa.safetensors",import.meta.url)),r16_sa:F(new URL("./models/r16_sa.safetensors",import.meta.url))},catalogue:F(new URL("./catalogue.json",import.meta.url))};function Vi(n){let{models:e,...t}=n;
Object.assign(N,t),N.models={...N.models,...e}}function re(n){return new URL(n,document.baseURI).href}function De(n){let e=Object.hasOwn(N.models,n)?N.models[n]:void 0;if(e)return re(e);if(e===null){let r=Object.keys(N.models).filter(s=>N.models[s]);throw new $("model-unreachable",`“${n}” needs the page from a server; without one there are ${r.join(", ")}.`)}if(/^\w*$/.test(n)){let r=Object.keys(N.models).join(", ");throw new $("invalid-model",`There is no built-in model “${he(n).slice(0,80)}\
”. Built in are ${r}; any other is given by the address of its .safetensors file.`)}let t;try{t=new URL(n,document.baseURI)}catch{throw new $("invalid-model",`“${he(n).slice(0,80)}” is not an address.`)}if(!["http:","https:","blob:","data:","file:"].includes(t.protocol))throw new $("invalid-model",`Models cannot be loaded from “${t.protocol.slice(0,80)}”.`);return t.href}function T(n){let e=n%360,t=e<0?e+360:e;return t===360?0:t+0}var Xi=3;function be(n){let e=Math.round(n/90)*90;return Math.abs(n-e)<=Xi?e:null}var it=["r8f_sa_upright","z2_sa_upright"];var Yi=Symbol.for("preact-signals");function ut(){if(ue>1)ue--;else{var n,e=!1;for((function(){var s=lt;for(lt=void 0;s!==void 0;){var o=s.S;if(o.v===s.v)for(var i=o.t;i!==void 0;i=i.x)i.i===s.i&&(i.i=o.i);s=s.o}})();Ue!==void 0;){var t=Ue;for(Ue=void 0,at++;t!==void 0;){var r=t.u;if(t.u=void 0,t.f&=-3,!(8&t.f)&&Xr(t))try{t.c()}catch(s){e||(n=s,e=!0)}t=r}}if(at=0,ue--,e)throw n}}function j(n){if(ue>0)return n();vn=++Zi,ue++;try{return n()}finally{ut()}}var je,I=void 0;function U(n){var e=I,t=je;
I=void 0,je=void 0;try{return n()}finally{I=e,je=t}}var Ue=void 0,ue=0,at=0,Zi=0,vn=0,lt=void 0,ct=0;function Vr(n){if(I!==void 0){var e=n.n;if(e===void 0||e.t!==I)return e={i:0,S:n,p:I.s,n:void 0,t:I,e:void 0,x:void 0,r:e},I.s!==void 0&&(I.s.n=e),I.s=e,n.n=e,32&I.f&&n.S(e),e;if(e.i===-1)return e.i=0,e.n!==void 0&&(e.n.p=e.p,e.p!==void 0&&(e.p.n=e.n),e.p=I.s,e.n=void 0,I.s.n=e,I.s=e),e}}function G(n,e){this.v=n,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=e?.watched,this.Z=e?.unwatched,this.
name=e?.name}G.prototype.brand=Yi;G.prototype.h=function(){return!0};G.prototype.S=function(n){var e=this,t=this.t;t!==n&&n.e===void 0&&(n.x=t,this.t=n,t!==void 0?t.e=n:U(function(){var r;(r=e.W)==null||r.call(e)}))};G.prototype.U=function(n){var e=this;if(this.t!==void 0){var t=n.e,r=n.x;t!==void 0&&(t.x=r,n.e=void 0),r!==void 0&&(r.e=t,n.x=void 0),n===this.t&&(this.t=r,r===void 0&&U(function(){var s;(s=e.Z)==null||s.call(e)}))}};G.prototype.subscribe=function(n){var e=this;return q(function(){
var t=e.value;U(function(){return n(t)})},{name:"sub"})};G.prototype.valueOf=function(){return this.value};G.prototype.toString=function(){return this.value+""};G.prototype.toJSON=function(){return this.value};G.prototype.peek=function(){var n=this;return U(function(){return n.value})};Object.defineProperty(G.prototype,"value",{get:function(){var n=Vr(this);return n!==void 0&&(n.i=this.i),this.v},set:function(n){if(n!==this.v){if(at>100)throw new Error("Cycle detected");(function(t){ue!==0&&at===
0&&t.l!==vn&&(t.l=vn,lt={S:t,v:t.v,i:t.i,o:lt})})(this),this.v=n,this.i++,ct++,ue++;try{for(var e=this.t;e!==void 0;e=e.x)e.t.N()}finally{ut()}}}});function x(n,e){return new G(n,e)}function Xr(n){for(var e=n.s;e!==void 0;e=e.n)if(e.S.i!==e.i||!e.S.h()||e.S.i!==e.i)return!0;return!1}function Yr(n){for(var e=n.s;e!==void 0;e=e.n){var t=e.S.n;if(t!==void 0&&(e.r=t),e.S.n=e,e.i=-1,e.n===void 0){n.s=e;break}}}function Zr(n){for(var e=n.s,t=void 0;e!==void 0;){var r=e.p;e.i===-1?(e.S.U(e),r!==void 0&&
(r.n=e.n),e.n!==void 0&&(e.n.p=r)):t=e,e.S.n=e.r,e.r!==void 0&&(e.r=void 0),e=r}n.s=t}function ke(n,e){G.call(this,void 0,e),this.x=n,this.s=void 0,this.g=ct-1,this.f=4}ke.prototype=new G;ke.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===ct))return!0;if(this.g=ct,this.f|=1,this.i>0&&!Xr(this))return this.f&=-2,!0;var n=I;try{Yr(this),I=this;var e=this.x();(16&this.f||this.v!==e||this.i===0)&&(this.v=e,this.f&=-17,this.i++)}catch(t){this.v=t,this.f|=
16,this.i++}return I=n,Zr(this),this.f&=-2,!0};ke.prototype.S=function(n){if(this.t===void 0){this.f|=36;for(var e=this.s;e!==void 0;e=e.n)e.S.S(e)}G.prototype.S.call(this,n)};ke.prototype.U=function(n){if(this.t!==void 0&&(G.prototype.U.call(this,n),this.t===void 0)){this.f&=-33;for(var e=this.s;e!==void 0;e=e.n)e.S.U(e)}};ke.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var n=this.t;n!==void 0;n=n.x)n.t.N()}};Object.defineProperty(ke.prototype,"value",{get:function(){if(1&this.f)throw new Error(
"Cycle detected");var n=Vr(this);if(this.h(),n!==void 0&&(n.i=this.i),16&this.f)throw this.v;return this.v}});function M(n,e){return new ke(n,e)}function Qr(n){var e=n.j;if(n.j=void 0,typeof e=="function"){ue++;var t=I;I=void 0;try{e()}catch(r){throw n.f&=-2,n.f|=8,bn(n),r}finally{I=t,ut()}}}function bn(n){for(var e=n.s;e!==void 0;e=e.n)e.S.U(e);n.x=void 0,n.s=void 0,Qr(n)}function Qi(n){if(I!==this)throw new Error("Out-of-order effect");Zr(this),I=n,this.f&=-2;try{8&this.f&&bn(this)}finally{ut()}}
function Ae(n,e){this.x=n,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=e?.name,je&&je.push(this)}Ae.prototype.c=function(){var n=this.S();try{if(8&this.f||this.x===void 0)return;var e=this.x();typeof e=="function"&&(this.j=e)}finally{n()}};Ae.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Qr(this),Yr(this),ue++;var n=I;return I=this,Qi.bind(this,n)};Ae.prototype.N=function(){2&this.f||(this.f|=2,this.u=Ue,Ue=this)};Ae.prototype.d=function(){
this.f|=8,1&this.f||bn(this)};Ae.prototype.dispose=function(){this.d()};function q(n,e){var t=new Ae(n,e);try{t.c()}catch(s){throw t.d(),s}var r=t.d.bind(t);return r[Symbol.dispose]=r,r}var ze=64*1024*1024,Jr=20,dt=class{#e=new Map;fetch(e,t){let r=this.#e.get(e)??this.#t(e);r.wanted++;let s=()=>{--r.wanted===0&&r.giveUp.abort()};return t.addEventListener("abort",s,{once:!0}),r.bytes}#t(e){let t=new AbortController,r={bytes:kn(e,t.signal),wanted:0,giveUp:t},s=()=>{this.#e.get(e)===r&&this.#e.delete(e)};return t.signal.addEventListener("abort",s),r.bytes.then(s,s),this.#e.set(e,r),r}};async function kn(n,e){let t=new AbortController,r=()=>t.abort(e.reason);e.addEventListener("ab\
ort",r);let s=0,o=setInterval(()=>{if(++s<Jr)return;let i=`the server has sent nothing for ${Jr} seconds; check the address and try again`;t.abort(new Error(i))},1e3);try{e.throwIfAborted();let i=await fetch(n,{signal:t.signal});if(!i.ok)throw new Error(`the server answered ${i.status} ${i.statusText}`.trim());es(Number(i.headers.get("content-length")??0));let a=[],l=0,c=i.body?.getReader();for(let u=await c?.read();c&&u?.value;u=await c.read())s=0,a.push(u.value),l+=u.value.byteLength,es(l);return Ji(
a,l)}catch(i){let a=K(t.signal.aborted?t.signal.reason:i);throw new $("model-unreachable",`The model file could not be fetched from ${Kr(n)}: ${a}.`,{cause:i})}finally{clearInterval(o),e.removeEventListener("abort",r),t.abort()}}function es(n){if(n>ze)throw new Error(`it is larger than ${ze/1024/1024} MB`)}function Ji(n,e){let t=new Uint8Array(e),r=0;for(let s of n)t.set(s,r),r+=s.byteLength;return t}function V(n){let e=n.indexOf("#");return e<0?n:n.slice(0,e)}function ea(n){let e=new URLSearchParams(n.slice(V(n).length+1)),t=e.get("seed")??"",[r,s]=[e.get("index"),e.get("positions")],o={};return/^\d{1,10}$/.test(t)&&Number(t)<4294967296&&(o.seed=Number(t)),(r==="exact"||r==="published")&&(o.index=r),(s==="turning"||s==="still")&&(o.positions=s),o}function ts(n,e){let t=Object.entries({...ea(n),...e});if(t.length===0)return n;let r=new URLSearchParams(t.map(([s,o])=>[s,String(o)]));return`${V(
n)}#${r}`}var ta=8*1024*1024,pt=class{#e=new dt;#t=new Map;async fetch(e,t){let r=this.kept(e)??await this.#e.fetch(V(e),t);return this.#n(e,r),r}kept(e){return this.#t.get(V(e))}forget(e){this.#t.delete(V(e))}#n(e,t){let r=V(e);this.#t.delete(r),this.#t.set(r,t);let s=0;for(let{byteLength:o}of this.#t.values())s+=o;for(let[o,{byteLength:i}]of this.#t){if(s<=ta)break;this.#t.delete(o),s-=i}}};function ns(){return`gsa-net ${Array.from(crypto.getRandomValues(new Uint32Array(4))).join(" ")}`}function rs(n,e,t,r){let s=new AbortController,{signal:o}=s,i=()=>{o.aborted||(s.abort(),r())};if(e)return navigator.locks.request(e,{signal:o},i).catch(()=>{}),()=>s.abort();let a=0,l=setInterval(()=>{t()||globalThis.document?.hidden?a=0:++a>4?i():n.postMessage({ping:!0})},2e3);return o.addEventListener("abort",()=>clearInterval(l)),n.addEventListener("message",()=>a=0,{signal:o}),()=>s.abort()}var na="gsa-net-worker",ht;function xn(n){try{ht??=globalThis.trustedTypes?.createPolicy(na,{createScriptURL:e=>e})}catch{ht=null}return ht?ht.createScriptURL(n):n}function ss(n){if(n.startsWith("blob:"))return new Worker(xn(n),{name:"gsa-demo"});if(n===new URL("./worker.js",import.meta.url).href)try{return new Worker(new URL("./worker.js",import.meta.url),{type:"module",name:"gsa-demo"})}catch{}return new Worker(xn(n),{type:"module",name:"gsa-demo"})}function os(n){let e=`import(/* @vite-ignore */ ${JSON.stringify(
n)}).catch((error) => setTimeout(() => { throw error; }));`,t=URL.createObjectURL(new Blob([e],{type:"text/javascript"})),r=new Worker(xn(t),{name:"gsa-demo"});return r.addEventListener("message",()=>URL.revokeObjectURL(t),{once:!0}),r.addEventListener("error",()=>URL.revokeObjectURL(t),{once:!0}),r}function is(n){return n===0?import("./runner.js"):import(/* @vite-ignore */ `${new URL("./runner.js",import.meta.url)}#attempt-${n}`)}function as(n,e){return new Promise((t,r)=>{let s=n(),o=setTimeout(()=>l("it did not\
 start in time"),2e4),i=new AbortController,{signal:a}=i;function l(c){clearTimeout(o),i.abort(),s.terminate(),r(new Error(c))}s.addEventListener("message",({data:c})=>{if(c.locked===void 0){s.postMessage(e);return}clearTimeout(o),i.abort(),t({worker:s,said:c})},{signal:a}),s.addEventListener("error",c=>{c.preventDefault(),l(c.message||"the browser refused to start it")},{signal:a})})}async function ls({attempt:n,ofPool:e=!1,compiled:t=null},r){let s=re(N.worker),{module:o,wasm:i,plain:a}=N,l={module:o&&re(o),wasm:i&&re(i),plain:a&&{module:re(a.module),wasm:a.wasm&&re(a.wasm)},attempt:n},c=[],u=[["worker",()=>ss(s)],["blob worker",()=>os(s)]];for(let[h,f]of e?u.slice(0,1):u)try{let g=ns(),{worker:b,said:y}=await as(f,{hello:{...l,compiled:t,lock:g}});return ra(h,c,b,y.locked?g:null,r)}catch(g){c.push(`No ${h}: ${K(g)}`)}if(e)throw new Error(c.join(" "));let{Runner:d}=await is(
n),p=new d(l,r.chosen);return{name:"main thread",reasons:c,post:(h,f,g)=>{setTimeout(()=>p.run(f,g).then(b=>r.settled(h,b,null),b=>r.settled(h,null,{code:Hr(b),message:K(b)})))},close:()=>{}}}function ra(n,e,t,r,s){let o=rs(t,r,s.computes,()=>s.died("its worker was ended"));return t.addEventListener("message",({data:i})=>{i.runs!==void 0?s.runs(i.id,i.runs):i.chosen!==void 0?s.chosen(i.chosen):i.compiled?s.compiled(i.compiled):i.id!==void 0&&s.settled(i.id,i.reply,i.error??null)}),t.addEventListener(
"error",i=>{i.preventDefault(),s.died(K(i.message||"an unknown error"))}),{name:n,reasons:e,post:(i,a,l)=>t.postMessage({id:i,request:a,files:l}),close:()=>{o(),t.terminate()}}}var sa=60,oa=15,ia=0,Oe=class{#e;#t;#n=null;#r;busy=null;constructor(e,t){this.#e=e,this.#t=t}async run(e,t){let r={id:++ia,waiting:e,request:t,seconds:0,url:"",stale:!1};this.busy=r;try{let s=await(this.#n??=this.#s());this.busy===r&&s.post(r.id,t,e.files)}catch(s){if(this.busy!==r)return;this.end(),this.#t.unopened(r,K(s))}}#s(){let e=ls(this.#e(),{runs:(t,r)=>this.#i(t,r),settled:(t,r,s)=>this.#p(t,r,s),chosen:t=>this.#t.chosen(t),compiled:t=>this.#t.compiled(t),computes:()=>!!this.busy?.url,
died:t=>{this.#n===e&&this.#t.died(this.end(),t)}});return e.then(t=>this.#n===e&&this.#t.opened(t),()=>{}),e}end(){return this.#n?.then(e=>e.close(),()=>{}),this.#n=null,this.#o()}#o(){clearInterval(this.#r);let{busy:e}=this;return this.busy=null,e}#i(e,t){let{busy:r}=this;r?.id===e&&(r.url=t,r.seconds=0,clearInterval(this.#r),this.#r=setInterval(()=>{if(r.seconds++,r.seconds>=sa){let s="This network is too slow for a page: it took more than a minute. Choose another.";this.end(),this.#t.refused(
r,ft("model-too-slow",s,r.url))}else r.stale&&r.seconds>=oa&&(this.end(),this.#t.unwanted(r))},1e3))}#p(e,t,r){if(this.busy?.id!==e)return;let{busy:s}=this;if(this.#o(),!r){this.#t.answered(s,t);return}let{code:o,message:i}=r;(o==="engine-crashed"||i===qr)&&this.end(),this.#t.refused(s,ft(o,i,s.url))}};function ft(n,e,t){let r=new $(n,e);return r.url=t,r}var aa=3,la=15e3,mt=class{#e;#t;#n=[];#r;constructor(e,t){this.#e=e,this.#t=t,this.renew()}get stations(){return this.#n}renew(){this.close();let e=Math.max(1,Math.min(aa,(navigator.hardwareConcurrency||1)-1));this.#n=Array.from({length:e},()=>this.#s())}close(){clearTimeout(this.#r);for(let e of this.#n)e.end()}#s(){let e={...this.#t,answered:(r,s)=>{this.#i(),this.#t.answered(r,s)},refused:(r,s)=>{let o=s.code==="engine-crashed"||s.code==="engine-unavailable";o&&this.#o(t),o?this.#t.died(r,s.message):
this.#t.refused(r,s)},died:(r,s)=>{r&&this.#o(t),this.#t.died(r,s)},unopened:(r,s)=>{this.#o(t),this.#t.died(r,s)}},t=new Oe(this.#e,e);return t}#o(e){e.end(),this.#n=this.#n.filter(t=>t!==e)}#i(){clearTimeout(this.#r),this.#r=setTimeout(()=>{this.#n.every(({busy:e})=>!e)&&this.close()},la)}};var ca=5e3,cs=2,xe=null,Be=new Map,us;function ds(n,e){return clearTimeout(us),Be.set(n,e),xe??=new yn(t=>Be.forEach(r=>r(t))),xe}globalThis.addEventListener?.("pagehide",()=>xe?.leave());globalThis.addEventListener?.("pageshow",()=>xe?.comeBack());function ps(n){xe?.withdraw(n),!(!Be.delete(n)||Be.size>0)&&(us=setTimeout(()=>{Be.size>0||(xe?.close(),xe=null)},ca))}var yn=class{#e;#t;#n=new pt;#r=new Map;#s=new WeakMap;#o=0;#i=0;#p=0;#c=!1;#l=!1;#u=null;place=null;reasons=[];constructor(e=()=>{}){
let t={answered:(r,s)=>this.#k(r,s),refused:({waiting:r},s)=>this.#b(r,s),unwanted:({waiting:r})=>this.#w(r),died:(r,s)=>this.#x(r,s),unopened:({waiting:r},s)=>this.#b(r,new $("engine-unavailable",s)),opened:({name:r,reasons:s})=>{this.place=r,this.reasons=s},chosen:e,compiled:r=>this.#u=r};this.#e=new Oe(()=>({attempt:this.#p++}),t),this.#t=new mt(()=>({attempt:0,ofPool:!0,compiled:this.#u}),{...t,died:r=>r&&this.#y(r),opened:()=>{},chosen:()=>{},compiled:()=>{}})}get lanes(){return this.place===
"worker"?this.#t.stations.length:0}get#h(){return[this.#e,...this.#t.stations]}running(e){let{busy:t}=this.#e;return!t?.url||t.waiting.client!==e?null:{url:t.url,seconds:t.seconds}}ask(e,t,r,s){return new Promise((o,i)=>{let a=this.#s.get(e);a===void 0&&this.#s.set(e,a=this.#o++);let l=`${a}/${t}`,c=t.startsWith("load"),u=this.#r.get(l);if(u?.fetching&&!c){u.resolve(null),Object.assign(u,{priority:r,build:s,resolve:o,reject:i});return}u&&this.#a(u),c&&this.#f(e);for(let{busy:f}of this.#h)!c||f?.
waiting.client!==e||(f.stale||=f.waiting.key===l||!f.waiting.loads);let d=t.startsWith("lane"),p={client:e,key:l,loads:c,spreads:d,priority:r,build:s,resolve:o,reject:i},h={files:new Map,fetching:!1,deaths:0,dropped:new AbortController};this.#r.set(l,{...p,...h}),queueMicrotask(()=>this.#d())})}#f(e){for(let t of this.#r.values())t.client===e&&t.fetching&&!t.loads&&this.#a(t)}withdraw(e){for(let t of this.#r.values())t.client===e&&this.#a(t);for(let{busy:t}of this.#h)t?.waiting.client===e&&(t.stale=
!0,this.#a(t.waiting))}stop(e){let{busy:t}=this.#e;if(!t?.url||t.waiting.client!==e)return;this.#e.end();let s=`Stopped after ${t.seconds===1?"one second":`${t.seconds} seconds`}.`;this.#b(t.waiting,ft("model-stopped",s,t.url))}restart(){let e=this.#h.map(t=>t.busy);this.#e.end(),this.#t.renew(),this.reasons=[];for(let t of e)t&&this.#m(t.waiting);this.#d()}leave(){this.#l=!0;let e=this.#h.map(t=>t.busy);this.#e.end(),this.#t.close();for(let t of e)t&&this.#m(t.waiting)}comeBack(){this.#l=!1,this.#d()}close(){
this.#c=!0;for(let e of this.#r.values())this.#a(e);for(let{busy:e}of this.#h)e&&this.#a(e.waiting);this.#e.end(),this.#t.close()}#a(e){this.#r.get(e.key)===e&&this.#r.delete(e.key),e.dropped.abort(),e.resolve(null)}#d(){if(this.#c||this.#l)return;let e=this.lanes===0;this.#g(this.#e,({spreads:t})=>e||!t);for(let t of this.#t.stations)this.#g(t,({spreads:r})=>r)}#g(e,t){for(;!e.busy;){let r=null;for(let o of this.#r.values())o.fetching||!t(o)||(!r||o.priority<r.priority)&&(r=o);if(!r)return;this.#r.
delete(r.key);let s=r.build();s?e.run(r,s):this.#a(r)}}#m(e){return e.dropped.signal.aborted?!1:this.#r.has(e.key)?(this.#a(e),!1):(this.#r.set(e.key,e),!0)}#w(e){this.#m(e),this.#d()}async#v(e,t){if(!this.#m(e))return;let{signal:r}=e.dropped;e.fetching=!0;try{let s=t.map(async o=>{e.files.set(o,await this.#n.fetch(o,r))});await Promise.all(s),e.fetching=!1,this.#d()}catch(s){e.reject(s),this.#a(e)}}#k({waiting:e},t){ua(t)?this.#v(e,t.missing):(this.#i=0,e.resolve(t),this.#a(e)),this.#d()}#b(e,t){
if(t.code==="model-broken")for(let r of e.files.keys())this.#n.forget(r);e.reject(t),this.#a(e),this.#d()}#x(e,t){if(++this.#i>cs){this.#i=0;let r=new $("engine-crashed",`The engine stopped repeatedly: ${t}.`),s=[...e?[e.waiting]:[],...this.#r.values()];for(let o of s)o.reject(r),this.#a(o)}else e&&this.#m(e.waiting);this.#d()}#y({waiting:e}){++e.deaths<=cs?this.#m(e):this.#a(e),this.#d()}};function ua(n){return Array.isArray(n?.missing)}var fs=1;function En(n,e){return n.version<e.oldest}function se(n){return n.code==="engine-unavailable"||n.code==="engine-crashed"}function fe(n){return n instanceof $?n:new $("failed",K(n))}function ms(n){return n.url!==""&&(n.code==="model-too-slow"||n.code==="model-stopped")}var gt=class{#e=0;#t=0;#n=0;#r=0;#s=[];get version(){return this.#e}get underWay(){return this.#r===this.#e}change(){this.#e++}startAnew(){this.#t=++this.#e}ask(){this.#r=this.#e}giveUp(){this.#r=0}get oldest(){return this.#t}isAnswered(e){return this.#n>=e}answerTo(e){return new Promise((t,r)=>{this.#s.push({version:e,resolve:t,reject:r})})}answer(e,t){this.#n=Math.max(this.#n,e);let r=this.#s.filter(s=>s.version<=e);this.#s=this.#s.filter(s=>s.version>e);for(let{resolve:s}of r)s(t)}refuse(e){let t=this.#s;
this.#s=[];for(let{reject:r}of t)r(e)}};var wt=5,bt=new Map;function vt(n,e){let t=Math.round(n/e);return{nearest:t%Math.round(360/e),exact:Math.abs(n-t*e)<1e-9}}function kt(n,e,{digit:t,probabilities:r}){let s=T(e),{nearest:o,exact:i}=vt(s,wt),a=n.get(o);if(a&&vt(a.degrees,wt).exact&&!(a.recorded&&i))return n;let c=new Map(n);return c.delete(o),c.set(o,{digit:t,probabilities:r,degrees:i?o*wt:s}),c}function gs(n,e,t){let r=new Map(n);for(let[s,o]of e.entries()){let i=s*wt;i<=t&&!r.has(s)&&r.set(s,{...o,degrees:i,recorded:!0})}return r.
size>n.size?r:n}function ee(n){return X(n,1)[0]}function X(n,e){let t=new Array(e).fill(null),r=new Set;for(let s of n.values()){let{nearest:o,exact:i}=vt(s.degrees,360/e);r.has(o)||o===0&&!i||(t[o]=s,i&&r.add(o))}return t}function We(n,e){let t=new Set;for(let{degrees:o,recorded:i}of n.values()){let{nearest:a,exact:l}=vt(o,360/e);l&&!i&&t.add(a)}let r=[4,8,24].filter(o=>e%o===0).map(o=>e/o),s=o=>{let i=r.findIndex(a=>o%a===0);return i<0?r.length:i};return Array.from({length:e},(o,i)=>i).filter(
o=>!t.has(o)).sort((o,i)=>s(o)-s(i)||o-i)}function xt(n,e){return Math.max(...e.map((t,r)=>Math.abs(t-n[r])))}var yt=class{#e;#t=!1;#n=0;#r=!1;#s=null;questions=new gt;seen=x(null);blank=x("empty");unanswered=x(null);answers=x(0);constructor(e){this.#e=e}touch(){this.questions.change(),!this.#t&&(this.#t=!0,queueMicrotask(()=>{this.#t=!1,this.ask()}))}get#o(){let{moment:e,drawing:t,turning:r}=this.#e;return{moment:e,drawing:t.version.peek(),angle:r.angle.peek()}}ask(){let e=this.#e,{engine:t}=e;if(!t)return;if(e.study.stop(),e.drawing.isEmpty.peek()){this.#l("empty",this.#o);return}if(e.networks.loaded.
peek().length===0||!e.attention.is.peek())return;this.questions.ask(),e.lateness.expect("answer");let r=this.#o;t.ask(e,"answer",fs,()=>{let s=e.study.isLive("maps"),o=e.networks.loaded.peek().map(i=>({url:i.url,view:s?e.looking.viewOf(i):null}));return o.length===0||e.drawing.isEmpty.peek()?null:(r=this.#o,{kind:"answer",...e.subject,angle:r.angle,models:o})}).then(s=>{s?this.#p(s,r):this.#i(r)}).catch(s=>this.#h(fe(s),r))}wake(){let{questions:e}=this;!this.#e.engine||this.#t||(!e.isAnswered(e.
version)&&!e.underWay?this.ask():this.#e.study.rest())}#i({moment:e}){e.version===this.questions.version&&(this.questions.giveUp(),this.#e.lateness.settle("answer"))}#p(e,t){let r=this.#e;if(r.lateness.settle("answer"),r.attention.is.peek()&&t.moment.version<this.questions.version&&r.lateness.expect("answer"),!r.engine||En(t.moment,r.moment))return;if(this.#n=0,r.engineRuns(),this.unanswered.value=null,e.empty){this.#l("nearly",t);return}let{angle:o,drawing:i}=t;j(()=>{this.blank.value=null,this.
seen.value=e.seen,o===0&&(this.#s={drawing:i,pixels:e.seen});for(let l of r.networks.loaded.peek()){let c=e.answers.find(({url:u})=>u===l.url);c&&this.#c(l,c,e.seen,t)}});let[a]=r.networks.shown.peek();(a?.prediction||a?.error.peek())&&(this.questions.answer(t.moment.version,r.prediction),this.#u(o)),this.answers.value++,r.study.rest()}#c(e,t,r,{angle:s,drawing:o}){let i=this.#e,{digit:a,probabilities:l,milliseconds:c,maps:u,stabilised:d}=t;i.reportFrom(e,t.engine),e.isOpening=t.engine.opening;let p=e.
round.peek(),h=kt(p,s,t);o===i.drawing.version.peek()&&(e.round.value=h);let{model:f}=e;i.networks.timed(e,c,t.engine.name),e.isAnswered=!0,e.isLive=!0,e.isRecorded.value=!1,e.shown.value={prediction:{digit:a,probabilities:l,model:f,engine:t.engine.name,milliseconds:c},angle:s,upright:ee(h)};let g=this.#s?.drawing===o?this.#s.pixels:r;e.maps.value=u&&d?{live:u,still:d,angle:s,seen:r,upright:g}:null}compare(){for(let{shown:e,round:t}of this.#e.networks.shown.peek()){let r=e.peek(),s=ee(t.peek());
r&&s!==r.upright&&(e.value={...r,upright:s})}}#l(e,{moment:t,angle:r}){j(()=>{for(let s of this.#e.networks.shown.peek())s.forgetAnswers();this.blank.value=e,this.unanswered.value=null,this.seen.value=null}),this.#e.lateness.settle("answer"),this.questions.answer(t.version,null),this.answers.value++,this.#r||this.#u(r),this.#r=!0}#u(e){this.#r=!1;let{prediction:t,networks:r,told:s}=this.#e;s.answered({prediction:t,predictions:r.predictions,angle:e})}#h(e,{moment:t}){let r=this.#e;if(!r.engine)return;
if(this.questions.giveUp(),r.lateness.settle("answer"),e.code==="engine-crashed"&&this.#n++===0){this.ask();return}let s=ms(e)?r.networks.from(e.url):[];if((s.length===0||s[0]===r.networks.shown.peek()[0])&&this.questions.refuse(e),s.length>0){for(let o of s)this.#f(o,e);this.ask();return}En(t,r.moment)||(this.unanswered.value=e,se(e)?r.engineFailed(e):r.warn(e))}#f(e,t){e.forgetAnswers(),e.error.value=t,this.#e.tell(t,e.value)}restart(){this.#e.engine?.restart(),this.#n=0}predict(){return this.#e.
attention.during(this.#a())}async#a(){let e=this.#e;if(!e.engine)throw new Error("The element is not on a page.");let{version:t}=this.questions;if(e.drawing.isEmpty.peek())return null;if(await e.loading.ready,!e.engine)throw new Error("The element was taken off the page.");if(this.questions.isAnswered(t))return e.prediction;let r=e.networks.loaded.peek().length===0&&e.networks.shown.peek()[0]?.error.peek();if(r)throw r;let s=this.questions.answerTo(t);return this.questions.underWay||this.ask(),s}};var Et=class{#e=x([]);#t=x(0);is=M(()=>{let e=this.#e.value;return this.#t.value>0||e.length===0||e.some(t=>t.value)});join(e,t){this.#e.value=[...this.#e.peek(),e],t.addEventListener("abort",()=>{this.#e.value=this.#e.peek().filter(r=>r!==e)})}during(e){let t=this.hold();return e.then(t,t),e}hold(){this.#t.value++;let e=!0;return()=>{e&&this.#t.value--,e=!1}}};function Sn(n){let e=[],t=n.slice(0,268435456).matchAll(/(?:\s*data:[^,]*,)?[^,]*/g);for(let[r]of t){let s=r.trim();if(s&&e.push(s),e.length>3)break}return e}function ws(n){return n.map(e=>e.startsWith("data:")?e:e.replaceAll(",","%2C")).join(", ")}function St(n,e,t){let r=n.slice(0,3),s=r.indexOf(t);if(s>=0&&e>=r.length)return r;let o=Math.min(e,2);return s>=0&&(r[s]=r[o]),r[o]=t,r}var da=["_upright","_drawn"];function Mn(n,e,t){return n.map(r=>{let s=da.find(i=>r.endsWith(i)),o=s&&`${r.slice(0,
-s.length)}_${e}`;return o&&t(o)?o:r})}function vs(n,e){let[t,r]=["upright","drawn"].map(a=>Mn(n,a,e)),s=t.some((a,l)=>a!==r[l]),o=a=>a.every((l,c)=>l===n[c]);return{lesson:s?o(t)?"upright":o(r)?"drawn":null:null,canSwitch:s}}function An(n,e,t){return[...n,{before:e,count:t}].slice(-50)}function bs(n,e){let t=n[n.length-1];return t&&e.length<=t.count?{strokes:t.before,history:n.slice(0,-1)}:e.length>0?{strokes:e.slice(0,-1),history:n}:null}var Mt=500,Ge=2e4,xs=8;function ys(n){Array.isArray(n)||Fe("expected an array of strokes");let{length:e}=n;e>Mt&&Fe(`more than ${Mt} strokes`);let t=0,r=[];for(let s=0;s<e;s++){let o=n[s];Array.isArray(o)||Fe(`stroke ${s} is not an array of points`);let i=o.length;t+=i,t>Ge&&Fe(`more than ${Ge} points`);let a=[];for(let l=0;l<i;l++){let c=o[l],u=c?.x,d=c?.y;(!ks(u)||!ks(d))&&Fe(`point ${l} of stroke ${s} is not {x, y} with finite numbers, 0 to 1 on the pad and ±${xs} at most`),a.push({x:u,y:d})}
a.length>0&&r.push(a)}return r}function ks(n){return typeof n=="number"&&Math.abs(n)<=xs}function Fe(n){throw new $("invalid-strokes",`Strokes refused: ${n}.`)}function Es(n){return n.map(e=>e.map(({x:t,y:r})=>({x:t,y:r})))}function At({x:n,y:e},t){let r=t*Math.PI/180,s=Math.cos(r),o=Math.sin(r);return{x:.5+s*(n-.5)+o*(e-.5),y:.5-o*(n-.5)+s*(e-.5)}}function qe(n,e){let t=e[0],r=e[e.length-1];n.moveTo(t.x,t.y);for(let s=1;s<e.length-1;s++){let o=e[s],i=e[s+1];n.quadraticCurveTo(o.x,o.y,(o.x+i.x)/
2,(o.y+i.y)/2)}n.lineTo(r.x,r.y)}function Ot(n){let e="",t={moveTo:(r,s)=>e+=`M${r} ${s}`,lineTo:(r,s)=>e+=`L${r} ${s}`,quadraticCurveTo:(r,s,o,i)=>e+=`Q${r} ${s} ${o} ${i}`};for(let r of n)qe(t,r);return e}var pa=.003,$t=class{#e;#t=x([]);#n=!1;#r=null;strokes=x([]);pen=x({down:!1,keys:null});version=x(0);isEmpty=M(()=>this.strokes.value.length===0);canUndo=M(()=>!this.isEmpty.value||this.#t.value.length>0);constructor(e){this.#e=e}get#s(){return this.strokes.peek().reduce((e,t)=>e+t.length,0)}#o(e,t){j(()=>{this.strokes.value=e,this.pen.value=t,this.version.value++,this.#e.grown()})}begin(e,t=null){let r={strokes:this.strokes.peek(),history:this.#t.peek(),isOpening:this.#n};this.#n&&this.replace(
[]);let s=this.strokes.peek();return s.length>=Mt||this.#s>=Ge?(this.#e.full(),!1):(this.#o([...s,[e]],{down:!0,keys:t}),this.#r=r,!0)}extend(e,t=null){let r=this.strokes.peek(),s=r[r.length-1],o=[],i=s[s.length-1],a=Ge-this.#s;for(let l of e)if(!(Math.hypot(l.x-i.x,l.y-i.y)<pa)){if(a--<=0){this.#e.full();break}o.push(i=l)}o.length===0&&!t||this.#o([...r.slice(0,-1),[...s,...o]],{down:!0,keys:t})}end(){this.#o(this.strokes.peek(),{down:!1,keys:this.pen.peek().keys})}cancel(e=!1){let t=this.#r;if(!t)
return;let{strokes:r,history:s,isOpening:o}=t,i=this.strokes.peek();j(()=>{this.#t.value=e?An(s,i,r.length):s,this.#i(r),this.#n=o})}writeByKeys(e){this.#o(this.strokes.peek(),{down:!1,keys:e})}moveKeys(e){this.pen.value={down:!1,keys:e}}drop(){this.pen.value={down:!1,keys:null}}replace(e){let t=this.strokes.peek();this.#t.value=An(this.#t.peek(),t,e.length),this.#i(e)}put(e){this.isEmpty.peek()?this.#i(e):this.replace(e)}open(e){this.put(e),this.#n=!0}clear(){this.put([])}undo(){let e=bs(this.#t.
peek(),this.strokes.peek());e&&(this.#t.value=e.history,this.#i(e.strokes))}#i(e){this.#n=!1,this.#r=null,j(()=>{this.#e.replaced(),this.#o(e,{down:!1,keys:this.pen.peek().keys})})}};var Tt=class{#e=new Map;add(e){if(!/\.safetensors$/i.test(e.name)){let r=`“${e.name.slice(0,80)}” is no .safetensors file.`;throw new $("invalid-model",r)}if(e.size>ze){let r=ze/1024/1024,s=`“${e.name.slice(0,80)}” is larger than ${r} MB.`;throw new $("invalid-model",s)}let t=URL.createObjectURL(e);return this.#e.set(t,e),t}nameOf(e){return this.#e.get(e)?.name??null}keep(e){for(let t of this.#e.keys())e.includes(t)||(URL.revokeObjectURL(t),this.#e.delete(t))}rest(){for(let e of this.#e.
keys())URL.revokeObjectURL(e)}renew(e){return e.map(t=>{let r=this.#e.get(t);return r?(this.#e.delete(t),this.add(r)):t})}};var On=1e3,Lt=class{#e;#t=new Set;#n;late=x(null);constructor(e){this.#e=e}expect(e){this.#t.add(e),this.#n??=setTimeout(()=>this.#r(),On)}settle(e){this.#t.delete(e),clearTimeout(this.#n),this.#n=void 0,this.late.value=null,this.#t.size>0&&(this.#n=setTimeout(()=>this.#r(),On))}end(){this.#t.clear(),this.settle("")}#r(){this.late.value=this.#e.engine?.running(this.#e)??{url:"",seconds:0},this.#n=setTimeout(()=>this.#r(),On)}};var Ss=0;function Ms(n,e){return n.networks!==e.networks}var $e=class{resolve=()=>{};reject=()=>{};settled=!1;constructor(){this.promise=new Promise((e,t)=>{this.resolve=r=>{this.settled=!0,e(r)},this.reject=r=>{this.settled=!0,t(r)}}),this.promise.catch(()=>{})}};var $n={weights:"trained",seed:1,positions:"turning",index:"exact"};function As({weights:n,seed:e,positions:t,index:r},s){let o=s?.info.peek(),i=!o||o.group.order>1,a={};return n==="random"&&(a.seed=e),t==="still"&&i&&(a.positions=t),r==="published"&&i&&(!o||s?.indexed)&&(a.index=r),a}function Os(n){let{weights:e,seed:t,positions:r,index:s}=n??{},o={...$n};return e==="random"&&(o.weights=e),Number.isInteger(t)&&Number(t)>=0&&Number(t)<4294967296&&(o.seed=Number(t)),r==="still"&&(o.positions=r),s===
"published"&&(o.index=s),o}var Ct=class{#e;#t=!1;#n=!1;#r=!1;#s=new $e;constructor(e){this.#e=e}get ready(){return this.#s.promise}#o(){this.#s.settled&&(this.#s=new $e)}openSoon(e=!1){this.#r||=e,!(!this.#e.engine||this.#t)&&(this.#t=!0,this.#o(),this.#e.asking.questions.change(),queueMicrotask(()=>{this.#t=!1,this.#e.engine&&this.open()}))}open(){let e=this.#e;e.withdraw(),e.lateness.end(),this.#o(),e.asking.questions.startAnew(),e.report.value=null;let{networks:t,files:r}=e,s=t.shown.peek(),o=e.values.map(a=>this.#i(a));
t.show(e.values,o,!this.#r),this.#r=!1;let i=t.shown.peek();r.keep(i.flatMap(({value:a,former:l})=>l?[a,l]:a));for(let a of i)a.label=r.nameOf(a.value)??a.value;s.map(({value:a})=>a).join()!==e.values.join()&&e.told.chosen(),this.#n=!e.attention.is.peek(),this.#n||this.#p(),e.recorded.follow(),i.every(({isHere:a})=>a)&&this.#u(),i.some(a=>s.includes(a))&&e.asking.touch()}#i(e){let{networks:t,trial:r}=this.#e;try{let s=t.shown.peek().find(o=>o.value===e&&o.isHere);return ts(De(e),As(r.peek(),s))}catch{
return""}}wake(){!this.#n||!this.#e.engine||(this.#n=!1,this.#p())}#p(){for(let e of this.#e.networks.shown.peek())e.isHere?e.isOpening&&this.#c(e,!1):this.#c(e)}chosen(e){for(let t of this.#e.networks.from(e))t.isOpening&&this.#c(t,!1)}async#c(e,t=!0){let r=this.#e,{engine:s,moment:o}=r;if(!s)return;e.error.value=null,r.failure.value=null;let i=()=>Ms(o,r.moment),a=r.networks.shown.peek().indexOf(e),l=`${t?"load":"report"} ${a}`,c=t?r.networks.version:0;r.lateness.expect(l);try{e.url||=De(e.value);
let{url:u}=e,d=await s.ask(r,l,Ss,()=>({kind:"load",url:u,engine:r.choice.peek(),opening:c}));if(!d||i())return;e.error.value=null,e.isOpening=d.engine.opening,e.telling=d.telling,e.indexed=d.indexed,j(()=>{e.info.value=d.info,e.isComing.value=!1}),r.reportFrom(e,d.engine),r.engineRuns(),r.asking.touch()}catch(u){if(i())return;let d=this.#l(e,fe(u));j(()=>{e.error.value=d,e.isComing.value=!1,e.info.value=null,e.forgetAnswers()}),se(d)?r.engineFailed(d):r.tell(d,e.value)}finally{i()||r.lateness.settle(
l)}this.#t||this.#u()}#l({url:e,value:t},r){let s=this.#e.files.nameOf(t);if(s===null)return r;let o=r.message.replaceAll(V(e),`“${s.slice(0,80)}”`);return new $(r.code,o.replace("The file at","The file"))}#u(){let e=this.#e.networks.shown.peek();if(e.some(({isOpening:s,error:o})=>s&&!o.peek()))return;if(e.every(({isHere:s})=>s)){this.#s.resolve();return}if(!e.every(({isHere:s,error:o})=>s||o.peek()))return;let t=e.find(({error:s})=>s.peek()),r=t?.error.peek();t===e[0]||se(r)?this.refuse(r):
this.#s.resolve()}refuse(e){this.#s.reject(e),this.#e.asking.questions.refuse(e)}end(e){this.#e.asking.questions.refuse(e),this.#s.settled||this.#s.reject(e),this.#s=new $e}retry(){let e=this.#e,t=e.networks.shown.peek(),r=t.find(s=>s.error.peek())?.error.peek();e.notice.value=null,e.failure.value=null,this.#o(),(!r||se(r))&&e.asking.restart();for(let s of t)(s.error.peek()||!s.isHere)&&this.#c(s);t.every(({isHere:s})=>s)&&this.#s.resolve(),e.asking.touch()}};var Rt=class{#e;#t;#n=x({layer:null,channel:null});followed=x({degrees:0,mirror:!1});turnedBack=x(!1);#r=M(()=>this.#e.shown.value.find(({info:e})=>e.value));layers=M(()=>this.#r.value?.info.value?.layers??[]);at=M(()=>{let{layer:e,channel:t}=this.#n.value,r=this.layers.value,s=Math.max(0,r.length-1),o=Math.min(Math.max(0,e??Math.floor(s/2)),s),i=t??this.#r.value?.telling[o]??0,a=r[o]?.channels??0;return{layer:o,channel:Math.max(0,Math.min(i,a-1)),channels:a}});constructor(e,t){this.#e=e,this.#t=
t}put(e){this.#n.value={...this.#n.peek(),...e},this.#t()}chooseLayer(e){this.#n.value={...this.#n.peek(),layer:e},this.#t()}chooseChannel(e){let{layer:t,channels:r}=this.at.peek(),s=Math.max(1,r);this.#n.value={layer:t,channel:(e%s+s)%s},this.#t()}follow({degrees:e,mirror:t}){this.followed.value={degrees:e,mirror:t}}turnBack(e){this.turnedBack.value=e}layerOf(e){let t=e.info.value?.layers??[],{layer:r}=this.at.value,s=this.layers.value[r]?.name;return t.find(o=>o.name===s)??t[Math.min(r,t.length-
1)]}viewOf(e){let{layer:t,channel:r}=this.at.value;return{layer:this.layerOf(e)?.index??t,channel:r}}};var Tn=class{indexed=!1;former=null;label;isAnswered=!1;isOpening=!1;isLive=!1;timedOn="";telling=[];isRecorded=x(!1);info=x(null);isComing=x(!1);error=x(null);shown=x(null);round=x(bt);maps=x(null);errors=x(null);evidence=x(null);constructor(e,t=""){this.value=e,this.label=e,this.url=t}follow(e){this.label=e.label,this.telling=e.telling,this.indexed=e.indexed,this.info.value=e.info.peek(),this.maps.value=e.maps.peek(),this.isComing.value=!0}get isHere(){return this.info.value!==null&&!this.isComing.
value}get model(){return Object.hasOwn(N.models,this.value)?this.value:this.info.peek()?.name??""}get prediction(){return this.isAnswered?this.shown.peek()?.prediction??null:null}forgetDrawing(){this.round.value=bt}forgetAnswers(){this.isAnswered=!1,this.isRecorded.value=!1,this.shown.value=null,this.round.value=bt,this.maps.value=null,this.errors.value=null,this.evidence.value=null}},It=class{shown=x([]);version=0;names=M(()=>fa(this.shown.value));loaded=M(()=>this.shown.value.filter(({isHere:e,
error:t})=>e&&!t.value));times=x(new Map);show(e,t=[],r=!1){this.version++,r||(this.times.value=new Map);let s=this.shown.peek(),o=new Set(r?s.filter(({isHere:i,error:a})=>i&&!a.peek()):[]);this.shown.value=e.map((i,a)=>{let l=t[a]??"";for(let d of o)if(!(d.url!==l||d.value!==i))return o.delete(d),d;let c=new Tn(i,l),u=s.find(d=>d.value===i&&ha(d.url,l));return u?.info.peek()?c.follow(u):s[a]?.value!==i?c.former=s[a]?.value??null:c.former=s[a].former,c})}timed(e,t,r){let{value:s}=e,o=e.timedOn===
r&&this.times.peek().get(s)||1/0;e.timedOn=r,!(t<=0||t>=o)&&(this.times.value=new Map(this.times.peek()).set(s,t))}from(e){return this.shown.peek().filter(t=>t.url===e)}get predictions(){return this.shown.peek().flatMap(({prediction:e})=>e??[])}};function ha(n,e){return n!==e&&n!==""&&V(n)===V(e)}function fa(n){let e=n.map(({info:t})=>t.value?.name);return n.map(({value:t,label:r},s)=>{let o=e[s]??r.replace(/_(drawn|upright)$/,""),i=e[s]&&e.indexOf(e[s])!==e.lastIndexOf(e[s]);return Ln(i||r!==t?
r:o)})}function Ln(n){if(/^[a-z0-9_]{1,24}$/.test(n))return n.toUpperCase();let e=he(n).split(/[?#]/)[0].split("/").pop()||he(n);return e.length>24?`${e.slice(0,23)}…`:e}import{samples as xa}from"./samples.js";var $s=10,ma=65535,ga=127,Nt="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",Ls=Nt.length-2,wa=Nt.length-1,Cn={packed:void 0,recording:null};function Cs(){let n=N.opening;return n!==Cn.packed&&(Cn={packed:n,recording:va(n)}),Cn.recording}function va(n){try{return ba(n)}catch{return null}}function ba({sample:n,seen:e,networks:t}){return{sample:n,seen:e.map(([r,s])=>({angle:r,pixels:Float32Array.from(s,o=>Nt.indexOf(o)/Ls)})),networks:t.map(({name:r,info:s,telling:o,indexed:i,digits:a,probabilities:l,maps:c,error:u})=>{let d=Rs(l);return{name:r,info:s,telling:o,indexed:i,error:ka(u),answers:Array.from(a,(p,h)=>({digit:Number(p),probabilities:Array.from({length:$s},(f,g)=>{let b=2*($s*h+g);return(256*d[b]+d[b+1])/ma})})),maps:c.map(({angle:p,view:h,live:f,still:g})=>({angle:p,view:h,
live:Ts(f),still:Ts(g)}))}})}}function Ts({elements:n,rows:e,cols:t,limit:r,values:s}){let o=Float32Array.from(Rs(s),i=>(i<<24>>24)*r/ga);return{elements:n,rows:e,cols:t,maps:o}}function ka({angle:n,rows:e,cols:t,error:r,resampling:s,limit:o,values:i}){let a=Float32Array.from(i,l=>{let c=Nt.indexOf(l);return c===wa?NaN:o*(c/Ls)**2});return{angle:n,turn:{error:r,resampling:s,rows:e,cols:t,difference:a}}}function Rs(n){return Uint8Array.from(atob(n),e=>e.charCodeAt(0))}var Pt=class{#e;#t=360;#n=0;#r=new WeakSet;constructor(e){this.#e=e}get stands(){let e=this.#e.networks.shown.peek();return e.length>0&&e.every(({isRecorded:t})=>t.peek())}fold(){this.#t=0,this.#n=this.#e.turning.angle.peek();for(let e of this.#e.networks.shown.peek())e.isRecorded.peek()&&e.forgetDrawing();this.follow()}unfold(){this.#t>=360||(this.#t=360,this.follow())}follow(){let e=Cs();if(!e)return;let{turning:t}=this.#e,r=t.angle.peek();this.#t+=((r-this.#n)%360+360)%360,this.#n=r,j(()=>{for(let s of this.#e.
networks.shown.peek())this.#s(s,e)})}#s(e,t){let{drawing:r,asking:s}=this.#e,o=xa.find(({digit:l})=>l===t.sample),a=!e.error.peek()&&r.strokes.peek()===o?.strokes?t.networks.find(({name:l})=>ya(e,l)):void 0;a?e.isLive||this.#r.add(e):this.#r.delete(e),a&&this.#r.has(e)&&(e.round.value=gs(e.round.peek(),a.answers,this.#t)),a&&!e.isLive?(s.blank.value=null,this.#o(e,a,t)):e.isRecorded.peek()&&(e.forgetAnswers(),s.seen.value=null)}#o(e,t,{seen:r}){let s=this.#n,{info:o,telling:i,indexed:a,answers:l,
maps:c}=t;e.info.peek()||(e.telling=i,e.indexed=a,e.isComing.value=!0,e.info.value=o),e.isRecorded.value=!0;let u=Is(s,l.length),d={...l[u],model:o.name,engine:"cpu"};e.shown.value={prediction:{...d,milliseconds:NaN},angle:u*360/l.length,upright:ee(e.round.peek())};let p=r[Is(s,r.length)].pixels;this.#e.asking.seen.value=p;let h=Ea(c[0].view,this.#e.looking.viewOf(e)),f=c.find(g=>g.angle===s)??c[0];if(!h)e.maps.value=null;else if(f.angle===s||!e.maps.peek()){let{live:g,still:b}=f,y=r[0].pixels;e.
maps.value={live:g,still:b,angle:f.angle,seen:p,upright:y}}this.#i(e,t)}#i(e,{error:{angle:t,turn:r},maps:s}){let{layer:o}=s[0].view,i=this.#e.drawing.version.peek(),a=e.errors.peek();if(a?.drawing===i&&a.layer===o)return;let l=new Map([[t,{...r,recorded:!0}]]);e.errors.value={drawing:i,layer:o,points:l}}};function ya({url:n},e){try{return n===De(e)}catch{return!1}}function Ea(n,e){return n.layer===e.layer&&n.channel===e.channel}function Is(n,e){return Math.round(n*e/360)%e}var R=72,Rn=8,Sa=200,Ns=25,Ma=4,_t=class{#e;#t=x(new Set);#n=new WeakMap;constructor(e){this.#e=e}anglesOf(e){return this.isSlow(e)&&!this.#t.value.has(e)?Rn:R}isSlow(e){return this.#r(e)>Sa}#r(e){return this.#e.networks.times.value.get(e.value)??0}offerOf(e){if(!e.shown.value||!this.isSlow(e))return null;let t=We(e.round.value,R).length;if(t===0)return null;let r=Math.max(1,this.#s(e));return{seconds:t*this.#r(e)/1e3/r,asking:this.#t.value.has(e)}}askAllRound(e){this.#t.value=new Set([...this.#t.
peek(),e]),this.#e.study.rest()}stop(e){let t=[...this.#t.peek()].filter(r=>r!==e);this.#t.value=new Set(t)}forget(){this.#t.peek().size>0&&(this.#t.value=new Set)}#s(e){return e.shown.peek()?.prediction.engine==="cpu"?this.#e.engine?.lanes??0:0}next(e){if(this.#e.isUntaught.peek())return null;let[t]=this.#e.networks.loaded.peek().filter(l=>this.#s(l)>0===e).map(l=>({network:l,angles:this.#i(l)})).filter(({angles:l})=>l.length>0).sort((l,c)=>this.#o(l)-this.#o(c));if(!t)return null;let{network:r,
angles:s}=t,o={kind:"batch",...this.#e.subject,url:r.url};if(!e)return{...o,angles:s};let i=this.#r(r)||Ns,a=Math.max(1,Math.min(Ma,Math.floor(Ns/i)));return{...o,engine:"cpu",angles:s.slice(0,a)}}#o({network:e,angles:t}){return this.anglesOf(e)-t.length}#i(e){let t=this.anglesOf(e),r=this.#n.get(e);return We(e.round.peek(),t).map(s=>s*360/t).filter(s=>!r?.has(s))}begin({url:e,angles:t}){let r=this.#e.networks.from(e).map(s=>{let o=this.#n.get(s)??new Set;this.#n.set(s,o);for(let i of t)o.add(i);
return o});return()=>r.forEach(s=>t.forEach(o=>s.delete(o)))}};function Y(n,e){return n.version!==e.version||e.pen}var In=3;var Ps=5;var _s=4;var Ds=2;var Dt=40,La=180/R;function jt(n,e){let t=T(n-e);return Math.min(t,360-t)}function He(n){return jt(n,0)>=Dt?n:n<=180?90:270}function zs(n,{drawing:e,layer:t,points:r}){let s=n?.drawing===e&&n.layer===t,o=new Map(s?n.points:[]);for(let[i,a]of r){if(!Us(i))for(let l of o.keys())Us(l)||o.delete(l);o.set(i,a)}return{drawing:e,layer:t,points:o}}function Ke(n,e){let t=null,r=1/0;for(let[s,o]of n){let i=jt(s,e);i<r&&(r=i,t={degrees:s,turn:o,near:i<=La})}return t}function Nn(n){return Array.from(n,([e,t])=>({
degrees:e,turn:t})).sort((e,t)=>e.degrees-t.degrees)}function me(n,e){let t=e?.errors.value;return!e||!t||t.drawing!==n.drawing.version.value?null:t.layer===n.looking.viewOf(e).layer?t:null}function Pn(n,e){let t=n?.get(e);return t!==void 0&&!t.recorded}function _n({rounds:n},e){return n.isSlow(e)?Rn:R}function Bs(n,e){let t=me(n,e)?.points,r=_n(n,e);return Ca.slice(0,r).filter(s=>!Pn(t,s))}var Ca=Array.from({length:R},(n,e)=>e*360/R).sort((n,e)=>js(n)-js(e)||n-e);function js(n){return n%45===0?
0:n%15===0?1:2}function Us(n){return n%(360/R)===0}var Ws=160,Ra=3,Dn={turn:{priority:Ds,isStale:Y,keep:Ia},batch:{priority:In,isStale:Y,keep:qs},curve:{priority:Ps,isStale:Y,keep:Na},evidence:{priority:_s,isStale:Y,keep:Pa}},Ut=class{#e;#t=new Set;#n=new Map;#r=x(0);#s=null;#o;#i;#p=new Set;#c=new Set;constructor(e){this.#e=e}join(e,t,r){let s={wants:e,near:M(()=>t.value||this.#r.value>0)};this.#t.add(s);let o=Fs(s.near,()=>{this.#s?.version===this.#e.moment.version?this.#d():this.rest()});r.addEventListener("abort",()=>{o(),this.#t.delete(s)})}joinAnswers(e,t,r){
let s=this.#n.get(e)??new Set;this.#n.set(e,s);let o=M(()=>t.value||this.#r.value>0);s.add(o);let i=Fs(o,()=>this.#e.asking.touch());r.addEventListener("abort",()=>{i(),s.delete(o)})}isLive(e){return Array.from(this.#n.get(e)??[]).some(t=>t.peek())}everything(){return this.#r.value++,()=>this.#r.value--}rest(){this.stop(),this.#o=setTimeout(()=>{this.#h().catch(()=>{})},Ws),this.#d()}stop(){clearTimeout(this.#o),this.#l&&(clearTimeout(this.#i),this.#i=void 0)}get#l(){return(this.#e.engine?.lanes??
0)<Ra}get#u(){let{engine:e,drawing:t,asking:r}=this.#e;return!e||t.isEmpty.peek()||r.blank.peek()!==null}async#h(){let e=this.#e,{engine:t,moment:r}=e;if(!(!t||this.#u)){this.#s=r;try{await this.#f(t,r)}finally{this.#s===r&&(this.#s=null)}}}async#f(e,t){let r=this.#e;for(;r.attention.is.peek();){let s=this.#a(!1);if(!s)return;let{priority:o,isStale:i,keep:a}=Dn[s.kind],l=await e.ask(r,"study",o,()=>i(t,r.moment)?null:s);if(!l||i(t,r.moment)||!a(r,s,l))return}}#a(e){let t=null;for(let{wants:r,near:s}of this.#t){
let o=s.peek()?r(this.#e,e):null;e&&o?.kind!=="batch"||o&&(!t||Dn[o.kind].priority<Dn[t.kind].priority)&&(t=o)}return t}#d(){this.#i??=setTimeout(()=>{this.#i=void 0;for(let e=0;e<(this.#e.engine?.lanes??0);e++)this.#p.has(e)?this.#c.add(e):this.#g(e).catch(()=>{})},Ws)}async#g(e){let t=this.#e,{engine:r,moment:s}=t,o=t.drawing.version.peek(),i=()=>{let{version:a,networks:l,pen:c}=t.moment;return o!==t.drawing.version.peek()||l!==s.networks||c||this.#l&&a!==s.version};this.#p.add(e);try{for(;r&&
e<r.lanes&&!this.#u&&!i()&&t.attention.is.peek();){let a=this.#a(!0);if(a?.kind!=="batch")break;let l=t.rounds.begin(a);try{let c=()=>i()?null:a,u=await r.ask(t,`lane ${e}`,In,c);if(!u||i()||!qs(t,a,u))break}finally{l()}}}finally{this.#p.delete(e)}this.#c.delete(e)?this.#d():t.engine&&e>=t.engine.lanes&&this.rest()}};function Fs(n,e){let t=n.peek();return q(()=>{let r=n.value;r&&!t&&U(e),t=r})}function Ia(n,{url:e,layer:t,angle:r},s){return Gs(n,e,t,new Map([[r,s]]))}function Na(n,{url:e,layer:t,
angles:r},{turns:s}){return Gs(n,e,t,new Map(s.map((o,i)=>[r[i],o])))}function Gs(n,e,t,r){let s=n.drawing.version.peek();for(let{errors:o}of n.networks.from(e))o.value=zs(o.peek(),{drawing:s,layer:t,points:r});return r.size>0}function qs(n,{url:e,angles:t},{answers:r}){for(let{round:s}of n.networks.from(e))for(let[o,i]of r.entries())s.value=kt(s.peek(),t[o],i);return t[0]===0&&n.asking.compare(),r.length>0}function Pa(n,{url:e,angle:t},{upright:r,now:s}){let o=n.drawing.version.peek();for(let{evidence:i}of n.
networks.from(e))i.value=r&&s?{drawing:o,angle:t,upright:r,now:s}:null;return!!s}var jn=45,_a=1500,Da={from:.82,way:.9};function Un(n){let{from:e,way:t}=Da;if(n<e)return n/e*t;let r=(n-e)/(1-e);return t+(1-t)*(1-(1-r)**2)}function Hs(n){return 1-(1-n)**3}function zt(){return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches??!1}var Bt=class{#e;#t;#n=0;#r;active=!1;constructor(e,t){this.#e=e,this.#t=t}turnBy(e,t,r,s){let[o,i]=[this.#e(),performance.now()];this.active=!0;let a=l=>{let c=Math.min(1,Math.max(0,l-i)/t);this.#t(T(o+e*r(c))),c<1?this.#n=requestAnimationFrame(
a):s()};a(zt()?1/0:i)}turnRound(e,t){if(!zt()){this.turnBy(360,e,Un,t);return}this.active=!0;let r=this.#e(),s=(Math.floor(r/jn)+1)*jn,o=()=>{this.#t(T(Math.min(s,r+360))),s>=r+360&&t(),s+=jn};this.#r=setInterval(o,_a),o()}stop(){this.active=!1,cancelAnimationFrame(this.#n),clearInterval(this.#r)}};var ja=8e3,Ua=320,Wt=class{#e;#t=new Bt(()=>this.angle.peek(),e=>this.set(e));#n=x(!1);#r=x(!1);angle=x(0);spins=x(!1);moves=M(()=>this.#n.value||this.#r.value);constructor(e){this.#e=e}set(e){e!==this.angle.peek()&&(this.angle.value=e,this.#e.turned())}turn(e,t=!0){j(()=>{this.#o(),this.#r.value=!t,this.set(e)}),t&&this.#e.settled()}turnTo(e){this.#o();let t=T(e-this.angle.peek());this.#s(t>180?t-360:t,Ua,Hs)}turnBy(e,t){this.#o(),this.#s(e,1e3*t,Un)}#s(e,t,r){this.#n.value=!0,this.#t.turnBy(e,
t,r,()=>this.stop())}spin(){if(this.spins.peek()){this.stop();return}this.#o(),this.#n.value=this.spins.value=!0,this.#t.turnRound(ja,()=>this.stop())}stop(){this.#t.active&&(j(()=>{this.#o(),this.set(T(Math.round(this.angle.peek()*10)/10))}),this.#e.settled())}#o(){this.#t.active&&(this.#t.stop(),this.#n.value=this.spins.value=!1)}};var Te=class{drawing=new $t({grown:()=>this.#e(),replaced:()=>this.#t(),full:()=>this.#n()});turning=new Wt({turned:()=>{this.recorded.follow(),this.asking.touch()},settled:()=>{this.recorded.unfold(),this.told.settled()}});attention=new Et;networks=new It;looking=new Rt(this.networks,()=>{this.recorded.follow(),this.asking.touch()});lateness=new Lt(this);loading=new Ct(this);asking=new yt(this);rounds=new _t(this);study=new Ut(this);recorded=new Pt(this);files=new Tt;choice=x("auto");trial=x($n);isUntaught=M(
()=>this.trial.value.weights==="random");report=x(null);failure=x(null);notice=x(null);dark=x(!1);engine=null;values=[];picked=!1;constructor(e){this.told=e,q(()=>{this.attention.is.value&&U(()=>{this.loading.wake(),this.asking.wake()})})}connect(e){this.engine=ds(this,t=>this.loading.chosen(t)),this.values=this.picked?this.files.renew(this.values):e,this.loading.open()}disconnect(){this.turning.stop(),this.drawing.drop(),this.study.stop(),this.engine=null,this.lateness.end(),this.networks.show(
[]),this.files.rest(),this.notice.value=null,ps(this),this.loading.end(new Error("The element was taken off the page."))}stop(){this.engine?.stop(this)}withdraw(){this.engine?.withdraw(this)}get moment(){let{version:e,oldest:t}=this.asking.questions,{down:r}=this.drawing.pen.peek();return{version:e,oldest:t,networks:this.networks.version,pen:r}}get subject(){return{strokes:this.drawing.strokes.peek(),engine:this.choice.peek()}}get prediction(){return this.networks.shown.peek().at(0)?.prediction??
null}show(e){this.values=e,this.picked=!1,this.loading.openSoon()}pick(e){this.values=e,this.picked=!0,this.loading.openSoon()}bring(e,t){try{this.pick(St(this.values,t,this.files.add(e)))}catch(r){this.warn(fe(r))}}vary(e){this.trial.value={...this.trial.peek(),...e},this.loading.openSoon()}chooseEngine(e){e!==this.choice.peek()&&(this.choice.value=e,this.loading.openSoon(!0))}switchEngine(){let e=this.report.peek()?.name==="webgpu"?"cpu":"webgpu";e===this.choice.peek()&&this.loading.openSoon(!0),
this.chooseEngine(e),this.told.switched(e)}dismiss(){this.notice.value=null}dress(e){this.dark.value=e}#e(){this.rounds.forget();for(let e of this.networks.shown.peek())e.forgetDrawing();this.recorded.follow(),this.asking.touch()}#t(){this.asking.questions.startAnew();for(let e of this.networks.shown.peek())e.isAnswered=!1}#n(){let e="The pad is full. Undo a stroke or clear it to go on.";this.notice.value={message:e,retry:!1,ofEngine:!1}}tell({code:e,message:t},r){this.told.failed(r===void 0?{code:e,
message:t}:{code:e,message:t,model:r})}warn(e){this.notice.value={message:e.message,retry:!1,ofEngine:!1},this.tell(e)}engineFailed(e){j(()=>{this.notice.value={message:e.message,retry:!0,ofEngine:!0},this.failure.value=e}),this.tell(e)}engineRuns(){this.failure.value=null,this.notice.peek()?.ofEngine&&(this.notice.value=null)}reportFrom(e,t){(e===this.networks.shown.peek()[0]||!this.report.peek())&&(this.report.value=t)}};var za=600,Ks=450,Vs=5.6,Ba=["pointerdown","keydown","wheel","touchstart"];async function Xs(n,e,t){let{asking:r,turning:s,drawing:o,loading:i,recorded:a}=n;if(s.angle.peek()!==0||o.isEmpty.peek())return;let l=new AbortController,c=()=>{l.signal.aborted||(l.abort(),s.stop(),a.unfold())};t.addEventListener("abort",c);for(let h of Ba){let f={capture:!0,passive:!0,signal:l.signal};document.addEventListener(h,c,f)}let{version:u}=o,d=u.peek(),p=()=>u.peek()===d&&s.angle.peek()===0;if(a.stands){if(zt())
return s.turnBy(Ks,Vs);a.fold()}else try{await i.ready,await r.predict()}catch{return}await new Promise(h=>setTimeout(h,za)),await Wa(e,l.signal),!l.signal.aborted&&(p()?s.turnBy(Ks,Vs):a.unfold())}function Wa(n,e){return new Promise(t=>{e.addEventListener("abort",()=>t()),e.addEventListener("abort",q(()=>{n.value&&t()}))})}import{samples as dd}from"./samples.js";var Ft=new Map,Gt=x(0);function Ys(n,e,t){Ft.set(n,e),Gt.value++,t.addEventListener("abort",()=>{Ft.delete(n),Gt.value++})}function Zs(n,e){let t=n.getRootNode(),r="querySelector"in t?[t,n.ownerDocument]:[n.ownerDocument],s=i=>e===null?i.querySelector("gsa-demo"):i.getElementById(e),o=r.map(s).find(i=>i)??null;return!o&&e===null&&(o=[...Ft.keys()].find(i=>i.ownerDocument===n.ownerDocument)??null),{element:o,demo:(o&&Ft.get(o))??null}}var Wn={};_(Wn,{figure:()=>Qa,mount:()=>el,style:()=>Ja});function zn(n){return n===6||n===9?15-n:null}function ye(n){let[e,t]=[...Array(n.length).keys()].sort((r,s)=>n[s]-n[r]);return zn(e)===t&&n[t]>=.01}function te({group:n}){let e=n.elements.some(t=>t.mirror);return{rotations:e?n.order/2:n.order,mirrors:e}}function Z({rotations:n,mirrors:e}){return n>1?"Built to turn":e?"Built to mirror":"Ordinary"}function Qs({rotations:n,mirrors:e}){return n===1?e?"mirrors":"no rotations":`${n} rotations${e?" and mirrors":""}`}function oe(n,e){let t=n*Math.PI/180;return{x:-e*Math.sin(t),y:-e*Math.cos(t)}}function Le(n,e){return Math.atan2(-n,-e)*180/Math.PI}function qt(n){let e=n.length,t=n[0]?.digit??null,r=a=>n[(a%e+e)%e]?.digit??null,s=(a,l)=>{let c=r(a),[u,d]=[a-.5,a+l-.5].map(p=>p*360/e);return{from:u,to:d,count:l,digit:c,kept:c!==null&&c===t}},o=n.findIndex((a,l)=>r(l)!==r(l-1));if(o<0)return e>0?[s(0,e)]:[];let i=[];for(let a=o;a<o+e;){let l=1;for(;a+l<o+e&&r(a+l)===r(a);)l++;i.push(s(a,l)),a+=l}return i}function Ce(n){
let e=n[0]?.digit,t=n.flatMap(r=>r?[r.digit]:[]);return{asked:t.length,kept:t.filter(r=>r===e).length}}function Js(n,e){let t=e/360*n.length,[r,s]=[Math.floor(t),Math.ceil(t)].map(o=>eo(n,o));return r===null||s===null?null:r+(s-r)*(t-Math.floor(t))}function eo(n,e){let[t,r]=[n[0],n[e%n.length]];return t&&r?Math.min(1,Math.max(0,r.probabilities[t.digit])):null}function to(n,e,t){let r=n.flatMap((s,o)=>{let i=eo(n,o);return i===null?[]:[no(oe(360*o/n.length,e+(t-e)*i))]});return r.length<3?"":`M${r.
join("L")}Z`}function Ht(n,e,t){let r=o=>no(oe(o,t)),s=(o,i)=>`A${t} ${t} 0 ${i} 0 ${r(o)}`;return e-n>=360?`M${r(n)}${s(n+180,0)}${s(n,0)}Z`:`M${r(n)}${s(e,e-n>180?1:0)}`}function no({x:n,y:e}){let[t,r]=[n,e].map(s=>Math.round(s*100)/100+0);return`${t} ${r}`}var Fa="gsa-net",Bn;function Ga(){let n=globalThis.trustedTypes;if(!n)return null;try{return n.createPolicy(Fa,{createHTML:e=>e})}catch{return null}}function ro(n){return Bn===void 0&&(Bn=Ga()),Bn?.createHTML(n)??n}function v(n,e){let t=document.createElement("template");t.innerHTML=ro(e.trim());let r=t.content.firstElementChild;return n.append(r),r}function m(n,e){let t=n.querySelector(e);if(!(t instanceof HTMLElement))throw new Error(`the markup lacks ${e}`);return t}function E(n,e){n.textContent!==e&&(n.textContent=e)}function de(n){if(!n.matches(":focus, :focus-within"))return;let t=n.getRootNode().querySelector(".pad");t instanceof HTMLElement&&t.focus({preventScroll:!0})}function qa(n){return`${Math.round(100*n)} %`}function Kt(n){return n>0&&n<.01?"< 1 %":n>.99&&n<1?"> 99 %":qa(n)}function Ee(n){return Number.isNaN(n)?"–":`${n<9.95?n.toFixed(1):Math.round(n)} ms`}function so(n){return n>90?`${Math.round(n/60)} min`:`${Math.max(1,n<10?Math.round(n):5*Math.round(n/5))} s`}function oo(n){let e=100*n;return`${e<10?e.toFixed(e<.1?2:1):Math.round(e)} %`}var Ha="⁰¹²³⁴⁵⁶⁷⁸⁹";function ie(n){if(!Number.isFinite(n))return"?";if(n===0)return"0";if(n>=.0095)
return n<10?n.toFixed(2):n.toPrecision(3);let[e,t]=n.toExponential(0).split("e-"),r=Array.from(t,s=>Ha[Number(s)]).join("");return`${e}·10⁻${r}`}function ae(n){let e=Math.round(n)%360;return e===0?"upright":e<=180?`${e}° counter-clockwise`:`${360-e}° clockwise`}var Ka="300% 0px";function w(n,e){n.addEventListener("abort",q(e))}function ne(n,e,{reach:t=Ka,first:r=!0}={}){let s=x(!0);if(typeof IntersectionObserver!="function")return s;s.value=r;let o=new IntersectionObserver(i=>s.value=i[i.length-1].isIntersecting,{rootMargin:t});return o.observe(n),e.addEventListener("abort",()=>o.disconnect()),s}var Vt=["main","other","third"];function L(n){return Vt[Math.min(n,Vt.length-1)]}function z(n,e,t){let r=[],s=M(()=>n.networks.shown.value.length),o=()=>{let a=r.
length,l=new AbortController,c=M(()=>n.networks.shown.value.at(a));r.push({life:l,elements:t(c,a,l.signal)})},i=()=>{let{life:a,elements:l}=r.pop();a.abort();for(let c of l)c.remove()};w(e,()=>{let a=s.value;U(()=>{for(;r.length<a;)o();for(;r.length>a;)i()})}),e.addEventListener("abort",()=>r.forEach(({life:a})=>a.abort()))}var Va=2,io=`
.panel .asking { grid-area: 1 / 1; white-space: nowrap; }
.panel[data-late] { --bar: var(--gsa-muted); }
.panel[data-late] .verdict { display: none; }
.panel .costly { grid-area: 3 / 1 / 4 / -1; margin-top: 4px; }
.panel .costly:not(:has(> :not([hidden]))) { display: none; }
.costly button { min-height: 34px; padding: 0 12px; border-radius: 999px; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
@container (max-width: 639px) {
  .costly button { padding: 2px 6px; line-height: 1.2; font-size: 0.75rem; }
}
@media (pointer: coarse) {
  .costly button { min-height: 44px; }
}
`;function ao(n,e,t,r,s){let o=v(e,'<span class="asking" hidden></span>'),i=v(e,`<span class="costly">
      <button type="button" class="stop" hidden>Stop</button>
      <button type="button" class="all-round" hidden></button>
    </span>`),[a,l]=[".stop",".all-round"].map(u=>m(i,u));a.addEventListener("click",()=>t.stop(),{signal:s});let c=()=>{let u=r.peek();u&&(t.rounds.offerOf(u)?.asking?t.rounds.stop(u):t.rounds.askAllRound(u))};l.addEventListener("click",c,{signal:s}),w(s,()=>{let u=t.lateness.late.value,d=r.value?.shown.value;n.toggleAttribute("data-late",!!(u&&d)),n.setAttribute("aria-busy",String(!!u)),o.hidden=!u||!d,E(o,d?`at ${Math.round(d.angle)}°, asking…`:"")}),w(s,()=>{let u=t.lateness.late.value,d=u?.
url===r.value?.url&&(u?.seconds??0)>=Va;d||de(a),a.hidden=!d}),w(s,()=>{let u=r.value?t.rounds.offerOf(r.value):null,d=!u||t.isUntaught.value||t.lateness.late.value!==null;if(d&&de(l),l.hidden=d,!u)return;let p=so(u.seconds);E(l,u.asking?`Stop (about ${p} left)`:`${R} angles (about ${p})`)})}var Ya=1e-4,Za=8,Qa={name:"answers",title:"Answers",table:ol},Ja=`
.panels { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
.panels > :only-child { grid-column: 1 / -1; }
.panels[data-count="3"] { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.panel {
  display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 14px; align-content: start; min-width: 0; padding: 14px 16px;
  border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); position: relative; font-variant-numeric: tabular-nums;
}
.panel > header { grid-column: 2; }
/* Lines keep their place before there is something to say. */
.panel > header :is(.model, .note) { min-height: 1lh; }
.panel .model { color: var(--bar); overflow-wrap: anywhere; }
.panel .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.panel .digit {
  grid-row: 1 / span 2; min-width: 0.62em; align-self: start; text-align: center; color: var(--bar);
  font: 700 5rem/0.95 var(--gsa-font-digit, Georgia, "Palatino Linotype", Palatino, "P052", serif); font-variant-numeric: lining-nums;
}
.panel[data-state="blank"] .digit { color: var(--gsa-line-strong); font-weight: 400; }
.panel :is(.bars, .blank) { grid-area: 2 / 2; }
.panel .bars { display: grid; gap: 4px; margin-top: 6px; font-size: 0.875rem; }
.bars li { display: grid; grid-template-columns: 3.2em minmax(0, 1fr) 4.1em; gap: 8px; align-items: center; line-height: 1.35; color: var(--gsa-muted); }
.bars :is(.name, .value) { min-height: 1lh; white-space: nowrap; }
.bars .track { height: 9px; border-radius: 2px; background: var(--gsa-sunken); overflow: hidden; }
.bars .bar { display: block; height: 100%; width: 100%; transform-origin: 0 50%; transition: transform 110ms ease-out; background: var(--bar); }
.bars li:not(.best) .bar { opacity: 0.55; }
/* 6 and 9 are one digit for whoever ignores turns: both are its answer. */
.panel[data-shared] .bars .second .bar { opacity: 1; }
.bars .best, .panel[data-shared] .bars .second { color: var(--gsa-ink); font-weight: 650; }
.bars .value { text-align: right; }
/* Two lines, whatever stands in them, so that nothing moves while it turns. */
.panel footer { grid-column: 1 / -1; display: grid; grid-template: 1.45em minmax(1.45em, auto) / 1fr auto; gap: 0 12px; margin-top: 8px; font-size: 0.875rem; line-height: 1.45; color: var(--gsa-muted); }
.panel .verdict { color: var(--bar); font-weight: 650; white-space: nowrap; }
.panel .count { grid-area: 2 / 1 / auto / -1; }
.panel .count b { color: var(--gsa-ink); }
.panel .time { grid-area: 1 / 2; white-space: nowrap; }
.panel .blank { display: none; align-self: center; color: var(--gsa-muted); }
.panel[data-state="blank"] .blank { display: block; }
.panel[data-state="blank"] .bars { visibility: hidden; }
.panel .trouble { grid-column: 1 / -1; display: flex; gap: 12px; flex-direction: column; align-items: flex-start; margin-top: 8px; font-size: 0.875rem; overflow-wrap: anywhere; }
.trouble button { height: 36px; flex: none; }
.panel[data-trouble] :is(.bars, .blank, footer) { display: none; }
/* In the place of the answer, so that nothing moves under the hand that tries. */
.panel .untaught { display: none; position: absolute; inset: auto 16px 14px; color: var(--gsa-muted); font-size: 0.875rem; line-height: 1.35; }
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
${io}
`;function el(n,e,t){let r=v(n,'<div class="panels"></div>');w(t,()=>{r.dataset.count=String(e.networks.shown.value.length)}),z(e,t,(s,o,i)=>[tl(r,e,s,o,i)])}function tl(n,e,t,r,s){let o=["best","second","others"].map(l=>`<li class="${l}"><span class="name"></span><span class="track"><span class="bar"></span></span><span class="value"></span></li>`),i=v(n,`<section class="panel ${L(r)}" part="answer" data-state="blank" role="group">
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
      <footer><span class="verdict" title="± is the largest change of a probability since upright"><span class="brief"></span><span class="wordy"></span></span><span class="count"></span><span class="time"></span></footer>
    </section>`);m(i,".retry").addEventListener("click",()=>e.loading.retry(),{signal:s});let a=()=>{let l=t.peek()?.former;l&&e.pick(e.values.map((c,u)=>u===r?l:c))};return m(i,".former").addEventListener("click",a,{signal:s}),w(s,()=>{let l=e.networks.names.value[r]??"",c=t.value?.info.value,u=c&&te(c);m(i,".model").textContent=u?Z(u):l;let d=e.networks.shown.value.flatMap(({info:f})=>f.value?Z(te(f.value)):[]),p=u&&d.filter(f=>f===Z(u)).length<2,h=u?[Qs(u),...p?[]:[l]]:[];m(i,".note").textContent=
h.join(" · "),i.setAttribute("aria-label",`Answer of ${l}`)}),w(s,()=>{let l=e.asking.blank.value,c=e.drawing.isEmpty.value;m(i,".blank").textContent=l==="nearly"?"Draw a little more":c?"Draw something":"One moment…"}),w(s,()=>{let l=t.value?.error.value,c=l&&!se(l)?l.message:null,u=m(i,".trouble");i.toggleAttribute("data-trouble",c!==null),u.hidden=c===null,m(u,"p").textContent=c??"";let d=c!==null&&e.picked&&t.value?.former||"";m(u,".former").hidden=!d,m(u,".former").textContent=`Back to ${Ln(
e.files.nameOf(d)??d)}`}),ao(i,m(i,"footer"),e,t,s),w(s,()=>i.toggleAttribute("data-untaught",e.isUntaught.value)),w(s,()=>{let l=t.value?.shown.value??null,c=l!==null&&e.asking.unanswered.value!==null;i.toggleAttribute("data-old",c),nl(i,l,t.value?.isRecorded.value??!1),c&&(E(m(i,".verdict .brief"),`that was at ${Math.round(l.angle)}°`),E(m(i,".verdict .wordy"),""))}),w(s,()=>{let l=t.value?.round.value,c=l&&ee(l),{asked:u,kept:d}=Ce(l?X(l,R):[]),p=m(i,".count");p.replaceChildren(),!(!c||u<Za)&&
(v(p,`<b>${d} of ${u}</b>`),p.append(" angles"),v(p,`<span class="wordy">: still ${c.digit}</span>`))}),i}function nl(n,e,t){let{digit:r,probabilities:s,milliseconds:o}=e?.prediction??{},i=e?.upright&&e.upright.digit!==r;n.toggleAttribute("data-shared",ye(s??[])),n.dataset.state=e?i?"lost":"kept":"blank",m(n,".digit").textContent=String(r??"–"),m(n,".time").textContent=t?"recorded":o===void 0?"":Ee(o);let[a,l]=e?sl(e):[];E(m(n,".verdict .brief"),a??""),E(m(n,".verdict .wordy"),l??"");for(let{row:c,
name:u,p:d}of rl(s??[])){let p=m(n,`.bars .${c}`);E(m(p,".name"),u),m(p,".bar").style.transform=`scaleX(${d.toFixed(4)})`,E(m(p,".value"),Kt(d))}}function rl(n){if(n.length===0)return[];let[e,t]=[...n.keys()].sort((s,o)=>n[o]-n[s]),r=n.reduce((s,o,i)=>i===e||i===t?s:s+o,0);return[{row:"best",name:String(e),p:n[e]},{row:"second",name:String(t),p:n[t]},{row:"others",name:"others",p:Math.min(1,r)}]}function sl({prediction:{digit:n,probabilities:e},angle:t,upright:r}){if(t===0)return["upright"];if(!r)
return[];if(r.digit!==n)return[`✗ upright: ${r.digit}`];let s=xt(r.probabilities,e);return s<Ya?["✓ same"," as upright"]:["✓ as upright",` ±${oo(s)}`]}function ol({networks:n,isUntaught:e}){if(e.value)return{columns:["Digit"],rows:[]};let t=n.shown.value.flatMap(({shown:s},o)=>{let{probabilities:i}=s.value?.prediction??{};return i?[{name:n.names.value[o],probabilities:i}]:[]}),r=t.length===0?[]:[...t[0].probabilities.keys()];return{columns:["Digit",...t.map(({name:s})=>s)],rows:r.map(s=>[
s,...t.map(({probabilities:o})=>Math.round(1e6*o[s])/1e6)])}}var nr={};_(nr,{figure:()=>Io,gridWeighs:()=>Do,mount:()=>Bl,style:()=>zl,wants:()=>No});var il={light:["#0072b2","#56b4e9","#00795a","#e5c200","#1b1d22","#e58fbf","#6a3d9a","#e69f00"],dark:["#3f9bdc","#9ad4f7","#1fbf94","#ffe14d","#e9e6df","#f3b3d6","#a97fe0","#ffb733"]},lo={light:["#ffffff","#fad6a5","#e9806e","#a8205c","#4a083e"],dark:["#1c1e23","#5c1e54","#be3462","#f48c5e","#ffecbe"]},al={light:"#e4e1d8",dark:"#34363d"},Xt=1.5,ge=[0,.1,.5,1,Xt];function Re(n){return Math.sqrt(Math.min(Math.max(n,0),Xt)/Xt)}function we(n,e){return Gn(ho(il[e?"dark":"light"],n/45%8))}function Yt(n,e){
let t=e?"dark":"light";return Number.isNaN(n)?fo(al[t]):ho(lo[t],Re(n)*(lo[t].length-1))}var Fn=1024,co=new Map;function uo(n,e,t){let r=co.get(t);r||(r=Array.from({length:Fn+1},(i,a)=>Yt(Xt*(a/Fn)**2,t)),co.set(t,r));let s=Yt(NaN,t),o=new ImageData(e,n.length/e);for(let i=0;i<n.length;i++){let a=n[i],l=Number.isNaN(a)?s:r[Math.round(Re(a)*Fn)];for(let c=0;c<3;c++)o.data[4*i+c]=l[c];o.data[4*i+3]=255}return o}function po(n){let[e,t,r]=(n.match(/\d+/g)??[]).map(s=>{let o=Number(s)/255;return o<=.04045?
o/12.92:((o+.055)/1.055)**2.4});return .2126*e+.7152*t+.0722*r>.179?"#000000":"#ffffff"}function Gn(n){return`rgb(${n.join(", ")})`}function ho(n,e){let t=Math.floor(e),r=e-t,[s,o]=[n[t%n.length],n[(t+1)%n.length]].map(fo),[i,a,l]=s.map((c,u)=>Math.round(c+(o[u]-c)*r));return[i,a,l]}function fo(n){let e=parseInt(n.slice(1),16);return[e>>16,e>>8&255,e&255]}var ll="http://www.w3.org/2000/svg";function S(n,e,t){let r=document.createElementNS(ll,e);return pe(r,t),n.append(r),r}function pe(n,e){for(let[t,r]of Object.entries(e))n.setAttribute(t,typeof r=="number"?r.toFixed(2):r)}var tr={};_(tr,{mount:()=>er,style:()=>Il,turnByKey:()=>le});var go=new WeakMap;function cl(){return Math.min(3,devicePixelRatio||1)}function ul(n,e){let t=devicePixelRatio,r=()=>{devicePixelRatio!==t&&(t=devicePixelRatio,n())};addEventListener("resize",r,{signal:e});let s=()=>{let o=globalThis.matchMedia?.(`(resolution: ${devicePixelRatio}dppx)`),i=()=>{r(),s()};o?.addEventListener("change",i,{once:!0,signal:e})};s()}var Q=class{#e;#t;#n=0;constructor(e,t,r){if(this.#e=e,this.#t=t,go.set(e,this),r.addEventListener("abort",()=>cancelAnimationFrame(this.#n)),
ul(()=>this.invalidate(),r),typeof ResizeObserver!="function"){addEventListener("resize",()=>this.invalidate(),{signal:r}),this.invalidate();return}let s=new ResizeObserver(()=>this.invalidate());s.observe(e),r.addEventListener("abort",()=>s.disconnect())}invalidate(){this.#n||=requestAnimationFrame(()=>{this.#n=0,this.paint()})}paint(){let e=this.#e,t=e.clientWidth,r=e.getContext("2d");if(t===0||!r)return;let s=Math.round(t*cl()*(e.currentCSSZoom??1));e.width!==s||e.height!==s?e.width=e.height=
s:r.clearRect(0,0,s,s),this.#t({context:r,size:s,...Ve(e)})}};function Ve(n){let e=getComputedStyle(n),t=r=>e.getPropertyValue(`--gsa-${r}`).trim();return{colour:t,dark:t("dark")==="1"}}function Zt(n){go.get(n)?.paint()}var mo=new WeakMap;function Qt(n,e,t,r,s){let o=mo.get(n);o||mo.set(n,o=document.createElement("canvas")),o.width=e.width,o.height=e.height,o.getContext("2d")?.putImageData(e,0,0),n.imageSmoothingEnabled=!1,n.drawImage(o,t,r,s,s)}function wo(n){let e=Math.sqrt(n.length),t=new ImageData(
e,e);for(let r=0;r<n.length;r++){let s=Math.round(255*Math.min(1,Math.max(0,n[r])));t.data.set([s,s,s,255],4*r)}return t}var Jt=.062,qn=.5-Jt/2,vo=`
.pad {
  position: absolute; border-radius: 50%;
  background: var(--gsa-surface); box-shadow: 0 0 0 1px var(--gsa-line-strong);
  cursor: crosshair; touch-action: none;
  -webkit-touch-callout: none; -webkit-tap-highlight-color: transparent;
}
.pad:focus-visible { outline-offset: 1px; }
/* A stroke may begin beside the rim. */
.paper { position: absolute; cursor: crosshair; touch-action: none; -webkit-touch-callout: none; -webkit-tap-highlight-color: transparent; }
.hint {
  position: absolute; display: grid; place-content: center; gap: 2px; text-align: center;
  color: var(--gsa-muted); pointer-events: none; transition: opacity 150ms;
}
.hint > * { justify-self: center; padding: 0 6px; background: var(--gsa-surface); }
.hint b { font-size: 1.0625rem; font-weight: 600; color: var(--gsa-ink); }
.root[data-compact] .hint span, .figure-pad .hint span, :host([large]) .hint span { display: none; }
.hint::before {
  content: ""; justify-self: center; width: 10px; height: 10px; margin-bottom: 10px; border-radius: 50%; background: var(--gsa-accent);
}
.pad:not([data-blank]) ~ .hint { opacity: 0; }
.pad:is([data-drawing], [data-keys]) ~ .hint { opacity: 0; }
.keys { position: absolute; inset: auto 0 32%; display: none; text-align: center; font-size: 0.8125rem; color: var(--gsa-muted); pointer-events: none; }
.pad[data-keys] ~ .keys { display: block; }
`;function bo(n,e,t){v(n,'<div class="paper"></div>');let r=v(n,'<canvas class="pad" part="pad" tabindex="0" role="application"></canvas>');v(n,'<p class="hint" aria-hidden="true"><b>Draw a digit</b><span>or take one from below</span></p>'),v(n,'<p class="keys" aria-hidden="true">Arrows move, Space draws, Enter ends</p>'),dl(r,e,t);let{drawing:s,turning:o}=e,i=new Q(r,a=>pl(a,e),t);return w(t,()=>{s.strokes.value,s.pen.value,o.angle.value,e.dark.value,i.invalidate()}),w(t,()=>{let{down:a,keys:l}=s.
pen.value;r.toggleAttribute("data-blank",s.isEmpty.value),r.toggleAttribute("data-drawing",a),r.toggleAttribute("data-keys",l!==null)}),w(t,()=>{let a=s.strokes.value.length,c=`Drawing pad, ${a===0?"empty":a===1?"one stroke":`${a} strokes`}, ${ae(o.angle.value)}. Arrow keys turn it. Enter begins to draw with keys: arrows move the pen, space lowers and lifts it.`;r.getAttribute("aria-label")!==c&&r.setAttribute("aria-label",c)}),r}function dl(n,{drawing:e,turning:t},r){let s=a=>At(a,-t.angle.peek()),
o=a=>{if(a.ctrlKey||a.metaKey||a.altKey)return;let{key:l}=a,{down:c,keys:u}=e.pen.peek();if(!u){if(l!=="Enter")return;a.preventDefault(),e.writeByKeys({x:.5,y:.5});return}let d=a.shiftKey?.01:.04,p={ArrowLeft:[-d,0],ArrowRight:[d,0],ArrowUp:[0,-d],ArrowDown:[0,d]};if(l==="Enter"||l==="Escape")e.writeByKeys(null);else if(l===" "&&c)e.end();else if(l===" ")e.begin(s(u),u);else if(Object.hasOwn(p,l)){let h={x:u.x+p[l][0],y:u.y+p[l][1]},f=Math.hypot(h.x-.5,h.y-.5)<=qn;f&&c?e.extend([s(h)],h):f&&e.moveKeys(
h)}else return;a.preventDefault()};n.addEventListener("keydown",o,{signal:r});let i=()=>e.pen.peek().keys&&e.writeByKeys(null);n.addEventListener("blur",i,{signal:r})}function pl({context:n,size:e,colour:t},{drawing:r,turning:s}){n.save(),n.scale(e,e),n.save(),n.translate(.5,.5),n.rotate(-s.angle.peek()*Math.PI/180),n.translate(-.5,-.5),hl(n,t("line"),t("muted")),n.strokeStyle=t("ink"),n.lineWidth=Jt,n.lineCap=n.lineJoin="round";for(let o of r.strokes.peek())n.beginPath(),qe(n,o),n.stroke();n.restore(),
fl(n,r.pen.peek(),t("accent")),n.restore()}function hl(n,e,t){n.strokeStyle=e,n.lineWidth=.003,n.setLineDash([.008,.012]),n.beginPath(),n.moveTo(.06,.5),n.lineTo(.94,.5),n.moveTo(.5,.06),n.lineTo(.5,.94),n.stroke(),n.setLineDash([]),n.fillStyle=t,n.beginPath(),n.moveTo(.5,.02),n.lineTo(.516,.047),n.lineTo(.484,.047),n.fill()}function fl(n,{down:e,keys:t},r){t&&(n.strokeStyle=n.fillStyle=r,n.lineWidth=.008,n.beginPath(),n.arc(t.x,t.y,e?Jt/2:Jt*.7,0,2*Math.PI),e?n.fill():n.stroke())}var ml=["left:0;top:0","left:100%;top:0","left:0;top:100%"],en=class{#e;constructor(e){this.#e=ml.map(t=>{let r=document.createElement("i");return r.style.cssText=`position:absolute;${t};width:0;height:0;pointer-events:none`,r.ariaHidden="true",e.append(r),r})}get map(){let[e,t,r]=this.#e.map(c=>c.getBoundingClientRect()),[s,o]=[t.x-e.x,t.y-e.y],[i,a]=[r.x-e.x,r.y-e.y],l=s*a-o*i;return Math.abs(l)>0?({clientX:c,clientY:u})=>{let[d,p]=[c-e.x,u-e.y];return{x:(d*a-p*i)/l,y:(s*p-o*d)/l}}:null}};var Hn=500,ko=80,gl=500,Kn={mouse:3,pen:6,touch:10},Vn={way:.25,ms:400},xo=.1,yo=.08;function wl(n,e){return((e-n)%360+540)%360-180}function Eo(n,e){return Math.hypot(n.x-e.x,n.y-e.y)}var Xn=class{constructor(e){this.from=e,this.raw=e,this.deaf=be(e)===e?null:be(e)}move(e){this.raw+=e;let t=be(this.raw);return t!==this.deaf&&(this.deaf=null),t===null||t===this.deaf?this.raw:t}},tn=class{#e;#t=new Map;#n=null;#r=-1/0;#s=-1/0;#o={time:-1/0,from:0};constructor(e){this.#e=e}#i(e){return Array.from(this.#t.
values()).filter(t=>t.role===e)}get isBusy(){return this.#t.size>0}seePen(e){this.#r=e}down(e,t){this.up(e.id);let{id:r,kind:s}=e,o={id:r,kind:s,zone:t,role:"rests",from:e,last:e,way:0};this.#t.set(r,o),s==="pen"&&this.#p(e.time);let i=this.#c(o);return i?this.#h(i,o):this.#l(e)||this.#u(o),o.role}#p(e){this.seePen(e);for(let t of this.#t.values())t.kind==="touch"&&(t.role==="draws"?this.#e.cancel(!1):(t.role==="turns"||t.role==="twists")&&this.#v(),t.role="rests");e-this.#s<Hn&&this.#e.cancel(!1),
e-this.#o.time<Hn&&this.#e.turnTo(this.#o.from),this.#s=this.#o.time=-1/0}#c({kind:e,from:t}){if(e!=="touch"||this.#l(t))return null;let r=[...this.#i("draws"),...this.#i("waits"),...this.#i("turns")];return r.push(...this.#i("stays")),r.find(({kind:s,zone:o})=>s==="touch"&&o!=="knob")??null}#l({kind:e,size:t,time:r}){return e!=="touch"?!1:Array.from(this.#t.values()).some(o=>o.kind==="pen"&&o.role!=="rests")||r-this.#r<Hn||t>ko}#u(e){let{zone:t,kind:r,from:s}=e,o=[...this.#i("draws"),...this.#i(
"turns"),...this.#i("twists")];if(r==="pen")for(let i of o)this.#w(i);else if(o.length>0)return;t==="pad"?e.role=this.#e.begin(s.at)?"draws":"rests":t==="knob"?this.#f([e],"turns"):e.role="waits"}#h(e,t){if(e.role==="draws"){let r=t.from.time-e.from.time;e.way>Vn.way&&r>Vn.ms?this.#e.end():this.#e.cancel(!1)}this.#f([e,t],"twists")}#f(e,t){this.#n??=new Xn(this.#e.angle());for(let r of e)r.role=t;this.#e.turn(this.#n.raw)}move(e,t){let r=this.#t.get(e.id);if(!r)return;let s=r.last;if(r.last=e,r.
way+=Eo(s.at,e.at),e.kind==="pen"&&this.seePen(e.time),e.size>ko&&e.kind==="touch"&&this.#a(r)&&(r.role==="draws"&&this.#e.cancel(!1),r.role="rests"),r.role==="waits"&&!this.#d(r)&&this.#g(r),r.role==="draws")this.#e.extend(t);else if(r.role==="turns")this.#m(s.at,e.at,{x:0,y:0});else if(r.role==="twists"){let o=this.#i("twists").find(({id:i})=>i!==r.id);o&&this.#m(s.at,e.at,o.last.at)}}#a({role:e,way:t}){return e==="waits"||e==="draws"&&t<xo}#d({kind:e,from:t,last:r}){let s=e==="touch"?Kn.touch:
e==="pen"?Kn.pen:Kn.mouse;return Eo(t.seen,r.seen)<=s}#g(e){(e.kind==="touch"||e.kind==="pen")&&e.zone==="curves"?e.role="rests":this.#f([e],"turns")}#m(e,t,r){if(!this.#n)return;let[s,o]=[e,t].map(({x:a,y:l})=>({x:a-r.x,y:l-r.y}));if(Math.hypot(s.x,s.y)<yo||Math.hypot(o.x,o.y)<yo)return;let i=wl(Le(s.x,s.y),Le(o.x,o.y));this.#e.turn(this.#n.move(i))}up(e,t){let r=this.#t.get(e);if(!r)return;let{role:s,kind:o,from:i,last:a,way:l}=r;if(o==="touch"&&s==="draws"&&l<xo&&t!==void 0&&(this.#s=t),o==="\
pen"&&t!==void 0&&this.seePen(t),this.#w(r),this.#t.delete(e),!(s==="waits"&&t!==void 0&&this.#d(r))||o==="touch"&&t-i.time>gl)return;o==="touch"&&(this.#o={time:t,from:this.#e.angle()});let u=Le(a.at.x,a.at.y);this.#e.turnTo(be(u)??u)}#w(e){let{role:t}=e;if(e.role="rests",t==="draws"&&this.#e.end(),t==="twists")for(let r of this.#i("twists"))r.role="stays";(t==="turns"||t==="twists")&&(this.#n=null,this.#e.settle())}#v(){this.#n&&(this.#e.turn(this.#n.from),this.#n=null,this.#e.settle())}cancel(e){
let t=this.#t.get(e);t?.role==="draws"&&t.kind==="touch"&&(this.#e.cancel(t.way>Vn.way),t.role="rests"),this.up(e)}letGo(){for(let e of[...this.#t.keys()])this.up(e)}forgetFingers(){for(let{id:e,kind:t}of[...this.#t.values()])t==="touch"&&this.up(e)}};var C={half:280,pad:122,unsure:132,sure:194,knob:256},Yn=[[207],[207,228],[204,219.5,235]],Xe={from:242,to:250,quarterTo:254,label:268,side:259},vl=7,bl=9,kl=9,So=`
.polar[data-old] :is(.curves, .tracks) { opacity: 0.4; }
.polar { position: absolute; inset: 0; container-type: inline-size; }
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
.polar .read { fill: var(--of); font-size: 14px; font-weight: 700; text-anchor: middle; dominant-baseline: central; stroke: var(--gsa-ground); stroke-width: 6; paint-order: stroke; }
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
`;function Zn(n,e){return n.rounds.next(e)}function nn(n,e,t,r=!0){let{half:s,unsure:o,sure:i}=C,a=v(n,`<div class="polar" ${r?'part="polar"':""}></div>`),l=`${-s} ${-s} ${2*s} ${2*s}`,c=S(a,"svg",{viewBox:l,role:"img"});for(let f of[o,i])S(c,"circle",{class:"rim",r:f});let u=S(c,"g",{});if(w(t,()=>{u.replaceChildren();let f=e.networks.shown.value.at(0)?.info.value?.group.elements??[];xl(u,new Set(f.map(({degrees:g})=>g)))}),w(t,()=>{e.networks.shown.value.at(0)?.info.value;let f=e.turning.angle.
value;for(let g of u.querySelectorAll("text")){let b=Math.abs(Mo(f,parseFloat(g.textContent??"")));g.style.visibility=b<bl?"hidden":""}}),!r)return c.setAttribute("aria-hidden","true"),c;let d=S(c,"g",{class:"curves"}),p=S(c,"g",{class:"tracks"});w(t,()=>a.toggleAttribute("data-untaught",e.isUntaught.value));let h=M(()=>e.networks.shown.value.length);return w(t,()=>p.classList.toggle("three",h.value>2)),z(e,t,(f,g,b)=>{let y=M(()=>X(f.value?.round.value??new Map,R));return[yl(d,e,y,g,b),El(p,y,h,
g,b)]}),w(t,()=>c.setAttribute("aria-label",Al(e))),w(t,()=>a.toggleAttribute("data-old",e.asking.unanswered.value!==null)),e.study.join(Zn,ne(a,t),t),c}function xl(n,e){for(let t of new Set([0,45,90,135,180,225,270,315,...e])){let r=t%90===0;if(r||e.has(t)){let[s,o]=[Xe.from,r?Xe.quarterTo:Xe.to].map(a=>oe(t,a));S(n,"line",{class:r?"mark quarter":"mark",x1:s.x,y1:s.y,x2:o.x,y2:o.y})}if(t%45===0){let s={90:"end",270:"start"}[t],{x:o,y:i}=oe(t,s?Xe.side:Xe.label),a=S(n,"text",{class:"degrees",x:o,
y:i});s&&(a.style.textAnchor=s),a.textContent=`${t}°`}}}function yl(n,e,t,r,s){let{unsure:o,sure:i}=C,a=S(n,"g",{class:L(r)}),l=S(a,"path",{class:"curve"}),c=S(a,"circle",{class:"here",r:6});return w(s,()=>l.setAttribute("d",to(t.value,o,i))),w(s,()=>{let u=e.turning.angle.value,d=Js(t.value,u),{x:p,y:h}=oe(u,o+(i-o)*(d??0));pe(c,{cx:p,cy:h,visibility:d===null?"hidden":"visible"})}),a}function El(n,e,t,r,s){let o=S(n,"g",{class:L(r)});return w(s,()=>{o.replaceChildren();let i=Sl(t.value,r),a=qt(
e.value);for(let l of a){let c=l.digit===null?"run unasked":l.kept?"run kept":"run",u=a.length>1&&l.digit!==null?.7:0;S(o,"path",{class:c,d:Ht(l.from+u,l.to-u,i)})}for(let{run:l,degrees:c}of Ml(a))S(o,"text",{class:"read",...oe(c,i)}).textContent=`${l.digit}`}),o}function Sl(n,e){let t=Yn[Math.min(n,Yn.length)-1]??Yn[0];return t[Math.min(e,t.length-1)]}function Ml(n){let e=[],t=n.filter(r=>r.digit!==null&&!r.kept);for(let r of t.sort((s,o)=>o.count-s.count)){let s=(r.from+r.to)/2,o=kl,i=e.every(
a=>Math.abs(Mo(s,a.degrees))>=o);r.to-r.from>=vl&&i&&e.push({run:r,degrees:s})}return e}function Mo(n,e){return((e-n)%360+540)%360-180}function Al(n){return n.isUntaught.value?"Nothing is shown all round: with random weights answers mean nothing":`Answers all round. ${n.networks.shown.value.map(({round:t},r)=>{let s=X(t.value,R),{asked:o,kept:i}=Ce(s),a=ee(t.value),l=n.networks.names.value[r]??"";return a?`${l} reads ${a.digit} upright, and again at ${i} of ${o} angles`:`${l}: not asked yet`}).join(
". ")}`}var Jn=C.pad/C.half,Ol=(C.sure+4)/C.half,$l=20,Tl=16,Ll=200,Cl="button, a, input, select, summary";function Ao({target:n}){return n instanceof Element&&n.closest(Cl)!==null}function Qn({x:n,y:e}){return{x:2*n-1,y:2*e-1}}function Oo({x:n,y:e}){if(Math.max(Math.abs(n),Math.abs(e))<=Jn)return"pad";let t=Math.hypot(n,e);return t>1?null:t>=Ol?"band":"curves"}function $o(n,{pad:e,knob:t},{drawing:r,turning:s},o){let i=new en(n),a=({x:k,y:A})=>{let[O,P]=[k/Jn/2,A/Jn/2],D=Math.min(1,qn/Math.hypot(O,P));
return At({x:.5+D*O,y:.5+D*P},-s.angle.peek())},l=()=>r.pen.peek().down&&!r.pen.peek().keys,c=new tn({begin(k){let{down:A,keys:O}=r.pen.peek();return A&&!O?!1:(s.stop(),r.begin(a(k)))},extend:k=>l()&&r.extend(k.map(a)),end:()=>l()&&r.end(),cancel:k=>r.cancel(k),angle:()=>s.angle.peek(),turn:k=>s.turn(T(Math.round(k*10)/10),!1),settle:()=>s.turn(s.angle.peek()),turnTo:k=>s.turnTo(Math.round(k*10)/10)}),u=(k,A)=>({id:k.pointerId,kind:k.pointerType,at:A,seen:{x:k.clientX,y:k.clientY},size:Math.max(
k.width,k.height),time:k.timeStamp}),d=({pointerId:k})=>{try{n.setPointerCapture(k)}catch{}},p=k=>{if(k.button!==0||Ao(k))return;let{map:A}=i,O=A&&Qn(A(k)),D=k.target instanceof Node&&t.contains(k.target)?"knob":O&&Oo(O);if(!O||!D)return;k.pointerType==="touch"&&k.isPrimary&&c.forgetFingers();let Me=c.down(u(k,O),D);(D!=="curves"||k.pointerType!=="touch")&&(k.preventDefault(),d(k)),Me!=="rests"&&(Me==="draws"?e:t).focus({preventScroll:!0})},h=k=>{let A=(k.buttons&1)===1;if(k.pointerType==="pen"&&
!A&&c.seePen(k.timeStamp),A||c.up(k.pointerId),!c.isBusy)return;let{map:O}=i;if(!O)return;let P=k.getCoalescedEvents?.()??[],D=(P.length>0?P:[k]).map(Me=>Qn(O(Me)));c.move(u(k,D[D.length-1]),D)},f=k=>{k.pointerType==="mouse"&&(k.buttons&1)===1?d(k):c.up(k.pointerId)},g={capture:!0,signal:o};n.addEventListener("pointerdown",p,g),n.addEventListener("pointermove",h,g),n.addEventListener("pointerup",k=>c.up(k.pointerId,k.timeStamp),g),n.addEventListener("pointercancel",k=>c.cancel(k.pointerId),g),n.
addEventListener("lostpointercapture",f,g),window.addEventListener("blur",()=>c.letGo(),{signal:o}),o.addEventListener("abort",()=>c.letGo());let b=k=>{(c.isBusy||k.target===e)&&k.preventDefault()};n.addEventListener("contextmenu",b,{signal:o});let y=k=>{if(!k.cancelable||Ao(k))return;let{map:A}=i,O=Array.from(k.targetTouches),P=A?O.map(D=>Oo(Qn(A(D)))):[];(P.length>1||P.includes("band"))&&k.preventDefault()};n.addEventListener("touchstart",y,{passive:!1,signal:o}),Rl(n,s,o)}function Rl(n,e,t){let r=null,
s,o=()=>{clearTimeout(s),r!==null&&e.turn(e.angle.peek()),r=null},i=a=>{if(!a.shiftKey||a.ctrlKey||a.metaKey)return;a.preventDefault();let l=a.deltaY||a.deltaX,c=a.deltaMode===WheelEvent.DOM_DELTA_PIXEL?l:l*Tl;r=(r??e.angle.peek())-c/$l,e.turn(T(Math.round(r*10)/10),!1),clearTimeout(s),s=setTimeout(o,Ll)};n.addEventListener("wheel",i,{passive:!1,signal:t}),t.addEventListener("abort",o)}var To={ArrowRight:5,ArrowUp:5,ArrowLeft:-5,ArrowDown:-5,PageUp:90,PageDown:-90},rn=n=>(50*n/C.half).toFixed(2),Il=`
.dial { position: relative; width: min(100%, var(--stage)); aspect-ratio: 1; cursor: pointer; touch-action: pan-x pan-y; -webkit-user-select: none; user-select: none; }
${So}
${vo}
:is(.pad, .paper, .hint) { inset: calc(50% - ${rn(C.pad)}%); }
.pad { width: calc(2 * ${rn(C.pad)}%); height: calc(2 * ${rn(C.pad)}%); }
.arm { position: absolute; left: 50%; bottom: 50%; width: 0; height: ${rn(C.knob)}%; transform-origin: 50% 100%; pointer-events: none; transform: rotate(var(--angle, 0deg)); }
.arm::before {
  content: ""; position: absolute; left: -1px; width: 2px; top: 0; bottom: ${(100*C.unsure/C.knob).toFixed(2)}%; background: var(--gsa-ink);
}
.knob {
  position: absolute; left: 0; top: 0; width: 44px; height: 44px; margin: -22px; border-radius: 50%;
  display: grid; place-items: center; pointer-events: auto; cursor: grab; touch-action: none; -webkit-tap-highlight-color: transparent;
}
.knob::before {
  content: ""; position: absolute; inset: 2px; border-radius: 50%;
  background: var(--gsa-ink); box-shadow: 0 0 0 2px var(--gsa-surface);
}
.knob:active { cursor: grabbing; }
.knob:focus-visible { outline-offset: -1px; }
/* Both ways along the ring. */
.ways { position: absolute; width: 88px; height: 44px; pointer-events: none; overflow: visible; fill: none; stroke: var(--gsa-ink); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.angle {
  position: relative; transform: rotate(calc(-1 * var(--angle, 0deg))); pointer-events: none;
  color: var(--gsa-ground); font-size: 0.8125rem; line-height: 1; font-weight: 700; font-variant-numeric: tabular-nums;
}
@media (forced-colors: active) {
  .knob::before { background: Highlight; forced-color-adjust: none; }
  .angle { color: HighlightText; forced-color-adjust: none; }
  .ways { stroke: CanvasText; }
}
`;function er(n,e,t,r=!0){let s=v(n,'<div class="dial" part="dial"></div>');nn(s,e,t,r);let o=bo(s,e,t),i=v(s,`<div class="arm"><div class="knob" part="knob" role="slider" tabindex="0"
      aria-label="Turn the drawing" aria-valuemin="0" aria-valuemax="359"><svg class="ways" viewBox="-44 -22 88 44" aria-hidden="true"><path d="M-31-6l-6 6 6 6M31-6l6 6-6 6" /></svg><span class="angle" part="angle" aria-hidden="true"></span></div></div>`),a=m(i,".knob");return $o(s,{pad:o,knob:a},e,t),a.addEventListener("keydown",l=>le(e,l),{signal:t}),w(t,()=>{let l=e.turning.angle.value,c=String(Math.round(l)%360);s.style.setProperty("--angle",`${-l}deg`),m(s,".angle").textContent=`${c}°`,a.setAttribute(
"aria-valuenow",c),a.setAttribute("aria-valuetext",ae(l))}),s}function le({turning:n},e){if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey)return;let t;if(e.key==="Home")t=0;else if(e.key==="End")t=359;else if(e.key in To){let r=To[e.key];t=n.angle.peek()+(e.shiftKey&&Math.abs(r)===5?r/5:r)}else return;e.preventDefault(),n.turn(T(Math.round(t*10)/10))}var Nl=1e-4,Pl=50;function ce({networks:n},e){let t=n.shown.value.map(({info:o})=>o.value&&Z(te(o.value))),r=t[e];return r&&t.indexOf(r)===t.lastIndexOf(r)?r:n.names.value[e]??""}function sn(n){return n.networks.shown.value.flatMap(({shown:e},t)=>e.value?[{name:ce(n,t),...e.value}]:[])}function _l(n){return n>.99&&n<1?"over 99 percent":`${Math.round(100*n)} percent`}function Dl(n){return/^[A-Z][a-z]/.test(n)?n[0].toLowerCase()+n.slice(1):n}function jl(n){return n&&n[0].toUpperCase()+n.slice(1)}function Lo(n,e){
if(n.length===0)return"";let t=Math.round(n[0].angle)%360,r=n.map(({name:i,prediction:{digit:a,probabilities:l},upright:c})=>{let[u,d]=[Dl(i),_l(l[a])];if(t===0||!c)return`${u} reads ${a}, ${d}`;if(c.digit!==a)return e==="turned"?`${u} now ${a}, ${d}`:`${u} reads ${a}, ${d}, upright ${c.digit}`;let p=xt(c.probabilities,l)<Nl;return e==="turned"?`${u} still ${a}, ${p?"same probabilities":d}`:`${u} reads ${a}, ${d}, as upright`}),s=e==="turned"?`turned by ${t}°`:`at ${t}°`,o=t>0?`${s}: `:e==="tu\
rned"?"upright: ":"";return jl(`${o}${r.join("; ")}.`)}function Co(n){let e=Math.abs((n[0]?.angle??0)-180)<=Pl,t=n.find(({prediction:s,upright:o})=>e&&o&&zn(o.digit)===s.digit),r=n.find(({prediction:s,upright:o})=>ye(s.probabilities)||o&&ye(o.probabilities));if(t){let{digit:s}=t.upright,o=`Upside down, a ${s} is a ${t.prediction.digit}: the ${t.prediction.digit} of “${t.name}” is what stands there now.`;return!r||r===t?o:`${o} “${r.name}” cannot see what is up, and shares its answer betwee\
n both.`}return r?`Upside down, a 6 is a 9: whoever ignores turns has only small habits of the hand to go by. So “${r.name}” shares its answer between both.`:""}var Ye=216,H={left:34,right:14,top:16,bottom:26},Ro=24,Ul=4,zl=`
.errors { display: grid; gap: 8px; min-width: 0; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); }
.errors .sub { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.errors .plot { position: relative; border-radius: 6px; cursor: pointer; touch-action: pan-y; -webkit-user-select: none; user-select: none; -webkit-tap-highlight-color: transparent; }
.errors svg { display: block; width: 100%; height: ${Ye}px; overflow: visible; }
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
.errors .key { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 0.8125rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
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
`,Io={name:"errors",title:"What is left over, at every angle",table:Ql};function No(n){let[e]=n.networks.loaded.peek().map(r=>({network:r,angles:Bs(n,r)})).sort((r,s)=>s.angles.length-r.angles.length);if(!e||e.angles.length===0)return null;let{layer:t}=n.looking.viewOf(e.network);return{kind:"curve",...n.subject,url:e.network.url,layer:t,angles:e.angles}}function Bl(n,e,t){let r=v(n,`<figure class="errors" part="errors">
      <figcaption>
        <h3>${Io.title}</h3>
        <p class="sub"><i>|f(g·p) − g·f(p)| / |f(p)|</i> over all channels of <span class="layer"></span>. Click to turn there.</p>
      </figcaption>
      <div class="plot" role="slider" tabindex="0" aria-label="What is left over, by angle" aria-valuemin="0" aria-valuemax="359"></div>
      <p class="key"><span><svg viewBox="0 0 26 8" aria-hidden="true"><path class="floor" d="M0 4H26"/></svg>the pixel grid alone</span></p>
      <p class="near"></p>
    </figure>`),s=m(r,".plot"),o=Wl(s,t),i=S(s,"svg",{"aria-hidden":"true"}),a=S(i,"g",{}),l=S(i,"g",{}),c=S(i,"g",{class:"hand"}),u=Ye-H.bottom;S(c,"line",{x1:0,x2:0,y1:H.top-6,y2:u}),S(c,"circle",{cx:0,cy:H.top-8,r:6}),w(t,()=>Gl(a,o.value,Fl(e))),z(e,t,(d,p,h)=>[ql(l,e,d,p,o,h),Vl(m(r,".key"),e,d,p,h)]),w(t,()=>{let{angle:d}=e.turning;c.setAttribute("transform",`translate(${Ie(d.value,o.value).toFixed(1)})`)}),w(t,()=>{let d=Math.round(e.turning.angle.value)%360;s.setAttribute("aria-valuenow",
String(d)),s.setAttribute("aria-valuetext",`${d}°. ${Xl(e).join(". ")}`)}),w(t,()=>{let{layers:d,at:p}=e.looking;E(m(r,".layer"),d.value[p.value.layer]?.name??"the layer");let f=e.networks.shown.value.map(g=>me(e,g)).some(g=>g&&Do(g.points));E(m(r,".near"),f?`Near upright, to about ${Dt}°, the pixel grid weighs more than the network does.`:"")}),Yl(s,e,t),e.study.join(No,ne(r,t),t)}function Wl(n,e){let t=x(n.clientWidth||560);if(typeof ResizeObserver=="function"){let r=new ResizeObserver(()=>t.
value=n.clientWidth||t.peek());r.observe(n),e.addEventListener("abort",()=>r.disconnect())}return t}function Ie(n,e){return H.left+n/360*(e-H.left-H.right)}function Ze(n){let e=Ye-H.bottom;return e-Re(n)*(e-H.top)}function Fl(n){let e=n.networks.shown.value.at(0)?.info.value?.group.elements??[];return new Set(e.map(({degrees:t})=>t))}function Gl(n,e,t){n.replaceChildren();let r=Ye-H.bottom;for(let i of ge){let a=Ze(i);S(n,"line",{class:"grid",x1:H.left,x2:e-H.right,y1:a,y2:a});let l=S(n,"text",{
x:H.left-6,y:a+4,"text-anchor":"end"});l.textContent=String(i)}let s=e>=440?45:90,o=new Set([...Array.from({length:9},(i,a)=>45*a),...t]);t.size>0&&o.add(360);for(let i of o){let a=Ie(i,e),l=i%90===0;if((t.has(i%360)||l)&&S(n,"line",{class:l?"mark quarter":"mark",x1:a,x2:a,y1:r,y2:r+(l?6:4)}),i%s!==0)continue;let c=S(n,"text",{x:a,y:Ye-5,"text-anchor":"middle"});c.textContent=`${i}°`}}function ql(n,e,t,r,s,o){let i=S(n,"g",{}),a=S(i,"path",{class:"ground"}),l=S(i,"path",{class:"floor"}),c=S(i,"\
path",{class:"curve"}),u=S(i,"path",{class:"dots"}),d=S(i,"circle",{class:"here",r:5.5}),p=M(()=>t.value?.errors.value?.points??Po),h=M(()=>me(e,t.value));return w(o,()=>{let f=Nn(p.value),g=O=>f.length<Ro?"":Kl(f,O,s.value),b=g(({turn:O})=>O.resampling);l.setAttribute("d",b);let[y,k]=[f.at(0)?.degrees??0,f.at(0)?.degrees===0?360:f.at(-1)?.degrees??0],A=[k,y].map(O=>`L${Ie(O,s.value)} ${Ze(0)}`);a.setAttribute("d",b&&`${b}${A.join("")}Z`),c.setAttribute("d",g(({turn:O})=>O.error)),u.setAttribute(
"d",f.length<Ro?Hl(f,s.value):"")}),w(o,()=>{let f=p.value.size>0&&!h.value,g=t.value?_n(e,t.value):0,b=!!h.value&&h.value.points.size<g,y=[L(r),f&&"stale",b&&"coarse"];i.setAttribute("class",y.filter(Boolean).join(" "))}),w(o,()=>{let f=e.turning.angle.value,g=h.value&&Ke(h.value.points,f),b=g?.near?"visible":"hidden",y=g?.near?Ze(g.turn.error):0;pe(d,{cx:Ie(f,s.value),cy:y,visibility:b})}),i}function Hl(n,e){return n.map(({degrees:t,turn:r})=>`M${Ie(t,e).toFixed(1)} ${Ze(r.error).toFixed(1)}h0`).
join("")}var Po=new Map;function Kl(n,e,t){return n.length<2?"":`M${(n[0].degrees===0?[...n,{...n[0],degrees:360}]:n).map(o=>`${Ie(o.degrees,t).toFixed(1)} ${Ze(e(o)).toFixed(1)}`).join("L")}`}function Vl(n,e,t,r,s){let o=v(n,`<span class="${L(r)}"><svg viewBox="0 0 26 8" aria-hidden="true"><path class="curve" d="M0 4H26"/></svg><b></b> <small></small></span>`);return w(s,()=>{E(m(o,"b"),ce(e,r)),E(m(o,"small"),_o(e,t.value))}),o}function _o(n,e){let t=me(n,e),r=t&&Ke(t.points,n.turning.angle.value);
if(!r?.near)return"–";let{error:s,resampling:o}=r.turn,i=Math.round(r.degrees*10)/10;return`${ie(s)} at ${i}°, the pixel grid alone ${ie(o)}`}function Xl(n){return n.networks.shown.value.map((e,t)=>`${n.networks.names.value[t]??""}: ${_o(n,e)}`)}function Do(n){let e=Nn(n).filter(({degrees:r})=>{let s=jt(r,0);return s>0&&s<Dt}),t=r=>e.reduce((s,{turn:o})=>s+o[r],0);return e.length>=Ul&&t("resampling")>t("error")/2}function Yl(n,e,t){let{turning:r}=e,s=null,o=(i,a)=>{let l=n.getBoundingClientRect(),
c=l.width-H.left-H.right,u=(i.clientX-l.left-H.left)/c,d=Math.round(3600*Math.min(1,Math.max(0,u)))/10;r.turn(T(be(d)??d),a)};n.addEventListener("pointerdown",i=>{!i.isPrimary||i.button!==0||(s=i.pointerId,i.pointerType!=="touch"&&(i.preventDefault(),n.focus({preventScroll:!0}),Zl(n,i),o(i,!1)))},{signal:t}),n.addEventListener("pointermove",i=>s===i.pointerId&&o(i,!1),{signal:t}),n.addEventListener("pointerup",i=>{s===i.pointerId&&(s=null,o(i,!0))},{signal:t}),n.addEventListener("pointercancel",
i=>s=s===i.pointerId?null:s,{signal:t}),n.addEventListener("keydown",i=>le(e,i),{signal:t})}function Zl(n,e){try{n.setPointerCapture(e.pointerId)}catch{}}function Ql(n){let e=n.networks.shown.value.map((o,i)=>({name:n.networks.names.value[i]??"",points:me(n,o)?.points??Po})),t=e.flatMap(({name:o})=>[o,`${o}, the pixel grid alone`]),s=[...new Set(e.flatMap(({points:o})=>[...o.keys()]))].sort((o,i)=>o-i).map(o=>{let i=[o];for(let{points:a}of e){let l=a.get(o);i.push(l?.error??"",l?.resampling??"")}
return i});return{columns:["Angle",...t],rows:s}}var cr={};_(cr,{figure:()=>pc,mount:()=>hc,style:()=>dc,wants:()=>Qo});function jo(n,e,t){let r=t*Math.PI/180,s=e*Math.cos(r),o=e*Math.sin(r),i=(n+.3963377774*s+.2158037573*o)**3,a=(n-.1055613458*s-.0638541728*o)**3,l=(n-.0894841775*s-1.291485548*o)**3;return[4.0767416621*i-3.3077115913*a+.2309699292*l,-1.2684380046*i+2.6097574011*a-.3413193965*l,-.0041960863*i-.7034186147*a+1.707614701*l]}function Jl(n,e,t){let r=jo(n,e,t);for(let a=e;a>0&&r.some(l=>l<-1e-4||l>1.0001);a-=.004)r=jo(n,Math.max(0,a-.004),t);let[s,o,i]=r.map(a=>{let l=Math.min(1,Math.max(0,a)),c=l<=.0031308?
12.92*l:1.055*l**(1/2.4)-.055;return Math.round(255*c)});return[s,o,i]}var ec=310,ve=255,Uo=new Map;function rr(n){let e=Uo.get(n);if(!e){e=new Uint8ClampedArray(3*ve);let t=n?.23:.99,[r,s]=n?[.6,.93]:[.55,.22];for(let o=0;o<ve;o++){let i=2*o/(ve-1)-1,a=Math.abs(i),[l,c]=i<0?[r,.17*a**.85]:[s,0];e.set(Jl(t+(l-t)*a,c,ec),3*o)}Uo.set(n,e)}return e}function zo(n,e,t,r){let s=rr(r),o=new ImageData(e,n.length/e),i=(ve-1)/2;for(let a=0;a<n.length;a++){let l=t>0?n[a]/t:0,c=Math.round(i+i*Math.min(1,Math.
max(-1,l)))||0;for(let u=0;u<3;u++)o.data[4*a+u]=s[3*c+u];o.data[4*a+3]=255}return o}var Bo=2e-4,Wo=`
.leftover { display: grid; justify-items: center; align-content: center; gap: 4px; min-width: 0; text-align: center; font-variant-numeric: tabular-nums; }
.leftover .what { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.25; white-space: pre-line; }
.leftover canvas { width: min(100%, 180px); aspect-ratio: 1; }
.leftover :is(canvas, .number, .verdict) { transition: opacity 120ms; }
.leftover[data-state="stale"] :is(canvas, .number, .verdict) { opacity: 0.3; }
.leftover .number { color: var(--bar); font-size: 1.25rem; line-height: 1.2; font-weight: 700; white-space: nowrap; }
.leftover .verdict { font-size: 0.8125rem; line-height: 1.3; min-height: 2.6em; }
.leftover-scale { display: flex; flex: 1 1 340px; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 6px 12px; color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.3; }
.leftover-scale b { color: var(--gsa-ink); }
.leftover-scale p { flex: 1 1 110px; }
.leftover-scale .bar { position: relative; flex: 0 1 200px; min-width: 160px; height: 30px; margin-inline: 8px 12px; }
.leftover-scale .colours { height: 12px; border: 1px solid var(--gsa-line-strong); forced-color-adjust: none; }
.leftover-scale .tick { position: absolute; top: 14px; font-size: 0.75rem; transform: translateX(-50%); font-variant-numeric: tabular-nums; }
`;function Fo(n,e,t,r){let s=v(n,`<figure class="leftover">
      <figcaption class="what"></figcaption>
      <canvas class="difference" role="img"></canvas>
      <p class="number"></p>
      <p class="verdict"></p>
    </figure>`),o=m(s,"canvas"),i=M(()=>sr(e,t.value)),a=new Q(o,c=>nc(c,i.peek()?.turn??null,e.drawing.isEmpty.peek()),r),l=M(()=>i.value?.turn);return w(r,()=>{l.value,e.dark.value,e.drawing.isEmpty.value,a.invalidate()}),w(r,()=>{let c=i.value,u=Math.round((c?.degrees??He(e.turning.angle.value))*10)/10,d=c?ie(c.turn.error):"–",p=c?tc(c.turn):"";s.dataset.state=c?c.fresh?"fresh":"stale":"none",E(m(s,".what"),`difference
at ${u}°`),E(m(s,".number"),d),E(m(s,".verdict"),p);let h=c?`${d}, ${p}`:"not measured yet";o.setAttribute("aria-label",`Difference when turned back by ${u}°: ${h}`),o.dataset.title=`difference at ${u}°: ${d}`}),s}function sr(n,e){let t=e?.errors.value;if(!e||!t)return null;let r=Ke(t.points,He(n.turning.angle.value));if(!r)return null;let s=t.drawing===n.drawing.version.value&&t.layer===n.looking.viewOf(e).layer;return{degrees:r.degrees,turn:r.turn,fresh:s&&r.near}}function tc({error:n,resampling:e}){
return n<Bo?"only rounding":e<Bo?n<.3?"nearly the same map":"another map":`pixel grid alone: ${ie(e)}`}function nc({context:n,size:e,colour:t,dark:r},s,o){let i=Math.min(3,devicePixelRatio||1),a=Math.ceil(i);if(n.lineWidth=i,n.strokeStyle=t("muted"),s)Qt(n,uo(s.difference,s.cols,r),a,a,e-2*a);else if(o)n.setLineDash([4*i,3*i]);else{n.save(),n.beginPath(),n.rect(a,a,e-2*a,e-2*a),n.clip(),n.strokeStyle=t("line-strong");for(let l=-e;l<e;l+=8*i)n.beginPath(),n.moveTo(l,e),n.lineTo(l+e,0),n.stroke();
n.restore()}n.strokeRect(a/2,a/2,e-a,e-a),n.setLineDash([])}function Go(n,e,t){let r=v(n,`<div class="leftover-scale">
      <p><b>Difference</b> as a share of the layer’s own strength</p>
      <div class="bar" role="img" aria-label="A square-root scale from 0, blank, to ${ge[ge.length-1]}"><div class="colours"></div></div>
    </div>`),s=m(r,".bar");for(let o of ge){let i=v(s,`<span class="tick" aria-hidden="true">${o}</span>`);i.style.left=`${100*Re(o)}%`}return w(t,()=>{let o=e.dark.value,i=ge[ge.length-1],a=[0,.25,.5,.75,1].map(l=>Gn(Yt(i*l*l,o)));m(s,".colours").style.background=`linear-gradient(90deg, ${a.join(", ")})`}),r}var rc={x:.5,y:.5,half:.36,angle:0,inner:0},qo=.47,sc=.07;function or(n){return n.filter(({mirror:e})=>!e).length}function ir(n,e){if(n.length===1)return[rc];let t=or(n),r=t<n.length,s=t>1?Math.sin(Math.PI/t):1,o=.96*qo*s/(Math.SQRT2+s),i=r?Math.min(.1,.7*o):Math.min(.152,o),a=qo-i,l=.62*i;return n.map(({degrees:c,mirror:u})=>{let d=(c+e+90)*Math.PI/180,p=u?a-i-sc-l:a,h=u?l:i,[f,g]=[.5+p*Math.cos(d),.5-p*Math.sin(d)];return{x:f,y:g,half:h,angle:d,inner:p-h}})}function ar({rows:n,cols:e,maps:t},r,s){
let o=n*e,i=or(r),a=new Float32Array(t.length);for(let[l,c]of r.entries()){let u=(c.degrees+s)*i/360,d=Math.floor(u+1e-6),p=Math.max(0,u-d-1e-6);for(let[h,f]of[[d,1-p],[d+1,p]]){let g=f>0?oc(r,h,i,c.mirror):-1;if(!(g<0))for(let b=0;b<o;b++)a[l*o+b]+=f*t[g*o+b]}}return a}function oc(n,e,t,r){let s=(e%t+t)%t;return n.findIndex(o=>o.mirror===r&&Math.round(o.degrees*t/360)%t===s)}function Ho(n,e){let t=({degrees:s,mirror:o})=>{let i=Math.abs(s-e.degrees)%360;return Math.min(i,360-i)+(o===e.mirror?0:
1e3)},r=0;for(let[s,o]of n.entries())t(o)<t(n[r])&&(r=s);return r}function W({degrees:n,mirror:e}){return`${e?"↔ ":""}${Number(n.toFixed(1))}°`}function Ko(n,e,t){if(n.length===1)return"One map: nothing to ride on.";let{degrees:r,mirror:s}=n[e],o=W(n[e]);if(t===0)return`The map for ${o} stands in its place. Turn, and it moves on.`;let i=360/or(n),a=(r+t)/i,[l,c]=[Math.floor(a+1e-6),Math.ceil(a-1e-6)].map(u=>W({degrees:u*i%360,mirror:s}));return l===c?`The map for ${o} moved to where the one f\
or ${l} was.`:`The map for ${o} is between the places of ${l} and ${c}.`}var ic=12;function Vo(n,e,t,r){let s=zo(n,e,t,r),o=document.createElement("canvas");return o.width=s.width,o.height=s.height,o.getContext("2d")?.putImageData(s,0,0),{strip:o,side:e}}function Xo({elements:n,turned:e},t,r){return ir(n,e).findIndex(s=>Math.max(Math.abs(t-s.x),Math.abs(r-s.y))<=1.15*s.half)}function Yo(n,e){let{elements:t,turned:r,followed:s}=e,o=ir(t,r);t.length>1&&ac(n,t,o,s);for(let[i,a]of o.entries())lc(n,e,i,a);t.length>1&&cc(n,t,o,s)}function ac({context:n,size:e,colour:t,dark:r},s,o,i){
let a=lr();for(let[l,{x:c,y:u}]of o.entries())s[l].mirror||(n.strokeStyle=we(s[l].degrees,r),n.lineWidth=a*(l===i?3.5:2),n.beginPath(),n.moveTo(e/2,e/2),n.lineTo(e*c,e*u),n.stroke());n.fillStyle=t("ink"),n.beginPath(),n.arc(e/2,e/2,3.5*a,0,2*Math.PI),n.fill()}function lc(n,{elements:e,followed:t,tiles:r},s,{x:o,y:i,half:a}){let{context:l,size:c,colour:u,dark:d}=n,p=lr(),h=e.length===1,[f,g]=[o-a,i-a].map(k=>Math.round(k*c)),b=Math.round(2*a*c);if(l.fillStyle=u("surface"),l.fillRect(f,g,b,b),r){let{
strip:k,side:A}=r;l.imageSmoothingEnabled=!1,l.drawImage(k,0,s*A,A,A,f,g,b,b)}let y=(k,A,O)=>{l.strokeStyle=O,l.lineWidth=A*p;let P=k*p;l.strokeRect(f-P,g-P,b+2*P,b+2*P)};if(r||l.setLineDash([4*p,3*p]),h)y(0,1.5,u("muted"));else{let{degrees:k,mirror:A}=e[s];y(1.5,1,u("muted")),A&&l.setLineDash([3*p,2*p]),y(0,2.5,we(k,d)),l.setLineDash([]),s===t&&y(4,1.75,u("ink"))}l.setLineDash([])}function cc({context:n,size:e,dark:t},r,s,o){let i=lr(),a=ic*i,l=a+2*i;n.font=`600 ${a}px ui-sans-serif, system-ui,\
 -apple-system, "Segoe UI", Roboto, Arial, sans-serif`,n.textAlign="center",n.textBaseline="middle";let c=r.map((g,b)=>{let y=W(g),k=n.measureText(y).width+6*i,{angle:A,inner:O}=s[b],P=(Math.abs(Math.cos(A))*k+Math.abs(Math.sin(A))*l)/2,D=e*O-Math.max(l*.2,P-9*i);return{i:b,text:y,width:k,x:e/2+D*Math.cos(A),y:e/2-D*Math.sin(A)}}),u=c.filter(({i:g})=>!r[g].mirror),d=u.filter(({i:g})=>r[g].degrees%90===0),p=e*s[0].inner,h=[u,d].find(g=>uc(g,p,l))??[],f=c[o];for(let{i:g,text:b,width:y,x:k,y:A}of h.
includes(f)?h:[...h,f]){let O=we(r[g].degrees,t);n.fillStyle=O,n.fillRect(k-y/2,A-l/2,y,l),n.fillStyle=po(O),n.fillText(b,k,A+i/2)}}function uc(n,e,t){let r=Math.max(...n.map(({width:s})=>s));return 2*e*Math.sin(Math.PI/Math.max(2,n.length))>=Math.hypot(r,t)}function lr(){return Math.min(3,devicePixelRatio||1)}var dc=`
.maps { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 270px), 1fr)); gap: 18px 33px; }
.card { position: relative; display: grid; grid-template-rows: auto 1fr auto; gap: 8px; min-width: 0; }
/* A line between two that stand side by side. */
.card + .card::before { content: ""; position: absolute; inset: 0 auto 0 -17px; border-left: 1px solid var(--gsa-line); }
.card header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; overflow-wrap: anywhere; }
.card .model { color: var(--bar); }
.card .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.card .pair { display: grid; grid-template-columns: minmax(0, 1fr) max(92px, 31%); gap: 10px; align-items: center; max-width: 520px; }
.card .ring { width: 100%; aspect-ratio: 1; touch-action: manipulation; }
.card .ring[data-can-follow] { cursor: pointer; }
.card .ride { display: flex; align-items: center; gap: 10px; min-height: 34px; font-size: 0.8125rem; line-height: 1.3; }
.card .follow { display: inline-flex; flex: none; align-items: center; gap: 7px; height: 34px; padding: 0 10px; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.card .follow i { width: 14px; height: 14px; border-radius: 2px; outline: 1px solid var(--gsa-muted); forced-color-adjust: none; }
.maps > footer { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 6px 24px; padding-top: 10px; border-top: 1px solid var(--gsa-line); }
.legend { display: flex; align-items: center; gap: 8px; color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.3; }
.ramp { width: 64px; height: 12px; border: 1px solid var(--gsa-line-strong); }
@container (max-width: 639px) {
  .maps { padding: 12px 10px; }
  .cards { grid-template-columns: minmax(0, 1fr); }
  .card + .card { padding-top: 14px; border-top: 1px solid var(--gsa-line); }
  .card + .card::before { display: none; }
  .card .pair { max-width: 460px; }
  .card .follow { height: 44px; }
}
${Wo}
`,pc={name:"maps",title:"Inside them",table:bc};function Qo(n){let e=He(n.turning.angle.peek());for(let t of n.networks.loaded.peek()){if(Pn(me(n,t)?.points,e))continue;let{layer:r}=n.looking.viewOf(t);return{kind:"turn",...n.subject,url:t.url,layer:r,angle:e}}return null}function hc(n,e,t){let r=v(n,`<section class="maps" role="group" aria-label="Maps and differences">
      <div class="cards"></div>
      <footer>
        <p class="legend"><span>Maps</span><span aria-hidden="true">−</span><canvas class="ramp" role="img" aria-label="Negative values are violet, positive ones ink"></canvas><span aria-hidden="true">+</span></p>
      </footer>
    </section>`),s=m(r,".cards");z(e,t,(a,l,c)=>[fc(s,e,a,l,c)]);let o=m(r,".ramp");w(t,()=>{e.dark.value,vc(o)}),Go(m(r,"footer"),e,t);let i=ne(r,t);e.study.joinAnswers("maps",i,t),e.study.join(Qo,i,t)}function fc(n,e,t,r,s){let o=v(n,`<section class="card ${L(r)}" part="maps" role="group">
      <header><h3 class="model"></h3><p class="note"></p></header>
      <div class="pair"><canvas class="ring" role="img"></canvas></div>
      <p class="ride"><button type="button" class="follow"><i></i><span></span></button><span class="told"></span></p>
    </section>`);return w(s,()=>{let i=e.networks.names.value[r]??"",a=t.value?.info.value;E(m(o,".model"),a?Z(te(a)):i),o.setAttribute("aria-label",`Inside ${i}`);let l=t.value&&e.looking.layerOf(t.value)?.name,c=e.looking.layers.value[e.looking.at.value.layer]?.name,u=a?[i,wc(a),l===c?"":l]:[];E(m(o,".note"),u.filter(Boolean).join(" · "))}),mc(o,e,t,r,s),Fo(m(o,".pair"),e,t,s),o}function mc(n,e,t,r,s){let{looking:o,turning:i}=e,a=m(n,".ring"),l=m(n,".follow"),c=M(()=>t.value?.info.value?.group.
elements??[]),u=M(()=>Ho(c.value,o.followed.value)),d=M(()=>gc(t.value?.maps.value,c.value,o.turnedBack.value,e.dark.value)),p=M(()=>({elements:c.value,turned:o.turnedBack.value?0:i.angle.value,followed:u.value,tiles:d.value})),h=new Q(a,b=>{c.peek().length>0&&Yo(b,p.peek())},s);w(s,()=>{p.value,e.dark.value,h.invalidate()});let f=b=>{let y=c.peek();o.follow(y[(u.peek()+b+y.length)%y.length])};l.addEventListener("click",()=>f(1),{signal:s}),l.addEventListener("keydown",b=>{let y={ArrowUp:1,ArrowDown:-1}[b.
key];y&&(b.preventDefault(),f(y))},{signal:s}),a.addEventListener("click",b=>{if(c.peek().length<2)return;let y=a.getBoundingClientRect(),[k,A]=[b.clientX-y.left,b.clientY-y.top],O=Xo(p.peek(),k/y.width,A/y.height);O>=0&&o.follow(c.peek()[O])},{signal:s});let g=M(()=>{let b=c.value[u.value];return b?o.turnedBack.value&&c.value.length>1?`Turned back, the map for ${W(b)} stands in its place.`:Ko(c.value,u.value,Zo(i.angle.value)):""});w(s,()=>E(m(n,".told"),g.value)),w(s,()=>{let b=c.value[u.value];
l.hidden=c.value.length<2,a.toggleAttribute("data-can-follow",c.value.length>1),b&&(E(m(l,"span"),W(b)),m(l,"i").style.background=we(b.degrees,e.dark.value),l.setAttribute("aria-label",`Follow another map than that for ${W(b)}`))}),w(s,()=>{let b=e.networks.names.value[r]??"",y=c.value.length,k=y===1?"one map":`${y} maps on a ring`,A=t.value&&o.layerOf(t.value)?.name,O=Zo(i.angle.value),P=o.turnedBack.value,D=P?`turned back by ${O}°`:`as computed at ${O}°`,Me=`${k} of ${A}, channel ${o.at.value.
channel+1}, ${D}. ${g.value}`;a.setAttribute("aria-label",`${b}: ${y>0?Me:"no maps yet"}`),a.dataset.title=P?`${b}, turned back by ${O}°`:b})}function Zo(n){return Math.round(n*10)/10}function gc(n,e,t,r){if(!n||n.live.elements!==e.length)return null;let s=0;for(let i of n.live.maps)s=Math.max(s,Math.abs(i));let o=t?n.still.maps:ar(n.live,e,n.angle);return Vo(o,n.live.cols,s,r)}function wc({group:n}){return n.order===1?"one map":`${n.order} maps`}function vc(n){let e=rr(Ve(n).dark);n.width=ve,n.
height=1;let t=n.getContext("2d");if(!t)return;let r=t.createImageData(ve,1);for(let s=0;s<ve;s++)r.data.set(e.subarray(3*s,3*s+3),4*s),r.data[4*s+3]=255;t.putImageData(r,0,0)}function bc(n){let e=["Network","Picture","Stands at","Least","Greatest","Left over"],t=[];for(let[r,s]of n.networks.shown.value.entries()){let o=n.networks.names.value[r]??"",i=s.info.value?.group.elements??[],a=s.maps.value;if(a&&a.live.elements===i.length){let d=n.looking.turnedBack.value,p=d?a.still.maps:ar(a.live,i,a.
angle),h=a.live.rows*a.live.cols;for(let[f,g]of i.entries()){let b=p.subarray(f*h,(f+1)*h),y=(g.degrees+(d?0:a.angle))%360,k=W({...g,degrees:y});t.push([o,`map for ${W(g)}`,k,Math.min(...b),Math.max(...b),""])}}let l=sr(n,s);if(!l?.fresh)continue;let c=l.turn.difference.filter(d=>!Number.isNaN(d)),u=`difference at ${l.degrees}°`;t.push([o,u,"",Math.min(...c),Math.max(...c),ie(l.turn.error)])}return{columns:e,rows:t}}var hr={};_(hr,{figure:()=>ri,flowersOf:()=>pr,mount:()=>yc,style:()=>xc,wants:()=>si,wordsOf:()=>ii});function on(n,e){let t=e?.evidence.value;return t?.drawing===n.drawing.version.value&&t.angle===n.turning.angle.value?t:null}function ur({elements:n,values:e},t){return Array.from(e.slice(t*n,(t+1)*n))}function Jo(n){return n.indexOf(Math.max(...n))}function ei(n){let e=Array.from({length:n.classes},(i,a)=>Math.max(...ur(n,a))),t=Math.max(...e),r=e.map(i=>Math.exp(i-t)),s=r.reduce((i,a)=>i+a,0);return{order:[...r.keys()].sort((i,a)=>r[a]-r[i]),probabilities:r.map(i=>i/s)}}function ti(n,e,t){let r=360/
e.filter(({mirror:i})=>!i).length,s=Math.round(t/r)*r,o=e.map(({degrees:i,mirror:a})=>e.findIndex(l=>l.mirror===a&&Math.abs(T(i-s-l.degrees))<1));return{by:T(s),along:o.map(i=>n[i])}}var[Qe,ni]=[22,84],kc=1e-4,ri={name:"orientation",title:"What the maximum throws away",table:Ac},xc=`
.orientation { display: grid; gap: 10px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); font-size: 0.8125rem; line-height: 1.35; }
.orientation .sub { color: var(--gsa-muted); }
.orientation .one { display: flex; flex-wrap: wrap; align-items: center; gap: 0 16px; }
.orientation b { flex: 1 0 100%; color: var(--bar); }
.orientation .flowers { display: grid; grid-template-columns: repeat(2, minmax(0, 180px)); flex: 1 1 240px; }
.orientation .flowers:empty { display: none; }
.orientation svg { display: block; transition: opacity 120ms; }
.orientation [data-stale] :is(svg, .said) { opacity: 0.3; }
.orientation .said { flex: 1 1 200px; white-space: pre-line; }
.orientation .flowers:not(:empty) + .said { min-height: 9lh; }
.orientation :is(circle, path) { fill: none; stroke: var(--gsa-muted); }
.orientation .tick { stroke: var(--gsa-ink); stroke-width: 2; }
.orientation .most { stroke: var(--gsa-ink); stroke-width: 4; paint-order: stroke; }
.orientation text { fill: var(--gsa-ink); font-size: 20px; text-anchor: middle; }
`;function si(n){let e=n.networks.loaded.peek().find(r=>!on(n,r)),t=n.turning.angle.peek();return e?{kind:"evidence",...n.subject,url:e.url,angle:t}:null}function yc(n,e,t){let r=v(n,`<figure class="orientation" part="orientation"><figcaption>
      <h3>${ri.title}</h3>
      <p class="sub">How much speaks for a digit, at each element of the group. The answer is the longest petal; where it stands is thrown away. Ticks: the upright petals, moved along. Arrow: where “up” is taken to be.</p>
    </figcaption></figure>`);z(e,t,(s,o,i)=>[Ec(r,e,s,o,i)]),e.study.join(si,ne(r,t),t)}function Ec(n,e,t,r,s){let o=v(n,`<div class="one ${L(r)}"><b></b><div class="flowers"></div><p class="said"></p></div>`),[i,a,l]=["b",".flowers",".said"].map(c=>m(o,c));return w(s,()=>{let c=t.value?.info.value,u=t.value?.evidence.value??null;E(i,ce(e,r)),o.toggleAttribute("data-stale",!!u&&!on(e,t.value)),a.replaceChildren();let d=c?.group.elements??[];if(d.length<2){E(l,c?"One number for each digit: nothin\
g turns along.":"");return}let p=e.isUntaught.value,h=u?pr(u,d,p):[];for(let f of new Set(d.map(g=>g.mirror)))for(let g of h.length>0?h:[null]){let b=`${p?"":g?.digit??""}${f?" ↔":""}`,y=Mc(a,d,f,g,oi(h),e.dark.value);S(y,"text",{x:-80,y:-78,"font-weight":"700"}).textContent=b,y.setAttribute("aria-label",`${i.textContent}, evidence${b&&` for ${b}`}: ${g?Sc(g,d,f):"not asked yet"}`)}E(l,ii(h,p))}),o}function pr({upright:n,now:e,angle:t},r,s){let{order:o,probabilities:i}=ei(e);return o.slice(0,ye(
i)&&!s?2:1).map(a=>{let[l,c]=[e,n].map(g=>ur(g,a)),[u,d]=[l,c].map(g=>r[Jo(g)]),{by:p,along:h}=ti(c,r,t),f=Math.max(...l.map((g,b)=>Math.abs(g-h[b])));return{digit:a,row:l,along:h,peak:u,by:p,off:f,up:T(u.degrees-d.degrees)}})}function oi(n){let e=n.flatMap(({row:s,along:o})=>[...s,...o]),[t,r]=[Math.min(...e),Math.max(...e)];return{least:t,most:r,span:r-t||1}}function ii(n,e){let[t,r]=n;if(!t)return"Not asked yet.";let{least:s,most:o,span:i}=oi(n),{digit:a,peak:l,up:c,by:u}=t,d=Math.max(...n.map(
h=>h.off))/i,p=[e?"Random weights: no answer; the ticks tell whether the petals turn along.":`Longest for ${a}: ${W(l)}, so “up” is taken to have turned by ${c}°.`,`Upright moved along by ${u}°: off by ${ie(d)} of the length at most, ${d<kc?"rounding alone":"so only nearly"}.`,`Length: logits, ${dr(s)} in the middle, ${dr(o)} at the rim.`];if(r){let h=r.peak===l?"there too. Upside down both stand opposite: only that could tell 6 from 9":`${W(r.peak)}. The maximum does not know that`;p.splice(
1,0,`Longest for ${r.digit}: ${h}.`)}return p.join(`
`)}function dr(n){return n.toFixed(1).replace("-","−")}function Sc({row:n,peak:e},t,r){let s=t.flatMap((o,i)=>o.mirror===r?`${W(o)} ${dr(n[i])}`:[]);return`longest at ${W(e)}; ${s.join(", ")}`}function Mc(n,e,t,r,{least:s,span:o},i){let a=S(n,"svg",{viewBox:"-95 -108 190 196",role:"img"});for(let u of[Qe,ni])S(a,"circle",{r:u});S(a,"text",{x:0,y:-90}).textContent="0°";let l=Math.min(7,120/e.length),c=u=>Qe+(u-s)/o*(ni-Qe);for(let[u,d]of e.entries()){if(d.mirror!==t||!r)continue;let p=S(a,"pat\
h",{class:d===r.peak?"most":"",d:`M${-l} ${-Qe}V${-c(r.row[u])}H${l}V${-Qe}`});p.style.fill=we(d.degrees,i);let h=l+3,f=`M${-h} ${-c(r.along[u])}h${2*h}`;for(let g of[p,S(a,"path",{class:"tick",d:f})])g.setAttribute("transform",`rotate(${-d.degrees})`)}if(r&&!t){let u=`rotate(${-r.up})`;S(a,"path",{class:"tick",transform:u,d:"M0 14V-14M-6-7 0-14 6-7"})}return a}function Ac(n){let e=[];for(let[t,r]of n.networks.shown.value.entries()){let[s,o]=[on(n,r),r.info.value];if(!s||!o)continue;let i=n.networks.
names.value[t],{elements:a}=o.group,l=n.isUntaught.value;for(let{digit:c,row:u,along:d}of pr(s,a,l)){let p=l?"":c;a.forEach((h,f)=>e.push([i,p,W(h),u[f],d[f]]))}}return{columns:["Network","Digit","Element","Evidence","Upright, moved along"],rows:e}}var fr={};_(fr,{draw:()=>ai,figure:()=>Lc,isWhole:()=>Rc,mount:()=>Ic,mountWords:()=>an,style:()=>Cc,wants:()=>Zn});var Oc=3,$c=[[],["inner","outer"],["inner","middle","outer"]],Tc=C.knob+22,Lc={name:"polar",title:"Answers all round",table:Dc},Cc=`
.polar-figure { display: grid; gap: 10px; justify-items: center; }
.polar-face { position: relative; width: min(100%, 536px); aspect-ratio: 1; border-radius: 50%; cursor: pointer; touch-action: pan-y; -webkit-user-select: none; user-select: none; -webkit-tap-highlight-color: transparent; }
.polar .paper { fill: var(--gsa-surface); stroke: var(--gsa-line-strong); stroke-width: 1; }
.polar .ink { fill: none; stroke: var(--gsa-ink); stroke-width: 0.062; stroke-linecap: round; stroke-linejoin: round; }
.polar .hand { stroke: var(--gsa-ink); stroke-width: 2; }
.polar .hand-end { fill: var(--gsa-ink); stroke: var(--gsa-surface); stroke-width: 2; }
.polar .hand-angle { fill: var(--gsa-ground); font-size: 13px; font-weight: 700; text-anchor: middle; dominant-baseline: central; font-variant-numeric: tabular-nums; }
.polar-grip { position: absolute; width: 44px; height: 44px; margin: -22px; border-radius: 50%; cursor: grab; touch-action: none; }
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
`;function Rc({networks:n,rounds:e}){return n.loaded.value.every(t=>We(t.round.value,e.anglesOf(t)).length===0)}function Ic(n,e,t){let r=v(n,`<div class="polar-figure">
      <div class="polar-face" part="dial" role="slider" tabindex="0" aria-label="Turn the drawing, and read the answers there" aria-valuemin="0" aria-valuemax="359">
      </div>
    </div>`),s=m(r,".polar-face");ai(s,e,t);let o=v(s,'<div class="polar-grip" part="knob"></div>');Nc(s,o,e,t),w(t,()=>{let i=e.turning.angle.value,{x:a,y:l}=oe(i,50*C.knob/C.half);Object.assign(o.style,{left:`${50+a}%`,top:`${50+l}%`}),s.setAttribute("aria-valuenow",String(Math.round(i)%360)),s.setAttribute("aria-valuetext",Pc(e))}),an(r,e,t)}function an(n,e,t){let r=v(n,'<div class="polar-words"><div></div></div>'),s=r.firstElementChild;z(e,t,(o,i,a)=>{let l=v(s,`<p class="${L(i)}"><b></b><sp\
an></span></p>`);return w(a,()=>{E(m(l,"b"),ce(e,i));let c=$c[e.networks.shown.value.length-1]?.[i],u=e.isUntaught.value?"random weights, answers mean nothing":o.value?_c(o.value):"";E(m(l,"span"),`${c?` (${c} ring)`:""}: ${u}`)}),[l]}),v(r,'<p class="how">Thick: read as upright. Line: how sure of that.</p>')}function ai(n,e,t){let r=nn(n,e,t);r.removeAttribute("role"),r.setAttribute("aria-hidden","true");let s=S(r,"g",{});S(s,"circle",{class:"paper",r:C.pad});let o=S(s,"g",{}),i=2*C.pad,a=S(o,"\
path",{class:"ink",transform:`scale(${i}) translate(-0.5 -0.5)`}),l=S(r,"line",{class:"hand"}),c=S(r,"circle",{class:"hand-end",r:20}),u=S(r,"text",{class:"hand-angle"});return w(t,()=>a.setAttribute("d",Ot(e.drawing.strokes.value))),w(t,()=>{let d=e.turning.angle.value;o.setAttribute("transform",`rotate(${(-d).toFixed(2)})`);let[p,h]=[C.unsure,C.knob].map(f=>oe(d,f));pe(l,{x1:p.x,y1:p.y,x2:h.x,y2:h.y}),pe(c,{cx:h.x,cy:h.y}),pe(u,h),E(u,`${Math.round(d)%360}°`)}),r}function Nc(n,e,t,r){let{turning:s}=t,
o=null,i=null,a=({clientX:p,clientY:h})=>{let f=n.getBoundingClientRect(),[g,b]=[p-f.left-f.width/2,h-f.top-f.height/2],y=Math.hypot(g,b)/f.width*2*C.half;return{degrees:Le(g,b),isInside:y<=Tc}},l=(p,h)=>{let f=Math.round(p/90)*90,g=Math.abs(p-f)<=Oc?f:p;s.turn(T(Math.round(g*10)/10),h)},c=p=>{if(!p.isPrimary||p.button!==0||o)return;let{degrees:h,isInside:f}=a(p),g=p.target===e;if(!(!g&&!f)){if(!g&&p.pointerType==="touch"){i=p.pointerId;return}p.preventDefault(),n.focus({preventScroll:!0});try{n.
setPointerCapture(p.pointerId)}catch{}o={id:p.pointerId,offset:g?h-s.angle.peek():0},g||l(h,!1)}},u=p=>{o?.id===p.pointerId&&(p.buttons===0?d(p):l(a(p).degrees-o.offset,!1))},d=p=>{o?.id===p.pointerId?s.turn(s.angle.peek()):i===p.pointerId&&p.type==="pointerup"&&l(a(p).degrees,!0),o=i=null};n.addEventListener("pointerdown",c,{signal:r}),n.addEventListener("pointermove",u,{signal:r});for(let p of["pointerup","pointercancel","lostpointercapture"])n.addEventListener(p,d,{signal:r});n.addEventListener(
"keydown",p=>le(t,p),{signal:r})}function Pc(n){let{turning:e,networks:t,isUntaught:r}=n,s=e.angle.value;if(r.value)return ae(s);let o=t.shown.value.map(({round:i},a)=>{let c=X(i.value,R)[Math.round(s/360*R)%R],u=ce(n,a);return c?`${u} reads ${c.digit}, ${Kt(c.probabilities[c.digit])}`:`${u} not asked yet`});return[ae(s),...o].join("; ")}function _c({round:n}){let e=ee(n.value);if(!e)return"not asked yet";let{asked:t,kept:r}=Ce(X(n.value,R));return`still ${e.digit} at ${r} of ${t} angles`}function Dc({
networks:n,isUntaught:e}){let t=["Angle"];if(e.value)return{columns:t,rows:[]};let r=n.shown.value.map(({round:o})=>X(o.value,R));for(let[o,i]of r.entries()){let a=n.names.value[o];t.push(`${a} reads`,`${a}: probability of ${i[0]?.digit??"its upright answer"}`)}let s=[];for(let o=0;o<R;o++){let i=r.map(l=>({here:l[o],upright:l[0]}));if(!i.some(({here:l})=>l))continue;let a=i.flatMap(({here:l,upright:c})=>[l?.digit??"",l&&c?jc(l.probabilities[c.digit]):""]);s.push([360*o/R,...a])}return{columns:t,
rows:s}}function jc(n){return Math.round(1e4*n)/1e4}var B=new Map([fr,cr,nr,hr,Wn].map(n=>[n.figure.name,n])),ln=["polar","errors"];function mr(n){let e=(n??"").slice(0,1e3).split(/[\s,]+/).filter(Boolean);return e.length>0?[...new Set(e)]:null}function gr(n,e){return n.isWhole?n.isWhole(e):(n.figure.table(e),U(()=>!n.wants?.(e,!1)))}async function li(n,e,t){let r=e.flatMap(i=>B.get(i)??[]);n.study.rest();let s=()=>{},o;await new Promise(i=>{o=setTimeout(i,t),s=q(()=>{r.map(l=>gr(l,n)).every(Boolean)&&i(void 0)})}),clearTimeout(o),s()}var cn={};_(cn,{mount:()=>Je,style:()=>Uc});var Uc=`
.alert { display: flex; align-items: center; gap: 12px; }
.alert { padding: 10px 12px 10px 16px; border-radius: 12px; background: var(--gsa-lost-soft); color: var(--gsa-ink); }
.alert p { flex: 1; overflow-wrap: anywhere; }
.alert button { height: 36px; flex: none; }
.alert .dismiss { width: 36px; padding: 0; border-color: transparent; background: none; font-size: 20px; line-height: 1; }
`;function Je(n,e,t){let r=v(n,`<div class="alert" part="alert" role="alert" hidden>
      <p></p>
      <button type="button" class="retry">Try again</button>
      <button type="button" class="dismiss" aria-label="Close this message">×</button>
    </div>`),s=m(r,".retry");s.addEventListener("click",()=>e.loading.retry(),{signal:t}),m(r,".dismiss").addEventListener("click",()=>e.dismiss(),{signal:t}),w(t,()=>{let o=e.notice.value;o||de(r),r.hidden=!o,E(m(r,"p"),o?.message??""),s.hidden=!o?.retry})}var un={};_(un,{mount:()=>et,style:()=>Fc});var zc=900,Bc=3e3,[ci,wr]=[0,1],ui="With random weights the answers mean nothing.",Wc={empty:"The pad is empty.",nearly:"There is too little on the pad to read."},Fc=`
.live-region { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;function et(n,e,t){let r=v(n,'<p class="live-region" role="status" aria-live="polite"></p>'),{asking:s,drawing:o,networks:i,turning:a}=e,l=[],c,u=()=>[o.strokes.peek(),a.angle.peek(),i.version,i.loaded.peek().length,e.isUntaught.peek()],d=()=>{let h=u(),f=l.length>0&&l.every((y,k)=>k===wr||y===h[k]),g=s.blank.peek();if(g)return f||l.length===0&&g==="empty"?"":Wc[g];let b=Math.round(a.angle.peek())%360;return e.isUntaught.peek()?l[ci]!==h[ci]?ui:l[wr]===h[wr]?"":`${b?`Turned by ${b}°`:"Upright"}\
. ${ui}`:Lo(sn(e),f?"turned":"drawn")},p=()=>{let h=u();if(h.every((g,b)=>g===l[b]))return;let f=d();l=h,f&&E(r,f)};w(t,()=>{s.answers.value,s.blank.value,e.isUntaught.value;let h=i.shown.value.flatMap(y=>y.shown.value??[]);clearTimeout(c);let f=!a.moves.value&&!o.pen.value.down,g=h.every(({angle:y})=>y===a.angle.value);if(!f||!g||h.length===0&&!s.blank.peek())return;let b=h.every(({angle:y,upright:k})=>y===0||k);c=setTimeout(p,b||e.isUntaught.peek()?zc:Bc)}),t.addEventListener("abort",()=>clearTimeout(
c))}var br={};_(br,{mount:()=>vr,style:()=>Kc});var Gc=[[],["inner","outer"],["inner","middle","outer"]],qc="Draw in the middle, or take a digit. Line: how sure a network is of its upright answer, from not at all (at the drawing) to certain. Numbers on a ring: what it reads there instead.",Hc="Draw in the middle, or take a digit. With random weights nothing is read; look at the maps.",Kc=`
.caption { width: min(100%, var(--stage)); color: var(--gsa-muted); font-size: 0.875rem; }
.caption .key { display: flex; flex-wrap: wrap; gap: 0 16px; font-weight: 600; }
.caption .key span { color: var(--bar); }
`;function vr(n,e,t){let r=v(n,`<div class="caption">
      <p class="key" aria-hidden="true"></p>
      <p class="text"></p>
    </div>`);w(t,()=>{let s=e.networks.names.value,o=e.isUntaught.value?[]:Gc[s.length-1]??[],i=m(r,".key");i.replaceChildren();for(let[a,l]of o.entries())v(i,`<span class="${L(a)}"></span>`).textContent=`${l} ring: ${s[a]}`}),w(t,()=>{let s=e.isUntaught.value,o=s?"":Co(sn(e));E(m(r,".text"),s?Hc:o||qc)})}var dn={};_(dn,{mount:()=>tt,style:()=>Vc});var Vc=`
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
.stepper input { width: 3em; text-align: center; border-radius: 0; border-inline: 0; -moz-appearance: textfield; appearance: textfield; font-variant-numeric: tabular-nums; }
.stepper input::-webkit-inner-spin-button, .stepper input::-webkit-outer-spin-button { -webkit-appearance: none; margin: 0; }
.stepper :focus-visible { z-index: 1; }
.maps-way { display: inline-flex; }
.maps-way button { padding: 0 12px; border-radius: 0; }
.maps-way button:first-child { border-radius: 10px 0 0 10px; border-inline-end: 0; }
.maps-way button:last-child { border-radius: 0 10px 10px 0; }
.maps-way button[aria-pressed="true"] { background: var(--gsa-ink); border-color: var(--gsa-ink); color: var(--gsa-ground); }
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
`;function tt(n,{looking:e},t){let r=v(n,`<header class="inside-head">
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
        <span class="maps-way" role="group" aria-label="Maps"><button type="button" class="computed">as computed</button><button type="button" class="back">turned back</button></span>
      </div>
    </header>`);for(let[l,c]of[[".computed",!1],[".back",!0]]){let u=m(r,l);u.addEventListener("click",()=>e.turnBack(c),{signal:t}),w(t,()=>u.setAttribute("aria-pressed",String(e.turnedBack.value===c)))}let s=m(r,".layer"),o=m(r,".channel"),i=()=>{let{layer:l,channel:c,channels:u}=e.at.value;s.value=String(l),o.value=String(c+1),o.max=String(u)};s.addEventListener("change",()=>e.chooseLayer(Number(s.value)||0),{signal:t});let a=()=>{e.chooseChannel(Math.round(Number(o.value))-1||0),i()};o.addEventListener(
"change",a,{signal:t});for(let[l,c]of[[".less",-1],[".more",1]])m(r,l).addEventListener("click",()=>e.chooseChannel(e.at.peek().channel+c),{signal:t});w(t,()=>{let l=e.layers.value,c=Array.from(s.options,d=>d.text);l.map(({name:d})=>d).join(`
`)!==c.join(`
`)&&s.replaceChildren(...l.map(({index:d,name:p})=>new Option(p,String(d)))),l.length>0&&i()})}var yr={};_(yr,{mount:()=>xr,style:()=>du});var kr=null;function di(){return kr??=Xc().catch(n=>{throw kr=null,n}),kr}async function Xc(){try{let n=await kn(re(N.catalogue),new AbortController().signal);return JSON.parse(new TextDecoder().decode(n)).filter(({name:t})=>Object.hasOwn(N.models,t))}catch(n){let e=n instanceof Error?n.cause??n:n;throw new Error(`The list of networks could not be fetched: ${K(e)}.`)}}function Ne(n){let e=N.models[n];if(!e)return!1;let{protocol:t}=new URL(re(e));return location.protocol!=="file:"||t==="data:"||t===
"blob:"}var pi=`
.segments { position: relative; display: inline-flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; min-width: 0; margin: 0; padding: 0; border: 0; font-size: 0.875rem; }
.segments legend { float: left; padding: 0; color: var(--gsa-muted); }
.segments .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.segments .bar-of { display: inline-flex; max-width: 100%; border: 1px solid var(--gsa-line-strong); border-radius: 10px; background: var(--gsa-surface); }
.segments label { position: relative; display: grid; place-items: center; min-height: 34px; padding: 4px 12px; line-height: 1.2; text-align: center; cursor: pointer; -webkit-tap-highlight-color: transparent; }
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
`,Yc=0;function Pe(n,e,t,r,s,o=!0){let i=v(n,'<fieldset class="segments"><legend></legend><span class="bar-of"></span></fieldset>'),[a,l]=i.children;a.textContent=e,a.classList.toggle("unseen",!o);let c=`segments-${++Yc}`,u=new Map;for(let[p,h]of Object.entries(t)){let f=v(l,`<label><input type="radio" name="${c}"><span></span></label>`),g=f.firstElementChild;f.lastElementChild.textContent=h,g.addEventListener("change",()=>r(p),{signal:s}),u.set(p,g)}return{element:i,show:p=>{for(let[h,f]of u)f.
checked=h===p}}}var hi=n=>Object.hasOwn(N.models,n)&&Ne(n);function pn(n,e,t){let{element:r,show:s}=Pe(n,"They learnt",{upright:"upright digits",drawn:"every turn"},o=>e.pick(Mn(e.values,o,hi)),t);r.classList.add("lesson"),w(t,()=>{let o=e.networks.shown.value.map(({value:l})=>l),{lesson:i,canSwitch:a}=vs(o,hi);r.hidden=!a,s(i)})}var Zc=[["ordinary","Ordinary","no rotations: every direction has to be learnt"],["frames","Rotations in frames","this project’s: each rotation looks through its own frame"],["rotations","Rotations","the paper’s: each rotation looks at all others"],["mirrors","Mirrors","rotations and their mirror images"],["convolutional","Convolutional","to compare with"]],Qc={upright:"upright digits and drawings",digits:"digits at every turn",drawings:"digits and drawings at every turn"},Jc={drawings:"draw\
ings, any angle",digits:"digits, any angle",tenth:"every tenth digit"},mi=500,eu=["A","B","C"],tu=`<p class="columns" aria-hidden="true">
  <span></span><span>network</span><span>learnt from</span><span class="end">parameters</span>
  <span class="end">reads</span><span>of</span><span class="end">time here</span>
</p>`,wi=`
.columns { display: none; margin: 14px 0 -8px; padding: 0 10px; color: var(--gsa-muted); font-size: 0.8125rem; }
.columns .end { text-align: end; }
.family { margin-top: 16px; }
.family h3 { display: inline; font: 600 1.0625rem/1.3 var(--gsa-font-digit, "Iowan Old Style", Palatino, "P052", Georgia, serif); }
.family > p { display: inline; color: var(--gsa-muted); font-size: 0.8125rem; }
.family ul { margin-top: 6px; border-top: 1px solid var(--gsa-line); }
.family li { border-bottom: 1px solid var(--gsa-line); }
.pick {
  display: grid; grid-template-columns: 24px minmax(0, 1fr) auto; gap: 2px 14px; align-items: center; width: 100%; height: auto; min-height: 44px; padding: 6px 10px;
  border: 0; border-radius: 0; background: none; text-align: start; font-variant-numeric: tabular-nums;
}
.pick:hover:not(:disabled, .main, .other, .third) { background: var(--gsa-sunken); color: inherit; }
.pick.pick:hover { color: var(--gsa-ink); }
.pick:focus-visible { outline-offset: -2px; }
.pick.main { background: var(--gsa-accent-soft); } .pick.other { background: var(--gsa-other-soft); } .pick.third { background: var(--gsa-third-soft); }
.pick b { font-weight: 650; }
.pick .learnt { grid-area: 2 / 2 / auto / -1; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 12px; }
.pick .reads { text-align: end; font-weight: 650; white-space: nowrap; }
.pick .small { grid-column: 2 / -1; display: flex; flex-wrap: wrap; gap: 0 14px; color: var(--gsa-muted); font-size: 0.8125rem; }
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
  .pick .reads { order: 3; } .pick .tested { order: 4; } .pick .time { order: 5; text-align: end; color: var(--gsa-ink); font-size: 0.875rem; }
  .pick .small > :not(.time) { color: var(--gsa-muted); }
  .pick .tag:not(:empty) { padding: 2px 8px; border-radius: 6px; background: var(--gsa-ink); color: var(--gsa-surface); }
}
`;function vi(n,e,t,r,s,o){let i=new Map;v(n,tu);let a=v(n,"<div></div>");w(o,()=>{a.replaceChildren(),i.clear();for(let[l,c,u]of Zc){let d=t.value.filter(h=>h.family===l);if(d.length===0)continue;let p=v(a,`<section class="family"><h3>${c}</h3><p> · ${u}</p><ul></ul></section>`);for(let h of d){let f=nu(m(p,"ul"),h);f.addEventListener("click",()=>s(h.name)),i.set(h.name,f)}}}),w(o,()=>{let{shown:l,times:c}=e.networks,u=l.value.map(({value:d})=>d);for(let d of t.value){let p=i.get(d.name);if(!p)
continue;let h=u.indexOf(d.name);p.className=`pick ${h>=0?L(h):""}`,m(p,".letter").textContent=eu[h]??"",p.setAttribute("aria-pressed",String(h>=0&&h===r.value));let f=su(d,t.value,c.value);m(p,".time").textContent=Ne(d.name)?f.text:"",m(p,".tag").textContent=ru(d,f.isSlow)}}),n.addEventListener("keydown",l=>ou(n,l),{signal:o})}function nu(n,{name:e,title:t,trained:r,index:s,parameters:o,reads:i,tested:a}){let l=v(n,`<li><button type="button" class="pick">
      <span class="letter" aria-hidden="true"></span><b></b><span class="reads"></span><span class="learnt"><span></span><span class="tag"></span></span>
      <span class="small"><span class="parameters"></span><span class="tested"></span><span class="time"></span></span>
    </button></li>`),c=m(l,".pick");return c.dataset.name=e,m(c,"b").textContent=t,m(c,".learnt > span").textContent=Qc[r]+(s==="published"?"; published index":""),m(c,".parameters").textContent=o.toLocaleString("en"),v(m(c,".parameters"),'<span class="unit"> parameters</span>'),m(c,".reads").textContent=`${i.toFixed(2)} %`,m(c,".tested").textContent=Jc[a],c.disabled=!Ne(e),c}function ru({name:n,trained:e,index:t},r){return Ne(n)?t==="published"?"not quite equivariant":e==="upright"?"never saw a\
 turned digit":r?"slow here":"":"needs the page from a server"}function su(n,e,t){let r=t.get(n.name);if(r!==void 0)return{text:gi(r),isSlow:r>mi};let o=e.filter(({name:a,cost:l})=>l&&t.has(a)).sort((a,l)=>(l.cost??0)-(a.cost??0)).at(0);if(!n.cost||!o?.cost)return{text:"—",isSlow:!1};let i=(t.get(o.name)??0)*n.cost/o.cost;return{text:`≈ ${gi(i)}`,isSlow:i>mi}}function gi(n){let e=n/1e3;return n<1e3?Ee(n):`${e.toFixed(e<10?1:0)} s`}function ou(n,e){let t={ArrowDown:1,ArrowUp:-1}[e.key];if(!t)
return;let r=Array.from(n.querySelectorAll(".pick:not(:disabled)")),s=r.findIndex(o=>o.matches(":focus"));s<0||(e.preventDefault(),r[Math.max(0,Math.min(r.length-1,s+t))].focus())}var au=["A","B","C"],bi=`
.picker { width: min(1040px, calc(100vw - 32px)); max-width: none; max-height: calc(100dvh - 32px); padding: 0; border: 1px solid var(--gsa-line); border-radius: 16px; background: var(--gsa-surface); color: var(--gsa-ink); font-size: 0.9375rem; overflow: hidden; }
.picker[open] { display: grid; grid-template-rows: minmax(0, 1fr); }
.picker::backdrop { background: rgb(0 0 0 / 0.4); }
.picker .sheet { container: picker / inline-size; padding: 20px 22px; overflow: auto; overscroll-behavior: contain; }
.picker-head { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 12px; padding-inline-end: 44px; }
.picker-head h2 { font: 600 1.375rem/1.2 var(--gsa-font-digit, "Iowan Old Style", Palatino, "P052", Georgia, serif); margin-inline-end: auto; }
.picker .close { position: absolute; top: 14px; inset-inline-end: 14px; width: 40px; padding: 0; border: 0; background: none; font-size: 1.125rem; }
.picker-places { display: flex; flex-wrap: wrap; gap: 8px; }
.picker-places .chip { display: inline-flex; border: 1px solid var(--gsa-line-strong); border-radius: 10px; }
.picker-places .chip.free { border-style: dashed; }
.picker-places .chip:has([aria-pressed="true"]) { border-color: var(--gsa-ink); box-shadow: 0 0 0 1px var(--gsa-ink); }
.picker-places button { height: 36px; border: 0; background: none; padding: 0 10px; display: inline-flex; align-items: center; gap: 8px; font-size: 0.875rem; }
.picker-places .remove { padding: 0 10px 0 6px; color: var(--gsa-muted); }
.letter { display: inline-grid; place-items: center; flex: none; width: 24px; height: 24px; border-radius: 50%; border: 1.5px solid var(--gsa-line-strong); font-size: 0.8125rem; font-weight: 650; color: var(--gsa-ink); }
:is(.main, .other, .third) > .letter { border-color: var(--bar); background: var(--bar); color: var(--gsa-surface); }

.picker-foot { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-top: 20px; padding: 10px 14px; border: 1px dashed var(--gsa-line-strong); border-radius: 12px; color: var(--gsa-muted); font-size: 0.875rem; }
.picker-foot p { flex: 1 1 16rem; }
.picker .trouble { margin-top: 16px; }
@media (forced-colors: active) { .picker-places .chip:has([aria-pressed="true"]) { outline: 2px solid Highlight; } }
@media (pointer: coarse) { .picker-places button { height: 44px; min-width: 44px; } .picker .close { width: 44px; height: 44px; } }
@media (min-width: 640px) { .picker .lesson { display: none; } }
@media (max-width: 639px) {
  .picker { width: 100vw; max-height: 100dvh; height: 100dvh; border: 0; border-radius: 0; margin: 0; }
  .picker .sheet { padding: 14px 14px 24px; }
}
${wi}
`;function ki(n,e,t,r){let s=v(n,`<dialog class="picker" part="picker" aria-label="Which networks stand side by side?">
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
      </dialog>`),o=x(0),i=x([]),a=()=>{s.close(),queueMicrotask(()=>r(o.peek()))},l=u=>{e.pick(St(e.values,o.peek(),u)),a()},c=async()=>{let[u,d]=[".wait",".trouble"].map(p=>m(s,p));d.hidden=!0,u.hidden=i.peek().length>0;try{i.value=await di()}catch(p){d.hidden=!1,m(d,"p").textContent=K(p)}u.hidden=!0};return m(s,".again").addEventListener("click",c,{signal:t}),m(s,".close").addEventListener("click",a,{signal:t}),s.addEventListener("click",u=>u.target===s&&a(),{signal:t}),s.addEventListener("ke\
ydown",u=>u.stopPropagation(),{signal:t}),lu(s,e,()=>o.peek(),a,t),pn(m(s,".picker-head"),e,t),w(t,()=>cu(m(s,".picker-places"),e,o)),vi(m(s,".families"),e,i,o,l,t),{open(u){o.value=Math.min(u,2),c(),s.open||s.showModal()}}}function lu(n,e,t,r,s){let o=m(n,".file");m(n,".choose-file").addEventListener("click",()=>o.click(),{signal:s});let i=()=>{let a=o.files?.[0];o.value="",a&&(e.bring(a,t()),r())};o.addEventListener("change",i,{signal:s})}function cu(n,e,t){let r=e.networks.shown.value,s=n.getRootNode().
activeElement,o=s!==null&&n.contains(s);n.replaceChildren();for(let[i,a]of au.slice(0,Math.min(3,r.length+1)).entries()){let l=r.at(i),c=l?.info.value,u=l?c?Z(te(c)):e.networks.names.value[i]??"":"one more",d=v(n,`<span class="chip ${l?L(i):"free"}"><button type="button" class="which ${l?L(i):""}"><span class="letter">${a}</span><span class="title"></span></button></span>`),p=m(d,".which");if(m(d,".title").textContent=u,p.setAttribute("aria-pressed",String(t.value===i)),p.addEventListener("click",
()=>t.value=i),l&&r.length>1){let h=v(d,'<button type="button" class="remove">✕</button>');h.setAttribute("aria-label",`Remove ${a}, ${u}`),h.addEventListener("click",()=>{t.value=Math.min(t.peek(),r.length-2),e.pick(e.values.filter((f,g)=>g!==i))})}}o&&m(n,'[aria-pressed="true"]').focus()}var du=`
${bi}
.compare { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 10px; font-size: 0.875rem; color: var(--gsa-muted); }
.compare .places { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-width: 0; }
.compare .places:empty { display: none; }
.compare button { height: 36px; padding: 0 12px; }
.compare .choose-network { display: inline-flex; align-items: center; gap: 6px; min-width: 0; max-width: 100%; border-color: var(--bar); color: var(--gsa-ink); }
.compare .choose-network b { color: var(--bar); font-weight: 650; }
.compare .choose-network span { color: var(--gsa-muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.compare .choose-network::after { content: ""; flex: none; width: 7px; height: 7px; margin: -4px 2px 0 2px; border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }
.compare .third-one { border-style: dashed; }
.compare .all { border: 0; background: none; padding: 0; margin-inline-start: auto; color: var(--gsa-muted); text-decoration: underline; text-underline-offset: 0.2em; }
/* About as wide as it becomes, before it is known what kind of network it is. */
@container (min-width: 1080px) { .compare .choose-network { min-width: 12.5rem; justify-content: space-between; } }
@container (max-width: 1079px) {
  .compare { gap: 8px 6px; }
  .compare .places { flex: 1 1 calc(100% - 52px); flex-wrap: nowrap; gap: 6px; }
  .compare .choose-network { flex: 1 1 0; justify-content: center; padding: 0 8px; }
  .compare .choose-network b { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .compare .choose-network span { color: var(--bar); font-weight: 650; }
  .compare :is(.word, .lesson legend, .choose-network:has(span:not(:empty)) b, .third-one .long) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .compare .third-one { flex: none; width: 40px; padding: 0; font-size: 1.2rem; }
}
@container (max-width: 639px) {
  .compare :is(.all, .segments) { display: none; }
}
@media print { .compare { display: none; } }
@media (pointer: coarse) { .compare button { height: 44px; min-width: 44px; } }
`;function xr(n,e,t){let{networks:r}=e,s=v(n,`<div class="compare" role="group" aria-label="Networks">
      <span class="word" aria-hidden="true">Compare</span>
      <span class="places"></span>
      <button type="button" class="third-one" aria-haspopup="dialog">+<span class="long"> a third</span></button>
    </div>`),o=m(s,".places"),i=ki(n,e,t,c=>{let u=o.querySelector(`.${L(c)}`)??o.lastElementChild;u instanceof HTMLElement&&u.focus({preventScroll:!0})});z(e,t,(c,u,d)=>[pu(o,e,c,u,()=>i.open(u),d)]);let a=m(s,".third-one");a.addEventListener("click",()=>i.open(r.shown.peek().length),{signal:t}),pn(s,e,t);let l=v(s,'<button type="button" class="all" aria-haspopup="dialog"></button>');l.textContent=`all ${Object.keys(N.models).length} networks`,l.addEventListener("click",()=>i.open(0),{signal:t}),
w(t,()=>{let c=r.shown.value.length;a.hidden=c>=3,m(s,".word").hidden=c>=3,m(a,".long").textContent=c<2?" another":" a third"})}function pu(n,e,t,r,s,o){let i=v(n,`<button type="button" class="choose-network ${L(r)}" aria-haspopup="dialog"><b></b> <span></span></button>`);return i.addEventListener("click",s,{signal:o}),w(o,()=>{let a=e.networks.names.value[r]??"",l=t.value?.info.value,c=l?Z(te(l)):a;m(i,"b").textContent=c,m(i,"span").textContent=l?a:"",i.title="Choose another network"}),i}var Sr={};_(Sr,{mount:()=>Er,style:()=>fu});var hu=6,xi=.3,fu=`
.dock { position: sticky; bottom: 0; z-index: 2; height: 0; visibility: hidden; opacity: 0; transition: opacity 200ms, visibility 200ms; }
.dock[data-shown] { visibility: visible; opacity: 1; }
.dock-sheet {
  position: absolute; inset: auto 0 0; height: calc(112px + env(safe-area-inset-bottom, 0px)); padding: 8px 12px calc(8px + env(safe-area-inset-bottom, 0px));
  display: grid; grid-template-columns: 96px minmax(0, 1fr) auto; gap: 0 10px; align-items: center;
  border-top: 1px solid var(--gsa-line-strong); background: var(--gsa-surface); box-shadow: 0 -6px 20px rgb(0 0 0 / 0.08);
  cursor: ew-resize; touch-action: pan-y; -webkit-user-select: none; user-select: none; -webkit-tap-highlight-color: transparent;
}
.dock-sheet:focus-visible { outline-offset: -4px; }
.dock .small { position: relative; width: 96px; height: 96px; padding: 0; border: 0; border-radius: 50%; background: none; cursor: inherit; touch-action: inherit; }
.dock .small svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.dock .small canvas { position: absolute; inset: 24%; width: 52%; height: 52%; }
.dock .run { fill: none; stroke: var(--of); stroke-width: 5; }
.dock .run.kept { stroke-width: 18; }
.dock .run.unasked { stroke: var(--gsa-line-strong); }
.dock .main { --of: var(--gsa-accent); }
.dock .other { --of: var(--gsa-other); }
.dock .third { --of: var(--gsa-third); }
.dock .hand { stroke: var(--gsa-ink); stroke-width: 8; }
.dock .head { fill: var(--gsa-ink); }
.dock .turned { font-size: 1.625rem; line-height: 1.1; font-weight: 700; font-variant-numeric: tabular-nums; }
.dock .how { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.3; }
.dock-answers { display: flex; gap: 16px; }
.dock-answer { display: grid; justify-items: center; color: var(--of); }
.dock-answer .said { font: 700 2.5rem/1 var(--gsa-font-digit, Georgia, "Palatino Linotype", Palatino, "P052", serif); font-variant-numeric: lining-nums; white-space: nowrap; }
.dock-answer .mark { margin-inline-start: 4px; font: 700 1.0625rem/1 ui-sans-serif, system-ui, sans-serif; }
.dock-answer .who { max-width: 7.5em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 0.75rem; font-weight: 650; }
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
  .dock .third { --of: Highlight; }
}
`;function Er(n,e,t,r){let s=v(n,`<section class="dock" lang="en" dir="ltr" aria-label="Drawing and answers, small">
      <div class="dock-sheet" part="dock" role="slider" tabindex="0" aria-label="Turn the drawing from here" aria-valuemin="0" aria-valuemax="359">
        <div class="small"><svg viewBox="-280 -280 560 560" aria-hidden="true"></svg><canvas aria-hidden="true"></canvas></div>
        <div><p class="turned"></p><p class="how">‹ drag to turn ›</p></div>
        <div class="dock-answers"></div>
      </div>
    </section>`),o=m(s,".dock-sheet");mu(s,t,r);let i=m(s,".dock-answers");z(t,r,(l,c,u)=>[gu(i,t,l,c,u)]),w(r,()=>{let l=t.turning.angle.value,c=String(Math.round(l)%360);E(m(s,".turned"),`${c}°`),o.setAttribute("aria-valuenow",c),o.setAttribute("aria-valuetext",wu(t,l))}),o.addEventListener("keydown",l=>le(t,l),{signal:r}),vu(o,t,r);let a=v(n,"<div></div>");r.addEventListener("abort",()=>a.remove()),bu(s,e,a,r)}function mu(n,e,t){let r=n.querySelector("svg");z(e,t,(c,u,d)=>{let p=S(r,"g",{class:L(
u)}),h=190+28*u;return w(d,()=>{p.replaceChildren();let f=e.isUntaught.value?null:c.value?.round.value;for(let{from:g,to:b,digit:y,kept:k}of qt(X(f??new Map,R)))S(p,"path",{class:y===null?"run unasked":k?"run kept":"run",d:Ht(g,b,h)})}),[p]});let s=S(r,"g",{});S(s,"line",{class:"hand",x1:0,y1:-150,x2:0,y2:-C.knob}),S(s,"circle",{class:"head",r:34,cx:0,cy:-C.knob+16});let{drawing:o,turning:i}=e;w(t,()=>s.setAttribute("transform",`rotate(${-i.angle.value})`));let a=n.querySelector("canvas"),l=new Q(
a,({context:c,size:u,colour:d})=>{c.save(),c.scale(u,u),c.translate(.5,.5),c.rotate(-i.angle.peek()*Math.PI/180),c.translate(-.5,-.5),c.strokeStyle=d("ink"),c.lineWidth=.085,c.lineCap=c.lineJoin="round",c.beginPath();for(let p of o.strokes.peek())qe(c,p);c.stroke(),c.restore()},t);w(t,()=>{o.strokes.value,i.angle.value,e.dark.value,l.invalidate()})}function gu(n,e,t,r,s){let o=v(n,`<div class="dock-answer ${L(r)}"><p class="said"><span class="digit-small"></span><span class="mark"></span></p><p \
class="who"></p></div>`);return w(s,()=>E(m(o,".who"),ce(e,r))),w(s,()=>{let i=e.isUntaught.value?null:t.value?.shown.value,{upright:a}=i??{},l=a&&a.digit===i?.prediction.digit;E(m(o,".digit-small"),String(i?.prediction.digit??"–"));let c=!!i&&(e.lateness.late.value||e.asking.unanswered.value);E(m(o,".mark"),c?"…":a?l?"✓":"✗":"")}),o}function wu({networks:n,isUntaught:e},t){if(e.value)return ae(t);let r=n.shown.value.flatMap(({shown:s},o)=>{let i=s.value?.prediction.digit;return i===void 0?
[]:[`${n.names.value[o]} says ${i}`]});return[ae(t),...r].join(", ")}function vu(n,{turning:e},t){let r=null,s=a=>{!a.isPrimary||a.button!==0||(r={id:a.pointerId,from:a.clientX,at:e.angle.peek(),drags:!1})},o=a=>{if(r?.id!==a.pointerId)return;let l=a.clientX-r.from;if(!(!r.drags&&Math.abs(l)<hu)){if(!r.drags){r.drags=!0;try{n.setPointerCapture(a.pointerId)}catch{}}e.turn(T(Math.round(r.at+l)),!1)}},i=a=>{r?.id===a.pointerId&&(r.drags&&e.turn(e.angle.peek()),r=null)};n.addEventListener("pointerdo\
wn",s,{signal:t}),n.addEventListener("pointermove",o,{signal:t});for(let a of["pointerup","pointercancel"])n.addEventListener(a,i,{signal:t})}function bu(n,e,t,r){if(typeof IntersectionObserver!="function")return;let[s,o]=[!1,!1],i=new IntersectionObserver(a=>{for(let{target:c,isIntersecting:u,intersectionRatio:d,boundingClientRect:p}of a)c===e?s=p.width>0&&p.top<0&&d<xi:o=!u&&p.top>0;let l=s&&o;l||de(n),n.toggleAttribute("data-shown",l)},{threshold:[0,xi],rootMargin:"0px 0px 48px"});i.observe(e),
i.observe(t),r.addEventListener("abort",()=>i.disconnect())}var Ar={};_(Ar,{mount:()=>Mr,style:()=>ku});var ku=`
.drop { position: absolute; inset: 0; z-index: 2; display: grid; place-items: start center; padding: 24px; pointer-events: none; border: 3px dashed var(--gsa-accent); border-radius: 16px; background: color-mix(in srgb, var(--gsa-ground) 70%, transparent); }
.drop span { position: sticky; top: 24px; padding: 10px 16px; border-radius: 10px; background: var(--gsa-surface); border: 1px solid var(--gsa-line-strong); font-weight: 600; }
.root:has(> .drop:not([hidden])) { position: relative; }
`;function Mr(n,e,t){let r=v(n,'<div class="drop" aria-hidden="true" hidden><span>Drop the network to compare it</span></div>'),s=x(!1);w(t,()=>{r.hidden=!s.value});let o=l=>{l.dataTransfer?.types.includes("Files")&&(l.preventDefault(),l.dataTransfer.dropEffect="copy",s.value=!0)},i=l=>{l.relatedTarget instanceof Node&&n.contains(l.relatedTarget)||(s.value=!1)},a=l=>{s.value=!1;let c=l.dataTransfer?.files[0];c&&(l.preventDefault(),e.bring(c,xu(l,e)))};n.addEventListener("dragenter",o,{signal:t}),
n.addEventListener("dragover",o,{signal:t}),n.addEventListener("dragleave",i,{signal:t}),n.addEventListener("drop",a,{signal:t})}function xu({target:n},e){let t=n instanceof Element?n.closest(".panel"):null,r=Vt.findIndex(s=>t?.classList.contains(s));return r>=0?r:Math.min(e.networks.shown.peek().length,2)}var $r={};_($r,{pictureOf:()=>nt,style:()=>Ru,vectorsOf:()=>Or});var yu=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linecap","stroke-linejoin","stroke-opacity","opacity","visibility","paint-order","font-size","font-weight","font-family","text-anchor","dominant-baseline"];function yi(n,{ground:e,size:t,title:r}){let s=n.cloneNode(!0),[o,i]=[n,s].map(g=>[...g.querySelectorAll("*")]);for(let[g,b]of o.entries())Eu(b,i[g]);for(let g of["role","aria-label","aria-hidden"])s.removeAttribute(g);let a=n.viewBox.baseVal,l=a&&a.width>0,{x:c,
y:u}=l?a:{x:0,y:0},{width:d,height:p}=l?a:n.getBoundingClientRect();s.setAttribute("viewBox",`${c} ${u} ${d} ${p}`),s.setAttribute("xmlns","http://www.w3.org/2000/svg"),s.setAttribute("width",String(t)),s.setAttribute("height",String(Math.round(t*p/d)));let[h,f]=["title","rect"].map(g=>document.createElementNS(n.namespaceURI,g));h.textContent=r;for(let[g,b]of Object.entries({x:c,y:u,width:d,height:p,fill:e}))f.setAttribute(g,String(b));return s.prepend(h,f),new XMLSerializer().serializeToString(
s)}function Eu(n,e){let t=getComputedStyle(n);if(t.display==="none"){e.setAttribute("display","none");return}for(let r of yu){let s=t.getPropertyValue(r);s&&e.setAttribute(r,s)}n instanceof SVGCircleElement&&e.setAttribute("r",String(parseFloat(t.r)||0)),e.removeAttribute("class")}function Ei(n,e,t){for(let r of e.querySelectorAll("circle, line, path, text")){let s=r,[o,i]=[getComputedStyle(s),s.getScreenCTM()];if(!i||o.visibility==="hidden"||o.display==="none")continue;n.save(),n.translate(-t.x,
-t.y),n.transform(i.a,i.b,i.c,i.d,i.e,i.f);let a=Su(s,e),l=(u,d)=>{let p=o.getPropertyValue(u);p!=="none"&&(n.globalAlpha=a*Number(o.getPropertyValue(`${u}-opacity`)||1),n.fillStyle=n.strokeStyle=p,d(p))};n.lineWidth=parseFloat(o.strokeWidth)||0,n.lineCap=o.strokeLinecap,n.lineJoin=o.strokeLinejoin;let c=o.strokeDasharray.split(/[\s,]+/).map(parseFloat);if(n.setLineDash(c.every(Number.isFinite)?c:[]),s instanceof SVGTextElement)Au(n,s,o,l);else{let u=Mu(s,o);l("fill",()=>n.fill(u)),l("stroke",()=>n.
stroke(u))}n.restore()}}function Su(n,e){let t=1,r=n;for(;r;)t*=Number(getComputedStyle(r).opacity),r=r===e?null:r.parentElement;return t}function Mu(n,e){let t=s=>Number(n.getAttribute(s)??0);if(n.localName==="path")return new Path2D(n.getAttribute("d")??"");let r=new Path2D;if(n.localName==="circle"){let s=parseFloat(e.r)||t("r");r.arc(t("cx"),t("cy"),s,0,2*Math.PI)}else r.moveTo(t("x1"),t("y1")),r.lineTo(t("x2"),t("y2"));return r}function Au(n,e,t,r){let[s,o]=["x","y"].map(a=>Number(e.getAttribute(
a)??0)),i=e.textContent??"";n.font=`${t.fontWeight} ${t.fontSize} ${t.fontFamily}`,n.textAlign=t.textAnchor==="middle"?"center":"left",n.textBaseline=t.dominantBaseline==="central"?"middle":"alphabetic",r("stroke",()=>n.strokeText(i,s,o)),r("fill",()=>n.fillText(i,s,o))}var hn=2,fn=16,Ou="button, input, select";function Si(n,e){let t=n.getBoundingClientRect(),r=document.createElement("canvas"),s=r.getContext("2d");if(!s)throw new Error("This browser cannot make pictures.");if(!(t.width>0&&t.height>0))throw new Error("What is not shown has no picture.");return r.width=Math.round(hn*(t.width+2*fn)),r.height=Math.round(hn*(t.height+2*fn)),s.fillStyle=e,s.fillRect(0,0,r.width,r.height),s.scale(hn,hn),Ai(s,n,{x:t.left-fn,y:t.top-fn}),r}function Mi(n){return new Promise(
(e,t)=>n.toBlob(r=>r?e(r):t(new Error("The picture could not be made."))))}function Ai(n,e,t){let r=getComputedStyle(e);if(r.display==="none"||r.visibility==="hidden"||e.matches(Ou))return;let s=e.getBoundingClientRect();if(!r.clipPath.startsWith("inset(50%")){if(n.save(),n.globalAlpha*=Number(r.opacity),e instanceof SVGSVGElement)Ei(n,e,t);else{let[o,i]=[s.left-t.x,s.top-t.y];$u(n,r,o,i,s.width,s.height),e instanceof HTMLCanvasElement&&(Zt(e),n.imageSmoothingEnabled=r.imageRendering!=="pixelate\
d",e.width>0&&n.drawImage(e,o,i,s.width,s.height));for(let a of e.childNodes)a instanceof Element?Ai(n,a,t):a instanceof Text&&Lu(n,a,r,t)}n.restore()}}function $u(n,e,t,r,s,o){let i=parseFloat(e.borderTopWidth)||0,a=new Path2D,l=i/2,c=Math.min(parseFloat(e.borderTopLeftRadius)||0,s/2,o/2);if(s<=i||o<=i)return;a.roundRect(t+l,r+l,s-i,o-i,c),n.fillStyle=e.backgroundColor,n.fill(a);let u=Tu(n,e.backgroundImage,t,s);u&&(n.fillStyle=u,n.fill(a));let d=parseFloat(e.borderLeftWidth)>0;i>0&&e.borderTopStyle!==
"none"&&(n.strokeStyle=e.borderTopColor,n.lineWidth=i,n.beginPath(),n.moveTo(t,r+l),n.lineTo(t+s,r+l),d?n.stroke(a):n.stroke())}function Tu(n,e,t,r){let[,s]=/^linear-gradient\((?:to right|90deg), (.+)\)$/.exec(e)??[];if(!s)return null;let o=[...s.matchAll(/(rgba?\([^)]*\))(?:\s+([\d.]+)%)?/g)],i=n.createLinearGradient(t,0,t+r,0);for(let[a,[,l,c]]of o.entries()){let u=c===void 0?a/Math.max(1,o.length-1):Number(c)/100;i.addColorStop(Math.min(1,u),l)}return i}function Lu(n,e,t,r){n.fillStyle=t.color,
n.font=`${t.fontStyle} ${t.fontWeight} ${t.fontSize} ${t.fontFamily}`,n.textBaseline="alphabetic",n.textAlign="left";let s=document.createRange();for(let{0:o,index:i}of e.data.matchAll(/\S+/g)){s.setStart(e,i),s.setEnd(e,i+o.length);let a=s.getBoundingClientRect(),{fontBoundingBoxAscent:l,fontBoundingBoxDescent:c}=n.measureText(o),u=a.top-r.y+(a.height+l-c)/2;a.width>0&&n.fillText(o,a.left-r.x,u)}}var Cu=560,Ru=`
.offstage { position: fixed; left: -10000px; top: 0; width: 640px; container-type: inline-size; }
.offstage[data-several] { width: 1120px; }
.offstage .sheet { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px 32px; align-items: start; }
.offstage[data-several] .sheet { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
.offstage .sheet > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; container-type: inline-size; }
.offstage .sheet > .wide { grid-column: 1 / -1; }
`,Oi=["polar","answers"];function $i(n,e,t,r){let s=new AbortController,o=v(n,'<div class="offstage" lang="en" dir="ltr" aria-hidden="true" inert><div class="sheet"></div></div>');o.toggleAttribute("data-several",t.length>1);let i=o.firstElementChild;try{let a=[...Oi.filter(l=>t.includes(l)),...t];for(let l of new Set(a)){let c=v(i,"<div></div>");c.classList.toggle("wide",!Oi.includes(l)),B.get(l)?.mount(c,e,s.signal)}return r(i,Ve(o).colour("ground"))}finally{s.abort(),o.remove()}}function nt(n,e,t){
return Mi($i(n,e,t,Si))}function Or(n,e,t){return $i(n,e,[t],(r,s)=>{let o=ln.includes(t)&&r.querySelector("svg");if(!o)throw new Error(`The figure “${t}” is no drawing of vectors; toBlob() gives a PNG.`);let i=B.get(t)?.figure.title??"";return yi(o,{ground:s,size:Cu,title:i})})}var Ti=`
:host([large]) :is(.samples, .caption, .seen-row, .status, .tools, .compare, .trial, .errors, .orientation, .inside-head :is(p, .choose), .ride, .maps > footer) { display: none; }
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
  :host([large]) .top > :is(.answers, .inside), :host([large]) .top > slot::slotted(*) { grid-column: 2; margin-block: 0; }
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
:host([large]) .panel footer { grid-area: 2 / 2; grid-template-columns: minmax(0, 1fr); align-content: start; margin: 0; font-size: 0.875rem; color: var(--gsa-ink); }
/* Ring, difference, and in words what is left over: a row for each network. */
:host([large]) .maps { padding: 0; border: 0; border-radius: 0; background: none; }
:host([large]) .cards { grid-template-columns: minmax(0, 1fr); gap: 0; }
:host([large]) .card {
  grid-template: 1fr auto 1fr / 5.3rem 4.2rem minmax(0, 1fr); gap: 0 0.8rem; align-items: center; padding: 0.25rem 0; border-top: 3px solid var(--bar);
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
/* Three fit without scrolling. */
:host([large]) .panels[data-count="3"] .panel { padding: 0.1rem 0 0.15rem; }
:host([large]) .panels[data-count="3"] .digit { font-size: 3.5rem; }
:host([large]) .panels[data-count="3"] footer { font-size: 0.75rem; }
:host([large]) .cards:has(.third) .card { padding: 0.1rem 0; }
:host([large]) .cards:has(.third) .model { font-size: 0.9rem; }
:host([large]) .cards:has(.third) .number { font-size: 1.1rem; }
:host([large]) .cards:has(.third) .verdict { font-size: 0.75rem; }
`;var Li=`
@media print {
  .root { display: block; padding: 0 !important; background: none !important; }
  .root, .root * { -webkit-print-color-adjust: exact; print-color-adjust: exact; transition: none !important; }
  :is(.tools, .samples, .status, .choose, .compare, .trial, .alert, .dock, .hint, .keys, .ride, .trouble button, .costly, .figure-foot .save, .figure-foot details:not([open]), .figure-word button) { display: none !important; }
  .top { display: grid; grid-template-columns: 60% minmax(0, 1fr); grid-template-rows: none; gap: 14pt 18pt; }
  .draw { position: static; grid-row: 1; }
  .top > .answers { grid-area: 1 / 2; order: 0; align-self: center; }
  .top > :is(.inside, .status), .top > ::slotted(*) { grid-column: 1 / -1; margin: 0; }
  .panels { grid-template-columns: minmax(0, 1fr); }
  .panel { border: 0; border-top: 1.5pt solid var(--bar); border-radius: 0; padding: 8pt 0; background: none; }
  .top > *, .maps, .errors, .orientation, .panel { break-inside: avoid; }
  .inside { display: block; break-inside: auto; }
  .inside-head { break-after: avoid; margin-bottom: 10pt; }
  :is(.maps, .errors, .orientation) { margin-bottom: 14pt; border-radius: 0; background: none; }
}
`;var Lr={};_(Lr,{mount:()=>Tr,style:()=>_u});import{samples as Pu}from"./samples.js";var _u=`
.samples { display: grid; grid-template-columns: repeat(10, 1fr); gap: 6px; width: min(100%, var(--stage)); }
.samples button { padding: 0; height: 44px; min-width: 0; border-color: var(--gsa-line); background: var(--gsa-surface); border-radius: 8px; display: grid; place-items: center; color: var(--gsa-ink); }
.samples button:hover { background: var(--gsa-sunken); }
.samples svg { height: 78%; max-width: 88%; fill: none; stroke: currentColor; stroke-width: 0.075; stroke-linecap: round; stroke-linejoin: round; overflow: visible; }
@container (max-width: 420px) {
  .samples { gap: 3px; }
}
`;function Tr(n,e,t){let r=v(n,'<div class="samples" part="samples" role="group" aria-label="Sample digits"></div>');for(let{digit:s,strokes:o}of Pu)v(r,`<button type="button" title="Draw a ${s}" aria-label="Sample ${s}">
        <svg viewBox="0.1 0.1 0.8 0.8" aria-hidden="true"><path d="${Ot(o)}" /></svg>
      </button>`).addEventListener("click",()=>e.drawing.replace(o),{signal:t})}var Rr={};_(Rr,{mount:()=>Cr,style:()=>Du});var Du=`
.seen-row { position: absolute; left: 0; bottom: 0; pointer-events: none; }
.seen { display: block; width: 64px; height: 64px; border-radius: 4px; background: #000; image-rendering: pixelated; }
.seen-row p { margin-top: 2px; white-space: nowrap; color: var(--gsa-muted); font-size: 0.75rem; line-height: 1.2; }
@container (max-width: 460px) {
  .seen { width: 48px; height: 48px; }
}
`;function Cr(n,e,t){let r=v(n,`<div class="seen-row">
      <canvas class="seen" part="seen" role="img" aria-label="What the networks see: the drawing as 28 × 28 grey pixels"></canvas>
      <p></p>
    </div>`),{seen:s}=e.asking,o=m(r,".seen"),i=new Q(o,({context:l,size:c})=>{let u=s.peek();u&&Qt(l,wo(u),0,0,c)},t);w(t,()=>{s.value,i.paint()});let a=m(r,"p");w(t,()=>{let l=e.networks.shown.value.some(c=>c.isRecorded.value);E(a,l?"recorded; live in a moment":"what they see")})}var Nr={};_(Nr,{describeStatus:()=>Ci,mount:()=>Ir,style:()=>ju});var ju=`
.status { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 8px; }
.switch-engine { height: 34px; padding: 0 12px; border-radius: 999px; font-size: 0.8125rem; color: var(--gsa-muted); }
.badge { font-size: 0.8125rem; color: var(--gsa-muted); font-variant-numeric: tabular-nums; }
.badge summary { display: inline-flex; align-items: center; gap: 8px; padding: 6px 12px; border: 1px solid var(--gsa-line); border-radius: 999px; cursor: pointer; list-style: none; min-height: 34px; }
.badge summary::-webkit-details-marker { display: none; }
.badge .dot { width: 8px; height: 8px; border-radius: 50%; background: var(--gsa-line-strong); flex: none; }
.badge[data-state="ready"] .dot { background: #2c9a5b; }
.badge[data-state="note"] .dot { background: #c98a12; }
.badge[data-state="failed"] .dot { background: var(--gsa-lost); }
.badge-more { display: grid; gap: 4px; padding: 8px 12px 0; max-width: 70ch; overflow-wrap: anywhere; }
`;function Ir(n,e,t){let r=v(n,`<div class="status">
      <details class="badge" part="badge">
        <summary><span class="dot"></span><span class="badge-text"></span></summary>
        <ul class="badge-more"></ul>
      </details>
      <button type="button" class="switch-engine" part="switch-engine" hidden></button>
    </div>`);m(r,".switch-engine").addEventListener("click",()=>e.switchEngine(),{signal:t}),w(t,()=>{let{shown:s}=e.networks,o=s.value.some(c=>c.isRecorded.value),i=s.value.map(({info:c,error:u,shown:d},p)=>({name:e.networks.names.value[p],info:c.value,error:u.value,prediction:d.value?.prediction??null})),a=i.find(({error:c})=>c&&se(c))?.error,l=e.failure.value??a??null;Uu(r,Ci(e.engine,e.report.value,i,l,o))})}function Uu(n,{state:e,text:t,more:r,offer:s}){let o=m(n,".badge");o.dataset.state=e,
E(m(o,".badge-text"),t);let i=m(n,".switch-engine");!s&&i.matches(":focus")&&m(o,"summary").focus({preventScroll:!0}),i.hidden=!s,i.textContent=s;let a=m(o,".badge-more");if(Array.from(a.children,c=>c.textContent).join(`
`)!==r.join(`
`)){a.replaceChildren();for(let c of r)v(a,"<li></li>").textContent=c}}function Ci(n,e,t,r,s=!1){if(r)return{state:"failed",text:"Engine not running",more:[r.message],offer:""};if(!e)return t.length>0&&t.every(u=>u.error)?{state:"failed",text:"No network loaded",more:[],offer:""}:{state:"starting",text:s?"Recorded with the page; live in a moment":"Starting…",more:[],offer:""};let o=n?.place==="main thread"?"on the main thread":"in a worker",i=e.name==="cpu"?"CPU":"WebGPU",a=t.flatMap(({name:l,
prediction:c})=>c?[`${l} ${Ee(c.milliseconds)}`]:[]);return{state:e.note?"note":"ready",text:[i+zu(e),...a].join(" · "),offer:Bu(e),more:[...e.why?[e.why]:[],...e.card?[Wu(e.card)]:[],`WebAssembly ${e.simd?"with":"without"} SIMD, one thread, ${o}; gsa-net ${e.version}. The milliseconds are those of one forward pass.`,...t.flatMap(({name:l,info:c})=>c?[Fu(l,c)]:[]),...n?.reasons??[]]}}function zu({note:n,opening:e}){return n?e?" while WebGPU opens":" instead of WebGPU":""}function Bu({name:n,note:e,
opening:t}){return n==="webgpu"?"Use the CPU":t||!("gpu"in navigator)?"":e?"Try WebGPU again":"Try WebGPU"}function Wu({adapter:n,software:e,difference:t,milliseconds:r}){let s=[`Graphics card: ${n}${e?", a program on the processor":""}`];return r!==null&&s.push(`the last answer took ${Ee(r)} by its own clock`),s.push(`largest difference from the CPU in the self-test ${t.toExponential(1)}`),`${s.join("; ")}.`}function Fu(n,{group:e,parameters:t,training:r}){let s=r?.held_out_accuracy,o=r?.data,i=[
`group ${e.name} with ${e.order===1?"one element":`${e.order} elements`}`,`${t.toLocaleString("en")} parameters`];if(typeof s=="number"){let a=typeof o=="string"&&/drawing/i.test(o)?`${/turned by at most/.test(o)?"upright ":""}digits and drawings`:"turned digits";i.push(`${(100*s).toFixed(1)} % right on ${a} held out in training`)}return`${n}: ${i.join(", ")}.`}var _r={};_(_r,{mount:()=>Pr,style:()=>qu});var Gu={undo:'<path d="M7 4 3 8l4 4M3.5 8H11a4 4 0 0 1 0 8H8" />',clear:'<path d="M5 5l10 10M15 5 5 15" />',spin:'<path d="M16 10a6 6 0 1 1-1.8-4.3M14.5 2.5v3.5H11" transform="matrix(-1 0 0 1 20 0)" />',stop:'<path d="M6.5 6.5h7v7h-7z" />'},qu=`
/* In the corners of the dial's square. */
.tools { position: absolute; inset: 0; pointer-events: none; }
.tools button { position: absolute; right: 0; display: inline-flex; justify-content: center; align-items: center; gap: 6px; height: 44px; padding: 0 14px 0 10px; pointer-events: auto; }
.tools :is(.undo, .clear) { bottom: 0; width: 44px; padding: 0; }
.tools .undo { right: 52px; }
.tools .spin { top: 0; }
.tools :is(.undo, .clear) span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (max-width: 460px) {
  .tools .undo { right: 0; bottom: 50px; }
}
/* Where the dial is small its words would stand on the ring. */
@container (max-width: 460px) or ((min-width: 640px) and (max-width: 899px)) {
  .tools .spin { width: 44px; padding: 0; }
  .tools .spin span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
.icon { width: 18px; height: 18px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.spin .stop-icon, .spin[data-on] .spin-icon { display: none; }
.spin[data-on] .stop-icon { display: block; }
`;function mn(n){return`<svg class="icon ${n}-icon" viewBox="0 0 20 20" aria-hidden="true">${Gu[n]}</svg>`}function Pr(n,e,t){let r=v(n,`<div class="tools" role="group" aria-label="Tools">
      <button type="button" class="undo" title="Undo (Ctrl+Z)">${mn("undo")}<span>Undo</span></button>
      <button type="button" class="clear" title="Clear">${mn("clear")}<span>Clear</span></button>
      <button type="button" class="spin">${mn("spin")}${mn("stop")}<span>Once round</span></button>
    </div>`),{drawing:s,turning:o}=e,i=(l,c,u)=>{let d=m(r,`.${l}`);return d.addEventListener("click",c,{signal:t}),w(t,()=>{let p=!u();p&&de(d),d.disabled=p}),d};i("undo",()=>s.undo(),()=>s.canUndo.value),i("clear",()=>s.clear(),()=>!s.isEmpty.value);let a=i("spin",()=>o.spin(),()=>o.spins.value||!s.isEmpty.value);w(t,()=>{a.toggleAttribute("data-on",o.spins.value),E(m(a,"span"),o.spins.value?"Stop":"Once round")})}var jr={};_(jr,{mount:()=>Dr,style:()=>Hu});var Hu=`
${pi}
.trial { display: grid; gap: 10px; padding: 14px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; }
.trial .tries { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; }
.trial h2 { margin-inline-end: auto; }
.trial .fresh { width: 40px; height: 36px; margin-inline-start: -12px; padding: 0; font-size: 1.125rem; line-height: 1; }
.trial p { color: var(--gsa-muted); font-size: 0.875rem; min-height: 2.9em; }
@media print { .trial { display: none; } }
@media (pointer: coarse) { .trial .fresh { width: 44px; height: 44px; } }
@container (max-width: 639px) { .trial p { min-height: 0; } .trial h2 { width: 100%; } }
`;function Dr(n,e,t){let r=v(n,`<section class="trial" part="trial" role="group" aria-label="Try to break it">
      <div class="tries"><h2>Try to break it</h2></div>
      <p role="status"></p>
    </section>`),s=m(r,".tries"),o=Pe(s,"Weights",{trained:"trained",random:"random weights"},p=>e.vary({weights:p}),t,!1),i=v(s,'<button type="button" class="fresh" aria-label="Fresh random weights" title="Fresh random weights">↻</button>'),a=()=>e.vary({seed:(e.trial.peek().seed+1)%2**32});i.addEventListener("click",a,{signal:t});let l=Pe(s,"Positions",{turning:"positions turn along",still:"held still"},p=>e.vary({positions:p}),t,!1),c=Pe(s,"index",{exact:"exact",published:"published"},p=>e.
vary({index:p}),t),u=M(()=>e.networks.shown.value.some(p=>(p.info.value?.group.order??1)>1&&p.indexed)),d=()=>u.value&&e.trial.value.index==="published"||e.networks.shown.value.some(({info:p,isComing:h})=>!h.value&&p.value?.exact===!1);w(t,()=>{let p=e.trial.value;o.show(p.weights),l.show(p.positions),c.show(p.index),i.hidden=p.weights!=="random",c.element.hidden=!u.value;let h=e.networks.shown.value.every(({info:f})=>f.value?.group.order===1);E(m(r,"p"),Ku(p,d(),h))})}function Ku({weights:n,positions:e},t,r){
if(r)return"Nothing is built into an ordinary network, so there is nothing to break.";let s=e==="still";if(n==="random"){let o="Nobody taught them anything: answers mean nothing, look at the difference. ";return s?`${o}With positions held still it fills: now nothing is built in.`:t?`${o}With the published index some is left even at quarter turns.`:`${o}At quarter turns the built-in one leaves none: the construction turns, not the training.`}return s?"The weights are as they were, yet the differe\
nce fills: the positions do not turn along. That one change is the whole idea.":t?"With the index of the paper’s published code a quarter turn leaves a difference in every layer after the first: not quite equivariant any more.":"With random weights they talk nonsense, yet the built-in one still turns along. With its positions held still it does not: that one change is the whole idea."}var Vu=["polar","answers"],Xu=["maps","errors"],Yu=[cn,tr,_r,Lr,br,Rr,yr,...B.values(),dn,jr,Nr,un,Ar,Sr,$r],gn=`
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
${Yu.map(n=>n.style).join("")}
${Ti}
${Li}
`;function Ri(n,e,t,{isCompact:r,figures:s}){let o=v(n,'<div class="root" part="root"></div>');o.toggleAttribute("data-compact",r),Je(o,e,t);let i=v(o,'<div class="top"></div>'),a=Ur(i,e,t,r,s.includes("polar"));if(v(i,'<slot name="lead"></slot>'),s.includes("answers")){let c=v(i,'<section class="answers" part="answers" role="group" aria-label="Answers"></section>');r||xr(c,e,t),B.get("answers")?.mount(c,e,t)}let l=s.filter(c=>!Vu.includes(c));if(l.length>0){let c=v(i,'<section class="inside" pa\
rt="inside" role="group" aria-label="Feature maps"></section>');l.some(u=>Xu.includes(u))&&tt(c,e,t);for(let u of l)B.get(u)?.mount(c,e,t);r||Dr(c,e,t)}return r||Ir(i,e,t),v(i,'<slot name="reading"></slot>'),et(o,e,t),r||(Er(n,a,e,t),Mr(o,e,t)),zr(o,e,t),o}function Ur(n,e,t,r,s){let o=v(n,'<section class="draw" part="drawing" role="group" aria-label="Drawing"></section>'),i=er(o,e,t,s);return r||Cr(i,e,t),Pr(i,e,t),r||(Tr(o,e,t),vr(o,e,t)),v(o,'<slot name="actions"></slot>'),i}function zr(n,e,t){
let r=s=>{let o=s.target;if(o.isContentEditable||o.matches("input, select, textarea"))return;if((s.ctrlKey||s.metaKey)&&!s.shiftKey&&s.key==="z"){s.preventDefault(),e.drawing.undo();return}(s.key==="ArrowLeft"||s.key==="ArrowRight"||o.matches(".pad"))&&le(e,s)};n.addEventListener("keydown",r,{signal:t}),n.addEventListener("pointerdown",()=>n.toggleAttribute("data-pointer",!0),{signal:t});for(let s of["keydown","keyup","focusout"])n.addEventListener(s,()=>n.toggleAttribute("data-pointer",!1),{signal:t})}var Ii="(prefers-color-scheme: dark)";function Ni(n){for(let s of _i(n)){let{backgroundColor:o,backgroundImage:i,color:a}=getComputedStyle(s),l=Qu(i,a)??Br(o);if(l!==null)return l<128}let e=getComputedStyle(document.documentElement).colorScheme,t=document.querySelector('meta[name="color-scheme"]')?.getAttribute("content"),r=/dark|light/.test(e)?e:t??"";return r.includes("dark")&&(!r.includes("light")||Zu(Ii))}function Pi(n,e,t){globalThis.matchMedia?.(Ii).addEventListener("change",e,{signal:t});let r=new MutationObserver(e);for(let s of _i(
n))r.observe(s,{attributes:!0});t.addEventListener("abort",()=>r.disconnect())}function Zu(n){return globalThis.matchMedia?.(n).matches??!1}function*_i(n){let e=n;for(;e;)e=(e instanceof Element?e.assignedSlot:null)??(e instanceof ShadowRoot?e.host:e.parentNode),e instanceof Element&&(yield e)}function Qu(n,e){if(!n||n==="none")return null;let r=(n.match(/(?:rgba?|hsla?|lab|lch|oklab|oklch|color)\([^()]*\)|#[0-9a-f]{3,8}\b/gi)??[]).map(Br).filter(o=>o!==null);if(r.length>0)return r.reduce((o,i)=>o+
i,0)/r.length;if(!/url\(|image/.test(n))return null;let s=Br(e);return s===null?null:255-s}var Se=null;function Br(n){if(n==="transparent"||n==="rgba(0, 0, 0, 0)")return null;if(!Se){let o=document.createElement("canvas");o.width=o.height=1,Se=o.getContext("2d",{willReadFrequently:!0})}if(!Se)return null;Se.clearRect(0,0,1,1),Se.fillStyle=n,Se.fillRect(0,0,1,1);let[e,t,r,s]=Se.getImageData(0,0,1,1).data;return s<128?null:.299*e+.587*t+.114*r}var Ju=`
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
    --gsa-lost-soft: #fbe4d8;`,ed=`
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
    --gsa-lost-soft: #472616;`,Di=`
:host {
  display: block;
  --gsa-rem: max(1rem, 16px);
  ${Ju}
  color: var(--gsa-ink);
  font: 0.9375rem/1.45 var(--gsa-font, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
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
`,td=`@media screen { :host { ${ed} } }`,ji=new WeakMap;function nd(n,e){let t=ji.get(n)??new Map;ji.set(n,t);let r=t.get(e);return r||(r=new n.defaultView.CSSStyleSheet,r.replaceSync(Ui(e)),t.set(e,r)),r}function Ui(n){return n.replace(/(?<![\w.]|:\s*max\()(-?\d*\.?\d+)rem\b/g,"calc($1 * var(--gsa-rem))")}function rt(n,e,t){let r=t?[Di,e,td]:[Di,e];try{n.adoptedStyleSheets=r.map(s=>nd(n.ownerDocument,s)),n.querySelector("style")?.remove()}catch{n.querySelector("style")?.remove();let s=document.
createElement("style");s.textContent=Ui(r.join(`
`)),n.prepend(s)}}var rd="0px",_e=class{#e;#t;#n;#r;#s=null;#o=null;#i=null;#p;#c=null;#l=null;#u=!1;#h=x(!1);#f=x(!1);#a=x(!1);isNear=M(()=>this.#h.value&&this.#a.value);isOn=M(()=>this.#f.value&&this.#a.value);constructor(e,t,r){this.#e=e,this.#n=t,this.#r=r,this.#t=e.attachShadow({mode:"open"}),rt(this.#t,t,!1)}get lasts(){return this.#s!==null}connected(){clearTimeout(this.#p);let e=!this.#s;this.#s??=new AbortController,e||this.#c!==this.#e.ownerDocument?this.show():this.#d(),e&&this.#r.came(this.#s.signal)}disconnected(){
this.#p=setTimeout(()=>{for(let e of[this.#i,this.#o,this.#s])e?.abort();this.#i=this.#o=this.#s=this.#l=null,this.#h.value=this.#f.value=!1,this.#r.left()})}show(){if(!this.#s)return;this.#o?.abort(),this.#o=new AbortController;let{signal:e}=this.#o;this.#c!==this.#e.ownerDocument&&(this.#c=this.#e.ownerDocument,rt(this.#t,this.#n,this.#u));for(let t of this.#t.querySelectorAll(".root, .dock"))t.remove();try{this.#l=this.#r.show(e)}catch(t){this.#l=this.#w(t)}Object.assign(this.#l,{lang:"en",dir:"\
ltr"}),this.#g(this.#l,e),this.#d()}#d(){this.#i?.abort(),this.#i=new AbortController,this.dress(),Pi(this.#e,()=>this.dress(),this.#i.signal)}dress(){if(!this.#l)return;let e=Ni(this.#e),t=this.#e.getAttribute("theme"),r=t==="dark"||t!=="light"&&e;this.#l.toggleAttribute("data-island",r!==e),r!==this.#u&&(this.#u=r,rt(this.#t,this.#n,r),this.#r.dressed(r))}#g(e,t){let r=this.#e.ownerDocument,s=(i,a)=>t.addEventListener("abort",q(()=>{a.value=i.value}));s(ne(e,t,{first:!1}),this.#h),s(ne(e,t,{first:!1,
reach:rd}),this.#f),addEventListener("beforeprint",()=>this.#m(),{signal:t}),addEventListener("afterprint",()=>this.dress(),{signal:t});let o=()=>this.#a.value=!r.hidden;r.addEventListener("visibilitychange",o,{signal:t}),o()}#m(){this.#u=!1,rt(this.#t,this.#n,!1),this.#r.dressed(!1);for(let e of this.#t.querySelectorAll("canvas"))Zt(e)}#w(e){let t=document.createElement("div");t.className="root";let r=document.createElement("p"),s=/TrustedHTML/.test(String(e));return r.textContent=s?"This page \
requires Trusted Types. Its content security policy must allow those of this element: trusted-types gsa-net gsa-net-worker":`This cannot be shown: ${e instanceof Error?e.message:e}`,t.append(r),this.#t.append(t),t}};import{samples as ld}from"./samples.js";var Bi=`
.figure { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
.figure-body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; min-width: 0; }
.figure-foot { display: flex; flex-wrap: wrap; align-items: center; gap: 0 16px; font-size: 0.8125rem; color: var(--gsa-muted); }
.figure-foot :is(summary, .save) { display: inline-flex; align-items: center; height: 34px; padding: 0; border: 0; background: none; color: inherit; cursor: pointer; text-decoration: underline; text-decoration-color: var(--gsa-line-strong); text-underline-offset: 4px; }
.figure-foot :is(summary, .save):hover { color: var(--gsa-accent); }
.figure-word { margin-inline-start: auto; overflow-wrap: anywhere; }
.figure-word[data-failed] { display: flex; flex-wrap: wrap; flex: 1 0 100%; order: -1; align-items: center; justify-content: space-between; gap: 8px 12px; margin: 0; padding: 8px 8px 8px 14px; border-radius: 12px; background: var(--gsa-lost-soft); color: var(--gsa-ink); font-size: 0.875rem; }
.figure-word[data-failed] span { flex: 1 1 12em; }
.figure-word button { height: 36px; }
.figure-foot details { flex: none; max-width: 100%; }
.figure-foot details[open] { flex: 1 1 100%; order: 1; }
.figure-table { max-height: 22em; overflow: auto; border-block: 1px solid var(--gsa-line); }
.figure-table table { border-collapse: collapse; font-variant-numeric: tabular-nums; color: var(--gsa-ink); }
.figure-table :is(th, td) { padding: 4px 16px 4px 0; text-align: start; font-weight: 400; border-top: 1px solid var(--gsa-line); }
.figure-table thead th { position: sticky; top: 0; background: var(--gsa-ground); border: 0; font-weight: 600; vertical-align: bottom; }
@media (pointer: coarse) {
  .figure-foot :is(summary, .save), .figure-word button { height: 44px; }
}
`;function Wi(n,{said:e,table:t,title:r,files:s,retry:o,fileOf:i},a){let l=v(n,'<div class="figure-foot"></div>'),c=v(l,'<div class="figure-word"><span></span><button type="button" class="retry" hidden>Try again</button></div>');m(c,".retry").addEventListener("click",o,{signal:a}),w(a,()=>{let{state:u,message:d,canRetry:p}=e.value,h=m(c,"span");c.toggleAttribute("data-failed",u==="failed"),u==="failed"?h.setAttribute("role","alert"):h.removeAttribute("role"),E(h,d),m(c,".retry").hidden=!p}),s.length>
0&&sd(l,t,r,a);for(let u of s){let d=v(l,'<button type="button" class="save"></button>');d.textContent=`Save as ${u}`,d.addEventListener("click",()=>id(d,r,u,i),{signal:a})}l.append(c)}function sd(n,e,t,r){let s=v(n,`<details><summary>As a table</summary>
        <div class="figure-table" tabindex="0" role="region"></div>
      </details>`),o=m(s,".figure-table");o.setAttribute("aria-label",`${t}, as a table`),s.addEventListener("toggle",()=>s.open&&zi(o,e.peek()),{signal:r}),w(r,()=>{let i=e.value;s.open&&zi(o,i)})}function zi(n,{columns:e,rows:t}){if(t.length===0){n.textContent="Nothing has been asked yet.";return}let r=document.createElement("table"),s=r.createTHead().insertRow();for(let i of e)s.append(Wr("th",i,"col"));let o=r.createTBody();for(let[i,...a]of t)o.insertRow().append(Wr("th",i,"row"),...a.map(l=>Wr(
"td",l)));n.replaceChildren(r)}function Wr(n,e,t){let r=document.createElement(n);return t&&r.setAttribute("scope",t),r.textContent=od(e),r}function od(n){return typeof n!="number"||Number.isInteger(n)?String(n):Math.abs(n)<.001?n.toExponential(1):String(Number(n.toPrecision(4)))}async function id(n,e,t,r){let s=n.textContent;try{let o=document.createElement("a");o.href=URL.createObjectURL(await r(t)),o.download=`${e.toLowerCase().replaceAll(" ","-")}.${t.toLowerCase()}`,o.click(),setTimeout(()=>URL.
revokeObjectURL(o.href),6e4)}catch(o){n.textContent=o instanceof Error?o.message:String(o),setTimeout(()=>n.textContent=s,4e3)}}var cd=["polar","answers"],ud=7,Gi=`
${gn}
${Bi}
.figure-pad { --stage: 300px; }
.figure-pad[data-whole] { --stage: 536px; }
/* Beside a pad so small, not over its knob. */
@container (min-width: 461px) {
  .figure-pad:not([data-whole]) .tools { right: -52px; }
  .figure-pad:not([data-whole]) .spin { width: 44px; padding: 0; }
  .figure-pad:not([data-whole]) .spin span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
`,wn=class{#e;#t;#n=x("");#r=x(null);#s=x(null);#o=null;#i=x(!1);#p=x(0);#c=M(()=>B.get(this.#n.value)??null);said=M(()=>this.#a());table=M(()=>{let[e,t]=[this.#c.value,this.#s.value];return e&&t?e.figure.table(t):{columns:[],rows:[]}});constructor(e,t){this.#e=e,this.#t=t}show(e){this.#n.value=e?.trim()??"",!(e===null||this.#c.peek())&&this.#t({code:"invalid-figure",message:this.said.peek().message})}of(e){this.#r.value=e?.trim()||null}look(){this.#p.value++}dress(e){this.#i.value=e,this.#o?.dress(
e)}stay(e,t){let r=this.#e.ownerDocument,s=x(r.readyState!=="loading");r.addEventListener("DOMContentLoaded",()=>s.value=!0,{signal:t}),w(t,()=>{Gt.value,this.#p.value;let[o,i]=[this.#r.value,s.value];U(()=>{let{element:a,demo:l}=Zs(this.#e,o),c=!a&&o===null&&i;c||this.#u(),this.#s.value=c?this.#l():l})}),w(t,()=>{let o=this.#s.value;if(!o)return;let i=new AbortController;return U(()=>o.attention.join(e,i.signal)),()=>i.abort()}),t.addEventListener("abort",()=>{this.#u(),this.#s.value=null})}#l(){
if(this.#o)return this.#o;let e=()=>{},t={answered:e,settled:e,switched:e,chosen:e},r=this.#o=new Te({...t,failed:this.#t});return r.dress(this.#i.peek()),r.drawing.open(ld[ud].strokes),r.attention.join(x(!1),new AbortController().signal),r.connect(it),r}#u(){this.#o?.disconnect(),this.#o=null}mount(e,t){let r=v(e,'<div class="root figure" part="root" role="group"></div>');return w(t,()=>{let[s,o]=[this.#c.value,this.#s.value];this.#i.value;let i=new AbortController;return U(()=>this.#h(r,e,s,o,
i.signal)),()=>i.abort()}),r}#h(e,t,r,s,o){e.replaceChildren(),e.setAttribute("aria-label",r?.figure.title??"Figure");let i=v(e,'<div class="figure-body"></div>');r&&s&&(s===this.#o&&this.#f(e,i,s,o),r.figure.name==="maps"&&tt(i,s,o),s!==this.#o||r.figure.name!=="polar"?r.mount(i,s,o):an(i,s,o)),Wi(e,{said:this.said,table:this.table,title:r?.figure.title??"",files:r?ln.includes(r.figure.name)?["PNG","SVG"]:["PNG"]:[],retry:()=>this.#s.peek()?.loading.retry(),fileOf:async a=>a==="PNG"?this.toBlob(
t):new Blob([await this.toSVG(t)],{type:"image/svg+xml"})},o)}#f(e,t,r,s){let o=this.#c.peek()?.figure.name==="polar",i=v(t,'<div class="figure-pad"></div>');i.toggleAttribute("data-whole",o),Ur(i,r,s,!0,o),Je(t,r,s),et(t,r,s),zr(e,r,s)}#a(){let e=[...B.keys()].join(", "),[t,r,s]=[this.#n.value,this.#c.value,this.#s.value];if(!r){let f=t?`There is no figure “${t.slice(0,40)}”`:"This figure has no name";return Fr(`${f}; there are ${e}.`,!1)}if(!s){let f=this.#r.value;return st(`Waiting for th\
e demonstration${f===null?"":` “${f.slice(0,40)}”`}.`)}let{asking:o,networks:i,drawing:a,turning:l}=s,c=i.shown.value.filter(({error:f})=>!f.value),u=i.shown.value.find(({error:f})=>f.value)?.error.value,d=s.failure.value??o.unanswered.value??null;if(d)return Fr(d.message,!0);if(c.length===0&&u)return Fr(u.message,!0);if(a.isEmpty.value)return st("Draw a digit.");if(c.length===0||c.some(({info:f})=>!f.value))return st("Loading…");if(o.blank.value==="nearly")return st("Draw a little more.");
if(s.isUntaught.value&&cd.includes(r.figure.name))return Fi;let{rows:p}=this.table.value;o.answers.value,l.angle.value,a.version.value;let h=U(()=>{let{questions:f}=o;return f.isAnswered(f.version)});return p.length>0&&h&&gr(r,s)?Fi:st("Asking…")}async#d(){let e=this.#s.peek(),{state:t,message:r}=this.said.peek();if(!e||t==="failed")throw new Error(r);if(e.drawing.isEmpty.peek())throw new Error("There is no drawing yet.");let s=[e.study.everything(),e.attention.hold()];e.study.rest();try{await new Promise(
(o,i)=>{s.push(q(()=>{let{state:a,message:l}=this.said.value;this.#s.value!==e?i(new Error("The demonstration is gone.")):e.drawing.isEmpty.value?i(new Error("There is no drawing any more.")):a==="ready"?o(e):a==="failed"&&i(new Error(l))}))})}finally{for(let o of s)o()}return e}async toBlob(e){return nt(e,await this.#d(),[this.#n.peek()])}async toSVG(e){return Or(e,await this.#d(),this.#n.peek())}},Fi={state:"ready",message:"",canRetry:!1};function st(n){return{state:"waiting",message:n,canRetry:!1}}
function Fr(n,e){return{state:"failed",message:n,canRetry:e}}var Gr=class extends ot{static get observedAttributes(){return["name","for","theme"]}static get names(){return[...B.keys()]}#e=new wn(this,e=>{this.dispatchEvent(new CustomEvent("error",{detail:e}))});#t=new _e(this,Gi,{show:e=>this.#e.mount(this.#n,e),came:e=>{this.#e.stay(this.#t.isNear,e),w(e,()=>this.setAttribute("state",this.#e.said.value.state))},left:()=>{},dressed:e=>this.#e.dress(e)});get#n(){return this.shadowRoot}connectedCallback(){for(let e of["name","htmlFor"])this.#s(e);this.#t.connected(),
this.#e.look()}disconnectedCallback(){this.#t.disconnected()}connectedMoveCallback(){this.connectedCallback()}attributeChangedCallback(e,t,r){t!==r&&(e==="name"?this.#e.show(r):e==="for"?this.#e.of(r):this.#t.dress())}get name(){return this.getAttribute("name")??""}set name(e){this.#r("name",e)}get htmlFor(){return this.getAttribute("for")??""}set htmlFor(e){this.#r("for",e)}get state(){return this.#e.said.peek().state}table(){return this.#e.table.peek()}toBlob(){return this.#e.toBlob(this.#n)}toSVG(){
return this.#e.toSVG(this.#n)}#r(e,t){t==null?this.removeAttribute(e):this.setAttribute(e,String(t))}#s(e){if(!Object.hasOwn(this,e))return;let t=this,r=t[e];delete t[e],t[e]=r}};var[pd,hd]=it,qi=["auto","webgpu","cpu"],fd=["full","compact"],md=["polar","answers"],gd=4e3,wd=["networks","model","compare","engine","angle","strokes","layer","channel","trial","view","figures"],Hi=class extends ot{static get observedAttributes(){return["networks","model","compare","angle","engine","theme","sample","layer","channel","view","figures"]}#e=new Te({answered:e=>{this.dispatchEvent(new CustomEvent("predict",{detail:e,bubbles:!0,composed:!0}))},failed:e=>{this.dispatchEvent(new CustomEvent(
"error",{detail:e}))},settled:()=>this.#u(),switched:e=>this.setAttribute("engine",e),chosen:()=>{let e={networks:this.networks};this.dispatchEvent(new CustomEvent("networks",{detail:e,bubbles:!0,composed:!0}))}});#t=new _e(this,gn,{show:e=>Ri(this.#n,this.#e,e,this.#i),came:e=>this.#r(e),left:()=>this.#e.disconnect(),dressed:e=>this.#e.dress(e)});get#n(){return this.shadowRoot}connectedCallback(){for(let e of wd)this.#c(e);this.#t.connected()}disconnectedCallback(){this.#t.disconnected()}connectedMoveCallback(){
this.#t.connected()}#r(e){let t=this.#e;t.attention.join(this.#t.isNear,e),t.connect(this.#s),Ys(this,t,e);let{isOn:r}=this.#t,s=!1;w(e,()=>{s&&!r.value&&t.turning.stop(),s=r.value}),this.hasAttribute("intro")&&Xs(t,r,e)}attributeChangedCallback(e,t,r){if(t===r)return;let{turning:s}=this.#e;switch(e){case"angle":r===null?s.set(0):r.trim()!==""&&Number(r)===s.angle.peek()||this.#l(r);break;case"engine":this.#d(r??"auto");break;case"theme":this.#t.dress();break;case"view":case"figures":this.#a(e,r),
this.#t.show();break;case"sample":this.#f(r);break;case"layer":case"channel":this.#h(e,r);break;case"networks":Sn(r??"").length>3&&this.#o(),this.#e.show(this.#s);break;default:this.hasAttribute("networks")||this.#e.show(this.#s)}}get networks(){return this.#e.picked?this.#e.values.slice():this.#s}set networks(e){if(e==null){this.removeAttribute("networks"),this.#e.picked&&this.#e.show(this.#s);return}let t=Array.isArray(e)?ws(e.slice(0,4).map(String)):String(e);this.getAttribute("networks")===t&&
this.#e.show(this.#s),this.setAttribute("networks",t)}get model(){return this.getAttribute("model")??pd}set model(e){e==null?this.removeAttribute("model"):this.setAttribute("model",e)}get compare(){return this.getAttribute("compare")??hd}set compare(e){e==null?this.removeAttribute("compare"):this.setAttribute("compare",e)}get angle(){return this.#e.turning.angle.peek()}set angle(e){this.#l(e??0)&&this.#u()}get layer(){return this.#e.looking.at.peek().layer}set layer(e){this.#h("layer",e)}get channel(){
return this.#e.looking.at.peek().channel}set channel(e){this.#h("channel",e)}get trial(){return{...this.#e.trial.peek()}}set trial(e){this.#e.vary(Os(e))}get engine(){return this.#e.choice.peek()}set engine(e){e==null?this.removeAttribute("engine"):this.setAttribute("engine",e)}get strokes(){return Es(this.#e.drawing.strokes.peek())}set strokes(e){try{this.#e.drawing.put(ys(e??[]))}catch(t){this.#e.warn(fe(t))}}get view(){return this.getAttribute("view")?.trim()==="compact"?"compact":"full"}set view(e){
this.#p("view",e)}get figures(){return[...this.#i.figures]}set figures(e){this.#p("figures",Array.isArray(e)?e.join(" "):e)}get prediction(){return this.#e.prediction}get predictions(){return this.#e.networks.predictions}get ready(){let{attention:e,loading:t}=this.#e;return e.during(t.ready)}clear(){this.#e.drawing.clear()}undo(){this.#e.drawing.undo()}predict(){return this.#e.asking.predict()}async toBlob(){let{drawing:e,study:t,attention:r}=this.#e;if(!this.#t.lasts)throw new Error("The elemen\
t is not on a page.");if(e.isEmpty.peek())throw new Error("There is no drawing yet.");let s=[t.everything(),r.hold()];try{if(await this.predict(),await li(this.#e,this.figures,gd),!this.#t.lasts)throw new Error("The element was taken off the page.");return await nt(this.#n,this.#e,this.figures)}finally{for(let o of s)o()}}get#s(){let e=Sn(this.getAttribute("networks")??"").slice(0,3);return e.length>0?e:this.compare==="none"||this.compare===""?[this.model]:[this.model,this.compare]}#o(){let e=`${3}\
 networks at most stand side by side; those after them are left out.`;this.#e.warn(new $("invalid-model",e))}get#i(){let e=this.view==="compact",r=mr(this.getAttribute("figures"))?.filter(s=>B.has(s));return{isCompact:e,figures:r??(e?md:[...B.keys()])}}#p(e,t){t==null?this.removeAttribute(e):this.setAttribute(e,String(t))}#c(e){if(!Object.hasOwn(this,e))return;let t=this,r=t[e];delete t[e],t[e]=r}#l(e){let r=typeof e=="number"||typeof e=="string"&&e.trim()!==""?Number(e):NaN;if(!Number.isFinite(
r)){let o=`${typeof e=="string"?`“${e.slice(0,40)}”`:"This"} is not an angle in degrees.`;return this.#e.warn(new $("invalid-angle",o)),!1}return this.#e.turning.set(T(r)),!0}#u(){let e=String(this.angle);this.getAttribute("angle")!==e&&this.setAttribute("angle",e)}#h(e,t){let{looking:r}=this.#e;if(t==null){r.put(e==="layer"?{layer:0}:{channel:null});return}let o=typeof t=="number"||typeof t=="string"&&t.trim()!==""?Number(t):NaN;if(Number.isInteger(o)&&o>=0)r.put({[e]:o});else{let a=`${typeof t==
"string"?`“${t.slice(0,40)}”`:"This"} is not a ${e}; they are counted from 0.`;this.#e.warn(new $(`invalid-${e}`,a))}}#f(e){let t=dd.find(({digit:r})=>String(r)===e?.trim());if(t)this.#e.drawing.open(t.strokes);else if(e!==null){let r=`“${e.slice(0,40)}” is not a sample; there are the digits 0 to 9.`;this.#e.warn(new $("invalid-strokes",r))}}#a(e,t){let[r,s]=e==="view"?[fd,"view"]:[[...B.keys()],"figure"],o=(mr(t)??[]).filter(l=>!r.includes(l));if(o.length===0)return;let i=o.map(l=>`“${l.
slice(0,40)}”`).slice(0,4),a=`${i.join(", ")} ${i.length>1?`are no ${s}s`:`is no ${s}`}; there are ${r.join(", ")}.`;this.#e.warn(new $(`invalid-${s}`,a))}#d(e){if(qi.includes(e)){this.#e.chooseEngine(e);return}let t=`“${e.slice(0,40)}” is not an engine; there are ${qi.join(", ")}.`;this.#e.warn(new $("invalid-engine",t))}};export{Hi as GsaDemo,Gr as GsaFigure,Vi as configure};
//# sourceMappingURL=element.js.map
