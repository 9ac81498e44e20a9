import{db as b,e as a,eb as c}from"./chunk-JRPJQILN.js";export{c as GsaDemo,b as GsaFigure,a as configure};
//# sourceMappingURL=element.js.map
