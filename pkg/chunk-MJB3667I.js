import{ja as s,la as u,va as l}from"./chunk-JRPJQILN.js";var w=`
[data-unknown]{position:relative}
[data-unknown] > :not(figcaption,.unknown,.trouble){visibility:hidden}
.unknown{position:absolute;inset:min(50%,240px) 16px auto;transform:translateY(-50%);color:var(--gsa-muted);font-size:1rem;text-align:center}

.trouble:not([hidden]) ~ .unknown{display:none}
[data-past]{opacity:0.4}

@media print{.figure .unknown[data-coming]{display:none}}
@media (forced-colors:active){[data-past]{opacity:1}}
`,p="One moment…";function c({drawing:n,asking:t}){return n.isEmpty.value?"Draw a digit: all of this is about what is on the pad.":t.blank.value==="nearly"?"Draw a little more.":p}function g(n,t,o,e){let r=s(n,'<p class="unknown"></p>');l(e,()=>{let i=!o();if(n.toggleAttribute("data-unknown",i),r.hidden=!i,!i)return;let a=c(t);u(r,a),r.toggleAttribute("data-coming",a===p)})}function k(n,t){for(let o of[n].flat())o.toggleAttribute("data-past",!t)}function b(n){return Object.entries(n).filter(([,t])=>t!==null&&t!==!1).map(([t,o])=>o===!0?t:`${t}-${o}`).join(".")}function y(n){return new Map(n.split(".").map(t=>{let[o,...e]=t.split("-");return[o,e.join("-")]}))}function h(n,t,o){if(!/^\d{1,6}$/.test(n??""))return null;let e=Number(n);return e>=t&&e<=o?e:null}var d="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";function v(n){return n.map(t=>d[t]).join("")}function j(n){let t=Array.from(n??"",o=>d.indexOf(o));return t.includes(
-1)?[]:t}export{b as a,y as b,h as c,v as d,j as e,w as f,g,k as h};
//# sourceMappingURL=chunk-MJB3667I.js.map
