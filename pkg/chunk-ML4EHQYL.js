var Oi=Object.defineProperty;var D=(n,t)=>{for(var e in t)Oi(n,e,{get:t[e],enumerable:!0})};var Qt=globalThis.HTMLElement??class{};var Ir="This device has not enough free memory for the networks. Close other pages or programs, then try again.",$=class extends Error{url="";constructor(t,e,r){super(e,r),this.name="GsaError",this.code=t}};function Nr(n){return n instanceof Error&&n.name==="GsaError"?n.code:"failed"}function G(n){let t;try{t=String(n instanceof Error?n.message:n)}catch{t="an error that has no text"}return t=at(t),t.length>500?`${t.slice(0,500)}…`:t}function Pr(n){let t=at(n);return t.length>120?`${t.slice(0,100)}…`:t}function at(n){return n.replace(/\b((?:https?|wss?|ftp|file):[/\\]*)[^/\\?#]{0,1000}@/gi,"$1")}var $i=/\/node_modules\/\.(?!pnpm\/)(?:[\w.-]+\/)+?deps\//;function P(n){return n.href.replace($i,"/node_modules/gsa-net/")}var Ti=P(new URL("./gsa_net_bg.wasm",import.meta.url)),Li=P(new URL("./gsa_net_relaxed_bg.wasm",import.meta.url)),Ci={module:P(new URL("./plain/gsa_net.js",import.meta.url)),wasm:P(new URL("./plain/gsa_net_bg.wasm",import.meta.url))},C={worker:P(new URL("./worker.js",import.meta.url)),models:{r8f_sa_upright:P(new URL("./models/r8f_sa_upright.safetensors",import.meta.url)),z2_sa_upright:P(new URL("./models/z2_sa_upright.safetensors",import.meta.url)),r8f_sa:P(new URL("./models/r8f_sa.safetensors",
import.meta.url)),r4_sa:P(new URL("./models/r4_sa.safetensors",import.meta.url)),z2_sa:P(new URL("./models/z2_sa.safetensors",import.meta.url)),r8f_sa_drawn:P(new URL("./models/r8f_sa_drawn.safetensors",import.meta.url)),r4_sa_drawn:P(new URL("./models/r4_sa_drawn.safetensors",import.meta.url)),z2_sa_drawn:P(new URL("./models/z2_sa_drawn.safetensors",import.meta.url)),r4_sa_published:P(new URL("./models/r4_sa_published.safetensors",import.meta.url)),r8_sa:P(new URL("./models/r8_sa.safetensors",import.meta.
url)),r12_sa:P(new URL("./models/r12_sa.safetensors",import.meta.url)),r16_sa:P(new URL("./models/r16_sa.safetensors",import.meta.url))},catalogue:P(new URL("./catalogue.json",import.meta.url))};function Ri(n){let{models:t,...e}=n;Object.assign(C,e),C.models={...C.models,...t}}function _r(){let{module:n,wasm:t,relaxed:e,plain:r}=C,s=({module:i,wasm:a})=>({module:Y(i),wasm:a&&Y(a)}),o=n||t;return{module:n&&Y(n),wasm:t||!n?Y(t||Ti):void 0,relaxed:e||!o?Y(e||Li):void 0,plain:r?s(r):o?null:s(Ci)}}function Y(n){
return new URL(n,document.baseURI).href}function _t(n){let t=Object.hasOwn(C.models,n)?C.models[n]:void 0;if(t)return Y(t);if(t===null){let r=Object.keys(C.models).filter(s=>C.models[s]);throw new $("model-unreachable",`“${n}” needs the page from a server; without one there are ${r.join(", ")}.`)}if(/^\w*$/.test(n)){let r=Object.keys(C.models).join(", ");throw new $("invalid-model",`There is no built-in model “${at(n).slice(0,80)}”. Built in are ${r}; any other is given by the address of\
 its .safetensors file.`)}let e;try{e=new URL(n,document.baseURI)}catch{throw new $("invalid-model",`“${at(n).slice(0,80)}” is not an address.`)}if(!["http:","https:","blob:","data:","file:"].includes(e.protocol))throw new $("invalid-model",`Models cannot be loaded from “${e.protocol.slice(0,80)}”.`);return e.href}function I(n){let t=n%360,e=t<0?t+360:t;return e===360?0:e+0}var Ii=3;function mt(n){let t=Math.round(n/90)*90;return Math.abs(n-t)<=Ii?t:null}var Dr=["r8f_sa_upright","z2_sa_upright"];var Ni=Symbol.for("preact-signals");function ne(){if(rt>1)rt--;else{var n,t=!1;for((function(){var s=te;for(te=void 0;s!==void 0;){var o=s.S;if(o.v===s.v)for(var i=o.t;i!==void 0;i=i.x)i.i===s.i&&(i.i=o.i);s=s.o}})();jt!==void 0;){var e=jt;for(jt=void 0,Jt++;e!==void 0;){var r=e.u;if(e.u=void 0,e.f&=-3,!(8&e.f)&&Ur(e))try{e.c()}catch(s){t||(n=s,t=!0)}e=r}}if(Jt=0,rt--,t)throw n}}function j(n){if(rt>0)return n();Qe=++Pi,rt++;try{return n()}finally{ne()}}var Dt,T=void 0;function z(n){var t=T,e=Dt;
T=void 0,Dt=void 0;try{return n()}finally{T=t,Dt=e}}var jt=void 0,rt=0,Jt=0,Pi=0,Qe=0,te=void 0,ee=0;function jr(n){if(T!==void 0){var t=n.n;if(t===void 0||t.t!==T)return t={i:0,S:n,p:T.s,n:void 0,t:T,e:void 0,x:void 0,r:t},T.s!==void 0&&(T.s.n=t),T.s=t,n.n=t,32&T.f&&n.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=T.s,t.n=void 0,T.s.n=t,T.s=t),t}}function B(n,t){this.v=n,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.
name=t?.name}B.prototype.brand=Ni;B.prototype.h=function(){return!0};B.prototype.S=function(n){var t=this,e=this.t;e!==n&&n.e===void 0&&(n.x=e,this.t=n,e!==void 0?e.e=n:z(function(){var r;(r=t.W)==null||r.call(t)}))};B.prototype.U=function(n){var t=this;if(this.t!==void 0){var e=n.e,r=n.x;e!==void 0&&(e.x=r,n.e=void 0),r!==void 0&&(r.e=e,n.x=void 0),n===this.t&&(this.t=r,r===void 0&&z(function(){var s;(s=t.Z)==null||s.call(t)}))}};B.prototype.subscribe=function(n){var t=this;return q(function(){
var e=t.value;z(function(){return n(e)})},{name:"sub"})};B.prototype.valueOf=function(){return this.value};B.prototype.toString=function(){return this.value+""};B.prototype.toJSON=function(){return this.value};B.prototype.peek=function(){var n=this;return z(function(){return n.value})};Object.defineProperty(B.prototype,"value",{get:function(){var n=jr(this);return n!==void 0&&(n.i=this.i),this.v},set:function(n){if(n!==this.v){if(Jt>100)throw new Error("Cycle detected");(function(e){rt!==0&&Jt===
0&&e.l!==Qe&&(e.l=Qe,te={S:e,v:e.v,i:e.i,o:te})})(this),this.v=n,this.i++,ee++,rt++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{ne()}}}});function x(n,t){return new B(n,t)}function Ur(n){for(var t=n.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function zr(n){for(var t=n.s;t!==void 0;t=t.n){var e=t.S.n;if(e!==void 0&&(t.r=e),t.S.n=t,t.i=-1,t.n===void 0){n.s=t;break}}}function Br(n){for(var t=n.s,e=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&
(r.n=t.n),t.n!==void 0&&(t.n.p=r)):e=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}n.s=e}function gt(n,t){B.call(this,void 0,t),this.x=n,this.s=void 0,this.g=ee-1,this.f=4}gt.prototype=new B;gt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===ee))return!0;if(this.g=ee,this.f|=1,this.i>0&&!Ur(this))return this.f&=-2,!0;var n=T;try{zr(this),T=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=
16,this.i++}return T=n,Br(this),this.f&=-2,!0};gt.prototype.S=function(n){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}B.prototype.S.call(this,n)};gt.prototype.U=function(n){if(this.t!==void 0&&(B.prototype.U.call(this,n),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}};gt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var n=this.t;n!==void 0;n=n.x)n.t.N()}};Object.defineProperty(gt.prototype,"value",{get:function(){if(1&this.f)throw new Error(
"Cycle detected");var n=jr(this);if(this.h(),n!==void 0&&(n.i=this.i),16&this.f)throw this.v;return this.v}});function M(n,t){return new gt(n,t)}function Wr(n){var t=n.j;if(n.j=void 0,typeof t=="function"){rt++;var e=T;T=void 0;try{t()}catch(r){throw n.f&=-2,n.f|=8,Je(n),r}finally{T=e,ne()}}}function Je(n){for(var t=n.s;t!==void 0;t=t.n)t.S.U(t);n.x=void 0,n.s=void 0,Wr(n)}function _i(n){if(T!==this)throw new Error("Out-of-order effect");Br(this),T=n,this.f&=-2;try{8&this.f&&Je(this)}finally{ne()}}
function Et(n,t){this.x=n,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Dt&&Dt.push(this)}Et.prototype.c=function(){var n=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t=="function"&&(this.j=t)}finally{n()}};Et.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Wr(this),zr(this),rt++;var n=T;return T=this,_i.bind(this,n)};Et.prototype.N=function(){2&this.f||(this.f|=2,this.u=jt,jt=this)};Et.prototype.d=function(){
this.f|=8,1&this.f||Je(this)};Et.prototype.dispose=function(){this.d()};function q(n,t){var e=new Et(n,t);try{e.c()}catch(s){throw e.d(),s}var r=e.d.bind(e);return r[Symbol.dispose]=r,r}async function Fr(n,t){if(!(t instanceof TypeError)||!/^https?:/.test(n))return t;let{origin:e,host:r}=new URL(n);if(e===globalThis.location?.origin)return t;let s={method:"HEAD"};try{let{ok:o,status:i}=await fetch(n,{...s,signal:AbortSignal.timeout(5e3)});return o?t:new Error(`the server answered ${i}`,{cause:t})}catch{}try{await fetch(n,{...s,mode:"no-cors",signal:AbortSignal.timeout(5e3)})}catch{return t}return new Error(`${r} does not let pages of other sites read it; its server would have t\
o send “Access-Control-Allow-Origin” with it`,{cause:t})}var Ut=64*1024*1024,qr=20,re=class{#t=new Map;fetch(t,e){let r=this.#t.get(t)??this.#e(t);r.wanted++;let s=()=>{--r.wanted===0&&r.giveUp.abort()};return e.addEventListener("abort",s,{once:!0}),r.bytes}#e(t){let e=new AbortController,r={bytes:en(t,e.signal),wanted:0,giveUp:e},s=()=>{this.#t.get(t)===r&&this.#t.delete(t)};return e.signal.addEventListener("abort",s),r.bytes.then(s,s),this.#t.set(t,r),r}};async function en(n,t){let e=new AbortController,r=()=>e.abort(t.reason);t.addEventListener("ab\
ort",r);let s=0,o=setInterval(()=>{if(++s<qr)return;let i=`the server has sent nothing for ${qr} seconds; check the address and try again`;e.abort(new Error(i))},1e3);try{t.throwIfAborted();let i=await tn(fetch(n,{signal:e.signal}),e.signal);if(!i.ok)throw new Error(`the server answered ${i.status} ${i.statusText}`.trim());Gr(Number(i.headers.get("content-length")??0));let a=[],l=0,c=i.body?.getReader();for(;;){let u=c&&await tn(c.read(),e.signal);if(!u?.value)break;s=0,a.push(u.value),l+=u.value.
byteLength,Gr(l)}return Di(a,l)}catch(i){let a=e.signal.aborted?e.signal.reason:await tn(Fr(n,i),e.signal).catch(l=>l);throw new $("model-unreachable",`The model file could not be fetched from ${Pr(n)}: ${G(a)}.`,{cause:a})}finally{clearInterval(o),t.removeEventListener("abort",r),e.abort()}}function tn(n,t){return new Promise((e,r)=>{t.addEventListener("abort",()=>r(t.reason),{once:!0}),n.then(e,r)})}function Gr(n){if(n>Ut)throw new Error(`it is larger than ${Ut/1024/1024} MB`)}function Di(n,t){
let e=new Uint8Array(t),r=0;for(let s of n)e.set(s,r),r+=s.byteLength;return e}function H(n){let t=n.indexOf("#");return t<0?n:n.slice(0,t)}function ji(n){let t=new URLSearchParams(n.slice(H(n).length+1)),e=t.get("seed")??"",[r,s]=[t.get("index"),t.get("positions")],o={};return/^\d{1,10}$/.test(e)&&Number(e)<4294967296&&(o.seed=Number(e)),(r==="exact"||r==="published")&&(o.index=r),(s==="turning"||s==="still")&&(o.positions=s),o}function Hr(n,t){let e=Object.entries({...ji(n),...t});if(e.length===0)return n;let r=new URLSearchParams(e.map(([s,o])=>[s,String(o)]));return`${H(
n)}#${r}`}var Ui=8*1024*1024,se=class{#t=new re;#e=new Map;async fetch(t,e){let r=this.kept(t)??await this.#t.fetch(H(t),e);return this.#n(t,r),r}kept(t){return this.#e.get(H(t))}forget(t){this.#e.delete(H(t))}#n(t,e){let r=H(t);this.#e.delete(r),this.#e.set(r,e);let s=0;for(let{byteLength:o}of this.#e.values())s+=o;for(let[o,{byteLength:i}]of this.#e){if(s<=Ui)break;this.#e.delete(o),s-=i}}};function Kr(){return`gsa-net ${Array.from(crypto.getRandomValues(new Uint32Array(4))).join(" ")}`}function Xr(n,t,e,r){let s=new AbortController,{signal:o}=s,i=()=>{o.aborted||(s.abort(),r())};if(t)return navigator.locks.request(t,{signal:o},i).catch(()=>{}),()=>s.abort();let a=0,l=setInterval(()=>{e()||globalThis.document?.hidden?a=0:++a>4?i():n.postMessage({ping:!0})},2e3);return o.addEventListener("abort",()=>clearInterval(l)),n.addEventListener("message",()=>a=0,{signal:o}),()=>s.abort()}var zi="gsa-net-worker",oe;function nn(n){try{oe??=globalThis.trustedTypes?.createPolicy(zi,{createScriptURL:t=>t})}catch{oe=null}return oe?oe.createScriptURL(n):n}function Yr(n){return n.startsWith("blob:")?new Worker(nn(n),{name:"gsa-demo"}):new Worker(nn(n),{type:"module",name:"gsa-demo"})}function Vr(n){let t=`import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ ${JSON.stringify(n)}).catch((error) => setTimeout(() => { throw error; }));`,e=URL.createObjectURL(new Blob([t],{type:"text/javascript"})),r=new Worker(nn(e),{name:"gsa-demo"});
return r.addEventListener("message",()=>URL.revokeObjectURL(e),{once:!0}),r.addEventListener("error",()=>URL.revokeObjectURL(e),{once:!0}),r}function Zr(n){return n===0?import("./runner.js"):import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ `${new URL("./runner.js",import.meta.url)}#attempt-${n}`)}function Qr(n,t){return new Promise((e,r)=>{let s=n(),o=setTimeout(()=>l("it did not start in time"),2e4),i=new AbortController,{signal:a}=i;function l(c){clearTimeout(o),i.abort(),s.terminate(),r(new Error(c))}s.addEventListener("message",({data:c})=>{
if(c.locked===void 0){s.postMessage(t);return}clearTimeout(o),i.abort(),e({worker:s,said:c})},{signal:a}),s.addEventListener("error",c=>{c.preventDefault(),l(c.message||"the browser refused to start it")},{signal:a})})}async function Jr({attempt:n,ofPool:t=!1,compiled:e=null},r){let s=Y(C.worker),o={..._r(),attempt:n},i=[],a=[["worker",()=>Yr(s)],["blob worker",()=>Vr(s)]];for(let[u,p]of t?a.slice(0,1):a)try{let d=Kr(),{worker:h,said:f}=await Qr(p,{hello:{...o,compiled:e,lock:d}});return Bi(u,i,h,f.locked?d:null,r)}catch(d){i.push(`No ${u}: ${G(d)}`)}if(t)throw new Error(i.join(" "));let{Runner:l}=await Zr(n),c=new l(o,r.chosen);return{name:"main thread",reasons:i,post:(u,p,d)=>{setTimeout(()=>c.run(p,d,h=>r.runs(
u,h)).then(h=>r.settled(u,h,null),h=>r.settled(u,null,{code:Nr(h),message:G(h)})))},close:()=>{}}}function Bi(n,t,e,r,s){let o=Xr(e,r,s.computes,()=>s.died("its worker was ended"));return e.addEventListener("message",({data:i})=>{i.runs!==void 0?s.runs(i.id,i.runs):i.chosen!==void 0?s.chosen(i.chosen):i.compiled?s.compiled(i.compiled):i.id!==void 0&&s.settled(i.id,i.reply,i.error??null)}),e.addEventListener("error",i=>{i.preventDefault(),s.died(G(i.message||"an unknown error"))}),{name:n,reasons:t,
post:(i,a,l)=>e.postMessage({id:i,request:a,files:l}),close:()=>{o(),e.terminate()}}}var Wi=60,ts=180,Fi=15,qi=0,Mt=class{#t;#e;#n=null;#r;busy=null;constructor(t,e){this.#t=t,this.#e=e}async run(t,e){let r={id:++qi,waiting:t,request:e,seconds:0,url:"",stale:!1};this.busy=r,this.#d(r);try{let s=await(this.#n??=this.#s());this.busy===r&&s.post(r.id,e,t.files)}catch(s){if(this.busy!==r)return;this.end(),this.#e.unopened(r,G(s))}}#s(){let t=Jr(this.#t(),{runs:(e,r)=>this.#i(e,r),settled:(e,r,s)=>this.#c(e,r,s),chosen:e=>this.#e.chosen(e),compiled:e=>this.#e.compiled(e),computes:()=>!!this.
busy?.url,died:e=>{this.#n===t&&this.#e.died(this.end(),e)}});return t.then(e=>this.#n===t&&this.#e.opened(e),()=>{}),t}end(){return this.#n?.then(t=>t.close(),()=>{}),this.#n=null,this.#o()}#o(){clearInterval(this.#r);let{busy:t}=this;return this.busy=null,t}#i(t,e){let{busy:r}=this;r?.id===t&&(r.url=e,r.seconds=0,this.#d(r))}#d(t){clearInterval(this.#r),this.#r=setInterval(()=>{if(t.seconds++,t.url)if(t.seconds>=Wi){let e="This network is too slow for a page: it took more than a minute. Choose\
 another.";this.end(),this.#e.refused(t,St("model-too-slow",e,t.url))}else t.stale&&t.seconds>=Fi&&(this.end(),this.#e.unwanted(t));else{if(t.seconds<ts)return;this.end();let e=ts/60;this.#e.unopened(t,`The engine has not begun within ${e} minutes.`)}},1e3)}#c(t,e,r){if(this.busy?.id!==t)return;let{busy:s}=this;if(this.#o(),!r){this.#e.answered(s,e);return}let{code:o,message:i}=r;(o==="engine-crashed"||i===Ir)&&this.end(),this.#e.refused(s,St(o,i,s.url))}};function St(n,t,e){let r=new $(n,t);return r.
url=e,r}var Gi=3,Hi=15e3,ie=class{#t;#e;#n=[];#r;constructor(t,e){this.#t=t,this.#e=e,this.renew()}get stations(){return this.#n}renew(){this.close();let t=Math.max(1,Math.min(Gi,(navigator.hardwareConcurrency||1)-1));this.#n=Array.from({length:t},()=>this.#s())}close(){clearTimeout(this.#r);for(let t of this.#n)t.end()}#s(){let t={...this.#e,answered:(r,s)=>{this.#i(),this.#e.answered(r,s)},refused:(r,s)=>{let o=s.code==="engine-crashed"||s.code==="engine-unavailable";o&&this.#o(e),o?this.#e.died(r,s.message):
this.#e.refused(r,s)},died:(r,s)=>{r&&this.#o(e),this.#e.died(r,s)},unopened:(r,s)=>{this.#o(e),this.#e.died(r,s)}},e=new Mt(this.#t,t);return e}#o(t){t.end(),this.#n=this.#n.filter(e=>e!==t)}#i(){clearTimeout(this.#r),this.#r=setTimeout(()=>{this.#n.every(({busy:t})=>!t)&&this.close()},Hi)}};function K(n,t){return n.version!==t.version||t.pen}function ae(n){return"models"in n?n.models.map(({url:t})=>t):[n.url]}var Ki=5e3,es=2,wt=null,zt=new Map,rs;function ss(n,t){return clearTimeout(rs),zt.set(n,t),wt??=new rn(e=>zt.forEach(r=>r(e))),wt}globalThis.addEventListener?.("pagehide",()=>wt?.leave());globalThis.addEventListener?.("pageshow",()=>wt?.comeBack());function os(n){wt?.withdraw(n),!(!zt.delete(n)||zt.size>0)&&(rs=setTimeout(()=>{zt.size>0||(wt?.close(),wt=null)},Ki))}var rn=class{#t;#e;#n=new se;#r=new Map;#s=new WeakMap;#o=0;#i=0;#d=0;#c=!1;#l=!1;#u=null;place=null;reasons=[];constructor(t=()=>{}){
let e={answered:(r,s)=>this.#y(r,s),refused:({waiting:r},s)=>this.#v(r,s),unwanted:({waiting:r})=>this.#w(r),died:(r,s)=>this.#x(r,s),unopened:({waiting:r},s)=>this.#v(r,new $("engine-unavailable",s)),opened:({name:r,reasons:s})=>{this.place=r,this.reasons=s},chosen:t,compiled:r=>this.#u=r};this.#t=new Mt(()=>({attempt:this.#d++}),e),this.#e=new ie(()=>({attempt:0,ofPool:!0,compiled:this.#u}),{...e,died:r=>r&&this.#k(r),opened:()=>{},chosen:()=>{},compiled:()=>{}})}get lanes(){return this.place===
"worker"?this.#e.stations.length:0}get#p(){return[this.#t,...this.#e.stations]}running(t){let{busy:e}=this.#t;return!e?.url||e.waiting.client!==t?null:{url:e.url,seconds:e.seconds}}ask(t,e,r,s){return new Promise((o,i)=>{let a=this.#s.get(t);a===void 0&&this.#s.set(t,a=this.#o++);let l=`${a}/${e}`,c=/^(apart )?load/.test(e),u=this.#r.get(l);if(u?.fetching&&!c){u.resolve(null),Object.assign(u,{priority:r,build:s,resolve:o,reject:i});return}u&&this.#a(u),c&&this.#f(t);for(let{busy:g}of this.#p)!c||
g?.waiting.client!==t||(g.stale||=g.waiting.key===l||!g.waiting.loads);let p=/^(lane|apart) /.test(e),d=e.startsWith("apart"),h={client:t,key:l,loads:c,spreads:p,apart:d,priority:r,build:s,resolve:o,reject:i},f={files:new Map,fetching:!1,deaths:0,dropped:new AbortController};this.#r.set(l,{...h,...f}),queueMicrotask(()=>this.#h())})}#f(t){for(let e of this.#r.values())e.client===t&&e.fetching&&!e.loads&&this.#a(e)}withdraw(t){for(let e of this.#r.values())e.client===t&&this.#a(e);for(let{busy:e}of this.#p)
e?.waiting.client===t&&(e.stale=!0,this.#a(e.waiting))}stopAt(t,e,r){let s=`${this.#s.get(t)}/${e}`,o=(a,l)=>this.#v(a,St("model-stopped",ns(l),r));for(let a of this.#p){let{busy:l}=a;l?.waiting.key===s&&(a.end(),o(l.waiting,l.seconds))}let i=this.#r.get(s);i&&o(i,0)}stop(t){let{busy:e}=this.#t;if(!e?.url||e.waiting.client!==t)return;this.#t.end();let r=St("model-stopped",ns(e.seconds),e.url);this.#v(e.waiting,r)}restart(){let t=this.#p.map(e=>e.busy);this.#t.end(),this.#e.renew(),this.reasons=[];
for(let e of t)e&&this.#m(e.waiting);this.#h()}leave(){this.#l=!0;let t=this.#p.map(e=>e.busy);this.#t.end(),this.#e.close();for(let e of t)e&&this.#m(e.waiting)}comeBack(){this.#l=!1,this.#h()}close(){this.#c=!0;for(let t of this.#r.values())this.#a(t);for(let{busy:t}of this.#p)t&&this.#a(t.waiting);this.#t.end(),this.#e.close()}#a(t){this.#r.get(t.key)===t&&this.#r.delete(t.key),t.dropped.abort(),t.resolve(null)}#h(){if(this.#c||this.#l)return;let t=this.lanes===0;this.#g(this.#t,({spreads:e})=>t||
!e);for(let e of this.#e.stations)this.#g(e,({spreads:r})=>r)}#g(t,e){for(;!t.busy;){let r=null;for(let o of this.#r.values())o.fetching||!e(o)||(!r||o.priority<r.priority)&&(r=o);if(!r)return;this.#r.delete(r.key);let s=r.build();s?t.run(r,s):this.#a(r)}}#m(t){return t.dropped.signal.aborted?!1:this.#r.has(t.key)?(this.#a(t),!1):(this.#r.set(t.key,t),!0)}#w(t){this.#m(t),this.#h()}async#b(t,e){if(!this.#m(t))return;let{signal:r}=t.dropped;t.fetching=!0;try{let s=e.map(async o=>{t.files.set(o,await this.#n.
fetch(o,r))});await Promise.all(s),t.fetching=!1,this.#h()}catch(s){t.reject(s),this.#a(t)}}#y({waiting:t},e){Xi(e)?this.#b(t,e.missing):(this.#i=0,t.resolve(e),this.#a(t)),this.#h()}#v(t,e){if(e.code==="model-broken")for(let r of t.files.keys())this.#n.forget(r);t.reject(e),this.#a(t),this.#h()}#x(t,e){if(++this.#i>es){this.#i=0;let r=new $("engine-crashed",`The engine stopped repeatedly: ${e}.`),s=[...t?[t.waiting]:[],...this.#r.values()];for(let o of s)o.reject(r),this.#a(o)}else t&&this.#m(t.
waiting);this.#h()}#k({waiting:t,request:e}){++t.deaths<=es?this.#m(t):(t.apart&&t.reject(St("model-stopped","This network has ended the engine repeatedly.",ae(e)[0])),this.#a(t)),this.#h()}};function ns(n){return n===0?"Stopped.":`Stopped after ${n===1?"one second":`${n} seconds`}.`}function Xi(n){return Array.isArray(n?.missing)}var as=1;function sn(n,t){return n.version<t.oldest}function Q(n){return n.code==="engine-unavailable"||n.code==="engine-crashed"}function lt(n){return n instanceof $?n:new $("failed",G(n))}function ls(n){return n.url!==""&&(n.code==="model-too-slow"||n.code==="model-stopped")}var le=class{#t=0;#e=0;#n=0;#r=0;#s=[];get version(){return this.#t}get underWay(){return this.#r===this.#t}change(){this.#t++}startAnew(){this.#e=++this.#t}ask(){this.#r=this.#t}giveUp(){this.#r=0}get oldest(){return this.#e}isAnswered(t){return this.#n>=t}answerTo(t){return new Promise((e,r)=>{this.#s.push({version:t,resolve:e,reject:r})})}answer(t,e){this.#n=Math.max(this.#n,t);let r=this.#s.filter(s=>s.version<=t);this.#s=this.#s.filter(s=>s.version>t);for(let{resolve:s}of r)s(e)}refuse(t){let e=this.#s;
this.#s=[];for(let{reject:r}of e)r(t)}};var ce=5,de=new Map;function ue(n,t){let e=Math.round(n/t);return{nearest:e%Math.round(360/t),exact:Math.abs(n-e*t)<1e-9}}function pe(n,t,{digit:e,probabilities:r}){let s=I(t),{nearest:o,exact:i}=ue(s,ce),a=n.get(o);if(a&&ue(a.degrees,ce).exact&&!(a.recorded&&i))return n;let c=new Map(n);return c.delete(o),c.set(o,{digit:e,probabilities:r,degrees:i?o*ce:s}),c}function cs(n,t,e){let r=new Map(n);for(let[s,o]of t.entries()){let i=s*ce;i<=e&&!r.has(s)&&r.set(s,{...o,degrees:i,recorded:!0})}return r.
size>n.size?r:n}function V(n){return J(n,1)[0]}function J(n,t){let e=new Array(t).fill(null),r=new Set;for(let s of n.values()){let{nearest:o,exact:i}=ue(s.degrees,360/t);r.has(o)||o===0&&!i||(e[o]=s,i&&r.add(o))}return e}function Bt(n,t){let e=new Set;for(let{degrees:o,recorded:i}of n.values()){let{nearest:a,exact:l}=ue(o,360/t);l&&!i&&e.add(a)}let r=[4,8,24].filter(o=>t%o===0).map(o=>t/o),s=o=>{let i=r.findIndex(a=>o%a===0);return i<0?r.length:i};return Array.from({length:t},(o,i)=>i).filter(o=>!e.
has(o)).sort((o,i)=>s(o)-s(i)||o-i)}function he(n,t){return Math.max(...t.map((e,r)=>Math.abs(e-n[r])))}var us=n=>`apart answer ${n}`,fe=class{#t;#e=!1;#n=0;#r=!1;#s=null;#o=new WeakMap;questions=new le;seen=x(null);blank=x("empty");unanswered=x(null);answers=x(0);constructor(t){this.#t=t}touch(){this.questions.change(),!this.#e&&(this.#e=!0,queueMicrotask(()=>{this.#e=!1,this.ask()}))}get#i(){let{moment:t,drawing:e,turning:r}=this.#t;return{moment:t,drawing:e.version.peek(),angle:r.angle.peek()}}ask(){let t=this.#t,{engine:e}=t;if(!e)return;if(t.study.stop(),t.drawing.isEmpty.peek()){this.#p("emp\
ty",this.#i);return}if(t.networks.loaded.peek().length===0||!t.attention.is.peek())return;this.questions.ask();let r=t.networks.loaded.peek().filter(o=>t.costly.isApart(o)),s=()=>t.networks.loaded.peek().filter(o=>!r.includes(o));for(let o of s())t.costly.end(o,us(t.networks.shown.peek().indexOf(o)));s().length>0&&(t.lateness.expect("answer"),this.#d(e,"answer",t.choice.peek(),s,()=>t.lateness.settle("answer")));for(let o of r){let i=us(t.networks.shown.peek().indexOf(o)),a=()=>t.networks.loaded.
peek().filter(l=>l===o);o.isAnswered=!1,t.costly.begin(o,i),this.#d(e,i,"cpu",a,()=>t.costly.end(o,i))}}#d(t,e,r,s,o){let i=this.#t,a=this.#i;t.ask(i,e,as,()=>{let l=i.study.isLive("maps"),c=s().map(u=>({url:u.url,view:l?i.looking.viewOf(u):null}));return c.length===0||i.drawing.isEmpty.peek()?null:(a=this.#i,{kind:"answer",...i.subject,engine:r,angle:a.angle,models:c})}).then(l=>{l?this.#l(l,a,e,o):this.#c(a,o)}).catch(l=>this.#a(lt(l),a,o))}wake(){let{questions:t}=this;!this.#t.engine||this.#e||
(!t.isAnswered(t.version)&&!t.underWay?this.ask():this.#t.study.rest())}#c({moment:t},e){t.version===this.questions.version&&(this.questions.giveUp(),e())}#l(t,e,r,s){let o=this.#t,i=o.attention.is.peek()&&e.moment.version<this.questions.version,a=r==="answer";if((a||!i)&&s(),a&&i&&o.lateness.expect("answer"),!o.engine||sn(e.moment,o.moment))return;if(this.#n=0,o.engineRuns(),this.unanswered.value=null,t.empty){this.#p("nearly",e);return}let{angle:l,drawing:c}=e,u=!a&&e.moment.version<this.questions.
version;j(()=>{this.blank.value=null,u||(this.seen.value=t.seen),l===0&&(this.#s={drawing:c,pixels:t.seen});for(let d of o.networks.loaded.peek()){let h=t.answers.find(({url:f})=>f===d.url);h&&(this.#u(d,h,t.seen,e,!a),u&&(d.isAnswered=!1))}});let[p]=o.networks.shown.peek();!u&&(p?.prediction||p?.error.peek())&&((t.answers.some(({url:h})=>h===p.url)||p.error.peek())&&this.questions.answer(e.moment.version,o.prediction),this.#f(l)),this.answers.value++,o.study.rest()}#u(t,e,r,{moment:s,angle:o,drawing:i},a){
let l=this.#t;if(s.version<(this.#o.get(t)??0))return;this.#o.set(t,s.version);let{digit:c,probabilities:u,milliseconds:p,maps:d,stabilised:h}=e;l.reportFrom(t,a?l.costly.reportOf(e.engine):e.engine),t.isOpening=e.engine.opening;let f=t.round.peek(),g=pe(f,o,e);i===l.drawing.version.peek()&&(t.round.value=g);let{model:b}=t;l.networks.timed(t,p,e.engine.name),t.isAnswered=!0,t.isLive=!0,t.isRecorded.value=!1,t.shown.value={prediction:{digit:c,probabilities:u,model:b,engine:e.engine.name,milliseconds:p},
angle:o,upright:V(g)};let k=this.#s?.drawing===i?this.#s.pixels:r;t.maps.value=d&&h?{live:d,still:h,angle:o,seen:r,upright:k}:null}compare(){for(let{shown:t,round:e}of this.#t.networks.shown.peek()){let r=t.peek(),s=V(e.peek());r&&s!==r.upright&&(t.value={...r,upright:s})}}#p(t,{moment:e,angle:r}){j(()=>{for(let s of this.#t.networks.shown.peek())s.forgetAnswers();this.blank.value=t,this.unanswered.value=null,this.seen.value=null}),this.#t.lateness.settle("answer"),this.questions.answer(e.version,
null),this.answers.value++,this.#r||this.#f(r),this.#r=!0}#f(t){this.#r=!1;let{prediction:e,networks:r,told:s}=this.#t;s.answered({prediction:e,predictions:r.predictions,angle:t})}#a(t,{moment:e},r){let s=this.#t;if(!s.engine)return;if(this.questions.giveUp(),r(),t.code==="engine-crashed"&&this.#n++===0){this.ask();return}let o=ls(t)?s.networks.from(t.url):[];if((o.length===0||o[0]===s.networks.shown.peek()[0])&&this.questions.refuse(t),o.length>0){for(let i of o)this.#h(i,t);this.ask();return}sn(
e,s.moment)||(this.unanswered.value=t,Q(t)?s.engineFailed(t):s.warn(t))}#h(t,e){t.forgetAnswers(),t.error.value=e,this.#t.tell(e,t.value)}restart(){this.#t.engine?.restart(),this.#n=0}predict(){return this.#t.attention.during(this.#g())}async#g(){let t=this.#t;if(!t.engine)throw new Error("The element is not on a page.");let{version:e}=this.questions;if(t.drawing.isEmpty.peek())return null;if(await t.loading.ready,!t.engine)throw new Error("The element was taken off the page.");if(this.questions.
isAnswered(e))return t.prediction;let r=t.networks.loaded.peek().length===0&&t.networks.shown.peek()[0]?.error.peek();if(r)throw r;let s=this.questions.answerTo(e);return this.questions.underWay||this.ask(),s}};var me=class{#t=x([]);#e=x(0);is=M(()=>{let t=this.#t.value;return this.#e.value>0||t.length===0||t.some(e=>e.value)});join(t,e){this.#t.value=[...this.#t.peek(),t],e.addEventListener("abort",()=>{this.#t.value=this.#t.peek().filter(r=>r!==t)})}during(t){let e=this.hold();return t.then(e,e),t}hold(){this.#e.value++;let t=!0;return()=>{t&&this.#e.value--,t=!1}}};function on(n){let t=[],e=n.slice(0,268435456).matchAll(/(?:\s*data:[^,]*,)?[^,]*/g);for(let[r]of e){let s=r.trim();if(s&&t.push(s),t.length>3)break}return t}function ds(n){return n.map(t=>t.startsWith("data:")?t:t.replaceAll(",","%2C")).join(", ")}function ps(n,t,e){let r=n.slice(0,3),s=r.indexOf(e);if(s>=0&&t>=r.length)return r;let o=Math.min(t,2);return s>=0&&(r[s]=r[o]),r[o]=e,r}var Yi=["_upright","_drawn"];function an(n,t,e){return n.map(r=>{let s=Yi.find(i=>r.endsWith(i)),o=s&&`${r.slice(0,
-s.length)}_${t}`;return o&&e(o)?o:r})}function hs(n,t){let[e,r]=["upright","drawn"].map(a=>an(n,a,t)),s=e.some((a,l)=>a!==r[l]),o=a=>a.every((l,c)=>l===n[c]);return{lesson:s?o(e)?"upright":o(r)?"drawn":null:null,canSwitch:s}}function ln(n,t,e){return[...n,{before:t,count:e}].slice(-50)}function fs(n,t){let e=n[n.length-1];return e&&t.length<=e.count?{strokes:e.before,history:n.slice(0,-1)}:t.length>0?{strokes:t.slice(0,-1),history:n}:null}var ge=500,Ft=2e4,gs=8;function ws(n){Array.isArray(n)||Wt("expected an array of strokes");let{length:t}=n;t>ge&&Wt(`more than ${ge} strokes`);let e=0,r=[];for(let s=0;s<t;s++){let o=n[s];Array.isArray(o)||Wt(`stroke ${s} is not an array of points`);let i=o.length;e+=i,e>Ft&&Wt(`more than ${Ft} points`);let a=[];for(let l=0;l<i;l++){let c=o[l],u=c?.x,p=c?.y;(!ms(u)||!ms(p))&&Wt(`point ${l} of stroke ${s} is not {x, y} with finite numbers, 0 to 1 on the pad and ±${gs} at most`),a.push({x:u,y:p})}
a.length>0&&r.push(a)}return r}function ms(n){return typeof n=="number"&&Math.abs(n)<=gs}function Wt(n){throw new $("invalid-strokes",`Strokes refused: ${n}.`)}function vs(n){return n.map(t=>t.map(({x:e,y:r})=>({x:e,y:r})))}function we({x:n,y:t},e){let r=e*Math.PI/180,s=Math.cos(r),o=Math.sin(r);return{x:.5+s*(n-.5)+o*(t-.5),y:.5-o*(n-.5)+s*(t-.5)}}function cn(n,t){let e=t[0],r=t[t.length-1];n.moveTo(e.x,e.y);for(let s=1;s<t.length-1;s++){let o=t[s],i=t[s+1];n.quadraticCurveTo(o.x,o.y,(o.x+i.x)/
2,(o.y+i.y)/2)}n.lineTo(r.x,r.y)}function ve(n){let t="",e={moveTo:(r,s)=>t+=`M${r} ${s}`,lineTo:(r,s)=>t+=`L${r} ${s}`,quadraticCurveTo:(r,s,o,i)=>t+=`Q${r} ${s} ${o} ${i}`};for(let r of n)cn(e,r);return t}var Vi=.003,be=class{#t;#e=x([]);#n=!1;#r=null;strokes=x([]);pen=x({down:!1,keys:null});version=x(0);isEmpty=M(()=>this.strokes.value.length===0);canUndo=M(()=>!this.isEmpty.value||this.#e.value.length>0);constructor(t){this.#t=t}get#s(){return this.strokes.peek().reduce((t,e)=>t+e.length,0)}#o(t,e){j(()=>{this.strokes.value=t,this.pen.value=e,this.version.value++,this.#t.grown()})}begin(t,e=null){let r={strokes:this.strokes.peek(),history:this.#e.peek(),isOpening:this.#n};this.#n&&this.replace(
[]);let s=this.strokes.peek();return s.length>=ge||this.#s>=Ft?(this.#t.full(),!1):(this.#o([...s,[t]],{down:!0,keys:e}),this.#r=r,!0)}extend(t,e=null){let r=this.strokes.peek(),s=r[r.length-1],o=[],i=s[s.length-1],a=Ft-this.#s;for(let l of t)if(!(Math.hypot(l.x-i.x,l.y-i.y)<Vi)){if(a--<=0){this.#t.full();break}o.push(i=l)}o.length===0&&!e||this.#o([...r.slice(0,-1),[...s,...o]],{down:!0,keys:e})}end(){this.#o(this.strokes.peek(),{down:!1,keys:this.pen.peek().keys})}cancel(t=!1){let e=this.#r;if(!e)
return;let{strokes:r,history:s,isOpening:o}=e,i=this.strokes.peek();j(()=>{this.#e.value=t?ln(s,i,r.length):s,this.#i(r),this.#n=o})}writeByKeys(t){this.#o(this.strokes.peek(),{down:!1,keys:t})}moveKeys(t){this.pen.value={down:!1,keys:t}}drop(){this.pen.value={down:!1,keys:null}}replace(t){let e=this.strokes.peek();this.#e.value=ln(this.#e.peek(),e,t.length),this.#i(t)}put(t){this.isEmpty.peek()?this.#i(t):this.replace(t)}open(t){this.put(t),this.#n=!0}clear(){this.put([])}undo(){let t=fs(this.#e.
peek(),this.strokes.peek());t&&(this.#e.value=t.history,this.#i(t.strokes))}#i(t){this.#n=!1,this.#r=null,j(()=>{this.#t.replaced(),this.#o(t,{down:!1,keys:this.pen.peek().keys})})}};var un=200,Zi=1e3,ye=class{#t;#e=null;#n=new WeakMap;entries=x([]);constructor(t){this.#t=t}learn(t){t.opening||(this.#e=t)}forget(){this.#e=null}timeOf({value:t}){return Qi(t,this.entries.value,this.#t.networks.times.value)?.ms??null}isCostly(t){return(this.timeOf(t)??0)>un}isApart(t){let{engine:e,networks:r}=this.#t,s=this.#e,o=s?.name==="cpu"&&!s.rival,i=r.shown.peek();return o&&(e?.lanes??0)>0&&this.isCostly(t)&&i.some(a=>!this.isCostly(a))}reportOf(t){let{why:e="",note:r=""}=this.#e??{};return{
...t,why:e,note:r}}begin(t,e){t.asked.peek()!==e&&(this.#r(t),t.asked.value=e,this.#n.set(t,setTimeout(()=>t.isLate.value=!0,Zi)))}end(t,e){t.asked.peek()===e&&this.#r(t)}endAll(){for(let t of this.#t.networks.shown.peek())this.#r(t)}#r(t){clearTimeout(this.#n.get(t)),t.asked.value="",t.isLate.value=!1}};function Qi(n,t,e){let r=e.get(n);if(r!==void 0)return{ms:r,measured:!0};let s=t.find(a=>a.name===n)?.cost,i=t.filter(a=>a.cost&&e.has(a.name)).sort((a,l)=>(l.cost??0)-(a.cost??0)).at(0);return!s||
!i?.cost?null:{ms:(e.get(i.name)??0)*s/i.cost,measured:!1}}var xe=class{#t=new Map;add(t){if(!/\.safetensors$/i.test(t.name)){let r=`“${t.name.slice(0,80)}” is no .safetensors file.`;throw new $("invalid-model",r)}if(t.size>Ut){let r=Ut/1024/1024,s=`“${t.name.slice(0,80)}” is larger than ${r} MB.`;throw new $("invalid-model",s)}let e=URL.createObjectURL(t);return this.#t.set(e,t),e}nameOf(t){return this.#t.get(t)?.name??null}keep(t){for(let e of this.#t.keys())t.includes(e)||(URL.revokeObjectURL(e),this.#t.delete(e))}rest(){for(let t of this.#t.
keys())URL.revokeObjectURL(t)}renew(t){return t.map(e=>{let r=this.#t.get(e);return r?(this.#t.delete(e),this.add(r)):e})}};var dn=1e3,ke=class{#t;#e=new Set;#n;late=x(null);constructor(t){this.#t=t}expect(t){this.#e.add(t),this.#n??=setTimeout(()=>this.#r(),dn)}settle(t){this.#e.delete(t),clearTimeout(this.#n),this.#n=void 0,this.late.value=null,this.#e.size>0&&(this.#n=setTimeout(()=>this.#r(),dn))}end(){this.#e.clear(),this.settle("")}#r(){this.late.value=this.#t.engine?.running(this.#t)??{url:"",seconds:0},this.#n=setTimeout(()=>this.#r(),dn)}};var bs=0;function ys(n,t){return n.networks!==t.networks}var At=class{resolve=()=>{};reject=()=>{};settled=!1;constructor(){this.promise=new Promise((t,e)=>{this.resolve=r=>{this.settled=!0,t(r)},this.reject=r=>{this.settled=!0,e(r)}}),this.promise.catch(()=>{})}};var pn={weights:"trained",seed:1,positions:"turning",index:"exact"};function xs({weights:n,seed:t,positions:e,index:r},s){let o=s?.info.peek(),i=!o||o.group.order>1,a={};return n==="random"&&(a.seed=t),e==="still"&&i&&(a.positions=e),r==="published"&&i&&(!o||s?.indexed)&&(a.index=r),a}function ks(n){let{weights:t,seed:e,positions:r,index:s}=n??{},o={...pn};return t==="random"&&(o.weights=t),Number.isInteger(e)&&Number(e)>=0&&Number(e)<4294967296&&(o.seed=Number(e)),r==="still"&&(o.positions=r),s===
"published"&&(o.index=s),o}var Ee=class{#t;#e=!1;#n=!1;#r=!1;#s=new At;constructor(t){this.#t=t}get ready(){return this.#s.promise}#o(){this.#s.settled&&(this.#s=new At)}openSoon(t=!1){this.#r||=t,!(!this.#t.engine||this.#e)&&(this.#e=!0,this.#o(),this.#t.asking.questions.change(),queueMicrotask(()=>{this.#e=!1,this.#t.engine&&this.open()}))}open(){let t=this.#t;t.withdraw(),t.lateness.end(),t.costly.endAll(),this.#o(),t.asking.questions.startAnew(),t.report.value=null;let{networks:e,files:r}=t,s=e.shown.peek(),o=t.values.
map(a=>this.#i(a));e.show(t.values,o,!this.#r),this.#r=!1;let i=e.shown.peek();r.keep(i.flatMap(({value:a,former:l})=>l?[a,l]:a));for(let a of i)a.label=r.nameOf(a.value)??a.value;s.map(({value:a})=>a).join()!==t.values.join()&&t.told.chosen(),this.#n=!t.attention.is.peek(),this.#n||this.#d(),t.recorded.follow(),i.every(({isHere:a})=>a)&&this.#u(),i.some(a=>s.includes(a))&&t.asking.touch()}#i(t){let{networks:e,trial:r}=this.#t;try{let s=e.shown.peek().find(o=>o.value===t&&o.isHere);return Hr(_t(
t),xs(r.peek(),s))}catch{return""}}wake(){!this.#n||!this.#t.engine||(this.#n=!1,this.#d())}#d(){for(let t of this.#t.networks.shown.peek())t.isHere?t.isOpening&&this.#c(t,!1):this.#c(t)}chosen(t){for(let e of this.#t.networks.from(t))e.isOpening&&this.#c(e,!1)}async#c(t,e=!0){let r=this.#t,{engine:s,moment:o}=r;if(!s)return;t.error.value=null,r.failure.value=null;let i=()=>ys(o,r.moment),a=r.networks.shown.peek().indexOf(t),l=e&&r.costly.isApart(t),c=e&&r.costly.isCostly(t),u=`${l?"apart ":""}${e?
"load":"report"} ${a}`,p=e?r.networks.version:0;c&&r.costly.begin(t,u),l||r.lateness.expect(u);try{t.url||=_t(t.value);let{url:d}=t,h=await s.ask(r,u,bs,()=>{let f=l?"cpu":r.choice.peek();return{kind:"load",url:d,engine:f,opening:p}});if(!h||i())return;t.error.value=null,t.isOpening=h.engine.opening,t.telling=h.telling,t.indexed=h.indexed,j(()=>{t.info.value=h.info,t.isComing.value=!1}),r.reportFrom(t,l?r.costly.reportOf(h.engine):h.engine),r.engineRuns(),r.asking.touch()}catch(d){if(i())return;
let h=this.#l(t,lt(d));j(()=>{t.error.value=h,t.isComing.value=!1,t.info.value=null,t.forgetAnswers()}),Q(h)?r.engineFailed(h):r.tell(h,t.value)}finally{r.costly.end(t,u),i()||r.lateness.settle(u)}this.#e||this.#u()}#l({url:t,value:e},r){let s=this.#t.files.nameOf(e);if(s===null)return r;let o=r.message.replaceAll(H(t),`“${s.slice(0,80)}”`);return new $(r.code,o.replace("The file at","The file"))}#u(){let t=this.#t.networks.shown.peek();if(t.some(({isOpening:s,error:o})=>s&&!o.peek()))return;
if(t.every(({isHere:s})=>s)){this.#s.resolve();return}if(!t.every(({isHere:s,error:o})=>s||o.peek()))return;let e=t.find(({error:s})=>s.peek()),r=e?.error.peek();e===t[0]||Q(r)?this.refuse(r):this.#s.resolve()}refuse(t){this.#s.reject(t),this.#t.asking.questions.refuse(t)}end(t){this.#t.asking.questions.refuse(t),this.#s.settled||this.#s.reject(t),this.#s=new At}retry(){let t=this.#t,e=t.networks.shown.peek(),r=e.find(s=>s.error.peek())?.error.peek();t.notice.value=null,t.failure.value=null,this.#o(),
(!r||Q(r))&&t.asking.restart();for(let s of e)(s.error.peek()||!s.isHere)&&this.#c(s);e.every(({isHere:s})=>s)&&this.#s.resolve(),t.asking.touch()}};var Me=class{#t;#e;#n=x({layer:null,channel:null});followed=x({degrees:0,mirror:!1});turnedBack=x(!1);#r=M(()=>this.#t.shown.value.find(({info:t})=>t.value));layers=M(()=>this.#r.value?.info.value?.layers??[]);at=M(()=>{let{layer:t,channel:e}=this.#n.value,r=this.layers.value,s=Math.max(0,r.length-1),o=Math.min(Math.max(0,t??Math.floor(s/2)),s),i=e??this.#r.value?.telling[o]??0,a=r[o]?.channels??0;return{layer:o,channel:Math.max(0,Math.min(i,a-1)),channels:a}});constructor(t,e){this.#t=t,this.#e=
e}put(t){this.#n.value={...this.#n.peek(),...t},this.#e()}chooseLayer(t){this.#n.value={...this.#n.peek(),layer:t},this.#e()}chooseChannel(t){let{layer:e,channels:r}=this.at.peek(),s=Math.max(1,r);this.#n.value={layer:e,channel:(t%s+s)%s},this.#e()}follow({degrees:t,mirror:e}){this.followed.value={degrees:t,mirror:e}}turnBack(t){this.turnedBack.value=t}layerOf(t){let e=t.info.value?.layers??[],{layer:r}=this.at.value,s=this.layers.value[r]?.name;return e.find(o=>o.name===s)??e[Math.min(r,e.length-
1)]}viewOf(t){let{layer:e,channel:r}=this.at.value;return{layer:this.layerOf(t)?.index??e,channel:r}}};var hn=class{indexed=!1;former=null;label;isAnswered=!1;isOpening=!1;isLive=!1;timedOn="";asked=x("");isLate=x(!1);telling=[];isRecorded=x(!1);info=x(null);isComing=x(!1);error=x(null);shown=x(null);round=x(de);maps=x(null);errors=x(null);evidence=x(null);constructor(t,e=""){this.value=t,this.label=t,this.url=e}follow(t){this.label=t.label,this.telling=t.telling,this.indexed=t.indexed,this.info.value=t.info.peek(),this.maps.value=t.maps.peek(),this.isComing.value=!0}get isHere(){return this.info.
value!==null&&!this.isComing.value}get model(){return Object.hasOwn(C.models,this.value)?this.value:this.info.peek()?.name??""}get prediction(){return this.isAnswered?this.shown.peek()?.prediction??null:null}forgetDrawing(){this.round.value=de}forgetAnswers(){this.isAnswered=!1,this.isRecorded.value=!1,this.shown.value=null,this.round.value=de,this.maps.value=null,this.errors.value=null,this.evidence.value=null}},Se=class{shown=x([]);version=0;names=M(()=>ta(this.shown.value));loaded=M(()=>this.
shown.value.filter(({isHere:t,error:e})=>t&&!e.value));times=x(new Map);show(t,e=[],r=!1){this.version++,r||(this.times.value=new Map);let s=this.shown.peek(),o=new Set(r?s.filter(({isHere:i,error:a})=>i&&!a.peek()):[]);this.shown.value=t.map((i,a)=>{let l=e[a]??"";for(let p of o)if(!(p.url!==l||p.value!==i))return o.delete(p),p;let c=new hn(i,l),u=s.find(p=>p.value===i&&Ji(p.url,l));return u?.info.peek()?c.follow(u):s[a]?.value!==i?c.former=s[a]?.value??null:c.former=s[a].former,c})}timed(t,e,r){
let{value:s}=t,o=t.timedOn===r&&this.times.peek().get(s)||1/0;t.timedOn=r,!(e<=0||e>=o)&&(this.times.value=new Map(this.times.peek()).set(s,e))}from(t){return this.shown.peek().filter(e=>e.url===t)}get predictions(){return this.shown.peek().flatMap(({prediction:t})=>t??[])}};function Ji(n,t){return n!==t&&n!==""&&H(n)===H(t)}function ta(n){let t=n.map(({info:e})=>e.value?.name);return n.map(({value:e,label:r},s)=>{let o=t[s]??r.replace(/_(drawn|upright)$/,""),i=t[s]&&t.indexOf(t[s])!==t.lastIndexOf(
t[s]);return fn(i||r!==e?r:o)})}function fn(n){if(/^[a-z0-9_]{1,24}$/.test(n))return n.toUpperCase();let t=at(n).split(/[?#]/)[0].split("/").pop()||at(n);return t.length>24?`${t.slice(0,23)}…`:t}import{samples as aa}from"./samples.js";var Es=10,ea=65535,na=127,Ae="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",Ss=Ae.length-2,ra=Ae.length-1,mn={packed:void 0,recording:null};function As(){let n=C.opening;return n!==mn.packed&&(mn={packed:n,recording:sa(n)}),mn.recording}function sa(n){try{return oa(n)}catch{return null}}function oa({sample:n,seen:t,networks:e}){return{sample:n,seen:t.map(([r,s])=>({angle:r,pixels:Float32Array.from(s,o=>Ae.indexOf(o)/Ss)})),networks:e.map(({name:r,info:s,telling:o,indexed:i,digits:a,probabilities:l,maps:c,error:u})=>{let p=Os(l);return{name:r,info:s,telling:o,indexed:i,error:ia(u),answers:Array.from(a,(d,h)=>({digit:Number(d),probabilities:Array.from({length:Es},(f,g)=>{let b=2*(Es*h+g);return(256*p[b]+p[b+1])/ea})})),maps:c.map(({angle:d,view:h,live:f,still:g})=>({angle:d,view:h,
live:Ms(f),still:Ms(g)}))}})}}function Ms({elements:n,rows:t,cols:e,limit:r,values:s}){let o=Float32Array.from(Os(s),i=>(i<<24>>24)*r/na);return{elements:n,rows:t,cols:e,maps:o}}function ia({angle:n,rows:t,cols:e,error:r,resampling:s,limit:o,values:i}){let a=Float32Array.from(i,l=>{let c=Ae.indexOf(l);return c===ra?NaN:o*(c/Ss)**2});return{angle:n,turn:{error:r,resampling:s,rows:t,cols:e,difference:a}}}function Os(n){return Uint8Array.from(atob(n),t=>t.charCodeAt(0))}var Oe=class{#t;#e=360;#n=0;#r=new WeakSet;constructor(t){this.#t=t}get stands(){let t=this.#t.networks.shown.peek();return t.length>0&&t.every(({isRecorded:e})=>e.peek())}fold(){this.#e=0,this.#n=this.#t.turning.angle.peek();for(let t of this.#t.networks.shown.peek())t.isRecorded.peek()&&t.forgetDrawing();this.follow()}unfold(){this.#e>=360||(this.#e=360,this.follow())}follow(){let t=As();if(!t)return;let{turning:e}=this.#t,r=e.angle.peek();this.#e+=((r-this.#n)%360+360)%360,this.#n=r,j(()=>{for(let s of this.#t.
networks.shown.peek())this.#s(s,t)})}#s(t,e){let{drawing:r,asking:s}=this.#t,o=aa.find(({digit:l})=>l===e.sample),a=!t.error.peek()&&r.strokes.peek()===o?.strokes?e.networks.find(({name:l})=>la(t,l)):void 0;a?t.isLive||this.#r.add(t):this.#r.delete(t),a&&this.#r.has(t)&&(t.round.value=cs(t.round.peek(),a.answers,this.#e)),a&&!t.isLive?(s.blank.value=null,this.#o(t,a,e)):t.isRecorded.peek()&&(t.forgetAnswers(),s.seen.value=null)}#o(t,e,{seen:r}){let s=this.#n,{info:o,telling:i,indexed:a,answers:l,
maps:c}=e;t.info.peek()||(t.telling=i,t.indexed=a,t.isComing.value=!0,t.info.value=o),t.isRecorded.value=!0;let u=$s(s,l.length),p={...l[u],model:o.name,engine:"cpu"};t.shown.value={prediction:{...p,milliseconds:NaN},angle:u*360/l.length,upright:V(t.round.peek())};let d=r[$s(s,r.length)].pixels;this.#t.asking.seen.value=d;let h=ca(c[0].view,this.#t.looking.viewOf(t)),f=c.find(g=>g.angle===s)??c[0];if(!h)t.maps.value=null;else if(f.angle===s||!t.maps.peek()){let{live:g,still:b}=f,k=r[0].pixels;t.
maps.value={live:g,still:b,angle:f.angle,seen:d,upright:k}}this.#i(t,e)}#i(t,{error:{angle:e,turn:r},maps:s}){let{layer:o}=s[0].view,i=this.#t.drawing.version.peek(),a=t.errors.peek();if(a?.drawing===i&&a.layer===o)return;let l=new Map([[e,{...r,recorded:!0}]]);t.errors.value={drawing:i,layer:o,points:l}}};function la({url:n},t){try{return n===_t(t)}catch{return!1}}function ca(n,t){return n.layer===t.layer&&n.channel===t.channel}function $s(n,t){return Math.round(n*t/360)%t}var R=72,gn=8,Ts=25,ua=4,$e=class{#t;#e=x(new Set);#n=new WeakMap;constructor(t){this.#t=t}anglesOf(t){return this.isSlow(t)&&!this.#e.value.has(t)?gn:R}isSlow(t){return this.#r(t)>un}#r(t){return this.#t.networks.times.value.get(t.value)??0}offerOf(t){if(!t.shown.value||!this.isSlow(t))return null;let e=Bt(t.round.value,R).length;if(e===0)return null;let r=Math.max(1,this.#s(t));return{seconds:e*this.#r(t)/1e3/r,asking:this.#e.value.has(t)}}askAllRound(t){this.#e.value=new Set([...this.#e.peek(),
t]),this.#t.study.rest()}stop(t){let e=[...this.#e.peek()].filter(r=>r!==t);this.#e.value=new Set(e)}forget(){this.#e.peek().size>0&&(this.#e.value=new Set)}#s(t){return t.shown.peek()?.prediction.engine==="cpu"?this.#t.engine?.lanes??0:0}next(t){if(this.#t.isUntaught.peek())return null;let[e]=this.#t.networks.loaded.peek().filter(l=>this.#s(l)>0===t).map(l=>({network:l,angles:this.#i(l)})).filter(({angles:l})=>l.length>0).sort((l,c)=>this.#o(l)-this.#o(c));if(!e)return null;let{network:r,angles:s}=e,
o={kind:"batch",...this.#t.subject,url:r.url};if(!t)return{...o,angles:s};let i=this.#r(r)||Ts,a=Math.max(1,Math.min(ua,Math.floor(Ts/i)));return{...o,engine:"cpu",angles:s.slice(0,a)}}#o({network:t,angles:e}){return this.anglesOf(t)-e.length}#i(t){let e=this.anglesOf(t),r=this.#n.get(t);return Bt(t.round.peek(),e).map(s=>s*360/e).filter(s=>!r?.has(s))}begin({url:t,angles:e}){let r=this.#t.networks.from(t).map(s=>{let o=this.#n.get(s)??new Set;this.#n.set(s,o);for(let i of e)o.add(i);return o});
return()=>r.forEach(s=>e.forEach(o=>s.delete(o)))}};var wn=3;var Ls=5;var Cs=4;var Rs=2;var Te=40,ma=180/R;function Le(n,t){let e=I(n-t);return Math.min(e,360-e)}function qt(n){return Le(n,0)>=Te?n:n<=180?90:270}function Ps(n,{drawing:t,layer:e,points:r}){let s=n?.drawing===t&&n.layer===e,o=new Map(s?n.points:[]);for(let[i,a]of r){if(!Ns(i))for(let l of o.keys())Ns(l)||o.delete(l);o.set(i,a)}return{drawing:t,layer:e,points:o}}function Gt(n,t){let e=null,r=1/0;for(let[s,o]of n){let i=Le(s,t);i<r&&(r=i,e={degrees:s,turn:o,near:i<=ma})}return e}function vn(n){return Array.from(n,([t,e])=>({
degrees:t,turn:e})).sort((t,e)=>t.degrees-e.degrees)}function ct(n,t){let e=t?.errors.value;return!t||!e||e.drawing!==n.drawing.version.value?null:e.layer===n.looking.viewOf(t).layer?e:null}function bn(n,t){let e=n?.get(t);return e!==void 0&&!e.recorded}function yn({rounds:n},t){return n.isSlow(t)?gn:R}function _s(n,t){let e=ct(n,t)?.points,r=yn(n,t);return ga.slice(0,r).filter(s=>!bn(e,s))}var ga=Array.from({length:R},(n,t)=>t*360/R).sort((n,t)=>Is(n)-Is(t)||n-t);function Is(n){return n%45===0?
0:n%15===0?1:2}function Ns(n){return n%(360/R)===0}var Ds=160,wa=3,Us={turn:{priority:Rs,isStale:K,keep:va},batch:{priority:wn,isStale:K,keep:Bs},curve:{priority:Ls,isStale:K,keep:ba},evidence:{priority:Cs,isStale:K,keep:ya}};function Rp(n,t){Us[n]=t}function xn({kind:n}){return Us[n]}var Ce=class{#t;#e=new Set;#n=new Map;#r=x(0);#s=null;#o;#i;#d=new Set;#c=new Set;constructor(t){this.#t=t}join(t,e,r){let s={wants:t,near:M(()=>e.value||this.#r.value>0)};this.#e.add(s);let o=js(s.near,()=>{this.#s?.version===this.#t.moment.version?this.#h():this.
rest()});r.addEventListener("abort",()=>{o(),this.#e.delete(s)})}joinAnswers(t,e,r){let s=this.#n.get(t)??new Set;this.#n.set(t,s);let o=M(()=>e.value||this.#r.value>0);s.add(o);let i=js(o,()=>this.#t.asking.touch());r.addEventListener("abort",()=>{i(),s.delete(o)})}isLive(t){return Array.from(this.#n.get(t)??[]).some(e=>e.peek())}everything(){return this.#r.value++,()=>this.#r.value--}rest(){this.stop(),this.#o=setTimeout(()=>{this.#p().catch(()=>{})},Ds),this.#h()}stop(){clearTimeout(this.#o),
this.#l&&(clearTimeout(this.#i),this.#i=void 0)}get#l(){return(this.#t.engine?.lanes??0)<wa}get#u(){let{engine:t,drawing:e,asking:r}=this.#t;return!t||e.isEmpty.peek()||r.blank.peek()!==null}async#p(){let t=this.#t,{engine:e,moment:r}=t;if(!(!e||this.#u)){this.#s=r;try{await this.#f(e,r)}finally{this.#s===r&&(this.#s=null)}}}async#f(t,e){let r=this.#t,s=new Set;for(;r.attention.is.peek();){let o=this.#a(!1,s);if(!o)return;let{priority:i,isStale:a,keep:l,failed:c}=xn(o),p=ae(o).flatMap(b=>r.networks.
from(b)).some(b=>r.costly.isApart(b)),d=p?"apart study":"study",h=p?{...o,engine:"cpu"}:o,f=()=>a(e,r.moment)?null:h,g=await t.ask(r,d,i,f).catch(b=>(c?.(r,b),s.add(o.kind),null));if(a(e,r.moment))return;if(!s.has(o.kind)){if(!g)return;l(r,o,g)||s.add(o.kind)}}}#a(t,e){let r=null;for(let{wants:s,near:o}of this.#e){let i=o.peek()?s(this.#t,t):null;t&&i?.kind!=="batch"||i&&e?.has(i.kind)||i&&(!r||xn(i).priority<xn(r).priority)&&(r=i)}return r}#h(){this.#i??=setTimeout(()=>{this.#i=void 0;for(let t=0;t<
(this.#t.engine?.lanes??0);t++)this.#d.has(t)?this.#c.add(t):this.#g(t).catch(()=>{})},Ds)}async#g(t){let e=this.#t,{engine:r,moment:s}=e,o=e.drawing.version.peek(),i=()=>{let{version:a,networks:l,pen:c}=e.moment;return o!==e.drawing.version.peek()||l!==s.networks||c||this.#l&&a!==s.version};this.#d.add(t);try{for(;r&&t<r.lanes&&!this.#u&&!i()&&e.attention.is.peek();){let a=this.#a(!0);if(a?.kind!=="batch")break;let l=e.rounds.begin(a);try{let c=()=>i()?null:a,u=await r.ask(e,`lane ${t}`,wn,c);if(!u||
i()||!Bs(e,a,u))break}finally{l()}}}finally{this.#d.delete(t)}this.#c.delete(t)?this.#h():e.engine&&t>=e.engine.lanes&&this.rest()}};function js(n,t){let e=n.peek();return q(()=>{let r=n.value;r&&!e&&z(t),e=r})}function va(n,{url:t,layer:e,angle:r},s){return zs(n,t,e,new Map([[r,s]]))}function ba(n,{url:t,layer:e,angles:r},{turns:s}){return zs(n,t,e,new Map(s.map((o,i)=>[r[i],o])))}function zs(n,t,e,r){let s=n.drawing.version.peek();for(let{errors:o}of n.networks.from(t))o.value=Ps(o.peek(),{drawing:s,
layer:e,points:r});return r.size>0}function Bs(n,{url:t,angles:e},{answers:r}){for(let{round:s}of n.networks.from(t))for(let[o,i]of r.entries())s.value=pe(s.peek(),e[o],i);return e[0]===0&&n.asking.compare(),r.length>0}function ya(n,{url:t,angle:e},{upright:r,now:s}){let o=n.drawing.version.peek();for(let{evidence:i}of n.networks.from(t))i.value=r&&s?{drawing:o,angle:e,upright:r,now:s}:null;return!!s}var kn=45,xa=1500,ka={from:.82,way:.9};function En(n){let{from:t,way:e}=ka;if(n<t)return n/t*e;let r=(n-t)/(1-t);return e+(1-e)*(1-(1-r)**2)}function Ws(n){return 1-(1-n)**3}function Re(){return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches??!1}var Ie=class{#t;#e;#n=0;#r;active=!1;constructor(t,e){this.#t=t,this.#e=e}turnBy(t,e,r,s){let[o,i]=[this.#t(),performance.now()];this.active=!0;let a=l=>{let c=Math.min(1,Math.max(0,l-i)/e);this.#e(I(o+t*r(c))),c<1?this.#n=requestAnimationFrame(
a):s()};a(Re()?1/0:i)}turnRound(t,e){if(!Re()){this.turnBy(360,t,En,e);return}this.active=!0;let r=this.#t(),s=(Math.floor(r/kn)+1)*kn,o=()=>{this.#e(I(Math.min(s,r+360))),s>=r+360&&e(),s+=kn};this.#r=setInterval(o,xa),o()}stop(){this.active=!1,cancelAnimationFrame(this.#n),clearInterval(this.#r)}};var Ea=8e3,Ma=320,Ne=class{#t;#e=new Ie(()=>this.angle.peek(),t=>this.set(t));#n=x(!1);#r=x(!1);angle=x(0);spins=x(!1);moves=M(()=>this.#n.value||this.#r.value);constructor(t){this.#t=t}set(t){t!==this.angle.peek()&&(this.angle.value=t,this.#t.turned())}turn(t,e=!0){j(()=>{this.#o(),this.#r.value=!e,this.set(t)}),e&&this.#t.settled()}turnTo(t){this.#o();let e=I(t-this.angle.peek());this.#s(e>180?e-360:e,Ma,Ws)}turnBy(t,e){this.#o(),this.#s(t,1e3*e,En)}#s(t,e,r){this.#n.value=!0,this.#e.turnBy(t,
e,r,()=>this.stop())}spin(){if(this.spins.peek()){this.stop();return}this.#o(),this.#n.value=this.spins.value=!0,this.#e.turnRound(Ea,()=>this.stop())}stop(){this.#e.active&&(j(()=>{this.#o(),this.set(I(Math.round(this.angle.peek()*10)/10))}),this.#t.settled())}#o(){this.#e.active&&(this.#e.stop(),this.#n.value=this.spins.value=!1)}};var Pe=class{drawing=new be({grown:()=>this.#t(),replaced:()=>this.#e(),full:()=>this.#n()});turning=new Ne({turned:()=>{this.recorded.follow(),this.asking.touch()},settled:()=>{this.recorded.unfold(),this.told.settled()}});attention=new me;networks=new Se;looking=new Me(this.networks,()=>{this.recorded.follow(),this.asking.touch()});lateness=new ke(this);loading=new Ee(this);asking=new fe(this);costly=new ye(this);rounds=new $e(this);study=new Ce(this);recorded=new Oe(this);files=new xe;choice=x(
"auto");trial=x(pn);isUntaught=M(()=>this.trial.value.weights==="random");report=x(null);failure=x(null);notice=x(null);dark=x(!1);engine=null;values=[];picked=!1;constructor(t){this.told=t,q(()=>{this.attention.is.value&&z(()=>{this.loading.wake(),this.asking.wake()})})}connect(t){this.engine=ss(this,e=>this.loading.chosen(e)),this.values=this.picked?this.files.renew(this.values):t,this.loading.open()}disconnect(){this.turning.stop(),this.drawing.drop(),this.study.stop(),this.engine=null,this.lateness.
end(),this.networks.show([]),this.files.rest(),this.notice.value=null,os(this),this.loading.end(new Error("The element was taken off the page."))}stop(t){let e=t?.asked.peek();t&&e?this.engine?.stopAt(this,e,t.url):this.engine?.stop(this)}withdraw(){this.engine?.withdraw(this)}get moment(){let{version:t,oldest:e}=this.asking.questions,{down:r}=this.drawing.pen.peek();return{version:t,oldest:e,networks:this.networks.version,pen:r}}get subject(){return{strokes:this.drawing.strokes.peek(),engine:this.
choice.peek()}}get prediction(){return this.networks.shown.peek().at(0)?.prediction??null}show(t){this.values=t,this.picked=!1,this.loading.openSoon()}pick(t){this.values=t,this.picked=!0,this.loading.openSoon()}bring(t,e){try{this.pick(ps(this.values,e,this.files.add(t)))}catch(r){this.warn(lt(r))}}vary(t){this.trial.value={...this.trial.peek(),...t},this.loading.openSoon()}chooseEngine(t){t!==this.choice.peek()&&(this.choice.value=t,this.costly.forget(),this.loading.openSoon(!0))}switchEngine(){
let t=this.report.peek()?.name==="webgpu"?"cpu":"webgpu";t===this.choice.peek()&&this.loading.openSoon(!0),this.chooseEngine(t),this.told.switched(t)}dismiss(){this.notice.value=null}dress(t){this.dark.value=t}#t(){this.rounds.forget();for(let t of this.networks.shown.peek())t.forgetDrawing();this.recorded.follow(),this.asking.touch()}#e(){this.asking.questions.startAnew();for(let t of this.networks.shown.peek())t.isAnswered=!1}#n(){let t="The pad is full. Undo a stroke or clear it to go on.";this.
notice.value={message:t,retry:!1,ofEngine:!1}}tell({code:t,message:e},r){this.told.failed(r===void 0?{code:t,message:e}:{code:t,message:e,model:r})}warn(t){this.notice.value={message:t.message,retry:!1,ofEngine:!1},this.tell(t)}engineFailed(t){j(()=>{this.notice.value={message:t.message,retry:!0,ofEngine:!0},this.failure.value=t}),this.tell(t)}engineRuns(){this.failure.value=null,this.notice.peek()?.ofEngine&&(this.notice.value=null)}reportFrom(t,e){this.costly.learn(e),(t===this.networks.shown.
peek()[0]||!this.report.peek())&&(this.report.value=e)}};var Sa=600,Fs=450,qs=5.6,Aa=["pointerdown","keydown","wheel","touchstart"];async function Gs(n,t,e){let{asking:r,turning:s,drawing:o,loading:i,recorded:a}=n;if(s.angle.peek()!==0||o.isEmpty.peek())return;let l=new AbortController,c=()=>{l.signal.aborted||(l.abort(),s.stop(),a.unfold())};e.addEventListener("abort",c);for(let h of Aa){let f={capture:!0,passive:!0,signal:l.signal};document.addEventListener(h,c,f)}let{version:u}=o,p=u.peek(),d=()=>u.peek()===p&&s.angle.peek()===0;if(a.stands){if(Re())
return s.turnBy(Fs,qs);a.fold()}else try{await i.ready,await r.predict()}catch{return}await new Promise(h=>setTimeout(h,Sa)),await Oa(t,l.signal),!l.signal.aborted&&(d()?s.turnBy(Fs,qs):a.unfold())}function Oa(n,t){return new Promise(e=>{t.addEventListener("abort",()=>e()),t.addEventListener("abort",q(()=>{n.value&&e()}))})}import{samples as hu}from"./samples.js";var _e=new Map,Hs=x(0);function Ks(n,t,e){_e.set(n,t),Hs.value++,e.addEventListener("abort",()=>{_e.delete(n),Hs.value++})}function ch(n,t){let e=n.getRootNode(),r="querySelector"in e?[e,n.ownerDocument]:[n.ownerDocument],s=i=>t===null?i.querySelector("gsa-demo"):i.getElementById(t),o=r.map(s).find(i=>i)??null;return!o&&t===null&&(o=[..._e.keys()].find(i=>i.ownerDocument===n.ownerDocument)??null),{element:o,demo:(o&&_e.get(o))??null}}var An={};D(An,{figure:()=>Da,mount:()=>Ua,style:()=>ja});function Mn(n){return n===6||n===9?15-n:null}function Ht(n){let[t,e]=[...Array(n.length).keys()].sort((r,s)=>n[s]-n[r]);return Mn(t)===e&&n[e]>=.01}function st({group:n}){let t=n.elements.some(e=>e.mirror);return{rotations:t?n.order/2:n.order,mirrors:t}}function tt({rotations:n,mirrors:t}){return n>1?"Built to turn":t?"Built to mirror":"Ordinary"}function Xs({rotations:n,mirrors:t}){return n===1?t?"mirrors":"no rotations":`${n} rotations${t?" and mirrors":""}`}function et(n,t){let e=n*Math.PI/180;return{x:-t*Math.sin(e),y:-t*Math.cos(e)}}function Ot(n,t){return Math.atan2(-n,-t)*180/Math.PI}function Ys(n){let t=n.length,e=n[0]?.digit??null,r=a=>n[(a%t+t)%t]?.digit??null,s=(a,l)=>{let c=r(a),[u,p]=[a-.5,a+l-.5].map(d=>d*360/t);return{from:u,to:p,count:l,digit:c,kept:c!==null&&c===e}},o=n.findIndex((a,l)=>r(l)!==r(l-1));if(o<0)return t>0?[s(0,t)]:[];let i=[];for(let a=o;a<o+t;){let l=1;for(;a+l<o+t&&r(a+l)===r(a);)l++;i.push(s(a,l)),a+=l}return i}function $t(n){
let t=n[0]?.digit,e=n.flatMap(r=>r?[r.digit]:[]);return{asked:e.length,kept:e.filter(r=>r===t).length}}function Vs(n,t){let e=t/360*n.length,[r,s]=[Math.floor(e),Math.ceil(e)].map(o=>Zs(n,o));return r===null||s===null?null:r+(s-r)*(e-Math.floor(e))}function Zs(n,t){let[e,r]=[n[0],n[t%n.length]];return e&&r?Math.min(1,Math.max(0,r.probabilities[e.digit])):null}function Qs(n,t,e){let r=n.flatMap((s,o)=>{let i=Zs(n,o);return i===null?[]:[to(et(360*o/n.length,t+(e-t)*i))]});return r.length<3?"":`M${r.
join("L")}Z`}function Js(n,t,e){let r=o=>to(et(o,e)),s=(o,i)=>`A${e} ${e} 0 ${i} 0 ${r(o)}`;return t-n>=360?`M${r(n)}${s(n+180,0)}${s(n,0)}Z`:`M${r(n)}${s(t,t-n>180?1:0)}`}function to({x:n,y:t}){let[e,r]=[n,t].map(s=>Math.round(s*100)/100+0);return`${e} ${r}`}var $a="gsa-net",Sn;function Ta(){let n=globalThis.trustedTypes;if(!n)return null;try{return n.createPolicy($a,{createHTML:t=>t})}catch{return null}}function eo(n){return Sn===void 0&&(Sn=Ta()),Sn?.createHTML(n)??n}function y(n,t){let e=document.createElement("template");e.innerHTML=eo(t.trim());let r=e.content.firstElementChild;return n.append(r),r}function m(n,t){let e=n.querySelector(t);if(!(e instanceof HTMLElement))throw new Error(`the markup lacks ${t}`);return e}function E(n,t){n.textContent!==t&&(n.textContent=t)}function vt(n){if(!n.matches(":focus, :focus-within"))return;let e=n.getRootNode().querySelector(".pad");e instanceof HTMLElement&&e.focus({preventScroll:!0})}function La(n){return`${Math.round(100*n)} %`}function De(n){return n>0&&n<.01?"< 1 %":n>.99&&n<1?"> 99 %":La(n)}function Tt(n){return Number.isNaN(n)?"–":`${n<9.95?n.toFixed(1):Math.round(n)} ms`}function no(n){let t=n/1e3;return n<999.5?Tt(n):`${t.toFixed(t<10?1:0)} s`}function ro(n){return n>90?`${Math.round(n/60)} min`:`${Math.max(1,n<10?Math.round(n):5*Math.round(n/5))} s`}var Ca=["no","one","two","three","four","five","six","seven","eight","nine"];function wh(n){return Ca[n]??String(n)}function vh(n){
if(!(n>1e-9))return n===0?"0 %":"< 0.0000001 %";let t=100*n;return t>=9.5?`${Math.round(t)} %`:`${t.toFixed(Math.max(0,-Math.floor(Math.log10(t))))} %`}function so(n){let t=100*n;return`${t<10?t.toFixed(t<.1?2:1):Math.round(t)} %`}var Ra="⁰¹²³⁴⁵⁶⁷⁸⁹";function ut(n){if(!Number.isFinite(n))return"?";if(n===0)return"0";if(n>=.0095)return n<10?n.toFixed(2):n.toPrecision(3);let[t,e]=n.toExponential(0).split("e-"),r=Array.from(e,s=>Ra[Number(s)]).join("");return`${t}·10⁻${r}`}function bt(n){
let t=Math.round(n)%360;return t===0?"upright":t<=180?`${t}° counter-clockwise`:`${360-t}° clockwise`}var Ia="300% 0px";function w(n,t){n.addEventListener("abort",q(t))}function W(n,t,{reach:e=Ia,first:r=!0}={}){let s=x(!0);if(typeof IntersectionObserver!="function")return s;s.value=r;let o=new IntersectionObserver(i=>s.value=i[i.length-1].isIntersecting,{rootMargin:e});return o.observe(n),t.addEventListener("abort",()=>o.disconnect()),s}function oo(n,t){let e=x(n.clientWidth||560);if(typeof ResizeObserver=="function"){let r=new ResizeObserver(()=>e.value=n.clientWidth||e.peek());r.observe(n),t.
addEventListener("abort",()=>r.disconnect())}return e}var je=["main","other","third"];function U(n){return je[Math.min(n,je.length-1)]}function X(n,t,e){let r=[],s=M(()=>n.networks.shown.value.length),o=()=>{let a=r.length,l=new AbortController,c=M(()=>n.networks.shown.value.at(a));r.push({life:l,elements:e(c,a,l.signal)})},i=()=>{let{life:a,elements:l}=r.pop();a.abort();for(let c of l)c.remove()};w(t,()=>{let a=s.value;z(()=>{for(;r.length<a;)o();for(;r.length>a;)i()})}),t.addEventListener("abo\
rt",()=>r.forEach(({life:a})=>a.abort()))}var io=2,ao=`
.panel .asking{grid-area:1 / 1;white-space:nowrap}
.panel[data-late]{--bar:var(--gsa-muted)}
.panel[data-late] .verdict{display:none}
.panel .costly{grid-area:3 / 1 / 4 / -1;margin-top:4px}
.panel .costly:not(:has(> :not([hidden]))){display:none}
.costly button{min-height:34px;padding:0 12px;border-radius:999px;font-size:0.8125rem;font-variant-numeric:tabular-nums}

.panel[data-first] .costly{grid-area:1 / 1 / 3 / -1;display:flex;align-items:center;gap:2px 12px;margin:0;line-height:1.25}
@container (max-width:639px){
.panel[data-first] .blank{display:none}
.panel[data-first] .costly{grid-area:auto;column-gap:6px;white-space:nowrap}
.costly button{padding:2px 6px;line-height:1.2;font-size:0.75rem}
}
@media (pointer:coarse){
.costly button{min-height:44px}
}
`;function lo(n,t,e,r,s){let o=y(t,'<span class="asking" hidden></span>'),i=y(t,`<span class="costly">
      <span class="estimate" hidden><span class="takes"></span><span class="wordy"> an answer here</span></span>
      <button type="button" class="stop" hidden>Stop</button>
      <button type="button" class="all-round" hidden></button>
    </span>`),[a,l,c]=[".estimate",".stop",".all-round"].map(h=>m(i,h));l.addEventListener("click",()=>e.stop(r.peek()),{signal:s});let u=()=>{let h=r.peek();h&&(e.rounds.offerOf(h)?.asking?e.rounds.stop(h):e.rounds.askAllRound(h))};c.addEventListener("click",u,{signal:s});let p=()=>{let h=r.value;return h?h.asked.value!==""||e.costly.isApart(h)?h.isLate.value:e.lateness.late.value!==null:!1},d=()=>{let h=r.value;return!!(h?.asked.value&&(!h.shown.value||h.isRecorded.value))};w(s,()=>{let h=p(),
f=r.value?.shown.value;n.toggleAttribute("data-late",!!(h&&f)),n.setAttribute("aria-busy",String(h)),o.hidden=!h||!f,E(o,f?`at ${Math.round(f.angle)}°, asking…`:"")}),w(s,()=>{let h=r.value,f=e.lateness.late.value,g=f?.url===h?.url&&(f?.seconds??0)>=io,b=(h&&e.costly.timeOf(h))??0,k=h?.isLate.value&&b>1e3*io,v=g||k||d();v||vt(l),l.hidden=!v,n.toggleAttribute("data-first",d()),a.hidden=!d()||b===0,E(m(a,".takes"),`≈ ${no(b)}`)}),w(s,()=>{let h=r.value?e.rounds.offerOf(r.value):null,f=!h||e.isUntaught.
value||p();if(f&&vt(c),c.hidden=f,!h)return;let g=ro(h.seconds);E(c,h.asking?`Stop (about ${g} left)`:`${R} angles (about ${g})`)})}var Pa=1e-4,_a=8,Da={name:"answers",title:"Answers",table:qa},ja=`
.panels{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:12px}
.panels > :only-child{grid-column:1 / -1}
.panels[data-count="3"]{grid-template-columns:repeat(3,minmax(0,1fr))}
.panel{
display:grid;grid-template-columns:auto minmax(0,1fr);gap:2px 14px;align-content:start;min-width:0;padding:14px 16px;
border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface);position:relative;font-variant-numeric:tabular-nums;
}
.panel > header{grid-column:2}

.panel > header :is(.model,.note){min-height:1lh}
.panel .model{color:var(--bar);overflow-wrap:anywhere}
.panel .note{color:var(--gsa-muted);font-size:0.8125rem;line-height:1.35}
.panel .digit{
grid-row:1 / span 2;min-width:0.62em;align-self:start;text-align:center;color:var(--bar);
font:700 5rem/0.95 var(--gsa-font-digit,Georgia,"Palatino Linotype",Palatino,"P052",serif);font-variant-numeric:lining-nums;
}
.panel[data-state="blank"] .digit{color:var(--gsa-line-strong);font-weight:400}
.panel :is(.bars,.blank){grid-area:2 / 2}
.panel .bars{display:grid;gap:4px;margin-top:6px;font-size:0.875rem}
.bars li{display:grid;grid-template-columns:3.2em minmax(0,1fr) 4.1em;gap:8px;align-items:center;line-height:1.35;color:var(--gsa-muted)}
.bars :is(.name,.value){min-height:1lh;white-space:nowrap}
.bars .track{height:9px;border-radius:2px;background:var(--gsa-sunken);overflow:hidden}
.bars .bar{display:block;height:100%;width:100%;transform-origin:0 50%;transition:transform 110ms ease-out;background:var(--bar)}
.bars li:not(.best) .bar{opacity:0.55}

.panel[data-shared] .bars .second .bar{opacity:1}
.bars .best,.panel[data-shared] .bars .second{color:var(--gsa-ink);font-weight:650}
.bars .value{text-align:right}

.panel footer{grid-column:1 / -1;display:grid;grid-template:1.45em minmax(1.45em,auto) / 1fr auto;gap:0 12px;margin-top:8px;font-size:0.875rem;line-height:1.45;color:var(--gsa-muted)}
.panel .verdict{color:var(--bar);font-weight:650;white-space:nowrap}
.panel .count{grid-area:2 / 1 / auto / -1}
.panel .count b{color:var(--gsa-ink)}
.panel .time{grid-area:1 / 2;white-space:nowrap}
.panel .blank{display:none;align-self:center;color:var(--gsa-muted)}
.panel[data-state="blank"] .blank{display:block}
.panel[data-state="blank"] .bars{visibility:hidden}
.panel .trouble{grid-column:1 / -1;display:flex;gap:12px;flex-direction:column;align-items:flex-start;margin-top:8px;font-size:0.875rem;overflow-wrap:anywhere}
.trouble button{height:36px;flex:none}
.panel[data-trouble] :is(.bars,.blank,footer){display:none}

.panel .untaught{display:none;position:absolute;inset:auto 16px 14px;color:var(--gsa-muted);font-size:0.875rem;line-height:1.35}
.panel[data-untaught]:not([data-trouble]) .untaught{display:block}
.panel[data-untaught] :is(.bars,.blank,.digit,footer){visibility:hidden}
@container (min-width:640px) and (max-width:1079px){
.panels,.panels[data-count="3"]{grid-template-columns:minmax(0,1fr)}
}

@container (min-width:1080px){
.panels[data-count="3"] .panel{grid-template-columns:auto minmax(0,1fr);padding:12px}
.panels[data-count="3"] :is(.bars,.blank){grid-area:3 / 1 / auto / -1}
.panels[data-count="3"] .digit{font-size:3.4rem}
.panels[data-count="3"] footer{grid-template-columns:minmax(0,1fr)}
.panels[data-count="3"] .time{grid-area:auto}
}
@container (max-width:639px){
.panels{gap:8px}
.panel .untaught{position:static;grid-area:2 / 2;font-size:0.8125rem}
.panel{padding:10px 6px 10px 10px;gap:0 8px;grid-template-rows:auto 1fr;align-items:start}
.panel .model{font-size:0.9375rem}
.panel .digit{font-size:3.75rem}
.panel footer{grid-area:2 / 2;grid-template-columns:minmax(0,1fr);margin:0;font-size:0.8125rem}
.panel .blank{font-size:0.8125rem}
.panel :is(.note,.bars,.time,.wordy){display:none}
.panels[data-count="3"]{gap:6px}
.panels[data-count="3"] .panel{grid-template-columns:minmax(0,1fr);padding:8px}
.panels[data-count="3"] :is(header,.blank,.digit,footer,.untaught){grid-area:auto}
.panels[data-count="3"] .digit{font-size:2.6rem;text-align:start}
.panels[data-count="3"] .verdict{white-space:normal}
}
@container (max-width:349px){
.panel{gap:0 6px}
.panel .digit{font-size:3rem}
.panel > header .model,.panel .count{min-height:2lh;line-height:1.2}
}
@media (forced-colors:active){
.bars .bar{background:CanvasText;forced-color-adjust:none}
}
${ao}
`;function Ua(n,t,e){let r=y(n,'<div class="panels"></div>');w(e,()=>{r.dataset.count=String(t.networks.shown.value.length)}),X(t,e,(s,o,i)=>[za(r,t,s,o,i)])}function za(n,t,e,r,s){let o=["best","second","others"].map(l=>`<li class="${l}"><span class="name"></span><span class="track"><span class="bar"></span></span><span class="value"></span></li>`),i=y(n,`<section class="panel ${U(r)}" part="answer" data-state="blank" role="group">
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
    </section>`);m(i,".retry").addEventListener("click",()=>t.loading.retry(),{signal:s});let a=()=>{let l=e.peek()?.former;l&&t.pick(t.values.map((c,u)=>u===r?l:c))};return m(i,".former").addEventListener("click",a,{signal:s}),w(s,()=>{let l=t.networks.names.value[r]??"",c=e.value?.info.value,u=c&&st(c);m(i,".model").textContent=u?tt(u):l;let p=t.networks.shown.value.flatMap(({info:f})=>f.value?tt(st(f.value)):[]),d=u&&p.filter(f=>f===tt(u)).length<2,h=u?[Xs(u),...d?[]:[l]]:[];m(i,".note").textContent=
h.join(" · "),i.setAttribute("aria-label",`Answer of ${l}`)}),w(s,()=>{let l=t.asking.blank.value,c=t.drawing.isEmpty.value;m(i,".blank").textContent=l==="nearly"?"Draw a little more":c?"Draw something":"One moment…"}),w(s,()=>{let l=e.value?.error.value,c=l&&!Q(l)?l.message:null,u=m(i,".trouble");i.toggleAttribute("data-trouble",c!==null),u.hidden=c===null,m(u,"p").textContent=c??"";let p=c!==null&&t.picked&&e.value?.former||"";m(u,".former").hidden=!p,m(u,".former").textContent=`Back to ${fn(
t.files.nameOf(p)??p)}`}),lo(i,m(i,"footer"),t,e,s),w(s,()=>i.toggleAttribute("data-untaught",t.isUntaught.value)),w(s,()=>{let l=e.value?.shown.value??null,c=l!==null&&t.asking.unanswered.value!==null;i.toggleAttribute("data-old",c),Ba(i,l,e.value?.isRecorded.value??!1),c&&(E(m(i,".verdict .brief"),`that was at ${Math.round(l.angle)}°`),E(m(i,".verdict .wordy"),""))}),w(s,()=>{let l=e.value?.round.value,c=l&&V(l),{asked:u,kept:p}=$t(l?J(l,R):[]),d=m(i,".count");d.replaceChildren(),!(!c||u<_a)&&
(y(d,`<b>${p} of ${u}</b>`),d.append(" angles"),y(d,`<span class="wordy">: still ${c.digit}</span>`))}),i}function Ba(n,t,e){let{digit:r,probabilities:s,milliseconds:o}=t?.prediction??{},i=t?.upright&&t.upright.digit!==r;n.toggleAttribute("data-shared",Ht(s??[])),n.dataset.state=t?i?"lost":"kept":"blank",m(n,".digit").textContent=String(r??"–"),m(n,".time").textContent=e?"recorded":o===void 0?"":Tt(o);let[a,l]=t?Fa(t):[];E(m(n,".verdict .brief"),a??""),E(m(n,".verdict .wordy"),l??"");for(let{row:c,
name:u,p}of Wa(s??[])){let d=m(n,`.bars .${c}`);E(m(d,".name"),u),m(d,".bar").style.transform=`scaleX(${p.toFixed(4)})`,E(m(d,".value"),De(p))}}function Wa(n){if(n.length===0)return[];let[t,e]=[...n.keys()].sort((s,o)=>n[o]-n[s]),r=n.reduce((s,o,i)=>i===t||i===e?s:s+o,0);return[{row:"best",name:String(t),p:n[t]},{row:"second",name:String(e),p:n[e]},{row:"others",name:"others",p:Math.min(1,r)}]}function Fa({prediction:{digit:n,probabilities:t},angle:e,upright:r}){if(e===0)return["upright"];if(!r)
return[];if(r.digit!==n)return[`✗ upright: ${r.digit}`];let s=he(r.probabilities,t);return s<Pa?["✓ same"," as upright"]:["✓ as upright",` ±${so(s)}`]}function qa({networks:n,isUntaught:t}){if(t.value)return{columns:["Digit"],rows:[]};let e=n.shown.value.flatMap(({shown:s},o)=>{let{probabilities:i}=s.value?.prediction??{};return i?[{name:n.names.value[o],probabilities:i}]:[]}),r=e.length===0?[]:[...e[0].probabilities.keys()];return{columns:["Digit",...e.map(({name:s})=>s)],rows:r.map(s=>[
s,...e.map(({probabilities:o})=>Math.round(1e6*o[s])/1e6)])}}var Bn={};D(Bn,{figure:()=>Io,gridWeighs:()=>Do,mount:()=>xl,style:()=>yl,wants:()=>No});var Ga={light:["#0072b2","#56b4e9","#00795a","#e5c200","#1b1d22","#e58fbf","#6a3d9a","#e69f00"],dark:["#3f9bdc","#9ad4f7","#1fbf94","#ffe14d","#e9e6df","#f3b3d6","#a97fe0","#ffb733"]},co={light:["#ffffff","#fad6a5","#e9806e","#a8205c","#4a083e"],dark:["#1c1e23","#5c1e54","#be3462","#f48c5e","#ffecbe"]},Ha={light:"#e4e1d8",dark:"#34363d"},Ue=1.5,dt=[0,.1,.5,1,Ue];function Lt(n){return Math.sqrt(Math.min(Math.max(n,0),Ue)/Ue)}function Ct(n,t){return $n(fo(Ga[t?"dark":"light"],n/45%8))}function ze(n,t){
let e=t?"dark":"light";return Number.isNaN(n)?mo(Ha[e]):fo(co[e],Lt(n)*(co[e].length-1))}var On=1024,uo=new Map;function po(n,t,e){let r=uo.get(e);r||(r=Array.from({length:On+1},(i,a)=>ze(Ue*(a/On)**2,e)),uo.set(e,r));let s=ze(NaN,e),o=new ImageData(t,n.length/t);for(let i=0;i<n.length;i++){let a=n[i],l=Number.isNaN(a)?s:r[Math.round(Lt(a)*On)];for(let c=0;c<3;c++)o.data[4*i+c]=l[c];o.data[4*i+3]=255}return o}function ho(n){let[t,e,r]=(n.match(/\d+/g)??[]).map(s=>{let o=Number(s)/255;return o<=.04045?
o/12.92:((o+.055)/1.055)**2.4});return .2126*t+.7152*e+.0722*r>.179?"#000000":"#ffffff"}function $n(n){return`rgb(${n.join(", ")})`}function fo(n,t){let e=Math.floor(t),r=t-e,[s,o]=[n[e%n.length],n[(e+1)%n.length]].map(mo),[i,a,l]=s.map((c,u)=>Math.round(c+(o[u]-c)*r));return[i,a,l]}function mo(n){let t=parseInt(n.slice(1),16);return[t>>16,t>>8&255,t&255]}var Ka="http://www.w3.org/2000/svg";function S(n,t,e){let r=document.createElementNS(Ka,t);return ot(r,e),n.append(r),r}function ot(n,t){for(let[e,r]of Object.entries(t))n.setAttribute(e,typeof r=="number"?r.toFixed(2):r)}var zn={};D(zn,{mount:()=>Un,style:()=>vl,turnByKey:()=>pt});var wo=new WeakMap;function Xa(){return Math.min(3,devicePixelRatio||1)}function Ya(n,t){let e=devicePixelRatio,r=()=>{devicePixelRatio!==e&&(e=devicePixelRatio,n())};addEventListener("resize",r,{signal:t});let s=()=>{let o=globalThis.matchMedia?.(`(resolution: ${devicePixelRatio}dppx)`),i=()=>{r(),s()};o?.addEventListener("change",i,{once:!0,signal:t})};s()}var nt=class{#t;#e;#n=0;constructor(t,e,r){if(this.#t=t,this.#e=e,wo.set(t,this),r.addEventListener("abort",()=>cancelAnimationFrame(this.#n)),
Ya(()=>this.invalidate(),r),typeof ResizeObserver!="function"){addEventListener("resize",()=>this.invalidate(),{signal:r}),this.invalidate();return}let s=new ResizeObserver(()=>this.invalidate());s.observe(t),r.addEventListener("abort",()=>s.disconnect())}invalidate(){this.#n||=requestAnimationFrame(()=>{this.#n=0,this.paint()})}paint(){let t=this.#t,e=t.clientWidth,r=t.getContext("2d");if(e===0||!r)return;let s=Math.round(e*Xa()*(t.currentCSSZoom??1));t.width!==s||t.height!==s?t.width=t.height=
s:r.clearRect(0,0,s,s),this.#e({context:r,size:s,...Tn(t)})}};function Tn(n){let t=getComputedStyle(n),e=r=>t.getPropertyValue(`--gsa-${r}`).trim();return{colour:e,dark:e("dark")==="1"}}function vo(n){wo.get(n)?.paint()}var go=new WeakMap;function Be(n,t,e,r,s){let o=go.get(n);o||go.set(n,o=document.createElement("canvas")),o.width=t.width,o.height=t.height,o.getContext("2d")?.putImageData(t,0,0),n.imageSmoothingEnabled=!1,n.drawImage(o,e,r,s,s)}function bo(n){let t=Math.sqrt(n.length),e=new ImageData(
t,t);for(let r=0;r<n.length;r++){let s=Math.round(255*Math.min(1,Math.max(0,n[r])));e.data.set([s,s,s,255],4*r)}return e}var We=.062,Ln=.5-We/2,yo=`
.pad{
position:absolute;border-radius:50%;
background:var(--gsa-surface);box-shadow:0 0 0 1px var(--gsa-line-strong);
cursor:crosshair;touch-action:none;
-webkit-touch-callout:none;-webkit-tap-highlight-color:transparent;
}
.pad:focus-visible{outline-offset:1px}

.paper{position:absolute;cursor:crosshair;touch-action:none;-webkit-touch-callout:none;-webkit-tap-highlight-color:transparent}
.hint{
position:absolute;display:grid;place-content:center;gap:2px;text-align:center;
color:var(--gsa-muted);pointer-events:none;transition:opacity 150ms;
}
.hint > *{justify-self:center;padding:0 6px;background:var(--gsa-surface)}
.hint b{font-size:1.0625rem;font-weight:600;color:var(--gsa-ink)}
.root[data-compact] .hint span,.figure-pad .hint span,:host([large]) .hint span{display:none}
.hint::before{
content:"";justify-self:center;width:10px;height:10px;margin-bottom:10px;border-radius:50%;background:var(--gsa-accent);
}
.pad:not([data-blank]) ~ .hint{opacity:0}
.pad:is([data-drawing],[data-keys]) ~ .hint{opacity:0}
.keys{position:absolute;inset:auto 0 32%;display:none;text-align:center;font-size:0.8125rem;color:var(--gsa-muted);pointer-events:none}
.pad[data-keys] ~ .keys{display:block}
`;function xo(n,t,e){y(n,'<div class="paper"></div>');let r=y(n,'<canvas class="pad" part="pad" tabindex="0" role="application"></canvas>');y(n,'<p class="hint" aria-hidden="true"><b>Draw a digit</b><span>or take one from below</span></p>'),y(n,'<p class="keys" aria-hidden="true">Arrows move, Space draws, Enter ends</p>'),Va(r,t,e);let{drawing:s,turning:o}=t,i=new nt(r,a=>Za(a,t),e);return w(e,()=>{s.strokes.value,s.pen.value,o.angle.value,t.dark.value,i.invalidate()}),w(e,()=>{let{down:a,keys:l}=s.
pen.value;r.toggleAttribute("data-blank",s.isEmpty.value),r.toggleAttribute("data-drawing",a),r.toggleAttribute("data-keys",l!==null)}),w(e,()=>{let a=s.strokes.value.length,c=`Drawing pad, ${a===0?"empty":a===1?"one stroke":`${a} strokes`}, ${bt(o.angle.value)}. Arrow keys turn it. Enter begins to draw with keys: arrows move the pen, space lowers and lifts it.`;r.getAttribute("aria-label")!==c&&r.setAttribute("aria-label",c)}),r}function Va(n,{drawing:t,turning:e},r){let s=a=>we(a,-e.angle.peek()),
o=a=>{if(a.ctrlKey||a.metaKey||a.altKey)return;let{key:l}=a,{down:c,keys:u}=t.pen.peek();if(!u){if(l!=="Enter")return;a.preventDefault(),t.writeByKeys({x:.5,y:.5});return}let p=a.shiftKey?.01:.04,d={ArrowLeft:[-p,0],ArrowRight:[p,0],ArrowUp:[0,-p],ArrowDown:[0,p]};if(l==="Enter"||l==="Escape")t.writeByKeys(null);else if(l===" "&&c)t.end();else if(l===" ")t.begin(s(u),u);else if(Object.hasOwn(d,l)){let h={x:u.x+d[l][0],y:u.y+d[l][1]},f=Math.hypot(h.x-.5,h.y-.5)<=Ln;f&&c?t.extend([s(h)],h):f&&t.moveKeys(
h)}else return;a.preventDefault()};n.addEventListener("keydown",o,{signal:r});let i=()=>t.pen.peek().keys&&t.writeByKeys(null);n.addEventListener("blur",i,{signal:r})}function Za({context:n,size:t,colour:e},{drawing:r,turning:s}){n.save(),n.scale(t,t),n.save(),n.translate(.5,.5),n.rotate(-s.angle.peek()*Math.PI/180),n.translate(-.5,-.5),Qa(n,e("line"),e("muted")),n.strokeStyle=e("ink"),n.lineWidth=We,n.lineCap=n.lineJoin="round";for(let o of r.strokes.peek())n.beginPath(),cn(n,o),n.stroke();n.restore(),
Ja(n,r.pen.peek(),e("accent")),n.restore()}function Qa(n,t,e){n.strokeStyle=t,n.lineWidth=.003,n.setLineDash([.008,.012]),n.beginPath(),n.moveTo(.06,.5),n.lineTo(.94,.5),n.moveTo(.5,.06),n.lineTo(.5,.94),n.stroke(),n.setLineDash([]),n.fillStyle=e,n.beginPath(),n.moveTo(.5,.02),n.lineTo(.516,.047),n.lineTo(.484,.047),n.fill()}function Ja(n,{down:t,keys:e},r){e&&(n.strokeStyle=n.fillStyle=r,n.lineWidth=.008,n.beginPath(),n.arc(e.x,e.y,t?We/2:We*.7,0,2*Math.PI),t?n.fill():n.stroke())}var tl=["left:0;top:0","left:100%;top:0","left:0;top:100%"],Fe=class{#t;constructor(t){this.#t=tl.map(e=>{let r=document.createElement("i");return r.style.cssText=`position:absolute;${e};width:0;height:0;pointer-events:none`,r.ariaHidden="true",t.append(r),r})}get map(){let[t,e,r]=this.#t.map(c=>c.getBoundingClientRect()),[s,o]=[e.x-t.x,e.y-t.y],[i,a]=[r.x-t.x,r.y-t.y],l=s*a-o*i;return Math.abs(l)>0?({clientX:c,clientY:u})=>{let[p,d]=[c-t.x,u-t.y];return{x:(p*a-d*i)/l,y:(s*d-o*p)/l}}:null}};var Cn=500,ko=80,el=500,Rn={mouse:3,pen:6,touch:10},In={way:.25,ms:400},Eo=.1,Mo=.08;function nl(n,t){return((t-n)%360+540)%360-180}function So(n,t){return Math.hypot(n.x-t.x,n.y-t.y)}var Nn=class{constructor(t){this.from=t,this.raw=t,this.deaf=mt(t)===t?null:mt(t)}move(t){this.raw+=t;let e=mt(this.raw);return e!==this.deaf&&(this.deaf=null),e===null||e===this.deaf?this.raw:e}},qe=class{#t;#e=new Map;#n=null;#r=-1/0;#s=-1/0;#o={time:-1/0,from:0};constructor(t){this.#t=t}#i(t){return Array.from(this.#e.
values()).filter(e=>e.role===t)}get isBusy(){return this.#e.size>0}seePen(t){this.#r=t}down(t,e){this.up(t.id);let{id:r,kind:s}=t,o={id:r,kind:s,zone:e,role:"rests",from:t,last:t,way:0};this.#e.set(r,o),s==="pen"&&this.#d(t.time);let i=this.#c(o);return i?this.#p(i,o):this.#l(t)||this.#u(o),o.role}#d(t){this.seePen(t);for(let e of this.#e.values())e.kind==="touch"&&(e.role==="draws"?this.#t.cancel(!1):(e.role==="turns"||e.role==="twists")&&this.#b(),e.role="rests");t-this.#s<Cn&&this.#t.cancel(!1),
t-this.#o.time<Cn&&this.#t.turnTo(this.#o.from),this.#s=this.#o.time=-1/0}#c({kind:t,from:e}){if(t!=="touch"||this.#l(e))return null;let r=[...this.#i("draws"),...this.#i("waits"),...this.#i("turns")];return r.push(...this.#i("stays")),r.find(({kind:s,zone:o})=>s==="touch"&&o!=="knob")??null}#l({kind:t,size:e,time:r}){return t!=="touch"?!1:Array.from(this.#e.values()).some(o=>o.kind==="pen"&&o.role!=="rests")||r-this.#r<Cn||e>ko}#u(t){let{zone:e,kind:r,from:s}=t,o=[...this.#i("draws"),...this.#i(
"turns"),...this.#i("twists")];if(r==="pen")for(let i of o)this.#w(i);else if(o.length>0)return;e==="pad"?t.role=this.#t.begin(s.at)?"draws":"rests":e==="knob"?this.#f([t],"turns"):t.role="waits"}#p(t,e){if(t.role==="draws"){let r=e.from.time-t.from.time;t.way>In.way&&r>In.ms?this.#t.end():this.#t.cancel(!1)}this.#f([t,e],"twists")}#f(t,e){this.#n??=new Nn(this.#t.angle());for(let r of t)r.role=e;this.#t.turn(this.#n.raw)}move(t,e){let r=this.#e.get(t.id);if(!r)return;let s=r.last;if(r.last=t,r.
way+=So(s.at,t.at),t.kind==="pen"&&this.seePen(t.time),t.size>ko&&t.kind==="touch"&&this.#a(r)&&(r.role==="draws"&&this.#t.cancel(!1),r.role="rests"),r.role==="waits"&&!this.#h(r)&&this.#g(r),r.role==="draws")this.#t.extend(e);else if(r.role==="turns")this.#m(s.at,t.at,{x:0,y:0});else if(r.role==="twists"){let o=this.#i("twists").find(({id:i})=>i!==r.id);o&&this.#m(s.at,t.at,o.last.at)}}#a({role:t,way:e}){return t==="waits"||t==="draws"&&e<Eo}#h({kind:t,from:e,last:r}){let s=t==="touch"?Rn.touch:
t==="pen"?Rn.pen:Rn.mouse;return So(e.seen,r.seen)<=s}#g(t){(t.kind==="touch"||t.kind==="pen")&&t.zone==="curves"?t.role="rests":this.#f([t],"turns")}#m(t,e,r){if(!this.#n)return;let[s,o]=[t,e].map(({x:a,y:l})=>({x:a-r.x,y:l-r.y}));if(Math.hypot(s.x,s.y)<Mo||Math.hypot(o.x,o.y)<Mo)return;let i=nl(Ot(s.x,s.y),Ot(o.x,o.y));this.#t.turn(this.#n.move(i))}up(t,e){let r=this.#e.get(t);if(!r)return;let{role:s,kind:o,from:i,last:a,way:l}=r;if(o==="touch"&&s==="draws"&&l<Eo&&e!==void 0&&(this.#s=e),o==="\
pen"&&e!==void 0&&this.seePen(e),this.#w(r),this.#e.delete(t),!(s==="waits"&&e!==void 0&&this.#h(r))||o==="touch"&&e-i.time>el)return;o==="touch"&&(this.#o={time:e,from:this.#t.angle()});let u=Ot(a.at.x,a.at.y);this.#t.turnTo(mt(u)??u)}#w(t){let{role:e}=t;if(t.role="rests",e==="draws"&&this.#t.end(),e==="twists")for(let r of this.#i("twists"))r.role="stays";(e==="turns"||e==="twists")&&(this.#n=null,this.#t.settle())}#b(){this.#n&&(this.#t.turn(this.#n.from),this.#n=null,this.#t.settle())}cancel(t){
let e=this.#e.get(t);e?.role==="draws"&&e.kind==="touch"&&(this.#t.cancel(e.way>In.way),e.role="rests"),this.up(t)}letGo(){for(let t of[...this.#e.keys()])this.up(t)}forgetFingers(){for(let{id:t,kind:e}of[...this.#e.values()])e==="touch"&&this.up(t)}};var L={half:280,pad:122,unsure:132,sure:194,knob:256},Pn=[[207],[207,228],[204,219.5,235]],Kt={from:242,to:250,quarterTo:254,label:268,side:259},rl=7,sl=9,ol=9,Ao=`
.polar[data-old] :is(.curves,.tracks){opacity:0.4}
.polar{position:absolute;inset:0;container-type:inline-size}
.polar svg{display:block;width:100%;height:100%;overflow:visible}
.polar[data-untaught] :is(.curves,.tracks){display:none}
.polar .rim{fill:none;stroke:var(--gsa-line);stroke-width:1}
.polar .mark{stroke:var(--gsa-muted);stroke-width:1.5;stroke-linecap:round}
.polar .mark.quarter{stroke:var(--gsa-ink);stroke-width:3}
.polar .degrees{fill:var(--gsa-muted);font-size:12px;text-anchor:middle;dominant-baseline:central}
.polar .main{--of:var(--gsa-accent)}
.polar .other{--of:var(--gsa-other)}
.polar .third{--of:var(--gsa-third)}
.polar .curve{stroke:var(--of);stroke-width:2;stroke-linejoin:round;fill:var(--of);fill-opacity:0.13}
.polar .other .curve{fill:none;stroke-dasharray:4 3;stroke-width:2.5}
.polar .third .curve{fill:none;stroke-dasharray:1 5;stroke-linecap:round;stroke-width:3}
.polar .three .read{font-size:12px;stroke-width:4}
.polar .three .run.kept{stroke-width:8}
.polar .run{fill:none;stroke:var(--of);stroke-width:1.5}
.polar .run.kept{stroke-width:9}
.polar .run.unasked{stroke:var(--gsa-line-strong);stroke-dasharray:1.5 5;stroke-linecap:round}
.polar .read{fill:var(--of);font-size:14px;font-weight:700;text-anchor:middle;dominant-baseline:central;stroke:var(--gsa-ground);stroke-width:6;paint-order:stroke}
.polar .here{fill:var(--of);stroke:var(--gsa-surface);stroke-width:2}
@container (max-width:460px){
.polar .degrees{display:none}
.polar .read{font-size:20px;stroke-width:8}
.polar .run.kept{stroke-width:12}
.polar .curve{stroke-width:3}
.polar .other .curve{stroke-width:3.5}
.polar .third .curve{stroke-width:4;stroke-dasharray:1 7}
.polar .three .read{font-size:15px;stroke-width:5}
.polar .three .run.kept{stroke-width:9}
}
@media (forced-colors:active){
.polar .main{--of:LinkText}
.polar .other{--of:CanvasText}
.polar .third{--of:Highlight}
}
`;function _n(n,t){return n.rounds.next(t)}function Ge(n,t,e,r=!0){let{half:s,unsure:o,sure:i}=L,a=y(n,`<div class="polar" ${r?'part="polar"':""}></div>`),l=`${-s} ${-s} ${2*s} ${2*s}`,c=S(a,"svg",{viewBox:l,role:"img"});for(let f of[o,i])S(c,"circle",{class:"rim",r:f});let u=S(c,"g",{});if(w(e,()=>{u.replaceChildren();let f=t.networks.shown.value.at(0)?.info.value?.group.elements??[];il(u,new Set(f.map(({degrees:g})=>g)))}),w(e,()=>{t.networks.shown.value.at(0)?.info.value;let f=t.turning.angle.
value;for(let g of u.querySelectorAll("text")){let b=Math.abs(Oo(f,parseFloat(g.textContent??"")));g.style.visibility=b<sl?"hidden":""}}),!r)return c.setAttribute("aria-hidden","true"),c;let p=S(c,"g",{class:"curves"}),d=S(c,"g",{class:"tracks"});w(e,()=>a.toggleAttribute("data-untaught",t.isUntaught.value));let h=M(()=>t.networks.shown.value.length);return w(e,()=>d.classList.toggle("three",h.value>2)),X(t,e,(f,g,b)=>{let k=M(()=>J(f.value?.round.value??new Map,R));return[al(p,t,k,g,b),ll(d,k,h,
g,b)]}),w(e,()=>c.setAttribute("aria-label",dl(t))),w(e,()=>a.toggleAttribute("data-old",t.asking.unanswered.value!==null)),t.study.join(_n,W(a,e),e),c}function il(n,t){for(let e of new Set([0,45,90,135,180,225,270,315,...t])){let r=e%90===0;if(r||t.has(e)){let[s,o]=[Kt.from,r?Kt.quarterTo:Kt.to].map(a=>et(e,a));S(n,"line",{class:r?"mark quarter":"mark",x1:s.x,y1:s.y,x2:o.x,y2:o.y})}if(e%45===0){let s={90:"end",270:"start"}[e],{x:o,y:i}=et(e,s?Kt.side:Kt.label),a=S(n,"text",{class:"degrees",x:o,
y:i});s&&(a.style.textAnchor=s),a.textContent=`${e}°`}}}function al(n,t,e,r,s){let{unsure:o,sure:i}=L,a=S(n,"g",{class:U(r)}),l=S(a,"path",{class:"curve"}),c=S(a,"circle",{class:"here",r:6});return w(s,()=>l.setAttribute("d",Qs(e.value,o,i))),w(s,()=>{let u=t.turning.angle.value,p=Vs(e.value,u),{x:d,y:h}=et(u,o+(i-o)*(p??0));ot(c,{cx:d,cy:h,visibility:p===null?"hidden":"visible"})}),a}function ll(n,t,e,r,s){let o=S(n,"g",{class:U(r)});return w(s,()=>{o.replaceChildren();let i=cl(e.value,r),a=Ys(
t.value);for(let l of a){let c=l.digit===null?"run unasked":l.kept?"run kept":"run",u=a.length>1&&l.digit!==null?.7:0;S(o,"path",{class:c,d:Js(l.from+u,l.to-u,i)})}for(let{run:l,degrees:c}of ul(a))S(o,"text",{class:"read",...et(c,i)}).textContent=`${l.digit}`}),o}function cl(n,t){let e=Pn[Math.min(n,Pn.length)-1]??Pn[0];return e[Math.min(t,e.length-1)]}function ul(n){let t=[],e=n.filter(r=>r.digit!==null&&!r.kept);for(let r of e.sort((s,o)=>o.count-s.count)){let s=(r.from+r.to)/2,o=ol,i=t.every(
a=>Math.abs(Oo(s,a.degrees))>=o);r.to-r.from>=rl&&i&&t.push({run:r,degrees:s})}return t}function Oo(n,t){return((t-n)%360+540)%360-180}function dl(n){return n.isUntaught.value?"Nothing is shown all round: with random weights answers mean nothing":`Answers all round. ${n.networks.shown.value.map(({round:e},r)=>{let s=J(e.value,R),{asked:o,kept:i}=$t(s),a=V(e.value),l=n.networks.names.value[r]??"";return a?`${l} reads ${a.digit} upright, and again at ${i} of ${o} angles`:`${l}: not asked yet`}).join(
". ")}`}var jn=L.pad/L.half,pl=(L.sure+4)/L.half,hl=20,fl=16,ml=200,gl="button, a, input, select, summary";function $o({target:n}){return n instanceof Element&&n.closest(gl)!==null}function Dn({x:n,y:t}){return{x:2*n-1,y:2*t-1}}function To({x:n,y:t}){if(Math.max(Math.abs(n),Math.abs(t))<=jn)return"pad";let e=Math.hypot(n,t);return e>1?null:e>=pl?"band":"curves"}function Lo(n,{pad:t,knob:e},{drawing:r,turning:s},o){let i=new Fe(n),a=({x:v,y:A})=>{let[O,N]=[v/jn/2,A/jn/2],_=Math.min(1,Ln/Math.hypot(O,N));
return we({x:.5+_*O,y:.5+_*N},-s.angle.peek())},l=()=>r.pen.peek().down&&!r.pen.peek().keys,c=new qe({begin(v){let{down:A,keys:O}=r.pen.peek();return A&&!O?!1:(s.stop(),r.begin(a(v)))},extend:v=>l()&&r.extend(v.map(a)),end:()=>l()&&r.end(),cancel:v=>r.cancel(v),angle:()=>s.angle.peek(),turn:v=>s.turn(I(Math.round(v*10)/10),!1),settle:()=>s.turn(s.angle.peek()),turnTo:v=>s.turnTo(Math.round(v*10)/10)}),u=(v,A)=>({id:v.pointerId,kind:v.pointerType,at:A,seen:{x:v.clientX,y:v.clientY},size:Math.max(
v.width,v.height),time:v.timeStamp}),p=({pointerId:v})=>{try{n.setPointerCapture(v)}catch{}},d=v=>{if(v.button!==0||$o(v))return;let{map:A}=i,O=A&&Dn(A(v)),_=v.target instanceof Node&&e.contains(v.target)?"knob":O&&To(O);if(!O||!_)return;v.pointerType==="touch"&&v.isPrimary&&c.forgetFingers();let kt=c.down(u(v,O),_);(_!=="curves"||v.pointerType!=="touch")&&(v.preventDefault(),p(v)),kt!=="rests"&&(kt==="draws"?t:e).focus({preventScroll:!0})},h=v=>{let A=(v.buttons&1)===1;if(v.pointerType==="pen"&&
!A&&c.seePen(v.timeStamp),A||c.up(v.pointerId),!c.isBusy)return;let{map:O}=i;if(!O)return;let N=v.getCoalescedEvents?.()??[],_=(N.length>0?N:[v]).map(kt=>Dn(O(kt)));c.move(u(v,_[_.length-1]),_)},f=v=>{v.pointerType==="mouse"&&(v.buttons&1)===1?p(v):c.up(v.pointerId)},g={capture:!0,signal:o};n.addEventListener("pointerdown",d,g),n.addEventListener("pointermove",h,g),n.addEventListener("pointerup",v=>c.up(v.pointerId,v.timeStamp),g),n.addEventListener("pointercancel",v=>c.cancel(v.pointerId),g),n.
addEventListener("lostpointercapture",f,g),window.addEventListener("blur",()=>c.letGo(),{signal:o}),o.addEventListener("abort",()=>c.letGo());let b=v=>{(c.isBusy||v.target===t)&&v.preventDefault()};n.addEventListener("contextmenu",b,{signal:o});let k=v=>{if(!v.cancelable||$o(v))return;let{map:A}=i,O=Array.from(v.targetTouches),N=A?O.map(_=>To(Dn(A(_)))):[];(N.length>1||N.includes("band"))&&v.preventDefault()};n.addEventListener("touchstart",k,{passive:!1,signal:o}),wl(n,s,o)}function wl(n,t,e){let r=null,
s,o=()=>{clearTimeout(s),r!==null&&t.turn(t.angle.peek()),r=null},i=a=>{if(!a.shiftKey||a.ctrlKey||a.metaKey)return;a.preventDefault();let l=a.deltaY||a.deltaX,c=a.deltaMode===WheelEvent.DOM_DELTA_PIXEL?l:l*fl;r=(r??t.angle.peek())-c/hl,t.turn(I(Math.round(r*10)/10),!1),clearTimeout(s),s=setTimeout(o,ml)};n.addEventListener("wheel",i,{passive:!1,signal:e}),e.addEventListener("abort",o)}var Co={ArrowRight:5,ArrowUp:5,ArrowLeft:-5,ArrowDown:-5,PageUp:90,PageDown:-90},He=n=>(50*n/L.half).toFixed(2),vl=`
.dial{position:relative;width:min(100%,var(--stage));aspect-ratio:1;cursor:pointer;touch-action:pan-x pan-y;-webkit-user-select:none;user-select:none}
${Ao}
${yo}
:is(.pad,.paper,.hint){inset:calc(50% - ${He(L.pad)}%)}
.pad{width:calc(2 * ${He(L.pad)}%);height:calc(2 * ${He(L.pad)}%)}
.arm{position:absolute;left:50%;bottom:50%;width:0;height:${He(L.knob)}%;transform-origin:50% 100%;pointer-events:none;transform:rotate(var(--angle,0deg))}
.arm::before{
content:"";position:absolute;left:-1px;width:2px;top:0;bottom:${(100*L.unsure/L.knob).toFixed(2)}%;background:var(--gsa-ink);
}
.knob{
position:absolute;left:0;top:0;width:44px;height:44px;margin:-22px;border-radius:50%;
display:grid;place-items:center;pointer-events:auto;cursor:grab;touch-action:none;-webkit-tap-highlight-color:transparent;
}
.knob::before{
content:"";position:absolute;inset:2px;border-radius:50%;
background:var(--gsa-ink);box-shadow:0 0 0 2px var(--gsa-surface);
}
.knob:active{cursor:grabbing}
.knob:focus-visible{outline-offset:-1px}

.ways{position:absolute;width:88px;height:44px;pointer-events:none;overflow:visible;fill:none;stroke:var(--gsa-ink);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.angle{
position:relative;transform:rotate(calc(-1 * var(--angle,0deg)));pointer-events:none;
color:var(--gsa-ground);font-size:0.8125rem;line-height:1;font-weight:700;font-variant-numeric:tabular-nums;
}
@media (forced-colors:active){
.knob::before{background:Highlight;forced-color-adjust:none}
.angle{color:HighlightText;forced-color-adjust:none}
.ways{stroke:CanvasText}
}
`;function Un(n,t,e,r=!0){let s=y(n,'<div class="dial" part="dial"></div>');Ge(s,t,e,r);let o=xo(s,t,e),i=y(s,`<div class="arm"><div class="knob" part="knob" role="slider" tabindex="0"
      aria-label="Turn the drawing" aria-valuemin="0" aria-valuemax="359"><svg class="ways" viewBox="-44 -22 88 44" aria-hidden="true"><path d="M-31-6l-6 6 6 6M31-6l6 6-6 6" /></svg><span class="angle" part="angle" aria-hidden="true"></span></div></div>`),a=m(i,".knob");return Lo(s,{pad:o,knob:a},t,e),a.addEventListener("keydown",l=>pt(t,l),{signal:e}),w(e,()=>{let l=t.turning.angle.value,c=String(Math.round(l)%360);s.style.setProperty("--angle",`${-l}deg`),m(s,".angle").textContent=`${c}°`,a.setAttribute(
"aria-valuenow",c),a.setAttribute("aria-valuetext",bt(l))}),s}function pt({turning:n},t){if(t.defaultPrevented||t.ctrlKey||t.metaKey||t.altKey)return;let e;if(t.key==="Home")e=0;else if(t.key==="End")e=359;else if(t.key in Co){let r=Co[t.key];e=n.angle.peek()+(t.shiftKey&&Math.abs(r)===5?r/5:r)}else return;t.preventDefault(),n.turn(I(Math.round(e*10)/10))}function yt({networks:n},t){let e=n.shown.value.map(({info:o})=>o.value&&tt(st(o.value))),r=e[t];return r&&e.indexOf(r)===e.lastIndexOf(r)?r:n.names.value[t]??""}function Z({degrees:n,mirror:t}){return`${t?"↔ ":""}${Number(n.toFixed(1))}°`}var Xt=216,F={left:34,right:14,top:16,bottom:26},Ro=24,bl=4,yl=`
.errors{display:grid;gap:8px;min-width:0;padding:14px 16px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface)}
.errors .sub{color:var(--gsa-muted);font-size:0.8125rem;line-height:1.35}
.errors .plot{position:relative;border-radius:6px;cursor:pointer;touch-action:pan-y;-webkit-user-select:none;user-select:none;-webkit-tap-highlight-color:transparent}
.errors svg{display:block;width:100%;height:${Xt}px;overflow:visible}
.errors .grid{stroke:var(--gsa-line);stroke-width:1}
.errors .mark{stroke:var(--gsa-muted);stroke-width:1.5}
.errors .mark.quarter{stroke:var(--gsa-ink);stroke-width:2.5}
.errors text{fill:var(--gsa-muted);font-size:12px;font-variant-numeric:tabular-nums}
.errors .curve{fill:none;stroke:var(--bar);stroke-width:2.5;stroke-linejoin:round}
.errors .floor{fill:none;stroke:var(--gsa-muted);stroke-width:1.5;stroke-dasharray:1 3}
.errors .ground{fill:var(--gsa-muted);fill-opacity:0.09;stroke:none}
.errors .here{fill:var(--bar);stroke:var(--gsa-surface);stroke-width:2}
.errors .dots{fill:none;stroke:var(--bar);stroke-width:5;stroke-linecap:round}
.errors .coarse .curve{opacity:0.6}

.errors .stale{opacity:0.22}
.errors .stale :is(.curve,.dots){stroke:var(--gsa-muted)}
.errors .stale .here{visibility:hidden}
.errors .hand line{stroke:var(--gsa-ink);stroke-width:2}
.errors .hand circle{fill:var(--gsa-ink)}
.errors .key{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:0.8125rem;line-height:1.35;font-variant-numeric:tabular-nums}
.errors .key b{color:var(--bar)}
.errors .key svg{display:inline-block;width:26px;height:8px;margin-inline-end:6px;vertical-align:middle}
.errors .key > :first-child{order:1;color:var(--gsa-muted)}
.errors .key small{color:var(--gsa-muted);font-size:inherit}
.errors .near{min-height:1.35em;color:var(--gsa-muted);font-size:0.8125rem;line-height:1.35}
.errors .other .curve{stroke-dasharray:6 4}
.errors .third .curve{stroke-dasharray:9 3 2 3}
@media (forced-colors:active){
.errors :is(.curve,.dots,.here){stroke:CanvasText}
.errors .hand line{stroke:Highlight}
}
`,Io={name:"errors",title:"What is left over, at every angle",table:Cl};function No(n){let[t]=n.networks.loaded.peek().map(r=>({network:r,angles:_s(n,r)})).sort((r,s)=>s.angles.length-r.angles.length);if(!t||t.angles.length===0)return null;let{layer:e}=n.looking.viewOf(t.network);return{kind:"curve",...n.subject,url:t.network.url,layer:e,angles:t.angles}}function xl(n,t,e){let r=y(n,`<figure class="errors" part="errors">
      <figcaption>
        <h3>${Io.title}</h3>
        <p class="sub"><i>|f(g·p) − g·f(p)| / |f(p)|</i> over all channels of <span class="layer"></span>. Click to turn there.</p>
      </figcaption>
      <div class="plot" role="slider" tabindex="0" aria-label="What is left over, by angle" aria-valuemin="0" aria-valuemax="359"></div>
      <p class="key"><span><svg viewBox="0 0 26 8" aria-hidden="true"><path class="floor" d="M0 4H26"/></svg>the pixel grid alone</span></p>
      <p class="near"></p>
    </figure>`),s=m(r,".plot"),o=oo(s,e),i=S(s,"svg",{"aria-hidden":"true"}),a=S(i,"g",{}),l=S(i,"g",{}),c=S(i,"g",{class:"hand"}),u=Xt-F.bottom;S(c,"line",{x1:0,x2:0,y1:F.top-6,y2:u}),S(c,"circle",{cx:0,cy:F.top-8,r:6}),w(e,()=>El(a,o.value,kl(t))),X(t,e,(p,d,h)=>[Ml(l,t,p,d,o,h),Ol(m(r,".key"),t,p,d,h)]),w(e,()=>{let{angle:p}=t.turning;c.setAttribute("transform",`translate(${Rt(p.value,o.value).toFixed(1)})`)}),w(e,()=>{let p=Math.round(t.turning.angle.value)%360;s.setAttribute("aria-valuenow",
String(p)),s.setAttribute("aria-valuetext",`${p}°. ${$l(t).join(". ")}`)}),w(e,()=>{let{layers:p,at:d}=t.looking;E(m(r,".layer"),p.value[d.value.layer]?.name??"the layer");let f=t.networks.shown.value.map(g=>ct(t,g)).some(g=>g&&Do(g.points));E(m(r,".near"),f?`Near upright, to about ${Te}°, the pixel grid weighs more than the network does.`:"")}),Tl(s,t,e),t.study.join(No,W(r,e),e)}function Rt(n,t){return F.left+n/360*(t-F.left-F.right)}function Yt(n){let t=Xt-F.bottom;return t-Lt(n)*(t-F.top)}
function kl(n){let t=n.networks.shown.value.at(0)?.info.value?.group.elements??[];return new Set(t.map(({degrees:e})=>e))}function El(n,t,e){n.replaceChildren();let r=Xt-F.bottom;for(let i of dt){let a=Yt(i);S(n,"line",{class:"grid",x1:F.left,x2:t-F.right,y1:a,y2:a});let l=S(n,"text",{x:F.left-6,y:a+4,"text-anchor":"end"});l.textContent=String(i)}let s=t>=440?45:90,o=new Set([...Array.from({length:9},(i,a)=>45*a),...e]);e.size>0&&o.add(360);for(let i of o){let a=Rt(i,t),l=i%90===0;if((e.has(i%360)||
l)&&S(n,"line",{class:l?"mark quarter":"mark",x1:a,x2:a,y1:r,y2:r+(l?6:4)}),i%s!==0)continue;let c=S(n,"text",{x:a,y:Xt-5,"text-anchor":"middle"});c.textContent=`${i}°`}}function Ml(n,t,e,r,s,o){let i=S(n,"g",{}),a=S(i,"path",{class:"ground"}),l=S(i,"path",{class:"floor"}),c=S(i,"path",{class:"curve"}),u=S(i,"path",{class:"dots"}),p=S(i,"circle",{class:"here",r:5.5}),d=M(()=>e.value?.errors.value?.points??Po),h=M(()=>ct(t,e.value));return w(o,()=>{let f=vn(d.value),g=O=>f.length<Ro?"":Al(f,O,s.
value),b=g(({turn:O})=>O.resampling);l.setAttribute("d",b);let[k,v]=[f.at(0)?.degrees??0,f.at(0)?.degrees===0?360:f.at(-1)?.degrees??0],A=[v,k].map(O=>`L${Rt(O,s.value)} ${Yt(0)}`);a.setAttribute("d",b&&`${b}${A.join("")}Z`),c.setAttribute("d",g(({turn:O})=>O.error)),u.setAttribute("d",f.length<Ro?Sl(f,s.value):"")}),w(o,()=>{let f=d.value.size>0&&!h.value,g=e.value?yn(t,e.value):0,b=!!h.value&&h.value.points.size<g,k=[U(r),f&&"stale",b&&"coarse"];i.setAttribute("class",k.filter(Boolean).join(" "))}),
w(o,()=>{let f=t.turning.angle.value,g=h.value&&Gt(h.value.points,f),b=g?.near?"visible":"hidden",k=g?.near?Yt(g.turn.error):0;ot(p,{cx:Rt(f,s.value),cy:k,visibility:b})}),i}function Sl(n,t){return n.map(({degrees:e,turn:r})=>`M${Rt(e,t).toFixed(1)} ${Yt(r.error).toFixed(1)}h0`).join("")}var Po=new Map;function Al(n,t,e){return n.length<2?"":`M${(n[0].degrees===0?[...n,{...n[0],degrees:360}]:n).map(o=>`${Rt(o.degrees,e).toFixed(1)} ${Yt(t(o)).toFixed(1)}`).join("L")}`}function Ol(n,t,e,r,s){let o=y(
n,`<span class="${U(r)}"><svg viewBox="0 0 26 8" aria-hidden="true"><path class="curve" d="M0 4H26"/></svg><b></b> <small></small></span>`);return w(s,()=>{E(m(o,"b"),yt(t,r)),E(m(o,"small"),_o(t,e.value))}),o}function _o(n,t){let e=ct(n,t),r=e&&Gt(e.points,n.turning.angle.value);if(!r?.near)return"–";let{error:s,resampling:o}=r.turn,i=Math.round(r.degrees*10)/10;return`${ut(s)} at ${i}°, the pixel grid alone ${ut(o)}`}function $l(n){return n.networks.shown.value.map((t,e)=>`${n.networks.names.
value[e]??""}: ${_o(n,t)}`)}function Do(n){let t=vn(n).filter(({degrees:r})=>{let s=Le(r,0);return s>0&&s<Te}),e=r=>t.reduce((s,{turn:o})=>s+o[r],0);return t.length>=bl&&e("resampling")>e("error")/2}function Tl(n,t,e){let{turning:r}=t,s=null,o=(i,a)=>{let l=n.getBoundingClientRect(),c=l.width-F.left-F.right,u=(i.clientX-l.left-F.left)/c,p=Math.round(3600*Math.min(1,Math.max(0,u)))/10;r.turn(I(mt(p)??p),a)};n.addEventListener("pointerdown",i=>{!i.isPrimary||i.button!==0||(s=i.pointerId,i.pointerType!==
"touch"&&(i.preventDefault(),n.focus({preventScroll:!0}),Ll(n,i),o(i,!1)))},{signal:e}),n.addEventListener("pointermove",i=>s===i.pointerId&&o(i,!1),{signal:e}),n.addEventListener("pointerup",i=>{s===i.pointerId&&(s=null,o(i,!0))},{signal:e}),n.addEventListener("pointercancel",i=>s=s===i.pointerId?null:s,{signal:e}),n.addEventListener("keydown",i=>pt(t,i),{signal:e})}function Ll(n,t){try{n.setPointerCapture(t.pointerId)}catch{}}function Cl(n){let t=n.networks.shown.value.map((o,i)=>({name:n.networks.
names.value[i]??"",points:ct(n,o)?.points??Po})),e=t.flatMap(({name:o})=>[o,`${o}, the pixel grid alone`]),s=[...new Set(t.flatMap(({points:o})=>[...o.keys()]))].sort((o,i)=>o-i).map(o=>{let i=[o];for(let{points:a}of t){let l=a.get(o);i.push(l?.error??"",l?.resampling??"")}return i});return{columns:["Angle",...e],rows:s}}var Xn={};D(Xn,{figure:()=>Gl,mount:()=>Hl,style:()=>ql,wants:()=>Qo});function jo(n,t,e){let r=e*Math.PI/180,s=t*Math.cos(r),o=t*Math.sin(r),i=(n+.3963377774*s+.2158037573*o)**3,a=(n-.1055613458*s-.0638541728*o)**3,l=(n-.0894841775*s-1.291485548*o)**3;return[4.0767416621*i-3.3077115913*a+.2309699292*l,-1.2684380046*i+2.6097574011*a-.3413193965*l,-.0041960863*i-.7034186147*a+1.707614701*l]}function Rl(n,t,e){let r=jo(n,t,e);for(let a=t;a>0&&r.some(l=>l<-1e-4||l>1.0001);a-=.004)r=jo(n,Math.max(0,a-.004),e);let[s,o,i]=r.map(a=>{let l=Math.min(1,Math.max(0,a)),c=l<=.0031308?
12.92*l:1.055*l**(1/2.4)-.055;return Math.round(255*c)});return[s,o,i]}var Il=310,ht=255,Uo=new Map;function Wn(n){let t=Uo.get(n);if(!t){t=new Uint8ClampedArray(3*ht);let e=n?.23:.99,[r,s]=n?[.6,.93]:[.55,.22];for(let o=0;o<ht;o++){let i=2*o/(ht-1)-1,a=Math.abs(i),[l,c]=i<0?[r,.17*a**.85]:[s,0];t.set(Rl(e+(l-e)*a,c,Il),3*o)}Uo.set(n,t)}return t}function zo(n,t,e,r){let s=Wn(r),o=new ImageData(t,n.length/t),i=(ht-1)/2;for(let a=0;a<n.length;a++){let l=e>0?n[a]/e:0,c=Math.round(i+i*Math.min(1,Math.
max(-1,l)))||0;for(let u=0;u<3;u++)o.data[4*a+u]=s[3*c+u];o.data[4*a+3]=255}return o}var Bo=2e-4,Wo=`
.leftover{display:grid;justify-items:center;align-content:center;gap:4px;min-width:0;text-align:center;font-variant-numeric:tabular-nums}
.leftover .what{color:var(--gsa-muted);font-size:0.8125rem;line-height:1.25;white-space:pre-line}
.leftover canvas{width:min(100%,180px);aspect-ratio:1}
.leftover :is(canvas,.number,.verdict){transition:opacity 120ms}
.leftover[data-state="stale"] :is(canvas,.number,.verdict){opacity:0.3}
.leftover .number{color:var(--bar);font-size:1.25rem;line-height:1.2;font-weight:700;white-space:nowrap}
.leftover .verdict{font-size:0.8125rem;line-height:1.3;min-height:2.6em}
.leftover-scale{display:flex;flex:1 1 340px;flex-wrap:wrap;align-items:center;justify-content:flex-end;gap:6px 12px;color:var(--gsa-muted);font-size:0.8125rem;line-height:1.3}
.leftover-scale b{color:var(--gsa-ink)}
.leftover-scale p{flex:1 1 110px}
.leftover-scale .bar{position:relative;flex:0 1 200px;min-width:160px;height:30px;margin-inline:8px 12px}
.leftover-scale .colours{height:12px;border:1px solid var(--gsa-line-strong);forced-color-adjust:none}
.leftover-scale .tick{position:absolute;top:14px;font-size:0.75rem;transform:translateX(-50%);font-variant-numeric:tabular-nums}
`;function Fo(n,t,e,r){let s=y(n,`<figure class="leftover">
      <figcaption class="what"></figcaption>
      <canvas class="difference" role="img"></canvas>
      <p class="number"></p>
      <p class="verdict"></p>
    </figure>`),o=m(s,"canvas"),i=M(()=>Fn(t,e.value)),a=new nt(o,c=>Pl(c,i.peek()?.turn??null,t.drawing.isEmpty.peek()),r),l=M(()=>i.value?.turn);return w(r,()=>{l.value,t.dark.value,t.drawing.isEmpty.value,a.invalidate()}),w(r,()=>{let c=i.value,u=Math.round((c?.degrees??qt(t.turning.angle.value))*10)/10,p=c?ut(c.turn.error):"–",d=c?Nl(c.turn):"";s.dataset.state=c?c.fresh?"fresh":"stale":"none",E(m(s,".what"),`difference
at ${u}°`),E(m(s,".number"),p),E(m(s,".verdict"),d);let h=c?`${p}, ${d}`:"not measured yet";o.setAttribute("aria-label",`Difference when turned back by ${u}°: ${h}`),o.dataset.title=`difference at ${u}°: ${p}`}),s}function Fn(n,t){let e=t?.errors.value;if(!t||!e)return null;let r=Gt(e.points,qt(n.turning.angle.value));if(!r)return null;let s=e.drawing===n.drawing.version.value&&e.layer===n.looking.viewOf(t).layer;return{degrees:r.degrees,turn:r.turn,fresh:s&&r.near}}function Nl({error:n,resampling:t}){
return n<Bo?"only rounding":t<Bo?n<.3?"nearly the same map":"another map":`pixel grid alone: ${ut(t)}`}function Pl({context:n,size:t,colour:e,dark:r},s,o){let i=Math.min(3,devicePixelRatio||1),a=Math.ceil(i);if(n.lineWidth=i,n.strokeStyle=e("muted"),s)Be(n,po(s.difference,s.cols,r),a,a,t-2*a);else if(o)n.setLineDash([4*i,3*i]);else{n.save(),n.beginPath(),n.rect(a,a,t-2*a,t-2*a),n.clip(),n.strokeStyle=e("line-strong");for(let l=-t;l<t;l+=8*i)n.beginPath(),n.moveTo(l,t),n.lineTo(l+t,0),n.stroke();
n.restore()}n.strokeRect(a/2,a/2,t-a,t-a),n.setLineDash([])}function qo(n,t,e){let r=y(n,`<div class="leftover-scale">
      <p><b>Difference</b> as a share of the layer’s own strength</p>
      <div class="bar" role="img" aria-label="A square-root scale from 0, blank, to ${dt[dt.length-1]}"><div class="colours"></div></div>
    </div>`),s=m(r,".bar");for(let o of dt){let i=y(s,`<span class="tick" aria-hidden="true">${o}</span>`);i.style.left=`${100*Lt(o)}%`}return w(e,()=>{let o=t.dark.value,i=dt[dt.length-1],a=[0,.25,.5,.75,1].map(l=>$n(ze(i*l*l,o)));m(s,".colours").style.background=`linear-gradient(90deg, ${a.join(", ")})`}),r}var _l={x:.5,y:.5,half:.36,angle:0,inner:0},Go=.47,Dl=.07;function qn(n){return n.filter(({mirror:t})=>!t).length}function Gn(n,t){if(n.length===1)return[_l];let e=qn(n),r=e<n.length,s=e>1?Math.sin(Math.PI/e):1,o=.96*Go*s/(Math.SQRT2+s),i=r?Math.min(.1,.7*o):Math.min(.152,o),a=Go-i,l=.62*i;return n.map(({degrees:c,mirror:u})=>{let p=(c+t+90)*Math.PI/180,d=u?a-i-Dl-l:a,h=u?l:i,[f,g]=[.5+d*Math.cos(p),.5-d*Math.sin(p)];return{x:f,y:g,half:h,angle:p,inner:d-h}})}function Hn({rows:n,cols:t,maps:e},r,s){
let o=n*t,i=qn(r),a=new Float32Array(e.length);for(let[l,c]of r.entries()){let u=(c.degrees+s)*i/360,p=Math.floor(u+1e-6),d=Math.max(0,u-p-1e-6);for(let[h,f]of[[p,1-d],[p+1,d]]){let g=f>0?jl(r,h,i,c.mirror):-1;if(!(g<0))for(let b=0;b<o;b++)a[l*o+b]+=f*e[g*o+b]}}return a}function jl(n,t,e,r){let s=(t%e+e)%e;return n.findIndex(o=>o.mirror===r&&Math.round(o.degrees*e/360)%e===s)}function Ho(n,t){let e=({degrees:s,mirror:o})=>{let i=Math.abs(s-t.degrees)%360;return Math.min(i,360-i)+(o===t.mirror?0:
1e3)},r=0;for(let[s,o]of n.entries())e(o)<e(n[r])&&(r=s);return r}function Ko(n,t,e){if(n.length===1)return"One map: nothing to ride on.";let{degrees:r,mirror:s}=n[t],o=Z(n[t]);if(e===0)return`The map for ${o} stands in its place. Turn, and it moves on.`;let i=360/qn(n),a=(r+e)/i,[l,c]=[Math.floor(a+1e-6),Math.ceil(a-1e-6)].map(u=>Z({degrees:u*i%360,mirror:s}));return l===c?`The map for ${o} moved to where the one for ${l} was.`:`The map for ${o} is between the places of ${l} and ${c}.`}var Ul=12;function Xo(n,t,e,r){let s=zo(n,t,e,r),o=document.createElement("canvas");return o.width=s.width,o.height=s.height,o.getContext("2d")?.putImageData(s,0,0),{strip:o,side:t}}function Yo({elements:n,turned:t},e,r){return Gn(n,t).findIndex(s=>Math.max(Math.abs(e-s.x),Math.abs(r-s.y))<=1.15*s.half)}function Vo(n,t){let{elements:e,turned:r,followed:s}=t,o=Gn(e,r);e.length>1&&zl(n,e,o,s);for(let[i,a]of o.entries())Bl(n,t,i,a);e.length>1&&Wl(n,e,o,s)}function zl({context:n,size:t,colour:e,dark:r},s,o,i){
let a=Kn();for(let[l,{x:c,y:u}]of o.entries())s[l].mirror||(n.strokeStyle=Ct(s[l].degrees,r),n.lineWidth=a*(l===i?3.5:2),n.beginPath(),n.moveTo(t/2,t/2),n.lineTo(t*c,t*u),n.stroke());n.fillStyle=e("ink"),n.beginPath(),n.arc(t/2,t/2,3.5*a,0,2*Math.PI),n.fill()}function Bl(n,{elements:t,followed:e,tiles:r},s,{x:o,y:i,half:a}){let{context:l,size:c,colour:u,dark:p}=n,d=Kn(),h=t.length===1,[f,g]=[o-a,i-a].map(v=>Math.round(v*c)),b=Math.round(2*a*c);if(l.fillStyle=u("surface"),l.fillRect(f,g,b,b),r){let{
strip:v,side:A}=r;l.imageSmoothingEnabled=!1,l.drawImage(v,0,s*A,A,A,f,g,b,b)}let k=(v,A,O)=>{l.strokeStyle=O,l.lineWidth=A*d;let N=v*d;l.strokeRect(f-N,g-N,b+2*N,b+2*N)};if(r||l.setLineDash([4*d,3*d]),h)k(0,1.5,u("muted"));else{let{degrees:v,mirror:A}=t[s];k(1.5,1,u("muted")),A&&l.setLineDash([3*d,2*d]),k(0,2.5,Ct(v,p)),l.setLineDash([]),s===e&&k(4,1.75,u("ink"))}l.setLineDash([])}function Wl({context:n,size:t,dark:e},r,s,o){let i=Kn(),a=Ul*i,l=a+2*i;n.font=`600 ${a}px ui-sans-serif, system-ui,\
 -apple-system, "Segoe UI", Roboto, Arial, sans-serif`,n.textAlign="center",n.textBaseline="middle";let c=r.map((g,b)=>{let k=Z(g),v=n.measureText(k).width+6*i,{angle:A,inner:O}=s[b],N=(Math.abs(Math.cos(A))*v+Math.abs(Math.sin(A))*l)/2,_=t*O-Math.max(l*.2,N-9*i);return{i:b,text:k,width:v,x:t/2+_*Math.cos(A),y:t/2-_*Math.sin(A)}}),u=c.filter(({i:g})=>!r[g].mirror),p=u.filter(({i:g})=>r[g].degrees%90===0),d=t*s[0].inner,h=[u,p].find(g=>Fl(g,d,l))??[],f=c[o];for(let{i:g,text:b,width:k,x:v,y:A}of h.
includes(f)?h:[...h,f]){let O=Ct(r[g].degrees,e);n.fillStyle=O,n.fillRect(v-k/2,A-l/2,k,l),n.fillStyle=ho(O),n.fillText(b,v,A+i/2)}}function Fl(n,t,e){let r=Math.max(...n.map(({width:s})=>s));return 2*t*Math.sin(Math.PI/Math.max(2,n.length))>=Math.hypot(r,e)}function Kn(){return Math.min(3,devicePixelRatio||1)}var ql=`
.maps{display:grid;grid-template-columns:minmax(0,1fr);gap:14px;padding:14px 16px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface);min-width:0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,270px),1fr));gap:18px 33px}
.card{position:relative;display:grid;grid-template-rows:auto 1fr auto;gap:8px;min-width:0}

.card + .card::before{content:"";position:absolute;inset:0 auto 0 -17px;border-left:1px solid var(--gsa-line)}
.card header{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 8px;overflow-wrap:anywhere}
.card .model{color:var(--bar)}
.card .note{color:var(--gsa-muted);font-size:0.8125rem;line-height:1.35}
.card .pair{display:grid;grid-template-columns:minmax(0,1fr) max(92px,31%);gap:10px;align-items:center;max-width:520px}
.card .ring{width:100%;aspect-ratio:1;touch-action:manipulation}
.card .ring[data-can-follow]{cursor:pointer}
.card .ride{display:flex;align-items:center;gap:10px;min-height:34px;font-size:0.8125rem;line-height:1.3}
.card .follow{display:inline-flex;flex:none;align-items:center;gap:7px;height:34px;padding:0 10px;font-size:0.8125rem;font-variant-numeric:tabular-nums}
.card .follow i{width:14px;height:14px;border-radius:2px;outline:1px solid var(--gsa-muted);forced-color-adjust:none}
.maps > footer{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:6px 24px;padding-top:10px;border-top:1px solid var(--gsa-line)}
.legend{display:flex;align-items:center;gap:8px;color:var(--gsa-muted);font-size:0.8125rem;line-height:1.3}
.ramp{width:64px;height:12px;border:1px solid var(--gsa-line-strong)}
@container (max-width:639px){
.maps{padding:12px 10px}
.cards{grid-template-columns:minmax(0,1fr)}
.card + .card{padding-top:14px;border-top:1px solid var(--gsa-line)}
.card + .card::before{display:none}
.card .pair{max-width:460px}
.card .follow{height:44px}
}
${Wo}
`,Gl={name:"maps",title:"Inside them",table:Ql};function Qo(n){let t=qt(n.turning.angle.peek());for(let e of n.networks.loaded.peek()){if(bn(ct(n,e)?.points,t))continue;let{layer:r}=n.looking.viewOf(e);return{kind:"turn",...n.subject,url:e.url,layer:r,angle:t}}return null}function Hl(n,t,e){let r=y(n,`<section class="maps" role="group" aria-label="Maps and differences">
      <div class="cards"></div>
      <footer>
        <p class="legend"><span>Maps</span><span aria-hidden="true">−</span><canvas class="ramp" role="img" aria-label="Negative values are violet, positive ones ink"></canvas><span aria-hidden="true">+</span></p>
      </footer>
    </section>`),s=m(r,".cards");X(t,e,(a,l,c)=>[Kl(s,t,a,l,c)]);let o=m(r,".ramp");w(e,()=>{t.dark.value,Zl(o)}),qo(m(r,"footer"),t,e);let i=W(r,e);t.study.joinAnswers("maps",i,e),t.study.join(Qo,i,e)}function Kl(n,t,e,r,s){let o=y(n,`<section class="card ${U(r)}" part="maps" role="group">
      <header><h3 class="model"></h3><p class="note"></p></header>
      <div class="pair"><canvas class="ring" role="img"></canvas></div>
      <p class="ride"><button type="button" class="follow"><i></i><span></span></button><span class="told"></span></p>
    </section>`);return w(s,()=>{let i=t.networks.names.value[r]??"",a=e.value?.info.value;E(m(o,".model"),a?tt(st(a)):i),o.setAttribute("aria-label",`Inside ${i}`);let l=e.value&&t.looking.layerOf(e.value)?.name,c=t.looking.layers.value[t.looking.at.value.layer]?.name,u=a?[i,Vl(a),l===c?"":l]:[];E(m(o,".note"),u.filter(Boolean).join(" · "))}),Xl(o,t,e,r,s),Fo(m(o,".pair"),t,e,s),o}function Xl(n,t,e,r,s){let{looking:o,turning:i}=t,a=m(n,".ring"),l=m(n,".follow"),c=M(()=>e.value?.info.value?.group.
elements??[]),u=M(()=>Ho(c.value,o.followed.value)),p=M(()=>Yl(e.value?.maps.value,c.value,o.turnedBack.value,t.dark.value)),d=M(()=>({elements:c.value,turned:o.turnedBack.value?0:i.angle.value,followed:u.value,tiles:p.value})),h=new nt(a,b=>{c.peek().length>0&&Vo(b,d.peek())},s);w(s,()=>{d.value,t.dark.value,h.invalidate()});let f=b=>{let k=c.peek();o.follow(k[(u.peek()+b+k.length)%k.length])};l.addEventListener("click",()=>f(1),{signal:s}),l.addEventListener("keydown",b=>{let k={ArrowUp:1,ArrowDown:-1}[b.
key];k&&(b.preventDefault(),f(k))},{signal:s}),a.addEventListener("click",b=>{if(c.peek().length<2)return;let k=a.getBoundingClientRect(),[v,A]=[b.clientX-k.left,b.clientY-k.top],O=Yo(d.peek(),v/k.width,A/k.height);O>=0&&o.follow(c.peek()[O])},{signal:s});let g=M(()=>{let b=c.value[u.value];return b?o.turnedBack.value&&c.value.length>1?`Turned back, the map for ${Z(b)} stands in its place.`:Ko(c.value,u.value,Zo(i.angle.value)):""});w(s,()=>E(m(n,".told"),g.value)),w(s,()=>{let b=c.value[u.value];
l.hidden=c.value.length<2,a.toggleAttribute("data-can-follow",c.value.length>1),b&&(E(m(l,"span"),Z(b)),m(l,"i").style.background=Ct(b.degrees,t.dark.value),l.setAttribute("aria-label",`Follow another map than that for ${Z(b)}`))}),w(s,()=>{let b=t.networks.names.value[r]??"",k=c.value.length,v=k===1?"one map":`${k} maps on a ring`,A=e.value&&o.layerOf(e.value)?.name,O=Zo(i.angle.value),N=o.turnedBack.value,_=N?`turned back by ${O}°`:`as computed at ${O}°`,kt=`${v} of ${A}, channel ${o.at.value.
channel+1}, ${_}. ${g.value}`;a.setAttribute("aria-label",`${b}: ${k>0?kt:"no maps yet"}`),a.dataset.title=N?`${b}, turned back by ${O}°`:b})}function Zo(n){return Math.round(n*10)/10}function Yl(n,t,e,r){if(!n||n.live.elements!==t.length)return null;let s=0;for(let i of n.live.maps)s=Math.max(s,Math.abs(i));let o=e?n.still.maps:Hn(n.live,t,n.angle);return Xo(o,n.live.cols,s,r)}function Vl({group:n}){return n.order===1?"one map":`${n.order} maps`}function Zl(n){let t=Wn(Tn(n).dark);n.width=ht,n.
height=1;let e=n.getContext("2d");if(!e)return;let r=e.createImageData(ht,1);for(let s=0;s<ht;s++)r.data.set(t.subarray(3*s,3*s+3),4*s),r.data[4*s+3]=255;e.putImageData(r,0,0)}function Ql(n){let t=["Network","Picture","Stands at","Least","Greatest","Left over"],e=[];for(let[r,s]of n.networks.shown.value.entries()){let o=n.networks.names.value[r]??"",i=s.info.value?.group.elements??[],a=s.maps.value;if(a&&a.live.elements===i.length){let p=n.looking.turnedBack.value,d=p?a.still.maps:Hn(a.live,i,a.
angle),h=a.live.rows*a.live.cols;for(let[f,g]of i.entries()){let b=d.subarray(f*h,(f+1)*h),k=(g.degrees+(p?0:a.angle))%360,v=Z({...g,degrees:k});e.push([o,`map for ${Z(g)}`,v,Math.min(...b),Math.max(...b),""])}}let l=Fn(n,s);if(!l?.fresh)continue;let c=l.turn.difference.filter(p=>!Number.isNaN(p)),u=`difference at ${l.degrees}°`;e.push([o,u,"",Math.min(...c),Math.max(...c),ut(l.turn.error)])}return{columns:t,rows:e}}var Yn={};D(Yn,{draw:()=>ti,figure:()=>nc,isWhole:()=>sc,mount:()=>oc,mountWords:()=>Jo,style:()=>rc,wants:()=>_n});var Jl=3,tc=[[],["inner","outer"],["inner","middle","outer"]],ec=L.knob+22,nc={name:"polar",title:"Answers all round",table:cc},rc=`
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
`;function sc({networks:n,rounds:t}){return n.loaded.value.every(e=>Bt(e.round.value,t.anglesOf(e)).length===0)}function oc(n,t,e){let r=y(n,`<div class="polar-figure">
      <div class="polar-face" part="dial" role="slider" tabindex="0" aria-label="Turn the drawing, and read the answers there" aria-valuemin="0" aria-valuemax="359">
      </div>
    </div>`),s=m(r,".polar-face");ti(s,t,e);let o=y(s,'<div class="polar-grip" part="knob"></div>');ic(s,o,t,e),w(e,()=>{let i=t.turning.angle.value,{x:a,y:l}=et(i,50*L.knob/L.half);Object.assign(o.style,{left:`${50+a}%`,top:`${50+l}%`}),s.setAttribute("aria-valuenow",String(Math.round(i)%360)),s.setAttribute("aria-valuetext",ac(t))}),Jo(r,t,e)}function Jo(n,t,e){let r=y(n,'<div class="polar-words"><div></div></div>'),s=r.firstElementChild;X(t,e,(o,i,a)=>{let l=y(s,`<p class="${U(i)}"><b></b><sp\
an></span></p>`);return w(a,()=>{E(m(l,"b"),yt(t,i));let c=tc[t.networks.shown.value.length-1]?.[i],u=t.isUntaught.value?"random weights, answers mean nothing":o.value?lc(o.value):"";E(m(l,"span"),`${c?` (${c} ring)`:""}: ${u}`)}),[l]}),y(r,'<p class="how">Thick: read as upright. Line: how sure of that.</p>')}function ti(n,t,e){let r=Ge(n,t,e);r.removeAttribute("role"),r.setAttribute("aria-hidden","true");let s=S(r,"g",{});S(s,"circle",{class:"paper",r:L.pad});let o=S(s,"g",{}),i=2*L.pad,a=S(o,"\
path",{class:"ink",transform:`scale(${i}) translate(-0.5 -0.5)`}),l=S(r,"line",{class:"hand"}),c=S(r,"circle",{class:"hand-end",r:20}),u=S(r,"text",{class:"hand-angle"});return w(e,()=>a.setAttribute("d",ve(t.drawing.strokes.value))),w(e,()=>{let p=t.turning.angle.value;o.setAttribute("transform",`rotate(${(-p).toFixed(2)})`);let[d,h]=[L.unsure,L.knob].map(f=>et(p,f));ot(l,{x1:d.x,y1:d.y,x2:h.x,y2:h.y}),ot(c,{cx:h.x,cy:h.y}),ot(u,h),E(u,`${Math.round(p)%360}°`)}),r}function ic(n,t,e,r){let{turning:s}=e,
o=null,i=null,a=({clientX:d,clientY:h})=>{let f=n.getBoundingClientRect(),[g,b]=[d-f.left-f.width/2,h-f.top-f.height/2],k=Math.hypot(g,b)/f.width*2*L.half;return{degrees:Ot(g,b),isInside:k<=ec}},l=(d,h)=>{let f=Math.round(d/90)*90,g=Math.abs(d-f)<=Jl?f:d;s.turn(I(Math.round(g*10)/10),h)},c=d=>{if(!d.isPrimary||d.button!==0||o)return;let{degrees:h,isInside:f}=a(d),g=d.target===t;if(!(!g&&!f)){if(!g&&d.pointerType==="touch"){i=d.pointerId;return}d.preventDefault(),n.focus({preventScroll:!0});try{n.
setPointerCapture(d.pointerId)}catch{}o={id:d.pointerId,offset:g?h-s.angle.peek():0},g||l(h,!1)}},u=d=>{o?.id===d.pointerId&&(d.buttons===0?p(d):l(a(d).degrees-o.offset,!1))},p=d=>{o?.id===d.pointerId?s.turn(s.angle.peek()):i===d.pointerId&&d.type==="pointerup"&&l(a(d).degrees,!0),o=i=null};n.addEventListener("pointerdown",c,{signal:r}),n.addEventListener("pointermove",u,{signal:r});for(let d of["pointerup","pointercancel","lostpointercapture"])n.addEventListener(d,p,{signal:r});n.addEventListener(
"keydown",d=>pt(e,d),{signal:r})}function ac(n){let{turning:t,networks:e,isUntaught:r}=n,s=t.angle.value;if(r.value)return bt(s);let o=e.shown.value.map(({round:i},a)=>{let c=J(i.value,R)[Math.round(s/360*R)%R],u=yt(n,a);return c?`${u} reads ${c.digit}, ${De(c.probabilities[c.digit])}`:`${u} not asked yet`});return[bt(s),...o].join("; ")}function lc({round:n}){let t=V(n.value);if(!t)return"not asked yet";let{asked:e,kept:r}=$t(J(n.value,R));return`still ${t.digit} at ${r} of ${e} angles`}function cc({
networks:n,isUntaught:t}){let e=["Angle"];if(t.value)return{columns:e,rows:[]};let r=n.shown.value.map(({round:o})=>J(o.value,R));for(let[o,i]of r.entries()){let a=n.names.value[o];e.push(`${a} reads`,`${a}: probability of ${i[0]?.digit??"its upright answer"}`)}let s=[];for(let o=0;o<R;o++){let i=r.map(l=>({here:l[o],upright:l[0]}));if(!i.some(({here:l})=>l))continue;let a=i.flatMap(({here:l,upright:c})=>[l?.digit??"",l&&c?uc(l.probabilities[c.digit]):""]);s.push([360*o/R,...a])}return{columns:e,
rows:s}}function uc(n){return Math.round(1e4*n)/1e4}var Qn={orientation:()=>import("./orientation-PP5CEDOX.js"),results:()=>import("./results-P4GD3P3S.js"),cost:()=>import("./cost-7QLOEGNY.js"),"by-angle":()=>import("./by_angle-LFYEB4LA.js"),attention:()=>import("./attention-LJDXL6KL.js"),position:()=>import("./position-47HR3UXJ.js"),lifting:()=>import("./lifting-TFMMBSBD.js"),encoding:()=>import("./encoding-PTUD2R2N.js"),"theorem-1":()=>import("./theorem-1-M3YBUOS4.js"),"theorem-2":()=>import("./theorem-2-7E5CRENB.js"),
"theorem-3":()=>import("./theorem-3-7ZROJ6HC.js"),"theorem-4":()=>import("./theorem-4-QSNUC2M7.js")},Jn=["polar","maps","errors","orientation","answers"],vm=["polar","errors","by-angle"],bm=["results","cost"],Zt=[...new Set([...Jn,...Object.keys(Qn)])],Vt=x(new Map([Yn,Xn,Bn,An].map(n=>[n.figure.name,n]))),Vn=x(new Map),Zn=new Map,ni=Array.from(Vt.peek().values(),n=>n.style).join("");function tr(n){return Vt.value.get(n)??null}function ri(n){return Vn.value.get(n)??null}async function er(n){
let t=Vt.peek().get(n);if(t)return t;if(!Object.hasOwn(Qn,n))throw new $("invalid-figure",`There is no “${n}”.`);let e=Zn.get(n)??dc(n);return Zn.set(n,e),e}async function dc(n){ei(n);try{let t=await Qn[n]();return Vt.value=new Map(Vt.peek()).set(n,t),t}catch(t){let e=new $("figure-unreachable","This figure could not be loaded.",{cause:t});throw ei(n,e),e}finally{Zn.delete(n)}}function ei(n,t){let e=new Map(Vn.peek());e.delete(n),Vn.value=t?e.set(n,t):e}function nr(n){let t=(n??"").slice(0,1e3).
split(/[\s,]+/).filter(Boolean);return t.length>0?[...new Set(t)]:null}function pc(n,t){return n.isWhole?n.isWhole(t):(n.figure.table(t),z(()=>!n.wants?.(t,!1)))}async function si(n,t,e){let r=await Promise.all(t.map(er));n.study.rest();let s=()=>{},o;await new Promise(i=>{o=setTimeout(i,e),s=q(()=>{r.map(l=>pc(l,n)).every(Boolean)&&i(void 0)})}),clearTimeout(o),s()}var hc=`
--gsa-dark:0;
--gsa-ground:#faf9f5;
color-scheme:light;
--gsa-ink:var(--gsa-light-ink,#1b1d22);
--gsa-muted:#5b606b;
--gsa-line:#dfdcd3;
--gsa-line-strong:#c2beb2;
--gsa-surface:#ffffff;
--gsa-sunken:#f0eee6;
--gsa-ring:#f0eee6;
--gsa-accent:#0b5cad;
--gsa-accent-soft:#dce8f4;
--gsa-on-accent:#ffffff;
--gsa-other:#b84a00;
--gsa-other-soft:#f7e3d5;
--gsa-third:#8a1f6d;
--gsa-third-soft:#f4dfee;
--gsa-lost:#a9380f;
--gsa-lost-soft:#fbe4d8;`,fc=`
--gsa-dark:1;
--gsa-ground:#131417;
color-scheme:dark;
--gsa-ink:var(--gsa-dark-ink,#edebe5);
--gsa-muted:#a7aab3;
--gsa-line:#33353c;
--gsa-line-strong:#50535c;
--gsa-surface:#1b1c21;
--gsa-sunken:#111215;
--gsa-ring:#25272d;
--gsa-accent:#79b8ff;
--gsa-accent-soft:#1f3550;
--gsa-on-accent:#10131c;
--gsa-other:#ff9a57;
--gsa-other-soft:#4a2c18;
--gsa-third:#ffc9e8;
--gsa-third-soft:#4a2440;
--gsa-lost:#ff9d74;
--gsa-lost-soft:#472616;`,mc=`
:host{
display:block;
--gsa-rem:max(1rem,16px);
${hc}
color:var(--gsa-ink);
font:0.9375rem/1.45 var(--gsa-font,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif);
text-align:start;
-webkit-text-size-adjust:100%;
}
:host([hidden]){display:none}

*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none !important}
h2,h3,p,ol,ul,figure,table{margin:0;padding:0}
h2,h3{font-size:1rem;line-height:1.3;font-weight:650;letter-spacing:-0.005em}
ol,ul{list-style:none}
p{text-wrap:pretty}


button,select,input{
font:inherit;color:inherit;
height:40px;border:1px solid var(--gsa-line-strong);border-radius:10px;
background:var(--gsa-surface);
}
button{padding:0 14px;cursor:pointer;touch-action:manipulation;-webkit-tap-highlight-color:transparent}
button:hover:not(:disabled){border-color:var(--gsa-accent);color:var(--gsa-accent)}
button:disabled{opacity:0.45;cursor:default}
button[data-on]{background:var(--gsa-accent);border-color:var(--gsa-accent);color:var(--gsa-on-accent)}
button[data-on]:hover:not(:disabled){color:var(--gsa-on-accent)}
:focus-visible{outline:2.5px solid var(--gsa-accent);outline-offset:2px}


.main{--bar:var(--gsa-accent)}
.other{--bar:var(--gsa-other)}
.third{--bar:var(--gsa-third)}

@media (prefers-reduced-motion:reduce){
*,*::before,*::after{transition:none !important;animation:none !important}
}
`,gc=`@media screen { :host { ${fc} } }`,oi=new WeakMap;function wc(n,t){let e=oi.get(n)??new Map;oi.set(n,e);let r=e.get(t);return r||(r=new n.defaultView.CSSStyleSheet,r.replaceSync(ii(t)),e.set(t,r)),r}function ii(n){return n.replace(/(?<![\w.]|:\s*max\()(-?\d*\.?\d+)rem\b/g,"calc($1 * var(--gsa-rem))")}var Ke=new WeakMap;function ft(n,t){let{style:e,dark:r,more:s}=Ke.get(n)??{style:"",dark:!1};s?.has(t)||(Ke.set(n,{style:e,dark:r,more:new Set(s).add(t)}),It(n,e,r))}function It(n,t,e){let{more:r=new Set}=Ke.
get(n)??{};Ke.set(n,{style:t,dark:e,more:r});let s=[mc,t,...r,...e?[gc]:[]];try{n.adoptedStyleSheets=s.map(o=>wc(n.ownerDocument,o)),n.querySelector("style")?.remove()}catch{n.querySelector("style")?.remove();let o=document.createElement("style");o.textContent=ii(s.join(`
`)),n.prepend(o)}}var sr={};D(sr,{mount:()=>rr,style:()=>vc});var vc=`
.alert{display:flex;align-items:center;gap:12px}
.alert{padding:10px 12px 10px 16px;border-radius:12px;background:var(--gsa-lost-soft);color:var(--gsa-ink)}
.alert p{flex:1;overflow-wrap:anywhere}
.alert button{height:36px;flex:none}
.alert .dismiss{width:36px;padding:0;border-color:transparent;background:none;font-size:20px;line-height:1}
`;function rr(n,t,e){let r=y(n,`<div class="alert" part="alert" role="alert" hidden>
      <p></p>
      <button type="button" class="retry">Try again</button>
      <button type="button" class="dismiss" aria-label="Close this message">×</button>
    </div>`),s=m(r,".retry");s.addEventListener("click",()=>t.loading.retry(),{signal:e}),m(r,".dismiss").addEventListener("click",()=>t.dismiss(),{signal:e}),w(e,()=>{let o=t.notice.value;o||vt(r),r.hidden=!o,E(m(r,"p"),o?.message??""),s.hidden=!o?.retry})}var ar={};D(ar,{mount:()=>ir,style:()=>Oc});var bc=1e-4,yc=50;function Xe(n){return n.networks.shown.value.flatMap(({shown:t},e)=>t.value?[{name:yt(n,e),...t.value}]:[])}function xc(n){return n>.99&&n<1?"over 99 percent":`${Math.round(100*n)} percent`}function kc(n){return/^[A-Z][a-z]/.test(n)?n[0].toLowerCase()+n.slice(1):n}function Ec(n){return n&&n[0].toUpperCase()+n.slice(1)}function ai(n,t){if(n.length===0)return"";let e=Math.round(n[0].angle)%360,r=n.map(({name:i,prediction:{digit:a,probabilities:l},upright:c})=>{let[u,p]=[kc(i),xc(
l[a])];if(e===0||!c)return`${u} reads ${a}, ${p}`;if(c.digit!==a)return t==="turned"?`${u} now ${a}, ${p}`:`${u} reads ${a}, ${p}, upright ${c.digit}`;let d=he(c.probabilities,l)<bc;return t==="turned"?`${u} still ${a}, ${d?"same probabilities":p}`:`${u} reads ${a}, ${p}, as upright`}),s=t==="turned"?`turned by ${e}°`:`at ${e}°`,o=e>0?`${s}: `:t==="turned"?"upright: ":"";return Ec(`${o}${r.join("; ")}.`)}function li(n){let t=Math.abs((n[0]?.angle??0)-180)<=yc,e=n.find(({prediction:s,upright:o})=>t&&
o&&Mn(o.digit)===s.digit),r=n.find(({prediction:s,upright:o})=>Ht(s.probabilities)||o&&Ht(o.probabilities));if(e){let{digit:s}=e.upright,o=`Upside down, a ${s} is a ${e.prediction.digit}: the ${e.prediction.digit} of “${e.name}” is what stands there now.`;return!r||r===e?o:`${o} “${r.name}” cannot see what is up, and shares its answer between both.`}return r?`Upside down, a 6 is a 9: whoever ignores turns has only small habits of the hand to go by. So “${r.name}” shares its answer betw\
een both.`:""}var Mc=900,Sc=3e3,[ci,or]=[0,1],ui="With random weights the answers mean nothing.",Ac={empty:"The pad is empty.",nearly:"There is too little on the pad to read."},Oc=`
.live-region{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;function ir(n,t,e){let r=y(n,'<p class="live-region" role="status" aria-live="polite"></p>'),{asking:s,drawing:o,networks:i,turning:a}=t,l=[],c,u=()=>[o.strokes.peek(),a.angle.peek(),i.version,i.loaded.peek().length,t.isUntaught.peek()],p=()=>{let h=u(),f=l.length>0&&l.every((k,v)=>v===or||k===h[v]),g=s.blank.peek();if(g)return f||l.length===0&&g==="empty"?"":Ac[g];let b=Math.round(a.angle.peek())%360;return t.isUntaught.peek()?l[ci]!==h[ci]?ui:l[or]===h[or]?"":`${b?`Turned by ${b}°`:"Upright"}\
. ${ui}`:ai(Xe(t),f?"turned":"drawn")},d=()=>{let h=u();if(h.every((g,b)=>g===l[b]))return;let f=p();l=h,f&&E(r,f)};w(e,()=>{s.answers.value,s.blank.value,t.isUntaught.value;let h=i.shown.value.flatMap(k=>k.shown.value??[]);clearTimeout(c);let f=!a.moves.value&&!o.pen.value.down,g=h.every(({angle:k})=>k===a.angle.value);if(!f||!g||h.length===0&&!s.blank.peek())return;let b=h.every(({angle:k,upright:v})=>k===0||v);c=setTimeout(d,b||t.isUntaught.peek()?Mc:Sc)}),e.addEventListener("abort",()=>clearTimeout(
c))}var cr={};D(cr,{mount:()=>lr,style:()=>Cc});var $c=[[],["inner","outer"],["inner","middle","outer"]],Tc="Draw in the middle, or take a digit. Line: how sure a network is of its upright answer, from not at all (at the drawing) to certain. Numbers on a ring: what it reads there instead.",Lc="Draw in the middle, or take a digit. With random weights nothing is read; look at the maps.",Cc=`
.caption{width:min(100%,var(--stage));color:var(--gsa-muted);font-size:0.875rem}
.caption .key{display:flex;flex-wrap:wrap;gap:0 16px;font-weight:600}
.caption .key span{color:var(--bar)}
`;function lr(n,t,e){let r=y(n,`<div class="caption">
      <p class="key" aria-hidden="true"></p>
      <p class="text"></p>
    </div>`);w(e,()=>{let s=t.networks.names.value,o=t.isUntaught.value?[]:$c[s.length-1]??[],i=m(r,".key");i.replaceChildren();for(let[a,l]of o.entries())y(i,`<span class="${U(a)}"></span>`).textContent=`${l} ring: ${s[a]}`}),w(e,()=>{let s=t.isUntaught.value,o=s?"":li(Xe(t));E(m(r,".text"),s?Lc:o||Tc)})}var dr={};D(dr,{mount:()=>ur,style:()=>Rc});var Rc=`
.inside-head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:end;gap:10px 24px}
.inside-head > :first-child{flex:1 1 16rem}
.inside-head p{color:var(--gsa-muted);font-size:0.875rem}
.choose{display:flex;flex-wrap:wrap;justify-content:flex-end;align-items:center;gap:8px 14px}
.choose label{display:inline-flex;align-items:center;gap:8px;font-size:0.875rem;color:var(--gsa-muted)}
.choose select,.choose input{color:var(--gsa-ink)}
.choose :is(select,input,button){height:36px;font-size:0.875rem}
.choose select{padding:0 8px;max-width:13em}
.stepper{display:inline-flex}
.stepper button{width:34px;padding:0;font-size:1.2rem;line-height:1}
.stepper .less{border-radius:10px 0 0 10px}
.stepper .more{border-radius:0 10px 10px 0}
.stepper input{width:3em;text-align:center;border-radius:0;border-inline:0;-moz-appearance:textfield;appearance:textfield;font-variant-numeric:tabular-nums}
.stepper input::-webkit-inner-spin-button,.stepper input::-webkit-outer-spin-button{-webkit-appearance:none;margin:0}
.stepper :focus-visible{z-index:1}
.maps-way{display:inline-flex}
.maps-way button{padding:0 12px;border-radius:0}
.maps-way button:first-child{border-radius:10px 0 0 10px;border-inline-end:0}
.maps-way button:last-child{border-radius:0 10px 10px 0}
.maps-way button[aria-pressed="true"]{background:var(--gsa-ink);border-color:var(--gsa-ink);color:var(--gsa-ground)}
.maps-way :focus-visible{z-index:1}
@container (min-width:900px) and (max-width:1400px){
.choose{max-width:340px}
}
@container (max-width:639px){
.choose :is(select,input,button){height:44px}
.choose .stepper button{width:44px}
.choose{justify-content:flex-start}
}
@media (forced-colors:active){
.maps-way button[aria-pressed="true"]{background:Highlight;color:HighlightText;forced-color-adjust:none}
}
`;function ur(n,{looking:t},e){let r=y(n,`<header class="inside-head">
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
    </header>`);for(let[l,c]of[[".computed",!1],[".back",!0]]){let u=m(r,l);u.addEventListener("click",()=>t.turnBack(c),{signal:e}),w(e,()=>u.setAttribute("aria-pressed",String(t.turnedBack.value===c)))}let s=m(r,".layer"),o=m(r,".channel"),i=()=>{let{layer:l,channel:c,channels:u}=t.at.value;s.value=String(l),o.value=String(c+1),o.max=String(u)};s.addEventListener("change",()=>t.chooseLayer(Number(s.value)||0),{signal:e});let a=()=>{t.chooseChannel(Math.round(Number(o.value))-1||0),i()};o.addEventListener(
"change",a,{signal:e});for(let[l,c]of[[".less",-1],[".more",1]])m(r,l).addEventListener("click",()=>t.chooseChannel(t.at.peek().channel+c),{signal:e});w(e,()=>{let l=t.layers.value,c=Array.from(s.options,p=>p.text);l.map(({name:p})=>p).join(`
`)!==c.join(`
`)&&s.replaceChildren(...l.map(({index:p,name:d})=>new Option(d,String(p)))),l.length>0&&i()})}var fr={};D(fr,{mount:()=>hr,style:()=>_c});var pr=null;function Um(){return pr??=Ic().catch(n=>{throw pr=null,n}),pr}async function Ic(){try{let n=await en(Y(C.catalogue),new AbortController().signal);return JSON.parse(new TextDecoder().decode(n)).filter(({name:e})=>Object.hasOwn(C.models,e))}catch(n){let t=n instanceof Error?n.cause??n:n;throw new Error(`The list of networks could not be fetched: ${G(t)}.`)}}function di(n){let t=C.models[n];if(!t)return!1;let{protocol:e}=new URL(Y(t));return location.protocol!=="file:"||e==="data:"||e===
"blob:"}var pi=`
.segments{position:relative;display:inline-flex;flex-wrap:wrap;align-items:center;gap:4px 10px;min-width:0;font-size:0.875rem}
.segments .title{color:var(--gsa-muted)}
.segments .bar-of{display:inline-flex;max-width:100%;border:1px solid var(--gsa-line-strong);border-radius:10px;background:var(--gsa-surface)}
.segments label{position:relative;display:grid;place-items:center;min-height:34px;padding:4px 12px;line-height:1.2;text-align:center;cursor:pointer;-webkit-tap-highlight-color:transparent}
.segments label:first-child{border-radius:9px 0 0 9px}
.segments label:last-child{border-radius:0 9px 9px 0}
.segments label + label{border-inline-start:1px solid var(--gsa-line-strong)}
.segments input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.segments label:has(:checked){background:var(--gsa-ink);color:var(--gsa-surface);font-weight:600}
.segments label:has(:focus-visible){outline:2.5px solid var(--gsa-accent);outline-offset:2px;z-index:1}
@media (pointer:coarse){.segments label{min-height:44px}}
@media (forced-colors:active){
.segments label:has(:checked){background:Highlight;color:HighlightText;forced-color-adjust:none}
}
`,Nc=0;function Nt(n,t,e,r,s,o=!0){let i=y(n,'<div class="segments" role="group"></div>');i.setAttribute("aria-label",t),o&&(y(i,'<span class="title" aria-hidden="true"></span>').textContent=t);let a=y(i,'<span class="bar-of"></span>'),l=`segments-${++Nc}`,c=new Map;for(let[p,d]of Object.entries(e)){let h=y(a,`<label><input type="radio" name="${l}"><span></span></label>`),f=h.firstElementChild;h.lastElementChild.textContent=d,f.addEventListener("change",()=>r(p),{signal:s}),c.set(p,f)}return{element:i,
show:p=>{for(let[d,h]of c)h.checked=d===p}}}var hi=n=>Object.hasOwn(C.models,n)&&di(n);function fi(n,t,e){let{element:r,show:s}=Nt(n,"They learnt",{upright:"upright digits",drawn:"every turn"},o=>t.pick(an(t.values,o,hi)),e);r.classList.add("lesson"),w(e,()=>{let o=t.networks.shown.value.map(({value:l})=>l),{lesson:i,canSwitch:a}=hs(o,hi);r.hidden=!a,s(i)})}var _c=`
.compare{display:flex;flex-wrap:wrap;align-items:center;gap:8px 10px;font-size:0.875rem;color:var(--gsa-muted)}
.compare .places{display:flex;flex-wrap:wrap;align-items:center;gap:8px;min-width:0}
.compare .places:empty{display:none}
.compare button{height:36px;padding:0 12px}
.compare .choose-network{display:inline-flex;align-items:center;gap:6px;min-width:0;max-width:100%;border-color:var(--bar);color:var(--gsa-ink)}
.compare .choose-network b{color:var(--bar);font-weight:650}
.compare .choose-network span{color:var(--gsa-muted);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.compare .choose-network::after{content:"";flex:none;width:7px;height:7px;margin:-4px 2px 0 2px;border:solid currentColor;border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
.compare .third-one{border-style:dashed}
.compare .all{border:0;background:none;padding:0;margin-inline-start:auto;color:var(--gsa-muted);text-decoration:underline;text-underline-offset:0.2em}

@container (min-width:1080px){.compare .choose-network{min-width:12.5rem;justify-content:space-between}}
@container (max-width:1079px){
.compare{gap:8px 6px}
.compare .places{flex:1 1 calc(100% - 52px);flex-wrap:nowrap;gap:6px}
.compare .choose-network{flex:1 1 0;justify-content:center;padding:0 8px}
.compare .choose-network b{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.compare .choose-network span{color:var(--bar);font-weight:650}
.compare :is(.word,.lesson .title,.choose-network[data-known] b,.third-one .long){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.compare .third-one{flex:none;width:40px;padding:0;font-size:1.2rem}
}
@container (max-width:639px){
.compare :is(.all,.segments){display:none}
}
@media print{.compare{display:none}}
@media (pointer:coarse){.compare button{height:44px;min-width:44px}}
`;function hr(n,t,e){let{networks:r}=t,s=y(n,`<div class="compare" role="group" aria-label="Networks">
      <span class="word" aria-hidden="true">Compare</span>
      <span class="places"></span>
      <button type="button" class="third-one" aria-haspopup="dialog">+<span class="long"> a third</span></button>
    </div>`),o=m(s,".places"),i=Dc(n,t,e,p=>{let d=o.querySelector(`.${U(p)}`)??o.lastElementChild;d instanceof HTMLElement&&d.focus({preventScroll:!0})}),a=async p=>{try{(await i()).open(p)}catch(d){let h="The list of networks could not be loaded. Try again.";t.warn(new $("failed",h,{cause:d}))}},l=()=>{i().catch(()=>{})};for(let p of["pointerenter","focusin"])s.addEventListener(p,l,{signal:e});X(t,e,(p,d,h)=>[jc(o,t,p,d,()=>a(d),h)]);let c=m(s,".third-one");c.addEventListener("click",()=>a(r.shown.
peek().length),{signal:e}),fi(s,t,e);let u=y(s,'<button type="button" class="all" aria-haspopup="dialog"></button>');u.textContent=`all ${Object.keys(C.models).length} networks`,u.addEventListener("click",()=>a(0),{signal:e}),w(e,()=>{let p=r.shown.value.length;c.hidden=p>=3,m(s,".word").hidden=p>=3,m(c,".long").textContent=p<2?" another":" a third"})}function Dc(n,t,e,r){let s=null,o=async()=>{let i=await import("./picker-XM4KEQK6.js");if(e.aborted)throw new Error("It is not shown any more\
.");return ft(n.getRootNode(),i.style),i.mount(n,t,e,r)};return()=>(s??=o().catch(i=>{throw s=null,i}),s)}function jc(n,t,e,r,s,o){let i=y(n,`<button type="button" class="choose-network ${U(r)}" aria-haspopup="dialog"><b></b> <span></span></button>`);return i.addEventListener("click",s,{signal:o}),w(o,()=>{let a=t.networks.names.value[r]??"",l=e.value?.info.value,c=l?tt(st(l)):a;m(i,"b").textContent=c,m(i,"span").textContent=l?a:"",i.toggleAttribute("data-known",!!l),i.title="Choose another netw\
ork"}),i}var gr={};D(gr,{mount:()=>mr,style:()=>Uc});var Uc=`
.drop{position:absolute;inset:0;z-index:2;display:grid;place-items:start center;padding:24px;pointer-events:none;border:3px dashed var(--gsa-accent);border-radius:16px;background:color-mix(in srgb,var(--gsa-ground) 70%,transparent)}
.drop span{position:sticky;top:24px;padding:10px 16px;border-radius:10px;background:var(--gsa-surface);border:1px solid var(--gsa-line-strong);font-weight:600}
.root:has(> .drop:not([hidden])){position:relative}
`;function mr(n,t,e){let r=y(n,'<div class="drop" aria-hidden="true" hidden><span>Drop the network to compare it</span></div>'),s=x(!1);w(e,()=>{r.hidden=!s.value});let o=l=>{l.dataTransfer?.types.includes("Files")&&(l.preventDefault(),l.dataTransfer.dropEffect="copy",s.value=!0)},i=l=>{l.relatedTarget instanceof Node&&n.contains(l.relatedTarget)||(s.value=!1)},a=l=>{s.value=!1;let c=l.dataTransfer?.files[0];c&&(l.preventDefault(),t.bring(c,zc(l,t)))};n.addEventListener("dragenter",o,{signal:e}),
n.addEventListener("dragover",o,{signal:e}),n.addEventListener("dragleave",i,{signal:e}),n.addEventListener("drop",a,{signal:e})}function zc({target:n},t){let e=n instanceof Element?n.closest(".panel"):null,r=je.findIndex(s=>e?.classList.contains(s));return r>=0?r:Math.min(t.networks.shown.peek().length,2)}var yr={};D(yr,{REACH:()=>Ye,addComing:()=>br,dressAndMount:()=>wr,mount:()=>Ve,style:()=>vr});var Ye="50% 0px",vr=`
.late{display:grid;grid-template-columns:minmax(0,1fr);min-width:0}
.late > .coming{display:flex;flex-wrap:wrap;gap:12px;place-content:center;align-items:center;min-height:300px;border:1px solid var(--gsa-line);border-radius:14px;color:var(--gsa-muted);font-size:0.875rem}
.late > .coming button{height:44px}
`,mi=`<div class="late"><div class="coming">
  <span>Loading…</span><button type="button" hidden>Try again</button>
</div></div>`;function br(n,t,e,r){let s=y(n,'<div class="root" part="root"></div>'),o=y(s,mi),i=m(o,"button");if(i.hidden=!t,t){let a=m(o,"span");a.textContent="This figure could not be loaded.",a.setAttribute("role","alert")}return i.addEventListener("click",e,{signal:r}),s}function wr(n,t,e,r){ft(t.getRootNode(),n.style),n.mount(t,e,r),n.wants&&e.study.rest()}function Ve(n,t,e,r){let s=z(()=>tr(t));if(s){wr(s,n,e,r);return}let o=y(n,mi);o.dataset.figure=t;let[i,a,l]=[".coming","span","button"].
map(d=>m(o,d)),c=()=>{er(t).catch(()=>{})};l.addEventListener("click",c,{signal:r});let u=new AbortController;r.addEventListener("abort",()=>u.abort(),{signal:u.signal});let p=W(o,u.signal,{first:!1,reach:Ye});w(u.signal,()=>{p.value&&z(c)}),w(u.signal,()=>{let d=ri(t);a.textContent=d?.message??"Loading…",d&&a.setAttribute("role","alert"),l.hidden=!d}),w(u.signal,()=>{let d=tr(t);d&&(z(()=>{i.remove(),wr(d,o,e,r)}),queueMicrotask(()=>u.abort()))})}var gi=`
:host([large]) :is(.samples,.caption,.seen-row,.status,.tools,.compare,.trial,.errors,.late,.orientation,.inside-head :is(p,.choose),.ride,.maps > footer){display:none}

:host([large]) .inside-head{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
:host([large]) .top{gap:0 40px}
:host([large]) .top > :is(.answers,.inside){margin-top:0.7rem}
@container (max-width:639px){
:host([large]) .top > slot[name="lead"]::slotted(*){order:-2}
}
@container (min-width:640px){
:host([large]) .top{grid-template:repeat(4,auto) 1fr / minmax(0,var(--stage)) minmax(0,1fr)}
:host([large]) .draw{grid-row:1 / -1}
:host([large]) .top > :is(.answers,.inside),:host([large]) .top > slot::slotted(*){grid-column:2;margin-block:0}
:host([large]) .top > :is(.answers,.inside){margin-top:0.7rem}
}
:host([large]) .knob{width:2rem;height:2rem;margin:-1rem}
:host([large]) .knob .angle{font-size:0.65rem}
:host([large]) .polar .degrees{font-size:16px;fill:var(--gsa-ink)}
:host([large]) .polar .read{font-size:21px}
:host([large]) .panels{grid-template-columns:minmax(0,1fr);gap:0}
:host([large]) .panel{
grid-template-columns:4.6rem minmax(0,1fr);grid-template-rows:auto 1fr;gap:0 1rem;padding:0.6rem 0 0.8rem;
border:0;border-top:3px solid var(--bar);border-radius:0;background:none;
}
:host([large]) .panel :is(.note,.bars,.time,.all-round){display:none}
:host([large]) .panel .model{font-size:1.15rem}
:host([large]) .panel footer{grid-area:2 / 2;grid-template-columns:minmax(0,1fr);align-content:start;margin:0;font-size:0.875rem;color:var(--gsa-ink)}

:host([large]) .maps{padding:0;border:0;border-radius:0;background:none}
:host([large]) .cards{grid-template-columns:minmax(0,1fr);gap:0}
:host([large]) .card{
grid-template:1fr auto 1fr / 5.3rem 4.2rem minmax(0,1fr);gap:0 0.8rem;align-items:center;padding:0.25rem 0;border-top:3px solid var(--bar);
}
:host([large]) .card::before{display:none}
:host([large]) .card :is(.pair,.leftover){display:contents}
:host([large]) .card .ring{grid-area:1 / 1 / span 3}
:host([large]) .card .leftover canvas{grid-area:1 / 2 / span 3;width:100%}
:host([large]) .card .leftover .what{display:none}
:host([large]) .card > header{grid-area:1 / 3;align-self:end;font-size:1rem}
:host([large]) .card .model{font-size:1.05rem}
:host([large]) .card .note{display:none}
:host([large]) .card .number{grid-area:2 / 3;justify-self:start;font-size:1.5rem}
:host([large]) .card .verdict{grid-area:3 / 3;place-self:start;font-size:0.875rem;min-height:0}
:host([large]) .cards:has(.third) .card{grid-template-columns:3.9rem 3.2rem minmax(0,1fr)}

:host([large]) .panels[data-count="3"] .panel{padding:0.1rem 0 0.15rem}
:host([large]) .panels[data-count="3"] .digit{font-size:3.5rem}
:host([large]) .panels[data-count="3"] footer{font-size:0.75rem}
:host([large]) .cards:has(.third) .card{padding:0.1rem 0}
:host([large]) .cards:has(.third) .model{font-size:0.9rem}
:host([large]) .cards:has(.third) .number{font-size:1.1rem}
:host([large]) .cards:has(.third) .verdict{font-size:0.75rem}
`;var wi=`
@media print{
.root{display:block;padding:0 !important;background:none !important}
.root,.root *{-webkit-print-color-adjust:exact;print-color-adjust:exact;transition:none !important}
:is(.tools,.samples,.status,.choose,.compare,.trial,.alert,.dock,.hint,.keys,.ride,.trouble button,.costly,.figure-foot .save,.figure-foot details:not([open]),.figure-word button){display:none !important}
.top{display:grid;grid-template-columns:60% minmax(0,1fr);grid-template-rows:none;gap:14pt 18pt}
.draw{position:static;grid-row:1}
.top > .answers{grid-area:1 / 2;order:0;align-self:center}
.top > :is(.inside,.status),.top > ::slotted(*){grid-column:1 / -1;margin:0}
.panels{grid-template-columns:minmax(0,1fr)}
.panel{border:0;border-top:1.5pt solid var(--bar);border-radius:0;padding:8pt 0;background:none}
.top > *,.maps,.errors,.orientation,.panel{break-inside:avoid}
.inside{display:block;break-inside:auto}
.inside-head{break-after:avoid;margin-bottom:10pt}
:is(.maps,.errors,.orientation){margin-bottom:14pt;border-radius:0;background:none}
}
`;var kr={};D(kr,{mount:()=>xr,style:()=>qc});import{samples as Fc}from"./samples.js";var qc=`
.samples{display:grid;grid-template-columns:repeat(10,1fr);gap:6px;width:min(100%,var(--stage))}
.samples button{padding:0;height:44px;min-width:0;border-color:var(--gsa-line);background:var(--gsa-surface);border-radius:8px;display:grid;place-items:center;color:var(--gsa-ink)}
.samples button:hover{background:var(--gsa-sunken)}
.samples svg{height:78%;max-width:88%;fill:none;stroke:currentColor;stroke-width:0.075;stroke-linecap:round;stroke-linejoin:round;overflow:visible}
@container (max-width:420px){
.samples{gap:3px}
}
`;function xr(n,t,e){let r=y(n,'<div class="samples" part="samples" role="group" aria-label="Sample digits"></div>');for(let{digit:s,strokes:o}of Fc)y(r,`<button type="button" title="Draw a ${s}" aria-label="Sample ${s}">
        <svg viewBox="0.1 0.1 0.8 0.8" aria-hidden="true"><path d="${ve(o)}" /></svg>
      </button>`).addEventListener("click",()=>t.drawing.replace(o),{signal:e})}var Mr={};D(Mr,{mount:()=>Er,style:()=>Gc});var Gc=`
.seen-row{position:absolute;left:0;bottom:0;pointer-events:none}
.seen{display:block;width:64px;height:64px;border-radius:4px;background:#000;image-rendering:pixelated}
.seen-row p{margin-top:2px;white-space:nowrap;color:var(--gsa-muted);font-size:0.75rem;line-height:1.2}
@container (max-width:460px){
.seen{width:48px;height:48px}
}
`;function Er(n,t,e){let r=y(n,`<div class="seen-row">
      <canvas class="seen" part="seen" role="img" aria-label="What the networks see: the drawing as 28 × 28 grey pixels"></canvas>
      <p></p>
    </div>`),{seen:s}=t.asking,o=m(r,".seen"),i=new nt(o,({context:l,size:c})=>{let u=s.peek();u&&Be(l,bo(u),0,0,c)},e);w(e,()=>{s.value,i.paint()});let a=m(r,"p");w(e,()=>{let l=t.networks.shown.value.some(c=>c.isRecorded.value);E(a,l?"recorded; live in a moment":"what they see")})}var Ar={};D(Ar,{describeStatus:()=>vi,mount:()=>Sr,style:()=>Kc});var Hc={plain:"without SIMD",simd:"with SIMD",relaxed:"with relaxed SIMD"},Kc=`
.status{display:flex;flex-wrap:wrap;align-items:flex-start;gap:8px}
.switch-engine{height:34px;padding:0 12px;border-radius:999px;font-size:0.8125rem;color:var(--gsa-muted)}
.badge{font-size:0.8125rem;color:var(--gsa-muted);font-variant-numeric:tabular-nums}
.badge summary{display:inline-flex;align-items:center;gap:8px;padding:6px 12px;border:1px solid var(--gsa-line);border-radius:999px;cursor:pointer;list-style:none;min-height:34px}
.badge summary::-webkit-details-marker{display:none}
.badge .dot{width:8px;height:8px;border-radius:50%;background:var(--gsa-line-strong);flex:none}
.badge[data-state="ready"] .dot{background:#2c9a5b}
.badge[data-state="note"] .dot{background:#c98a12}
.badge[data-state="failed"] .dot{background:var(--gsa-lost)}
.badge-more{display:grid;gap:4px;padding:8px 12px 0;max-width:70ch;overflow-wrap:anywhere}
`;function Sr(n,t,e){let r=y(n,`<div class="status">
      <details class="badge" part="badge">
        <summary><span class="dot"></span><span class="badge-text"></span></summary>
        <ul class="badge-more"></ul>
      </details>
      <button type="button" class="switch-engine" part="switch-engine" hidden></button>
    </div>`);m(r,".switch-engine").addEventListener("click",()=>t.switchEngine(),{signal:e}),w(e,()=>{let{shown:s}=t.networks,o=s.value.some(c=>c.isRecorded.value),i=s.value.map(({info:c,error:u,shown:p},d)=>({name:t.networks.names.value[d],info:c.value,error:u.value,prediction:p.value?.prediction??null})),a=i.find(({error:c})=>c&&Q(c))?.error,l=t.failure.value??a??null;Xc(r,vi(t.engine,t.report.value,i,l,o))})}function Xc(n,{state:t,text:e,more:r,offer:s}){let o=m(n,".badge");o.dataset.state=t,
E(m(o,".badge-text"),e);let i=m(n,".switch-engine");!s&&i.matches(":focus")&&m(o,"summary").focus({preventScroll:!0}),i.hidden=!s,i.textContent=s;let a=m(o,".badge-more");if(Array.from(a.children,c=>c.textContent).join(`
`)!==r.join(`
`)){a.replaceChildren();for(let c of r)y(a,"<li></li>").textContent=c}}function vi(n,t,e,r,s=!1){if(r)return{state:"failed",text:"Engine not running",more:[r.message],offer:""};if(!t)return e.length>0&&e.every(u=>u.error)?{state:"failed",text:"No network loaded",more:[],offer:""}:{state:"starting",text:s?"Recorded with the page; live in a moment":"Starting…",more:[],offer:""};let o=n?.place==="main thread"?"on the main thread":"in a worker",i=t.name==="cpu"?"CPU":"WebGPU",a=e.flatMap(({name:l,
prediction:c})=>c?[`${l} ${Tt(c.milliseconds)}`]:[]);return{state:t.note?"note":"ready",text:[i+Yc(t),...a].join(" · "),offer:Vc(t),more:[...t.why?[t.why]:[],...t.card?[Zc(t.card)]:[],`WebAssembly ${Hc[t.build]}, one thread, ${o}; gsa-net ${t.version}. The milliseconds are those of one forward pass.`,...e.flatMap(({name:l,info:c})=>c?[Qc(l,c)]:[]),...n?.reasons??[]]}}function Yc({note:n,opening:t}){return n?t?" while WebGPU opens":" instead of WebGPU":""}function Vc({name:n,note:t,opening:e}){return n===
"webgpu"?"Use the CPU":e||!("gpu"in navigator)?"":t?"Try WebGPU again":"Try WebGPU"}function Zc({adapter:n,software:t,difference:e,milliseconds:r}){let s=[`Graphics card: ${n}${t?", a program on the processor":""}`];return r!==null&&s.push(`the last answer took ${Tt(r)} by its own clock`),s.push(`largest difference from the CPU in the self-test ${e.toExponential(1)}`),`${s.join("; ")}.`}function Qc(n,{group:t,parameters:e,training:r}){let s=r?.held_out_accuracy,o=r?.data,i=[`group ${t.name} with\
 ${t.order===1?"one element":`${t.order} elements`}`,`${e.toLocaleString("en")} parameters`];if(typeof s=="number"){let a=typeof o=="string"&&/drawing/i.test(o)?`${/turned by at most/.test(o)?"upright ":""}digits and drawings`:"turned digits";i.push(`${(100*s).toFixed(1)} % right on ${a} held out in training`)}return`${n}: ${i.join(", ")}.`}var $r={};D($r,{mount:()=>Or,style:()=>tu});var Jc={undo:'<path d="M7 4 3 8l4 4M3.5 8H11a4 4 0 0 1 0 8H8" />',clear:'<path d="M5 5l10 10M15 5 5 15" />',spin:'<path d="M16 10a6 6 0 1 1-1.8-4.3M14.5 2.5v3.5H11" transform="matrix(-1 0 0 1 20 0)" />',stop:'<path d="M6.5 6.5h7v7h-7z" />'},tu=`

.tools{position:absolute;inset:0;pointer-events:none}
.tools button{position:absolute;right:0;display:inline-flex;justify-content:center;align-items:center;gap:6px;height:44px;padding:0 14px 0 10px;pointer-events:auto}
.tools :is(.undo,.clear){bottom:0;width:44px;padding:0}
.tools .undo{right:52px}
.tools .spin{top:0}
.tools :is(.undo,.clear) span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@container (max-width:460px){
.tools .undo{right:0;bottom:50px}
}

@container (max-width:460px) or ((min-width:640px) and (max-width:899px)){
.tools .spin{width:44px;padding:0}
.tools .spin span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
}
.icon{width:18px;height:18px;flex:none;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.spin .stop-icon,.spin[data-on] .spin-icon{display:none}
.spin[data-on] .stop-icon{display:block}
`;function Ze(n){return`<svg class="icon ${n}-icon" viewBox="0 0 20 20" aria-hidden="true">${Jc[n]}</svg>`}function Or(n,t,e){let r=y(n,`<div class="tools" role="group" aria-label="Tools">
      <button type="button" class="undo" title="Undo (Ctrl+Z)">${Ze("undo")}<span>Undo</span></button>
      <button type="button" class="clear" title="Clear">${Ze("clear")}<span>Clear</span></button>
      <button type="button" class="spin">${Ze("spin")}${Ze("stop")}<span>Once round</span></button>
    </div>`),{drawing:s,turning:o}=t,i=(l,c,u)=>{let p=m(r,`.${l}`);return p.addEventListener("click",c,{signal:e}),w(e,()=>{let d=!u();d&&vt(p),p.disabled=d}),p};i("undo",()=>s.undo(),()=>s.canUndo.value),i("clear",()=>s.clear(),()=>!s.isEmpty.value);let a=i("spin",()=>o.spin(),()=>o.spins.value||!s.isEmpty.value);w(e,()=>{a.toggleAttribute("data-on",o.spins.value),E(m(a,"span"),o.spins.value?"Stop":"Once round")})}var Lr={};D(Lr,{mount:()=>Tr,style:()=>eu});var eu=`
${pi}
.trial{display:grid;gap:10px;padding:14px;border:1px solid var(--gsa-line);border-radius:14px;background:var(--gsa-surface);min-width:0}
.trial .tries{display:flex;flex-wrap:wrap;align-items:center;gap:8px 20px}
.trial h2{margin-inline-end:auto}
.trial .fresh{width:40px;height:36px;margin-inline-start:-12px;padding:0;font-size:1.125rem;line-height:1}
.trial p{color:var(--gsa-muted);font-size:0.875rem;min-height:2.9em}
@media print{.trial{display:none}}
@media (pointer:coarse){.trial .fresh{width:44px;height:44px}}
@container (max-width:639px){.trial p{min-height:0}.trial h2{width:100%}}
`;function Tr(n,t,e){let r=y(n,`<section class="trial" part="trial" role="group" aria-label="Try to break it">
      <div class="tries"><h2>Try to break it</h2></div>
      <p role="status"></p>
    </section>`),s=m(r,".tries"),o=Nt(s,"Weights",{trained:"trained",random:"random weights"},d=>t.vary({weights:d}),e,!1),i=y(s,'<button type="button" class="fresh" aria-label="Fresh random weights" title="Fresh random weights">↻</button>'),a=()=>t.vary({seed:(t.trial.peek().seed+1)%2**32});i.addEventListener("click",a,{signal:e});let l=Nt(s,"Positions",{turning:"positions turn along",still:"held still"},d=>t.vary({positions:d}),e,!1),c=Nt(s,"index",{exact:"exact",published:"published"},d=>t.
vary({index:d}),e),u=M(()=>t.networks.shown.value.some(d=>(d.info.value?.group.order??1)>1&&d.indexed)),p=()=>u.value&&t.trial.value.index==="published"||t.networks.shown.value.some(({info:d,isComing:h})=>!h.value&&d.value?.exact===!1);w(e,()=>{let d=t.trial.value;o.show(d.weights),l.show(d.positions),c.show(d.index),i.hidden=d.weights!=="random",c.element.hidden=!u.value;let h=t.networks.shown.value.every(({info:f})=>f.value?.group.order===1);E(m(r,"p"),nu(d,p(),h))})}function nu({weights:n,positions:t},e,r){
if(r)return"Nothing is built into an ordinary network, so there is nothing to break.";let s=t==="still";if(n==="random"){let o="Nobody taught them anything: answers mean nothing, look at the difference. ";return s?`${o}With positions held still it fills: now nothing is built in.`:e?`${o}With the published index some is left even at quarter turns.`:`${o}At quarter turns the built-in one leaves none: the construction turns, not the training.`}return s?"The weights are as they were, yet the differe\
nce fills: the positions do not turn along. That one change is the whole idea.":e?"With the index of the paper’s published code a quarter turn leaves a difference in every layer after the first: not quite equivariant any more.":"With random weights they talk nonsense, yet the built-in one still turns along. With its positions held still it does not: that one change is the whole idea."}var ru=["polar","answers"],su=["maps","errors"],ou=[sr,zn,$r,kr,cr,Mr,fr,{style:ni},yr,dr,Lr,Ar,ar,gr],bi=`
.root{container-type:inline-size;display:grid;grid-template-columns:minmax(0,1fr);gap:28px}

.root[data-island]{padding:20px;border-radius:20px;background:var(--gsa-ground)}
.root[data-pointer] :is(.pad,.knob):focus-visible{outline:none}
.top{--stage:var(--gsa-stage,536px);display:grid;grid-template-columns:minmax(0,1fr);gap:8px}
.draw{display:grid;gap:8px;align-content:start;justify-items:center;min-width:0}
.answers{display:grid;gap:12px;align-content:start;min-width:0}
.inside{display:grid;grid-template-columns:minmax(0,1fr);gap:16px;min-width:0;align-content:start}
.top > :is(.inside,.status),.top > ::slotted(*){margin-top:20px;min-width:0}

@container (max-width:639px){
.answers{display:contents}
.answers > *{order:-1}
.answers > .compare{order:1;margin-top:8px}
.top > :is(.inside,.status),.top > ::slotted(*){order:2}
}
@container (min-width:640px){
.top{grid-template-columns:minmax(0,1.35fr) minmax(0,1fr);gap:16px 24px}
.top > :is(.inside,.status),.top > ::slotted(*){grid-column:1 / -1}
}
@container (min-width:900px){
.top{grid-template-columns:minmax(0,var(--stage)) minmax(0,1fr)}
}
@container (min-width:1080px){

.top{grid-template-rows:repeat(4,auto) 1fr;gap:16px 32px}
.draw{grid-row:1 / -1;position:sticky;top:16px;align-self:start}
.top > :is(.answers,.inside,.status),.top > ::slotted(*){grid-column:2;margin-top:0}
}
@container (min-width:1360px){
.top{--stage:var(--gsa-stage,640px)}
}
${ou.map(n=>n.style).join("")}
${gi}
${wi}
`;function yi(n,t,e,{isCompact:r,figures:s}){let o=y(n,'<div class="root" part="root"></div>');o.toggleAttribute("data-compact",r),rr(o,t,e);let i=y(o,'<div class="top"></div>'),a=lu(i,t,e,r,s.includes("polar"));if(y(i,'<slot name="lead"></slot>'),s.includes("answers")){let c=y(i,'<section class="answers" part="answers" role="group" aria-label="Answers"></section>');r||hr(c,t,e),Ve(c,"answers",t,e)}let l=s.filter(c=>!ru.includes(c));if(l.length>0){let c=y(i,'<section class="inside" part="inside"\
 role="group" aria-label="Feature maps"></section>');l.some(u=>su.includes(u))&&ur(c,t,e);for(let u of l)Ve(c,u,t,e);r||Tr(c,t,e)}return r||Sr(i,t,e),y(i,'<slot name="reading"></slot>'),ir(o,t,e),r||(au(n,a,t,e),mr(o,t,e)),cu(o,t,e),o}var iu="-25% 0px";function au(n,t,e,r){let s=new AbortController;r.addEventListener("abort",()=>s.abort());let o=W(t,s.signal,{reach:iu});w(s.signal,()=>{o.value||import("./dock-JDL25KPO.js").then(i=>{s.signal.aborted||(s.abort(),ft(n,i.style),i.mount(n,t,e,
r))},()=>{})})}function lu(n,t,e,r,s){let o=y(n,'<section class="draw" part="drawing" role="group" aria-label="Drawing"></section>'),i=Un(o,t,e,s);return r||Er(i,t,e),Or(i,t,e),r||(xr(o,t,e),lr(o,t,e)),y(o,'<slot name="actions"></slot>'),i}function cu(n,t,e){let r=s=>{let o=s.target;if(o.isContentEditable||o.matches("input, select, textarea"))return;if((s.ctrlKey||s.metaKey)&&!s.shiftKey&&s.key==="z"){s.preventDefault(),t.drawing.undo();return}(s.key==="ArrowLeft"||s.key==="ArrowRight"||o.matches(
".pad"))&&pt(t,s)};n.addEventListener("keydown",r,{signal:e}),n.addEventListener("pointerdown",()=>n.toggleAttribute("data-pointer",!0),{signal:e});for(let s of["keydown","keyup","focusout"])n.addEventListener(s,()=>n.toggleAttribute("data-pointer",!1),{signal:e})}var xi="(prefers-color-scheme: dark)";function ki(n){for(let s of Mi(n)){let{backgroundColor:o,backgroundImage:i,color:a}=getComputedStyle(s),l=du(i,a)??Cr(o);if(l!==null)return l<128}let t=getComputedStyle(document.documentElement).colorScheme,e=document.querySelector('meta[name="color-scheme"]')?.getAttribute("content"),r=/dark|light/.test(t)?t:e??"";return r.includes("dark")&&(!r.includes("light")||uu(xi))}function Ei(n,t,e){globalThis.matchMedia?.(xi).addEventListener("change",t,{signal:e});let r=new MutationObserver(t);for(let s of Mi(
n))r.observe(s,{attributes:!0});e.addEventListener("abort",()=>r.disconnect())}function uu(n){return globalThis.matchMedia?.(n).matches??!1}function*Mi(n){let t=n;for(;t;)t=(t instanceof Element?t.assignedSlot:null)??(t instanceof ShadowRoot?t.host:t.parentNode),t instanceof Element&&(yield t)}function du(n,t){if(!n||n==="none")return null;let r=(n.match(/(?:rgba?|hsla?|lab|lch|oklab|oklch|color)\([^()]*\)|#[0-9a-f]{3,8}\b/gi)??[]).map(Cr).filter(o=>o!==null);if(r.length>0)return r.reduce((o,i)=>o+
i,0)/r.length;if(!/url\(|image/.test(n))return null;let s=Cr(t);return s===null?null:255-s}var xt=null;function Cr(n){if(n==="transparent"||n==="rgba(0, 0, 0, 0)")return null;if(!xt){let o=document.createElement("canvas");o.width=o.height=1,xt=o.getContext("2d",{willReadFrequently:!0})}if(!xt)return null;xt.clearRect(0,0,1,1),xt.fillStyle=n,xt.fillRect(0,0,1,1);let[t,e,r,s]=xt.getImageData(0,0,1,1).data;return s<128?null:.299*t+.587*e+.114*r}var pu="0px",Pt=class{#t;#e;#n;#r;#s=null;#o=null;#i=null;#d;#c=null;#l=null;#u=!1;#p=x(!1);#f=x(!1);#a=x(!1);isNear=M(()=>this.#p.value&&this.#a.value);isOn=M(()=>this.#f.value&&this.#a.value);constructor(t,e,r){this.#t=t,this.#n=e,this.#r=r,this.#e=t.attachShadow({mode:"open"}),It(this.#e,e,!1)}get lasts(){return this.#s!==null}connected(){clearTimeout(this.#d);let t=!this.#s;this.#s??=new AbortController,t||this.#c!==this.#t.ownerDocument?this.show():this.#h(),t&&this.#r.came(this.#s.signal)}disconnected(){
this.#d=setTimeout(()=>{for(let t of[this.#i,this.#o,this.#s])t?.abort();this.#i=this.#o=this.#s=this.#l=null,this.#p.value=this.#f.value=!1,this.#r.left()})}show(){if(!this.#s)return;this.#o?.abort(),this.#o=new AbortController;let{signal:t}=this.#o;this.#c!==this.#t.ownerDocument&&(this.#c=this.#t.ownerDocument,It(this.#e,this.#n,this.#u));for(let e of this.#e.querySelectorAll(".root, .dock"))e.remove();try{this.#l=this.#r.show(t)}catch(e){this.#l=this.#w(e)}Object.assign(this.#l,{lang:"en",dir:"\
ltr"}),this.#g(this.#l,t),this.#h()}#h(){this.#i?.abort(),this.#i=new AbortController,this.dress(),Ei(this.#t,()=>this.dress(),this.#i.signal)}dress(){if(!this.#l)return;let t=ki(this.#t),e=this.#t.getAttribute("theme"),r=e==="dark"||e!=="light"&&t;this.#l.toggleAttribute("data-island",r!==t),r!==this.#u&&(this.#u=r,It(this.#e,this.#n,r),this.#r.dressed(r))}#g(t,e){let r=this.#t.ownerDocument,s=(i,a)=>e.addEventListener("abort",q(()=>{a.value=i.value}));s(W(t,e,{first:!1}),this.#p),s(W(t,e,{first:!1,
reach:pu}),this.#f),addEventListener("beforeprint",()=>this.#m(),{signal:e}),addEventListener("afterprint",()=>this.dress(),{signal:e});let o=()=>this.#a.value=!r.hidden;r.addEventListener("visibilitychange",o,{signal:e}),o()}#m(){this.#u=!1,It(this.#e,this.#n,!1),this.#r.dressed(!1);for(let t of this.#e.querySelectorAll("canvas"))vo(t)}#w(t){let e=document.createElement("div");e.className="root";let r=document.createElement("p"),s=/TrustedHTML/.test(String(t));return r.textContent=s?"This page \
requires Trusted Types. Its content security policy must allow those of this element: trusted-types gsa-net gsa-net-worker":`This cannot be shown: ${t instanceof Error?t.message:t}`,e.append(r),this.#e.append(e),e}};var Rr=class extends Qt{static get observedAttributes(){return["name","for","theme"]}static get names(){return[...Zt]}#t=null;#e=null;#n=!1;#r=!1;#s=null;#o=new Pt(this,vr,{show:t=>this.#t?.mount(this.#i,t)??br(this.#i,this.#n,()=>this.#l(),t),came:t=>this.#d(t),left:()=>this.#s=null,dressed:t=>{this.#r=t,this.#t?.dress(t)}});get#i(){return this.shadowRoot}connectedCallback(){for(let t of["name","htmlFor"])this.#a(t);this.#o.connected(),this.#t?.look()}disconnectedCallback(){this.#o.disconnected()}#d(t){
if(this.#s=t,this.#t){this.#c(this.#t,t);return}this.setAttribute("state","waiting");let e=W(this,t,{first:!1,reach:Ye});w(t,()=>{e.value&&this.#l()})}#c(t,e){t.stay(this.#o.isNear,e),w(e,()=>this.setAttribute("state",t.said.value.state))}#l(){this.#u().catch(()=>{this.#n=!0,this.setAttribute("state","failed"),this.#o.show()})}#u(){return this.#e??=this.#p().catch(t=>{throw this.#e=null,t}),this.#e}async#p(){let{Lone:t,style:e}=await import("./lone-4HJQ5EP2.js"),r=new t(this,s=>{this.dispatchEvent(
new CustomEvent("error",{detail:s}))});return r.dress(this.#r),r.of(this.getAttribute("for")),r.show(this.getAttribute("name")),this.#t=r,ft(this.#i,e),this.#o.show(),this.#s&&this.#c(r,this.#s),r}connectedMoveCallback(){this.connectedCallback()}attributeChangedCallback(t,e,r){e!==r&&(t==="name"?this.#t?.show(r):t==="for"?this.#t?.of(r):this.#o.dress())}get name(){return this.getAttribute("name")??""}set name(t){this.#f("name",t)}get htmlFor(){return this.getAttribute("for")??""}set htmlFor(t){this.#f(
"for",t)}get state(){return this.#t?.said.peek().state??(this.#n?"failed":"waiting")}async table(){let t=await this.#u();return await t.bring(),t.table.peek()}async toBlob(){return(await this.#u()).toBlob(this.#i)}async toSVG(){return(await this.#u()).toSVG(this.#i)}#f(t,e){e==null?this.removeAttribute(t):this.setAttribute(t,String(e))}#a(t){if(!Object.hasOwn(this,t))return;let e=this,r=e[t];delete e[t],e[t]=r}};var[fu,mu]=Dr,Si=["auto","webgpu","cpu"],gu=["full","compact"],wu=["polar","answers"],vu=4e3,bu=["networks","model","compare","engine","angle","strokes","layer","channel","trial","view","figures"],Ai=class extends Qt{static get observedAttributes(){return["networks","model","compare","angle","engine","theme","sample","layer","channel","view","figures"]}#t=new Pe({answered:t=>{this.dispatchEvent(new CustomEvent("predict",{detail:t,bubbles:!0,composed:!0}))},failed:t=>{this.dispatchEvent(new CustomEvent(
"error",{detail:t}))},settled:()=>this.#u(),switched:t=>this.setAttribute("engine",t),chosen:()=>{let t={networks:this.networks};this.dispatchEvent(new CustomEvent("networks",{detail:t,bubbles:!0,composed:!0}))}});#e=new Pt(this,bi,{show:t=>yi(this.#n,this.#t,t,this.#i),came:t=>this.#r(t),left:()=>this.#t.disconnect(),dressed:t=>this.#t.dress(t)});get#n(){return this.shadowRoot}connectedCallback(){for(let t of bu)this.#c(t);this.#e.connected()}disconnectedCallback(){this.#e.disconnected()}connectedMoveCallback(){
this.#e.connected()}#r(t){let e=this.#t;e.attention.join(this.#e.isNear,t),e.connect(this.#s),Ks(this,e,t);let{isOn:r}=this.#e,s=!1;w(t,()=>{s&&!r.value&&e.turning.stop(),s=r.value}),this.hasAttribute("intro")&&Gs(e,r,t)}attributeChangedCallback(t,e,r){if(e===r)return;let{turning:s}=this.#t;switch(t){case"angle":r===null?s.set(0):r.trim()!==""&&Number(r)===s.angle.peek()||this.#l(r);break;case"engine":this.#h(r??"auto");break;case"theme":this.#e.dress();break;case"view":case"figures":this.#a(t,r),
this.#e.show();break;case"sample":this.#f(r);break;case"layer":case"channel":this.#p(t,r);break;case"networks":on(r??"").length>3&&this.#o(),this.#t.show(this.#s);break;default:this.hasAttribute("networks")||this.#t.show(this.#s)}}get networks(){return this.#t.picked?this.#t.values.slice():this.#s}set networks(t){if(t==null){this.removeAttribute("networks"),this.#t.picked&&this.#t.show(this.#s);return}let e=Array.isArray(t)?ds(t.slice(0,4).map(String)):String(t);this.getAttribute("networks")===e&&
this.#t.show(this.#s),this.setAttribute("networks",e)}get model(){return this.getAttribute("model")??fu}set model(t){t==null?this.removeAttribute("model"):this.setAttribute("model",t)}get compare(){return this.getAttribute("compare")??mu}set compare(t){t==null?this.removeAttribute("compare"):this.setAttribute("compare",t)}get angle(){return this.#t.turning.angle.peek()}set angle(t){this.#l(t??0)&&this.#u()}get layer(){return this.#t.looking.at.peek().layer}set layer(t){this.#p("layer",t)}get channel(){
return this.#t.looking.at.peek().channel}set channel(t){this.#p("channel",t)}get trial(){return{...this.#t.trial.peek()}}set trial(t){this.#t.vary(ks(t))}get engine(){return this.#t.choice.peek()}set engine(t){t==null?this.removeAttribute("engine"):this.setAttribute("engine",t)}get strokes(){return vs(this.#t.drawing.strokes.peek())}set strokes(t){try{this.#t.drawing.put(ws(t??[]))}catch(e){this.#t.warn(lt(e))}}get view(){return this.getAttribute("view")?.trim()==="compact"?"compact":"full"}set view(t){
this.#d("view",t)}get figures(){return[...this.#i.figures]}set figures(t){this.#d("figures",Array.isArray(t)?t.join(" "):t)}get prediction(){return this.#t.prediction}get predictions(){return this.#t.networks.predictions}get ready(){let{attention:t,loading:e}=this.#t;return t.during(e.ready)}clear(){this.#t.drawing.clear()}undo(){this.#t.drawing.undo()}predict(){return this.#t.asking.predict()}async toBlob(){let{drawing:t,study:e,attention:r}=this.#t;if(!this.#e.lasts)throw new Error("The elemen\
t is not on a page.");if(t.isEmpty.peek())throw new Error("There is no drawing yet.");let s=[e.everything(),r.hold()];try{let[{pictureOf:o}]=await Promise.all([import("./picture-OBNCCMSS.js"),this.predict()]);if(await si(this.#t,this.figures,vu),!this.#e.lasts)throw new Error("The element was taken off the page.");return await o(this.#n,this.#t,this.figures)}finally{for(let o of s)o()}}get#s(){let t=on(this.getAttribute("networks")??"").slice(0,3);return t.length>0?t:this.compare==="none"||this.
compare===""?[this.model]:[this.model,this.compare]}#o(){let t=`${3} networks at most stand side by side; those after them are left out.`;this.#t.warn(new $("invalid-model",t))}get#i(){let t=this.view==="compact",r=nr(this.getAttribute("figures"))?.filter(s=>Zt.includes(s));return{isCompact:t,figures:r??(t?wu:Jn)}}#d(t,e){e==null?this.removeAttribute(t):this.setAttribute(t,String(e))}#c(t){if(!Object.hasOwn(this,t))return;let e=this,r=e[t];delete e[t],e[t]=r}#l(t){let r=typeof t=="number"||typeof t==
"string"&&t.trim()!==""?Number(t):NaN;if(!Number.isFinite(r)){let o=`${typeof t=="string"?`“${t.slice(0,40)}”`:"This"} is not an angle in degrees.`;return this.#t.warn(new $("invalid-angle",o)),!1}return this.#t.turning.set(I(r)),!0}#u(){let t=String(this.angle);this.getAttribute("angle")!==t&&this.setAttribute("angle",t)}#p(t,e){let{looking:r}=this.#t;if(e==null){r.put(t==="layer"?{layer:0}:{channel:null});return}let o=typeof e=="number"||typeof e=="string"&&e.trim()!==""?Number(e):NaN;if(Number.
isInteger(o)&&o>=0)r.put({[t]:o});else{let a=`${typeof e=="string"?`“${e.slice(0,40)}”`:"This"} is not a ${t}; they are counted from 0.`;this.#t.warn(new $(`invalid-${t}`,a))}}#f(t){let e=hu.find(({digit:r})=>String(r)===t?.trim());if(e)this.#t.drawing.open(e.strokes);else if(t!==null){let r=`“${t.slice(0,40)}” is not a sample; there are the digits 0 to 9.`;this.#t.warn(new $("invalid-strokes",r))}}#a(t,e){let[r,s]=t==="view"?[gu,"view"]:[Zt,"figure"],o=(nr(e)??[]).filter(l=>!r.includes(
l));if(o.length===0)return;let i=o.map(l=>`“${l.slice(0,40)}”`).slice(0,4),a=`${i.join(", ")} ${i.length>1?`are no ${s}s`:`is no ${s}`}; there are ${r.join(", ")}.`;this.#t.warn(new $(`invalid-${s}`,a))}#h(t){if(Si.includes(t)){this.#t.chooseEngine(t);return}let e=`“${t.slice(0,40)}” is not an engine; there are ${Si.join(", ")}.`;this.#t.warn(new $("invalid-engine",e))}};export{G as a,Ri as b,_t as c,I as d,Dr as e,z as f,x as g,M as h,q as i,Hr as j,K as k,ss as l,os as m,lt as n,J as o,ps as p,cn as q,Qi as r,fn as s,R as t,Rp as u,Pe as v,Hs as w,ch as x,Ht as y,st as z,tt as A,et as B,Ys as C,Js as D,y as E,m as F,E as G,vt as H,De as I,no as J,wh as K,vh as L,ut as M,bt as N,w as O,W as P,oo as Q,U as R,X as S,Ct as T,ho as U,$n as V,S as W,ot as X,nt as Y,Tn as Z,vo as _,Be as $,Fe as aa,L as ba,pt as ca,yt as da,Z as ea,Rl as fa,zo as ga,Jo as ha,pi as ia,
Nt as ja,Um as ka,di as la,vm as ma,bm as na,Zt as oa,tr as pa,ri as qa,er as ra,pc as sa,ft as ta,rr as ua,ir as va,ur as wa,fi as xa,Ye as ya,wr as za,bi as Aa,lu as Ba,cu as Ca,Rr as Da,Ai as Ea};
//# sourceMappingURL=chunk-ML4EHQYL.js.map
