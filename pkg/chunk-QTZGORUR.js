function p(r,h){let[o,a]=h?[27,92]:[255,188],i=Math.round(o+(a-o)*Math.min(1,Math.max(0,r)));return`rgb(${i}, ${i}, ${i})`}function d(r,h,o,a,i,t){r.save(),r.beginPath(),r.rect(h,o,a,a),r.clip(),r.strokeStyle=i,r.lineWidth=t,r.beginPath();for(let s=-a;s<a;s+=Math.max(3*t,a/4))r.moveTo(h+s,o+a),r.lineTo(h+s+a,o);r.stroke(),r.restore()}function e({x:r,y:h,cell:o,count:a},i,t,s){i.forEach((u,n)=>{let f=.94*o*Math.sqrt(u/t);if(!(f>=1))return;let[m,M]=[n%a,Math.floor(n/a)];s(r+(m+.5)*o-f/2,h+(M+.5)*o-
f/2,f)})}export{p as a,d as b,e as c};
//# sourceMappingURL=chunk-QTZGORUR.js.map
