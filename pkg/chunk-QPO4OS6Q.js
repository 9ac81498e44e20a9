import{$ as r,Aa as l,ba as s}from"./chunk-AOR3A7YD.js";var f=`
[data-unknown]{position:relative}
[data-unknown] > :not(figcaption,.unknown,.trouble){visibility:hidden}
.unknown{position:absolute;inset:min(50%,240px) 16px auto;transform:translateY(-50%);color:var(--gsa-muted);font-size:1rem;text-align:center}

.trouble:not([hidden]) ~ .unknown{display:none}
[data-past]{opacity:0.4}

@media print{.figure .unknown[data-coming],.guess,.move button{display:none}}
@media (forced-colors:active){[data-past]{opacity:1}}
`,u="One moment…";function p({drawing:t,asking:n}){return t.isEmpty.value?"Draw a digit: all of this is about what is on the pad.":n.blank.value==="nearly"?"Draw a little more.":u}function w(t,n,o,d){let a=r(t,'<p class="unknown"></p>');l(d,()=>{let e=!o();if(t.toggleAttribute("data-unknown",e),a.hidden=!e,!e)return;let i=p(n);s(a,i),a.toggleAttribute("data-coming",i===u)})}function g(t,n){for(let o of[t].flat())o.toggleAttribute("data-past",!n)}export{f as a,p as b,w as c,g as d};
//# sourceMappingURL=chunk-QPO4OS6Q.js.map
