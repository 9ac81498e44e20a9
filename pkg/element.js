import{e as a,gb as b,hb as c}from"./chunk-AOR3A7YD.js";export{c as GsaDemo,b as GsaFigure,a as configure};
//# sourceMappingURL=element.js.map
