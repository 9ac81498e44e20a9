import{Da as e,Ea as s,b as m}from"./chunk-ML4EHQYL.js";globalThis.customElements&&(customElements.get("gsa-demo")||customElements.define("gsa-demo",s),customElements.get("gsa-figure")||customElements.define("gsa-figure",e));export{s as GsaDemo,e as GsaFigure,m as configure};
//# sourceMappingURL=define.js.map
