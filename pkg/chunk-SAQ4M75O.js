function c(r,t){let n=Array.from(t,(a,f)=>r[f]-a),o=Math.hypot(...n);return o===0?0:o/Math.hypot(...Array.from(t))}export{c as a};
//# sourceMappingURL=chunk-SAQ4M75O.js.map
