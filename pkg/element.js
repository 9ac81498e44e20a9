import{e as a,fb as b,gb as c}from"./chunk-2UZFRJSY.js";export{c as GsaDemo,b as GsaFigure,a as configure};
//# sourceMappingURL=element.js.map
