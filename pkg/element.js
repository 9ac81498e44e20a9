import{Da as b,Ea as c,b as a}from"./chunk-DG7BXFX6.js";export{c as GsaDemo,b as GsaFigure,a as configure};
//# sourceMappingURL=element.js.map
