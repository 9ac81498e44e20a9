function*a(e){let t=Math.imul(e,7919)+1>>>0;for(;;)t=Math.imul(t,1664525)+1013904223>>>0,yield t/2**32}export{a};
//# sourceMappingURL=chunk-E3WYQQSI.js.map
