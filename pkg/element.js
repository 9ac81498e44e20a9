import{e as a,eb as b,fb as c}from"./chunk-U56LVN4O.js";export{c as GsaDemo,b as GsaFigure,a as configure};
//# sourceMappingURL=element.js.map
