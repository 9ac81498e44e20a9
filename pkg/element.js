import{e as a,eb as b,fb as c}from"./chunk-V62TOEUW.js";export{c as GsaDemo,b as GsaFigure,a as configure};
//# sourceMappingURL=element.js.map
