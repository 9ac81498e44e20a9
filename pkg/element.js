import{Da as b,Ea as c,b as a}from"./chunk-ML4EHQYL.js";export{c as GsaDemo,b as GsaFigure,a as configure};
//# sourceMappingURL=element.js.map
